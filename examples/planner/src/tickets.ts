// What a file of tickets says; the module of indicators is loaded when the first file is given.
import type { Advice, AdviceRow, DefinitionRow, Dimension, FaultList, Indicator, KpiAnswer, KpiEngagement, KpiQuestion, Kpis, Labels, LogSpan, OpenList, Pareto, Trend } from "entretien/indicators";
import type { Inputs } from "./engine";
import { bytesOf, engagementOf, logOf } from "./reading";
import type { Lang } from "./text";

/** Indicators that the page shows as cards, in order. */
export const CARDS: readonly Indicator[] = ["mean_resolution", "level_compliance", "first_time_fix", "reopen_rate", "reassignment_free", "operational_availability", "mtbf", "mttr"];
/** Columns of a Pareto, the first that the file has. */
const PARETO_BY: readonly Dimension[] = ["category", "subcategory", "group", "site"];

/** Everything that is shown of a file of tickets. */
export interface TicketState {
  readonly incidents: number;
  readonly refused: number;
  readonly diagnostics: FaultList;
  readonly unused: readonly string[];
  readonly span: LogSpan;
  readonly windows: readonly string[];
  /** Over the whole time, in the order of the definitions. */
  readonly answers: readonly KpiAnswer[];
  readonly trends: ReadonlyMap<Indicator, Trend>;
  readonly paretoBy: Dimension;
  readonly pareto: Pareto;
  readonly open: OpenList;
  readonly definitions: Readonly<Record<Lang, readonly DefinitionRow[]>>;
  readonly labels: Readonly<Record<Lang, Labels>>;
  /** Milliseconds from the bytes to all of this, the module being loaded. */
  readonly milliseconds: number;
  /** What rules recommend, each tried out on the plan: asked once, when the rest is on the page. */
  readonly advise: () => readonly (Advice | AdviceRow)[];
  /** Gives up what recommendations need, if they were not asked. */
  readonly release: () => void;
}

/** Reads the file and asks all but recommendations; the plan of `period` is where recommendations are tried out. */
export async function ticketsOf(inputs: Inputs, period: { asOf: string; start: string; end: string }): Promise<TicketState | null> {
  if (inputs.tickets === null) return null;
  const module = await import("entretien/indicators");
  await module.load();
  const given = await bytesOf(inputs);
  if (given.tickets === null) return null;
  const begin = performance.now();
  const log = logOf(module.Log, given.tickets, given);
  const engagement = engagementOf(new module.KpiReader(), given);
  const kept: { free(): void }[] = [engagement];
  const freed: { free(): void }[] = [log];
  const release = () => {
    for (const object of kept) object.free();
  };
  try {
    const span = log.span;
    if (span === null) {
      release();
      return { ...EMPTY, incidents: log.counts.incidents, refused: log.refused, diagnostics: log.diagnostics };
    }
    const question = questionOf(span);
    const [whole, months] = [engagement.kpis(log, question), engagement.kpis(log, { ...question, grain: "month" })];
    freed.push(whole);
    kept.push(months);
    const { dimension, pareto, groups } = paretoOf(engagement, log, question);
    freed.push(groups);
    const advise = () => {
      try {
        return adviceOf(engagement, months, period);
      } finally {
        release();
      }
    };
    return {
      incidents: log.counts.incidents,
      refused: log.refused,
      diagnostics: log.diagnostics,
      unused: log.unused.map(({ name }) => name.replace(/^csv:/, "")),
      span,
      windows: months.windows.map(({ start }) => start),
      answers: whole.answers(0, 0),
      trends: new Map(CARDS.map((indicator) => [indicator, months.trend(0, indicator)])),
      paretoBy: dimension,
      pareto,
      open: log.openList(span.last),
      definitions: { en: module.definitions("en"), fr: module.definitions("fr") },
      labels: { en: module.labels("en"), fr: module.labels("fr") },
      milliseconds: performance.now() - begin,
      advise,
      release,
    };
  } catch (thrown) {
    release();
    throw thrown;
  } finally {
    for (const object of freed) object.free();
  }
}

const NO_LABELS = {} as Labels;
const EMPTY: TicketState = {
  incidents: 0,
  refused: 0,
  diagnostics: [],
  unused: [],
  span: { first: "", last: "" },
  windows: [],
  answers: [],
  trends: new Map(),
  paretoBy: "category",
  pareto: { measure: "opened_tickets", total: 0, rows: [] } as Pareto,
  open: { incidents: [], ageing: [], unknownCount: 0 },
  definitions: { en: [], fr: [] },
  labels: { en: NO_LABELS, fr: NO_LABELS },
  milliseconds: 0,
  advise: () => [],
  release: () => {},
};

/** From the month of the first ticket to the day of the last event, which is all that is known. */
function questionOf({ first, last }: LogSpan): KpiQuestion {
  const end = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
  // A file of tickets says nothing of preventive works: the plan is not held against it.
  return { start: `${first.slice(0, 8)}01`, end, asOf: last, withPlan: false };
}

/** Tickets by the first dimension of which the file knows more than one value. */
function paretoOf(engagement: KpiEngagement, log: Parameters<KpiEngagement["kpis"]>[0], question: KpiQuestion): { dimension: Dimension; pareto: Pareto; groups: Kpis } {
  let last: { dimension: Dimension; pareto: Pareto; groups: Kpis } | null = null;
  for (const dimension of PARETO_BY) {
    // Counts of tickets need no level judged.
    const gathered = engagement.accumulator({ ...question, dimensions: [dimension] });
    gathered.pushLog(log);
    const groups = gathered.answers();
    gathered.free();
    last?.groups.free();
    last = { dimension, pareto: groups.pareto(0, "opened_tickets"), groups };
    if (last.pareto.rows.length > 1) break;
  }
  if (last === null) throw new Error("no dimension");
  return last;
}

/** With their effects where the plan can be made, else without. */
function adviceOf(engagement: KpiEngagement, kpis: Kpis, period: { asOf: string; start: string; end: string }): (Advice | AdviceRow)[] {
  try {
    return engagement.advise(kpis, period);
  } catch {
    return kpis.advice();
  }
}
