// The head of the page: whose plan it is, its figures, and what proves it; before that, the welcome.
import type { FaultList, Opened, Totals } from "entretien/worker";
import { dayOf, isoOf } from "./days";
import { h } from "./dom";
import type { TextKey, Voice } from "./text";

/** What the checker said, if it was asked. */
export type Checked = FaultList | "asked" | "unasked";

/** What proves a plan. */
export interface Proof {
  digest: string | null;
  checked: Checked;
  check: () => void;
}

/** The head of a plan; the horizon excludes its end. */
export function summary(voice: Voice, opened: Opened, totals: Totals, [from, to]: [number, number], proof: Proof): HTMLElement[] {
  const { provider, customer, begin, filesRead, refused, diagnostics } = opened;
  const weeks = Math.max(1, (to - from) / 7);
  const figure = (id: string, value: number | string, label: TextKey, note: string) =>
    h("div", { class: "figure", id }, h("b", {}, typeof value === "number" ? voice.number(value) : value), h("span", {}, voice.say(label, typeof value === "number" ? { n: value } : {})), h("small", {}, note));
  const last = isoOf(to - 1);
  const heading = customer === "—" ? voice.say("title") : customer;
  const works = [totals.skipped === 0 ? "" : voice.say("skipped", { n: totals.skipped }), totals.leftOut === 0 ? "" : voice.say("leftOut", { n: totals.leftOut })];
  return [
    h("div", { class: "who" }, h("h2", {}, heading), h("p", { class: "quiet" }, [provider === "—" ? "" : provider, voice.say("programmeFrom", { day: voice.day(dayOf(begin)) }), `${voice.day(from)} – ${voice.day(dayOf(last))}`].filter((text) => text !== "").join(" · "))),
    h(
      "div",
      { class: "figures" },
      figure("count-works", totals.occurrences, "interventions", works.filter((text) => text !== "").join(", ")),
      figure("count-hours", voice.hours(totals.workMinutes), "work", voice.say("perWeek", { h: voice.hours(totals.workMinutes / weeks) })),
      figure("count-assets", totals.assets, "assets", totals.assetsWithoutTask === 0 ? "" : voice.say("assetsWithout", { n: totals.assetsWithoutTask })),
      figure("count-refused", refused.length, "refusedCount", voice.say("filesRead", { n: filesRead })),
      figure("count-doubts", diagnostics.length, "doubtsCount", ""),
    ),
    proven(voice, proof),
  ];
}

function proven(voice: Voice, { digest, checked, check }: Proof): HTMLElement {
  const copy = h("button", { type: "button", class: "link", disabled: digest === null, onclick: () => void navigator.clipboard.writeText(digest ?? "").then(() => (copy.textContent = voice.say("copied"))) }, voice.say("copy"));
  const verdict =
    checked === "unasked"
      ? h("button", { type: "button", class: "link", onclick: check }, voice.say("verify"))
      : checked === "asked"
        ? h("span", { class: "quiet" }, voice.say("verifying"))
        : checked.length === 0
          ? h("span", { class: "good" }, `✓ ${voice.say("verified")}`)
          : h("span", { class: "bad" }, voice.say("notVerified", { n: checked.length }));
  return h("div", { class: "proof" }, h("span", { title: voice.say("digestHint") }, voice.say("digest")), h("code", { id: "digest" }, digest ?? "…"), copy, h("span", { id: "verdict" }, verdict));
}

/** What stands where nothing was given yet. */
export function welcome(voice: Voice): HTMLElement {
  // A week a column: Mondays heavy, weekends free, as a year usually looks.
  const squares = Array.from({ length: 7 * 26 }, (_, index) => {
    const [weekday, week] = [Math.floor(index / 26), index % 26];
    const draw = ((week * 31 + weekday * 17) * 2_654_435_761) % 97;
    const level = weekday > 4 ? 0 : weekday === 0 ? 3 + (draw % 3) : draw % (weekday === 2 ? 4 : 3);
    return h("i", { style: `--l: var(--heat-${level})` });
  });
  return h("section", { class: "card welcome" }, h("div", { class: "welcome-art", "aria-hidden": "true" }, ...squares), h("h2", {}, voice.say("emptyTitle")), h("p", {}, voice.say("emptyText")), h("p", { class: "quiet" }, voice.say("pitch")));
}
