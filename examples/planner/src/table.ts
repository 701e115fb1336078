// The works, as a real table of pages: found, filtered, sorted, explained.
import type { OccurrenceRow, StatusRow } from "entretien/worker";
import { dayOf, isoOf } from "./days";
import { h } from "./dom";
import type { Model } from "./model";
import type { Grip } from "./mover";
import type { TextKey, Voice } from "./text";

const PAGE = 25;

type Column = "date" | "task" | "asset" | "site" | "skill" | "mode" | "duration";
const COLUMNS: Column[] = ["date", "task", "asset", "site", "skill", "mode", "duration"];

/** Days shown, the last excluded. */
export interface Span {
  start: number;
  end: number;
  label: string;
}

/** What the table asks of the page. */
export interface Asked {
  explain: (row: number) => Promise<OccurrenceRow | undefined>;
  statuses: (rows: number[]) => Promise<(StatusRow | undefined)[]>;
  /** The days are no longer restricted. */
  cleared: () => void;
  drag: (event: PointerEvent, grip: Grip) => void;
  pick: (grip: Grip, back: HTMLElement) => void;
  move: (grip: Grip, to: number, exact: boolean) => void;
}

/** Shows rows of a plan. */
export class Table {
  readonly element: HTMLElement;
  readonly #ask: Asked;
  readonly #search = h("input", { type: "search", id: "search", oninput: () => this.#later() });
  readonly #site = h("select", { id: "filter-site", onchange: () => this.#filter() });
  readonly #skill = h("select", { id: "filter-skill", onchange: () => this.#filter() });
  readonly #category = h("select", { id: "filter-category", onchange: () => this.#filter() });
  readonly #chip = h("div", { class: "chips" });
  readonly #head = h("tr");
  readonly #body = h("tbody");
  readonly #pager = h("div", { class: "pager" });
  #model: Model | null = null;
  #voice: Voice;
  #span: Span | null = null;
  #rows = new Uint32Array(0);
  #page = 0;
  #sort: { column: Column; down: boolean } = { column: "date", down: false };
  #open = new Set<number>();
  #timer = 0;

