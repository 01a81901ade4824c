/** Expressions of texts without mistakes, but for what fold.ts puts together. */

import { tokenCode } from "../../../../grammar/tokens.ts";
import { kindCode } from "../../../../grammar/tree.ts";
import type {
  Argument,
  Block,
  Expression,
  LambdaParameter,
  MatchArm,
  Pattern,
  UnitSyntax,
} from "../../ast.ts";
import { armBody, isNothing } from "../both-ways.ts";
import type { LetCondition } from "../matches.ts";
import { ownerAndName } from "../names.ts";
import { checkDigits, isBased, plainDigits } from "../numbers.ts";
import {
  beginsLine,
  demand,
  expressionAt,
  imageAt,
  isNode,
  isToken,
  listOf,
  nameAt,
  separated,
  spanOf,
  tokenAt,
  tokensAmong,
  type Parts,
  type Readers,
} from "./parts.ts";
import { patternAt } from "./patterns.ts";
import { holeOf, stringOf } from "./strings.ts";
import { letConditionAt, statementAt } from "./statements.ts";
import { typeAt } from "./types.ts";

const BRACE = tokenCode("LeftBrace");
const COLON = tokenCode("Colon");
const COMMA = tokenCode("Comma");
const DOT = tokenCode("Dot");
const ELSE = tokenCode("Else");
const IF = tokenCode("If");
const LET = tokenCode("Let");
const SUFFIX = tokenCode("UnitSuffix");
const TRUE = tokenCode("True");
const ARM = kindCode("arm");
const BASE = kindCode("recordBase");
const FIELD = kindCode("recordField");

type Fields = (Expression & { readonly kind: "record" })["fields"];

export const EXPRESSION_READERS: Readers = {
  name: (parts, from, to) => {
    const name = imageAt(parts, from);
    demand(to === from + 1 && !isNothing(name));
    return { kind: "name", name, span: spanOf(parts, from, to) };
  },
  number: numberOf,
  string: stringOf,
  hole: holeOf,
  bool: (parts, from, to) => ({
    kind: "bool",
    value: isToken(parts, from, TRUE),
    span: spanOf(parts, from, to),
  }),
  parenthesised: parenthesisedOf,
  list: (parts, from, to) => ({
    kind: "list",
    elements: expressionsAmong(parts, from, to),
    span: spanOf(parts, from, to),
  }),
  arguments: (parts, from, to) => separated<Argument>(parts, from, to),
  argument: (parts, from, to): Argument => {
    const value = expressionAt(parts, to - 1);
    if (to === from + 1) return { name: null, value, span: value.span };
    demand(isToken(parts, from + 1, COLON));
    return { name: nameAt(parts, from), value, span: spanOf(parts, from, to) };
  },
  index: (parts, from) => expressionAt(parts, from + 1),
  recordLiteral: recordOf,
  recordField: (parts, from, to): Fields[number] => {
    if (to > from + 1) demand(isToken(parts, from + 1, COLON));
    const value = to > from + 1 ? expressionAt(parts, to - 1) : null;
    return { span: spanOf(parts, from, to), name: nameAt(parts, from), value };
  },
  recordBase: (parts, from) => expressionAt(parts, from + 1),
  condition: conditionOf,
  if: ifOf,
  match: matchOf,
  arm: armOf,
  lambda: lambdaOf,
};

function expressionsAmong(parts: Parts, from: number, to: number): readonly Expression[] {
  return separated(parts, from, to, expressionAt);
}

function numberOf(parts: Parts, from: number, to: number): Expression {
  const image = imageAt(parts, from);
  if (image.length > 1) checkDigits(parts, tokenAt(parts, from));
  const { text, isFloat } = plainDigits(image);
  const span = spanOf(parts, from, to);
  if (to === from + 1) return { kind: "number", text, isFloat, unit: null, span };
  const isBeside = parts.starts[parts.firsts[from + 1]] === parts.ends[parts.firsts[from]];
  demand(isBeside && !isBased(image));
  const unit: UnitSyntax = isToken(parts, from + 1, SUFFIX)
    ? { kind: "name", name: imageAt(parts, to - 1), span: spanOf(parts, from + 1, to) }
    : (parts.values[from + 2] as UnitSyntax);
  return { kind: "number", text, isFloat, unit, span };
}

