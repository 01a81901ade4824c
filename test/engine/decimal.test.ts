/** Decimal text: shortest digits against JavaScript's, fixed decimals against exact integers. */
import { describe, expect, test } from "vitest";
import { bytesAt, FREE, kernel, testNumbers } from "./kernel-under-test.ts";
import { fixedText, floatText } from "./twin/decimal.ts";

const { unit, below, anyDouble } = testNumbers("decimal", 17);

/** The text a kernel wrote. */
function written(length: number): string {
  return String.fromCharCode(...bytesAt(FREE, length).slice());
}

function float(value: number): string {
  return written(kernel["write_float"](value, FREE));
}

function fixed(value: number, decimals: number): string {
  return written(kernel["write_fixed"](value, decimals, FREE));
}

/** A Float and how it is printed. */
const FLOATS: [number, string][] = [
  [0, "0.0"],
  [-0, "-0.0"],
  [1, "1.0"],
  [-0.5, "-0.5"],
  [0.1 + 0.2, "0.30000000000000004"],
  [1e-6, "0.000001"],
  [9.99e-7, "9.99e-7"],
  [1e-7, "1e-7"],
  [123_456_789_012_345_680_000, "123456789012345680000.0"],
  [1e21, "1e21"],
  [1.5e21, "1.5e21"],
  [5e-324, "5e-324"],
  [2 ** -1022, "2.2250738585072014e-308"],
  [Number.MAX_VALUE, "1.7976931348623157e308"],
  [2 ** 53, "9007199254740992.0"],
  [Number.NaN, "NaN"],
  [Infinity, "Infinity"],
  [-Infinity, "-Infinity"],
];

/** A Float, decimals, and how it is printed. */
const FIXED: [number, number, string][] = [
  [0.5, 0, "0"],
  [1.5, 0, "2"],
  [2.5, 0, "2"],
  [0.125, 2, "0.12"],
  [0.375, 2, "0.38"],
  [1.005, 2, "1.00"],
  [-0.001, 2, "-0.00"],
  [0.999, 2, "1.00"],
  [1e21, 1, "1000000000000000000000.0"],
  [5e-324, 17, "0.00000000000000000"],
  [0.1, 17, "0.10000000000000001"],
  [Number.NaN, 3, "NaN"],
];

describe("a Float", () => {
  for (const [value, text] of FLOATS) test(text, () => expect(float(value)).toBe(text));

  test("100 000 random doubles have JavaScript's digits", () => {
    const wrong: string[] = [];
    for (let k = 0; k < 100_000; k += 1) {
      const value = [anyDouble(), unit() * 10 ** (below(40) - 15), below(1e9) / 1000][k % 3];
      const text = float(value);
      if (text !== floatText(value)) wrong.push(`${text} for ${floatText(value)}`);
    }
    expect(wrong).toEqual([]);
  });
  test("all powers of two and their neighbours", () => {
    for (let exponent = -1074; exponent < 1024; exponent += 1) {
      const power = 2 ** exponent;
      for (const value of [power, power * (1 - 2 ** -53), power * (1 + 2 ** -52)]) {
        expect(float(value)).toBe(floatText(value));
      }
    }
  });
});

describe("fixed decimals", () => {
  for (const [value, decimals, text] of FIXED) {
    test(`${value} to ${decimals}`, () => expect(fixed(value, decimals)).toBe(text));
  }
  test("20 000 random doubles are rounded exactly", () => {
    const wrong: string[] = [];
    for (let k = 0; k < 20_000; k += 1) {
      const decimals = k % 18;
      const value = [anyDouble(), unit() * 10 ** below(18), below(2 ** 20) / 1024][k % 3];
      const text = fixed(value, decimals);
      if (text !== fixedText(value, decimals)) wrong.push(`${text} for ${value}, ${decimals}`);
    }
    expect(wrong).toEqual([]);
  });
});

test("an Int", () => {
  for (const value of [0, 7, -12, 2 ** 53 - 1, -(2 ** 53 - 1)]) {
    expect(written(kernel["write_int"](value, FREE))).toBe(String(value));
  }
});
