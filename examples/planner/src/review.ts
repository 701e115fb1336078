// Documents to decide on: the review of a period, the proposal, the kick-off; shown as they are, and in every form.
import type { LogSpan } from "entretien/indicators";
import type { CodeList, FaultList } from "entretien/worker";
import { dayOf, halfBefore, isoOf, type Span } from "./days";
import { h, save } from "./dom";
import { faultsOf, type Inputs } from "./engine";
import { faultList } from "./faults";
import { ReviewEngine } from "./review-engine";
import { KINDS, type Ask, type Form, type Kind, type Made } from "./review-thread";
import type { TextKey, Voice } from "./text";

/** Browsers drop files that are handed out faster. */
const FILE_PAUSE_MS = 120;
const FORMS: readonly (readonly [Form, TextKey])[] = [["md", "formMd"], ["xlsx", "formXlsx"], ["csv", "formCsv"], ["ics", "downloadIcs"], ["json", "formJson"]];

/** The period of the plan, and the day as of which it is known. */
export interface PlanPeriod extends Span {
  readonly asOf: string;
}

/** Shows a document, once it is asked for. */
export class Review {
  readonly element: HTMLElement;
  readonly #engine = new ReviewEngine();
  #voice: Voice;
  #codes: CodeList = [];
  #inputs: Inputs | null = null;
  #key = "";
  #tickets = "";
  #plan: PlanPeriod = { asOf: "", start: "", end: "" };
  /** Of the file of tickets; `undefined` while it is read. */
  #span: LogSpan | null | undefined = null;
  /** The period that the person chose; without one it follows the tickets, or the plan. */
  #chosen = false;
  #wanted = false;
  #asked = "";
  #busy = false;
  #run = 0;
  #made: { document: Made; ask: Ask } | null = null;
  #trouble: FaultList | string | null = null;

  readonly #kind = h("select", { id: "review-kind", onchange: () => this.#change() });
  readonly #from = h("input", { type: "date", id: "review-from", required: true, onchange: () => this.#choose() });
  readonly #to = h("input", { type: "date", id: "review-to", required: true, onchange: () => this.#choose() });
  readonly #tools = h("form", { class: "review-tools", onsubmit: (event: SubmitEvent) => this.#submit(event) });
  readonly #bar = h("progress", { hidden: true, "aria-labelledby": "review-status" });
  readonly #status = h("p", { id: "review-status", class: "quiet", role: "status" });
  readonly #faults = h("div");
  readonly #forms = h("div", { class: "buttons", role: "group" });
  // Without scripts, so that what it holds can do nothing; of the same origin, so that it is printed and painted from here.
  readonly #frame = h("iframe", { id: "review-page", class: "review-page", sandbox: "allow-same-origin allow-modals", hidden: true, onload: () => paint(this.#frame.contentDocument) });

