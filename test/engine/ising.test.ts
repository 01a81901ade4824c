/**
 * Ising machines: the primitives equal their twins spin by spin and bit by bit, find what trying
 * all states finds, and refuse what is no graph.
 */
import { describe, expect, test } from "vitest";
import { calculate, decimal, fuelOf, listOf, messageOf } from "../language/prelude/calculate.ts";
import { kernel, testNumbers } from "./kernel-under-test.ts";
import { annealed, bifurcated, energies, type Rows } from "./twin/ising.ts";

const { unit, below } = testNumbers("ising", 1925);

type Problem = { readonly text: string; readonly rows: Rows };

/** A random graph; weights by a function that draws them. */
function problem(n: number, degree: number, weigh: () => number): Problem {
  const seen = new Map<string, readonly [number, number, number]>();
  for (let count = 0; n > 1 && count < (n * degree) / 2; count += 1) {
    const [a, b] = [below(n), below(n)];
    if (a < b) seen.set(`${a} ${b}`, [a, b, weigh()]);
  }
  const edges = [...seen.values()];
  const [from, to, weights] = [0, 1, 2].map((part) => edges.map((edge) => edge[part]));
  const rows = Array.from({ length: n }, (_, i) =>
    edges
      .flatMap(([a, b, weight]) => {
        if (a === i) return [{ column: b, weight }];
        return b === i ? [{ column: a, weight }] : [];
      })
      .toSorted((a, b) => a.column - b.column),
  );
  const lists = `[${from.join(", ")}], [${to.join(", ")}], ${listOf(weights)}`;
  return { text: `let graph = Graph.from_edges(${n}, ${lists})`, rows };
}

function complete(n: number): Problem {
  const nodes = Array.from({ length: n }, (_, i) => i);
  const rows = nodes.map((i) =>
    nodes.filter((j) => j !== i).map((column) => ({ column, weight: -1 })),
  );
  return { text: `let graph = Graph.complete(${n}, -1.0)`, rows };
}

const PROBLEMS: Readonly<Record<string, Problem>> = {
  "no edges": problem(5, 0, () => 1),
  "two nodes": problem(2, 8, () => -1),
  "weights of 1": problem(45, 6, () => 1),
  "weights of −2.5": problem(33, 9, () => -2.5),
  "weights of −1 and 1": problem(48, 7, () => 2 * below(2) - 1),
  "weights of all kinds": problem(37, 8, () => (unit() - 0.5) * 1e3),
  "tiny weights": problem(20, 4, () => unit() * 1e-200),
  "rows of more than 127 edges": complete(140),
};

describe.each(Object.entries(PROBLEMS))("%s", (_, { text, rows }) => {
  const n = rows.length;
  const size = Math.max(...rows.flat().map(({ weight }) => Math.abs(weight)), 0) || 1;
  const seed = below(1_000_000);

  test.each([0, 1, 40])("bifurcation, %d steps", (steps) => {
    const strength = 0.2 / size;
    const call = `bifurcated_spins(graph, ${decimal(strength)}, ${steps}, ${seed}, 3)`;
    expect(calculate(text, [call])[0]).toEqual(bifurcated(rows, strength, steps, seed, 3));
  });

  test.each([0, 1, 60])("annealing, %d sweeps", (steps) => {
    const spins = Array.from({ length: 3 * n }, () => 2 * below(2) - 1);
    const [hot, cold] = [2 * size, 0.2 * size];
    const words = `${decimal(hot)}, ${decimal(cold)}, ${steps}, ${seed}, -1`;
    const call = `annealed_spins(graph, [${spins.join(", ")}], ${words})`;
    const cooling = { hot, cold, steps, seed, stream: -1 };
    expect(calculate(text, [call])[0]).toEqual(annealed(rows, spins, cooling, kernel["log"]));
  });

  test("energies, which are those of the definition", () => {
    const spins = Array.from({ length: 4 * n }, () => 2 * below(2) - 1);
    const [found] = calculate(text, [`ising_energies(graph, [${spins.join(", ")}])`]);
    expect(found).toEqual(energies(rows, spins));
    const plain = [0, 1, 2, 3].map((replica) =>
      rows
        .flatMap((row, i) =>
          row.map(({ column, weight }) => {
            const [a, b] = [spins[replica * n + i], spins[replica * n + column]];
            return (-weight * a * b) / 2;
          }),
        )
        .reduce((total, part) => total + part, 0),
    );
    for (const [replica, energy] of plain.entries()) {
      expect(Math.abs((found as number[])[replica] - energy)).toBeLessThan(1e-10 * size * (1 + n));
    }
  });
});

