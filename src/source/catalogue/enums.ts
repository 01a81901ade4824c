/** Diagnostics of enums, patterns, and values that may be missing. */

import type { CatalogueFamily } from "./entry.ts";

const SHAPE = "enum Shape { Dot, Circle(Float), Box { width: Float, height: Float } }";
const HALF = "fn half(x: Option[Int])";
const SAVE = 'fn save() -> Result[Int, String] { Err("full") }';

export const ENUM_DIAGNOSTICS = {
  E0220: {
    severity: "error",
    title: "a case that no enum has",
    explanation:
      "A case is written `Enum.Case`, or `Case` alone where one enum has it, or where the " +
      "type is known. Which cases an enum has stands in its declaration.",
    exampleKind: "program",
    bad: `${SHAPE}\nfn main() { print(Shape.Square) }`,
    good: `${SHAPE}\nfn main() { print(Shape.Dot) }`,
  },
  E0350: {
    severity: "error",
    title: "a `match` that misses a value",
    explanation:
      "Every value finds an arm: the report shows one that finds none. An arm with a guard " +
      "may not take its values, so it does not count. `_` takes all that is left.",
    exampleKind: "body",
    bad: "let found = Some(3)\nmatch found { Some(x) => { print(x) } }",
    good: 'let found = Some(3)\nmatch found { Some(x) => { print(x) }, None => { print("none") } }',
  },
  E0351: {
    severity: "error",
    title: "a pattern that may not fit",
    explanation:
      "A `let` and a `for` have no other arm: their pattern fits every value, as a name or " +
      "a tuple of names does.",
    exampleKind: "body",
    bad: "let found = Some(3)\nlet Some(x) = found\nprint(x)",
    good: "let found = Some(3)\nif let Some(x) = found { print(x) }",
  },
  E0352: {
    severity: "error",
    title: "a `?` that cannot hand on what is missing",
    explanation:
      "`value?` is what an `Option` or a `Result` holds. Where it holds nothing, the " +
      "function returns at once with the `None` or the `Err`, so it has to return the same " +
      "kind of value.",
    exampleKind: "program",
    bad: `${HALF} -> Int { x? div 2 }\nfn main() { print(half(Some(4))) }`,
    good: `${HALF} -> Option[Int] { Some(x? div 2) }\nfn main() { print(half(Some(4))) }`,
  },
  E0353: {
    severity: "error",
    title: "an `Option` or a `Result` that nobody looks at",
    explanation:
      "Work that may fail says so with its value. Throwing the value away would hide the " +
      "failure; `let _ = …` says that it is meant.",
    exampleKind: "program",
    bad: `${SAVE}\nfn main() { save() }`,
    good: `${SAVE}\nfn main() { let _ = save() }`,
  },
  W0120: {
    severity: "warning",
    title: "an arm that is never reached",
    explanation:
      "Arms are tried from the top. What the arms above take never comes to this one: it " +
      "can go, or it belongs higher up.",
    exampleKind: "body",
    bad: 'let n = 3\nmatch n { _ => { print("any") }, 0 => { print("zero") } }',
    good: 'let n = 3\nmatch n { 0 => { print("zero") }, _ => { print("any") } }',
  },
} as const satisfies CatalogueFamily;
