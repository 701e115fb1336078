/** Support, renewals, audits and reliability for browsers and workers, a module of its own: call `load()` first. */
import * as raw from "../glue/care-web.js";
import { type LoadSource } from "../loading.js";
export type { LoadSource };
/**
 * Loads the module, once; later calls give the same promise. Without `source`, the file
 * `care_bg.wasm` of this package is fetched.
 */
export declare function load(source?: LoadSource): Promise<void>;
export { Audit, Care, CareReport, Depreciation, Forecast, Lifetime, Renewals, SupportCatalogue } from "../glue/care-web.js";
export declare const CareReader: typeof raw.CareReader;
export type CareReader = raw.CareReader;
export declare const ageReplacement: typeof raw.ageReplacement;
export declare const blockReplacement: typeof raw.blockReplacement;
export declare const blockReplacementByPeriod: typeof raw.blockReplacementByPeriod;
export declare const depreciation: typeof raw.depreciation;
export declare const equivalentAnnualCost: typeof raw.equivalentAnnualCost;
export declare const expectedRenewals: typeof raw.expectedRenewals;
export declare const minimalRepair: typeof raw.minimalRepair;
export declare const renewalFunction: typeof raw.renewalFunction;
export declare const version: typeof raw.version;
export { isEntretienError, type PackageCode } from "../failure.js";
export type * from "../glue/care.js";

/* tslint:disable */
/* eslint-disable */
// What questions about support, renewals, audits and takeovers are answered with.
// Generated from the types of the core by `make update`.

/** Remote access to one asset. */
export interface Access {
    /** The asset. */
    readonly asset: string;
    /** Its site. */
    readonly site: string;
    /** Whether remote work is possible. */
    readonly possibility: Possibility;
    /** What is missing. */
    readonly missing: readonly Want[];
    /** What is unknown. */
    readonly unknown: readonly Want[];
}

/** What remote work on an asset needs. */
export type AccessNeed =
/** A remote agent of the provider, or a remote control tool, on it. */
| "agent"
/** A way into its network: VPN or other opening. */
| "reachability"
/** A contract that covers remote support on the day. */
| "contract_opening";

/**
 * On which assets the provider can work from afar.
 *
 * An asset needs all three: - an **agent**: the remote agent of the provider
 * (`has_remote_agent`) or a remote control tool (`remote_tools`). What carries its own
 * administration needs none: switch, router, firewall, access point, storage, backup, printer,
 * UPS with a network card. To be installed by the provider; - **reachability**
 * (`is_reachable`): a VPN or another opening. To be given by the customer; - an **opening in a
 * contract**: one covers `remote_support` for it on the day (see `covered`). By both, with an
 * amendment. It is unknown where a contract would judge by the age of an asset whose day of
 * purchase is unknown; the customer then gives that day.
 *
 * Not applicable: monitors, things of the category `other` and phones unless something remote
 * is known of them, UPS without a network card (no MAC address, not said to be reachable), and
 * assets that are retired or only ordered.
 */
export interface AccessReport {
    /** The day asked. */
    readonly day: string;
    /** What later renewals are judged from. */
    readonly asOf: string;
    /** Every asset, by id. */
    readonly assets: readonly Access[];
    /** Every site that has assets, by id. */
    readonly sites: readonly SiteAccess[];
}

/** The answer of `age_replacement`. */
export interface AgeReplacement {
    /** The optimum; `null` when items had better run to failure. */
    readonly optimum: ReplacementOptimum | null;
    /** Why there is no optimum. */
    readonly reason: RunToFailure | null;
    /** Cost per unit of time without preventive replacement: `Cf / mean life`. */
    readonly runToFailureCostRate: number;
}

/** How many assets of a category have an age, in whole years, on a day. */
export interface AgeRow {
    /** The day. */
    readonly day: string;
    /** Category. */
    readonly category: Category;
    /** Whole years since purchase; `null` where the day of purchase is unknown. */
    readonly ageYears: number | null;
    /** How many. */
    readonly count: number;
}

/** The score of one asset. */
export interface AssetQuality {
    /** The asset. */
    readonly asset: string;
    /** Its score. */
    readonly score: QualityScore;
    /** Needed fields that are unknown, the weightiest first. */
    readonly missing: readonly string[];
}

/** Two audits beside each other. Lists are ordered by id of finding, rules by id. */
export interface AuditComparison {
    /** Day of the earlier audit. */
    readonly before: string;
    /** Day of the later audit. */
    readonly after: string;
    /** Whether waived findings are among them. */
    readonly withWaived: boolean;
    /** Findings of the later audit only. */
    readonly new: readonly NewFinding[];
    /** Findings of the earlier audit only. */
    readonly closed: readonly ClosedFinding[];
    /** Findings of both. */
    readonly persisting: readonly PersistingFinding[];
    /** Rules with a finding in one of them. */
    readonly rules: readonly RuleChange[];
}

/** The result of an audit. */
export interface AuditResult {
    /** The day of the audit. */
    readonly asOf: string;
    /** Scores, in thousandths. */
    readonly scores: Scores;
    /** What became of each rule, by id. */
    readonly rules: readonly RuleResult[];
    /**
     * Findings, by severity (highest first), domain, rule, asset or licence, part; waived ones
     * included.
     */
    readonly findings: readonly Finding[];
    /** What could not be decided, by rule, then by what is missing. */
    readonly undecided: readonly UndecidedRow[];
    /** What became of each waiver, in the order given. */
    readonly waivers: readonly WaiverResult[];
}

