/** Pages of the keywords: a paragraph and an example each. */

import type { ManualPage } from "./page.ts";

interface KeywordEntry {
  readonly doc: string;
  readonly code: string;
  readonly prints: readonly string[];
}

export const KEYWORD_ENTRIES: Readonly<Record<string, KeywordEntry>> = {
  param: {
    doc:
      "Declares an input of the program: a name, a type, a default and the range it may lie in, " +
      "the last two if wanted. On the command line it is an option, with units: `--width " +
      "14deg/s`. Its `///` comment is the help text. A parameter never changes during a run.",
    code:
      "/// Number of oscillators.\nparam n: Int = 100 in 2..=1_000_000\n\n" +
      'fn main() {\n  print "{n} oscillators"\n}',
    prints: ["100 oscillators"],
  },
  output: {
    doc:
      "Declares a result: a name, and the type of one row. `emit` adds a row. A terminal shows " +
      "a table and a plot; `--json`, `--csv` and `--receipt` keep all of it.",
    code:
      "record Point { t: Float[s], x: Float }\n\noutput curve: Point\n\nfn main() {\n" +
      "  for i in 0..3 {\n    emit curve = Point { t: Float(i) * 1ms, x: 0.5^Float(i) }\n  }\n}",
    prints: [],
  },
  record: {
    doc:
      "Declares a type with named fields. It is built with all, `Point { x: 1, y: 2 }`, a " +
      "variable with a field's name may stand alone, and `Point { ..p, x: 3 }` takes the rest " +
      "from another. Variables for types and units stand in brackets: " +
      "`record Pair[A, B] { first: A, second: B }`, `record Phasor[unit u] { re: Float[u] }`.",
    code:
      "record Bus { number: Int, load: Float[MW] }\nrecord Pair[A, B] { first: A, second: B }\n\n" +
      "fn main() {\n  let bus = Bus { number: 7, load: 3MW }\n" +
      '  print "{Bus { ..bus, number: 8 }}"\n  print "{Pair { first: 1, second: true }}"\n}',
    prints: ["Bus { number: 8, load: 3000000.0 }", "Pair { first: 1, second: true }"],
  },
  fn: {
    doc:
      "Declares a function. Types of parameters and result are written; the last expression is " +
      "the result. `fn Type.name(x: Type)` belongs to a type and is called `x.name()`. A first " +
      "parameter `var` is changed in the caller's variable. Defaults (`k: Int = 1`) and names at " +
      "the call (`steps: 40`) work for every function. `fn(A) -> B` is the type of a function as " +
      "a value: its name, or `|x| x + 1`, which keeps copies of the variables it reads.",
    code:
      "fn square[unit u](x: Float[u]) -> Float[u^2] {\n  x * x\n}\n\n" +
      "fn adder(k: Int) -> fn(Int) -> Int {\n  |x| x + k\n}\n\n" +
      'fn main() {\n  print "{square(3[m])} m²"\n  let adders = [adder(1), adder(10)]\n' +
      '  print "{adders[1](5)}"\n}',
    prints: ["9.0 m²", "15"],
  },
  unit: {
    doc:
      "Declares a unit: `unit MVA = 1e6 W`. Behind the name of a function or record it " +
      "declares a variable that stands for any unit: `[unit u]`.",
    code: 'unit furlong = 201.168 m\n\nfn main() {\n  print "{2furlong} m"\n}',
    prints: ["402.336 m"],
  },
  test: {
    doc:
      "A block that `resolang test` runs; a failed `assert` shows the values in its condition. " +
      "`with n = 10` fixes parameters, `for seed in 0..100` runs it for every seed. Tests change " +
      "nothing about the program's identity.",
    code:
      'fn half(x: Float) -> Float {\n  x / 2\n}\n\nfn main() {\n  print "{half(3)}"\n}\n\n' +
      'test "half of a whole" {\n  assert half(2) == 1\n}',
    prints: ["1.5"],
  },
  pub: {
    doc: "Lets files that import this one use a function, record, enum, constant or unit.",
    code: 'pub fn twice(n: Int) -> Int {\n  2 * n\n}\n\nfn main() {\n  print "{twice(4)}"\n}',
    prints: ["8"],
  },
  let: {
    doc:
      "Names a value for the rest of the block. At the top of a file it is a constant in " +
      "UPPER_CASE, worked out before the run. What a `let` names never changes.",
    code: 'let (low, high) = (1, 5)\nlet middle = (low + high) div 2\nprint "{middle}"',
    prints: ["3"],
  },
  var: {
    doc:
      "Names a place whose value may change: `x = 2`, `x += 1`, `xs[i] = 0`, `p.x = 3`. Before a " +
      "function's first parameter it takes the caller's place.",
    code: 'var total = 0\nfor n in 1..=4 { total += n }\nprint "{total}"',
    prints: ["10"],
  },
  with: {
    doc: 'Fixes parameters in a test: `test "small" with n = 10, width = 1[1/s] { … }`.',
    code:
      'param n: Int = 100\n\nfn main() {\n  print "{n}"\n}\n\n' +
      'test "a small one" with n = 3 {\n  assert n == 3\n}',
    prints: ["100"],
  },
  if: {
    doc:
      "Takes one of two ways. The condition is a Bool and needs no parentheses; the braces do. " +
      "With an `else` it is an expression with a value.",
    code: 'let n = 7\nlet kind = if n % 2 == 0 { "even" } else { "odd" }\nprint kind',
    prints: ["odd"],
  },
  else: {
    doc: "The other way of an `if`; `else if` goes on asking.",
    code:
      'let x = 0.4\nif x < 0 { print "below" } else if x > 1 { print "above" } ' +
      'else { print "inside" }',
    prints: ["inside"],
  },
  while: {
    doc: "Repeats a block as long as its condition holds, asked before each round.",
    code:
      "var n = 27\nvar steps = 0\nwhile n != 1 {\n" +
      '  n = if n % 2 == 0 { n div 2 } else { 3 * n + 1 }\n  steps += 1\n}\nprint "{steps} steps"',
    prints: ["111 steps"],
  },
  loop: {
    doc: "Repeats a block until `break` or `return`; the fuel limit ends one that has neither.",
    code: 'var n = 1\nloop {\n  n *= 2\n  if n > 100 { break }\n}\nprint "{n}"',
    prints: ["128"],
  },
  for: {
    doc:
      "Runs over a range, a list or a map, from the first to the last. " +
      "A pattern takes pairs apart: " +
      "`for (i, x) in xs.enumerate()`. The list is the one from before the loop, whatever the " +
      "block does to the variable.",
    code: 'for (i, x) in [2.5, 4.0].enumerate() { print "{i}: {x}" }',
    prints: ["0: 2.5", "1: 4.0"],
  },
  in: {
    doc: "Stands before what a `for` runs over, and before the range of a `param`.",
    code: 'param n: Int = 2 in 1..=9\n\nfn main() {\n  for i in 0..n { print "{i}" }\n}',
    prints: ["0", "1"],
  },
  break: {
    doc: "Leaves the innermost loop.",
    code: 'for n in [3, 1, 4] {\n  if n == 1 { break }\n  print "{n}"\n}',
    prints: ["3"],
  },
  continue: {
    doc: "Goes on with the next round of the innermost loop.",
    code: 'for n in [3, 1, 4] {\n  if n == 1 { continue }\n  print "{n}"\n}',
    prints: ["3", "4"],
  },
  return: {
    doc: "Leaves the function with a value. At the end the last expression is enough.",
    code:
      "fn first_above(xs: List[Float], x: Float) -> Int {\n  for i in 0..xs.length() {\n" +
      "    if xs[i] > x { return i }\n  }\n  -1\n}\n\n" +
      'fn main() {\n  print "{first_above([0.1, 0.7, 0.9], 0.5)}"\n}',
    prints: ["1"],
  },
  emit: {
    doc: "Adds a row to an output: `emit curve = point`. Rows keep their order.",
    code:
      "output squares: Int\n\nfn main() {\n  for n in 1..=3 { emit squares = n * n }\n" +
      '  print "emitted"\n}',
    prints: ["emitted"],
  },
  print: {
    doc: "Prints one line. Its text is part of the result and of the receipt.",
    code: 'let r = 0.123456\nprint "r = {r:.3}, in all digits {r}"',
    prints: ["r = 0.123, in all digits 0.123456"],
  },
  assert: {
    doc:
      "Stops the run with the trap `assertion` where a condition does not hold, with a text of " +
      'yours: `assert n > 0, "n is {n}"`. In a test it is what has to be true.',
    code: 'let n = 3\nassert n > 0, "n is {n}"\nprint "fine"',
    prints: ["fine"],
  },
  true: { doc: "The Bool that holds.", code: 'print "{true or false}"', prints: ["true"] },
  false: {
    doc: "The Bool that does not hold.",
    code: 'print "{true and false}"',
    prints: ["false"],
  },
  and: {
    doc: "Both: the right side is worked out only if the left one holds.",
    code: 'let xs: List[Int] = []\nprint "{xs.length() > 0 and xs[0] == 1}"',
    prints: ["false"],
  },
  or: {
    doc: "Either: the right side is worked out only if the left one does not hold.",
    code: 'let n = 0\nprint "{n == 0 or 10 div n > 2}"',
    prints: ["true"],
  },
  not: { doc: "The opposite of a Bool.", code: 'print "{not (1 > 2)}"', prints: ["true"] },
  div: {
    doc:
      "The quotient of two Ints, rounded downwards; `%` is what remains, with the sign of the " +
      "divisor. Division by zero stops the run with the trap `division`.",
    code: 'print "{7 div 2}, {-7 div 2}, {-7 % 2}"',
    prints: ["3, -4, 1"],
  },
  enum: {
    doc:
      "Declares a type whose values are one of several cases; a case may carry values. It is " +
      "written `Shape.Dot`, or `Dot` where the type is known, and taken apart by `match`. " +
      "`Option` and `Result` are enums of the library. Cases may hold values of the enum itself, " +
      "as long as one of them ends.",
    code:
      "enum Tree { Leaf, Node(Tree, Float[m], Tree) }\n\n" +
      "fn total(tree: Tree) -> Float[m] {\n  match tree {\n    Leaf => 0\n" +
      "    Node(left, x, right) => total(left) + x + total(right)\n  }\n}\n\n" +
      "fn main() {\n  let twig = Node(Leaf, 2[m], Leaf)\n" +
      '  print "{total(Node(twig, 1[m], Leaf))} m"\n}',
    prints: ["3.0 m"],
  },
  match: {
    doc:
      "Takes the first arm whose pattern fits, and its value. Patterns are literals, ranges " +
      "(`1..10`, `1..=9`, `10..`, `..0`), names, `_`, tuples, records, cases, lists such as " +
      "`[first, ..rest]`, and alternatives `A | B`; `if` behind a pattern asks for more. Every " +
      "case has to be there.",
    code:
      'for n in [-1, 0, 7, 40] {\n  let size = match n {\n    ..0 => "debt"\n' +
      '    0 => "none"\n    1..10 => "some"\n    10.. => "many"\n  }\n  print size\n}',
    prints: ["debt", "none", "some", "many"],
  },
  import: {
    doc:
      'Takes what another file declares `pub`: `import "grids/ring"` binds its last name, so ' +
      "that `ring.build(12)` calls a function of `grids/ring.reso`; `as r` binds another name, " +
      'and braces take names out of the file: `import "grids/ring" { Ring, ring_of }`. The ' +
      "path starts at the folder of the file it stands in, and `..` leads out of that.",
    code: "",
    prints: [],
  },
  as: {
    doc: 'Gives an imported file another name here: `import "grids/ring" as r`.',
    code: "",
    prints: [],
  },
  bench: {
    doc:
      "A block of work that `resolang bench` measures: a program of its own, like a test, with " +
      "`with` for parameters. It does not touch the program's identity.",
    code:
      "fn sum(n: Int) -> Int {\n  var total = 0\n  for i in 0..n { total += i }\n  total\n}\n\n" +
      'bench "sum of a thousand" { assert sum(1000) == 499_500 }\n\n' +
      'fn main() {\n  print "{sum(4)}"\n}',
    prints: ["6"],
  },
};

export const KEYWORD_PAGES: readonly ManualPage[] = Object.entries(KEYWORD_ENTRIES).map(
  ([name, { doc, code, prints }]) => ({
    kind: "keyword",
    name,
    signature: "",
    doc,
    facts: [],
    example: code === "" ? null : { code, prints },
    isInner: false,
  }),
);
