/** Which function a call means: `f(x)`, `x.f(y)`, `Type.f(x)`. */

import type * as ast from "../ast.ts";
import { callHabit, isLibrary, listOfRange, METHOD_NAMES, methodEdits } from "./habits.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Type } from "../../machine/types/type.ts";
import { fieldsOf, slotOf } from "./access.ts";
import { headOf } from "./head.ts";
import { isCallable } from "./lambda.ts";
import { listHelp, makersFirst, makersOf } from "./library-habits.ts";
import { methodHelp } from "./method-habits.ts";
import {
  complain,
  findFunction,
  findInLayers,
  findVariable,
  finishing,
  namesInLayers,
  type Body,
  type Callable,
  type Namespace,
} from "./session.ts";
import {
  findAssociatedFunction,
  findMethodOf,
  findTypeInfo,
  functionsOfType,
  homeOf,
  isLost,
  mayQualify,
  namespaceOf,
  publicNames,
  qualifiedName,
  unknownMember,
} from "./member.ts";
import { primitiveNames } from "./primitives.ts";
import { BUILT_IN_TYPES } from "./read-type.ts";
import { declarationOf } from "./record.ts";
import { showType } from "./show.ts";
import { isError, resolved } from "./solver.ts";
import { didYouMean, exactly, surely } from "./suggestion.ts";
import type { TypedExpression } from "./typed.ts";
import { isSimple, writtenAt } from "./written.ts";

type CallSyntax = ast.Expression & { kind: "call" };

export interface Callee {
  readonly callable: Callable;
  /** The value before the dot of a method call, already checked. */
  readonly receiver: TypedExpression | null;
}

/** A function value that is called. */
export interface CalledValue {
  readonly callable: null;
  readonly value: TypedExpression;
}

type Found = Callee | CalledValue | null;

/** The function of a call; null when it has been reported that there is none. */
export function findCallee(body: Body, callee: ast.Expression, call: CallSyntax): Found {
  const count = call.arguments.length;
  if (callee.kind === "parenthesised") return findCallee(body, callee.inner, call);
  if (callee.kind === "name") return findFree(body, callee, call);
  if (callee.kind === "field") {
    if (!mayQualify(body, callee.receiver)) return findMethod(body, callee, call);
    const namespace = namespaceOf(body, callee.receiver);
    if (namespace !== null) return findInFile(body, callee, namespace);
    const type = typeBefore(body, callee.receiver);
    return type === null
      ? findMethod(body, callee, call)
      : findAssociated(body, type, callee.field);
  }
  return called(body, body.check.expression(body, callee, null), callee.span, count);
}

/** A value that is called, if it can be. */
function called(
  body: Body,
  value: TypedExpression,
  span: ast.Node["span"],
  count: number,
): CalledValue | null {
  if (isCallable(body, value, count)) return { callable: null, value };
  notCallable(body, span, value.type);
  return null;
}

function findFree(body: Body, callee: ast.Expression & { kind: "name" }, call: CallSyntax): Found {
  const { name, span } = callee;
  if (findVariable(body, name) !== null) {
    return called(body, body.check.expression(body, callee, null), span, call.arguments.length);
  }
  const callable = findFunction(body.session, body.layer, name);
  if (callable !== null) return { callable, receiver: null };
  unknownFunction(body, name, span, call);
  return null;
}

/** `ring.build(12)`, where `ring` is an imported file. */
function findInFile(
  body: Body,
  callee: ast.Expression & { kind: "field" },
  namespace: Namespace,
): Callee | null {
  const { text, span } = qualifiedName(body, callee)!;
  const callable = findFunction(body.session, body.layer, text);
  if (callable !== null) return { callable, receiver: null };
  if (findTypeInfo(body.layer, text) !== null) unknownFunction(body, text, span, callee);
  else if (namespace.layer !== null) {
    const names = publicNames(namespace.layer);
    if (namespace.layer.constants.get(callee.field.text)?.declaration.isPublic === true)
      notCallable(body, span, namespace.layer.constants.get(callee.field.text)!.type);
    else unknownMember(body, namespace, callee.field, names);
  }
  return null;
}

