// Refusals of `entretien/recurrence`: real errors, stable codes, the place, every fault at once.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { Fleet, MonthRule, Rule, RuleSet, Series, expandMany, isEntretienError } from "entretien/recurrence";
import * as web from "entretien/recurrence/web";
import { thrownBy } from "./support.mjs";

const refusal = (call) => {
  const error = thrownBy(call);
  assert.ok(isEntretienError(error), `${call}: ${error}`);
  assert.equal(error.name, "EntretienError");
  assert.equal(error.code, error.faults[0].code);
  for (const fault of error.faults) {
    assert.deepEqual(Object.keys(fault), ["code", "source", "pointer", "message", "help"]);
    assert.notEqual(fault.help, "");
  }
  return error;
};

const daily = RuleSet.parse("DTSTART:20260101T090000\nRRULE:FREQ=DAILY");
const zoned = RuleSet.parse("DTSTART;TZID=Europe/Paris:20260101T090000\nRRULE:FREQ=DAILY");
const secondly = RuleSet.parse("DTSTART:20260101T090000\nRRULE:FREQ=SECONDLY");
const rule = Rule.parse("FREQ=DAILY");
const fleet = new Fleet([["FREQ=DAILY;COUNT=3", "2026-01-01"]]);
const [values, offsets] = [new Float64Array(3), new Uint32Array(2)];

const cases = [
  [() => Rule.parse("FREQ=DAILY;INTERVAL=0"), "REC-001", "line 1 column 21"],
  [() => Rule.parse(""), "REC-003", "line 1 column 1"],
  [() => Rule.parse("COUNT=1"), "REC-007", undefined],
  [() => Rule.parse("FREQ=DAILY;COLOUR=1"), "REC-004", "line 1 column 12"],
  [() => Rule.parse("FREQ=DAILY;FREQ=DAILY"), "REC-005", undefined],
  [() => Rule.parse("FREQ=DAILY;BYMONTH=13"), "REC-006", "line 1 column 20"],
  [() => Rule.parse("FREQ=DAILY;COUNT=1;UNTIL=20260101"), "REC-008", undefined],
  [() => Rule.parse("FREQ=WEEKLY;BYMONTHDAY=1"), "REC-009", undefined],
  [() => Rule.parse("FREQ=DAILY;SKIP=OMIT"), "REC-010", undefined],
  [() => Rule.parse(1), "DOC-006", "text"],
  [() => Rule.parse(undefined), "DOC-006", "text"],
  [() => rule.describe("de"), "DOC-008", "lang"],
  [() => rule.describe(1), "DOC-006", "lang"],
  [() => rule.at("2026-02-30"), "REC-020", "start"],
  [() => rule.at("2026-01-01T09:00:00[Mars/Olympus]"), "REC-020", "start"],
  [() => rule.at("2026-01-01T09:00:00+05:00[Europe/Paris]"), "REC-020", "start"],
  [() => rule.at("2026-01-01T09:00:00.5"), "REC-020", "start"],
  [() => rule.at(new Date(0)), "DOC-006", "start"],
  [() => Rule.parse("FREQ=HOURLY").at("2026-01-01"), "REC-012", "/rrule/0"],
  [() => Rule.parse("FREQ=DAILY;UNTIL=20260101").at("2026-01-01T09:00:00"), "REC-011", "/rrule/0"],
  [() => rule.at("2026-01-01", { gap: "sideways" }), "DOC-008", "/gap"],
  [() => rule.at("2026-01-01", { hole: "skip" }), "DOC-004", "/hole"],
  [() => rule.at("2026-01-01", { overlap: 2 }), "DOC-006", "/overlap"],
  [() => rule.at("2026-01-01", "skip"), "DOC-006", ""],
  [() => RuleSet.parse("RRULE:FREQ=DAILY"), "REC-018", "line 1 column 1"],
  [() => RuleSet.parse("DTSTART:20260101T090000\nEXRULE:FREQ=DAILY"), "REC-013", "line 2 column 1"],
  [() => RuleSet.parse("DTSTART:20260101T090000\nSUMMARY:x"), "REC-019", "line 2 column 1"],
  [() => RuleSet.parse("DTSTART:20260230T090000"), "REC-020", "line 1 column 9"],
  [() => RuleSet.parse("DTSTART;TZID=Mars/Olympus:20260101T090000"), "CAL-005", undefined],
  [() => RuleSet.parse("DTSTART:20260101T090000\nRDATE:20260101T090000Z"), "REC-012", "/rdate/0"],
  [() => RuleSet.parse("x".repeat(200_000)), "REC-014", "line 1 column 1"],
  [() => daily.nextAfter("tomorrow"), "REC-020", "moment"],
  [() => daily.nextAfter("2026-01-01T09:00:00Z"), "REC-012", "moment"],
  [() => daily.contains("2026-01-01T09:00:00[Europe/Paris]"), "REC-012", "moment"],
  [() => daily.previousBefore(0), "DOC-006", "moment"],
  [() => daily.expand("2026-01-02", "2026-01-01"), "REC-006", "to"],
  [() => daily.countBetween("2026-01-02", "2026-01-01"), "REC-006", "to"],
  [() => zoned.expand(null, "2026"), "REC-020", "to"],
  [() => daily.expandDays("2026-01-02", "2026-01-01"), "REC-006", "to"],
  [() => daily.expandDays("2026-01-02T00:00:00", "2026-02-01"), "DOC-007", "from"],
  [() => secondly.expand(), "REC-015", ""],
  [() => daily.toIso(0.5), "REC-006", "seconds"],
  [() => daily.toIso(Infinity), "REC-006", "seconds"],
  [() => daily.toIso(NaN), "REC-006", "seconds"],
  [() => new Fleet("FREQ=DAILY"), "DOC-006", "pairs"],
  [() => new Fleet([["FREQ=DAILY"]]), "DOC-006", "/0"],
  [() => new Fleet([["FREQ=DAILY", "2026-01-01"], [1, "2026-01-01"]]), "DOC-006", "/1/0"],
  [() => new Fleet([[{}, "2026-01-01"]]), "REC-003", "/0/0"],
  [() => expandMany([["FREQ=DAILY", "2026-01-01"], ["FREQ=HOURLY", "2026-01-01"]], null, "2027-01-01"), "REC-012", "/1"],
  [() => expandMany([["FREQ=DAILY;COUNT=1", "2026-01-01T00:00:00"], ["FREQ=SECONDLY", "2026-01-01T00:00:00"]]), "REC-015", "/1"],
  [() => fleet.expandInto([], offsets), "DOC-006", "values"],
  [() => fleet.expandInto(values, values), "DOC-006", "offsets"],
  [() => fleet.expandInto(new Float64Array(2), offsets), "REC-014", "values"],
  [() => fleet.expandInto(values, new Uint32Array(1)), "REC-014", "offsets"],
  [() => MonthRule.nthWeekday("2026-01-01", { n: 6, weekday: "MO" }), "REC-006", "/n"],
  [() => MonthRule.nthWeekday("2026-01-01", { n: 1, weekday: "MO", offsetDays: 400 }), "REC-006", "/offsetDays"],
  [() => MonthRule.nthWeekday("2026-01-01", { n: 1, weekday: "MO", everyMonths: 0 }), "REC-001", "/everyMonths"],
  [() => MonthRule.nthWeekday("2026-01-01", { n: 1, weekday: "MO", everyMonths: 1201 }), "REC-002", "/everyMonths"],
  [() => MonthRule.nthWeekday("2026-01-01", { n: 1, weekday: "MONDAY" }), "DOC-008", "/weekday"],
  [() => MonthRule.nthWeekday("2026-01-01", { n: 1.5, weekday: "MO" }), "DOC-009", "/n"],
  [() => MonthRule.nthWeekday("soon", { n: 1, weekday: "MO" }), "DOC-007", "anchor"],
  [() => MonthRule.workingDay("2026-01-01", { n: 0 }), "REC-006", "/n"],
  [() => MonthRule.workingDay("2026-01-01", { n: 1, weekdays: [] }), "CAL-004", "/weekdays"],
  [() => MonthRule.workingDay("2026-01-01", { n: 1, weekdays: "MO" }), "DOC-006", "/weekdays"],
  [() => MonthRule.workingDay("2026-01-01", { n: 1, holidays: "DE-XX" }), "DOC-008", "/holidays"],
  [() => MonthRule.workingDay("2026-01-01", { n: 1, closures: [["2026-01-02", "2026-01-02"]] }), "REC-006", "/closures/0"],
  [() => MonthRule.workingDay("2026-01-01", { n: 1, closures: [["2026-01-02", 3]] }), "DOC-006", "/closures/0/1"],
  [() => new Series("2026-01-01", "P0D"), "REC-001", "every"],
  [() => new Series("2026-01-01", "P101Y"), "REC-002", "every"],
  [() => new Series("2026-01-01", "monthly"), "REC-006", "every"],
  [() => new Series("2026-01-01", "P1M", "nearest"), "DOC-008", "monthEnd"],
  [() => new Series(1, "P1M"), "DOC-006", "anchor"],
];

