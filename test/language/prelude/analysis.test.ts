/**
 * Roots, minima, derivatives, integrals and interpolation against values from the literature, exact
 * integrals, and scipy (references.py).
 */

import { describe, expect, test } from "vitest";
import { calculate, messageOf } from "./calculate.ts";
import references from "./references.json" with { type: "json" };

/** What stands in `Ok(…)`; an error is a trap. */
function valueOf(expression: string): string {
  return `match ${expression} {\n  Ok(x) => x\n  Err(text) => panic(text)\n}`;
}

function numbersOf(expressions: readonly string[]): number[] {
  const statements = expressions.map((expression, k) => `let x${k} = ${valueOf(expression)}`);
  return calculate(
    statements.join("\n"),
    expressions.map((_, k) => `x${k}`),
  ) as number[];
}

const PLACES = [
  // J. Wallis's cubic, which Newton took for his example; the fixed point of the cosine; Kepler's
  // equation for the eccentricity 0.9 and the mean anomaly 1; a root of multiplicity three.
  ["x * x * x - 2 * x - 5", "3 * x * x - 2", 2, 3, 2.0945514815423265],
  ["cos(x) - x", "-sin(x) - 1", 0, 1, 0.7390851332151607],
  ["x - 0.9 * sin(x) - 1", "1 - 0.9 * cos(x)", 0, 3, 1.8620866868745332],
  ["exp(x) - 10", "exp(x)", -5, 5, 2.302585092994046],
  ["1e-300 * (x - 3)", "1e-300", -7, 4, 3],
] as const;

test.each(PLACES)("%s is 0 in one place", (f, slope, low, high, root) => {
  const [start, end] = [low, high].map((x) => `${x}.0`);
  const found = numbersOf([
    `bisect(|x| ${f}, ${start}, ${end})`,
    `brent(|x| ${f}, ${start}, ${end})`,
    `brent(|x| ${f}, ${end}, ${start})`,
    `newton(|x| ${f}, |x| ${slope}, ${end})`,
    `secant(|x| ${f}, ${root} + 0.3, ${root} + 0.1)`,
  ]);
  for (const x of found)
    expect(Math.abs(x - root)).toBeLessThanOrEqual(4e-16 * Math.abs(root) + 4e-16);
});

test("roots with units and tolerances", () => {
  const fall = "|t| 20[m] - 9.81[m/s^2] * t^2 / 2";
  const exact = Math.sqrt(40 / 9.81);
  const [middle, near, tangent] = numbersOf([
    `bisect(${fall}, 0[s], 1[min], tolerance: 1ms)`,
    `brent(${fall}, 0[s], 1[min], tolerance: 1ms)`,
    `newton(${fall}, |t| -9.81[m/s^2] * t, 1[s], tolerance: 1ms)`,
  ]);
  for (const t of [middle, near, tangent]) expect(Math.abs(t - exact)).toBeLessThan(1e-3);
  expect(middle).not.toBeCloseTo(exact, 8);
});

test("where roots are not", () => {
  const messages = [
    ["bisect(|x| x * x + 1, 0.0, 1.0)", "the function is 1.0 at 0.0 and 2.0 at 1.0"],
    ["brent(|x| x * x + 1, 0.0, 1.0)", "no opposite signs"],
    ["bisect(|x| if x == 0.5 { 0 / (x - x) } else { x - 0.7 }, 0.0, 1.0)", "no value at 0.5"],
    ["brent(|x| if 0 < x < 1 { log(-x) } else { x - 0.5 }, 0.0, 1.0)", "no value at"],
    ["newton(|x| x * x + 1, |x| 2 * x, 0.0)", "leads nowhere at 0.0"],
    ["newton(|x| cbrt(x), |x| 1 / (3 * cbrt(x)^2), 1.0)", "no root after 100 steps"],
    ["secant(|_| 1.0, 0.0, 1.0)", "leads nowhere"],
  ] as const;
  for (const [expression, part] of messages) {
    expect(messageOf(`let _ = ${valueOf(expression)}`)).toContain(part);
  }
});

describe("minima", () => {
  test.each([
    // Where the gamma function is smallest: OEIS A030169, A030171.
    ["gamma(x)", 0.5, 4, 1.4616321449683622, 0.8856031944108887],
    ["(x - 1)^2 * (x + 1)", 0, 3, 1, 0],
    ["abs(x - 0.3)", -1, 2, 0.3, 0],
    ["x", 2, 5, 2, 2],
    ["-sin(x)", 0, 3, Math.PI / 2, -1],
  ])("%s", (f, low, high, at, value) => {
    const [found] = calculate(`let found = brent_minimum(|x| ${f}, ${low} + 0.0, ${high} + 0.0)`, [
      "[found.at, found.value]",
    ]) as number[][];
    expect(Math.abs(found[0] - at)).toBeLessThan(1e-7);
    expect(Math.abs(found[1] - value)).toBeLessThan(1e-7);
  });

  test.each([
    // H. Rosenbrock, The Computer Journal 3 (1960); D. Himmelblau, Applied Nonlinear Programming
    // (1972); a bowl of four coordinates.
    ["(1 - x[0])^2 + 100 * (x[1] - x[0]^2)^2", [-1.2, 1], [1, 1]],
    ["(x[0]^2 + x[1] - 11)^2 + (x[0] + x[1]^2 - 7)^2", [2, 1], [3, 2]],
    [
      "x[0]^2 + 2 * (x[1] - 1)^2 + 3 * (x[2] - 2)^2 + (x[3] + x[0] - 3)^2",
      [1, 1, 1, 1],
      [0, 1, 2, 3],
    ],
  ])("%s", (f, start, point) => {
    const list = `[${start.map((x) => `${x} + 0.0`).join(", ")}]`;
    const call = `nelder_mead(|x: List[Float]| ${f}, ${list}, size: 0.5, tolerance: 1e-9)`;
    const [found] = calculate(`let found = ${valueOf(call)}`, ["found.at"]) as number[][];
    for (const [i, x] of point.entries()) expect(Math.abs(found[i] - x)).toBeLessThan(1e-6);
  });

  test("with units, and without an end", () => {
    const well = "|x: List[Float[m]]| 2[N/m] * (x[0] - 3[m])^2 + 5[J]";
    const call = `nelder_mead(${well}, [0[m]], size: 1[m], tolerance: 1[um])`;
    const [at] = calculate(`let found = ${valueOf(call)}`, ["found.at"]) as number[][];
    expect(at[0]).toBeCloseTo(3, 5);
    const endless = "nelder_mead(|x: List[Float]| x[0], [0.0], size: 1, tolerance: 1e-9)";
    expect(messageOf(`let _ = ${valueOf(endless)}`)).toContain("no smallest value after");
    expect(messageOf("let _ = brent_minimum(|x| x, 1.0, 0.0)")).toContain("lies nothing");
  });
});

