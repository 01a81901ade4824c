/**
 * Linear algebra: factors that make the matrix again, eigenvalues against exact traces of powers,
 * values of numpy and mpmath (references.py), and certified coefficients.
 *
 * Longley's data and its coefficients: NIST Statistical Reference Datasets, linear regression.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calculate, listOf, messageOf } from "./calculate.ts";
import { relativeError } from "./exact.ts";
import references from "./references.json" with { type: "json" };

type Rows = readonly (readonly number[])[];

const small = fc.integer({ min: -20, max: 20 });

function rectangle(rows: number, columns: number): fc.Arbitrary<number[][]> {
  const row = fc.array(small, { minLength: columns, maxLength: columns });
  return fc.array(row, { minLength: rows, maxLength: rows });
}

const rectangles = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([m, n]) => rectangle(m, n));

const squares = fc.integer({ min: 1, max: 7 }).chain((n) => rectangle(n, n));

const rowsOf = (matrix: Rows): string =>
  `Matrix.from_rows([${matrix.map((row) => listOf(row)).join(", ")}])`;

function product(a: Rows, b: Rows): number[][] {
  return a.map((row) => b[0].map((_, j) => row.reduce((sum, x, k) => sum + x * b[k][j], 0)));
}

function shaped(values: readonly number[], columns: number): number[][] {
  return Array.from({ length: values.length / columns }, (_, i) =>
    values.slice(i * columns, (i + 1) * columns),
  );
}

const transposed = (a: Rows): number[][] => a[0].map((_, j) => a.map((row) => row[j]));

const sizeOf = (a: Rows): number => Math.max(1, Math.hypot(...a.flat()));

function expectClose(a: Rows, b: Rows, error: number): void {
  for (const [i, row] of a.entries()) {
    for (const [j, x] of row.entries()) expect(Math.abs(x - b[i][j])).toBeLessThanOrEqual(error);
  }
}

test("Q has right angles, R is a triangle, and Q R is the matrix", () => {
  fc.assert(
    fc.property(rectangles, (a) => {
      const [m, n] = [a.length, a[0].length];
      const k = Math.min(m, n);
      const [q, r] = calculate(`let found = ${rowsOf(a)}.qr()`, [
        "found.orthogonal.values",
        "found.upper.values",
      ]) as number[][];
      const [left, right] = [shaped(q, k), shaped(r, n)];
      expectClose(product(left, right), a, 1e-14 * sizeOf(a));
      const unit = left[0].map((_, i) => left[0].map((_x, j) => (i === j ? 1 : 0)));
      expectClose(product(transposed(left), left), unit, 1e-14 * k);
      for (const [i, row] of right.entries()) {
        expect(row.slice(0, i).every((x) => x === 0)).toBe(true);
        expect(row[i]).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 25 },
  );
});

test("what least squares leave is at right angles to the columns", () => {
  fc.assert(
    fc.property(rectangle(6, 3), fc.array(small, { minLength: 6, maxLength: 6 }), (a, b) => {
      const [[rank], pivots] = calculate(`let a = ${rowsOf(a)}`, [
        "[a.rank()]",
        "a.qr().upper.diagonal_elements()",
      ]) as number[][];
      fc.pre(rank === 3 && Math.min(...pivots) > 1);
      const [x] = calculate("", [`${rowsOf(a)}.least_squares(${listOf(b)})`]) as number[][];
      const rest = a.map((row, i) => [b[i] - row.reduce((sum, value, j) => sum + value * x[j], 0)]);
      const along = product(transposed(a), rest).flat();
      for (const value of along) expect(Math.abs(value)).toBeLessThan(1e-12 * sizeOf(a) * 50);
    }),
    { numRuns: 25 },
  );
});

test("Longley's coefficients", () => {
  const columns = [
    Array.from({ length: 16 }, () => 1),
    [
      83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7,
      116.9,
    ],
    [
      234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769,
      444546, 482704, 502601, 518173, 554894,
    ],
    [
      2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806,
      4007,
    ],
    [
      1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572,
      2827,
    ],
    [
      107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445,
      121950, 123366, 125368, 127852, 130081,
    ],
    Array.from({ length: 16 }, (_, k) => 1947 + k),
  ];
  const y = [
    60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655,
    69564, 69331, 70551,
  ];
  const certified = [
    -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
    -0.0511041056535807, 1829.15146461355,
  ];
  const matrix = `Matrix.from_columns([${columns.map((xs) => listOf(xs)).join(", ")}])`;
  const [found] = calculate("", [`${matrix}.least_squares(${listOf(y)})`]) as number[][];
  for (const [k, value] of certified.entries()) {
    expect(relativeError(found[k], value)).toBeLessThan(1e-9);
  }
});

test("L Lᵀ is the matrix", () => {
  fc.assert(
    fc.property(squares, (factor) => {
      const n = factor.length;
      const a = product(factor, transposed(factor)).map((row, i) =>
        row.map((x, j) => x + (i === j ? 1 : 0)),
      );
      const [values] = calculate(`let a = ${rowsOf(a)}`, ["a.cholesky().values"]) as number[][];
      const lower = shaped(values, n);
      expectClose(product(lower, transposed(lower)), a, 1e-14 * sizeOf(a));
      for (const [i, row] of lower.entries()) {
        expect(row.slice(i + 1).every((x) => x === 0)).toBe(true);
      }
      const right = factor[0];
      const solving = `match a.solve_positive(${listOf(right)}) { Ok(x) => x, Err(_) => [] }`;
      const [x] = calculate(`let a = ${rowsOf(a)}`, [solving]) as number[][];
      const image = product(
        a,
        x.map((value) => [value]),
      );
      expectClose(
        image,
        right.map((value) => [value]),
        1e-13 * sizeOf(a) * sizeOf([x]),
      );
    }),
    { numRuns: 20 },
  );
});

test("the powers of the eigenvalues add up to traces of powers", () => {
  fc.assert(
    fc.property(squares, (a) => {
      const [pairs] = calculate(
        `var pairs: List[List[Float]] = []\nfor z in ${rowsOf(a)}.eigenvalues() {\n` +
          "  pairs.push([z.re, z.im])\n}",
        ["pairs"],
      ) as number[][][];
      expect(pairs.length).toBe(a.length);
      let power: Rows = a;
      let powers = pairs.map(([re, im]) => [re, im]);
      const size = sizeOf(a);
      for (let k = 1; k <= a.length; k++) {
        const trace = power.reduce((sum, row, i) => sum + row[i], 0);
        const [re, im] = [0, 1].map((part) => powers.reduce((sum, z) => sum + z[part], 0));
        // A matrix may have an eigenvalue twice, which is then known to half the digits.
        expect(Math.abs(re - trace)).toBeLessThan(1e-12 * k * size ** k);
        expect(Math.abs(im)).toBeLessThan(1e-12 * k * size ** k);
        power = product(power, a);
        powers = powers.map(([x, y], i) => {
          const [u, v] = pairs[i];
          return [x * u - y * v, x * v + y * u];
        });
      }
      const sorted = pairs.toSorted(([u, v], [x, y]) => u - x || v - y);
      expect(pairs).toEqual(sorted);
    }),
    { numRuns: 30 },
  );
});

describe.each(references.matrices.map((known, k) => [k, known] as const))(
  "matrix %d",
  (_, known) => {
    const a = `let a = ${rowsOf(known.rows)}`;

    test("eigenvalues", () => {
      const [real, imaginary] = calculate(
        `${a}\nvar real: List[Float] = []\nvar imaginary: List[Float] = []\n` +
          "for z in a.eigenvalues() {\n  real.push(z.re)\n  imaginary.push(z.im)\n}",
        ["real", "imaginary"],
      ) as number[][];
      const left = known.eigenvalues.map((pair) => [...pair]);
      for (const [k, x] of real.entries()) {
        const near = left.findIndex(([re, im]) => Math.hypot(re - x, im - imaginary[k]) < 1e-10);
        expect([x, imaginary[k], near >= 0]).toEqual([x, imaginary[k], true]);
        left.splice(near, 1);
      }
    });

    test("exponential, norms, condition", () => {
      const [exponential, norms, [condition]] = calculate(a, [
        "a.exponential().values",
        "[a.norm(), a.norm_one(), a.norm_infinity(), a.norm_two()]",
        "[a.condition_number()]",
      ]) as number[][];
      const size = Math.hypot(...known.exponential);
      for (const [k, x] of known.exponential.entries()) {
        expect(Math.abs(exponential[k] - x)).toBeLessThan(1e-12 * size);
      }
      for (const [k, x] of known.norms.entries()) {
        expect(relativeError(norms[k], x)).toBeLessThan(1e-14);
      }
      expect(relativeError(condition, known.condition)).toBeLessThan(1e-9);
    });
  },
);

test("rings have their eigenvalues, and products find the largest", () => {
  // 2 cos(2πk/7), and e^(2πik/5) for a ring that goes one way.
  const [values, [largest], circle] = calculate(
    "let ring = Graph.ring(7, 1.0).adjacency()\n" +
      "var one_way = Matrix.filled(5, 5, 0.0)\nfor i in 0..5 { one_way.set(i, (i + 1) % 5, 1) }\n" +
      "var (real, circle): (List[Float], List[Float]) = ([], [])\n" +
      "for z in ring.eigenvalues() { real.push(z.re) }\n" +
      "for z in one_way.eigenvalues() { circle.push(z.abs()) }\n" +
      "var largest = 0.0\nif let Ok((value, _)) = ring.power_iteration() { largest = value }",
    ["real", "[largest]", "circle"],
  ) as number[][];
  const exact = [3, 4, 2, 5, 1, 6, 0].map((k) => 2 * Math.cos((2 * Math.PI * k) / 7));
  for (const [k, x] of exact.entries()) expect(values[k]).toBeCloseTo(x, 13);
  for (const x of circle) expect(x).toBeCloseTo(1, 14);
  expect(largest).toBeCloseTo(2, 13);
});

test("power iteration: the size decides, negative values too", () => {
  const [value, vector, failure] = calculate(
    "let a = Matrix.from_rows([[-3.0, 1.0], [1.0, 1.0]])\n" +
      "var (value, vector) = (0[1/s], [0.0])\n" +
      "if let Ok((v, x)) = a.scaled(1[1/s]).power_iteration(tolerance: 1e-14) {\n" +
      "  value = v\n  vector = x\n}\n" +
      "let turning = Matrix.from_rows([[0.0, 1.0], [-1.0, 0.0]])\n" +
      "let failure = if let Err(_) = turning.power_iteration(start: [1.0, 0.5]) { 1 } else { 0 }",
    ["value", "vector", "failure"],
  ) as [number, number[], number];
  expect(value).toBeCloseTo(-1 - Math.sqrt(5), 13);
  expect(vector[0]).toBeGreaterThan(0);
  expect(Math.hypot(...vector)).toBeCloseTo(1, 14);
  expect(failure).toBe(1);
});

test("units go through", () => {
  expect(
    calculate(
      "let a = Matrix.from_rows([[4[N^2], 2[N^2]], [2[N^2], 5[N^2]]])\n" +
        "let lower: Matrix[N] = a.cholesky()\nlet factors = a.qr()\n" +
        "let upper: Matrix[N^2] = factors.upper\n" +
        "let fit: List[Float[1/N]] = a.least_squares([2[N], 5[N]])",
      [
        "lower.values",
        "upper.rows",
        "fit.map(|x| round(x * 1e9[N]))",
        "a.kronecker(a).trace() == a.trace() * a.trace()",
        "outer([1[m], 2[m]], [3[s]]).apply([1[1/s]])",
      ],
    ),
  ).toEqual([[2, 0, 1, 2], 2, [0, 1e9], true, [3, 6]]);
});

test("parts and shapes", () => {
  expect(
    calculate("let a = Matrix.generated(3, 4, |i, j| Float(10 * i + j))", [
      "a.part(row: 1, column: 2, rows: 2, columns: 2).values",
      "a.part(row: 3, column: 0, rows: 0, columns: 4).rows",
      "a.diagonal_elements()",
      "a.transposed().diagonal_elements()",
      "Matrix.from_columns([a.column(0), a.column(3)]).values",
      "Matrix.identity(0).exponential().rows",
      "Matrix.identity(0).eigenvalues().length()",
      "Matrix.identity(0).norm_two()",
      "Matrix.from_rows([[2.0, 1.0], [1.0, 1.0]]).power(0).values",
      "Matrix.from_rows([[2.0, 1.0], [1.0, 1.0]]).power(13).values",
      "Matrix.filled(3, 3, 1.0).rank()",
      "Matrix.filled(3, 3, 0.0).condition_number()",
      "Matrix.filled(2, 2, 0.0).rank()",
    ]),
  ).toEqual([
    [12, 13, 22, 23],
    0,
    [0, 11, 22],
    [0, 11, 22],
    [0, 3, 10, 13, 20, 23],
    0,
    0,
    0,
    [1, 0, 0, 1],
    [196418, 121393, 121393, 75025],
    1,
    Infinity,
    0,
  ]);
});

test.each([
  ["Matrix.generated(-1, 1, |_, _| 0.0)", "no -1 × 1"],
  ["Matrix.identity(2).part(row: 1, column: 0, rows: 2, columns: 1)", "rows 1..3, columns 0..1"],
  ["Matrix.identity(2).power(-1)", "0 or more factors"],
  ["Matrix.identity(0).condition_number()", "no condition number"],
  ["Matrix.filled(2, 3, 1.0).least_squares([1.0, 2.0])", "no least squares"],
  ["Matrix.filled(3, 2, 1.0).least_squares([1.0, 2.0, 3.0])", "column 1 depends"],
  ["Matrix.diagonal([1.0, -1.0]).cholesky()", "not positive definite: row 1"],
  ["Matrix.identity(2).solve_positive([1.0])", "2 rows and 1 elements"],
  ["Matrix.filled(2, 2, 1 / 0.0).exponential()", "not finite"],
  ["Matrix.filled(2, 2, 1 / 0.0).eigenvalues()", "not finite"],
  ["Matrix.filled(2, 3, 1.0).eigenvalues()", "not square"],
  ["Matrix.identity(2).power_iteration(start: [0.0, 0.0])", "no length"],
])("%s", (expression, part) => {
  expect(messageOf(`let _ = ${expression}`)).toContain(part);
});
