/** `match`, `if let` and `while let`: arms, their types, and whether they cover every value. */

import { NEVER, NOTHING, type Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { hasValue } from "./access.ts";
import { isUseful, missingValue } from "./exhaustive.ts";
import { lintVariables } from "./lint.ts";
import { isLiteralArithmetic } from "./literal.ts";
import { checkTruth } from "./operator.ts";
import { checkPattern, type Binding } from "./pattern.ts";
import { complain, EFFECT, finishing, type Body, type Wanted, openScope } from "./session.ts";
import { showType } from "./show.ts";
import { ERROR, isError, isUnknown, resolved, unify } from "./solver.ts";
import type {
  TypedArm,
  TypedBlock,
  TypedExpression,
  TypedPattern,
  TypedStatement,
} from "./typed.ts";

type MatchSyntax = ast.Expression & { kind: "match" };

const ARM: Binding = { origin: "match", keyword: null };

/** `match value { pattern => body … }` */
export function checkMatch(body: Body, expression: MatchSyntax, wanted: Wanted): TypedExpression {
  const value = scrutinee(body, expression.value);
  const arms: TypedArm[] = [];
  let hint = wanted;
  // Bare numbers come last, when the other arms have said what they are.
  for (const isLast of [false, true]) {
    for (let index = 0; index < expression.arms.length; index += 1) {
      const arm = expression.arms[index];
      if (isLiteralArithmetic(arm.body) !== isLast) continue;
      arms[index] = checkArm(body, arm, value.type, hint);
      hint = hinted(body, hint, arms[index].body);
    }
  }
  checkArms(body, expression, value.type, arms);
  return made(body, expression, value, arms, wanted);
}

/** The value that is taken apart. */
function scrutinee(body: Body, written: ast.Expression): TypedExpression {
  const value = body.check.expression(body, written, null);
  return hasValue(body, value) ? value : { ...value, type: ERROR };
}

function checkArm(body: Body, arm: ast.MatchArm, type: Type, wanted: Wanted): TypedArm {
  const outer = body.scope;
  openScope(body);
  const pattern = checkPattern(body, arm.pattern, type, ARM);
  const guard = arm.guard === null ? null : checkTruth(body, arm.guard, "a guard is a `Bool`");
  const checked = body.check.block(body, blockOf(arm.body), wanted);
  lintVariables(body, body.scope);
  body.scope = outer;
  return { pattern, guard, body: checked };
}

function blockOf(expression: ast.Expression): ast.Block {
  if (expression.kind === "block") return expression.block;
  const { span } = expression;
  return { statements: [{ kind: "expression", expression, span }], span };
}

const HINTS: ReadonlySet<Type["kind"]> = new Set(["float", "list", "map", "record", "enum"]);

function hinted(body: Body, wanted: Wanted, neighbour: TypedBlock): Wanted {
  if (wanted.kind === "effect" || wanted.type !== null) return wanted;
  const type = resolved(body.solver, neighbour.type);
  return HINTS.has(type.kind) ? { ...wanted, type } : wanted;
}

function made(
  body: Body,
  { span }: ast.Node,
  value: TypedExpression,
  arms: readonly TypedArm[],
  wanted: Wanted,
): TypedExpression {
  const isNever = arms.length > 0 && arms.every((arm) => arm.body.type.kind === "never");
  const type =
    wanted.kind === "effect"
      ? isNever
        ? NEVER
        : NOTHING
      : joined(
          body,
          arms.map((a) => a.body),
        );
  return finishing(body, { kind: "match", value, arms, isTurn: false, type, span });
}

/** The one type of all arms. The rule branchesAgree. */
function joined(body: Body, blocks: readonly TypedBlock[]): Type {
  let first: TypedBlock | null = null;
  for (const block of blocks) {
    const type = resolved(body.solver, block.type);
    if (type.kind === "never") continue;
    if (first === null || isError(resolved(body.solver, first.type))) {
      first = block;
      continue;
    }
    const before = resolved(body.solver, first.type);
    if (unify(body.solver, before, type)) continue;
    const [left, right] = [before, type].map((each) =>
      each.kind === "nothing" ? "no value" : `\`${showType(body.solver, each)}\``,
    );
    complain(
      body,
      "branchesAgree",
      (block.value ?? block).span,
      `this arm is ${right} and another is ${left}`,
      { labels: [{ span: (first.value ?? first).span, text: left }] },
    );
    return ERROR;
  }
  return first === null ? NEVER : resolved(body.solver, first.type);
}

/** The rule matchIsExhaustive and the lint armIsReachable. */
function checkArms(
  body: Body,
  expression: MatchSyntax,
  type: Type,
  arms: readonly TypedArm[],
): void {
  const known = resolved(body.solver, type);
  if (isError(known) || isUnknown(known) || known.kind === "never") return;
  const rows: TypedPattern[] = [];
  for (const [index, arm] of arms.entries()) {
    const { span } = expression.arms[index].pattern;
    if (!isUseful(body.solver, known, rows, arm.pattern)) {
      complain(body, "armIsReachable", span, "this arm is never reached", {
        notes: ["the arms before it take every value that it fits"],
      });
    }
    if (arm.guard === null) rows.push(arm.pattern);
  }
  const missing = missingValue(body.solver, known, rows);
  if (missing === null) return;
  const isGuarded = arms.some((arm) => arm.guard !== null);
  const others = missing === "_" ? "" : ", or `_ => …` for all others";
  complain(
    body,
    "matchIsExhaustive",
    { start: expression.span.start, end: expression.span.start + "match".length },
    `no arm takes \`${missing}\``,
    {
      notes: isGuarded
        ? ["an arm with a guard may not take its values"]
        : known.kind === "float"
          ? ["no range of Floats takes NaN"]
          : [],
      help: [`add an arm: \`${missing} => …\`${others}`],
    },
  );
}

/** `if let`, whose other arm is the `else`. */
export function checkWithElse(
  body: Body,
  expression: ast.Expression & { kind: "if-let" },
  wanted: Wanted,
): TypedExpression {
  const value = scrutinee(body, expression.value);
  const { pattern, span } = expression;
  const then: ast.Expression = {
    kind: "block",
    block: expression.then,
    span: expression.then.span,
  };
  const first = checkArm(body, { pattern, guard: null, body: then, span }, value.type, wanted);
  const hint = hinted(body, wanted, first.body);
  const otherwise: ast.Block =
    expression.else === null
      ? { statements: [], span: { start: span.end, end: span.end } }
      : blockOf(expression.else);
  const second: TypedArm = {
    pattern: { kind: "ignore" },
    guard: null,
    body: body.check.block(body, otherwise, hint),
  };
  return made(body, expression, value, [first, second], wanted);
}

/** `while let pattern = value { … }`: a loop that ends when the value no longer fits. */
export function checkWhileLet(
  body: Body,
  statement: ast.Statement & { kind: "while-let" },
): TypedStatement {
  const value = scrutinee(body, statement.value);
  body.loops.push({ hasBreak: false, hasContinue: false });
  const { pattern, span } = statement;
  const block: ast.Expression = { kind: "block", block: statement.body, span: statement.body.span };
  const first = checkArm(body, { pattern, guard: null, body: block, span }, value.type, EFFECT);
  body.loops.pop();
  const leave: TypedArm = {
    pattern: { kind: "ignore" },
    guard: null,
    body: { statements: [{ kind: "break", span }], value: null, type: NEVER, span },
  };
  const matched: TypedExpression = {
    kind: "match",
    value,
    arms: [first, leave],
    isTurn: true,
    type: NOTHING,
    span,
  };
  const inner: TypedBlock = {
    statements: [{ kind: "expression", expression: matched, span }],
    value: null,
    type: NOTHING,
    span,
  };
  return { kind: "loop", body: inner, span };
}

/** The rule patternAlwaysFits, for a `let` or a `for`. */
export function checkAlwaysFits(
  body: Body,
  { span }: ast.Pattern,
  typed: TypedPattern,
  type: Type,
): void {
  if (typed.kind === "local" || typed.kind === "ignore") return;
  const known = resolved(body.solver, type);
  if (isError(known) || isUnknown(known) || known.kind === "never") return;
  const missing = missingValue(body.solver, known, [typed]);
  if (missing === null) return;
  complain(body, "patternAlwaysFits", span, `this does not take \`${missing}\``, {
    help: ["a value that may not fit is taken apart with `match` or `if let`"],
  });
}
