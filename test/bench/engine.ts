/** The engine's kernels as cases of the benchmark, over the memory of one instance. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createKernel, createKernelMemory } from "../../src/engine/kernel.ts";
import {
  assert,
  compileProgram,
  decodeValue,
  DEFAULT_LIMITS,
  type ModuleValue,
  run,
  verify,
} from "../../src/index.ts";
import type { Case, Cases } from "./cases.ts";
import { compared, numbers, PASSES, serveAlone, STEPS_A_CALL } from "./cases.ts";
import { graphColumns } from "./plain.ts";

const TAU = 2 * Math.PI;
const memory = createKernelMemory(1024);
const host = new Proxy({}, { get: () => () => 0 }) as Record<string, unknown>;
const kernel = createKernel(memory, { host });

let free = 1 << 20;

/** The address of so many bytes that no other case uses. */
function room(bytes: number): number {
  const at = free;
  free = (free + bytes + 63) & ~63;
  return at;
}

function floats(address: number, count: number): Float64Array {
  return new Float64Array(memory.buffer, address, count);
}

/** The address of a copy of some numbers. */
function placed(values: Float64Array): number {
  const at = room(8 * values.length);
  floats(at, values.length).set(values);
  return at;
}

function placedIntegers(values: Iterable<number>): number {
  const integers = BigInt64Array.from(Array.from(values, BigInt));
  const at = room(8 * integers.length);
  new BigInt64Array(memory.buffer, at, integers.length).set(integers);
  return at;
}

/** Phasors of phases in cycles, as the other participants tell theirs. */
function phasors(phases: Float64Array, chosen: readonly number[]): number[] {
  return chosen.flatMap((i) => [Math.cos(TAU * phases[i]), Math.sin(TAU * phases[i])]);
}

function sincosCase(name: string, scale: number): Case {
  const count = 4096;
  const x = placed(numbers(1, count, (u) => scale * (u - 0.5)));
  const [sines, cosines] = [room(8 * count), room(8 * count)];
  return {
    start: () => {},
    step: () => kernel[name](x, sines, cosines, count),
    result: () =>
      compared(count).flatMap((i) => [floats(cosines, count)[i], floats(sines, count)[i]]),
  };
}

/** Memory of a population; `start` puts its phases back and forgets how many steps are done. */
function population(count: number, frequencies: Float64Array, areaBytes: number) {
  const state = {
    phases: room(8 * count),
    turns: room(8 * count),
    frequencies: placed(frequencies),
    area: room(areaBytes),
    done: 0,
    start: () => {
      floats(state.phases, count).set(numbers(2, count, (u) => u - 0.5));
      state.done = 0;
    },
  };
  return state;
}

function meanFieldCase(): Case {
  const count = 4096;
  const frequencies = numbers(3, count, (u) => u - 0.5);
  const state = population(count, frequencies, kernel["scratch_bytes_mean_field"](count));
  const { phases, turns, area, start } = state;
  return {
    start,
    step: () => {
      const step = [2 / TAU, 0.01, state.done, STEPS_A_CALL];
      kernel["evolve_mean_field"](phases, turns, state.frequencies, count, ...step, area);
      state.done += STEPS_A_CALL;
    },
    result: () => phasors(floats(phases, count), compared(count)),
  };
}

function graphCase(): Case {
  const [count, degree] = [4096, 16];
  const edges = count * degree;
  const frequencies = numbers(3, count, (u) => u - 0.5);
  const state = population(count, frequencies, kernel["scratch_bytes_graph"](count, edges));
  const { phases, turns, area, start } = state;
  const rows = placedIntegers(Array.from({ length: count + 1 }, (_, row) => row * degree));
  const columns = placedIntegers(graphColumns(count, degree));
  const weights = placed(numbers(5, edges, (u) => 0.1 * u));
  return {
    start,
    step: () => {
      const graph = [rows, columns, weights, edges];
      const step = [0.01, state.done, STEPS_A_CALL];
      kernel["evolve_graph"](phases, turns, state.frequencies, count, ...graph, ...step, area);
      state.done += STEPS_A_CALL;
    },
    result: () => phasors(floats(phases, count), compared(count)),
  };
}

/** Steps of the engine whose error is no larger than that of the peer's tolerance. */
const SOLVE_STEPS = 40;

