/**
 * Populations: the twin bit for bit, the properties of the phasor cache, wraps, refusals, oracles.
 */
import { describe, expect, test } from "vitest";
import { bitsOfAll, floatsAt, FREE, integersAt, kernel, testNumbers } from "./kernel-under-test.ts";
import {
  evolveGraph,
  evolveMeanField,
  graphCoherence,
  meanPhasor,
  wrap,
} from "./twin/population.ts";
import type { Rows, State } from "./twin/population.ts";

const { unit, below } = testNumbers("population", 1975);
const TAU = 6.283185307179586;

/** Where things stand in the kernel's memory, room for 4,096 oscillators and 16 edges each. */
const AT = {
  phases: FREE,
  turns: FREE + 32_768,
  frequencies: FREE + 65_536,
  rows: FREE + 98_304,
  columns: FREE + 196_608,
  weights: FREE + 1_048_576,
  out: FREE + 2_097_152,
  area: FREE + 2_097_216,
};

function population(n: number, width: number): State {
  return {
    phases: Array.from({ length: n }, () => unit() - 0.5),
    turns: Array.from({ length: n }, () => BigInt(below(5) - 2)),
    frequencies: Array.from({ length: n }, () => (unit() - 0.5) * width),
  };
}

function copyOf(state: State): State {
  const { phases, turns, frequencies } = state;
  return { phases: [...phases], turns: [...turns], frequencies };
}

function place(state: State): number {
  const n = state.phases.length;
  floatsAt(AT.phases, n).set(state.phases);
  integersAt(AT.turns, n).set(state.turns);
  floatsAt(AT.frequencies, n).set(state.frequencies);
  // what lies behind must not be touched
  floatsAt(AT.phases, n + 1)[n] = 777;
  integersAt(AT.turns, n + 1)[n] = 777n;
  return n;
}

function placeRows(rows: Rows): number {
  const edges = rows.flat();
  let start = 0n;
  const starts = integersAt(AT.rows, rows.length + 1);
  for (const [index, row] of rows.entries()) {
    starts[index] = start;
    start += BigInt(row.length);
  }
  starts[rows.length] = start;
  integersAt(AT.columns, edges.length).set(edges.map((edge) => BigInt(edge.column)));
  floatsAt(AT.weights, edges.length).set(edges.map((edge) => edge.weight));
  return edges.length;
}

function randomRows(n: number, degree: number, strength: number): Rows {
  return Array.from({ length: n }, (_, row) =>
    Array.from({ length: n === 1 ? 0 : below(degree + 1) }, () => ({
      column: (row + 1 + below(n - 1)) % n,
      weight: (unit() - 0.2) * strength,
    })),
  );
}

/** All bits of the state in the kernel's memory. */
function seen(n: number): string[] {
  expect(floatsAt(AT.phases, n + 1)[n]).toBe(777);
  expect(integersAt(AT.turns, n + 1)[n]).toBe(777n);
  return [...bitsOfAll(floatsAt(AT.phases, n)), ...Array.from(integersAt(AT.turns, n), String)];
}

function expected(state: State): string[] {
  return [...bitsOfAll(state.phases), ...state.turns.map(String)];
}

function meanField(n: number, kappa: number, dt: number, first: number, count: number): number {
  const { phases, turns, frequencies, area } = AT;
  return kernel["evolve_mean_field"](phases, turns, frequencies, n, kappa, dt, first, count, area);
}

function onGraph(n: number, edges: number, dt: number, first: number, count: number): number {
  const { phases, turns, frequencies, rows, columns, weights, area } = AT;
  return kernel["evolve_graph"](
    phases,
    turns,
    frequencies,
    n,
    rows,
    columns,
    weights,
    edges,
    dt,
    first,
    count,
    area,
  );
}