/** The name of a type before a dot; null for a value. */
function typeBefore(body: Body, expression: ast.Expression): string | null {
  if (expression.kind === "name" && findVariable(body, expression.name) !== null) return null;
  const name = qualifiedName(body, expression)?.text ?? null;
  if (name === null) return null;
  if (BUILT_IN_TYPES.has(name) || findTypeInfo(body.layer, name) !== null) return name;
  const isValue = findInLayers(body.layer, "constants", name) !== null;
  const isType =
    !isValue &&
    /^[A-Z]/.test(name) &&
    functionNames(body).some((each) => each.startsWith(`${name}.`));
  return isType ? name : null;
}

function findAssociated(body: Body, type: string, field: ast.Name): Callee | null {
  const callable = findAssociatedFunction(body, type, field);
  if (callable !== null) return { callable, receiver: null };
  if (isMisplaced(body, type, field)) return null;
  const own = functionsOfType(body, findTypeInfo(body.layer, type), type, functionNames(body));
  complain(
    body,
    "functionIsDeclared",
    field.span,
    `there is no function \`${type}.${field.text}\``,
    { ...listOf(body, type, own), ...didYouMean(field.text, field.span, own) },
  );
  return null;
}

/** What a type has, where nothing is near; first what makes a value of it. */
function listOf(body: Body, type: string, own: readonly string[]): ReportExtras {
  if (own.length === 0) return {};
  return listHelp(`\`${type}\` has`, makersFirst(body, type, functionNames(body)));
}

function findMethod(
  body: Body,
  callee: ast.Expression & { kind: "field" },
  call: CallSyntax,
): Found {
  const { receiver, field } = callee;
  const count = call.arguments.length;
  if (receiver.kind === "name" && isLibrary(receiver.name)) {
    const isFree = findVariable(body, receiver.name) === null;
    if (isFree) return ofLibrary(body, receiver, field, call);
  }
  const value = body.check.expression(body, receiver, null);
  const type = resolved(body.solver, value.type);
  if (isError(type) || type.kind === "never") return null;
  const fields = fieldsOf(type);
  const slot = slotOf(fields, field.text);
  if (slot >= 0) {
    const { span } = callee;
    const held = { kind: "field", receiver: value, slot, type: fields[slot].type, span } as const;
    const part = finishing(body, held);
    if (isCallable(body, part, count)) return { callable: null, value: part };
    notCallable(body, field.span, part.type, fieldHelp(body, callee, call));
    return null;
  }
  const head = headOf(type);
  const own = head === null ? null : findMethodOf(body, type, head, field);
  const callable = own ?? findFunction(body.session, body.layer, field.text);
  if (callable !== null) return { callable, receiver: value };
  if (head === null || !isMisplaced(body, head, field)) unknownMethod(body, callee, call, type);
  return null;
}

/** Whether the file has this function for a type of another file, which has been reported. */
function isMisplaced({ session, layer }: Body, type: string, field: ast.Name): boolean {
  const isOwn = homeOf(session, findTypeInfo(layer, type)) === layer;
  return !isOwn && layer.functions.has(`${type}.${field.text}`);
}

/** The rule nameIsDeclared, for `np.sin(x)`: a function of ours of that name is meant. */
function ofLibrary(
  body: Body,
  library: ast.Expression & { kind: "name" },
  field: ast.Name,
  call: CallSyntax,
): Callee | null {
  const { name, span } = library;
  const callable = findFunction(body.session, body.layer, field.text);
  const habit = callable === null ? callHabit(body, field.text, field.span, call) : null;
  if (habit !== null) {
    // what replaces the whole call stands without the library's name
    const edits = habit.edits?.filter((edit) => edit.span.start === call.span.start);
    complain(body, "nameIsDeclared", span, `there is no \`${name}\` here`, { ...habit, edits });
    return null;
  }
  const drop = { start: span.start, end: field.span.start };
  const help = callable === null ? "`sin(x)`" : `\`${field.text}(…)\``;
  complain(body, "nameIsDeclared", span, `there is no \`${name}\` here`, {
    help: [`functions of the library stand alone: ${help}`],
    edits: callable === null ? [] : [{ span: drop, replacement: "", confidence: "certain" }],
  });
  return callable === null ? null : { callable, receiver: null };
}

/** The rule functionIsDeclared, for methods. */
function unknownMethod(
  body: Body,
  callee: ast.Expression & { kind: "field" },
  call: CallSyntax,
  type: Type,
): void {
  const { field } = callee;
  const head = headOf(type);
  const all = functionNames(body);
  const own = [
    ...all.filter((name) => !name.includes(".")),
    ...(head === null ? [] : functionsOfType(body, declarationOf(type), head, all)),
  ];
  const habit = methodHabit(field.text, own);
  const renamed =
    habit === null
      ? didYouMean(field.text, field.span, own)
      : (SAME_ARGUMENTS.has(field.text) ? surely : exactly)(habit, field.span);
  complain(
    body,
    "functionIsDeclared",
    field.span,
    `\`${showType(body.solver, type)}\` has no function \`${field.text}\``,
    methodHelp(body, call, callee, own) ?? renamed,
  );
}

