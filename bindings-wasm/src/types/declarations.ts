/** Language of a rendered output. */
export type Lang = "en" | "fr";

/** Kind of equipment. */
export type Category = "laptop" | "desktop" | "server" | "virtual_machine" | "switch" | "router" | "firewall" | "access_point" | "storage" | "backup" | "ups" | "printer" | "phone" | "monitor" | "other";

/** How much the business suffers when the asset fails. */
export type Criticality = "low" | "medium" | "high" | "critical";

/** How intensely an asset is used. */
export type Usage = "normal" | "frequent";

/** Where a task is done. */
export type Mode = "remote" | "on_site";

/** The rule behind one step of a trace. */
export type StepRule = "anchor.task" | "anchor.contract" | "anchor.begin" | "spread.by_asset" | "series" | "month_end.backward" | "month_end.forward" | "month_end.stick_to_end" | "roll.back" | "roll.forward" | "rule" | "nth_weekday" | "working_day" | "offset" | "anchor.last_done" | "from_completion" | "partial_shift" | "counters" | "occasion" | "sequence" | "season" | "follow_up" | "moved" | "fixed" | "placed" | "visit" | "no_room" | "absorbs" | "serves" | "skipped" | "cancelled";

/** How far an occurrence is, as of the day of the plan. */
export type Status = "planned" | "called" | "overdue" | "done" | "skipped" | "cancelled";

/** What made the planned date of an occurrence. */
export type Mark = "season" | "placed" | "visit" | "moved" | "fixed" | "absorbs" | "serves" | "no_room" | "skipped" | "cancelled";

/** How an occurrence differs between two plans. */
export type DifferenceKind = "added" | "removed" | "moved" | "changed";

/** What is shown of an occurrence. */
export type Shown = "date" | "nominal" | "due" | "window" | "call" | "status" | "contract" | "site" | "visit" | "duration" | "mode" | "skill" | "cost" | "marks";

/** What kind of changed part of the input a difference comes from. */
export type ReasonKind = "task" | "asset" | "site" | "calendar" | "contract" | "relation" | "event" | "request" | "meter" | "window" | "house_rules" | "visits" | "rates" | "tolerance" | "begin" | "horizon" | "as_of" | "neighbour" | "rows";

/** Why work has no date. */
export type NoDate = "no_meter" | "no_reading" | "one_reading" | "no_use" | "beyond_calendar";

/** One step from the anchor to the planned date. */
export interface Step {
    /** The rule. */
    rule: StepRule;
    /** The date before the step; `null` where it sets one. */
    before: string | null;
    /** The date after the step. */
    after: string;
    /** What the rule depended on; `null` where there is nothing to add. */
    detail: string | null;
}

/** What to plan: dates are `YYYY-MM-DD`. */
export interface PlanRequest {
    /** The day as of which the estate is known. */
    asOf: string;
    /** First day of the horizon. */
    start: string;
    /** First day after the horizon. */
    end: string;
}

/** How iCalendar files are written. */
export interface IcsRequest {
    /** Language of the texts; `en` when left out. */
    lang?: Lang;
    /** Largest size of one file in bytes; one file when left out. */
    bytesMax?: number;
    /** Name that calendar programs show. */
    calendarName?: string;
}

/** Occurrences as columns of equal length, and the tables that their numbers point into. */
export interface PlanColumns {
    /** Planned day, as days since 1970-01-01. */
    date: Int32Array;
    /** Day of the series before any roll, as days since 1970-01-01. */
    nominal: Int32Array;
    /** Index into `assets`; from their number on, into `contracts`. */
    subject: Uint32Array;
    /** Index into `tasks`. */
    task: Uint16Array;
    /** One more than the index in `contracts` of the contract that covers; 0 for none. */
    contract: Uint16Array;
    /** What made the date: bits, see `MARKS`. */
    marks: Uint16Array;
    /** Nominal day of a fixed series, ordinal of one whose dates move, index of a request or contract. */
    key: Int32Array;
    /** Ids of the assets. */
    assets: string[];
    /** Ids of the contracts. */
    contracts: string[];
    /** Ids of the task templates. */
    tasks: string[];
    /** Ids of the sites. */
    sites: string[];
    /** For each asset, the index of its site in `sites`. */
    assetSite: Uint32Array;
}

/** Occurrences and work of one group. */
export interface LoadTotal {
    /** Code or id of the group. */
    key: string;
    /** Number of occurrences. */
    occurrences: number;
    /** Work, minutes. */
    workMinutes: number;
}

/** Occurrences and work of one calendar month. */
export interface MonthTotal {
    /** `YYYY-MM`, of the planned date. */
    month: string;
    /** Number of occurrences. */
    occurrences: number;
    /** Work, minutes. */
    workMinutes: number;
    /** Known cost, minor units, travel included; left out when nothing has a price. */
    costMinor?: number;
}

