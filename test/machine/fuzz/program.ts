/** What the functions of a random program share: types, texts, parameters, outputs, signatures. */

import type {
  ModuleOutput,
  ModuleParameter,
  ModuleType,
  ModuleUnit,
  ModuleValue,
  Ownership,
} from "../../../src/machine/bytecode/module.ts";
import { type Kind, registerKind } from "../../../src/machine/types/register-kind.ts";
import type { Type } from "../../../src/machine/types/type.ts";
import { slotTypes } from "../../../src/machine/values/value.ts";
import { childrenOf } from "../../../src/machine/verify/type-table.ts";
import { typeKey } from "../../../src/machine/verify/tables.ts";
import { anyFloat, type Chance } from "./chance.ts";
import { addCircle, lowestCase } from "./circle.ts";
import { NO_INT } from "./ints.ts";

export interface Place {
  readonly kind: Kind;
  readonly type: number | null;
}

export interface Signature {
  /** The first one is an Int: how many calls deep this one may go. */
  readonly parameters: readonly (Place & { readonly ownership: Ownership | null })[];
  readonly results: readonly Place[];
}

export interface Program {
  readonly chance: Chance;
  /** How often a risky operand is left as it comes: a division by anything, an index anywhere. */
  readonly wildness: number;
  readonly types: ModuleType[];
  readonly texts: string[];
  readonly parameters: ModuleParameter[];
  readonly outputs: ModuleOutput[];
  /** `main` is number 0. */
  readonly signatures: Signature[];
  /** Index of a type, the same for equal types. */
  readonly typeIndex: (type: ModuleType) => number;
  /** The erased types that programs like to use. */
  readonly pool: number[];
  /** Types that hold themselves, which have no Float in them. */
  readonly closed: Set<number>;
}

const METRES: ModuleUnit = {
  exponents: [{ base: "m", exponent: { numerator: 1, denominator: 2 } }],
  display: { text: "km^(1/2)", scale: 1000 },
};
const PLAIN: ModuleUnit = { exponents: [], display: null };

export function createProgram(chance: Chance): Program {
  const types: ModuleType[] = [];
  const numbers = new Map<string, number>();
  const typeIndex = (type: ModuleType): number => {
    const key = typeKey(type);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, types.length);
    return types.push(type) - 1;
  };
  const program: Program = {
    chance,
    wildness: chance.pick([0, 0.002, 0.01, 0.06]),
    types,
    texts: ["", "a", "bc", "naïve", "ω → 𝄞", "true", "0123456789abcdef0123456789abcdef", NO_INT],
    parameters: [],
    outputs: [],
    signatures: [],
    typeIndex,
    pool: [],
    closed: new Set(),
  };
  fillPool(program);
  for (let count = chance.below(4); count > 0; count -= 1) addParameter(program);
  for (let count = chance.below(4) + 1; count > 0; count -= 1) {
    const type = declaredOf(program, chance.pick(program.pool));
    program.outputs.push({ name: `o${program.outputs.length}`, type });
  }
  return program;
}

function fillPool(program: Program): void {
  const { chance, typeIndex, pool } = program;
  const int = typeIndex({ kind: "int" });
  const float = typeIndex({ kind: "float", unit: null });
  const bool = typeIndex({ kind: "bool" });
  const string = typeIndex({ kind: "string" });
  const simple = [int, float, bool, string];
  pool.push(...simple, ...simple.map((element) => typeIndex({ kind: "list", element })));
  if (chance.hit(0.4)) addCircle(program, [int, bool, string]);
  for (let count = chance.pick([3, 3, 3, 9]); count > 0; count -= 1) {
    const parts = Array.from({ length: chance.below(4) + 1 }, () => chance.pick(pool));
    const names = ["x", "y", "name", "ω"];
    const fields = parts.map((type, slot) => ({ name: names[slot], type }));
    const name = `R${count}`;
    pool.push(
      typeIndex(
        chance.hit(0.7) ? { kind: "record", name, fields } : { kind: "tuple", elements: parts },
      ),
    );
    pool.push(typeIndex({ kind: "list", element: chance.pick(pool) }));
    pool.push(typeIndex(anyEnum(chance, `E${count}`, pool)));
    pool.push(typeIndex({ kind: "map", key: anyKey(program), value: chance.pick(pool) }));
  }
  if (chance.hit(0.1)) pool.push(typeIndex({ kind: "tuple", elements: [] }));
}

/** A type of the pool that keys may have. */
function anyKey({ chance, types, pool, closed }: Program): number {
  const holdsFloat = (index: number): boolean =>
    !closed.has(index) &&
    (types[index].kind === "float" || childrenOf(types[index]).some(holdsFloat));
  return chance.pick(pool.filter((index) => !holdsFloat(index)));
}

function anyEnum(chance: Chance, name: string, pool: readonly number[]): ModuleType {
  const cases = ["A", "B", "C", "D"].slice(chance.below(3)).map((caseName) => {
    const isNamed = chance.hit(0.4);
    const fields = ["x", "y", "z"].slice(chance.below(4)).map((field) => ({
      name: isNamed ? field : "",
      type: chance.pick(pool),
    }));
    return { name: caseName, fields };
  });
  return { kind: "enum", name, cases };
}

