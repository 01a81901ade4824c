/** `assert`: nothing but the test is paid when it holds; the message is made when it does not. */

import type { TypedExpression, TypedStatement } from "../check/typed.ts";
import type { Value } from "./leaf.ts";
import { branch, branchOnPair, chained } from "./comparison.ts";
import { at, type Context, held, only, taken } from "./context.ts";
import { operands } from "./operands.ts";
import { textConstant } from "./joining.ts";
import { message } from "./text.ts";

type Assert = Extract<TypedStatement, { kind: "assert" }>;
type Comparison = Extract<TypedExpression, { kind: "comparison" }>;

export function assertion(context: Context, statement: Assert): void {
  demand(context, statement, statement.condition);
}

function demand(context: Context, statement: Assert, condition: TypedExpression): void {
  if (statement.message === null && condition.kind === "and") {
    demand(context, statement, condition.left);
    demand(context, statement, condition.right);
  } else if (statement.message === null && condition.kind === "comparison") {
    demandComparison(context, statement, condition);
  } else {
    const otherwise = (): void => fail(context, statement, () => textOf(context, statement));
    branch(context, condition, () => undefined, otherwise);
  }
}

function textOf(context: Context, statement: Assert): Value {
  if (statement.message !== null) return context.value(statement.message);
  return textConstant(context, "the condition does not hold");
}

function fail(context: Context, statement: Assert, text: () => Value): void {
  const value = taken(context, text());
  at(context, statement.span);
  context.builder.emit({ op: "fail_assertion", message: only(value) });
}

/** Every link of the chain by itself, so that the failing one can show its operands. */
function demandComparison(context: Context, statement: Assert, condition: Comparison): void {
  const { operands: parts, comparisons } = condition;
  const { type } = parts[0];
  const isPair = parts.length === 2;
  let [left, second] = isPair ? operands(context, parts) : [chained(context, parts, 0), undefined];
  for (const [index, comparison] of comparisons.entries()) {
    const right = second ?? chained(context, parts, index + 1);
    second = undefined;
    at(context, condition.span);
    const [a, b] = [held(left), held(right)];
    const otherwise = (): void =>
      fail(context, statement, () =>
        message(context, [
          { type, value: a },
          ` ${comparison} `,
          { type, value: b },
          " does not hold",
        ]),
      );
    branchOnPair(context, comparison, type, [a, b], () => undefined, otherwise);
    context.builder.release(left);
    left = right;
  }
  context.builder.release(left);
}