describe("the kernels equal their twins bit for bit", () => {
  for (const n of [1, 2, 3, 7, 8, 9, 40, 1025, 2500]) {
    const steps = n > 1000 ? 2 : 260;
    for (const [path, kappa] of [
      ["small", 0.3],
      ["middle", 1.8],
      ["full", 9],
    ] as const) {
      test(`mean field, ${n} oscillators, ${path} path`, () => {
        const state = population(n, 30);
        expect(meanField(place(state), kappa, 0.05, 0, steps)).toBe(0);
        evolveMeanField(state, kappa, 0.05, steps);
        expect(seen(n)).toEqual(expected(state));
      });
      test(`graph, ${n} oscillators, ${path} path`, () => {
        const state = population(n, 30);
        const rows = randomRows(n, 9, kappa / 4);
        const edges = placeRows(rows);
        expect(onGraph(place(state), edges, 0.05, 0, steps)).toBe(0);
        evolveGraph(state, rows, 0.05, steps);
        expect(seen(n)).toEqual(expected(state));
      });
    }
  }
  test("zero steps, zero oscillators, zero dt and backward dt", () => {
    const state = population(5, 1);
    expect(meanField(place(state), 1, 0.01, 0, 0)).toBe(0);
    expect(seen(5)).toEqual(expected(state));
    expect(meanField(0, 1, 0.01, 0, 9)).toBe(0);
    expect(meanField(place(state), 1, 0, 0, 9)).toBe(0);
    expect(seen(5)).toEqual(expected(state));
    expect(meanField(place(state), 1, -0.01, 0, 9)).toBe(0);
    evolveMeanField(state, 1, -0.01, 9);
    expect(seen(5)).toEqual(expected(state));
  });
});

describe("the phasor cache cannot be seen", () => {
  const state = population(37, 2);
  const rows = randomRows(37, 6, 0.4);
  const edges = rows.flat().length;
  const kinds = {
    "mean field": (first: number, count: number) => meanField(37, 0.4, 0.02, first, count),
    graph: (first: number, count: number) => onGraph(37, edges, 0.02, first, count),
  };
  for (const [name, advance] of Object.entries(kinds)) {
    const whole = (steps: number): string[] => {
      place(state);
      placeRows(rows);
      expect(advance(0, steps)).toBe(0);
      return seen(37);
    };
    test(`${name}: slices of a call are invisible, and so is looking between them`, () => {
      const once = whole(700);
      place(state);
      for (let done = 0; done < 700;) {
        const count = Math.min(below(90), 700 - done);
        advance(done, count);
        done += count;
        kernel["order_parameter"](AT.phases, 37, AT.out + 4_194_304, AT.out);
      }
      expect(seen(37)).toEqual(once);
    });
    test(`${name}: evolve(256a) then evolve(256b) is evolve(256(a + b))`, () => {
      const once = whole(256 * 3);
      place(state);
      advance(0, 256);
      advance(0, 512);
      expect(seen(37)).toEqual(once);
    });
    test(`${name}: other splits agree within 1e-12`, () => {
      whole(700);
      const once = [...floatsAt(AT.phases, 37)];
      place(state);
      advance(0, 333);
      advance(0, 367);
      const twice = [...floatsAt(AT.phases, 37)];
      expect(Math.max(...once.map((x, i) => Math.abs(x - twice[i])))).toBeLessThan(1e-12);
    });
  }
});

