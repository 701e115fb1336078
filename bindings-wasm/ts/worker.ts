/** The engine in a worker of its own: the page stays free, and a stopped engine can be started again. */
import { failure, withFaults } from "./failure.js";
import type { CallName, Calls, Call, OpenRequest, Opened, Planned, Progress, RenderRequest, Replanned, Reply, StatusRow, Tables } from "./protocol.js";
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

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
  progress: ((progress: Progress) => void) | undefined;
}

/** A client of the engine's thread; calls are answered in the order they were made. */
export class EntretienWorker {
  readonly #settings: WorkerSettings;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker;
  #last = 0;

  constructor(settings: WorkerSettings = {}) {
    this.#settings = settings;
    this.#thread = this.#start();
  }

  /** Reads inventories and the engagement; `progress` hears each file. */
  open(request: OpenRequest, progress?: (progress: Progress) => void): Promise<Opened> {
    return this.#call("open", request, progress);
  }

  /** The tables that the columns of a plan point into, in `lang`. */
  tables(lang?: Lang): Promise<Tables> {
    return this.#call("tables", { lang });
  }

  /** Plans what is open. */
  plan(request: PlanRequest): Promise<Planned> {
    return this.#call("plan", request);
  }

  /**
   * Changes the last plan in place (format `entretien/changes` 1.0) and gives its rows anew, with the numbers
   * of the occurrences whose ids are `find`. On a refusal nothing has changed.
   */
  replan(changes: string, find: string[] = []): Promise<Replanned> {
    return this.#call("replan", { changes, find });
  }

  /** What differs between the last plan as it was planned and as it is after changes; texts in `lang`. */
  diff(lang?: Lang): Promise<PlanDiff> {
    return this.#call("diff", { lang });
  }

  /** What the last plan finds. */
  findings(): Promise<PlanFinding[]> {
    return this.#call("findings", {});
  }

  /** How far some occurrences of the last plan are. */
  statuses(indices: number[], lang?: Lang): Promise<(StatusRow | undefined)[]> {
    return this.#call("statuses", { indices, lang });
  }

  /** The digest of the last plan. */
  digest(): Promise<string> {
    return this.#call("digest", {});
  }

  /** Verifies the last plan, without the planner. */
  check(): Promise<FaultList> {
    return this.#call("check", {});
  }

  /** One occurrence of the last plan, in words. */
  occurrence(index: number, lang?: Lang): Promise<OccurrenceRow | undefined> {
    return this.#call("occurrence", { index, lang });
  }

  /** The last plan as files. */
  render(request: RenderRequest): Promise<string[]> {
    return this.#call("render", request);
  }

  /** Every code with its meaning, in `lang`. */
  codes(lang?: Lang): Promise<CodeList> {
    return this.#call("codes", { lang });
  }

  /** Stops whatever runs and starts an empty engine; calls that wait are refused (`WASM-003`). */
  restart(reason = "the worker was started again"): void {
    this.#thread.terminate();
    const error = failure("WASM-003", reason);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#thread = this.#start();
    for (const { reject } of waiting) reject(error);
    this.#settings.onRestart?.(error);
  }

  /** Ends the worker; calls that wait are refused. */
  terminate(): void {
    this.#thread.terminate();
    for (const { reject } of this.#waiting.values()) reject(failure("WASM-003", "the worker was ended"));
    this.#waiting.clear();
  }

  #start(): Worker {
    const thread =
      this.#settings.start?.() ?? new Worker(new URL("./thread.js", import.meta.url), { type: "module" });
    thread.onmessage = ({ data }: MessageEvent<Reply>) => {
      this.#hear(data);
    };
    thread.onerror = (event) => {
      event.preventDefault();
      this.restart(`the worker failed: ${event.message}`);
    };
    return thread;
  }

  #hear(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    if ("progress" in reply) {
      waiting.progress?.(reply.progress);
      return;
    }
    this.#waiting.delete(reply.id);
    if ("value" in reply) {
      waiting.resolve(reply.value as never);
      return;
    }
    const { name, message, code, faults } = reply.error;
    if (code !== undefined && faults !== undefined) {
      waiting.reject(withFaults(message, code, faults));
      if (code === "WASM-003") this.restart(message);
    } else {
      waiting.reject(Object.assign(new Error(message), { name }));
    }
  }

  #call<Name extends CallName>(
    name: Name,
    argument: Calls[Name][0],
    progress?: (progress: Progress) => void,
  ): Promise<Calls[Name][1]> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, progress });
      const call: Call = { id, name, argument, wasm: this.#settings.wasm };
      this.#thread.postMessage(call);
    });
  }
}
