/** Published results of the Kuramoto model that the kernels have to reproduce. */
import { describe, expect, test } from "vitest";
import { floatsAt, FREE, integersAt, kernel } from "./kernel-under-test.ts";

const TAU = 6.283185307179586;
const ROOM = 10_000 * 8;
const AT = {
  phases: FREE,
  turns: FREE + ROOM,
  frequencies: FREE + 2 * ROOM,
  out: FREE + 3 * ROOM,
  area: FREE + 4 * ROOM,
};

/** Puts oscillators with angular frequencies (rad/s) at phase 0. */
function start(angular: readonly number[]): number {
  const n = angular.length;
  floatsAt(AT.phases, n).fill(0);
  integersAt(AT.turns, n).fill(0n);
  floatsAt(AT.frequencies, n).set(angular.map((omega) => omega / TAU));
  return n;
}

function advance(n: number, coupling: number, dt: number, first: number, count: number): void {
  const { phases, turns, frequencies, area } = AT;
  const kappa = coupling / TAU;
  const status = kernel["evolve_mean_field"](
    phases,
    turns,
    frequencies,
    n,
    kappa,
    dt,
    first,
    count,
    area,
  );
  expect(status).toBe(0);
}

function order(n: number): number {
  kernel["order_parameter"](AT.phases, n, AT.area + 100 * ROOM, AT.out);
  return floatsAt(AT.out, 1)[0];
}

function unwrapped(i: number): number {
  return (Number(integersAt(AT.turns, i + 1)[i]) + floatsAt(AT.phases, i + 1)[i]) * TAU;
}

describe("Lorentzian frequencies, half-width 1: r = √(1 − 2/K) (Kuramoto 1975)", () => {
  for (const [coupling, simulated] of [
    [2.2, 0.3005],
    [3, 0.5772],
    [4, 0.7072],
    [8, 0.866],
  ]) {
    test(`K = ${coupling}: r = ${simulated} ± 0.004, averaged over 40 s to 60 s`, () => {
      const n = 10_000;
      kernel["lorentzian_quantiles"](n, AT.out);
      start([...floatsAt(AT.out, n)]);
      // the tails of the sample turn many times in a step; they do not matter for r
      const dt = 0.05;
      let sum = 0;
      advance(n, coupling, dt, 0, 800);
      for (let k = 0; k < 40; k += 1) {
        advance(n, coupling, dt, 800 + 10 * k, 10);
        sum += order(n);
      }
      expect(Math.abs(sum / 40 - simulated)).toBeLessThan(0.004);
      expect(Math.abs(sum / 40 - Math.sqrt(1 - 2 / coupling))).toBeLessThan(0.006);
    });
  }
});

test("two oscillators, difference 1, K = 0.8: beat period 2π/√(1 − 0.64) = 10.471976", () => {
  start([0.5, -0.5]);
  const dt = 0.001;
  const difference = (): number => unwrapped(0) - unwrapped(1);
  let steps = 0;
  let before = 0;
  while (difference() < TAU) {
    before = difference();
    advance(2, 0.8, dt, steps, 1);
    steps += 1;
  }
  const part = (TAU - before) / (difference() - before);
  expect((steps - 1 + part) * dt).toBeCloseTo(10.471976, 5);
});

describe("prime oscillators ω = 2π/p lock where Verwoerd & Mason (2008) say", () => {
  const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29];
  for (const [n, threshold, locked] of [
    [3, 1.6107517, 0.7615],
    [5, 2.0763549, 0.8051],
    [10, 2.5111517, 0.8855],
  ]) {
    /** Largest drift between any two oscillators over the last 100 s of 600, in rad. */
    const drift = (coupling: number): number => {
      start(PRIMES.slice(0, n).map((prime) => TAU / prime));
      advance(n, coupling, 0.02, 0, 25_000);
      const before = Array.from({ length: n }, (_, i) => unwrapped(i));
      advance(n, coupling, 0.02, 25_000, 5000);
      const moved = before.map((phase, i) => unwrapped(i) - phase);
      return Math.max(...moved) - Math.min(...moved);
    };
    test(`${n} oscillators: locked at 1.005 K, r = ${locked}`, () => {
      expect(drift(1.005 * threshold)).toBeLessThan(1e-3);
      expect(order(n)).toBeCloseTo(locked, 3);
    });
    test(`${n} oscillators: drifting at 0.995 K`, () => {
      expect(drift(0.995 * threshold)).toBeGreaterThan(1);
    });
  }
});
