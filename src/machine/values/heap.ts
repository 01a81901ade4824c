/**
 * Values into the heap of a run, and texts out of it, through the runtime's own exports.
 *
 * A register holds an Int or a Float as a number, a Bool as 0 or 1, anything else as the address of
 * its object.
 * Not here: what the runtime does with objects (engine/kernel/assembly).
 */

import { type KernelExports, PAGE_BYTES } from "../../engine/kernel.ts";
import { assert } from "../../fault.ts";
import type { ModuleType, ModuleValue } from "../types/module-type.ts";
import { caseType, DESCRIPTOR_BASE } from "./descriptors.ts";
import type { TypeDescription } from "./descriptors.ts";
import { FUEL_CELL, LIST_DATA, LIST_LENGTH, RECORD_SLOTS, RESULT_CELLS } from "./layout.ts";
import { walkValue } from "./walk.ts";

/** The heap of one run: the artefact over its memory, and the types that were described to it. */
export interface Heap {
  readonly kernel: KernelExports;
  readonly memory: WebAssembly.Memory;
  readonly types: readonly ModuleType[];
}

/**
 * Starts a run over this memory: describes the types and empties the heap.
 *
 * @param limits bytes of heap and of output that the run may have
 */
export function startHeap(
  kernel: KernelExports,
  memory: WebAssembly.Memory,
  description: TypeDescription,
  limits: { readonly memory: number; readonly output: number },
): Heap {
  const missing = description.regionStart - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  new Uint8Array(memory.buffer).set(description.bytes, DESCRIPTOR_BASE);
  kernel["region_start"](DESCRIPTOR_BASE, description.regionStart, limits.memory);
  kernel["output_start"](limits.output);
  return { kernel, memory, types: description.types };
}

/** What fuel is left. */
export function readFuel(memory: WebAssembly.Memory): number {
  return Number(new DataView(memory.buffer).getBigInt64(FUEL_CELL, true));
}

export function writeFuel(memory: WebAssembly.Memory, fuel: number): void {
  new DataView(memory.buffer).setBigInt64(FUEL_CELL, BigInt(fuel), true);
}

/**
 * Makes a value that fits its type; gives what a register holds of it. The caller owns a reference.
 *
 * Cost: linear; the runtime charges the allocations, and traps when there is no fuel or memory for
 * them.
 */
export function writeToHeap(heap: Heap, typeIndex: number, value: ModuleValue): number {
  // what is made and not yet held by another object
  const words: number[] = [];
  const kinds: ModuleType["kind"][] = [];
  const made = (kind: ModuleType["kind"], word: number): void => {
    words.push(word);
    kinds.push(kind);
  };
  walkValue(heap.types, typeIndex, value, {
    leaf: (type, leaf, index) => {
      if (type.kind === "string") made("string", writeText(heap, index, leaf as string));
      else made(type.kind, Number(leaf));
    },
    enter: () => undefined,
    leave: (type, held, index) => {
      const count = type.kind === "enum" ? held.length - 1 : held.length;
      const from = words.length - count;
      const parts = words.splice(from);
      const partKinds = kinds.splice(from);
      if (type.kind === "list") made("list", writeList(heap, index, partKinds[0], parts));
      else if (type.kind === "map") made("map", writeMap(heap, index, partKinds[1], parts));
      else {
        const tag = type.kind === "enum" ? (held[0] as number) : null;
        const own = tag === null ? index : caseType(heap.types, index, tag);
        made(type.kind, writeRecord(heap, own, partKinds, parts));
      }
    },
  });
  return words[0];
}

/** The text of a string object. */
export function readText(memory: WebAssembly.Memory, address: number): string {
  const start = address + LIST_DATA;
  const length = new DataView(memory.buffer).getUint32(address + LIST_LENGTH, true);
  return readUtf8(memory, start, length);
}

/** The text of so many bytes of valid UTF-8. */
export function readUtf8(memory: WebAssembly.Memory, start: number, length: number): string {
  // a copy: text decoders refuse shared memory
  const bytes = new Uint8Array(memory.buffer, start, length).slice();
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

function writeText(heap: Heap, typeIndex: number, text: string): number {
  assert(text.isWellFormed(), "text has no lone surrogates");
  const bytes = new TextEncoder().encode(text);
  const address = heap.kernel["text_new"](typeIndex, bytes.length) >>> 0;
  new Uint8Array(heap.memory.buffer).set(bytes, address + LIST_DATA);
  return address;
}

function writeList(
  heap: Heap,
  typeIndex: number,
  kind: ModuleType["kind"],
  words: readonly number[],
): number {
  const list = heap.kernel["list_new"](typeIndex, words.length) >>> 0;
  const bytes = kind === "int" || kind === "float" ? 8 : kind === "bool" ? 1 : 4;
  for (const [index, word] of words.entries()) {
    writeElement(heap, list + LIST_DATA + bytes * index, kind, word);
  }
  return list;
}

/** Puts keys and values, in turns, into a new map. */
function writeMap(
  heap: Heap,
  typeIndex: number,
  kind: ModuleType["kind"],
  words: readonly number[],
): number {
  let map = heap.kernel["map_new"](typeIndex) >>> 0;
  for (let index = 0; index < words.length; index += 2) {
    map = heap.kernel["map_place"](map, words[index]) >>> 0;
    const address = new DataView(heap.memory.buffer).getUint32(RESULT_CELLS, true);
    writeElement(heap, address, kind, words[index + 1]);
  }
  return map;
}

function writeElement(heap: Heap, at: number, kind: ModuleType["kind"], word: number): void {
  const view = new DataView(heap.memory.buffer);
  if (kind === "int") view.setBigInt64(at, BigInt(word), true);
  else if (kind === "float") view.setFloat64(at, word, true);
  else if (kind === "bool") view.setUint8(at, word);
  else view.setUint32(at, word, true);
}

function writeRecord(
  heap: Heap,
  typeIndex: number,
  kinds: readonly ModuleType["kind"][],
  words: readonly number[],
): number {
  const record = heap.kernel["record_new"](typeIndex) >>> 0;
  const view = new DataView(heap.memory.buffer);
  for (const [slot, word] of words.entries()) {
    const at = record + RECORD_SLOTS + 8 * slot;
    if (kinds[slot] === "int") view.setBigInt64(at, BigInt(word), true);
    else if (kinds[slot] === "float") view.setFloat64(at, word, true);
    else view.setUint32(at, word, true);
  }
  return record;
}
