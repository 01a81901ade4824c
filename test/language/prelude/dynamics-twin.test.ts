/**
 * Dynamics and grids against twins that add up every pair by its sine, as the equations are
 * written: each coupling, with lag, injection and noise, by each integrator.
 *
 * θi' = ωi + Σj Wij sin(θj − θi − α) − Ks sin(2θi) + √(2D) dW/dt, in radians. All to all is Wij =
 * K/N with j = i, groups are Kστ/Nτ with j = i; edges and dense weights are without it.
 */

import { describe, expect, test } from "vitest";
import { kernel } from "../../engine/kernel-under-test.ts";
import { calculate, listOf } from "./calculate.ts";
import { randomNumbers, SEED } from "./random-numbers.ts";

type Vector = readonly number[];
/** How fast phases change, in rad/s, at a time. */
type Rates = (theta: Vector, t: number) => Vector;

const TAU = 2 * Math.PI;
const N = 7;
const DT = 0.02;
const STEPS = 25;
const NOISE = 0.3;

const random = randomNumbers(SEED);
const numbers = (count: number, low: number, high: number): number[] =>
  Array.from({ length: count }, () => low + (high - low) * random());

const phases = numbers(N, -0.5, 0.5);
const frequencies = numbers(N, -1, 1);
const dense = numbers(N * N, -1, 1);
const groups = [3, 4];
const strengths = numbers(4, -1, 1);
const edges = Array.from({ length: 9 }, (_, e) => [e % N, (e * 3 + 1) % N] as const).filter(
  ([from, to]) => from !== to,
);
const weights = numbers(edges.length, -1, 1);

const graph =
  `Graph.from_edges(${N}, from: [${edges.map(([from]) => from).join(", ")}], ` +
  `to: [${edges.map(([, to]) => to).join(", ")}], weights: ${listOf(weights, "1/s")})`;
const rows = (values: Vector, width: number): string =>
  `Matrix { rows: ${width}, columns: ${width}, values: ${listOf(values, "1/s")} }`;

/** What oscillator i gets from j, in the coupling; whether its own counts as well. */
interface Weights {
  readonly written: string;
  readonly of: (i: number, j: number) => number;
}

const groupOf = (i: number): number => (i < groups[0] ? 0 : 1);
const COUPLINGS: Readonly<Record<string, Weights>> = {
  "all to all": { written: "Dynamics.all_to_all(1.7[1/s]", of: () => 1.7 / N },
  edges: {
    written: `Dynamics.on(${graph}`,
    of: (i, j) =>
      edges.reduce((sum, [from, to], e) => {
        const joins = (from === i && to === j) || (from === j && to === i);
        return sum + (joins ? weights[e] : 0);
      }, 0),
  },
  dense: {
    written: `Dynamics.dense(${rows(dense, N)}`,
    of: (i, j) => (i === j ? 0 : dense[i * N + j]),
  },
  groups: {
    written: `Dynamics.groups([${groups.join(", ")}], ${rows(strengths, 2)}`,
    of: (i, j) => strengths[2 * groupOf(i) + groupOf(j)] / groups[groupOf(j)],
  },
};

/** The equations, pair by pair; `grown` is by how much the coupling has grown at a time. */
function ratesOf(
  { of }: Weights,
  lag: number,
  injection: number,
  grown: (t: number) => number = () => 1,
): Rates {
  return (theta, t) =>
    theta.map((own, i) => {
      const pull = theta.reduce((sum, x, j) => sum + of(i, j) * Math.sin(x - own - lag), 0);
      return TAU * frequencies[i] + grown(t) * pull - injection * Math.sin(2 * own);
    });
}

const plus = (x: Vector, scale: number, y: Vector): Vector => x.map((a, i) => a + scale * y[i]);
const mean = (x: Vector, y: Vector): Vector => x.map((a, i) => (a + y[i]) / 2);

/** √(2 D dt) times the normal numbers of a step. */
function kicks(step: number): Vector {
  const width = Math.sqrt(2 * NOISE * DT);
  return phases.map((_, i) => width * kernel["random_normal"](5, 2, step * N + i));
}

/** One step of each integrator. */
const INTEGRATORS: Readonly<Record<string, (f: Rates, x: Vector, step: number) => Vector>> = {
  Euler: (f, x, step) => plus(x, DT, f(x, step * DT)),
  Heun: (f, x, step) => {
    const first = f(x, step * DT);
    return plus(x, DT, mean(first, f(plus(x, DT, first), (step + 1) * DT)));
  },
  RungeKutta: (f, x, step) => {
    const t = step * DT;
    const a = f(x, t);
    const b = f(plus(x, DT / 2, a), t + DT / 2);
    const c = f(plus(x, DT / 2, b), t + DT / 2);
    const d = f(plus(x, DT, c), t + DT);
    return x.map((own, i) => own + (DT / 6) * (a[i] + 2 * b[i] + 2 * c[i] + d[i]));
  },
  EulerMaruyama: (f, x, step) => plus(plus(x, DT, f(x, step * DT)), 1, kicks(step)),
  StochasticHeun: (f, x, step) => {
    const first = f(x, step * DT);
    const reached = plus(plus(x, DT, first), 1, kicks(step));
    return plus(plus(x, DT, mean(first, f(reached, (step + 1) * DT))), 1, kicks(step));
  },
};

