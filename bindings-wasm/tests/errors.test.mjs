// Refusals: real errors, stable codes, every fault at once.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Engagement, InventoryReader, codes, isEntretienError } from "entretien";
import { small, thrownBy } from "./support.mjs";

const request = { asOf: "2026-01-05", start: "2026-01-05", end: "2027-01-05" };
const refusal = (call) => {
  const error = thrownBy(call);
  assert.ok(error instanceof Error);
  assert.ok(isEntretienError(error), String(error));
  assert.equal(error.name, "EntretienError");
  assert.equal(error.code, error.faults[0].code);
  for (const fault of error.faults) {
    assert.deepEqual(Object.keys(fault), ["code", "source", "pointer", "message", "help"]);
    assert.notEqual(fault.help, "");
  }
  return error;
};
const faultsOf = (text) => refusal(() => Engagement.fromJson(text)).faults.map(({ code, pointer }) => [code, pointer]);

test("all faults of a document come at once, in order", () => {
  const document = JSON.parse(small());
  document.colour = "red";
  document.begin = "2026-02-30";
  document.assets[1].category = "toaster";
  document.tasks[0].duration_minutes = "long";
  delete document.customer;
  const error = refusal(() => Engagement.fromJson(JSON.stringify(document)));
  assert.deepEqual(error.faults.map(({ code, pointer }) => `${code} ${pointer}`).sort(), [
    "DOC-004 /colour",
    "DOC-005 /customer",
    "DOC-006 /tasks/0/duration_minutes",
    "DOC-007 /begin",
    "DOC-008 /assets/1/category",
  ]);
  assert.match(error.message, /\(and 4 more\)$/);
  assert.ok(error.stack.includes("EntretienError") || error.stack.includes("DOC-"));
});

const documents = [
  ["DOC-001", "{", ""],
  ["DOC-003", small({ format: "other" }), "/format"],
  ["DOC-003", small({ format_version: "9.0" }), "/format_version"],
  ["DOC-004", small({ colour: 1 }), "/colour"],
  ["DOC-005", small({ begin: undefined }), "/begin"],
  ["DOC-006", small({ assets: {} }), "/assets"],
  ["DOC-007", small({ begin: "2026-02-30" }), "/begin"],
  ["DOC-009", small({ capacity: [{ skill: "hardware", minutes_per_week: 2 ** 60 }] }), "/capacity/0/minutes_per_week"],
  ["DOC-010", small().replace('"begin"', '"begin":"2026-01-05","begin"'), "/begin"],
  ["DOC-011", small({ customer: { name: " " } }), "/customer/name"],
  ["DOC-015", `\ufeff${small()}`, ""],
  ["DOC-016", new Uint8Array([0x7b, 0xff, 0x7d]), ""],
  ["DOC-017", "[".repeat(5000), ""],
  ["CAL-005", small({ time_zone: "Mars/Olympus" }), "/time_zone"],
];
for (const [code, text, pointer] of documents) {
  test(`a document is refused with ${code} at ${pointer === "" ? "its root" : pointer}`, () => {
    const error = refusal(() => Engagement.fromJson(text));
    assert.equal(error.code, code);
    assert.equal(error.faults[0].pointer, pointer);
  });
}

