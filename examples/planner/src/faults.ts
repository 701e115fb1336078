// Faults, grouped by code: the meaning and the cure once, then each place.
import type { CodeList, Fault, FaultList } from "entretien/worker";
import { h, marked } from "./dom";
import type { Voice } from "./text";

const PLACES_SHOWN = 100;

/** A list of faults for people. */
export function faultList(faults: FaultList, codes: CodeList, voice: Voice, open: boolean): HTMLElement {
  const groups = new Map<string, Fault[]>();
  for (const fault of faults) {
    const group = groups.get(fault.code);
    if (group === undefined) groups.set(fault.code, [fault]);
    else group.push(fault);
  }
  const blocks = [...groups].map(([code, group]) => {
    const meaning = codes.find((entry) => entry.code === code);
    const places = group.slice(0, PLACES_SHOWN).map((fault) =>
      h("tr", {}, h("td", {}, h("span", { class: "source" }, fault.source), fault.pointer !== "" && h("code", {}, fault.pointer)), h("td", {}, ...marked(fault.message))),
    );
    if (group.length > PLACES_SHOWN) places.push(h("tr", {}, h("td", { colspan: 2, class: "quiet" }, voice.say("others", { n: group.length - PLACES_SHOWN }))));
    const head = h("thead", { class: "visually-hidden" }, h("tr", {}, h("th", { scope: "col" }, voice.say("place")), h("th", { scope: "col" }, voice.say("what"))));
    return h(
      "details",
      { class: "fault", open, "data-code": code },
      h("summary", {}, h("code", { class: "code" }, code), h("span", { class: "fault-title" }, ...marked(meaning?.title ?? group[0]?.message ?? "")), h("span", { class: "count" }, voice.number(group.length))),
      h("p", { class: "cure" }, ...marked(meaning?.help ?? group[0]?.help ?? "")),
      h("table", { class: "places" }, head, h("tbody", {}, ...places)),
    );
  });
  return h("div", { class: "faults" }, ...blocks);
}
