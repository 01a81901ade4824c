/**
 * `assert traps("overflow", || …)` in a test: what the function value does stops the run with this
 * trap.
 *
 * A trap ends a run, so that a test which expects some is run several times: with occurrence 0 none
 * of them is tried, with occurrence n the n-th that the test comes to, which is a snapshot because
 * runs are deterministic. The hidden parameter says which, and the hidden output what is expected.
 */

import { BOOL, INT, NOTHING, STRING, type Type } from "../../machine/types/type.ts";
import { TRAPS } from "../../machine/trap.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { isCaptureScope } from "./capture.ts";
import { checkLambda } from "./lambda.ts";
import { complain, finishing, type Body } from "./session.ts";
import { didYouMean } from "./suggestion.ts";
import type {
  Local,
  Place,
  TypedBlock,
  TypedExpression,
  TypedOutput,
  TypedParameter,
  TypedStatement,
} from "./typed.ts";

type Call = ast.Expression & { kind: "call" };
type LambdaSyntax = ast.Expression & { kind: "lambda" };

/** Names that no program can write, of the parameter and the output that a test module gets. */
export const EXPECTED_TRAP = { occurrence: "occurrence'", name: "expected'" } as const;

/** What a test needs to expect traps. */
export interface TrapExpectations {
  /** Counts the expectations that the run has come to. */
  readonly count: Local;
  /** Which of them is tried. */
  readonly occurrence: TypedParameter;
  /** The name of the expected trap, and behind it an empty text when nothing has trapped. */
  readonly name: TypedOutput;
  isUsed: boolean;
}

/**
 * @param first the index behind the parameters and outputs that the program has
 */
export function newTrapExpectations(
  place: Place,
  first: { readonly parameter: number; readonly output: number },
): TrapExpectations {
  return {
    count: { name: "count'", type: INT, isVar: true, span: place.span },
    occurrence: {
      index: first.parameter,
      name: EXPECTED_TRAP.occurrence,
      type: INT,
      documentation: "",
      default: { kind: "int", value: 0 },
      range: null,
      place,
    },
    name: {
      index: first.output,
      name: EXPECTED_TRAP.name,
      type: STRING,
      documentation: "",
      place,
    },
    isUsed: false,
  };
}

/** The body of a test with the counter that its expectations share. */
export function withCounter(block: TypedBlock, { count, isUsed }: TrapExpectations): TypedBlock {
  if (!isUsed) return block;
  const { span } = block;
  const start: TypedStatement = {
    kind: "let",
    pattern: { kind: "local", local: count },
    value: constant(INT, { kind: "int", value: 0 }, span),
    span,
  };
  return { ...block, statements: [start, ...block.statements] };
}

/** The call of `traps` that an `assert` has for its condition; null when it has another. */
export function trapCall({ condition }: ast.Statement & { kind: "assert" }): Call | null {
  if (condition.kind !== "call" || condition.callee.kind !== "name") return null;
  return condition.callee.name === "traps" ? condition : null;
}

export function checkExpectedTrap(
  body: Body,
  statement: ast.Statement & { kind: "assert" },
  call: Call,
): TypedStatement | null {
  const { expectations } = body;
  if (expectations === null || isCaptureScope(body)) {
    notInTest(body, call);
    return null;
  }
  const name = nameOf(body, call);
  const attempt = name === null ? null : attemptOf(body, call);
  if (attempt === null || name === null) return null;
  if (statement.message !== null) withMessage(body, statement.message);
  expectations.isUsed = true;
  const lambda = checkLambda(body, attempt, null, true);
  return tried(body, expectations, name, lambda, statement.span);
}

/** The rule trapIsExpectedInTest. */
function notInTest(body: Body, { span }: Call): void {
  complain(body, "trapIsExpectedInTest", span, "`traps` stands in the body of a test", {
    notes: ["a trap ends a run, and only a test can be run again"],
    help: ['write `test "…" { assert traps("bounds", || xs[10]) }`'],
  });
}

