/** Types and units as written in declarations, to types. */

import {
  BOOL,
  type DisplayUnit,
  INT,
  NEVER,
  NOTHING,
  STRING,
  type Type,
} from "../../machine/types/type.ts";
import { unitVariable } from "../../machine/types/unit-algebra.ts";
import { DIMENSIONLESS, type UnitTerm } from "../../machine/types/unit.ts";
import type * as ast from "../ast.ts";
import { EXACT_ONE, exactFromText, multiplyExact, nearestDouble } from "../units/exact.ts";
import {
  findUnit,
  prefixedUnits,
  unitInWords,
  unitsInOtherCase,
  type UnitValue,
} from "../units/find.ts";
import { readUnit, showUnitSyntax, type UnitProblem } from "../units/read.ts";
import { UNITS } from "../units/table.ts";
import { enumType, recordType, type EnumInfo, type RecordInfo } from "./record.ts";
import {
  complain,
  findInLayers,
  namesInLayers,
  type DeclaredUnit,
  type Layer,
  type Session,
  type TypeVariables,
} from "./session.ts";
import { countOf } from "./show.ts";
import { ERROR, FLOAT } from "./solver.ts";
import { didYouMean, exactly } from "./suggestion.ts";

/** Where a type stands: its file, its layer and the unit variables in sight. */
export interface TypeScope {
  readonly session: Session;
  readonly layer: Layer;
  readonly path: string;
  readonly unitVariables: readonly string[];
  readonly typeVariables?: TypeVariables;
}

const SIMPLE_TYPES: Readonly<Record<string, Type>> = {
  Bool: BOOL,
  Int: INT,
  String: STRING,
  Never: NEVER,
};

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
      return functionInside(scope, syntax);
  }
}

/** The type of a parameter, which may be a function. */
export function readParameterType(scope: TypeScope, syntax: ast.TypeSyntax): Type {
  if (syntax.kind !== "function") return readType(scope, syntax);
  const parameters = syntax.parameters.map((each) => readParameterType(scope, each));
  const result = syntax.result === null ? NOTHING : readType(scope, syntax.result);
  return { kind: "function", parameters, result };
}

/** The rule functionTypeIsParameter. */
function functionInside(scope: TypeScope, syntax: ast.TypeSyntax): Type {
  complain(
    scope,
    "functionTypeIsParameter",
    syntax.span,
    "functions are passed to functions, and are not stored or returned",
    {
      help: ["take it as a parameter of a function: `fn twice(f: fn(Int) -> Int, x: Int) -> Int`"],
    },
  );
  return ERROR;
}

type NamedSyntax = ast.TypeSyntax & { kind: "named" };

function readNamedType(scope: TypeScope, syntax: NamedSyntax): Type {
  const name = syntax.name.text;
  if (scope.typeVariables?.has(name) === true) {
    return hasArguments(scope, syntax, 0, 0) ? { kind: "variable", name } : ERROR;
  }
  if (Object.hasOwn(SIMPLE_TYPES, name)) {
    return hasArguments(scope, syntax, 0, 0) ? SIMPLE_TYPES[name] : ERROR;
  }
  if (name === "Float") return readFloat(scope, syntax);
  if (name === "List") return readList(scope, syntax);
  const found = findInLayers(scope.layer, ({ enums }) => enums, name);
  if (found !== null) {
    const given = readArguments(scope, syntax, found);
    return given === null
      ? ERROR
      : { kind: "enum", enum: enumType(found, given.types, given.units) };
  }
  const info = findInLayers(scope.layer, ({ records }) => records, name);
  if (info === null) return unknownType(scope, syntax.name);
  const given = readArguments(scope, syntax, info);
  return given === null
    ? ERROR
    : { kind: "record", record: recordType(info, given.types, given.units) };
}

function readFloat(scope: TypeScope, syntax: NamedSyntax): Type {
  if (!hasArguments(scope, syntax, 0, 1)) return ERROR;
  const [argument] = syntax.arguments;
  if (argument === undefined) return FLOAT;
  const value = readUnitArgument(scope, argument);
  if (value === null || argument.kind !== "unit") return ERROR;
  return { kind: "float", unit: value.term, display: displayUnit(argument.unit, value) };
}

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
  if (!hasArguments(scope, syntax, count, count, info)) return null;
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
  if (argument.unit.kind === "name" && !isUnitOnly(scope, argument.unit.name)) {
    const name = { span: argument.unit.span, text: argument.unit.name };
    return readType(scope, { kind: "named", name, arguments: [], span: name.span });
  }
  if (argument.unit.kind !== "error") typeInsteadOfUnit(scope, argument.unit, owner);
  return null;
}

