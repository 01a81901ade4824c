/**
 * Values of a module's types outside the heap: which value fits which type.
 *
 * Not here: their bytes (encode.ts), their text (show.ts), their place in memory (heap.ts).
 */

import type { ModuleCase, ModuleType, ModuleValue } from "../types/module-type.ts";
import { hasDistinctKeys } from "./keys.ts";
import { isContainer, type ContainerType, type LeafType } from "./walk.ts";

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
  // a stack of parts that are not looked at yet: values may nest deeper than calls may
  const open: [number, ModuleValue][] = [[typeIndex, value]];
  const maps: [Extract<ModuleType, { kind: "map" }>, readonly ModuleValue[]][] = [];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const type = types[next[0]];
    const inside = next[1];
    if (!isContainer(type)) {
      if (!fitsLeaf(type, inside)) return false;
      continue;
    }
    const parts = partsOf(type, inside);
    if (parts === null) return false;
    if (type.kind === "map") maps.push([type, inside as readonly ModuleValue[]]);
    for (const part of parts) open.push(part);
  }
  return maps.every(([type, parts]) => hasDistinctKeys(types, type, parts));
}

function fitsLeaf(type: LeafType, value: ModuleValue): boolean {
  switch (type.kind) {
    case "int":
      return Number.isSafeInteger(value) && !Object.is(value, -0);
    case "float":
      return typeof value === "number";
    case "bool":
      return typeof value === "boolean";
    case "string":
      return typeof value === "string" && value.isWellFormed();
  }
}

/** What a value of a container holds, with its types; null when it is no value of the type. */
function partsOf(type: ContainerType, value: ModuleValue): [number, ModuleValue][] | null {
  if (!hasParts(value)) return null;
  if (type.kind === "list") return value.map((element) => [type.element, element]);
  if (type.kind === "map") {
    const entry = [type.key, type.value];
    return value.length % 2 === 0 ? value.map((part, index) => [entry[index % 2], part]) : null;
  }
  if (type.kind === "enum") {
    const fields = caseOf(type, value)?.fields;
    if (fields === undefined || Object.is(value[0], -0)) return null;
    if (value.length !== fields.length + 1) return null;
    return fields.map((field, index) => [field.type, value[index + 1]]);
  }
  const slots = slotTypes(type);
  return value.length === slots.length ? slots.map((slot, index) => [slot, value[index]]) : null;
}
