/**
 * The memory of a run: one memory and one artefact for the process, emptied at the start of each
 * run.
 *
 * In memory: cells · static data · type descriptors · table of parameters (8 bytes each) · table
 * of texts (references) · heap. The host's memory reaches to the limit from the start, so views
 * stay valid for the whole run.
 * Invariants: starting a region ends the earlier one; the region holds one count of each text and
 * parameter.
 */

import {
  createKernel,
  createKernelMemory,
  kernelModule,
  MAXIMUM_PAGES,
  PAGE_BYTES,
} from "../engine/kernel.ts";
import type { KernelExports, KernelFunction, Team } from "../engine/kernel.ts";
import { Fault } from "../fault.ts";
import type { Module, ModuleValue } from "./bytecode/module.ts";
import type { RuntimeFunction } from "./bytecode/runtime-function.ts";
import { RUNTIME_FUNCTIONS } from "./bytecode/runtime-function.ts";
import type { Limits } from "./limits.ts";
import { TRAPS } from "./trap.ts";
import { Trapped } from "./trapped.ts";
import { describeTypes } from "./values/descriptors.ts";
import type { Heap } from "./values/heap.ts";
import { readFuel, startHeap, writeFuel, writeToHeap } from "./values/heap.ts";
import { SITE_CELL } from "./values/layout.ts";
import { isContainer } from "./values/walk.ts";

export interface HeapViews {
  readonly bytes: Uint8Array;
  readonly ints: Int32Array;
  readonly uints: Uint32Array;
  readonly floats: Float64Array;
}

/** What the program let out, in order. */
export interface Collected {
  /** The rows of each output, as canonical bytes. */
  readonly outputs: Uint8Array[][];
  readonly log: string[];
}

export interface Region {
  readonly memory: WebAssembly.Memory;
  readonly kernel: KernelExports;
  readonly runtime: Readonly<Record<RuntimeFunction, KernelFunction>>;
  readonly views: HeapViews;
  readonly heap: Heap;
  /** Addresses of the two tables. */
  readonly texts: number;
  readonly parameters: number;
  readonly collected: Collected;
  /** Blocks that the region itself holds. */
  readonly heldBlocks: number;
}

/** Frames of the host's stack that are kept for a trap. */
const HOST_FRAMES = 80;

interface Artefact {
  readonly memory: WebAssembly.Memory;
  readonly kernel: KernelExports;
  readonly runtime: Region["runtime"];
}

/** Pieces of the row that is being put out, and what the present run collects. */
interface Collector {
  pieces: Uint8Array[];
  logBytes: Uint8Array[];
  collected: Collected;
}

const collector: Collector = { pieces: [], logBytes: [], collected: { outputs: [], log: [] } };
let artefact: Artefact | undefined;
/** Who may help the present run, and how many have been started for this memory. */
let team: Team | null = null;
let helpers = 0;

/** How many threads may share a kernel of the present run; starts those that are missing. */
function teamSize(memory: WebAssembly.Memory): number {
  if (team === null) return 1;
  for (; helpers < team.size - 1; helpers += 1) team.start(kernelModule(), memory);
  return team.size;
}

/** The host's call stack as text, as deep as is kept. */
export function captureHostStack(): string {
  const former = Error.stackTraceLimit;
  Error.stackTraceLimit = HOST_FRAMES;
  const { stack } = new Error("trap");
  Error.stackTraceLimit = former;
  return stack ?? "";
}

function join(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0];
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    joined.set(piece, offset);
    offset += piece.length;
  }
  return joined;
}

/** What the artefact calls in its host. */
function hostFunctions(memory: WebAssembly.Memory): Readonly<Record<string, unknown>> {
  const copy = (start: number, length: number): Uint8Array =>
    new Uint8Array(memory.buffer, start >>> 0, length).slice();
  return {
    trap_here(code: number, a: number, b: number): never {
      const site = new Int32Array(memory.buffer)[SITE_CELL / 4];
      throw new Trapped(code, code === TRAPS.key.code ? { a: 0, b, text: a } : { a, b }, {
        site,
        isFromRuntime: true,
        hostStack: captureHostStack(),
      });
    },
    output(_: number, start: number, length: number): void {
      collector.pieces.push(copy(start, length));
    },
    output_end(output: number): void {
      collector.collected.outputs[output].push(join(collector.pieces));
      collector.pieces = [];
    },
    log(start: number, length: number, last: number): void {
      collector.logBytes.push(copy(start, length));
      if (last === 0) return;
      collector.collected.log.push(new TextDecoder().decode(join(collector.logBytes)));
      collector.logBytes = [];
    },
    world: (): never => failMemory(),
    team: () => teamSize(memory),
  };
}

