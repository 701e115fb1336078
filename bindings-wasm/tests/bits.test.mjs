// The very bits of Rust: every figure of every oracle that has a face here, hashed as tests/bits/main.rs says.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  Lifetime,
  ageReplacement,
  blockReplacement,
  blockReplacementByPeriod,
  equivalentAnnualCost,
  minimalRepair,
  renewalFunction,
} from "entretien/care";
import {
  KpiEngagement,
  Log,
  availability,
  definitions,
  downtime,
  kaplanMeier,
  laplaceTest,
  mannKendallTest,
  meanCumulativeFunction,
  milHandbookTest,
  mtbfInterval,
  powerLaw,
  weibullFit,
  weibullProfile,
} from "entretien/indicators";
import { root } from "./support.mjs";

const shared = process.env.ENTRETIEN_SHARED ?? join(root, "../shared");
const file = join(shared, "vectors/oracles.json");
const absent = !existsSync(file) && `the shared data are absent (${shared})`;
const digests = JSON.parse(readFileSync(join(root, "tests/data/bits/digests.json"), "utf8"));
const { inputs } = JSON.parse(readFileSync(join(root, "tests/data/bits/measures.json"), "utf8"));
/** No face in JavaScript. */
const ELSEWHERE = ["economic_life_undiscounted"];

