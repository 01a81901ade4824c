/** `a < b <= c`: one type, one direction. */

import { BOOL, type Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { isLiteralArithmetic } from "./literal.ts";
import { mixed } from "./refusal.ts";
import { boundEdits } from "./own-declaration.ts";
import { complain, type Body } from "./session.ts";
import { showType } from "./show.ts";
import { reportOperandUnits } from "./unit-mismatch.ts";
import { ERROR, isError, resolved, unify } from "./solver.ts";
import { boundHelp, lacking, whoseFunctions } from "./type-variable.ts";
import { writtenAt } from "./written.ts";
import type { TypedExpression } from "./typed.ts";

type ComparisonSyntax = ast.Expression & { kind: "comparison" };

export function checkComparison(body: Body, expression: ComparisonSyntax): TypedExpression {
  const { operators } = expression;
  const operands = checkOperands(body, expression);
  let isBroken = !hasDirection(body, expression);
  for (let index = 0; index < operators.length; index += 1) {
    const isFine = arePairable(body, operators[index], operands[index], operands[index + 1]);
    isBroken ||= !isFine;
  }
  return {
    kind: "comparison",
    operands,
    comparisons: operators.map(({ operator }) => operator),
    type: isBroken ? ERROR : BOOL,
    span: expression.span,
  };
}

/** Bare whole numbers take their kind from the first operand that is not one. */
function checkOperands(body: Body, expression: ComparisonSyntax): TypedExpression[] {
  const { operands } = expression;
  if (operands.length === 2) return checkPair(body, operands[0], operands[1]);
  let hint: Type | null = null;
  const said: (TypedExpression | null)[] = [];
  for (let index = 0; index < operands.length; index += 1) {
    const isBare = isLiteralArithmetic(operands[index]);
    const checked: TypedExpression | null = isBare
      ? null
      : body.check.expression(body, operands[index], hint);
    hint ??= checked?.type ?? null;
    said.push(checked);
  }
  const given = hint;
  return said.map((each, index) => each ?? body.check.expression(body, operands[index], given));
}

/** Two operands, as nearly always: the same without a walk. */
function checkPair(
  body: Body,
  first: ast.Expression,
  second: ast.Expression,
): [TypedExpression, TypedExpression] {
  const isBare = isLiteralArithmetic(first);
  if (isBare && !isLiteralArithmetic(second)) {
    const right = body.check.expression(body, second, null);
    return [body.check.expression(body, first, right.type), right];
  }
  const left = body.check.expression(body, first, null);
  return [left, body.check.expression(body, second, isBare ? null : left.type)];
}

/** The rule comparisonChainHasDirection. */
function hasDirection(body: Body, { operators }: ComparisonSyntax): boolean {
  if (operators.length < 2) return true;
  const unequal = operators.find(({ operator }) => operator === "!=");
  if (unequal !== undefined) {
    complain(
      body,
      "comparisonChainHasDirection",
      unequal.span,
      "`!=` does not chain: `a != b != c` says nothing about `a` and `c`",
      {
        help: ["join two comparisons with `and`"],
      },
    );
    return false;
  }
  const rising = operators.find(({ operator }) => operator.startsWith("<"));
  const falling = operators.find(({ operator }) => operator.startsWith(">"));
  if (rising === undefined || falling === undefined) return true;
  const later = rising.span.start > falling.span.start ? rising : falling;
  complain(
    body,
    "comparisonChainHasDirection",
    later.span,
    "a chain of comparisons goes in one direction",
    {
      labels: [
        { span: (later === rising ? falling : rising).span, text: "this one goes the other way" },
      ],
      help: ["join two comparisons with `and`"],
    },
  );
  return false;
}

function arePairable(
  body: Body,
  operator: ComparisonSyntax["operators"][number],
  left: TypedExpression,
  right: TypedExpression,
): boolean {
  const a = resolved(body.solver, left.type);
  const b = resolved(body.solver, right.type);
  if (isError(a) || isError(b)) return false;
  if (a.kind === "never" || b.kind === "never") return true;
  if (!unify(body.solver, a, b)) {
    unequalTypes(body, operator, left, right);
    return false;
  }
  const type = resolved(body.solver, a);
  if (type.kind === "float" && (operator.operator === "==" || operator.operator === "!=")) {
    exactComparison(body, operator, left, right);
  }
  return isComparable(body, operator, type);
}

/** The rule operatorFitsOperands, for values without this comparison. */
function isComparable(
  body: Body,
  operator: ComparisonSyntax["operators"][number],
  type: Type,
): boolean {
  const isEquality = operator.operator === "==" || operator.operator === "!=";
  const bound = isEquality ? "Eq" : "Ord";
  const wrong = type.kind === "nothing" ? type : lacking(body, type, bound);
  if (wrong === null) return true;
  if (wrong.kind === "variable") {
    complain(
      body,
      "boundIsMet",
      operator.span,
      `nothing says that \`${wrong.name}\` works with \`${operator.operator}\``,
      { help: boundHelp(wrong, bound), edits: boundEdits(body, wrong.name, bound) },
    );
    return false;
  }
  if (wrong.kind === "function") {
    complain(
      body,
      "operatorFitsOperands",
      operator.span,
      `${whoseFunctions(body, type, wrong)} cannot be compared`,
      { notes: ["nothing tells in general whether two functions do the same"] },
    );
    return false;
  }
  complain(
    body,
    "operatorFitsOperands",
    operator.span,
    `\`${showType(body.solver, type)}\` has no order, ` +
      `so \`${operator.operator}\` does not work on it`,
    {
      help: type.kind === "record" ? ["compare a field: `a.x < b.x`"] : [],
    },
  );
  return false;
}

/** The rules unitsAgree, intAndFloatStayApart and typesAgree, for the two sides of a comparison. */
function unequalTypes(
  body: Body,
  site: ComparisonSyntax["operators"][number],
  left: TypedExpression,
  right: TypedExpression,
): void {
  const a = resolved(body.solver, left.type);
  const b = resolved(body.solver, right.type);
  const labels = [left, right].map((operand) => ({
    span: operand.span,
    text: `\`${showType(body.solver, operand.type)}\``,
  }));
  if (a.kind === "float" && b.kind === "float") {
    const message =
      `\`${showType(body.solver, a)}\` cannot be ` +
      `compared with \`${showType(body.solver, b)}\``;
    reportOperandUnits(body, site.span, [left, right], { message });
    return;
  }
  if ((a.kind === "int" && b.kind === "float") || (a.kind === "float" && b.kind === "int")) {
    const [int, float] = a.kind === "int" ? [left, right] : [right, left];
    mixed(body, { operator: site.operator, operatorSpan: site.span }, int, float);
    return;
  }
  complain(
    body,
    "typesAgree",
    site.span,
    `\`${showType(body.solver, a)}\` cannot be compared with \`${showType(body.solver, b)}\``,
    { labels },
  );
}

/** The lint floatsAreNotComparedExactly: part of the health checks; comparing with 0 is exact. */
function exactComparison(
  body: Body,
  site: ComparisonSyntax["operators"][number],
  left: TypedExpression,
  right: TypedExpression,
): void {
  const isZero = (side: TypedExpression) =>
    side.kind === "constant" && side.value.kind === "float" && side.value.value === 0;
  if (!body.session.isHealthChecked || isZero(left) || isZero(right)) return;
  const [a, b] = [left, right].map(({ span }) => writtenAt(body, span));
  const isKnown = a !== null && b !== null;
  const better = `${site.operator === "!=" ? "not " : ""}close(${isKnown ? `${a}, ${b}` : "a, b"})`;
  complain(
    body,
    "floatsAreNotComparedExactly",
    site.span,
    `\`${site.operator}\` compares two Floats bit by bit`,
    {
      help: [`compare with a tolerance, for example: \`${better}\``],
    },
  );
}
