/** The engine for browsers and workers: call `load()` first. */
import init, * as raw from "./glue/web.js";
import { failure } from "./failure.js";
import { guard, guardClass, guardConstructor, type ModuleState } from "./guard.js";
import { loader, type LoadSource } from "./loading.js";

const state: ModuleState = { loaded: false, stopped: null };
for (const type of [raw.Engagement, raw.Inventory, raw.InventoryReader, raw.Plan]) guardClass(type, raw, state);

const loading = loader(init, state, (cause) => failure("WASM-004", `the module cannot be loaded: ${String(cause)}`, cause));

export type { LoadSource };

/**
 * Loads the module, once; later calls give the same promise. Without `source`, the file
 * `entretien_bg.wasm` beside this script is fetched.
 */
export function load(source?: LoadSource): Promise<void> {
  return loading(source);
}

export { Engagement, Inventory, Plan } from "./glue/web.js";
export const InventoryReader = guardConstructor(raw.InventoryReader, raw, state);
export type InventoryReader = raw.InventoryReader;
export const codes = guard(raw.codes, raw, state);
export const version = guard(raw.version, raw, state);

export { isEntretienError, type PackageCode } from "./failure.js";
export { MARKS } from "./marks.js";
export type * from "./glue/entretien.js";
