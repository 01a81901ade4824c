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
  plain: (Type & { readonly kind: "record" }) | null;
}

export interface RecordField {
  readonly name: string;
  readonly type: Type;
  readonly place: Place;
}

/**
 * The type of a declared record. One class, because what reads types is fast where all of them have
 * one shape.
 */
class DeclaredRecord implements RecordType {
  readonly name: string;
  readonly typeArguments: readonly Type[];
  readonly unitArguments: readonly UnitTerm[];
  readonly info: RecordInfo;
  private known: RecordType["fields"] | null = null;

  constructor(info: RecordInfo, types: readonly Type[], units: readonly UnitTerm[]) {
    this.name = info.name;
    this.typeArguments = types;
    this.unitArguments = units;
    this.info = info;
  }

  /** They are worked out when somebody asks. */
  get fields(): RecordType["fields"] {
    const { info, typeArguments, unitArguments } = this;
    if (hasNoArguments(typeArguments, unitArguments)) return info.fields;
    return (this.known ??= fieldsWith(info, typeArguments, unitArguments));
  }
}

function hasNoArguments(types: readonly Type[], units: readonly UnitTerm[]): boolean {
  return types.length === 0 && units.length === 0;
}

/** The record with these arguments; one without any is always the same object. */
export function recordOf(
  info: RecordInfo,
  types: readonly Type[],
  units: readonly UnitTerm[],
): Type & { readonly kind: "record" } {
  if (!hasNoArguments(types, units))
    return { kind: "record", record: new DeclaredRecord(info, types, units) };
  info.plain ??= { kind: "record", record: new DeclaredRecord(info, types, units) };
  return info.plain;
}

/** The declaration behind a record type made by {@link recordOf}. */
export function recordInfo(record: RecordType): RecordInfo {
  assert(record instanceof DeclaredRecord, `the record ${record.name} comes from a declaration`);
  return record.info;
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
  /** The one type of an enum without arguments. */
  plain: (Type & { readonly kind: "enum" }) | null;
}

export interface CaseInfo {
  readonly name: string;
  readonly fields: readonly RecordField[];
  readonly place: Place;
}

/** The type of a declared enum. */
class DeclaredEnum implements EnumType {
  readonly name: string;
  readonly typeArguments: readonly Type[];
  readonly unitArguments: readonly UnitTerm[];
  readonly info: EnumInfo;
  private known: EnumType["cases"] | null = null;

  constructor(info: EnumInfo, types: readonly Type[], units: readonly UnitTerm[]) {
    this.name = info.name;
    this.typeArguments = types;
    this.unitArguments = units;
    this.info = info;
  }

  /** They are worked out when somebody asks. */
  get cases(): EnumType["cases"] {
    const { info, typeArguments, unitArguments } = this;
    if (hasNoArguments(typeArguments, unitArguments)) return info.cases;
    return (this.known ??= casesWith(info, typeArguments, unitArguments));
  }
}

/** The enum with these arguments; one without any is always the same object. */
export function enumOf(
  info: EnumInfo,
  types: readonly Type[],
  units: readonly UnitTerm[],
): Type & { readonly kind: "enum" } {
  if (!hasNoArguments(types, units))
    return { kind: "enum", enum: new DeclaredEnum(info, types, units) };
  info.plain ??= { kind: "enum", enum: new DeclaredEnum(info, types, units) };
  return info.plain;
}

/** The declaration behind an enum type made by {@link enumOf}. */
export function enumInfo(type: EnumType): EnumInfo {
  assert(type instanceof DeclaredEnum, `the enum ${type.name} comes from a declaration`);
  return type.info;
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
    ? recordOf(recordInfo(type.record), types, units)
    : enumOf(enumInfo(type.enum), types, units);
}

/** The declaration behind a record or an enum; null for any other type. */
export function declarationOf(type: Type): RecordInfo | EnumInfo | null {
  if (type.kind === "record")
    return type.record instanceof DeclaredRecord ? type.record.info : null;
  return type.kind === "enum" && type.enum instanceof DeclaredEnum ? type.enum.info : null;
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

/** Puts types and units in the place of variables; what has none stays the same object. */
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
    case "list": {
      const element = substitute(type.element, types, units);
      return element === type.element ? type : { kind: "list", element };
    }
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