/** Known cost of the works of a plan. */
export interface CostTotal {
    /** ISO 4217 currency. */
    currency: string;
    /** Labour, parts and travel, minor units. */
    costMinor: number;
    /** Occurrences whose hour of work has no price: not in the sum. */
    unpricedOccurrences: number;
    /** Visits whose travel has no price: not in the sum. */
    unpricedVisits: number;
}

/** Work of one week and skill, against what the skill offers. */
export interface WeekTotal {
    /** Monday of the week, `YYYY-MM-DD`. */
    monday: string;
    /** The skill. */
    skill: string;
    /** Work, minutes. */
    workMinutes: number;
    /** Minutes offered; `null` when the engagement gives no capacity for the skill. */
    capacityMinutes: number | null;
}

/** Sums over a plan; every list is sorted by its key. */
export interface Totals {
    /** Number of occurrences. */
    occurrences: number;
    /** Work, minutes. */
    workMinutes: number;
    /** Nominal dates left out by the roll `skip`. */
    skipped: number;
    /** Occurrences that a decision skips or cancels; they are in no other sum. */
    leftOut: number;
    /** Visits: works on site on one site and day are one. */
    visits: number;
    /** What the works cost; `null` when nothing has a price. */
    cost: CostTotal | null;
    /** Assets in the estate. */
    assets: number;
    /** Assets that no task applies to. */
    assetsWithoutTask: number;
    /** By month of the planned date. */
    months: MonthTotal[];
    /** By periodicity, as the `every` of a task (`P1W`, `P1M/2TU+1D`); house rules by their intervals. */
    periodicities: LoadTotal[];
    /** By skill. */
    skills: LoadTotal[];
    /** By mode. */
    modes: LoadTotal[];
    /** By site. */
    sites: LoadTotal[];
    /** By category. */
    categories: LoadTotal[];
    /** By task. */
    tasks: LoadTotal[];
    /** By the contract that covers the work. */
    contracts: LoadTotal[];
    /** Occurrences that no contract covers. */
    uncoveredOccurrences: number;
    /** By week and skill. */
    weeks: WeekTotal[];
}

/** What a plan finds: work without a free day, an interval too long, a decision against a rule. */
export interface PlanFinding {
    /** Stable code, `PLAN-020` to `PLAN-027`. */
    code: string;
    /** Id of the asset or contract that it speaks of. */
    subject?: string;
    /** Id of the task. */
    task?: string;
    /** First day concerned. */
    day: string;
    /** Id of the occurrence. */
    occurrence?: string;
    /** Id of the request. */
    request?: string;
    /** Id of the event. */
    event?: string;
    /** The skill. */
    skill?: string;
    /** Why work has no date. */
    reason?: NoDate;
    /** Rules, ascending: `calendar`, `hours`, `maintenance`, `blackout:<window>` and so on. */
    rules?: string[];
    /** Figures, in a fixed order for each code. */
    figures: { name: string; value: number }[];
    /** One sentence without a final stop. */
    text: { en: string; fr?: string };
}

/** What a plan shows of an occurrence. */
export interface Seen {
    /** Day of the series. */
    nominal: string;
    /** Day on which it is due. */
    due: string;
    /** First and last day of its window. */
    window: [string, string];
    /** Planned day. */
    date: string;
    /** Day on which its work order is opened. */
    call: string;
    /** How far it is. */
    status: Status;
    /** When it was done. */
    doneOn?: string;
    /** The contract that covers it. */
    contract?: string;
    /** Where. */
    site?: string;
    /** The visit that it is part of. */
    visit?: string;
    /** Work, minutes. */
    durationMinutes: number;
    /** On site or remote. */
    mode: Mode;
    /** Skill needed. */
    skill: string;
    /** Labour and parts, minor units, without travel; left out when the hour has no price. */
    costMinor?: number;
    /** What made its date. */
    marks?: Mark[];
}

/** A changed part of the input. */
export interface Reason {
    /** What it is. */
    kind: ReasonKind;
    /** Its id, where it has one. */
    id?: string;
}

/** One occurrence that differs. */
export interface Difference {
    /** Its id. */
    id: string;
    /** How it differs. */
    kind: DifferenceKind;
    /** What the plan before shows of it; `null` when added. */
    before: Seen | null;
    /** What the plan after shows of it; `null` when removed. */
    after: Seen | null;
    /** What differs, when both plans have it. */
    differsIn: Shown[];
    /** Which changed parts of the input are about it. */
    reasons: Reason[];
    /** All of this for people, in one line. */
    text: string;
}

/** Sums of two plans, and numbers of their differences. */
export interface DiffTotals {
    /** Occurrences before, those that a decision leaves out not counted. */
    occurrencesBefore: number;
    /** Occurrences after. */
    occurrencesAfter: number;
    /** Work before, minutes. */
    workMinutesBefore: number;
    /** Work after, minutes. */
    workMinutesAfter: number;
    /** Visits before. */
    visitsBefore: number;
    /** Visits after. */
    visitsAfter: number;
    /** Currency of the costs; left out when nothing has a price, or the plans have different ones. */
    currency?: string;
    /** Known cost before, travel included, minor units. */
    costMinorBefore?: number;
    /** Known cost after, minor units. */
    costMinorAfter?: number;
    /** Occurrences that only the plan after has. */
    added: number;
    /** Occurrences that only the plan before has. */
    removed: number;
    /** Occurrences on another planned day. */
    moved: number;
    /** Occurrences on the same day of which something else differs. */
    changed: number;
}

