// The interface as a program sees it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Engagement, Inventory, InventoryReader, MARKS, Plan, codes, isEntretienError, load, version } from "entretien";
import { filesBelow, root, small, thrownBy } from "./support.mjs";

const request = { asOf: "2026-01-05", start: "2026-01-05", end: "2027-01-05" };
const utf8 = (text) => new TextEncoder().encode(text);

test("load() may be awaited any number of times", async () => {
  await load();
  await load();
  assert.match(version(), /^\d+\.\d+\.\d+/);
});

test("a plan from text, from bytes, and again: the same digest", () => {
  const plans = [small(), utf8(small()), small()].map((text) => Engagement.fromJson(text).plan(request));
  const digests = new Set(plans.map((plan) => plan.digest()));
  assert.equal(digests.size, 1);
  assert.match([...digests][0], /^[0-9a-f]{64}$/);
  // Monthly on the server in frequent use, quarterly on the desktop.
  assert.equal(plans[0].length, 12 + 4);
});

test("an engagement says whose it is, and lists what the columns number", () => {
  const engagement = Engagement.fromJson(small());
  assert.equal(engagement.provider, "Atelier");
  assert.equal(engagement.customer, "Usine");
  assert.equal(engagement.begin, "2026-01-05");
  assert.deepEqual(engagement.assets("fr").map(({ id, categoryLabel, usage }) => [id, categoryLabel, usage]), [
    ["pc-1", "ordinateur de bureau", null],
    ["srv-1", "serveur", "frequent"],
  ]);
  assert.deepEqual(engagement.tasks("fr").map(({ id, title, mode, modeLabel, every }) => [id, title, mode, modeLabel, every]), [
    ["dust", "Nettoyer", "on_site", "sur place", null],
  ]);
  assert.deepEqual(engagement.sites(), [{ id: "unknown", name: "unknown" }]);
});

test("columns are typed arrays of equal length that survive free()", () => {
  const plan = Engagement.fromJson(small()).plan(request);
  const columns = plan.columns();
  const { length } = plan;
  const digest = plan.digest();
  plan.free();
  assert.ok(columns.date instanceof Int32Array);
  assert.ok(columns.nominal instanceof Int32Array);
  assert.ok(columns.subject instanceof Uint32Array);
  assert.ok(columns.task instanceof Uint16Array);
  assert.ok(columns.contract instanceof Uint16Array);
  assert.ok(columns.marks instanceof Uint16Array);
  assert.ok(columns.key instanceof Int32Array);
  assert.ok(columns.assetSite instanceof Uint32Array);
  for (const name of ["date", "nominal", "subject", "task", "contract", "marks", "key"]) assert.equal(columns[name].length, length);
  assert.deepEqual(columns.assets, ["pc-1", "srv-1"]);
  assert.deepEqual(columns.contracts, []);
  assert.deepEqual(columns.tasks, ["dust"]);
  assert.deepEqual(columns.key, columns.nominal);
  assert.deepEqual(columns.sites, ["unknown"]);
  assert.deepEqual([...columns.assetSite], [0, 0]);
  // 2026-01-05 is day 20 458.
  assert.equal(columns.date[0], 20458);
  assert.ok(columns.date.every((day, index) => index === 0 || columns.date[index - 1] <= day));
  // Another allocation does not touch them.
  const before = [...columns.date];
  assert.equal(Engagement.fromJson(small()).plan(request).digest(), digest);
  assert.deepEqual([...columns.date], before);
});

test("columns can be transferred", () => {
  const { date } = Engagement.fromJson(small()).plan(request).columns();
  const { length } = date;
  const moved = structuredClone(date, { transfer: [date.buffer] });
  assert.equal(moved.length, length);
  assert.equal(date.length, 0);
});

test("an occurrence explains itself in both languages", () => {
  const plan = Engagement.fromJson(small()).plan(request);
  const row = plan.occurrence(0, "en");
  assert.equal(row.id, "dust/pc-1/2026-01-05");
  assert.equal(row.date, "2026-01-05");
  assert.equal(row.title, "Clean");
  assert.deepEqual(row.trace[0], { rule: "anchor.begin", before: null, after: "2026-01-05", detail: null });
  assert.equal(row.trace.length, row.why.length);
  assert.match(row.why[0], /^begin of the programme: 2026-01-05/);
  assert.deepEqual([row.subject, row.subjectName, row.asset, row.contract], ["pc-1", "pc-1", "pc-1", null]);
  assert.deepEqual([row.due, row.earliest, row.latest, row.call], Array(4).fill("2026-01-05"));
  assert.deepEqual([row.status, row.statusLabel, row.doneOn, row.visit], ["called", "called", null, null]);
  assert.deepEqual(row.cost, { labour: null, travel: null, parts: null, total: null });
  const french = plan.occurrence(0, "fr");
  assert.equal(french.title, "Nettoyer");
  assert.match(french.why[0], /^début du programme\u202f: 2026-01-05/);
  for (const index of [plan.length, -1, 0.5, NaN, 2 ** 40]) assert.equal(plan.occurrence(index), undefined);
});

