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
import { FUEL_CELL, LIST_DATA, LIST_LENGTH, RECORD_SLOTS } from "./layout.ts";
import { slotTypes } from "./value.ts";

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
  const type = heap.types[typeIndex];
  switch (type.kind) {
    case "int":
    case "float":
      return value as number;
    case "bool":
      return value === true ? 1 : 0;
    case "string":
      return writeText(heap, typeIndex, value as string);
    case "list":
      return writeList(heap, typeIndex, type.element, value as readonly ModuleValue[]);
    case "tuple":
    case "record": {
      const parts = value as readonly ModuleValue[];
      const slots = slotTypes(type);
      const words = slots.map((slot, index) => writeToHeap(heap, slot, parts[index]));
      const record = heap.kernel["record_new"](typeIndex);
      for (const [index, slot] of slots.entries()) {
        storeSlot(heap, record + RECORD_SLOTS + 8 * index, slot, words[index]);
      }
      return record;
    }
    case "enum": {
      const [tag, ...parts] = value as readonly ModuleValue[];
      return writeToHeap(heap, caseType(heap.types, typeIndex, tag as number), parts);
    }
  }
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
  element: number,
  values: readonly ModuleValue[],
): number {
  const words = values.map((value) => writeToHeap(heap, element, value));
  const list = heap.kernel["list_new"](typeIndex, values.length) >>> 0;
  const view = new DataView(heap.memory.buffer);
  for (const [index, word] of words.entries()) {
    switch (heap.types[element].kind) {
      case "int":
        view.setBigInt64(list + LIST_DATA + 8 * index, BigInt(word), true);
        break;
      case "float":
        view.setFloat64(list + LIST_DATA + 8 * index, word, true);
        break;
      case "bool":
        view.setUint8(list + LIST_DATA + index, word);
        break;
      default:
        view.setUint32(list + LIST_DATA + 4 * index, word, true);
    }
  }
  return list;
}

function storeSlot(heap: Heap, address: number, type: number, word: number): void {
  const view = new DataView(heap.memory.buffer);
  const at = address >>> 0;
  switch (heap.types[type].kind) {
    case "int":
      view.setBigInt64(at, BigInt(word), true);
      return;
    case "float":
      view.setFloat64(at, word, true);
      return;
    default:
      view.setUint32(at, word, true);
  }
}
