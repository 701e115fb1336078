// Logs, indicators and failure statistics.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  KpiAccumulator,
  KpiEngagement,
  KpiReader,
  Log,
  definitions,
  downtime,
  exponentialFit,
  fleetDowntime,
  groupAvailability,
  individualsChart,
  kaplanMeier,
  labels,
  load,
  mannKendallTest,
  mannWhitneyTest,
  meanCumulativeFunction,
  powerLaw,
  proportionChart,
  proportionDifference,
  rateChart,
  rateRatio,
  structureAvailability,
  version,
  weibullFit,
  weibullProfile,
  wilsonInterval,
} from "entretien/indicators";
import { filesBelow, root, small, thrownBy } from "./support.mjs";

const folder = join(root, "tests/data/kpi");
const file = (name) => new Uint8Array(readFileSync(join(folder, name)));
const json = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const sha256 = (content) => createHash("sha256").update(content).digest("hex");
const camel = (name) => name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
const near = (found, expected, within = 1e-9) => assert.ok(Math.abs(found - expected) <= within * Math.abs(expected), `${found} for ${expected}`);

function refused(call, code, pointer) {
  const error = thrownBy(call);
  assert.equal(error.name, "EntretienError", String(error));
  assert.equal(error.code, code, String(error));
  if (pointer !== undefined) assert.equal(error.faults[0].pointer, pointer);
}

const CSV = `Numéro;Ouvert le;Résolu le;Équipement;Site;Catégorie;Priorité;Couleur
I-1;02/03/2026 08:00;02/03/2026 10:00;srv-1;Lyon;Réseau;P1;rouge
I-2;20/03/2026 08:00;20/03/2026 09:00;srv-1;Lyon;Réseau;P2;
I-3;22/03/2026 08:00;;pc-1;Lyon;Poste;P2;
;22/03/2026 08:00;;;;;;
I-4;31/02/2026 08:00;;pc-9;Lyon;Poste;P2;
`;
const log = () => Log.fromIncidents(CSV, { timeZone: "Europe/Paris", dates: "dmy" });
const engagement = (change) => KpiEngagement.fromJson(small(change));
const question = { start: "2026-03-01", end: "2026-05-01", asOf: "2026-03-31", grain: "month", withPlan: false };

test("the golden year: the very bytes of Rust", async () => {
  await load();
  const { questions, ...paths } = json("case.json");
  const digests = json("digests.json");
  const mapping = file(paths.mapping);
  const read = Log.fromIncidents(file(paths.incidents), mapping).merged(Log.fromInterventions(file(paths.interventions), mapping));
  assert.deepEqual(read.counts, { incidents: 141, interventions: 70 });
  assert.equal(read.refused, 1);
  assert.deepEqual(read.unused, [{ name: "csv:Bruit", count: 20 }, { name: "csv:Pris en charge le", count: 124 }]);
  assert.equal(sha256(read.toJson()), digests.log);
  const reader = new KpiReader();
  for (const { name, bytes } of filesBelow(join(root, paths.inventory))) reader.read(name, bytes);
  const company = reader.finish(readFileSync(join(root, paths.engagement)));
  questions.forEach((asked, place) => {
    const expected = digests.answers[place];
    // As an object, names in camel case; as a document, names as written.
    const object = Object.fromEntries(Object.entries(asked).map(([name, value]) => [camel(name), value]));
    const kpis = company.kpis(read, object);
    assert.equal(kpis.digest(), expected.digest);
    assert.equal(sha256(kpis.toJson()), expected.json);
    assert.deepEqual([kpis.groups.length, kpis.windows.length], [expected.groups, expected.windows]);
    const gathered = company.accumulator(JSON.stringify({ format: "entretien/kpi-question", format_version: "1.0", ...asked }));
    gathered.pushLog(read);
    assert.equal(gathered.question, expected.question);
    assert.equal(sha256(gathered.toBytes()), expected.accumulator);
    assert.equal(gathered.answers().digest(), expected.accumulator_digest);
  });
});

