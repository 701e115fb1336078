// Calendars, business time and contracts from JavaScript: the agreed answers, and figures worked out by hand.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { BusinessTime, Contracts, WorkCalendar, holidaySets, holidays } from "entretien/service";

const folder = new URL("../../tests/data/contract/answers/", import.meta.url);
const text = (name) => readFileSync(new URL(`${name}.json`, folder), "utf8");

const camel = (value) => {
  if (Array.isArray(value)) return value.map(camel);
  if (value === null || typeof value !== "object") return value;
  const name = (key) => key.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [name(key), camel(inner)]));
};

test("every agreed answer about contracts is reproduced", () => {
  const contracts = Contracts.fromJson(text("engagement"));
  const documents = { records: text("records"), tickets: text("tickets") };
  const year = ["2026-01-05", "2026-01-05", "2027-01-05"];
  const answers = JSON.parse(text("answers"));
  JSON.parse(text("questions")).forEach(({ ask, arguments: given, levels_of: level }, place) => {
    const values = given.flatMap((value) => (value === "plan" ? year : [documents[value] ?? value]));
    const asked = level === undefined ? contracts : contracts.serviceLevels(level);
    const name = ask === "contract_events" ? "events" : ask.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
    assert.deepEqual(asked[name](...values), camel(answers[place]), `${place} ${ask}`);
  });
});

const office = (more = {}) => WorkCalendar.fromJson(JSON.stringify({ id: "office", ...more }));

test("business time follows the wall clock", () => {
  const time = new BusinessTime(office());
  assert.equal(time.add("2026-03-02T17:00:00+01:00", 4 * 3600).at, "2026-03-03T11:00:00+01:00");
  assert.equal(time.between("2026-03-02T17:00:00+01:00", "2026-03-03T11:00:00+01:00"), 4 * 3600);
  assert.equal(time.workingDaysAfter("2026-03-27T10:00:00+01:00", 2).at, "2026-03-31T10:00:00+02:00");
  assert.equal(time.monthsAfter("2026-06-01T10:00:00+02:00", 1).at, "2026-07-01T10:00:00+02:00");
  const pause = [["2026-03-02T17:00:00+01:00", "2026-03-02T17:30:00+01:00"]];
  assert.equal(time.add("2026-03-02T17:00:00+01:00", 4 * 3600, pause).at, "2026-03-03T11:30:00+01:00");
  const at = Float64Array.of(1_772_467_200);
  assert.deepEqual([...time.addMany(at, Float64Array.of(4 * 3600))], [1_772_467_200 + 18 * 3600]);
  assert.deepEqual([...time.betweenMany(at, Float64Array.of(1_772_467_200 + 18 * 3600))], [4 * 3600]);
});

test("calendars say why a day is closed, roll, and combine", () => {
  const calendar = office();
  assert.deepEqual(calendar.closed("2026-05-14", "fr"), { code: "holiday", text: "Ascension" });
  assert.equal(calendar.closed("2026-05-15"), null);
  assert.equal(calendar.roll("2026-05-14", "next"), "2026-05-15");
  assert.equal(calendar.roll("2026-05-14", "skip"), undefined);
  const always = WorkCalendar.fromJson(JSON.stringify({ id: "always", always_open: true }));
  const onCall = new BusinessTime(always.minus(calendar));
  assert.equal(onCall.isOpen("2026-03-02T03:00:00+01:00"), true);
  assert.equal(onCall.isOpen("2026-03-02T09:00:00+01:00"), false);
});

test("public holidays have names and marks", () => {
  assert.ok(holidaySets().includes("US-TX"));
  const days = holidays("FR-57", 2026, "fr").map(({ day, name }) => `${day} ${name}`);
  assert.ok(days.includes("2026-04-03 Vendredi saint"));
  assert.ok(holidays("US", 2026).some(({ day, observed }) => day === "2026-07-03" && observed));
});

test("what is wrong is refused by code and place", () => {
  const refused = (work, code, pointer) =>
    assert.throws(work, (error) => error.code === code && error.faults[0].pointer === pointer);
  refused(() => office({ time_zone: "Mars/Olympus" }), "CAL-005", "/time_zone");
  refused(() => holidays("FR-99", 2026), "DOC-008", "");
  const time = new BusinessTime(office());
  refused(() => time.add("2026-03-02T17:00:00", 1), "LVL-010", "at");
  refused(() => time.between("2026-03-03T09:00:00Z", "2026-03-02T09:00:00Z"), "CAL-002", "");
  const never = new BusinessTime(office({ closures: [{ start: "1583-01-01", end: "9999-12-31" }] }));
  assert.equal(never.add("2026-03-02T17:00:00Z", 1).at, null);
  const contracts = Contracts.fromJson(text("engagement"));
  refused(() => contracts.termAt("nobody", "2026-02-11"), "DOC-013", "");
  refused(() => contracts.serviceLevels("servers").clocks("{}", "2026-02-11T00:00:00Z"), "DOC-003", "/format");
});
