/** When two values are the same, and when the language calls them equal. */

import type { ModuleValue } from "../../src/machine/types/module-type.ts";

/** Whether two values of one type have the same canonical bytes: NaN is itself, −0 is not 0. */
export function sameValue(a: ModuleValue, b: ModuleValue): boolean {
  if (!hasParts(a) || !hasParts(b)) return Object.is(a, b);
  return a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
}

/**
 * What `==` of the language says about two values of one type: Floats by IEEE, so NaN differs from
 * itself and −0 equals 0; everything else by content.
 */
export function equalValues(a: ModuleValue, b: ModuleValue): boolean {
  if (!hasParts(a) || !hasParts(b)) return a === b;
  return a.length === b.length && a.every((item, index) => equalValues(item, b[index]));
}

function hasParts(value: ModuleValue): value is readonly ModuleValue[] {
  return Array.isArray(value);
}
