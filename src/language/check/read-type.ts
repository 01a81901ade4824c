/** Types as written in declarations, to types. */

import {
  BOOL,
  type DisplayUnit,
  INT,
  NEVER,
  NOTHING,
  STRING,
  type Type,
} from "../../machine/types/type.ts";
import { NUMBER_RECORDS } from "../../machine/types/number-record.ts";
import { DIMENSIONLESS, type UnitTerm } from "../../machine/types/unit.ts";
import type * as ast from "../ast.ts";
import { nearestDouble } from "../units/exact.ts";
import type { UnitValue } from "../units/find.ts";
import { showUnitSyntax } from "../units/read.ts";
import { findUnitIn, readUnitIn, type TypeScope } from "./read-unit.ts";
import { unknownQualified } from "./member.ts";
import { enumOf, recordOf, type EnumInfo, type RecordInfo } from "./record.ts";
import { complain, findInLayers, namesInLayers } from "./session.ts";
import { countOf } from "./show.ts";
import { ERROR, FLOAT } from "./solver.ts";
import { didYouMean, surely } from "./suggestion.ts";
import { typeHabit } from "./type-habits.ts";
import { mapOf } from "./type-variable.ts";

const SIMPLE_TYPES: ReadonlyMap<string, Type> = new Map([
  ["Bool", BOOL],
  ["Int", INT],
  ["String", STRING],
  ["Never", NEVER],
]);

const TYPES_WITH_ARGUMENTS: ReadonlyMap<string, (scope: TypeScope, syntax: NamedSyntax) => Type> =
  new Map([
    ["Float", readFloat],
    ["List", readList],
    ["Map", readMap],
  ]);

/** Names of types that no declaration takes. */
export const BUILT_IN_TYPES: ReadonlySet<string> = new Set([
  ...TYPES_WITH_ARGUMENTS.keys(),
  ...SIMPLE_TYPES.keys(),
]);

/** The type that was written; what does not resolve is reported and absorbs errors. */
export function readType(scope: TypeScope, syntax: ast.TypeSyntax): Type {
  switch (syntax.kind) {
    case "error":
      scope.session.isTreeBroken = true;
      return ERROR;
    case "tuple":
      if (syntax.elements.length === 0) return NOTHING;
      return { kind: "tuple", elements: syntax.elements.map((each) => readType(scope, each)) };
    case "named":
      return readNamedType(scope, syntax);
    case "function":
      return readFunction(scope, syntax);
  }
}

function readFunction(scope: TypeScope, syntax: ast.TypeSyntax & { kind: "function" }): Type {
  const parameters = syntax.parameters.map((each) => readType(scope, each));
  const result = syntax.result === null ? NOTHING : readType(scope, syntax.result);
  return { kind: "function", parameters, result };
}

type NamedSyntax = ast.TypeSyntax & { kind: "named" };

function readNamedType(scope: TypeScope, syntax: NamedSyntax): Type {
  const name = syntax.name.text;
  if (scope.typeVariables?.has(name) === true) {
    return hasArguments(scope, syntax, 0, 0) ? { kind: "variable", name } : ERROR;
  }
  const simple = SIMPLE_TYPES.get(name);
  if (simple !== undefined) return hasArguments(scope, syntax, 0, 0) ? simple : ERROR;
  const read = TYPES_WITH_ARGUMENTS.get(name);
  if (read !== undefined) return read(scope, syntax);
  const found = findInLayers(scope.layer, "enums", name);
  if (found !== null) {
    const given = readArguments(scope, syntax, found);
    return given === null ? ERROR : enumOf(found, given.types, given.units);
  }
  const info = findInLayers(scope.layer, "records", name);
  if (info === null) return unknownType(scope, syntax);
  const given = readArguments(scope, syntax, info);
  return given === null ? ERROR : recordOf(info, given.types, given.units);
}

function readFloat(scope: TypeScope, syntax: NamedSyntax): Type {
  if (!hasArguments(scope, syntax, 0, 1)) return ERROR;
  const [argument] = syntax.arguments;
  if (argument === undefined) return FLOAT;
  const value = readUnitArgument(scope, argument);
  if (value === null || argument.kind !== "unit") return ERROR;
  const { unit } = argument;
  const known = unit.kind === "name" ? FLOATS.get(value) : undefined;
  if (known !== undefined && known.display?.text === showUnitSyntax(unit)) return known;
  const display = displayUnit(unit, value);
  const type: FloatType = { kind: "float", unit: value.term, display };
  if (unit.kind === "name") FLOATS.set(value, type);
  return type;
}

