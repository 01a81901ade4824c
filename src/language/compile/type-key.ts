/**
 * Types as texts: equal texts stand for equal types, units taken away or kept.
 *
 * Not here: the table of a module's types (tables.ts).
 */

import type { ModuleUnit } from "../../machine/bytecode/module.ts";
import type { DisplayUnit, EnumType, RecordType, Type } from "../../machine/types/type.ts";
import { BASE_UNITS, type UnitTerm } from "../../machine/types/unit.ts";
import { numberOfDeclaration } from "../check/record.ts";

/** Whether units stay or are taken away. */
export type Units = "kept" | "erased";

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
  return keyOf(type, "erased", true);
}

/**
 * Equal for equal types only, as tables hold them. Records may contain themselves through lists:
 * below the first, a record is its name and what that was given, and whether units are kept in it.
 */
export function keyOf(type: Type, units: Units, isInside = false): string {
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
      const name = declaredKey(type, type.record, units);
      if (isInside) return name + markOf(type, units);
      const fields = type.record.fields.map((field) => `${field.name}:${inside(field.type)}`);
      return `${name}{${fields.join()}}`;
    }
    case "function": {
      const parameters = type.parameters.map(inside);
      return `fn(${parameters.join()})->${inside(type.result)}`;
    }
    case "enum": {
      const ownKey = ownKeys.get(type.enum);
      if (ownKey !== undefined) return ownKey;
      const name = declaredKey(type, type.enum, units);
      if (isInside) return name + markOf(type, units);
      const cases = type.enum.cases.map((each) => {
        const fields = each.fields.map((field) => `${field.name}:${inside(field.type)}`);
        return `${each.name}{${fields.join()}}`;
      });
      return `enum ${name}{${cases.join()}}`;
    }
    default:
      return type.kind;
  }
}

/** Tells a type whose Floats keep their units from the one without: the names are the same. */
function markOf(type: Type, units: Units): string {
  return units === "kept" && holdsFloat(type, new Set()) ? "!" : "";
}

/** @param open the names of the types around, which may contain themselves */
function holdsFloat(type: Type, open: Set<string>): boolean {
  const holds = (part: Type): boolean => holdsFloat(part, open);
  switch (type.kind) {
    case "float":
      return true;
    case "list":
      return holds(type.element);
    case "map":
      return holds(type.key) || holds(type.value);
    case "tuple":
      return type.elements.some(holds);
    case "record":
      return (
        isNew(type, type.record, open) && type.record.fields.some((field) => holds(field.type))
      );
    case "enum":
      return (
        isNew(type, type.enum, open) &&
        type.enum.cases.some(({ fields }) => fields.some((field) => holds(field.type)))
      );
    default:
      return false;
  }
}

function isNew(
  type: Type & { kind: "record" | "enum" },
  declared: RecordType | EnumType,
  open: Set<string>,
): boolean {
  const name = declaredKey(type, declared, "erased");
  if (open.has(name)) return false;
  open.add(name);
  return true;
}

/** The name of a record or an enum with what it was given: `Pair#3<int,float>`. */
function declaredKey(
  type: Type & { kind: "record" | "enum" },
  { name, typeArguments, unitArguments }: RecordType | EnumType,
  units: Units,
): string {
  const terms =
    units === "kept" ? unitArguments.map((unit) => JSON.stringify(moduleUnit(unit, null))) : [];
  const given = [...typeArguments.map((part) => keyOf(part, units, true)), ...terms];
  return `${name}#${numberOfDeclaration(type)}<${given.join()}>`;
}

/** A unit as a module holds it. */
export function moduleUnit(unit: UnitTerm, display: DisplayUnit | null): ModuleUnit {
  const exponents = BASE_UNITS.flatMap((base) => {
    const exponent = unit.base.get(base);
    return exponent === undefined ? [] : [{ base, exponent }];
  });
  return { exponents, display };
}
