import type { EntretienError, FaultList, Lang, Mapping } from "./entretien.js";
export type { EntretienError, FaultList, Lang, Mapping };

/** How a period is cut into windows. */
export type Grain = "whole" | "month" | "quarter" | "year";

/** How many records a log has. */
export interface LogCounts {
  readonly incidents: number;
  readonly interventions: number;
}

/** First and last day on which something happened. */
export interface LogSpan {
  readonly first: string;
  readonly last: string;
}

/** A column (`csv:` and its name) or a field of which nothing was made. */
export interface UnusedColumn {
  readonly name: string;
  /** Number of its values. */
  readonly count: number;
}

/** What is asked of a log. */
export interface KpiQuestion {
  /** First day. */
  readonly start: string;
  /** First day left out. */
  readonly end: string;
  /** Last day of which something is known; it counts whole. */
  readonly asOf: string;
  /** `whole` when left out. */
  readonly grain?: Grain;
  /** What groups are made by; one group when left out. */
  readonly dimensions?: readonly Dimension[];
  /** Currency of amounts; `EUR` when left out. */
  readonly currency?: string;
  /** Grace of preventive works, percent of the interval; 10 when left out. */
  readonly gracePercent?: number;
  /** Days after which a resolution that was not reopened counts as a fix; 7 when left out. */
  readonly firstTimeDays?: number;
  /** Categories of tickets that are failures; every ticket with an asset when left out. */
  readonly failureCategories?: readonly string[];
  /** Priorities of tickets that are failures; all when left out. */
  readonly failurePriorities?: readonly string[];
  /** Calendar of the engagement in whose opening hours times to resolution count; all hours when left out. */
  readonly calendar?: string;
  /** Whether occurrences of the plan that no intervention fulfils count as due and not done; true when left out. */
  readonly withPlan?: boolean;
  /** Totals that no log has. */
  readonly totals?: readonly GivenTotal[];
  /** Confidence of intervals, percent; 95 when left out. */
  readonly confidencePercent?: number;
}

/** A total that no log has, of one group and window. */
export interface GivenTotal {
  /** The texts of the group, one a dimension; an empty one for what is not known. */
  readonly group?: readonly string[];
  /** Number of the window; 0 when left out. */
  readonly window?: number;
  /** What is added up. */
  readonly measure: Measure;
  /** How much, in the unit of the measure. */
  readonly amount: number;
}

/** A window by its days. */
export interface KpiWindow {
  /** First day. */
  readonly start: string;
  /** First day left out. */
  readonly end: string;
  /** Its begin, UTC seconds since 1970. */
  readonly fromSeconds: number;
  /** Its end, UTC seconds since 1970. */
  readonly toSeconds: number;
}

/** What the records of a group have in common, one text a dimension; `null` where that is not known. */
export interface KpiGroup {
  readonly key: readonly (string | null)[];
}

/** Records that count nowhere or not everywhere. */
export interface LeftOut {
  /** Without an instant to count them at. */
  readonly undated: number;
  /** Incidents that were withdrawn: they count nowhere. */
  readonly cancelled: number;
  /** Mentions of assets that are not of the estate. */
  readonly strangeAssets: number;
  /** Incidents that are over without saying since when: they count as no outage. */
  readonly unended: number;
}

/** The plan on which recommendations are tried out. */
export interface AdvicePeriod {
  /** What is known. */
  readonly asOf: string;
  /** First day of the plan. */
  readonly start: string;
  /** First day left out. */
  readonly end: string;
}

/** Rules that turn indicators into recommendations. */
export interface AdviceDocument {
  /** Whether the shipped rules are taken; true when left out. */
  readonly shipped?: boolean;
  /** Ids of shipped rules that are left out. */
  readonly without?: readonly string[];
  readonly rules?: readonly AdviceRule[];
}

/** A rule: exactly one of `aboveThousandths`, `belowThousandths`, `trend` and `missing` says when it speaks. */
export interface AdviceRule {
  readonly id: string;
  /** What it recommends. */
  readonly title: { readonly en: string; readonly fr?: string };
  /** What it looks at. */
  readonly indicator: Indicator;
  /** Speaks above so many thousandths of the unit: 200 of a share is 20 %, 4000 of hours is 4 h. */
  readonly aboveThousandths?: number;
  /** Speaks below so many thousandths of the unit. */
  readonly belowThousandths?: number;
  /** Speaks when the indicator goes this way over the windows, beyond chance. */
  readonly trend?: Direction;
  /** Speaks when the indicator has no value because data are missing. */
  readonly missing?: boolean;
  /** Least denominator below which it says nothing; 1 when left out. */
  readonly atLeast?: number;
  /** What is to be done. */
  readonly measure: CorrectiveMeasure;
  /** What intervals of preventive work are multiplied by. */
  readonly intervalMultiplier?: number;
  /** What they are divided by; 1 when left out. */
  readonly intervalDivisor?: number;
  /** Why, and whose practice that is. */
  readonly source: { readonly en: string; readonly fr?: string };
}

/** Codes in words, by list and code. */
export type Labels = Readonly<Record<LabelList, Readonly<Record<string, string>>>>;

/** A list of codes. */
export type LabelList =
  | "indicator" | "unit" | "goal" | "reason" | "measure" | "dimension" | "verdict" | "changeTest" | "corrective"
  | "direction" | "waiting" | "kind" | "followUp" | "cluster" | "incidentField" | "workField";

/** Instants as whole numbers of any unit. */
export type InstantColumn = BigInt64Array | Float64Array | readonly number[];