describe("phases, turns and refusals", () => {
  test("wrap: ties, the open end and the last double below ½", () => {
    const below = 0.49999999999999994;
    expect([0.5, -0.5, 1.5, -1.5, below, 2.75, -0].map((x) => wrap(x))).toEqual([
      { phase: -0.5, turns: 1n },
      { phase: -0.5, turns: 0n },
      { phase: -0.5, turns: 2n },
      { phase: -0.5, turns: -1n },
      { phase: below, turns: 0n },
      { phase: -0.25, turns: 3n },
      { phase: 0, turns: 0n },
    ]);
  });
  test("the kernel wraps as the definition says, in the first step of free oscillators", () => {
    const last = 0.49999999999999994;
    const starts = [0.25, 0.25, -0.25, -0.5, last, 0, -0, -0.25];
    const ways = [0.25, 1.25, -0.25, -1, 0, -2, -0, 0.25];
    const state = { phases: starts, turns: starts.map(() => 0n), frequencies: ways };
    meanField(place(state), 0, 1, 0, 1);
    expect([...floatsAt(AT.phases, 8)]).toEqual([-0.5, -0.5, -0.5, -0.5, last, 0, 0, 0]);
    expect([...integersAt(AT.turns, 8)]).toEqual([1n, 2n, 0n, -1n, 0n, -2n, 0n, 0n]);
  });
  test("free oscillators: turns + phase is frequency times time", () => {
    const frequencies = [0.5, -0.25, 3, 1024.5, -7.125];
    const state = { phases: [0, 0, 0, 0, 0], turns: [0n, 0n, 0n, 0n, 0n], frequencies };
    meanField(place(state), 0, 0.5, 0, 1000);
    const unwrapped = frequencies.map((_, i) => {
      return Number(integersAt(AT.turns, 5)[i]) + floatsAt(AT.phases, 5)[i];
    });
    expect(unwrapped).toEqual(frequencies.map((f) => f * 500));
  });
  test("what is out of range is refused and nothing is changed", () => {
    const state = population(4, 1);
    const refused = (change: (state: State) => State, kappa = 1, dt = 0.01): number => {
      const changed = change(copyOf(state));
      const status = meanField(place(changed), kappa, dt, 0, 3);
      expect(seen(4)).toEqual(expected(changed));
      return status;
    };
    const same = (s: State): State => s;
    const withFrequency = (f: number) => (s: State) => ({ ...s, frequencies: [0, 0, 0, f] });
    const withPhase = (x: number) => (s: State) => ({ ...s, phases: [0, 0, x, 0] });
    expect(refused(withFrequency(Infinity))).toBe(1);
    expect(refused(withFrequency(Number.NaN))).toBe(1);
    expect(refused(withFrequency(1e13))).toBe(1);
    expect(refused(same, Number.NaN)).toBe(1);
    expect(refused(same, 1, Infinity)).toBe(1);
    expect(refused(withPhase(0.5))).toBe(2);
    expect(refused(withPhase(Number.NaN))).toBe(2);
  });
  test("rows that are none are refused", () => {
    const good: Rows = [[{ column: 1, weight: 1 }], [{ column: 0, weight: 1 }]];
    const check = (change: () => void, edges = 2): number => {
      placeRows(good);
      change();
      place(population(2, 1));
      const status = kernel["check_rows"](2, AT.rows, AT.columns, edges);
      expect(onGraph(2, edges, 0.01, 0, 1)).toBe(status);
      return status;
    };
    expect(check(() => {})).toBe(0);
    expect(check(() => {}, 1)).toBe(3);
    expect(check(() => {}, 3)).toBe(3);
    expect(check(() => (integersAt(AT.rows, 1)[0] = 1n))).toBe(3);
    expect(check(() => (integersAt(AT.rows, 2)[1] = -1n))).toBe(3);
    expect(check(() => (integersAt(AT.columns, 1)[0] = 2n))).toBe(4);
    expect(check(() => (integersAt(AT.columns, 1)[0] = -1n))).toBe(4);
    expect(check(() => (integersAt(AT.columns, 1)[0] = 0n))).toBe(5);
    placeRows([[{ column: 1, weight: Number.NaN }], []]);
    expect(onGraph(2, 1, 0.01, 0, 1)).toBe(1);
  });
});

