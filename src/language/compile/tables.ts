/**
 * The tables of a module while it is linked: types and texts, each once, in the order of first use.
 *
 * Invariants: registers see unit-erased types; parameters, outputs and the types inside of them
 * keep their units, the empty one too.
 */

import type { ModuleType, ModuleUnit } from "../../machine/bytecode/module.ts";
import type { DisplayUnit, EnumType, Type } from "../../machine/types/type.ts";
import { numberOfDeclaration } from "../check/record.ts";
import { BASE_UNITS, type UnitTerm } from "../../machine/types/unit.ts";

/** Whether units stay or are taken away. */
export type Units = "kept" | "erased";

export interface Tables {
  readonly types: readonly ModuleType[];
  readonly texts: readonly string[];
  typeIndex(type: Type, units: Units): number;
  textIndex(text: string): number;
}

/**
 * @param enumOf the enum that stands for a function type
 */
export function makeTables(enumOf: (type: Type & { kind: "function" }) => Type): Tables {
  const types: ModuleType[] = [];
  const texts: string[] = [];
  const typeByKey = new Map<string, number>();
  const textByContent = new Map<string, number>();
  /** The erased types that were asked for, so that few need their keys. */
  const byIdentity = new Map<Type, number>();

  /** A new type has its place before the types inside of it. */
  const newType = (type: Type, key: string): Unfinished => {
    const index = types.length;
    typeByKey.set(key, index);
    types.push({ kind: "int" });
    return { type, index, parts: partsOf(type), indices: [] };
  };

  /** Types by their keys without the numbers that tell declarations of one name apart. */
  const byShape = new Map<string, Type[]>();

  /** The place of a type that is there, or of an equal one whose records other files declare. */
  const placeOf = (type: Type, key: string, units: Units): number | undefined => {
    const known = typeByKey.get(key);
    if (known !== undefined || !key.includes("#")) return known;
    const shape = key.replaceAll(/#\d+/g, "");
    const others = byShape.get(shape) ?? [];
    const twin = others.find((other) => areEqual(type, other, units));
    byShape.set(shape, [...others, type]);
    const place = twin === undefined ? undefined : typeByKey.get(keyIn(twin, units));
    if (place !== undefined) typeByKey.set(key, place);
    return place;
  };

  const stored = (type: Type): Type => (type.kind === "function" ? enumOf(type) : type);

  // types may nest deeper than calls may, and hold themselves
  const newIndex = (asked: Type, units: Units): number => {
    const type = stored(asked);
    const key = keyIn(type, units);
    const open = placeOf(type, key, units) === undefined ? [newType(type, key)] : [];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (top.indices.length === top.parts.length) {
        types[top.index] = moduleType(top.type, units, top.indices);
        open.pop();
        continue;
      }
      const part = stored(top.parts[top.indices.length]);
      const partKey = keyIn(part, units);
      if (placeOf(part, partKey, units) === undefined) open.push(newType(part, partKey));
      top.indices.push(typeByKey.get(partKey)!);
    }
    return typeByKey.get(key)!;
  };

  const typeIndex = (type: Type, units: Units): number => {
    if (units === "kept") return newIndex(type, units);
    let index = byIdentity.get(type);
    if (index === undefined) byIdentity.set(type, (index = newIndex(type, units)));
    return index;
  };

  const textIndex = (text: string): number => {
    const known = textByContent.get(text);
    if (known !== undefined) return known;
    texts.push(text);
    textByContent.set(text, texts.length - 1);
    return texts.length - 1;
  };

  return { types, texts, typeIndex, textIndex };
}

function keyIn(type: Type, units: Units): string {
  return units === "erased" ? erasedKey(type) : keyOf(type, units);
}

/** Whether two types have the same names and parts all the way down. */
function areEqual(one: Type, two: Type, units: Units): boolean {
  const assumed = new Set<string>();
  const open = [[one, two]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [a, b] = pair;
    if (headOf(a, units) !== headOf(b, units)) return false;
    // Types that hold themselves are equal if nothing else tells them apart.
    const key = `${keyIn(a, units)} ${keyIn(b, units)}`;
    if (assumed.has(key)) continue;
    assumed.add(key);
    const others = partsOf(b);
    open.push(...partsOf(a).map((part, index) => [part, others[index]]));
  }
  return true;
}

/** What a type says besides the types inside of it. */
function headOf(type: Type, units: Units): string {
  const namesOf = (fields: readonly { readonly name: string }[]): string =>
    fields.map(({ name }) => name).join();
  switch (type.kind) {
    case "float":
      return keyOf(type, units);
    case "function":
      return keyIn(type, units);
    case "tuple":
      return `tuple ${type.elements.length}`;
    case "record":
      return `${type.record.name}{${namesOf(type.record.fields)}}`;
    case "enum": {
      const cases = type.enum.cases.map(({ name, fields }) => `${name}{${namesOf(fields)}}`);
      return `enum ${type.enum.name}{${cases.join()}}`;
    }
    default:
      return type.kind;
  }
}

