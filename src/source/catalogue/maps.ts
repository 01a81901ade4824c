/** E0370: what a program can get wrong about maps. */

import type { CatalogueFamily } from "./entry.ts";

export const MAP_DIAGNOSTICS = {
  E0370: {
    severity: "error",
    title: "keys that cannot be told apart",
    explanation:
      "A map finds an entry by a key that is exactly equal. Floats are not: two ways to work out " +
      "one number differ in the last bit, and NaN equals nothing, so an entry could be there and " +
      "not be found. Keys are Bools, Ints, Strings, and tuples, lists, records and enums of " +
      "these. For numbers take the step they are in, `round(x / width)`, or what is shown of " +
      'them, `"{x:.3}"`.',
    exampleKind: "program",
    bad: "fn count(heights: Map[Float[m], Int]) -> Int { heights.length() }\nfn main() {}",
    good:
      "fn count(heights: Map[Int, Float[m]]) -> Int { heights.length() }\n" +
      "fn main() { print(count(Map.new())) }",
  },
} as const satisfies CatalogueFamily;