describe("what a population shows", () => {
  test("order parameter, coherence and coherence on a graph equal their definitions", () => {
    for (const n of [2, 3, 9, 1024, 1025, 3100]) {
      const state = population(n, 1);
      const rows = randomRows(n, 5, 1);
      const edges = placeRows(rows);
      place(state);
      const { cos, sin } = meanPhasor(state.phases);
      const r = Math.sqrt(cos * cos + sin * sin);
      kernel["order_parameter"](AT.phases, n, AT.area, AT.out);
      expect(bitsOfAll(floatsAt(AT.out, 2))).toEqual(
        bitsOfAll([r, kernel["atan2"](sin, cos) / TAU]),
      );
      const coherence = kernel["coherence"](AT.phases, n, AT.area);
      expect(coherence).toBe((n * (cos * cos + sin * sin) - 1) / (n - 1));
      expect(kernel["check_rows"](n, AT.rows, AT.columns, edges)).toBe(0);
      kernel["coherence_graph"](AT.phases, n, AT.rows, AT.columns, AT.weights, AT.area, AT.out);
      expect(bitsOfAll(floatsAt(AT.out, 2))).toEqual(bitsOfAll(graphCoherence(state.phases, rows)));
    }
  });
  test("two opposite oscillators: r = 0, ψ = 0, coherence −1; equal ones: 1, phase, 1", () => {
    floatsAt(AT.phases, 2).set([0, -0.5]);
    kernel["order_parameter"](AT.phases, 2, AT.area, AT.out);
    expect([...floatsAt(AT.out, 2)]).toEqual([0, 0]);
    expect(kernel["coherence"](AT.phases, 2, AT.area)).toBe(-1);
    floatsAt(AT.phases, 2).set([0.25, 0.25]);
    kernel["order_parameter"](AT.phases, 2, AT.area, AT.out);
    expect([...floatsAt(AT.out, 2)]).toEqual([1, 0.25]);
    expect(kernel["coherence"](AT.phases, 2, AT.area)).toBe(1);
    floatsAt(AT.phases, 1).set([-0.5]);
    kernel["order_parameter"](AT.phases, 1, AT.area, AT.out);
    expect([...floatsAt(AT.out, 2)]).toEqual([1, -0.5]);
  });
});

describe("known dynamics", () => {
  test("two oscillators lock at sin(2πΔ) = Δω/K", () => {
    const coupling = 1;
    const difference = 0.6;
    const frequencies = [difference / 2 / TAU, -difference / 2 / TAU];
    place({ phases: [0, 0], turns: [0n, 0n], frequencies });
    meanField(2, coupling / TAU, 0.05, 0, 4000);
    const [a, b] = floatsAt(AT.phases, 2);
    expect(Math.sin((a - b) * TAU)).toBeCloseTo(difference / coupling, 12);
  });
  test("halving dt makes the error of a whole run sixteen times smaller", () => {
    const state = population(12, 0.5);
    const end = (steps: number): number[] => {
      place(state);
      meanField(12, 0.3, 8 / steps, 0, steps);
      return Array.from(floatsAt(AT.phases, 12), (x, i) => x + Number(integersAt(AT.turns, 12)[i]));
    };
    const exact = end(6400);
    const error = (steps: number): number =>
      Math.max(...end(steps).map((x, i) => Math.abs(x - exact[i])));
    const ratio = error(50) / error(100);
    expect(ratio).toBeGreaterThan(13);
    expect(ratio).toBeLessThan(19);
  });
  test("a complete graph with weights K/N is the mean field", () => {
    const state = population(10, 1);
    const rows: Rows = Array.from({ length: 10 }, (_, row) =>
      Array.from({ length: 10 }, (_, column) => ({ column, weight: 0.15 })).filter(
        (edge) => edge.column !== row,
      ),
    );
    place(state);
    meanField(10, 1.5 / TAU, 0.01, 0, 500);
    const field = [...floatsAt(AT.phases, 10)];
    const edges = placeRows(rows);
    onGraph(place(state), edges, 0.01, 0, 500);
    const graph = [...floatsAt(AT.phases, 10)];
    expect(Math.max(...field.map((x, i) => Math.abs(x - graph[i])))).toBeLessThan(1e-12);
  });
});