/** Times and counts of a window with what follows from them; `null` where there is nothing to divide by. */
export interface DowntimeAnswer extends Downtime {
  /** Up time over required time. */
  readonly availability: number | null;
  /** Up time over failures. */
  readonly mtbf: number | null;
  /** Up time over episodes. */
  readonly mtbfEpisodes: number | null;
  /** Mean time to restoration of closed failures. */
  readonly mttr: number | null;
}

/** What the downtime of a fleet may take into account. */
export interface FleetOptions {
  /** When each asset is looked at, where that is not the whole window: one row an asset. */
  readonly presence?: { readonly from: InstantColumn; readonly to: InstantColumn };
  /** Planned windows of single assets. */
  readonly planned?: { readonly assets: Uint32Array | readonly number[]; readonly begins: InstantColumn; readonly ends: InstantColumn };
  /** Planned windows of all assets. */
  readonly common?: readonly (readonly [begin: number, end: number])[];
}

/** The downtime of a fleet: one row an asset, by number; see {@link Downtime} for what each column is. */
export interface FleetDowntime {
  readonly windowTime: Float64Array;
  readonly plannedTime: Float64Array;
  readonly requiredTime: Float64Array;
  readonly downTime: Float64Array;
  readonly upTime: Float64Array;
  readonly failures: Uint32Array;
  readonly episodes: Uint32Array;
  readonly closed: Uint32Array;
  readonly restorationTime: Float64Array;
  readonly open: Uint32Array;
  readonly naiveDownTime: Float64Array;
  /** The sums, and ratios of the sums. */
  readonly fleet: DowntimeAnswer;
}

/** What lives may say beside ages. */
export interface LifeOptions {
  /** Ages at which items came under observation; 0 for all when left out. */
  readonly entries?: Float64Array | readonly number[];
  /** Confidence of intervals; 0.95 when left out. */
  readonly confidence?: number;
}

/** A fitted Weibull law with the intervals of its parameters. */
export interface WeibullAnswer extends WeibullEstimate {
  readonly shapeInterval: readonly [lower: number, upper: number] | null;
  readonly scaleInterval: readonly [lower: number, upper: number] | null;
}

/**
 * A figure of a Weibull law: a parameter, the mean life, the age by which a share fails (`bLife: 0.1` for B10), the share
 * that outlives an age, or that works `more` beyond an age that was reached.
 */
export type WeibullQuantity =
  | "shape"
  | "scale"
  | "mean"
  | { readonly bLife: number }
  | { readonly reliability: number; readonly more?: number };

/** Survival by age, one row for each age at which items failed; `NaN` where there is no figure. */
export interface SurvivalColumns {
  /** Number of lives. */
  readonly lives: number;
  /** Number of failures. */
  readonly failures: number;
  /** Earliest age at entry; `null` without a life. */
  readonly from: number | null;
  /** Greatest age under observation; `null` without a life. */
  readonly to: number | null;
  /** Confidence of the band. */
  readonly confidence: number;
  /** The median life. */
  readonly median: SurvivalQuantile;
  /** What is wrong with the curve. */
  readonly flaw: SurvivalFlaw | null;
  readonly ages: Float64Array;
  /** Items under observation just before the age. */
  readonly atRisk: Uint32Array;
  /** Items that failed at the age. */
  readonly failed: Uint32Array;
  /** Share of the items that work beyond the age. */
  readonly survival: Float64Array;
  /** Greenwood's variance of the share. */
  readonly variance: Float64Array;
  /** Lower end of the band. */
  readonly lower: Float64Array;
  /** Upper end of the band. */
  readonly upper: Float64Array;
}

/** The failures of one repaired item, by its age or by the time since a common start. */
export interface History {
  /** Ages at which it failed, in any order. */
  readonly events: Float64Array | readonly number[];
  /** Age at which it came under observation; 0 when left out. */
  readonly start?: number;
  /** Age up to which it was observed. */
  readonly end: number;
  /** What ended the observation; `time` when left out. */
  readonly truncation?: Truncation;
}

/** What ended an observation: a time fixed beforehand, or a failure. */
export type Truncation = "time" | "failure";

/** The mean number of failures by age, one row for each age with failures; `NaN` where there is no figure. */
export interface CumulativeColumns {
  readonly ages: Float64Array;
  /** Items observed at the age. */
  readonly atRisk: Uint32Array;
  /** Failures at the age. */
  readonly failures: Uint32Array;
  /** Mean number of failures per item up to the age. */
  readonly mean: Float64Array;
  /** Its variance (Lawless and Nadeau 1995). */
  readonly variance: Float64Array;
  /** Lower end of the interval of the mean, at each age by itself. */
  readonly lower: Float64Array;
  /** Upper end of it. */
  readonly upper: Float64Array;
  readonly confidence: number;
}

/** Events and the exposure in which they could happen, such as operating hours. */
export interface RateSample {
  readonly events: number;
  readonly exposure: number;
}

/** Successes among trials. */
export interface ShareSample {
  readonly successes: number;
  readonly trials: number;
}

/** Availability of an item and of groups of equal, independent items. */
export interface Availability {
  /** Share of the time that one item works. */
  readonly item: number;
  /** Share of the time that all items work. */
  readonly series: number;
  /** Share of the time that at least one works. */
  readonly parallel: number;
  /** Share of the time that at least `needed` work. */
  readonly needed: number;
  /** Minutes that one item is down in a year of 365 days. */
  readonly downtimeMinutesPerYear: number;
}

/** An item of a structure. It works when it is up, all that it `needs` works, and enough of each group. */
export interface StructureNode {
  /** Share of the time that the item itself is up; 1, for a mere grouping, when left out. */
  readonly availability?: number;
  /** Nodes that must all work, by their place in the list. */
  readonly needs?: readonly number[];
  /** Groups of which some must work. */
  readonly groups?: readonly { readonly members: readonly number[]; readonly needed: number }[];
}
