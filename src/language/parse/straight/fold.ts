/**
 * Gives flat runs of texts without mistakes their shape: `a + b * c` by the precedence table, and
 * `x.f(y)[i]` from the left.
 *
 * It is the shape that grammar/fold.ts gives to trees. Each result takes the place of its first
 * part; what stands behind it in the run keeps its own.
 */

import { MISTAKE } from "../../../../grammar/direct-stack.ts";
import { LIMITS } from "../../../../grammar/limits.ts";
import { BINARY_OPERATORS, PREFIX_OPERATORS } from "../../../../grammar/operators.ts";
import { tokenCode, TOKENS } from "../../../../grammar/tokens.ts";
import { kindCode } from "../../../../grammar/tree.ts";
import type { Span } from "../../../source/span.ts";
import type { Argument, BinaryOperator, Comparison, Expression } from "../../ast.ts";
import { demand, expressionAt, isNode, isToken, nameAt, spanOf, type Parts } from "./parts.ts";

const ARGUMENTS = kindCode("arguments");
const EXPRESSION = kindCode("expression");
const CARET = tokenCode("Caret");
const INCLUSIVE = tokenCode("DotDotEqual");
const NOT = tokenCode("Not");
const NUMBER = tokenCode("Number");
const QUESTION = tokenCode("Question");
const SLASH = tokenCode("Slash");
const UNIT_SUFFIX = tokenCode("UnitSuffix");

/** By the code of a token: how tight it binds, and 0 for what is no operator of the language. */
const BINARY = new Uint8Array(TOKENS.length);
const PREFIX = new Uint8Array(TOKENS.length);
const TEXTS: string[] = TOKENS.map(() => "");
for (const { token, precedence, text } of BINARY_OPERATORS) {
  BINARY[tokenCode(token)] = precedence;
  TEXTS[tokenCode(token)] = text;
}
for (const { token, precedence } of PREFIX_OPERATORS) PREFIX[tokenCode(token)] = precedence;

/** How tight chains of comparisons and ranges bind; nothing else is on their levels. */
const COMPARISON = BINARY[tokenCode("Less")];
const RANGE = BINARY[tokenCode("DotDot")];
/** Right sides of these hold what binds as tight. */
const POWER = BINARY[CARET];

/** Runs that are longer are left to the reader of trees, which does not recurse. */
const LONGEST_ROW = 4 * LIMITS.depth;

/** `a.b(c)[d]?` */
export function foldOperand(parts: Parts, from: number, to: number): void {
  const { depths, lasts, values } = parts;
  let depth = depths[from];
  let value = expressionAt(parts, from);
  let part = from + 1;
  while (part < to) {
    if (isNode(parts, part)) {
      const span = spanOf(parts, from, part + 1);
      // the parts of what stands in brackets are those of the call
      depth = Math.max(depth, depths[part] - 1) + 1;
      value =
        parts.kinds[part] === ARGUMENTS
          ? { kind: "call", callee: value, arguments: values[part] as Argument[], span }
          : { kind: "index", receiver: value, index: values[part] as Expression, span };
      part += 1;
    } else {
      depth += 1;
      if (isToken(parts, part, QUESTION)) {
        value = { kind: "try", operand: value, span: spanOf(parts, from, part + 1) };
        part += 1;
      } else {
        const span = spanOf(parts, from, part + 2);
        value = { kind: "field", receiver: value, field: nameAt(parts, part + 1), span };
        part += 2;
      }
    }
  }
  demand(depth <= LIMITS.depth);
  lasts[from] = lasts[to - 1];
  put(parts, from, value, depth);
}

/** `a + b * c` */
export function foldExpression(parts: Parts, from: number, to: number): void {
  demand(to - from <= LONGEST_ROW);
  climb(parts, from, to, 1);
  demand(parts.depths[from] <= LIMITS.depth);
}

/**
 * Folds operands from one part on, and the operators between them that bind at least so tightly;
 * gives the part behind.
 */
