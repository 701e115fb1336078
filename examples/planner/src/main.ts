// The page: what is given, what is planned, what is shown.
import type { CodeList, FaultList, Opened, Progress, Replanned } from "entretien/worker";
import { addYears, dayOf } from "./days";
import { Decisions } from "./decisions";
import { h } from "./dom";
import { Engine, faultsOf, isStop, type Inputs } from "./engine";
import { Estate } from "./estate";
import { faultList } from "./faults";
import { byName, example, ofDrop, ofInput, sort, sourceOf, type Sorted } from "./files";
import { HeatMap } from "./heat";
import { Indicators } from "./indicators";
import { remember, remembered } from "./memory";
import { Model } from "./model";
import { Mover, type Grip } from "./mover";
import { Review } from "./review";
import { summary, welcome, type Checked } from "./summary";
import { Table, span } from "./table";
import { TakeAway } from "./take";
import { Voice, type Lang, type TextKey } from "./text";
import { Workload } from "./workload";
import "./style/index.css";

const DEFAULT_BEGIN = "2026-01-05";
/** Checking costs days × tasks × assets: done unasked below this. */
const CHECK_UNASKED_MAX = 40_000_000;
/** The digest and the checker wait until nothing was changed for so long. */
const QUIET_MS = 500;
const RESTARTS_MAX = 2;

interface Trouble {
  title: TextKey;
  faults: FaultList;
}

class Page {
  readonly #engine = new Engine(() => this.#stopped());
  #voice: Voice;
  #codes: CodeList = [];
  #inputs: Inputs = { inventories: [], engagement: null, catalogue: null, tickets: null, begin: DEFAULT_BEGIN };
  #opened: Opened | null = null;
  #model: Model | null = null;
  #trouble: Trouble | null = null;
  #digest: string | null = null;
  #checked: Checked = "unasked";
  #notice = "";
  #restarts = 0;
  /** Numbers the runs, so that an answer of an old one is dropped. */
  #run = 0;

  readonly #asOf = h("input", { type: "date", id: "as-of", required: true, onchange: () => this.#replan() });
  readonly #from = h("input", { type: "date", id: "from", required: true, onchange: () => this.#replan() });
  readonly #to = h("input", { type: "date", id: "to", required: true, onchange: () => this.#replan() });
  readonly #files = h("input", { type: "file", id: "files", multiple: true, class: "visually-hidden", accept: ".json,.csv,.txt,application/json,text/csv", onchange: () => void this.#given(sort(ofInput(this.#files.files))) });
  readonly #engagementFile = h("input", { type: "file", id: "engagement", class: "visually-hidden", accept: ".json,application/json", onchange: () => this.#givenEngagement() });
  readonly #bar = h("progress", { id: "progress", hidden: true, "aria-labelledby": "status" });
  readonly #status = h("p", { id: "status", role: "status", "aria-live": "polite" });
  readonly #heat: HeatMap;
  readonly #workload: Workload;
  readonly #table: Table;
  readonly #decisions: Decisions;
  readonly #estate: Estate;
  readonly #indicators: Indicators;
  readonly #review: Review;
  readonly #takeAway: TakeAway;
  readonly #root: HTMLElement;
  #proving = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
    const first = remembered("lang") ?? (navigator.language.startsWith("fr") ? "fr" : "en");
    this.#voice = new Voice(first === "fr" ? "fr" : "en");
    this.#heat = new HeatMap(this.#voice, (day) => this.#chooseDay(day));
    this.#workload = new Workload(this.#voice, (monday) => this.#chooseWeek(monday));
    this.#estate = new Estate(this.#voice);
    this.#review = new Review(this.#voice);
    this.#indicators = new Indicators(this.#voice, (span) => this.#review.spans(span));
    const status = { text: () => this.#status.textContent, say: (text: string) => this.#say(text) };
    this.#takeAway = new TakeAway(this.#engine, status, () => `entretien-${this.#from.value}-${this.#to.value}`);
    this.#decisions = new Decisions(this.#engine, this.#voice, (plan) => this.#changed(plan));
    const move = (grip: Grip, to: number, exact: boolean) => void this.#move(grip, to, exact);
    const mover = new Mover(this.#heat, () => this.#voice, move);
    this.#table = new Table(this.#voice, {
      explain: (row) => this.#engine.occurrence(row, this.#voice.lang),
      statuses: (rows) => this.#engine.statuses(rows, this.#voice.lang),
      cleared: () => this.#heat.mark(null),
      drag: (event, grip) => mover.drag(event, grip),
      pick: (grip, back) => mover.pick(grip, back),
      move,
    });
    document.addEventListener("keydown", (event) => this.#undo(event));
    this.#setDates(DEFAULT_BEGIN);
    this.#theme(remembered("theme") ?? "auto");
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#recolour());
    this.#acceptDrops();
    this.#draw();
    void this.#learnCodes();
  }

