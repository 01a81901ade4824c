/** Whatever a value is, what is written of it reads back as the same value. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { fitValue } from "../../cli/input/fit-value.ts";
import { fitWritten } from "../../cli/input/written.ts";
import { writtenText } from "../../cli/report/written.ts";
import type { ModuleType } from "../../src/index.ts";
import { sameValue } from "../machine/equal-values.ts";
import { typedPairs } from "../machine/random-values.ts";

test("values of any type read back", () => {
  fc.assert(
    fc.property(typedPairs, ([types, value]) => {
      const read = fitWritten(types, types.length - 1, writtenText(types, types.length - 1, value));
      expect(read.fits && sameValue(read.value, value)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const WIDTH = { exponents: [{ base: "m", exponent: { numerator: 1, denominator: 1 } }] } as const;
const TYPES: readonly ModuleType[] = [
  { kind: "float", unit: { ...WIDTH, display: { text: "cm", scale: 0.01 } } },
  {
    kind: "enum",
    name: "Option",
    cases: [
      { name: "None", fields: [] },
      { name: "Some", fields: [{ name: "", type: 0 }] },
    ],
  },
  { kind: "list", element: 1 },
];

test("numbers stand in the unit that they are shown in, wherever they are", () => {
  expect(writtenText(TYPES, 2, [[1, 0.3], [0], [1, -2]])).toBe(
    "[Some(30.0cm), None, Some(-200.0cm)]",
  );
});

test.for([
  ["3cm", [1, 0.03]],
  ["None", [0]],
  ["Some(3cm)", [1, 0.03]],
  ["Some( 3[cm] )", [1, 0.03]],
])("an Option is given as %s", ([text, value]) => {
  expect(fitValue(TYPES, 1, text as string)).toEqual({ fits: true, value });
});

test("whatever text is given is read or refused", () => {
  const pieces = fc.constantFrom(
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    ",",
    ":",
    '"',
    "\\u{110000}",
    "Some",
  );
  const text = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 });
  fc.assert(
    fc.property(typedPairs, text, ([types], parts) => {
      const read = fitWritten(types, types.length - 1, parts.join(""));
      expect(typeof read.fits).toBe("boolean");
    }),
    { numRuns: 300 },
  );
  expect(fitWritten(TYPES, 2, "[".repeat(100_000)).fits).toBe(false);
});
