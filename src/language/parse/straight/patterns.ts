/** Patterns of texts without mistakes. */

import { tokenCode } from "../../../../grammar/tokens.ts";
import { kindCode } from "../../../../grammar/tree.ts";
import type { Expression, Name, Pattern } from "../../ast.ts";
import { binding, lonePattern } from "../both-ways.ts";
import { ownerAndName } from "../names.ts";
import {
  demand,
  isNode,
  isToken,
  listOf,
  nameAt,
  separated,
  NONE,
  spanOf,
  imageAt,
  tokensAmong,
  type Parts,
  type Readers,
} from "./parts.ts";

const DOT = tokenCode("Dot");
const EXCLUSIVE = tokenCode("DotDot");
const INCLUSIVE = tokenCode("DotDotEqual");
const PARENTHESIS = tokenCode("LeftParenthesis");
const FIELD = kindCode("fieldPattern");
const REST = kindCode("restPattern");

type Case = Pattern & { readonly kind: "case" };
type NamedFields = (Case["payload"] & { readonly kind: "named" })["fields"];

export const PATTERN_READERS: Readers = {
  namePattern: (parts, from) => lonePattern(nameAt(parts, from)),
  casePattern: casePatternOf,
  fieldPattern: (parts, from, to) => {
    const name = nameAt(parts, from);
    const pattern: Pattern =
      to === from + 1 ? { kind: "name", name, span: name.span } : patternAt(parts, from + 2);
    return { name, pattern };
  },
  tuplePattern: (parts, from, to) => {
    const elements = separated<Pattern>(parts, from, to);
    const span = spanOf(parts, from, to);
    return elements.length === 1 ? elements[0] : { kind: "tuple", elements, span };
  },
  listPattern: listPatternOf,
  restPattern: (parts, from, to) => {
    const isNamed = to > from + 1 && imageAt(parts, from + 1) !== "_";
    return { name: isNamed ? nameAt(parts, from + 1) : null, span: spanOf(parts, from, to) };
  },
  literalPattern: literalPatternOf,
  alternatives: (parts, from, to) => {
    if (to === from + 1) return parts.values[from];
    const alternatives = separated<Pattern>(parts, from, to);
    return { kind: "alternatives", alternatives, span: spanOf(parts, from, to) };
  },
};

export function patternAt(parts: Parts, part: number): Pattern {
  return parts.values[part] as Pattern;
}

/** The pattern of a `let` or a `for`. */
export function bindingAt(parts: Parts, part: number): Pattern {
  return binding(parts.values[part] as Pattern);
}

function casePatternOf(parts: Parts, from: number, to: number): Pattern {
  let head = from + 1;
  while (head < to && isToken(parts, head, DOT)) head += 2;
  const { owner, name } = ownerAndName(tokensAmong(parts, from, head, "Name"));
  const span = spanOf(parts, from, to);
  if (head === to) return { kind: "case", owner, name, payload: { kind: "nothing" }, span };
  const found = separated(parts, head, to);
  if (isToken(parts, head, PARENTHESIS)) {
    const elements = found as Pattern[];
    return { kind: "case", owner, name, payload: { kind: "positional", elements }, span };
  }
  const fields: NamedFields[number][] = [];
  let hasRest = false;
  for (let part = head; part < to; part += 1) {
    if (parts.kinds[part] === FIELD) fields.push(parts.values[part] as NamedFields[number]);
    else if (parts.kinds[part] === REST) hasRest = true;
  }
  return {
    kind: "case",
    owner,
    name,
    payload: { kind: "named", fields: listOf(fields), hasRest },
    span,
  };
}

function listPatternOf(parts: Parts, from: number, to: number): Pattern {
  const rests: number[] = [];
  for (let part = from; part < to; part += 1) if (parts.kinds[part] === REST) rests.push(part);
  demand(rests.length < 2);
  const elements = separated<Pattern>(parts, from, to);
  const span = spanOf(parts, from, to);
  if (rests.length === 0) return { kind: "list", before: elements, rest: null, after: NONE, span };
  const rest = parts.values[rests[0]] as { name: Name | null; span: Pattern["span"] };
  const before = separated<Pattern>(parts, from, rests[0]);
  return { kind: "list", before, rest, after: elements.slice(before.length + 1), span };
}

function literalPatternOf(parts: Parts, from: number, to: number): Pattern {
  const span = spanOf(parts, from, to);
  let dots = from;
  while (dots < to && !isToken(parts, dots, EXCLUSIVE) && !isToken(parts, dots, INCLUSIVE)) {
    dots += 1;
  }
  const first = dots === from ? null : literalAt(parts, from, dots);
  if (first !== null && dots === to) return { kind: "literal", value: first, span };
  const last = dots + 1 === to ? null : literalAt(parts, dots + 1, to);
  const inclusive = isToken(parts, dots, INCLUSIVE);
  return { kind: "range", from: first, to: last, inclusive, span };
}

/** A literal, which may have a minus before it. */
function literalAt(parts: Parts, from: number, to: number): Expression {
  const operand = parts.values[to - 1] as Expression;
  if (isNode(parts, from)) return operand;
  return { kind: "unary", operator: "-", operand, span: spanOf(parts, from, to) };
}