type FloatType = Type & { kind: "float" };

/** Types by their units, which are the same objects for the same names. */
const FLOATS = new WeakMap<UnitValue, FloatType>();

/** How people see a number of this unit; a unit with variables has no scale of its own. */
function displayUnit(syntax: ast.UnitSyntax, value: UnitValue): DisplayUnit | null {
  if (value.term.variables.size > 0) return null;
  return { text: showUnitSyntax(syntax), scale: nearestDouble(value.scale) };
}

function readList(scope: TypeScope, syntax: NamedSyntax): Type {
  if (!hasArguments(scope, syntax, 1, 1)) return ERROR;
  const element = readTypeArgument(scope, syntax.arguments[0], "a list");
  return element === null ? ERROR : { kind: "list", element };
}

/** What is wrong about it has been reported: it is a map all the same. */
function readMap(scope: TypeScope, syntax: NamedSyntax): Type {
  if (!hasArguments(scope, syntax, 2, 2)) return { kind: "map", key: ERROR, value: ERROR };
  const [first, second] = syntax.arguments;
  const key = readTypeArgument(scope, first, "a map") ?? ERROR;
  const value = readTypeArgument(scope, second, "a map") ?? ERROR;
  return mapOf(scope, first.kind === "type" ? first.type.span : first.unit.span, key, value);
}

interface TypeArguments {
  readonly types: readonly Type[];
  readonly units: readonly UnitTerm[];
}

/** Type arguments first, then unit arguments; null after a report. */
function readArguments(
  scope: TypeScope,
  syntax: NamedSyntax,
  info: EnumInfo | RecordInfo,
): TypeArguments | null {
  const count = info.typeVariables.length + info.unitVariables.length;
  // a number without a unit, as `Float` is
  const least = NUMBER_RECORDS.has(info.name) ? 0 : count;
  if (!hasArguments(scope, syntax, least, count, info)) return null;
  if (syntax.arguments.length === 0 && count > 0) return { types: [], units: [DIMENSIONLESS] };
  const types = info.typeVariables.map((_, index) =>
    readTypeArgument(scope, syntax.arguments[index], `\`${info.name}\``),
  );
  const units = info.unitVariables.map(
    (_, index) => readUnitArgument(scope, syntax.arguments[types.length + index])?.term ?? null,
  );
  if (types.includes(null) || units.includes(null)) return null;
  return { types: types as readonly Type[], units: units as readonly UnitTerm[] };
}

/** A type between brackets, where a lone name was parsed as a unit; null after a report. */
function readTypeArgument(
  scope: TypeScope,
  argument: ast.TypeArgument,
  owner: string,
): Type | null {
  if (argument.kind === "type") return readType(scope, argument.type);
  if (
    argument.unit.kind === "name" &&
    (!isUnitOnly(scope, argument.unit.name) || isVariableLike(scope, argument.unit.name))
  ) {
    const name = { span: argument.unit.span, text: argument.unit.name };
    return readType(scope, { kind: "named", name, arguments: [], span: name.span });
  }
  if (argument.unit.kind !== "error") typeInsteadOfUnit(scope, argument.unit, owner);
  return null;
}

/** A letter in the signature of a function: `T` is a tesla, but in `List[T]` a type is meant. */
function isVariableLike({ signature }: TypeScope, name: string): boolean {
  return signature !== undefined && /^[A-Z]$/.test(name);
}

/** The rule typeIsDeclared, for a type variable that is not declared; each once in a signature. */
function undeclaredVariable(
  scope: TypeScope,
  { name: owner, reported }: NonNullable<TypeScope["signature"]>,
  { text, span }: ast.Name,
): Type {
  if (reported.includes(text)) return ERROR;
  reported.push(text);
  const hasOthers = (scope.typeVariables?.size ?? 0) + scope.unitVariables.length > 0;
  const end = { start: owner.span.end, end: owner.span.end };
  complain(scope, "typeIsDeclared", span, `there is no type \`${text}\``, {
    help: [
      `a type variable is declared behind the function's name: \`${owner.text}[${text}](…)\`, ` +
        `or \`${owner.text}[${text}: Ord](…)\` for types that have an order`,
    ],
    edits: hasOthers ? [] : [{ span: end, replacement: `[${text}]`, confidence: "likely" }],
  });
  return ERROR;
}

