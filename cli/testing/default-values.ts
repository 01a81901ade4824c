/** What tests, benches and examples in documentation are started with. */

import type { Module, ModuleValue } from "../../src/index.ts";

/**
 * A parameter has what is given by its name, else its default or what a `with` fixes, else
 * `otherwise`.
 */
export function defaultValues(
  module: Module,
  given: ReadonlyMap<string, number> = new Map(),
  otherwise = 0,
): readonly ModuleValue[] {
  return module.parameters.map(({ name, default: value }) => given.get(name) ?? value ?? otherwise);
}
