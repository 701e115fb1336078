/** The recurrence engine for Node: the module is loaded on import, `load()` is there so that one text serves all. */
import * as raw from "../glue/recurrence-node.js";

import { guard, guardClass, guardConstructor, type ModuleState } from "../guard.js";
import type { LoadSource } from "../loading.js";

const state: ModuleState = { loaded: true, stopped: null };
for (const type of [raw.Fleet, raw.MonthRule, raw.Rule, raw.RuleSet, raw.Series]) guardClass(type, raw, state);

export type { LoadSource };

/** The module is loaded already. */
export function load(_source?: LoadSource): Promise<void> {
  return Promise.resolve();
}

export { MonthRule, Rule, RuleSet } from "../glue/recurrence-node.js";
export const Fleet = guardConstructor(raw.Fleet, raw, state);
export type Fleet = raw.Fleet;
export const Series = guardConstructor(raw.Series, raw, state);
export type Series = raw.Series;
export const expandMany = guard(raw.expandMany, raw, state);
export const version = guard(raw.version, raw, state);

export { isEntretienError, type PackageCode } from "../failure.js";
export type * from "../glue/recurrence.js";
