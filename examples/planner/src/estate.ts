// The estate: how old it is and gets, what its renewals cost, what an audit finds, and every renewal.
import type { AuditFinding, RenewalRow } from "entretien/care";
import type { CodeList, FaultList } from "entretien/worker";
import { estateOf, type EstateState } from "./care";
import { dayOf } from "./days";
import { h } from "./dom";
import { faultsOf, type Inputs } from "./engine";
import { word } from "./estate-words";
import { faultList } from "./faults";
import type { TextKey, Voice } from "./text";

const ROWS_SHOWN = 200;
const GROUPINGS = ["rule", "domain", "site", "asset"] as const;
type GroupBy = (typeof GROUPINGS)[number];

/** Draws the estate, once it is asked for. */
export class Estate {
  readonly element = h("div", { class: "estate" });
  #voice: Voice;
  #codes: CodeList = [];
  #inputs: Inputs | null = null;
  #key = "";
  #state: EstateState | null = null;
  #trouble: FaultList | string | null = null;
  #run = 0;
  #busy = false;
  #year = 0;
  #by: GroupBy = "rule";
  #search = "";
  #asOf = "";

  constructor(voice: Voice) {
    this.#voice = voice;
  }

  /** Shows what was given; what was computed of other files is forgotten. */
  show(inputs: Inputs, asOf: string, voice: Voice, codes: CodeList): void {
    [this.#voice, this.#codes, this.#inputs] = [voice, codes, inputs];
    const names = [...inputs.inventories, inputs.engagement, inputs.catalogue].map((source) => (source === null ? "" : `${source.name}:${source.stamp}`));
    const key = [asOf, inputs.begin, ...names].join("\n");
    if (key !== this.#key) {
      const again = this.#state !== null || inputs.catalogue !== null;
      [this.#key, this.#asOf, this.#state, this.#trouble] = [key, asOf, null, null];
      this.#run += 1;
      this.#busy = false;
      if (again && asOf !== "") void this.#ask();
    }
    this.#draw();
  }

  async #ask(): Promise<void> {
    if (this.#inputs === null) return;
    const run = ++this.#run;
    this.#busy = true;
    this.#draw();
    try {
      const state = await estateOf(this.#inputs, this.#asOf);
      if (run !== this.#run) return;
      [this.#state, this.#trouble, this.#year] = [state, null, 0];
    } catch (thrown) {
      if (run !== this.#run) return;
      this.#trouble = faultsOf(thrown) ?? (thrown instanceof Error ? thrown.message : String(thrown));
    }
    this.#busy = false;
    this.#draw();
  }

  #draw(): void {
    const voice = this.#voice;
    const focused = this.element.contains(document.activeElement) ? (document.activeElement?.id ?? "") : "";
    if (this.#busy) this.element.replaceChildren(h("p", { class: "quiet", role: "status" }, voice.say("estateBusy")));
    else if (this.#trouble !== null) {
      const what = this.#trouble;
      this.element.replaceChildren(typeof what === "string" ? h("p", { class: "bad" }, voice.say("failed", { what })) : faultList(what, this.#codes, voice, true));
    } else if (this.#state === null) {
      this.element.replaceChildren(h("button", { type: "button", id: "estate-run", class: "button", onclick: () => void this.#ask() }, voice.say("estateRun")));
    } else this.element.replaceChildren(...this.#all(this.#state));
    if (focused !== "") document.getElementById(focused)?.focus({ preventScroll: true });
  }

  #all(state: EstateState): HTMLElement[] {
    const voice = this.#voice;
    const { survey, doubts, permille } = state;
    const facts = [
      permille === null ? "" : voice.say("estateScore", { score: voice.decimal(permille / 10) }),
      survey === null ? voice.say("noCatalogue") : voice.say("recognised", { found: survey.systemMatchedCount, total: survey.systemCount }),
    ];
    return [
      h("p", { id: "estate-facts" }, facts.filter((text) => text !== "").join(" · ")),
      ...(doubts.length === 0 ? [] : [faultList(doubts, this.#codes, voice, false)]),
      h("div", { class: "estate-pair" }, this.#pyramid(state), this.#bars(state)),
      this.#findings(state.findings[voice.lang]),
      this.#renewals(state.renewals),
    ];
  }

  /** Rows of a label, a bar and a figure. */
  #barTable(id: string, caption: string, rows: { label: string; size: number; figure: string }[]): HTMLElement {
    const most = Math.max(1, ...rows.map(({ size }) => size));
    const lines = rows.map(({ label, size, figure }) =>
      h("tr", {}, h("th", { scope: "row" }, label), h("td", { class: "bar-cell" }, h("span", { class: "bar", style: `width:${((100 * size) / most).toFixed(1)}%`, "aria-hidden": "true" })), h("td", { class: "figure-cell" }, figure)),
    );
    return h("table", { id, class: "bars" }, h("caption", { class: "visually-hidden" }, caption), h("tbody", {}, ...lines));
  }

  #pyramid({ ages }: EstateState): HTMLElement {
    const voice = this.#voice;
    const days = [...new Set(ages.map(({ day }) => day))].sort();
    const day = days[this.#year] ?? days[0] ?? "";
    const counts = new Map<number | null, number>();
    for (const row of ages) if (row.day === day) counts.set(row.ageYears, (counts.get(row.ageYears) ?? 0) + row.count);
    const known = [...counts.keys()].filter((age) => age !== null).sort((a, b) => a - b);
    const rows = Array.from({ length: (known.at(-1) ?? -1) + 1 }, (_, age) => ({ label: voice.say("ageYears", { n: age }), size: counts.get(age) ?? 0 }));
    if (counts.has(null)) rows.push({ label: voice.say("ageUnknown"), size: counts.get(null) ?? 0 });
    const select = h("select", { id: "estate-year", onchange: () => ((this.#year = select.selectedIndex), this.#draw()) }, ...days.map((one, index) => h("option", { selected: index === this.#year }, voice.day(dayOf(one)))));
    return h("div", {}, h("h3", {}, voice.say("ages")), h("label", { class: "field", for: "estate-year" }, h("span", {}, voice.say("asOf")), select), this.#barTable("age-bars", voice.say("ages"), rows.map(({ label, size }) => ({ label, size, figure: voice.number(size) }))));
  }

  #money(minor: number, currency: string): string {
    return new Intl.NumberFormat(this.#voice.lang === "fr" ? "fr-FR" : "en-GB", { style: "currency", currency, maximumFractionDigits: 0 }).format(minor / 100);
  }

  /** What each year costs: of the budget where there is one, else as forecast. */
  #bars({ budget, totals }: EstateState): HTMLElement {
    const voice = this.#voice;
    const rows: { label: string; size: number; figure: string }[] = [];
    if (budget !== null) {
      for (const { year, spentMinor, capMinor } of budget.years) {
        const of = capMinor === null ? "" : ` / ${this.#money(capMinor, budget.currency)}`;
        rows.push({ label: String(year), size: spentMinor, figure: `${this.#money(spentMinor, budget.currency)}${of}` });
      }
    } else {
      for (const { start, action, prices, count, unpricedCount } of totals) {
        const known = prices.map(({ minor, currency }) => this.#money(minor, currency)).join(" + ");
        const rest = unpricedCount === 0 ? "" : voice.say("unpriced", { n: unpricedCount });
        const figure = [voice.number(count), known, rest].filter((text) => text !== "").join(" · ");
        rows.push({ label: `${start.slice(0, 4)} ${word("action", action, voice.lang)}`, size: prices.reduce((sum, { minor }) => sum + minor, 0), figure });
      }
    }
    const title: TextKey = budget === null ? "forecastYears" : "budgetYears";
    return h("div", {}, h("h3", {}, voice.say(title)), this.#barTable("budget-bars", voice.say(title), rows));
  }

  #findings(findings: readonly AuditFinding[]): HTMLElement {
    const voice = this.#voice;
    const keyOf = (finding: AuditFinding) => (this.#by === "rule" ? finding.title : this.#by === "domain" ? word("domain", finding.domain, voice.lang) : this.#by === "site" ? (finding.site ?? "—") : (finding.asset ?? finding.licence ?? "—"));
    const list = h("div", { id: "finding-list" });
    const fill = () => {
      const wanted = this.#search.toLowerCase();
      const groups = new Map<string, AuditFinding[]>();
      for (const finding of findings) {
        const words = `${finding.title} ${finding.text} ${finding.asset ?? finding.licence ?? ""} ${finding.site ?? ""} ${word("severity", finding.severity, voice.lang)}`;
        if (!words.toLowerCase().includes(wanted)) continue;
        const group = groups.get(keyOf(finding));
        if (group === undefined) groups.set(keyOf(finding), [finding]);
        else group.push(finding);
      }
      list.replaceChildren(...(groups.size === 0 ? [h("p", { class: "quiet" }, voice.say("noFindings"))] : [...groups].map(([key, group]) => this.#group(key, group))));
    };
    const search = h("input", { type: "search", id: "finding-search", value: this.#search, oninput: () => ((this.#search = search.value), fill()) });
    const select = h("select", { id: "finding-by", onchange: () => ((this.#by = GROUPINGS[select.selectedIndex] ?? "rule"), fill()) }, ...GROUPINGS.map((by) => h("option", { selected: by === this.#by }, voice.say(`by_${by}`))));
    fill();
    return h(
      "div",
      {},
      h("h3", {}, voice.say("auditFindings"), h("span", { class: "count" }, voice.number(findings.length))),
      h("div", { class: "estate-tools" }, h("label", { class: "field", for: "finding-by" }, h("span", {}, voice.say("groupBy")), select), h("label", { class: "field", for: "finding-search" }, h("span", {}, voice.say("filter")), search)),
      list,
    );
  }

  #group(key: string, group: AuditFinding[]): HTMLElement {
    const voice = this.#voice;
    const rows = group.slice(0, ROWS_SHOWN).map((finding) =>
      h("tr", { "data-finding": finding.id }, h("td", {}, h("span", { class: "source" }, finding.asset ?? finding.licence ?? "")), h("td", {}, word("severity", finding.severity, voice.lang)), h("td", {}, this.#by === "rule" ? finding.text : `${finding.title} — ${finding.text}`)),
    );
    if (group.length > ROWS_SHOWN) rows.push(h("tr", {}, h("td", { colspan: 3, class: "quiet" }, voice.say("others", { n: group.length - ROWS_SHOWN }))));
    const head = h("thead", { class: "visually-hidden" }, h("tr", {}, ...(["asset", "severity", "reason"] as const).map((name) => h("th", { scope: "col" }, voice.say(name)))));
    return h("details", { class: "fault" }, h("summary", {}, h("span", { class: "fault-title" }, key), h("span", { class: "count" }, voice.number(group.length))), h("table", { class: "places" }, head, h("tbody", {}, ...rows)));
  }

  #renewals(all: readonly RenewalRow[]): HTMLElement {
    const voice = this.#voice;
    const dated = [...all].sort((a, b) => ((a.wanted ?? "9999") < (b.wanted ?? "9999") ? -1 : (a.wanted ?? "9999") > (b.wanted ?? "9999") ? 1 : 0));
    const rows = dated.slice(0, ROWS_SHOWN).map((row) => {
      const { subject, reasons, price } = row;
      const what = subject.kind === "product" ? `${subject.asset ?? ""} · ${subject.product ?? ""} ${subject.cycle ?? ""}${subject.target === null ? "" : ` → ${subject.target}`}` : (subject.asset ?? subject.contract ?? subject.licence ?? subject.name ?? "");
      const why = reasons[0] === undefined ? "—" : word("driver", reasons[0].driver, voice.lang);
      const day = (date: string | null) => (date === null ? "—" : voice.day(dayOf(date)));
      return h("tr", { "data-key": subject.key, class: row.isOver ? "is-over" : null }, h("td", {}, day(row.wanted)), h("td", {}, what), h("td", {}, word("action", row.action, voice.lang)), h("td", {}, why), h("td", {}, day(row.due)), h("td", { class: "figure-cell" }, price === null ? "—" : this.#money(price.minor, price.currency)));
    });
    const heads: TextKey[] = ["wanted", "whatRenewed", "action", "reason", "due", "price"];
    const more = all.length > ROWS_SHOWN ? h("p", { class: "quiet" }, voice.say("others", { n: all.length - ROWS_SHOWN })) : null;
    return h(
      "div",
      {},
      h("h3", {}, voice.say("renewals"), h("span", { class: "count" }, voice.number(all.length))),
      h("div", { class: "table-frame", tabindex: 0, role: "region", "aria-label": voice.say("renewals") }, h("table", { id: "renewals", class: "places" }, h("thead", {}, h("tr", {}, ...heads.map((name) => h("th", { scope: "col" }, voice.say(name))))), h("tbody", {}, ...rows))),
      more,
    );
  }
}