/** A type of which not all parts have their places. */
interface Unfinished {
  readonly type: Type;
  readonly index: number;
  readonly parts: readonly Type[];
  readonly indices: number[];
}

/** The types inside of a type, in order. */
function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case "list":
      return [type.element];
    case "map":
      return [type.key, type.value];
    case "tuple":
      return type.elements;
    case "record":
      return type.record.fields.map((field) => field.type);
    case "enum":
      return type.enum.cases.flatMap(({ fields }) => fields.map((field) => field.type));
    default:
      return [];
  }
}

/** A type as the table holds it, with the places of the types inside of it. */
function moduleType(type: Type, units: Units, indices: readonly number[]): ModuleType {
  let used = 0;
  const next = (): number => indices[used++];
  const fieldsOf = (fields: readonly { readonly name: string }[]) =>
    fields.map(({ name }) => ({ name, type: next() }));
  switch (type.kind) {
    case "int":
    case "bool":
    case "string":
      return { kind: type.kind };
    case "float":
      return {
        kind: "float",
        unit: units === "kept" ? moduleUnit(type.unit, type.display) : null,
      };
    case "list":
      return { kind: "list", element: next() };
    case "map":
      return { kind: "map", key: next(), value: next() };
    case "tuple":
      return { kind: "tuple", elements: type.elements.map(next) };
    case "record":
      return { kind: "record", name: type.record.name, fields: fieldsOf(type.record.fields) };
    case "enum": {
      const { name, cases } = type.enum;
      const each = cases.map(({ name: caseName, fields }) => ({
        name: caseName,
        fields: fieldsOf(fields),
      }));
      return { kind: "enum", name, cases: each };
    }
    default:
      // Values of these never lie in a register or a container: the checker has refused them.
      return { kind: "tuple", elements: [] };
  }
}

function moduleUnit(unit: UnitTerm, display: DisplayUnit | null): ModuleUnit {
  const exponents = BASE_UNITS.flatMap((base) => {
    const exponent = unit.base.get(base);
    return exponent === undefined ? [] : [{ base, exponent }];
  });
  return { exponents, display };
}

const erasedKeys = new WeakMap<Type, string>();
const ownKeys = new WeakMap<EnumType, string>();

/** The enum stands for the type with this key. */
export function nameKey(type: EnumType, key: string): void {
  ownKeys.set(type, key);
}

/** Whether the enum stands for a function type, and so gets its cases while code is compiled. */
export function isNamedByKey(type: EnumType): boolean {
  return ownKeys.has(type);
}

/** A key that is equal for types that erase to the same. */
export function erasedKey(type: Type): string {
  if (type.kind === "int" || type.kind === "float" || type.kind === "bool") return type.kind;
  if (type.kind === "string") return type.kind;
  const known = erasedKeys.get(type);
  if (known !== undefined) return known;
  const key = keyOf(type, "erased");
  erasedKeys.set(type, key);
  return key;
}

/**
 * Equal for equal types only. Records may contain themselves through lists: below the first, a
 * record is its name and its units.
 */
function keyOf(type: Type, units: Units, isInside = false): string {
  const inside = (part: Type): string => keyOf(part, units, true);
  switch (type.kind) {
    case "float":
      return units === "kept" ? JSON.stringify(moduleUnit(type.unit, type.display)) : "float";
    case "list":
      return `[${keyOf(type.element, units, isInside)}]`;
    case "map":
      return `{${keyOf(type.key, units, isInside)}:${keyOf(type.value, units, isInside)}}`;
    case "tuple":
      return `(${type.elements.map((part) => keyOf(part, units, isInside)).join()})`;
    case "record": {
      const { typeArguments, unitArguments } = type.record;
      const name = `${type.record.name}#${numberOfDeclaration(type)}`;
      const terms =
        units === "kept" ? unitArguments.map((unit) => JSON.stringify(moduleUnit(unit, null))) : [];
      const given = [...typeArguments.map(inside), ...terms];
      if (isInside) return `${name}<${given.join()}>`;
      const fields = type.record.fields.map((field) => `${field.name}:${inside(field.type)}`);
      return `${name}<${given.join()}>{${fields.join()}}`;
    }
    case "function": {
      const parameters = type.parameters.map(inside);
      return `fn(${parameters.join()})->${inside(type.result)}`;
    }
    case "enum": {
      const ownKey = ownKeys.get(type.enum);
      if (ownKey !== undefined) return ownKey;
      const { typeArguments, unitArguments } = type.enum;
      const name = `${type.enum.name}#${numberOfDeclaration(type)}`;
      const terms =
        units === "kept" ? unitArguments.map((unit) => JSON.stringify(moduleUnit(unit, null))) : [];
      const given = [...typeArguments.map(inside), ...terms];
      if (isInside) return `${name}<${given.join()}>`;
      const cases = type.enum.cases.map((each) => {
        const fields = each.fields.map((field) => `${field.name}:${inside(field.type)}`);
        return `${each.name}{${fields.join()}}`;
      });
      return `enum ${name}<${given.join()}>{${cases.join()}}`;
    }
    default:
      return type.kind;
  }
}
