// What questions about reviews and offers are answered with.
// Generated from the types of the core by `make update`.

/** One age class. */
export interface AgeClass {
  /** Its ages, such as `3` or `10–14`. */
  readonly label: string;
  /** How many, in the order of the series; one that is lacking is 0. */
  readonly counts: readonly number[];
}

/** A part of a section. */
export type Block =
  | BlockHeading
  | BlockParagraph
  | BlockNote
  | BlockFigures
  | BlockFacts
  | BlockTable
  | BlockPicture
  | BlockFindings
  | BlockDecisions
  | BlockOutcomes;

/** Decisions to take, the most urgent first. */
export interface BlockDecisions {
  readonly block: "decisions";
  readonly content: readonly Decision[];
}

/** Names and values. */
export interface BlockFacts {
  readonly block: "facts";
  readonly content: readonly Fact[];
}

/** Key figures. */
export interface BlockFigures {
  readonly block: "figures";
  readonly content: readonly Figure[];
}

/** Findings, the worst first. */
export interface BlockFindings {
  readonly block: "findings";
  readonly content: readonly FindingItem[];
}

/** A smaller heading. */
export interface BlockHeading {
  readonly block: "heading";
  readonly content: string;
}

/** A remark on what is missing, doubted or left out. */
export interface BlockNote {
  readonly block: "note";
  readonly content: string;
}

/** What became of decisions. */
export interface BlockOutcomes {
  readonly block: "outcomes";
  readonly content: readonly Outcome[];
}

/** A paragraph. */
export interface BlockParagraph {
  readonly block: "paragraph";
  readonly content: string;
}

/** A chart. */
export interface BlockPicture {
  readonly block: "picture";
  readonly content: Picture;
}

/** A table. */
export interface BlockTable {
  readonly block: "table";
  readonly content: Table;
}

/** Money of each year, by kind, against its cap. */
export interface BudgetChart {
  /** What the chart is called. */
  readonly title: string;
  /** Currency of all amounts. */
  readonly currency: string;
  /** Names of the kinds of spending. */
  readonly series: readonly string[];
  /** Years in order. */
  readonly years: readonly BudgetYear[];
}

/** One year of a `BudgetChart`. */
export interface BudgetYear {
  /** Such as `2027`. */
  readonly label: string;
  /** Minor units in the order of the series; `null` when unknown, negative for a credit. */
  readonly partsMinor: readonly (number | null)[];
  /** What may be spent; `null` without a cap. */
  readonly capMinor: number | null;
}

/** A value, typed: back ends write it in the manner of its language and their format. */
export type Cell =
  | CellEmpty
  | CellUnknown
  | CellText
  | CellCode
  | CellCount
  | CellNumber
  | CellShare
  | CellDate
  | CellMinutes
  | CellMoney;

/** A name that is the same in every language: an id, a code, a reference. */
export interface CellCode {
  readonly is: "code";
  readonly value: string;
}

/** A whole number. */
export interface CellCount {
  readonly is: "count";
  readonly value: number;
}

/** A day. */
export interface CellDate {
  readonly is: "date";
  readonly value: string;
}

/** Nothing applies here. */
export interface CellEmpty {
  readonly is: "empty";
}

/** A length of time, minutes. */
export interface CellMinutes {
  readonly is: "minutes";
  readonly value: number;
}

/** An amount. */
export interface CellMoney {
  readonly is: "money";
  readonly value: Money;
}

/** A number with `decimals` decimals, and its unit in words; the unit may be empty. */
export interface CellNumber {
  readonly is: "number";
  readonly value: CellNumberValue;
}

/** A number with `decimals` decimals, and its unit in words; the unit may be empty. */
export interface CellNumberValue {
  /** The number. */
  readonly value: number;
  /** How many decimals are shown. */
  readonly decimals: number;
  /** Its unit, such as `h`. */
  readonly unit: string;
}

/**
 * A share of a whole: 0.25 is 25 %. Shown to a tenth of a percent, near 0 and 1 with the
 * decimals that tell it from them.
 */
export interface CellShare {
  readonly is: "share";
  readonly value: number;
}

/** Words, in the language of the deliverable. */
export interface CellText {
  readonly is: "text";
  readonly value: string;
}

/** Something applies, and nobody knows it. */
export interface CellUnknown {
  readonly is: "unknown";
}

/** A chart: what it shows, not how. */
export type Chart =
  | ChartLoad
  | ChartHeat
  | ChartPyramid
  | ChartBudget
  | ChartControl
  | ChartPareto
  | ChartSurvival
  | ChartGantt
  | ChartLines
  | ChartTornado;

