/** Which function a call means: `f(x)`, `x.f(y)`, `Type.f(x)`. */

import type * as ast from "../ast.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Type } from "../../machine/types/type.ts";
import { headOf } from "./access.ts";
import {
  complain,
  findFunction,
  findInLayers,
  findVariable,
  namesInLayers,
  type Body,
  type Callable,
} from "./session.ts";
import { showType } from "./show.ts";
import { isError, resolved } from "./solver.ts";
import { didYouMean, exactly } from "./suggestion.ts";
import type { TypedExpression } from "./typed.ts";

export interface Callee {
  readonly callable: Callable;
  /** The value before the dot of a method call, already checked. */
  readonly receiver: TypedExpression | null;
}

/** The function of a call; null when it has been reported that there is none. */
export function findCallee(body: Body, callee: ast.Expression): Callee | null {
  if (callee.kind === "parenthesised") return findCallee(body, callee.inner);
  if (callee.kind === "name") return findFree(body, callee);
  if (callee.kind === "field") {
    return isTypeName(body, callee.receiver)
      ? findAssociated(body, callee.receiver.name, callee.field)
      : findMethod(body, callee.receiver, callee.field);
  }
  const value = body.check.expression(body, callee, null);
  notCallable(body, callee.span, value.type);
  return null;
}

function findFree(body: Body, { name, span }: ast.Expression & { kind: "name" }): Callee | null {
  const variable = findVariable(body, name);
  if (variable !== null) {
    variable.isUsed = true;
    notCallable(body, span, variable.local.type);
    return null;
  }
  const callable = findFunction(body.session, body.layer, name);
  if (callable !== null) return { callable, receiver: null };
  unknownFunction(body, name, span);
  return null;
}

const BUILT_IN_TYPES = new Set(["Bool", "Int", "Float", "String", "List", "Range"]);

function isTypeName(
  body: Body,
  expression: ast.Expression,
): expression is ast.Expression & { kind: "name" } {
  if (expression.kind !== "name" || findVariable(body, expression.name) !== null) return false;
  const { name } = expression;
  if (BUILT_IN_TYPES.has(name)) return true;
  if (findInLayers(body.layer, ({ records }) => records, name) !== null) return true;
  if (findInLayers(body.layer, ({ enums }) => enums, name) !== null) return true;
  const isValue = findInLayers(body.layer, ({ constants }) => constants, name) !== null;
  return (
    !isValue &&
    /^[A-Z]/.test(name) &&
    functionNames(body).some((each) => each.startsWith(`${name}.`))
  );
}

function findAssociated(body: Body, type: string, field: ast.Name): Callee | null {
  const callable = findFunction(body.session, body.layer, `${type}.${field.text}`);
  if (callable !== null) return { callable, receiver: null };
  const own = functionNames(body)
    .filter((name) => name.startsWith(`${type}.`))
    .map((name) => name.slice(type.length + 1));
  complain(
    body,
    "functionIsDeclared",
    field.span,
    `there is no function \`${type}.${field.text}\``,
    { ...listOf(type, own), ...didYouMean(field.text, field.span, own) },
  );
  return null;
}

const MOST_LISTED = 12;

/** What a type has, where nothing is near. */
function listOf(type: string, own: readonly string[]): ReportExtras {
  if (own.length === 0) return {};
  const names = own.toSorted().slice(0, MOST_LISTED);
  const more = own.length > names.length ? ", …" : "";
  return { help: [`\`${type}\` has ${names.map((name) => `\`${name}\``).join(", ")}${more}`] };
}

function findMethod(body: Body, receiver: ast.Expression, field: ast.Name): Callee | null {
  const value = body.check.expression(body, receiver, null);
  const type = resolved(body.solver, value.type);
  if (isError(type) || type.kind === "never") return null;
  if (type.kind === "record" && type.record.fields.some(({ name }) => name === field.text)) {
    notCallable(body, field.span, type.record.fields.find(({ name }) => name === field.text)!.type);
    return null;
  }
  const head = headOf(type);
  const own =
    head === null ? null : findFunction(body.session, body.layer, `${head}.${field.text}`);
  const callable = own ?? findFunction(body.session, body.layer, field.text);
  if (callable !== null) return { callable, receiver: value };
  unknownMethod(body, field, type, head);
  return null;
}

/** The rule functionIsDeclared, for methods. */
function unknownMethod(body: Body, field: ast.Name, type: Type, head: string | null): void {
  const own = functionNames(body)
    .filter((name) => !name.includes(".") || (head !== null && name.startsWith(`${head}.`)))
    .map((name) => name.slice(name.indexOf(".") + 1));
  const habit = methodHabit(field.text, own);
  complain(
    body,
    "functionIsDeclared",
    field.span,
    `\`${showType(body.solver, type)}\` has no function \`${field.text}\``,
    habit === null ? didYouMean(field.text, field.span, own) : exactly(habit, field.span),
  );
}

