/** The recurrence engine for browsers and workers, a module of its own: call `load()` first. */
import init, * as raw from "../glue/recurrence-web.js";
import { withFaults } from "../failure.js";
import { guard, guardClass, guardConstructor, type ModuleState } from "../guard.js";
import { loader, type LoadSource } from "../loading.js";

const state: ModuleState = { loaded: false, stopped: null };
for (const type of [raw.Fleet, raw.MonthRule, raw.Rule, raw.RuleSet, raw.Series]) guardClass(type, raw, state);

const loading = loader(init, state, (cause) => {
  const message = `the module cannot be loaded: ${String(cause)}`;
  const help = "Serve `recurrence_bg.wasm` beside the glue of this package, or give `load()` its address or bytes.";
  const fault = { code: "WASM-004", source: "", pointer: "", message, help };
  return withFaults(`WASM-004: ${message}. ${help}`, "WASM-004", [fault], cause);
});

export type { LoadSource };

/**
 * Loads the module, once; later calls give the same promise. Without `source`, the file
 * `recurrence_bg.wasm` of this package is fetched.
 */
export function load(source?: LoadSource): Promise<void> {
  return loading(source);
}

export { MonthRule, Rule, RuleSet } from "../glue/recurrence-web.js";
export const Fleet = guardConstructor(raw.Fleet, raw, state);
export type Fleet = raw.Fleet;
export const Series = guardConstructor(raw.Series, raw, state);
export type Series = raw.Series;
export const expandMany = guard(raw.expandMany, raw, state);
export const version = guard(raw.version, raw, state);

export { isEntretienError, type PackageCode } from "../failure.js";
export type * from "../glue/recurrence.js";