/** The rule functionIsDeclared. */
function unknownFunction(
  body: Body,
  name: string,
  span: ast.Node["span"],
  call: ast.Expression,
): void {
  if (isLost(body, name)) return;
  const all = functionNames(body);
  if (findInLayers(body.layer, "records", name) !== null) {
    const makers = makersOf(body, name, all);
    complain(
      body,
      "functionIsDeclared",
      span,
      `\`${name}\` is a record, and there is no function of this name`,
      makers.length > 0
        ? listHelp("what makes one is", makers, span)
        : { help: [`a record is made with braces: \`${name} { … }\``] },
    );
    return;
  }
  // `error("…")` has nothing to do with `Result.error`
  const methods = name === "error" ? [] : all.filter((each) => each.endsWith(`.${name}`));
  if (methods.length > 0) {
    const method = methods.find((each) => each.startsWith("List.")) ?? methods[0];
    const owner = method.slice(0, method.indexOf("."));
    const given = call.kind === "call" ? call.arguments[0] : undefined;
    const isRange = given?.value.kind === "range";
    const isShort = given?.name === null && (isRange || isSimple(given.value));
    const written = (isShort ? writtenAt(body, given.span) : null) ?? "x";
    const before = isRange ? `(${written})${listOfRange(name)}` : written;
    const isAlone = call.kind === "call" && call.arguments.length === 1;
    // `any(xs)` lacks what is asked of each
    const wanted = findFunction(body.session, body.layer, method)?.parameters ?? [];
    const isEnough =
      call.kind === "call" &&
      wanted.slice(call.arguments.length).every((parameter) => parameter.default !== null);
    const rest = isAlone && isEnough ? "" : "…";
    const help =
      `\`${name}\` belongs to \`${owner}\`: ` +
      (isShort
        ? `write \`${before}.${name}(${rest})\``
        : `write \`${before}.${name}(…)\` or \`${method}(…)\``);
    complain(body, "functionIsDeclared", span, `there is no free function \`${name}\``, {
      help: [help],
      edits: isEnough ? methodEdits(name, span, call) : [],
    });
    return;
  }
  const habit = callHabit(body, name, span, call);
  const extras =
    habit === null
      ? didYouMean(name, span, [
          ...all.filter((each) => !each.includes(".")),
          "print",
          "assert",
          "emit",
          "return",
        ])
      : habit;
  complain(body, "functionIsDeclared", span, `there is no function \`${name}\``, extras);
}

/** Names of methods whose arguments are those of ours. */
const SAME_ARGUMENTS: ReadonlySet<string> = new Set([
  "append",
  "len",
  "size",
  "exists",
  "forEach",
  "for_each",
  "includes",
  "unwrap_or",
  "get_or",
]);

function methodHabit(name: string, known: readonly string[]): string | null {
  const habit = Object.hasOwn(METHOD_NAMES, name) ? METHOD_NAMES[name] : null;
  return habit !== null && known.includes(habit) ? habit : null;
}

function functionNames(body: Body): string[] {
  return [...namesInLayers(body.layer, "functions"), ...primitiveNames()];
}

/** `population.phases()`, where a field stands without parentheses. */
function fieldHelp(
  body: Body,
  callee: ast.Expression & { kind: "field" },
  call: CallSyntax,
): ReportExtras {
  const before = writtenAt(body, callee.receiver.span) ?? "…";
  const rest = { start: callee.span.end, end: call.span.end };
  return {
    help: [`it is a field: \`${before}.${callee.field.text}\``],
    edits:
      call.arguments.length === 0 ? [{ span: rest, replacement: "", confidence: "likely" }] : [],
  };
}

/** The rule calledIsFunction. */
function notCallable(
  body: Body,
  span: ast.Node["span"],
  type: Type,
  extras: ReportExtras = {},
): void {
  if (isError(resolved(body.solver, type))) return;
  complain(
    body,
    "calledIsFunction",
    span,
    `this is \`${showType(body.solver, type)}\` and cannot be called`,
    extras,
  );
}
