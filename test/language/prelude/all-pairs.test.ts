/** Dense weights: sums over all pairs, and coherences of many ensembles, as programs see them. */
import { describe, expect, test } from "vitest";
import { calculate, messageOf } from "./calculate.ts";

/** Weights that are not symmetric, with a diagonal that nothing may see. */
const WEIGHTS =
  "let weights = Matrix.from_rows([[9.0, 2.0, 3.0], [1.0, 9.0, 0.5], [0.0, 4.0, 9.0]])\n";

describe("coherences", () => {
  test("are those of one ensemble by its definition", () => {
    const phases = "let phases = [0.1, 0.3, -0.2, 0, 0.5, 0.25] * 1[cycle]\n";
    const [found] = calculate(WEIGHTS + phases, ["coherences(phases, weights)"]);
    const weights = [2, 3, 1, 0.5, 0, 4];
    const pairs = [
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 2],
      [2, 0],
      [2, 1],
    ];
    const expected = [
      [0.1, 0.3, -0.2],
      [0, 0.5, 0.25],
    ].map((phases) => {
      const terms = pairs.map(([i, j], k) => {
        return weights[k] * Math.cos(2 * Math.PI * (phases[i] - phases[j]));
      });
      return terms.reduce((a, b) => a + b, 0) / 10.5;
    });
    for (const [index, value] of (found as number[]).entries()) {
      expect(value).toBeCloseTo(expected[index], 14);
    }
    expect((found as number[]).length).toBe(2);
  });
  test("of no phases are none", () => {
    expect(calculate(WEIGHTS, ["coherences([], weights)"])).toEqual([[]]);
  });
  test("stop where there is no whole number of ensembles, and no positive weight", () => {
    expect(messageOf(`${WEIGHTS}print "{coherences([0[cycle]], weights)}"`)).toMatch(
      /1 elements where 3/u,
    );
    const zero = "let weights = Matrix.filled(2, 2, 0.0)\n";
    const phases = "[0[cycle], 0[cycle]]";
    expect(messageOf(`${zero}print "{coherences(${phases}, weights)}"`)).toMatch(/weight/u);
    const flat = "let weights = Matrix.filled(1, 2, 1.0)\n";
    expect(messageOf(`${flat}print "{coherences(${phases}, weights)}"`)).toMatch(/not square/u);
  });
});

test("dense weights pull as the edges of a complete graph do", () => {
  const statements =
    "let n = 7\nvar a = Population.lorentzian(n, 1[1/s], seed: 3)\nvar b = a\n" +
    "let weight = |i: Int, j: Int| if i == j { 0[1/s] } else { Float(i + j) * 0.01[1/s] }\n" +
    "let weights = Matrix.generated(n, n, weight)\n" +
    "let graph = Graph.from_adjacency(weights)\n" +
    "a.advance(Dynamics.dense(weights), dt: 10ms, steps: 50)\n" +
    "b.advance(Dynamics.on(graph), dt: 10ms, steps: 50)\n";
  const [a, b] = calculate(statements, ["a.phases", "b.phases"]) as number[][];
  for (const [index, phase] of a.entries()) expect(phase).toBeCloseTo(b[index], 12);
});
