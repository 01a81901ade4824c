/** Readings of populations, against their definitions written out over all pairs. */

import { expect, test } from "vitest";
import { calculate, listOf, messageOf } from "./calculate.ts";

const PHASES = [-0.5, -0.31, -0.02, 0, 0.01, 0.2, 0.25, 0.499];
const WEIGHTS = PHASES.map((_, i) => PHASES.map((__, j) => ((3 * i + 5 * j) % 7) / 2 - 0.5));
const N = PHASES.length;

const cosine = (i: number, j: number) => Math.cos(2 * Math.PI * (PHASES[i] - PHASES[j]));

/** The length of Σ w e^(2πix). */
function lengthOf(phases: readonly number[], weights: readonly number[]): number {
  const part = (f: (x: number) => number) =>
    phases.reduce((sum, x, k) => sum + weights[k] * f(2 * Math.PI * x), 0);
  return Math.hypot(part(Math.cos), part(Math.sin));
}

const ONES = PHASES.map(() => 1);
const POPULATION =
  `let population = Population.given(${listOf(PHASES)} * 1[cycle], List.filled(${N}, 0Hz))\n` +
  `let rows = [${WEIGHTS.map((row) => listOf(row)).join(", ")}]\n` +
  "let weights = Matrix.from_rows(rows).scaled(1[1/s])";

test("coherence with dense weights leaves the diagonal out", () => {
  let [total, all, pairs] = [0, 0, 0];
  for (let i = 0; i < N; i += 1) {
    for (let j = 0; j < N; j += 1) {
      if (i === j) continue;
      total += WEIGHTS[i][j] * cosine(i, j);
      all += WEIGHTS[i][j];
      pairs += cosine(i, j);
    }
  }
  const found = calculate(POPULATION, [
    "population.coherence_sum_with(weights)",
    "population.coherence_with(weights)",
    "population.coherence_sum()",
    "population.coherence_sum_on(Graph.complete(8, 1[1/s]))",
    "population.coherence_with(Matrix.filled(8, 8, 2.5[1/s])) - population.coherence()",
    "population.coherence_on(Graph.complete(8, 1[1/s])) - population.coherence()",
  ]) as number[];
  const exact = [total, total / all, pairs, pairs, 0, 0];
  for (const [k, value] of exact.entries()) expect(found[k]).toBeCloseTo(value, 12);
});

test("local order is over neighbours, and repelling ones count with their size", () => {
  const [found] = calculate(
    `${POPULATION}\nlet graph = Graph.from_edges(8, from: [0, 0, 1, 5], to: [1, 2, 2, 7], ` +
      "weights: [1.0, -2.0, 0.5, 0.0])",
    ["population.local_orders(graph)"],
  ) as number[][];
  const around = [
    lengthOf([PHASES[1], PHASES[2]], [1, -2]) / 3,
    lengthOf([PHASES[0], PHASES[2]], [1, 0.5]) / 1.5,
    lengthOf([PHASES[0], PHASES[1]], [-2, 0.5]) / 2.5,
    0,
    0,
    0,
    0,
    0,
  ];
  for (const [k, value] of around.entries()) expect(found[k]).toBeCloseTo(value, 12);
});

test("orders of groups and harmonics", () => {
  const [groups, third, plain] = calculate(POPULATION, [
    "population.group_orders([1, 3, 4])",
    "population.harmonic_order(3)",
    "population.harmonic_order(1) - population.order()",
  ]) as [number[], number, number];
  const parts = [PHASES.slice(0, 1), PHASES.slice(1, 4), PHASES.slice(4)];
  for (const [k, part] of parts.entries()) {
    expect(groups[k]).toBeCloseTo(lengthOf(part, ONES) / part.length, 12);
  }
  const tripled = PHASES.map((x) => 3 * x);
  expect(third).toBeCloseTo(lengthOf(tripled, ONES) / N, 12);
  expect(plain).toBe(0);
});

test("entropy counts bins from −½", () => {
  const [five, one, edge] = calculate(POPULATION, [
    "population.entropy(bins: 5)",
    "population.entropy(bins: 1)",
    "Population.given([-0.5[cycle], 0[cycle]], [0Hz, 0Hz]).entropy(bins: 2)",
  ]) as number[];
  const counts = [2, 0, 3, 2, 1].filter((count) => count > 0);
  expect(five).toBeCloseTo(-counts.reduce((sum, n) => sum + (n / N) * Math.log(n / N), 0), 13);
  expect(one).toBe(0);
  expect(edge).toBeCloseTo(Math.log(2), 14);
});

const RECORDED =
  "var population = Population.lorentzian(6, 1[1/s], seed: 4)\nlet start = population\n" +
  "let dynamics = Dynamics.all_to_all(0.7[1/s])\n" +
  "let states = population.record_states(dynamics, dt: 20ms, steps: 103, every: 5)";

test("phase locking is the length of a mean over states", () => {
  const [phases, matrix, pair] = calculate(RECORDED, [
    "states.map(|state| state.phases)",
    "phase_locking_matrix(states).values",
    "phase_locking(states, 4, 1)",
  ]) as [number[][], number[], number];
  expect(phases.length).toBe(20);
  for (let i = 0; i < 6; i += 1) {
    for (let j = 0; j < 6; j += 1) {
      const differences = phases.map((state) => state[i] - state[j]);
      const mean =
        lengthOf(
          differences,
          differences.map(() => 1),
        ) / 20;
      expect(matrix[6 * i + j]).toBeCloseTo(mean, 12);
    }
  }
  expect(pair).toBeCloseTo(matrix[6 * 4 + 1], 14);
});

test("recording states changes nothing", () => {
  const [there, here] = calculate(
    `${RECORDED}\nvar other = start\nother.advance(dynamics, dt: 20ms, steps: 103)`,
    ["population.unwrapped()", "other.unwrapped()"],
  );
  expect(there).toEqual(here);
});

test("metastability is a mean square", () => {
  expect(calculate("", ["metastability([0.2])", "metastability([0.0, 1, 1, 0])"])).toEqual([
    0, 0.25,
  ]);
});

test.each([
  ["population.coherence_with(Matrix.filled(8, 8, 0.0))", "add up to 0.0: a mean needs more"],
  ["population.coherence_with(Matrix.identity(8))", "add up to 0.0"],
  ["population.coherence_sum_with(Matrix.filled(7, 8, 1.0))", "a matrix of 7 × 8 weights"],
  ["population.group_orders([1, 2])", "8 oscillators, and groups of 3 together"],
  ["population.group_orders([0, 8])", "at least 1 element"],
  ["population.entropy(bins: 0)", "8 phases in 0 bins"],
  ["population.local_orders(Graph.path(3, 1.0))", "one list has 4 elements where 9 are needed"],
  ["phase_locking([], 0, 1)", "at least 1 element"],
  ["phase_locking_matrix([])", "there is none"],
  ["metastability([])", "at least 1 element"],
])("%s", (expression, part) => {
  expect(messageOf(`${POPULATION}\nlet _ = ${expression}`)).toContain(part);
});

test("a state after every 0 steps is none", () => {
  const statement = RECORDED.replace("every: 5", "every: 0");
  expect(messageOf(statement)).toContain("every 0 steps");
});
