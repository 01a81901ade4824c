/** How much sooner two threads are done with a large population than one, and at what cost. */
import { availableParallelism, loadavg } from "node:os";
import { startMember } from "../../cli/team.ts";
import { createKernel, createKernelMemory, kernelModule } from "../../src/engine/kernel.ts";
import { WAITING } from "../machine/team-cells.ts";
import { numbers } from "./cases.ts";

/** What has to be reached: on a machine that does nothing else. */
export const TEAM_TARGET = { oscillators: 262_144, least: 1.7, aim: 1.95, mostTime: 1.1 };

const STEPS = 8;
/** More of it makes threads wait for each other, on however many processors. */
const OTHER_LOAD = 0.5;

export interface TeamMeasured {
  /** Nanoseconds a step of an oscillator, of one thread and of two. */
  readonly elapsed: readonly [number, number];
  /** How many times sooner two are done, and how many times the processor time they take. */
  readonly ratio: number;
  readonly processorRatio: number;
  /** What else the machine did, in processors; its own are enough for an idle one. */
  readonly load: number;
  readonly isBusy: boolean;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** A population in a memory of its own, and how many may share its steps. */
function population(count: number) {
  const memory = createKernelMemory(1024);
  let size = 1;
  // the kernel calls nothing else of its host
  const host = new Proxy({}, { get: () => () => size });
  const kernel = createKernel(memory, { host });
  const phases = 1 << 20;
  const [turns, frequencies, area] = [1, 2, 3].map((part) => phases + part * 8 * count);
  new Float64Array(memory.buffer, phases, count).set(numbers(2, count, (u) => u - 0.5));
  new Float64Array(memory.buffer, frequencies, count).set(numbers(3, count, (u) => u - 0.5));
  let done = 0;
  return {
    memory,
    allow: (threads: number) => (size = threads),
    advance: (steps: number) => {
      kernel["evolve_mean_field"](phases, turns, frequencies, count, 0.3, 0.01, done, steps, area);
      done += steps;
    },
  };
}

/** Interleaved rounds of one thread and two; null where the machine has one processor. */
export function measureTeam(rounds: number): TeamMeasured | null {
  if (availableParallelism() < 2) return null;
  const load = loadavg()[0];
  const { memory, allow, advance } = population(TEAM_TARGET.oscillators);
  startMember(kernelModule(), memory);
  const cells = new Int32Array(memory.buffer);
  while (Atomics.load(cells, WAITING) === 0) Atomics.wait(cells, WAITING, 0, 1);
  // both threads have compiled the kernel well when this is over
  for (let k = 0; k < 8; k += 1) {
    allow(1 + (k % 2));
    advance(STEPS);
  }
  const units = STEPS * TEAM_TARGET.oscillators;
  const elapsed: [number[], number[]] = [[], []];
  const spent: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (const threads of [1, 2]) {
      allow(threads);
      const [start, before] = [performance.now(), process.cpuUsage()];
      advance(STEPS);
      const { user, system } = process.cpuUsage(before);
      elapsed[threads - 1].push(((performance.now() - start) * 1e6) / units);
      spent[threads - 1].push(((user + system) * 1000) / units);
    }
  }
  const [one, two] = elapsed.map(median);
  return {
    elapsed: [one, two],
    ratio: one / two,
    processorRatio: median(spent[1]) / median(spent[0]),
    load,
    isBusy: load > OTHER_LOAD,
  };
}
