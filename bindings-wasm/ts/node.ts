/** The engine for Node: the module is loaded on import, `load()` is there so that one text serves all. */
import * as raw from "./glue/node.js";

import { guard, guardClass, guardConstructor, type ModuleState } from "./guard.js";
import type { LoadSource } from "./loading.js";

const state: ModuleState = { loaded: true, stopped: null };
for (const type of [raw.Engagement, raw.Inventory, raw.InventoryReader, raw.Plan]) guardClass(type, raw, state);

export type { LoadSource };

/** The module is loaded already. */
export function load(_source?: LoadSource): Promise<void> {
  return Promise.resolve();
}

export { Engagement, Inventory, Plan } from "./glue/node.js";
export const InventoryReader = guardConstructor(raw.InventoryReader, raw, state);
export type InventoryReader = raw.InventoryReader;
export const codes = guard(raw.codes, raw, state);
export const version = guard(raw.version, raw, state);

export { isEntretienError, type PackageCode } from "./failure.js";
export { MARKS } from "./marks.js";
export type * from "./glue/entretien.js";
