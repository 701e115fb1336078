/** Support, renewals, audits and reliability for browsers and workers, a module of its own: call `load()` first. */
import init, * as raw from "../glue/care-web.js";
import { withFaults } from "../failure.js";
import { guard, guardClass, guardConstructor, type ModuleState } from "../guard.js";
import { loader, type LoadSource } from "../loading.js";

const state: ModuleState = { loaded: false, stopped: null };
for (const type of [raw.Audit, raw.Care, raw.CareReader, raw.CareReport, raw.Depreciation, raw.Forecast, raw.Lifetime, raw.Renewals, raw.SupportCatalogue]) guardClass(type, raw, state);

const loading = loader(init, state, (cause) => {
  const message = `the module cannot be loaded: ${String(cause)}`;
  const help = "Serve `care_bg.wasm` beside the glue of this package, or give `load()` its address or bytes.";
  const fault = { code: "WASM-004", source: "", pointer: "", message, help };
  return withFaults(`WASM-004: ${message}. ${help}`, "WASM-004", [fault], cause);
});

export type { LoadSource };

/**
 * Loads the module, once; later calls give the same promise. Without `source`, the file
 * `care_bg.wasm` of this package is fetched.
 */
export function load(source?: LoadSource): Promise<void> {
  return loading(source);
}

export { Audit, Care, CareReport, Depreciation, Forecast, Lifetime, Renewals, SupportCatalogue } from "../glue/care-web.js";
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
