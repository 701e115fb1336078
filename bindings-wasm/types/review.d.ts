/** Reviews, proposals, kick-offs and comparisons of sourcing for browsers and workers, a module of its own: call `load()` first. */
import * as raw from "../glue/review-web.js";
import { type LoadSource } from "../loading.js";
export type { LoadSource };
/**
 * Loads the module, once; later calls give the same promise. Without `source`, the file
 * `review_bg.wasm` of this package is fetched.
 */
export declare function load(source?: LoadSource): Promise<void>;
export { Deliverable, Kpis, KpiAccumulator, KpiEngagement, KpiReport, Log, Sourcing } from "../glue/review-web.js";
export declare const KpiReader: typeof raw.KpiReader;
export type KpiReader = raw.KpiReader;
export declare const compareSourcing: typeof raw.compareSourcing;
export declare const definitions: typeof raw.definitions;
export declare const kickOff: typeof raw.kickOff;
export declare const labels: typeof raw.labels;
export declare const makeOrBuy: typeof raw.makeOrBuy;
export declare const proposal: typeof raw.proposal;
export declare const review: typeof raw.review;
export declare const sourcingOf: typeof raw.sourcingOf;
export declare const version: typeof raw.version;
export { isEntretienError, type PackageCode } from "../failure.js";
export type * from "../glue/review.js";

/* tslint:disable */
/* eslint-disable */
/** How the columns of incidents, or of an event log, are read. */
export interface IncidentMapping extends LogMapping {
    /** Columns that are used; every column whose name is known when left out. */
    readonly columns?: readonly { readonly name: string; readonly field: IncidentField }[];
    /** Values that are replaced before they are read. */
    readonly values?: readonly { readonly field: IncidentField; readonly from: string; readonly to: string }[];
}

/** How the columns of interventions are read. */
export interface WorkMapping extends LogMapping {
    /** Columns that are used; every column whose name is known when left out. */
    readonly columns?: readonly { readonly name: string; readonly field: WorkField }[];
    /** Values that are replaced before they are read. */
    readonly values?: readonly { readonly field: WorkField; readonly from: string; readonly to: string }[];
}

/** How the values of a log are written. */
export interface LogMapping {
    /** Zone of times that state no offset, such as `Europe/Paris`. */
    readonly timeZone: string;
    /** Values that mean that nothing is known, beside the empty one; `?` when left out. */
    readonly unknown?: readonly string[];
    /** The separator, one character; the most frequent in the first line when left out. */
    readonly separator?: string;
    /** How characters are written; UTF-8, and Windows-1252 for rows that are not, when left out. */
    readonly encoding?: "utf-8" | "utf-16" | "windows-1252" | "mac-roman";
    /** Order of the parts of dates; the one that each date allows when left out. */
    readonly dates?: "dmy" | "mdy" | "ymd";
    /** The decimal sign; what each value shows when left out. */
    readonly decimal?: "comma" | "point";
    /** Currency of amounts that say none; `EUR` when left out. */
    readonly currency?: string;
}

/** What a column says of an incident. */
export type IncidentField =
| "id" | "asset" | "site" | "category" | "subcategory" | "priority" | "impact" | "urgency" | "contract" | "supplier"
| "group" | "technician" | "cause" | "contact" | "problem" | "state" | "event" | "opened" | "acknowledged"
| "restored" | "resolved" | "closed" | "cancelled" | "reopen_count" | "reassignment_count" | "visits" | "level_kept";

/** What a column says of an intervention. */
export type WorkField =
| "id" | "kind" | "basis" | "status" | "place" | "planned_from" | "planned_to" | "begun" | "ended" | "technician"
| "asset" | "site" | "category" | "priority" | "group" | "supplier" | "contract" | "cause" | "action"
| "labour_minutes" | "labour_hours" | "external_minutes" | "overtime_minutes" | "estimated_minutes"
| "travel_minutes" | "immediate" | "labour_cost" | "contractor_cost" | "parts_cost" | "travel_cost" | "other_cost"
| "total_cost" | "downtime_from" | "downtime_to" | "downtime_planned" | "reopen_count" | "occurrence" | "due"
| "interval_days" | "incident";

/** What problems are looked for. */
export interface ProblemRequest {
    /** Until when: an instant with its offset, or a day, which counts whole. */
    readonly asOf: string;
    /** Days that count as lately; 30 when left out. */
    readonly recentDays?: number;
    /** Days before them, with which they are compared; 365 when left out. */
    readonly baseDays?: number;
    /** A group is suggested when its corrected probability is at most this; 0.01 when left out. */
    readonly threshold?: number;
    /** How the number of groups is taken into account; `holm` when left out. */
    readonly correction?: Correction;
    /** Fewest recent incidents of a group; 3 when left out. */
    readonly minCount?: number;
    /** By what incidents are grouped. */
    readonly clusters?: readonly Cluster[];
}


// What questions about logs, indicators and failures are answered with.
// Generated from the types of the core by `make update`.

/** A recommendation. */
export interface Advice {
    /** The rule that speaks. */
    readonly rule: string;
    /** What it recommends. */
    readonly title: Text;
    /** What is to be done. */
    readonly measure: CorrectiveMeasure;
    /** Number of the group. */
    readonly group: number;
    /** Its texts. */
    readonly key: readonly (string | null)[];
    /** What it rests on. */
    readonly evidence: AdviceEvidence;
    /** Why, and whose practice that is. */
    readonly source: Text;
    /** By how much intervals of preventive work are multiplied. */
    readonly intervalFactor?: readonly [number, number];
}

/** What a recommendation rests on. */
export interface AdviceEvidence {
    /** Number of the window. */
    readonly window: number;
    /** What the indicator says there. */
    readonly answer: KpiAnswer;
    /** The threshold, thousandths of its unit. */
    readonly thresholdThousandths?: number;
    /** Which way the indicator goes over the windows. */
    readonly trend?: Direction;
    /** How often chance alone gives such a trend. */
    readonly trendPValue?: number;
}

/** A recommendation with its effect. */
export interface AdviceRow {
    /** The rule that speaks. */
    readonly rule: string;
    /** What it recommends. */
    readonly title: Text;
    /** What is to be done. */
    readonly measure: CorrectiveMeasure;
    /** Number of the group. */
    readonly group: number;
    /** Its texts. */
    readonly key: readonly (string | null)[];
    /** What it rests on. */
    readonly evidence: AdviceEvidence;
    /** Why, and whose practice that is. */
    readonly source: Text;
    /** What it would change in the plan. */
    readonly effect?: ExpectedEffect;
    /** By how much intervals of preventive work are multiplied. */
    readonly intervalFactor?: readonly [number, number];
    /** Why there is no effect to show. */
    readonly noEffect?: NoEffect;
}

/** How many are how old. */
export interface Ageing {
    /** From so many days on; 0 for the first. */
    readonly fromDays: number;
    /** Open incidents of this age. */
    readonly count: number;
    /** Those of them that wait. */
    readonly waitingCount: number;
    /** Below so many days; `null` for the last. */
    readonly belowDays?: number;
}

/** The answer of `block_replacement_by_period`. */
export interface BlockPeriods {
    /** Expected failures `H(T)` per item over `T` periods, for `T` from 0. */
    readonly expectedFailures: readonly number[];
    /** Cost per item and period when the group is replaced every `T` periods, for `T` from 1. */
    readonly costRate: readonly number[];
    /** The `T` of least cost, the shortest of several; 1 to the number of periods. */
    readonly optimumPeriods: number;
}

/** How a change was tested. */
export type ChangeTest =
/** Fisher's exact test of two shares. */
| "fisher"
/** Exact conditional test of two counts for their operating time. */
| "poisson"
/** Mann–Whitney test of the times of tickets. */
| "mann_whitney"
/** None: the figure is a single sum, which has no spread of its own. */
| "none";

/** By what incidents are grouped. */
export type Cluster =
/** Each asset. */
| "asset"
/** Each category. */
| "category"
/** Each subcategory. */
| "subcategory"
/** Each site. */
| "site"
/** Each cause. */
| "cause"
/** Each category on each asset. */
| "category_on_asset"
/** Each category at each site. */
| "category_at_site";

/** A point of a chart of ratios. */
export interface ControlPoint {
    /** The ratio of the point; `null` without trial, as the limits. */
    readonly ratio: number | null;
    /** Lower limit, not below 0. */
    readonly lower: number | null;
    /** Upper limit; not above 1 for shares. */
    readonly upper: number | null;
}

/** How the number of groups that were looked at is taken into account. */
export type Correction =
/** Holm: the chance of even one false suggestion stays below the threshold. The default. */
| "holm"
/** Benjamini and Hochberg: the share of false suggestions among all stays below the threshold. */
| "benjamini_hochberg";

/** What is to be done. */
export type CorrectiveMeasure =
/** Preventive work more often. */
| "raise_frequency"
/** Preventive work less often. */
| "lower_frequency"
/** Replace equipment. */
| "replace"
/** Train people. */
| "train"
/** Watch more closely. */
| "extend_monitoring"
/** Renegotiate a service level or a contract. */
| "renegotiate_level"
/** More hands, or fewer works. */
| "add_capacity"
/** Other spare parts in stock. */
| "review_stock"
/** Write down what is not known. */
| "collect_data";

/**
 * What an intervention cost, in minor units of one currency; a part that is not known is
 * `null`, one that cost nothing is 0.
 */
export interface Costs {
    /** Currency of every part. */
    readonly currency: string;
    /** Other companies: their labour and what they charge for a visit. */
    readonly contractorMinor?: number;
    /** Own staff. */
    readonly labourMinor?: number;
    /** Anything else. */
    readonly otherMinor?: number;
    /** Spare parts and material. */
    readonly partsMinor?: number;
    /**
     * The whole, where the source says only that; it must not be less than the parts that are
     * known.
     */
    readonly totalMinor?: number;
    /** Travel of own staff. */
    readonly travelMinor?: number;
}

/** Mean number of failures per item up to an age. */
export interface CumulativeStep {
    /** The age. */
    readonly age: number;
    /** Items observed at that age. */
    readonly atRisk: number;
    /** Failures at that age. */
    readonly failures: number;
    /** Mean number of failures per item, from new to that age. */
    readonly mean: number;
    /**
     * Variance of that mean (Lawless and Nadeau 1995); `null` while no age had two items to
     * compare.
     */
    readonly variance: number | null;
}

/** A definition as people and programs read it. */
export interface DefinitionRow {
    /** Id of the indicator. */
    readonly id: Indicator;
    /** Its name. */
    readonly title: string;
    /** Its unit. */
    readonly unit: IndicatorUnit;
    /** In which direction it is good. */
    readonly goal: Goal;
    /** Where the definition comes from. */
    readonly source: string;
    /** The formula in words. */
    readonly formula: string;
    /** What happens at the edges. */
    readonly edge: string;
    /** How its interval is found. */
    readonly interval: IntervalKind;
    /** The measures that it needs. */
    readonly measures: readonly Measure[];
    /** Code in EN 15341:2007, an alias. */
    readonly en15341?: string;
}

/** What groups are made by. */
export type Dimension =
/** Site of the record, else of its asset. */
| "site"
/** Category of tickets and works, in the words of the log. */
| "category"
/** Finer category of tickets. */
| "subcategory"
/** Priority. */
| "priority"
/** Team in charge. */
| "group"
/** Who resolved or worked; of several the first by name. */
| "technician"
/** Contract of the record, else of its asset. */
| "contract"
/** Supplier of the record, else of its asset. */
| "supplier"
/** Cause. */
| "cause"
/** Class of the asset. */
| "asset_category"
/** The asset. */
| "asset";

