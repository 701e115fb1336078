// Support, renewals, audits and reliability from JavaScript: figures worked out by hand, and refusals by code.
import assert from "node:assert/strict";
import test from "node:test";
import { Engagement, InventoryReader } from "entretien";
import {
  Care,
  CareReader,
  Lifetime,
  SupportCatalogue,
  ageReplacement,
  blockReplacement,
  depreciation,
  equivalentAnnualCost,
  expectedRenewals,
  renewalFunction,
} from "entretien/care";
import { small } from "./support.mjs";

const CATALOGUE = "product,cycle,category,release_date,eol,eoes\ndebian,12,os,2023-06-10,2026-07-11,2028-06-30\ndebian,13,os,2025-08-09,2028-08-09,2030-06-30\n";
const catalogue = () => SupportCatalogue.fromCsv(CATALOGUE);
const near = (found, expected, within = 1e-6) => assert.ok(Math.abs(found - expected) <= within, `${found} is not ${expected}`);
const refused = (work, code, pointer) =>
  assert.throws(work, (error) => error.name === "EntretienError" && error.code === code && (pointer === undefined || error.faults[0].pointer === pointer));

const asset = (id, more) => ({ id, ...more });
const estate = (more = {}) =>
  small({
    assets: [
      asset("srv-1", { category: "server", os: "Debian GNU/Linux", os_version: "12", purchase: "2021-03-01", warranty_end: "2024-03-01", price: { minor: 400_000, currency: "EUR" } }),
      asset("pc-1", { category: "laptop", purchase: "2023-05-31", warranty_end: "2026-05-31" }),
    ],
    ...more,
  });

test("the catalogue keeps its four answers apart; the end is the first day without support", () => {
  const found = catalogue();
  assert.equal(found.cycleCount, 2);
  assert.deepEqual(found.products().map(({ slug, cycles }) => [slug, cycles.map(({ name }) => name)]), [["debian", ["13", "12"]]]);
  assert.equal(found.product("windows"), null);
  assert.deepEqual(found.status("debian", "12", "2026-07-10"), { state: "supported", until: "2026-07-11" });
  assert.deepEqual(found.status("debian", "12", "2026-07-11"), { state: "ended", since: "2026-07-11" });
  assert.deepEqual(found.status("debian", "12", "2026-07-11", "extended"), { state: "supported", until: "2028-06-30" });
  assert.equal(found.status("debian", "12", "2026-07-11", "active").state, "unknown");
  assert.deepEqual(found.successors("debian", "12", "2026-07-11").map(({ name }) => name), ["13"]);
  assert.deepEqual(found.endsWithin("2026-07-01", 10), [{ end: "2026-07-11", product: "debian", cycle: "12" }]);
  assert.deepEqual(found.endsWithin("2026-07-01", 9), []);
  const ours = SupportCatalogue.fromJson('[{"cycle":"12","releaseDate":"2023-06-10","eol":"2027-07-11"}]', "debian");
  assert.equal(found.with(ours).status("debian", "12", "2026-07-11").until, "2027-07-11");
  const doubtful = SupportCatalogue.fromCsv("product,cycle,eol\nphp,8.5,31/12/2029\n");
  assert.deepEqual(doubtful.diagnostics.map(({ code, pointer }) => [code, pointer]), [["SUP-001", "line 2"]]);
});

test("what runs on the estate is recognised, and told when it is not", () => {
  const survey = Care.fromJson(estate(), null, catalogue()).support("2026-11-26");
  assert.deepEqual(survey.installed.map(({ asset, product, cycle, security, target }) => [asset, product, cycle, security, target]), [["srv-1", "debian", "12", "2026-07-11", "13"]]);
  assert.deepEqual([survey.systemCount, survey.systemMatchedCount], [1, 1]);
  assert.equal(Care.fromJson(estate()).support("2026-11-26"), null);
});