test("totals add up, and JSON, CSV, ICS and HTML are of the same rows", () => {
  const plan = Engagement.fromJson(small()).plan(request);
  const totals = plan.totals();
  assert.equal(totals.occurrences, plan.length);
  assert.equal(totals.workMinutes, plan.length * 30);
  assert.equal(totals.assets, 2);
  // January to January: the horizon ends on the 4th.
  assert.equal(totals.months.length, 13);
  assert.equal(totals.months.reduce((sum, month) => sum + month.occurrences, 0), plan.length);
  assert.ok(totals.weeks.every((week) => week.capacityMinutes === 600));
  const json = JSON.parse(plan.toJson());
  assert.equal(json.format, "entretien/plan");
  assert.equal(json.occurrences.length, plan.length);
  assert.equal(json.totals.work_minutes, totals.workMinutes);
  assert.deepEqual(json.occurrences[3].id, plan.occurrence(3).id);
  assert.equal(plan.toCsv().trimEnd().split(/\r?\n/).length, plan.length + 1);
  const [ics, ...more] = plan.toIcs();
  assert.equal(more.length, 0);
  assert.equal(ics.split("BEGIN:VEVENT").length - 1, plan.length);
  assert.match(plan.toHtml("fr"), /<html[^>]*lang="fr"/);
  assert.match(plan.toHtml(), /<html[^>]*lang="en"/);
});

const changed = (...changes) => JSON.stringify({ format: "entretien/changes", format_version: "1.0", changes });
const moved = (id, to) => ({ event: { id: `moved:${id}`, day: "2026-01-05", moved: id, to } });

test("a plan is planned anew in place: the plan of the changed engagement, and undone", () => {
  const engagement = Engagement.fromJson(small());
  const plan = engagement.plan(request);
  const before = plan.copy();
  const [id, digest, columns] = [plan.occurrence(4).id, plan.digest(), plan.columns()];
  assert.equal(plan.replan(changed(moved(id, "2026-03-19"))), undefined);
  const index = plan.find(id);
  const row = plan.occurrence(index, "en");
  assert.deepEqual([row.id, row.due, row.date], [id, "2026-03-19", "2026-03-19"]);
  assert.ok((plan.columns().marks[index] & MARKS.moved) !== 0);
  assert.ok(row.trace.some(({ rule }) => rule === "moved"));
  const event = moved(id, "2026-03-19").event;
  assert.equal(Engagement.fromJson(small({ events: [event] })).plan(request).digest(), plan.digest());
  assert.deepEqual(plan.check(), []);
  assert.notEqual(engagement.check(plan).length, 0);
  // The engagement, the copy and what was taken before stay as they were.
  assert.deepEqual([engagement.plan(request).digest(), before.digest()], [digest, digest]);
  assert.deepEqual(before.columns().date, columns.date);

  const diff = before.diff(plan, "fr");
  assert.deepEqual(diff.differences.map(({ id, kind, reasons }) => [id, kind, reasons]), [
    [id, "moved", [{ kind: "event", id: event.id }]],
  ]);
  assert.match(diff.differences[0].text, /déplacée.*2026-03-19.*événement/);
  assert.deepEqual([diff.totals.moved, diff.totals.added, diff.differences[0].after.date], [1, 0, "2026-03-19"]);
  assert.deepEqual(engagement.whatIf(changed({ event }), request, "fr"), diff);

  plan.replan(changed({ remove_event: event.id }));
  assert.equal(plan.digest(), digest);
  assert.deepEqual(before.diff(plan).differences, []);
  assert.equal(plan.find("dust/nobody/2026-01-05"), undefined);
  assert.equal(plan.find("not an id"), undefined);
});

test("a plan says what it finds", () => {
  const plan = Engagement.fromJson(small()).plan(request);
  const { id } = plan.occurrence(0);
  // 2026-01-10 is a Saturday.
  plan.replan(changed({ event: { id: "e1", day: "2026-01-05", fixed: id, on: "2026-01-10" } }));
  const found = plan.findings().find(({ code }) => code === "PLAN-026");
  assert.deepEqual([found.occurrence, found.event, found.rules], [id, "e1", ["calendar"]]);
  assert.ok(found.text.en !== found.text.fr);
  assert.equal(plan.occurrence(plan.find(id)).date, "2026-01-10");
});

