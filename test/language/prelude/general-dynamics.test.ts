/**
 * General dynamics: steps of one length and what they tell, noise against its exact moments,
 * neighbourhoods of states against their matrices, branches, and exponents from the literature.
 */

import { describe, expect, test } from "vitest";
import { calculate, messageOf } from "./calculate.ts";

const SPRING = "let spring = |x: List[Float], _: Float| [x[1], -x[0]]";

describe("steps of one length", () => {
  test("are those of the method, whether states are kept or not", () => {
    const [kept, times, ...ends] = calculate(
      `${SPRING}\nlet run = stepped([1.0, 0.0], spring, dt: 0.1, steps: 7, every: 3, from: 2.0)`,
      [
        "run.states[2]",
        "run.times",
        "rk4([1.0, 0.0], spring, dt: 0.1, steps: 6)",
        "stepped([1.0, 0.0], spring, dt: 0.1, steps: 6).states[6]",
      ],
    ) as number[][];
    for (const end of ends) expect(end).toEqual(kept);
    expect(times).toEqual([2, 2 + 3 * 0.1, 2 + 6 * 0.1]);
  });

  test.each([
    ["Euler", "euler"],
    ["Heun", "heun"],
    ["RungeKutta", "rk4"],
  ])("%s tells how far one step is off", (method, own) => {
    const [error, state, [there]] = calculate(
      `${SPRING}\nlet run = stepped([1.0, 0.0], spring, dt: 0.1, steps: 1, ` +
        `method: Integrator.${method})`,
      ["run.error", "run.states[1]", `${own}([1.0, 0.0], spring, dt: 0.1, steps: 1)`],
    ) as [number, number[], number[]];
    expect(state[0]).toBe(there);
    const exact = [Math.cos(0.1), -Math.sin(0.1)];
    const off = Math.max(...state.map((x, i) => Math.abs(x - exact[i])));
    expect(error / off).toBeGreaterThan(0.9);
    expect(error / off).toBeLessThan(1.1);
  });

  test.each([
    [0.0277, true],
    [0.01, false],
  ])("near the limit of 2.785/100 a step of %d is stiff: %s", (dt, isStiff) => {
    const [found] = calculate(
      "let f = |x: List[Float], t: Float| [cos(t) - x[0], 100 * (sin(t) - x[1])]\n" +
        `let run = stepped([0.0, 0.0], f, dt: ${dt}, steps: 300, every: 7)`,
      ["run.is_stiff()"],
    );
    expect(found).toBe(isStiff);
  });

  test("an adaptive run tells its largest error", () => {
    const [loose, tight] = calculate(SPRING, [
      "rk45([1.0, 0.0], spring, to: 10.0, every: 5.0, rel: 0.0, tolerance: 1e-4).error",
      "rk45([1.0, 0.0], spring, to: 10.0, every: 5.0, rel: 0.0, tolerance: 1e-8).error",
    ]) as number[];
    expect(loose).toBeLessThanOrEqual(1e-4);
    expect(loose).toBeGreaterThan(1e-5);
    expect(tight).toBeLessThanOrEqual(1e-8);
    expect(tight).toBeGreaterThan(1e-9);
  });
});

