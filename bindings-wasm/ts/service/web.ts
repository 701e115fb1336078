/** Calendars, business time and contracts for browsers and workers, a module of its own: call `load()` first. */
import init, * as raw from "../glue/service-web.js";
import { withFaults } from "../failure.js";
import { guard, guardClass, guardConstructor, type ModuleState } from "../guard.js";

let loading: Promise<void> | undefined;
const state: ModuleState = { loaded: false, stopped: null };
for (const type of [raw.BusinessTime, raw.Contracts, raw.ServiceLevels, raw.WorkCalendar]) guardClass(type, raw, state);

/** Where the module comes from: its address, a response, its bytes, or the compiled module. */
export type LoadSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/**
 * Loads the module, once; later calls give the same promise. Without `source`, the file
 * `service_bg.wasm` of this package is fetched.
 */
export function load(source?: LoadSource): Promise<void> {
  loading ??= init(source === undefined ? undefined : { module_or_path: source }).then(
    () => {
      state.loaded = true;
    },
    (cause: unknown) => {
      loading = undefined;
      const message = `the module cannot be loaded: ${String(cause)}`;
      const help = "Serve `service_bg.wasm` beside the glue of this package, or give `load()` its address or bytes.";
      const fault = { code: "WASM-004", source: "", pointer: "", message, help };
      throw withFaults(`WASM-004: ${message}. ${help}`, "WASM-004", [fault], cause);
    },
  );
  return loading;
}

export { Contracts, ServiceLevels, WorkCalendar } from "../glue/service-web.js";
export const BusinessTime = guardConstructor(raw.BusinessTime, raw, state);
export type BusinessTime = raw.BusinessTime;
export const holidaySets = guard(raw.holidaySets, raw, state);
export const holidays = guard(raw.holidays, raw, state);
export const version = guard(raw.version, raw, state);

export { isEntretienError, type PackageCode } from "../failure.js";
export type * from "../glue/service.js";
