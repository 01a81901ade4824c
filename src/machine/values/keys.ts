/** Keys of maps outside the heap: no key stands in a map twice. */

import type { ModuleType, ModuleValue } from "../types/module-type.ts";
import { showValue } from "./show.ts";

/**
 * Whether the keys of a map, whose parts fit its type, are different. Values of one type are shown
 * alike only if they are equal. Cost: linear.
 */
export function hasDistinctKeys(
  types: readonly ModuleType[],
  type: Extract<ModuleType, { kind: "map" }>,
  parts: readonly ModuleValue[],
): boolean {
  const keys = parts.filter((_, index) => index % 2 === 0);
  return new Set(keys.map((key) => showValue(types, type.key, key))).size === keys.length;
}
