// The worker that makes documents, from the page: started when it is first asked, and again after it stopped.
import { bytesOf } from "./reading";
import type { Inputs } from "./engine";
import type { Ask, Calls, Form, Made, Reading, Reply, Written } from "./review-thread";

interface Waiting {
  resolve: (value: never) => void;
  reject: (error: Error) => void;
  reading: (reading: Reading) => void;
}

interface Opening {
  readonly key: string;
  readonly done: Promise<null>;
}

/** One worker, none until it is needed. */
export class ReviewEngine {
  readonly #waiting = new Map<number, Waiting>();
  #thread: Worker | null = null;
  #last = 0;
  #opened: Opening | null = null;

  /** Makes a document of the files, which are read anew when `key` is another than before. */
  async make(key: string, inputs: Inputs, ask: Ask, reading: (reading: Reading) => void): Promise<Made> {
    const opened = this.#opened?.key === key ? this.#opened : this.#open(key, inputs, reading);
    try {
      await opened.done;
    } catch (thrown) {
      if (this.#opened === opened) this.#opened = null;
      throw thrown;
    }
    return this.#call("make", ask);
  }

  #open(key: string, inputs: Inputs, reading: (reading: Reading) => void): Opening {
    const read = bytesOf(inputs).then((given) => {
      if (this.#opened !== opening) throw new Error("other files were given meanwhile");
      return this.#call("open", given, reading);
    });
    const opening: Opening = { key, done: read };
    this.#opened = opening;
    return opening;
  }

  /** The last document in another form. */
  write(form: Form): Promise<Written[]> {
    return this.#call("write", form);
  }

  /** Ends the worker and forgets what it held; calls that wait are refused. */
  stop(reason = "the worker was ended"): void {
    this.#thread?.terminate();
    this.#thread = this.#opened = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(new Error(reason));
  }

  #start(): Worker {
    const thread = new Worker(new URL("./review-thread.ts", import.meta.url), { type: "module" });
    thread.onmessage = ({ data }: MessageEvent<Reply>) => this.#hear(data);
    thread.onerror = (event) => {
      event.preventDefault();
      this.stop(`the worker failed: ${event.message}`);
    };
    return thread;
  }

  #hear(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (waiting === undefined) return;
    if ("reading" in reply) return waiting.reading(reply.reading);
    this.#waiting.delete(reply.id);
    if ("value" in reply) return waiting.resolve(reply.value as never);
    const { message, code, faults } = reply.error;
    const coded = code === undefined ? {} : { name: "EntretienError", code, faults };
    waiting.reject(Object.assign(new Error(message), coded));
    // What stopped answers nothing any more.
    if (code?.startsWith("WASM-") === true) this.stop(message);
  }

  #call<Name extends keyof Calls>(name: Name, argument: Calls[Name][0], reading: (reading: Reading) => void = () => {}): Promise<Calls[Name][1]> {
    const id = ++this.#last;
    this.#thread ??= this.#start();
    const thread = this.#thread;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject, reading });
      thread.postMessage({ id, name, argument });
    });
  }
}
