/**
 * Function values: `|x| x + 1`, functions by their names, and calls of what holds one.
 *
 * Not here: which function value is known where it is called, and how the others are stored
 * (compile/).
 */

import { NOTHING, type Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { errorAt } from "./access.ts";
import { fit } from "./mismatch.ts";
import { checkAlwaysFits } from "./match.ts";
import { findAssociatedFunction, qualifiedName } from "./member.ts";
import { checkPattern, declare } from "./pattern.ts";
import { readType } from "./read-type.ts";
import {
  complain,
  findFunction,
  finishing,
  placeAt,
  type Body,
  type Callable,
  type Scope,
  type Wanted,
} from "./session.ts";
import { lintVariables } from "./lint.ts";
import { countOf, showType } from "./show.ts";
import { absorbUnknown, ERROR, freshType, isError, isUnknown, resolved, unify } from "./solver.ts";
import type { Local, TypedBlock, TypedExpression, TypedStatement } from "./typed.ts";

type LambdaSyntax = ast.Expression & { kind: "lambda" };
type FunctionType = Type & { kind: "function" };

/** The function type that is expected here; null where no function value may stand. */
export function expectedFunction(body: Body, expected: Type | null): FunctionType | null {
  if (expected === null) return null;
  const type = resolved(body.solver, expected);
  return type.kind === "function" ? type : null;
}

/** `|x| x + 1`, wherever a value stands. */
export function checkFunctionValue(
  body: Body,
  expression: LambdaSyntax,
  expected: Type | null,
): TypedExpression {
  const wanted = expectedFunction(body, expected);
  if (wanted === null) return checkLambda(body, expression, null, true);
  const count = wanted.parameters.length;
  if (expression.parameters.length === count) return checkLambda(body, expression, wanted);
  const shown = showType(body.solver, wanted);
  wrongCount(body, expression.span, countOf(expression.parameters.length, "parameter"), shown);
  return absorb(body, expression.span, wanted);
}

function absorb(body: Body, span: ast.Node["span"], wanted: FunctionType): TypedExpression {
  absorbUnknown(body.solver, wanted.result);
  return errorAt(span);
}

/** The rule functionValueFits. */
function wrongCount(body: Body, span: ast.Node["span"], has: string, wanted: string): void {
  complain(body, "functionValueFits", span, `this takes ${has}, but \`${wanted}\` is needed`);
}

/**
 * `let f = |x: Float| x * x`: nothing is expected of it.
 *
 * @param isCalledAtOnce whether nobody would expect it to see a change of what it captures
 */
export function checkLambda(
  body: Body,
  expression: LambdaSyntax,
  wanted: FunctionType | null,
  isCalledAtOnce = false,
): TypedExpression {
  const { span } = expression;
  const scope: Scope = {
    names: null,
    outer: body.scope,
    isLambda: true,
    named: wanted === null && !isCalledAtOnce ? expression.span : null,
  };
  const result = wanted?.result ?? freshType(body.solver);
  const inner: Body = {
    ...body,
    name: body.name === null ? "a function value" : `a function value in ${body.name}`,
    result,
    resultPlace: null,
    scope,
    loops: [],
  };
  const { locals, statements } = bindParameters(inner, expression, wanted);
  const wasNothing = resolved(body.solver, result).kind === "nothing";
  const checked = body.check.block(inner, blockOf(expression.body), wantedOf(body, wanted));
  lintVariables(inner, scope);
  const given = resolved(body.solver, checked.type);
  if (given.kind === "nothing" && !wasNothing) {
    if (wanted === null) fitResult(inner, checked, NOTHING, result);
    // A variable that stands for nothing is reported by the call.
    else if (resolved(body.solver, result).kind !== "nothing")
      givesNothing(body, expression.body.span, wanted, result);
  } else if (wanted === null) {
    if (given.kind !== "never") fitResult(inner, checked, given, result);
    else if (isUnknown(resolved(body.solver, result))) unify(body.solver, result, given);
  }
  const parameters = locals.map(({ type }) => type);
  body.contents.hasInstances = true;
  return finishing(body, {
    kind: "lambda",
    parameters: locals,
    body: statements.length === 0 ? checked : behind(body, statements, checked),
    type: { kind: "function", parameters, result },
    span,
    path: body.path,
  });
}

/** A block behind the statements that take its parameters apart. */
function behind(body: Body, statements: readonly TypedStatement[], block: TypedBlock): TypedBlock {
  return finishing(body, { ...block, statements: [...statements, ...block.statements] });
}

/** What an unexpected function value gives is what its body and its `return`s give. */
function fitResult(body: Body, block: TypedBlock, given: Type, result: Type): void {
  const { span } = block.value ?? block;
  const reason = { text: "another way out gives this type", place: null };
  fit(body, { kind: "tuple", elements: [], type: given, span }, result, reason);
}

function wantedOf(body: Body, wanted: FunctionType | null): Wanted {
  if (wanted === null) return { kind: "value", type: null, reason: null };
  if (resolved(body.solver, wanted.result).kind === "nothing") return { kind: "effect" };
  const text = () => `the function value gives \`${showType(body.solver, wanted.result)}\``;
  return { kind: "value", type: wanted.result, reason: { text, place: null } };
}

/** The body as a block, so that an expression and `{ … }` are checked in one way. */
function blockOf(expression: ast.Expression): ast.Block {
  if (expression.kind === "block") return expression.block;
  const { span } = expression;
  return { statements: [{ kind: "expression", expression, span }], span };
}

/** The rule functionValueFits, for a body without a value. */
function givesNothing(
  body: Body,
  span: ast.Node["span"],
  wanted: FunctionType,
  result: Type,
): void {
  const shown = showType(body.solver, wanted);
  complain(body, "functionValueFits", span, `this gives no value, but \`${shown}\` is needed`);
  absorbUnknown(body.solver, result);
}

interface Bound {
  readonly locals: readonly Local[];
  /** Patterns are taken apart at the start of the body. */
  readonly statements: readonly TypedStatement[];
}

function bindParameters(body: Body, expression: LambdaSyntax, wanted: FunctionType | null): Bound {
  const locals: Local[] = [];
  const statements: TypedStatement[] = [];
  const binding = { origin: "parameter", keyword: null } as const;
  for (const [index, { pattern, type: written, span }] of expression.parameters.entries()) {
    const expected = wanted?.parameters[index] ?? freshType(body.solver);
    let type = written === null ? expected : readType(body, written);
    if (written !== null) {
      const reason = { text: "the type of the parameter follows from the call", place: null };
      const value: TypedExpression = { kind: "tuple", elements: [], type: expected, span };
      if (isError(fit(body, value, type, reason).type)) type = ERROR;
    }
    if (pattern.kind === "name") {
      locals.push(declare(body, pattern.name, type, binding));
      continue;
    }
    const local = finishing(body, { name: "_", type, isVar: false, span });
    locals.push(local);
    const value: TypedExpression = finishing(body, { kind: "local", local, type, span });
    const typed = checkPattern(body, pattern, type, binding);
    checkAlwaysFits(body, pattern, typed, type);
    statements.push({ kind: "let", pattern: typed, value, span });
  }
  return { locals, statements };
}

/** An argument of a call that has been reported: nothing says what a function value is given. */
export function checkLost(body: Body, expression: ast.Expression): void {
  if (expression.kind !== "lambda") body.check.expression(body, expression, null);
}

/** Whether a value can be called; one of which nothing is known becomes a function. */
export function isCallable(body: Body, value: TypedExpression, count: number): boolean {
  const type = resolved(body.solver, value.type);
  if (isUnknown(type)) {
    const parameters = Array.from({ length: count }, () => freshType(body.solver));
    const result = freshType(body.solver);
    return unify(body.solver, type, { kind: "function", parameters, result });
  }
  return type.kind === "function";
}

/** `f(x)`, `fs[0](x)`, `make(1)(2)`: a call of a function value. */
export function checkValueCall(
  body: Body,
  call: ast.Expression & { kind: "call" },
  value: TypedExpression,
): TypedExpression {
  const type = resolved(body.solver, value.type) as FunctionType;
  const what = value.kind === "local" ? `\`${value.local.name}\`` : "what is called here";
  const count = call.arguments.length;
  const named = call.arguments.find(({ name }) => name !== null);
  if (named !== undefined || count !== type.parameters.length) {
    for (const argument of call.arguments) checkLost(body, argument.value);
    const shown = showType(body.solver, type);
    const message =
      named === undefined
        ? `${what} is \`${shown}\`, and ${countOf(count, "argument")} ` +
          `${count === 1 ? "is" : "are"} given`
        : "the parameters of a function value have no names";
    complain(body, "functionValueFits", named?.span ?? call.span, message);
    return errorAt(call.span);
  }
  const origin = value.kind === "local" ? placeAt(body, value.local.span) : null;
  const given = call.arguments.map(({ value: written }, index) => {
    const parameter = type.parameters[index];
    const text = () => `${what} is \`${showType(body.solver, type)}\``;
    const checked = body.check.expression(body, written, parameter);
    const called = value.kind === "local" ? { local: value.local, index } : undefined;
    return fit(body, checked, parameter, { text, place: origin, called });
  });
  body.contents.hasInstances = true;
  return finishing(body, {
    kind: "value-call",
    value,
    arguments: given,
    type: type.result,
    span: call.span,
  });
}

/**
 * `sqrt` or `String.length` where a function is expected: the function value that calls it. null
 * when there is no such function.
 */
export function functionByName(
  body: Body,
  callee: ast.Expression,
  expected: Type | null,
): TypedExpression | null {
  const wanted = expectedFunction(body, expected);
  if (wanted === null) return null;
  const callable = callableOf(body, callee);
  const isConversion = callee.kind === "name" && callee.name === "Float";
  if (callable === null && !isConversion) return null;
  const { span } = callee;
  const parameters = callable?.parameters ?? [{ default: null }];
  const required = parameters.filter((each) => each.default === null).length;
  const count = wanted.parameters.length;
  if (count < required || count > parameters.length) {
    const has = countOf(parameters.length, "parameter");
    wrongCount(body, span, has, showType(body.solver, wanted));
    return absorb(body, span, wanted);
  }
  return callingFunction(body, callee, count, wanted);
}

/** A function by its name alone, where nothing is expected; null when there is no such function. */
export function functionAsValue(
  body: Body,
  callee: ast.Expression & { kind: "name" },
): TypedExpression | null {
  const callable = findFunction(body.session, body.layer, callee.name);
  if (callable === null) return null;
  const required = callable.parameters.filter((each) => each.default === null).length;
  return callingFunction(body, callee, required, null);
}

/** The function value that calls a function with as many arguments as it takes. */
function callingFunction(
  body: Body,
  callee: ast.Expression,
  count: number,
  wanted: FunctionType | null,
): TypedExpression {
  const { list } = body.session.problems;
  const before = list.length;
  const value = checkLambda(body, callOf(callee, count), wanted, true);
  // The call is not written, so that no edit of it would help.
  for (let index = before; index < list.length; index += 1) {
    list[index] = { ...list[index], help: [], edits: [] };
  }
  return value;
}

/** `|a, b| f(a, b)`, with names that cannot be written, so that they hide nothing. */
function callOf(callee: ast.Expression, count: number): LambdaSyntax {
  const { span } = callee;
  const names = Array.from({ length: count }, (_, index) => ({ text: `argument_${index}'`, span }));
  const given = names.map((name) => ({
    name: null,
    value: { kind: "name" as const, name: name.text, span },
    span,
  }));
  return {
    kind: "lambda",
    parameters: names.map((name) => ({ pattern: { kind: "name", name, span }, type: null, span })),
    body: { kind: "call", callee, arguments: given, span },
    span,
  };
}

/** The function of a name, `ring.build` and `Type.build` among them. */
function callableOf(body: Body, callee: ast.Expression): Callable | null {
  if (callee.kind !== "name" && callee.kind !== "field") return null;
  const name = qualifiedName(body, callee);
  if (name !== null) return findFunction(body.session, body.layer, name.text);
  const { receiver, field } = callee as ast.Expression & { kind: "field" };
  const type = qualifiedName(body, receiver)?.text ?? "";
  const isType = /^(?:[a-z]\w*\.)?[A-Z]/.test(type);
  return isType ? findAssociatedFunction(body, type, field) : null;
}
