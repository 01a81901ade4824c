/** Kernels that threads share give the bits, fuel, memory and traps of one thread. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ModuleValue } from "../../src/machine/bytecode/module.ts";
import { DEFAULT_LIMITS } from "../../src/machine/limits.ts";
import type { RunResult } from "../../src/machine/run.ts";
import { lastCommand, runShared } from "./team.ts";
import { verifiedProgram } from "./tiers/programs.ts";

/** More threads than most machines that run the tests have. */
const SIZES = [2, 3, 4];

/** Enough oscillators for a part for each of four members, and for two, three and four. */
const counts = fc.oneof(
  fc.constantFrom(16_384, 24_576, 32_768, 32_769),
  fc.integer({ min: 16_384, max: 40_000 }),
);

const OUTPUTS = `output phases: List[Float[cycle]]
output turns: List[Int]
output numbers: List[Float]
`;
const REPORT = `  emit phases = p.phases
  emit turns = p.turns
`;

/**
 * Runs with one thread and with others, and expects equal results.
 *
 * @param isShared whether the work is so much that the others take part
 */
function expectEqualRuns(
  text: string,
  parameters: readonly ModuleValue[],
  fuel = DEFAULT_LIMITS.fuel,
  isShared = true,
): RunResult {
  const verified = programs.get(text) ?? verifiedProgram(text);
  programs.set(text, verified);
  const limits = { ...DEFAULT_LIMITS, fuel };
  const alone = runShared(verified, 1, parameters, limits, "wasm");
  for (const size of SIZES) {
    const before = lastCommand().commands;
    const tier = size === 3 ? "interpreter" : "wasm";
    const shared = runShared(verified, size, parameters, limits, tier);
    expect(withoutStack(shared)).toEqual(withoutStack(alone));
    if (isShared) expect(lastCommand().commands).toBeGreaterThan(before);
  }
  return alone;
}

const programs = new Map<string, ReturnType<typeof verifiedProgram>>();

/** The open calls of a trap are informative, and the tiers tell them apart. */
function withoutStack({ trap, ...rest }: RunResult): unknown {
  return { ...rest, trap: trap === null ? null : { ...trap, stack: [] } };
}

/** Makes every run after it worth a team, which is decided by the work so far. */
const LONG = `${OUTPUTS}fn main() {
  var p = Population.lorentzian(32_768, 0.5[1/s])
  p.evolve(2[1/s], dt: 0.01[s], steps: 130)
${REPORT}}
`;

const MEAN_FIELD = `param n: Int
param seed: Int
param coupling: Float[1/s]
param dt: Float[s]
param steps: Int
${OUTPUTS}fn main() {
  var p = Population.lorentzian(n, 0.5[1/s], seed: seed)
  p.evolve(coupling, dt: dt, steps: steps)
  emit numbers = p.trace(coupling, dt: dt, steps: 3, every: 2)
${REPORT}}
`;

test("a long run of a large population is shared by as many as may", () => {
  expectEqualRuns(LONG, [], undefined, false);
  for (const size of SIZES) {
    runShared(verifiedProgram(LONG), size, [], DEFAULT_LIMITS, "wasm");
    expect(lastCommand().members).toBe(size);
  }
});

test("mean field", () => {
  // ways per step that take each of the three paths
  const couplings = fc.constantFrom(-20, 0, 5, 60, 250);
  const steps = fc.oneof({ weight: 9, arbitrary: fc.nat(4) }, fc.constant(257));
  fc.assert(
    fc.property(counts, fc.nat(1e6), couplings, steps, (n, seed, coupling, stepCount) => {
      const parameters = [n, seed, coupling, 0.01, stepCount];
      expect(expectEqualRuns(MEAN_FIELD, parameters).trap).toBeNull();
    }),
    { numRuns: 20 },
  );
});

test("fuel that ends while threads work", () => {
  const parameters = [20_000, 1, 2, 0.01, 30];
  const { fuelUsed } = expectEqualRuns(MEAN_FIELD, parameters);
  fc.assert(
    fc.property(fc.integer({ min: fuelUsed >> 1, max: fuelUsed - 1 }), (fuel) => {
      const { trap } = expectEqualRuns(MEAN_FIELD, parameters, fuel, false);
      expect(trap?.message).toBe("out of fuel");
    }),
    { numRuns: 10 },
  );
});

const BROKEN = `param n: Int
param at: Int
param other: Int
param phase: Float[cycle]
param frequency: Float[Hz]
param turns: Int
param steps: Int
${OUTPUTS}fn main() {
  var p = Population.lorentzian(n, 0.5[1/s])
  p.phases[at] = phase
  p.frequencies[other] = frequency
  p.turns[at] = turns
  p.turns[other] = turns
  p.evolve(2[1/s], dt: 1[s], steps: steps)
${REPORT}}
`;

test("what a kernel refuses, wherever it stands", () => {
  const LAST = Number.MAX_SAFE_INTEGER;
  const phases = fc.constantFrom(0.25, 0.5, NaN, Infinity);
  const frequencies = fc.constantFrom(1, -1, 1000.5, 1e300, NaN);
  const turns = fc.constantFrom(0, LAST - 3, 3 - LAST, LAST);
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      counts,
      fc.nat(39_999),
      fc.nat(39_999),
      fc.tuple(phases, frequencies, turns, fc.nat(6)),
      (n, at, other, broken) => {
        const { trap } = expectEqualRuns(
          BROKEN,
          [n, at % n, other % n, ...broken],
          undefined,
          false,
        );
        seen.add(trap?.message.replaceAll(/-?\d+/gu, "N") ?? "no trap");
      },
    ),
    { numRuns: 40 },
  );
  expect([...seen].toSorted()).toMatchInlineSnapshot(`
    [
      "a phase lies outside −½ ≤ x < ½ cycles",
      "in a step of N.N s an oscillator turns too far",
      "integer overflow: N and N give a result outside ±N",
      "no trap",
    ]
  `);
});
