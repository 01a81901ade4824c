/**
 * Special functions against mpmath with sixty digits, in units in the last place (references.py),
 * and against identities of whole numbers.
 */

import { describe, expect, test } from "vitest";
import { calculate, decimal, messageOf } from "./calculate.ts";
import references from "./references.json" with { type: "json" };

/** The distance from a double to the next larger one. */
function spacing(x: number): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(x));
  const here = bits.getBigInt64(0);
  bits.setBigInt64(0, here + 1n);
  return bits.getFloat64(0) - Math.abs(x);
}

const LIMITS = { erf: 1, erfc: 1, gamma: 1, log_gamma: 1.5, asinh: 2, acosh: 2, atanh: 2 };

test.each(Object.entries(LIMITS))("%s within %d units in the last place", (name, limit) => {
  const rows = references.special[name as keyof typeof LIMITS];
  const list = `[${rows.map(([x]) => decimal(x)).join(", ")}]`;
  const [found] = calculate("", [`${list}.map(|x| ${name}(x))`]) as number[][];
  for (const [k, [x, value, rest]] of rows.entries()) {
    const error = Math.abs(found[k] - value - rest) / spacing(value);
    expect([x, error < limit]).toEqual([x, true]);
  }
});

test.each(Object.entries(references.bessel))("%s", (name, rows) => {
  const found = calculate(
    "",
    rows.map(([x]) => `${name}(${decimal(x)})`),
  ) as number[];
  for (const [k, [x, value]] of rows.entries()) {
    const size = name.startsWith("bessel_i") ? 10 * Math.abs(value) : 1 + Math.abs(x) / 10;
    expect([x, Math.abs(found[k] - value) <= 1e-15 * size]).toEqual([x, true]);
  }
});

test("incomplete functions", () => {
  const { gamma, beta } = references.regularised;
  const found = calculate("", [
    ...gamma.map(([a, x]) => `gamma_regularised(${decimal(a)}, ${decimal(x)})`),
    ...beta.map((row) => `beta_regularised(${row.map(decimal).slice(0, 3).join(", ")})`),
  ]) as number[];
  for (const [k, row] of [...gamma, ...beta].entries()) {
    const limit = Math.max(1e-13, 1e-15 * Math.max(...row));
    expect(Math.abs(found[k] - row.at(-1)!)).toBeLessThan(limit);
  }
});

describe("identities", () => {
  test("binomials are those of Pascal's triangle", () => {
    const rows = [0, 1, 7, 20, 52].map((n) => `List.generated(${n + 2}, |k| binomial(${n}, k))`);
    const found = calculate("", rows) as number[][];
    for (const [index, n] of [0, 1, 7, 20, 52].entries()) {
      let row = [1];
      for (let k = 0; k < n; k++) row = [...row, 0].map((x, i) => x + (row[i - 1] ?? 0));
      expect(found[index]).toEqual([...row, 0]);
    }
    expect(messageOf("let _ = binomial(70, 35)")).toContain("overflow");
    expect(messageOf("let _ = binomial(-1, 0)")).toContain("-1 things");
  });

  test("divisors and multiples", () => {
    const numbers = [0, 1, -4, 6, 35, 36, 97, 5040];
    const pairs = numbers.flatMap((a) => numbers.map((b) => [a, b]));
    const [divisors, multiples] = ["gcd", "lcm"].map(
      (name) =>
        calculate(
          "",
          pairs.map(([a, b]) => `Int.${name}(${a}, ${b})`),
        ) as number[],
    );
    for (const [k, [a, b]] of pairs.entries()) {
      const [x, y] = [Math.abs(a), Math.abs(b)];
      const candidates = [...Array(Math.max(x, y) + 1).keys()].slice(1);
      const common = candidates.filter((d) => x % d === 0 && y % d === 0);
      expect(divisors[k]).toBe(common.at(-1) ?? 0);
      expect(multiples[k] * divisors[k]).toBe(x * y);
    }
  });

  test("beta is symmetric, and of whole numbers known", () => {
    const [half, whole, mirrored, large] = calculate("", [
      "beta(0.5, 0.5)",
      "beta(3.0, 4.0) * 60",
      "beta(2.5, 7.25) / beta(7.25, 2.5)",
      "beta(100.0, 100.0) / 2.2087606931995024e-61",
    ]) as number[];
    expect(half).toBeCloseTo(Math.PI, 14);
    expect(whole).toBeCloseTo(1, 14);
    expect(mirrored).toBeCloseTo(1, 14);
    expect(large).toBeCloseTo(1, 11);
  });

  test("ends", () => {
    expect(
      calculate("", [
        "atanh(1.0)",
        "atanh(-1.0)",
        "acosh(1.0)",
        "acosh(0.5)",
        "asinh(-0.0)",
        "bessel_j0(0.0)",
        "bessel_i0(800.0) * 0 != 0",
        "gamma_regularised(2.0, 0.0)",
        "beta_regularised(2.0, 3.0, 1.0)",
        "log_gamma(1.0)",
        "log_gamma(2.0)",
        "log_gamma(1.0 / 0.0)",
      ]),
    ).toEqual([Infinity, -Infinity, 0, null, -0, 1, true, 0, 1, 0, 0, Infinity]);
    expect(messageOf("let _ = gamma_regularised(0.0, 1.0)")).toContain("not of 0.0 and 1.0");
    expect(messageOf("let _ = beta_regularised(1.0, 1.0, 1.5)")).toContain("at 1.5");
  });
});
