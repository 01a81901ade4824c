/** Codes E036x: type variables and function values. */

import type { CatalogueFamily } from "./entry.ts";

export const GENERIC_DIAGNOSTICS = {
  E0361: {
    severity: "error",
    title: "a bound that is not there",
    explanation:
      "A bound says what the values of a type variable can do: `Ord` lets `<` order them, `Eq` " +
      "lets `==` compare them, `Show` lets them stand in a string, `Hash` tells them apart " +
      "exactly. Several are joined: `T: Ord + Show`.",
    exampleKind: "program",
    bad: "fn larger[T: Order](a: T, b: T) -> T { a }\nfn main() { print(larger(1, 2)) }",
    good:
      "fn larger[T: Ord](a: T, b: T) -> T { if a < b { b } else { a } }\n" +
      "fn main() { print(larger(1, 2)) }",
  },
  E0362: {
    severity: "error",
    title: "a type that cannot do what is needed",
    explanation:
      "In a generic function a value of a type variable can only be passed on, stored and " +
      "returned, unless a bound says more. Where the function is called, the type must keep " +
      "that promise: numbers and strings are ordered, all data can be compared and shown.",
    exampleKind: "program",
    bad: "fn same[T](a: T, b: T) -> Bool { a == b }\nfn main() { print(same(1, 2)) }",
    good: "fn same[T: Eq](a: T, b: T) -> Bool { a == b }\nfn main() { print(same(1, 2)) }",
  },
  E0365: {
    severity: "error",
    title: "a function value with other parameters or another result",
    explanation:
      "A function value takes as many arguments as it has parameters, by position, and gives " +
      "a value where one is needed.",
    exampleKind: "body",
    bad: "print([1, 2].map(|a, b| a + b))",
    good: "print([1, 2].map(|a| a + 1))",
  },
  E0366: {
    severity: "error",
    title: "a change of what a function value has captured",
    explanation:
      "A function value captures by value: it keeps a copy of every variable it reads, taken " +
      "where it stands. A change inside would be lost, and a change outside after it would not " +
      "be seen, so both are refused. A `for` loop changes variables around it.",
    exampleKind: "body",
    bad: "var sum = 0\n[1, 2].each(|x| { sum += x })\nprint(sum)",
    good: "var sum = 0\nfor x in [1, 2] { sum += x }\nprint(sum)",
  },
} as const satisfies CatalogueFamily;