/**
 * Which way a figure goes from the reference to the sample, or along a series; the sign only,
 * whether or not chance explains it.
 */
export type Direction =
/** It rises. */
| "up"
/** It stays. */
| "level"
/** It falls. */
| "down";

/** A time in which equipment is out of service for work. */
export interface DownSpan {
    /** Since when. */
    readonly from: string;
    /** Whether it was agreed beforehand. */
    readonly isPlanned?: boolean;
    /** Until when; left out while it lasts. */
    readonly to?: string;
}

/**
 * The times and counts of a window: those of one asset, or sums over a fleet. Times have the
 * unit of the instants given.
 */
export interface Downtime {
    /** Length of the window. */
    readonly windowTime: number;
    /** Planned windows, united. */
    readonly plannedTime: number;
    /** Window less planned windows. */
    readonly requiredTime: number;
    /** Outages, united, cut at the window, outside planned windows. */
    readonly downTime: number;
    /** Required time less down time: the operating time. */
    readonly upTime: number;
    /** Outages that begin in the window. */
    readonly failures: number;
    /** Runs of overlapping or touching outages that begin in the window. */
    readonly episodes: number;
    /** Failures whose end is known. */
    readonly closed: number;
    /** Sum of their whole lengths. */
    readonly restorationTime: number;
    /** Outages without an end that began before the window ends. */
    readonly open: number;
    /**
     * Sum of the lengths of outages cut at the window, overlaps counted several times and planned
     * windows not left out: the figure of tools that do not unite. For comparison only.
     */
    readonly naiveDownTime: number;
}

/** A figure with its interval. */
export interface Estimate {
    /** The figure. */
    readonly value: number;
    /** Lower bound; `null` when the data give none. */
    readonly lower: number | null;
    /** Upper bound; `null` when the data give none. */
    readonly upper: number | null;
}

/** What a recommendation would change in the plan. */
export interface ExpectedEffect {
    /** Tasks whose interval changes, each with its old and new interval (ISO 8601). */
    readonly tasks: readonly (readonly [string, string, string])[];
    /** The plan as it is. */
    readonly before: PlanLoad;
    /** The plan with the change. */
    readonly after: PlanLoad;
    /** Occurrences that differ. */
    readonly differences: number;
}

/** A constant hazard fitted to observed lives. */
export interface ExponentialFit {
    /** Number of lives. */
    readonly lives: number;
    /** Number of failures. */
    readonly failures: number;
    /** Total time under observation (total time on test), `Σ (age − entry)`. */
    readonly exposure: number;
    /** Mean life and its bounds; without failure a lower bound alone. `null` without a life. */
    readonly mean: MtbfEstimate | null;
    /**
     * Failures per unit of time, `failures / exposure`; `null` without failure: zero is not what
     * is known.
     */
    readonly rate: number | null;
    /** Lower bound of the rate; `null` without failure. */
    readonly rateLower: number | null;
    /** Upper bound of the rate; there is one without failure too. */
    readonly rateUpper: number | null;
    /** Logarithm of the likelihood; `null` without failure. */
    readonly loglik: number | null;
}

/** A repair and the preventive work that must follow it. */
export interface FollowUp {
    /** The asset that was repaired. */
    readonly asset: string;
    /** The local day of the repair. */
    readonly repaired: string;
    /** First day of the window: the day after. */
    readonly from: string;
    /** Last day of the window. */
    readonly to: string;
    /** What became of it. */
    readonly state: FollowUpState;
    /** The preventive work that serves. */
    readonly by?: string;
    /** The incident that was resolved. */
    readonly incident?: string;
    /** The corrective work that was done, where it belongs to no incident of the log. */
    readonly repair?: string;
}

/** What became of the preventive work after a repair, the better first. */
export type FollowUpState =
/** Done within the window. */
| "done"
/** Planned within the window, which is not over. */
| "planned"
/** Due within the window, done after it. */
| "late"
/** Not planned; the window is not over. */
| "pending"
/** The window is over and nothing was done. */
| "missed";

/** How many repairs are followed up. */
export interface FollowUpSummary {
    /** Repairs, by day, then asset, then id. */
    readonly rows: readonly FollowUp[];
    /** Resolved incidents and repairs that name no asset: nothing can be said of them. */
    readonly withoutAsset: number;
}

/** In which direction an indicator is good. */
export type Goal =
/** More is better. */
| "higher"
/** Less is better. */
| "lower"
/** It depends: a share of a mix. */
| "neutral";

/** Share of the time that a group works. */
export interface GroupAvailability {
    /** Share of the time that enough items work. */
    readonly availability: number;
    /** Share of the time that too few do; precise also where it is tiny. */
    readonly unavailability: number;
}

/** An incident: what is known of it. */
export interface IncidentRow {
    /** Its number or key. */
    readonly id: string;
    /** When work began. */
    readonly acknowledged?: string;
    /** Assets concerned, each once, sorted. */
    readonly assets?: readonly string[];
    /** When it was withdrawn. */
    readonly cancelled?: string;
    /** Its category. */
    readonly category?: string;
    /** Why it happened. */
    readonly cause?: string;
    /** When it was closed. */
    readonly closed?: string;
    /** How it was reported. */
    readonly contact?: string;
    /** The contract under which it is handled. */
    readonly contract?: string;
    /** Events of the log that it was folded from. */
    readonly events?: number;
    /** The team in charge. */
    readonly group?: string;
    /** How much it disturbs. */
    readonly impact?: string;
    /** Whether the service level was kept, as the source says. */
    readonly isLevelKept?: boolean;
    /** When it was reported. */
    readonly opened?: string;
    /** Its priority. */
    readonly priority?: string;
    /** The problem it belongs to. */
    readonly problem?: string;
    /** How often it went to another team or person. */
    readonly reassignmentCount?: number;
    /** How often it was opened again. */
    readonly reopenCount?: number;
    /** Resolutions that did not hold, in order. */
    readonly reopenings?: readonly Reopening[];
    /** When it was resolved for the last time. */
    readonly resolved?: string;
    /** When the service worked again. */
    readonly restored?: string;
    /** Where it happened. */
    readonly site?: string;
    /** How it stands. */
    readonly state?: IncidentState;
    /** Its finer category. */
    readonly subcategory?: string;
    /** The company in charge. */
    readonly supplier?: string;
    /** Who resolved it, or is in charge. */
    readonly technician?: string;
    /** How soon it must be solved. */
    readonly urgency?: string;
    /** Visits on site. */
    readonly visits?: number;
    /** Seconds of waiting, where the source says only their sum. */
    readonly waitingSeconds?: number;
    /** Times in which it waited, in order. */
    readonly waits?: readonly WaitingTime[];
}

/** How an incident stands. */
export type IncidentState =
/** Recorded, nobody works on it. */
| "new"
/** In hand. */
| "active"
/** Waiting for somebody or something. */
| "waiting"
/** The cause is removed; the requester has not confirmed yet. */
| "resolved"
/** Over. */
| "closed"
/** Withdrawn, without work. */
| "cancelled";

/** An indicator. */
export type Indicator =
/** Mean operating time between failures. */
| "mtbf"
/** The same, outages that overlap or touch counted once. */
| "mtbf_episodes"
/** Mean time to restoration. */
| "mttr"
/** The same, open failures taken in. */
| "mttr_censored"
/** Mean active repair time. */
| "mean_repair_time"
/** Mean time to resolution of tickets. */
| "mean_resolution"
/** Mean time to failure of what is not repaired. */
| "mttf"
/** MTBF over MTBF and MTTR. */
| "inherent_availability"
/** Operating time over operating time and all maintenance downtime. */
| "achieved_availability"
/** Operating time over required time. */
| "operational_availability"
/** Availability against failures only. */
| "failure_availability"
/** Availability against planned stops only. */
| "planned_availability"
/** Share of preventive work in maintenance downtime. */
| "preventive_down_share"
/** Share of immediate corrective work in maintenance downtime. */
| "immediate_down_share"
/** Operating time per work order that stops an asset. */
| "operating_time_per_stop"
/** Failures per hour of operation. */
| "failure_rate"
/** Failures per year of operation. */
| "annual_failure_rate"
/** Preventive works done in tolerance. */
| "preventive_compliance"
/** Preventive works done on or before the due day. */
| "preventive_on_time"
/** Work orders done as scheduled. */
| "schedule_compliance"
/** Weeks of work waiting. */
| "backlog_weeks"
/** Share of observations with somebody at work. */
| "wrench_time"
/** Share of tickets fixed the first time. */
| "first_time_fix"
/** Share of tickets that never changed hands. */
| "reassignment_free"
/** Share of tickets reopened. */
| "reopen_rate"
/** Share of tickets within their service level. */
| "level_compliance"
/** Corrective share of corrective and preventive hours. */
| "reactive_share"
/** Corrective share of hours. */
| "corrective_work_share"
/** Immediate corrective share of hours. */
| "immediate_work_share"
/** Preventive share of hours. */
| "preventive_work_share"
/** Condition-based share of hours. */
| "condition_work_share"
/** Predetermined share of hours. */
| "predetermined_work_share"
/** Overtime share of hours. */
| "overtime_share"
/** Planned and scheduled hours over available hours. */
| "planned_work_share"
/** Training over hours. */
| "training_share"
/** Trained people. */
| "trained_share"
/** Maintenance people over all. */
| "personnel_share"
/** Assets whose criticality was judged. */
| "criticality_coverage"
/** Cost per asset. */
| "cost_per_asset"
/** Cost per ticket. */
| "cost_per_ticket"
/** Cost over replacement value. */
| "cost_over_replacement"
/** Value of spares over replacement value. */
| "spares_over_replacement"
/** Own staff's share of cost. */
| "internal_share"
/** Hired staff's share of cost. */
| "external_share"
/** Contractors' share of cost. */
| "contractor_share"
/** Materials' share of cost. */
| "material_share"
/** Materials over stock. */
| "stock_turnover"
/** Corrective share of cost. */
| "corrective_cost_share"
/** Preventive share of cost. */
| "preventive_cost_share"
/** Condition-based share of cost. */
| "condition_cost_share"
/** Predetermined share of cost. */
| "predetermined_cost_share"
/** Improvement share of cost. */
| "improvement_cost_share"
/** Training per head. */
| "training_per_head"
/** Requests served from stock. */
| "stock_service";

/** The unit of an indicator. */
export type IndicatorUnit =
/** Hours. */
| "hours"
/** A share of one; people read percent. */
| "share"
/** A quotient without unit. */
| "ratio"
/** Events an hour. */
| "per_hour"
/** Events a year of 8 766 hours (365.25 days). */
| "per_year"
/** Weeks. */
| "weeks"
/** Minor units of the currency. */
| "minor"
/** Minor units of the currency and head. */
| "minor_per_head";

/** A chart of single values and their moving ranges (`XmR`). */
export interface IndividualsChart {
    /** Mean of the values. */
    readonly centre: number;
    /** Mean distance of successive values. */
    readonly movingRange: number;
    /** `centre − 3 moving_range / d₂`, `d₂ = 2/√π`; tables print the factor as 2.66. */
    readonly lower: number;
    /** `centre + 3 moving_range / d₂`. */
    readonly upper: number;
    /** Largest usual distance of successive values; tables print its factor as 3.27. */
    readonly movingRangeUpper: number;
    /** Places of the values outside the limits. */
    readonly outside: readonly number[];
    /** Places of the values that end a run of `RUN_LENGTH` or more on one side of the centre. */
    readonly runs: readonly number[];
    /** Places of the values too far from the one before. */
    readonly jumps: readonly number[];
}

