/** What the passes ask about the types of a module. */

import type { Module, ModuleCase, ModuleType } from "../bytecode/module.ts";
import { type Kind, registerKind } from "../types/register-kind.ts";
import type { Type } from "../types/type.ts";
import { slotTypes } from "../values/value.ts";
import type { Inspection } from "./refusal.ts";

/** The types inside of a type, in order. */
export function childrenOf(type: ModuleType): readonly number[] {
  if (type.kind === "list") return [type.element];
  if (type.kind === "map") return [type.key, type.value];
  if (type.kind === "enum") {
    return type.cases.flatMap(({ fields }) => fields.map((field) => field.type));
  }
  return type.kind === "tuple" || type.kind === "record" ? slotTypes(type) : [];
}

/** What a place inside of an object holds. */
export interface Part {
  readonly kind: Kind;
  /** Of a reference alone. */
  readonly type: number | null;
}

/** Answers about the types of one module. */
export interface TypeTable {
  readonly types: readonly ModuleType[];
  /** What an object of a type, or of a case of an enum, is made of. */
  partsOf(owner: ModuleType | ModuleCase): readonly Part[];
  /** Whether a register may have the type: no unit in it. */
  isErased(index: number): boolean;
  /** Whether a parameter or output may have the type: every Float in it with its unit. */
  isDeclared(index: number): boolean;
  /** Whether `erased` is `declared` without its units. */
  isErasureOf(erased: number, declared: number): boolean;
  /**
   * Whether the type is what a primitive's signature asks for; binds the type variables it meets.
   */
  matches(index: number, wanted: Type, variables: Map<string, number>): boolean;
  /** For messages, such as `List[Int]`; cut short when it is large. */
  show(index: number): string;
}

export function typeTable(module: Module, inspection: Inspection): TypeTable {
  const { types } = module;
  const withUnit = holders(types, (type) => type.kind === "float" && type.unit !== null);
  const withErased = holders(types, (type) => type.kind === "float" && type.unit === null);
  const parts = new Map<ModuleType | ModuleCase, readonly Part[]>();
  return {
    types,
    partsOf: (owner) => {
      const found = parts.get(owner) ?? partsOf(types, owner);
      parts.set(owner, found);
      return found;
    },
    isErased: (index) => !withUnit[index],
    isDeclared: (index) => !withErased[index],
    isErasureOf: (erased, declared) => isErasureOf(types, erased, declared, inspection),
    matches: (index, wanted, variables) => matches(types, index, wanted, variables),
    show: (index) => show(types, index, 4),
  };
}

function partsOf(types: readonly ModuleType[], owner: ModuleType | ModuleCase): readonly Part[] {
  const inside = "kind" in owner ? childrenOf(owner) : owner.fields.map((field) => field.type);
  return inside.map((type) => {
    const kind = registerKind(types[type]);
    return { kind, type: kind === "r" ? type : null };
  });
}

/** Which types are, or hold somewhere inside, one that `has` the property. */
export function holders(
  types: readonly ModuleType[],
  has: (type: ModuleType) => boolean,
): readonly boolean[] {
  const parents: number[][] = types.map(() => []);
  for (const [index, type] of types.entries()) {
    for (const child of childrenOf(type)) parents[child]?.push(index);
  }
  const found = types.map(has);
  const open = [...found.keys()].filter((index) => found[index]);
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    for (const parent of parents[index]) {
      if (!found[parent]) {
        found[parent] = true;
        open.push(parent);
      }
    }
  }
  return found;
}

function isErasureOf(
  types: readonly ModuleType[],
  erased: number,
  declared: number,
  inspection: Inspection,
): boolean {
  const seen = new Set<number>();
  const open: [number, number][] = [[erased, declared]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [left, right] = pair;
    const key = left * types.length + right;
    if (seen.has(key)) continue;
    seen.add(key);
    const a = types[left];
    const b = types[right];
    if (a === undefined || b === undefined || !sameShape(a, b)) return false;
    const inside = childrenOf(b);
    inspection.spend(1 + inside.length);
    for (const [slot, child] of childrenOf(a).entries()) open.push([child, inside[slot]]);
  }
  return true;
}

/** Everything but the units and what is inside. */
function sameShape(erased: ModuleType, declared: ModuleType): boolean {
  if (erased.kind === "float") return declared.kind === "float" && erased.unit === null;
  if (erased.kind === "tuple") {
    return declared.kind === "tuple" && declared.elements.length === erased.elements.length;
  }
  if (erased.kind === "enum") {
    return (
      declared.kind === "enum" &&
      declared.name === erased.name &&
      declared.cases.length === erased.cases.length &&
      declared.cases.every((each, index) => isNamedAlike(each, erased.cases[index]))
    );
  }
  if (erased.kind !== "record") return erased.kind === declared.kind;
  return declared.kind === "record" && isNamedAlike(declared, erased);
}

/** Whether two records or cases have the same names, their fields' included. */
function isNamedAlike(a: ModuleCase, b: ModuleCase): boolean {
  return (
    a.name === b.name &&
    a.fields.length === b.fields.length &&
    a.fields.every((field, slot) => field.name === b.fields[slot].name)
  );
}

/** Signatures are small and finite, so this ends where the signature does. */
function matches(
  types: readonly ModuleType[],
  index: number,
  wanted: Type,
  variables: Map<string, number>,
): boolean {
  const type = types[index];
  if (type === undefined) return false;
  switch (wanted.kind) {
    case "variable": {
      const bound = variables.get(wanted.name);
      if (bound === undefined) variables.set(wanted.name, index);
      return bound === undefined || bound === index;
    }
    case "list":
      return type.kind === "list" && matches(types, type.element, wanted.element, variables);
    case "map":
      return (
        type.kind === "map" &&
        matches(types, type.key, wanted.key, variables) &&
        matches(types, type.value, wanted.value, variables)
      );
    case "tuple":
      return (
        type.kind === "tuple" &&
        type.elements.length === wanted.elements.length &&
        wanted.elements.every((part, slot) => matches(types, type.elements[slot], part, variables))
      );
    case "record":
      return (
        type.kind === "record" &&
        type.name === wanted.record.name &&
        type.fields.length === wanted.record.fields.length &&
        wanted.record.fields.every(
          (field, slot) =>
            field.name === type.fields[slot].name &&
            matches(types, type.fields[slot].type, field.type, variables),
        )
      );
    default:
      return type.kind === wanted.kind;
  }
}

function show(types: readonly ModuleType[], index: number, depth: number): string {
  const type = types[index];
  if (type === undefined || depth === 0) return "…";
  switch (type.kind) {
    case "list":
      return `List[${show(types, type.element, depth - 1)}]`;
    case "map":
      return `Map[${show(types, type.key, depth - 1)}, ${show(types, type.value, depth - 1)}]`;
    case "tuple": {
      const shown = type.elements.slice(0, 8).map((element) => show(types, element, depth - 1));
      return `(${shown.join(", ")})`;
    }
    case "record":
    case "enum":
      return type.name;
    case "float":
      return type.unit === null ? "Float" : "Float with a unit";
    default:
      return type.kind === "int" ? "Int" : type.kind === "bool" ? "Bool" : "String";
  }
}
