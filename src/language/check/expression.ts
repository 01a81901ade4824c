/** Every kind of expression to its typed form. */

import { BOOL, NOTHING, type Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { checkField, checkName, checkVariable, errorAt, hasValue } from "./access.ts";
import { checkBlock } from "./block.ts";
import { checkBranching, isBranching } from "./branch.ts";
import { checkCall } from "./call.ts";
import { checkComparison } from "./comparison.ts";
import { constantOf } from "./constant.ts";
import { checkFunctionValue, functionAsValue, functionByName } from "./lambda.ts";
import { isLiteralArithmetic, checkNumber } from "./literal.ts";
import { bareCase, isCaseName } from "./enum-case.ts";
import { checkIndex } from "./indexing.ts";
import { fit, fits } from "./mismatch.ts";
import { checkRange } from "./range.ts";
import { checkBinary, checkUnary } from "./operator.ts";
import { checkRecord } from "./record-literal.ts";
import {
  findVariable,
  finishing,
  placeAt,
  type Body,
  type Checks,
  type Reason,
} from "./session.ts";
import { showType } from "./show.ts";
import { ERROR, freshType, resolved } from "./solver.ts";
import { checkString } from "./text.ts";
import { checkTry } from "./try.ts";
import type { TypedExpression } from "./typed.ts";

/** The passes, as a body carries them. */
export const CHECKS: Checks = {
  expression: checkExpression,
  value: checkValue,
  block: checkBlock,
  isCase: isCaseName,
  bareCase,
  functionAsValue,
  constant: constantOf,
};

function checkExpression(
  body: Body,
  expression: ast.Expression,
  expected: Type | null,
): TypedExpression {
  // in the order in which programs use them: the first ones are found sooner
  switch (expression.kind) {
    case "name": {
      const variable = findVariable(body, expression.name);
      if (variable !== null) return checkVariable(body, variable, expression.span);
      return functionByName(body, expression, expected) ?? checkName(body, expression, expected);
    }
    case "number":
      return checkNumber(body, expression, expected);
    case "binary":
      return checkBinary(body, expression, expected);
    case "call":
      return checkCall(body, expression, expected);
    case "field":
      return functionByName(body, expression, expected) ?? checkField(body, expression, expected);
    case "comparison":
      return checkComparison(body, expression);
    case "bool": {
      const { value, span } = expression;
      return {
        kind: "constant",
        value: { kind: "bool", value },
        type: BOOL,
        span,
      };
    }
    case "string":
      return checkString(body, expression);
    case "lambda":
      return checkFunctionValue(body, expression, expected);
    case "unary":
      return checkUnary(body, expression, expected);
    case "range":
      return checkRange(body, expression);
    case "index":
      return checkIndex(body, expression);
    case "record":
      return checkRecord(body, expression, expected);
    case "list":
      return checkList(body, expression, expected);
    case "tuple":
      return checkTuple(body, expression, expected);
    case "parenthesised":
      return checkExpression(body, expression.inner, expected);
    case "if":
    case "if-let":
    case "match":
    case "block":
      return checkBranching(body, expression, { kind: "value", type: expected, reason: null });
    case "try":
      return checkTry(body, expression);
    case "error":
      body.session.isTreeBroken = true;
      return errorAt(expression.span);
  }
}

/** An expression that must have this type; in an `if` each branch is held to it. */
function checkValue(
  body: Body,
  expression: ast.Expression,
  type: Type,
  reason: Reason,
): TypedExpression {
  if (expression.kind === "parenthesised") return checkValue(body, expression.inner, type, reason);
  const value = isBranching(expression)
    ? checkBranching(body, expression, { kind: "value", type, reason })
    : checkExpression(body, expression, type);
  return fit(body, value, type, reason);
}

/** `[a, b]`: bare whole numbers take their kind from the other elements. */
function checkList(
  body: Body,
  expression: ast.Expression & { kind: "list" },
  expected: Type | null,
): TypedExpression {
  const wanted = expected === null ? null : resolved(body.solver, expected);
  const element = wanted?.kind === "list" ? wanted.element : freshType(body.solver);
  const elements: TypedExpression[] = [];
  const adapting: number[] = [];
  let first: TypedExpression | null = null;
  const check = (index: number) => {
    let value = body.check.expression(body, expression.elements[index], element);
    if (!hasValue(body, value)) value = { ...value, type: ERROR };
    elements[index] = fitElement(body, value, element, first);
    first ??= value;
  };
  for (let index = 0; index < expression.elements.length; index += 1) {
    if (isLiteralArithmetic(expression.elements[index])) adapting.push(index);
    else check(index);
  }
  for (const index of adapting) check(index);
  const type: Type = { kind: "list", element };
  const { span } = expression;
  return finishing(body, { kind: "list", elements: elements.slice(), type, span });
}

function fitElement(
  body: Body,
  value: TypedExpression,
  element: Type,
  first: TypedExpression | null,
): TypedExpression {
  return fits(body, value, element) ? value : misfit(body, value, element, first);
}

function misfit(
  body: Body,
  value: TypedExpression,
  element: Type,
  first: TypedExpression | null,
): TypedExpression {
  const text = () => {
    const shown = showType(body.solver, element);
    return first === null
      ? `the elements of the list are \`${shown}\``
      : `this element is \`${shown}\`, and all have one type`;
  };
  return fit(body, value, element, {
    text,
    place: first === null ? null : placeAt(body, first.span),
  });
}

function checkTuple(
  body: Body,
  expression: ast.Expression & { kind: "tuple" },
  expected: Type | null,
): TypedExpression {
  const { span } = expression;
  if (expression.elements.length === 0) return { kind: "tuple", elements: [], type: NOTHING, span };
  const wanted = expected === null ? null : resolved(body.solver, expected);
  const hints = wanted?.kind === "tuple" ? wanted.elements : [];
  const elements = expression.elements.map((each, index) => {
    const value = body.check.expression(body, each, hints[index] ?? null);
    return hasValue(body, value) ? value : { ...value, type: ERROR };
  });
  const type: Type = { kind: "tuple", elements: elements.map((each) => each.type) };
  return finishing(body, { kind: "tuple", elements, type, span });
}