/** Fuel of sweeps on a ring so hot that each flips every node. */
function fuelOfSweeps(n: number, steps: number): number {
  const up = `List.filled(${n}, 1)`;
  const call = `annealed_spins(Graph.ring(${n}, 1.0), ${up}, 1e300, 1e300, ${steps}, 1, 2)`;
  return fuelOf(`let _ = ${call}`);
}

test("only nodes that are there flip, however hot it is", () => {
  // nodes are asked by sixteens: 16 of a ring fill a block, 5 and 21 do not
  const sweepOfNode = (n: number): number => (fuelOfSweeps(n, 3) - fuelOfSweeps(n, 1)) / (2 * n);
  expect([5, 21].map(sweepOfNode)).toEqual([sweepOfNode(16), sweepOfNode(16)]);
});

test("a small problem is solved as by trying all states", () => {
  for (let count = 0; count < 6; count += 1) {
    const { text, rows } = problem(10, 6, () => unit() - 0.5);
    const states = Array.from({ length: 1024 }, (_, state) =>
      Array.from({ length: 10 }, (_spin, i) => ((state >> i) & 1 ? 1 : -1)),
    );
    const least = Math.min(...states.flatMap((spins) => energies(rows, spins)));
    const [found] = calculate(
      `${text}\nlet state = ising_ground_state(graph, steps: 200, seed: ${count})`,
      ["state.energy"],
    );
    expect(found).toBeCloseTo(least, 12);
  }
});

describe("refusals", () => {
  const graph = "let graph = Graph.path(3, 1.0)\n";
  test.each([
    ["bifurcated_spins(graph, 0.1, -1, 1, 0)", "argument `steps` is -1"],
    ["annealed_spins(graph, [1, 1, 1], 1.0, 0.1, -1, 1, 0)", "argument `steps` is -1"],
    ["annealed_spins(graph, [1, 1], 1.0, 0.1, 1, 1, 0)", "one list has 2 elements where 3"],
    ["ising_energies(graph, [1, 1, 1, 1])", "one list has 4 elements where 3"],
    ["ising_energies(Graph { starts: [], columns: [], weights: [] }, [])", "row starts"],
    [
      "ising_energies(Graph { starts: [0, 1], columns: [0], weights: [1.0] }, [1])",
      "from an oscillator to itself",
    ],
    [
      "bifurcated_spins(Graph { starts: [0, 1], columns: [4], weights: [1.0] }, 0.1, 1, 1, 0)",
      "does not exist",
    ],
    ["max_cut(Graph.path(1, 1.0), 10, 1)", "an Ising problem needs two spins, and there are 1"],
    ["max_cut(graph, 0, 1)", "0 steps and 8 replicas: at least one of each"],
    ["max_cut(graph, 10, 1, replicas: 0)", "10 steps and 0 replicas: at least one of each"],
    ["max_cut(graph, 10, 1, sweeps: -1)", "sweeps has to be 0 at least, and is -1"],
    ["max_cut(graph.scaled(0 / 0.0), 10, 1)", "has to be finite"],
    ["max_cut(graph.scaled(1e200), 10, 1)", "has to be finite"],
  ])("%s", (call, message) => {
    expect(messageOf(`${graph}let found = ${call}\nprint "{found}"`)).toContain(message);
  });
  test("a graph without edges has a cut of 0", () => {
    const lines = "let state = max_cut(Graph.from_edges(3, [], [], []), steps: 10, seed: 1)";
    expect(calculate(lines, ["state.cut", "state.energy"])).toEqual([0, 0]);
  });
});