/** How the interval of an indicator is found. */
export type IntervalKind =
/** None is given. */
| "none"
/** χ² bounds of a mean time between failures. */
| "mean_time"
/** χ² bounds of a rate: those of the mean time, inverted. */
| "rate"
/** Wilson bounds of a proportion. */
| "wilson";

/** What an intervention is for. */
export type InterventionKind =
/** Planned work that prevents failures. */
| "preventive"
/** Repair after a failure. */
| "corrective"
/** System and software updates. */
| "update"
/** Replacement of equipment. */
| "renewal"
/** Changes that make equipment more dependable without changing what it does. */
| "improvement"
/** Kick-off, review or follow-up meeting. */
| "meeting";

/** Where the work is done. */
export type InterventionPlace =
/** At the equipment. */
| "on_site"
/** From elsewhere. */
| "remote";

/** An intervention: what is known of it. */
export interface InterventionRow {
    /** Its number or key. */
    readonly id: string;
    /** What was done. */
    readonly action?: string;
    /** Assets worked on, each once, sorted. */
    readonly assets?: readonly string[];
    /** What decides when preventive work is done. */
    readonly basis?: PreventiveBasis;
    /** When work began. */
    readonly begun?: string;
    /** Its category. */
    readonly category?: string;
    /** Why it was necessary. */
    readonly cause?: string;
    /** The contract under which it is done. */
    readonly contract?: string;
    /** What it cost. */
    readonly costs?: Costs;
    /** The time in which equipment was taken out of service. */
    readonly downtime?: DownSpan;
    /** The day on which it is due. */
    readonly due?: string;
    /** When work ended. */
    readonly ended?: string;
    /** What was estimated. */
    readonly estimatedMinutes?: number;
    /** The part of it by other companies. */
    readonly externalMinutes?: number;
    /** The team in charge. */
    readonly group?: string;
    /** The incident that it answers. */
    readonly incident?: string;
    /** The interval of the preventive work. */
    readonly intervalDays?: number;
    /** Whether it could not be put off. */
    readonly isImmediate?: boolean;
    /** What it is for. */
    readonly kind?: InterventionKind;
    /** Labour, of all people together. */
    readonly labourMinutes?: number;
    /** The occurrence of the plan that it fulfils. */
    readonly occurrence?: string;
    /** The part of it in overtime. */
    readonly overtimeMinutes?: number;
    /** Where it is done. */
    readonly place?: InterventionPlace;
    /** Planned begin. */
    readonly plannedFrom?: string;
    /** Planned end. */
    readonly plannedTo?: string;
    /** Its priority. */
    readonly priority?: string;
    /** How often it had to be done again. */
    readonly reopenCount?: number;
    /** Where. */
    readonly site?: string;
    /** How it stands. */
    readonly status?: InterventionStatus;
    /** The company that works. */
    readonly supplier?: string;
    /** Who works, each once, sorted. */
    readonly technicians?: readonly string[];
    /** Travel. */
    readonly travelMinutes?: number;
    /** Times in which it waited, in order. */
    readonly waits?: readonly WaitingTime[];
}

/** How an intervention stands. */
export type InterventionStatus =
/** To be done. */
| "planned"
/** Begun. */
| "in_progress"
/** Done. */
| "done"
/** Given up by decision. */
| "cancelled"
/** Its time passed and it was not done. */
| "not_done";

/** What an indicator says: a value, or why there is none; never a zero for what is not known. */
export interface KpiAnswer {
    /** Id of the definition. */
    readonly indicator: Indicator;
    /** The value in the unit of the definition; a share is between 0 and 1. */
    readonly value: number | null;
    /**
     * Cases that are still open and not in the value: incidents without an end, levels not yet
     * decided.
     */
    readonly open: number;
    /** Cases left out because they are too young to judge. */
    readonly censored: number;
    /** Records that should have counted and do not say enough. */
    readonly unknown: number;
    /** Confidence of the interval, where there is one. */
    readonly confidence?: number;
    /** What it is divided by, in the unit of its measures. */
    readonly denominator?: number;
    /** Lower end of the interval at `confidence`; one-sided where there is no upper end. */
    readonly lower?: number;
    /** Measures that are not known and that it needs. */
    readonly missing?: readonly Measure[];
    /** What is divided, in the unit of its measures. */
    readonly numerator?: number;
    /** Why there is no value. */
    readonly reason?: NoValue;
    /** Upper end of the interval. */
    readonly upper?: number;
}

/** A change of an indicator. */
export interface KpiChange {
    /** Which one. */
    readonly indicator: Indicator;
    /** Its answer in the earlier window. */
    readonly before: KpiAnswer;
    /** Its answer in the later window. */
    readonly after: KpiAnswer;
    /** Later less earlier value. */
    readonly difference: number | null;
    /** How it was tested. */
    readonly test: ChangeTest;
    /** How often chance alone gives a change at least as large. */
    readonly pValue: number | null;
    /** What it means at the confidence of the answers. */
    readonly verdict: Verdict;
}

/** A test of a series in order of time against a rise or a fall. */
export interface MannKendall {
    /** Number of values. */
    readonly values: number;
    /** Pairs that rise less pairs that fall. */
    readonly s: number;
    /** Variance of `s` without trend, reduced for equal values. */
    readonly variance: number;
    /** `s` over the number of pairs (Kendall's τₐ); `null` without a pair. */
    readonly tau: number | null;
    /** Two-sided p-value of no trend. */
    readonly pValue: number | null;
    /** Which way the series goes. */
    readonly direction: Direction | null;
    /**
     * Median slope of all pairs, per place of the series (Theil 1950, Sen 1968); `null` without a
     * pair.
     */
    readonly slope: number | null;
    /** How the p-value was found. */
    readonly method: TestMethod | null;
    /** Why a figure is missing. */
    readonly reason: NoTrend | null;
}

/** Two samples compared by their ranks. */
export interface MannWhitney {
    /**
     * Pairs in which the value of the sample is above that of the reference, equal ones counting
     * half.
     */
    readonly u: number | null;
    /**
     * `u` over the number of pairs: how often a value of the sample is the larger one, ½ without
     * difference.
     */
    readonly superiority: number | null;
    /** Two-sided p-value of one law for both. */
    readonly pValue: number | null;
    /** Whether values of the sample are larger (`up`) or smaller than those of the reference. */
    readonly direction: Direction | null;
    /** How the p-value was found. */
    readonly method: TestMethod | null;
    /** Why there is no figure. */
    readonly reason: NoComparison | null;
}

/**
 * A total. Those of time and tickets come from the log and the estate; those marked *given*
 * only from the caller, since no log has them.
 */
export type Measure =
/** Windows of the assets in service, less planned windows: seconds. */
| "required_seconds"
/** Required time less unplanned downtime: seconds. */
| "operating_seconds"
/** Unplanned downtime, united: seconds. */
| "failure_down_seconds"
/** Planned windows, united: seconds. */
| "planned_down_seconds"
/** Planned windows of preventive work: seconds. */
| "preventive_down_seconds"
/** Downtime due to failures and planned windows: seconds. */
| "maintenance_down_seconds"
/** Active time of corrective work that could not wait: seconds. */
| "immediate_repair_seconds"
/** Outages that begin in the window. */
| "failures"
/** Runs of outages that overlap or touch. */
| "failure_episodes"
/** Failures whose end is known. */
| "restored_failures"
/** Failures still open. */
| "open_failures"
/** From failure to restoration, of those that are restored: seconds. */
| "restoration_seconds"
/** From failure to the end of the window, of those still open: seconds. */
| "open_restoration_seconds"
/** From begin to end of corrective work, waits left out: seconds. */
| "repair_seconds"
/** Corrective interventions with begin and end. */
| "repairs"
/** Interventions that stopped an asset. */
| "downtime_orders"
/** Tickets opened. */
| "opened_tickets"
/** Tickets opened and not resolved. */
| "open_tickets"
/** Tickets resolved, the instant being known. */
| "resolved_tickets"
/** Tickets resolved or closed whose changes of group are known. */
| "routed_tickets"
/** Of these, those that never changed hands. */
| "unreassigned_tickets"
/** Tickets resolved or closed whose reopenings are known. */
| "reopen_known_tickets"
/** Of these, those reopened at least once. */
| "reopened_tickets"
/** Tickets resolved whose visits are known and that are old enough to judge. */
| "first_time_judged_tickets"
/** Of these, those resolved with one visit and not reopened. */
| "first_time_fixed_tickets"
/** Resolved too lately to be judged. */
| "first_time_young_tickets"
/** From opening to resolution: seconds. */
| "resolution_seconds"
/** Tickets within their service level. */
| "levels_met"
/** Tickets beyond it, those still open included. */
| "levels_breached"
/** Tickets still open and not late. */
| "levels_open"
/** Tickets without a service level. */
| "levels_unknown"
/** Preventive works due. */
| "preventive_due"
/** Of these, done within the tolerance. */
| "preventive_in_tolerance"
/** Of these, done on or before the due day. */
| "preventive_on_time"
/** Work orders scheduled. */
| "orders_scheduled"
/** Of these, done on the day scheduled. */
| "orders_as_scheduled"
/** Estimated work of orders not done: minutes. */
| "backlog_minutes"
/** Orders not done without an estimate. */
| "backlog_without_estimate"
/** Work of the crew in a week: minutes, given. */
| "crew_week_minutes"
/** Observations of somebody at work, given. */
| "hands_on_samples"
/** Observations in all, given. */
| "work_samples"
/** Work on corrective interventions: minutes. */
| "corrective_minutes"
/** Of this, on what could not wait: minutes. */
| "immediate_minutes"
/** Work on preventive interventions: minutes. */
| "preventive_minutes"
/** Of this, because of a measured condition: minutes, given. */
| "condition_minutes"
/** Of this, at fixed intervals: minutes. */
| "predetermined_minutes"
/** Work of every kind: minutes. */
| "work_minutes"
/** Overtime: minutes. */
| "overtime_minutes"
/** Planned and scheduled work: minutes. */
| "scheduled_minutes"
/** Work that could be had: minutes, given. */
| "available_minutes"
/** Training: minutes, given. */
| "training_minutes"
/** Cost of own staff. */
| "internal_minor"
/** Cost of hired staff. */
| "external_minor"
/** Cost of contractors. */
| "contractor_minor"
/** Cost of parts and materials. */
| "material_minor"
/** Cost of maintenance in all: the four above, travel included in that of who travels. */
| "maintenance_minor"
/** Of this, corrective. */
| "corrective_minor"
/** Of this, preventive. */
| "preventive_minor"
/** Of this, because of a measured condition, given. */
| "condition_minor"
/** Of this, at fixed intervals. */
| "predetermined_minor"
/** Of this, updates and renewals. */
| "improvement_minor"
/** Cost of training, given. */
| "training_minor"
/** What replacing the assets would cost. */
| "replacement_minor"
/** Value of spare parts in stock, given. */
| "spare_minor"
/** Assets. */
| "assets"
/** Of these, those whose criticality was judged. */
| "judged_assets"
/** People in maintenance, given. */
| "personnel"
/** Of these, those trained, given. */
| "trained_personnel"
/** People employed in all, given. */
| "employees"
/** Requests to the stock, given. */
| "stock_requests"
/** Of these, served from it, given. */
| "stock_served";