test("decisions and their changes are counted apart", () => {
  const plan = Engagement.fromJson(small()).plan(request);
  const { length } = plan;
  const ids = [0, 1].map((index) => plan.occurrence(index).id);
  const [skipped, done] = ids.map((id, index) => ({ event: { id: `e${index}`, day: "2026-01-05", [index === 0 ? "cancelled" : "done"]: id } }));
  plan.replan(changed(skipped, done));
  const totals = plan.totals();
  assert.deepEqual([plan.length, totals.occurrences, totals.leftOut], [length, length - 1, 1]);
  assert.deepEqual([totals.cost, totals.contracts, totals.uncoveredOccurrences], [null, [], length - 1]);
  const [first, second] = ids.map((id) => plan.occurrence(plan.find(id), "fr"));
  assert.deepEqual([first.status, first.statusLabel, second.status, second.doneOn], ["cancelled", "annulée", "done", "2026-01-05"]);
});

test("a calendar is split on demand, and named", () => {
  const plan = Engagement.fromJson(small()).plan(request);
  const files = plan.toIcs({ lang: "fr", bytesMax: 4000, calendarName: "Parc de l'usine" });
  assert.ok(files.length > 1);
  for (const file of files) {
    assert.ok(Buffer.byteLength(file) <= 4000);
    assert.match(file, /Parc de l'usine/);
  }
  const events = files.reduce((sum, file) => sum + file.split("BEGIN:VEVENT").length - 1, 0);
  assert.equal(events, plan.length);
});

test("the independent checker accepts the plan, and refuses that of another engagement", () => {
  const engagement = Engagement.fromJson(small());
  const plan = engagement.plan(request);
  assert.deepEqual(engagement.check(plan), []);
  const other = Engagement.fromJson(small({ begin: "2026-01-12" }));
  const faults = other.check(plan);
  assert.ok(faults.length > 0);
  assert.ok(faults.every((fault) => fault.code === "PLAN-005"));
});

test("inventories are read tolerantly: nothing is silent", () => {
  const reader = new InventoryReader();
  assert.ok(reader instanceof InventoryReader);
  for (const { name, bytes } of filesBelow(`${root}/examples/data/company/inventory`)) reader.read(name, bytes);
  reader.read("broken.json", utf8('{"deviceid": '));
  reader.read("picture.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
  const inventory = reader.finish();
  assert.ok(inventory instanceof Inventory);
  assert.equal(inventory.filesRead, 63);
  assert.deepEqual(inventory.refused.map(({ code, source }) => [code, source]), [
    ["TAK-050", "broken.json"],
    ["TAK-051", "picture.png"],
  ]);
  assert.ok(inventory.diagnostics.some(({ code, source }) => code === "TAK-001" && source === "STR-LT-02.json"));
  assert.ok(inventory.duplicates.some(({ kind, assets }) => kind === "serial" && assets.includes("STR-LT-03")));
  assert.ok(Array.isArray(inventory.attached) && Array.isArray(inventory.unused));
  const laptop = inventory.assets("fr").find(({ id }) => id === "LYO-LT-01");
  assert.equal(laptop.categoryLabel, "ordinateur portable");
  assert.equal(laptop.purchase, "2023-10-16");
  assert.deepEqual(laptop.price, { minor: 118900, currency: "EUR" });

  const engagement = Engagement.shipped(inventory, "2026-01-05");
  assert.deepEqual(engagement.refused, inventory.refused);
  assert.equal(engagement.assets().length, inventory.assets().length);
  assert.ok(engagement.plan(request).length > 100);
  // The inventory is still there after it was used.
  const again = Engagement.shipped(inventory, "2026-01-05");
  assert.equal(again.plan(request).digest(), engagement.plan(request).digest());
});

test("objects are freed once, by hand or at the end of a scope", () => {
  const engagement = Engagement.fromJson(small());
  const plan = engagement.plan(request);
  if (Symbol.dispose !== undefined) assert.equal(typeof plan[Symbol.dispose], "function");
  plan.free();
  plan.free();
  const error = thrownBy(() => plan.digest());
  assert.ok(isEntretienError(error));
  assert.equal(error.code, "WASM-002");
  assert.equal(thrownBy(() => plan.length).code, "WASM-002");
  assert.equal(thrownBy(() => engagement.check(plan)).code, "WASM-002");
  // A plan lives on without its engagement.
  const kept = engagement.plan(request);
  engagement.free();
  assert.equal(kept.length, 16);
  assert.match(kept.toHtml(), /Usine/);
  assert.ok(kept instanceof Plan);
});

test("every code has a meaning and a cure in both languages", () => {
  const english = codes();
  const french = codes("fr");
  assert.deepEqual(english.map(({ code }) => code), french.map(({ code }) => code));
  assert.ok(english.length > 50);
  for (const list of [english, french]) for (const { title, help } of list) assert.ok(title !== "" && help !== "");
  assert.equal(french.find(({ code }) => code === "DOC-004").title, "champ inconnu");
});
