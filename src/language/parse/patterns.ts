/** Patterns of the tree → their AST. */

import {
  isToken,
  type SyntaxChild,
  type SyntaxNode,
  type SyntaxToken,
} from "../../../grammar/tree.ts";
import type { Expression, Name, Pattern } from "../ast.ts";
import { binding, lonePattern } from "./both-ways.ts";
import { ownerAndName } from "./names.ts";
import {
  after,
  checkCommas,
  isExpression,
  isPattern,
  nameOf,
  namesOf,
  nodesOf,
  spanAfter,
  spanOf,
  tokenOf,
  type Reading,
} from "./reading.ts";

/** The pattern of a node; an error when it is missing. */
export function patternIn(reading: Reading, node: SyntaxNode): Pattern {
  const pattern = after(node, null, isPattern);
  return pattern === null ? { kind: "error", span: spanAfter(node) } : patternOf(reading, pattern);
}

/** The pattern of a `let` or a `for`. */
export function bindingIn(reading: Reading, node: SyntaxNode): Pattern {
  return binding(patternIn(reading, node));
}

export function patternOf(reading: Reading, node: SyntaxNode): Pattern {
  if (node.kind === "namePattern") return namePatternOf(node);
  if (node.kind === "casePattern") return casePatternOf(reading, node);
  const span = spanOf(node);
  switch (node.kind) {
    case "tuplePattern": {
      const elements = patternsIn(reading, node, "the parts of a tuple");
      return elements.length === 1 ? elements[0] : { kind: "tuple", elements, span };
    }
    case "listPattern":
      return listPatternOf(reading, node);
    case "literalPattern":
      return literalPatternOf(reading, node);
    case "alternatives": {
      const alternatives = node.children
        .filter(isPattern)
        .map((child) => patternOf(reading, child));
      return alternatives.length === 1
        ? alternatives[0]
        : { kind: "alternatives", alternatives, span };
    }
    default:
      return { kind: "error", span };
  }
}

function patternsIn(reading: Reading, node: SyntaxNode, what: string): Pattern[] {
  checkCommas(reading, node.children, what);
  return node.children.filter(isPattern).map((child) => patternOf(reading, child));
}

function namePatternOf(node: SyntaxNode): Pattern {
  const token = tokenOf(node, "Name");
  return token === null ? { kind: "error", span: spanOf(node) } : lonePattern(nameOf(token));
}

function casePatternOf(reading: Reading, node: SyntaxNode): Pattern {
  const span = spanOf(node);
  const names = namesOf(node);
  if (names.length === 0) return { kind: "error", span };
  const { owner, name } = ownerAndName(names);
  if (tokenOf(node, "LeftParenthesis") !== null) {
    const elements = patternsIn(reading, node, "the parts of a case");
    return { kind: "case", owner, name, payload: { kind: "positional", elements }, span };
  }
  if (tokenOf(node, "LeftBrace") === null)
    return { kind: "case", owner, name, payload: { kind: "nothing" }, span };
  checkCommas(reading, node.children, "the fields of a pattern");
  const fields = nodesOf(node, "fieldPattern").flatMap((field) => fieldPatternOf(reading, field));
  const hasRest = nodesOf(node, "restPattern").length > 0;
  return { kind: "case", owner, name, payload: { kind: "named", fields, hasRest }, span };
}

/** `radius: r`, or `radius` for both. */
function fieldPatternOf(reading: Reading, node: SyntaxNode): { name: Name; pattern: Pattern }[] {
  const token = tokenOf(node, "Name");
  if (token === null) return [];
  const name = nameOf(token);
  const pattern: Pattern =
    tokenOf(node, "Colon") === null
      ? { kind: "name", name, span: name.span }
      : patternIn(reading, node);
  return [{ name, pattern }];
}

function listPatternOf(reading: Reading, node: SyntaxNode): Pattern {
  checkCommas(reading, node.children, "the elements of a list");
  const rests = nodesOf(node, "restPattern");
  if (rests.length > 1) {
    reading.mistakes.push({
      code: "E0109",
      ...spanOf(rests[1]),
      message: "a pattern of a list has one `..`, which takes all that the others leave",
    });
  }
  const at = rests.length === 0 ? node.children.length : node.children.indexOf(rests[0]);
  const patterns = (children: readonly SyntaxChild[]): Pattern[] =>
    children.filter(isPattern).map((child) => patternOf(reading, child));
  const name = rests.length === 0 ? null : tokenOf(rests[0], "Name");
  const isNamed = name !== null && name.image !== "_";
  return {
    kind: "list",
    before: patterns(node.children.slice(0, at)),
    rest:
      rests.length === 0 ? null : { name: isNamed ? nameOf(name) : null, span: spanOf(rests[0]) },
    after: patterns(node.children.slice(at)),
    span: spanOf(node),
  };
}

function literalPatternOf(reading: Reading, node: SyntaxNode): Pattern {
  const span = spanOf(node);
  const dots = tokenOf(node, "DotDot") ?? tokenOf(node, "DotDotEqual");
  const ends: { from: Expression | null; to: Expression | null } = { from: null, to: null };
  let minus: SyntaxToken | null = null;
  for (const child of node.children) {
    if (isToken(child)) {
      if (child.name === "Minus" && !child.skipped) minus = child;
      continue;
    }
    if (!isExpression(child)) continue;
    const isBehind = dots !== null && child.start > dots.start;
    ends[isBehind ? "to" : "from"] = signed(minus, reading.expression(reading, child));
    minus = null;
  }
  const { from, to } = ends;
  if (dots === null)
    return from === null ? { kind: "error", span } : { kind: "literal", value: from, span };
  const inclusive = dots.name === "DotDotEqual";
  // the end that is missing has been reported
  if (to === null && (inclusive || from === null)) return { kind: "error", span };
  return { kind: "range", from, to, inclusive, span };
}

/** A number with the minus before it. */
function signed(minus: SyntaxToken | null, operand: Expression): Expression {
  if (minus === null) return operand;
  const span = { start: minus.start, end: operand.span.end };
  return { kind: "unary", operator: "-", operand, span };
}
