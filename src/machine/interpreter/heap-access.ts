/**
 * How the loop reads and writes Ints, lends fuel to the runtime, and stores fields and elements of
 * any kind.
 */

import type { HeapViews } from "../region.ts";
import { FUEL_CELL, SITE_CELL } from "../values/layout.ts";

const HIGH = 4_294_967_296;

/** Words of the fixed cells: remaining fuel (two words) and the place of the instruction. */
const FUEL_WORD = FUEL_CELL / 4;
const SITE_WORD = SITE_CELL / 4;

/** The kinds in the words of fields and elements. */
export const KIND_WORDS = { i: 0, f: 1, b: 2, r: 3 } as const;

/** The Int in the eight bytes at an address. */
export function readInt(uints: Uint32Array, ints: Int32Array, address: number): number {
  const word = address >>> 2;
  return uints[word] + ints[word + 1] * HIGH;
}

/** Writes an Int into the eight bytes at an address. */
export function writeInt(uints: Uint32Array, address: number, value: number): void {
  const word = address >>> 2;
  // a store keeps the value modulo 2³²
  uints[word] = value;
  uints[word + 1] = Math.floor(value / HIGH);
}

/** Puts the remaining fuel and the place where the runtime finds them. */
export function lendFuel(uints: Uint32Array, fuel: number, site: number): void {
  uints[FUEL_WORD] = fuel;
  uints[FUEL_WORD + 1] = Math.floor(fuel / HIGH);
  uints[SITE_WORD] = site;
}

/** The fuel that the runtime left. */
export function settleFuel(uints: Uint32Array): number {
  return uints[FUEL_WORD] + uints[FUEL_WORD + 1] * HIGH;
}

/** Stores a field of the kind at an address. */
export function storeSlot(views: HeapViews, kind: number, address: number, value: number): void {
  if (kind === KIND_WORDS.i) writeInt(views.uints, address, value);
  else if (kind === KIND_WORDS.f) views.floats[address >>> 3] = value;
  else views.uints[address >>> 2] = value;
}

/** Reads a field of the kind at an address; a reference is counted once more. */
export function loadSlot(views: HeapViews, kind: number, address: number): number {
  if (kind === KIND_WORDS.i) return readInt(views.uints, views.ints, address);
  if (kind === KIND_WORDS.f) return views.floats[address >>> 3];
  const word = views.uints[address >>> 2];
  if (kind === KIND_WORDS.r) views.uints[word >>> 2]++;
  return word;
}

/** Stores an element of the kind in a list whose data start at an address. */
export function storeElement(
  views: HeapViews,
  kind: number,
  data: number,
  index: number,
  value: number,
): void {
  if (kind === KIND_WORDS.i) writeInt(views.uints, data + 8 * index, value);
  else if (kind === KIND_WORDS.f) views.floats[(data + 8 * index) >>> 3] = value;
  else if (kind === KIND_WORDS.b) views.bytes[data + index] = value;
  else views.uints[(data + 4 * index) >>> 2] = value;
}

/** The nearest integer, ties to even; of a large or not finite number the number itself. */
export function roundTiesToEven(value: number): number {
  const rounded = Math.round(value);
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}