/** How badly a power law fits. */
export interface Misfit {
    /** `1/(12m) + Σ ((t/T)^β − (2i−1)/(2m))²` over the sorted `t/T`, with β without bias. */
    readonly statistic: number;
    /** Failures that it counts: those that ended an observation are left out. */
    readonly failures: number;
    /**
     * Critical values at `MISFIT_LEVELS`, for the greatest tabled number of failures that is not
     * above.
     */
    readonly critical: readonly [number, number, number, number, number];
    /** The smallest level at which the power law is rejected; `null` when it is at none of them. */
    readonly rejectedAt: number | null;
}

/** An amount of money: `1 250,00 €` is `price_minor` 125 000 of `EUR`. */
export interface Money {
    readonly minor: number;
    /** An ISO 4217 code. */
    readonly currency: string;
}

/** A mean time between failures and how well it is known, for a constant hazard. */
export interface MtbfEstimate {
    /** Operating time over failures; `null` without failure. */
    readonly mtbf: number | null;
    /**
     * Lower end of the two-sided interval; `null` for an observation stopped at a failure without
     * any.
     */
    readonly lower: number | null;
    /** Upper end of the two-sided interval; `null` without failure. */
    readonly upper: number | null;
    /**
     * Bound that the mean is above with the confidence asked for, the whole risk being on this
     * side.
     */
    readonly lowerOneSided: number | null;
}

/** Why there is no comparison. */
export type NoComparison =
/** A sample is empty: no trial, no exposure, no value. */
| "empty_sample"
/** Neither sample has an event. */
| "no_event";

/** Why a recommendation has no simulated effect. */
export type NoEffect =
/** The measure changes no work of the plan. */
| "not_planned"
/** The group is one of tickets, not of assets. */
| "not_of_assets"
/** No task with an interval applies to the group, or none would change. */
| "no_task";

/** Why there is no power law. */
export type NoPowerLaw =
/** No item failed. */
| "no_failure"
/**
 * Every failure is at the end of its observation, as a single failure that ended it is: any
 * steeper trend fits better still.
 */
| "unbounded"
/** A failure at age 0 fits no power law. */
| "failure_at_start"
/**
 * The likelihood has no maximum between 0.001 and 1000, as when all failures come just after
 * late starts.
 */
| "no_maximum";

/** Why a trend has no figure. */
export type NoTrend =
/** No failure, or none beside the one that ended the observation. */
| "no_failure"
/** Too few failures for the approximation that the p-value rests on. */
| "too_few"
/** A failure at the very start of the observation, whose logarithm has no bound. */
| "failure_at_start"
/** All values are equal. */
| "no_variation";

/** Why an indicator has no value. */
export type NoValue =
/** No failure in the window: there is a lower bound, no mean. */
| "no_failure"
/** The assets never operated in the window. */
| "no_operating_time"
/** The window holds no required time. */
| "no_required_time"
/** No incident is closed yet. */
| "no_closed_incident"
/** There is nothing to divide by: nothing due, no hours, no cost. */
| "nothing_counted"
/** A measure that it needs is not known: `missing` says which. */
| "not_given"
/** The data do not carry an estimate. */
| "not_estimable";

/** Why there is no fitted law. */
export type NoWeibull =
/** No item failed: only a lower bound of the mean life can be given. */
| "no_failure"
/** One failure, or all at one age with none outliving it: any steep shape fits better still. */
| "unbounded"
/** Ages of entry leave the likelihood without a maximum inside the range of shapes. */
| "no_maximum";

/** The availability of a node with all that it depends on. */
export interface NodeAvailability {
    /** The node. */
    readonly node: number;
    /** Share of the time that it works. */
    readonly availability: number;
    /** Share of the time that it does not; precise also where it is tiny. */
    readonly unavailability: number;
    /** The nodes it depends on, itself included, the most important first, then by place. */
    readonly importance: readonly NodeImportance[];
    /** Decisions of the diagram: what the answer cost. */
    readonly decisions: number;
}

/** How much a node weighs in the availability of another. */
export interface NodeImportance {
    /** The node. */
    readonly node: number;
    /** Availability with the node always up, less that with it always down (Birnbaum 1969). */
    readonly importance: number;
    /** Unavailability that goes away with a perfect node. */
    readonly improvement: number;
}

/** An incident that is open. */
export interface OpenIncident {
    /** The incident; serialised as its id. */
    readonly incident: string;
    /**
     * Seconds since it was reported; time in which it was resolved before it was opened again is
     * included.
     */
    readonly ageSeconds: number;
    /** Place of its age among the ages of the list. */
    readonly bucket: number;
    /** For what it waits, if it does. */
    readonly waiting?: Waiting;
}

/** What is open at an instant. */
export interface OpenList {
    /** Open incidents, the oldest first, then by id. */
    readonly incidents: readonly OpenIncident[];
    /** How many are how old, the youngest first. */
    readonly ageing: readonly Ageing[];
    /**
     * Incidents of which it is not known whether they are open: no date of opening, or over since
     * nobody knows when.
     */
    readonly unknownCount: number;
}

/** Groups by their part of a total. */
export interface Pareto {
    /** What is added up. */
    readonly measure: Measure;
    /** The total. */
    readonly total: number;
    /**
     * Largest amount first, then by the texts; groups with nothing or of which nothing is known
     * are left out.
     */
    readonly rows: readonly ParetoRow[];
}

/** Class of a group in a Pareto analysis. */
export type ParetoClass =
/** The first groups, up to four fifths of the total. */
| "A"
/** The next ones, up to nineteen twentieths. */
| "B"
/** The rest. */
| "C";

/** A group and its part of a total. */
export interface ParetoRow {
    /** Number of the group. */
    readonly group: number;
    /** Its texts. */
    readonly key: readonly (string | null)[];
    /** Its amount. */
    readonly amount: number;
    /** Its part of the total. */
    readonly share: number;
    /** Part of it and of the groups before it. */
    readonly cumulatedShare: number;
    /**
     * A when the groups before it make less than four fifths, B when less than nineteen
     * twentieths.
     */
    readonly class: ParetoClass;
}

/** A percentile and what it was taken from. */
export interface Percentile {
    /** The share asked for, 0 to 1. */
    readonly share: number;
    /** The value; `null` without any. */
    readonly value: number | null;
    /** Number of values. */
    readonly count: number;
}

/** Length of a period. */
export type PeriodUnit =
/** A month of the calendar. */
| "month"
/** January, April, July or October and the two months that follow. */
| "quarter"
/** A year of the calendar. */
| "year";

/** The load of a plan. */
export interface PlanLoad {
    /** Occurrences. */
    readonly occurrences: number;
    /** Work, minutes. */
    readonly workMinutes: number;
    /** Visits on site. */
    readonly visits: number;
}

/**
 * A power-law trend of the failures of repaired items: `λ β t^(β−1)` failures per unit of time
 * and item, a Poisson process (Crow 1974).
 */
export interface PowerLaw {
    /** Number of failures. */
    readonly failures: number;
    /** β by maximum likelihood: above 1 the items get worse, below 1 they get better. */
    readonly beta: number;
    /** λ by maximum likelihood. */
    readonly lambda: number;
    /** Standard error of β, from the observed information. */
    readonly seBeta: number;
    /** Logarithm of the likelihood. */
    readonly loglik: number;
    /**
     * β without bias: `(m − 1) / Σ ln(T/t)` over the `m` failures beside those that ended an
     * observation; `null` with fewer than two of them, or when an item was not seen from new.
     */
    readonly betaUnbiased: number | null;
    /** λ with that β. */
    readonly lambdaUnbiased: number | null;
    /**
     * Confidence interval of β: exact by χ² with `2m` degrees of freedom when all items are seen
     * from new and some failure is left beside those that ended an observation; otherwise normal
     * on the logarithm.
     */
    readonly betaInterval: readonly [number, number];
    /** The greatest age under observation, which the figures below are for. */
    readonly end: number;
    /** Failures per unit of time and item at that age. */
    readonly intensityAtEnd: number;
    /** Its confidence interval, normal on the logarithm. */
    readonly intensityInterval: readonly [number, number];
    /** Mean time between failures at that age, `1 / intensity`. */
    readonly mtbfAtEnd: number;
    /** Its confidence interval. */
    readonly mtbfInterval: readonly [number, number];
    /** The same with β without bias. */
    readonly mtbfAtEndUnbiased: number | null;
    /** Time under observation over failures, which takes the rate to be constant. */
    readonly cumulativeMtbf: number;
    /** Cramér and von Mises' measure of misfit, with β without bias. */
    readonly misfit: Misfit | null;
}

/** The answer of `power_law`. */
export interface PowerLawEstimate {
    /** The trend; `null` when the failures do not decide it. */
    readonly trend: PowerLaw | null;
    /** Why there is no trend. */
    readonly reason: NoPowerLaw | null;
    /** Number of items. */
    readonly items: number;
    /** Number of failures. */
    readonly failures: number;
    /** Time under observation of all items. */
    readonly exposure: number;
}

/** What decides when preventive work is done. */
export type PreventiveBasis =
/** The calendar or a meter. */
| "predetermined"
/** The state that was observed or measured. */
| "condition"
/** A forecast made from what was measured. */
| "predictive";

/** A group that suggests a problem. */
export interface Problem {
    /** By what it is grouped. */
    readonly cluster: Cluster;
    /** What speaks for it. */
    readonly evidence: ProblemEvidence;
    /** The asset, category, subcategory, site or cause; of two, the category. */
    readonly first: string;
    /** Recent incidents of the group. */
    readonly recentCount: number;
    /** Incidents of the group in the time before. */
    readonly baseCount: number;
    /** Recent incidents that were to be expected. */
    readonly expected: number;
    /** How likely so many or more are by chance. */
    readonly probability: number;
    /** The same, corrected for the number of tests. */
    readonly corrected: number;
    /** The recent incidents, by id; serialised as their ids. */
    readonly incidents: readonly string[];
    /** Those of them that are linked to a problem already. */
    readonly linkedCount: number;
    /** The asset or the site of a category. */
    readonly second?: string;
}

/** What speaks for a problem. */
export type ProblemEvidence =
/** More incidents lately than the time before makes expect. */
| "surge"
/** More incidents of a category at one place than the shares of both make expect. */
| "concentration";

/** What was found. */
export interface Problems {
    /**
     * Groups that suggest a problem, the least likely by chance first, then by kind, evidence and
     * texts.
     */
    readonly problems: readonly Problem[];
    /** Number of tests made, all groups and both kinds of evidence. */
    readonly tests: number;
    /** Recent incidents. */
    readonly recentCount: number;
    /** Incidents of the time before. */
    readonly baseCount: number;
}

/** Two shares compared. */
export interface ProportionDifference {
    /** The share of the sample less that of the reference; `null` when one has no trial. */
    readonly difference: number | null;
    /** Lower bound of the difference. */
    readonly lower: number | null;
    /** Upper bound of the difference. */
    readonly upper: number | null;
    /** Fisher's exact test that both are the same share; 0 stands for less than 10⁻³⁰⁰. */
    readonly pValue: number | null;
    /** Which way it goes. */
    readonly direction: Direction | null;
    /** How the p-value was found: always exact. */
    readonly method: TestMethod | null;
    /** Why there is no figure. */
    readonly reason: NoComparison | null;
}

/** A share and how well it is known. */
export interface ProportionInterval {
    /** Successes over trials; `null` without a trial, as the bounds. */
    readonly ratio: number | null;
    /** Lower bound, from 0. */
    readonly lower: number | null;
    /** Upper bound, to 1. */
    readonly upper: number | null;
}

