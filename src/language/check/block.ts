/** Blocks: a scope, statements in order, and a value where one is wanted. */

import { NEVER, NOTHING, type Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { checkBranching, isBranching } from "./branch.ts";
import { lintVariables } from "./lint.ts";
import { complain, finishing, type Body, type Wanted, openScope } from "./session.ts";
import { resolved } from "./solver.ts";
import { checkStatement, doesNotContinue } from "./statement.ts";
import type { TypedBlock, TypedExpression, TypedStatement } from "./typed.ts";

/** A block in a scope of its own. */
export function checkBlock(body: Body, block: ast.Block, wanted: Wanted): TypedBlock {
  const outer = body.scope;
  openScope(body);
  const checked = checkStatements(body, block, wanted);
  lintVariables(body, body.scope);
  body.scope = outer;
  return checked;
}

/** The statements in the scope that is open. */
export function checkStatements(body: Body, block: ast.Block, wanted: Wanted): TypedBlock {
  const statements: TypedStatement[] = [];
  let value: TypedExpression | null = null;
  let isEnded = false;
  let isUnreachableReported = false;
  for (let index = 0; index < block.statements.length; index += 1) {
    const statement = block.statements[index];
    if (isEnded && !isUnreachableReported) {
      unreachable(body, statement, block.statements[index - 1]);
      isUnreachableReported = true;
    }
    const isLast = index === block.statements.length - 1;
    if (isLast && statement.kind === "expression" && wantsValue(body, wanted)) {
      value = checkTail(body, statement.expression, wanted);
      isEnded ||= resolved(body.solver, value.type).kind === "never";
      continue;
    }
    const checked = checkStatement(body, statement);
    if (checked === null) continue;
    statements.push(checked);
    isEnded ||= doesNotContinue(body, checked);
  }
  return finish(body, block, statements, value, isEnded);
}

const NO_STATEMENTS: readonly TypedStatement[] = [];

function finish(
  body: Body,
  block: ast.Block,
  statements: TypedStatement[],
  tail: TypedExpression | null,
  isEnded: boolean,
): TypedBlock {
  let value = tail;
  let type: Type = NOTHING;
  if (value !== null) type = resolved(body.solver, value.type);
  if (value !== null && (type.kind === "nothing" || type.kind === "never")) {
    statements.push({ kind: "expression", expression: value, span: value.span });
    value = null;
  }
  if (isEnded) type = NEVER;
  if (isEnded && value !== null) {
    statements.push({ kind: "expression", expression: value, span: value.span });
    value = null;
  }
  // a list that has grown keeps room for 16 more
  const made = statements.length === 0 ? NO_STATEMENTS : statements.slice();
  return finishing(body, { statements: made, value, type, span: block.span });
}

function wantsValue(body: Body, wanted: Wanted): wanted is Wanted & { kind: "value" } {
  return (
    wanted.kind === "value" &&
    (wanted.type === null || resolved(body.solver, wanted.type).kind !== "nothing")
  );
}

function checkTail(
  body: Body,
  expression: ast.Expression,
  wanted: Wanted & { kind: "value" },
): TypedExpression {
  const { type, reason } = wanted;
  if (type !== null && reason !== null) return body.check.value(body, expression, type, reason);
  if (isBranching(expression)) {
    return checkBranching(body, expression, tailWanted(expression, wanted));
  }
  return body.check.expression(body, expression, type);
}

/**
 * An `if` without `else` at the end of a block is there for its effect, unless a type is asked
 * for.
 */
function tailWanted(expression: ast.Expression, wanted: Wanted & { kind: "value" }): Wanted {
  const isShort =
    (expression.kind === "if" || expression.kind === "if-let") && expression.else === null;
  return isShort && wanted.type === null ? { kind: "effect" } : wanted;
}

/** The lint codeIsReachable. */
function unreachable(body: Body, statement: ast.Statement, before: ast.Statement): void {
  complain(body, "codeIsReachable", statement.span, "this is never reached", {
    labels: [{ span: before.span, text: "what stands here does not continue" }],
  });
}
