import type { EntretienError, Fault } from "./glue/entretien.js";

/** What this package itself refuses; the codes of the engine are listed by `codes()`. */
export type PackageCode = "WASM-001" | "WASM-002" | "WASM-003" | "WASM-004";

const HELP: Record<PackageCode, string> = {
  "WASM-001": "Call `await load()` once before anything else.",
  "WASM-002": "Make a new object: this one was freed, or given up to `finish()`.",
  "WASM-003": "Start the worker (or the page) again; if it happens again, report the message with the input.",
  "WASM-004": "Serve `entretien_bg.wasm` beside the script, or give `load()` its address or bytes.",
};

/** An error of the same shape as those of the engine. */
export function failure(code: PackageCode, message: string, cause?: unknown): EntretienError {
  const fault: Fault = { code, source: "", pointer: "", message, help: HELP[code] };
  return withFaults(`${code}: ${message}. ${fault.help}`, code, [fault], cause);
}

/** Builds the error that carries `faults`. */
export function withFaults(message: string, code: string, faults: Fault[], cause?: unknown): EntretienError {
  const error = new Error(message, cause === undefined ? undefined : { cause });
  error.name = "EntretienError";
  return Object.assign(error, { code, faults }) as EntretienError;
}

/** Whether `thrown` is a refusal of the engine or of this package. */
export function isEntretienError(thrown: unknown): thrown is EntretienError {
  return thrown instanceof Error && thrown.name === "EntretienError" && "code" in thrown && "faults" in thrown;
}