test("renewals follow the usual lives; forecast, totals and ages add up", () => {
  const renewals = Care.fromJson(estate(), null, catalogue()).renewals("2026-01-01");
  assert.equal(renewals.asOf, "2026-01-01");
  const row = renewals.rows.find(({ subject }) => subject.key === "asset/pc-1");
  // A laptop of 31 May 2023: four years, the usual life.
  assert.deepEqual([row.due, row.action, row.reasons[0].driver], ["2027-05-31", "replace", "age"]);
  assert.deepEqual([row.earliest, row.latest], ["2026-05-31", "2029-05-31"]);
  // Debian 12 ends before the usual life of the server does.
  const server = renewals.rows.find(({ subject }) => subject.key === "asset/srv-1");
  assert.deepEqual([server.due, server.reasons[0].driver, server.reasons[0].what, server.price.minor], ["2026-07-11", "os_support", "debian 12", 400_000]);
  const forecast = renewals.forecast(5);
  assert.equal(forecast.years, 5);
  const totals = forecast.totals("year", "category");
  assert.ok(totals.some(({ start, split, action, count }) => start === "2027-01-01" && split === "laptop" && action === "replace" && count === 1));
  const [first] = forecast.totals("year");
  assert.deepEqual([first.start, first.action, first.count, first.prices], ["2026-01-01", "replace", 1, [{ minor: 400_000, currency: "EUR" }]]);
  const cells = forecast.cells.reduce((sum, { count }) => sum + count, 0);
  assert.equal(forecast.totals().reduce((sum, { count }) => sum + count, 0), cells);
  const now = forecast.ages.filter(({ day }) => day === "2026-01-01");
  assert.deepEqual(now.map(({ category, ageYears, count }) => [category, ageYears, count]), [["laptop", 2, 1], ["server", 4, 1]]);
  assert.equal(renewals.budget(), null);
  const books = renewals.books("2026-01-01");
  assert.deepEqual(books.rows.map(({ asset }) => asset), ["pc-1", "srv-1"]);
});

test("an audit finds, groups, scores and compares", () => {
  const care = Care.fromJson(estate(), [], catalogue());
  const [before, after] = [care.audit("2026-07-10"), care.audit("2026-11-26")];
  assert.equal(after.asOf, "2026-11-26");
  const findings = after.findings("fr");
  assert.ok(findings.length > 0);
  for (const { title, text, rule } of findings) assert.ok(title !== "" && text !== "" && rule !== "");
  assert.notDeepEqual(findings.map(({ title }) => title), after.findings().map(({ title }) => title));
  const rules = after.groups("rule");
  assert.equal(rules.reduce((sum, { defects, watches, waived }) => sum + defects + watches + waived, 0), findings.length);
  const changed = after.compare(before);
  assert.equal(changed.after, "2026-11-26");
  assert.equal(changed.new.length + changed.persisting.length, findings.filter(({ waived }) => waived === undefined).length);
  const { permille } = after.scores.overall;
  assert.ok(permille === null || (permille >= 0 && permille <= 1000));
  assert.ok(after.undecided().every(({ missing, subjects }) => missing.length > 0 && subjects.length > 0));
  refused(() => before.compare(after), "AUD-018");
  refused(() => after.groups("colour"), "DOC-008", "by");
});

test("inventories are read here too, mapped tables included", () => {
  const mapping = { columns: [{ header: "Poste", fact: "name" }, { header: "Type", fact: "category" }, { header: "Achat", fact: "purchase" }], values: [{ fact: "category", from: "PC blanc", to: "laptop" }] };
  const csv = new TextEncoder().encode("Poste;Type;Achat\npc-7;PC blanc;31/05/2023\n");
  const reader = new CareReader();
  reader.readMapped("parc.csv", csv, mapping);
  const row = reader.finishShipped("2026-01-05").renewals("2026-01-01").rows.find(({ subject }) => subject.key === "asset/pc-7");
  assert.deepEqual([row.category, row.due], ["laptop", "2027-05-31"]);
  refused(() => new CareReader().readMapped("parc.csv", csv, { columns: [{ header: "Poste", fact: "colour" }] }), "DOC-008", "/columns/0/fact");
  refused(() => new CareReader().readMapped("parc.csv", csv, { columns: [{ fact: "name" }] }), "DOC-005", "/columns/0/header");
  refused(() => new CareReader().readMapped("parc.csv", csv, { columns: [{ header: "Type", fact: "category" }] }), "TAK-061");
  const main = new InventoryReader();
  main.readMapped("parc.csv", csv, mapping);
  const inventory = main.finish();
  const [found] = inventory.assets("fr");
  assert.deepEqual([found.name, found.category, found.purchase, found.isBackedUp, found.macAddresses], ["pc-7", "laptop", "2023-05-31", null, []]);
  assert.deepEqual([inventory.licences, inventory.conflicts, inventory.reconciliation], [[], [], null]);
  assert.equal(Engagement.shipped(inventory, "2026-01-05").begin, "2026-01-05");
});

