/** Pages of the operators: meaning and precedence from the table of the grammar. */

import { BINARY_OPERATORS, PREFIX_OPERATORS } from "../../../grammar/operators.ts";
import type { ManualExample, ManualPage } from "./page.ts";

/** What is asked about operators that are words stands with the keywords. */
const EXAMPLES: Readonly<Record<string, ManualExample>> = {
  "==": { code: 'print "{[1, 2] == [1, 2]}, {0.1 + 0.2 == 0.3}"', prints: ["true, false"] },
  "!=": { code: 'print "{"a" != "b"}"', prints: ["true"] },
  "<": { code: 'let r = 0.5\nprint "{0 < r < 1}"', prints: ["true"] },
  "<=": { code: 'print "{1 <= 1}"', prints: ["true"] },
  ">": { code: 'print "{2[m] > 150[cm]}"', prints: ["true"] },
  ">=": { code: 'print "{2 >= 3}"', prints: ["false"] },
  "..": {
    code: 'let r = 0..2\nfor i in r { print "{i}" }\nprint "{r.map(|i| i * i)}"',
    prints: ["0", "1", "[0, 1]"],
  },
  "..=": { code: 'for i in 0..=2 { print "{i}" }', prints: ["0", "1", "2"] },
  "++": { code: 'print "a" ++ "b"\nprint "{[1] ++ [2, 3]}"', prints: ["ab", "[1, 2, 3]"] },
  "+": {
    code: 'print "{1[km] + 200[m]} m"\nprint "{[1.0, 2.0] + [3.0, 4.0]}"',
    prints: ["1200.0 m", "[4.0, 6.0]"],
  },
  "-": { code: 'print "{5 - 7}"', prints: ["-2"] },
  "*": {
    code: 'print "{3[m] * 2[m]} m²"\nprint "{2 * [1.0, 2.0]}"\nprint "{1i * 1i}"',
    prints: ["6.0 m²", "[2.0, 4.0]", "-1.0 + 0.0i"],
  },
  "/": { code: 'print "{90[km] / 1h} m/s"', prints: ["25.0 m/s"] },
  "%": { code: 'print "{-7 % 3}"', prints: ["2"] },
  "^": {
    code: 'print "{2^10}, {2.0^0.5}, {3[m]^2} m²"',
    prints: ["1024, 1.4142135623730951, 9.0 m²"],
  },
};

const ROWS = [...BINARY_OPERATORS, ...PREFIX_OPERATORS].filter(({ text }) => !/\w/u.test(text));
const TEXTS = [...new Set(ROWS.map(({ text }) => text))];

export const OPERATOR_PAGES: readonly ManualPage[] = TEXTS.map((name) => {
  const rows = ROWS.filter(({ text }) => text === name);
  const meanings = rows.map(({ meaning }) => meaning).join("; before one value: ");
  return {
    kind: "operator",
    name,
    signature: "",
    doc: `${meanings[0].toUpperCase()}${meanings.slice(1)}.`,
    facts: [
      `binding: ${rows.map(({ precedence }) => precedence).join(" and ")}, of 1 (loosest) to 10`,
    ],
    example: EXAMPLES[name] ?? null,
    isInner: false,
  };
});
