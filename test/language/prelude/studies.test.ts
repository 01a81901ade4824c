/**
 * Studies of populations: thresholds, locking, sweeps, basins and ensembles, against what defines
 * them and against published couplings.
 */

import { describe, expect, test } from "vitest";
import { calculate, decimal, messageOf } from "./calculate.ts";

describe("thresholds", () => {
  const sides = (call: string) =>
    calculate(`let found = ${call}.expect("a change")`, [
      "found.below",
      "found.above",
      "found.calls",
    ]) as number[];

  test("lie between neighbours where no tolerance is given", () => {
    const [below, above, calls] = sides("threshold(|x| x * x >= 2, 0.0, 2.0)");
    expect(below * below).toBeLessThan(2);
    expect(above * above).toBeGreaterThanOrEqual(2);
    expect(above - below).toBe(2 ** -52);
    expect(calls).toBe(2 + 53);
  });

  test("are found downwards too, with units and tolerances", () => {
    const [below, above, calls] = sides("threshold(|t| t < 700ms, 10[s], 0[s], tolerance: 100ms)");
    expect(below).toBeGreaterThanOrEqual(0.7);
    expect(above).toBeLessThan(0.7);
    expect(below - above).toBe(10 / 128);
    expect(calls).toBe(2 + 7);
  });

  test.each([
    ["threshold(|x| x > 1, 2.0, 3.0)", "holds at 2.0 already: begin lower"],
    ["threshold(|x| x > 4, 2.0, 3.0)", "does not hold at 3.0: go on higher"],
    ["threshold(|x| x > 4, 2.0, 1 / 0.0)", "between 2.0 and Infinity nothing can be halved"],
  ])("%s", (call, part) => {
    expect(messageOf(`let _ = ${call}.expect("a change")`)).toContain(part);
  });
});

describe("locking", () => {
  // M. Verwoerd, O. Mason, SIAM J. Appl. Dyn. Syst. 7 (2008) 134.
  test.each([
    ["Dynamics.all_to_all(k)", 3],
    ["Dynamics.on(Graph.complete(3, k / 3))", 3],
    ["Dynamics.dense(Matrix.filled(3, 3, k / 3))", 1],
  ])("three primes under %s lock where theory says", (dynamics, runs) => {
    const [below, above] = calculate(
      `let found = Population.primes(3, 1Hz).critical_coupling(|k| ${dynamics},
         low: 1.5[1/s], high: 1.7[1/s], tolerance: ${runs === 3 ? "0.0005" : "0.02"}[1/s],
         dt: 50ms, steps: ${runs === 3 ? 20_000 : 2_000}).expect("a coupling")`,
      ["found.below", "found.above"],
    ) as number[];
    expect(below).toBeLessThan(1.6107517 + 0.0002);
    expect(above).toBeGreaterThan(1.6107517 - 0.0002);
  });

  test("two oscillators lock up to the difference of their frequencies", () => {
    const pair = "Population.given([0[cycle], 0[cycle]], [1[1/s] / TAU, 0Hz])";
    const locks = (coupling: number, rest: string) =>
      `${pair}.is_locked(Dynamics.all_to_all(${decimal(coupling)}[1/s]), dt: 20ms, ${rest})`;
    expect(
      calculate("", [
        locks(1.01, "steps: 10_000"),
        locks(0.99, "steps: 10_000"),
        locks(0.5, "steps: 10_000, within: 1Hz"),
      ]),
    ).toEqual([true, false, true]);
  });
});

