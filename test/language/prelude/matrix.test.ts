/**
 * Matrices against exact elimination of fractions, and against matrices whose values are known.
 *
 * Hilbert determinants: OEIS A005249. Eigenvalues of the second difference: 4 sin²(kπ / (2n + 2)).
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calculate, listOf, messageOf } from "./calculate.ts";
import { fraction, minus, over, relativeError, times, toNumber } from "./exact.ts";
import type { Fraction } from "./exact.ts";

const small = fc.integer({ min: -20, max: 20 });

function square(size: number): fc.Arbitrary<number[][]> {
  return fc.array(fc.array(small, { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  });
}

const squares = fc.integer({ min: 1, max: 6 }).chain(square);

function rowsOf(matrix: readonly (readonly number[])[]): string {
  return `Matrix.from_rows([${matrix.map((row) => listOf(row)).join(", ")}])`;
}

/** Elimination without rounding: the determinant, and the solution where there is one. */
function eliminated(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): { determinant: Fraction; solution: Fraction[] | null } {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, right[i]].map(fraction));
  let determinant = fraction(1);
  for (let k = 0; k < n; k++) {
    const pivot = rows.findIndex((row, i) => i >= k && row[k].numerator !== 0n);
    if (pivot < 0) return { determinant: fraction(0), solution: null };
    if (pivot !== k) {
      [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
      determinant = times(determinant, fraction(-1));
    }
    determinant = times(determinant, rows[k][k]);
    for (const [i, row] of rows.entries()) {
      if (i === k) continue;
      const factor = over(row[k], rows[k][k]);
      rows[i] = row.map((x, j) => minus(x, times(factor, rows[k][j])));
    }
  }
  return { determinant, solution: rows.map((row, i) => over(row[n], row[i])) };
}

test("determinants, solutions and inverses are those of exact elimination", () => {
  fc.assert(
    fc.property(squares, fc.array(small, { minLength: 6, maxLength: 6 }), (matrix, numbers) => {
      const right = numbers.slice(0, matrix.length);
      const { determinant, solution } = eliminated(matrix, right);
      const exact = toNumber(determinant);
      const [found] = calculate(`let a = ${rowsOf(matrix)}`, ["a.determinant()"]) as number[];
      const lengths = matrix.map((row) => Math.hypot(...row));
      const bound = lengths.reduce((a, b) => a * b, 1);
      expect(Math.abs(found - exact)).toBeLessThanOrEqual(1e-13 * bound);
      // An integer determinant below a tenth of the bound may belong to a badly posed system.
      if (solution === null || Math.abs(exact) < 0.1 * bound) return;
      const [x, product] = calculate(`let a = ${rowsOf(matrix)}\nlet b = ${listOf(right)}`, [
        "a.solve(b)",
        "a.product(a.inverse()).values",
      ]) as number[][];
      const size = Math.hypot(...solution.map(toNumber));
      for (const [i, value] of x.entries()) {
        expect(Math.abs(value - toNumber(solution[i]))).toBeLessThanOrEqual(1e-12 * size);
      }
      for (const [place, value] of product.entries()) {
        const isDiagonal = place % (matrix.length + 1) === 0;
        expect(Math.abs(value - (isDiagonal ? 1 : 0))).toBeLessThanOrEqual(1e-12);
      }
    }),
    { numRuns: 25 },
  );
});

test("products of whole numbers are exact", () => {
  const shapes = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 5 }));
  fc.assert(
    fc.property(shapes, fc.infiniteStream(small), ([m, inner, n], stream) => {
      fc.pre(m > 0 && inner > 0);
      const next = () => stream.next().value as number;
      const make = (rows: number, columns: number) =>
        Array.from({ length: rows }, () => Array.from({ length: columns }, next));
      const [a, b] = [make(m, inner), make(inner, n)];
      const expected = a.flatMap((row) =>
        Array.from({ length: n }, (_, j) => row.reduce((sum, x, k) => sum + x * b[k][j], 0)),
      );
      const [product, back] = calculate(`let a = ${rowsOf(a)}\nlet b = ${rowsOf(b)}`, [
        "a.product(b).values",
        "a.transposed().transposed().values",
      ]) as number[][];
      expect(product.map((x) => x + 0)).toEqual(expected.map((x) => x + 0));
      expect(back).toEqual(a.flat());
    }),
    { numRuns: 20 },
  );
});

test("eigenvectors turn a symmetric matrix into its eigenvalues", () => {
  fc.assert(
    fc.property(squares, (matrix) => {
      const a = matrix.map((row, i) => row.map((x, j) => x + matrix[j][i]));
      const n = a.length;
      const [values, vectors] = calculate(`let found = ${rowsOf(a)}.symmetric_eigen()`, [
        "found.values",
        "found.vectors.values",
      ]) as number[][];
      expect(values).toEqual(values.toSorted((x, y) => x - y));
      const size = Math.max(1, Math.hypot(...a.flat()));
      for (let k = 0; k < n; k++) {
        const vector = Array.from({ length: n }, (_, i) => vectors[i * n + k]);
        expect(Math.abs(Math.hypot(...vector) - 1)).toBeLessThan(1e-14 * n);
        for (const [i, row] of a.entries()) {
          const image = row.reduce((sum, x, j) => sum + x * vector[j], 0);
          expect(Math.abs(image - values[k] * vector[i])).toBeLessThan(1e-13 * size);
        }
        const largest = vector.reduce((x, y) => (Math.abs(y) > Math.abs(x) ? y : x), 0);
        expect(largest).toBeGreaterThan(0);
      }
    }),
    { numRuns: 20 },
  );
});

