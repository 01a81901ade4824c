/**
 * Enums that need no object: the number of the case and what it carries lie in registers.
 *
 * Invariants: every case has the same registers, one for the number of the case and then those that
 * some case needs; the registers that a case does not need hold 0 or false there, so that equal
 * values have equal registers.
 */

import type { Kind } from "../../machine/types/register-kind.ts";
import type { EnumType, Type } from "../../machine/types/type.ts";
import type { Slot } from "./layout.ts";
import { erasedKey, isNamedByKey } from "./type-key.ts";

/** Where the parts of a flat enum lie. */
export interface FlatEnum {
  /** The kinds of all registers; the first holds the number of the case. */
  readonly kinds: readonly Kind[];
  /** The same as registers of a value. */
  readonly slots: readonly Slot[];
  /** For each case and each of its fields: its registers, as indices into `kinds`. */
  readonly fields: readonly (readonly (readonly number[])[])[];
  /** The cases, those that carry something first. */
  readonly order: readonly number[];
}

/** More cases or registers than these are an object: taking it apart would be longer code. */
const MOST_CASES = 8;
const MOST_REGISTERS = 6;

/** Each enum around another has one register more, so that none of these is flat. */
const DEEPEST = MOST_REGISTERS + 2;

const layouts = new WeakMap<EnumType, FlatEnum | null>();
/** Enums whose registers are being counted: one inside of itself needs an object. */
const open = new Set<string>();
let isTooDeep = false;

/**
 * The layout of an enum whose cases carry nothing but numbers and Bools; null for all others.
 * `kindsOf` gives the registers of what a case carries, null where a reference is among them.
 */
export function flatEnum(
  type: Type,
  kindsOf: (part: Type) => readonly Kind[] | null,
): FlatEnum | null {
  if (type.kind !== "enum" || isNamedByKey(type.enum)) return null;
  const known = layouts.get(type.enum);
  if (known !== undefined) return known;
  const key = erasedKey(type);
  if (open.has(key)) return null;
  if (open.size === DEEPEST) isTooDeep = true;
  if (isTooDeep) return null;
  open.add(key);
  const found = layoutOf(type.enum, kindsOf);
  open.delete(key);
  // what was not looked at to its end says nothing about the enums inside
  if (!isTooDeep || open.size === 0) layouts.set(type.enum, found);
  if (open.size === 0) isTooDeep = false;
  return found;
}

function layoutOf(
  { cases }: EnumType,
  kindsOf: (part: Type) => readonly Kind[] | null,
): FlatEnum | null {
  if (cases.length === 0 || cases.length > MOST_CASES) return null;
  const kinds: Kind[] = ["i"];
  const fields: number[][][] = [];
  for (const each of cases) {
    const taken = new Set([0]);
    const places: number[][] = [];
    for (const field of each.fields) {
      const wanted = kindsOf(field.type);
      if (wanted === null) return null;
      places.push(wanted.map((kind) => placeFor(kinds, kind, taken)));
    }
    if (kinds.length > MOST_REGISTERS) return null;
    fields.push(places);
  }
  const indices = [...cases.keys()];
  const order = [
    ...indices.filter((index) => cases[index].fields.length > 0),
    ...indices.filter((index) => cases[index].fields.length === 0),
  ];
  return { kinds, slots: kinds.map((kind) => ({ kind, type: null })), fields, order };
}

/** The first register of this kind that the case has not taken, or a new one. */
function placeFor(kinds: Kind[], kind: Kind, taken: Set<number>): number {
  const found = kinds.findIndex((each, index) => each === kind && !taken.has(index));
  const place = found < 0 ? kinds.push(kind) - 1 : found;
  taken.add(place);
  return place;
}
