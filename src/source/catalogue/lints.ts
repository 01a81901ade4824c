/** Codes W01xx: what is right and could be better. */

import type { CatalogueFamily } from "./entry.ts";

export const LINT_DIAGNOSTICS = {
  W0101: {
    severity: "warning",
    title: "a name that is never used",
    explanation:
      "What is never read can go. A name that starts with `_` says that it is there on purpose.",
    exampleKind: "body",
    bad: "let width = 2.0\nprint(1)",
    good: "let width = 2.0\nprint(width)",
  },
  W0102: {
    severity: "warning",
    title: "an output to which nothing is emitted",
    explanation: "An output without an `emit` is an empty series in every run.",
    exampleKind: "program",
    bad: "output order: Float\nfn main() { print(1) }",
    good: "output order: Float\nfn main() { emit order = 0.5 }",
  },
  W0103: {
    severity: "warning",
    title: "code that is never reached",
    explanation:
      "Behind `return`, `break`, `continue`, a `loop` that " +
      "nothing leaves and a call that does not return, nothing runs.",
    exampleKind: "body",
    bad: "print(1)\nreturn\nprint(2)",
    good: "print(1)\nprint(2)",
  },
  W0104: {
    severity: "warning",
    title: "a value that is not used",
    explanation:
      "An expression stands here for its value, and nothing " +
      "takes it. `let _ = …` says that this is meant. A function " +
      "returns its last expression only if it declares a result.",
    exampleKind: "body",
    bad: "var n = 1\nn + 1\nn += 1\nprint(n)",
    good: "var n = 1\nn += 1\nprint(n)",
  },
  W0105: {
    severity: "warning",
    title: "Floats compared bit by bit",
    explanation:
      "Results of Float arithmetic are rounded, so two ways " +
      "to the same number seldom meet: 0.1 + 0.2 is not 0.3. " +
      "Reported by `resolang check --health` only; comparing with 0 is exact and is left alone.",
    exampleKind: "body",
    bad: "let x = 0.1 + 0.2\nprint(x == 0.3)",
    good: "let x = 0.1 + 0.2\nprint(abs(x - 0.3) < 1e-9)",
  },
  W0106: {
    severity: "warning",
    title: "a `var` that never changes",
    explanation: "`let` tells the reader that a value stays as it is.",
    exampleKind: "body",
    bad: "var width = 2.0\nprint(width)",
    good: "let width = 2.0\nprint(width)",
  },
  W0107: {
    severity: "warning",
    title: "a comment that looks like a quotient",
    explanation:
      "`//` begins a comment, so what stands behind it does not take part in the expression. " +
      "The whole quotient of two Ints is written `div`.",
    exampleKind: "body",
    bad: "let n = 7\nlet half = n // 2\nprint(half)",
    good: "let n = 7\nlet half = n div 2\nprint(half)",
  },
  W0108: {
    severity: "warning",
    title: "a tuple that is printed",
    explanation:
      "`print` takes one value. Several between parentheses are a tuple, which is printed with " +
      "its brackets and quotes. Values go into the text through holes.",
    exampleKind: "body",
    bad: 'let x = 1.5\nprint("x is", x)',
    good: 'let x = 1.5\nprint "x is {x}"',
  },
  W0109: {
    severity: "warning",
    title: "an `allow` without effect",
    explanation:
      "`// allow W0101: reason` takes a warning back on its line, or on the line below. Where no " +
      "such warning is left, or where no reason is given, it does nothing and only misleads.",
    exampleKind: "body",
    bad: "let width = 2.0 // allow W0101: for later\nprint(width)",
    good: "let width = 2.0 // allow W0101: for later",
  },
  W0110: {
    severity: "warning",
    title: "a condition that is always the same",
    explanation:
      "Nothing in the condition can change, so one way is never taken. An endless loop is " +
      "written `loop { … }`, and ends with `break`. A constant of the program is no such " +
      "condition: it is there to be changed.",
    exampleKind: "body",
    bad: 'var n = 0\nwhile true {\n  n += 1\n  if n > 3 { break }\n}\nprint "{n}"',
    good: 'var n = 0\nloop {\n  n += 1\n  if n > 3 { break }\n}\nprint "{n}"',
  },
  W0111: {
    severity: "warning",
    title: "a `$` that fills nothing in",
    explanation:
      "A value goes into a string through a hole, `{x}`. A `$` is a plain character, before a " +
      "name and before a hole.",
    exampleKind: "body",
    bad: 'let x = 1.5\nprint "x = $x, {x}"',
    good: 'let x = 1.5\nprint "x = {x}"',
  },
  W0112: {
    severity: "warning",
    title: "a list of one element times a whole number",
    explanation:
      "`*` goes over the elements of a list: `[0.0] * 10` is `[0.0]`, and not ten zeros as " +
      "elsewhere. A list of equal elements is `List.filled(10, 0.0)`.",
    exampleKind: "body",
    bad: "let zeros = [0.0] * 10\nprint zeros",
    good: "let zeros = List.filled(10, 0.0)\nprint zeros",
  },
  W0113: {
    severity: "warning",
    title: "a unit behind a number that is printed in another one",
    explanation:
      "A hole without a unit prints the number in base units: seconds, metres, kilograms. A hole " +
      "with a unit, `{time:[h]}`, prints the number in it and its name.",
    exampleKind: "body",
    bad: 'let time = 2h\nprint "{time} h"',
    good: 'let time = 2h\nprint "{time:[h]}"',
  },
} as const satisfies CatalogueFamily;