test("every refusal has its code and its place", () => {
  for (const [call, code, pointer] of cases) {
    const error = refusal(call);
    assert.equal(error.code, code, `${call}: ${error}`);
    if (pointer !== undefined) assert.equal(error.faults[0].pointer, pointer, String(call));
  }
});

test("all faults of a call come at once", () => {
  const places = (call) => refusal(call).faults.map(({ code, pointer }) => `${code} ${pointer}`);
  assert.deepEqual(places(() => new Fleet([["FREQ=SOON", "2026-01-01"], ["FREQ=DAILY", "2026-13-01"], 3], {})), [
    "REC-006 /0/0",
    "REC-020 /1/1",
    "DOC-006 /2",
  ]);
  assert.deepEqual(places(() => MonthRule.nthWeekday("2026-01-01", { weekday: 1, colour: 1 })).sort(), [
    "DOC-004 /colour",
    "DOC-005 /n",
    "DOC-006 /weekday",
  ]);
  // None of this broke anything.
  assert.equal(fleet.expandInto(values, offsets), 3);
});

test("the browser build says that it is not loaded, fails with a reason, then loads from bytes", async () => {
  for (const call of [() => web.Rule.parse("FREQ=DAILY"), () => new web.Fleet([]), () => web.expandMany([]), () => web.version()]) {
    const error = refusal(call);
    assert.equal(error.code, "WASM-001");
  }
  await assert.rejects(web.load(new Uint8Array([1, 2, 3])), (error) => error.code === "WASM-004" && /recurrence_bg\.wasm/.test(error.message));
  await web.load(readFileSync(createRequire(import.meta.url).resolve("entretien/recurrence_bg.wasm")));
  await web.load();
  assert.equal(web.Rule.parse("FREQ=DAILY").describe("fr"), rule.describe("fr"));
  assert.ok(new web.Fleet([]) instanceof web.Fleet);
});
