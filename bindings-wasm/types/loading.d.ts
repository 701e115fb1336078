/** Loading a module once, whatever the number of calls. */
import type { ModuleState } from "./guard.js";
/** Where the module comes from: its address, a response, its bytes, or the compiled module. */
export type LoadSource = string | URL | Request | Response | BufferSource | WebAssembly.Module;
type Init = (input?: {
    module_or_path: LoadSource;
}) => Promise<unknown>;
/** A `load()` that runs `init` once; after a failure, which `refusal` tells, it can be called again. */
export declare function loader(init: Init, state: ModuleState, refusal: (cause: unknown) => Error): (source?: LoadSource) => Promise<void>;
export {};