/** Two rates compared. */
export interface RateRatio {
    /** Rate of the sample over that of the reference; `null` when the reference has no event. */
    readonly ratio: number | null;
    /** Lower bound of the ratio; `null` when no event was counted at all. */
    readonly lower: number | null;
    /** Upper bound of the ratio; `null` when the reference has no event. */
    readonly upper: number | null;
    /** Exact two-sided p-value of equal rates; `null` when no event was counted at all. */
    readonly pValue: number | null;
    /** Which way it goes. */
    readonly direction: Direction | null;
    /** Why there is no figure. */
    readonly reason: NoComparison | null;
}

/**
 * A chart of shares (p) or rates (u), with limits for each point, since the denominators
 * differ.
 */
export interface RatioChart {
    /** The ratio of sums. */
    readonly centre: number;
    /** Each point, in the order given. */
    readonly points: readonly ControlPoint[];
    /**
     * Standard deviation of the points in units of the one that chance gives, from moving ranges
     * (Laney 2002): about 1 when the counts vary by chance alone. Well above 1, as with thousands
     * of tickets a month, nearly every point leaves these limits. `null` with fewer than two
     * points or no variation.
     */
    readonly dispersion: number | null;
    /** Places of the points outside the limits. */
    readonly outside: readonly number[];
    /** Places of the points that end a run of `RUN_LENGTH` or more on one side of the centre. */
    readonly runs: readonly number[];
}

/** A resolution that did not hold. */
export interface Reopening {
    /** When it was resolved. */
    readonly resolved: string;
    /** When it was opened again. */
    readonly reopened: string;
}

/** Two incidents of one asset or cause, one soon after the other. */
export interface Repeat {
    /** The earlier incident; serialised as its id, like the later one. */
    readonly earlier: string;
    /** The later one: the next of the same key. */
    readonly later: string;
    /**
     * Seconds from the time at which the earlier one worked again, or was over, to the report of
     * the later one; 0 where that was reported before.
     */
    readonly gapSeconds: number;
    /** The cause, where that is in common. */
    readonly cause?: string;
    /** The asset or the site, where that is in common. */
    readonly first?: string;
}

/** What two incidents have in common. */
export type RepeatKey =
/** The asset. */
| "asset"
/** The asset and the cause. */
| "asset_and_cause"
/** The site and the cause. */
| "site_and_cause"
/** The cause, wherever. */
| "cause";

/** The survival of observed lives. */
export interface SurvivalCurve {
    /** Number of lives. */
    readonly lives: number;
    /** Number of failures. */
    readonly failures: number;
    /** Earliest age at entry: survival is that of items that reach it. `null` without a life. */
    readonly from: number | null;
    /** Greatest age under observation: nothing is known beyond it. `null` without a life. */
    readonly to: number | null;
    /** Confidence of the band, at each age by itself. */
    readonly confidence: number;
    /** One point for each age with failures, sorted by age. */
    readonly points: readonly SurvivalPoint[];
    /** The median life. */
    readonly median: SurvivalQuantile;
    /** What is wrong with the curve. */
    readonly flaw: SurvivalFlaw | null;
}

/** What keeps a survival curve from saying what it seems to say. */
export type SurvivalFlaw =
/** No item failed: survival is not known to fall at all. */
| "no_failure"
/**
 * All items under observation failed at an age that others were known to pass later: survival
 * is stuck at 0 for lack of items, not of survivors.
 */
| "emptied_early";

/** Survival just after an age at which items failed. */
export interface SurvivalPoint {
    /** The age. */
    readonly age: number;
    /** Items under observation just before that age. */
    readonly atRisk: number;
    /** Items that failed at that age. */
    readonly failures: number;
    /** Share of the items that work beyond that age. */
    readonly survival: number;
    /** Variance of the share by Greenwood's formula; `null` once nothing survives. */
    readonly variance: number | null;
    /** Lower end of the band, by way of `ln(−ln S)`; `null` once nothing survives. */
    readonly lower: number | null;
    /** Upper end of the band. */
    readonly upper: number | null;
}

/** An age by which a share of the items fail. */
export interface SurvivalQuantile {
    /** The first age at which survival is not above the rest; `null` when it is never that low. */
    readonly age: number | null;
    /** The first age at which the lower end of the band is that low (Brookmeyer and Crowley 1982). */
    readonly lower: number | null;
    /** The first age at which the upper end of the band is that low. */
    readonly upper: number | null;
}

/** The interventions of a time, by period and kind. */
export interface Synthesis {
    /** Rows with at least one intervention, by period, then kind, unknown kinds first. */
    readonly rows: readonly SynthesisRow[];
    /** Interventions without any date. */
    readonly undated: number;
    /** Costs left out because the sum of their row passes the largest amount. */
    readonly costsLeftOut: number;
}

/** The interventions of one kind in one period. */
export interface SynthesisRow {
    /** First day of the period. */
    readonly period: string;
    /** Kind; `null` for those of which it is not known. */
    readonly kind: InterventionKind | null;
    /** How many, of any status. */
    readonly count: number;
    /** Those that were done. */
    readonly done: number;
    /** Those that were cancelled or not done. */
    readonly givenUp: number;
    /** Those on site. */
    readonly onSite: number;
    /** Those from elsewhere; of the others the place is not known. */
    readonly remote: number;
    /** Minutes of labour of those of which they are known. */
    readonly labourMinutes: number;
    /** Those that were done and of which the labour is not known. */
    readonly labourUnknown: number;
    /** Minutes of travel of those of which they are known. */
    readonly travelMinutes: number;
    /** Cost of those of which it is known, by currency. */
    readonly costs: readonly Money[];
    /** Those that were done and of which the cost is not known. */
    readonly costUnknown: number;
}

/** How a p-value was found. */
export type TestMethod =
/** From the law of the statistic itself. */
| "exact"
/** From the normal law that it approaches. */
| "normal"
/** From the χ² law. */
| "chi_square";

/** One text in English and, where given, in French. */
export interface Text {
    readonly en: string;
    readonly fr?: string;
}

/** An indicator over the windows. */
export interface Trend {
    /** Which one. */
    readonly indicator: Indicator;
    /** Its value in each window; `null` where it has none. */
    readonly values: readonly (number | null)[];
    /**
     * Windows that have a value, by number: places of `mannKendall` and of the charts refer to
     * this list.
     */
    readonly windows: readonly number[];
    /** Whether the values rise or fall. */
    readonly mannKendall: MannKendall;
    /** Limits of a chart of single values, for indicators that are neither shares nor rates. */
    readonly individuals?: IndividualsChart;
    /**
     * For indicators of failures: whether failures come more often, by the centroid of their
     * times.
     */
    readonly laplace?: TrendTest;
    /** The same by the logarithms of their times (MIL-HDBK-189). */
    readonly milHandbook?: TrendTest;
    /** Limits of a p-chart (shares) or u-chart (failures for their exposure). */
    readonly ratios?: RatioChart;
}

/** A test of a constant rate of failures against a trend. */
export interface TrendTest {
    /** Failures that the statistic counts: those that ended an observation are left out. */
    readonly failures: number;
    /** The statistic. */
    readonly statistic: number | null;
    /** Degrees of freedom of χ². */
    readonly degrees: number | null;
    /** Two-sided p-value of a constant rate. */
    readonly pValue: number | null;
    /** `up`: failures come more often with time, the item gets worse. */
    readonly direction: Direction | null;
    /** The law that the p-value comes from. */
    readonly method: TestMethod | null;
    /** Why a figure is missing. */
    readonly reason: NoTrend | null;
}

/** What a change means. */
export type Verdict =
/** Better, beyond chance. */
| "better"
/** Worse, beyond chance. */
| "worse"
/** Different beyond chance, of an indicator that is neither good nor bad. */
| "different"
/** Chance explains it. */
| "chance"
/** Not tested, or a value is missing. */
| "untested";

/** What a ticket waits for while it is paused. */
export type Waiting =
/** An answer or an action of the customer. */
| "customer"
/** Access to the site, to the machine or to a maintenance window. */
| "access"
/** A spare part. */
| "parts"
/** The manufacturer or publisher. */
| "supplier"
/** Another company, such as a telecom operator. */
| "third_party"
/** A date agreed with the customer. */
| "scheduled"
/** Anything else. */
| "other";

/** A time in which nothing went on. */
export interface WaitingTime {
    /** Since when. */
    readonly from: string;
    /** For what. */
    readonly reason: Waiting;
    /** The same in the words of the source. */
    readonly label?: string;
    /** Until when; left out while it lasts. */
    readonly to?: string;
}

/** The answer of `weibull_fit`. */
export interface WeibullEstimate {
    /** The fit; `null` when the lives do not decide it. */
    readonly fit: WeibullFit | null;
    /** Why there is no fit. */
    readonly reason: NoWeibull | null;
    /** Number of lives. */
    readonly lives: number;
    /** Number of failures. */
    readonly failures: number;
    /**
     * Total time under observation, `Σ (age − entry)`. Without failure the mean life is above
     * `exposure / −ln(1 − c)` with confidence `c`, if the hazard is constant.
     */
    readonly exposure: number;
}

/** A fitted Weibull law, with its precision. */
export interface WeibullFit {
    /** Shape β. */
    readonly shape: number;
    /** Scale η, in the unit of the ages. */
    readonly scale: number;
    /** Natural logarithm of the likelihood. */
    readonly loglik: number;
    /** Standard error of the shape, from the observed information. */
    readonly seShape: number;
    /** Standard error of the scale. */
    readonly seScale: number;
    /** Covariance of scale and shape. */
    readonly covariance: number;
    /** The age by which a tenth of the items fail. */
    readonly b10: number;
    /** The age by which half of the items fail. */
    readonly median: number;
    /** Mean life. */
    readonly mean: number;
}

/** A fit, and figures of it with their intervals by the profile likelihood. */
export interface WeibullProfile {
    /** The fit. */
    readonly estimate: WeibullEstimate;
    /** The figures asked for, in their order; empty without a fit. */
    readonly figures: readonly Estimate[];
}


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


// What questions about sourcing are answered with.
// Generated from the types of the core by `make update`.

/** Why work comes up. */
export type Activity =
/** Planned upkeep. */
| "preventive"
/** Repair of a failure. */
| "corrective";

/** From a day on, an option has cost less than another that was ahead. */
export interface BreakEvenDate {
    /** The option that had cost less until then. */
    readonly before: string;
    /** The option that has cost less from then on. */
    readonly after: string;
    /** Months since the first day. */
    readonly months: number;
    /** The day. */
    readonly day: string;
}

/** Which of two is cheaper. */
export type Cheaper =
/** One's own team. */
| "inhouse"
/** The provider. */
| "outsourced"
/** Neither: to the cent the same. */
| "equal";

/** A part of the cost of a year, in the order of rows. */
export type CostPart =
/** Gross wages. */
| "wages"
/** Charges on wages. */
| "charges"
/** First hires, growth of the team and turnover. */
| "recruitment"
/** Tools of the team and of each of its members. */
| "tooling"
/** Travel to sites. */
| "travel"
/** Being on call, and the extra pay of hours outside opening hours. */
| "on_call"
/** Fees of contracts. */
| "fees"
/** Hours, visits and interventions that fees do not include. */
| "out_of_scope"
/** Interventions ordered one by one. */
| "interventions"
/** Managing the team or the provider. */
| "management"
/** Credit for breaches of the service level; not above zero. */
| "penalties"
/** Going over to the option, once, in year 1. */
| "transition"
/** Leaving the option, once, in the last year. */
| "exit";

