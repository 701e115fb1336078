// The very bytes of Rust: golden requests and answers.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { Engagement, InventoryReader } from "entretien";
import { goldenCases, goldenInput } from "./support.mjs";

const sha256 = (text) => createHash("sha256").update(text).digest("hex");

test("there are golden cases", { skip: goldenCases().length === 0 && "tests/golden has no digests yet" }, () => {
  assert.ok(goldenCases().includes("company"));
});

for (const name of goldenCases()) {
  test(`golden case ${name}: every byte`, () => {
    const { request, files, engagement: document, digests, committed } = goldenInput(name);
    const reader = new InventoryReader();
    for (const { name: file, bytes } of files) reader.read(file, bytes);
    const inventory = reader.finish();
    const engagement =
      document === null ? Engagement.shipped(inventory, request.from) : Engagement.fromJson(document, inventory);
    const plan = engagement.plan({ asOf: request.as_of, start: request.from, end: request.to });
    assert.deepEqual(engagement.check(plan), []);
    const answers = {
      "plan.json": plan.toJson(),
      "plan.csv": plan.toCsv("en"),
      "plan.ics": plan.toIcs({ lang: "en" }).join(""),
      "report.en.html": plan.toHtml("en"),
      "report.fr.html": plan.toHtml("fr"),
    };
    assert.equal(plan.digest(), digests.plan);
    for (const [file, content] of Object.entries(answers)) {
      const expected = committed(file);
      if (expected !== undefined) assert.ok(content === expected, `${name}/${file} differs from the committed file`);
      assert.equal(sha256(content), digests[file], `${name}/${file}`);
    }
  });
}
