// Generated glue for browsers has the classes of the bundler glue, and the function that loads the module.
export * from "./review.js";
export interface InitInput {
  module_or_path: string | URL | Request | Response | BufferSource | WebAssembly.Module;
}
export default function init(input?: InitInput): Promise<unknown>;