  constructor(voice: Voice) {
    this.#voice = voice;
    this.element = h("div", { class: "review" }, this.#tools, this.#bar, this.#status, this.#faults, this.#forms, this.#frame);
  }

  /** Shows what was given; a document that was asked for is made anew when anything changed that it rests on. */
  show(inputs: Inputs, plan: PlanPeriod, voice: Voice, codes: CodeList): void {
    const names = [inputs.tickets, ...inputs.inventories, inputs.engagement].map((source) => (source === null ? "" : `${source.name}:${source.stamp}`));
    const key = [inputs.begin, ...names].join("\n");
    [this.#inputs, this.#plan, this.#voice, this.#codes] = [inputs, plan, voice, codes];
    if (key !== this.#key) [this.#key, this.#span] = [key, inputs.tickets === null ? null : undefined];
    if (names[0] !== this.#tickets) [this.#tickets, this.#chosen] = [names[0] ?? "", false];
    this.#change();
  }

  /** Told what the file of tickets spans; `null` when that is not known. */
  spans(span: LogSpan | null): void {
    if (this.#inputs?.tickets === null) return;
    this.#span = span;
    this.#change();
  }

  /** Forgets everything. */
  forget(): void {
    this.#engine.stop();
    this.#run += 1;
    [this.#inputs, this.#key, this.#asked] = [null, "", ""];
    this.#chosen = this.#wanted = this.#busy = false;
    this.#made = this.#trouble = null;
    this.#frame.removeAttribute("srcdoc");
  }

  get #which(): Kind {
    return KINDS[Math.max(0, this.#kind.selectedIndex)] ?? "review";
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.#wanted = true;
    this.#asked = "";
    this.#change();
  }

  #choose(): void {
    this.#chosen = true;
    this.#change();
  }

  /** Asks again where a document was asked for and another is due now; draws. */
  #change(): void {
    if (!this.#chosen) this.#setPeriod();
    const ask = this.#ask();
    const asked = JSON.stringify([this.#key, ask]);
    // The period is not known before the tickets are.
    if (this.#wanted && this.#span === undefined) {
      this.#asked = "";
      this.#begin();
    } else if (this.#wanted && asked !== this.#asked) {
      this.#asked = asked;
      void this.#make(ask);
    }
    this.#draw();
  }

  #setPeriod(): void {
    const { start, end } = periodOf(this.#span ?? null, this.#plan.asOf);
    [this.#from.value, this.#to.value] = [start, end];
  }

  #ask(): Ask {
    const { lang } = this.#voice;
    const kind = this.#which;
    return kind === "review" ? { kind, start: this.#from.value, end: this.#to.value, lang } : { kind, ...this.#plan, lang };
  }

  /** Whatever was asked before is not awaited any more. */
  #begin(): number {
    [this.#busy, this.#trouble] = [true, null];
    this.#bar.removeAttribute("value");
    this.#say(this.#voice.say("reviewBusy"));
    return ++this.#run;
  }

  /** Says it once: the same text again would be read out again. */
  #say(text: string): void {
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }

  async #make(ask: Ask): Promise<void> {
    if (this.#inputs === null) return;
    const run = this.#begin();
    try {
      const made = await this.#engine.make(this.#key, this.#inputs, ask, ({ done, total, name }) => {
        if (run !== this.#run) return;
        this.#bar.max = total;
        if (done < total) this.#bar.value = done;
        else this.#bar.removeAttribute("value");
        this.#say(done < total ? this.#voice.say("reading", { done, total, name }) : this.#voice.say("reviewBusy"));
      });
      if (run !== this.#run) return;
      this.#made = { document: made, ask };
      this.#frame.srcdoc = still(made.html);
    } catch (thrown) {
      if (run !== this.#run) return;
      this.#made = null;
      this.#trouble = faultsOf(thrown) ?? (thrown instanceof Error ? thrown.message : String(thrown));
    }
    this.#busy = false;
    this.#draw();
  }

  async #write(form: Form, ask: Ask): Promise<void> {
    const before = this.#status.textContent;
    this.#say(this.#voice.say("rendering"));
    try {
      const files = await this.#engine.write(form);
      for (const [index, [suffix, content]] of files.entries()) {
        if (index > 0) await new Promise((resolve) => setTimeout(resolve, FILE_PAUSE_MS));
        save(`${nameOf(ask)}${suffix}`, content);
      }
      this.#say(files.length === 1 ? before : this.#voice.say("filesWritten", { n: files.length }));
    } catch (thrown) {
      this.#say(this.#voice.say("failed", { what: faultsOf(thrown)?.[0]?.message ?? (thrown instanceof Error ? thrown.message : String(thrown)) }));
    }
  }

  #draw(): void {
    const voice = this.#voice;
    this.element.setAttribute("aria-busy", String(this.#busy));
    this.#drawTools();
    this.#bar.hidden = !this.#busy;
    if (!this.#busy) this.#say(this.#outcome());
    const faults = typeof this.#trouble === "string" ? null : this.#trouble;
    this.#faults.replaceChildren(...(faults === null ? [] : [faultList(faults, this.#codes, voice, true)]));
    this.#frame.hidden = this.#forms.hidden = this.#made === null;
    if (this.#made === null) return;
    const { document: made, ask } = this.#made;
    this.#frame.title = made.title;
    this.#forms.setAttribute("aria-label", voice.say("downloads"));
    const button = (id: string, key: TextKey, action: () => void) => h("button", { type: "button", id, class: "button", disabled: this.#busy, onclick: action }, voice.say(key));
    const focused = this.#forms.contains(document.activeElement) ? document.activeElement?.id : undefined;
    this.#forms.replaceChildren(
      button("review-html", "formHtml", () => save(`${nameOf(ask)}.html`, made.html)),
      ...FORMS.map(([form, key]) => button(`review-${form}`, key, () => void this.#write(form, ask))),
      button("review-print", "formPrint", () => this.#frame.contentWindow?.print()),
    );
    if (focused !== undefined) document.getElementById(focused)?.focus({ preventScroll: true });
  }

  #outcome(): string {
    if (typeof this.#trouble === "string") return this.#voice.say("failed", { what: this.#trouble });
    if (this.#trouble !== null) return this.#voice.say("reviewRefused", { n: this.#trouble.length });
    if (this.#made === null) return "";
    const { title, milliseconds } = this.#made.document;
    return this.#voice.say("reviewMade", { title, ms: Math.round(milliseconds) });
  }

  #drawTools(): void {
    const voice = this.#voice;
    const focused = this.#tools.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
    const field = (input: HTMLElement, key: TextKey) => h("label", { class: "field", for: input.id }, h("span", {}, voice.say(key)), input);
    const kind = this.#which;
    this.#kind.replaceChildren(...KINDS.map((one) => h("option", { value: one, selected: one === kind }, voice.say(`kind_${one}`))));
    const { asOf, start, end } = this.#plan;
    const day = (iso: string) => voice.day(dayOf(iso));
    const known = asOf !== "" && start !== "" && end !== "";
    const offered = () => h("p", { class: "quiet" }, known ? voice.say("offerDates", { day: day(asOf), from: day(start), to: voice.day(dayOf(end) - 1) }) : "");
    const dates = kind === "review" ? [field(this.#from, "from"), field(this.#to, "to")] : [offered()];
    this.#tools.replaceChildren(field(this.#kind, "document"), ...dates, h("button", { type: "submit", id: "review-run", class: "button primary" }, voice.say("reviewRun")));
    if (focused !== null) document.getElementById(focused.id)?.focus({ preventScroll: true });
  }
}

/** What files of a document are named after. */
function nameOf({ kind, start, end }: Ask): string {
  return `entretien-${kind.replace("_", "-")}-${start}-${end}`;
}

/** The last whole half-year of tickets, or all of what is shorter; without tickets, the half-year before a day. */
function periodOf(span: LogSpan | null, asOf: string): Span {
  if (span === null) return asOf === "" ? { start: "", end: "" } : halfBefore(asOf);
  const [first, end] = [`${span.first.slice(0, 8)}01`, isoOf(dayOf(span.last) + 1)];
  const half = halfBefore(end);
  return half.start >= first ? half : { start: first, end };
}

/** A page without its script, which only sorts tables: the policy of this page, which the frame inherits, lets none run. */
function still(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const script of page.querySelectorAll("script")) script.remove();
  return `<!doctype html>${page.documentElement.outerHTML}`;
}

/** In the colours that were chosen; without a choice the document follows the system by itself. Paper stays light. */
function paint(page: Document | null): void {
  const theme = document.documentElement.dataset["theme"];
  if (page === null || (theme !== "dark" && theme !== "light")) return;
  const scheme = page.createElement("style");
  scheme.textContent = `@media screen { :root { color-scheme: ${theme}; } }`;
  page.head.append(scheme);
  for (const sheet of page.styleSheets) {
    for (const rule of sheet.cssRules) {
      const media = "media" in rule ? (rule as CSSMediaRule).media : null;
      if (media?.mediaText.includes("prefers-color-scheme") === true) media.mediaText = theme === "dark" ? "screen" : "not all";
    }
  }
}