/** A part of the work that is alike. */
export interface DemandLine {
    /** Names the line. */
    readonly key: string;
    /** Site or category, or whatever perimeters are told apart by. */
    readonly perimeter: string;
    /** Why the work comes up. */
    readonly activity: Activity;
    /** Skill that it needs; `null`: none in particular. */
    readonly skill: string | null;
    /** On site or remote. */
    readonly mode: Mode;
    /** Interventions of year 1. */
    readonly interventions: number | null;
    /** Minutes of all of them together. */
    readonly minutes: number | null;
    /** Visits of all of them together. Remote work has none. */
    readonly visits: number | null;
    /** Share of the minutes outside opening hours, parts per million. */
    readonly outOfHoursPpm: number | null;
    /**
     * Assets of year 1 that the work is about. Lines of one perimeter are about the same assets:
     * the largest number counts.
     */
    readonly assets: number | null;
    /** Growth of interventions and assets in a year, parts per million; may be negative. */
    readonly growthPpm: number;
}

/** The work of a year. */
export interface DemandYear {
    /** From 1. */
    readonly year: number;
    /** First day. */
    readonly start: string;
    /** First day after it. */
    readonly end: string;
    /** Interventions, each line rounded half up. */
    readonly interventions: number | null;
    /** Those after a failure. */
    readonly corrective: number | null;
    /** Hours of work. */
    readonly hours: number | null;
    /** Visits. */
    readonly visits: number | null;
    /** Assets, each perimeter rounded half up. */
    readonly assets: number | null;
}

/** Something that is not covered. */
export interface Gap {
    /** Place of the part of the option. */
    readonly part: number;
    /** What kind. */
    readonly kind: GapKind;
    /** The skill; `null` for the whole part. */
    readonly skill: string | null;
    /** Interventions of year 1 that need the skill; of kind `skill`. */
    readonly interventions: number | null;
    /**
     * Hours a week that are not covered, or hours a year in which nobody is expected to be
     * present.
     */
    readonly hours: number | null;
    /** How many people have the skill; of kind `absence`. */
    readonly people: number | null;
}

/** What a provider or a team does not cover. */
export type GapKind =
/** A skill that is needed and not offered. */
| "skill"
/** Hours of the week that are needed and not offered. */
| "hours"
/** Hours of the year in which everybody who has a skill is expected to be away. */
| "absence";

/** Incidents of a year of 365 days, at the mean rate of the time observed. */
export interface IncidentForecast {
    /** The perimeter; `null` for all together. */
    readonly perimeter: string | null;
    /** First day observed. */
    readonly observedFrom: string;
    /** First day no longer observed. */
    readonly observedTo: string;
    /** Incidents of that time. */
    readonly incidents: number;
    /** Incidents of a year at the mean rate. */
    readonly perYear: number;
    /** Lower bound of that mean; `null` without an incident. */
    readonly perYearLower: number | null;
    /** Upper bound of that mean. */
    readonly perYearUpper: number | null;
    /** Confidence of the bounds. */
    readonly confidence: number;
    /** Whether incidents come at a constant rate. */
    readonly trend: TrendTest;
    /**
     * Whether there is a trend beyond chance at that confidence; `null` when the test cannot
     * tell. Then the mean rate is not that of the year to come.
     */
    readonly isTrendBeyondChance: boolean | null;
    /**
     * Incidents of the year to come if the trend goes on as a power law; only with a trend beyond
     * chance.
     */
    readonly perYearByTrend: number | null;
}

/** The answer of `make_or_buy`. */
export interface MakeOrBuy {
    /** Each year, in order. */
    readonly rows: readonly MakeOrBuyYear[];
    /** Net present value of the team with whole posts. */
    readonly npvInhouseMinor: number;
    /** Net present value of the team if posts could be divided. */
    readonly npvInhouseFractionalMinor: number;
    /** Net present value of the contract. */
    readonly npvOutsourcedMinor: number;
    /** Which is cheaper by net present value, with whole posts. */
    readonly cheaper: Cheaper;
    /** The same if posts could be divided. The two can disagree. */
    readonly cheaperFractional: Cheaper;
    /**
     * Interventions a year at which both cost the same in year 1, if posts could be divided;
     * `null` below the included ones, and where the costs of one more intervention are equal.
     */
    readonly breakEvenVolumeFractionalAboveIncluded: number | null;
}

/** One year of both. */
export interface MakeOrBuyYear {
    /** From 1. */
    readonly year: number;
    /** Interventions, rounded half up. */
    readonly volume: number;
    /** Full-time posts that the work fills. */
    readonly fteNeeded: number;
    /** Full-time posts that are paid: the next whole number. */
    readonly fteHired: number;
    /** The team with whole posts, minor units. */
    readonly inhouseMinor: number;
    /** The team if posts could be divided, minor units. */
    readonly inhouseFractionalMinor: number;
    /** The contract and its management, minor units. */
    readonly outsourcedMinor: number;
}

/** Something that is not known. */
export interface Missing {
    /** Place of the part of the option; `null` for the option as a whole. */
    readonly part: number | null;
    /** Part of the cost that is not known for it; `null` for risk and coverage. */
    readonly cost: CostPart | null;
    /** What is not known. */
    readonly reason: Unknown;
}

/** Where a task is done. */
export type Mode =
/** At a distance (à distance). */
| "remote"
/** On site (sur place). */
| "on_site";

/** What an option costs. */
export interface OptionAnswer {
    /** Its id. */
    readonly id: string;
    /** What people call it. */
    readonly title: Text;
    /** Its kind. */
    readonly kind: WayKind;
    /** Each year. */
    readonly years: readonly OptionYear[];
    /** Sum of the years, whole posts. */
    readonly totalMinor: number | null;
    /** Sum of the years, fractional posts. */
    readonly fractionalTotalMinor: number | null;
    /** Net present value, whole posts. */
    readonly npvMinor: number | null;
    /** Net present value, fractional posts. */
    readonly fractionalNpvMinor: number | null;
    /** Total over the assets of all years: what an asset costs in a year, rounded half up. */
    readonly perAssetMinor: number | null;
    /** Total over the interventions of all years, rounded half up. */
    readonly perInterventionMinor: number | null;
    /** Net present value of the expected downtime; in no cost. */
    readonly downtimeNpvMinor: number | null;
    /** Net present value with whole posts and expected downtime together. */
    readonly withRiskNpvMinor: number | null;
    /** What it does not cover, by part, kind, skill. */
    readonly gaps: readonly Gap[];
    /** What is not known of it, by part and reason. */
    readonly unknown: readonly Missing[];
}

/** What an option costs in a year. */
export interface OptionYear {
    /** From 1. */
    readonly year: number;
    /**
     * The parts of the cost, in the order of `CostPart`; those that the option does not have are
     * left out.
     */
    readonly costs: readonly PartCost[];
    /** Whole posts. The parts add up to it. */
    readonly totalMinor: number | null;
    /** Fractional posts. The parts add up to it. */
    readonly fractionalTotalMinor: number | null;
    /** Sum of the years so far, whole posts. */
    readonly cumulatedMinor: number | null;
    /** Sum of the years so far, fractional posts. */
    readonly fractionalCumulatedMinor: number | null;
    /** Posts that the work of one's own team fills; 0 without a team. */
    readonly postsNeeded: number | null;
    /** Posts that are paid. */
    readonly postsPaid: number | null;
    /** Cost of the year over its assets, rounded half up. */
    readonly perAssetMinor: number | null;
    /** Cost of the year over its interventions, rounded half up. */
    readonly perInterventionMinor: number | null;
    /** Expected hours of downtime. */
    readonly downtimeHours: number | null;
    /** What they cost, rounded half up; in no total but the next. */
    readonly downtimeMinor: number | null;
    /** Total with whole posts, and downtime. */
    readonly withRiskMinor: number | null;
}

/** What is varied to see how much the answer hangs on it. Values are multiplied by a factor. */
export type Parameter =
/** Interventions, minutes and visits together. */
| "volume"
/** Minutes of each intervention. */
| "minutes"
/** Yearly growth of the work. */
| "growth"
/** Wages. */
| "wage"
/** Share of productive hours spent on interventions; at most 1. */
| "utilisation"
/** Turnover. */
| "turnover"
/** Yearly rise of wages. */
| "wage_index"
/** Fees of contracts. */
| "fees"
/** Prices of hours, visits and interventions that fees do not include. */
| "out_of_scope"
/** Prices of interventions ordered one by one. */
| "ad_hoc"
/** Yearly rise of prices of providers, where it is assumed. */
| "price_index"
/** Overhead of management. */
| "overhead"
/** Cost of transition and of exit. */
| "one_offs"
/** Discount rate. */
| "discount";

/** A part of the cost of a year. */
export interface PartCost {
    /** Which. */
    readonly part: CostPart;
    /** With whole posts. */
    readonly minor: number | null;
    /** With fractional posts. */
    readonly fractionalMinor: number | null;
}

/** An option and how much dearer than the cheapest it is. */
export interface Rank {
    /** The option. */
    readonly option: string;
    /** Its net present value. */
    readonly npvMinor: number;
    /** More than the cheapest. */
    readonly moreMinor: number;
}

/**
 * The options by net present value. Those of which it is not known are in no list but
 * `notRanked`.
 */
export interface Ranking {
    /** By net present value with whole posts, then as given. */
    readonly order: readonly Rank[];
    /** The cheapest with whole posts; several when they cost the same. */
    readonly cheapest: readonly string[];
    /** The cheapest with fractional posts. */
    readonly cheapestFractional: readonly string[];
    /** The cheapest with whole posts and expected downtime. */
    readonly cheapestWithRisk: readonly string[];
    /** Whether whole and fractional posts disagree on the cheapest. */
    readonly basesDisagree: boolean;
    /** Whether downtime changes the cheapest; `null` when it is not known of every ranked option. */
    readonly riskDisagrees: boolean | null;
    /** Options of which something is not known, as given. */
    readonly notRanked: readonly string[];
}

/**
 * A comparison of options. Amounts are minor units; what is not known is `null`, and the option
 * says why.
 *
 * Options are in the order given, years in order, rows in the order of their lists.
 */
export interface SourcingContent {
    /** Currency of every amount. */
    readonly currency: string;
    /** Discount rate of a year, parts per million. */
    readonly discountPpm: number;
    /** The work of each year. */
    readonly demand: readonly DemandYear[];
    /** What each option costs. */
    readonly options: readonly OptionAnswer[];
    /** Which is cheaper. */
    readonly ranking: Ranking;
    /** Which is cheapest at which volume, with whole posts. */
    readonly volumes: Volumes | null;
    /** The same with fractional posts, and the very volumes at which the answer turns. */
    readonly volumesFractional: Volumes | null;
    /**
     * From when on an option has cost less than another that was ahead, by pair of options, then
     * by day.
     */
    readonly dates: readonly BreakEvenDate[];
    /**
     * How much the answer hangs on each parameter; empty when fewer than two options can be
     * ranked.
     */
    readonly tornado: readonly SourcingTornadoRow[];
    /** How far each parameter must move for another option to be cheapest, in the order asked. */
    readonly thresholds: readonly ThresholdRow[];
}

/** What an engagement asks for in a year. */
export interface SourcingDemand {
    /** Preventive lines by perimeter, skill, mode, then corrective ones by perimeter. */
    readonly lines: readonly DemandLine[];
    /** Incidents of a year: of all perimeters together, then by perimeter; empty without a log. */
    readonly forecast: readonly IncidentForecast[];
}

/** How much the answer hangs on a parameter. */
export interface SourcingTornadoRow {
    /** The parameter. */
    readonly parameter: Parameter;
    /** By which share it goes down and up, parts per million. */
    readonly ratioPpm: number;
    /**
     * By how much the second best option is dearer than the best one when it is lower; below zero
     * when it is cheaper; `null` where nothing can be told then, such as of a team without a
     * productive hour.
     */
    readonly lowMinor: number | null;
    /** The same when it is higher. */
    readonly highMinor: number | null;
    /** Distance between the two. */
    readonly swingMinor: number | null;
}

