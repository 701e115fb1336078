// Types of `entretien/review` as a program meets them; compiled with `tsc --strict`, never run.
import {
  Deliverable,
  KpiReader,
  Log,
  compareSourcing,
  isEntretienError,
  kickOff,
  load,
  makeOrBuy,
  proposal,
  review,
  sourcingOf,
  type Cell,
  type DeliverableContent,
  type DeliverableKind,
  type KpiEngagement,
  type MakeOrBuy,
  type OfferQuestion,
  type ReviewQuestion,
  type SourcingContent,
} from "entretien/review";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_proof: Same<A, B>): void {}

export async function program(bytes: Uint8Array): Promise<void> {
  await load();
  const reader = new KpiReader();
  reader.read("a.json", bytes);
  using engagement: KpiEngagement = reader.finish("{}");
  using log: Log = Log.fromIncidents(bytes, { timeZone: "Europe/Paris" });
  const question: ReviewQuestion = {
    start: "2026-01-01",
    end: "2026-07-01",
    indicators: { dimensions: ["site"], failureCategories: ["Matériel"] },
    decisions: [{ key: "advice/often", title: { en: "More often" }, recommended: "2026-01-05", status: "done", done: "2026-02-01", indicator: "mtbf" }],
  };
  // @ts-expect-error the days of the indicators are those of the review
  const twice: ReviewQuestion = { ...question, indicators: { start: "2026-01-01" } };
  void twice;
  using document: Deliverable = review(engagement, question, { lang: "fr", log, records: bytes, previous: engagement, rules: { shipped: true } });
  review(engagement, "{}");
  // @ts-expect-error no such language
  review(engagement, question, { lang: "de" });
  // @ts-expect-error an engagement is no log
  review(engagement, question, { log: engagement });
  // @ts-expect-error the end is needed
  review(engagement, { start: "2026-01-01" });
  same<typeof document.kind, DeliverableKind>(true);
  same<ReturnType<typeof document.toCsv>, Record<string, string>>(true);
  same<ReturnType<typeof document.toXlsx>, Uint8Array>(true);
  same<ReturnType<typeof document.toIcs>, string[]>(true);
  same<ReturnType<typeof document.toObject>, DeliverableContent>(true);
  // @ts-expect-error the calendar is in the language of the document
  document.toIcs({ lang: "en" });
  document.toIcs({ bytesMax: 1_000_000, calendarName: "Review" });
  for (const { blocks } of document.toObject().sections) {
    for (const block of blocks) {
      if (block.block === "table") block.content.rows.flat().map(shown);
      if (block.block === "picture") document.svg(block.content.id);
      // @ts-expect-error a paragraph has no rows
      if (block.block === "paragraph") block.content.rows;
    }
  }
  const offer: OfferQuestion = { asOf: "2025-12-01", start: "2026-01-05", needs: [{ en: "One number to call" }] };
  using offered = proposal(engagement, offer);
  using first = kickOff(engagement, { ...offer, contacts: [{ role: { en: "Coordination" }, name: "A. Martin" }] }, { lang: "fr" });
  using found = sourcingOf(engagement, bytes, { asOf: "2026-12-31", start: "2027-01-01", end: "2028-01-01", log });
  same<ReturnType<typeof found.toObject>, SourcingContent>(true);
  // @ts-expect-error the days of the plan are needed
  sourcingOf(engagement, bytes, { log });
  using compared = compareSourcing("{}", engagement).toDeliverable({ asOf: "2026-12-31", lang: "fr" });
  compared.toMarkdown();
  const terms = { interventionsPerYear: 300, minutesPerIntervention: 120, fteCostMinor: 6_000_000, outFixedMinor: 2_000_000, outUnitMinor: 9_000, years: 3 };
  same<ReturnType<typeof makeOrBuy>, MakeOrBuy>(true);
  makeOrBuy({ ...terms, discount: [4, 100] });
  // @ts-expect-error a share is a fraction
  makeOrBuy({ ...terms, discount: 0.04 });
  try {
    offered.svg(first.pictures[0] ?? "");
  } catch (error) {
    if (isEntretienError(error)) error.faults.map(({ code }) => code);
  }
}

function shown(cell: Cell): string | number {
  switch (cell.is) {
    case "money":
      return `${cell.value.minor} ${cell.value.currency}`;
    case "number":
      return cell.value.value;
    case "empty":
    case "unknown":
      return cell.is;
    default:
      return cell.value;
  }
}
