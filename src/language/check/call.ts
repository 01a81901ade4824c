/**
 * Calls: arguments in parameter order, units and types of the call, the place of a `var`
 * parameter.
 */

import { INT, type Type } from "../../machine/types/type.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { namesake } from "./argument-habits.ts";
import { matchArguments, type Given } from "./arguments.ts";
import { enumBefore, errorAt } from "./access.ts";
import { headOf } from "./head.ts";
import { findCallee } from "./callee.ts";
import { calledCase, isCaseName } from "./enum-case.ts";
import { checkLost, checkValueCall } from "./lambda.ts";
import { isLiteralArithmetic } from "./literal.ts";
import { mayQualify } from "./member.ts";
import { fit, fits } from "./mismatch.ts";
import { changeablePlace } from "./place.ts";
import { substitute } from "./record.ts";
import {
  complain,
  findFunction,
  findVariable,
  finishing,
  type Body,
  type Callable,
  type CallableParameter,
  type Reason,
} from "./session.ts";
import { showType } from "./show.ts";
import {
  ERROR,
  absorbUnknown,
  FLOAT,
  freshType,
  freshUnit,
  isError,
  isUnknown,
  resolved,
  unify,
} from "./solver.ts";
import { checkTypeArguments } from "./type-variable.ts";
import type { TypeArgument, TypedExpression, TypedPlace } from "./typed.ts";

type CallSyntax = ast.Expression & { kind: "call" };

export function checkCall(body: Body, call: CallSyntax, expected: Type | null): TypedExpression {
  const made = caseOfCall(body, call, expected);
  if (made !== null) return made;
  if (isConversion(body, call)) return convertToFloat(body, call);
  const callee = findCallee(body, call.callee, call);
  if (callee === null) {
    for (const argument of call.arguments) checkLost(body, argument.value);
    return errorAt(call.span);
  }
  if (callee.callable === null) return checkValueCall(body, call, callee.value);
  const { callable, receiver } = callee;
  const given = matchArguments(body, call, callable, receiver);
  const signature = instantiate(body, callable);
  const checked = checkArguments(body, callable, signature, given);
  return makeCall(body, call, callable, signature, checked, given);
}

/** `Some(3)`, `Shape.Circle(1[m])`; null for any other call. */
function caseOfCall(body: Body, call: CallSyntax, expected: Type | null): TypedExpression | null {
  const { callee } = call;
  if (callee.kind === "name") {
    const { name, span } = callee;
    if (!isCaseName(body, name, expected)) return null;
    const isOther =
      findVariable(body, name) !== null || findFunction(body.session, body.layer, name) !== null;
    if (isOther) return null;
    return calledCase(body, null, { text: name, span }, call, expected);
  }
  if (callee.kind !== "field" || !mayQualify(body, callee.receiver)) return null;
  const owner = enumBefore(body, callee.receiver);
  if (owner === null || !/^[A-Z]/.test(callee.field.text)) return null;
  return calledCase(body, owner, callee.field, call, expected);
}

const NO_TYPE_ARGUMENTS: readonly TypeArgument[] = [];

interface Signature {
  readonly parameters: readonly Pick<CallableParameter, "type">[];
  readonly result: Type;
  /** In the order of the type variables. */
  readonly types: readonly Type[];
}

/** The signature with fresh unknowns for its variables. */
function instantiate(body: Body, callable: Callable): Signature {
  const { unitVariables, typeVariables, parameters, result } = callable;
  if (unitVariables.length === 0 && typeVariables.length === 0) {
    return { parameters, result, types: NO_TYPES };
  }
  const units = unitVariables.length === 0 ? NO_UNITS : new Map<string, UnitTerm>();
  for (const name of unitVariables) units.set(name, freshUnit(body.solver));
  const types = new Map<string, Type>();
  for (const name of typeVariables) types.set(name, freshType(body.solver));
  return {
    parameters: parameters.map(({ type }) => ({ type: substitute(type, types, units) })),
    result: substitute(result, types, units),
    types: [...types.values()],
  };
}

const NO_UNITS = new Map<string, UnitTerm>();
const NO_TYPES: readonly Type[] = [];

/**
 * Each argument against its parameter; bare whole numbers when the others have said what they
 * are, and function values last, when it is known what they are given.
 */
function checkArguments(
  body: Body,
  callable: Callable,
  signature: Signature,
  given: readonly Given[],
): (TypedExpression | null)[] {
  const checked: (TypedExpression | null)[] = callable.parameters.map(() => null);
  const turns = given.length < 2 ? 1 : TURNS;
  for (let turn = 0; turn < turns; turn += 1) {
    for (const { index, syntax, value: receiver } of given) {
      const { type } = signature.parameters[index];
      if (turns > 1 && turnOf(syntax, type) !== turn) continue;
      const value = receiver ?? body.check.expression(body, syntax!, type);
      checked[index] = fits(body, value, type)
        ? value
        : fit(body, value, type, reasonOf(body, callable, index, value, type));
    }
  }
  return checked;
}

const TURNS = 3;

/** How late an argument among others is checked; those of one turn as they are written. */
function turnOf(syntax: Given["syntax"], type: Type): number {
  if (type.kind === "function") return 2;
  return syntax !== null && isLiteralArithmetic(syntax) ? 1 : 0;
}

