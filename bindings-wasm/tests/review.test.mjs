// Reviews, proposals, kick-offs and comparisons of sourcing in every form.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { crc32, inflateRawSync } from "node:zlib";
import {
  Deliverable,
  KpiEngagement,
  KpiReader,
  KpiReport,
  Log,
  Sourcing,
  compareSourcing,
  kickOff,
  load,
  makeOrBuy,
  proposal,
  review,
  sourcingOf,
  version,
} from "entretien/review";
import { KpiEngagement as Stranger } from "entretien/indicators";
import { filesBelow, root, small, thrownBy } from "./support.mjs";

const company = join(root, "examples/data/company");
const golden = join(root, "tests/golden/review");
const sha256 = (content) => createHash("sha256").update(content).digest("hex");
const bytes = (...path) => new Uint8Array(readFileSync(join(company, ...path)));

function refused(call, code, pointer) {
  const error = thrownBy(call);
  assert.equal(error.name, "EntretienError", String(error));
  assert.equal(error.code, code, String(error));
  if (pointer !== undefined) assert.equal(error.faults[0].pointer, pointer);
}

await load();

const mapping = { timeZone: "Europe/Paris" };
const log = Log.fromIncidents(bytes("log/incidents.csv"), mapping).merged(Log.fromInterventions(bytes("log/works.csv"), mapping));
const reader = new KpiReader();
for (const { name, bytes } of filesBelow(join(company, "inventory"))) reader.read(name, bytes);
const engagement = reader.finish(bytes("engagement.json"));
const half = { start: "2026-01-01", end: "2026-07-01", indicators: { failureCategories: ["Matériel", "Impression", "Réseau", "Stockage"] } };
const year = { asOf: "2026-12-31", start: "2027-01-01", end: "2028-01-01", log, outOfHoursPpm: 0 };
const offer = { asOf: "2025-12-01", start: "2026-01-05" };

/** Every block of a document, the summary first. */
const blocks = ({ summary, sections }) => [summary, ...sections.map(({ blocks }) => blocks)].flat();

/** Names and bytes of the files of an archive, checked. */
function unzipped(archive) {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - 22;
  assert.equal(view.getUint32(end, true), 0x06054b50);
  const files = new Map();
  let place = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    assert.equal(view.getUint32(place, true), 0x02014b50);
    const [method, sum, packed, size] = [view.getUint16(place + 10, true), ...[16, 20, 24].map((at) => view.getUint32(place + at, true))];
    const [name, extra, comment] = [28, 30, 32].map((at) => view.getUint16(place + at, true));
    const local = view.getUint32(place + 42, true);
    const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const stored = archive.subarray(begin, begin + packed);
    const file = method === 0 ? stored : inflateRawSync(stored);
    assert.equal(file.length, size);
    assert.equal(crc32(file), sum);
    files.set(new TextDecoder().decode(archive.subarray(place + 46, place + 46 + name)), file);
    place += 46 + name + extra + comment;
  }
  return files;
}

test("every form has the bytes of Rust, in both languages", () => {
  const digests = JSON.parse(readFileSync(join(golden, "digests.json"), "utf8"));
  const [asked, offered] = ["review.json", "offer.json"].map((name) => readFileSync(join(golden, name), "utf8"));
  const compared = sourcingOf(engagement, bytes("sourcing.json"), year);
  for (const lang of ["en", "fr"]) {
    const made = {
      review: review(engagement, asked, { lang, log }),
      proposal: proposal(engagement, offered, { lang }),
      kick_off: kickOff(engagement, offered, { lang }),
      sourcing: compared.toDeliverable({ asOf: year.asOf, lang }),
    };
    for (const [name, document] of Object.entries(made)) {
      const forms = {
        digest: document.digest(),
        json: sha256(document.toJson()),
        html: sha256(document.toHtml()),
        markdown: sha256(document.toMarkdown()),
        xlsx: sha256(document.toXlsx()),
        csv: sha256(Object.entries(document.toCsv()).map(([name, text]) => `${name}\n${text}\n`).join("")),
        ics: sha256(document.toIcs().join("")),
      };
      assert.deepEqual(forms, digests[name][lang], `${name}, ${lang}`);
    }
  }
});

