import type { EntretienError, Fault } from "./glue/entretien.js";
/** What this package itself refuses; the codes of the engine are listed by `codes()`. */
export type PackageCode = "WASM-001" | "WASM-002" | "WASM-003" | "WASM-004";
/** An error of the same shape as those of the engine. */
export declare function failure(code: PackageCode, message: string, cause?: unknown): EntretienError;
/** Builds the error that carries `faults`. */
export declare function withFaults(message: string, code: string, faults: Fault[], cause?: unknown): EntretienError;
/** Whether `thrown` is a refusal of the engine or of this package. */
export declare function isEntretienError(thrown: unknown): thrown is EntretienError;
