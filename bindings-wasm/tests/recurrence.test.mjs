// The entry `entretien/recurrence`: rules, sets, fleets, generators of days.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Fleet, MonthRule, Rule, RuleSet, Series, expandMany, isEntretienError, load, version } from "entretien/recurrence";
import { thrownBy } from "./support.mjs";

const set = (start, rest, policies) => RuleSet.parse(`DTSTART${start}\n${rest}`, policies);
const isoDays = (days) => Array.from(days, (day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
const paris = ";TZID=Europe/Paris:";

test("a rule is canonical, described, and keeps its parts", async () => {
  await load();
  assert.match(version(), /^\d+\.\d+\.\d+/);
  const rule = Rule.parse("freq=MONTHLY;INTERVAL=1;BYDAY=2TU,2TU;COUNT=12");
  assert.equal(String(rule), "FREQ=MONTHLY;COUNT=12;BYDAY=2TU");
  assert.equal(String(Rule.parse(String(rule))), String(rule));
  assert.equal(rule.describe(), "the second Tuesday of every month, 12 times");
  assert.equal(rule.describe("fr"), "le deuxième mardi de chaque mois, 12 fois");
  assert.deepEqual([rule.freq, rule.interval, rule.count, rule.until], ["MONTHLY", 1, 12, undefined]);
  assert.equal(Rule.parse("FREQ=DAILY;COUNT=1000000000000").count, 1e12);
  const untils = ["20260101", "20260101T120000", "20260101T120000Z"].map((until) => Rule.parse(`FREQ=DAILY;UNTIL=${until}`).until);
  assert.deepEqual(untils, ["2026-01-01", "2026-01-01T12:00:00", "2026-01-01T12:00:00Z"]);
});

test("a set answers every query, in its zone", () => {
  const monthly = set(`${paris}20260113T090000`, "RRULE:FREQ=MONTHLY;BYDAY=2TU\nEXDATE;TZID=Europe/Paris:20260310T090000\nRDATE:20260311T080000Z");
  assert.equal(monthly.start, "2026-01-13T09:00:00[Europe/Paris]");
  assert.deepEqual(monthly.rules.map(String), ["FREQ=MONTHLY;BYDAY=2TU"]);
  assert.equal(monthly.describe("fr"), "le deuxième mardi de chaque mois, à 9 h ; 1 date en plus ; 1 date en moins");
  assert.equal(String(RuleSet.parse(String(monthly))), String(monthly));
  assert.deepEqual(monthly.warnings(), []);
  assert.equal(monthly.first(), "2026-01-13T09:00:00+01:00");
  assert.deepEqual([monthly.last(), monthly.isEndless()], [undefined, true]);
  assert.equal(monthly.nextAfter("2026-02-10T09:00:00+01:00"), "2026-03-11T09:00:00+01:00");
  assert.equal(monthly.nextAfter("2026-02-10T08:59:59"), "2026-02-10T09:00:00+01:00");
  assert.equal(monthly.nextAfter("2026-04-01"), "2026-04-14T09:00:00+02:00");
  assert.equal(monthly.previousBefore("2026-03-11T08:00:00Z"), "2026-02-10T09:00:00+01:00");
  assert.equal(monthly.previousBefore("2026-01-13T08:00:00.250Z"), "2026-01-13T09:00:00+01:00");
  assert.equal(monthly.previousBefore("2026-01-13T08:00:00Z"), undefined);
  assert.equal(monthly.contains("2026-03-10T09:00:00"), false);
  assert.equal(monthly.contains("2026-03-11T09:00:00[Europe/Paris]"), true);
  assert.equal(monthly.contains("2026-03-11T08:00:00.5Z"), false);
  assert.equal(monthly.contains("2026-03-11T17:00:00+09:00[Asia/Tokyo]"), true);
  assert.equal(monthly.countBetween("2026-01-01", "2027-01-01"), 12);
  assert.equal(monthly.countBetween("2026-01-01", "2026-01-01"), 0);
  const values = monthly.expand("2026-01-01", "2026-05-01");
  assert.ok(values instanceof Float64Array);
  assert.deepEqual(Array.from(values, (value) => monthly.toIso(value)), [
    "2026-01-13T09:00:00+01:00",
    "2026-02-10T09:00:00+01:00",
    "2026-03-11T09:00:00+01:00",
    "2026-04-14T09:00:00+02:00",
  ]);
  const days = monthly.expandDays("2026-01-01", "2026-05-01");
  assert.ok(days instanceof Int32Array);
  assert.deepEqual(isoDays(days), ["2026-01-13", "2026-02-10", "2026-03-11", "2026-04-14"]);
});

test("the four kinds of DTSTART have their own scale and text", () => {
  const cases = [
    [";VALUE=DATE:20260105", "2026-01-05", "2026-01-05", Date.UTC(2026, 0, 5)],
    [":20260105T090000", "2026-01-05T09:00:00", "2026-01-05T09:00:00", Date.UTC(2026, 0, 5, 9)],
    [":20260105T090000Z", "2026-01-05T09:00:00Z", "2026-01-05T09:00:00Z", Date.UTC(2026, 0, 5, 9)],
    [`${paris}20260105T090000`, "2026-01-05T09:00:00[Europe/Paris]", "2026-01-05T09:00:00+01:00", Date.UTC(2026, 0, 5, 8)],
  ];
  const weekly = Rule.parse("FREQ=WEEKLY;COUNT=2");
  for (const [text, start, first, instant] of cases) {
    const read = set(text, "RRULE:FREQ=WEEKLY;COUNT=2");
    assert.deepEqual([read.start, read.first()], [start, first]);
    assert.deepEqual(Array.from(read.expand()), [instant / 1_000, instant / 1_000 + 7 * 86_400]);
    const anchored = weekly.at(start);
    assert.equal(String(anchored), String(read));
    assert.deepEqual(anchored.expand(), read.expand());
    assert.deepEqual(isoDays(read.expandDays()), ["2026-01-05", "2026-01-12"]);
    assert.equal(read.last(), first.replace("-05", "-12"));
  }
  assert.equal(weekly.at("2026-07-05T09:00:00+02:00[Europe/Paris]").start, "2026-07-05T09:00:00[Europe/Paris]");
  assert.equal(weekly.at("2026-07-05T09:00:00.000+02:00").start, "2026-07-05T07:00:00Z");
});

test("gaps, overlaps, unmatched starts and the zone horizon follow the policies", () => {
  const at = (start, rule, policies) => {
    const found = set(`${paris}${start}`, `RRULE:${rule}`, policies);
    return Array.from(found.expand(), (value) => found.toIso(value));
  };
  const gap = (policy) => at("20260328T023000", "FREQ=DAILY;COUNT=2", policy);
  assert.deepEqual(gap(), ["2026-03-28T02:30:00+01:00", "2026-03-29T03:30:00+02:00"]);
  assert.deepEqual(gap({ gap: "forward" }), gap());
  assert.deepEqual(gap({ gap: "before" }), ["2026-03-28T02:30:00+01:00", "2026-03-29T01:30:00+01:00"]);
  assert.deepEqual(gap({ gap: "skip" }), ["2026-03-28T02:30:00+01:00", "2026-03-30T02:30:00+02:00"]);
  // A bound in a gap is a bound, also where instances in it are left out.
  const skipping = set(`${paris}20260328T023000`, "RRULE:FREQ=DAILY", { gap: "skip" });
  assert.equal(skipping.nextAfter("2026-03-29T02:30:00"), "2026-03-30T02:30:00+02:00");
  const overlap = (policy) => at("20261025T023000", "FREQ=DAILY;COUNT=1", policy);
  assert.deepEqual(overlap(), ["2026-10-25T02:30:00+02:00"]);
  assert.deepEqual(overlap({ overlap: "second" }), ["2026-10-25T02:30:00+01:00"]);
  const unmatched = (policy) => at("20260101T090000", "FREQ=WEEKLY;BYDAY=MO;COUNT=2", policy);
  assert.deepEqual(unmatched(), ["2026-01-05T09:00:00+01:00", "2026-01-12T09:00:00+01:00"]);
  assert.deepEqual(unmatched({ unmatched: "count" }), ["2026-01-01T09:00:00+01:00", "2026-01-05T09:00:00+01:00"]);
  const yearly = (policies) => set(`${paris}20260714T090000`, "RRULE:FREQ=YEARLY", policies);
  assert.equal(yearly().nextAfter("2101-01-01"), "2101-07-14T09:00:00+02:00");
  const refused = thrownBy(() => yearly({ horizon: "refuse" }).expand("2101-01-01", "2102-01-01"));
  assert.equal(refused.code, "REC-016");
});

test("warnings have a kind and a sentence in both languages", () => {
  const monday = "RRULE:FREQ=WEEKLY;BYDAY=MO";
  const [warning] = set(":20260101T090000", monday).warnings();
  assert.deepEqual(warning, { kind: "start_unmatched", message: "DTSTART matches no rule and is left out" });
  assert.match(set(":20260101T090000", monday, { unmatched: "count" }).warnings("fr")[0].message, /compte comme première/);
  assert.equal(set(";VALUE=DATE:20260105", `${monday};BYHOUR=9`).warnings()[0].kind, "times_ignored");
});

test("a fleet gives columns, into new arrays or into given ones", () => {
  const pairs = [
    ["FREQ=DAILY;COUNT=2", "1970-01-01T00:00:00Z"],
    [Rule.parse("FREQ=WEEKLY;COUNT=3"), "2026-01-05T09:00:00[Europe/Paris]"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "2026-01-05T09:00:00[Europe/Paris]"],
    ["FREQ=DAILY;COUNT=2", "1970-01-01T00:00:00Z"],
  ];
  const fleet = new Fleet(pairs);
  assert.equal(fleet.length, 4);
  const { values, offsets } = fleet.expand();
  assert.ok(values instanceof Float64Array && offsets instanceof Uint32Array);
  assert.deepEqual(Array.from(offsets), [0, 2, 5, 5, 7]);
  const weekly = Rule.parse("FREQ=WEEKLY;COUNT=3").at("2026-01-05T09:00:00[Europe/Paris]").expand();
  assert.deepEqual(Array.from(values), [0, 86_400, ...weekly, 0, 86_400]);
  assert.deepEqual(expandMany(pairs, null, null), { values, offsets });
  assert.equal(fleet.countBetween(), 7);
  assert.deepEqual(Array.from(expandMany(pairs, "1970-01-02", "2026-01-12T08:00:00Z").offsets), [0, 1, 2, 2, 3]);
  const room = new Float64Array(10).fill(-1);
  const ends = new Uint32Array(6).fill(9);
  assert.equal(fleet.expandInto(room, ends), 7);
  assert.deepEqual(Array.from(room), [...values, -1, -1, -1]);
  assert.deepEqual(Array.from(ends), [...offsets, 9]);
  // A part of a buffer is as good as a whole one.
  const inner = new Float64Array(room.buffer, 16, 8);
  assert.equal(fleet.expandInto(inner, ends), 7);
  assert.deepEqual(Array.from(inner), [...values, -1]);
  assert.deepEqual(new Fleet([]).expand(), { values: new Float64Array(0), offsets: new Uint32Array(1) });
});

test("a fleet of thousands of rows is what its sets are, one by one", () => {
  const rules = ["FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=HOURLY;INTERVAL=7", "FREQ=YEARLY;BYDAY=20MO", "FREQ=WEEKLY;BYDAY=MO,TH"];
  const pairs = Array.from({ length: 4_000 }, (_, index) => {
    const start = new Date(Date.UTC(2024, 0, 1) + (index % 3_000) * 37_411_000).toISOString().slice(0, 19);
    return [rules[(index * 7) % 4], `${start}[America/New_York]`];
  });
  const { values, offsets } = expandMany(pairs, "2024-06-01", "2029-03-01T05:00:00Z");
  assert.equal(offsets.length, pairs.length + 1);
  for (let row = 0; row < pairs.length; row += 97) {
    const [rule, start] = pairs[row];
    const alone = Rule.parse(rule).at(start).expand("2024-06-01T00:00:00Z", "2029-03-01T05:00:00Z");
    assert.deepEqual(values.slice(offsets[row], offsets[row + 1]), alone, `${row}: ${pairs[row]}`);
  }
});

test("days within months, and civil intervals", () => {
  const patch = MonthRule.nthWeekday("2026-03-01", { n: 2, weekday: "TU", offsetDays: 1 });
  assert.deepEqual(isoDays(patch.expandDays("2026-03-01", "2026-06-01")), ["2026-03-11", "2026-04-15", "2026-05-13"]);
  assert.deepEqual([patch.nextAfter("2026-03-11"), patch.previousBefore("2026-03-11")], ["2026-04-15", undefined]);
  assert.deepEqual([patch.contains("2026-04-15"), patch.contains("2026-04-08")], [true, false]);
  assert.equal(patch.countBetween("2026-01-01", "2027-01-01"), 10);
  const quarterly = MonthRule.nthWeekday("2026-01-01", { n: -1, weekday: "FR", everyMonths: 3 });
  assert.deepEqual(isoDays(quarterly.expandDays("2026-01-01", "2026-08-01")), ["2026-01-30", "2026-04-24", "2026-07-31"]);
  // 1 May is a public holiday, 2 and 3 May a weekend.
  assert.equal(MonthRule.workingDay("2026-05-01", { n: 3, holidays: "FR" }).nextAfter("2026-05-01"), "2026-05-06");
  assert.equal(MonthRule.workingDay("2026-05-01", { n: -1 }).nextAfter("2026-05-01"), "2026-05-29");
  const closed = MonthRule.workingDay("2026-08-01", { n: 1, weekdays: ["TU", "SA"], closures: [["2026-08-01", "2026-08-18"]] });
  assert.equal(closed.nextAfter("2026-08-01"), "2026-08-18");

  const series = new Series("2015-01-31", "P1M");
  assert.deepEqual([series.anchor, series.every, series.monthEnd], ["2015-01-31", "P1M", "backward"]);
  assert.deepEqual(isoDays(series.expandDays("2015-01-01", "2015-05-01")), ["2015-01-31", "2015-02-28", "2015-03-31", "2015-04-30"]);
  assert.deepEqual([series.nth(1), series.nth(-1), series.nth(0.5), series.nth(1e9)], ["2015-02-28", undefined, undefined, undefined]);
  assert.deepEqual([series.numberOf("2015-03-31"), series.numberOf("2015-03-30")], [2, undefined]);
  assert.equal(new Series("2015-01-31", "P1M", "omit").nth(1), undefined);
  assert.equal(new Series("2015-01-31", "P1M", "forward").nth(1), "2015-03-01");
  assert.equal(new Series("2015-04-30", "P1M", "stick_to_end").nth(1), "2015-05-31");
  assert.equal(new Series("2024-02-29", "P1Y").nth(4), "2028-02-29");
  assert.equal(new Series("2026-01-01", "P2W").nth(1), "2026-01-15");
});

test("objects are freed once, and say so", () => {
  const daily = set(":20260101T090000", "RRULE:FREQ=DAILY");
  daily[Symbol.dispose ?? "free"]();
  daily.free();
  const error = thrownBy(() => daily.first());
  assert.ok(isEntretienError(error));
  assert.equal(error.code, "WASM-002");
});
