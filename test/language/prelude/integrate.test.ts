/**
 * Integrators: their orders, a twin of the adaptive one that follows its rules step by step, values
 * of scipy (references.py), an orbit that closes, and what runs tell about themselves.
 *
 * Arenstorf's orbit and its period: E. Hairer, S. Nørsett, G. Wanner, Solving Ordinary Differential
 * Equations I, §II.0.
 */

import { describe, expect, test } from "vitest";
import { calculate, messageOf } from "./calculate.ts";
import references from "./references.json" with { type: "json" };

/** x' = x cos t from 1: exp(sin t). */
const GROWTH = "|x: List[Float], t: Float| cos(t) * x";

test.each([
  ["euler", 1],
  ["heun", 2],
  ["rk4", 4],
])("%s is of its order", (method, order) => {
  const ends = calculate(
    `let f = ${GROWTH}`,
    [20, 40, 80].map((n) => `${method}([1.0], f, dt: ${2 / n}, steps: ${n})[0]`),
  ) as number[];
  const errors = ends.map((x) => Math.abs(x - Math.exp(Math.sin(2))));
  for (const k of [1, 2]) {
    expect(Math.log2(errors[k - 1] / errors[k])).toBeCloseTo(order, 0);
  }
});

test("steps start where they should, in units of time", () => {
  expect(
    calculate("", [
      "euler([0[m]], |_, t| [2[m/s^2] * t], dt: 500ms, steps: 4, from: 1[s])",
      "heun([0[m]], |_, t| [2[m/s^2] * t], dt: 500ms, steps: 4, from: 1[s])",
      "rk4([0[m]], |_, t| [2[m/s^2] * t], dt: 500ms, steps: 4, from: 1[s])",
    ]),
  ).toEqual([[7], [8], [8]]);
});

test("the error of a step of rk4 is estimated", () => {
  const [[estimate], [step]] = calculate(`let f = ${GROWTH}`, [
    "rk4_step_error([1.0], 0.0, 0.2, f)",
    "rk4_step([1.0], 0.0, 0.2, f)",
  ]) as number[][];
  expect(estimate / (step - Math.exp(Math.sin(0.2)))).toBeCloseTo(1, 0);
});

type Slope = (x: readonly number[], t: number) => readonly number[];

const NODES = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
const STAGES = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
const FOURTH = [5179 / 57600, 0, 7571 / 16695, 393 / 640, -92097 / 339200, 187 / 2100, 1 / 40];

/** The rule in words of its own: the number of steps taken and refused, and the last state. */
function adaptive(f: Slope, start: readonly number[], to: number, rel: number) {
  const plus = (x: readonly number[], slopes: readonly (readonly number[])[], by: number[]) =>
    x.map((value, i) => value + by.reduce((sum, weight, k) => sum + weight * slopes[k][i], 0));
  let [x, t, taken, refused, limit] = [start, 0, 0, 0, 5];
  const first = f(start, 0);
  const size = (xs: readonly number[]) => Math.max(...xs.map(Math.abs));
  let h = (0.01 * size(start)) / size(first);
  while (t < to) {
    const isLast = h >= to - t;
    if (isLast) h = to - t;
    const slopes: (readonly number[])[] = [];
    for (const [k, stage] of STAGES.entries()) {
      slopes.push(
        f(
          plus(
            x,
            slopes,
            stage.map((a) => h * a),
          ),
          t + NODES[k] * h,
        ),
      );
    }
    const next = plus(
      x,
      slopes,
      STAGES[6].map((a) => h * a),
    );
    const other = plus(
      x,
      slopes,
      FOURTH.map((a) => h * a),
    );
    const shares = next.map(
      (value, i) => Math.abs(value - other[i]) / (rel * Math.max(Math.abs(value), Math.abs(x[i]))),
    );
    const error = Math.max(...shares);
    const factor = Math.min(limit, Math.max(0.2, 0.9 * error ** -0.2));
    if (error <= 1) [x, t, taken, limit] = [next, isLast ? to : t + h, taken + 1, 5];
    else [refused, limit] = [refused + 1, 1];
    h *= factor;
  }
  return { x, taken, refused };
}

test("steps are those of the rule", () => {
  const f: Slope = ([x, y], t) => [y, 3 * (1 - x * x) * y - x + Math.cos(t)];
  const [run] = calculate(
    "let run = rk45([2.0, 0.1], |x, t| [x[1], 3 * (1 - x[0]^2) * x[1] - x[0] + cos(t)], " +
      "to: 12.0, every: 12.0, rel: 1e-5)",
    ["[Float(run.steps), Float(run.rejected)] ++ run.states[1]"],
  ) as number[][];
  const twin = adaptive(f, [2, 0.1], 12, 1e-5);
  expect(twin.refused).toBeGreaterThan(5);
  expect(run.slice(0, 2)).toEqual([twin.taken, twin.refused]);
  expect(run[2]).toBeCloseTo(twin.x[0], 8);
  expect(run[3]).toBeCloseTo(twin.x[1], 8);
});

