/** Finds a key that the entries of a map have twice: reading them would keep one of the values. */

import type { ModuleValue } from "../../src/index.ts";

/** The index of the first key that has come before; −1 where each comes once. Cost: linear. */
export function doubledKey(keys: readonly ModuleValue[]): number {
  const seen = new Set<string>();
  return keys.findIndex((key) => {
    const text = JSON.stringify(key);
    if (seen.has(text)) return true;
    seen.add(text);
    return false;
  });
}
