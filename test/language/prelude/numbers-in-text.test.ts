/** Numbers in text are the nearest Floats: compared with what the host reads. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { calculate } from "./calculate.ts";

const digits = (most: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: most })
    .map((ds) => ds.join(""));

const EDGES = [
  "0",
  "-0.0",
  "5e-324",
  "2.4703282292062327208e-324",
  "2.4703282292062327209e-324",
  "2.2250738585072011e-308",
  "2.2250738585072014e-308",
  "1.7976931348623157e308",
  "1.7976931348623158e308",
  "1.7976931348623159e308",
  "9007199254740993",
  "9007199254740992.99999999999999999999",
  "9007199254740993.00000000000000000001",
  "0.1",
  "123456789012345678901234567890",
  `1${"0".repeat(308)}`,
  `0.${"0".repeat(400)}1e300`,
  `9007199254740993${"0".repeat(900)}e-900`,
  `9007199254740993.${"0".repeat(900)}1`,
];

/** Decimals of every kind, and what lies halfway between two doubles, and beside it. */
const decimals = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => String(x)),
  fc
    .tuple(digits(40), digits(40), fc.integer({ min: -345, max: 330 }))
    .map(([whole, part, exponent]) => `${whole}.${part}e${exponent}`),
  fc
    .tuple(fc.bigInt(2n ** 53n, 2n ** 54n), fc.integer({ min: 0, max: 200 }), fc.nat(2))
    .map(([mantissa, shift, beside]) =>
      String((2n * mantissa + 1n) * 2n ** BigInt(shift) + BigInt(beside) - 1n),
    ),
);

function parsed(texts: readonly string[]): readonly number[] {
  const list = texts.map((text) => JSON.stringify(text)).join(", ");
  const [found] = calculate("", [`[${list}].map(|s| Float.parse(s).value_or(0.5 - 0.25))`]);
  return found as readonly number[];
}

test("at the edges", () => {
  expect(parsed(EDGES)).toEqual(EDGES.map(Number));
});

test("everywhere", () => {
  fc.assert(
    fc.property(fc.array(decimals, { minLength: 20, maxLength: 40 }), (texts) => {
      expect(parsed(texts)).toEqual(texts.map(Number));
    }),
    { numRuns: 15 },
  );
});
