/** The engine's work in plain JavaScript, as one would write it: a peer of the benchmark. */
import type { Case, Cases } from "./cases.ts";
import { compared, numberAt, numbers, serveAlone, STEPS_A_CALL } from "./cases.ts";

const TAU = 2 * Math.PI;

/** Sines and cosines of an array of angles. */
function sincosCase(scale: number, inCycles: boolean): Case {
  const count = 4096;
  const x = numbers(1, count, (u) => scale * (u - 0.5));
  const sines = new Float64Array(count);
  const cosines = new Float64Array(count);
  return {
    start: () => {},
    step: () => {
      for (let i = 0; i < count; i += 1) {
        const angle = inCycles ? TAU * x[i] : x[i];
        sines[i] = Math.sin(angle);
        cosines[i] = Math.cos(angle);
      }
    },
    result: () => compared(count).flatMap((i) => [cosines[i], sines[i]]),
  };
}

/** Rates of change of all phases, into the last argument. */
type Rates = (phases: Float64Array, rates: Float64Array) => void;

/** The classical method of fourth order over phases in radians. */
function rungeKutta(count: number, dt: number, rates: Rates): Case {
  const phases = new Float64Array(count);
  const stage = new Float64Array(count);
  const [k1, k2, k3, k4] = [0, 1, 2, 3].map(() => new Float64Array(count));
  const move = (by: number, k: Float64Array): void => {
    for (let i = 0; i < count; i += 1) stage[i] = phases[i] + by * k[i];
  };
  const step = (): void => {
    rates(phases, k1);
    move(0.5 * dt, k1);
    rates(stage, k2);
    move(0.5 * dt, k2);
    rates(stage, k3);
    move(dt, k3);
    rates(stage, k4);
    for (let i = 0; i < count; i += 1) {
      phases[i] += (dt / 6) * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
    }
  };
  return {
    start: () => phases.set(numbers(2, count, (u) => TAU * (u - 0.5))),
    step: () => {
      for (let k = 0; k < STEPS_A_CALL; k += 1) step();
    },
    result: () => compared(count).flatMap((i) => [Math.cos(phases[i]), Math.sin(phases[i])]),
  };
}

/** θi' = ωi + (K/N) Σ sin(θj − θi), with one sine and cosine an oscillator. */
function meanFieldCase(): Case {
  const [count, strength] = [4096, 2];
  const omega = numbers(3, count, (u) => TAU * (u - 0.5));
  const sines = new Float64Array(count);
  const cosines = new Float64Array(count);
  return rungeKutta(count, 0.01, (phases, rates) => {
    let sine = 0;
    let cosine = 0;
    for (let i = 0; i < count; i += 1) {
      sines[i] = Math.sin(phases[i]);
      cosines[i] = Math.cos(phases[i]);
      sine += sines[i];
      cosine += cosines[i];
    }
    sine *= strength / count;
    cosine *= strength / count;
    for (let i = 0; i < count; i += 1) {
      rates[i] = omega[i] + sine * cosines[i] - cosine * sines[i];
    }
  });
}

/** Rows of a graph: node i receives from the next `degree` nodes of its row. */
export function graphColumns(count: number, degree: number): Int32Array {
  const columns = new Int32Array(count * degree);
  for (let row = 0; row < count; row += 1) {
    const part = columns.subarray(row * degree, (row + 1) * degree);
    for (let k = 0; k < degree; k += 1) {
      part[k] = (row + 1 + Math.floor(numberAt(4, row * degree + k) * (count - 1))) % count;
    }
    part.sort();
  }
  return columns;
}

/** θi' = ωi + Σ Wij sin(θj − θi) over the edges, with one sine and cosine an oscillator. */
function graphCase(): Case {
  const [count, degree] = [4096, 16];
  const omega = numbers(3, count, (u) => TAU * (u - 0.5));
  const columns = graphColumns(count, degree);
  const weights = numbers(5, count * degree, (u) => 0.1 * u);
  const starts = Int32Array.from({ length: count + 1 }, (_, row) => row * degree);
  const sines = new Float64Array(count);
  const cosines = new Float64Array(count);
  return rungeKutta(count, 0.01, (phases, rates) => {
    for (let i = 0; i < count; i += 1) {
      sines[i] = Math.sin(phases[i]);
      cosines[i] = Math.cos(phases[i]);
    }
    for (let i = 0; i < count; i += 1) {
      let sine = 0;
      let cosine = 0;
      for (let edge = starts[i]; edge < starts[i + 1]; edge += 1) {
        sine += weights[edge] * sines[columns[edge]];
        cosine += weights[edge] * cosines[columns[edge]];
      }
      rates[i] = omega[i] + sine * cosines[i] - cosine * sines[i];
    }
  });
}

/** Σ Wij cos θj and Σ Wij sin θj for every oscillator, from the phasors. */
function denseCase(): Case {
  const count = 512;
  const weights = numbers(5, count * count, (u) => u / count);
  const cosines = numbers(2, count, (u) => Math.cos(TAU * u));
  const sines = numbers(2, count, (u) => Math.sin(TAU * u));
  const [sumsOfCosines, sumsOfSines] = [new Float64Array(count), new Float64Array(count)];
  return {
    start: () => {},
    step: () => {
      for (let i = 0; i < count; i += 1) {
        let sine = 0;
        let cosine = 0;
        for (let j = 0; j < count; j += 1) {
          sine += weights[i * count + j] * sines[j];
          cosine += weights[i * count + j] * cosines[j];
        }
        sumsOfCosines[i] = cosine;
        sumsOfSines[i] = sine;
      }
    },
    result: () => [...sumsOfCosines, ...sumsOfSines],
  };
}

export const PLAIN_CASES: Cases = {
  sincos: sincosCase(TAU, false),
  "sincos-cycles": sincosCase(1, true),
  "mean-field": meanFieldCase(),
  graph: graphCase(),
  dense: denseCase(),
};

serveAlone(import.meta.url, PLAIN_CASES);