function failMemory(cause?: unknown): never {
  throw new Fault(
    "machine/memory",
    "the host has not enough memory for the memory limit of this run",
    cause,
  );
}

function loadArtefact(): Artefact {
  const memory = createKernelMemory();
  const kernel = createKernel(memory, { host: hostFunctions(memory) });
  const names = Object.keys(RUNTIME_FUNCTIONS) as RuntimeFunction[];
  const runtime = Object.fromEntries(names.map((name) => [name, kernel[name]])) as Record<
    RuntimeFunction,
    KernelFunction
  >;
  return { memory, kernel, runtime };
}

function growTo(memory: WebAssembly.Memory, bytes: number): void {
  const pages = Math.min(Math.ceil(bytes / PAGE_BYTES), MAXIMUM_PAGES);
  const missing = pages - memory.buffer.byteLength / PAGE_BYTES;
  if (missing <= 0) return;
  try {
    memory.grow(missing);
  } catch (error) {
    failMemory(error);
  }
}

/**
 * Empties the memory and writes the texts of the module and the values of its parameters into the
 * heap. This costs the program no fuel, but counts as memory.
 *
 * @param helping null for one thread
 * @throws {Trapped} when the memory limit does not hold them
 * @throws {Fault} when the host has not enough memory
 */
export function startRegion(
  module: Module,
  parameters: readonly ModuleValue[],
  limits: Limits,
  helping: Team | null = null,
): Region {
  artefact ??= loadArtefact();
  team = helping;
  const { memory, kernel, runtime } = artefact;
  collector.pieces = [];
  collector.logBytes = [];
  collector.collected = { outputs: module.outputs.map(() => []), log: [] };
  const described = describeTypes(module.types);
  const parameterTable = described.regionStart;
  const textTable = parameterTable + 8 * module.parameters.length;
  const regionStart = Math.ceil((textTable + 4 * module.texts.length) / 16) * 16;
  growTo(memory, regionStart + limits.memory);
  writeFuel(memory, Number.MAX_SAFE_INTEGER);
  const heap = startHeap(kernel, memory, { ...described, regionStart }, limits);
  const view = new DataView(memory.buffer);
  const string = heap.types.findIndex(({ kind }) => kind === "string");
  for (const [index, text] of module.texts.entries()) {
    view.setUint32(textTable + 4 * index, writeToHeap(heap, string, text), true);
  }
  const readTypes = typesRead(module);
  for (const [index, value] of parameters.entries()) {
    const type = readTypes.get(index) ?? module.parameters[index].type;
    const word = writeToHeap(heap, type, value);
    const address = parameterTable + 8 * index;
    if (heap.types[type].kind === "float") view.setFloat64(address, word, true);
    else if (heap.types[type].kind === "int") view.setBigInt64(address, BigInt(word), true);
    else view.setUint32(address, word, true);
  }
  writeFuel(memory, limits.fuel);
  const { buffer } = memory;
  return {
    memory,
    kernel,
    runtime,
    views: {
      bytes: new Uint8Array(buffer),
      ints: new Int32Array(buffer),
      uints: new Uint32Array(buffer),
      floats: new Float64Array(buffer),
    },
    heap,
    texts: textTable,
    parameters: parameterTable,
    collected: collector.collected,
    heldBlocks: kernel["live_blocks"](),
  };
}

const readTypesOf = new WeakMap<Module, ReadonlyMap<number, number>>();

/**
 * For each parameter that the code reads by reference, the type of the registers: the declared one
 * without its units. Cases are told apart by the type in the header of their objects.
 */
function typesRead(module: Module): ReadonlyMap<number, number> {
  const known = readTypesOf.get(module);
  if (known !== undefined) return known;
  const found = new Map<number, number>();
  const isNeeded = module.parameters.some(({ type }) => isContainer(module.types[type]));
  for (const { code, registers } of isNeeded ? module.functions : []) {
    for (const instruction of code) {
      if (instruction.op !== "ref_parameter") continue;
      found.set(instruction.parameter, registers[instruction.d].type!);
    }
  }
  readTypesOf.set(module, found);
  return found;
}

/** The memory in which the runs of this thread happen, to be watched from another thread. */
export function memoryOfRuns(): WebAssembly.Memory {
  artefact ??= loadArtefact();
  return artefact.memory;
}

/** Fuel that is left, as the runtime and the WebAssembly tier count it. */
export function remainingFuel(region: Region): number {
  return readFuel(region.memory);
}

/** Blocks that the program has not freed. */
export function countLiveBlocks(region: Region): number {
  return region.kernel["live_blocks"]() - region.heldBlocks;
}

/** The most bytes that the heap had. */
export function memoryPeakBytes(region: Region): number {
  return region.kernel["region_break"]();
}