test("a log tells what it left out", () => {
  const read = log();
  assert.deepEqual(read.counts, { incidents: 4, interventions: 0 });
  assert.equal(read.refused, 1);
  assert.equal(read.timeZone, "Europe/Paris");
  assert.deepEqual([read.span, Log.empty("UTC").span], [{ first: "2026-03-02", last: "2026-03-22" }, null]);
  assert.deepEqual(read.unused, [{ name: "csv:Couleur", count: 1 }]);
  assert.ok(read.diagnostics.some(({ code, pointer }) => code === "INT-020" && pointer === "line 6"));
  assert.deepEqual(read.incident("I-1"), { id: "I-1", assets: ["srv-1"], site: "Lyon", category: "Réseau", priority: "P1", opened: "2026-03-02T08:00:00+01:00", resolved: "2026-03-02T10:00:00+01:00" });
  assert.equal(read.incident("I-9"), undefined);
  assert.equal(JSON.parse(read.toJson()).incidents.length, 4);
  const mapped = Log.fromIncidents("n;o\n1;2026-03-02 08:00\n", { timeZone: "UTC", columns: [{ name: "N", field: "id" }, { name: "O", field: "opened" }], separator: ";" });
  assert.equal(mapped.incident("1").opened, "2026-03-02T08:00:00+00:00");
});

test("event logs and GLPI", () => {
  const events = "number,incident_state,sys_updated_at\nI-1,New,2026-03-02 08:00\nI-1,Resolved,2026-03-02 11:00\n";
  const folded = Log.fromEvents(new TextEncoder().encode(events), { timeZone: "UTC" });
  assert.deepEqual(folded.counts, { incidents: 1, interventions: 0 });
  assert.equal(folded.incident("I-1").resolved, "2026-03-02T11:00:00+00:00");
  const ticket = '[{"id": 2, "type": 1, "status": 5, "date": "2026-03-02 17:00:00", "solvedate": "2026-03-03 09:00:00"}]';
  const task = '{"id": 7, "tickets_id": 2, "actiontime": 2700, "state": 2, "date": "2026-03-03 09:00:00"}';
  const both = Log.fromGlpi([ticket, task], "Europe/Paris");
  assert.deepEqual(both.counts, { incidents: 1, interventions: 1 });
  assert.equal(both.intervention("glpi:TicketTask:7").labourMinutes, 45);
  assert.equal(Log.fromGlpi(ticket, "Europe/Paris").counts.incidents, 1);
});

test("what is followed up", () => {
  const read = log();
  const open = read.openList("2026-03-25");
  assert.deepEqual(open.incidents.map(({ incident, bucket }) => [incident, bucket]), [["I-3", 1]]);
  assert.equal(open.unknownCount, 1);
  assert.deepEqual(read.openList("2026-03-22T07:30:00Z", [2]).ageing, [{ fromDays: 0, belowDays: 2, count: 1, waitingCount: 0 }, { fromDays: 2, count: 0, waitingCount: 0 }]);
  assert.deepEqual(read.repeats("2026-03-31", 20).map(({ first, earlier, later }) => [first, earlier, later]), [["srv-1", "I-1", "I-2"]]);
  assert.deepEqual(read.repeats("2026-03-31", 1, "cause"), []);
  const { rows } = read.followUps("2026-03-31", 7);
  assert.deepEqual(rows.map(({ incident, state, to }) => [incident, state, to]), [["I-1", "missed", "2026-03-09"], ["I-2", "missed", "2026-03-27"]]);
  const found = read.problems({ asOf: "2026-03-31", clusters: ["asset"], correction: "holm", minCount: 2 });
  assert.equal(found.recentCount, 3);
  const works = Log.fromInterventions("id,kind,status,ended,labour_minutes\nW-1,preventive,done,2026-03-02 10:00,30\n", { timeZone: "UTC" });
  assert.deepEqual(works.synthesis("2026-01-01", "2027-01-01", "quarter").rows.map(({ period, kind, labourMinutes }) => [period, kind, labourMinutes]), [["2026-01-01", "preventive", 30]]);
});