test("a review says what it is", () => {
  const document = review(engagement, half, { log });
  assert.ok(document instanceof Deliverable);
  assert.deepEqual([document.kind, document.lang, document.asOf], ["review", "en", "2026-06-30"]);
  assert.deepEqual(document.period, { start: "2026-01-01", end: "2026-07-01" });
  const object = document.toObject();
  assert.deepEqual([object.title, object.provider, object.customer], [document.title, document.provider, document.customer]);
  assert.equal(object.asOf, document.asOf);
  assert.deepEqual(document.pictures, blocks(object).filter(({ block }) => block === "picture").map(({ content }) => content.id));
  assert.ok(document.pictures.length > 3);
  for (const id of document.pictures) assert.match(document.svg(id), /^<svg [^]*<\/svg>$/);
  assert.match(document.digest(), /^[0-9a-f]{64}$/);
  assert.equal(JSON.parse(document.toJson()).as_of, document.asOf);
  assert.equal(version(), JSON.parse(readFileSync(join(root, "bindings-wasm/pkg/package.json"), "utf8")).version);
});

test("both languages: texts differ, ids and names of files do not", () => {
  const [english, french] = ["en", "fr"].map((lang) => review(engagement, half, { lang, log }));
  assert.equal(french.lang, "fr");
  assert.notEqual(english.title, french.title);
  assert.notEqual(english.digest(), french.digest());
  assert.deepEqual(english.pictures, french.pictures);
  assert.deepEqual(Object.keys(english.toCsv()), Object.keys(french.toCsv()));
  assert.ok(english.toHtml().includes('<html lang="en"') && french.toHtml().includes('<html lang="fr"'));
  const ids = (document) => document.toObject().sections.map(({ id }) => id);
  assert.deepEqual(ids(english), ids(french));
});

test("a question is an object or a document, and the answer the same", () => {
  const written = { format: "entretien/review", format_version: "1.0", start: half.start, end: half.end, indicators: { failure_categories: half.indicators.failureCategories } };
  const digest = review(engagement, half, { log }).digest();
  assert.equal(review(engagement, JSON.stringify(written), { log }).digest(), digest);
  assert.equal(review(engagement, new TextEncoder().encode(JSON.stringify(written)), { log, records: null, previous: undefined }).digest(), digest);
  const asked = JSON.stringify({ format: "entretien/offer", format_version: "1.0", as_of: offer.asOf, start: offer.start });
  assert.equal(proposal(engagement, asked).digest(), proposal(engagement, offer).digest());
});

test("what a review looks at changes what it says", () => {
  const without = review(engagement, half);
  assert.notEqual(without.digest(), review(engagement, half, { log }).digest());
  const silent = review(engagement, half, { log, rules: { shipped: false } });
  assert.notEqual(silent.digest(), review(engagement, half, { log }).digest());
  const before = KpiEngagement.fromJson(small());
  assert.notEqual(review(engagement, half, { previous: before }).digest(), without.digest());
  const [contract] = JSON.parse(new TextDecoder().decode(bytes("engagement.json"))).contracts;
  const records = (row) => JSON.stringify({ format: "entretien/records", format_version: "1.0", contracts: [{ contract: contract.id, consumption: [row] }] });
  const used = { day: "2026-02-03", service: "corrective", visits: 2, minutes: 300 };
  assert.notEqual(review(engagement, half, { records: records(used) }).digest(), without.digest());
  refused(() => review(engagement, half, { records: records({ ...used, day: undefined }) }), "DOC-005");
  const decided = { ...half, decisions: [{ key: "k", title: { en: "More often" }, recommended: "2026-01-05", status: "refused" }] };
  const outcomes = blocks(review(engagement, decided).toObject()).find(({ block }) => block === "outcomes");
  assert.deepEqual(outcomes.content.map(({ key, status, done }) => [key, status, done]), [["k", "refused", null]]);
});