test("singular values and vectors make the matrix again", () => {
  const shapes = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
  fc.assert(
    fc.property(shapes, fc.infiniteStream(small), ([m, n], stream) => {
      const a = Array.from({ length: m }, () =>
        Array.from({ length: n }, () => stream.next().value as number),
      );
      const [values, again, rightSquared] = calculate(
        `let a = ${rowsOf(a)}\nlet found = a.singular_values()\n` +
          "let scaled = found.left.product(Matrix.diagonal(found.values))",
        [
          "found.values",
          "scaled.product(found.right.transposed()).values",
          "found.right.transposed().product(found.right).values",
        ],
      ) as number[][];
      const k = Math.min(m, n);
      expect(values.length).toBe(k);
      expect(values).toEqual(values.toSorted((x, y) => y - x));
      const size = Math.max(1, Math.hypot(...a.flat()));
      for (const [place, x] of a.flat().entries()) {
        expect(Math.abs(again[place] - x)).toBeLessThan(1e-13 * size);
      }
      if (m < n) return;
      for (const [place, x] of rightSquared.entries()) {
        expect(Math.abs(x - (place % (k + 1) === 0 ? 1 : 0))).toBeLessThan(1e-13);
      }
    }),
    { numRuns: 20 },
  );
});

describe("matrices whose values are known", () => {
  test("Hilbert determinants", () => {
    const statements = (n: number): string =>
      `var h = Matrix.filled(${n}, ${n}, 0.0)\n` +
      `for i in 0..${n} { for j in 0..${n} { h.set(i, j, 1 / Float(i + j + 1)) } }`;
    const reciprocals = [1, 12, 2160, 6_048_000, 266_716_800_000];
    for (const [index, reciprocal] of reciprocals.entries()) {
      const [found] = calculate(statements(index + 1), ["h.determinant()"]) as number[];
      expect(relativeError(found, 1 / reciprocal)).toBeLessThan(1e-10);
    }
  });

  test("the second difference", () => {
    const n = 24;
    const statements =
      `var a = Matrix.diagonal(List.filled(${n}, 2.0))\n` +
      `for i in 1..${n} { a.set(i, i - 1, -1)\n a.set(i - 1, i, -1) }`;
    const [found] = calculate(statements, ["a.symmetric_eigenvalues()"]) as number[][];
    for (const [index, value] of found.entries()) {
      const sine = Math.sin(((index + 1) * Math.PI) / (2 * n + 2));
      expect(Math.abs(value - 4 * sine * sine)).toBeLessThan(5e-14);
    }
  });

  test("small singular values are as accurate as large ones", () => {
    const [values] = calculate("let a = Matrix.from_rows([[1.0, 1.0], [0, 1e-12]])", [
      "a.singular_values().values",
    ]) as number[][];
    // σ₁ σ₂ = |det| and σ₁² + σ₂² = Σ aᵢⱼ².
    expect(relativeError(values[0], Math.SQRT2)).toBeLessThan(1e-14);
    expect(relativeError(values[1], 1e-12 / Math.SQRT2)).toBeLessThan(1e-3);
  });

  test("empty matrices", () => {
    expect(
      calculate("let a = Matrix.identity(0)", [
        "a.determinant()",
        "a.solve([])",
        "a.product(a).values",
        "a.symmetric_eigenvalues()",
        "a.inverse().rows",
      ]),
    ).toEqual([1, [], [], [], 0]);
  });
});

test.each([
  ["let _ = Matrix.from_rows([[1.0, 2.0], [3.0]])", "one row has 2 elements and another 1"],
  ["let _ = Matrix.from_rows([[1.0, 2.0], [2.0, 4.0]]).solve([1.0, 1.0])", "singular"],
  ["let _ = Matrix.from_rows([[1.0, 2.0]]).determinant()", "1 × 2 matrix is not square"],
  ["let _ = Matrix.identity(2).product(Matrix.identity(3))", "2 × 2 and 3 × 3"],
  ["let _ = Matrix.identity(2).plus(Matrix.identity(3))", "2 × 2 and 3 × 3"],
  ["let _ = Matrix.identity(2).get(2, 0)", "row 2, column 0 of a 2 × 2 matrix"],
  ["let _ = Matrix.identity(2).apply([1.0])", "2 columns and 1 elements"],
  ["let _ = Matrix.from_rows([[1.0, 2.0], [3.0, 1.0]]).symmetric_eigen()", "across the diagonal"],
  ["let _ = Matrix.filled(-1, 2, 0.0)", "no -1 × 2 elements"],
])("%s", (statements, part) => {
  expect(messageOf(statements)).toContain(part);
});
