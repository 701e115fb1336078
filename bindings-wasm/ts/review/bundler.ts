/** Reviews, proposals, kick-offs and comparisons of sourcing for bundlers that import WebAssembly as a module; `load()` is there so that one text serves all. */
import * as raw from "../glue/review.js";

import { guard, guardClass, guardConstructor, type ModuleState } from "../guard.js";
import type { LoadSource } from "../loading.js";

const state: ModuleState = { loaded: true, stopped: null };
for (const type of [raw.Deliverable, raw.Kpis, raw.KpiAccumulator, raw.KpiEngagement, raw.KpiReader, raw.KpiReport, raw.Log, raw.Sourcing]) guardClass(type, raw, state);

export type { LoadSource };

/** The module is loaded already. */
export function load(_source?: LoadSource): Promise<void> {
  return Promise.resolve();
}

export { Deliverable, Kpis, KpiAccumulator, KpiEngagement, KpiReport, Log, Sourcing } from "../glue/review.js";
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
