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