/** The type with units, as parameters and outputs have it. */
function declaredOf(program: Program, index: number): number {
  const { chance, types, typeIndex } = program;
  if (program.closed.has(index)) return index;
  const type = types[index];
  const inside = (part: number) => declaredOf(program, part);
  switch (type.kind) {
    case "float":
      return typeIndex({ kind: "float", unit: chance.pick([METRES, PLAIN]) });
    case "list":
      return typeIndex({ kind: "list", element: inside(type.element) });
    case "map":
      return typeIndex({ kind: "map", key: inside(type.key), value: inside(type.value) });
    case "tuple":
      return typeIndex({ kind: "tuple", elements: type.elements.map(inside) });
    case "record": {
      const fields = type.fields.map((field) => ({ ...field, type: inside(field.type) }));
      return typeIndex({ ...type, fields });
    }
    case "enum":
      return typeIndex({
        ...type,
        cases: type.cases.map(({ name, fields }) => ({
          name,
          fields: fields.map((field) => ({ ...field, type: inside(field.type) })),
        })),
      });
    default:
      return index;
  }
}

/** The type without units. */
export function erasedOf(program: Program, index: number): number {
  const { types, typeIndex } = program;
  if (program.closed.has(index)) return index;
  const type = types[index];
  const inside = (part: number) => erasedOf(program, part);
  switch (type.kind) {
    case "float":
      return typeIndex({ kind: "float", unit: null });
    case "list":
      return typeIndex({ kind: "list", element: inside(type.element) });
    case "map":
      return typeIndex({ kind: "map", key: inside(type.key), value: inside(type.value) });
    case "tuple":
      return typeIndex({ kind: "tuple", elements: type.elements.map(inside) });
    case "record": {
      const fields = type.fields.map((field) => ({ ...field, type: inside(field.type) }));
      return typeIndex({ ...type, fields });
    }
    case "enum":
      return typeIndex({
        ...type,
        cases: type.cases.map(({ name, fields }) => ({
          name,
          fields: fields.map((field) => ({ ...field, type: inside(field.type) })),
        })),
      });
    default:
      return index;
  }
}

function addParameter(program: Program): void {
  const { chance, parameters, types } = program;
  const type = declaredOf(program, chance.pick(program.pool));
  const { kind } = types[type];
  const isRanged = kind === "int" && chance.hit(0.5);
  const value = chance.hit(0.5) ? anyValue(program, type) : null;
  parameters.push({
    name: `p${parameters.length}`,
    type,
    default: value,
    range: isRanged ? { minimum: -100, maximum: 100, maximumExclusive: false } : null,
  });
}

/** A value that a parameter of this type can be given. */
export function anyValue({ chance, types }: Program, index: number): ModuleValue {
  return anyValueOf(chance, types, index);
}

const MOST_DEPTH = 12;

/** A value of any type of a module; deep inside it is a small one. */
export function anyValueOf(
  chance: Chance,
  types: readonly ModuleType[],
  index: number,
  depth = MOST_DEPTH,
): ModuleValue {
  const type = types[index];
  const inside = (part: number) => anyValueOf(chance, types, part, depth - 1);
  const most = depth <= 0 ? 1 : depth < 8 ? 3 : 5;
  switch (type.kind) {
    case "int":
      return chance.below(150) - 50;
    case "float":
      return anyFloat(chance);
    case "bool":
      return chance.hit(0.5);
    case "string":
      return chance.pick(["", "a", "naïve", "ω → 𝄞"]);
    case "list":
      return Array.from({ length: chance.below(most) }, () => inside(type.element));
    case "map": {
      const keys = new Map<string, ModuleValue>();
      for (let count = chance.below(most); count > 0; count -= 1) {
        const key = inside(type.key);
        keys.set(JSON.stringify(key), key);
      }
      return [...keys.values()].flatMap((key) => [key, inside(type.value)]);
    }
    case "enum": {
      const tag = depth <= 0 ? lowestCase(types, type) : chance.below(type.cases.length);
      const { fields } = type.cases[tag];
      return [tag, ...fields.map((field) => inside(field.type))];
    }
    default:
      return slotTypes(type).map(inside);
  }
}

/** The register that holds a value of a type. */
export function placeOf({ types }: Program, type: number): Place {
  const kind = registerKind(types[type]);
  return { kind, type: kind === "r" ? type : null };
}

/** Types of the pool that have the property. */
export function poolWhere(
  program: Program,
  fits: (type: ModuleType) => boolean,
): readonly number[] {
  return program.pool.filter((index) => fits(program.types[index]));
}

/** The erased type that a primitive's signature asks for, variables put in. */
export function typeOfSignature(
  program: Program,
  type: Type,
  variables: Map<string, number>,
): number {
  const inside = (part: Type) => typeOfSignature(program, part, variables);
  switch (type.kind) {
    case "variable": {
      const bound = variables.get(type.name) ?? program.chance.pick(program.pool);
      variables.set(type.name, bound);
      return bound;
    }
    case "float":
      return program.typeIndex({ kind: "float", unit: null });
    case "list":
      return program.typeIndex({ kind: "list", element: inside(type.element) });
    case "map": {
      // the keys of a signature are a variable
      const name = type.key.kind === "variable" ? type.key.name : "";
      const key = variables.get(name) ?? anyKey(program);
      variables.set(name, key);
      return program.typeIndex({ kind: "map", key, value: inside(type.value) });
    }
    case "tuple":
      return program.typeIndex({ kind: "tuple", elements: type.elements.map(inside) });
    case "record": {
      const fields = type.record.fields.map((field) => ({
        name: field.name,
        type: inside(field.type),
      }));
      return program.typeIndex({ kind: "record", name: type.record.name, fields });
    }
    case "int":
    case "bool":
    case "string":
      return program.typeIndex({ kind: type.kind });
    default:
      throw new Error(`no register holds a value of the type ${type.kind}`);
  }
}
