// The guard around the generated glue: what happens before loading and after a stop.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as web from "entretien/web";
import * as node from "entretien";
import { guardClass, guardConstructor } from "../pkg/guard.js";
import { small, thrownBy } from "./support.mjs";

const wasm = createRequire(import.meta.url).resolve("entretien/entretien_bg.wasm");
const request = { asOf: "2026-01-05", start: "2026-01-05", end: "2026-07-05" };

test("the browser build says that it is not loaded, fails to load with a reason, then loads from bytes", async () => {
  for (const call of [() => new web.InventoryReader(), () => web.Engagement.fromJson(small()), () => web.codes()]) {
    const error = thrownBy(call);
    assert.ok(web.isEntretienError(error));
    assert.equal(error.code, "WASM-001");
    assert.match(error.message, /await load\(\)/);
  }
  await assert.rejects(web.load(new Uint8Array([1, 2, 3])), { code: "WASM-004" });
  await web.load(readFileSync(wasm));
  await web.load();
  const plan = web.Engagement.fromJson(small()).plan(request);
  assert.equal(plan.digest(), node.Engagement.fromJson(small()).plan(request).digest());
  assert.ok(new web.InventoryReader() instanceof web.InventoryReader);
});

/** A class as the generated glue writes them. */
function fakeGlue() {
  class Thing {
    constructor() {
      this.__wbg_ptr = 8;
    }
    free() {
      this.__wbg_ptr = 0;
    }
    trap() {
      throw new WebAssembly.RuntimeError("unreachable");
    }
    overflow() {
      return this.overflow();
    }
    get size() {
      return 3;
    }
  }
  return { glue: { lastPanic: () => "panicked at core/src/plan.rs:1:1: no such day" }, Thing };
}

for (const call of ["trap", "overflow"]) {
  test(`after a stop (${call}) every call says why, and freeing is harmless`, () => {
    const { glue, Thing: raw } = fakeGlue();
    const state = { loaded: true, stopped: null };
    guardClass(raw, glue, state);
    const Thing = guardConstructor(raw, glue, state);
    const thing = new Thing();
    assert.equal(thing.size, 3);
    const error = thrownBy(() => thing[call]());
    assert.equal(error.code, "WASM-003");
    assert.match(error.message, /no such day/);
    assert.ok(error.cause instanceof Error);
    assert.equal(thrownBy(() => thing.size).code, "WASM-003");
    assert.equal(thrownBy(() => new Thing()).code, "WASM-003");
    thing.free();
  });
}
