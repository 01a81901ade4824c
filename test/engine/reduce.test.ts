/** Sums: the fixed order, against its definition bit for bit. */
import { expect, test } from "vitest";
import { bitsOfAll, floatsAt, FREE, kernel, testNumbers } from "./kernel-under-test.ts";
import { sum } from "./twin/sum.ts";

const { unit, below } = testNumbers("reduce", 4);

const LENGTHS = [
  0, 1, 2, 3, 7, 8, 9, 15, 16, 17, 1023, 1024, 1025, 2047, 2048, 2049, 3072, 5000, 7168, 11_264,
];

test("every length gives the bits of the definition", () => {
  for (const length of LENGTHS) {
    const values = Array.from({ length }, () => (unit() - 0.5) * 2 ** below(60));
    floatsAt(FREE, length + 1).set([...values, 1e300]);
    expect([length, ...bitsOfAll([kernel["sum_f64"](FREE, length)])]).toEqual([
      length,
      ...bitsOfAll([sum(values)]),
    ]);
  }
});

test("the order matters: 1, then 1e16 eight places on, then −1e16", () => {
  const values = Array.from({ length: 17 }, () => 0);
  values[0] = 1;
  values[8] = 1e16;
  values[16] = -1e16;
  floatsAt(FREE, 17).set(values);
  expect(kernel["sum_f64"](FREE, 17)).toBe(0);
  floatsAt(FREE, 17).set(values.toReversed());
  expect(kernel["sum_f64"](FREE, 17)).toBe(1);
});

test("empty is +0, a sum of −0 is +0, NaN is canonical", () => {
  floatsAt(FREE, 3).set([-0, -0, -0]);
  expect(bitsOfAll([kernel["sum_f64"](FREE, 0), kernel["sum_f64"](FREE, 3)])).toEqual([
    "0000000000000000",
    "0000000000000000",
  ]);
  floatsAt(FREE, 3).set([Infinity, 1, -Infinity]);
  expect(bitsOfAll([kernel["sum_f64"](FREE, 3)])).toEqual(["7ff8000000000000"]);
});

test("the mean is the sum divided once", () => {
  const values = Array.from({ length: 1500 }, unit);
  floatsAt(FREE, 1500).set(values);
  expect(kernel["mean_f64"](FREE, 1500)).toBe(sum(values) / 1500);
});