/** What differs between two plans. */
export interface PlanDiff {
    /** The days as of which they were planned. */
    asOf: { before: string; after: string };
    /** Their horizons; the end is excluded. */
    horizon: { before: { start: string; end: string }; after: { start: string; end: string } };
    /** Their sums, and the numbers of differences. */
    totals: DiffTotals;
    /** The occurrences that differ, by id. */
    differences: Difference[];
}

/** What the engine throws when it refuses. Recognise it with `isEntretienError`. */
export interface EntretienError extends Error {
    name: "EntretienError";
    /** Stable code of the first fault. */
    code: string;
    /** Every fault, in document order. */
    faults: Fault[];
}

/** What a column of a CSV says of an asset. */
export type MappedFact = "id" | "name" | "serial" | "uuid" | "asset_number" | "mac_addresses" | "category" | "site" | "location" | "manufacturer" | "model" | "os" | "os_version" | "firmware" | "memory_mib" | "core_count" | "purchase" | "in_service" | "price" | "currency" | "supplier" | "warranty_end" | "warranty_last_day" | "warranty_months" | "end_of_life" | "life_months" | "book_method" | "book_years" | "user" | "lifecycle" | "criticality" | "usage" | "tags" | "company" | "last_inventory" | "os_installed" | "last_boot" | "last_backup" | "is_monitored" | "is_backed_up" | "is_documented" | "has_remote_agent" | "is_reachable";

/** Which columns of a CSV say what of assets, and how its values are written; what is left out is found in the file. */
export interface Mapping {
    /** Columns that are used; where several say one fact, the first that is not empty does. */
    columns: { header: string; fact: MappedFact }[];
    /** The separator, one ASCII character. */
    separator?: string;
    /** How characters are written. */
    encoding?: "utf-8" | "utf-16" | "windows-1252" | "mac-roman";
    /** Order of the parts of dates. */
    dates?: "ymd" | "dmy" | "mdy";
    /** The decimal sign of amounts. */
    decimal?: "point" | "comma";
    /** ISO 4217 currency of amounts that say none; `EUR` when left out. */
    currency?: string;
    /** Site of the assets of which no column says one. */
    site?: string;
    /** Category of the assets of which no column says one. */
    category?: Category;
    /** Labels for every asset. */
    tags?: string[];
    /** Values that are replaced before they are read; an empty `to` is unknown. */
    values?: { fact: MappedFact; from: string; to: string }[];
}

/** Where an asset is in its life. */
export type Lifecycle = "ordered" | "stock" | "in_use" | "repair" | "retired";

/** How a price is written off. */
export type BookMethod = "straight_line" | "declining" | "expensed";

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
    asset: string;
    /** The field, as in documents: `site`, `category`, `serial`, `price` … */
    field: string;
    /** The value that the asset has. */
    kept: Held;
    /** The value that it does not have. */
    other: Held;
    /** Why. */
    rule: ConflictRule;
}

/** A value and the file that it stands in. */
export interface Held {
    /** The value as a text: days `YYYY-MM-DD`, amounts `1250.00 EUR`, choices by their code. */
    value: string;
    /** Name of the file; empty for the engagement document and for what was taken over as a whole. */
    source: string;
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

/** A software licence or subscription. */
export interface Licence {
    /** Its id. */
    id: string;
    /**
     * Program that it allows: installed programs whose name begins with this count against it,
     * without regard to case.
     */
    software: string;
    /** First day on which it no longer allows anything. */
    expires?: string;
    /** Price of a term, or of the purchase. */
    price?: Money;
    /** Publisher. */
    publisher?: string;
    /** Day of purchase. */
    purchase?: string;
    /** How many installations it allows; `null` when unknown, which is not unlimited. */
    seatCount?: number;
    /** How many seats its register says are taken. */
    usedCount?: number;
}

/**
 * How the assets stand between what agents found and what registers list; ids, sorted.
 *
 * `both`, `onlyRegister`, `notExpected` and `onlyAgent` hold every asset once.
 */
export interface Reconciliation {
    /** Found and listed. */
    both: string[];
    /** Missing: listed, and never found though an agent could. */
    onlyRegister: string[];
    /**
     * Listed, not found, and nobody expects it: ordered, in stock or retired, or a kind on which
     * no agent runs and which none asks over the network (monitor, UPS, phone, other).
     */
    notExpected: string[];
    /** Unknown: found, and in no register. */
    onlyAgent: string[];
    /** Two sources give different sites. */
    moved: string[];
    /** Shares a serial number or a UUID with another asset. */
    duplicate: string[];
    /** Found, though the register says that it is retired. */
    retiredFound: string[];
}
