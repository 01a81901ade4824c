/**
 * Tuples, numbers of several parts and flat enums between their two forms: registers one after the
 * other, and one boxed object in a container.
 *
 * Not here: which form stands where (layout.ts).
 */

import { registerKind } from "../../machine/types/register-kind.ts";
import type { Type } from "../../machine/types/type.ts";
import { knownLeaf, type Leaf, lentLeaf, type Value } from "./leaf.ts";
import { type Context, held, moveInto, only, part, taken, target } from "./context.ts";
import type { FlatEnum } from "./enum-layout.ts";
import { textConstant } from "./joining.ts";
import { flatLayout, mnemonics, slotsOf, scalarSlot, spreadTypes } from "./layout.ts";

/** The elements of what is boxed, `()` among it; null for what is one register anyway. */
function elementsOf(type: Type): readonly Type[] | null {
  return type.kind === "nothing" ? [] : spreadTypes(type);
}

/**
 * The value as one register, as containers hold it: a tuple and `()` go into a new object,
 * anything else stays as it is.
 */
export function boxed(context: Context, type: Type, value: Value): Value {
  const layout = flatLayout(type);
  if (layout !== null) return boxedEnum(context, type, layout, value);
  const elements = elementsOf(type);
  if (elements === null) return value;
  const { builder } = context;
  const fields: Leaf[] = [];
  let start = 0;
  for (const element of elements) {
    const count = slotsOf(element).length;
    const stored = boxed(context, element, part(value, start, count));
    fields.push(...taken(context, stored));
    start += count;
  }
  const leaf = target(context, type, null);
  builder.emit({
    op: "record_new",
    d: leaf.register,
    type: builder.numbers.type.of(type),
    fields: fields.map((field) => field.register),
  });
  builder.release(fields);
  return leaf.alone;
}

/**
 * The value of a whole as a container gave it: a boxed tuple becomes its elements' registers,
 * `()` none, anything else stays.
 */
export function unboxed(context: Context, type: Type, value: Value): Value {
  const layout = flatLayout(type);
  if (layout !== null) return unboxedEnum(context, type, layout, value);
  const elements = elementsOf(type);
  if (elements === null) return value;
  const { builder } = context;
  const leaves = elements.flatMap((element, slot) =>
    unboxed(context, element, getSlot(context, element, only(value), slot).alone),
  );
  builder.release(value);
  return leaves;
}

const RECORD_GET = mnemonics("record_get");
const LIST_GET = mnemonics("list_get");

/** Reads a field of a record or a boxed tuple as it is stored. */
export function getSlot(
  context: Context,
  type: Type,
  container: number,
  slot: number,
  into: number | null = null,
): Leaf {
  const leaf = target(context, type, into);
  context.builder.emit({
    op: RECORD_GET[registerKind(type)],
    d: leaf.register,
    a: container,
    slot,
  });
  return leaf;
}

/** Reads an element of a list as it is stored. */
export function getElement(
  context: Context,
  type: Type,
  list: number,
  index: number,
  into: number | null = null,
): Leaf {
  const leaf = target(context, type, into);
  context.builder.emit({ op: LIST_GET[registerKind(type)], d: leaf.register, a: list, index });
  return leaf;
}

/** What a case of a flat enum carries, field by field, taken from the registers of the value. */
export function partsOfCase(layout: FlatEnum, index: number, value: Value): readonly Value[] {
  return layout.fields[index].map((places) =>
    places.length === 1
      ? part(value, places[0], 1)
      : places.flatMap((place) => part(value, place, 1)),
  );
}

/**
 * The registers of a case of a flat enum, of the parts that it carries; with `into`, those.
 */