/** How far a parameter must move for another option to be cheapest. */
export interface ThresholdRow {
    /** The parameter. */
    readonly parameter: Parameter;
    /** Factors that were searched, parts per million. */
    readonly rangePpm: readonly [number, number];
    /**
     * The highest factor below 1 at which the cheapest is another; `null` when there is none in
     * the range.
     */
    readonly belowPpm: number | null;
    /** The cheapest there. */
    readonly cheapestBelow: readonly string[];
    /**
     * The lowest factor above 1 at which the cheapest is another; `null` when there is none in
     * the range.
     */
    readonly abovePpm: number | null;
    /** The cheapest there. */
    readonly cheapestAbove: readonly string[];
}

/** What is not known, so that a figure is not known either. */
export type Unknown =
/** How many interventions are asked for. */
| "interventions"
/** How long they take. */
| "minutes"
/** How many visits they take. */
| "visits"
/** Which share of the work is outside opening hours. */
| "out_of_hours"
/** How many assets there are. */
| "assets"
/** The wage. */
| "wage"
/** The charges on wages. */
| "charges"
/** What recruiting costs. */
| "recruitment"
/** The turnover. */
| "turnover"
/** What tools cost. */
| "tools"
/** What a visit costs. */
| "travel"
/** What being on call costs. */
| "on_call"
/** What management costs. */
| "overhead"
/** The price of an hour. */
| "hour_price"
/** The price of a visit. */
| "visit_price"
/** The price of an intervention. */
| "intervention_price"
/** Which share of the fees penalties give back. */
| "penalties"
/** What the transition costs. */
| "transition"
/** What leaving costs. */
| "exit"
/** How long a failure lasts. */
| "downtime"
/** What an hour of downtime costs. */
| "downtime_cost"
/** Which skills are offered. */
| "skills"
/** Which hours are offered. */
| "offered_hours"
/** Which hours are needed. */
| "needed_hours";

/** Volumes at which the same options are cheapest. */
export interface VolumeRange {
    /** First number of interventions a year. */
    readonly from: number;
    /** Last one. */
    readonly to: number;
    /** The cheapest there of those whose cost is known; several when they cost the same. */
    readonly cheapest: readonly string[];
    /**
     * Options whose cost is not known there, such as beyond included hours without the price of
     * an hour.
     */
    readonly unknown: readonly string[];
    /**
     * The very volume from which on the first of them costs less than the first of the range
     * before; `null` for the first range, and with whole posts, where costs jump.
     */
    readonly turnsAt: number | null;
}

/** Which option is cheapest at which volume of a running year. */
export interface Volumes {
    /** Interventions of year 1 as asked. */
    readonly asked: number;
    /** Up to which volume was searched. */
    readonly bound: number;
    /** Ranges that follow each other, from 0 to the bound. */
    readonly ranges: readonly VolumeRange[];
}

/** How an option gets the work done. */
export type WayKind =
/** By one's own team. */
| "in_house"
/** By a provider under a contract. */
| "contract"
/** By a provider, each intervention ordered by itself. */
| "ad_hoc"
/** Some of it one way, some another. */
| "mixed";


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


import type { IcsRequest } from "./entretien.js";
export type { IcsRequest };

/** What a periodic review is asked about. */
export interface ReviewQuestion {
    /** First day of the period. */
    readonly start: string;
    /** First day after it. */
    readonly end: string;
    /** Last day of which something is known; the last day of the period when left out. */
    readonly asOf?: string;
    /** First day after the plan that is shown, which begins the day after `asOf`; as long after the period as the period is when left out. */
    readonly planEnd?: string;
    /** Years of the forecast of renewals; 5 when left out. */
    readonly years?: number;
    /** How indicators are asked. */
    readonly indicators?: Omit<KpiQuestion, "start" | "end" | "asOf" | "grain">;
    /** What earlier reviews recommended, and what became of it. */
    readonly decisions?: readonly PastDecision[];
}

/** A recommendation of an earlier review. */
export interface PastDecision {
    /** The key under which it was recommended. */
    readonly key: string;
    /** What was recommended. */
    readonly title: { readonly en: string; readonly fr?: string };
    /** The day on which it was recommended. */
    readonly recommended: string;
    /** What became of it. */
    readonly status: DecisionStatus;
    /** The day on which it was done; needed where it was. */
    readonly done?: string;
    /** What it was to change. */
    readonly indicator?: Indicator;
    /** Of which group; the whole when left out. */
    readonly group?: readonly { readonly dimension: Dimension; readonly key?: string }[];
    /** What there is to say of it. */
    readonly note?: { readonly en: string; readonly fr?: string };
}

/** What a review looks at besides the engagement. */
export interface ReviewOptions extends OfferOptions {
    /** What was done and what failed; without it performance is not known. */
    readonly log?: Log | null;
    /** What was done under each contract: a document of format `entretien/records` 1.0. */
    readonly records?: string | Uint8Array | null;
    /** The engagement as of the last review. */
    readonly previous?: KpiEngagement | null;
    /** Rules of recommendations; the shipped ones when left out. */
    readonly rules?: AdviceDocument | string | Uint8Array | null;
}

/** What a proposal or a kick-off is asked about. */
export interface OfferQuestion {
    /** The day as of which estate and contracts are known. */
    readonly asOf: string;
    /** First day of the plan. */
    readonly start: string;
    /** First day after the plan; a year after `start` when left out. */
    readonly end?: string;
    /** What the customer has said that they need, in their order. */
    readonly needs?: readonly { readonly en: string; readonly fr?: string }[];
    /** Whom to call. */
    readonly contacts?: readonly Contact[];
}

/** Somebody to call. */
export interface Contact {
    /** What for. */
    readonly role: { readonly en: string; readonly fr?: string };
    /** Who. */
    readonly name: string;
    /** How: telephone, mail. */
    readonly reach?: string;
}

/** How a document is written. */
export interface OfferOptions {
    /** Language of its texts; `en` when left out. */
    readonly lang?: Lang;
}

/** Whose plan and log demand is drawn from, and how. */
export interface SourcingDemandOptions {
    /** The day as of which the plan is known. */
    readonly asOf: string;
    /** First day of the plan. */
    readonly start: string;
    /** First day after the plan. */
    readonly end: string;
    /** Incidents and works; without it there is no corrective work but that of the document. */
    readonly log?: Log | null;
    /** What perimeters are told apart by; `site` when left out. */
    readonly by?: "site" | "category";
    /** First day from which the log holds every incident; that of its first one when left out. */
    readonly observedFrom?: string;
    /** Skill that corrective work needs; none in particular when left out. */
    readonly correctiveSkill?: string;
    /** Growth of all lines in a year, parts per million; 0 when left out. */
    readonly growthPpm?: number;
    /** Share of all minutes outside opening hours, parts per million; unknown when left out. */
    readonly outOfHoursPpm?: number;
    /** Confidence of intervals; 0.95 when left out. */
    readonly confidence?: number;
}

/** How a comparison is written as a document. */
export interface SourcingDocumentRequest extends OfferOptions {
    /** The day as of which demand and prices are known. */
    readonly asOf: string;
    /** Who writes it; needed where the comparison is of no engagement, else that of the engagement. */
    readonly provider?: string;
    /** For whom; as `provider`. */
    readonly customer?: string;
}

/** A fraction as written, above and below the line: `[63, 100]` is 63 %. */
export type Fraction = readonly [above: number, below: number];

/** A team of one's own against a contract with a fixed fee and a price per intervention; amounts are minor units of year 1. */
export interface MakeOrBuyTerms {
    /** Interventions of year 1. */
    readonly interventionsPerYear: number;
    /** Time that one takes. */
    readonly minutesPerIntervention: number;
    /** What one full-time post costs, charges included. */
    readonly fteCostMinor: number;
    /** Hours that a full-time post is paid for in a year; 1,607 when left out. */
    readonly paidHours?: number;
    /** Share of the paid hours that is spent on interventions; all when left out. */
    readonly utilisation?: Fraction;
    /** Tools of the team a year, not indexed; 0 when left out. */
    readonly toolsMinor?: number;
    /** Fixed fee of the contract. */
    readonly outFixedMinor: number;
    /** Price of an intervention beyond the included ones. */
    readonly outUnitMinor: number;
    /** Interventions that the fixed fee includes; 0 when left out. */
    readonly outIncludedUnits?: number;
    /** What it costs to manage the contract, a share of what it bills; 0 when left out. */
    readonly managementOverhead?: Fraction;
    /** How many years are compared. */
    readonly years: number;
    /** Growth of the interventions in a year; 0 when left out. */
    readonly growth?: Fraction;
    /** Discount rate of a year; 0 when left out. */
    readonly discount?: Fraction;
    /** Rise of the prices of the contract in a year; 0 when left out. */
    readonly indexOut?: Fraction;
    /** Rise of wages in a year; 0 when left out. */
    readonly indexWage?: Fraction;
}



/**
 * A document for people, typed: made once, written in any form. The same document gives the same bytes from Rust,
 * Python and JavaScript.
 */
export class Deliverable {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** BLAKE3 of {@link Deliverable.toJson}, hex. */
    digest(): string;
    /** One of its charts as an SVG file, by id. `DOC-013` where it has none of that id. */
    svg(id: string): string;
    /** The tables and the figures of the charts as CSV files, text by name, in the order of the document. */
    toCsv(): Record<string, string>;
    /** One self-contained HTML page. */
    toHtml(): string;
    /** Its dates as calendar files: one, or as many as `bytesMax` asks for. */
    toIcs(request?: Omit<IcsRequest, "lang">): string[];
    /** Canonical JSON: every block with its typed values, fields named as in documents. */
    toJson(): string;
    /** Markdown, as GitHub reads it; charts are their figures. */
    toMarkdown(): string;
    /** The same as an object, names in camel case. */
    toObject(): DeliverableContent;
    /** An Excel workbook (XLSX): a sheet for each table, cells typed. */
    toXlsx(): Uint8Array;
    /** The last day of which something is known. */
    readonly asOf: string;
    /** Whose estate it is. */
    readonly customer: string;
    /** Which document it is. */
    readonly kind: DeliverableKind;
    /** The language of its texts. */
    readonly lang: Lang;
    /** The days that it is about, its end left out; `null` where it is about none in particular. */
    readonly period: Period | null;
    /** Ids of its charts, in order: those that {@link Deliverable.svg} draws. */
    readonly pictures: string[];
    /** Who maintains. */
    readonly provider: string;
    /** Its title. */
    readonly title: string;
}

/**
 * Gathers records in any order and in any parts: the bytes and answers of the whole are the same however the
 * records were divided. Each record is given once.
 */
export class KpiAccumulator {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** The answers of every group and window. */
    answers(): Kpis;
    /**
     * What {@link KpiAccumulator.toBytes} wrote, for the same question of the same engagement. `KPI-008` for
     * another question, `KPI-009` for other bytes.
     */
    static fromBytes(engagement: KpiEngagement, question: KpiQuestion | string | Uint8Array, bytes: Uint8Array): KpiAccumulator;
    /** Takes in what another one gathered for the same question; that one stays as it is. */
    merge(other: KpiAccumulator): void;
    /** Takes every record of a log. */
    pushLog(log: Log): void;
    /**
     * Adds a total that no log has to the group of these texts (one a dimension, `null` for what is not known)
     * and a window, by number.
     */
    pushTotal(group: readonly (string | null)[], window: number, measure: Measure, amount: number): void;
    /** What was gathered, as bytes: equal for equal records. */
    toBytes(): Uint8Array;
    /** BLAKE3 of the question, hex: only totals of the same question merge. */
    readonly question: string;
}

