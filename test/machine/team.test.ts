/** Kernels that threads share give the bits, fuel, memory and traps of one thread. */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { MOST_THREADS } from "../../cli/input/run-options.ts";
import type { ModuleValue } from "../../src/machine/bytecode/module.ts";
import { DEFAULT_LIMITS } from "../../src/machine/limits.ts";
import type { RunResult } from "../../src/machine/run.ts";
import { lastCommand, runShared } from "./team.ts";
import { kernelConstant } from "./team-cells.ts";
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

test("the command line offers as many threads as the kernels let share a task", () => {
  expect(MOST_THREADS).toBe(kernelConstant("team.ts", "MOST_MEMBERS"));
});

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

beforeAll(() => {
  runShared(verifiedProgram(LONG), 4, [], DEFAULT_LIMITS, "wasm");
});

test("a large population is shared by as many as may", () => {
  const verified = verifiedProgram(LONG);
  const alone = runShared(verified, 1, [], DEFAULT_LIMITS, "wasm");
  for (const size of SIZES) {
    expect(runShared(verified, size, [], DEFAULT_LIMITS, "wasm")).toEqual(alone);
    expect(lastCommand().members).toBe(size);
  }
});

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

/** Oscillators that receive over `degree` edges each, the first of them over many more. */
const GRAPH = `param n: Int
param degree: Int
param seed: Int
param weight: Float[1/s]
param dt: Float[s]
param steps: Int
${OUTPUTS}fn main() {
  var p = Population.lorentzian(n, 0.5[1/s], seed: seed)
  var graph: Graph[1/s] = Graph { starts: [0], columns: [], weights: [] }
  for i in 0..n {
    let edges = if i == seed % n { n - 1 } else { (i * 7 + seed) % (2 * degree + 1) }
    for k in 1..=edges {
      graph.columns.push((i + k * (seed + 1)) % n)
      graph.weights.push(weight * Float(k % 3 - 1))
    }
    graph.starts.push(graph.columns.length())
  }
  p.evolve_on(graph, dt: dt, steps: steps)
  emit numbers = p.trace_on(graph, dt: dt, steps: 3, every: 2)
${REPORT}}
`;

test("graphs", () => {
  const degrees = fc.constantFrom(0, 1, 4, 9);
  const steps = fc.oneof({ weight: 9, arbitrary: fc.nat(3) }, fc.constant(257));
  fc.assert(
    fc.property(counts, degrees, fc.nat(1e6), steps, (n, degree, seed, stepCount) => {
      // a step that turns by little, by more and by much; the way of the first is the longest
      const weight = [0.001, 0.01, 2.7][seed % 3] / n;
      // no node may be its own neighbour
      const odd = n % 2 === 0 ? n + 1 : n;
      const parameters = [odd, degree, 2 ** (seed % 5) - 1, weight, 1, stepCount];
      expect(expectEqualRuns(GRAPH, parameters).trap).toBeNull();
    }),
    { numRuns: 12 },
  );
});

/** Phasors of lists, sums over edges, and normal variates. */
const NOISY = `param n: Int
param seed: Int
param steps: Int
${OUTPUTS}fn main() {
  var p = Population.lorentzian(n, 0.5[1/s], seed: seed)
  let ring = Graph.ring(n, 0.2[1/s], neighbours: 2 + 2 * (seed % 3))
  let dynamics = Dynamics.on(ring, lag: 0.3, noise: 0.1[1/s], seed: seed)
  p.advance(dynamics, dt: 0.01[s], steps: steps, method: Integrator.StochasticHeun)
  emit numbers = [p.order(), p.coherence()]
${REPORT}}
`;

test("models of one's own", () => {
  fc.assert(
    fc.property(counts, fc.nat(1e6), fc.integer({ min: 1, max: 3 }), (n, seed, steps) => {
      expect(expectEqualRuns(NOISY, [n, seed, steps]).trap).toBeNull();
    }),
    { numRuns: 5 },
  );
});

const NUMBERS = `param n: Int
param seed: Int
output numbers: List[Float]
fn main() {
  var random = Random(seed)
  emit numbers = random.uniforms(n)
  emit numbers = random.normals(n)
  emit numbers = random.lorentzians(n)
  let phases = random.phases(n)
  emit numbers = [Population.given(phases, List.filled(n, 0Hz)).order()]
  let m = floor(sqrt(Float(n) * 60))
  let values = random.normals(m * m).map(|w| w * 0.01[1/s])
  let dense = Dynamics.dense(Matrix { rows: m, columns: m, values })
  var few = Population.lorentzian(m, 0.5[1/s], seed: seed)
  few.advance(dense, dt: 0.01[s], steps: 1)
  emit numbers = few.phases.map(|x| x / 1[cycle])
}
`;

test("random numbers, order and dense sums", () => {
  fc.assert(
    fc.property(counts, fc.nat(1e6), (n, seed) => {
      expect(expectEqualRuns(NUMBERS, [n, seed]).trap).toBeNull();
    }),
    { numRuns: 4 },
  );
});

const FIELD = `param n: Int
param seed: Int
param steps: Int
output numbers: List[Float]
output phases: List[Float[cycle]]
fn main() {
  var random = Random(seed)
  let amplitudes = random.normals(4 * n)
  var field = QuaternionField {
    amplitudes,
    phases: random.uniforms(n).map(|u| (u - 0.5) * 1[cycle]),
    frequencies: random.normals(n).map(|u| u * 1Hz),
    values: amplitudes,
    steps: 0,
    axis: (0.6, 0.0, 0.8),
  }
  field.evolve(dt: 0.01[s], steps: steps)
  field.evolve(dt: 0.02[s], steps: 1)
  emit numbers = field.values
  emit phases = field.phases
}
`;

test("fields of quaternions", () => {
  const steps = fc.oneof({ weight: 3, arbitrary: fc.nat(4) }, fc.constant(513));
  fc.assert(
    fc.property(counts, fc.nat(1e6), steps, (n, seed, stepCount) => {
      expect(expectEqualRuns(FIELD, [n, seed, stepCount]).trap).toBeNull();
    }),
    { numRuns: 6 },
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
    {
      numRuns: 40,
      examples: [
        [16_384, 9000, 16_000, [0.25, 1, 0, 1]],
        [16_384, 9000, 16_000, [NaN, 1e300, 0, 1]],
        [16_384, 16_000, 9000, [NaN, 1e300, 0, 1]],
        [16_384, 16_000, 9000, [0.25, 1000.5, LAST - 3, 4]],
      ],
    },
  );
  expect([...seen].toSorted()).toEqual([
    "a phase lies outside −½ ≤ x < ½ cycles",
    "in a step of N.N s an oscillator turns too far",
    "integer overflow: N and N give a result outside ±N",
    "no trap",
  ]);
});
