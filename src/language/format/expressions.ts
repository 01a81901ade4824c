/** Types and expressions: what touches, and where a long one breaks. */

import { BINARY_OPERATORS } from "../../../grammar/operators.ts";
import {
  firstToken,
  isToken,
  type NodeKind,
  type SyntaxChild,
  type SyntaxNode,
} from "../../../grammar/tree.ts";
import { group, indent, LINE, SOFT_LINE, type Document } from "./document.ts";
import { bracketed, childDocument, token, type Formatting } from "./formatting.ts";
import { huggedArguments } from "./lambda.ts";
import { enclosed, inBrackets } from "./shapes.ts";

export function typeDocument(formatting: Formatting, node: SyntaxNode): Document {
  const at = node.children.findIndex((child) => isToken(child) && child.name === "LeftBracket");
  const names = at < 0 ? node.children : node.children.slice(0, at);
  const list = at < 0 ? "" : bracketed(formatting, node.children.slice(at), false);
  return [names.map((child) => childDocument(formatting, child)), list];
}

export function recordDocument(formatting: Formatting, node: SyntaxNode): Document {
  const at = node.children.findIndex((child) => isToken(child) && child.name === "LeftBrace");
  const name = node.children.slice(0, at).map((child) => childDocument(formatting, child));
  return [name, " ", bracketed(formatting, node.children.slice(at), true)];
}

/** `(a)` gets no comma behind its only element; a tuple is a list in brackets. */
export function parenthesisedDocument(formatting: Formatting, node: SyntaxNode): Document {
  const isTuple = node.children.some((child) => isToken(child) && child.name === "Comma");
  if (isTuple || node.children.length < 3) return inBrackets(formatting, node);
  return enclosed(formatting, node.children);
}

/** A run of operators of one level breaks behind each of them. */
export function binaryDocument(formatting: Formatting, node: SyntaxNode): Document {
  const parts: Document[] = [];
  const flattened = flattenRun(node);
  flattened.forEach((child, position) => {
    if (position === 0) parts.push(childDocument(formatting, child));
    else if (isToken(child)) parts.push(isTightPower(node) ? "" : " ", token(formatting, child));
    else parts.push(indent([isTightPower(node) ? "" : LINE, childDocument(formatting, child)]));
  });
  return group(parts);
}

/** `x^2` touches. */
function isTightPower(node: SyntaxNode): boolean {
  const [, operator] = node.children;
  return isToken(operator) && operator.name === "Caret";
}

/** `((a + b) - c)` as `a + b - c`. */
function flattenRun(node: SyntaxNode): SyntaxChild[] {
  const backwards: SyntaxChild[] = [];
  let at: SyntaxChild = node;
  while (!isToken(at) && at.kind === node.kind && sameLevel(at, node)) {
    const { children }: SyntaxNode = at;
    for (let position = children.length - 1; position > 0; position -= 1)
      backwards.push(children[position]);
    at = children[0];
    if (node.kind === "comparison") break;
  }
  backwards.push(at);
  return backwards.reverse();
}

const LEVELS: ReadonlyMap<string, number> = new Map(
  BINARY_OPERATORS.map((row) => [row.token, row.precedence]),
);

function sameLevel(a: SyntaxNode, b: SyntaxNode): boolean {
  const [, left] = a.children;
  const [, right] = b.children;
  return isToken(left) && isToken(right) && LEVELS.get(left.name) === LEVELS.get(right.name);
}

export function prefixDocument(formatting: Formatting, node: SyntaxNode): Document {
  const [operator, operand] = node.children;
  const isWord = isToken(operator) && operator.name === "Not";
  // `- -x` keeps its space: two signs that touch look like an operator.
  const isDouble = !isToken(operand) && operand.kind === "prefix" && !isWord;
  return [
    childDocument(formatting, operator),
    isWord || isDouble ? " " : "",
    childDocument(formatting, operand),
  ];
}

/** `a.b(c).d(e)`: breaks before the dots when there are two calls or more behind the head. */
export function chainDocument(formatting: Formatting, node: SyntaxNode): Document {
  const links: Document[][] = [];
  let callCount = 0;
  let isCommented = false;
  let isFirstCommented = false;
  let at: SyntaxChild = node;
  let current: Document[] = [];
  while (!isToken(at) && CHAIN_KINDS.has(at.kind)) {
    const [receiver, ...rest]: SyntaxChild[] = at.children;
    if (at.kind === "call") callCount += 1;
    current.unshift(linkDocument(formatting, at.kind, rest));
    if (at.kind === "field access") {
      isFirstCommented = firstToken(rest[0]).comments.length > 0;
      isCommented ||= isFirstCommented;
      links.unshift(current);
      current = [];
    }
    at = receiver;
  }
  const head: Document[] = [childDocument(formatting, at), ...current];
  if (callCount < 2 && !isCommented) return [head, links];
  // `Population.lorentzian(…)` is a head of its own: its first dot does not break.
  const attached = current.length === 0 && !isFirstCommented ? 1 : 0;
  const others = links.slice(attached).map((link) => [SOFT_LINE, link]);
  return group([head, links.slice(0, attached), indent(others)]);
}

function linkDocument(
  formatting: Formatting,
  kind: NodeKind,
  rest: readonly SyntaxChild[],
): Document {
  if (kind === "call") {
    return huggedArguments(formatting, rest) ?? bracketed(formatting, rest, false);
  }
  if (kind === "index") return enclosed(formatting, rest);
  return rest.map((child) => childDocument(formatting, child));
}

const CHAIN_KINDS: ReadonlySet<string> = new Set(["field access", "call", "index", "question"]);
