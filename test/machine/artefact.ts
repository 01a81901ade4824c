/** The artefact over a memory of its own, with a host that records what the runtime hands out. */
import { createKernel, createKernelMemory } from "../../src/engine/kernel.ts";
import type { ModuleType } from "../../src/machine/bytecode/module.ts";
import { TRAPS } from "../../src/machine/trap.ts";
import type { TrapName } from "../../src/machine/trap.ts";
import { describeTypes } from "../../src/machine/values/descriptors.ts";
import { readUtf8, startHeap, writeFuel } from "../../src/machine/values/heap.ts";
import type { Heap } from "../../src/machine/values/heap.ts";

/** What the runtime's import `trap_here` throws in these tests. */
export class Trapped extends Error {
  readonly trap: TrapName;
  readonly a: number;
  readonly b: number;

  constructor(trap: TrapName, a: number, b: number) {
    super(`${trap} ${a} ${b}`);
    this.trap = trap;
    this.a = a;
    this.b = b;
  }
}

export interface TestHeap extends Heap {
  /** Finished values per output, and lines. */
  readonly outputs: { readonly output: number; readonly bytes: Uint8Array }[];
  readonly pieces: number[];
  readonly log: string[];
}

export interface TestLimits {
  readonly fuel: number;
  readonly memory: number;
  readonly output: number;
}

export const PLENTY: TestLimits = { fuel: 1e12, memory: 2 ** 28, output: 2 ** 28 };

const memory = createKernelMemory();
let present: TestHeap;
let waiting: number[] = [];

const kernel = createKernel(memory, {
  host: {
    trap_here(code: number, a: number, b: number): never {
      const found = Object.entries(TRAPS).find(([, trap]) => trap.code === code);
      throw new Trapped(found![0] as TrapName, a, b);
    },
    output(_output: number, start: number, length: number): void {
      present.pieces.push(length);
      waiting.push(...new Uint8Array(memory.buffer, start >>> 0, length));
    },
    output_end(output: number): void {
      present.outputs.push({ output, bytes: new Uint8Array(waiting) });
      waiting = [];
    },
    log(start: number, length: number): void {
      present.log.push(readUtf8(memory, start >>> 0, length));
    },
    world(): never {
      throw new Error("the host's memory does not grow");
    },
    team: () => 1,
  },
});

/** A new run with these types. */
export function startTestHeap(
  types: readonly ModuleType[],
  limits: Partial<TestLimits> = {},
): TestHeap {
  const all = { ...PLENTY, ...limits };
  const heap = startHeap(kernel, memory, describeTypes(types), all);
  writeFuel(memory, all.fuel);
  present = { ...heap, outputs: [], pieces: [], log: [] };
  waiting = [];
  return present;
}

/** The trap that an action ends with, or null. */
export function trapOf(action: () => unknown): Trapped | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof Trapped) return error;
    throw error;
  }
}