/**
 * An engagement of which logs are asked for indicators: time is required of its assets, levels are those of its
 * contracts, due works those of its plan.
 */
export class KpiEngagement {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Begins to gather parts of a log for the same question, here and elsewhere. What is gathered is what the
     * log says: levels are not judged and the plan is not counted.
     */
    accumulator(question: KpiQuestion | string | Uint8Array): KpiAccumulator;
    /**
     * What rules recommend on these indicators, each with its effect on the plan of the days from `start` to the
     * day before `end`. Rules are a document or an object of format `entretien/advice` 1.0; the shipped ones
     * when left out.
     */
    advise(kpis: Kpis, period: AdvicePeriod, rules?: AdviceDocument | string | Uint8Array | null): AdviceRow[];
    /**
     * Reads an engagement document (format `entretien/engagement` 1.0), strictly, with the files of
     * inventories, each a pair of name and bytes, if there are any.
     *
     * Throws an `EntretienError` with every fault of the document.
     */
    static fromJson(text: string | Uint8Array, files?: readonly (readonly [name: string, bytes: Uint8Array])[] | null): KpiEngagement;
    /**
     * The indicators of a log. Incidents of which the log does not say whether their level was kept are judged
     * by the levels of their contract; occurrences of the plan that no intervention fulfils are due and not done
     * unless `withPlan` is false. The question is an object, or a document of format
     * `entretien/kpi-question` 1.0.
     */
    kpis(log: Log, question: KpiQuestion | string | Uint8Array): Kpis;
    /**
     * The indicators of a log for people, as a page and tables: over the period, by month, category and priority, with
     * follow-up and recommendations. Rules are those of {@link KpiEngagement.advise}.
     */
    report(log: Log, question: KpiQuestion | string | Uint8Array, rules?: AdviceDocument | string | Uint8Array | null): KpiReport;
    /** Doubts about values that were taken over. */
    readonly diagnostics: FaultList;
    /** Files that gave no asset, with the reason. */
    readonly refused: FaultList;
}

/**
 * Reads the files of inventories and registers one at a time, as `InventoryReader` of the main module:
 * objects do not cross from one module to the other.
 */
export class KpiReader {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Ends the reading without a document: the shipped tasks on every asset found, counted from the day
     * `begin`. The reader cannot be used afterwards.
     */
    finishShipped(begin: string): KpiEngagement;
    /**
     * Ends the reading with an engagement document (format `entretien/engagement` 1.0). The reader cannot be
     * used afterwards.
     */
    finish(engagement: string | Uint8Array): KpiEngagement;
    /** A reader that has read nothing yet. */
    constructor();
    /** Reads one CSV of assets of which `mapping` says what its columns mean. */
    readMapped(name: string, bytes: Uint8Array, mapping: Mapping): void;
    /** Reads one file; `name` is what faults call it. */
    read(name: string, bytes: Uint8Array): void;
}

/** What a log says of an engagement, for people, computed once. */
export class KpiReport {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** Recommendations as CSV. */
    adviceCsv(lang?: Lang): string;
    /** Every answer as CSV. */
    indicatorsCsv(lang?: Lang): string;
    /** Open incidents as CSV. */
    openCsv(lang?: Lang): string;
    /** One self-contained HTML page in `lang` (`en` when left out). */
    toHtml(lang?: Lang): string;
}

/**
 * What a log says: totals of every group and window, from which each indicator follows when it is asked for.
 * Groups and windows go by number, in the order of {@link Kpis.groups} and {@link Kpis.windows}.
 */
export class Kpis {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * What rules recommend, without effects on a plan; see {@link KpiEngagement.advise} for those. The shipped
     * rules when left out.
     */
    advice(rules?: AdviceDocument | string | Uint8Array | null): Advice[];
    /** What an indicator says of a group in a window. */
    answer(group: number, window: number, indicator: Indicator): KpiAnswer;
    /** What every indicator says of a group in a window, in the order of {@link definitions}. */
    answers(group: number, window: number): KpiAnswer[];
    /**
     * What changed in an indicator of a group from the window `before` to the window `after`, and whether
     * chance explains it.
     */
    change(group: number, before: number, after: number, indicator: Indicator): KpiChange;
    /** BLAKE3 of {@link Kpis.toJson}, hex. */
    digest(): string;
    /** The number of the group of these texts, one a dimension, `null` for what is not known. */
    find(group: readonly (string | null)[]): number | undefined;
    /** The groups of a window by their part of a measure, largest first, with classes A, B and C. */
    pareto(window: number, measure: Measure): Pareto;
    /** A percentile of the time to resolution of a group in a window, in seconds. */
    resolutionPercentile(group: number, window: number, share: number): Percentile;
    /** Canonical JSON: windows, dimensions, groups, and of each window every answer and the known totals. */
    toJson(): string;
    /** The totals of a group in a window that are known, by code. */
    totals(group: number, window: number): Readonly<Partial<Record<Measure, number>>>;
    /** An indicator of a group over all windows, with trend tests and control limits. */
    trend(group: number, indicator: Indicator): Trend;
    /** What happened from this instant on is not known. */
    readonly asOf: string;
    /** Confidence of the intervals. */
    readonly confidence: number;
    /** Currency of amounts. */
    readonly currency: string | undefined;
    /** What the groups are made by. */
    readonly dimensions: readonly Dimension[];
    /** The groups, by their texts, unknown first. */
    readonly groups: readonly KpiGroup[];
    /** Records that count nowhere or not everywhere, by reason. */
    readonly leftOut: LeftOut;
    /** The windows: first day, first day left out, and both as UTC seconds since 1970. */
    readonly windows: readonly KpiWindow[];
}

/** What was done and what failed: incidents and interventions, checked, each list by id. */
export class Log {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** A log without records, to merge others into. */
    static empty(timeZone: string): Log;
    /** The preventive work that must follow each repair within `days`, 14 when left out, and what became of it. */
    followUps(asOf: string, days?: number | null): FollowUpSummary;
    /** Reads the event log of incidents: a row for each change, in order of time, folded into one record each. */
    static fromEvents(bytes: Uint8Array | string, mapping: IncidentMapping | string | Uint8Array): Log;
    /**
     * Reads tickets and their tasks as the REST API of GLPI gives them, from one file or several; times are
     * local times of `timeZone`.
     */
    static fromGlpi(files: Uint8Array | string | readonly (Uint8Array | string)[], timeZone: string): Log;
    /**
     * Reads a CSV with one row for each incident. `mapping` says what its columns mean (an object, or a document
     * of format `entretien/log-mapping` 1.0); of an empty list of columns, those whose names are known, English
     * or French, are read. A value that cannot be used is told in {@link Log.diagnostics}; only a row without an
     * id is left out.
     */
    static fromIncidents(bytes: Uint8Array | string, mapping: IncidentMapping | string | Uint8Array): Log;
    /** Reads a CSV with one row for each intervention. */
    static fromInterventions(bytes: Uint8Array | string, mapping: WorkMapping | string | Uint8Array): Log;
    /** An incident by its id. */
    incident(id: string): IncidentRow | undefined;
    /** An intervention by its id. */
    intervention(id: string): InterventionRow | undefined;
    /** This log with the records of another one; both stay as they are. `INT-001` when they share an id. */
    merged(other: Log): Log;
    /**
     * What is open at an instant, the oldest first, and how many are how old. `asOf` is an instant with its
     * offset, or a day, which counts whole; `boundsDays` divide the ages (1, 7, 30 and 90 days when left out).
     */
    openList(asOf: string, boundsDays?: readonly number[] | null): OpenList;
    /** Groups with more incidents than chance explains, guarded against the number of groups looked at. */
    problems(request: ProblemRequest): Problems;
    /**
     * Incidents that come back: each no more than `withinDays` after the one before it of the same `key` worked
     * again.
     */
    repeats(asOf: string, withinDays: number, key?: RepeatKey | null): Repeat[];
    /** The interventions of the days from `start` to the day before `end`, by month, quarter or year and kind. */
    synthesis(start: string, end: string, unit?: PeriodUnit | null): Synthesis;
    /** All records as one line of JSON, fields named as in documents. */
    toJson(): string;
    /** How many incidents and interventions there are. */
    readonly counts: LogCounts;
    /** What was doubtful in the files, in the order found. */
    readonly diagnostics: FaultList;
    /** Number of rows or objects that were left out: nothing identifies them, or they stand twice. */
    readonly refused: number;
    /** First and last day on which something happened, in its zone; `null` where nothing has a date. */
    readonly span: LogSpan | null;
    /** Zone in which its days and months are counted. */
    readonly timeZone: string;
    /** Columns and fields of which nothing was made, with the number of their values. */
    readonly unused: readonly UnusedColumn[];
}

/** A comparison of options over the years. Amounts are minor units; what is not known is `null`, and the option says why. */
export class Sourcing {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** The comparison as a document. Who writes it and for whom are those of the engagement; without one they are given. */
    toDeliverable(request: SourcingDocumentRequest): Deliverable;
    /** The comparison as one line of JSON, fields named as in documents. */
    toJson(): string;
    /** Everything in the comparison. */
    toObject(): SourcingContent;
    /** Incidents of a year that the log lets expect: of all perimeters together, then by perimeter; empty without a log. */
    readonly forecast: readonly IncidentForecast[];
}

/**
 * Compares the options of a document of format `entretien/sourcing` 1.0; contracts that it names are those of
 * `engagement`.
 */
export function compareSourcing(document: string | Uint8Array, engagement?: KpiEngagement | null): Sourcing;

/** The written definition of every indicator, in one language (`en` when left out). */
export function definitions(lang?: Lang): DefinitionRow[];

/**
 * The document of a kick-off (réunion d'initialisation): what is agreed when a contract begins. The question is that of
 * {@link proposal}.
 */
export function kickOff(engagement: KpiEngagement, question: OfferQuestion | string | Uint8Array, options?: OfferOptions): Deliverable;

/** Codes in words, by list and code, in one language (`en` when left out). */
export function labels(lang?: Lang): Labels;

/** The message of the panic that stopped the module, if one did. */
export function lastPanic(): string | undefined;

/** Compares a team with a contract of a fixed fee and a price per intervention, exactly. */
export function makeOrBuy(terms: MakeOrBuyTerms): MakeOrBuy;

/**
 * The proposal (proposition): what is offered before there is a contract. The contracts of the engagement are those
 * that are offered. The question is an object, or a document of format `entretien/offer` 1.0.
 */
export function proposal(engagement: KpiEngagement, question: OfferQuestion | string | Uint8Array, options?: OfferOptions): Deliverable;

/**
 * The periodic review (présentation de suivi): estate, performance, contracts, plan, decisions. The question is an
 * object, or a document of format `entretien/review` 1.0. Without a log performance is not known; what records lack of
 * breaches is judged from the log.
 */
export function review(engagement: KpiEngagement, question: ReviewQuestion | string | Uint8Array, options?: ReviewOptions): Deliverable;

/**
 * Compares the options of a document of format `entretien/sourcing` 1.0 for its own lines of demand and those of an
 * engagement together: preventive work from its plan, corrective work from its log.
 */
export function sourcingOf(engagement: KpiEngagement, document: string | Uint8Array, options: SourcingDemandOptions): Sourcing;

/** Version of this package. */
export function version(): string;