export function flatCase(
  context: Context,
  layout: FlatEnum,
  index: number,
  parts: readonly Value[],
  into: readonly number[] | null = null,
): Value {
  const leaves: Leaf[] = [];
  for (let place = 0; place < layout.slots.length; place += 1) {
    const register = into?.[place] ?? null;
    const leaf = partAt(layout, index, parts, place);
    if (leaf === null) leaves.push(filler(context, layout, index, place, register));
    else if (register === null) leaves.push(leaf);
    else {
      moveInto(context, [register], leaf.alone);
      leaves.push(lentLeaf(register));
    }
  }
  return leaves;
}

/** What a case carries in the register at `place`; null when it carries nothing there. */
function partAt(
  { fields }: FlatEnum,
  index: number,
  parts: readonly Value[],
  place: number,
): Leaf | null {
  const places = fields[index];
  for (let slot = 0; slot < places.length; slot += 1) {
    const part = places[slot].indexOf(place);
    if (part >= 0) return parts[slot]?.[part] ?? null;
  }
  return null;
}

/** The number of the case, or the value of a register that the case does not need. */
function filler(
  { builder }: Context,
  { slots }: FlatEnum,
  index: number,
  place: number,
  register: number | null,
): Leaf {
  const slot = slots[place];
  const made = register === null ? builder.temporary(slot) : lentLeaf(register);
  if (slot.kind === "b") builder.emit({ op: "bool_const", d: made.register, value: false });
  else {
    const op = slot.kind === "f" ? "float_const" : "int_const";
    builder.emit({ op, d: made.register, value: place === 0 ? index : 0 });
  }
  return place === 0 ? knownLeaf(made, index) : made;
}

function boxedEnum(context: Context, type: Type, layout: FlatEnum, value: Value): Value {
  const { builder } = context;
  const cases = type.kind === "enum" ? type.enum.cases : [];
  const leaf = target(context, type, null);
  const make = (index: number): void => {
    const parts = partsOfCase(layout, index, held(value));
    const fields = cases[index].fields.flatMap((field, slot) =>
      taken(context, boxed(context, field.type, parts[slot])),
    );
    builder.emit({
      op: "enum_new",
      d: leaf.register,
      type: builder.numbers.type.of(type),
      case: index,
      fields: fields.map((field) => field.register),
    });
    builder.release(fields);
  };
  const choose = (index: number): void => {
    if (index === cases.length - 1) {
      make(index);
      return;
    }
    const number = builder.temporary(scalarSlot("i"));
    builder.emit({ op: "int_const", d: number.register, value: index });
    builder.open({ op: "if_int_eq", a: only(value), b: number.register });
    builder.release(number.alone);
    make(index);
    builder.else();
    choose(index + 1);
    builder.end();
  };
  const known = value[0]?.known ?? null;
  if (known === null) choose(0);
  else make(known);
  builder.own(leaf.register);
  builder.release(value);
  return leaf.alone;
}

/** Asks for the cases that carry something, and then for the others but the last. */
function unboxedEnum(context: Context, type: Type, layout: FlatEnum, value: Value): Value {
  const { builder } = context;
  const cases = type.kind === "enum" ? type.enum.cases : [];
  const { order } = layout;
  const leaves = layout.slots.map((slot) => builder.temporary(slot));
  const registers = leaves.map((leaf) => leaf.register);
  const choose = (position: number): void => {
    const index = order[position];
    const { fields } = cases[index];
    const isLast = position === order.length - 1;
    if (isLast && fields.length === 0) {
      flatCase(context, layout, index, [], registers);
      return;
    }
    const stored = fields.map((field) => builder.whole(field.type));
    builder.open({
      op: "if_case",
      a: only(value),
      case: index,
      fields: stored.map((leaf) => leaf.register),
    });
    for (const leaf of stored) builder.own(leaf.register);
    const parts = fields.map((field, slot) => unboxed(context, field.type, [stored[slot]]));
    flatCase(context, layout, index, parts, registers);
    builder.else();
    if (isLast) {
      const message = textConstant(context, "no case fits the value");
      builder.emit({ op: "fail_panic", message: only(message) });
    } else choose(position + 1);
    builder.end();
  };
  choose(0);
  builder.release(value);
  return leaves;
}
