/* tslint:disable */
/* eslint-disable */
/** A place where assets stand. */
export interface Site {
    /** Its id. */
    id: string;
    /** Its name. */
    name: string;
}

/** A recurring task. */
export interface Task {
    /** Its id. */
    id: string;
    /** Its title. */
    title: string;
    /** Time that one occurrence takes. */
    durationMinutes: number;
    /** On site or remote. */
    mode: Mode;
    /** On site or remote, for people. */
    modeLabel: string;
    /** Skill needed. */
    skill: string;
    /**
     * Periodicity: an interval as ISO 8601 (`P3M`), an RFC 5545 rule (`FREQ=MONTHLY;BYDAY=2TU`), or a day
     * counted within months (`P1M/2TU+1D`, `P1M/-1WD`); `null` where the house rules decide.
     */
    every: string | null;
    /** Checks before the work begins. */
    checksBefore: string[];
    /** Checks after the work. */
    checksAfter: string[];
    /** How to come back to the initial state. */
    wayBack: string | null;
}

/** An amount of money. */
export interface Money {
    /** Integer minor units (cents), within ±(2^53-1). */
    minor: number;
    /** ISO 4217 code. */
    currency: string;
}

/** Assets, in order. */
export type AssetList = Asset[];

/** Counts, by key. */
export type CountList = Count[];

/** Duplicates, by kind, then value. */
export type DuplicateList = Duplicate[];

/** Every code with its meaning. */
export type CodeList = CodeMeaning[];

/** Faults, in order. */
export type FaultList = Fault[];

/** How many there are of one kind. */
export interface Count {
    /** The kind. */
    key: string;
    /** How many. */
    count: number;
}

/** Meaning and cure of a code. */
export interface CodeMeaning {
    /** The code. */
    code: string;
    /** What it means. */
    title: string;
    /** What to do. */
    help: string;
}

/** Occurrences and work of one calendar month. */
export interface MonthTotal {
    /** `YYYY-MM`, of the planned date. */
    month: string;
    /** Number of occurrences. */
    occurrences: number;
    /** Work, minutes. */
    workMinutes: number;
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

/** One identity that more than one record carries. */
export interface Duplicate {
    /** Kind of identity. */
    kind: "serial" | "uuid" | "id";
    /** Its value. */
    value: string;
    /** Ids of the assets that carry it: one when the records were merged. */
    assets: string[];
    /** Whether the records became one asset. */
    merged: boolean;
    /** Names of the files that it comes from, sorted. */
    sources: string[];
}

/** One occurrence in words. */
export interface OccurrenceRow {
    /** Stable id: planning again gives the same one. */
    id: string;
    /** Id of the task. */
    task: string;
    /** Title of the task. */
    title: string;
    /** Id of the asset. */
    asset: string;
    /** Name of the asset. */
    assetName: string;
    /** Id of the site. */
    site: string;
    /** Name of the site. */
    siteName: string;
    /** Day of the series, before any roll, `YYYY-MM-DD`. */
    nominal: string;
    /** Planned day, `YYYY-MM-DD`. */
    date: string;
    /** Planned work. */
    durationMinutes: number;
    /** On site or remote. */
    mode: Mode;
    /** On site or remote, for people. */
    modeLabel: string;
    /** Skill needed. */
    skill: string;
    /** Why it is on its date: the steps from the anchor, in order. */
    trace: Step[];
    /** The same steps for people, one line each. */
    why: string[];
}

/** One piece of equipment. What is not known is `null`. */
export interface Asset {
    /** Its id. */
    id: string;
    /** Name that people use. */
    name: string;
    /** Kind of equipment. */
    category: Category;
    /** Kind of equipment, for people. */
    categoryLabel: string;
    /** Id of the site where it stands. */
    site: string;
    /** How much its failure hurts. */
    criticality: Criticality | null;
    /** How intensely it is used. */
    usage: Usage | null;
    /** Free labels, sorted. */
    tags: string[];
    /** Serial number, never a placeholder. */
    serial: string | null;
    /** Hardware UUID. */
    uuid: string | null;
    /** Manufacturer. */
    manufacturer: string | null;
    /** Model. */
    model: string | null;
    /** Operating system or firmware family, as reported. */
    os: string | null;
    /** Its version, as reported. */
    osVersion: string | null;
    /** Firmware version. */
    firmware: string | null;
    /** Memory in mebibytes. */
    memoryMib: number | null;
    /** Last start of the system, `YYYY-MM-DD`. */
    lastBoot: string | null;
    /** Day of the inventory that these facts come from, `YYYY-MM-DD`. */
    lastInventory: string | null;
    /** Day of purchase, `YYYY-MM-DD`. */
    purchase: string | null;
    /** Purchase price. */
    price: Money | null;
    /** First day without warranty, `YYYY-MM-DD`. */
    warrantyEnd: string | null;
}

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

/** One thing that is wrong in an input, with its place and its cure. */
export interface Fault {
    /** Stable code, such as `DOC-004`. */
    code: string;
    /** Name of the file the value came from; empty when there is only one. */
    source: string;
    /** JSON pointer of the value, or `line N`; empty for the whole input. */
    pointer: string;
    /** What is wrong, in English. */
    message: string;
    /** What to do, in English. */
    help: string;
}

/** Sites, in order. */
export type SiteList = Site[];

/** Sums over a plan; every list is sorted by its key. */
export interface Totals {
    /** Number of occurrences. */
    occurrences: number;
    /** Work, minutes. */
    workMinutes: number;
    /** Nominal dates left out by the roll `skip`. */
    skipped: number;
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
    /** By week and skill. */
    weeks: WeekTotal[];
}

/** Tasks, in order. */
export type TaskList = Task[];

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
export type StepRule = "anchor.task" | "anchor.contract" | "anchor.begin" | "spread.by_asset" | "series" | "month_end.backward" | "month_end.forward" | "month_end.stick_to_end" | "roll.back" | "roll.forward" | "rule" | "nth_weekday" | "working_day" | "offset";

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
    /** Index into `assets`. */
    asset: Uint32Array;
    /** Index into `tasks`. */
    task: Uint16Array;
    /** Ids of the assets. */
    assets: string[];
    /** Ids of the task templates. */
    tasks: string[];
    /** Ids of the sites. */
    sites: string[];
    /** For each asset, the index of its site in `sites`. */
    assetSite: Uint32Array;
}

/** What the engine throws when it refuses. Recognise it with `isEntretienError`. */
export interface EntretienError extends Error {
    name: "EntretienError";
    /** Stable code of the first fault. */
    code: string;
    /** Every fault, in document order. */
    faults: Fault[];
}



