// The session with the engine: what is open, what is planned, and getting back on its feet.
import { EntretienWorker, isEntretienError } from "entretien/worker";
import type { CodeList, FaultList, OccurrenceRow, Opened, PlanDiff, PlanFinding, PlanRequest, Planned, Progress, RenderRequest, Replanned, StatusRow, Tables } from "entretien/worker";
import type { Source } from "./files";
import type { Lang } from "./text";

/** What is to be opened. */
export interface Inputs {
  inventories: Source[];
  engagement: Source | null;
  /** Support cycles of products. */
  catalogue: Source | null;
  /** What failed, a row each or an event log. */
  tickets: Source | null;
  /** First day of the programme when there is no engagement. */
  begin: string;
}

/** One engine in its worker. */
export class Engine {
  readonly #worker: EntretienWorker;

  /** `stopped` is told when the engine had to be started again and holds nothing any more. */
  constructor(stopped: () => void) {
    this.#worker = new EntretienWorker({ onRestart: stopped });
  }

  /** Reads the files anew and opens them. */
  async open(inputs: Inputs, progress: (progress: Progress) => void): Promise<Opened> {
    const files = await Promise.all(
      inputs.inventories.map(async ({ name, read }) => ({ name, bytes: await read() })),
    );
    const engagement = inputs.engagement === null ? null : await inputs.engagement.read();
    return this.#worker.open({ files, engagement, begin: inputs.begin }, progress);
  }

  tables(lang: Lang): Promise<Tables> {
    return this.#worker.tables(lang);
  }

  plan(request: PlanRequest): Promise<Planned> {
    return this.#worker.plan(request);
  }

  replan(changes: string, find: string[]): Promise<Replanned> {
    return this.#worker.replan(changes, find);
  }

  diff(lang: Lang): Promise<PlanDiff> {
    return this.#worker.diff(lang);
  }

  findings(): Promise<PlanFinding[]> {
    return this.#worker.findings();
  }

  statuses(rows: number[], lang: Lang): Promise<(StatusRow | undefined)[]> {
    return this.#worker.statuses(rows, lang);
  }

  digest(): Promise<string> {
    return this.#worker.digest();
  }

  check(): Promise<FaultList> {
    return this.#worker.check();
  }

  occurrence(index: number, lang: Lang): Promise<OccurrenceRow | undefined> {
    return this.#worker.occurrence(index, lang);
  }

  render(request: RenderRequest): Promise<string[]> {
    return this.#worker.render(request);
  }

  codes(lang: Lang): Promise<CodeList> {
    return this.#worker.codes(lang);
  }
}

/** The faults of a refusal; `null` for any other failure. */
export function faultsOf(thrown: unknown): FaultList | null {
  return isEntretienError(thrown) && !thrown.code.startsWith("WASM-") ? thrown.faults : null;
}

/** Whether the engine stopped under the call. */
export function isStop(thrown: unknown): boolean {
  return isEntretienError(thrown) && thrown.code === "WASM-003";
}
