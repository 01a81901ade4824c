/** `if` as a statement and as an expression, and blocks in value position. */

import { NEVER, NOTHING, type Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { errorAt } from "./access.ts";
import { isLiteralArithmetic, tailOf } from "./literal.ts";
import { checkMatch, checkWithElse } from "./match.ts";
import { checkCondition } from "./operator.ts";
import { complain, EFFECT, finishing, type Body, type Wanted } from "./session.ts";
import { showType } from "./show.ts";
import { ERROR, isError, resolved, unify } from "./solver.ts";
import type { TypedBlock, TypedExpression } from "./typed.ts";

export type BranchingSyntax = ast.Expression & { kind: "if" | "if-let" | "match" | "block" };

/** What has branches or statements inside, so that each of them is held to what is wanted. */
export function isBranching(expression: ast.Expression): expression is BranchingSyntax {
  const { kind } = expression;
  return kind === "if" || kind === "if-let" || kind === "match" || kind === "block";
}

export function checkBranching(
  body: Body,
  expression: BranchingSyntax,
  wanted: Wanted,
): TypedExpression {
  switch (expression.kind) {
    case "if":
      return checkIf(body, expression, wanted);
    case "if-let":
      return checkIfLet(body, expression, wanted);
    case "match":
      return checkMatch(body, expression, wanted);
    case "block":
      return checkBlockExpression(body, expression.block, wanted);
  }
}

type IfSyntax = ast.Expression & { kind: "if" };

/** `if condition { … } else { … }` */
function checkIf(body: Body, expression: IfSyntax, wanted: Wanted): TypedExpression {
  const condition = checkCondition(body, expression.condition, null);
  const { span } = expression;
  if (expression.else === null) {
    const then = body.check.block(body, expression.then, EFFECT);
    if (wanted.kind === "value" && !isNothing(body, wanted.type)) {
      noElse(body, expression);
      return errorAt(expression.span);
    }
    // The tree calls its branch so, and nothing awaits it.
    // oxlint-disable-next-line unicorn/no-thenable
    return { kind: "if", condition, then, else: null, type: NOTHING, span };
  }
  const [then, other] = checkBranches(body, expression.then, expression.else, wanted);
  const type =
    wanted.kind === "effect" ? typeOfEffect(then, other) : joinBranches(body, then, other);
  // oxlint-disable-next-line unicorn/no-thenable
  return finishing(body, { kind: "if", condition, then, else: other, type, span });
}

/** `if let pattern = value { … } else { … }` */
function checkIfLet(
  body: Body,
  expression: ast.Expression & { kind: "if-let" },
  wanted: Wanted,
): TypedExpression {
  const isValue = wanted.kind === "value" && !isNothing(body, wanted.type);
  if (expression.else === null && isValue) {
    body.check.expression(body, expression.value, null);
    noElse(body, expression);
    return errorAt(expression.span);
  }
  return checkWithElse(body, expression, expression.else === null ? EFFECT : wanted);
}

function isNothing(body: Body, type: Type | null): boolean {
  return type !== null && resolved(body.solver, type).kind === "nothing";
}

function typeOfEffect(then: TypedBlock, other: TypedBlock): Type {
  return then.type.kind === "never" && other.type.kind === "never" ? NEVER : NOTHING;
}

/** The branch that is only a bare number comes last, when the other has said what it is. */
function checkBranches(
  body: Body,
  then: ast.Block,
  other: ast.Expression,
  wanted: Wanted,
): readonly [TypedBlock, TypedBlock] {
  const tail = tailOf(then);
  const isOpenHint = wanted.kind === "value" && wanted.type === null;
  if (isOpenHint && tail !== null && isLiteralArithmetic(tail)) {
    const second = checkElse(body, other, wanted);
    return [body.check.block(body, then, hinted(body, wanted, second)), second];
  }
  const first = body.check.block(body, then, wanted);
  return [first, checkElse(body, other, hinted(body, wanted, first))];
}

function hinted(body: Body, wanted: Wanted, neighbour: TypedBlock): Wanted {
  if (wanted.kind === "effect" || wanted.type !== null) return wanted;
  const type = resolved(body.solver, neighbour.type);
  return ["float", "list", "map"].includes(type.kind) ? { ...wanted, type } : wanted;
}

function checkElse(body: Body, expression: ast.Expression, wanted: Wanted): TypedBlock {
  if (expression.kind === "block") return body.check.block(body, expression.block, wanted);
  const statement: ast.Statement = { kind: "expression", expression, span: expression.span };
  return body.check.block(body, { statements: [statement], span: expression.span }, wanted);
}

/** The rule branchesAgree. */
function joinBranches(body: Body, then: TypedBlock, other: TypedBlock): Type {
  const a = resolved(body.solver, then.type);
  const b = resolved(body.solver, other.type);
  if (a.kind === "never") return b;
  if (b.kind === "never" || unify(body.solver, a, b)) return isError(a) ? b : a;
  const [left, right] = [showType(body.solver, a), showType(body.solver, b)];
  const span = (other.value ?? other).span;
  const isMissing = a.kind === "nothing" || b.kind === "nothing";
  const missing =
    b.kind === "nothing" ? "no value and the other has one" : "a value and the other has none";
  const message = isMissing
    ? `this branch has ${missing}`
    : `this branch is \`${right}\` and the other is \`${left}\``;
  const text = a.kind === "nothing" ? "no value" : `\`${left}\``;
  complain(body, "branchesAgree", span, message, {
    labels: [{ span: (then.value ?? then).span, text }],
  });
  return ERROR;
}

/** The rule ifHasElse. */
function noElse(body: Body, expression: ast.Node): void {
  complain(
    body,
    "ifHasElse",
    { start: expression.span.start, end: expression.span.start + 2 },
    "this `if` is used as a value and has no `else`",
    { help: ["say what the value is otherwise: `else { … }`"] },
  );
}

/** `{ … }` in value position. */
function checkBlockExpression(body: Body, block: ast.Block, wanted: Wanted): TypedExpression {
  const checked = body.check.block(body, block, wanted);
  return finishing(body, {
    kind: "block",
    block: checked,
    type: checked.type,
    span: checked.span,
  });
}
