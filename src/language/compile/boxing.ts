/**
 * Tuples between their two forms: registers one after the other, and one boxed object in a
 * container.
 *
 * Not here: which form stands where (layout.ts).
 */

import { registerKind } from "../../machine/types/register-kind.ts";
import type { Type } from "../../machine/types/type.ts";
import type { Leaf, Value } from "./builder.ts";
import { type Context, only, taken, target } from "./context.ts";
import { kindWord, slotsOf } from "./layout.ts";

/** The elements of what is boxed, `()` among it; null for what is one register anyway. */
function elementsOf(type: Type): readonly Type[] | null {
  if (type.kind === "nothing") return [];
  return type.kind === "tuple" ? type.elements : null;
}

/**
 * The value as one register, as containers hold it: a tuple and `()` go into a new object,
 * anything else stays as it is.
 */
export function boxed(context: Context, type: Type, value: Value): Value {
  const elements = elementsOf(type);
  if (elements === null) return value;
  const { builder } = context;
  const fields: Leaf[] = [];
  let start = 0;
  for (const element of elements) {
    const count = slotsOf(element).length;
    const part = boxed(context, element, value.slice(start, start + count));
    fields.push(...taken(context, part));
    start += count;
  }
  const leaf = target(context, type, null);
  builder.emit("record_new", {
    d: leaf.register,
    type: { symbol: "type", type },
    fields: fields.map((field) => field.register),
  });
  builder.release(fields);
  return [leaf];
}

/**
 * The value of a whole as a container gave it: a boxed tuple becomes its elements' registers,
 * `()` none, anything else stays.
 */
export function unboxed(context: Context, type: Type, value: Value): Value {
  const elements = elementsOf(type);
  if (elements === null) return value;
  const { builder } = context;
  const leaves = elements.flatMap((element, slot) =>
    unboxed(context, element, [getSlot(context, element, only(value), slot)]),
  );
  builder.release(value);
  return leaves;
}

/** Reads a field of a record or a boxed tuple as it is stored. */
export function getSlot(
  context: Context,
  type: Type,
  container: number,
  slot: number,
  into: number | null = null,
): Leaf {
  const leaf = target(context, type, into);
  const op = `record_get_${kindWord(registerKind(type))}` as const;
  context.builder.emit(op, { d: leaf.register, a: container, slot });
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
  const op = `list_get_${kindWord(registerKind(type))}` as const;
  context.builder.emit(op, { d: leaf.register, a: list, index });
  return leaf;
}
