/** Logs, indicators and failure statistics for bundlers that import WebAssembly as a module; `load()` is there so that one text serves all. */
import * as raw from "../glue/indicators.js";

import { guard, guardClass, guardConstructor, type ModuleState } from "../guard.js";
import type { LoadSource } from "../loading.js";

const state: ModuleState = { loaded: true, stopped: null };
for (const type of [raw.Kpis, raw.KpiAccumulator, raw.KpiEngagement, raw.KpiReader, raw.KpiReport, raw.Log]) guardClass(type, raw, state);

export type { LoadSource };

/** The module is loaded already. */
export function load(_source?: LoadSource): Promise<void> {
  return Promise.resolve();
}

export { Kpis, KpiAccumulator, KpiEngagement, KpiReport, Log } from "../glue/indicators.js";
export const KpiReader = guardConstructor(raw.KpiReader, raw, state);
export type KpiReader = raw.KpiReader;
export const availability = guard(raw.availability, raw, state);
export const definitions = guard(raw.definitions, raw, state);
export const downtime = guard(raw.downtime, raw, state);
export const exponentialFit = guard(raw.exponentialFit, raw, state);
export const fleetDowntime = guard(raw.fleetDowntime, raw, state);
export const groupAvailability = guard(raw.groupAvailability, raw, state);
export const individualsChart = guard(raw.individualsChart, raw, state);
export const kaplanMeier = guard(raw.kaplanMeier, raw, state);
export const labels = guard(raw.labels, raw, state);
export const laplaceTest = guard(raw.laplaceTest, raw, state);
export const mannKendallTest = guard(raw.mannKendallTest, raw, state);
export const mannWhitneyTest = guard(raw.mannWhitneyTest, raw, state);
export const meanCumulativeFunction = guard(raw.meanCumulativeFunction, raw, state);
export const milHandbookTest = guard(raw.milHandbookTest, raw, state);
export const mtbfInterval = guard(raw.mtbfInterval, raw, state);
export const powerLaw = guard(raw.powerLaw, raw, state);
export const proportionChart = guard(raw.proportionChart, raw, state);
export const proportionDifference = guard(raw.proportionDifference, raw, state);
export const rateChart = guard(raw.rateChart, raw, state);
export const rateRatio = guard(raw.rateRatio, raw, state);
export const structureAvailability = guard(raw.structureAvailability, raw, state);
export const version = guard(raw.version, raw, state);
export const weibullFit = guard(raw.weibullFit, raw, state);
export const weibullProfile = guard(raw.weibullProfile, raw, state);
export const wilsonInterval = guard(raw.wilsonInterval, raw, state);

export { isEntretienError, type PackageCode } from "../failure.js";
export type * from "../glue/indicators.js";
