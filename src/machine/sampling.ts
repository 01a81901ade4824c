/**
 * Where a run spends its time: a program with marks runs in the tier of WebAssembly, and another
 * thread looks every now and then where it is.
 *
 * The time of a kernel is the line's that calls it. Time decides nothing of a run, and nothing of
 * a run tells it.
 * Not here: clocks and threads, names and lines of source.
 */

import { PAGE_BYTES } from "../engine/kernel.ts";
import { Fault } from "../fault.ts";
import type { ModuleValue, VerifiedModule } from "./bytecode/module.ts";
import { placeOf, siteBases } from "./bytecode/site.ts";
import { calleeOf, rootOf, scaledCalls } from "./call-tree.ts";
import type { CallNode } from "./call-tree.ts";
import type { Limits } from "./limits.ts";
import { startRegion } from "./region.ts";
import { Trapped } from "./trapped.ts";
import { emitModule } from "./wasm/emit-module.ts";
import { recallEmitted } from "./wasm/execute.ts";
import { CALLS_OFFSET, DEPTH_OFFSET } from "./wasm/marks.ts";
import type { Mark } from "./wasm/marks.ts";

/** What those who look on need of a program with marks; it goes from thread to thread. */
export interface Marked {
  /** Where its marks are in the memory of runs. */
  readonly address: number;
  readonly marks: readonly Mark[];
}

/** What was found in all runs of a program together. */
export interface Sampled {
  readonly root: CallNode;
  /** What the host did before the runs and between them is not in it. */
  readonly milliseconds: number;
  /** How often somebody looked while the program ran. */
  readonly samples: number;
}

/** What one run cost in milliseconds: the mean of all. */
export interface TimeProfile extends Sampled {
  /** How often the program ran. */
  readonly runs: number;
}

/**
 * Has the later runs of a module in this thread tell where they are. Null where the memory limit
 * does not even hold the parameters, so that nothing will run.
 *
 * @param lines for each site, a number that differs where places are to be told apart
 * @throws {Fault} when the host has not enough memory
 */
export function markProgram(
  verified: VerifiedModule,
  parameters: readonly ModuleValue[],
  limits: Limits,
  lines: Int32Array,
): Marked | null {
  let memory: WebAssembly.Memory;
  try {
    // now the memory reaches as far as it will for these runs: the marks stand behind it
    ({ memory } = startRegion(verified.module, parameters, limits));
  } catch (error) {
    if (error instanceof Trapped) return null;
    throw error;
  }
  const address = memory.buffer.byteLength;
  const bytes = CALLS_OFFSET + limits.depth + Uint32Array.BYTES_PER_ELEMENT;
  try {
    memory.grow(Math.ceil(bytes / PAGE_BYTES));
  } catch (error) {
    const why = "the host has not enough memory for the depth limit of this run beside its memory";
    throw new Fault("machine/memory", why, error);
  }
  const { bytes: emitted, marks } = emitModule(verified, { marks: { address, lines } });
  recallEmitted(verified, emitted);
  return { address, marks };
}

/** Says that no program runs at present. */
export function clearMark(memory: WebAssembly.Memory, { address }: Marked): void {
  new DataView(memory.buffer).setUint32(address, 0, true);
}

/**
 * The sites of the open calls, innermost first; nothing while no program runs; null where the marks
 * were just being written.
 */
export function sitesMarked(
  memory: DataView,
  { address, marks }: Marked,
  { depth }: Limits,
): readonly number[] | null {
  const markAt = (place: number): Mark | undefined => marks[memory.getUint32(place, true) - 1];
  const last = markAt(address);
  if (last === undefined) return [];
  const sites = [...last.sites];
  let callee = last.functionIndex;
  let passed = memory.getInt32(address + DEPTH_OFFSET, true) + last.cost;
  while (passed < depth) {
    const caller = markAt(address + CALLS_OFFSET + passed);
    if (caller === undefined || caller.callee !== callee) return null;
    sites.push(...caller.sites);
    callee = caller.functionIndex;
    passed += caller.replacedCost + caller.cost;
  }
  return passed === depth ? sites : null;
}

/** Who looks where a program is. */
export interface Sampler {
  /** Adds the time since somebody looked last to where the program is now. */
  look(milliseconds: number): void;
  /** What was found so far. */
  found(): Sampled;
}

/** @param runs how many there were */
export function timeOfOneRun(
  { module }: VerifiedModule,
  { root, milliseconds, samples }: Sampled,
  runs: number,
): TimeProfile {
  const one = scaledCalls(module, root, 1 / runs);
  return { root: one, milliseconds: milliseconds / runs, samples, runs };
}

/** Marks are read again so often where they were just being written. */
const TRIES = 16;

/** @param memory of the thread that runs the program; its marks are cleared between runs */
export function createSampler(
  { module }: VerifiedModule,
  limits: Limits,
  memory: WebAssembly.Memory,
  marked: Marked,
): Sampler {
  const bases = siteBases(module);
  const view = new DataView(memory.buffer);
  const root = rootOf(module);
  let total = 0;
  let samples = 0;
  const add = (sites: readonly number[], milliseconds: number): void => {
    const chain = [root];
    const places = sites.map((site) => placeOf(bases, site));
    for (let outer = places.length - 1; outer > 0; outer -= 1) {
      const { instructionIndex } = places[outer];
      chain.push(calleeOf(module, chain, instructionIndex, places[outer - 1].functionIndex));
    }
    chain[chain.length - 1].own[places[0].instructionIndex] += milliseconds;
  };
  return {
    look(milliseconds) {
      for (let left = TRIES; left > 0; left -= 1) {
        const sites = sitesMarked(view, marked, limits);
        if (sites === null) continue;
        if (sites.length === 0) return;
        add(sites, milliseconds);
        total += milliseconds;
        samples += 1;
        return;
      }
    },
    found: () => ({ root, milliseconds: total, samples }),
  };
}