describe("noise", () => {
  // G. Uhlenbeck, L. Ornstein, Physical Review 36 (1930): x' = −x/τ with noise D has the mean
  // x₀ e^(−t/τ) and the variance D τ (1 − e^(−2t/τ)).
  test.each(["euler_maruyama", "stochastic_heun"])("%s has the moments of theory", (method) => {
    const [mean, variance] = calculate(
      `var random = Random(seed: 11)
       let f = |x: List[Float[m]], _: Float[s]| x * -0.5[1/s]
       let noise = |x: List[Float[m]], _: Float[s]| List.filled(x.length(), 3[m^2/s])
       let x = random.${method}(List.filled(4_000, 2[m]), f, noise, dt: 10ms, steps: 100)`,
      ["mean(x) / 1[m]", "variance(x) / 1[m^2]"],
    ) as number[];
    expect(Math.abs(mean - 2 * Math.exp(-0.5))).toBeLessThan(0.12);
    expect(Math.abs(variance / (6 * (1 - Math.exp(-1))) - 1)).toBeLessThan(0.06);
  });

  test("Itô and Stratonovich differ where noise grows with x", () => {
    // dx = √(2 D) x dW: the mean stays after Itô, and grows as e^(D t) after Stratonovich.
    const [ito, stratonovich] = calculate(
      `let still = |x: List[Float], _: Float| 0 * x
       let noise = |x: List[Float], _: Float| 0.25 * x * x
       var random = Random(seed: 2)
       let a = random.euler_maruyama(List.filled(4_000, 1.0), still, noise, dt: 0.02, steps: 50)
       let b = random.stochastic_heun(List.filled(4_000, 1.0), still, noise, dt: 0.02, steps: 50)`,
      ["mean(a)", "mean(b)"],
    ) as number[];
    expect(Math.abs(ito - 1)).toBeLessThan(0.06);
    expect(Math.abs(stratonovich - Math.exp(0.25))).toBeLessThan(0.08);
  });

  test("two calls do not repeat their noise, and time goes on from where it is told", () => {
    const [first, second, late] = calculate(
      `let still = |x: List[Float], _: Float| 0 * x
       let ones = |x: List[Float], _: Float| List.filled(x.length(), 1.0)
       var random = Random(seed: 2)
       let a = random.euler_maruyama([0.0, 0.0], still, ones, dt: 0.5, steps: 1)
       let b = random.euler_maruyama([0.0, 0.0], still, ones, dt: 0.5, steps: 1)
       var other = Random(seed: 2)
       let none = |_: List[Float], _: Float| [0.0]
       let c = other.stochastic_heun([0.0], |_, t| [t], none, dt: 0.5, steps: 2, from: 3.0)`,
      ["a", "b", "c"],
    ) as number[][];
    expect(first).not.toEqual(second);
    expect(late[0]).toBeCloseTo(3.5, 12);
  });
});