/** The rule functionIsDeclared. */
function unknownFunction(body: Body, name: string, span: ast.Node["span"]): void {
  if (findInLayers(body.layer, ({ records }) => records, name) !== null) {
    complain(
      body,
      "functionIsDeclared",
      span,
      `\`${name}\` is a record, and there is no function of this name`,
      {
        help: [`a record is made with braces: \`${name} { … }\``],
      },
    );
    return;
  }
  const all = functionNames(body);
  const methods = all.filter((each) => each.endsWith(`.${name}`));
  if (methods.length > 0) {
    const owner = methods[0].slice(0, methods[0].indexOf("."));
    complain(body, "functionIsDeclared", span, `there is no free function \`${name}\``, {
      help: [`\`${name}\` belongs to \`${owner}\`: write \`x.${name}(…)\` or \`${methods[0]}(…)\``],
    });
    return;
  }
  const habit = Object.hasOwn(CALL_HABITS, name) ? CALL_HABITS[name] : null;
  const extras =
    habit === null
      ? didYouMean(name, span, [
          ...all.filter((each) => !each.includes(".")),
          "print",
          "assert",
          "emit",
          "return",
        ])
      : { help: [habit] };
  complain(body, "functionIsDeclared", span, `there is no function \`${name}\``, extras);
}

/** Calls of other languages, and what is meant here. */
const CALL_HABITS: Readonly<Record<string, string>> = {
  len: "ask the value: `xs.length()`",
  str: 'write it into a string: `"{x}"`',
  String: 'write it into a string: `"{x}"`',
  int: "say how to round it: `floor(x)`, `ceil(x)`, `round(x)` or `trunc(x)`",
  Int: "say how to round it: `floor(x)`, `ceil(x)`, `round(x)` or `trunc(x)`",
  float: "write `Float(x)`",
  range: "a range is written `0..n`",
  println: "`print` ends the line",
  printf: 'write values into the string: `print "{x:.3}"`',
  List: "a list is written `[a, b]`",
  zeros: "write `List.filled(10, 0.0)`",
  ones: "write `List.filled(10, 1.0)`",

  Bool: "compare it, for example with `!= 0`",
};

function methodHabit(name: string, known: readonly string[]): string | null {
  const habits: Readonly<Record<string, string>> = {
    append: "push",
    add: "push",
    len: "length",
    size: "length",
    count: "length",
    every: "all",
    exists: "any",
    for_each: "each",
    forEach: "each",
    includes: "contains",
    reduce: "fold",
    reverse: "reversed",
    some: "any",
    sort: "sorted",
    where: "filter",
  };
  const habit = Object.hasOwn(habits, name) ? habits[name] : null;
  return habit !== null && known.includes(habit) ? habit : null;
}

function functionNames(body: Body): string[] {
  return [
    ...namesInLayers(body.layer, ({ functions }) => functions),
    ...body.session.primitives.keys(),
  ];
}

/** The rule calledIsFunction. */
function notCallable(body: Body, span: ast.Node["span"], type: Type): void {
  if (isError(resolved(body.solver, type))) return;
  complain(
    body,
    "calledIsFunction",
    span,
    `this is \`${showType(body.solver, type)}\` and cannot be called`,
  );
}