/** The rule expectedTrapIsKnown. */
function nameOf(body: Body, call: Call): string | null {
  const names = Object.keys(TRAPS);
  const written = call.arguments[0]?.value;
  const span = written?.span ?? call.span;
  if (written?.kind !== "string" || written.parts.some(({ kind }) => kind === "hole")) {
    complain(body, "expectedTrapIsKnown", span, "`traps` takes the name of a trap as a text", {
      help: ['write `assert traps("overflow", || …)`'],
    });
    return null;
  }
  const name = written.parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
  if (names.includes(name)) return name;
  const inside = { start: span.start + 1, end: span.end - 1 };
  complain(body, "expectedTrapIsKnown", inside, `there is no trap \`${name}\``, {
    notes: [`the traps are ${names.join(", ")}`],
    ...didYouMean(name, inside, names),
  });
  return null;
}

/** The rule expectedTrapIsTried. */
function attemptOf(body: Body, call: Call): LambdaSyntax | null {
  const [name, attempt, ...others] = call.arguments;
  const isPlain = name?.name === null && attempt?.name === null && others.length === 0;
  if (isPlain && attempt.value.kind === "lambda" && attempt.value.parameters.length === 0)
    return attempt.value;
  const message = "behind the name of the trap stands what is tried, as a function value";
  complain(body, "expectedTrapIsTried", attempt?.span ?? call.span, message, {
    help: ['write `assert traps("overflow", || …)`'],
  });
  return null;
}

/** The rule expectedTrapIsTried, for a message. */
function withMessage(body: Body, { span }: ast.Expression): void {
  complain(body, "expectedTrapIsTried", span, "`assert traps` has a message of its own", {
    help: ["leave this one out"],
  });
}

/** `count += 1` and, when it is this one's turn: the expected name, the attempt, a failure. */
function tried(
  body: Body,
  { count, occurrence, name: output }: TrapExpectations,
  name: string,
  lambda: TypedExpression,
  span: Span,
): TypedStatement {
  const local: Local = finishing(body, {
    name: "attempt'",
    type: lambda.type,
    isVar: false,
    span,
  });
  const call: TypedExpression = finishing(body, {
    kind: "value-call",
    value: finishing(body, { kind: "local", local, type: lambda.type, span }),
    arguments: [],
    type: (lambda.type as Type & { kind: "function" }).result,
    span,
  });
  const text = (value: string) => constant(STRING, { kind: "string", value }, span);
  const then: TypedBlock = block(span, [
    { kind: "emit", output, value: text(name), span },
    { kind: "let", pattern: { kind: "local", local }, value: lambda, span },
    { kind: "expression", expression: call, span },
    { kind: "emit", output, value: text(""), span },
    {
      kind: "assert",
      condition: constant(BOOL, { kind: "bool", value: false }, span),
      message: text(`the trap \`${name}\` was expected, and none came`),
      span,
    },
  ]);
  const isTurn: TypedExpression = {
    kind: "comparison",
    operands: [
      { kind: "local", local: count, type: INT, span },
      { kind: "parameter", parameter: occurrence, type: INT, span },
    ],
    comparisons: ["=="],
    type: BOOL,
    span,
  };
  const statements: TypedStatement[] = [
    {
      kind: "update",
      target: { local: count, path: [], type: INT, span },
      operator: "int +",
      value: constant(INT, { kind: "int", value: 1 }, span),
      span,
    },
    {
      kind: "expression",
      // oxlint-disable-next-line unicorn/no-thenable -- the word of the AST, which nobody awaits
      expression: { kind: "if", condition: isTurn, then, else: null, type: NOTHING, span },
      span,
    },
  ];
  const all: TypedExpression = {
    kind: "block",
    block: block(span, statements),
    type: NOTHING,
    span,
  };
  return { kind: "expression", expression: all, span };
}

function block(span: Span, statements: readonly TypedStatement[]): TypedBlock {
  return { statements, value: null, type: NOTHING, span };
}

function constant(
  type: Type,
  value: (TypedExpression & { kind: "constant" })["value"],
  span: Span,
): TypedExpression {
  return { kind: "constant", value, type, span };
}
