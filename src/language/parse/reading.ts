/**
 * What every reader of the tree needs: the text, the place to report, and ways to find children.
 *
 * Children are looked for more often than anything else happens here, so that is done by their
 * indices: a compiler that has just been started runs such loops several times as fast.
 */

import type { Mistake } from "../../../grammar/mistake.ts";
import type { TokenName } from "../../../grammar/tokens.ts";
import {
  isToken,
  type NodeKind,
  type SyntaxChild,
  type SyntaxNode,
  type SyntaxToken,
} from "../../../grammar/tree.ts";
import type { Span } from "../../source/span.ts";
import type { Block, Expression, Name, Statement, UnitSyntax } from "../ast.ts";

export interface Reading {
  readonly text: string;
  readonly mistakes: Mistake[];
  /** Units that do not touch their numbers, by where those end. */
  readonly looseUnits: Map<number, UnitSyntax>;
  /** Expressions hold blocks and strings, and those hold expressions: the circle closes here. */
  readonly expression: (reading: Reading, node: SyntaxNode) => Expression;
  readonly block: (reading: Reading, node: SyntaxNode) => Block;
  readonly statement: (reading: Reading, node: SyntaxNode) => Statement;
}

/** What readers of a single token ask of it. */
export type WrittenToken = Pick<SyntaxToken, "name" | "image" | "start" | "end">;

/** What stands before a declaration. */
export interface Head {
  readonly documentation: string;
  readonly isPublic: boolean;
}

const TYPES: ReadonlySet<NodeKind> = new Set(["namedType", "tupleType", "functionType"]);
const PATTERNS: ReadonlySet<NodeKind> = new Set([
  "namePattern",
  "tuplePattern",
  "casePattern",
  "literalPattern",
  "listPattern",
  "alternatives",
]);
const EXPRESSIONS: ReadonlySet<NodeKind> = new Set([
  "number",
  "string",
  "name",
  "bool",
  "recordLiteral",
  "parenthesised",
  "list",
  "if",
  "match",
  "lambda",
  "field access",
  "call",
  "index",
  "question",
  "binary",
  "comparison",
  "prefix",
  "range",
  "block",
  "unread",
  "error",
]);

export function isType(child: SyntaxChild): child is SyntaxNode {
  return !isToken(child) && TYPES.has(child.kind);
}

export function isPattern(child: SyntaxChild): child is SyntaxNode {
  return !isToken(child) && PATTERNS.has(child.kind);
}

export function isExpression(child: SyntaxChild): child is SyntaxNode {
  return !isToken(child) && EXPRESSIONS.has(child.kind);
}

export function spanOf(child: SyntaxChild): Span {
  return { start: child.start, end: child.end };
}

/** The place right after a node, for something that is missing there. */
export function spanAfter(child: SyntaxChild): Span {
  const end = child.end;
  return { start: end, end };
}

/** The first token with this name that the parser used. */
export function tokenOf({ children }: SyntaxNode, name: TokenName): SyntaxToken | null {
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (isToken(child) && child.name === name && !child.skipped) return child;
  }
  return null;
}

/** The names of a node that the parser used. */
export function namesOf({ children }: SyntaxNode): SyntaxToken[] {
  const names: SyntaxToken[] = [];
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (isToken(child) && child.name === "Name" && !child.skipped) names.push(child);
  }
  return names;
}

export function nodesOf({ children }: SyntaxNode, kind: NodeKind): SyntaxNode[] {
  const nodes: SyntaxNode[] = [];
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (!isToken(child) && child.kind === kind) nodes.push(child);
  }
  return nodes;
}

export function nodeOf({ children }: SyntaxNode, kind: NodeKind): SyntaxNode | null {
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (!isToken(child) && child.kind === kind) return child;
  }
  return null;
}

/**
 * The first child that passes a test, from the first token of this name on (null: from the start).
 */
export function after(
  { children }: SyntaxNode,
  name: TokenName | null,
  test: (child: SyntaxChild) => child is SyntaxNode,
): SyntaxNode | null {
  let begun = name === null;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (isToken(child)) {
      if (child.name === name && !child.skipped) begun = true;
    } else if (begun && test(child)) {
      return child;
    }
  }
  return null;
}

/** The first expression of a node, from a token on; an error when it is missing. */
export function expressionIn(
  reading: Reading,
  node: SyntaxNode,
  from: TokenName | null = null,
): Expression {
  const expression = after(node, from, isExpression);
  return expression === null
    ? { kind: "error", span: spanAfter(node) }
    : reading.expression(reading, expression);
}

export function nameOf(token: WrittenToken): Name {
  return { text: token.image, span: { start: token.start, end: token.end } };
}

/** The first name of a node. */
export function nameIn(node: SyntaxNode): Name {
  const token = tokenOf(node, "Name");
  return token === null ? missingName(node) : nameOf(token);
}

/** A name that recovery had to do without. */
export function missingName(node: SyntaxNode): Name {
  return { text: "", span: spanAfter(node) };
}

/**
 * The text of the lines of a documentation comment before a token: `///`, or `//!` for a module.
 */
export function documentationBefore(
  { text }: Pick<Reading, "text">,
  { comments }: Pick<SyntaxToken, "comments">,
  marker: "///" | "//!",
): string {
  if (comments.length === 0) return "";
  const lines: string[] = [];
  for (const comment of comments) {
    if (!comment.ownLine) continue;
    const line = text.slice(comment.start, comment.end);
    if (!line.startsWith(marker) || line.startsWith("////")) continue;
    const body = line.slice(marker.length).trimEnd();
    lines.push(body.startsWith(" ") ? body.slice(1) : body);
  }
  return lines.join("\n");
}

/** Reports elements that follow each other without a comma, from a child on. */
export function checkCommas(
  reading: Reading,
  children: readonly SyntaxChild[],
  what: string,
  from = 0,
): void {
  let isBehind = false;
  for (let index = from; index < children.length; index += 1) {
    const child = children[index];
    if (!isToken(child)) {
      if (isBehind) return reportCommas(reading, children.slice(from), what);
      isBehind = true;
    } else if (!child.skipped) {
      isBehind = false;
    }
  }
}

function reportCommas(reading: Reading, children: readonly SyntaxChild[], what: string): void {
  let previous: SyntaxNode | null = null;
  const crowded: SyntaxNode[] = [];
  const edits: NonNullable<Mistake["edits"]>[number][] = [];
  for (const child of children) {
    if (isToken(child)) {
      if (!child.skipped) previous = null;
      continue;
    }
    if (previous !== null) {
      const at = previous.end;
      crowded.push(child);
      edits.push({ span: { start: at, end: at }, replacement: ",", confidence: "likely" });
    }
    previous = child;
  }
  if (crowded.length === 0) return;
  reading.mistakes.push({
    code: "E0110",
    start: crowded[0].start,
    end: crowded[0].end,
    message: `${what} are separated by commas`,
    edits,
  });
}
