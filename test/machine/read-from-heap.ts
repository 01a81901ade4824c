/** Values out of the heap: the way back of `writeToHeap`. */

import type { ModuleValue } from "../../src/machine/types/module-type.ts";
import { caseType } from "../../src/machine/values/descriptors.ts";
import { type Heap, readText } from "../../src/machine/values/heap.ts";
import {
  LIST_DATA,
  LIST_LENGTH,
  MAP_VALUES,
  OBJECT_TYPE,
  RECORD_SLOTS,
} from "../../src/machine/values/layout.ts";
import { slotTypes } from "../../src/machine/values/value.ts";

/**
 * The value in a register. Cost: linear in the value written out, which can be far larger than its
 * objects.
 */
export function readFromHeap(heap: Heap, typeIndex: number, register: number): ModuleValue {
  const type = heap.types[typeIndex];
  const view = new DataView(heap.memory.buffer);
  const address = register >>> 0;
  switch (type.kind) {
    case "int":
    case "float":
      return register;
    case "bool":
      return register !== 0;
    case "string":
      return readText(heap.memory, address);
    case "list": {
      const length = view.getUint32(address + LIST_LENGTH, true);
      const elements: ModuleValue[] = [];
      for (let index = 0; index < length; index += 1) {
        const word = loadElement(heap, address, type.element, index);
        elements.push(readFromHeap(heap, type.element, word));
      }
      return elements;
    }
    case "map": {
      const listAt = (offset: number): number => view.getUint32(address + offset, true);
      const [keys, values] = [listAt(RECORD_SLOTS), listAt(MAP_VALUES)];
      const length = view.getUint32(keys + LIST_LENGTH, true);
      const held = (list: number, element: number, index: number): ModuleValue =>
        readFromHeap(heap, element, loadElement(heap, list, element, index));
      return Array.from({ length }, (_, index) => [
        held(keys, type.key, index),
        held(values, type.value, index),
      ]).flat();
    }
    case "tuple":
    case "record":
      return slotTypes(type).map((slot, index) =>
        readFromHeap(heap, slot, loadSlot(heap, address + RECORD_SLOTS + 8 * index, slot)),
      );
    case "enum": {
      const header = view.getUint32(address + OBJECT_TYPE, true);
      const parts = readFromHeap(heap, header, register) as readonly ModuleValue[];
      return [header - caseType(heap.types, typeIndex, 0), ...parts];
    }
  }
}

function loadElement(heap: Heap, list: number, element: number, index: number): number {
  const view = new DataView(heap.memory.buffer);
  switch (heap.types[element].kind) {
    case "int":
      return Number(view.getBigInt64(list + LIST_DATA + 8 * index, true));
    case "float":
      return view.getFloat64(list + LIST_DATA + 8 * index, true);
    case "bool":
      return view.getUint8(list + LIST_DATA + index);
    default:
      return view.getUint32(list + LIST_DATA + 4 * index, true);
  }
}

function loadSlot(heap: Heap, address: number, type: number): number {
  const view = new DataView(heap.memory.buffer);
  switch (heap.types[type].kind) {
    case "int":
      return Number(view.getBigInt64(address, true));
    case "float":
      return view.getFloat64(address, true);
    default:
      return view.getUint32(address, true);
  }
}