function parenthesisedOf(parts: Parts, from: number, to: number): Expression {
  const elements = expressionsAmong(parts, from, to);
  const span = spanOf(parts, from, to);
  if (elements.length !== 1) return { kind: "tuple", elements, span };
  demand(!isToken(parts, to - 2, COMMA));
  return { kind: "parenthesised", inner: elements[0], span };
}

function recordOf(parts: Parts, from: number, to: number): Expression {
  // its brace could be that of a block
  demand(parts.recordAllowed);
  let head = from + 1;
  while (isToken(parts, head, DOT)) head += 2;
  demand(isToken(parts, head, BRACE));
  const { owner, name: type } = ownerAndName(tokensAmong(parts, from, head, "Name"));
  separated(parts, head, to);
  let base: Expression | null = null;
  const fields: Fields[number][] = [];
  for (let part = head; part < to; part += 1) {
    if (parts.kinds[part] === FIELD) fields.push(parts.values[part] as Fields[number]);
    if (parts.kinds[part] !== BASE) continue;
    demand(base === null);
    base = parts.values[part] as Expression;
  }
  return {
    kind: "record",
    owner,
    type,
    base,
    fields: listOf(fields),
    span: spanOf(parts, from, to),
  };
}

function conditionOf(parts: Parts, from: number, to: number): Expression | LetCondition {
  if (to === from + 1) return expressionAt(parts, from);
  demand(isToken(parts, from, LET));
  return { pattern: patternAt(parts, from + 1), value: expressionAt(parts, to - 1) };
}

/** `if` condition block, any number of `else if` condition block, and `else` block. */
function ifOf(parts: Parts, from: number, to: number): Expression {
  const end = parts.ends[parts.lasts[to - 1]];
  let otherwise: Expression | null = null;
  let last = to - 3;
  if (isToken(parts, to - 2, ELSE)) {
    otherwise = expressionAt(parts, to - 1);
    last -= 2;
  }
  for (let at = last; at >= from; at -= 4) {
    demand(isToken(parts, at, IF));
    const span = { start: parts.starts[parts.firsts[at]], end };
    const then = parts.values[at + 2] as Block;
    const binding = letConditionAt(parts, at + 1);
    if (binding === null) {
      const condition = expressionAt(parts, at + 1);
      // oxlint-disable-next-line unicorn/no-thenable -- the word of the AST, which nobody awaits
      otherwise = { kind: "if", condition, then, else: otherwise, span };
    } else {
      // oxlint-disable-next-line unicorn/no-thenable -- the word of the AST, which nobody awaits
      otherwise = { kind: "if-let", ...binding, then, else: otherwise, span };
    }
  }
  return otherwise as Expression;
}

function matchOf(parts: Parts, from: number, to: number): Expression {
  const arms: MatchArm[] = [];
  for (let part = from + 3; part < to; part += 1) {
    if (parts.kinds[part] !== ARM) continue;
    const isApart = isToken(parts, part - 1, COMMA) || beginsLine(parts, part);
    demand(arms.length === 0 || isApart);
    arms.push(parts.values[part] as MatchArm);
  }
  const value = expressionAt(parts, from + 1);
  return { kind: "match", value, arms: listOf(arms), span: spanOf(parts, from, to) };
}

function armOf(parts: Parts, from: number, to: number): MatchArm {
  return {
    pattern: patternAt(parts, from),
    guard: isToken(parts, from + 1, IF) ? expressionAt(parts, from + 2) : null,
    body: armBody(statementAt(parts, to - 1)),
    span: spanOf(parts, from, to),
  };
}

function lambdaOf(parts: Parts, from: number, to: number): Expression {
  const parameters: LambdaParameter[] = [];
  const bar = to - 2;
  for (let part = from + 1; part < bar; part += 1) {
    if (!isNode(parts, part)) continue;
    const pattern = parts.values[part] as Pattern;
    const isTyped = isToken(parts, part + 1, COLON);
    const behind = part + (isTyped ? 3 : 1);
    const type = isTyped ? typeAt(parts, part + 2) : null;
    parameters.push({ pattern, type, span: spanOf(parts, part, behind) });
    demand(isToken(parts, behind, COMMA) || behind === bar);
    part = behind - 1;
  }
  const body = expressionAt(parts, to - 1);
  return { kind: "lambda", parameters: listOf(parameters), body, span: spanOf(parts, from, to) };
}