describe("locked states of oscillators", () => {
  const GRAPH =
    "var random = Random(seed: 6)\nlet graph = Graph.small_world(random, 12, 0.3, 2[1/s], " +
    "neighbours: 4)\nlet omegas = random.normals(12) * 0.5[1/s]\n";
  const FOUND = `match locked_state(graph, omegas, balance: Balance.Mean) {
    Locked(phases) => phases
    Folded { load } => panic("none beyond {load}")
  }`;
  const STATEMENTS = `${GRAPH}let found = ${FOUND}`;

  test("are where runs end, turning with the mean frequency", () => {
    const [found, run, isStable] = calculate(
      `${STATEMENTS}
       var population = Population.given(List.filled(12, 0[cycle]), omegas / TAU)
       population.evolve_on(graph, dt: 50ms, steps: 4_000)
       let phases = population.unwrapped()`,
      ["found", "phases - phases[0]", "is_locked_stable(graph, found)"],
    ) as unknown as [number[], number[], boolean];
    for (const [i, phase] of found.entries()) expect(Math.abs(phase - run[i])).toBeLessThan(1e-10);
    expect(isStable).toBe(true);
  });

  test("are the same in other units of time", () => {
    const [slow, fast] = calculate(
      `${STATEMENTS}
       let faster = Graph { ..graph, weights: 1e6 * graph.weights }
       let other = ${FOUND.replace("graph, omegas", "faster, 1e6 * omegas")}`,
      ["found", "other"],
    ) as number[][];
    for (const [i, phase] of slow.entries()) expect(Math.abs(phase - fast[i])).toBeLessThan(1e-12);
  });
});

describe("sweeps", () => {
  const START =
    "let start = Population.lorentzian(50, 0.5[1/s])\nvar population = start\n" +
    "let points = population.sweep([1[1/s], 3[1/s]], |k| Dynamics.all_to_all(k), " +
    "dt: 50ms, settle: 100, steps: 205, every: 20)";

  test("go on from value to value", () => {
    const [orders, squares, end, means, spreads, otherEnd] = calculate(
      `${START}
       var other = start
       other.evolve(1[1/s], dt: 50ms, steps: 100)
       let first = other.trace(1[1/s], dt: 50ms, steps: 205, every: 20)
       other.evolve(3[1/s], dt: 50ms, steps: 100)
       let second = other.trace(3[1/s], dt: 50ms, steps: 205, every: 20)`,
      [
        "points.map(|point| point.order)",
        "points.map(|point| point.deviation^2)",
        "population.unwrapped()",
        "[mean(first), mean(second)]",
        "[metastability(first), metastability(second)]",
        "other.unwrapped()",
      ],
    ) as number[][];
    expect([orders, end]).toEqual([means, otherEnd]);
    for (const [k, spread] of spreads.entries()) expect(squares[k]).toBeCloseTo(spread, 14);
  });

  test.each(["lag: 0.1", "injection: 0.2[1/s]"])("with %s they are those of record", (part) => {
    const [found, byHand] = calculate(
      `var population = Population.lorentzian(50, 0.5[1/s])
       var other = population
       let dynamics = Dynamics.on(Graph.ring(50, 1[1/s]), ${part})
       let points = population.sweep([0[1/s]], |_| dynamics, dt: 50ms, settle: 10, steps: 40)
       other.advance(dynamics, dt: 50ms, steps: 10)
       let orders = other.record(dynamics, dt: 50ms, steps: 40, every: 10)`,
      ["points[0].order", "mean(orders)"],
    );
    expect(found).toBe(byHand);
  });

  test("evenly spread frequencies jump to π/4, and back from there at the same coupling", () => {
    // D. Pazó, Phys. Rev. E 72 (2005) 046211: Kc = 4γ/π, rc = π/4.
    const [below, above] = calculate(
      `var population = Population.uniform(500, 1[1/s], seed: 3)
       population.frequencies = Population.uniform(500, 1[1/s]).frequencies
       let found = population.hysteresis([1.2[1/s], 1.35[1/s]], |k| Dynamics.all_to_all(k),
         dt: 100ms, settle: 1_000, steps: 300)`,
      ["[found[0].up, found[0].down]", "[found[1].up, found[1].down]"],
    ) as number[][];
    for (const order of below) expect(order).toBeLessThan(0.4);
    for (const order of above) expect(order).toBeGreaterThan(Math.PI / 4);
  });

  test("a mean has something to be over", () => {
    const call = START.replace("every: 20", "every: 206");
    expect(messageOf(call)).toContain("a mean over 205 steps");
  });
});