test("indicators: values, reasons, groups, windows", () => {
  const kpis = engagement().kpis(log(), { ...question, dimensions: ["category"] });
  assert.deepEqual(kpis.groups.map(({ key }) => key), [["Poste"], ["Réseau"]]);
  assert.deepEqual(kpis.windows.map(({ start, end }) => [start, end]), [["2026-03-01", "2026-04-01"], ["2026-04-01", "2026-05-01"]]);
  assert.deepEqual(kpis.dimensions, ["category"]);
  assert.equal(kpis.asOf, "2026-04-01T00:00:00+02:00");
  assert.deepEqual([kpis.currency, kpis.confidence], ["EUR", 0.95]);
  assert.equal(kpis.leftOut.undated, 1);
  const group = kpis.find(["Réseau"]);
  assert.equal(group, 1);
  assert.equal(kpis.find(["Ville"]), undefined);
  const mean = kpis.answer(group, 0, "mean_resolution");
  assert.equal(mean.value, 1.5);
  assert.equal(mean.numerator, 3 * 3600);
  assert.equal(kpis.answer(group, 1, "mean_resolution").value, null);
  assert.equal(typeof kpis.answer(group, 1, "mean_resolution").reason, "string");
  assert.equal(kpis.answers(group, 0).length, definitions().length);
  assert.equal(kpis.resolutionPercentile(group, 0, 0.5).value, 5400);
  assert.equal(kpis.totals(group, 0).failures, 2);
  const { rows } = kpis.pareto(0, "failures");
  assert.deepEqual(rows.map(({ key, amount, class: letter }) => [key, amount, letter]), [[["Réseau"], 2, "A"], [["Poste"], 1, "A"]]);
  const trend = kpis.trend(group, "mean_resolution");
  assert.deepEqual([trend.values, trend.windows], [[1.5, null], [0]]);
  assert.equal(kpis.change(group, 0, 1, "mean_resolution").verdict, "untested");
  assert.equal(JSON.parse(kpis.toJson()).groups.length, 2);
  assert.match(kpis.digest(), /^[0-9a-f]{64}$/);
});

test("recommendations, without and with their effect on the plan", () => {
  const rules = {
    shipped: false,
    rules: [{ id: "often", title: { en: "More often" }, indicator: "mtbf", belowThousandths: 10_000_000, measure: "raise_frequency", intervalMultiplier: 1, intervalDivisor: 2, source: { en: "Test" } }],
  };
  const task = { id: "dust", title: { en: "Clean" }, applies_to: {}, duration_minutes: 30, mode: "on_site", skill: "hardware", every: "quarterly" };
  const desk = engagement({ tasks: [task] });
  const kpis = desk.kpis(log(), { ...question, grain: "whole" });
  assert.deepEqual(kpis.advice(rules).map(({ rule, measure }) => [rule, measure]), [["often", "raise_frequency"]]);
  assert.ok(Array.isArray(kpis.advice()));
  const [row] = desk.advise(kpis, { asOf: "2026-04-01", start: "2026-04-01", end: "2027-04-01" }, rules);
  assert.ok(row.effect.after.occurrences > row.effect.before.occurrences);
  assert.equal(row.effect.tasks[0][0], "dust");
});

test("parts that are gathered anywhere give the same bytes", () => {
  const desk = engagement();
  const [first, second] = [new Set(["I-1", "I-3"]), new Set(["I-2", "I-4"])].map((kept) => {
    const lines = CSV.split("\n");
    return Log.fromIncidents([lines[0], ...lines.filter((line) => kept.has(line.split(";")[0]))].join("\n"), { timeZone: "Europe/Paris", dates: "dmy" });
  });
  const gather = (...logs) => {
    const gathered = desk.accumulator(question);
    for (const one of logs) gathered.pushLog(one);
    gathered.pushTotal([], 0, "stock_requests", 10);
    return gathered;
  };
  const whole = gather(log());
  const part = desk.accumulator(question);
  part.pushLog(second);
  const merged = KpiAccumulator.fromBytes(desk, question, part.toBytes());
  merged.merge(gather(first));
  assert.deepEqual(merged.toBytes(), whole.toBytes());
  assert.equal(merged.answers().digest(), whole.answers().digest());
  assert.equal(merged.answers().totals(0, 0).stock_requests, 10);
  refused(() => merged.merge(desk.accumulator({ ...question, grain: "whole" })), "KPI-008");
  refused(() => KpiAccumulator.fromBytes(desk, question, new Uint8Array([1])), "KPI-009");
  refused(() => part.pushTotal(["x"], 0, "stock_requests", 1), "KPI-007");
  refused(() => part.pushTotal([], 0, "stock_requests", 1.5), "DOC-009", "amount");
});

test("definitions and words in both languages", () => {
  const [english, french] = [definitions(), definitions("fr")];
  assert.equal(english.length, french.length);
  assert.ok(english.length > 40);
  const mtbf = english.find(({ id }) => id === "mtbf");
  assert.equal(mtbf.unit, "hours");
  assert.notEqual(mtbf.formula, french.find(({ id }) => id === "mtbf").formula);
  assert.equal(labels().reason.no_failure, "no failure");
  assert.equal(labels("fr").reason.no_failure, "aucune panne");
  assert.equal(version(), JSON.parse(readFileSync(join(root, "bindings-wasm/pkg/package.json"), "utf8")).version);
});

