// The page: what is given, what is planned, what is shown.
import type { CodeList, FaultList, Opened, Progress, RenderRequest } from "entretien/worker";
import { addYears, dayOf, isoOf } from "./days";
import { h, save } from "./dom";
import { Engine, faultsOf, isStop, type Inputs } from "./engine";
import { faultList } from "./faults";
import { byName, example, ofDrop, ofInput, sort, type Sorted } from "./files";
import { HeatMap } from "./heat";
import { Model } from "./model";
import { Table, span } from "./table";
import { Voice, type Lang, type TextKey } from "./text";
import { Workload } from "./workload";
import "./style/index.css";

const DEFAULT_BEGIN = "2026-01-05";
/** Checking costs days × tasks × assets: done unasked below this. */
const CHECK_UNASKED_MAX = 40_000_000;
const RESTARTS_MAX = 2;
const ICS_BYTES_MAX = 1_000_000;

interface Trouble {
  title: TextKey;
  faults: FaultList;
}

const remembered = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows may refuse; nothing depends on it.
  }
};

class Page {
  readonly #engine = new Engine(() => this.#stopped());
  #voice: Voice;
  #codes: CodeList = [];
  #inputs: Inputs = { inventories: [], engagement: null, begin: DEFAULT_BEGIN };
  #opened: Opened | null = null;
  #model: Model | null = null;
  #trouble: Trouble | null = null;
  #digest: string | null = null;
  #checked: FaultList | "asked" | "unasked" = "unasked";
  #notice = "";
  #restarts = 0;
  /** Numbers the runs, so that an answer of an old one is dropped. */
  #run = 0;

  readonly #asOf = h("input", { type: "date", id: "as-of", required: true, onchange: () => this.#replan() });
  readonly #from = h("input", { type: "date", id: "from", required: true, onchange: () => this.#replan() });
  readonly #to = h("input", { type: "date", id: "to", required: true, onchange: () => this.#replan() });
  readonly #files = h("input", { type: "file", id: "files", multiple: true, class: "visually-hidden", accept: ".json,.csv,.txt,application/json,text/csv", onchange: () => void this.#given(sort(ofInput(this.#files.files))) });
  readonly #engagementFile = h("input", { type: "file", id: "engagement", class: "visually-hidden", accept: ".json,application/json", onchange: () => this.#givenEngagement() });
  readonly #split = h("input", { type: "checkbox", id: "split" });
  readonly #bar = h("progress", { id: "progress", hidden: true, "aria-labelledby": "status" });
  readonly #status = h("p", { id: "status", role: "status", "aria-live": "polite" });
  readonly #heat: HeatMap;
  readonly #workload: Workload;
  readonly #table: Table;
  readonly #root: HTMLElement;

  constructor(root: HTMLElement) {
    this.#root = root;
    const first = remembered("lang") ?? (navigator.language.startsWith("fr") ? "fr" : "en");
    this.#voice = new Voice(first === "fr" ? "fr" : "en");
    this.#heat = new HeatMap(this.#voice, (day) => this.#chooseDay(day));
    this.#workload = new Workload(this.#voice, (monday) => this.#chooseWeek(monday));
    this.#table = new Table(this.#voice, (row) => this.#engine.occurrence(row, this.#voice.lang), () => this.#heat.mark(null));
    this.#setDates(DEFAULT_BEGIN);
    this.#theme(remembered("theme") ?? "auto");
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.#recolour());
    this.#acceptDrops();
    this.#draw();
    void this.#learnCodes();
  }

  // What is given.