/** A name that is a unit and no type: `List[m]` is short of `List[Float[m]]`. */
function isUnitOnly(scope: TypeScope, name: string): boolean {
  const isType =
    scope.typeVariables?.has(name) === true ||
    Object.hasOwn(SIMPLE_TYPES, name) ||
    findInLayers(scope.layer, ({ enums }) => enums, name) !== null ||
    findInLayers(scope.layer, ({ records }) => records, name) !== null;
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
      : info !== null && info.typeVariables.length > 0
        ? [`write a type for each variable: \`${name}[${writtenArguments(info)}]\``]
        : most > 0 && given === 0
          ? [`write its unit, such as \`${name}[1/s]\``]
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
function unknownType(scope: TypeScope, name: ast.Name): Type {
  const known = [
    "Float",
    "List",
    ...Object.keys(SIMPLE_TYPES),
    ...(scope.typeVariables?.keys() ?? []),
    ...namesInLayers(scope.layer, ({ records }) => records),
    ...namesInLayers(scope.layer, ({ enums }) => enums),
  ];
  const habit = TYPE_HABITS[name.text.toLowerCase()];
  const extras =
    habit === undefined || !Object.hasOwn(TYPE_HABITS, name.text.toLowerCase())
      ? didYouMean(name.text, name.span, known)
      : exactly(habit, name.span);
  complain(scope, "typeIsDeclared", name.span, `there is no type \`${name.text}\``, extras);
  return ERROR;
}

/** Names that other languages use. */
const TYPE_HABITS: Readonly<Record<string, string>> = {
  double: "Float",
  f64: "Float",
  float64: "Float",
  real: "Float",
  number: "Float",
  i32: "Int",
  i64: "Int",
  integer: "Int",
  boolean: "Bool",
  str: "String",
  text: "String",
  array: "List",
  vec: "List",
  vector: "List",
  void: "()",
  optional: "Option",
  maybe: "Option",
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

/** The value of a unit as written; null after a report. */
export function readUnitIn(scope: TypeScope, syntax: ast.UnitSyntax): UnitValue | null {
  const problems: UnitProblem[] = [];
  const value = readUnit(syntax, (name) => findUnitIn(scope, name), problems);
  for (const problem of problems) {
    if (problem.kind === "unknown") unknownUnit(scope, problem);
    else inexactUnit(scope, problem);
  }
  return problems.length === 0 && !isUnread(syntax) ? value : null;
}

/** Whether the parser has reported something inside of the unit. */
function isUnread(syntax: ast.UnitSyntax): boolean {
  switch (syntax.kind) {
    case "error":
      return true;
    case "multiply":
    case "divide":
      return isUnread(syntax.left) || isUnread(syntax.right);
    case "power":
      return isUnread(syntax.operand);
    default:
      return false;
  }
}

function findUnitIn(scope: TypeScope, name: string): UnitValue | null {
  if (scope.unitVariables.includes(name)) return { term: unitVariable(name), scale: EXACT_ONE };
  const declared = findInLayers(scope.layer, ({ units }) => units, name);
  return declared === null ? findUnit(name) : valueOfDeclaredUnit(scope, declared);
}

/** The value of `unit MVA = 1e6 W`, worked out on first use. */
export function valueOfDeclaredUnit(scope: TypeScope, unit: DeclaredUnit): UnitValue | null {
  if (unit.state === "running") {
    complain(
      { session: scope.session, path: unit.path },
      "constantIsNotCircular",
      unit.declaration.name.span,
      `the unit \`${unit.declaration.name.text}\` is defined by itself`,
    );
    return { term: DIMENSIONLESS, scale: EXACT_ONE };
  }
  if (unit.state === "done") return unit.value;
  unit.state = "running";
  const { scale, unit: syntax } = unit.declaration;
  const value = readUnitIn({ ...scope, path: unit.path, unitVariables: [] }, syntax);
  let factor = scale === null ? EXACT_ONE : exactFromText(scale);
  if (factor.numerator === 0n) {
    complain(
      { session: scope.session, path: unit.path },
      "numberIsInRange",
      unit.declaration.span,
      "the scale of a unit is not 0",
    );
    factor = EXACT_ONE;
  }
  // After a report the unit is still a known name, so that its uses are not reported as well.
  unit.value =
    value === null
      ? { term: DIMENSIONLESS, scale: EXACT_ONE }
      : { term: value.term, scale: multiplyExact(factor, value.scale) };
  unit.state = "done";
  return unit.value;
}

/** The rule unitIsDeclared. */
function unknownUnit(scope: TypeScope, problem: UnitProblem): void {
  const message = `there is no unit \`${problem.name}\``;
  const alike = unitsInOtherCase(problem.name);
  if (alike.length > 1) {
    const list = alike.map((name) => `\`${name}\``).join(" or ");
    complain(scope, "unitIsDeclared", problem.span, message, { help: [`did you mean ${list}?`] });
    return;
  }
  if (/^[a-z]$/.test(problem.name)) {
    if (scope.session.unitLetters.has(problem.name)) return;
    scope.session.unitLetters.add(problem.name);
    const declare = `a unit that differs from call to call is declared: \`[unit ${problem.name}]\``;
    const help = [`${declare} behind the name, as in \`fn f[unit ${problem.name}](…)\``];
    complain(scope, "unitIsDeclared", problem.span, message, { help });
    return;
  }
  const reactive = /^([kMG]?)var$/.exec(problem.name);
  if (reactive !== null) {
    const scale = { k: "1e3", M: "1e6", G: "1e9" }[reactive[1]] ?? "1";
    const help = [`declare it: \`unit ${problem.name} = ${scale} VA\``];
    complain(scope, "unitIsDeclared", problem.span, message, { help });
    return;
  }
  const meant = unitInWords(problem.name) ?? alike[0] ?? null;
  const known = [
    ...Object.keys(UNITS),
    ...prefixedUnits(),
    ...namesInLayers(scope.layer, ({ units }) => units),
    ...scope.unitVariables,
  ];
  const extras =
    meant === null ? didYouMean(problem.name, problem.span, known) : exactly(meant, problem.span);
  complain(scope, "unitIsDeclared", problem.span, message, extras);
}

/** The rule unitScaleIsExact. */
function inexactUnit(scope: TypeScope, problem: UnitProblem): void {
  const isRoot = problem.kind === "root";
  const message = isRoot
    ? `the scale of \`${problem.name}\` has no exact root`
    : "this unit is too large to be worked out";
  const help = isRoot
    ? "take the root of a unit without prefix, such as `s^(1/2)`"
    : "exponents of units go up to 100";
  complain(scope, "unitScaleIsExact", problem.span, message, { help: [help] });
}