const view = new DataView(new ArrayBuffer(8));
const snake = (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const bitsOf = (number) => {
  view.setFloat64(0, number);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
};

/** A line for each leaf: `place=value`. */
function leaves(place, value, lines) {
  if (value === null || value === undefined || Number.isNaN(value)) return lines;
  const below = (name) => (place === "" ? name : `${place}/${name}`);
  if (typeof value === "number") lines.push(`${place}=${bitsOf(value)}\n`);
  else if (typeof value !== "object") lines.push(`${place}=${value}\n`);
  else if (Array.isArray(value)) value.forEach((one, index) => leaves(below(String(index)), one, lines));
  else {
    const names = new Map(Object.keys(value).map((name) => [snake(name), name]));
    for (const name of [...names.keys()].sort()) leaves(below(name), value[names.get(name)], lines);
  }
  return lines;
}

const lives = (item, failures) => [
  [...item[failures], ...(item.right_censored ?? [])],
  [...item[failures].map(() => true), ...(item.right_censored ?? []).map(() => false)],
];
const at = (law, place, name) => law[name] ?? law[place];
function lifetime(item) {
  const find = (name) => item.lifetime?.[name] ?? item[name];
  const [weibull, erlang, uniform, normal] = ["weibull", "erlang", "uniform", "normal"].map(find);
  if (weibull !== undefined) return Lifetime.weibull(at(weibull, 0, "shape"), at(weibull, 1, "scale"));
  if (erlang !== undefined) return Lifetime.erlang(at(erlang, 0, "k"), at(erlang, 1, "rate"));
  if (uniform !== undefined) return Lifetime.uniform(at(uniform, 0, "from"), at(uniform, 1, "to"));
  return Lifetime.normal(at(normal, 0, "mean"), at(normal, 1, "sd"));
}
/** Rows of columns, with the names of the core. */
const rows = (columns, names) =>
  Array.from(columns.ages, (_, row) => Object.fromEntries(names.map(([name, column]) => [name, columns[column][row]])));
const orNull = (call) => {
  try {
    return call();
  } catch {
    return null;
  }
};

const topics = {
  weibull_mle(item) {
    const [ages, failed] = lives(item, "failures");
    const { shapeInterval, scaleInterval, ...estimate } = weibullFit(Float64Array.from(ages), Uint8Array.from(failed, Number));
    const [age, more] = ages;
    const asked = ["shape", "scale", "mean", { bLife: 0.1 }, { reliability: age }, { reliability: age, more }];
    const { figures } = weibullProfile(ages, failed, asked);
    return { estimate, shape: shapeInterval, scale: scaleInterval, figures };
  },
  kaplan_meier(item) {
    const curve = kaplanMeier(...lives(item, "events"));
    const { failures, from, to, confidence, median, flaw } = curve;
    const names = [["age", "ages"], ["at_risk", "atRisk"], ["failures", "failed"], ["survival", "survival"], ["variance", "variance"], ["lower", "lower"], ["upper", "upper"]];
    return { lives: curve.lives, failures, from, to, confidence, median, flaw, points: rows(curve, names) };
  },
  power_law_nhpp(item) {
    const end = item.truncation_time;
    const histories = Array.from({ length: item.systems }, (_, system) => ({ events: system === 0 ? item.event_times : [], end }));
    return { law: powerLaw(histories, 0.9), laplace: laplaceTest(histories), mil: milHandbookTest(histories), series: mannKendallTest(item.event_times) };
  },
  mean_cumulative_function(item) {
    const columns = meanCumulativeFunction(item.systems.map(({ events, end }) => ({ events, end })));
    const names = [["age", "ages"], ["at_risk", "atRisk"], ["failures", "failures"], ["mean", "mean"], ["variance", "variance"]];
    return rows(columns, names).map((step, row) => ({ step, interval: [columns.lower[row], columns.upper[row]] }));
  },
  mtbf_chi_square: (item) => mtbfInterval(item.total_time, item.failures, item.confidence, item.truncation),
  availability: (item) => availability(item.mtbf_h, item.mttr_h, item.n, item.k),
  age_replacement(item) {
    const costs = [item.cost_preventive, item.cost_corrective];
    return { age: ageReplacement(lifetime(item), ...costs), repair: orNull(() => minimalRepair(lifetime(item), ...costs)) };
  },
  block_replacement: (item) => blockReplacement(lifetime(item), item.cost_preventive, item.cost_corrective),
  block_replacement_discrete: (item) => blockReplacementByPeriod(lifetime(item), item.cost_preventive, item.cost_corrective, 10),
  renewal_function: (item) => item.exact.map(({ t }) => renewalFunction(lifetime(item), t)),
  equivalent_annual_cost: (item) => equivalentAnnualCost(item.price, item.operating_cost_end_of_year, item.salvage_end_of_year, item.rate),
  kpi_edge_cases(item) {
    const { availability, mtbf, mtbfEpisodes, mttr, ...times } = downtime(item.window, item.incidents, item.planned);
    const bounds = times.upTime > 0 ? mtbfInterval(times.upTime, times.failures, 0.9) : null;
    return { times, availability, mtbf, mtbfEpisodes, mttr, bounds };
  },
  pm_compliance(item) {
    const day = (number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
    const works = item.items_due_interval_done_days.map(([due, interval, done], index) =>
      [`W-${index}`, "preventive", done === null ? "not_done" : "done", done === null ? "" : `${day(done)}T12:00:00Z`, day(due), interval].join(","),
    );
    const log = Log.fromInterventions(`id,kind,status,ended,due,interval_days\n${works.join("\n")}\n`, { timeZone: "UTC" });
    const kpis = engagement().kpis(log, { start: "1970-01-01", end: "1980-01-01", asOf: "1980-01-01", gracePercent: 10, withPlan: false });
    return ["preventive_compliance", "preventive_on_time"].map((indicator) => kpis.answer(0, 0, indicator));
  },
  en15341(item) {
    const totals = inputs
      .filter(([name]) => item.inputs[name] !== undefined)
      .map(([name, measure, worth]) => ({ measure, amount: item.inputs[name] * worth }));
    const kpis = engagement().kpis(Log.empty("UTC"), { start: "2026-01-01", end: "2027-01-01", asOf: "2026-12-31", withPlan: false, totals });
    const ids = new Map(definitions().map(({ id, en15341 }) => [en15341, id]));
    return Object.fromEntries(Object.keys(item.expected).map((code) => [code, kpis.answer(0, 0, ids.get(code))]));
  },
};
const engagement = () =>
  KpiEngagement.fromJson(
    JSON.stringify({ format: "entretien/engagement", format_version: "1.0", provider: { name: "P" }, customer: { name: "C" }, time_zone: "UTC", begin: "2026-01-05", assets: [] }),
  );

/** Codes of EN 15341 are no fields: their case stays. */
const linesOf = (topic, answer) =>
  topic === "en15341"
    ? Object.keys(answer).sort().flatMap((code) => leaves(code, answer[code], []))
    : leaves("", answer, []);

test("every oracle gives the bits of the native library", { skip: absent }, () => {
  const oracles = JSON.parse(readFileSync(file, "utf8"));
  const items = oracles.reliability.map((item) => [item.topic, item.id, item]);
  for (const topic of ["kpi_edge_cases", "pm_compliance", "en15341"]) {
    const content = oracles.kpi[topic];
    (content.items ?? content).forEach((item, index) => items.push([topic, String(index), item]));
  }
  assert.equal(items.length, Object.keys(digests).length);
  let compared = 0;
  for (const [topic, id, item] of items) {
    const name = `${topic}/${id}`;
    assert.ok(name in digests, name);
    if (ELSEWHERE.includes(topic)) continue;
    const text = linesOf(topic, topics[topic](item)).join("");
    assert.equal(createHash("sha256").update(text).digest("hex"), digests[name], `${name}:\n${text}`);
    compared += 1;
  }
  assert.equal(compared, items.length - oracles.reliability.filter(({ topic }) => ELSEWHERE.includes(topic)).length);
});