function reasonOf(
  body: Body,
  callable: Callable,
  index: number,
  value: TypedExpression,
  needed: Type,
): Reason {
  const parameter = callable.parameters[index];
  const text = () => {
    const type = showType(body.solver, parameter.type);
    if (callable.typeVariables.length > 0) {
      const here = showType(body.solver, needed);
      return `\`${parameter.name}\` of \`${callable.name}\` is \`${type}\`: here \`${here}\``;
    }
    const own = namesake(body, callable, value, needed);
    const head = headOf(resolved(body.solver, value.type)) ?? "";
    const article = /^[AEIOU]/.test(head) ? "an" : "a";
    const instead = own === null ? "" : `; for ${article} \`${head}\` there is \`${own}\``;
    return `\`${parameter.name}\` of \`${callable.name}\` is \`${type}\`${instead}`;
  };
  return { callable, text, place: parameter.place };
}

function makeCall(
  body: Body,
  call: CallSyntax,
  callable: Callable,
  signature: Signature,
  checked: (TypedExpression | null)[],
  given: readonly Given[],
): TypedExpression {
  const { span } = call;
  const isGeneric = signature.types.length > 0;
  if (isGeneric && checked.some((value) => value !== null && isErroneous(body, value))) {
    for (const type of signature.types) absorbUnknown(body.solver, type);
  }
  const takesPlace = callable.parameters.length > 0 && callable.parameters[0].isVar;
  let self: TypedPlace | null = null;
  if (takesPlace && checked[0] !== null) {
    self = changeablePlace(body, checked[0], { name: callable.name });
    if (self === null) return { ...errorAt(call.span) };
  }
  const offset = takesPlace ? 1 : 0;
  const values = (offset === 0 ? checked : checked.slice(offset)) as TypedExpression[];
  for (let index = 0; index < values.length; index += 1) {
    if (values[index] !== null) continue;
    const at = index + offset;
    const { type } = signature.parameters[at];
    const value = defaultValue(body, callable.parameters[at], type, span);
    if (value === null) return errorAt(call.span);
    values[index] = value;
  }
  const evaluationOrder = orderOf(given, values.length, offset);
  const type = body.session.blamedResults.has(callable.name) ? ERROR : signature.result;
  let typeArguments = NO_TYPE_ARGUMENTS;
  if (isGeneric) {
    typeArguments = signature.types.map((each) => finishing(body, { type: each, span }));
    checkTypeArguments(body, callable, typeArguments);
    body.contents.hasInstances = true;
  }
  const { name, source } = callable;
  // written out, because objects that are spread behind other fields are made slowly
  const made: TypedExpression =
    source === null
      ? {
          kind: "primitive",
          primitive: name,
          self,
          arguments: values,
          evaluationOrder,
          type,
          span,
        }
      : {
          kind: "call",
          callee: source.typed,
          typeArguments,
          self,
          arguments: values,
          evaluationOrder,
          type,
          span,
        };
  return finishing(body, made);
}

function isErroneous(body: Body, { type }: TypedExpression): boolean {
  return isError(resolved(body.solver, type));
}

function defaultValue(
  body: Body,
  parameter: CallableParameter,
  type: Type,
  span: Span,
): TypedExpression | null {
  if (parameter.default === null) return null;
  const value: TypedExpression = { kind: "constant", value: parameter.default, type, span };
  return finishing(body, value);
}

/**
 * Indices of the arguments as they were written, then the defaults; null when that is their order.
 */
function orderOf(given: readonly Given[], count: number, offset: number): readonly number[] | null {
  if (given.length === count + offset && isInOrder(given)) return null;
  const order = given.map(({ index }) => index - offset).filter((index) => index >= 0);
  for (let index = 0; index < count; index += 1) if (!order.includes(index)) order.push(index);
  return order.every((value, index) => value === index) ? null : order;
}

function isInOrder(given: readonly Given[]): boolean {
  for (let position = 0; position < given.length; position += 1) {
    if (given[position].index !== position) return false;
  }
  return true;
}

/** `Float(i)`, unless the program has a function of this name. */
function isConversion(body: Body, call: CallSyntax): boolean {
  return (
    call.callee.kind === "name" &&
    call.callee.name === "Float" &&
    !body.layer.functions.has("Float")
  );
}

/** The rules argumentIsGiven, argumentHasParameter and typesAgree, for `Float(…)`. */
function convertToFloat(body: Body, call: CallSyntax): TypedExpression {
  const { span } = call;
  const [argument] = call.arguments;
  if (argument === undefined) {
    complain(
      body,
      "argumentIsGiven",
      call.span,
      "`Float(…)` converts one `Int`, and none is given",
    );
    return errorAt(call.span);
  }
  const operand = body.check.expression(body, argument.value, null);
  if (call.arguments.length > 1 || argument.name !== null) {
    complain(
      body,
      "argumentHasParameter",
      call.arguments.at(-1)!.span,
      "`Float(…)` takes one `Int` and nothing else",
    );
    return errorAt(call.span);
  }
  const type = resolved(body.solver, operand.type);
  if (isError(type)) return errorAt(call.span);
  if (isUnknown(type)) unify(body.solver, type, INT);
  const known = resolved(body.solver, operand.type);
  if (known.kind === "int") return { kind: "int-to-float", operand, type: FLOAT, span };
  const help =
    known.kind === "float"
      ? ["it is a `Float` already: leave the conversion out, or divide by a unit such as `1[s]`"]
      : [];
  complain(
    body,
    "typesAgree",
    argument.span,
    `\`Float(…)\` converts an \`Int\`, and this is \`${showType(body.solver, known)}\``,
    { help },
  );
  return errorAt(call.span);
}
