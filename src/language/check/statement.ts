/** Every kind of statement to its typed form. */

import { STRING, type Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { checkAssignment } from "./assignment.ts";
import { checkBranching, isBranching } from "./branch.ts";
import { hasValue } from "./access.ts";
import { checkExpectedTrap, trapCall } from "./expected-trap.ts";
import { checkLambda } from "./lambda.ts";
import { checkFor, checkJump, checkLoop, checkWhile } from "./loop.ts";
import { checkAlwaysFits, checkWhileLet } from "./match.ts";
import { checkTruth } from "./operator.ts";
import { checkPattern } from "./pattern.ts";
import { readType } from "./read-type.ts";
import {
  complain,
  EFFECT,
  findInLayers,
  namesInLayers,
  placeAt,
  type Body,
  type Reason,
} from "./session.ts";
import { showType } from "./show.ts";
import { ERROR, isError, resolved } from "./solver.ts";
import { didYouMean } from "./suggestion.ts";
import { asString } from "./text.ts";
import { withShownCall } from "./asserted-call.ts";
import { isOutcome } from "./outcome.ts";
import { rememberWholeStart } from "./int-for-float.ts";
import { declaredResult, isLostResult, noteLostResult, noteLostReturn } from "./lost-result.ts";
import type { TypedExpression, TypedStatement } from "./typed.ts";
import { writtenAt } from "./written.ts";

type Of<Kind extends ast.Statement["kind"]> = ast.Statement & { kind: Kind };

/** The typed statement; null for what the parser has reported and for an `emit` without output. */
export function checkStatement(body: Body, statement: ast.Statement): TypedStatement | null {
  switch (statement.kind) {
    case "let":
    case "var":
      return checkLet(body, statement);
    case "assign":
      return checkAssignment(body, statement);
    case "expression":
      return checkEffect(body, statement);
    case "while":
      return checkWhile(body, statement);
    case "while-let":
      return checkWhileLet(body, statement);
    case "loop":
      return checkLoop(body, statement);
    case "for":
      return checkFor(body, statement);
    case "break":
    case "continue":
      return checkJump(body, statement);
    case "return":
      return checkReturn(body, statement);
    case "emit":
      return checkEmit(body, statement);
    case "print":
      return checkPrint(body, statement);
    case "assert": {
      const call = trapCall(statement);
      return call === null
        ? checkAssert(body, statement)
        : checkExpectedTrap(body, statement, call);
    }
    case "error":
      body.session.isTreeBroken = true;
      return null;
  }
}

/** Whether the statement behind this one is never reached. */
export function doesNotContinue(body: Body, statement: TypedStatement): boolean {
  switch (statement.kind) {
    case "return":
    case "break":
    case "continue":
      return true;
    case "expression":
      return isNever(body, statement.expression);
    case "let":
    case "assign":
    case "update":
    case "print":
    case "emit":
      return isNever(body, statement.value);
    case "loop":
      return body.facts.endless.has(statement);
    default:
      return false;
  }
}

function isNever(body: Body, expression: TypedExpression): boolean {
  return resolved(body.solver, expression.type).kind === "never";
}

function checkLet(body: Body, statement: Of<"let"> | Of<"var">): TypedStatement {
  const { value: written, pattern, span } = statement;
  const declared = statement.type === null ? null : readType(body, statement.type);
  let value: TypedExpression;
  if (declared === null) {
    value =
      written.kind === "lambda" && pattern.kind === "name"
        ? checkLambda(body, written, null)
        : body.check.expression(body, written, null);
    if (!hasValue(body, value)) value = { ...value, type: ERROR };
  } else {
    const reason = declaredAs(body, declared, statement.type!.span);
    value = body.check.value(body, written, declared, reason);
  }
  const keyword = { start: span.start, end: span.start + 3 };
  const type: Type = declared ?? value.type;
  const bound = checkPattern(body, pattern, type, { origin: statement.kind, keyword });
  checkAlwaysFits(body, pattern, bound, type);
  if (statement.kind === "let" && bound.kind === "local")
    body.facts.meanings.set(bound.local, value);
  if (declared === null && bound.kind === "local") rememberWholeStart(body, bound.local, written);
  return { kind: "let", pattern: bound, value, span };
}

function declaredAs(body: Body, declared: Type, span: ast.Node["span"]): Reason {
  const text = (): string => `declared as \`${showType(body.solver, declared)}\``;
  return { text, place: placeAt(body, span) };
}

/** An expression for its effect; the value of one is not thrown away in silence. */
function checkEffect(body: Body, { expression, span }: Of<"expression">): TypedStatement {
  if (isBranching(expression)) {
    return { kind: "expression", expression: checkBranching(body, expression, EFFECT), span };
  }
  const value = body.check.expression(body, expression, null);
  const type = resolved(body.solver, value.type);
  // A call that changes a place is there for its effect as well.
  if (isOutcome(body, type)) {
    outcomeIgnored(body, expression, type);
    return { kind: "expression", expression: value, span };
  }
  if (isError(type)) noteLostResult(body, expression.span);
  const isChange = (value.kind === "call" || value.kind === "primitive") && value.self !== null;
  if (isChange || type.kind === "nothing" || type.kind === "never" || isError(type)) {
    return { kind: "expression", expression: value, span };
  }
  unusedValue(body, expression, type);
  return { kind: "expression", expression: value, span };
}

/** The rule outcomeIsUsed: what may be missing or have failed is not thrown away in silence. */
function outcomeIgnored(body: Body, expression: ast.Expression, type: Type): void {
  const holds = type.kind === "enum" && type.enum.name === "Result" ? "Ok" : "Some";
  const written = writtenAt(body, expression.span) ?? "…";
  const help = [
    `take it apart: \`if let ${holds}(x) = ${written} { … }\`, or with \`match\``,
    "to drop it on purpose, write `let _ = …`",
  ];
  if (isOutcome(body, body.result)) help.unshift("to hand on what is missing, put `?` behind it");
  complain(
    body,
    "outcomeIsUsed",
    expression.span,
    `this \`${showType(body.solver, type)}\` is not used`,
    { help },
  );
}

/** The lint valueIsUsed. */
function unusedValue(body: Body, expression: ast.Expression, type: Type): void {
  if (isLostResult(body, expression, type)) return;
  const shown = showType(body.solver, type);
  const isComparison =
    expression.kind === "comparison" && expression.operators[0]?.operator === "==";
  const isLastOfFunction = body.name !== null && body.resultPlace === null;
  complain(body, "valueIsUsed", expression.span, `this \`${shown}\` is not used`, {
    help: isComparison
      ? ["to assign, write `=`"]
      : [
          ...(isLastOfFunction
            ? [`to return it from \`${body.name}\`, declare a result: \`-> ${shown}\``]
            : []),
          "to drop it on purpose, write `let _ = …`",
        ],
  });
}

function checkReturn(body: Body, statement: Of<"return">): TypedStatement {
  const { span } = statement;
  const isNothing = body.result.kind === "nothing";
  if (statement.value === null) {
    if (!isNothing && !isError(body.result)) returnWithoutValue(body, statement);
    return { kind: "return", value: null, span };
  }
  if (isNothing) {
    const value = body.check.expression(body, statement.value, null);
    returnOfNothing(body, statement.value, value);
    // It has nothing to give, and may do something.
    return { kind: "return", value, span };
  }
  const value = body.check.value(body, statement.value, body.result, resultReason(body));
  return { kind: "return", value, span };
}

/** Why a value must be of the result type. */
export function resultReason(body: Body): Reason {
  return {
    text: () => `\`${body.name}\` returns \`${showType(body.solver, body.result)}\``,
    place: body.resultPlace,
  };
}

/** The rule valueIsReturned, for a bare `return`. */
function returnWithoutValue(body: Body, statement: Of<"return">): void {
  const shown = showType(body.solver, body.result);
  complain(
    body,
    "valueIsReturned",
    statement.span,
    `\`${body.name}\` returns \`${shown}\`, and this \`return\` has no value`,
    {
      labels:
        body.resultPlace === null ? [] : [{ span: body.resultPlace.span, text: "declared here" }],
    },
  );
}

/** The rule valueIsReturned, for a value that nobody asked for. */
function returnOfNothing(body: Body, written: ast.Expression, value: TypedExpression): void {
  const type = resolved(body.solver, value.type);
  if (isError(type)) noteLostReturn(body);
  if (isError(type) || type.kind === "nothing" || type.kind === "never") return;
  const subject = body.name === null ? "a test" : `\`${body.name}\``;
  const shown = showType(body.solver, type);
  const message = `${subject} has no result, and this returns \`${shown}\``;
  complain(body, "valueIsReturned", written.span, message, declaredResult(body, type));
}

function checkEmit(body: Body, statement: Of<"emit">): TypedStatement | null {
  const { output: name, value: written } = statement;
  const output = findInLayers(body.layer, "outputs", name.text);
  if (output === null) {
    const { type } = body.check.expression(body, written, null);
    unknownOutput(body, name, type);
    return null;
  }
  output.isEmitted = true;
  const { type, place } = output.typed;
  const text = () => `output \`${name.text}\` is \`${showType(body.solver, type)}\``;
  const value = body.check.value(body, written, type, { text, place });
  return { kind: "emit", output: output.typed, value, span: statement.span };
}

/** The rule outputIsDeclared. */
function unknownOutput(body: Body, name: ast.Name, type: Type): void {
  const known = namesInLayers(body.layer, "outputs");
  const suggestion = didYouMean(name.text, name.span, known);
  const shown = isError(type) ? "Float" : showType(body.solver, resolved(body.solver, type));
  const help = suggestion.help ?? [`declare it: \`output ${name.text}: ${shown}\``];
  complain(body, "outputIsDeclared", name.span, `there is no output \`${name.text}\``, {
    ...suggestion,
    help,
  });
}

function checkPrint(body: Body, statement: Of<"print">): TypedStatement {
  if (statement.value.kind === "tuple") tupleForText(body, statement.value);
  // Branches are shown as what they are: nothing asks them to be text.
  const wanted = isBranching(statement.value) ? null : STRING;
  const value = asString(body, body.check.expression(body, statement.value, wanted));
  return { kind: "print", value, span: statement.span };
}

/** The lint printedIsText, for `print("x is", x)`. */
function tupleForText(body: Body, { elements, span }: ast.Expression & { kind: "tuple" }): void {
  if (!elements.some(({ kind }) => kind === "string")) return;
  const written = elements.map((element) => {
    if (element.kind === "name") return `{${element.name}}`;
    if (element.kind !== "string") return "{…}";
    return element.parts.map((part) => (part.kind === "text" ? part.text : "{…}")).join("");
  });
  complain(body, "printedIsText", span, "this prints a tuple, with its brackets and quotes", {
    help: [`values go into the text: \`print "${written.join(" ")}"\``],
  });
}

function checkAssert(body: Body, statement: Of<"assert">): TypedStatement {
  const condition = checkTruth(body, statement.condition, "`assert` takes a `Bool`");
  const reason = { text: "the message of an `assert` is a `String`", place: null };
  const message =
    statement.message === null ? null : body.check.value(body, statement.message, STRING, reason);
  const plain = {
    kind: "assert",
    condition,
    message,
    span: statement.span,
  } as const;
  return message === null ? withShownCall(body, plain) : plain;
}