  async #given(promise: Promise<Sorted> | Sorted): Promise<void> {
    const { inventories, engagement } = await promise;
    const names = new Set(inventories.map(({ name }) => name));
    const kept = this.#inputs.inventories.filter(({ name }) => !names.has(name));
    this.#inputs.inventories = [...kept, ...inventories].sort(byName);
    this.#inputs.engagement = engagement ?? this.#inputs.engagement;
    this.#files.value = "";
    await this.#open(engagement !== null);
  }

  #givenEngagement(): void {
    const file = this.#engagementFile.files?.[0];
    if (file === undefined) return;
    const read = async () => new Uint8Array(await file.arrayBuffer());
    this.#inputs.engagement = { name: file.name, read };
    this.#engagementFile.value = "";
    void this.#open(true);
  }

  #loadExample(): void {
    this.#inputs = { ...example(), begin: DEFAULT_BEGIN };
    void this.#open(true);
  }

  #clear(): void {
    this.#run += 1;
    this.#inputs = { inventories: [], engagement: null, begin: DEFAULT_BEGIN };
    this.#opened = this.#model = this.#trouble = null;
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
      if (newDates) this.#setDates(opened.begin);
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
      this.#model = new Model(planned, tables);
      this.#trouble = null;
      this.#digest = null;
      this.#checked = "unasked";
      this.#restarts = 0;
      this.#draw();
      this.#say(`${this.#notice} ${this.#voice.say("ready", { n: planned.length })}`.trim());
      const cost = (dayOf(request.end) - dayOf(request.start)) * tables.tasks.length * tables.assets.length;
      const digest = await this.#engine.digest();
      if (run !== this.#run) return;
      this.#digest = digest;
      this.#drawSummary();
      if (cost <= CHECK_UNASKED_MAX) await this.#check(run);
    } catch (thrown) {
      this.#fail(run, thrown, "requestRefused");
    }
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

  async #download(request: RenderRequest): Promise<void> {
    const ready = this.#status.textContent;
    this.#say(this.#voice.say("rendering"));
    try {
      const texts = await this.#engine.render(request);
      const types = { ics: "text/calendar", csv: "text/csv", json: "application/json", html: "text/html" };
      const name = `entretien-${this.#from.value}-${this.#to.value}`;
      texts.forEach((text, index) => {
        const part = texts.length === 1 ? "" : `-${index + 1}-${texts.length}`;
        save(`${name}${part}.${request.format}`, `${types[request.format]};charset=utf-8`, text);
      });
      this.#say(ready);
    } catch (thrown) {
      this.#say(this.#voice.say("failed", { what: thrown instanceof Error ? thrown.message : String(thrown) }));
    }
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
    }
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
    const { inventories, engagement } = this.#inputs;
    const given = inventories.length > 0 || engagement !== null;
    const button = (input: HTMLElement, key: TextKey) => h("label", { class: "button", for: input.id }, voice.say(key));
    const field = (input: HTMLElement, key: TextKey) => h("label", { class: "field", for: input.id }, h("span", {}, voice.say(key)), input);
    const list = given
      ? h("ul", { class: "given" }, engagement !== null ? h("li", {}, h("code", {}, engagement.name)) : h("li", { class: "quiet" }, voice.say("noEngagement")), h("li", {}, voice.say("inventoriesCount", { n: inventories.length })))
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
      this.#model !== null && this.#takeAway(),
    );
  }

  #takeAway(): HTMLElement {
    const voice = this.#voice;
    const { lang } = voice;
    const file = (id: string, key: TextKey, request: () => RenderRequest) =>
      h("button", { type: "button", id, class: "button", onclick: () => void this.#download(request()) }, voice.say(key));
    return h(
      "section",
      { class: "card", "aria-labelledby": "take-title" },
      h("h2", { id: "take-title" }, voice.say("downloads")),
      h(
        "div",
        { class: "buttons grid" },
        file("get-ics", "downloadIcs", () => ({ format: "ics", lang, ...(this.#split.checked ? { bytesMax: ICS_BYTES_MAX } : {}) })),
        file("get-csv", "downloadCsv", () => ({ format: "csv", lang })),
        file("get-html", "downloadHtml", () => ({ format: "html", lang })),
        file("get-json", "downloadJson", () => ({ format: "json" })),
      ),
      h("label", { class: "check", for: "split" }, this.#split, voice.say("splitIcs")),
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
    if (this.#model === null) return [this.#welcome()];
    return [
      h("section", { class: "card summary", id: "summary" }),
      card("year", "year", "yearHint", this.#heat.element),
      card("workload", "workload", "workloadHint", this.#workload.element),
      h("section", { class: "card", id: "works", "aria-labelledby": "works-title" }, h("div", { class: "card-head" }, h("h2", { id: "works-title" }, voice.say("works"))), this.#table.element),
      card("faults", "faults", "faultsHint", ...this.#faults()),
    ];
  }

  #welcome(): HTMLElement {
    const voice = this.#voice;
    // A week a column: Mondays heavy, weekends free, as a year usually looks.
    const squares = Array.from({ length: 7 * 26 }, (_, index) => {
      const [weekday, week] = [Math.floor(index / 26), index % 26];
      const draw = ((week * 31 + weekday * 17) * 2_654_435_761) % 97;
      const level = weekday > 4 ? 0 : weekday === 0 ? 3 + (draw % 3) : draw % (weekday === 2 ? 4 : 3);
      return h("i", { style: `--l: var(--heat-${level})` });
    });
    return h("section", { class: "card welcome" }, h("div", { class: "welcome-art", "aria-hidden": "true" }, ...squares), h("h2", {}, voice.say("emptyTitle")), h("p", {}, voice.say("emptyText")), h("p", { class: "quiet" }, voice.say("pitch")));
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
    const voice = this.#voice;
    const { totals } = this.#model;
    const { provider, customer, begin, filesRead, refused, diagnostics } = this.#opened;
    const weeks = Math.max(1, (dayOf(this.#to.value) - dayOf(this.#from.value)) / 7);
    const figure = (id: string, value: number | string, label: TextKey, note: string) =>
      h("div", { class: "figure", id }, h("b", {}, typeof value === "number" ? voice.number(value) : value), h("span", {}, voice.say(label, typeof value === "number" ? { n: value } : {})), h("small", {}, note));
    const last = isoOf(dayOf(this.#to.value) - 1);
    const heading = customer === "—" ? voice.say("title") : customer;
    place.replaceChildren(
      h("div", { class: "who" }, h("h2", {}, heading), h("p", { class: "quiet" }, [provider === "—" ? "" : provider, voice.say("programmeFrom", { day: voice.day(dayOf(begin)) }), `${voice.day(dayOf(this.#from.value))} – ${voice.day(dayOf(last))}`].filter((text) => text !== "").join(" · "))),
      h(
        "div",
        { class: "figures" },
        figure("count-works", totals.occurrences, "interventions", totals.skipped === 0 ? "" : voice.say("skipped", { n: totals.skipped })),
        figure("count-hours", voice.hours(totals.workMinutes), "work", voice.say("perWeek", { h: voice.hours(totals.workMinutes / weeks) })),
        figure("count-assets", totals.assets, "assets", totals.assetsWithoutTask === 0 ? "" : voice.say("assetsWithout", { n: totals.assetsWithoutTask })),
        figure("count-refused", refused.length, "refusedCount", voice.say("filesRead", { n: filesRead })),
        figure("count-doubts", diagnostics.length, "doubtsCount", ""),
      ),
      this.#proof(),
    );
  }

  #proof(): HTMLElement {
    const voice = this.#voice;
    const digest = this.#digest;
    const copy = h("button", { type: "button", class: "link", disabled: digest === null, onclick: () => void navigator.clipboard.writeText(digest ?? "").then(() => (copy.textContent = voice.say("copied"))) }, voice.say("copy"));
    const checked = this.#checked;
    const verdict =
      checked === "unasked"
        ? h("button", { type: "button", class: "link", onclick: () => void this.#check(this.#run) }, voice.say("verify"))
        : checked === "asked"
          ? h("span", { class: "quiet" }, voice.say("verifying"))
          : checked.length === 0
            ? h("span", { class: "good" }, `✓ ${voice.say("verified")}`)
            : h("span", { class: "bad" }, voice.say("notVerified", { n: checked.length }));
    return h("div", { class: "proof" }, h("span", { title: voice.say("digestHint") }, voice.say("digest")), h("code", { id: "digest" }, digest ?? "…"), copy, h("span", { id: "verdict" }, verdict));
  }
}

const root = document.getElementById("app");
if (root !== null) new Page(root);
if (import.meta.env.PROD && "serviceWorker" in navigator) void navigator.serviceWorker.register("./sw.js");
