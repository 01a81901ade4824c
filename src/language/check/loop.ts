/** `while`, `loop`, `for`, `break`, `continue`. */

import { INT, type Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { lintVariables } from "./lint.ts";
import { checkCondition } from "./operator.ts";
import { checkAlwaysFits } from "./match.ts";
import { checkPattern, declare, type Binding } from "./pattern.ts";
import { behindLet, boundsOf, checkBounds, isRange } from "./range.ts";
import { complain, EFFECT, type Body, type LoopJumps, openScope } from "./session.ts";
import { showType } from "./show.ts";
import { ERROR, isError, resolved } from "./solver.ts";
import type { Local, TypedBlock, TypedStatement } from "./typed.ts";

type Of<Kind extends ast.Statement["kind"]> = ast.Statement & { kind: Kind };
type RangeSyntax = ast.Expression & { kind: "range" };

export function checkWhile(body: Body, statement: Of<"while">): TypedStatement {
  const head = { start: statement.span.start, end: statement.condition.span.end };
  const condition = checkCondition(body, statement.condition, head);
  const { block } = checkLoopBody(body, statement.body);
  return { kind: "while", condition, body: block, span: statement.span };
}

export function checkLoop(body: Body, statement: Of<"loop">): TypedStatement {
  const { block, hasBreak } = checkLoopBody(body, statement.body);
  const checked: TypedStatement = {
    kind: "loop",
    body: block,
    span: statement.span,
  };
  if (!hasBreak) body.facts.endless.add(checked);
  return checked;
}

function checkLoopBody(body: Body, block: ast.Block): LoopJumps & { block: TypedBlock } {
  const loop: LoopJumps = { hasBreak: false, hasContinue: false };
  body.loops.push(loop);
  const checked = body.check.block(body, block, EFFECT);
  body.loops.pop();
  return { block: checked, hasBreak: loop.hasBreak, hasContinue: loop.hasContinue };
}

/** The rule jumpIsInLoop. */
export function checkJump(body: Body, statement: Of<"break"> | Of<"continue">): TypedStatement {
  const loop = body.loops.at(-1);
  if (loop === undefined) {
    complain(
      body,
      "jumpIsInLoop",
      statement.span,
      `\`${statement.kind}\` stands in a loop, and here is none`,
      {
        help: body.name === null ? [] : ["to leave the function, write `return`"],
      },
    );
  } else if (statement.kind === "break") loop.hasBreak = true;
  else loop.hasContinue = true;
  return { kind: statement.kind, span: statement.span };
}

export function checkFor(body: Body, statement: Of<"for">): TypedStatement {
  let { iterated } = statement;
  while (iterated.kind === "parenthesised") iterated = iterated.inner;
  const outer = body.scope;
  const checked =
    iterated.kind === "range"
      ? forRange(body, statement, iterated)
      : forValue(body, statement, iterated);
  body.scope = outer;
  return checked;
}

const LOOP: Binding = { origin: "loop", keyword: null };

function forRange(body: Body, statement: Of<"for">, range: RangeSyntax): TypedStatement {
  const [from, to] = checkBounds(body, range);
  return forBounds(body, statement, { from, to, inclusive: range.inclusive });
}

function forBounds(
  body: Body,
  statement: Of<"for">,
  bounds: Pick<TypedStatement & { kind: "for-range" }, "from" | "to" | "inclusive">,
): TypedStatement {
  openScope(body);
  const local = declareCounter(body, statement.pattern);
  const { block, hasContinue } = checkLoopBody(body, statement.body);
  lintVariables(body, body.scope);
  return {
    kind: "for-range",
    local,
    ...bounds,
    body: block,
    hasContinue,
    span: statement.span,
  };
}

function declareCounter(body: Body, pattern: ast.Pattern): Local | null {
  if (pattern.kind === "name") return declare(body, pattern.name, INT, LOOP);
  const typed = checkPattern(body, pattern, INT, LOOP);
  checkAlwaysFits(body, pattern, typed, INT);
  return null;
}

function forValue(body: Body, statement: Of<"for">, iterated: ast.Expression): TypedStatement {
  const list = body.check.expression(body, iterated, null);
  const type = resolved(body.solver, list.type);
  if (isRange(type)) {
    const { from, to, held } = boundsOf(list, type);
    return behindLet(held, forBounds(body, statement, { from, to, inclusive: false }));
  }
  const element = elementOf(body, iterated, type);
  openScope(body);
  const pattern = checkPattern(body, statement.pattern, element, LOOP);
  checkAlwaysFits(body, statement.pattern, pattern, element);
  const { block, hasContinue } = checkLoopBody(body, statement.body);
  lintVariables(body, body.scope);
  return { kind: "for-list", pattern, list, body: block, hasContinue, span: statement.span };
}

/** The rule iteratedIsIterable. */
function elementOf(body: Body, iterated: ast.Expression, type: Type): Type {
  if (type.kind === "list") return type.element;
  if (type.kind === "map") return { kind: "tuple", elements: [type.key, type.value] };
  if (isError(type) || type.kind === "never") return ERROR;
  const help =
    type.kind === "int"
      ? ["to count, write a range: `0..n`"]
      : type.kind === "float"
        ? ["to step through numbers, write `linspace(a, b, count: n)`"]
        : [];
  complain(
    body,
    "iteratedIsIterable",
    iterated.span,
    `\`for\` goes through a range, a list or a map, and this is \`${showType(body.solver, type)}\``,
    { help },
  );
  return ERROR;
}
