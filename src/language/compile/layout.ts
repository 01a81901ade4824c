/**
 * How values lie in registers: which registers a type needs, and what a container stores for it.
 *
 * Invariants: a tuple in a local, an argument or a result is its elements' registers one after
 * the other, and so are a Complex, a Quaternion, a Range and an enum of scalars (enum-layout.ts);
 * stored in a list or a record it is one reference to a boxed tuple, a record or a case; `()` needs
 * no register.
 * Not here: allocating registers (builder.ts), boxing and unboxing (boxing.ts).
 */

import { NUMBER_RECORDS } from "../../machine/types/number-record.ts";
import { type Kind, registerKind } from "../../machine/types/register-kind.ts";
import { flatEnum, type FlatEnum } from "./enum-layout.ts";
import type { Type } from "../../machine/types/type.ts";
import { RANGE } from "../prelude/mentions.ts";

/** What one register holds; `type` is null unless the kind is `r`. */
export interface Slot {
  readonly kind: Kind;
  readonly type: Type | null;
}

const KIND_WORDS = { i: "int", f: "float", b: "bool", r: "ref" } as const;

type KindWord = (typeof KIND_WORDS)[Kind];

/** The ending of a mnemonic for a kind: `list_get_float`. */
export function kindWord(kind: Kind): KindWord {
  return KIND_WORDS[kind];
}

/** The mnemonics that differ in such an ending, made once: `mnemonics("list_get").f`. */
export function mnemonics<Start extends string>(
  start: Start,
): { readonly [K in Kind]: `${Start}_${(typeof KIND_WORDS)[K]}` } {
  return { i: `${start}_int`, f: `${start}_float`, b: `${start}_bool`, r: `${start}_ref` };
}

const SCALAR_SLOTS = {
  i: [{ kind: "i", type: null }],
  f: [{ kind: "f", type: null }],
  b: [{ kind: "b", type: null }],
} as const;

/** A register of numbers or Bools. */
export function scalarSlot(kind: Exclude<Kind, "r">): Slot {
  return SCALAR_SLOTS[kind][0];
}

/** The one register of a value that is stored or passed as a whole. */
export function storedSlot(type: Type): Slot {
  const kind = registerKind(type);
  return kind === "r" ? { kind, type } : SCALAR_SLOTS[kind][0];
}

const NO_SLOTS: readonly Slot[] = [];

/** The registers of a value of this type, in order. */
export function slotsOf(type: Type): readonly Slot[] {
  switch (type.kind) {
    case "nothing":
    case "never":
      return NO_SLOTS;
    case "enum":
      return flatLayout(type)?.slots ?? [storedSlot(type)];
    case "tuple":
    case "record":
      return spreadTypes(type)?.flatMap(slotsOf) ?? [storedSlot(type)];
    default: {
      const kind = registerKind(type);
      return kind === "r" ? [{ kind, type }] : SCALAR_SLOTS[kind];
    }
  }
}

/** The registers of an enum whose cases carry scalars only; null for all other types. */
export function flatLayout(type: Type): FlatEnum | null {
  return flatEnum(type, scalarKinds);
}

/** The kinds of the registers of a value; null where a reference is among them. */
function scalarKinds(type: Type): readonly Kind[] | null {
  const kinds = slotsOf(type).map((slot) => slot.kind);
  return kinds.includes("r") ? null : kinds;
}

const FLAT_RECORDS: ReadonlySet<string> = new Set([RANGE, ...NUMBER_RECORDS]);

/** The types of what lies in registers one after the other; null for one register. */
export function spreadTypes(type: Type): readonly Type[] | null {
  if (type.kind === "tuple") return type.elements;
  if (type.kind !== "record" || !FLAT_RECORDS.has(type.record.name)) return null;
  return type.record.fields.map((field) => field.type);
}

/** Whether a value lies in one register, as a container stores it. */
export function isWhole(type: Type): boolean {
  switch (type.kind) {
    case "nothing":
    case "never":
    case "tuple":
      return false;
    case "record":
    case "enum":
      return !isSpread(type);
    default:
      return true;
  }
}

/** Whether a container stores the value in another form than registers hold it. */
export function isSpread(type: Type): boolean {
  return spreadTypes(type) !== null || flatLayout(type) !== null;
}

/** Where the registers of element `index` start among those of all. */
export function elementStart(elements: readonly Type[], index: number): number {
  let start = 0;
  for (let before = 0; before < index; before += 1) start += slotsOf(elements[before]).length;
  return start;
}
