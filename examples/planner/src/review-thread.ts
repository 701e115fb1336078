// The script of the worker that makes documents (`entretien/review`): holds what was read and the last document, one call at a time.
import { KpiReader, Log, isEntretienError, kickOff, load, proposal, review, type Deliverable, type FaultList, type KpiEngagement } from "entretien/review";
import { engagementOf, logOf, type Given } from "./reading";
import type { Lang } from "./text";

/** What can be made, in the order of the menu. */
export const KINDS = ["review", "proposal", "kick_off"] as const;
export type Kind = (typeof KINDS)[number];

/** Which document is asked for: the days under review, or the plan that is offered. */
export type Ask = { readonly start: string; readonly end: string; readonly lang: Lang } & (
  | { readonly kind: "review" }
  | { readonly kind: "proposal" | "kick_off"; readonly asOf: string }
);

/** A document as it is shown. */
export interface Made {
  readonly html: string;
  readonly title: string;
  readonly milliseconds: number;
}

/** Forms besides the page itself. */
export type Form = "md" | "xlsx" | "csv" | "ics" | "json";

/** A file by the end of its name, and its content. */
export type Written = readonly [suffix: string, content: string | Uint8Array<ArrayBuffer>];

/** What the worker is asked, and answers, by name. */
export interface Calls {
  open: [Given, null];
  make: [Ask, Made];
  write: [Form, Written[]];
}

export type Call = { [Name in keyof Calls]: { id: number; name: Name; argument: Calls[Name][0] } }[keyof Calls];

/** How far the reading is. */
export interface Reading {
  readonly done: number;
  readonly total: number;
  readonly name: string;
}

export type Reply =
  | { id: number; reading: Reading }
  | { id: number; value: Calls[keyof Calls][1] }
  | { id: number; error: { message: string; code?: string; faults?: FaultList } };

interface Port {
  onmessage: ((event: MessageEvent<Call>) => void) | null;
  postMessage(reply: Reply): void;
}

const port = globalThis as unknown as Port;
let engagement: KpiEngagement | undefined;
let log: Log | undefined;
let made: Deliverable | undefined;
let turn: Promise<void> = Promise.resolve();

function open(given: Given, told: (reading: Reading) => void): null {
  for (const object of [engagement, log, made]) object?.free();
  engagement = log = made = undefined;
  const total = given.files.length;
  engagement = engagementOf(new KpiReader(), given, (done, name) => told({ done, total, name }));
  if (given.tickets !== null) log = logOf(Log, given.tickets, given);
  return null;
}

/** A file of tickets says nothing of preventive works: the plan is not held against it. */
const INDICATORS = { withPlan: false };

function make(ask: Ask): Made {
  if (engagement === undefined) throw new Error("nothing is open in this worker");
  const begin = performance.now();
  const { start, end, lang } = ask;
  const next =
    ask.kind === "review"
      ? review(engagement, { start, end, indicators: INDICATORS }, { lang, log: log ?? null })
      : (ask.kind === "proposal" ? proposal : kickOff)(engagement, { asOf: ask.asOf, start, end }, { lang });
  made?.free();
  made = next;
  return { html: made.toHtml(), title: made.title, milliseconds: performance.now() - begin };
}

function write(form: Form): Written[] {
  if (made === undefined) throw new Error("nothing was made in this worker");
  switch (form) {
    case "md":
      return [[".md", made.toMarkdown()]];
    case "xlsx":
      return [[".xlsx", made.toXlsx() as Uint8Array<ArrayBuffer>]];
    case "csv":
      return Object.entries(made.toCsv()).map(([name, text]) => [`-${name}`, text]);
    case "ics":
      return made.toIcs().map((text, index, { length }) => [length === 1 ? ".ics" : `-${index + 1}-${length}.ics`, text]);
    case "json":
      return [[".json", made.toJson()]];
  }
}

async function answer(call: Call): Promise<void> {
  const { id } = call;
  try {
    await load();
    const value = call.name === "open" ? open(call.argument, (reading) => port.postMessage({ id, reading })) : call.name === "make" ? make(call.argument) : write(call.argument);
    port.postMessage({ id, value });
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    port.postMessage({ id, error: isEntretienError(thrown) ? { message, code: thrown.code, faults: thrown.faults } : { message } });
  }
}

port.onmessage = ({ data }) => {
  turn = turn.then(() => answer(data));
};
