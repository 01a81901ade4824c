/** Codes E01xx: what the lexer and the parser cannot read. */

import type { CatalogueFamily } from "./entry.ts";

export const SYNTAX_DIAGNOSTICS = {
  E0101: {
    severity: "error",
    title: "a character that has no meaning here",
    explanation:
      "Outside of strings and comments a program consists of names, numbers, operators " +
      "and brackets. Letters are Latin and Greek. Remove the character, put it into a " +
      "string, or write the ASCII operator that it looks like.",
    exampleKind: "body",
    bad: "let a = 1 $ 2",
    good: "let a = 1 + 2",
  },
  E0102: {
    severity: "error",
    title: "a comment of another language",
    explanation:
      "A comment begins with `//` and runs to the end of its line. `///` documents the " +
      "declaration that follows, `//!` the whole file.",
    exampleKind: "body",
    bad: "# count\nlet a = 1",
    good: "// count\nlet a = 1",
  },
  E0103: {
    severity: "error",
    title: "brackets that do not balance",
    explanation:
      "Every `(`, `[` and `{` is closed by its own kind. The report points at the " +
      "bracket that is left over; the missing one may be anywhere between it and the " +
      "place where that was noticed.",
    exampleKind: "body",
    bad: "let a = (1 + 2",
    good: "let a = (1 + 2)",
  },
  E0104: {
    severity: "error",
    title: "a string that does not end",
    explanation:
      "A string ends on the line where it begins, with the quote it began with. Text of " +
      'several lines stands between `"""` and `"""`. A `{` in a string opens a hole; a ' +
      "plain brace is written `\\{`.",
    exampleKind: "body",
    bad: 'print "hello',
    good: 'print "hello"',
  },
  E0105: {
    severity: "error",
    title: "a string in other quotes",
    explanation:
      "Strings stand in double quotes, whatever their length; there is no type of " +
      "single characters.",
    exampleKind: "body",
    bad: "print 'hello'",
    good: 'print "hello"',
  },
  E0106: {
    severity: "error",
    title: "a line break in the wrong place",
    explanation:
      "A line end ends a statement. So `else` stands on the line of the `}` before it, " +
      "and a `{` on the line of what it belongs to.",
    exampleKind: "body",
    bad: 'if true { print "a" }\nelse { print "b" }',
    good: 'if true { print "a" } else { print "b" }',
  },
  E0107: {
    severity: "error",
    title: "a word or an operator of another language",
    explanation:
      "Some languages write differently what ResoLang has too: `and` for `&&`, `or` for " +
      "`||`, `not` for `!`, `^` for `**`, `fn` for `def`, `else if` for `elif`, `x += " +
      "1` for `x++`. The report says what to write.",
    exampleKind: "body",
    bad: "let a = true && false",
    good: "let a = true and false",
  },
  E0108: {
    severity: "error",
    title: "a semicolon",
    explanation: "A statement ends with its line. Two statements stand on two lines.",
    exampleKind: "body",
    bad: "let a = 1;",
    good: "let a = 1",
  },
  E0109: {
    severity: "error",
    title: "something that does not fit here",
    explanation:
      "The reader got stuck: the report says what was being read, what could have come " +
      "next, and what stands there instead.",
    exampleKind: "body",
    bad: "let = 1",
    good: "let a = 1",
  },
  E0110: {
    severity: "error",
    title: "a missing comma",
    explanation:
      "Elements of lists, arguments, fields and parameters are separated by commas; a " +
      "comma after the last one is welcome. Only tuples of one part do not exist.",
    exampleKind: "body",
    bad: "let xs = [1 2]",
    good: "let xs = [1, 2]",
  },
  E0111: {
    severity: "error",
    title: "two statements on one line",
    explanation:
      "A statement ends with its line. If something between the two was meant to join " +
      "them, it is missing.",
    exampleKind: "body",
    bad: "let a = 1 let b = 2",
    good: "let a = 1\nlet b = 2",
  },
  E0112: {
    severity: "error",
    title: "`=` where something else is meant",
    explanation:
      "`=` gives a place a value. Values are compared with `==`; arguments and fields " +
      "are named with `:`.",
    exampleKind: "body",
    bad: 'let a = 1\nif a = 2 { print "two" }',
    good: 'let a = 1\nif a == 2 { print "two" }',
  },
  E0113: {
    severity: "error",
    title: "a number that is not well formed",
    explanation:
      "`_` stands between digits. Hexadecimal numbers begin with `0x`, binary ones with " +
      "`0b`; neither has a unit.",
    exampleKind: "body",
    bad: "let a = 1__000",
    good: "let a = 1_000",
  },
  E0114: {
    severity: "error",
    title: "a unit that is not attached",
    explanation:
      "A simple unit touches its number, `10ms`; a compound one touches it in brackets, " +
      "`0.25[rad/s]`. Without brackets `0.25rad/s` could also be a division by a " +
      "variable `s`.",
    exampleKind: "body",
    bad: "let a = 0.25rad/s",
    good: "let a = 0.25[rad/s]",
  },
  E0115: {
    severity: "error",
    title: "an escape that does not exist",
    explanation:
      'Escapes in strings are `\\n`, `\\t`, `\\r`, `\\0`, `\\"`, `\\\\`, `\\{`, `\\}` and ' +
      '`\\u{3c9}`. Raw text is written `r"…"`.',
    exampleKind: "body",
    bad: 'print "a\\qb"',
    good: 'print "a\\nb"',
  },
  E0116: {
    severity: "error",
    title: "a record literal without parentheses",
    explanation:
      "In the head of `if`, `while` and `for` a `{` begins the block. A record literal " +
      "there stands in parentheses.",
    exampleKind: "program",
    bad: 'record P { x: Int }\n\nfn main() {\n  if P { x: 1 } == P { x: 2 } { print "!" }\n}',
    good: 'record P { x: Int }\n\nfn main() {\n  if (P { x: 1 }) == (P { x: 2 }) { print "!" }\n}',
  },
  E0117: {
    severity: "error",
    title: "a declaration or a statement in the wrong place",
    explanation:
      "Functions, records, parameters, outputs, units, tests and constants stand at the " +
      "top level of a file, statements in functions. A program begins in `fn main()`.",
    exampleKind: "program",
    bad: 'print "hello"\n\nfn main() {}',
    good: 'fn main() {\n  print "hello"\n}',
  },
  E0118: {
    severity: "error",
    title: "a unit that is not well formed",
    explanation:
      "A unit is made of unit names with `*`, `/`, `^` and parentheses; `1` stands for " +
      "no unit, as in `1/s`. Exponents are whole numbers or fractions: `m^2`, " +
      "`Hz^(1/2)`.",
    exampleKind: "body",
    bad: "let a = 5[2*m]",
    good: "let a = 10[m]",
  },
  E0119: {
    severity: "error",
    title: "a program that is too large or too deep",
    explanation:
      "Files, tokens and nesting have limits, so that no text can make the reader run " +
      "out of memory. Give inner parts names with `let`, and read large tables as " +
      "parameters.",
    exampleKind: "body",
    bad: `let a = ${"(".repeat(201)}1${")".repeat(201)}`,
    good: "let a = (1)",
  },
  E0122: {
    severity: "error",
    title: "a hole that asks for an unknown form",
    explanation:
      "After `:` a hole says how many digits are shown, `.3`, or in which unit, `[MW]`, " +
      "or both, `.1[MW]`. There are no comments in a hole.",
    exampleKind: "body",
    bad: 'let r = 0.5\nprint "{r:}"',
    good: 'let r = 0.5\nprint "{r:.3}"',
  },
  E0123: {
    severity: "error",
    title: "a `pub` that opens nothing",
    explanation:
      "`pub` lets other files use a function, a type, a constant or a unit. Parameters and " +
      "outputs belong to the program that is run, and nothing calls a test or a bench.",
    exampleKind: "program",
    bad: 'pub param n: Int = 3\n\nfn main() {\n  print "{n}"\n}',
    good: 'param n: Int = 3\n\nfn main() {\n  print "{n}"\n}',
  },
} as const satisfies CatalogueFamily;
