/**
 * The tables of a module while it is linked: types and texts, each once, in the order of first use.
 *
 * Invariants: registers see unit-erased types; parameters, outputs and the types inside of them
 * keep their units, the empty one too.
 */

import type { ModuleType } from "../../machine/bytecode/module.ts";
import type { Type } from "../../machine/types/type.ts";
import type { Numberings, TypeNumbering } from "./numbering.ts";
import { keyOf, moduleUnit, type Units } from "./type-key.ts";

/** The place of a type that nobody asked for. */
const UNKNOWN = -1;

/** The enum that stands for a function type. */
type EnumOf = (type: Type & { kind: "function" }) => Type;

/** Lifetime: the linking of one module. */
export class Tables {
  readonly types: ModuleType[] = [];
  readonly texts: string[] = [];
  private readonly named: Numberings;
  private readonly enumOf: EnumOf;
  /** Places of types with their units by keys, of types without by numbers. */
  private readonly keptPlaces = new Map<string, number>();
  private readonly erasedPlaces: number[] = [];
  private readonly textPlaces: number[] = [];
  private readonly twins: Twins;

  /** @param named what code names by numbers */
  constructor(named: Numberings, enumOf: EnumOf) {
    this.named = named;
    this.enumOf = enumOf;
    this.twins = new Twins(named.type);
  }

  /** The place of a type with its units. */
  keptIndex(type: Type): number {
    return this.indexOf(type, "kept");
  }

  /** The place of the types with this number. */
  erasedIndex(number: number): number {
    const known = placeIn(this.erasedPlaces, number);
    return known === UNKNOWN ? this.indexOf(this.named.type.items[number], "erased") : known;
  }

  /** The place of the text with this number. */
  textIndex(number: number): number {
    const known = placeIn(this.textPlaces, number);
    if (known !== UNKNOWN) return known;
    const index = this.texts.push(this.named.text.items[number]) - 1;
    put(this.textPlaces, number, index);
    return index;
  }

  // types may nest deeper than calls may, and hold themselves
  private indexOf(asked: Type, units: Units): number {
    const type = this.stored(asked);
    const known = this.placeOf(type, units);
    if (known !== UNKNOWN) return known;
    const whole = this.newType(type, units);
    const open = [whole];
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (top.indices.length === top.parts.length) {
        this.types[top.index] = moduleType(top.type, units, top.indices);
        open.pop();
        continue;
      }
      const part = this.stored(top.parts[top.indices.length]);
      let place = this.placeOf(part, units);
      if (place === UNKNOWN) {
        const made = this.newType(part, units);
        open.push(made);
        place = made.index;
      }
      top.indices.push(place);
    }
    return whole.index;
  }

  private stored(type: Type): Type {
    return type.kind === "function" ? this.enumOf(type) : type;
  }

  /** The place of a type that is there, or of an equal one whose records other files declare. */
  private placeOf(type: Type, units: Units): number {
    const known =
      units === "erased"
        ? placeIn(this.erasedPlaces, this.named.type.of(type))
        : (this.keptPlaces.get(keyOf(type, "kept")) ?? UNKNOWN);
    if (known !== UNKNOWN) return known;
    const twin = this.twins.placeFor(type, units, this.types.length);
    if (twin !== UNKNOWN) this.register(type, units, twin);
    return twin;
  }

  /** A new type has its place before the types inside of it. */
  private newType(type: Type, units: Units): Unfinished {
    const index = this.types.length;
    this.register(type, units, index);
    this.types.push({ kind: "int" });
    return { type, index, parts: partsOf(type), indices: [] };
  }

  private register(type: Type, units: Units, index: number): void {
    const number = this.named.type.of(type);
    if (units === "kept") {
      const key = keyOf(type, "kept");
      this.keptPlaces.set(key, index);
      // a type without Floats is the same with and without units
      if (key !== keyOf(type, "erased")) return;
    }
    put(this.erasedPlaces, number, index);
  }
}

function placeIn(places: readonly number[], number: number): number {
  return number < places.length ? places[number] : UNKNOWN;
}

function put(places: number[], number: number, place: number): void {
  while (places.length <= number) places.push(UNKNOWN);
  places[number] = place;
}

/** Equal types whose records or enums are declared in several files, under the same names. */
class Twins {
  private readonly numbers: TypeNumbering;
  /** All types of the table that have been asked about. */
  private readonly asked: Asked[] = [];
  /** How many of them are in `byShape`. */
  private compared = 0;
  /** By their keys without the numbers that tell declarations of one name apart. */
  private readonly byShape = new Map<string, Asked[]>();

  constructor(numbers: TypeNumbering) {
    this.numbers = numbers;
  }

  /** The place of the twin of a type that has none itself; without a twin it gets `place`. */
  placeFor(type: Type, units: Units, place: number): number {
    const asked: Asked = { type, units, place };
    this.asked.push(asked);
    // hardly a program has two declarations of one name
    if (!this.numbers.hasNamesakes) return UNKNOWN;
    for (; this.compared < this.asked.length; this.compared += 1)
      this.compare(this.asked[this.compared]);
    return asked.place === place ? UNKNOWN : asked.place;
  }

  private compare(asked: Asked): void {
    const { type, units } = asked;
    const shape = keyOf(type, units).replaceAll(/#\d+/g, "");
    const others = this.byShape.get(shape) ?? [];
    const twin = others.find((other) => areEqual(type, other.type, units));
    if (twin !== undefined) asked.place = twin.place;
    this.byShape.set(shape, [...others, asked]);
  }
}

interface Asked {
  readonly type: Type;
  readonly units: Units;
  place: number;
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
