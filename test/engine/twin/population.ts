/** Runge–Kutta steps of populations, one oscillator at a time, by the formulas of the kernels. */
import { nearest, sincosCycles, sincosQuarter } from "./sincos.ts";
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

/** The way by coupling of each oscillator, from the phasors of a stage and its gain. */
type Ways = (phasors: readonly Pair[], gain: number) => number[];

const SINE = [
  6.283185307179586, -41.34170224039973, 81.6052492753441, -76.7058545817789, 42.04376075983375,
];
const COSINE = [1, -19.739208802178712, 64.9393940222588, -85.45681203332173, 60.2237264979448];

/** A polynomial of five terms by pairs, as the kernel adds them up. */
function polynomial([a, b, c, d, e]: readonly number[], z: number): number {
  const zz = z * z;
  return a + z * b + zz * (c + z * d + zz * e);
}

/** The rotation by a way, where the longest of all turns by so many radians. */
function rotation(way: number, longest: number): Pair {
  if (longest > 0.78) return sincosCycles(way);
  if (longest > 0.125) return sincosQuarter(4 * way);
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

/** Advances a state in place by `steps` steps of one call; `gain` is that of a whole step. */
function evolve(
  state: State,
  waysOf: Ways,
  gain: number,
  longest: number,
  dt: number,
  steps: number,
): void {
  const { phases, turns, frequencies } = state;
  const natural = frequencies.map((frequency) => frequency * dt);
  const half = natural.map((way) => sincosCycles(way * 0.5));
  let start = phases.map((phase) => sincosCycles(phase));
  for (let step = 1; step <= steps; step += 1) {
    const turnedBy = (from: readonly Pair[], ways: readonly number[]): Pair[] =>
      from.map((p, i) => product(p, rotation(ways[i], longest)));
    const d1 = waysOf(start, gain * 0.5);
    const middle = start.map((p, i) => product(p, half[i]));
    const d2 = waysOf(turnedBy(middle, d1), gain * 0.5);
    const d3 = waysOf(turnedBy(middle, d2), gain);
    const end = middle.map((p, i) => product(p, half[i]));
    const d4 = waysOf(turnedBy(end, d3), gain * 0.5);
    const ways = d1.map((d, i) => (d + (d2[i] + d2[i]) + d3[i] + d4[i]) * (1 / 3));
    start = turnedBy(end, ways);
    for (const i of phases.keys()) {
      const x = phases[i] + (natural[i] + ways[i]);
      // an end of ½ is left open until phasors are made anew
      phases[i] = x - nearest(x);
      turns[i] += BigInt(nearest(x));
    }
    if (step % 256 !== 0 && step !== steps) continue;
    for (const i of phases.keys()) {
      if (phases[i] !== 0.5) continue;
      phases[i] = -0.5;
      turns[i] += 1n;
    }
    start = phases.map((phase) => sincosCycles(phase));
  }
}

/** All-to-all coupling, κ in Hz. */
export function evolveMeanField(state: State, kappa: number, dt: number, steps: number): void {
  const ways: Ways = (phasors, gain) => {
    const real = (sum(phasors.map((p) => p.cos)) / phasors.length) * gain;
    const imaginary = (sum(phasors.map((p) => p.sin)) / phasors.length) * gain;
    return phasors.map((p) => imaginary * p.cos - real * p.sin);
  };
  const gain = kappa * dt;
  evolve(state, ways, gain, Math.abs(gain) * TAU, dt, steps);
}

/** Coupling along the edges of a graph, weights in rad/s. */
export function evolveGraph(state: State, rows: Rows, dt: number, steps: number): void {
  const sizes = rows.map((row) => sumRow(row.map((edge) => Math.abs(edge.weight))));
  const ways: Ways = (phasors, gain) =>
    phasors.map((p, i) => {
      const real = sumRow(rows[i].map((edge) => edge.weight * phasors[edge.column].cos));
      const imaginary = sumRow(rows[i].map((edge) => edge.weight * phasors[edge.column].sin));
      return (imaginary * p.cos - real * p.sin) * gain;
    });
  evolve(state, ways, dt / TAU, Math.abs(dt) * Math.max(0, ...sizes), dt, steps);
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
