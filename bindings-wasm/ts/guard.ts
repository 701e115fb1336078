import { failure, withFaults } from "./failure.js";

/** Whether the module can be called. */
export interface ModuleState {
  loaded: boolean;
  /** Why it stopped: a panic aborts the module for good. */
  stopped: string | null;
}

type Callable = (this: unknown, ...args: unknown[]) => unknown;

interface Handle {
  __wbg_ptr?: number;
}

interface Glue {
  lastPanic(): string | undefined;
}

/**
 * Makes every call say clearly what is wrong, instead of failing inside the generated glue: the module
 * is not loaded, the object was freed, the module stopped. The classes are changed in place.
 */
export function guardClass(type: Function, glue: Glue, state: ModuleState): void {
  for (const holder of [type, type.prototype as object]) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(holder))) {
      if (name === "constructor" || name === "prototype" || name.startsWith("__")) continue;
      if (name === "free") {
        Object.defineProperty(holder, name, { ...property, value: guardFree(property.value, state) });
      } else if (typeof property.value === "function") {
        Object.defineProperty(holder, name, { ...property, value: guard(property.value, glue, state) });
      } else if (property.get !== undefined) {
        Object.defineProperty(holder, name, { ...property, get: guard(property.get, glue, state) as () => unknown });
      }
    }
  }
  const prototype = type.prototype as { free?: () => void };
  if (prototype.free !== undefined && (Symbol.dispose as symbol | undefined) !== undefined) {
    Object.defineProperty(prototype, Symbol.dispose, { value: prototype.free, configurable: true, writable: true });
  }
}

/** The same function, guarded. */
export function guard<F>(call: F, glue: Glue, state: ModuleState): F {
  const guarded: Callable = function (...args) {
    return run(glue, state, [this, ...args], () => (call as Callable).apply(this, args));
  };
  return guarded as F;
}

/** The same class, its constructor guarded; `instanceof` still holds. */
export function guardConstructor<T extends abstract new (...args: never[]) => unknown>(
  type: T,
  glue: Glue,
  state: ModuleState,
): T {
  return new Proxy(type, {
    construct: (target, args: unknown[], self) =>
      run(glue, state, args, () => Reflect.construct(target, args, self) as object),
  });
}

/** Frees once; freeing again, or after the module stopped, does nothing. */
function guardFree(free: Callable, state: ModuleState): Callable {
  return function () {
    if (state.stopped === null && (this as Handle).__wbg_ptr !== 0) free.call(this);
  };
}

function run<T>(glue: Glue, state: ModuleState, values: unknown[], call: () => T): T {
  if (!state.loaded) throw failure("WASM-001", "the module is not loaded");
  if (state.stopped !== null) throw failure("WASM-003", state.stopped);
  for (const value of values) {
    if (typeof value === "object" && value !== null && (value as Handle).__wbg_ptr === 0) {
      throw failure("WASM-002", `this ${value.constructor.name} is no longer there`);
    }
  }
  try {
    return call();
  } catch (thrown) {
    throw explain(thrown, glue, state);
  }
}

function explain(thrown: unknown, glue: Glue, state: ModuleState): unknown {
  // A trap leaves locks and memory as they were: no later answer could be trusted.
  if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError) {
    state.stopped = `the module stopped: ${lastPanic(glue) ?? thrown.message}`;
    return failure("WASM-003", state.stopped, thrown);
  }
  if (thrown instanceof Error && thrown.message.startsWith("expected instance of ")) {
    const help = "Give a value of the type named.";
    const fault = { code: "DOC-006", source: "", pointer: "", message: thrown.message, help };
    return withFaults(`DOC-006: ${thrown.message}. ${help}`, "DOC-006", [fault], thrown);
  }
  return thrown;
}

function lastPanic(glue: Glue): string | undefined {
  try {
    return glue.lastPanic();
  } catch {
    return undefined;
  }
}
