import type { AssetList, CodeList, FaultList, IcsRequest, Lang, OccurrenceRow, PlanColumns, PlanDiff, PlanFinding, PlanRequest, SiteList, Status, TaskList, Totals } from "./glue/entretien.js";
/** A file by name and content. */
export interface NamedBytes {
    name: string;
    bytes: Uint8Array;
}
/** What to open: inventories, and the engagement document; without one, the shipped rules from `begin`. */
export interface OpenRequest {
    files: NamedBytes[];
    engagement?: string | Uint8Array | null;
    /** First day of the programme, `YYYY-MM-DD`, when there is no document. */
    begin?: string;
}
/** What was opened. */
export interface Opened {
    provider: string;
    customer: string;
    begin: string;
    filesRead: number;
    refused: FaultList;
    diagnostics: FaultList;
}
/** The tables that the columns of a plan point into. */
export interface Tables {
    assets: AssetList;
    tasks: TaskList;
    sites: SiteList;
}
/** A plan out of the worker; the columns are transferred, not copied again. */
export interface Planned {
    length: number;
    columns: PlanColumns;
    totals: Totals;
}
/** Columns of a plan without the tables that their numbers point into, which stay as they were. */
export type RowColumns = Pick<PlanColumns, "date" | "nominal" | "subject" | "task" | "contract" | "marks" | "key">;
/** The plan after changes. */
export interface Replanned {
    length: number;
    columns: RowColumns;
    totals: Totals;
    /** Numbers of the occurrences that were asked for, in that order; `null` for one that the plan has not. */
    found: (number | null)[];
    /** Time that planning took in the worker, milliseconds. */
    planMs: number;
}
/** How far an occurrence is. */
export interface StatusRow {
    status: Status;
    label: string;
}
/** One of the renderings of a plan. */
export type RenderRequest = {
    format: "json";
} | {
    format: "csv" | "html";
    lang?: Lang;
} | ({
    format: "ics";
} & IcsRequest);
/** Requests by name: what goes in, what comes out. */
export interface Calls {
    open: [OpenRequest, Opened];
    tables: [{
        lang?: Lang | undefined;
    }, Tables];
    plan: [PlanRequest, Planned];
    replan: [{
        changes: string;
        find: string[];
    }, Replanned];
    diff: [{
        lang?: Lang | undefined;
    }, PlanDiff];
    findings: [Record<string, never>, PlanFinding[]];
    statuses: [{
        indices: number[];
        lang?: Lang | undefined;
    }, (StatusRow | undefined)[]];
    digest: [Record<string, never>, string];
    check: [Record<string, never>, FaultList];
    occurrence: [{
        index: number;
        lang?: Lang | undefined;
    }, OccurrenceRow | undefined];
    render: [RenderRequest, string[]];
    codes: [{
        lang?: Lang | undefined;
    }, CodeList];
}
/** Name of a request. */
export type CallName = keyof Calls;
/** How far the reading of files is. */
export interface Progress {
    done: number;
    total: number;
    /** The file just read; empty when the engagement is being built. */
    name: string;
}
/** A message to the thread. */
export interface Call {
    id: number;
    name: CallName;
    argument: unknown;
    /** Address of the module, when it does not lie beside the script. */
    wasm?: string | undefined;
}
/** A message from the thread. */
export type Reply = {
    id: number;
    progress: Progress;
} | {
    id: number;
    value: unknown;
} | {
    id: number;
    error: {
        name: string;
        message: string;
        code?: string;
        faults?: FaultList;
    };
};
