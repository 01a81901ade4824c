/**
 * Values of a module's types outside the heap: which value fits which type.
 *
 * Not here: their bytes (encode.ts), their text (show.ts), their place in memory (heap.ts).
 */

import type { ModuleCase, ModuleType, ModuleValue } from "../types/module-type.ts";

/** Whether a value is one of parts: elements or fields. */
function hasParts(value: ModuleValue): value is readonly ModuleValue[] {
  return Array.isArray(value);
}

/** The types of a tuple's elements or a record's fields, in order. */
export function slotTypes(
  type: Extract<ModuleType, { kind: "tuple" | "record" }>,
): readonly number[] {
  return type.kind === "tuple" ? type.elements : type.fields.map((field) => field.type);
}

/** The case of an enum that a value begins with, or null when it is none of them. */
export function caseOf(
  type: Extract<ModuleType, { kind: "enum" }>,
  value: ModuleValue,
): ModuleCase | null {
  const tag = hasParts(value) ? value[0] : null;
  return typeof tag === "number" ? (type.cases[tag] ?? null) : null;
}

/** Whether `value` is a value of type `typeIndex`. Cost: linear in the value. */
export function fits(types: readonly ModuleType[], typeIndex: number, value: ModuleValue): boolean {
  const type = types[typeIndex];
  switch (type.kind) {
    case "int":
      return Number.isSafeInteger(value) && !Object.is(value, -0);
    case "float":
      return typeof value === "number";
    case "bool":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string" && value.isWellFormed();
    case "list":
      return hasParts(value) && value.every((element) => fits(types, type.element, element));
    case "tuple":
    case "record": {
      const slots = slotTypes(type);
      return (
        hasParts(value) &&
        value.length === slots.length &&
        slots.every((slot, index) => fits(types, slot, value[index]))
      );
    }
    case "enum": {
      const fields = caseOf(type, value)?.fields;
      return (
        fields !== undefined &&
        hasParts(value) &&
        !Object.is(value[0], -0) &&
        value.length === fields.length + 1 &&
        fields.every((field, index) => fits(types, field.type, value[index + 1]))
      );
    }
  }
}
