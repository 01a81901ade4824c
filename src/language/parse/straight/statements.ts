/** Statements and blocks of texts without mistakes. */

import { MISTAKE } from "../../../../grammar/direct-stack.ts";
import { ASSIGNMENT_OPERATORS } from "../../../../grammar/operators.ts";
import { tokenCode, TOKENS } from "../../../../grammar/tokens.ts";
import { kindCode, NODE_KINDS, type NodeKind } from "../../../../grammar/tree.ts";
import type { BinaryOperator, Block, Expression, Statement } from "../../ast.ts";
import type { LetCondition } from "../matches.ts";
import {
  beginsLine,
  codeAt,
  demand,
  expressionAt,
  isNode,
  isToken,
  nameAt,
  listOf,
  spanOf,
  type Parts,
  type Readers,
} from "./parts.ts";
import { bindingAt } from "./patterns.ts";
import { typeAt } from "./types.ts";

const BREAK = tokenCode("Break");
const COLON = tokenCode("Colon");
const EQUAL = tokenCode("Equal");
const LET = tokenCode("Let");
const VAR = tokenCode("Var");
const BLOCK = kindCode("block");

/** By the code of a token between a place and its new value: what is applied to the old one. */
const OPERATORS: (BinaryOperator | null | undefined)[] = TOKENS.map(
  ({ name }) => ASSIGNMENT_OPERATORS.find(({ token }) => token === name)?.operator,
);

const STATEMENTS: ReadonlySet<NodeKind> = new Set([
  "let",
  "statement",
  "while",
  "loop",
  "for",
  "jump",
  "return",
  "emit",
  "print",
  "assert",
]);
const IS_STATEMENT = NODE_KINDS.map((kind) => STATEMENTS.has(kind));

export const STATEMENT_READERS: Readers = {
  block: blockOf,
  let: letOf,
  statement: assignmentOf,
  while: (parts, from, to): Statement => {
    const binding = letConditionAt(parts, from + 1);
    const body = blockAt(parts, from + 2);
    const span = spanOf(parts, from, to);
    if (binding !== null) return { kind: "while-let", ...binding, body, span };
    return { kind: "while", condition: expressionAt(parts, from + 1), body, span };
  },
  loop: (parts, from, to): Statement => ({
    kind: "loop",
    body: blockAt(parts, from + 1),
    span: spanOf(parts, from, to),
  }),
  for: (parts, from, to): Statement => {
    // a lone block is the body
    demand(parts.kinds[from + 3] !== BLOCK);
    return {
      kind: "for",
      pattern: bindingAt(parts, from + 1),
      iterated: expressionAt(parts, from + 3),
      body: blockAt(parts, from + 4),
      span: spanOf(parts, from, to),
    };
  },
  jump: (parts, from, to): Statement => ({
    kind: isToken(parts, from, BREAK) ? "break" : "continue",
    span: spanOf(parts, from, to),
  }),
  return: (parts, from, to): Statement => ({
    kind: "return",
    value: to > from + 1 ? expressionAt(parts, from + 1) : null,
    span: spanOf(parts, from, to),
  }),
  emit: (parts, from, to): Statement => ({
    kind: "emit",
    output: nameAt(parts, from + 1),
    value: expressionAt(parts, from + 3),
    span: spanOf(parts, from, to),
  }),
  print: (parts, from, to): Statement => ({
    kind: "print",
    value: expressionAt(parts, from + 1),
    span: spanOf(parts, from, to),
  }),
  assert: (parts, from, to): Statement => ({
    kind: "assert",
    condition: expressionAt(parts, from + 1),
    message: to > from + 2 ? expressionAt(parts, from + 3) : null,
    span: spanOf(parts, from, to),
  }),
};

export function blockAt(parts: Parts, part: number): Block {
  return parts.values[part] as Block;
}

/** What an `if let` or a `while let` takes apart; null for a plain condition. */
export function letConditionAt(parts: Parts, part: number): LetCondition | null {
  const isLet = codeAt(parts, part) === LET;
  return isLet ? (parts.values[part] as LetCondition) : null;
}

/** The statement that a part is; declarations stand elsewhere. */
export function statementAt(parts: Parts, part: number): Statement {
  demand(IS_STATEMENT[parts.kinds[part]]);
  return parts.values[part] as Statement;
}

function blockOf(parts: Parts, from: number, to: number): Block {
  const first = from + 1;
  const count = to - 1 - first;
  for (let index = 0; index < count; index += 1) {
    if (index > 0) demand(beginsLine(parts, first + index));
    parts.row[index] = statementAt(parts, first + index);
  }
  return { statements: listOf(parts.row as Statement[], count), span: spanOf(parts, from, to) };
}

function letOf(parts: Parts, from: number, to: number): Statement & { kind: "let" | "var" } {
  const isTyped = isToken(parts, from + 2, COLON);
  // `let mut x`, `let x := 1`
  demand(isNode(parts, from + 1) && isToken(parts, to - 2, EQUAL));
  return {
    kind: isToken(parts, from, VAR) ? "var" : "let",
    pattern: bindingAt(parts, from + 1),
    type: isTyped ? typeAt(parts, from + 3) : null,
    value: expressionAt(parts, to - 1),
    span: spanOf(parts, from, to),
  };
}

function assignmentOf(parts: Parts, from: number, to: number): Statement {
  const place = expressionAt(parts, from);
  if (to === from + 1) return { kind: "expression", expression: place, span: place.span };
  const operator = OPERATORS[codeAt(parts, from + 1)];
  if (operator === undefined) throw MISTAKE;
  const value: Expression = expressionAt(parts, from + 2);
  return { kind: "assign", place, operator, value, span: spanOf(parts, from, to) };
}
