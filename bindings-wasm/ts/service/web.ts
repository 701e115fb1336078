/** Calendars, business time and contracts for browsers and workers, a module of its own: call `load()` first. */
import init, * as raw from "../glue/service-web.js";
import { withFaults } from "../failure.js";
import { guard, guardClass, guardConstructor, type ModuleState } from "../guard.js";
import { loader, type LoadSource } from "../loading.js";

const state: ModuleState = { loaded: false, stopped: null };
for (const type of [raw.BusinessTime, raw.Contracts, raw.ServiceLevels, raw.WorkCalendar]) guardClass(type, raw, state);

const loading = loader(init, state, (cause) => {
  const message = `the module cannot be loaded: ${String(cause)}`;
  const help = "Serve `service_bg.wasm` beside the glue of this package, or give `load()` its address or bytes.";
  const fault = { code: "WASM-004", source: "", pointer: "", message, help };
  return withFaults(`WASM-004: ${message}. ${help}`, "WASM-004", [fault], cause);
});

export type { LoadSource };

/**
 * Loads the module, once; later calls give the same promise. Without `source`, the file
 * `service_bg.wasm` of this package is fetched.
 */
export function load(source?: LoadSource): Promise<void> {
  return loading(source);
}

export { Contracts, ServiceLevels, WorkCalendar } from "../glue/service-web.js";
export const BusinessTime = guardConstructor(raw.BusinessTime, raw, state);
export type BusinessTime = raw.BusinessTime;
export const holidaySets = guard(raw.holidaySets, raw, state);
export const holidays = guard(raw.holidays, raw, state);
export const version = guard(raw.version, raw, state);

export { isEntretienError, type PackageCode } from "../failure.js";
export type * from "../glue/service.js";
