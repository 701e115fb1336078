/** The script of the worker: holds the engine's objects and answers `EntretienWorker`, one call at a time. */
import type { Call, CallName, Calls, Progress, Reply } from "./protocol.js";
import { Engagement, InventoryReader, type Plan, codes, isEntretienError, load } from "./web.js";

interface Port {
  onmessage: ((event: MessageEvent<Call>) => void) | null;
  postMessage(reply: Reply, transfer?: Transferable[]): void;
}

const port = globalThis as unknown as Port;
let engagement: Engagement | undefined;
let plan: Plan | undefined;
/** The plan as it was before the first change. */
let before: Plan | undefined;
let turn: Promise<void> = Promise.resolve();

type Report = (progress: Progress) => void;
type Answers = { [Name in CallName]: (argument: Calls[Name][0], report: Report) => Calls[Name][1] };

const answers: Answers = {
  open({ files, engagement: document, begin }, report) {
    forget();
    engagement?.free();
    engagement = undefined;
    const reader = new InventoryReader();
    for (const [index, { name, bytes }] of files.entries()) {
      reader.read(name, bytes);
      report({ done: index + 1, total: files.length, name });
    }
    const inventory = reader.finish();
    const filesRead = inventory.filesRead;
    report({ done: files.length, total: files.length, name: "" });
    try {
      engagement =
        document === undefined || document === null
          ? Engagement.shipped(inventory, begin ?? "")
          : Engagement.fromJson(document, inventory);
    } finally {
      inventory.free();
    }
    const { provider, customer, begin: first, refused, diagnostics } = engagement;
    return { provider, customer, begin: first, filesRead, refused, diagnostics };
  },
  tables({ lang }) {
    const open = need(engagement);
    return { assets: open.assets(lang), tasks: open.tasks(lang), sites: open.sites() };
  },
  plan(request) {
    const next = need(engagement).plan(request);
    forget();
    plan = next;
    return { length: plan.length, columns: plan.columns(), totals: plan.totals() };
  },
  replan({ changes, find }) {
    const current = need(plan);
    before ??= current.copy();
    const begin = performance.now();
    current.replan(changes);
    const planMs = performance.now() - begin;
    const { date, nominal, subject, task, contract, marks, key } = current.columns();
    const found = find.map((id) => current.find(id) ?? null);
    const columns = { date, nominal, subject, task, contract, marks, key };
    return { length: current.length, columns, totals: current.totals(), found, planMs };
  },
  diff({ lang }) {
    const current = need(plan);
    return (before ?? current).diff(current, lang);
  },
  findings() {
    return need(plan).findings();
  },
  statuses({ indices, lang }) {
    const current = need(plan);
    return indices.map((index) => {
      const row = current.occurrence(index, lang);
      return row === undefined ? undefined : { status: row.status, label: row.statusLabel };
    });
  },
  digest() {
    return need(plan).digest();
  },
  check() {
    // A changed plan follows from the changed engagement, which is its own.
    return before === undefined ? need(engagement).check(need(plan)) : need(plan).check();
  },
  occurrence({ index, lang }) {
    return need(plan).occurrence(index, lang);
  },
  render(request) {
    const current = need(plan);
    switch (request.format) {
      case "json":
        return [current.toJson()];
      case "csv":
        return [current.toCsv(request.lang)];
      case "html":
        return [current.toHtml(request.lang)];
      case "ics": {
        const { format: _, ...options } = request;
        return current.toIcs(options);
      }
    }
  },
  codes({ lang }) {
    return codes(lang);
  },
};

function forget(): void {
  plan?.free();
  before?.free();
  plan = before = undefined;
}

function need<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("nothing is open in this worker: call open() then plan()");
  return value;
}

async function answer({ id, name, argument, wasm }: Call): Promise<void> {
  try {
    await load(wasm);
    const call = answers[name] as (argument: unknown, report: Report) => unknown;
    const value = call(argument, (progress) => port.postMessage({ id, progress }));
    port.postMessage({ id, value }, name === "plan" || name === "replan" ? buffers(value as Calls["plan" | "replan"][1]) : []);
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    const { code, faults } = isEntretienError(error) ? error : {};
    const coded = code === undefined || faults === undefined ? {} : { code, faults };
    port.postMessage({ id, error: { name: error.name, message: error.message, ...coded } });
  }
}

function buffers({ columns }: Calls["plan" | "replan"][1]): Transferable[] {
  const arrays = Object.values(columns).filter((column) => ArrayBuffer.isView(column));
  return arrays.map((column) => column.buffer as ArrayBuffer);
}

port.onmessage = ({ data }) => {
  turn = turn.then(() => answer(data));
};