test("proposal and kick-off", () => {
  const needs = [{ en: "One number to call", fr: "Un seul numéro" }];
  const offered = proposal(engagement, { ...offer, needs }, { lang: "fr" });
  assert.equal(offered.kind, "proposal");
  assert.ok(offered.toMarkdown().includes("Un seul numéro"));
  const contacts = [{ role: { en: "Coordination" }, name: "A. Martin", reach: "+33 1 23 45 67 89" }];
  const begun = kickOff(engagement, { ...offer, contacts });
  assert.equal(begun.kind, "kick_off");
  assert.ok(begun.toMarkdown().includes("A. Martin"));
});

test("calendar files, as many as are asked for", () => {
  const document = review(engagement, half, { log });
  const [file] = document.toIcs({ calendarName: "Suivi" });
  assert.ok(file.startsWith("BEGIN:VCALENDAR\r\n") && file.includes("X-WR-CALNAME:Suivi"));
  assert.ok(document.toIcs({ bytesMax: 4_000 }).length > 1);
  refused(() => document.toIcs({ bytesMax: 10 }), "DOC-009");
  refused(() => document.toIcs({ lang: "fr" }), "DOC-004", "/lang");
});

test("the workbook opens: its parts are there and whole", () => {
  const files = unzipped(review(engagement, half, { log }).toXlsx());
  for (const name of ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"]) assert.ok(files.has(name), name);
});

// Without what is varied, which takes most of the time.
const shipped = JSON.stringify({ ...JSON.parse(readFileSync(join(company, "sourcing.json"), "utf8")), sensitivity: { parameters: [] } });

test("options of sourcing, for the work of a document", () => {
  const found = compareSourcing(readFileSync(join(root, "tests/data/sourcing/example.json")));
  assert.ok(found instanceof Sourcing);
  const { currency, ranking, options, volumes } = found.toObject();
  assert.deepEqual([currency, ranking.cheapest, found.forecast], ["EUR", ["contract"], []]);
  assert.deepEqual(options.map(({ id }) => id), JSON.parse(found.toJson()).options.map(({ id }) => id));
  assert.equal(volumes.ranges[0].from, 0);
  const document = found.toDeliverable({ asOf: "2026-12-31", lang: "fr", provider: "Atelier", customer: "Usine" });
  assert.deepEqual([document.kind, document.lang, document.provider, document.customer], ["sourcing", "fr", "Atelier", "Usine"]);
  refused(() => found.toDeliverable({ asOf: "2026-12-31", provider: "Atelier" }), "DOC-005", "/customer");
  refused(() => found.toDeliverable({ provider: "Atelier", customer: "Usine" }), "DOC-005", "/asOf");
});

test("options of sourcing, for the work of an engagement", () => {
  const found = sourcingOf(engagement, shipped, year);
  assert.ok(found.forecast.length > 0);
  const document = found.toDeliverable({ asOf: year.asOf });
  assert.equal(document.provider, review(engagement, half).provider);
  assert.ok(document.toMarkdown().length > 1_000 && unzipped(document.toXlsx()).size > 5);
  assert.notEqual(sourcingOf(engagement, shipped, { ...year, by: "category", growthPpm: 50_000 }).toJson(), found.toJson());
  assert.deepEqual(sourcingOf(engagement, shipped, { ...year, log: null }).forecast, []);
  refused(() => sourcingOf(engagement, shipped, { ...year, by: "colour" }), "DOC-008", "/by");
  refused(() => sourcingOf(engagement, shipped, { ...year, growthPpm: 0.5 }), "DOC-009", "/growthPpm");
  refused(() => sourcingOf(engagement, shipped, { ...year, correctiveSkill: "" }), "DOC-009", "/correctiveSkill");
  refused(() => sourcingOf(engagement, shipped, { ...year, confidence: 2 }), "REN-012");
  refused(() => sourcingOf(engagement, shipped, { log }), "DOC-005", "/asOf");
  refused(() => compareSourcing("{}"), "DOC-003");
  refused(() => compareSourcing(shipped, log), "DOC-006", "engagement");
});

test("make or buy", () => {
  const terms = { interventionsPerYear: 300, minutesPerIntervention: 120, fteCostMinor: 6_000_000, utilisation: [7, 10], toolsMinor: 300_000, outFixedMinor: 2_000_000, outUnitMinor: 9_000, outIncludedUnits: 200, managementOverhead: [1, 10], years: 3, discount: [4, 100], indexOut: [2, 100], indexWage: [2, 100] };
  const { rows, cheaper } = makeOrBuy(terms);
  assert.deepEqual([rows[0].inhouseMinor, rows[0].outsourcedMinor, cheaper], [6_300_000, 3_190_000, "outsourced"]);
  refused(() => makeOrBuy({ ...terms, years: 0 }), "SRC-001");
  refused(() => makeOrBuy({ ...terms, utilisation: [1] }), "DOC-006", "/utilisation");
  refused(() => makeOrBuy({ ...terms, fteCostMinor: 0.5 }), "DOC-009", "/fteCostMinor");
  refused(() => makeOrBuy({ ...terms, colour: 1 }), "DOC-004", "/colour");
  refused(() => makeOrBuy({ ...terms, outUnitMinor: undefined }), "DOC-005", "/outUnitMinor");
});

test("what is wrong is refused by code and place", () => {
  refused(() => review(engagement, { start: half.start }), "DOC-005", "/end");
  refused(() => review(engagement, { ...half, planEnd: "soon" }), "DOC-007", "/planEnd");
  refused(() => review(engagement, { ...half, colour: 1 }), "DOC-004", "/colour");
  refused(() => review(engagement, { ...half, indicators: { confidencePercent: 100 } }), "DOC-009", "/indicators/confidencePercent");
  refused(() => review(engagement, { start: half.end, end: half.start }), "PLAN-001");
  refused(() => review(engagement, 3), "DOC-006");
  refused(() => review(engagement, half, { lang: "de" }), "DOC-008", "/lang");
  refused(() => review(engagement, half, { log: {} }), "DOC-006", "/log");
  refused(() => review(engagement, half, { log: engagement }), "DOC-006", "/log");
  refused(() => review(engagement, half, { records: 3 }), "DOC-006", "/records");
  refused(() => review(engagement, half, { colour: 1 }), "DOC-004", "/colour");
  refused(() => review({}, half), "DOC-006");
  refused(() => proposal(engagement, { start: "2026-01-05" }), "DOC-005", "/asOf");
  refused(() => proposal(engagement, offer, { log }), "DOC-004", "/log");
  refused(() => kickOff(engagement, { ...offer, end: "2026-01-05" }), "PLAN-001");
  refused(() => review(engagement, half).svg("none"), "DOC-013", "id");
  // An engagement of another module has memory of its own.
  refused(() => review(Stranger.fromJson(small()), half), "DOC-006");
});

test("what was given stays, what was freed is gone", () => {
  const document = review(engagement, half, { log, previous: engagement });
  assert.ok(log.counts.incidents > 0 && engagement.report(log, { start: "2026-01-01", end: "2026-07-01", asOf: "2026-06-30" }) instanceof KpiReport);
  document.free();
  document.free();
  refused(() => document.toHtml(), "WASM-002");
  const gone = Log.empty("UTC");
  gone.free();
  refused(() => review(engagement, half, { log: gone }), "WASM-002");
});

test("documents leave no memory behind", async () => {
  const glue = await import(pathToFileURL(join(root, "bindings-wasm/pkg/glue/review-web.js")));
  const { memory } = await glue.default({ module_or_path: readFileSync(join(root, "bindings-wasm/pkg/glue/review_bg.wasm")) });
  const desk = glue.KpiEngagement.fromJson(small());
  const tickets = glue.Log.empty("Europe/Paris");
  const round = () => {
    const document = glue.review(desk, half, { log: tickets, previous: desk });
    document.toHtml();
    document.toObject();
    document.toXlsx();
    document.free();
  };
  for (let count = 0; count < 20; count += 1) round();
  const before = memory.buffer.byteLength;
  for (let count = 0; count < 200; count += 1) round();
  assert.equal(memory.buffer.byteLength, before);
});