test("lives and replacements: the textbook figures", () => {
  const part = Lifetime.weibull(2.5, 1000);
  const { optimum, runToFailureCostRate } = ageReplacement(part, 1, 5);
  near(optimum.age, 493.0469576);
  near(optimum.costRate, 0.003462042739, 1e-12);
  near(runToFailureCostRate, 0.00563530249, 1e-12);
  assert.equal(ageReplacement(Lifetime.exponential(0.001), 1, 5).reason, "no_wear");
  assert.ok(blockReplacement(part, 1, 5).optimum.costRate >= optimum.costRate);
  // t/2 - (1 - e^-2t)/4 at 2.
  near(renewalFunction(Lifetime.erlang(2, 1), 2), 0.754578909722, 1e-10);
  near(Lifetime.exponential(0.5).mean, 2);
  near(Lifetime.uniform(0, 10).reliability(4), 0.6);
  near(Lifetime.normal(10, 2).quantile(0.5), 10);
  // 30 x (1 - e^(0.04 - 0.16)) + 10 x (1 - e^(0.64 - 1)) = 3.392 + 3.023
  const ages = [...new Array(30).fill(12), ...new Array(10).fill(48)];
  const year = expectedRenewals(Lifetime.weibull(2, 60), Float64Array.from(ages), 0, 12);
  near(year.expectedFirstFailures, 6.415624);
  assert.deepEqual([year.lower, year.upper, year.confidence], [3, 10, 0.9]);
});

test("what keeping and writing off costs", () => {
  const life = equivalentAnnualCost(1200, [60, 80, 130, 220, 360, 520], [700, 430, 260, 150, 80, 30], 0.06);
  assert.equal(life.years, 4);
  near(life.costPerYear[3], 430.694102522);
  // 10 000,00 EUR on 16 August 2025, 4 years: 135 of 360 days in the first year.
  const plan = depreciation({ costMinor: 1_000_000, inService: "2025-08-16", years: 4 });
  assert.deepEqual(plan.charges().map(({ chargeMinor }) => chargeMinor), [93_750, 250_000, 250_000, 250_000, 156_250]);
  assert.equal(plan.bookValueMinor("2025-12-31"), 906_250);
  assert.equal(plan.retire("2025-12-31", 900_000).exceptionalMinor, 6_250);
  const declining = depreciation({ costMinor: 1_000_000, inService: "2025-01-01", years: 5, method: "declining", coefficient: [7, 4] });
  assert.deepEqual(declining.charges().map(({ chargeMinor }) => chargeMinor), [350_000, 227_500, 147_875, 137_313, 137_312]);
});

test("what is wrong is refused by code and place", () => {
  refused(() => SupportCatalogue.fromCsv("name\nphp\n"), "SUP-052");
  refused(() => SupportCatalogue.fromJson("{"), "SUP-051");
  refused(() => catalogue().status("debian", "99", "2026-01-01"), "DOC-013", "cycle");
  refused(() => catalogue().status("debian", "12", "2026-01-01", "eternal"), "DOC-008", "level");
  refused(() => catalogue().endsWithin("2026-01-01", 1.5), "DOC-009", "days");
  refused(() => Care.fromJson(estate(), null, {}), "DOC-006", "catalogue");
  refused(() => Care.fromJson(estate(), [["a.csv", "text"]]), "DOC-006", "files");
  refused(() => Care.fromJson(estate({ begin: "soon" })), "DOC-007", "/begin");
  const care = Care.fromJson(estate());
  refused(() => care.audit("2026-02-30"), "DOC-007", "asOf");
  refused(() => care.renewals("2026-01-01").forecast(0), "REN-040");
  refused(() => Lifetime.weibull(0, 1), "REN-001", "/shape");
  refused(() => Lifetime.weibull("2", 1), "DOC-006", "shape");
  refused(() => ageReplacement(Lifetime.weibull(2, 1), -1, 5), "REN-003");
  refused(() => expectedRenewals(Lifetime.weibull(2, 1), [1], 0, 1, 2), "REN-012");
  refused(() => depreciation({ inService: "2025-01-01", years: 3 }), "DOC-005", "/costMinor");
  refused(() => depreciation({ costMinor: 1, inService: "2025-01-01", years: 3, colour: 1 }), "DOC-004", "/colour");
  refused(() => depreciation({ costMinor: 1, inService: "2025-01-01", years: 0 }), "REN-007");
});

test("the catalogue stays usable after it was given", () => {
  const shared = catalogue();
  assert.notEqual(Care.fromJson(estate(), null, shared).support("2026-11-26"), null);
  assert.equal(shared.cycleCount, 2);
  const reader = new CareReader();
  const care = reader.finish(estate(), shared);
  assert.ok(care.remoteAccess("2026-01-05", "2026-01-05").assets.length === 2);
  assert.deepEqual([care.refused, care.comparison.both], [[], []]);
  refused(() => reader.read("a", new Uint8Array()), "WASM-002");
});