const { lorenz, van_der_pol: vanDerPol } = references.dynamics;
const SYSTEMS = [
  [
    "[1.0, 2, 3], |x, _| [10 * (x[1] - x[0]), x[0] * (28 - x[2]) - x[1], " +
      "x[0] * x[1] - 8 / 3.0 * x[2]], to: 2.0, every: 0.5",
    lorenz,
  ],
  ["[2.0, 0], |x, _| [x[1], 3 * (1 - x[0]^2) * x[1] - x[0]], to: 10.0, every: 2.5", vanDerPol],
] as const;

test.each(SYSTEMS)("rk45(%s) as scipy has it", (call, states) => {
  const [found] = calculate(`let run = rk45(${call}, rel: 1e-12, tolerance: 1e-12)`, [
    "run.states",
  ]) as number[][][];
  for (const [k, state] of states.entries()) {
    for (const [i, x] of state.entries()) expect(found[k + 1][i]).toBeCloseTo(x, 7);
  }
});

test("Arenstorf's orbit closes", () => {
  const body = `
    let m = 0.012277471
    let (x, y) = (s[0], s[1])
    let earth = hypot(x + m, y)^3
    let moon = hypot(x - 1 + m, y)^3
    [s[2], s[3], x + 2 * s[3] - (1 - m) * (x + m) / earth - m * (x - 1 + m) / moon,
      y - 2 * s[2] - (1 - m) * y / earth - m * y / moon]`;
  const [end] = calculate(
    "let start = [0.994, 0, 0, -2.00158510637908252240537862224]\n" +
      `let run = rk45(start, |s, _| {${body}\n}, to: 17.0652165601579625588917206249,\n` +
      "every: 17.0652165601579625588917206249, rel: 1e-12, tolerance: 1e-12)",
    ["run.states[1]"],
  ) as number[][];
  expect(end[0]).toBeCloseTo(0.994, 5);
  expect(end[1]).toBeCloseTo(0, 4);
});

test("states between the steps are of order 4", () => {
  const errorAt = (rel: string) => {
    const [times, states, steps] = calculate(
      `let run = rk45([1.0], ${GROWTH}, to: 6.0, every: 0.01, rel: ${rel})`,
      ["run.times", "run.component(0)", "[run.steps]"],
    ) as number[][];
    expect(times.length).toBe(601);
    expect(times[7]).toBe(7 * 0.01);
    expect(steps[0]).toBeLessThan(150);
    return Math.max(...states.map((x, k) => Math.abs(x / Math.exp(Math.sin(times[k])) - 1)));
  };
  expect(errorAt("1e-6")).toBeLessThan(2e-5);
  expect(errorAt("1e-9")).toBeLessThan(1e-7);
});

describe("what a run tells", () => {
  test("a spring keeps its energy about as well as was asked for", () => {
    const spring = (rel: string) =>
      `rk45([1.0, 0.0], |x, _| [x[1], -4 * x[0]], to: 100.0, every: 1.0, rel: ${rel})`;
    const energy = "|x| x[1]^2 / 2 + 2 * x[0]^2";
    const [loose, tight] = calculate("", [
      `${spring("1e-4")}.drift(${energy})`,
      `${spring("1e-10")}.drift(${energy})`,
    ]) as number[];
    expect(loose).toBeGreaterThan(1e-4);
    expect(tight).toBeLessThan(1e-6);
  });

  test("steps lie between the shortest and the longest, and fill the time", () => {
    const [numbers, isStiff] = calculate(`let run = rk45([1.0], ${GROWTH}, to: 6.0, every: 6.0)`, [
      "[run.shortest, run.longest, Float(run.steps)]",
      "run.is_stiff()",
    ]) as unknown as [number[], boolean];
    const [shortest, longest, steps] = numbers;
    expect(shortest).toBeGreaterThan(0);
    expect(shortest * steps).toBeLessThan(6);
    expect(longest * steps).toBeGreaterThan(6);
    expect(isStiff).toBe(false);
  });

  test("edges of time", () => {
    expect(
      calculate("let f = |_: List[Float], _: Float| [1.0]", [
        "rk45([0.0], f, to: 0.0, every: 1.0).states",
        "rk45([0.0], f, to: 0.5, every: 1.0).times",
        "rk45([0.0], f, to: 0.3, every: 0.1).times.length()",
        "rk45([0.0], |_, _| [0.0], to: 1.0, every: 1.0).states",
        "rk45([0[m]], |_, _| [0[m/s]], to: 1[s], every: 1[s], tolerance: 1[mm]).times",
      ]),
    ).toEqual([[[0]], [0], 4, [[0], [0]], [0, 1]]);
  });
});

test.each([
  ["rk45([1.0], |x, _| x, to: 0.0, every: 1.0, from: 1.0)", "go from 1.0 to 0.0"],
  ["rk45([1.0], |x, _| x, to: 1.0, every: 0.0)", "every 0.0"],
  ["rk45([1.0], |x, _| x, to: 1.0, every: 1.0, rel: 0.0)", "no accuracy"],
  // x = 1/(1 − t) is infinite at 1.
  ["rk45([1.0], |x, _| x * x, to: 2.0, every: 1.0)", "the steps have become too short at 1.00000"],
  ["euler([1.0], |x, _| x, dt: 1.0, steps: -1)", "counted from 0"],
  ["heun([1.0], |x, _| x, dt: 1.0, steps: -1)", "counted from 0"],
])("%s", (expression, part) => {
  expect(messageOf(`let _ = ${expression}`)).toContain(part);
});
