/** Runge–Kutta steps of populations, one oscillator at a time, by the formulas of the kernels. */
import { nearest, sincosCycles } from "./sincos.ts";
import type { Pair } from "./sincos.ts";
import { sum, sumRow } from "./sum.ts";

const TAU = 6.283185307179586;

/** Phases in cycles, whole turns and frequencies in Hz. */
export type State = {
  readonly phases: number[];
  readonly turns: bigint[];
  readonly frequencies: readonly number[];
};

/** Edges by receiving oscillator. */
export type Rows = readonly (readonly { readonly column: number; readonly weight: number }[])[];

/** The pull on each oscillator, from the phasors of a stage. */
type Pull = (phasors: readonly Pair[]) => number[];

const SINE = [
  6.283185307179586, -41.34170224039973, 81.6052492753441, -76.7058545817789, 42.04376075983375,
];
const COSINE = [1, -19.739208802178712, 64.9393940222588, -85.45681203332173, 60.2237264979448];

function polynomial(coefficients: readonly number[], z: number): number {
  let value = coefficients[coefficients.length - 1];
  for (let k = coefficients.length - 2; k >= 0; k -= 1) value = value * z + coefficients[k];
  return value;
}

function rotation(way: number, small: boolean): Pair {
  if (!small) return sincosCycles(way);
  const z = way * way;
  return { sin: way * polynomial(SINE, z), cos: polynomial(COSINE, z) };
}

function product(a: Pair, b: Pair): Pair {
  return { cos: a.cos * b.cos - a.sin * b.sin, sin: a.cos * b.sin + a.sin * b.cos };
}

/** A phase back in [−½, ½), and the turns taken off. */
export function wrap(x: number): { phase: number; turns: bigint } {
  const whole = nearest(x);
  // the nearest integer to −0 is −0, and −0 − (−0) is +0
  const rest = x - whole + 0;
  return rest === 0.5
    ? { phase: -0.5, turns: BigInt(whole) + 1n }
    : { phase: rest, turns: BigInt(whole) };
}

/** Advances a state in place by `steps` steps of one call; `gain` is the way per unit of pull. */
function evolve(
  state: State,
  pull: Pull,
  gain: number,
  small: boolean,
  dt: number,
  steps: number,
): void {
  const { phases, turns, frequencies } = state;
  const ways = frequencies.map((frequency) => frequency * dt);
  const half = ways.map((way) => sincosCycles(way * 0.5));
  const full = ways.map((way) => sincosCycles(way));
  let start = phases.map((phase) => sincosCycles(phase));
  for (let step = 1; step <= steps; step += 1) {
    const turnBy = (natural: readonly Pair[], way: (i: number) => number): Pair[] =>
      start.map((p, i) => product(p, product(natural[i], rotation(way(i), small))));
    const k1 = pull(start);
    const k2 = pull(turnBy(half, (i) => gain * 0.5 * k1[i]));
    const k3 = pull(turnBy(half, (i) => gain * 0.5 * k2[i]));
    const k4 = pull(turnBy(full, (i) => gain * k3[i]));
    const way = k1.map((k, i) => (gain / 6) * (k + 2 * k2[i] + 2 * k3[i] + k4[i]));
    start = turnBy(full, (i) => way[i]);
    for (const i of phases.keys()) {
      const wrapped = wrap(phases[i] + (ways[i] + way[i]));
      phases[i] = wrapped.phase;
      turns[i] += wrapped.turns;
    }
    if (step % 256 === 0) start = phases.map((phase) => sincosCycles(phase));
  }
}

/** All-to-all coupling, κ in Hz. */
export function evolveMeanField(state: State, kappa: number, dt: number, steps: number): void {
  const gain = kappa * dt;
  const pull: Pull = (phasors) => {
    const real = sum(phasors.map((p) => p.cos)) / phasors.length;
    const imaginary = sum(phasors.map((p) => p.sin)) / phasors.length;
    return phasors.map((p) => imaginary * p.cos - real * p.sin);
  };
  evolve(state, pull, gain, Math.abs(gain) * TAU <= 0.125, dt, steps);
}

/** Coupling along the edges of a graph, weights in rad/s. */
export function evolveGraph(state: State, rows: Rows, dt: number, steps: number): void {
  const sizes = rows.map((row) => sumRow(row.map((edge) => Math.abs(edge.weight))));
  const small = Math.abs(dt) * Math.max(0, ...sizes) <= 0.125;
  const pull: Pull = (phasors) =>
    phasors.map((p, i) => {
      const real = sumRow(rows[i].map((edge) => edge.weight * phasors[edge.column].cos));
      const imaginary = sumRow(rows[i].map((edge) => edge.weight * phasors[edge.column].sin));
      return imaginary * p.cos - real * p.sin;
    });
  evolve(state, pull, dt / TAU, small, dt, steps);
}

/** Mean phasor of the phases. */
export function meanPhasor(phases: readonly number[]): Pair {
  const phasors = phases.map((phase) => sincosCycles(phase));
  return {
    cos: sum(phasors.map((p) => p.cos)) / phases.length,
    sin: sum(phasors.map((p) => p.sin)) / phases.length,
  };
}

/** Numerator and denominator of the coherence on a graph. */
export function graphCoherence(phases: readonly number[], rows: Rows): [number, number] {
  const phasors = phases.map((phase) => sincosCycles(phase));
  const along = phasors.map((p, i) => {
    const real = sumRow(rows[i].map((edge) => edge.weight * phasors[edge.column].cos));
    const imaginary = sumRow(rows[i].map((edge) => edge.weight * phasors[edge.column].sin));
    return p.cos * real + p.sin * imaginary;
  });
  const weights = rows.map((row) => sumRow(row.map((edge) => edge.weight)));
  return [sum(along), sum(weights)];
}
