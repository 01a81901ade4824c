/** Codes E02xx: names: what is declared, and what a name stands for. */

import type { CatalogueFamily } from "./entry.ts";

export const NAME_DIAGNOSTICS = {
  E0201: {
    severity: "error",
    title: "a name that is not declared",
    explanation:
      "A name is known from its declaration to the end of " +
      "the block that declares it. Parameters and constants of " +
      "the program are known everywhere. There is no null and no implicit `self`.",
    exampleKind: "body",
    bad: 'let width = 2.0\nprint("{widht}")',
    good: 'let width = 2.0\nprint("{width}")',
  },
  E0202: {
    severity: "error",
    title: "a name that is declared twice",
    explanation:
      "Within one block, one list of parameters, one record " +
      "or one program a name is declared once. An inner block " +
      "may declare it again. To change a variable, assign to it.",
    exampleKind: "body",
    bad: "var total = 1\nvar total = 2\nprint(total)",
    good: "var total = 1\ntotal = 2\nprint(total)",
  },
  E0203: {
    severity: "error",
    title: "a name in the wrong case",
    explanation:
      "Case is law: values, functions, fields and parameters " +
      "are `snake_case`, types are `PascalCase`, constants of " +
      "the program are `UPPER_CASE`. So a reader knows " +
      "what a name is, and a slip of the shift key is found.",
    exampleKind: "body",
    bad: "let phaseLag = 0.5\nprint(phaseLag)",
    good: "let phase_lag = 0.5\nprint(phase_lag)",
  },
  E0204: {
    severity: "error",
    title: "a type that is not declared",
    explanation:
      "Types are `Bool`, `Int`, `Float`, `String`, `List[T]`, " +
      "tuples, the records of the program and those of the language.",
    exampleKind: "program",
    bad: "fn half(x: Double) -> Float { x / 2 }",
    good: "fn half(x: Float) -> Float { x / 2 }",
  },
  E0205: {
    severity: "error",
    title: "a field that the value does not have",
    explanation:
      "The fields of a record stand in its declaration. " +
      "A function of the type is called with `()`.",
    exampleKind: "program",
    bad: "record Point { x: Float, y: Float }\nfn height(p: Point) -> Float { p.z }",
    good: "record Point { x: Float, y: Float }\nfn height(p: Point) -> Float { p.y }",
  },
  E0206: {
    severity: "error",
    title: "a function that is not declared",
    explanation:
      "`f(x)` calls a free function. `x.f(y)` calls the " +
      "function `f` of the type of `x`, or else the free function " +
      "`f` with `x` in front. `Type.f(x)` calls the function `f` of a type.",
    exampleKind: "body",
    bad: 'print("{sqroot(2.0)}")',
    good: 'print("{sqrt(2.0)}")',
  },
  E0207: {
    severity: "error",
    title: "an output that is not declared",
    explanation:
      "`emit` adds a value to an output, which is declared " +
      "at the top of the program: `output name: Type`.",
    exampleKind: "program",
    bad: "output order: Float\nfn main() {\n  emit oder = 0.5\n  emit order = 0.5\n}",
    good: "output order: Float\nfn main() { emit order = 0.5 }",
  },
  E0208: {
    severity: "error",
    title: "a unit that is not declared",
    explanation:
      "Units are those of the language with their prefixes, " +
      "and those of the program: `unit MVA = 1e6 W`. Upper and " +
      "lower case are different: `MW` is a million watts and `mW` a thousandth of one.",
    exampleKind: "body",
    bad: "let p = 3[watts]\nprint(p)",
    good: "let p = 3[W]\nprint(p)",
  },
  E0209: {
    severity: "error",
    title: "an argument for a parameter that does not exist",
    explanation: "The name before `:` is the name of a parameter of the function that is called.",
    exampleKind: "program",
    bad: "fn step(x: Float, by: Float) -> Float { x + by }\nfn main() { print(step(1, bye: 2)) }",
    good: "fn step(x: Float, by: Float) -> Float { x + by }\nfn main() { print(step(1, by: 2)) }",
  },
  E0210: {
    severity: "error",
    title: "a name that does not stand for a value",
    explanation:
      "Types are made with braces or by their cases, and outputs are written with `emit`; " +
      "neither is a value here.",
    exampleKind: "program",
    bad: "record Point { x: Float }\nfn main() {\n  let p = Point\n  print(p)\n}",
    good: "record Point { x: Float }\nfn main() {\n  let p = Point { x: 1 }\n  print(p)\n}",
  },
  E0211: {
    severity: "error",
    title: "a program without `main`",
    explanation:
      "A program starts in `fn main()`. A file without it can be tested and imported, and not run.",
    exampleKind: "program",
    bad: "fn twice(x: Float) -> Float { 2 * x }",
    good: "fn twice(x: Float) -> Float { 2 * x }\nfn main() { print(twice(4)) }",
  },
  E0212: {
    severity: "error",
    title: "something that is defined by itself",
    explanation:
      "The value of a constant and the scale of a unit are worked " +
      "out before the program runs, so they cannot need themselves.",
    exampleKind: "program",
    bad: "let A = B + 1\nlet B = A + 1\nfn main() { print(A) }",
    good: "let A = B + 1\nlet B = 1\nfn main() { print(A) }",
  },
  E0213: {
    severity: "error",
    title: "a type none of whose values would end",
    explanation:
      "A type may hold itself where a value can end: in an `Option` or a list, which may be " +
      "empty, or in some of the cases of an enum. Here every value would hold another one.",
    exampleKind: "program",
    bad:
      "record Node { weight: Float, next: Node }\n" +
      "fn weigh(node: Node) -> Float { node.weight }",
    good:
      "record Node { weight: Float, next: Option[Node] }\n" +
      "fn weigh(node: Node) -> Float { node.weight }",
  },
  E0214: {
    severity: "error",
    title: "a test that gives a parameter the program does not have",
    explanation: "`with` gives values to the parameters of the program for the time of one test.",
    exampleKind: "program",
    bad: 'param count: Int = 3\ntest "small" with size = 2 { assert count > 0 }',
    good: 'param count: Int = 3\ntest "small" with count = 2 { assert count > 0 }',
  },
  E0215: {
    severity: "error",
    title: "a type that holds itself with growing arguments",
    explanation:
      "Each choice of arguments is a type of its own. A type that holds itself with arguments " +
      "made of its own arguments would need ever more of them.",
    exampleKind: "program",
    bad: "enum Nested[T] { End, Level(T, Nested[List[T]]) }\nfn main() {}",
    good: "enum Nested[T] { End, Level(T, Nested[T]) }\nfn main() {}",
  },
} as const satisfies CatalogueFamily;
