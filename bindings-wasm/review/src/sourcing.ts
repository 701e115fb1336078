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