function twin(f: Rates, integrator: string): Vector {
  let theta: Vector = phases.map((x) => TAU * x);
  for (let step = 0; step < STEPS; step += 1) theta = INTEGRATORS[integrator](f, theta, step);
  return theta.map((x) => x / TAU);
}

const START =
  `var population = Population.given(${listOf(phases, "cycle")}, ` +
  `${listOf(frequencies, "Hz")})\n`;

/** The largest difference of the population after a statement from the twin. */
function distance(statement: string, wanted: Vector): number {
  const [found] = calculate(START + statement, ["population.unwrapped()"]) as number[][];
  return Math.max(...found.map((x, i) => Math.abs(x - wanted[i])));
}

describe.each(Object.keys(COUPLINGS))(`%s, seed ${SEED}`, (coupling) => {
  const { written } = COUPLINGS[coupling];

  test.each(Object.keys(INTEGRATORS))("%s", (integrator) => {
    const noise = integrator.includes("Sto") || integrator.includes("Mar") ? NOISE : 0;
    const dynamics = `${written}, lag: 0.4, injection: 0.6[1/s], noise: ${noise}[1/s], seed: 5)`;
    const steps = `dt: ${DT}[s], steps: ${STEPS}, method: Integrator.${integrator}`;
    const run = `population.advance(${dynamics}, ${steps})`;
    const wanted = twin(ratesOf(COUPLINGS[coupling], 0.4, 0.6), integrator);
    expect(distance(run, wanted)).toBeLessThan(1e-12);
  });

  test("the rates of a moment", () => {
    const f = ratesOf(COUPLINGS[coupling], 0.4, 0.6);
    const [found] = calculate(START, [
      `population.rates(${written}, lag: 0.4, injection: 0.6[1/s]))`,
    ]) as number[][];
    const wanted = f(
      phases.map((x) => TAU * x),
      0,
    ).map((x) => x / TAU);
    expect(Math.max(...found.map((x, i) => Math.abs(x - wanted[i])))).toBeLessThan(1e-13);
  });
});

test.each(Object.keys(INTEGRATORS).slice(0, 3))("coupling that grows in time: %s", (integrator) => {
  const grown = ratesOf(COUPLINGS["all to all"], 0.4, 0, (t) => 1 + 3 * t);
  const run =
    "let at = |t: Float[s]| Dynamics.all_to_all(1.7[1/s] * (1 + 3 * t / 1[s]), lag: 0.4)\n" +
    `population.advance_by(at, dt: ${DT}[s], steps: ${STEPS}, method: Integrator.${integrator})`;
  expect(distance(run, twin(grown, integrator))).toBeLessThan(1e-12);
});

test(`a grid with and without inertia, seed ${SEED}`, () => {
  const [inertias, dampings] = [[0.2, 0, 0.1, 0, 0.3, 0.2, 0.4], numbers(N, 0.2, 1)];
  const powers = numbers(N, -0.3, 0.3);
  const { of } = COUPLINGS["edges"];
  /** Rates of the angles, then of the velocities. */
  const f: Rates = (state) => {
    const [theta, omega] = [state.slice(0, N), state.slice(N)];
    const driving = theta.map((own, i) => {
      return powers[i] + theta.reduce((sum, x, j) => sum + of(i, j) * Math.sin(x - own), 0);
    });
    return [
      ...omega.map((own, i) => (inertias[i] > 0 ? own : driving[i] / dampings[i])),
      ...omega.map((own, i) =>
        inertias[i] > 0 ? (driving[i] - dampings[i] * own) / inertias[i] : 0,
      ),
    ];
  };
  let state: Vector = [...phases.map((x) => TAU * x), ...numbers(N, 0, 0)];
  for (let step = 0; step < STEPS; step += 1) state = INTEGRATORS["RungeKutta"](f, state, step);
  const [angles, velocities] = calculate(
    `var grid = PowerGrid.at_rest(${listOf(powers)}, ${listOf(inertias, "s^2")}, ` +
      `${listOf(dampings, "s")})\ngrid.nodes.phases = ${listOf(phases, "cycle")}\n` +
      `grid.swing(${graph.replaceAll("[1/s]", "")}, dt: ${DT}[s], steps: ${STEPS})`,
    ["grid.nodes.unwrapped()", "grid.nodes.frequencies"],
  ) as number[][];
  for (let i = 0; i < N; i += 1) {
    expect(Math.abs(angles[i] - state[i] / TAU)).toBeLessThan(1e-12);
    if (inertias[i] > 0) {
      expect(Math.abs(velocities[i] - state[N + i] / TAU)).toBeLessThan(1e-12);
    }
  }
});