describe("neighbourhoods", () => {
  test("the matrix of a state", () => {
    const [values] = calculate(
      "let f = |x: List[Float], t: Float| [x[0] * x[1] * t, sin(x[0]) + x[1]^2]",
      ["jacobian([0.5, -2.0], f, at: 3.0).values"],
    ) as number[][];
    for (const [k, value] of [-6, 1.5, Math.cos(0.5), -4].entries()) {
      expect(values[k]).toBeCloseTo(value, 8);
    }
  });

  test.each([
    // R(z) = 1 on the boundary: where 1 + z + z²/2 + z³/6 + z⁴/24 = 1 on the negative axis and
    // |R(iy)| = 1 at √8 on the imaginary one.
    ["|x: List[Float], _: Float| [-2 * x[0], -5 * x[1]]", "RungeKutta", 2.785293563405282 / 5],
    ["|x: List[Float], _: Float| [3 * x[1], -3 * x[0]]", "RungeKutta", Math.sqrt(8) / 3],
    ["|x: List[Float], _: Float| [-2 * x[0], -5 * x[1]]", "Heun", 2 / 5],
    ["|x: List[Float], _: Float| [x[1], -4 * x[0] - 2 * x[1]]", "Euler", 2 / 4],
    ["|x: List[Float], _: Float| [x[0], 2 * x[1]]", "Euler", Number.POSITIVE_INFINITY],
  ])("the longest step for %s by %s", (f, method, step) => {
    const [found] = calculate("", [
      `stable_step([1.0, 1.0], ${f}, method: Integrator.${method})`,
    ]) as number[];
    if (Number.isFinite(step)) expect(Math.abs(found / step - 1)).toBeLessThan(1e-6);
    else expect(found).toBe(step);
  });

  test("steps on either side of the longest one stay and grow", () => {
    const [below, above] = calculate(
      "let f = |x: List[Float], _: Float| [x[1], -x[0] - 0.4 * x[1]]\n" +
        "let longest = stable_step([0.0, 0.0], f, size: 1.0)",
      ["0.99", "1.01"].map((by) => `norm(rk4([1e-6, 0.0], f, dt: ${by} * longest, steps: 2_000))`),
    ) as number[];
    expect(below).toBeLessThan(1e-7);
    expect(above).toBeGreaterThan(1e-5);
  });

  test("stiffness is a ratio of rates", () => {
    const [ratio, one] = calculate("", [
      "stiffness([1.0, 1.0, 0.0], |x, _| [-0.5 * x[0], -500 * x[1], 2 * x[2]])",
      "stiffness([1.0], |x, _| 2 * x)",
    ]) as number[];
    expect(ratio).toBeCloseTo(1000, 3);
    expect(one).toBe(1);
  });

  test("states without motion of a swinging generator", () => {
    // sin δ = P/K; λ² m + λ d + K cos δ = 0.
    const [states, growths] = calculate(
      `let rates = |x: List[Float], p: Float| [x[1], p - sin(x[0]) - 0.2 * x[1]]
       let branch = fixed_points_along([0.0, 0.5, 0.9, 1.1, 0.5], [0.0, 0.0], rates, size: 1.0)`,
      ["branch.map(|point| point.state[0])", "branch.map(|point| point.growth)"],
    ) as number[][];
    for (const [k, p] of [0, 0.5, 0.9].entries()) expect(states[k]).toBeCloseTo(Math.asin(p), 9);
    expect(states.length).toBe(3);
    for (const growth of growths) expect(growth).toBeCloseTo(-0.1, 6);
  });

  test.each([
    ["jacobian([0.0, 0.0], |x, _| x)", "tell by `size`"],
    ["stepped([1.0], |x, _| x, dt: 0.0, steps: 1)", "a step has a length"],
    ["stepped([1.0], |x, _| x, dt: 1.0, steps: 1, every: 0)", "after every 0"],
    ["stepped([1.0], |x, _| x, dt: 1.0, steps: 1, method: Integrator.EulerMaruyama)", "without"],
    ["stable_step([1.0], |x, _| x, method: Integrator.StochasticHeun)", "without noise"],
    ["lyapunov_exponent([0.0], |x, _| x, dt: 0.1, steps: 1)", "tell by `apart`"],
    ["lyapunov_exponent([1.0], |x, _| x, dt: 0.1, steps: 0)", "a mean over 0 steps"],
    ['fixed_point([1.0], |_, _| [1.0]).expect("no")', "do not change in some direction"],
    ['fixed_point([0.1], |x, _| [1 + x[0]^2]).expect("no")', "no: "],
  ])("%s", (expression, part) => {
    expect(messageOf(`let _ = ${expression}`)).toContain(part);
  });

  test("noise has no negative strength", () => {
    const call = "random.euler_maruyama([1.0], |x, _| x, |_, _| [-1.0], dt: 0.1, steps: 1)";
    expect(messageOf(`var random = Random(seed: 1)\nlet _ = ${call}`)).toContain("0 or more");
  });
});

describe("Lyapunov exponents", () => {
  // J. Sprott, Chaos and Time-Series Analysis (2003), tables A: 0.9056 for Lorenz, 0.0714 for
  // Rössler.
  test.each([
    [
      "Lorenz",
      "[10 * (x[1] - x[0]), x[0] * (28 - x[2]) - x[1], x[0] * x[1] - 8 / 3.0 * x[2]]",
      "dt: 0.01, steps: 20_000",
      0.9056,
      0.03,
    ],
    [
      "Rössler",
      "[-x[1] - x[2], x[0] + 0.2 * x[1], 0.2 + x[2] * (x[0] - 5.7)]",
      "dt: 0.05, steps: 20_000",
      0.0714,
      0.01,
    ],
    ["a circle", "[x[1], -x[0], -x[2]]", "dt: 0.05, steps: 4_000", 0, 2e-3],
  ] as const)("of %s", (_, rates, steps, exponent, within) => {
    const [found] = calculate("", [
      `lyapunov_exponent([1.0, 1.0, 1.0], |x, _| ${rates}, ${steps}, settle: 1_000)`,
    ]) as number[];
    expect(Math.abs(found - exponent)).toBeLessThan(within);
  });
});