describe("many runs", () => {
  test.each([
    [0, 10],
    [1, 10],
    [37, 100],
    [10, 10],
    [999, 1000],
  ])("the interval of %d of %d solves Wilson's equation", (hits, of) => {
    const [share, low, high] = calculate(`let found = proportion(${hits}, of: ${of})`, [
      "found.share",
      "found.low",
      "found.high",
    ]) as number[];
    expect(share).toBe(hits / of);
    const z = 1.959963984540054;
    for (const p of [low, high]) {
      if ((p === 0 && hits === 0) || (p === 1 && hits === of)) continue;
      expect((share - p) ** 2).toBeCloseTo((z * z * p * (1 - p)) / of, 14);
    }
    expect(low).toBeLessThan(high);
    expect(low === 0).toBe(hits === 0);
    expect(high === 1).toBe(hits === of);
  });

  test("a basin counts seeds, and an ensemble keeps their order", () => {
    const [hits, values, rows] = calculate(
      `let found = ensemble_over([1[s], 2[s]], 3, |t, seed| Float(seed) * t)`,
      [
        "[basin(7, |seed| seed % 3 == 0).hits, basin(7, |seed| seed % 3 == 0).of]",
        "ensemble(4, |seed| Float(seed * seed)).values",
        "found.map(|point| [point.at / 1[s], point.mean / 1[s], point.deviation / 1[s], " +
          "point.error * sqrt(3) / 1[s]])",
      ],
    ) as [number[], number[], number[][]];
    expect(hits).toEqual([3, 7]);
    expect(values).toEqual([0, 1, 4, 9]);
    for (const [k, row] of [
      [1, 1, 1, 1],
      [2, 2, 2, 2],
    ].entries()) {
      for (const [i, value] of row.entries()) expect(rows[k][i]).toBeCloseTo(value, 14);
    }
  });

  test.each([
    ["proportion(1, of: 0)", "1 of 0 are no share"],
    ["proportion(3, of: 2)", "3 of 2"],
    ["basin(0, |_| true)", "0 of 0"],
    ["ensemble(1, |_| 1.0)", "a variance needs two elements"],
  ])("%s", (call, part) => {
    expect(messageOf(`let _ = ${call}`)).toContain(part);
  });
});

describe("distributions of frequencies", () => {
  // mpmath 1.4 with 40 digits.
  test.each([
    [1e-300, -37.0470962993612],
    [1e-20, -9.262340089798407],
    [1e-5, -4.264890793922825],
    [0.01, -2.326347874040841],
    [0.1, -1.2815515655446004],
    [0.3, -0.5244005127080408],
    [0.4999, -0.00025066283008800747],
    [0.7, 0.5244005127080407],
    [0.999, 3.090232306167813],
  ])("the normal quantile of %d", (p, exact) => {
    const [found] = calculate("", [`normal_quantile(${decimal(p)})`]) as number[];
    expect(Math.abs(found / exact - 1)).toBeLessThan(4e-16);
  });

  test("ends, and what is outside", () => {
    const found = calculate("", ["normal_quantile(0.0)", "normal_quantile(1.0)"]);
    expect(found).toEqual([-Infinity, Infinity]);
    expect(messageOf("let _ = normal_quantile(1.5)")).toContain("a quantile is of 0 to 1");
  });

  test("drawn and even frequencies have the mean square of the distribution", () => {
    const square = (population: string) => {
      const turned = `(${population}.frequencies * TAU)`;
      return `mean(${turned} * ${turned}) * 1[s^2]`;
    };
    const found = calculate("", [
      square("Population.gaussian(1_000, 2[1/s])"),
      square("Population.gaussian(20_000, 2[1/s], seed: 5)"),
      square("Population.uniform(1_000, 3[1/s])"),
      square("Population.uniform(20_000, 3[1/s], seed: 5)"),
    ]) as number[];
    for (const [k, value] of [4, 4, 3, 3].entries()) {
      expect(Math.abs(found[k] / value - 1)).toBeLessThan(0.03);
    }
  });
});