test("downtime: one asset, and a fleet as columns", () => {
  const week = downtime([0, 10_080], [[100, 400], [200, 300], [350, 500]]);
  assert.deepEqual([week.downTime, week.failures, week.episodes, week.naiveDownTime], [400, 3, 1, 550]);
  near(week.mtbf, 9_680 / 3);
  assert.equal(downtime([0, 100], [[50, null]]).mttr, null);
  const assets = Uint32Array.from([1, 1, 0, 2]);
  const floats = fleetDowntime([0, 1_000], 3, assets, Float64Array.from([100, 50, 900, 10]), Float64Array.from([200, 150, 950, NaN]));
  assert.deepEqual([...floats.downTime], [50, 150, 990]);
  assert.deepEqual([...floats.open], [0, 0, 1]);
  assert.ok(floats.failures instanceof Uint32Array && floats.upTime instanceof Float64Array);
  const least = -(2n ** 63n);
  const bigs = fleetDowntime([0, 1_000], 3, assets, BigInt64Array.from([100n, 50n, 900n, 10n]), BigInt64Array.from([200n, 150n, 950n, least]));
  assert.deepEqual(bigs, floats);
  const options = { presence: { from: [0, 0, 500], to: [1_000, 500, 1_000] }, planned: { assets: [0], begins: [0], ends: [100] }, common: [[0, 10]] };
  const cut = fleetDowntime([0, 1_000], 3, assets, [100, 50, 900, 10], [200, 150, 950, null], options);
  assert.deepEqual([...cut.requiredTime], [900, 490, 500]);
  assert.equal(cut.fleet.requiredTime, 1_890);
  refused(() => fleetDowntime([0, 10], 1, [0], [1.5], [2]), "DOC-009", "begins/0");
  refused(() => fleetDowntime([0, 10], 1, [3], [1], [2]), "KPI-004", "/assets/0");
  refused(() => fleetDowntime([0, 10], 1, [0, 0], [1], [2]), "KPI-003");
  refused(() => downtime([10, 0], []), "KPI-001", "/window");
});

test("lives: Weibull, survival, a constant hazard", () => {
  const failures = [54, 187, 216, 240, 244, 335, 361, 373, 375, 386];
  const ages = Float64Array.from([...failures, ...Array(10).fill(500)]);
  const failed = Uint8Array.from([...failures.map(() => 1), ...Array(10).fill(0)]);
  const { fit, shapeInterval } = weibullFit(ages, failed, { confidence: 0.9 });
  near(fit.shape, 1.72079726, 1e-8);
  near(shapeInterval[0], 1.0648, 1e-4);
  const profile = weibullProfile(ages, failed, ["shape", { bLife: 0.1 }, { reliability: 100, more: 50 }]);
  assert.equal(profile.figures.length, 3);
  assert.deepEqual(weibullFit([5], [false]), { fit: null, reason: "no_failure", lives: 1, failures: 0, exposure: 5, shapeInterval: null, scaleInterval: null });
  const curve = kaplanMeier([6, 6, 6, 6, 7], [true, true, true, false, true]);
  assert.deepEqual([...curve.ages], [6, 7]);
  near(curve.survival[0], 0.4);
  assert.ok(Number.isNaN(curve.variance[1]));
  const late = kaplanMeier([3, 5], [true, true], { entries: [0, 4] });
  assert.deepEqual([...late.atRisk], [1, 1]);
  near(exponentialFit([100, 300, 400], [true, true, false], { confidence: 0.9 }).mean.lower, 127.07, 1e-4);
  refused(() => weibullFit([1, 2], [true]), "KPI-003", "failed");
  refused(() => weibullFit([-1], [true]), "REN-004", "/0/age");
  refused(() => weibullProfile([1, 2, 3], [true, true, true], ["colour"]), "DOC-008", "quantities/0");
});

