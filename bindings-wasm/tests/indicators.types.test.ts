// Types of `entretien/indicators` as a program meets them; compiled with `tsc --strict`, never run.
import {
  KpiAccumulator,
  KpiEngagement,
  KpiReader,
  Log,
  definitions,
  fleetDowntime,
  isEntretienError,
  kaplanMeier,
  load,
  weibullFit,
  type AdviceRow,
  type KpiAnswer,
  type KpiQuestion,
  type OpenList,
  type Trend,
} from "entretien/indicators";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_proof: Same<A, B>): void {}

export async function program(bytes: Uint8Array): Promise<void> {
  await load();
  using log: Log = Log.fromIncidents(bytes, { timeZone: "Europe/Paris", columns: [{ name: "Ouvert le", field: "opened" }] });
  // @ts-expect-error no such field
  Log.fromIncidents(bytes, { timeZone: "Europe/Paris", columns: [{ name: "Ouvert le", field: "colour" }] });
  // @ts-expect-error the zone is needed
  Log.fromEvents(bytes, {});
  same<ReturnType<typeof log.openList>, OpenList>(true);
  const reader = new KpiReader();
  reader.read("a.json", bytes);
  using engagement: KpiEngagement = reader.finish("{}");
  const question: KpiQuestion = { start: "2026-01-01", end: "2027-01-01", asOf: "2026-06-30", grain: "month", dimensions: ["site"] };
  using kpis = engagement.kpis(log, question);
  same<ReturnType<typeof kpis.answer>, KpiAnswer>(true);
  same<ReturnType<typeof kpis.trend>, Trend>(true);
  same<ReturnType<typeof engagement.advise>, AdviceRow[]>(true);
  // @ts-expect-error no such indicator
  kpis.answer(0, 0, "colour");
  const value: number | null = kpis.answer(0, 0, "mtbf").value;
  void value;
  using gathered = KpiAccumulator.fromBytes(engagement, question, engagement.accumulator(question).toBytes());
  gathered.pushLog(log);
  const { downTime } = fleetDowntime([0, 10], 1, new Uint32Array(1), new BigInt64Array(1), new BigInt64Array(1));
  const curve = kaplanMeier(new Float64Array(1), new Uint8Array(1), { confidence: 0.9 });
  same<typeof downTime, Float64Array>(true);
  same<typeof curve.survival, Float64Array>(true);
  const { fit } = weibullFit([1, 2], [true, false]);
  fit?.shape.toFixed(2);
  definitions("fr").map(({ title }) => title);
  try {
    KpiEngagement.fromJson("{}", [["a.json", bytes]]);
  } catch (error) {
    if (isEntretienError(error)) error.faults.map(({ code }) => code);
  }
}
