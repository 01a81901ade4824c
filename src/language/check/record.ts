/** Record and enum types: one declaration, and its types for each choice of arguments. */

import { assert } from "../../fault.ts";
import type { EnumType, RecordType, Type } from "../../machine/types/type.ts";
import { substituteUnits } from "../../machine/types/unit-algebra.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import type { Place } from "./typed.ts";

/** A record as declared; `fields` are filled when the names of all types are known. */
export interface RecordInfo {
  readonly name: string;
  readonly typeVariables: readonly string[];
  readonly isPublic: boolean;
  readonly unitVariables: readonly string[];
  fields: readonly RecordField[];
  readonly place: Place;
  /** The one type of a record without arguments. */
  plain: RecordType | null;
}

export interface RecordField {
  readonly name: string;
  readonly type: Type;
  readonly place: Place;
}

const INFOS = new WeakMap<RecordType, RecordInfo>();

/** The record with these arguments; its fields are worked out when somebody asks. */
export function recordType(
  info: RecordInfo,
  typeArguments: readonly Type[],
  unitArguments: readonly UnitTerm[],
): RecordType {
  const isPlain = typeArguments.length === 0 && unitArguments.length === 0;
  if (isPlain && info.plain !== null) return info.plain;
  let fields: RecordType["fields"] | null = null;
  const record: RecordType = {
    name: info.name,
    typeArguments,
    unitArguments,
    get fields() {
      fields ??= isPlain ? info.fields : fieldsWith(info, typeArguments, unitArguments);
      return fields;
    },
  };
  INFOS.set(record, info);
  if (isPlain) info.plain = record;
  return record;
}

/** The declaration behind a record type made by {@link recordType}. */
export function recordInfo(record: RecordType): RecordInfo {
  const info = INFOS.get(record);
  assert(info !== undefined, `the record ${record.name} comes from a declaration`);
  return info;
}

function fieldsWith(
  info: RecordInfo,
  typeArguments: readonly Type[],
  unitArguments: readonly UnitTerm[],
): RecordType["fields"] {
  const types = new Map(info.typeVariables.map((name, index) => [name, typeArguments[index]]));
  const units = new Map(info.unitVariables.map((name, index) => [name, unitArguments[index]]));
  return info.fields.map(({ name, type }) => ({ name, type: substitute(type, types, units) }));
}

/** An enum as declared; `cases` are filled when the names of all types are known. */
export interface EnumInfo {
  readonly name: string;
  readonly isPublic: boolean;
  readonly typeVariables: readonly string[];
  readonly unitVariables: readonly string[];
  /** The names of the cases are known at once. */
  readonly caseNames: readonly string[];
  cases: readonly CaseInfo[];
  readonly place: Place;
}

export interface CaseInfo {
  readonly name: string;
  readonly fields: readonly RecordField[];
  readonly place: Place;
}

const ENUM_INFOS = new WeakMap<EnumType, EnumInfo>();

/** The enum with these arguments; its cases are worked out when somebody asks. */
export function enumType(
  info: EnumInfo,
  typeArguments: readonly Type[],
  unitArguments: readonly UnitTerm[],
): EnumType {
  let cases: EnumType["cases"] | null = null;
  const made: EnumType = {
    name: info.name,
    typeArguments,
    unitArguments,
    get cases() {
      cases ??= casesWith(info, typeArguments, unitArguments);
      return cases;
    },
  };
  ENUM_INFOS.set(made, info);
  return made;
}

/** The declaration behind an enum type. */
export function enumInfo(type: EnumType): EnumInfo {
  const info = ENUM_INFOS.get(type);
  assert(info !== undefined, `the enum ${type.name} comes from a declaration`);
  return info;
}

function casesWith(
  info: EnumInfo,
  typeArguments: readonly Type[],
  unitArguments: readonly UnitTerm[],
): EnumType["cases"] {
  const types = new Map(info.typeVariables.map((name, index) => [name, typeArguments[index]]));
  const units = new Map(info.unitVariables.map((name, index) => [name, unitArguments[index]]));
  return info.cases.map((each) => ({
    name: each.name,
    fields: each.fields.map(({ name, type }) => ({ name, type: substitute(type, types, units) })),
  }));
}

/** The record or enum type with its arguments changed. */
export function withArguments(
  type: Type & { kind: "record" | "enum" },
  ofType: (argument: Type) => Type,
  ofUnit: (argument: UnitTerm) => UnitTerm,
): Type {
  const { typeArguments, unitArguments } = type.kind === "record" ? type.record : type.enum;
  if (typeArguments.length === 0 && unitArguments.length === 0) return type;
  const types = typeArguments.map(ofType);
  const units = unitArguments.map(ofUnit);
  return type.kind === "record"
    ? { kind: "record", record: recordType(recordInfo(type.record), types, units) }
    : { kind: "enum", enum: enumType(enumInfo(type.enum), types, units) };
}

/** The declaration behind a record or an enum; null for any other type. */
export function declarationOf(type: Type): RecordInfo | EnumInfo | null {
  if (type.kind === "record") return INFOS.get(type.record) ?? null;
  return type.kind === "enum" ? (ENUM_INFOS.get(type.enum) ?? null) : null;
}

const NUMBERS = new WeakMap<object, number>();
let lastNumber = 0;

/** Tells declarations of one name apart; means nothing else, and is 0 without a declaration. */
export function numberOfDeclaration(type: Type): number {
  const info = declarationOf(type);
  if (info === null) return 0;
  const known = NUMBERS.get(info);
  if (known !== undefined) return known;
  lastNumber += 1;
  NUMBERS.set(info, lastNumber);
  return lastNumber;
}

/** Puts types and units in the place of variables. */
export function substitute(
  type: Type,
  types: ReadonlyMap<string, Type>,
  units: ReadonlyMap<string, UnitTerm>,
): Type {
  switch (type.kind) {
    case "variable":
      return types.get(type.name) ?? type;
    case "float":
      return type.unit.variables.size === 0
        ? type
        : { kind: "float", unit: substituteUnits(type.unit, units), display: null };
    case "list":
      return { kind: "list", element: substitute(type.element, types, units) };
    case "map":
      return {
        kind: "map",
        key: substitute(type.key, types, units),
        value: substitute(type.value, types, units),
      };
    case "tuple":
      return {
        kind: "tuple",
        elements: type.elements.map((each) => substitute(each, types, units)),
      };
    case "function":
      return {
        kind: "function",
        parameters: type.parameters.map((each) => substitute(each, types, units)),
        result: substitute(type.result, types, units),
      };
    case "record":
    case "enum":
      return withArguments(
        type,
        (argument) => substitute(argument, types, units),
        (unit) => substituteUnits(unit, units),
      );
    default:
      return type;
  }
}