test("repaired items: trend and mean number of failures", () => {
  const events = [5, 40, 43, 175, 389, 712, 747, 795, 1299, 1478];
  const { trend } = powerLaw([{ events, end: 1500 }], 0.9);
  near(trend.betaUnbiased, 0.483506, 1e-5);
  const mean = meanCumulativeFunction([{ events: [5, 8], end: 12 }, { events: [], end: 16 }, { events: [1, 8, 16], end: 20 }]);
  assert.deepEqual([...mean.ages], [1, 5, 8, 16]);
  near(mean.mean[3], 11 / 6);
  assert.equal(mannKendallTest([1, 3, 2, 5, 4]).s, 6);
  assert.equal(mannKendallTest([Float64Array.from([1, 2]), [3, 4]]).s, 2);
  refused(() => powerLaw([{ events: [5], end: 3 }]), "REN-004");
  refused(() => powerLaw([{ events: [5] }]), "DOC-005", "/0/end");
  refused(() => powerLaw([{ events: [5], end: 8, colour: 1 }]), "DOC-004", "/0/colour");
});

test("comparisons, charts and structures", () => {
  near(rateRatio({ events: 4, exposure: 1000 }, { events: 12, exposure: 1000 }).pValue, (2 * 2517) / 65536);
  near(proportionDifference({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }).difference, 0.2);
  near(wilsonInterval(45, 50).lower, 0.786398, 1e-5);
  near(mannWhitneyTest([1, 2, 2.5], Float64Array.from([3, 4, 6, 30])).pValue, 2 / 35);
  assert.equal(individualsChart([10, 12, 11, 9, 13]).centre, 11);
  assert.equal(individualsChart([10]), null);
  const month = (successes) => ({ successes, trials: 100 });
  assert.deepEqual(proportionChart([90, 92, 88, 70].map(month)).outside, [3]);
  assert.equal(rateChart([{ events: 3, exposure: 10 }, { events: 1, exposure: 10 }]).centre, 0.2);
  near(groupAvailability([0.9, 0.8, 0.5], 2).availability, 0.85);
  const nodes = [{ groups: [{ members: [1, 2], needed: 1 }] }, { availability: 0.99, needs: [3] }, { availability: 0.99, needs: [3] }, { availability: 0.999 }];
  const [service] = structureAvailability(nodes, [0]);
  near(service.availability, 0.999 * 0.9999);
  assert.equal(service.importance[0].node, 3);
  assert.equal(structureAvailability(nodes).length, 4);
  refused(() => rateRatio({ events: -1, exposure: 1 }, { events: 1, exposure: 1 }), "DOC-009", "/sample/events");
  refused(() => structureAvailability([{ needs: [4] }]), "REN-016");
});

test("what is wrong is refused by code and place", () => {
  refused(() => Log.fromIncidents(CSV, {}), "DOC-005", "/timeZone");
  refused(() => Log.fromIncidents(CSV, { timeZone: "Paris" }), "DOC-009", "/timeZone");
  refused(() => Log.fromIncidents(CSV, { timeZone: "UTC", colour: 1 }), "DOC-004", "/colour");
  refused(() => Log.fromIncidents("a;b\n1;2\n", { timeZone: "UTC" }), "INT-032");
  refused(() => Log.fromIncidents(3, { timeZone: "UTC" }), "DOC-006");
  refused(() => Log.fromGlpi("[", "UTC"), "INT-033");
  refused(() => log().merged(log()), "INT-001");
  refused(() => log().openList("soon"), "LVL-009", "asOf");
  refused(() => log().synthesis("soon", "2027-01-01"), "DOC-007", "start");
  refused(() => log().repeats("2026-03-31", 1.5), "DOC-009", "withinDays");
  refused(() => log().problems({ asOf: "2026-03-31", clusters: ["colour"] }), "DOC-008", "/clusters/0");
  const desk = engagement();
  refused(() => desk.kpis(log(), { ...question, end: "2026-01-01" }), "PLAN-001");
  refused(() => desk.kpis(log(), { ...question, confidencePercent: 100 }), "DOC-009", "/confidencePercent");
  refused(() => desk.kpis(log(), { ...question, calendar: "none" }), "DOC-013", "/calendar");
  const kpis = desk.kpis(log(), question);
  refused(() => kpis.answer(9, 0, "mtbf"), "KPI-007");
  refused(() => kpis.answer(0, 0, "colour"), "DOC-008", "indicator");
  refused(() => kpis.resolutionPercentile(0, 0, 2), "REN-012");
  refused(() => desk.kpis({}, question), "DOC-006");
  kpis.free();
  refused(() => kpis.digest(), "WASM-002");
});
