// Types as a program meets them; compiled with `tsc --strict`, never run.
import {
  Engagement,
  InventoryReader,
  codes,
  isEntretienError,
  load,
  type Asset,
  type Category,
  type Fault,
  type Inventory,
  type Lang,
  type OccurrenceRow,
  type Plan,
  type PlanColumns,
  type PlanDiff,
  type PlanFinding,
  type Totals,
} from "entretien";
import { EntretienWorker, MARKS, type Opened, type Planned, type Replanned } from "entretien/worker";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_proof: Same<A, B>): void {}

export async function program(bytes: Uint8Array): Promise<void> {
  await load();
  const reader: InventoryReader = new InventoryReader();
  same<ReturnType<typeof reader.read>, void>(true);
  reader.read("a.json", bytes);
  // @ts-expect-error bytes are needed, not text
  reader.read("a.json", "text");
  const inventory: Inventory = reader.finish();
  // @ts-expect-error only a reader gives an inventory
  new (inventory.constructor as typeof Inventory)();

  const engagement = Engagement.fromJson("{}", inventory);
  Engagement.fromJson(bytes);
  Engagement.fromJson(bytes, null);
  // @ts-expect-error a document is text or bytes
  Engagement.fromJson({});
  Engagement.shipped(inventory, "2026-01-05");
  // @ts-expect-error dates are texts
  Engagement.shipped(inventory, new Date());
  same<typeof engagement.refused, Fault[]>(true);
  same<typeof engagement.diagnostics, Fault[]>(true);
  const asset: Asset | undefined = engagement.assets("fr")[0];
  if (asset !== undefined) {
    same<typeof asset.category, Category>(true);
    same<typeof asset.serial, string | null>(true);
    // @ts-expect-error a fact may be unknown
    asset.serial.length;
  }

  using plan: Plan = engagement.plan({ asOf: "2026-01-05", start: "2026-01-05", end: "2027-01-05" });
  // @ts-expect-error `end` is missing
  engagement.plan({ asOf: "2026-01-05", start: "2026-01-05" });
  // @ts-expect-error the field is called `asOf`
  engagement.plan({ as_of: "2026-01-05", start: "2026-01-05", end: "2027-01-05" });
  const columns: PlanColumns = plan.columns();
  const date: Int32Array = columns.date;
  const task: Uint16Array = columns.task;
  void [date, task];
  const row = plan.occurrence(0, "en");
  same<typeof row, OccurrenceRow | undefined>(true);
  // @ts-expect-error the row may not exist
  row.why;
  const totals: Totals = plan.totals();
  same<(typeof totals.weeks)[number]["capacityMinutes"], number | null>(true);
  same<typeof totals.cost, { currency: string; costMinor: number; unpricedOccurrences: number; unpricedVisits: number } | null>(true);
  plan.replan("{}");
  // @ts-expect-error changes are text or bytes
  plan.replan({});
  same<ReturnType<typeof plan.find>, number | undefined>(true);
  using copy: Plan = plan.copy();
  const diff: PlanDiff = copy.diff(plan, "fr");
  same<ReturnType<typeof engagement.whatIf>, PlanDiff>(true);
  const findings: PlanFinding[] = plan.findings();
  const isMoved: boolean = ((columns.marks[0] ?? 0) & MARKS.moved) !== 0;
  void [diff, findings, isMoved];
  const lang: Lang = "fr";
  plan.toCsv(lang);
  plan.toCsv();
  // @ts-expect-error English and French only
  plan.toHtml("de");
  same<ReturnType<typeof plan.toIcs>, string[]>(true);
  plan.toIcs({ bytesMax: 1_000_000, calendarName: "Parc" });
  // @ts-expect-error bytes are counted, not written
  plan.toIcs({ bytesMax: "1 MB" });
  same<ReturnType<typeof engagement.check>, Fault[]>(true);
  // @ts-expect-error the length is read only
  plan.length = 3;
  codes("fr").map(({ title }) => title);

  try {
    Engagement.fromJson("");
  } catch (thrown) {
    // @ts-expect-error anything may have been thrown
    thrown.code;
    if (isEntretienError(thrown)) same<typeof thrown.faults, Fault[]>(true);
  }

  const worker = new EntretienWorker({ onRestart: (reason) => reason.code });
  const opened: Opened = await worker.open({ files: [{ name: "a.json", bytes }] }, ({ done, total }) => done / total);
  const planned: Planned = await worker.plan({ asOf: opened.begin, start: opened.begin, end: "2027-01-01" });
  const replanned: Replanned = await worker.replan("{}", ["dust/srv-1/2026-01-05"]);
  const where: number | null | undefined = replanned.found[0];
  void [where, (await worker.diff("fr")).totals.moved, await worker.findings(), await worker.statuses([0])];
  const [csv] = await worker.render({ format: "csv", lang: "en" });
  same<typeof csv, string | undefined>(true);
  // @ts-expect-error no such rendering
  await worker.render({ format: "pdf" });
  void planned.columns;
}
