/** Codes E03xx: types and units. */

import type { CatalogueFamily } from "./entry.ts";

export const TYPE_DIAGNOSTICS = {
  E0301: {
    severity: "error",
    title: "a value of another type than the one needed",
    explanation:
      "Types of parameters, results, fields and outputs " +
      "are written; the rest follows from them. Nothing is " +
      "converted in silence.",
    exampleKind: "body",
    bad: "let name: String = 3\nprint(name)",
    good: 'let name: String = "{3}"\nprint(name)',
  },
  E0302: {
    severity: "error",
    title: "units that do not agree",
    explanation:
      "Sums, comparisons and arguments need equal units; " +
      "products and quotients combine them. `Hz` is cycles per " +
      "second and `cycle` is a base unit, so that a lost " +
      "2π is found: an angular frequency is `TAU * f`.",
    exampleKind: "body",
    bad: "let f = 50Hz\nlet omega: Float[rad/s] = f\nprint(omega)",
    good: "let f = 50Hz\nlet omega: Float[rad/s] = TAU * f\nprint(omega)",
  },
  E0303: {
    severity: "error",
    title: "an Int where a Float is needed, or a Float where an Int is",
    explanation:
      "Ints are exact and Floats are not, so going from one to " +
      "the other is written: `Float(i)` one way, and `floor`, " +
      "`ceil`, `round` or `trunc` the other. A bare " +
      "literal such as `2` is a Float where one is needed.",
    exampleKind: "body",
    bad: "let n = 3\nlet x: Float = n\nprint(x)",
    good: "let n = 3\nlet x: Float = Float(n)\nprint(x)",
  },
  E0304: {
    severity: "error",
    title: "an operator that does not work on these values",
    explanation:
      "Arithmetic works on two Ints, on Floats and on whole lists of Floats, `div` and `%` on " +
      "Ints, `++` on two strings or two lists, `<` on numbers and strings.",
    exampleKind: "body",
    bad: 'let name = "r" + "0"\nprint(name)',
    good: 'let name = "r" ++ "0"\nprint(name)',
  },
  E0305: {
    severity: "error",
    title: "division of two Ints",
    explanation:
      "`/` divides Floats. The whole quotient of two Ints " +
      "is `a div b`; the fraction is `Float(a) / Float(b)`.",
    exampleKind: "body",
    bad: "let n = 7\nprint(n / 2)",
    good: "let n = 7\nprint(n div 2)",
  },
  E0306: {
    severity: "error",
    title: "a condition that is not a Bool",
    explanation: "Only `true` and `false` decide; a number, a list or a string is compared first.",
    exampleKind: "body",
    bad: 'let n = 3\nif n { print("some") }',
    good: 'let n = 3\nif n > 0 { print("some") }',
  },
  E0307: {
    severity: "error",
    title: "a call that lacks an argument",
    explanation: "Every parameter without a default gets an argument.",
    exampleKind: "program",
    bad: "fn add(a: Int, b: Int) -> Int { a + b }\nfn main() { print(add(1)) }",
    good: "fn add(a: Int, b: Int) -> Int { a + b }\nfn main() { print(add(1, 2)) }",
  },
  E0308: {
    severity: "error",
    title: "an argument that no parameter takes",
    explanation:
      "Arguments without a name come first and fill the " +
      "parameters in order; then come those with a name, each once. " +
      "Behind those a variable named like a parameter stands for `name: name`.",
    exampleKind: "body",
    bad: "print(sqrt(2.0, 3.0))",
    good: "print(sqrt(2.0))",
  },
  E0309: {
    severity: "error",
    title: "a record without one of its fields",
    explanation:
      "A record is made with all of its fields, or with " +
      "those that differ from another value: `P { ..p, x: 3 }`.",
    exampleKind: "program",
    bad: "record Point { x: Int, y: Int }\nfn main() { print(Point { x: 1 }) }",
    good: "record Point { x: Int, y: Int }\nfn main() { print(Point { x: 1, y: 2 }) }",
  },
  E0310: {
    severity: "error",
    title: "a field that is given twice",
    explanation: "Each field of a record gets one value.",
    exampleKind: "program",
    bad: "record Point { x: Int, y: Int }\nfn main() { print(Point { x: 1, y: 2, x: 3 }) }",
    good: "record Point { x: Int, y: Int }\nfn main() { print(Point { x: 1, y: 2 }) }",
  },
  E0311: {
    severity: "error",
    title: "something is changed that is not a `var`",
    explanation:
      "`let` gives a name to a value for good; `var` makes a " +
      "variable. Parameters of a function are values too, but for " +
      "a first one that is declared with `var`.",
    exampleKind: "body",
    bad: "let total = 1\ntotal = 2\nprint(total)",
    good: "var total = 1\ntotal = 2\nprint(total)",
  },
  E0312: {
    severity: "error",
    title: "something is changed that is not a place",
    explanation:
      "An assignment, and a function whose first parameter is `var`, " +
      "change a variable or a part of one, such as `xs[i]` or `p.x`. " +
      "Constants, parameters of the program and results of calls are values.",
    exampleKind: "body",
    bad: "[1, 2].push(3)",
    good: "var xs = [1, 2]\nxs.push(3)\nprint(xs)",
  },
  E0313: {
    severity: "error",
    title: "a function that does not return what it declares",
    explanation:
      "A function with a result yields one on every way through " +
      "it: as the last expression of its body or with `return`. " +
      "A function without a declared result returns nothing.",
    exampleKind: "program",
    bad: "fn twice(x: Float) -> Float {\n  let y = 2 * x\n  print(y)\n}",
    good: "fn twice(x: Float) -> Float {\n  let y = 2 * x\n  y\n}",
  },
  E0314: {
    severity: "error",
    title: "branches of different types",
    explanation: "An `if` that is used as a value has one type, whichever branch is taken.",
    exampleKind: "body",
    bad: 'let n = 3\nlet size = if n > 2 { "big" } else { n }\nprint(size)',
    good: 'let n = 3\nlet size = if n > 2 { "big" } else { "{n}" }\nprint(size)',
  },
  E0315: {
    severity: "error",
    title: "an `if` without `else` used as a value",
    explanation: "A value is needed in either case, so both branches are written.",
    exampleKind: "body",
    bad: "let n = 3\nlet sign = if n > 0 { 1 }\nprint(sign)",
    good: "let n = 3\nlet sign = if n > 0 { 1 } else { 0 }\nprint(sign)",
  },
  E0316: {
    severity: "error",
    title: "a loop over something that has no elements",
    explanation: "`for` goes through a range of Ints or through the elements of a list.",
    exampleKind: "body",
    bad: "let n = 3\nfor i in n { print(i) }",
    good: "let n = 3\nfor i in 0..n { print(i) }",
  },
  E0317: {
    severity: "error",
    title: "a range as the index of a list",
    explanation: "An index is one number. A part of a list is a list: `xs.slice(from, to)`.",
    exampleKind: "body",
    bad: "let xs = [1, 2, 3]\nprint(xs[0..2])",
    good: "let xs = [1, 2, 3]\nprint(xs.slice(0, 2))",
  },
  E0318: {
    severity: "error",
    title: "a call of something that is not a function",
    explanation: "Only functions are called. A product is written with `*`.",
    exampleKind: "body",
    bad: "let x = 2.0\nprint(x(3.0))",
    good: "let x = 2.0\nprint(x * 3.0)",
  },
  E0319: {
    severity: "error",
    title: "an index into something that is not a list, or an index that is not an Int",
    explanation: "`xs[i]` is the element `i` of a list, counted from 0.",
    exampleKind: "body",
    bad: "let xs = [1, 2]\nprint(xs[0.5])",
    good: "let xs = [1, 2]\nprint(xs[0])",
  },
  E0320: {
    severity: "error",
    title: "`break` or `continue` outside of a loop",
    explanation:
      "`break` leaves the innermost loop and `continue` goes " +
      "on with its next round. `return` leaves a function.",
    exampleKind: "body",
    bad: "let n = 3\nif n > 2 { break }\nprint(n)",
    good: "let n = 3\nif n > 2 { return }\nprint(n)",
  },
  E0321: {
    severity: "error",
    title: "something that is not constant where a constant is needed",
    explanation:
      "Constants, defaults, ranges and the values of `with` " +
      "are known before the program runs: they are made of " +
      "literals, constants, operators, `sqrt`, `Complex(…)` and `Quaternion(…)`.",
    exampleKind: "program",
    bad: "let LIMIT = exp(2.0)\nfn main() { print(LIMIT) }",
    good: "let LIMIT = 7.389056098930650\nfn main() { print(LIMIT) }",
  },
  E0322: {
    severity: "error",
    title: "a number out of range",
    explanation:
      "An `Int` is a whole number from −(2^53 − 1) to 2^53 − 1, " +
      "so that it is exact everywhere; a `Float` reaches to about " +
      "1.8e308. Nothing divides by 0 before the program runs.",
    exampleKind: "body",
    bad: "print(9_007_199_254_740_993)",
    good: "print(9_007_199_254_740_993.0)",
  },
  E0323: {
    severity: "error",
    title: "a parameter's value or range that does not make sense",
    explanation:
      "A default, and a value that a test gives, lie in the range " +
      "of the parameter; a range bounds a number and is not empty.",
    exampleKind: "program",
    bad: "param n: Int = 0 in 1..=10\nfn main() { print(n) }",
    good: "param n: Int = 1 in 1..=10\nfn main() { print(n) }",
  },
  E0324: {
    severity: "error",
    title: "a type that cannot be a parameter or an output",
    explanation:
      "What a program is given and what it yields is data: " +
      "numbers, texts, and lists, maps, tuples, records and enums of them. " +
      "A function is none, and `()` says nothing.",
    exampleKind: "program",
    bad: "output step: fn(Int) -> Int\nfn main() { emit step = |n| n + 1 }",
    good: "enum Step { Up, Down }\noutput step: Step\nfn main() { emit step = Up }",
  },
  E0325: {
    severity: "error",
    title: "something that cannot be shown, or not in this way",
    explanation: "Every value can be shown. `:.3` and `:[MW]` say how to show a `Float`.",
    exampleKind: "body",
    bad: 'let n = 3\nprint("{n:.2}")',
    good: 'let n = 3\nprint("{n}")',
  },
  E0326: {
    severity: "error",
    title: "a pattern that does not fit its value",
    explanation:
      "`let (a, b) = …` takes a tuple of two apart; the numbers of names and values are equal.",
    exampleKind: "body",
    bad: "let (a, b) = (1, 2, 3)\nprint(a + b)",
    good: "let (a, b, _) = (1, 2, 3)\nprint(a + b)",
  },
  E0327: {
    severity: "error",
    title: "a power whose unit is not known",
    explanation:
      "The unit of `x^k` is the unit of `x` to the power of `k`, so `k` " +
      "is a literal, such as `2` or `(1/2)`, or `x` is a plain number. " +
      "The exponent is always a plain number.",
    exampleKind: "body",
    bad: "let k = 1.5\nlet x = 2[m]\nprint(x^k)",
    good: "let x = 2[m]\nprint(x^1.5)",
  },
  E0328: {
    severity: "error",
    title: "a type that nothing decides",
    explanation:
      "The type of an empty list comes from what is put into it or from its declaration.",
    exampleKind: "body",
    bad: "let xs = []\nprint(xs.length())",
    good: "let xs: List[Int] = []\nprint(xs.length())",
  },
  E0329: {
    severity: "error",
    title: "a `main` with parameters or a result",
    explanation:
      "What a program is given stands in `param`s, and what it yields " +
      "in `output`s, where their types, units and ranges are seen.",
    exampleKind: "program",
    bad: "fn main(n: Int) { print(n) }",
    good: "param n: Int = 3\nfn main() { print(n) }",
  },
  E0330: {
    severity: "error",
    title: "a `var` parameter that is not the first",
    explanation:
      "A function changes at most one place, its first " +
      "argument: the one before the dot in `place.f(x)`.",
    exampleKind: "program",
    bad: "fn raise(by: Int, var x: Int) { x += by }",
    good: "fn raise(var x: Int, by: Int) { x += by }",
  },
  E0331: {
    severity: "error",
    title: "a chain of comparisons without direction",
    explanation:
      "`a < b <= c` says that the three are in order. A chain that " +
      "turns around, or one with `!=`, says less than it seems to.",
    exampleKind: "body",
    bad: "let x = 3\nprint(1 < x > 2)",
    good: "let x = 3\nprint(1 < x and x > 2)",
  },
  E0332: {
    severity: "error",
    title: "a test that does not give a required parameter",
    explanation: "A parameter without default has no value in a test, unless `with` gives it one.",
    exampleKind: "program",
    bad: 'param n: Int\ntest "positive" { assert n > 0 }',
    good: 'param n: Int\ntest "positive" with n = 3 { assert n > 0 }',
  },
  E0333: {
    severity: "error",
    title: "brackets of a type that do not fit it",
    explanation:
      "`Float` takes a unit, `List` the type of its elements, a record or enum as many types and " +
      "units as it declares; other types take nothing.",
    exampleKind: "program",
    bad: "fn first(xs: List) -> Int { xs[0] }",
    good: "fn first(xs: List[Int]) -> Int { xs[0] }",
  },
  E0334: {
    severity: "error",
    title: "something without a value where one is needed",
    explanation:
      "A function without a declared result returns " +
      "nothing, which cannot be stored or put into a tuple.",
    exampleKind: "program",
    bad: 'fn greet() { print("hello") }\nfn main() {\n  let x = greet()\n  print(x)\n}',
    good: 'fn greet() { print("hello") }\nfn main() { greet() }',
  },
  E0335: {
    severity: "error",
    title: "a root of a unit that has no exact scale",
    explanation:
      "Scales of units are exact until a literal is rounded, " +
      "once. The root of a scale such as 1000 is not a fraction.",
    exampleKind: "body",
    bad: "let noise = 2[ms^(1/2)]\nprint(noise)",
    good: "let noise = 2[s^(1/2)]\nprint(noise)",
  },
  E0336: {
    severity: "error",
    title: "an index below 0",
    explanation:
      "Elements are counted from 0 at the front; the last one of `xs` is `xs[xs.length() - 1]`, " +
      "and `xs.last()` where the list may be empty.",
    exampleKind: "body",
    bad: "let xs = [1, 2]\nprint(xs[-1])",
    good: "let xs = [1, 2]\nprint(xs[xs.length() - 1])",
  },
} as const satisfies CatalogueFamily;
