// Indicators of a file of tickets: cards, trend with limits, Pareto, what is open, what to change, every definition.
import type { Advice, AdviceRow, DefinitionRow, Indicator, KpiAnswer, LogSpan, Trend } from "entretien/indicators";
import type { CodeList, FaultList } from "entretien/worker";
import { dayOf } from "./days";
import { h } from "./dom";
import { faultsOf, type Inputs } from "./engine";
import { faultList } from "./faults";
import { CARDS, ticketsOf, type TicketState } from "./tickets";
import type { TextKey, Voice } from "./text";
import { limitsOf, trendChart } from "./trend";

const ROWS_SHOWN = 200;
/** What is computed is painted before more is. */
const PAINT_MS = 30;
/** Heads of columns of figures. */
const FIGURES: ReadonlySet<TextKey> = new Set(["value", "limitLower", "limitUpper", "interval"]);

/** Draws the indicators, once a file of tickets is given. */
export class Indicators {
  readonly element = h("div", { class: "indicators" });
  readonly #spans: (span: LogSpan | null) => void;
  #voice: Voice;
  #codes: CodeList = [];
  #key = "";
  #state: TicketState | null = null;
  /** `null` until they were asked for. */
  #recommended: readonly (Advice | AdviceRow)[] | null = null;
  #trouble: FaultList | string | null = null;
  #run = 0;
  #busy = false;
  #chosen: Indicator = "mean_resolution";

