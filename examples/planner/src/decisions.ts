// The days that a person decides: each is an event, the engine answers with the new plan, what differs and why.
import type { CodeList, Difference, OccurrenceRow, PlanDiff, PlanFinding, Replanned } from "entretien/worker";
import { dayOf, isoOf, mondayOf } from "./days";
import { h, marked } from "./dom";
import type { Engine } from "./engine";
import type { Voice } from "./text";

const LINES_MAX = 40;
const FORMAT = { format: "entretien/changes", format_version: "1.0" };

/** One decision, by the id of its occurrence. */
interface Decision {
  title: string;
  subject: string;
  skill: string;
  /** Planned day before the first decision about it. */
  from: number;
  to: number;
  /** Whether it stays on that very day, whatever the rules say. */
  exact: boolean;
}

/** What there is to show after the last change. */
interface Outcome {
  planMs: number;
  /** Number of the occurrence decided last. */
  index: number | null;
  diff: PlanDiff | null;
  findings: PlanFinding[] | null;
  moved: OccurrenceRow | undefined;
}

/** The decisions taken in this page, with undo, and what they did to the plan. */
export class Decisions {
  readonly element = h("section", { class: "card changes", id: "changes", hidden: true, "aria-labelledby": "changes-title" });
  readonly #engine: Engine;
  readonly #shown: (plan: Replanned) => void;
  readonly #made = new Map<string, Decision>();
  #voice: Voice;
  #codes: CodeList = [];
  #last = "";
  #asOf = "";
  #outcome: Outcome | null = null;
  #refusal = "";
  /** Numbers the changes, so that an answer about an old plan is dropped. */
  #run = 0;

  /** `shown` is given the rows of each new plan. */
  constructor(engine: Engine, voice: Voice, shown: (plan: Replanned) => void) {
    this.#engine = engine;
    this.#voice = voice;
    this.#shown = shown;
  }

  get count(): number {
    return this.#made.size;
  }

  /** Forgets all: another engagement is open. */
  forget(): void {
    this.#run += 1;
    this.#made.clear();
    this.#outcome = null;
    this.#refusal = "";
    this.element.hidden = true;
  }

