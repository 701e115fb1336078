/** The engine for browsers and workers: call `load()` first. */
import * as raw from "./glue/web.js";
import { type LoadSource } from "./loading.js";
export type { LoadSource };
/**
 * Loads the module, once; later calls give the same promise. Without `source`, the file
 * `entretien_bg.wasm` beside this script is fetched.
 */
export declare function load(source?: LoadSource): Promise<void>;
export { Engagement, Inventory, Plan } from "./glue/web.js";
export declare const InventoryReader: typeof raw.InventoryReader;
export type InventoryReader = raw.InventoryReader;
export declare const codes: typeof raw.codes;
export declare const version: typeof raw.version;
export { isEntretienError, type PackageCode } from "./failure.js";
export { MARKS } from "./marks.js";
export type * from "./glue/entretien.js";