/** A name that is a unit and no type: `List[m]` is short of `List[Float[m]]`. */
function isUnitOnly(scope: TypeScope, name: string): boolean {
  const isType =
    scope.typeVariables?.has(name) === true ||
    SIMPLE_TYPES.has(name) ||
    findInLayers(scope.layer, "enums", name) !== null ||
    findInLayers(scope.layer, "records", name) !== null;
  return !isType && findUnitIn(scope, name) !== null;
}

/** The rule typeArgumentsFit, for a unit where a type belongs. */
function typeInsteadOfUnit(scope: TypeScope, unit: ast.UnitSyntax, owner: string): void {
  const text = showUnitSyntax(unit);
  complain(
    scope,
    "typeArgumentsFit",
    unit.span,
    owner === "a list"
      ? `a list needs the type of its elements, and \`${text}\` is a unit`
      : `${owner} needs a type here, and \`${text}\` is a unit`,
    {
      help:
        owner === "a list"
          ? [`write \`List[Float[${text}]]\` for a list of numbers with this unit`]
          : [`write \`Float[${text}]\` for a number with this unit`],
      edits: [{ span: unit.span, replacement: `Float[${text}]`, confidence: "likely" }],
    },
  );
}

/** The rule typeArgumentsFit. */
function hasArguments(
  scope: TypeScope,
  syntax: NamedSyntax,
  least: number,
  most: number,
  info: EnumInfo | RecordInfo | null = null,
): boolean {
  const given = syntax.arguments.length;
  if (given >= least && given <= most) return true;
  const name = syntax.name.text;
  const needs = most === 0 ? "nothing in brackets" : countOf(most, "argument");
  const help =
    name === "List"
      ? ["write the type of the elements: `List[Float]`"]
      : name === "Map"
        ? ["write the types of keys and values: `Map[String, Int]`"]
        : info !== null && info.typeVariables.length > 0
          ? [`write a type for each variable: \`${name}[${writtenArguments(info)}]\``]
          : most > 0 && given === 0
            ? [`write its unit, such as \`${name}[1/s]\`, or \`${name}[1]\` for plain numbers`]
            : [];
  complain(
    scope,
    "typeArgumentsFit",
    syntax.span,
    `\`${name}\` takes ${needs}, and ${given} ${given === 1 ? "is" : "are"} given`,
    { help },
  );
  return false;
}

function writtenArguments({ typeVariables, unitVariables }: EnumInfo | RecordInfo): string {
  return [...typeVariables.map(() => "Int"), ...unitVariables.map(() => "m")].join(", ");
}

/** The rule typeIsDeclared. */
function unknownType(scope: TypeScope, syntax: NamedSyntax): Type {
  const { name } = syntax;
  if (unknownQualified(scope, name)) return ERROR;
  const { signature } = scope;
  if (signature !== undefined && isVariableLike(scope, name.text))
    return undeclaredVariable(scope, signature, name);
  const known = [
    ...TYPES_WITH_ARGUMENTS.keys(),
    ...SIMPLE_TYPES.keys(),
    ...(scope.typeVariables?.keys() ?? []),
    ...namesInLayers(scope.layer, "records"),
    ...namesInLayers(scope.layer, "enums"),
  ];
  const message = `there is no type \`${name.text}\``;
  const habit = typeHabit(name.text);
  if (habit === null) {
    const suggestion = didYouMean(name.text, name.span, known);
    complain(scope, "typeIsDeclared", name.span, message, suggestion);
    return ERROR;
  }
  const isWhole = !Object.hasOwn(OF_OTHERS, habit) || syntax.arguments.length > 0;
  complain(
    scope,
    "typeIsDeclared",
    name.span,
    message,
    isWhole ? surely(habit, name.span) : { help: [`write \`${OF_OTHERS[habit]}\``] },
  );
  // Read as what is meant, it hides nothing else that is wrong.
  if (!isWhole || habit === "()") return habit === "()" ? NOTHING : ERROR;
  return readNamedType(scope, { ...syntax, name: { text: habit, span: name.span } });
}

/** What the types that are made of others look like. */
const OF_OTHERS: Readonly<Record<string, string>> = {
  List: "List[Float]",
  Map: "Map[String, Float]",
  Option: "Option[Float]",
};

function readUnitArgument(scope: TypeScope, argument: ast.TypeArgument): UnitValue | null {
  if (argument.kind === "unit") return readUnitIn(scope, argument.unit);
  if (argument.type.kind === "error") return null;
  complain(
    scope,
    "typeArgumentsFit",
    argument.type.span,
    "a unit belongs here, and this is a type",
    {
      help: ["units are written like `Float[m/s]`"],
    },
  );
  return null;
}
