/** Codes E05xx: programs that are larger than a module may be. */

import type { CatalogueFamily } from "./entry.ts";

const fields = (count: number): string =>
  Array.from({ length: count }, (_, index) => `  f${index}: Int,`).join("\n");

const withFields = (count: number): string => `record Row {
${fields(count)}
}

fn width(rows: List[Row]) -> Int {
  rows.length()
}

fn main() {
  print "{width([])}"
}
`;

export const SIZE_DIAGNOSTICS = {
  E0501: {
    severity: "error",
    title: "the program is larger than a module may be",
    explanation:
      "A module has a largest size in every respect, so that every pass over it is bounded: " +
      "functions, registers and instructions of a function, fields of a record, texts, " +
      "structures and types inside of each other. The report says which limit is passed. Split " +
      "the function or the record, or move a long table out of the program into a parameter.",
    exampleKind: "program",
    bad: withFields(1001),
    good: withFields(10),
  },
  E0502: {
    severity: "error",
    title: "a function that would be needed without end",
    explanation:
      "A generic function is compiled once for each choice of types it is called with. One that " +
      "calls itself with ever larger types would need no end of copies. Keep the types of such " +
      "a call as they are, or write a loop.",
    exampleKind: "program",
    bad: `fn nest[T](x: T, depth: Int) -> Int {
  if depth == 0 { 0 } else { nest((x, x), depth - 1) }
}

fn main() {
  print(nest(1, 3))
}
`,
    good: `fn nest[T](x: T, depth: Int) -> Int {
  if depth == 0 { 0 } else { nest(x, depth - 1) }
}

fn main() {
  print(nest(1, 3))
}
`,
  },
} as const satisfies CatalogueFamily;