function climb(parts: Parts, from: number, to: number, least: number): number {
  const { tokenCodes, firsts, lasts, depths } = parts;
  let next = from + 1;
  if (!isNode(parts, from)) {
    const code = tokenCodes[firsts[from]];
    const precedence = PREFIX[code];
    demand(precedence > 0);
    next = climb(parts, from + 1, to, precedence);
    lasts[from] = lasts[from + 1];
    const operand = expressionAt(parts, from + 1);
    const operator = code === NOT ? "not" : "-";
    const span = spanOf(parts, from, from + 1);
    put(parts, from, { kind: "unary", operator, operand, span }, depths[from + 1] + 1);
  }
  while (next < to) {
    const code = tokenCodes[firsts[next]];
    const precedence = BINARY[code];
    demand(precedence > 0);
    if (precedence < least) break;
    if (precedence === COMPARISON) {
      next = compare(parts, from, next, to);
      continue;
    }
    const behind = climb(parts, next + 1, to, precedence === POWER ? precedence : precedence + 1);
    if (code === SLASH || code === CARET) refuseUnit(parts, from, next);
    const left = expressionAt(parts, from);
    const right = expressionAt(parts, next + 1);
    lasts[from] = lasts[next + 1];
    const span = spanOf(parts, from, from + 1);
    const value: Expression =
      precedence === RANGE
        ? { kind: "range", from: left, to: right, inclusive: code === INCLUSIVE, span }
        : {
            kind: "binary",
            operator: TEXTS[code] as BinaryOperator,
            operatorSpan: spanOf(parts, next, next + 1),
            left,
            right,
            span,
          };
    put(parts, from, value, Math.max(depths[from], depths[next + 1]) + 1);
    next = behind;
  }
  return next;
}

/** `a < b <= c`, whose first comparison stands at `at`. */
function compare(parts: Parts, from: number, at: number, to: number): number {
  const { tokenCodes, firsts, lasts, depths } = parts;
  const first = expressionAt(parts, from);
  let next = climb(parts, at + 1, to, COMPARISON + 1);
  // lists of just what is in them: nearly all comparisons have two operands
  const operands = [first, expressionAt(parts, at + 1)];
  const operators = [comparisonAt(parts, at)];
  let depth = Math.max(depths[from], depths[at + 1]);
  lasts[from] = lasts[at + 1];
  while (next < to && BINARY[tokenCodes[firsts[next]]] === COMPARISON) {
    operators.push(comparisonAt(parts, next));
    const behind = climb(parts, next + 1, to, COMPARISON + 1);
    operands.push(expressionAt(parts, next + 1));
    depth = Math.max(depth, depths[next + 1]);
    lasts[from] = lasts[next + 1];
    next = behind;
  }
  const span = spanOf(parts, from, from + 1);
  // each is a pass of its own behind the parser
  put(parts, from, { kind: "comparison", operands, operators, span }, depth + operators.length);
  return next;
}

function comparisonAt(parts: Parts, part: number): { operator: Comparison; span: Span } {
  const operator = TEXTS[parts.tokenCodes[parts.firsts[part]]] as Comparison;
  return { operator, span: spanOf(parts, part, part + 1) };
}

/** `0.25rad/s`, without any space: a unit may be meant. */
function refuseUnit(parts: Parts, from: number, operator: number): void {
  const { tokenCodes, firsts, starts, ends } = parts;
  const first = firsts[from];
  if (tokenCodes[first] !== NUMBER || tokenCodes[first + 1] !== UNIT_SUFFIX) return;
  const at = firsts[operator];
  if (ends[at - 1] === starts[at] && starts[at + 1] === ends[at]) throw MISTAKE;
}

function put(parts: Parts, part: number, value: Expression, depth: number): void {
  parts.kinds[part] = EXPRESSION;
  parts.values[part] = value;
  parts.depths[part] = depth;
}