/** Money of each year against its cap. */
export interface ChartBudget extends BudgetChart {
  readonly kind: "budget";
}

/** An indicator over time with the limits of its usual range. */
export interface ChartControl extends ControlChart {
  readonly kind: "control";
}

/** Work of a month, row by row. */
export interface ChartGantt extends GanttChart {
  readonly kind: "gantt";
}

/** Days of a year, darker where there is more. */
export interface ChartHeat extends HeatChart {
  readonly kind: "heat";
}

/** Several series over the same places, such as the cumulated cost of options. */
export interface ChartLines extends LinesChart {
  readonly kind: "lines";
}

/** Work of each week against capacity. */
export interface ChartLoad extends LoadChart {
  readonly kind: "load";
}

/** Few causes that make most of the effect. */
export interface ChartPareto extends ParetoChart {
  readonly kind: "pareto";
}

/** How many of each age. */
export interface ChartPyramid extends PyramidChart {
  readonly kind: "pyramid";
}

/** What part is still in service after a time. */
export interface ChartSurvival extends SurvivalChart {
  readonly kind: "survival";
}

/** How far each parameter moves a result. */
export interface ChartTornado extends TornadoChart {
  readonly kind: "tornado";
}

/** A closed day. */
export interface ClosedDay {
  /** The day. */
  readonly day: string;
  /** Why, such as the name of a holiday. */
  readonly reason: string | null;
}

/** A column of a table. */
export interface Column {
  /** Stable name, the same in every language: header of CSV files. */
  readonly key: string;
  /** Heading, in the language of the deliverable. */
  readonly label: string;
  /** What its cells hold. */
  readonly kind: ColumnKind;
}

/** What the cells of a column hold, besides unknown and empty ones. */
export type ColumnKind =
  /** Words. */
  | "text"
  /** Whole numbers. */
  | "count"
  /** Numbers with a fraction. */
  | "number"
  /** Shares of a whole. */
  | "share"
  /** Days. */
  | "date"
  /** Lengths of time, minutes. */
  | "minutes"
  /** Amounts. */
  | "money";

/** An indicator over time with the limits of its usual range. */
export interface ControlChart {
  /** What the chart is called. */
  readonly title: string;
  /** What the values are. */
  readonly unit: ValueUnit;
  /** In which direction it is good. */
  readonly goal: Goal;
  /** Points in order of day. */
  readonly points: readonly ControlChartPoint[];
}

/** One point of a `ControlChart`. */
export interface ControlChartPoint {
  /** Under it, such as `Apr`. */
  readonly label: string;
  /** First day of what it sums up. */
  readonly day: string;
  /** Its value; `null` where there is none: the line is broken there. */
  readonly value: number | null;
  /** Lower limit of the usual range. */
  readonly lower: number | null;
  /** Middle of the usual range. */
  readonly centre: number | null;
  /** Upper limit of the usual range. */
  readonly upper: number | null;
  /** Whether it leaves the usual range. */
  readonly isOutside: boolean;
}

/** One point of a `FittedCurve`. */
export interface CurvePoint {
  /** When. */
  readonly time: number;
  /** Part still in service, 0 to 1. */
  readonly survival: number;
}

/** A dated entry for calendar applications. */
export interface DatedEntry {
  /** Its first day. */
  readonly day: string;
  /** How many days it takes, at least 1. */
  readonly days: number;
  /** Stable name, unique in the deliverable: part of the UID. */
  readonly key: string;
  /** What is shown in the calendar. */
  readonly title: string;
  /** The reason, in one or more lines. */
  readonly text: string;
}

/** A decision to take. */
export interface Decision {
  /** Stable name: the next review asks under it what became of the decision. */
  readonly key: string;
  /** What is recommended. */
  readonly title: string;
  /** Why. */
  readonly why: string;
  /** What it rests on. */
  readonly evidence: readonly Evidence[];
  /** What it would change, each with its value; empty where that cannot be said. */
  readonly effect: readonly Evidence[];
  /** Why no effect can be stated. */
  readonly noEffect: string | null;
  /** The last day on which deciding makes sense. */
  readonly by: string | null;
  /** What it costs. */
  readonly cost: Cell | null;
  /** Code of the indicator that it is to change: the next review measures it. */
  readonly indicator: string | null;
}

