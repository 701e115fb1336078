// The page and the tables of indicators: the bytes of Rust and Python.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { KpiReader, KpiReport, Log, load } from "entretien/indicators";
import { filesBelow, root, thrownBy } from "./support.mjs";

const company = join(root, "examples/data/company");
const bytes = (...path) => new Uint8Array(readFileSync(join(company, ...path)));
const digests = JSON.parse(readFileSync(join(root, "tests/data/kpi/report_digests.json"), "utf8"));
const question = {
  start: "2026-01-01",
  end: "2027-01-01",
  asOf: "2026-12-31",
  dimensions: ["site"],
  failureCategories: ["Matériel", "Impression", "Réseau", "Stockage"],
  withPlan: false,
};

await load();

const mapping = { timeZone: "Europe/Paris" };
const log = Log.fromIncidents(bytes("log/incidents.csv"), mapping).merged(Log.fromInterventions(bytes("log/works.csv"), mapping));
const reader = new KpiReader();
for (const { name, bytes } of filesBelow(join(company, "inventory"))) reader.read(name, bytes);
const engagement = reader.finish(bytes("engagement.json"));

test("page and tables are those of Rust, in both languages", () => {
  const report = engagement.report(log, question);
  assert.ok(report instanceof KpiReport);
  for (const lang of ["en", "fr"]) {
    const texts = { html: report.toHtml(lang), "indicators.csv": report.indicatorsCsv(lang), "open.csv": report.openCsv(lang), "advice.csv": report.adviceCsv(lang) };
    for (const [name, text] of Object.entries(texts)) {
      assert.equal(createHash("sha256").update(text).digest("hex"), digests[`${lang}.${name}`], `${lang}.${name}`);
    }
  }
});

test("what cannot be asked is refused", () => {
  const total = { window: 9, measure: "stock_served", amount: 1 };
  assert.equal(thrownBy(() => engagement.report(log, { ...question, dimensions: [], totals: [total] })).code, "KPI-007");
  assert.equal(thrownBy(() => engagement.report(log, { ...question, end: "2025-01-01" })).code, "PLAN-001");
  assert.equal(thrownBy(() => engagement.report(log, question, { format: "entretien/advice", format_version: "1.0", rules: 3 })).code, "DOC-006");
});