  // What is given.

  async #given(promise: Promise<Sorted> | Sorted): Promise<void> {
    const { inventories, engagement, catalogue, tickets } = await promise;
    const names = new Set(inventories.map(({ name }) => name));
    const kept = this.#inputs.inventories.filter(({ name }) => !names.has(name));
    this.#inputs.inventories = [...kept, ...inventories].sort(byName);
    this.#inputs.engagement = engagement ?? this.#inputs.engagement;
    this.#inputs.catalogue = catalogue ?? this.#inputs.catalogue;
    this.#inputs.tickets = tickets ?? this.#inputs.tickets;
    this.#files.value = "";
    if (inventories.length === 0 && engagement === null) this.#draw(true);
    else await this.#open(engagement !== null);
  }

  #givenEngagement(): void {
    const file = this.#engagementFile.files?.[0];
    if (file === undefined) return;
    this.#inputs.engagement = sourceOf(file);
    this.#engagementFile.value = "";
    void this.#open(true);
  }

  #loadExample(): void {
    this.#inputs = { ...example(), begin: DEFAULT_BEGIN };
    void this.#open(true);
  }

  #clear(): void {
    this.#run += 1;
    this.#inputs = { inventories: [], engagement: null, catalogue: null, tickets: null, begin: DEFAULT_BEGIN };
    this.#opened = this.#model = this.#trouble = null;
    this.#decisions.forget();
    this.#review.forget();
    this.#setDates(DEFAULT_BEGIN);
    this.#say("");
    this.#draw();
  }

  #acceptDrops(): void {
    let depth = 0;
    const over = (change: number) => {
      depth = Math.max(0, depth + change);
      document.body.classList.toggle("is-dropping", depth > 0);
    };
    document.addEventListener("dragenter", (event) => {
      event.preventDefault();
      over(1);
    });
    document.addEventListener("dragleave", () => over(-1));
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      over(-depth);
      if (event.dataTransfer !== null) void this.#given(ofDrop(event.dataTransfer).then(sort));
    });
  }

  // What is computed.

  async #open(newDates: boolean, notice = ""): Promise<void> {
    const run = ++this.#run;
    this.#notice = notice;
    this.#inputs.begin = this.#from.value;
    try {
      const opened = await this.#engine.open(this.#inputs, (progress) => this.#progress(run, progress));
      if (run !== this.#run) return;
      this.#opened = opened;
      if (newDates) {
        this.#setDates(opened.begin);
        this.#decisions.forget();
      }
      await this.#plan(run);
    } catch (thrown) {
      this.#fail(run, thrown, "engagementRefused");
    }
  }

  #replan(): void {
    // Without a document the programme begins on the first day of the plan.
    if (this.#inputs.engagement === null || this.#opened === null) {
      if (this.#inputs.inventories.length > 0 || this.#inputs.engagement !== null) void this.#open(false);
      return;
    }
    const run = ++this.#run;
    void this.#plan(run);
  }

  async #plan(run: number): Promise<void> {
    try {
      this.#say(this.#voice.say("planning"));
      const request = { asOf: this.#asOf.value, start: this.#from.value, end: this.#to.value };
      const planned = await this.#engine.plan(request);
      const tables = await this.#engine.tables(this.#voice.lang);
      if (run !== this.#run) return;
      this.#model = new Model(planned, tables, planned.columns);
      this.#trouble = null;
      this.#digest = null;
      this.#checked = "unasked";
      this.#restarts = 0;
      this.#draw();
      this.#say(`${this.#notice} ${this.#voice.say("ready", { n: planned.length })}`.trim());
      await this.#decisions.again(request.asOf);
      if (run !== this.#run) return;
      clearTimeout(this.#proving);
      await this.#prove(run);
    } catch (thrown) {
      this.#fail(run, thrown, "requestRefused");
    }
  }

  /** The digest, and whether the checker agrees where that takes no long. */
  async #prove(run: number): Promise<void> {
    const digest = await this.#engine.digest();
    if (run !== this.#run || this.#model === null) return;
    this.#digest = digest;
    this.#drawSummary();
    const days = dayOf(this.#to.value) - dayOf(this.#from.value);
    if (days * this.#model.tasks.length * this.#model.assets.length <= CHECK_UNASKED_MAX) await this.#check(run);
  }

  async #move(grip: Grip, to: number, exact: boolean): Promise<void> {
    try {
      const occurrence = await this.#engine.occurrence(grip.row, this.#voice.lang);
      if (occurrence === undefined) return;
      await this.#decisions.move(occurrence, to, exact);
      document.getElementById("changes-title")?.focus({ preventScroll: true });
    } catch (thrown) {
      this.#fail(this.#run, thrown, "requestRefused");
    }
  }

  /** Shows the rows of the plan after a change; what proves them waits for quiet. */
  #changed(plan: Replanned): void {
    if (this.#model === null) return;
    this.#model = this.#model.replanned(plan);
    this.#digest = null;
    this.#checked = "unasked";
    this.#drawSummary();
    this.#heat.show(this.#model, [dayOf(this.#from.value), dayOf(this.#to.value)], this.#voice);
    this.#workload.show(this.#model, this.#voice);
    this.#table.refresh(this.#model);
    this.#say(this.#voice.say("ready", { n: plan.totals.occurrences }));
    const run = ++this.#run;
    clearTimeout(this.#proving);
    this.#proving = window.setTimeout(() => void this.#prove(run).catch((thrown: unknown) => this.#fail(run, thrown, "requestRefused")), QUIET_MS);
  }

  #undo(event: KeyboardEvent): void {
    const typing = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
    if (event.key !== "z" || !(event.ctrlKey || event.metaKey) || event.shiftKey || typing || this.#decisions.count === 0) return;
    event.preventDefault();
    void this.#decisions.undoLast();
  }

  async #check(run: number): Promise<void> {
    this.#checked = "asked";
    this.#drawSummary();
    const faults = await this.#engine.check();
    if (run !== this.#run) return;
    this.#checked = faults;
    this.#drawSummary();
  }

  #fail(run: number, thrown: unknown, title: TextKey): void {
    // After a stop the page opens everything again by itself.
    if (run !== this.#run || isStop(thrown)) return;
    const faults = faultsOf(thrown);
    this.#model = null;
    this.#trouble = faults === null ? null : { title, faults };
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    this.#say(faults === null ? this.#voice.say("failed", { what: message }) : this.#voice.say(title, { n: faults.length }));
    this.#draw();
  }

  #stopped(): void {
    this.#restarts += 1;
    this.#notice = this.#voice.say("restarted");
    this.#say(this.#notice);
    void this.#learnCodes();
    if (this.#restarts > RESTARTS_MAX || (this.#inputs.inventories.length === 0 && this.#inputs.engagement === null)) return;
    void this.#open(false, this.#notice);
  }

  async #learnCodes(): Promise<void> {
    try {
      this.#codes = await this.#engine.codes(this.#voice.lang);
      if (this.#trouble !== null || this.#opened !== null) this.#draw();
    } catch (thrown) {
      this.#say(this.#voice.say("failed", { what: String(thrown) }));
    }
  }

  #progress(run: number, { done, total, name }: Progress): void {
    if (run !== this.#run) return;
    this.#bar.hidden = false;
    this.#bar.max = Math.max(1, total);
    this.#bar.value = done;
    this.#status.textContent = name === "" ? this.#voice.say("building") : this.#voice.say("reading", { done, total, name });
  }

  #say(text: string): void {
    this.#bar.hidden = true;
    this.#status.textContent = text;
  }

  // What is chosen.

  #setDates(begin: string): void {
    this.#asOf.value = begin;
    this.#from.value = begin;
    this.#to.value = addYears(begin, 1);
  }

  #chooseDay(day: number): void {
    this.#heat.mark(day);
    this.#table.restrict(span(day, 1, this.#voice.longDay(day)));
    document.getElementById("works")?.scrollIntoView({ behavior: "smooth", block: "start" });
  }

  #chooseWeek(monday: number): void {
    this.#heat.mark(null);
    this.#table.restrict(span(monday, 7, this.#voice.say("week", { day: this.#voice.day(monday) })));
    document.getElementById("works")?.scrollIntoView({ behavior: "smooth", block: "start" });
  }

  async #speak(lang: Lang): Promise<void> {
    this.#voice = new Voice(lang);
    remember("lang", lang);
    try {
      this.#codes = await this.#engine.codes(lang);
      if (this.#model !== null) this.#model.translate(await this.#engine.tables(lang));
      void this.#decisions.speak(this.#voice, this.#codes);
    } catch (thrown) {
      this.#say(this.#voice.say("failed", { what: String(thrown) }));
    }
    this.#draw(true);
    if (this.#model !== null) this.#say(this.#voice.say("ready", { n: this.#model.length }));
    else if (this.#trouble !== null) this.#say(this.#voice.say(this.#trouble.title, { n: this.#trouble.faults.length }));
  }

  #theme(theme: string): void {
    document.documentElement.dataset["theme"] = theme;
    remember("theme", theme);
  }

  #recolour(): void {
    this.#workload.redraw();
    this.#heat.mark(null);
  }

  // What is shown.

  #draw(keep = false): void {
    const voice = this.#voice;
    document.documentElement.lang = voice.lang;
    document.title = `entretien · ${voice.say("title")}`;
    const focused = document.activeElement?.id ?? "";
    this.#root.replaceChildren(
      h("a", { class: "skip", href: "#main" }, voice.say("skipToMain")),
      this.#header(),
      h("div", { class: "layout" }, this.#side(), h("main", { id: "main", tabindex: -1 }, ...this.#main())),
      h("div", { class: "drop-veil", "aria-hidden": "true" }, voice.say("drop")),
    );
    if (this.#model !== null) {
      this.#drawSummary();
      this.#heat.show(this.#model, [dayOf(this.#from.value), dayOf(this.#to.value)], voice);
      this.#workload.show(this.#model, voice);
      this.#table.show(this.#model, voice, keep);
      this.#estate.show({ ...this.#inputs }, this.#asOf.value, voice, this.#codes);
    }
    const period = { asOf: this.#asOf.value, start: this.#from.value, end: this.#to.value };
    this.#review.show({ ...this.#inputs }, period, voice, this.#codes);
    this.#indicators.show({ ...this.#inputs }, period, voice, this.#codes);
    if (focused !== "") document.getElementById(focused)?.focus({ preventScroll: true });
  }

  #header(): HTMLElement {
    const voice = this.#voice;
    const choice = (id: string, label: string, options: [string, string][], value: string, pick: (value: string) => void) =>
      h("div", { class: "segment", role: "group", "aria-label": label }, ...options.map(([key, text]) => h("button", { type: "button", id: `${id}-${key}`, "aria-pressed": String(key === value), onclick: () => pick(key) }, text)));
    return h(
      "header",
      { class: "top" },
      h("div", { class: "brand" }, h("img", { src: "./icon.svg", alt: "", width: 30, height: 30 }), h("div", {}, h("h1", {}, "entretien"), h("p", {}, voice.say("title")))),
      h("p", { class: "offline-note" }, voice.say("offline")),
      choice("theme", voice.say("theme"), [["auto", voice.say("themeAuto")], ["light", voice.say("themeLight")], ["dark", voice.say("themeDark")]], document.documentElement.dataset["theme"] ?? "auto", (theme) => {
        this.#theme(theme);
        this.#draw(true);
      }),
      choice("lang", voice.say("language"), [["en", "EN"], ["fr", "FR"]], voice.lang, (lang) => void this.#speak(lang === "fr" ? "fr" : "en")),
    );
  }

  #side(): HTMLElement {
    const voice = this.#voice;
    const { inventories, engagement, catalogue, tickets } = this.#inputs;
    const given = inventories.length > 0 || engagement !== null || catalogue !== null || tickets !== null;
    const button = (input: HTMLElement, key: TextKey) => h("label", { class: "button", for: input.id }, voice.say(key));
    const field = (input: HTMLElement, key: TextKey) => h("label", { class: "field", for: input.id }, h("span", {}, voice.say(key)), input);
    const list = given
      ? h("ul", { class: "given" }, engagement !== null ? h("li", {}, h("code", {}, engagement.name)) : h("li", { class: "quiet" }, voice.say("noEngagement")), h("li", {}, voice.say("inventoriesCount", { n: inventories.length })), catalogue !== null && h("li", { id: "catalogue-given" }, h("code", {}, catalogue.name)), tickets !== null && h("li", { id: "tickets-given" }, h("code", {}, tickets.name), " ", h("button", { type: "button", id: "tickets-forget", class: "link", onclick: () => ((this.#inputs.tickets = null), this.#draw(true)) }, voice.say("forget"))))
      : null;
    return h(
      "aside",
      { class: "side" },
      h(
        "section",
        { class: "card", "aria-labelledby": "sources-title" },
        h("h2", { id: "sources-title" }, voice.say("sources")),
        h("div", { class: "drop" }, h("strong", {}, voice.say("drop")), h("span", { class: "quiet" }, voice.say("dropHint")), h("div", { class: "buttons" }, this.#files, button(this.#files, "chooseInventories"), this.#engagementFile, button(this.#engagementFile, "chooseEngagement"))),
        h("button", { type: "button", id: "example", class: "button primary wide", onclick: () => this.#loadExample() }, voice.say("loadExample")),
        list,
        given && h("button", { type: "button", id: "clear", class: "link", onclick: () => this.#clear() }, voice.say("clear")),
        this.#bar,
        this.#status,
      ),
      h(
        "form",
        { class: "card", "aria-labelledby": "period-title", onsubmit: (event: SubmitEvent) => (event.preventDefault(), this.#replan()) },
        h("h2", { id: "period-title" }, voice.say("period")),
        field(this.#asOf, "asOf"),
        h("div", { class: "pair" }, field(this.#from, "from"), field(this.#to, "to")),
        h("button", { type: "submit", id: "plan", class: "button wide", disabled: !given }, voice.say("planButton")),
      ),
      this.#model !== null && this.#takeAway.panel(voice),
    );
  }

  #main(): HTMLElement[] {
    const voice = this.#voice;
    const card = (id: string, title: TextKey, hint: TextKey, ...content: HTMLElement[]) =>
      h("section", { class: "card", id, "aria-labelledby": `${id}-title` }, h("div", { class: "card-head" }, h("h2", { id: `${id}-title` }, voice.say(title)), h("p", { class: "quiet" }, voice.say(hint))), ...content);
    if (this.#trouble !== null) {
      const { title, faults } = this.#trouble;
      return [h("section", { class: "card trouble", id: "trouble" }, h("h2", {}, voice.say(title, { n: faults.length })), faultList(faults, this.#codes, voice, true))];
    }
    const indicators = card("indicators", "indicators", "indicatorsHint", this.#indicators.element);
    if (this.#model === null) return this.#inputs.tickets === null ? [welcome(voice)] : [indicators, welcome(voice)];
    return [
      h("section", { class: "card summary", id: "summary" }),
      this.#decisions.element,
      card("year", "year", "yearHint", this.#heat.element),
      card("workload", "workload", "workloadHint", this.#workload.element),
      h("section", { class: "card", id: "works", "aria-labelledby": "works-title" }, h("div", { class: "card-head" }, h("h2", { id: "works-title" }, voice.say("works"))), this.#table.element),
      card("estate", "estate", "estateHint", this.#estate.element),
      indicators,
      card("review", "review", "reviewHint", this.#review.element),
      card("faults", "faults", "faultsHint", ...this.#faults()),
    ];
  }

  #faults(): HTMLElement[] {
    const voice = this.#voice;
    const { refused, diagnostics } = this.#opened ?? { refused: [], diagnostics: [] };
    if (refused.length + diagnostics.length === 0) return [h("p", { class: "quiet" }, voice.say("noFaults"))];
    const part = (id: string, key: TextKey, faults: FaultList) =>
      faults.length === 0 ? [] : [h("h3", { id }, voice.say(key), h("span", { class: "count" }, voice.number(faults.length))), faultList(faults, this.#codes, voice, false)];
    return [...part("refused", "refused", refused), ...part("doubtful", "doubtful", diagnostics)];
  }

  #drawSummary(): void {
    const place = document.getElementById("summary");
    if (place === null || this.#model === null || this.#opened === null) return;
    const proof = { digest: this.#digest, checked: this.#checked, check: () => void this.#check(this.#run) };
    place.replaceChildren(...summary(this.#voice, this.#opened, this.#model.totals, [dayOf(this.#from.value), dayOf(this.#to.value)], proof));
  }
}

const root = document.getElementById("app");
if (root !== null) new Page(root);
if (import.meta.env.PROD && "serviceWorker" in navigator) void navigator.serviceWorker.register("./sw.js");