/** What became of a recommendation. */
export type DecisionStatus =
  /** Accepted and done. */
  | "done"
  /** Accepted, not yet done. */
  | "accepted"
  /** Put off. */
  | "deferred"
  /** Refused. */
  | "refused"
  /** Nobody has decided. */
  | "open";

/** A document for people, typed. */
export interface DeliverableContent {
  /** Which document it is. */
  readonly kind: DeliverableKind;
  /** The language of its texts. */
  readonly lang: Lang;
  /** Its title. */
  readonly title: string;
  /** Who maintains. */
  readonly provider: string;
  /** Whose estate it is; part of the UIDs of the calendar. */
  readonly customer: string;
  /** The last day of which something is known. */
  readonly asOf: string;
  /** The days that it is about. */
  readonly period: Period | null;
  /** What it says on its first page. */
  readonly summary: readonly Block[];
  /** Its sections, in order. */
  readonly sections: readonly Section[];
  /** What belongs in a calendar, by day and key. */
  readonly entries: readonly DatedEntry[];
}

/** Which document a deliverable is. */
export type DeliverableKind =
  /** The periodic review of estate, infrastructure, performance and plan. */
  | "review"
  /** What is offered before there is a contract. */
  | "proposal"
  /** What is agreed when a contract begins. */
  | "kick_off"
  /** In house, by contract, case by case, compared. */
  | "sourcing";

/** What a recommendation rests on. */
export interface Evidence {
  /** What was measured. */
  readonly label: string;
  /** Its value. */
  readonly value: Cell;
  /** What it was compared with, such as a threshold. */
  readonly limit: Cell | null;
}

/** A name and its value. */
export interface Fact {
  /** What it is. */
  readonly label: string;
  /** Its value. */
  readonly value: Cell;
}

/** A key figure. */
export interface Figure {
  /** Stable name, unique in its list. */
  readonly key: string;
  /** What it is. */
  readonly label: string;
  /** Its value. */
  readonly value: Cell;
  /** The value of the time before, where it is compared. */
  readonly before: Cell | null;
  /** What the change means. */
  readonly meaning: Meaning;
  /** Its reason, or what it says. */
  readonly note: string | null;
}

/** What is wrong or to be watched. */
export interface FindingItem {
  /** Code or rule. */
  readonly code: string;
  /** How bad, in words. */
  readonly severity: string;
  /** How bad, 0 the worst: findings are sorted by it. */
  readonly rank: number;
  /** What it is about. */
  readonly subject: string;
  /** What is the matter. */
  readonly text: string;
  /** What to do. */
  readonly remedy: string | null;
  /** What was asked and what was seen. */
  readonly evidence: readonly string[];
}

/** The curve of a model. */
export interface FittedCurve {
  /** Such as `Weibull, shape 2.1`. */
  readonly name: string;
  /** Its points in order of time. */
  readonly points: readonly CurvePoint[];
}

/** One bar. */
export interface GanttBar {
  /** First day. */
  readonly start: string;
  /** How many days; 0 is a moment, drawn as a mark. */
  readonly lengthDays: number;
  /** What it is. */
  readonly tone: GanttTone;
  /** What is written in or beside it where there is room. */
  readonly label: string;
}

/** Work of a month, row by row. */
export interface GanttChart {
  /** What the chart is called. */
  readonly title: string;
  /** First day. */
  readonly start: string;
  /** The day after the last. */
  readonly end: string;
  /** Rows in order. */
  readonly rows: readonly GanttRow[];
  /** Closed days in order. */
  readonly closed: readonly ClosedDay[];
  /** Spans that hold for all rows, in order of start. */
  readonly windows: readonly GanttWindow[];
}

/** One row: a site, a skill, an asset. */
export interface GanttRow {
  /** Its name. */
  readonly label: string;
  /** Its bars in order of start. */
  readonly bars: readonly GanttBar[];
}

/** What a bar of a Gantt chart is. */
export type GanttTone =
  /** Planned work. */
  | "preventive"
  /** Repair. */
  | "corrective"
  /** Update or change. */
  | "update"
  /** Replacement. */
  | "renewal"
  /** Anything else. */
  | "other";

/** A span that holds for all rows. */
export interface GanttWindow {
  /** First day. */
  readonly start: string;
  /** The day after the last. */
  readonly end: string;
  /** What it is. */
  readonly kind: GanttWindowKind;
  /** What it is called. */
  readonly label: string;
}

/** What a span of a Gantt chart is for all rows. */
export type GanttWindowKind =
  /** Work that interrupts is allowed. */
  | "window"
  /** Nothing may change. */
  | "freeze";