/** Availability of an item and of groups of equal, independent items. */
export interface Availability {
    /** Share of the time that one item works: `MTBF / (MTBF + MTTR)`. */
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

/** The answer of `block_replacement_by_period`. */
export interface BlockPeriods {
    /** Expected failures `H(T)` per item over `T` periods, for `T` from 0. */
    readonly expectedFailures: readonly number[];
    /** Cost per item and period when the group is replaced every `T` periods, for `T` from 1. */
    readonly costRate: readonly number[];
    /** The `T` of least cost, the shortest of several; 1 to the number of periods. */
    readonly optimumPeriods: number;
}

/** The answer of `block_replacement`. */
export interface BlockReplacement {
    /** The optimum; `null` when replacing at failure only is cheaper. */
    readonly optimum: ReplacementOptimum | null;
    /** Why there is no optimum. */
    readonly reason: RunToFailure | null;
    /** Cost per unit of time and item without block replacement: `Cf / mean life`. */
    readonly runToFailureCostRate: number;
}

/** How a purchase price is written off. */
export type BookMethod =
/** The same charge each year (linéaire). */
| "straight_line"
/** Higher charges first (dégressif). */
| "declining"
/** Charged at once. */
| "expensed";

/** The book of one asset. */
export interface BookRow {
    /** The asset. */
    readonly asset: string;
    /** How it is written off; the asset says, else its policy. */
    readonly method: BookMethod | null;
    /** Over how many years. */
    readonly years: number | null;
    /** What it cost. */
    readonly cost: Money | null;
    /** First day of its book life. */
    readonly inService: string | null;
    /** Book value at the end of the day asked. */
    readonly valueMinor: number | null;
    /** The charge of every year of its book life. */
    readonly charges: readonly BookYear[];
    /** What is written off at once if it is replaced when its renewal is wanted. */
    readonly exceptionalMinor: number | null;
    /** Why it has no book value. */
    readonly noBook: NoBook | null;
}

/** Charges of a year over all assets of a currency. */
export interface BookTotal {
    /** Calendar year. */
    readonly year: number;
    /** Currency. */
    readonly currency: string;
    /** Sum of charges, minor units. */
    readonly chargeMinor: number;
    /** Sum of book values at the end of the year, minor units. */
    readonly closingMinor: number;
}

/** The charge of one year. */
export interface BookYear {
    /** Calendar year. */
    readonly year: number;
    /** Its charge, minor units. */
    readonly chargeMinor: number;
    /** Book value at its end, minor units. */
    readonly closingMinor: number;
}

/** The books of an estate. */
export interface Books {
    /** The day whose values they give. */
    readonly asOf: string;
    /** Assets by id, the retired ones included. */
    readonly rows: readonly BookRow[];
    /** By year, then currency. */
    readonly totals: readonly BookTotal[];
}

/** How an answer was found. */
export type BudgetMethod =
/** The bound of the multipliers is met at once. */
| "multipliers"
/** By branching and bounding, to the end. */
| "branching"
/** By branching and bounding, up to the limit of work. */
| "limited";

/** One renewal in a budget: placed, with its price and regret, or not, with its consequence. */
export interface BudgetRow {
    /** Key of the renewal, with `#2`, `#3` … for the next replacements of an asset. */
    readonly key: string;
    /** Month that it is placed in, `YYYY-MM`. */
    readonly month: string | null;
    /** Its price there, minor units. */
    readonly priceMinor: number | null;
    /** That price less the one of the wanted year, minor units. */
    readonly priceChangeMinor: number | null;
    /** What being early or late costs, minor units. */
    readonly shiftMinor: number | null;
    /** Why it has no place. */
    readonly unplaced: Unplaced | null;
    /** What that costs, minor units. */
    readonly consequenceMinor: number | null;
    /** Whether it had to be placed; only told of what was not. */
    readonly isMandatory: boolean | null;
    /** Year of least regret that was tried, where caps bar it. */
    readonly triedYear: number | null;
    /** What is lacking there, minor units. */
    readonly lackingMinor: number | null;
}

/** A filled budget. */
export interface BudgetTable {
    /** The first year. */
    readonly firstYear: number;
    /** Currency of every amount. */
    readonly currency: string;
    /** Renewals, in order of the rows they come from. */
    readonly rows: readonly BudgetRow[];
    /** The years, in order. */
    readonly years: readonly YearSum[];
    /** The bundles, by name. */
    readonly bundles: readonly BundleSum[];
    /** Price changes, early and late costs, consequences and penalties, less savings, minor units. */
    readonly totalRegretMinor: number;
    /** No answer has less regret, minor units. */
    readonly lowerBoundMinor: number;
    /** The difference of the two, minor units. */
    readonly gapMinor: number;
    /** Renewals that had to be placed and were not. */
    readonly mandatoryUnplaced: number;
    /** Whether it is proven that no answer is better. */
    readonly isOptimal: boolean;
    /** How it was found. */
    readonly method: BudgetMethod;
    /** Keys of renewals whose price is unknown. */
    readonly unpriced: readonly string[];
    /** Keys of renewals with a price in another currency. */
    readonly otherCurrency: readonly string[];
}

/** Whether a bundle went together. */
export interface BundleSum {
    /** The bundle. */
    readonly id: string;
    /** The year that all of its items are placed in. */
    readonly year: number | null;
    /** What that year costs less, in minor units. */
    readonly savingMinor: number;
}

/** Kind of equipment. */
export type Category =
/** Portable computer. */
| "laptop"
/** Desk computer. */
| "desktop"
/** Physical server. */
| "server"
/** Virtual machine. */
| "virtual_machine"
/** Network switch, or one member of a stack. */
| "switch"
/** Router. */
| "router"
/** Firewall. */
| "firewall"
/** Wireless access point or its controller. */
| "access_point"
/** Storage array, NAS or SAN. */
| "storage"
/** Backup appliance or library. */
| "backup"
/** Uninterruptible power supply. */
| "ups"
/** Printer or multifunction device. */
| "printer"
/** Telephone or smartphone. */
| "phone"
/** Screen. */
| "monitor"
/** Anything else. */
| "other";

/** What a yearly charge was computed by. */
export type ChargeBasis =
/** Straight line (linéaire). */
| "straight_line"
/** Declining balance (dégressif). */
| "declining";

/** Why a finding is no longer there. */
export type ClosedBecause =
/** The rule no longer finds it. */
| "passed"
/** A fact that decided it is no longer known: nothing says that it was put right. */
| "undecided"
/** It is waived. */
| "waived"
/** The asset or licence is no longer in the estate. */
| "subject_gone"
/** The rule is no longer among the rules. */
| "rule_gone";

/** A finding that is no longer there. */
export interface ClosedFinding {
    /** Its id. */
    readonly finding: string;
    /** Its severity. */
    readonly severity: Severity;
    /** Why. */
    readonly because: ClosedBecause;
}

/** What the document declares against what the takeover found; every list is sorted. */
export interface Comparison {
    /** Declared and found, by the same id. */
    readonly both: readonly string[];
    /** Missing: declared, and not found. */
    readonly declaredNotFound: readonly string[];
    /**
     * Declared, not found, and not to be expected: ordered, in stock or retired, or a kind on
     * which no agent runs.
     */
    readonly notExpected: readonly string[];
    /** Unknown to the document: found, and not declared. */
    readonly foundNotDeclared: readonly string[];
    /** Declared and found under different ids; each of the two is also in a list above. */
    readonly possiblySame: readonly PossiblySame[];
    /**
     * Values that differ; the document is kept. The source of the other is the file that it was
     * read in.
     */
    readonly conflicts: readonly Conflict[];
}

/**
 * Two values of one field of one asset that differ, both known.
 *
 * Texts are compared without regard to case and repeated spaces, makers by a table of synonyms,
 * models without the maker in front; a text whose words are all in the other is only less
 * precise (`os`, `os_version`, `firmware`); memory may differ by less than a gibibyte; days of
 * what happens again (`last_boot`, `last_inventory`, `last_backup`) never conflict, nor do
 * lists. What an earlier inventory of an agent said is the past, not a conflict.
 */
export interface Conflict {
    /** The asset. */
    readonly asset: string;
    /** The field, as in documents: `site`, `category`, `serial`, `price` … */
    readonly field: string;
    /** The value that the asset has. */
    readonly kept: Held;
    /** The value that it does not have. */
    readonly other: Held;
    /** Why. */
    readonly rule: ConflictRule;
}

/** Why one of two values that differ was kept. */
export type ConflictRule =
/** What a machine is made of: an agent looked, a register was told. */
| "agent_over_register"
/** What only people know: a register is kept by people. */
| "register_over_agent"
/** Two registers: the later day, then the name of the file that comes later. */
| "later_register"
/** The CSV of declared facts says it. */
| "declared_over_found"
/** The engagement document says it. */
| "document_over_found";

/** Something that is used up: toner, paper, cables. */
export interface Consumable {
    /** Its name. */
    readonly name: string;
    /** Number of the maker or seller. */
    readonly itemNumber?: string;
    /** How many should at least be there. */
    readonly leastQuantity?: number;
    /** Price of one. */
    readonly price?: Money;
    /** Day of purchase. */
    readonly purchase?: string;
    /** How many are there. */
    readonly quantity?: number;
}

/** A point of a chart of ratios. */
export interface ControlPoint {
    /** The ratio of the point; `null` without trial, as the limits. */
    readonly ratio: number | null;
    /** Lower limit, not below 0. */
    readonly lower: number | null;
    /** Upper limit; not above 1 for shares. */
    readonly upper: number | null;
}

/** How the interval of a count was found. */
export type CountMethod =
/** Dynamic programme over the items: the Poisson-binomial law itself. */
| "exact"
/** Normal approximation with continuity correction. */
| "normal";

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

/**
 * One release cycle of a product: Debian 12, Windows 11 23H2 Enterprise.
 *
 * Serialises in declared order; unknown values are `null`.
 */
export interface Cycle {
    /** Name, as in the catalogue: `12`, `11-23h2-e`. */
    readonly name: string;
    /** Day of release. */
    readonly released: string | null;
    /** End of active support (corrections and improvements). */
    readonly activeEnd: SupportEnd;
    /** End of security support: what is called the end of life. */
    readonly securityEnd: SupportEnd;
    /** End of extended support. */
    readonly extendedEnd: SupportEnd;
    /** Whether, or from when on, it is no longer sold or offered. */
    readonly discontinued: SupportEnd;
    /** Long-term support. */
    readonly lts: LongTerm;
    /** Latest version. */
    readonly latest: string | null;
    /** Day of the latest version. */
    readonly latestDay: string | null;
}

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

/** What a rule is about. */
export type Domain =
/** Support of systems and programs by their makers. */
| "support"
/** Protection against attacks and loss of secrets. */
| "security"
/** Room and power for the work. */
| "capacity"
/** State and age of machines. */
| "hardware"
/** Going on after a failure: backups and redundancy. */
| "continuity"
/** What contracts cover. */
| "coverage"
/** What is known of the estate. */
| "data_quality"
/** Licences. */
| "licences"
/** Seeing that something is wrong. */
| "monitoring"
/** What is written down. */
| "documentation";

/** The score of one domain. */
export interface DomainScore {
    /** The domain. */
    readonly domain: Domain;
    /** Its score. */
    readonly score: Score;
}

/** A reason to renew or update. The order decides between reasons of one date. */
export type Driver =
/** End of the class life. */
| "age"
/** End of life as its maker or owner states it. */
| "stated_life"
/** End of the warranty. */
| "warranty"
/** End of support of the operating system. */
| "os_support"
/** End of support of the firmware or device. */
| "firmware_support"
/** End of support of an installed program. */
| "software_support"
/** Notice or end of a contract. */
| "contract"
/** End of a licence. */
| "licence"
/** End of a certificate. */
| "certificate"
/** Lowest equivalent annual cost. */
| "economic_life"
/** Optimal age under the failure model. */
| "failure"
/** End of depreciation. */
| "book_end";

/** Cost of each duration of use, and the best one. */
export interface EconomicLife {
    /** Equivalent cost a year (or period) when the item is kept for 1, 2 … years. */
    readonly costPerYear: readonly number[];
    /** The number of years of least cost, the first of several. */
    readonly years: number;
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

/** One comparison that decided a finding. */
export interface Evidence {
    /** What was asked for. */
    readonly fact: string;
    /** What was seen; `null` when it is not known. */
    readonly observed: Observed | null;
    /** How it was compared. */
    readonly operator: Operator;
    /** With what. */
    readonly threshold: Observed | null;
    /** Whether the comparison holds; a finding may stand on one that does not. */
    readonly holds: boolean;
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

/**
 * One thing that is wrong in an input, with its place and its cure.
 *
 * Serialises as `{"code","source","pointer","message","help"}`, in that order.
 */
export interface Fault {
    /** Stable code, such as `DOC-004`. Never reused for another meaning. */
    readonly code: string;
    /** Name of the file or argument the value came from; empty when there is only one. */
    readonly source: string;
    /**
     * RFC 6901 JSON pointer of the value, or `line N` for text formats; empty for the whole
     * input.
     */
    readonly pointer: string;
    /** What is wrong, in one English sentence without a final stop, user values in backticks. */
    readonly message: string;
    /** What to do, in one English sentence. */
    readonly help: string;
}

/** A field of an asset with another value. */
export interface FieldChange {
    /** The asset, by its id after. */
    readonly asset: string;
    /** The field. */
    readonly field: string;
    /** Its value before as a text; `null` when unknown. */
    readonly before: string | null;
    /** Its value after. */
    readonly after: string | null;
}

/**
 * Something to correct or to keep an eye on. Findings are ordered by severity (highest first),
 * domain, rule, asset or licence, part.
 */
export interface Finding {
    /**
     * Rule, asset or licence, and part, between `/`; a `/` within them is written `%2F`, a `%`
     * `%25`. The same from audit to audit.
     */
    readonly id: string;
    /** The rule. */
    readonly rule: string;
    /** How much it matters. */
    readonly severity: Severity;
    /** Something to correct, or to keep an eye on. */
    readonly kind: FindingKind;
    /** What it is about. */
    readonly domain: Domain;
    /** What puts it right. */
    readonly remedy: Remedy;
    /** What decided it, in the order of the rule. */
    readonly evidence: readonly Evidence[];
    /** The asset. */
    readonly asset?: string;
    /** The licence. */
    readonly licence?: string;
    /** The part of the asset, by its name; `#2`, `#3` … where several have one name. */
    readonly part?: string;
    /** Since when, as far as dates tell. */
    readonly since?: string;
    /** Where the asset stands. */
    readonly site?: string;
    /** The waiver that it is under. */
    readonly waived?: WaivedBy;
}

/** Findings that have something in common. */
export interface FindingGroup {
    /** The id of the rule, site or asset, or the code of the remedy or domain. */
    readonly key: string;
    /** Open findings of severity info, minor, major, critical. */
    readonly bySeverity: readonly [number, number, number, number];
    /** Open findings to correct. */
    readonly defects: number;
    /** Open findings to keep an eye on. */
    readonly watches: number;
    /** Waived findings. */
    readonly waived: number;
}

/** What a finding calls for. */
export type FindingKind =
/** Something is wrong and is to be corrected. */
| "defect"
/** Nothing is wrong yet; somebody is to keep an eye on it. */
| "watch";

/** Failures of a fleet in a window of time. */
export interface FleetRenewals {
    /** Number of items. */
    readonly assets: number;
    /** Expected number of failures in the window, those of replacements of failed items included. */
    readonly expectedRenewals: number;
    /** Expected number of items of today whose first failure falls in the window. */
    readonly expectedFirstFailures: number;
    /** Standard deviation of the number of first failures. */
    readonly firstFailuresSd: number;
    /**
     * The count of first failures that is exceeded downwards with probability at most `(1 −
     * confidence)/2`.
     */
    readonly lower: number;
    /**
     * The count of first failures that is not exceeded with probability at least `(1 +
     * confidence)/2`.
     */
    readonly upper: number;
    /** Confidence of the interval `lower..=upper`. */
    readonly confidence: number;
    /** How the interval was found. */
    readonly method: CountMethod;
    /** Items older than practically any item gets under the law: taken to fail at once, at time 0. */
    readonly beyondLife: number;
}

/** Renewals and updates of coming years. */
export interface Forecast {
    /** The day as of which it was asked. */
    readonly asOf: string;
    /** How many years from the month of `asOf`. */
    readonly years: number;
    /** Renewals by month and what they have in common, in that order. */
    readonly cells: readonly ForecastCell[];
    /** Rows that nothing dates, by action. */
    readonly undated: readonly UndatedCount[];
    /** Ages of the assets on `asOf` and each year after it, if what is planned is done. */
    readonly ages: readonly AgeRow[];
    /** Failures to expect in each year, where a policy has a failure model. */
    readonly unplanned: readonly Unplanned[];
}

/** Renewals that are alike in one month. */
export interface ForecastCell {
    /** First day of the month. */
    readonly month: string;
    /** Action. */
    readonly action: RenewalAction;
    /** Category of the assets. */
    readonly category: Category | null;
    /** Their site. */
    readonly site: string | null;
    /** Their first contract. */
    readonly contract: string | null;
    /** Currency of the prices; `null` for those without a price. */
    readonly currency: string | null;
    /** How many. */
    readonly count: number;
    /** How many of them were over already on `asOf`. */
    readonly overdueCount: number;
    /** How many replace what this forecast already replaced once. */
    readonly againCount: number;
    /** Sum of their prices, indexed to the year; `null` without a price. */
    readonly priceMinor: number | null;
    /** Carbon dioxide of making the new ones, kilograms, where the policy gives a factor. */
    readonly co2Kg: number | null;
}

/** A sum of cells. */
export interface ForecastTotal {
    /** First day of the period. */
    readonly start: string;
    /** What it is split by: id or code; `null` for what has none. */
    readonly split: string | null;
    /** Action. */
    readonly action: RenewalAction;
    /** How many. */
    readonly count: number;
    /** How many of them have no known price. */
    readonly unpricedCount: number;
    /** Sums of known prices, by currency. */
    readonly prices: readonly Money[];
    /** Carbon dioxide of making the new ones, kilograms, as far as known. */
    readonly co2Kg: number | null;
}

/**
 * A contract as a register tells it: a draft for the engagement document, where somebody must
 * still say what it covers and how.
 */
export interface FoundContract {
    /** Its id in the register. */
    readonly id: string;
    /** Its name. */
    readonly name: string;
    /** Who serves it. */
    readonly provider: string | null;
    /** First day. */
    readonly begin: string | null;
    /** First day after it, where the register tells an end. */
    readonly end: string | null;
    /** Initial term in months, where the register tells a duration. */
    readonly initialMonths: number | null;
    /** Months of notice. */
    readonly noticeMonths: number | null;
    /** Months of a renewal period. */
    readonly periodMonths: number | null;
    /** Whether it renews: `tacit`, `express` or `none`, as the register means it. */
    readonly renewal: string | null;
    /** Price of a billing period. */
    readonly price: Money | null;
    /** Ids or names of the assets that the register puts under it, sorted. */
    readonly assets: readonly string[];
    /** Its site, where it has one. */
    readonly site: string | null;
}

/** A relation between assets as a register tells it, by id or name. */
export interface FoundRelation {
    /** What it says. */
    readonly kind: RelationKind;
    /** The asset that depends. */
    readonly from: string;
    /** The asset that it depends on. */
    readonly to: string;
}

/** Share of the time that a group works. */
export interface GroupAvailability {
    /** Share of the time that enough items work. */
    readonly availability: number;
    /** Share of the time that too few do; precise also where it is tiny. */
    readonly unavailability: number;
}

/** A value and the file that it stands in. */
export interface Held {
    /** The value as a text: days `YYYY-MM-DD`, amounts `1250.00 EUR`, choices by their code. */
    readonly value: string;
    /** Name of the file; empty for the engagement document and for what was taken over as a whole. */
    readonly source: string;
}

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

/**
 * A system or program of an asset, with the ends of support of its cycle. A system that the
 * catalogue does not know stands here without product: it is there, and nothing tells until
 * when it is supported.
 */
export interface Installed {
    /** The asset. */
    readonly asset: string;
    /** What it is there. */
    readonly kind: InstalledKind;
    /** Product of the catalogue; `null` when none was found. */
    readonly product: string | null;
    /** Its cycle, when the version tells it. */
    readonly cycle: string | null;
    /** As reported: name and version. */
    readonly text: string;
    /** End of active support. */
    readonly active: SupportEnd;
    /** End of security support. */
    readonly security: SupportEnd;
    /** End of extended support. */
    readonly extended: SupportEnd;
    /** The newest supported cycle of the product on the day asked: where an update would lead. */
    readonly target: string | null;
}

/** What a system or product is on its asset. */
export type InstalledKind =
/** Operating system. */
| "os"
/** Firmware, or the device itself. */
| "firmware"
/** Program. */
| "software";

/** A software licence or subscription. */
export interface Licence {
    /** Its id. */
    readonly id: string;
    /**
     * Program that it allows: installed programs whose name begins with this count against it,
     * without regard to case.
     */
    readonly software: string;
    /** First day on which it no longer allows anything. */
    readonly expires?: string;
    /** Price of a term, or of the purchase. */
    readonly price?: Money;
    /** Publisher. */
    readonly publisher?: string;
    /** Day of purchase. */
    readonly purchase?: string;
    /** How many installations it allows; `null` when unknown, which is not unlimited. */
    readonly seatCount?: number;
    /** How many seats its register says are taken. */
    readonly usedCount?: number;
}

/**
 * The day from which on a cycle has long-term support; `true`: it has; `false`: it has not;
 * `null`: unknown.
 */
export type LongTerm = string | boolean | null;

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

/** What a column says of an asset. */
export type MappedFact =
/** Id of the asset; without one, its name, `serial:` and its serial number, or its number. */
| "id"
/** Name that people use. */
| "name"
/** Serial number. */
| "serial"
/** Hardware UUID. */
| "uuid"
/** Number that the owner gave. */
| "asset_number"
/** MAC addresses, separated by semicolons, commas or spaces. */
| "mac_addresses"
/** Kind of equipment, by code, name or a usual word. */
| "category"
/** Site, by id. */
| "site"
/** Where it stands on its site. */
| "location"
/** Manufacturer. */
| "manufacturer"
/** Model. */
| "model"
/** Operating system. */
| "os"
/** Version of the operating system. */
| "os_version"
/** Firmware or BIOS version. */
| "firmware"
/** Memory in mebibytes. */
| "memory_mib"
/** Processor cores. */
| "core_count"
/** Day of purchase. */
| "purchase"
/** Day on which it was put into service. */
| "in_service"
/** Purchase price. */
| "price"
/** Currency of the price, a code such as `EUR`. */
| "currency"
/** Who sold it. */
| "supplier"
/** First day without warranty. */
| "warranty_end"
/** Last day of warranty, which ends the day after. */
| "warranty_last_day"
/** Months of warranty from the purchase. */
| "warranty_months"
/** First day after the life that its maker or owner states for it. */
| "end_of_life"
/** Months of that life from the purchase. */
| "life_months"
/** How its price is written off. */
| "book_method"
/** Over how many months. */
| "book_years"
/** Person or team that uses it. */
| "user"
/** Where it is in its life. */
| "lifecycle"
/** How much its failure hurts. */
| "criticality"
/** How intensely it is used. */
| "usage"
/** Labels, separated by semicolons or commas. */
| "tags"
/** Company that owns it, kept as a label `company:NAME`. */
| "company"
/** Day on which it was last seen. */
| "last_inventory"
/** Day on which its operating system was installed. */
| "os_installed"
/** Day of its last start. */
| "last_boot"
/** Day of its last backup. */
| "last_backup"
/** Whether something watches it. */
| "is_monitored"
/** Whether it is backed up. */
| "is_backed_up"
/** Whether its configuration is documented. */
| "is_documented"
/** Whether a remote maintenance agent of the provider runs on it. */
| "has_remote_agent"
/** Whether the provider reaches its network. */
| "is_reachable";

/** What makes two records one machine, the surest first. */
export type MatchedBy =
/** Serial number. */
| "serial"
/** Hardware UUID. */
| "uuid"
/** MAC address. */
| "mac"
/** Number of the owner, in two files of one tool. */
| "asset_number"
/** Name. */
| "name";

/** The answer of `minimal_repair`. */
export interface MinimalRepair {
    /** Interval between replacements; `null` when repairing for ever is cheaper. */
    readonly interval: number | null;
    /** Cost per unit of time at that interval. */
    readonly costRate: number | null;
    /** Why there is no interval. */
    readonly reason: RunToFailure | null;
}

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

/** An amount of money: `1 250,00 €` is `priceMinor` 125 000 of `EUR`. */
export interface Money {
    readonly minor: number;
    /** An ISO 4217 code. */
    readonly currency: string;
}

/** An asset on another site. */
export interface Moved {
    /** The asset, by its id after. */
    readonly asset: string;
    /** Its site before; `unknown` when nobody gave it. */
    readonly before: string;
    /** Its site after. */
    readonly after: string;
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

/** A finding that is there in the later audit only. */
export interface NewFinding {
    /** Its id. */
    readonly finding: string;
    /** Its severity. */
    readonly severity: Severity;
}

/** Why an asset has no book value. */
export type NoBook =
/** Its price is unknown. */
| "no_price"
/** Neither day of putting into service nor of purchase. */
| "no_day"
/** Nothing says over how many years. */
| "no_years"
/** It was charged at once. */
| "expensed"
/** Its numbers cannot be depreciated. */
| "unusable";

/** Why there is no comparison. */
export type NoComparison =
/** A sample is empty: no trial, no exposure, no value. */
| "empty_sample"
/** Neither sample has an event. */
| "no_event";

/** Why a reason has no date. */
export type NoDate =
/** Nothing of the kind is known of the asset. */
| "nothing_known"
/** Neither day of purchase nor of putting into service. */
| "no_purchase"
/** No life, book life or cost model. */
| "no_life"
/** There is no support catalogue to look it up in. */
| "no_catalogue"
/** No product of the catalogue was recognised. */
| "not_recognised"
/** The product is known, its version tells no cycle. */
| "no_cycle"
/** The catalogue does not know that end. */
| "end_unknown"
/** Support has not ended and no date is announced. */
| "not_ended"
/** Under the model it is best to run to failure. */
| "run_to_failure";

/** Why no product was found. */
export type NoMatchReason =
/** There is no name. */
| "no_text"
/** No rule knows the name. */
| "no_rule"
/** The name is recognised, and the catalogue has no such product. */
| "not_listed"
/** Several products fit. */
| "several";

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

/** A value that was seen, or that it is compared with. */
export type Observed = number | boolean | string | readonly string[] | string | SupportEnd;

/** How a test compares a fact. */
export type Operator =
/** The fact is known, or not. */
| "known"
/** It is one of the values. */
| "is"
/** It begins with one of the texts. */
| "begins"
/** It is less than the number. */
| "below"
/** It is the number or more. */
| "at_least"
/** The day is reached, or will be within so many days. */
| "within_days"
/** The day lies more than so many days back. */
| "older_than_days"
/** The day lies so many months back, or more. */
| "older_than_months"
/** The day lies before the day of another fact. */
| "before"
/** So many parts are of a kind, or more. */
| "count";

/** A finding that is there in both audits. */
export interface PersistingFinding {
    /** Its id. */
    readonly finding: string;
    /** Its severity in the earlier audit. */
    readonly severityBefore: Severity;
    /** Its severity in the later audit. */
    readonly severityAfter: Severity;
}

/** Whether remote work on an asset is possible. Ordered, the worst first. */
export type Possibility =
/** Something is missing. */
| "missing"
/** Nothing is known to be missing, but not everything is known. */
| "unknown"
/** Everything is there. */
| "possible"
/** Nobody works on it from afar. */
| "not_applicable";

/** A declared and a found asset of different ids that seem to be one machine. */
export interface PossiblySame {
    /** Id in the document. */
    readonly declared: string;
    /** Id in the takeover. */
    readonly found: string;
    /** By what: serial number, UUID or MAC address. */
    readonly by: MatchedBy;
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

/** Who must provide what is missing. */
export type Provider =
/** The provider of the maintenance. */
| "provider"
/** The customer. */
| "customer"
/** Both, by an amendment. */
| "both";

/** The quality of a takeover. */
export interface Quality {
    /** The day that freshness is counted to. */
    readonly asOf: string;
    /** All assets. */
    readonly overall: QualityScore;
    /** By site, sorted by id. */
    readonly sites: readonly SiteQuality[];
    /** By asset, sorted by id. */
    readonly assets: readonly AssetQuality[];
    /** What is worth filling first: by weight × assets, the greatest first, then by field. */
    readonly gaps: readonly QualityGap[];
}

/** A needed field that some assets lack. */
export interface QualityGap {
    /** The field. */
    readonly field: string;
    /** Its weight. */
    readonly weight: number;
    /** How many assets lack it. */
    readonly assetCount: number;
}

/** A part of a score. */
export interface QualityPart {
    /** What is well, summed over the assets. */
    readonly numerator: number;
    /** What there could be; never zero. */
    readonly denominator: number;
    /** The fraction in thousandths, to the nearest, halves up. */
    readonly perMille: number;
    /** How many assets it is known of; the others are not in the fraction. */
    readonly assetCount: number;
}

/**
 * The quality of the data of one asset, of a site, or of all. Parts of which nothing is known
 * are `null`.
 */
export interface QualityScore {
    /** How many assets are scored. */
    readonly assetCount: number;
    /** Mean of the known parts by weight, in thousandths; `null` without assets. */
    readonly perMille: number | null;
    /** Fields that are known, of those that the category needs. */
    readonly completeness: QualityPart | null;
    /** How lately it was seen. */
    readonly freshness: QualityPart | null;
    /** Agreement of sources. */
    readonly consistency: QualityPart | null;
    /** Both found and listed. */
    readonly coverage: QualityPart | null;
    /** Values that could be used. */
    readonly validity: QualityPart | null;
    /** Identities that no other asset has. */
    readonly uniqueness: QualityPart | null;
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

/** What a reason does in its row. */
export type ReasonPart =
/** It dates the row. */
| "binding"
/** The policy enables it; another one is earlier, or it has no date. */
| "enabled"
/** The policy does not enable it. */
| "shown";

/**
 * How the assets stand between what agents found and what registers list; ids, sorted.
 *
 * `both`, `onlyRegister`, `notExpected` and `onlyAgent` hold every asset once.
 */
export interface Reconciliation {
    /** Found and listed. */
    readonly both: readonly string[];
    /** Missing: listed, and never found though an agent could. */
    readonly onlyRegister: readonly string[];
    /**
     * Listed, not found, and nobody expects it: ordered, in stock or retired, or a kind on which
     * no agent runs and which none asks over the network (monitor, UPS, phone, other).
     */
    readonly notExpected: readonly string[];
    /** Unknown: found, and in no register. */
    readonly onlyAgent: readonly string[];
    /** Two sources give different sites. */
    readonly moved: readonly string[];
    /** Shares a serial number or a UUID with another asset. */
    readonly duplicate: readonly string[];
    /** Found, though the register says that it is retired. */
    readonly retiredFound: readonly string[];
}

/** A file that was refused. */
export interface Refusal {
    /** Name of the file. */
    readonly source: string;
    /** Why, at least one fault. */
    readonly faults: readonly Fault[];
}

/** How `from` stands to `to`. */
export interface Relation {
    /** What the relation says. */
    readonly kind: RelationKind;
    /** The asset that depends, or one of a redundant pair (the lower id). */
    readonly from: string;
    /** The asset that it depends on, or the other of the pair. */
    readonly to: string;
}

/** What one asset is to another. */
export type RelationKind =
/** The first asset does not work without the second. */
| "depends_on"
/** Either asset can do the work of the other. */
| "redundant_with";

/** What puts a finding right. */
export type Remedy =
/** Install a version that is supported, or the updates of this one. */
| "update_software"
/** Install the machine anew, or put a saved state back. */
| "restore_initial_state"
/** Replace the asset or a part of it. */
| "replace"
/** Watch the asset, or more of it. */
| "extend_monitoring"
/** Back it up, and test that it can be restored. */
| "back_up"
/** Write down how it is set up. */
| "document"
/** Take it into a contract, or renew the warranty. */
| "renew_contract"
/** Buy licences, or take installations away. */
| "buy_licence"
/** Find out what is missing, and correct what is wrong in the register. */
| "correct_data"
/** Let another asset be able to do its work. */
| "add_redundancy"
/** Renew the certificate. */
| "renew_certificate"
/** Free space, take away what is not needed. */
| "clean_up"
/** Add memory, disk or processor. */
| "extend"
/** Turn a protection on, or set it right. */
| "protect"
/** Start the system again. */
| "restart"
/** Install the remote maintenance agent, or open the way to the asset. */
| "open_access";

/** A finding that asks a task for work. */
export interface RemedyRow {
    /** The id of the finding. */
    readonly finding: string;
    /** The task that puts it right. */
    readonly task: string;
    /** On which asset. */
    readonly asset: string;
    /** What is done. */
    readonly remedy: Remedy;
    /** How much it matters. */
    readonly severity: Severity;
    /** Day of the audit that found it first. */
    readonly raised: string;
    /** By when it should be put right. */
    readonly due: string;
    /** What was found. */
    readonly title: Text;
}

/** A machine that has another id. */
export interface Renamed {
    /** Its id before. */
    readonly before: string;
    /** Its id after. */
    readonly after: string;
    /** By what it was recognised. */
    readonly by: MatchedBy;
}

/** What a row calls for. */
export type RenewalAction =
/** Replace the asset. */
| "replace"
/** Update the product. */
| "update"
/** Renew the contract, licence or certificate. */
| "renew";

/** One reason of a row. */
export interface RenewalReason {
    /** The driver. */
    readonly driver: Driver;
    /** What it does here. */
    readonly part: ReasonPart;
    /** What it is about: product and cycle, contract, licence, certificate. */
    readonly what: string | null;
    /** First day on which it holds. */
    readonly date: string | null;
    /** Whether it holds on the day asked; true without a date when only that is known. */
    readonly isOver: boolean;
    /** Why it has no date. */
    readonly noDate: NoDate | null;
    /** For an age, the day after the longest usual life. */
    readonly high?: string;
    /** For an age, the day after the shortest usual life. */
    readonly low?: string;
}

/** One renewal or update. */
export interface RenewalRow {
    /** Its subject. */
    readonly subject: RenewalSubject;
    /** What it calls for. */
    readonly action: RenewalAction;
    /** Category of the asset. */
    readonly category: Category | null;
    /** Site of the asset. */
    readonly site: string | null;
    /** First contract that covers the asset on the day asked. */
    readonly contract: string | null;
    /** Policy that dated it. */
    readonly policy: string;
    /** Date of the binding reason; `null` where nothing dates it, or what is over has no date. */
    readonly due: string | null;
    /** Whether the binding reason holds on the day asked. */
    readonly isOver: boolean;
    /** When the work is wanted: `due` less the lead, not before the day asked. */
    readonly wanted: string | null;
    /** First day of the window for the work. */
    readonly earliest: string | null;
    /** Last day of that window. */
    readonly latest: string | null;
    /** Price in money of the day asked. */
    readonly price: Money | null;
    /** Every reason, the binding one first. */
    readonly reasons: readonly RenewalReason[];
}

/** The same, field by field; what does not go with the kind is `null`. */
export interface RenewalSubject {
    /** Kind. */
    readonly kind: RenewalSubjectKind;
    /** The stable id of the row. */
    readonly key: string;
    /** The asset to replace, or that it stands on. */
    readonly asset: string | null;
    /** Product of the catalogue. */
    readonly product: string | null;
    /** Its cycle. */
    readonly cycle: string | null;
    /** The newest supported cycle of the product. */
    readonly target: string | null;
    /** The contract. */
    readonly contract: string | null;
    /** The licence. */
    readonly licence: string | null;
    /** The name of the certificate. */
    readonly name: string | null;
}

/** Kind of what a row is about. */
export type RenewalSubjectKind =
/** An asset to replace. */
| "asset"
/** A product on an asset, to update. */
| "product"
/** A contract. */
| "contract"
/** A licence. */
| "licence"
/** A certificate of an asset. */
| "certificate";

/** Renewals and updates of an estate, as of a day. */
export interface Renewals {
    /** The day as of which they were asked. */
    readonly asOf: string;
    /** Rows: assets by id, then products by asset and name, contracts, licences, certificates. */
    readonly rows: readonly RenewalRow[];
    /** Assets that are retired, and so left out. */
    readonly retiredCount: number;
}

/** The best age or interval of replacement. */
export interface ReplacementOptimum {
    /** Age or interval, in the unit of the lifetime. */
    readonly age: number;
    /** Cost per unit of time over the long run. */
    readonly costRate: number;
    /** Share of the cost of running to failure that is saved, at most 1. */
    readonly savingRatio: number;
    /**
     * What one more unit of time costs at that age, `(Cf − Cp)·h`: equals `costRate` at a smooth
     * optimum. `null` where the hazard has no figure.
     */
    readonly marginalCostRate: number | null;
}

/** The mean life up to an age. */
export interface RestrictedMean {
    /** The age up to which lives are counted. */
    readonly horizon: number;
    /** `∫₀ʰ S`. */
    readonly mean: number;
    /** Its variance, `Σ (∫ₜʰ S)² d / (n (n − d))`. */
    readonly variance: number;
}

/** An item that leaves before it is fully depreciated, or after. */
export interface Retirement {
    /** Last day in service; charged. */
    readonly day: string;
    /** The ordinary charges, the last one up to that day. */
    readonly charges: readonly YearCharge[];
    /** Book value at the end of that day, minor units. */
    readonly bookValueMinor: number;
    /** Sale price, or the residual value when none was given, minor units. */
    readonly proceedsMinor: number;
    /**
     * Exceptional charge, `book value − proceeds`, minor units; negative when the sale makes a
     * profit.
     */
    readonly exceptionalMinor: number;
}

/** What became of the findings of one rule. */
export interface RuleChange {
    /** The rule. */
    readonly rule: string;
    /** Findings of the earlier audit. */
    readonly before: number;
    /** Findings of the later audit. */
    readonly after: number;
    /** Those of the later audit only. */
    readonly new: number;
    /** Those of the earlier audit only. */
    readonly closed: number;
    /** Those of both. */
    readonly persisting: number;
}

/**
 * What became of one rule. Each asset or licence that it looks at counts once: `failed` with an
 * open finding, else `undecided`, else `waived`, else `passed`.
 */
export interface RuleResult {
    /** The rule. */
    readonly rule: string;
    /** What it finds. */
    readonly title: Text;
    /** How much that matters at least. */
    readonly severity: Severity;
    /** Something to correct, or to keep an eye on. */
    readonly kind: FindingKind;
    /** What it is about. */
    readonly domain: Domain;
    /** What it looks at. */
    readonly subject: SubjectKind;
    /** What puts it right. */
    readonly remedy: Remedy;
    /** Assets or licences that pass. */
    readonly passed: number;
    /** Those with an open finding. */
    readonly failed: number;
    /** Those whose findings are all waived. */
    readonly waived: number;
    /** Those of which a fact is missing, and that have no open finding. */
    readonly undecided: number;
    /** Findings, waived ones included. */
    readonly findingCount: number;
}

/** Why no preventive replacement pays: items run until they fail. */
export type RunToFailure =
/** A failure costs no more than a replacement. */
| "corrective_not_dearer"
/** The hazard does not rise with age: a new item fails as often as an old one. */
| "no_wear"
/** Replacing at any age costs more than the failures it avoids. */
| "never_pays";

/** Weights of checks, and the score that they give. */
export interface Score {
    /** 0 to 1000; `null` where no check was decided. */
    readonly permille: number | null;
    /** Weight gained. */
    readonly gained: number;
    /** Weight lost. */
    readonly lost: number;
    /** Weight of checks whose findings are all waived. */
    readonly waived: number;
    /** Weight of checks that are undecided. */
    readonly undecided: number;
    /** Highest severity of an open finding. */
    readonly worst: Severity | null;
}

/** Scores of an audit. */
export interface Scores {
    /** Of the estate. */
    readonly overall: Score;
    /** Its parts, in the order of the domains. */
    readonly byDomain: readonly DomainScore[];
    /** Of each site, by id; what stands nowhere last. */
    readonly bySite: readonly SiteScore[];
}

/** How much a finding matters. Ordered, lowest first. */
export type Severity =
/** Good to know. */
| "info"
/** To be put right when somebody is there anyway. */
| "minor"
/** To be planned. */
| "major"
/** To be dealt with at once. */
| "critical";

/** How many assets of a site are how accessible. */
export interface SiteAccess {
    /** The site. */
    readonly site: string;
    /** Assets on which remote work is possible. */
    readonly possibleCount: number;
    /** Assets of which something is missing. */
    readonly missingCount: number;
    /** Assets of which something is unknown, and nothing missing. */
    readonly unknownCount: number;
    /** Assets on which nobody works from afar. */
    readonly notApplicableCount: number;
}

/** The score of one site. */
export interface SiteQuality {
    /** The site; `unknown` for assets whose site nobody gave. */
    readonly site: string;
    /** Its score. */
    readonly score: QualityScore;
}

/** The score of one site. */
export interface SiteScore {
    /** The site; `null` for licences, which stand nowhere. */
    readonly site: string | null;
    /** Its score. */
    readonly score: Score;
    /** Its parts, in the order of the domains. */
    readonly byDomain: readonly DomainScore[];
}

/** How many programs of an asset came, went, or have other versions. A program is its name. */
export interface SoftwareChange {
    /** The asset, by its id after. */
    readonly asset: string;
    /** Programs that were not there before. */
    readonly addedCount: number;
    /** Programs that are no longer there. */
    readonly removedCount: number;
    /** Programs of which the versions differ. */
    readonly updatedCount: number;
}

/** Where an asset comes from. */
export interface Standing {
    /** Names of the files of agents that found it, sorted. */
    readonly agents: readonly string[];
    /** Names of the files of registers that list it, sorted. */
    readonly registers: readonly string[];
    /** Names of the CSV of declared facts that speak of it, sorted. */
    readonly declared: readonly string[];
    /**
     * Values of its records that could not be used: diagnostics `TAK-001` to `TAK-004`, `TAK-006`
     * and `TAK-012`.
     */
    readonly badValueCount: number;
    /** Times that two sources knew the same field. */
    readonly comparedCount: number;
}

/** What a rule looks at. */
export type SubjectKind =
/** Assets of the estate. */
| "asset"
/** Software licences. */
| "licence";

/**
 * A day, the first without support; `false`: not ended, no date known; `true`: ended, date
 * unknown; `null`: unknown.
 */
export type SupportEnd = string | boolean | null;

/** A product and its cycles. */
export interface SupportProduct {
    /** Name in the catalogue: `windows-server`. */
    readonly slug: string;
    /** Name for people: `Microsoft Windows Server`. */
    readonly label: string | null;
    /** Category as in the catalogue: `os`, `database`, `device` … */
    readonly category: string | null;
    /** Cycles, the newest first: by day of release (unknown last), then by name. */
    readonly cycles: readonly Cycle[];
}

/** The fields of a `SupportStatus`, for its schema. */
export interface SupportStatus {
    /** `supported`, `ended` or `unknown`. */
    readonly state: string;
    /** First day without support of what has ended, if known. */
    readonly since?: string;
    /** First day without support of what is supported, if known. */
    readonly until?: string;
}

/** What runs on an estate and until when it is supported. */
export interface SupportSurvey {
    /**
     * Products that were recognised, and systems that were not (without product), by asset, kind,
     * product, cycle. Programs that were not recognised stand in `unmatched` alone.
     */
    readonly installed: readonly Installed[];
    /** Texts that were not, by kind and text. */
    readonly unmatched: readonly Unmatched[];
    /** Assets that tell an operating system or firmware. */
    readonly systemCount: number;
    /** Those of them whose product was recognised. */
    readonly systemMatchedCount: number;
    /** Programs and databases, installation by installation. */
    readonly programCount: number;
    /** Those of them whose product was recognised. */
    readonly programMatchedCount: number;
    /**
     * Those of them that are packages of a distribution, which keeps them up: they are not
     * listed.
     */
    readonly packageCount: number;
}

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

/** Survival just after an age at which items failed. */
export interface SurvivalStep {
    /** The age. */
    readonly age: number;
    /** Items under observation just before that age. */
    readonly atRisk: number;
    /** Items that failed at that age. */
    readonly failures: number;
    /** Share of the items that work beyond that age. */
    readonly survival: number;
    /** Standard error of the share by Greenwood's formula; `null` once nothing survives. */
    readonly standardError: number | null;
}

/** What changed between two snapshots; every list is sorted. */
export interface TakeoverDiff {
    /** Day of the first snapshot. */
    readonly before: string;
    /** Day of the second. */
    readonly after: string;
    /** Assets that the first does not have. */
    readonly appeared: readonly string[];
    /** Assets that the second does not have; empty when it is partial. */
    readonly disappeared: readonly string[];
    /** Assets that a partial second snapshot does not speak of: they may well be there. */
    readonly notSeen: readonly string[];
    /** One machine under two ids. */
    readonly renamed: readonly Renamed[];
    /** Assets on another site. */
    readonly moved: readonly Moved[];
    /**
     * Fields with another value: name, category, criticality, usage, tags, facts and lists but
     * software.
     */
    readonly changed: readonly FieldChange[];
    /** Programs. */
    readonly software: readonly SoftwareChange[];
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

/** How many rows of an action nothing dates. */
export interface UndatedCount {
    /** Action. */
    readonly action: RenewalAction;
    /** How many. */
    readonly count: number;
}

/** Assets or licences on which a rule is undecided for the same missing facts. */
export interface UndecidedRow {
    /** The rule. */
    readonly rule: string;
    /** The facts, and the lists of parts, that nobody told. */
    readonly missing: readonly string[];
    /** Ids of the assets or licences. */
    readonly subjects: readonly string[];
}

/** A text that no product of the catalogue was found for. */
export interface Unmatched {
    /** What it is on its assets. */
    readonly kind: InstalledKind;
    /** The text, as reported: name and version. */
    readonly text: string;
    /** Why. */
    readonly reason: NoMatchReason;
    /** On how many assets it stands. */
    readonly assetCount: number;
}

/** Why a renewal has no place in a budget. */
export type Unplaced =
/** No month of the years is in its window. */
| "window"
/** Every place costs more than leaving it out. */
| "dearer"
/** The caps do not hold it. */
| "cap"
/** The search stopped before. */
| "unfinished";

/** Failures to expect in a year among assets of one policy and category. */
export interface Unplanned {
    /** First day of the year. */
    readonly start: string;
    /** First day after it. */
    readonly end: string;
    /** Policy, which holds the failure model. */
    readonly policy: string;
    /** Category. */
    readonly category: Category;
    /** Assets of known age. */
    readonly assetCount: number;
    /** Assets left out as their age is unknown. */
    readonly unknownAgeCount: number;
    /** Expected number of failures, those of replacements that fail again included. */
    readonly expected: number;
    /** Fewest failures of the interval of `UNPLANNED_CONFIDENCE`. */
    readonly low: number;
    /** Most failures of that interval. */
    readonly high: number;
    /** How the interval was found. */
    readonly method: CountMethod;
}

/** The waiver that a finding is under. */
export interface WaivedBy {
    /** Its place in the list given. */
    readonly waiver: number;
    /** First day on which the finding counts again. */
    readonly until: string | null;
}

/** One waiver, and what became of it. */
export interface WaiverResult {
    /** Its place in the list given. */
    readonly waiver: number;
    /** The rule. */
    readonly rule: string;
    /** What became of it. */
    readonly state: WaiverState;
    /** First day on which it no longer holds. */
    readonly until: string | null;
    /** Findings under it; of an expired one those that count again. */
    readonly findingCount: number;
}

/** What became of a waiver. */
export type WaiverState =
/** Findings are under it. */
| "in_force"
/** It would hold, and no finding is under it: it can be taken back. */
| "unused"
/** It no longer holds; its findings count again. */
| "expired";

/** One thing that is missing, or of which nobody knows whether it is there. */
export interface Want {
    /** What. */
    readonly need: AccessNeed;
    /** Who must provide it, or find out. */
    readonly by: Provider;
    /** What to do. */
    readonly text: Text;
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

/** The charge of one fiscal year (dotation). */
export interface YearCharge {
    /** The calendar year in which the fiscal year ends. */
    readonly year: number;
    /** First day of the fiscal year. */
    readonly from: string;
    /** Last day of the fiscal year. */
    readonly to: string;
    /** Book value before the charge, minor units. */
    readonly openingMinor: number;
    /** The charge, minor units. */
    readonly chargeMinor: number;
    /** Book value after the charge, minor units. */
    readonly closingMinor: number;
    /** What it was computed by. */
    readonly basis: ChargeBasis;
}

/** What a year costs and may cost, in minor units. */
export interface YearSum {
    /** The calendar year. */
    readonly year: number;
    /** Prices of what is placed in it, less the savings. */
    readonly spentMinor: number;
    /** Its own cap. */
    readonly capMinor: number | null;
    /** What was carried into it. */
    readonly carriedMinor: number;
    /** Cap + carried − spent; `null` without cap. */
    readonly leftMinor: number | null;
    /** What being above the level costs. */
    readonly penaltyMinor: number;
}


import type { EntretienError, FaultList, IcsRequest, Lang, Mapping } from "./entretien.js";
export type { EntretienError, FaultList, IcsRequest, Lang, Mapping };

/** A finding with its words. */
export interface AuditFinding extends Finding {
    /** What its rule finds. */
    readonly title: string;
    /** What decided it. */
    readonly text: string;
}

/** Assets or licences on which a rule is undecided for the same missing facts. */
export interface AuditUndecided extends UndecidedRow {
    /** What the rule finds. */
    readonly title: string;
    /** What its subjects are. */
    readonly subject: SubjectKind;
}

/** A level of support. */
export type SupportLevel = "active" | "security" | "extended";

/** A cycle whose support is about to end. */
export interface Ending {
    /** First day without support. */
    readonly end: string;
    /** Product. */
    readonly product: string;
    /** Cycle. */
    readonly cycle: string;
}

/** How long the periods of a total are. */
export type Grain = "month" | "quarter" | "year";

/** What totals are split by. */
export type SplitBy = "nothing" | "category" | "site" | "contract";

/** By what findings are counted. */
export type Grouping = "rule" | "site" | "asset" | "remedy" | "domain";

/** What is depreciated, and how. */
export interface DepreciationRequest {
    /** Cost of purchase, minor units. */
    readonly costMinor: number;
    /** Value that is left at the end and not depreciated, minor units; 0 when left out. */
    readonly residualMinor?: number;
    /** First day of service, `YYYY-MM-DD`; of acquisition, for declining balance. */
    readonly inService: string;
    /** Duration in years, 1 to 100. */
    readonly years: number;
    /** `straight_line` when left out. */
    readonly method?: "straight_line" | "declining";
    /** How straight line counts the time in service; `30/360` when left out. */
    readonly dayCount?: "30/360" | "actual/365" | "actual/actual" | "months";
    /** Coefficient of declining balance as a fraction; that of the duration when left out. */
    readonly coefficient?: readonly [numerator: number, denominator: number];
    /** Month in which fiscal years begin, 1–12; 1 when left out. */
    readonly fiscalMonth?: number;
}



/** The result of an audit. */
export class Audit {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * What changed since an earlier audit, or one of the same day. Without `withWaived`, a finding that is
     * waived in one of them counts as not there in that one. `AUD-018` when `before` is the later one.
     */
    compare(before: Audit, withWaived?: boolean | null): AuditComparison;
    /**
     * Findings, by severity (highest first), domain, rule, asset or licence, part; waived ones included.
     * Their words are in `lang` (`en` when left out).
     */
    findings(lang?: Lang): AuditFinding[];
    /** Counts of findings by rule, site, asset, remedy or domain. */
    groups(by: Grouping): FindingGroup[];
    /**
     * What could not be decided for want of facts, by rule, then by what is missing. Titles are in `lang`
     * (`en` when left out).
     */
    undecided(lang?: Lang): AuditUndecided[];
    /** The day of the audit. */
    readonly asOf: string;
    /** What became of each rule, by id. */
    readonly rules: RuleResult[];
    /** Scores of the estate, of each domain and of each site, in permille. */
    readonly scores: Scores;
    /** What became of each waiver, in the order of the document. */
    readonly waivers: WaiverResult[];
}

/**
 * What becomes of an estate: what runs on it and until when that is supported, what must be renewed when and
 * for how much, and what an audit finds.
 */
export class Care {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** Audits the estate as of a day, by the rules of the document, else by the shipped ones. */
    audit(as_of: string): Audit;
    /**
     * Reads an engagement document (format `entretien/engagement` 1.0), strictly, with the files of
     * inventories, each a pair of name and bytes, and a catalogue of support cycles, if there are any.
     *
     * Throws an `EntretienError` with every fault of the document.
     */
    static fromJson(text: string | Uint8Array, files?: readonly (readonly [name: string, bytes: Uint8Array])[] | null, catalogue?: SupportCatalogue | null): Care;
    /**
     * On which assets the provider can work from afar on `day`, as contracts are known on `asOf`, and who
     * must provide what is missing.
     */
    remoteAccess(day: string, as_of: string): AccessReport;
    /** Dates every renewal and update, as known on `asOf`. */
    renewals(as_of: string): Renewals;
    /** Renewals, the forecast of `years` years, budget, books and audit as a page, a calendar and tables. */
    report(as_of: string, years: number): CareReport;
    /**
     * What runs on every asset that is not retired, and until when it is supported; `null` without a
     * catalogue. Packages of a distribution are counted, not listed.
     */
    support(as_of: string): SupportSurvey | null;
    /** What the document declares against what the inventories found; empty without inventories. */
    readonly comparison: Comparison;
    /** Doubts about values that were taken over. */
    readonly diagnostics: FaultList;
    /** Files that gave no asset, with the reason. */
    readonly refused: FaultList;
}

/**
 * Reads the files of inventories and registers one at a time, as `InventoryReader` of the main module:
 * objects do not cross from one module to the other.
 */
export class CareReader {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Ends the reading without a document: the shipped tasks and rules on every asset found, counted from the
     * day `begin`. The reader cannot be used afterwards.
     */
    finishShipped(begin: string, catalogue?: SupportCatalogue | null): Care;
    /**
     * Ends the reading with an engagement document (format `entretien/engagement` 1.0) and, if there is one,
     * a catalogue of support cycles. The reader cannot be used afterwards.
     */
    finish(engagement: string | Uint8Array, catalogue?: SupportCatalogue | null): Care;
    /** A reader that has read nothing yet. */
    constructor();
    /** Reads one CSV of which `mapping` says what its columns mean. */
    readMapped(name: string, bytes: Uint8Array, mapping: Mapping): void;
    /** Reads one file; `name` is what faults call it. */
    read(name: string, bytes: Uint8Array): void;
}

/** Renewals, the years ahead, the budget, the books and the audit of one day, computed once. */
export class CareReport {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** The placements of the budget as CSV. */
    budgetCsv(lang?: Lang): string;
    /** The findings of the audit as CSV. */
    findingsCsv(lang?: Lang): string;
    /** The cells of the forecast as CSV. */
    forecastCsv(): string;
    /** The renewals as CSV. */
    renewalsCsv(lang?: Lang): string;
    /** One self-contained HTML page in `lang` (`en` when left out). */
    toHtml(lang?: Lang): string;
    /** The dates as calendar files: one, or as many as `bytesMax` asks for. */
    toIcs(request?: IcsRequest): string[];
}

/** A depreciation plan (amortissement), made by {@link depreciation}. */
export class Depreciation {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** Book value at the end of a day, minor units. */
    bookValueMinor(on: string): number;
    /** The charge of each fiscal year, in order. */
    charges(): YearCharge[];
    /**
     * What becomes of the plan when the item leaves after `on`, its last day in service: the charges up to
     * it, and the exceptional one. The sale price is the residual value when it is left out.
     */
    retire(on: string, proceedsMinor?: number | null): Retirement;
}

/** Renewals and updates of coming years. */
export class Forecast {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** Sums by period, by `year` when it is left out, split as asked; periods without anything are left out. */
    totals(grain?: Grain | null, split?: SplitBy | null): ForecastTotal[];
    /** Ages of the assets on the day asked and each year after it, if what is planned is done. */
    readonly ages: readonly AgeRow[];
    /** The day as of which it was asked. */
    readonly asOf: string;
    /** Renewals by month and what they have in common, in that order. */
    readonly cells: readonly ForecastCell[];
    /** Rows that nothing dates, by action. */
    readonly undated: readonly UndatedCount[];
    /** Failures to expect in each year, where a policy has a failure model. */
    readonly unplanned: readonly Unplanned[];
    /** How many years, from the month of the day asked. */
    readonly years: number;
}

/** How long an item works before it fails. Times are in any unit, the same everywhere; rates are per that unit. */
export class Lifetime {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** The sum of `stages` exponential stages. */
    static erlang(stages: number, rate: number): Lifetime;
    /** Constant hazard: nothing wears. */
    static exponential(rate: number): Lifetime;
    /** Failures per unit of time at the age `t`; `undefined` where it has no figure. */
    hazard(t: number): number | undefined;
    /** The normal law as tables print it; its mean is at least two standard deviations. */
    static normal(mean: number, sd: number): Lifetime;
    /** The age at which the given share of the items has failed. */
    quantile(share: number): number;
    /** The probability that an item works longer than `t`. */
    reliability(t: number): number;
    /** Equally likely to fail at any age between the two. */
    static uniform(from: number, to: number): Lifetime;
    /** `R(t) = exp(-(t/scale)^shape)`: wears out when `shape` is above 1. */
    static weibull(shape: number, scale: number): Lifetime;
    /** The mean life. */
    readonly mean: number;
    /** Its standard deviation. */
    readonly standardDeviation: number;
}

/** Renewals and updates of an estate, as of a day. */
export class Renewals {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** Book values at the end of a day, past or future, and the charges of each year. */
    books(on: string): Books;
    /**
     * Renewals placed in the years of the budget of the document at the least regret; `null` where it has
     * no budget.
     */
    budget(): BudgetTable | null;
    /** What is renewed in each month of `years` years, from the month of `asOf`. */
    forecast(years: number): Forecast;
    /** The day as of which they were asked. */
    readonly asOf: string;
    /** Assets that are retired, and so left out. */
    readonly retiredCount: number;
    /** Assets by id, then products by asset and name, contracts, licences, certificates. */
    readonly rows: readonly RenewalRow[];
}

/** When the support of products ends, cycle by cycle. The library ships no catalogue: dates change every week. */
export class SupportCatalogue {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** Cycles whose support ends after `asOf` and within `days` days, by end, product, cycle. */
    endsWithin(as_of: string, days: number, level?: SupportLevel | null): Ending[];
    /**
     * Reads a CSV with a header: `product` and `cycle`, and any of `title`, `category`, `release_date`,
     * `eoas`, `eol`, `eoes`, `discontinued`, `lts`, `latest`, `latest_date`. A value that cannot be used
     * is told in {@link SupportCatalogue.diagnostics}.
     */
    static fromCsv(csv: string | Uint8Array): SupportCatalogue;
    /**
     * Reads the JSON of endoflife.date, of any of its shapes; the oldest one does not name its product,
     * which is given as `product`.
     */
    static fromJson(json: string | Uint8Array, product?: string | null): SupportCatalogue;
    /** One product with its cycles, the newest first; `null` when the catalogue has no such product. */
    product(product: string): SupportProduct | null;
    /** Every product with its cycles, by name. */
    products(): SupportProduct[];
    /**
     * The state of a level of support of a cycle on the day `asOf`; `security` support when `level` is
     * left out. The end is the first day without it. `DOC-013` for a cycle that is not there.
     */
    status(product: string, cycle: string, as_of: string, level?: SupportLevel | null): SupportStatus;
    /**
     * What to move to from a cycle, the recommended target first: newer cycles that are out and supported
     * on `asOf`. `null` as cycle asks for all that are supported.
     */
    successors(product: string, cycle: string | null, as_of: string): Cycle[];
    /**
     * This catalogue with the products of `later` laid over it: a product that both have is taken whole
     * from `later`.
     */
    with(later: SupportCatalogue): SupportCatalogue;
    /** Number of cycles. */
    readonly cycleCount: number;
    /** Values of the file that cannot be used, or are doubtful. */
    readonly diagnostics: FaultList;
}

/** The age at which replacing an item before it fails costs least over the long run, or why none does. */
export function ageReplacement(life: Lifetime, costPreventive: number, costCorrective: number): AgeReplacement;

/**
 * The interval at which replacing a whole group costs least, each item that fails in between being replaced at
 * once, or why none does.
 */
export function blockReplacement(life: Lifetime, costPreventive: number, costCorrective: number): BlockReplacement;

/** What replacing a group every 1, 2 … `periods` periods costs, failures being dealt with at the end of theirs. */
export function blockReplacementByPeriod(life: Lifetime, costPreventive: number, costCorrective: number, periods: number): BlockPeriods;

/** The depreciation plan of an item: exact whole minor units throughout. */
export function depreciation(terms: DepreciationRequest): Depreciation;

/**
 * What a year of an item costs when it is kept for 1, 2 … years, at a discount rate, and the number of years of
 * least cost. Amounts have any unit.
 */
export function equivalentAnnualCost(price: number, operatingCosts: readonly number[] | Float64Array, resaleValues: readonly number[] | Float64Array, rate: number): EconomicLife;

/**
 * The failures to expect from items of the given ages, from `from` (excluded) to `to` (included) units of
 * time after today; the interval has the given confidence, 0.9 when it is left out.
 */
export function expectedRenewals(life: Lifetime, ages: readonly number[] | Float64Array, from: number, to: number, confidence?: number | null): FleetRenewals;

/** The message of the panic that stopped the module, if one did. */
export function lastPanic(): string | undefined;

/** The interval at which a group is replaced when failures in between are only repaired, or why none pays. */
export function minimalRepair(life: Lifetime, costPreventive: number, costRepair: number): MinimalRepair;

/** The number of renewals to expect up to `t` of an item that is new at 0 and replaced at each failure. */
export function renewalFunction(life: Lifetime, t: number): number;

/** Version of this package. */
export function version(): string;
