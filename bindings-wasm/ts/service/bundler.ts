/** Calendars, business time and contracts for bundlers that import WebAssembly as a module; `load()` is there so that one text serves all. */
import * as raw from "../glue/service.js";

import { guard, guardClass, guardConstructor, type ModuleState } from "../guard.js";
import type { LoadSource } from "../loading.js";

const state: ModuleState = { loaded: true, stopped: null };
for (const type of [raw.BusinessTime, raw.Contracts, raw.ServiceLevels, raw.WorkCalendar]) guardClass(type, raw, state);

export type { LoadSource };

/** The module is loaded already. */
export function load(_source?: LoadSource): Promise<void> {
  return Promise.resolve();
}

export { Contracts, ServiceLevels, WorkCalendar } from "../glue/service.js";
export const BusinessTime = guardConstructor(raw.BusinessTime, raw, state);
export type BusinessTime = raw.BusinessTime;
export const holidaySets = guard(raw.holidaySets, raw, state);
export const holidays = guard(raw.holidays, raw, state);
export const version = guard(raw.version, raw, state);

export { isEntretienError, type PackageCode } from "../failure.js";
export type * from "../glue/service.js";