test("the shape of an argument is judged too, every fault at once", () => {
  const engagement = Engagement.fromJson(small());
  const plan = engagement.plan(request);
  const cases = [
    [() => Engagement.fromJson(42), "DOC-006", ""],
    [() => Engagement.fromJson(undefined), "DOC-006", ""],
    [() => Engagement.fromJson(small(), {}), "DOC-006", "inventory"],
    [() => Engagement.fromJson(small(), { share: () => 3 }), "DOC-006", "inventory"],
    [() => Engagement.shipped({}, "2026-01-05"), "DOC-006", ""],
    [() => new InventoryReader().read(1, new Uint8Array()), "DOC-006", "name"],
    [() => new InventoryReader().read("a", "text"), "DOC-006", "bytes"],
    [() => engagement.plan(undefined), "DOC-005", "/asOf"],
    [() => engagement.plan("2026"), "DOC-006", ""],
    [() => engagement.plan({ ...request, asOf: new Date(0) }), "DOC-006", "/asOf"],
    [() => engagement.plan({ ...request, end: "2027-02-29" }), "DOC-007", "/end"],
    [() => engagement.plan({ ...request, to: "2027-01-01" }), "DOC-004", "/to"],
    [() => engagement.plan({ ...request, end: request.start }), "PLAN-001", ""],
    [() => engagement.plan({ ...request, end: "2227-01-01" }), "PLAN-002", ""],
    [() => engagement.check({}), "DOC-006", ""],
    [() => plan.toCsv("de"), "DOC-008", ""],
    [() => plan.toHtml(1), "DOC-006", ""],
    [() => plan.toIcs({ bytesMax: 0.5 }), "DOC-009", "/bytesMax"],
    [() => plan.toIcs({ bytesMax: "1" }), "DOC-006", "/bytesMax"],
    [() => plan.toIcs({ calendarName: 1 }), "DOC-006", "/calendarName"],
    [() => codes("de"), "DOC-008", ""],
  ];
  for (const [call, code, pointer] of cases) {
    const error = refusal(call);
    assert.deepEqual([error.code, error.faults[0].pointer], [code, pointer], call.toString());
  }
  const all = refusal(() => engagement.plan({ asOf: 1, start: "x", colour: 1 })).faults;
  assert.deepEqual(all.map(({ code, pointer }) => `${code} ${pointer}`).sort(), [
    "DOC-004 /colour",
    "DOC-005 /end",
    "DOC-006 /asOf",
    "DOC-007 /start",
  ]);
  // None of this broke the objects.
  assert.equal(engagement.plan(request).digest(), plan.digest());
});

test("changes are refused whole", () => {
  const engagement = Engagement.fromJson(small());
  const plan = engagement.plan(request);
  const digest = plan.digest();
  const changes = (...changes) => JSON.stringify({ format: "entretien/changes", format_version: "1.0", changes });
  const { id } = plan.occurrence(0);
  const event = { id: "e1", day: "2026-01-05", moved: id, to: "2026-01-07" };
  const cases = [
    [42, "DOC-006", ""],
    ["{", "DOC-001", ""],
    [small(), "DOC-003", "/format"],
    [changes({ colour: 1 }), "DOC-004", "/changes/0/colour"],
    [changes({ event: { ...event, to: "2026-02-30" } }), "DOC-007", "/changes/0/event/to"],
    [changes({ remove_event: "e1", remove_window: "w1" }), "CON-008", "/changes/0"],
    [changes({ remove_event: "e2" }), "DOC-013", "/changes/0"],
    [changes({ event }, { remove_event: "e2" }), "DOC-013", "/changes/1"],
  ];
  for (const [document, code, pointer] of cases) {
    for (const call of [() => plan.replan(document), () => engagement.whatIf(document, request)]) {
      const error = refusal(call);
      assert.deepEqual([error.code, error.faults[0].pointer], [code, pointer], String(document));
    }
    assert.equal(plan.digest(), digest);
  }
  assert.equal(refusal(() => engagement.whatIf(changes({ event }), {})).code, "DOC-005");
  assert.equal(refusal(() => plan.find(1)).code, "DOC-006");
  assert.equal(refusal(() => plan.diff({})).code, "DOC-006");
  plan.replan(changes({ event }));
  assert.notEqual(plan.digest(), digest);
});

test("no inventory, no plan: TAK-057", () => {
  const inventory = new InventoryReader().finish();
  assert.equal(refusal(() => Engagement.shipped(inventory, "2026-01-05")).code, "TAK-057");
  assert.equal(refusal(() => Engagement.shipped(inventory, "soon")).code, "DOC-007");
});

test("a reader is given up to finish()", () => {
  const reader = new InventoryReader();
  reader.finish();
  assert.equal(refusal(() => reader.read("a", new Uint8Array())).code, "WASM-002");
  assert.equal(refusal(() => reader.finish()).code, "WASM-002");
});

test("unpaired surrogates and odd text do not stop the module", () => {
  // JavaScript encodes an unpaired surrogate as U+FFFD.
  const text = small({ customer: { name: "HERE" } }).replace("HERE", "\ud800 é 日本 \u202e");
  const plan = Engagement.fromJson(text).plan(request);
  assert.match(plan.toJson(), /日本/);
  assert.deepEqual(faultsOf("\ud800").map(([code]) => code), ["DOC-001"]);
});