/** Days, darker where there is more, hatched where closed. */
export interface HeatChart {
  /** What the chart is called. */
  readonly title: string;
  /** First day. */
  readonly start: string;
  /** The day after the last. */
  readonly end: string;
  /** What the values are; minutes are shown as hours. */
  readonly unit: ValueUnit;
  /** Days with a value, in order; the others have none, which is 0. Days outside are not shown. */
  readonly days: readonly HeatDay[];
  /** Closed days in order. */
  readonly closed: readonly ClosedDay[];
}

/** A day with its value. */
export interface HeatDay {
  /** The day. */
  readonly day: string;
  /** Its value in the unit of the chart. */
  readonly value: number;
}

/** Where two series cross. */
export interface LineCrossing {
  /** Place, counted from 0 at the first label; 2.5 is midway between the third and the fourth. */
  readonly position: number;
  /** The value there. */
  readonly value: number;
  /** What it is, such as `break-even in June 2029`. */
  readonly label: string;
}

/** One series of a `LinesChart`. */
export interface LineSeries {
  /** Its name. */
  readonly name: string;
  /** A value for each place; `null` or lacking where unknown: the line is broken there. */
  readonly values: readonly (number | null)[];
}

/** Several series over the same places, such as the cumulated cost of options over years. */
export interface LinesChart {
  /** What the chart is called. */
  readonly title: string;
  /** What the values are. */
  readonly unit: ValueUnit;
  /** Names of the places, such as years, in order. */
  readonly labels: readonly string[];
  /** The series; those after the sixth are not drawn, and said so. */
  readonly series: readonly LineSeries[];
  /** Where two series cross. */
  readonly crossing: LineCrossing | null;
}

/** Work of each week, by kind, against what can be done in it. */
export interface LoadChart {
  /** What the chart is called. */
  readonly title: string;
  /** Names of the kinds of work, such as preventive, corrective, update. */
  readonly series: readonly string[];
  /** Weeks in order. */
  readonly weeks: readonly LoadWeek[];
}

/** One week of a `LoadChart`. */
export interface LoadWeek {
  /** Its first day. */
  readonly start: string;
  /** Minutes of work in the order of the series; one that is lacking is 0. */
  readonly partsMinutes: readonly number[];
  /** Minutes that can be done; `null` when unknown or unlimited. */
  readonly capacityMinutes: number | null;
}

/** What a figure means compared with the time before. */
export type Meaning =
  /** Better, beyond chance. */
  | "better"
  /** Worse, beyond chance. */
  | "worse"
  /** Different beyond chance, neither good nor bad. */
  | "different"
  /** Chance explains the difference, or there is none. */
  | "steady"
  /** Nothing to compare with, or not tested. */
  | "untested";

/** What became of a decision. */
export interface Outcome {
  /** Its name, that of the `Decision`. */
  readonly key: string;
  /** What was recommended. */
  readonly title: string;
  /** The day on which it was recommended. */
  readonly recommended: string;
  /** What became of it. */
  readonly status: DecisionStatus;
  /** The day on which it was done. */
  readonly done: string | null;
  /** What was measured, where it names an indicator. */
  readonly indicator: string | null;
  /** Its value before. */
  readonly before: Cell;
  /** Its value since. */
  readonly after: Cell;
  /** What the change means. */
  readonly meaning: Meaning;
  /** What there is to say of it. */
  readonly note: string | null;
}

/** Items by what they count, the largest first, and how they add up. */
export interface ParetoChart {
  /** What the chart is called. */
  readonly title: string;
  /** What the counts are. */
  readonly unit: ValueUnit;
  /** Items; they are drawn by count, the largest first, equals in the order given. */
  readonly items: readonly ParetoItem[];
  /** Those that are not listed. */
  readonly rest: ParetoRest | null;
}

/** One item of a `ParetoChart`. */
export interface ParetoItem {
  /** Its name. */
  readonly label: string;
  /** How much it counts, in the unit of the chart. */
  readonly count: number;
}

/** Items that are not listed one by one. */
export interface ParetoRest {
  /** How many items they are. */
  readonly items: number;
  /** How much they count together. */
  readonly count: number;
}

/** Days from `start` to the day before `end`: half-open, never empty. */
export interface Period {
  readonly start: string;
  readonly end: string;
}

