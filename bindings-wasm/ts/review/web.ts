/** Reviews, proposals, kick-offs and comparisons of sourcing for browsers and workers, a module of its own: call `load()` first. */
import init, * as raw from "../glue/review-web.js";
import { withFaults } from "../failure.js";
import { guard, guardClass, guardConstructor, type ModuleState } from "../guard.js";
import { loader, type LoadSource } from "../loading.js";

const state: ModuleState = { loaded: false, stopped: null };
for (const type of [raw.Deliverable, raw.Kpis, raw.KpiAccumulator, raw.KpiEngagement, raw.KpiReader, raw.KpiReport, raw.Log, raw.Sourcing]) guardClass(type, raw, state);

const loading = loader(init, state, (cause) => {
  const message = `the module cannot be loaded: ${String(cause)}`;
  const help = "Serve `review_bg.wasm` beside the glue of this package, or give `load()` its address or bytes.";
  const fault = { code: "WASM-004", source: "", pointer: "", message, help };
  return withFaults(`WASM-004: ${message}. ${help}`, "WASM-004", [fault], cause);
});

export type { LoadSource };

/**
 * Loads the module, once; later calls give the same promise. Without `source`, the file
 * `review_bg.wasm` of this package is fetched.
 */
export function load(source?: LoadSource): Promise<void> {
  return loading(source);
}

export { Deliverable, Kpis, KpiAccumulator, KpiEngagement, KpiReport, Log, Sourcing } from "../glue/review-web.js";
export const KpiReader = guardConstructor(raw.KpiReader, raw, state);
export type KpiReader = raw.KpiReader;
export const compareSourcing = guard(raw.compareSourcing, raw, state);
export const definitions = guard(raw.definitions, raw, state);
export const kickOff = guard(raw.kickOff, raw, state);
export const labels = guard(raw.labels, raw, state);
export const makeOrBuy = guard(raw.makeOrBuy, raw, state);
export const proposal = guard(raw.proposal, raw, state);
export const review = guard(raw.review, raw, state);
export const sourcingOf = guard(raw.sourcingOf, raw, state);
export const version = guard(raw.version, raw, state);

export { isEntretienError, type PackageCode } from "../failure.js";
export type * from "../glue/review.js";
