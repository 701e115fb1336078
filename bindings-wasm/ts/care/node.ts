/** Support, renewals, audits and reliability for Node: the module is loaded on import, `load()` is there so that one text serves all. */
import * as raw from "../glue/care-node.js";

import { guard, guardClass, guardConstructor, type ModuleState } from "../guard.js";
import type { LoadSource } from "../loading.js";

const state: ModuleState = { loaded: true, stopped: null };
for (const type of [raw.Audit, raw.Care, raw.CareReader, raw.CareReport, raw.Depreciation, raw.Forecast, raw.Lifetime, raw.Renewals, raw.SupportCatalogue]) guardClass(type, raw, state);

export type { LoadSource };

/** The module is loaded already. */
export function load(_source?: LoadSource): Promise<void> {
  return Promise.resolve();
}

export { Audit, Care, CareReport, Depreciation, Forecast, Lifetime, Renewals, SupportCatalogue } from "../glue/care-node.js";
export const CareReader = guardConstructor(raw.CareReader, raw, state);
export type CareReader = raw.CareReader;
export const ageReplacement = guard(raw.ageReplacement, raw, state);
export const blockReplacement = guard(raw.blockReplacement, raw, state);
export const blockReplacementByPeriod = guard(raw.blockReplacementByPeriod, raw, state);
export const depreciation = guard(raw.depreciation, raw, state);
export const equivalentAnnualCost = guard(raw.equivalentAnnualCost, raw, state);
export const expectedRenewals = guard(raw.expectedRenewals, raw, state);
export const minimalRepair = guard(raw.minimalRepair, raw, state);
export const renewalFunction = guard(raw.renewalFunction, raw, state);
export const version = guard(raw.version, raw, state);

export { isEntretienError, type PackageCode } from "../failure.js";
export type * from "../glue/care.js";