  /** `spans` is told the days of a file of tickets once it is read; `null` when none is known. */
  constructor(voice: Voice, spans: (span: LogSpan | null) => void) {
    [this.#voice, this.#spans] = [voice, spans];
  }

  /** Shows what was given; what was computed of other files is forgotten. */
  show(inputs: Inputs, period: { asOf: string; start: string; end: string }, voice: Voice, codes: CodeList): void {
    [this.#voice, this.#codes] = [voice, codes];
    const names = [inputs.tickets, ...inputs.inventories, inputs.engagement].map((source) => (source === null ? "" : `${source.name}:${source.stamp}`));
    const key = [period.asOf, period.start, period.end, inputs.begin, ...names].join("\n");
    if (key !== this.#key) {
      [this.#key, this.#state, this.#trouble, this.#busy] = [key, null, null, false];
      this.#run += 1;
      if (inputs.tickets !== null) void this.#ask(inputs, period);
    }
    this.#draw();
  }

  async #ask(inputs: Inputs, period: { asOf: string; start: string; end: string }): Promise<void> {
    const run = ++this.#run;
    this.#busy = true;
    this.#draw();
    try {
      const state = await ticketsOf(inputs, period);
      if (run !== this.#run) return state?.release();
      [this.#state, this.#recommended] = [state, null];
      this.#spans(state === null || state.span.first === "" ? null : state.span);
      if (state !== null) setTimeout(() => this.#recommend(run, state), PAINT_MS);
    } catch (thrown) {
      if (run !== this.#run) return;
      this.#trouble = faultsOf(thrown) ?? (thrown instanceof Error ? thrown.message : String(thrown));
      this.#spans(null);
    }
    this.#busy = false;
    this.#draw();
  }

  /** Tries recommendations out on the plan, once the rest is on the page. */
  #recommend(run: number, state: TicketState): void {
    if (run !== this.#run) return state.release();
    this.#recommended = state.advise();
    this.#draw();
  }

  #draw(): void {
    const voice = this.#voice;
    const focused = this.element.contains(document.activeElement) ? (document.activeElement?.id ?? "") : "";
    if (this.#busy) this.element.replaceChildren(h("p", { class: "quiet", role: "status" }, voice.say("ticketsBusy")));
    else if (this.#trouble !== null) {
      const what = this.#trouble;
      this.element.replaceChildren(typeof what === "string" ? h("p", { class: "bad" }, voice.say("failed", { what })) : faultList(what, this.#codes, voice, true));
    } else if (this.#state === null) this.element.replaceChildren(h("p", { class: "quiet" }, voice.say("ticketsNone")));
    else this.element.replaceChildren(...this.#all(this.#state));
    if (focused !== "") document.getElementById(focused)?.focus({ preventScroll: true });
  }

  #all(state: TicketState): HTMLElement[] {
    const voice = this.#voice;
    const { incidents, refused, diagnostics, span, milliseconds } = state;
    if (state.answers.length === 0) return [h("p", { class: "quiet" }, voice.say("ticketsUndated", { n: incidents })), faultList(diagnostics, this.#codes, voice, false)];
    const facts = [
      voice.say("ticketsRead", { n: incidents }),
      refused === 0 ? "" : voice.say("ticketsRefused", { n: refused }),
      `${voice.day(dayOf(span.first))} – ${voice.day(dayOf(span.last))}`,
      voice.say("ticketsTime", { ms: Math.round(milliseconds) }),
    ];
    const unused = state.unused.length === 0 ? null : h("p", { class: "quiet" }, voice.say("ticketsUnused", { columns: state.unused.join(", ") }));
    return [
      h("p", { id: "ticket-facts", "data-milliseconds": milliseconds.toFixed(1) }, facts.filter((text) => text !== "").join(" · ")),
      ...(unused === null ? [] : [unused]),
      ...(diagnostics.length === 0 ? [] : [h("details", { class: "fault" }, h("summary", {}, h("span", { class: "fault-title" }, voice.say("doubtful")), h("span", { class: "count" }, voice.number(diagnostics.length))), faultList(diagnostics, this.#codes, voice, false))]),
      this.#cards(state),
      this.#trend(state),
      h("div", { class: "estate-pair" }, this.#pareto(state), this.#open(state)),
      this.#advice(state),
      this.#table(state),
    ];
  }

  #definition(state: TicketState, indicator: Indicator): DefinitionRow | undefined {
    return state.definitions[this.#voice.lang].find(({ id }) => id === indicator);
  }

  /** A figure in its unit, as people read it. */
  #figure(value: number, unit: string): string {
    const { lang } = this.#voice;
    const locale = lang === "fr" ? "fr-FR" : "en-GB";
    const digits = (number: number, significant: number) => new Intl.NumberFormat(locale, { maximumSignificantDigits: significant }).format(number);
    if (unit === "share") return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: value >= 0.995 && value < 1 ? 3 : 1 }).format(value);
    if (unit === "minor" || unit === "minor_per_head") return digits(value / 100, 4);
    const word = this.#state?.labels[lang].unit[unit] ?? "";
    return `${digits(value, 4)}${word === "" ? "" : `\u00a0${word}`}`;
  }

  /** A p-value, as it is written behind `p`. */
  #chance(p: number): string {
    return p < 0.001 ? `< ${this.#voice.decimals(0.001, 3)}` : `= ${this.#voice.decimals(p, 3)}`;
  }

  #interval({ lower, upper }: KpiAnswer, unit: string): string {
    if (lower === undefined && upper === undefined) return "";
    if (upper === undefined) return `≥ ${this.#figure(lower ?? 0, unit)}`;
    if (lower === undefined) return `≤ ${this.#figure(upper, unit)}`;
    // The unit once, behind both.
    return `${this.#figure(lower, unit === "share" || unit.startsWith("minor") ? unit : "ratio")} – ${this.#figure(upper, unit)}`;
  }

  /** Why there is no value, and what is missing. */
  #reason(state: TicketState, { reason, missing }: KpiAnswer): string {
    const labels = state.labels[this.#voice.lang];
    const why = reason === undefined ? "" : (labels.reason[reason] ?? reason);
    const what = (missing ?? []).map((measure) => labels.measure[measure] ?? measure).join(", ");
    return what === "" ? why : `${why} (${what})`;
  }

  #cards(state: TicketState): HTMLElement {
    const voice = this.#voice;
    const cards = CARDS.map((indicator) => {
      const answer = state.answers.find((one) => one.indicator === indicator);
      const definition = this.#definition(state, indicator);
      if (answer === undefined || definition === undefined) return null;
      const { value, open, censored } = answer;
      const left = [open === 0 ? "" : voice.say("kpiOpen", { n: open }), censored === 0 ? "" : voice.say("kpiCensored", { n: censored })].filter((text) => text !== "").join(", ");
      const choose = () => {
        this.#chosen = indicator;
        this.#draw();
      };
      return h(
        "button",
        { type: "button", class: "kpi", id: `kpi-${indicator}`, "aria-pressed": String(indicator === this.#chosen), title: definition.formula, onclick: choose },
        h("span", {}, definition.title),
        value === null ? h("b", { class: "none" }, "—") : h("b", {}, this.#figure(value, definition.unit)),
        h("small", {}, value === null ? this.#reason(state, answer) : this.#interval(answer, definition.unit)),
        left === "" ? null : h("small", {}, left),
      );
    });
    return h("div", { class: "kpis", role: "group", "aria-label": voice.say("indicators") }, ...cards);
  }

  #trend(state: TicketState): HTMLElement {
    const voice = this.#voice;
    const indicator = this.#chosen;
    const [trend, definition] = [state.trends.get(indicator), this.#definition(state, indicator)];
    if (trend === undefined || definition === undefined) return h("div");
    const title = voice.say("trendOf", { what: definition.title });
    const months = state.windows.map((start) => `${voice.month(dayOf(start))} ${start.slice(2, 4)}`);
    if (trend.windows.length === 0) return h("div", {}, h("h3", {}, title), h("p", { class: "quiet" }, voice.say("trendNone")));
    const description = this.#verdict(trend);
    const say = (value: number) => this.#figure(value, definition.unit);
    const { lower, upper, signals } = limitsOf(trend);
    const cell = (value: number | null | undefined) => h("td", { class: "figure-cell" }, value === null || value === undefined ? "—" : say(value));
    const rows = trend.values.map((value, window) =>
      h("tr", { class: signals.has(window) ? "is-signal" : null }, h("th", { scope: "row" }, months[window] ?? ""), cell(value), cell(lower[window]), cell(upper[window]), h("td", {}, signals.has(window) ? voice.say("signal") : "")),
    );
    const heads: TextKey[] = ["month", "value", "limitLower", "limitUpper", "remark"];
    return h(
      "div",
      { id: "trend" },
      h("h3", {}, title),
      trendChart({ trend, labels: months, say, title, description }) as unknown as HTMLElement,
      h("p", { id: "trend-verdict", class: "quiet" }, description),
      h("details", {}, h("summary", {}, voice.say("figures")), h("table", { class: "places" }, h("thead", {}, h("tr", {}, ...heads.map((name) => h("th", { scope: "col", class: FIGURES.has(name) ? "figure-cell" : null }, voice.say(name))))), h("tbody", {}, ...rows))),
    );
  }

  /** What the tests say of a trend. */
  #verdict(trend: Trend): string {
    const voice = this.#voice;
    const { pValue, direction } = trend.mannKendall;
    const told = pValue === null || pValue === undefined || direction === null || direction === undefined ? voice.say("trendUntested") : voice.say(pValue > 0.05 ? "trendChance" : direction === "up" ? "trendUp" : "trendDown", { p: this.#chance(pValue) });
    const { signals } = limitsOf(trend);
    const scatter = trend.ratios?.dispersion ?? null;
    return [told, signals.size === 0 ? voice.say("signalsNone") : voice.say("signalsCount", { n: signals.size }), scatter !== null && scatter > 2 ? voice.say("overdispersed", { x: voice.decimal(scatter) }) : ""].filter((text) => text !== "").join(" ");
  }

  #pareto({ pareto, paretoBy, labels }: TicketState): HTMLElement {
    const voice = this.#voice;
    const title = voice.say("paretoBy", { what: labels[voice.lang].dimension[paretoBy] ?? paretoBy });
    const most = Math.max(1, ...pareto.rows.map(({ amount }) => amount));
    const percent = (share: number) => this.#figure(share, "share");
    const rows = pareto.rows.slice(0, 15).map(({ key, amount, cumulatedShare, class: letter }) =>
      h("tr", {}, h("th", { scope: "row" }, key[0] ?? voice.say("ageUnknown")), h("td", { class: "bar-cell" }, h("span", { class: `bar pareto-${letter.toLowerCase()}`, style: `width:${((100 * amount) / most).toFixed(1)}%`, "aria-hidden": "true" })), h("td", { class: "figure-cell" }, voice.number(amount)), h("td", { class: "figure-cell" }, percent(cumulatedShare)), h("td", { class: "figure-cell" }, letter)),
    );
    const heads: TextKey[] = ["what", "share", "count", "cumulated", "classABC"];
    const more = pareto.rows.length > 15 ? h("p", { class: "quiet" }, voice.say("others", { n: pareto.rows.length - 15 })) : null;
    return h("div", {}, h("h3", {}, title), h("table", { id: "pareto", class: "bars" }, h("caption", { class: "visually-hidden" }, title), h("thead", { class: "visually-hidden" }, h("tr", {}, ...heads.map((name) => h("th", { scope: "col" }, voice.say(name))))), h("tbody", {}, ...rows)), more);
  }

  #open({ open, labels }: TicketState): HTMLElement {
    const voice = this.#voice;
    const most = Math.max(1, ...open.ageing.map(({ count }) => count));
    const range = (from: number, below: number | undefined) => (below === undefined ? voice.say("ageFrom", { n: from }) : from === 0 ? voice.say("ageBelow", { n: below }) : voice.say("ageBetween", { from, n: below }));
    const bars = open.ageing.map(({ fromDays, belowDays, count, waitingCount }) =>
      h("tr", {}, h("th", { scope: "row" }, range(fromDays, belowDays)), h("td", { class: "bar-cell" }, h("span", { class: "bar", style: `width:${((100 * count) / most).toFixed(1)}%`, "aria-hidden": "true" })), h("td", { class: "figure-cell" }, waitingCount === 0 ? voice.number(count) : `${voice.number(count)} (${voice.say("waitingCount", { n: waitingCount })})`)),
    );
    const rows = open.incidents.slice(0, ROWS_SHOWN).map(({ incident, ageSeconds, waiting }) =>
      h("tr", {}, h("td", {}, h("code", {}, incident)), h("td", { class: "figure-cell" }, voice.say("ageDays", { n: Math.floor(ageSeconds / 86_400) })), h("td", {}, waiting === undefined ? "" : (labels[voice.lang].waiting[waiting] ?? waiting))),
    );
    if (open.incidents.length > ROWS_SHOWN) rows.push(h("tr", {}, h("td", { colspan: 3, class: "quiet" }, voice.say("others", { n: open.incidents.length - ROWS_SHOWN }))));
    const heads: TextKey[] = ["ticket", "age", "waitsFor"];
    const list = open.incidents.length === 0 ? null : h("details", { id: "open-list" }, h("summary", {}, voice.say("openTickets"), h("span", { class: "count" }, voice.number(open.incidents.length))), h("table", { class: "places" }, h("thead", {}, h("tr", {}, ...heads.map((name) => h("th", { scope: "col" }, voice.say(name))))), h("tbody", {}, ...rows)));
    const title = voice.say("openAgeing");
    return h("div", {}, h("h3", {}, title, h("span", { class: "count" }, voice.number(open.incidents.length))), h("table", { id: "ageing", class: "bars" }, h("caption", { class: "visually-hidden" }, title), h("tbody", {}, ...bars)), list);
  }

  #advice(state: TicketState): HTMLElement {
    const voice = this.#voice;
    const rows = (this.#recommended ?? []).map((row) => {
      const definition = this.#definition(state, row.evidence.answer.indicator);
      const text = ({ en, fr }: { en: string; fr?: string }) => (voice.lang === "fr" ? (fr ?? en) : en);
      return h("li", { "data-rule": row.rule }, h("strong", {}, text(row.title)), h("span", { class: "tag" }, state.labels[voice.lang].corrective[row.measure] ?? row.measure), h("p", {}, this.#evidence(state, row, definition)), h("p", { class: "quiet" }, text(row.source)));
    });
    const none = this.#recommended === null ? h("p", { class: "quiet", role: "status" }, voice.say("adviceBusy")) : rows.length === 0 ? h("p", { class: "quiet" }, voice.say("adviceNone")) : h("ul", { id: "advice", class: "advice" }, ...rows);
    return h("div", {}, h("h3", {}, voice.say("advice"), h("span", { class: "count" }, voice.number(rows.length))), none);
  }

  /** The figure that a recommendation rests on, and what it would do to the plan. */
  #evidence(state: TicketState, row: Advice | AdviceRow, definition: DefinitionRow | undefined): string {
    const voice = this.#voice;
    const { answer, window, trendPValue } = row.evidence;
    const unit = definition?.unit ?? "ratio";
    const value = answer.value === null ? this.#reason(state, answer) : `${this.#figure(answer.value, unit)}${answer.lower === undefined ? "" : ` (${this.#interval(answer, unit)})`}`;
    const start = state.windows[window];
    const when = start === undefined ? "" : `${voice.month(dayOf(start))} ${start.slice(0, 4)}`;
    const parts = [`${definition?.title ?? answer.indicator}, ${when}${voice.lang === "fr" ? "\u202f" : ""}: ${value}`];
    if (trendPValue !== undefined) parts.push(`p ${this.#chance(trendPValue)}`);
    const effect = "effect" in row ? row.effect : undefined;
    if (effect !== undefined) parts.push(voice.say("adviceEffect", { before: effect.before.occurrences, after: effect.after.occurrences, hours: voice.hours(effect.after.workMinutes - effect.before.workMinutes) }));
    return parts.join(" · ");
  }

  #table(state: TicketState): HTMLElement {
    const voice = this.#voice;
    const rows = state.answers.map((answer) => {
      const definition = this.#definition(state, answer.indicator);
      const unit = definition?.unit ?? "ratio";
      const known = answer.value !== null;
      return h(
        "tr",
        { "data-indicator": answer.indicator },
        h("th", { scope: "row", title: definition?.formula ?? "" }, definition?.title ?? answer.indicator),
        h("td", { class: "figure-cell" }, known ? this.#figure(answer.value ?? 0, unit) : "—"),
        h("td", { class: "figure-cell" }, known ? this.#interval(answer, unit) : ""),
        h("td", { class: "quiet" }, known ? (definition?.formula ?? "") : this.#reason(state, answer)),
      );
    });
    const heads: TextKey[] = ["indicator", "value", "interval", "formulaOrReason"];
    return h("details", { id: "all-indicators" }, h("summary", {}, voice.say("allIndicators"), h("span", { class: "count" }, voice.number(rows.length))), h("div", { class: "table-frame", tabindex: 0, role: "region", "aria-label": voice.say("allIndicators") }, h("table", { class: "places" }, h("thead", {}, h("tr", {}, ...heads.map((name) => h("th", { scope: "col", class: FIGURES.has(name) ? "figure-cell" : null }, voice.say(name))))), h("tbody", {}, ...rows))));
  }
}