/** A chart, drawn where there are pictures, its figures as a table where there are none. */
export interface Picture {
  /** Stable name, unique among the pictures and tables of the deliverable. */
  readonly id: string;
  /** Its caption. */
  readonly title: string;
  /** What it shows. */
  readonly chart: Chart;
}

/** How many of each age, of one series or two back to back. */
export interface PyramidChart {
  /** What the chart is called. */
  readonly title: string;
  /** What is counted, such as `assets`. */
  readonly unit: string;
  /**
   * Names of the series: the first to the left when there are two; more are not drawn, and said
   * so.
   */
  readonly series: readonly string[];
  /** Age classes, youngest first. */
  readonly classes: readonly AgeClass[];
  /** Those whose age is not known, in the order of the series; they stand apart. */
  readonly unknownCounts: readonly number[];
}

/** A part of a deliverable. */
export interface Section {
  /** Stable id: anchor of the page, name of files. */
  readonly id: string;
  /** Its heading. */
  readonly title: string;
  /** What it says in a sentence or two. */
  readonly lead: string | null;
  /** What it shows, in order. */
  readonly blocks: readonly Block[];
}

/** What part is still in service after a time, as observed and, where given, as a model says. */
export interface SurvivalChart {
  /** What the chart is called. */
  readonly title: string;
  /** Unit of all times, such as `years`. */
  readonly timeUnit: string;
  /** Steps of the observed curve in order of time; it begins at 1. */
  readonly steps: readonly SurvivalStep[];
  /** Times at which lives left observation without failing, in order. */
  readonly censoredTimes: readonly number[];
  /** The curve of a model. */
  readonly fitted: FittedCurve | null;
}

/** One step: from `time` on, `survival` is what is left. */
export interface SurvivalStep {
  /** When. */
  readonly time: number;
  /** Part still in service, 0 to 1. */
  readonly survival: number;
  /** Lower bound of its interval. */
  readonly lower: number | null;
  /** Upper bound of its interval. */
  readonly upper: number | null;
}

/** A table. */
export interface Table {
  /** Stable name, unique in the deliverable: name of the sheet and of the CSV file. */
  readonly id: string;
  /** Its caption. */
  readonly title: string;
  /** Its columns; the first one names the row. */
  readonly columns: readonly Column[];
  /** Its rows, each with a cell a column. */
  readonly rows: readonly (readonly Cell[])[];
  /** What the columns add up to, a cell a column. */
  readonly total: readonly Cell[] | null;
  /** Rows left out beyond `TABLE_ROWS_MAX`. */
  readonly omitted: number;
  /** What there is to say of it, such as what it does not know. */
  readonly note: string | null;
  /**
   * Whether it is for files only: a list that nobody reads on paper. Workbook, CSV files and
   * JSON have it, page and Markdown say how many rows it has.
   */
  readonly isDetail: boolean;
}

/** How far each parameter moves a result when it alone changes. */
export interface TornadoChart {
  /** What the chart is called. */
  readonly title: string;
  /** What the result is counted in. */
  readonly unit: ValueUnit;
  /** The result when nothing changes. */
  readonly base: number;
  /**
   * Parameters; they are drawn by how far they move the result, most first, equals in the order
   * given.
   */
  readonly rows: readonly TornadoRow[];
}

/** One parameter of a `TornadoChart`. */
export interface TornadoRow {
  /** Its name. */
  readonly parameter: string;
  /** Its low value as text, such as `−10 %`. */
  readonly lowLabel: string;
  /** The result at its low value; `null` when unknown. */
  readonly low: number | null;
  /** Its high value as text. */
  readonly highLabel: string;
  /** The result at its high value; `null` when unknown. */
  readonly high: number | null;
}

/** In what the values of a chart are counted, and so how they are written. */
export type ValueUnit = ValueUnitShare | ValueUnitMinutes | ValueUnitMoney | ValueUnitNumber;

/** Minutes, written as hours. */
export interface ValueUnitMinutes {
  readonly kind: "minutes";
}

/** Minor units of a currency: 125 000 of EUR is 1 250,00 EUR. */
export interface ValueUnitMoney {
  readonly kind: "money";
  /** The currency. */
  readonly currency: string;
}

/** A plain number. */
export interface ValueUnitNumber {
  readonly kind: "number";
  /** What follows it, such as `h` or `tickets`; may be empty. */
  readonly unit: string;
  /** Most decimals written; three figures need no more. */
  readonly decimals: number;
}

/** Part of a whole: 1 is written 100 %. */
export interface ValueUnitShare {
  readonly kind: "share";
}
