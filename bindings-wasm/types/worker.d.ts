import type { OpenRequest, Opened, Planned, Progress, RenderRequest, Replanned, StatusRow, Tables } from "./protocol.js";
import type { CodeList, EntretienError, FaultList, Lang, OccurrenceRow, PlanDiff, PlanFinding, PlanRequest } from "./glue/entretien.js";
export { isEntretienError } from "./failure.js";
export { MARKS } from "./marks.js";
export type * from "./glue/entretien.js";
export type { NamedBytes, OpenRequest, Opened, Planned, Progress, RenderRequest, Replanned, RowColumns, StatusRow, Tables } from "./protocol.js";
/** Settings of the worker. */
export interface WorkerSettings {
    /** Makes the thread; by default the script of this package as a module worker. */
    start?: () => Worker;
    /** Address of the WebAssembly file, when it does not lie beside the script. */
    wasm?: string;
    /** Told after the engine had to be started again: what was open is gone, open it again. */
    onRestart?: (reason: EntretienError) => void;
}
/** A client of the engine's thread; calls are answered in the order they were made. */
export declare class EntretienWorker {
    #private;
    constructor(settings?: WorkerSettings);
    /** Reads inventories and the engagement; `progress` hears each file. */
    open(request: OpenRequest, progress?: (progress: Progress) => void): Promise<Opened>;
    /** The tables that the columns of a plan point into, in `lang`. */
    tables(lang?: Lang): Promise<Tables>;
    /** Plans what is open. */
    plan(request: PlanRequest): Promise<Planned>;
    /**
     * Changes the last plan in place (format `entretien/changes` 1.0) and gives its rows anew, with the numbers
     * of the occurrences whose ids are `find`. On a refusal nothing has changed.
     */
    replan(changes: string, find?: string[]): Promise<Replanned>;
    /** What differs between the last plan as it was planned and as it is after changes; texts in `lang`. */
    diff(lang?: Lang): Promise<PlanDiff>;
    /** What the last plan finds. */
    findings(): Promise<PlanFinding[]>;
    /** How far some occurrences of the last plan are. */
    statuses(indices: number[], lang?: Lang): Promise<(StatusRow | undefined)[]>;
    /** The digest of the last plan. */
    digest(): Promise<string>;
    /** Verifies the last plan, without the planner. */
    check(): Promise<FaultList>;
    /** One occurrence of the last plan, in words. */
    occurrence(index: number, lang?: Lang): Promise<OccurrenceRow | undefined>;
    /** The last plan as files. */
    render(request: RenderRequest): Promise<string[]>;
    /** Every code with its meaning, in `lang`. */
    codes(lang?: Lang): Promise<CodeList>;
    /** Stops whatever runs and starts an empty engine; calls that wait are refused (`WASM-003`). */
    restart(reason?: string): void;
    /** Ends the worker; calls that wait are refused. */
    terminate(): void;
}