  /** Takes what was decided over into a plan made anew. */
  async again(asOf: string): Promise<void> {
    this.#asOf = asOf;
    if (this.#made.size > 0) await this.#change([...this.#made].map(([id, decision]) => this.#event(id, decision)), this.#last);
  }

  async speak(voice: Voice, codes: CodeList): Promise<void> {
    this.#voice = voice;
    this.#codes = codes;
    if (this.#outcome !== null) await this.#learn(this.#outcome.planMs, this.#outcome.index);
  }

  /** Decides the day of an occurrence. */
  async move(row: OccurrenceRow, to: number, exact: boolean): Promise<void> {
    const known = this.#made.get(row.id);
    const from = known?.from ?? dayOf(row.date);
    const decision = { title: row.title, subject: row.subjectName, skill: row.skill, from, to, exact };
    // The latest one stands last.
    this.#made.delete(row.id);
    this.#made.set(row.id, decision);
    if (await this.#change([this.#event(row.id, decision)], row.id)) return;
    if (known === undefined) this.#made.delete(row.id);
    else this.#made.set(row.id, known);
    this.#draw();
  }

  /** Takes back the last decision. */
  async undoLast(): Promise<void> {
    const last = [...this.#made.keys()].at(-1);
    if (last !== undefined) await this.#undo([last]);
  }

  async #undo(ids: string[]): Promise<void> {
    const removed = ids.filter((id) => this.#made.delete(id));
    await this.#change(removed.map((id) => ({ remove_event: eventOf(id) })), [...this.#made.keys()].at(-1) ?? "");
  }

  #event(id: string, { to, exact }: Decision): object {
    const what = exact ? { fixed: id, on: isoOf(to) } : { moved: id, to: isoOf(to) };
    return { event: { id: eventOf(id), day: this.#asOf, ...what } };
  }

  /** Whether the engine took the changes. */
  async #change(changes: object[], about: string): Promise<boolean> {
    const run = ++this.#run;
    this.#refusal = "";
    try {
      const plan = await this.#engine.replan(JSON.stringify({ ...FORMAT, changes }), about === "" ? [] : [about]);
      this.#last = about;
      this.#shown(plan);
      if (run === this.#run) await this.#learn(plan.planMs, plan.found[0] ?? null);
      return true;
    } catch (thrown) {
      this.#refusal = thrown instanceof Error ? thrown.message : String(thrown);
      return false;
    }
  }

  async #learn(planMs: number, index: number | null): Promise<void> {
    const run = this.#run;
    const { lang } = this.#voice;
    const moved = index === null ? undefined : await this.#engine.occurrence(index, lang);
    const diff = await this.#engine.diff(lang);
    if (run !== this.#run) return;
    this.#outcome = { planMs, index, diff, findings: null, moved };
    this.#draw();
    const all = this.#made.size === 0 ? [] : await this.#engine.findings();
    if (run !== this.#run) return;
    const changed = new Set(diff.differences.map(({ id }) => id));
    const findings = all.filter((finding) => this.#concerns(finding, changed));
    this.#outcome = { planMs, index, diff, findings, moved };
    this.#draw();
  }

  /** Whether a finding is about what was decided, or what it moved. */
  #concerns(finding: PlanFinding, changed: Set<string>): boolean {
    if (finding.occurrence !== undefined) return changed.has(finding.occurrence) || this.#made.has(finding.occurrence);
    const decided = [...this.#made.values()];
    if (finding.skill !== undefined) return decided.some(({ skill, to }) => skill === finding.skill && isoOf(mondayOf(to)) === finding.day);
    const subject = (id: string) => id.split("/")[1]?.replaceAll("%2F", "/").replaceAll("%25", "%");
    return finding.code === "PLAN-021" && [...this.#made.keys()].some((id) => subject(id) === finding.subject);
  }

  // What is shown.

  #draw(): void {
    const voice = this.#voice;
    const outcome = this.#outcome;
    this.element.hidden = this.#made.size === 0 && this.#refusal === "";
    if (this.element.hidden) return;
    const undoAll = h("button", { type: "button", id: "undo-all", class: "link", onclick: () => void this.#undo([...this.#made.keys()]) }, voice.say("undoAll"));
    const time = outcome === null ? "" : voice.say("planTime", { ms: voice.decimal(outcome.planMs) });
    this.element.replaceChildren(
      h("div", { class: "card-head" }, h("h2", { id: "changes-title", tabindex: -1 }, voice.say("changes")), h("p", { class: "quiet", id: "plan-time", "data-ms": outcome?.planMs }, time)),
      ...(this.#refusal === "" ? [] : [h("p", { class: "bad", role: "alert" }, voice.say("changeRefused", { what: this.#refusal }))]),
      h("ul", { class: "decisions" }, ...[...this.#made].reverse().map(([id, decision]) => this.#decision(id, decision))),
      ...(this.#made.size > 1 ? [undoAll] : []),
      ...(outcome === null ? [] : this.#effects(outcome)),
    );
  }

  #decision(id: string, { title, subject, from, to, exact }: Decision): HTMLElement {
    const voice = this.#voice;
    const undo = h("button", { type: "button", class: "button undo", "aria-label": `${voice.say("undo")}: ${title}, ${subject}`, onclick: () => void this.#undo([id]) }, voice.say("undo"));
    const days = `${voice.day(from)} → ${voice.day(to)}${exact ? ` (${voice.say("exactly")})` : ""}`;
    return h("li", { "data-decision": id }, h("span", {}, h("b", {}, title), ` · ${subject}`), h("span", { class: "days" }, days), undo);
  }

  #effects({ diff, findings, moved }: Outcome): HTMLElement[] {
    const voice = this.#voice;
    const lines: HTMLElement[] = [];
    if (moved !== undefined) {
      const decided = this.#made.get(moved.id)?.to;
      const elsewhere = decided !== undefined && isoOf(decided) !== moved.date;
      lines.push(
        h("h3", {}, voice.say("whyNow", { day: voice.longDay(dayOf(moved.date)) })),
        ...(elsewhere ? [h("p", { class: "bad" }, voice.say("elsewhere", { day: voice.day(decided) }))] : []),
        h("ol", { class: "why-list", id: "moved-why" }, ...moved.why.map((text) => h("li", {}, text))),
      );
    }
    if (diff !== null) {
      const shown = diff.differences.slice(0, LINES_MAX).map((difference) => this.#difference(difference));
      if (diff.differences.length > LINES_MAX) shown.push(h("li", { class: "quiet" }, voice.say("others", { n: diff.differences.length - LINES_MAX })));
      lines.push(h("h3", {}, voice.say("whatChanged", { n: diff.differences.length })), h("ul", { class: "differences" }, ...shown));
    }
    if (findings !== null) {
      const found = findings.slice(0, LINES_MAX).map(({ code, text }) => {
        const meaning = this.#codes.find((entry) => entry.code === code);
        return h("li", { "data-code": code, title: meaning?.title }, h("code", { class: "code" }, code), " ", h("span", {}, ...marked((voice.lang === "fr" ? text.fr : text.en) ?? text.en)));
      });
      lines.push(h("h3", {}, voice.say("rulesSay")), found.length === 0 ? h("p", { class: "good", id: "no-findings" }, `✓ ${voice.say("noFindings")}`) : h("ul", { class: "findings", id: "findings" }, ...found));
    }
    return lines;
  }

  #difference({ id, kind, text }: Difference): HTMLElement {
    return h("li", { "data-kind": kind, "data-id": id }, text);
  }
}

/** The id of the event that decides the day of an occurrence: one each, so that the latest replaces it. */
function eventOf(id: string): string {
  return `planner/${id}`;
}