/** Ten seconds of 500 oscillators of width 1/s at K = 1.5/s. */
function solveCase(): Case {
  const count = 500;
  const [a, b, c] = [6, 7, 8].map((seed) => numbers(seed, count, (u) => u));
  const frequencies = a.map((u, i) => (2 * (u + b[i] + c[i] - 1.5)) / TAU);
  const state = population(count, frequencies, kernel["scratch_bytes_mean_field"](count));
  const { phases, turns, area } = state;
  return {
    start: () => {},
    step: () => {
      state.start();
      const step = [1.5 / TAU, 10 / SOLVE_STEPS, 0, SOLVE_STEPS];
      kernel["evolve_mean_field"](phases, turns, state.frequencies, count, ...step, area);
    },
    result: () => phasors(floats(phases, count), [...floats(phases, count).keys()]),
  };
}

function denseCase(): Case {
  const count = 512;
  const weights = placed(numbers(5, count * count, (u) => u / count));
  const cosines = placed(numbers(2, count, (u) => Math.cos(TAU * u)));
  const sines = placed(numbers(2, count, (u) => Math.sin(TAU * u)));
  const [sumsOfCosines, sumsOfSines] = [room(8 * count), room(8 * count)];
  return {
    start: () => {},
    step: () => {
      kernel["dense_rows"](weights, count, cosines, sines, sumsOfCosines, sumsOfSines);
    },
    result: () => [...floats(sumsOfCosines, count), ...floats(sumsOfSines, count)],
  };
}

/** Weighted coherence of many small ensembles over one matrix of weights. */
function coherenceCase(size: number): Case {
  const ensembles = 1024;
  const weights = placed(numbers(5, size * size, (u) => u));
  const phases = placed(numbers(2, ensembles * size, (u) => u - 0.5));
  const out = room(8 * ensembles);
  const scratch = room(kernel["scratch_bytes_ensembles"](size));
  return {
    start: () => {},
    step: () => kernel["ensemble_coherences"](phases, ensembles, size, weights, out, scratch),
    result: () => [...floats(out, ensembles)],
  };
}

/** A field of quaternions that turns about one axis. */
function fieldCase(): Case {
  const count = 4096;
  const amplitudes = placed(
    Float64Array.from({ length: 4 * count }, (_, i) =>
      i >= 2 * count && i < 3 * count ? -0.5 : 0.5,
    ),
  );
  const values = room(32 * count);
  const frequencies = placed(numbers(3, count, (u) => u - 0.5));
  const area = room(kernel["scratch_bytes_field"](count));
  const phases = room(8 * count);
  let done = 0;
  return {
    start: () => {
      floats(phases, count).set(numbers(2, count, (u) => u - 0.5));
      done = 0;
    },
    step: () => {
      const step = [0.6, 0, 0.8, 0.01, done, STEPS_A_CALL];
      kernel["evolve_field"](amplitudes, phases, frequencies, values, count, ...step, area);
      done += STEPS_A_CALL;
    },
    result: () => {
      const parts = floats(values, 4 * count);
      return compared(count).flatMap((i) => [0, 1, 2, 3].map((part) => parts[part * count + i]));
    },
  };
}

/** The whole pipeline, as a program of the language. */
function pipelineCase(): Case {
  const path = fileURLToPath(new URL("pipeline.reso", import.meta.url));
  const { module } = compileProgram({ path, text: readFileSync(path, "utf8") });
  assert(module !== null, "the pipeline compiles");
  const verdict = verify(module);
  assert("verified" in verdict, "and verifies");
  const { verified } = verdict;
  const input = { parameters: [PASSES], limits: DEFAULT_LIMITS, tier: "wasm" } as const;
  let outputs: readonly ModuleValue[] = [];
  return {
    start: () => {},
    step: () => {
      const result = run(verified, input);
      outputs = module.outputs.map(({ type }, index) =>
        decodeValue(module.types, type, result.outputs[index][0]),
      );
    },
    result: () => {
      const [parts, coherence, recalled, values] = outputs as number[][];
      const plane = parts.length / 4;
      // a field as a whole has the length 1 here, and each of its sites in the other languages
      const sites = compared(plane).flatMap((i) =>
        [0, 1, 2, 3].map((part) => parts[part * plane + i] * Math.sqrt(plane)),
      );
      return [...sites, ...coherence, ...recalled, ...values];
    },
  };
}

export const ENGINE_CASES: Cases = {
  sincos: sincosCase("sincos_array", TAU),
  "sincos-cycles": sincosCase("sincos_cycles_array", 1),
  "mean-field": meanFieldCase(),
  graph: graphCase(),
  dense: denseCase(),
  field: fieldCase(),
  "coherence-4": coherenceCase(4),
  "coherence-16": coherenceCase(16),
  solve: solveCase(),
  pipeline: pipelineCase(),
};

serveAlone(import.meta.url, ENGINE_CASES);