  constructor(voice: Voice, ask: Asked) {
    this.#voice = voice;
    this.#ask = ask;
    this.element = h(
      "div",
      { class: "works" },
      h("div", { class: "filters", role: "search" }, this.#search, this.#site, this.#skill, this.#category),
      this.#chip,
      h("div", { class: "table-frame" }, h("table", {}, h("thead", {}, this.#head), this.#body)),
      this.#pager,
    );
  }

  show(model: Model, voice: Voice, keep: boolean): void {
    this.#model = model;
    this.#voice = voice;
    if (!keep) {
      this.#open.clear();
      this.#span = null;
      this.#page = 0;
      this.#sort = { column: "date", down: false };
    }
    this.#search.placeholder = voice.say("search");
    this.#search.setAttribute("aria-label", voice.say("search"));
    const sites = model.sites.map((site) => [site.id, site.name] as const);
    fill(this.#site, voice.say("allSites"), voice.say("site"), sites);
    fill(this.#skill, voice.say("allSkills"), voice.say("skill"), model.skills.map((skill) => [skill, skill] as const));
    const categories = new Map(model.assets.map((asset) => [asset.category as string, asset.categoryLabel]));
    fill(this.#category, voice.say("allCategories"), voice.say("category"), [...categories].sort((a, b) => a[1].localeCompare(b[1], voice.lang)));
    this.#filter(keep);
  }

  /** Shows the rows of the plan after changes; what is filtered and sorted stays. */
  refresh(model: Model): void {
    this.#model = model;
    this.#open.clear();
    this.#filter(true);
  }

  /** Shows the rows of some days only; `null` shows all. */
  restrict(span: Span | null): void {
    this.#span = span;
    this.#filter();
  }

  #later(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#filter(), 120);
  }

  #filter(keepPage = false): void {
    const model = this.#model;
    if (model === null) return;
    const words = this.#search.value.toLocaleLowerCase(this.#voice.lang).split(/\s+/).filter((word) => word !== "");
    const siteIndex = model.sites.findIndex((site) => site.id === this.#site.value);
    const lower = (text: string) => text.toLocaleLowerCase(this.#voice.lang);
    const taskTexts = model.tasks.map((task) => lower(`${task.title} ${task.id}`));
    const assetTexts = model.assets.map((asset) => lower(`${asset.name} ${asset.id} ${asset.model ?? ""} ${asset.categoryLabel}`));
    assetTexts.push(...model.contracts.map(lower));
    const inTask = words.map((word) => taskTexts.map((text) => text.includes(word)));
    const inAsset = words.map((word) => assetTexts.map((text) => text.includes(word)));
    const taskFits = model.tasks.map((task) => this.#skill.value === "" || task.skill === this.#skill.value);
    const assetFits = model.assets.map(
      (asset, index) =>
        (this.#category.value === "" || asset.category === this.#category.value) &&
        (siteIndex < 0 || model.assetSite[index] === siteIndex),
    );
    const contractFits = this.#category.value === "" && siteIndex < 0;
    const rows = new Uint32Array(model.length);
    let count = 0;
    for (let row = 0; row < model.length; row++) {
      const day = model.date[row] ?? 0;
      if (this.#span !== null && (day < this.#span.start || day >= this.#span.end)) continue;
      const task = model.task[row] ?? 0;
      const asset = model.subject[row] ?? 0;
      if (taskFits[task] !== true || !(assetFits[asset] ?? contractFits)) continue;
      if (words.every((_, word) => inTask[word]?.[task] === true || inAsset[word]?.[asset] === true)) rows[count++] = row;
    }
    this.#rows = rows.subarray(0, count);
    this.#order(model);
    if (!keepPage) this.#page = 0;
    this.#draw();
  }

  #order(model: Model): void {
    const { column, down } = this.#sort;
    const sign = down ? -1 : 1;
    if (column === "date") {
      if (down) this.#rows.reverse();
      return;
    }
    // Ranks once, then numbers only.
    const collator = new Intl.Collator(this.#voice.lang, { numeric: true });
    const byTask = { task: (i: number) => model.tasks[i]?.title ?? "", skill: (i: number) => model.tasks[i]?.skill ?? "", mode: (i: number) => model.tasks[i]?.modeLabel ?? "" };
    const sites = model.sites.map((site) => site.name);
    const byAsset = { asset: (i: number) => model.assets[i]?.name ?? "", site: (i: number) => sites[model.assetSite[i] ?? -1] ?? "" };
    let rank: (row: number) => number;
    if (column === "duration") {
      rank = (row) => model.taskOf(row)?.durationMinutes ?? 0;
    } else if (column === "asset" || column === "site") {
      const ranks = ranksOf(model.assets.length, byAsset[column], collator);
      rank = (row) => ranks[model.subject[row] ?? 0] ?? -1;
    } else {
      const ranks = ranksOf(model.tasks.length, byTask[column], collator);
      rank = (row) => ranks[model.task[row] ?? 0] ?? 0;
    }
    this.#rows.sort((a, b) => sign * (rank(a) - rank(b)) || a - b);
  }

  #draw(): void {
    const voice = this.#voice;
    const [date, ...others] = COLUMNS.map((column) => this.#heading(column));
    this.#head.replaceChildren(date ?? "", h("th", { scope: "col", class: "status" }, voice.say("status")), ...others);
    const pages = Math.max(1, Math.ceil(this.#rows.length / PAGE));
    this.#page = Math.min(this.#page, pages - 1);
    const first = this.#page * PAGE;
    const shown = [...this.#rows.subarray(first, first + PAGE)];
    const lines: HTMLElement[] = [];
    for (const row of shown) lines.push(...this.#line(row));
    if (lines.length === 0) lines.push(h("tr", {}, h("td", { colspan: COLUMNS.length + 1, class: "quiet none" }, voice.say("noRows"))));
    this.#body.replaceChildren(...lines);
    void this.#fillStatuses(shown);
    const count = voice.say("rows", { from: shown.length === 0 ? 0 : first + 1, to: first + shown.length, n: this.#rows.length });
    const turn = (key: TextKey, mark: string, to: number) =>
      h("button", { type: "button", class: "icon", "aria-label": voice.say(key), disabled: to < 0 || to >= pages, onclick: () => this.#turn(to) }, mark);
    this.#pager.replaceChildren(
      turn("previous", "‹", this.#page - 1),
      h("span", { id: "row-count", "aria-live": "polite" }, count),
      turn("next", "›", this.#page + 1),
    );
    const { label } = this.#span ?? { label: "" };
    this.#chip.replaceChildren(
      ...(label === ""
        ? []
        : [h("button", { type: "button", class: "chip day-chip", onclick: () => this.#clear() }, label, h("span", { "aria-hidden": "true" }, " ✕"), h("span", { class: "visually-hidden" }, ` ${voice.say("removeFilter")}`))]),
    );
  }

  #turn(page: number): void {
    this.#page = page;
    this.#draw();
  }

  #clear(): void {
    this.restrict(null);
    this.#ask.cleared();
    this.#search.focus();
  }

  #heading(column: Column): HTMLElement {
    const sorted = this.#sort.column === column;
    const order = sorted ? (this.#sort.down ? "descending" : "ascending") : "none";
    const mark = sorted ? (this.#sort.down ? " ↓" : " ↑") : "";
    const press = () => {
      this.#sort = { column, down: sorted && !this.#sort.down };
      this.#filter();
      this.#head.querySelector<HTMLElement>(`[data-column="${column}"]`)?.focus();
    };
    const button = h("button", { type: "button", "data-column": column, onclick: press }, this.#voice.say(column), h("span", { "aria-hidden": "true" }, mark));
    return h("th", { scope: "col", "aria-sort": order, class: column }, button);
  }

  #line(row: number): HTMLElement[] {
    const model = this.#model;
    const voice = this.#voice;
    const task = model?.taskOf(row);
    const asset = model?.assetOf(row);
    if (model === null || task === undefined) return [];
    const open = this.#open.has(row);
    const date = model.date[row] ?? 0;
    const nominal = model.nominal[row] ?? 0;
    const toggle = h("button", { type: "button", class: "toggle", "aria-expanded": String(open), "aria-controls": `why-${row}`, "data-row": row }, h("span", { class: "caret", "aria-hidden": "true" }), voice.day(date));
    const moved = date === nominal ? null : h("span", { class: "moved", title: voice.say("moved", { day: voice.day(nominal) }) }, date > nominal ? "↷" : "↶");
    const kept = model.isWork(row) ? "row" : "row is-left-out";
    const line = h(
      "tr",
      { class: open ? `${kept} is-open` : kept, "data-day": date, onclick: () => this.#flip(row) },
      h("td", { class: "date" }, this.#handle({ row, day: date, label: `${task.title}, ${model.subjectOf(row)}` }), toggle, moved),
      h("td", { class: "status" }, h("span", { "data-status-row": row })),
      h("td", { class: "task" }, task.title),
      h("td", { class: "asset" }, h("span", { class: "asset-name" }, model.subjectOf(row)), h("span", { class: "quiet" }, asset?.categoryLabel)),
      h("td", { class: "site" }, model.siteOf(row)?.name),
      h("td", { class: "skill" }, h("span", { class: "swatch", style: `background: var(--skill-${model.skills.indexOf(task.skill) % 8})`, "aria-hidden": "true" }), task.skill),
      h("td", { class: "mode" }, task.modeLabel),
      h("td", { class: "duration" }, voice.minutes(task.durationMinutes)),
    );
    if (!open) return [line];
    const cell = h("td", { colspan: COLUMNS.length + 1 });
    void this.#fillWhy(cell, row);
    return [line, h("tr", { class: "why", id: `why-${row}` }, cell)];
  }

  /** What an occurrence is taken by. */
  #handle(grip: Grip): HTMLElement {
    const handle = h(
      "button",
      {
        type: "button",
        class: "grip",
        "aria-label": this.#voice.say("grip", { what: grip.label }),
        onpointerdown: (event: PointerEvent) => this.#ask.drag(event, grip),
        onclick: (event: MouseEvent) => {
          event.stopPropagation();
          this.#ask.pick(grip, handle);
        },
      },
      "⠿",
    );
    return handle;
  }

  async #fillStatuses(rows: number[]): Promise<void> {
    try {
      const statuses = await this.#ask.statuses(rows);
      rows.forEach((row, index) => {
        const status = statuses[index];
        const place = this.#body.querySelector<HTMLElement>(`[data-status-row="${row}"]`);
        if (status === undefined || place === null) return;
        place.className = `pill status-${status.status}`;
        place.textContent = status.label;
      });
    } catch {
      // The engine was started again: the rows are drawn anew then.
    }
  }

  /** The day chosen in a field, for whom neither dragging nor arrow keys suit. */
  #form(row: number, occurrence: OccurrenceRow): HTMLElement {
    const voice = this.#voice;
    const day = h("input", { type: "date", id: `to-${row}`, value: occurrence.date, required: true });
    const exact = h("input", { type: "checkbox", id: `exact-${row}` });
    const grip = { row, day: dayOf(occurrence.date), label: occurrence.title };
    const submit = (event: SubmitEvent): void => {
      event.preventDefault();
      const to = dayOf(day.value);
      if (!Number.isNaN(to) && (isoOf(to) !== occurrence.date || exact.checked)) this.#ask.move(grip, to, exact.checked);
    };
    return h(
      "form",
      { class: "move", onsubmit: submit },
      h("label", { for: day.id }, voice.say("moveTo")),
      day,
      h("label", { class: "check", for: exact.id }, exact, voice.say("exact")),
      h("button", { type: "submit", class: "button" }, voice.say("moveButton")),
    );
  }

  async #fillWhy(cell: HTMLElement, row: number): Promise<void> {
    try {
      const occurrence = await this.#ask.explain(row);
      if (occurrence === undefined) return;
      const steps = occurrence.why.map((text, index) => h("li", { class: `step step-${occurrence.trace[index]?.rule.split(".")[0] ?? ""}` }, text));
      const id = h("p", { class: "quiet" }, `${this.#voice.say("idLabel")} `, h("code", {}, occurrence.id));
      cell.replaceChildren(h("div", { class: "why-box" }, h("strong", {}, this.#voice.say("why")), h("ol", {}, ...steps), this.#form(row, occurrence), id));
    } catch (thrown) {
      cell.textContent = String(thrown);
    }
  }

  #flip(row: number): void {
    if (!this.#open.delete(row)) this.#open.add(row);
    this.#draw();
    this.#body.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus();
  }
}

/** The days of one day or one week. */
export function span(start: number, days: number, label: string): Span {
  return { start, end: start + days, label };
}

function fill(select: HTMLSelectElement, all: string, label: string, options: readonly (readonly [string, string])[]): void {
  const { value } = select;
  select.setAttribute("aria-label", label);
  select.replaceChildren(h("option", { value: "" }, all), ...options.map(([key, text]) => h("option", { value: key }, text)));
  select.value = options.some(([key]) => key === value) ? value : "";
}

function ranksOf(length: number, text: (index: number) => string, collator: Intl.Collator): Int32Array {
  const order = Array.from({ length }, (_, index) => index).sort((a, b) => collator.compare(text(a), text(b)));
  const ranks = new Int32Array(length);
  let rank = 0;
  order.forEach((index, place) => {
    if (place > 0 && collator.compare(text(order[place - 1] ?? 0), text(index)) !== 0) rank += 1;
    ranks[index] = rank;
  });
  return ranks;
}
