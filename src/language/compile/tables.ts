/**
 * The tables of a module while it is linked: types and texts, each once, in the order of first use.
 *
 * Invariants: registers see unit-erased types; parameters, outputs and the types inside of them
 * keep their units, the empty one too.
 */

import type { ModuleType } from "../../machine/bytecode/module.ts";
import type { Type } from "../../machine/types/type.ts";
import type { Numberings } from "./numbering.ts";
import { keyOf, moduleUnit, type Units } from "./type-key.ts";

/** The place of a type that nobody asked for. */
const UNKNOWN = -1;

export interface Tables {
  readonly types: readonly ModuleType[];
  readonly texts: readonly string[];
  /** The place of a type with its units. */
  keptIndex(type: Type): number;
  /** The place of the types with this number. */
  erasedIndex(number: number): number;
  /** The place of the text with this number. */
  textIndex(number: number): number;
}

/**
 * @param named what code names by numbers
 * @param enumOf the enum that stands for a function type
 */
export function makeTables(
  named: Numberings,
  enumOf: (type: Type & { kind: "function" }) => Type,
): Tables {
  const types: ModuleType[] = [];
  const texts: string[] = [];
  const typeByKey = new Map<string, number>();
  /** Places by numbers. */
  const erasedTypes: number[] = [];
  const placedTexts: number[] = [];

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
    const place = twin === undefined ? undefined : typeByKey.get(keyOf(twin, units));
    if (place !== undefined) typeByKey.set(key, place);
    return place;
  };

  const stored = (type: Type): Type => (type.kind === "function" ? enumOf(type) : type);

  // types may nest deeper than calls may, and hold themselves
  const newIndex = (asked: Type, units: Units): number => {
    const type = stored(asked);
    const key = keyOf(type, units);
    const open = placeOf(type, key, units) === undefined ? [newType(type, key)] : [];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (top.indices.length === top.parts.length) {
        types[top.index] = moduleType(top.type, units, top.indices);
        open.pop();
        continue;
      }
      const part = stored(top.parts[top.indices.length]);
      const partKey = keyOf(part, units);
      if (placeOf(part, partKey, units) === undefined) open.push(newType(part, partKey));
      top.indices.push(typeByKey.get(partKey)!);
    }
    return typeByKey.get(key)!;
  };

  const erasedIndex = (number: number): number =>
    placed(erasedTypes, number, () => newIndex(named.type.items[number], "erased"));

  const textIndex = (number: number): number =>
    placed(placedTexts, number, () => texts.push(named.text.items[number]) - 1);

  return { types, texts, keptIndex: (type) => newIndex(type, "kept"), erasedIndex, textIndex };
}

/** The place of what has this number, made when it is asked for first. */
function placed(places: number[], number: number, make: () => number): number {
  while (places.length <= number) places.push(UNKNOWN);
  if (places[number] === UNKNOWN) places[number] = make();
  return places[number];
}

/** Whether two types have the same names and parts all the way down. */
function areEqual(one: Type, two: Type, units: Units): boolean {
  const assumed = new Set<string>();
  const open = [[one, two]];
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const [a, b] = pair;
    if (headOf(a, units) !== headOf(b, units)) return false;
    // Types that hold themselves are equal if nothing else tells them apart.
    const key = `${keyOf(a, units)} ${keyOf(b, units)}`;
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
    case "function":
      return keyOf(type, units);
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