test("derivatives", () => {
  const found = calculate("", [
    "derivative(|x| sin(x), 1.0, scale: 0.3)",
    "derivative(|x| exp(x), 2.0, scale: 0.5)",
    "derivative(|x| x, 1e6, scale: 1e5)",
    "derivative(|t| 9.81[m/s^2] * t^2 / 2, 2[s], scale: 1[s])",
    "derivative(|x| 1 / x, 1e-3, scale: 2e-4)",
    "derivative(|_| 3.0, 1.0, scale: 1.0)",
  ]) as number[];
  const exact = [Math.cos(1), Math.exp(2), 1, 19.62, -1e6, 0];
  for (const [k, value] of exact.entries()) {
    expect(Math.abs(found[k] - value)).toBeLessThanOrEqual(1e-11 * Math.abs(value));
  }
  expect(messageOf("let _ = derivative(|x| x, 1.0, scale: 0.0)")).toContain("positive length");
});

describe("integrals", () => {
  const integrals = [
    ["sqrt(x)", 0, 1, 2 / 3],
    ["4 / (1 + x * x)", 0, 1, Math.PI],
    ["-log(x)", 0, 1, 1],
    ["exp(-x * x)", -10, 10, Math.sqrt(Math.PI)],
    ["sin(x)", 0, 100, 1 - Math.cos(100)],
    ["x^9", 2, -1, (1 - 1024) / 10],
    ["abs(x - 0.3)", 0, 1, (0.09 + 0.49) / 2],
    ["1 / (1 + 1e6 * (x - 0.1)^2)", 0, 1, (Math.atan(900) + Math.atan(100)) / 1e3],
    ["x^5", 0, 0, 0],
  ] as const;
  test.each(integrals)("%s from %d to %d", (f, low, high, exact) => {
    const [found] = numbersOf([`integral(|x| ${f}, ${low}.0, ${high}.0)`]);
    expect(Math.abs(found - exact)).toBeLessThanOrEqual(1e-9 * Math.abs(exact));
  });

  test("polynomials up to degree 22 take one interval", () => {
    const degrees = [...Array(23).keys()];
    const found = numbersOf(degrees.map((n) => `integral(|x| x^${n}, 0.0, 1.0)`));
    for (const n of degrees) expect(Math.abs(found[n] * (n + 1) - 1)).toBeLessThan(1e-14);
  });

  test("units and tolerances", () => {
    const [distance] = numbersOf(["integral(|t| 3[m/s^2] * t, 0[s], 2[s], tolerance: 1[mm])"]);
    expect(distance).toBeCloseTo(6, 12);
    const failed = (call: string) => messageOf(`let _ = ${valueOf(call)}`);
    expect(failed("integral(|x| 1 / x, 0.0, 1.0)")).toContain("after 500 intervals");
    expect(failed("integral(|x| log(x - 0.5), 0.0, 1.0)")).toContain("not finite");
    expect(failed("integral(|x| x, 0.0, 1.0, rel: 0.0)")).toContain("not known to 0.0");
  });
});

test("splines and lines as scipy has them", () => {
  const { xs, ys, places, values, slopes, lines } = references.spline;
  const list = (numbers: readonly number[]) => `[${numbers.map((x) => `${x} + 0.0`).join(", ")}]`;
  const found = calculate(
    `let xs = ${list(xs)} * 1[s]\nlet ys = ${list(ys)} * 1[m]\n` +
      "let curve = Spline.natural(xs, ys)\n" +
      `let places = ${list(places)} * 1[s]`,
    [
      "places.map(|x| curve.at(x))",
      "places.map(|x| curve.slope(x))",
      "places.map(|x| interpolate(xs, ys, x))",
    ],
  ) as number[][];
  for (const [part, exact] of [values, slopes, lines].entries()) {
    for (const [k, value] of exact.entries()) expect(found[part][k]).toBeCloseTo(value, 13);
  }
});

test.each([
  ["interpolate([0.0, 1.0], [0.0, 1.0], 1.5)", "1.5 is not between 0.0 and 1.0"],
  ["interpolate([0.0], [0.0], 0.0)", "two or more"],
  ["Spline.natural([0.0, 1.0], [0.0])", "2 xs, 1 ys"],
  ["Spline.natural([0.0, 0.0], [0.0, 1.0])", "the xs ascend"],
  ["Spline.natural([0.0, 1.0], [0.0, 1.0]).at(-0.1)", "-0.1 is not between"],
])("%s", (expression, part) => {
  expect(messageOf(`let _ = ${expression}`)).toContain(part);
});
