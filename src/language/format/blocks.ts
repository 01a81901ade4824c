/** Files, declarations, blocks and what holds blocks. */

import {
  firstToken,
  isToken,
  lastToken,
  type SyntaxNode,
  type SyntaxToken,
} from "../../../grammar/tree.ts";
import { BLANK_LINE, group, HARD_LINE, indent, LINE, type Document } from "./document.ts";
import {
  bareToken,
  bracketed,
  breaksBetween,
  childDocument,
  closingComments,
  hasBlankBefore,
  ownComments,
  token,
  type Formatting,
} from "./formatting.ts";
import { spaced, verbatim } from "./shapes.ts";

export function fileDocument(formatting: Formatting, node: SyntaxNode): Document {
  const documents: Document[] = [];
  let previous: SyntaxNode | null = null;
  for (const child of node.children) {
    if (isToken(child)) continue;
    if (previous !== null) {
      const isApart =
        isLong(previous) || isLong(child) || hasBlankBefore(formatting, firstToken(child));
      documents.push(isApart ? BLANK_LINE : HARD_LINE);
    }
    documents.push(formatting.node(formatting, child));
    previous = child;
  }
  const end = node.children[node.children.length - 1] as SyntaxToken;
  const closing = ownComments(formatting, end);
  if (closing.length > 0) {
    if (previous !== null) documents.push(hasBlankBefore(formatting, end) ? BLANK_LINE : HARD_LINE);
    documents.push(closing);
  }
  return documents;
}

/** Functions and tests stand between empty lines. */
function isLong(node: SyntaxNode): boolean {
  const inner =
    node.kind === "public"
      ? node.children.find((child): child is SyntaxNode => !isToken(child))
      : node;
  return inner !== undefined && (inner.kind === "function" || inner.kind === "test");
}

/**
 * `fn name(…) -> T { … }`, `record Name { … }` and `enum Name { … }`: a list in brackets inside a
 * spaced head.
 */
export function declarationHead(formatting: Formatting, node: SyntaxNode): Document {
  const opens = node.kind === "function" ? "LeftParenthesis" : "LeftBrace";
  const closes = node.kind === "function" ? "RightParenthesis" : "RightBrace";
  const { children } = node;
  const from = children.findIndex((child) => isToken(child) && child.name === opens);
  const to = children.findIndex((child) => isToken(child) && child.name === closes);
  if (from < 0 || to < 0) return verbatim(formatting, node);
  const head = spaced(formatting, { ...node, children: children.slice(0, from) });
  const list = bracketed(formatting, children.slice(from, to + 1), node.kind !== "function");
  const rest = children.slice(to + 1);
  const gap = node.kind === "function" ? "" : " ";
  return [
    head,
    gap,
    list,
    rest.length > 0 ? " " : "",
    spaced(formatting, { ...node, children: rest }),
  ];
}

/** `[unit u, unit v]` never breaks. */
export function variablesDocument(formatting: Formatting, node: SyntaxNode): Document {
  const open = node.children[0] as SyntaxToken;
  const inside = { ...node, children: node.children.slice(1, -1) };
  return [token(formatting, open), spaced(formatting, inside), token(formatting, lastToken(node))];
}

/**
 * On one line when it was written so and holds one statement; otherwise a statement on each line.
 */
export function blockDocument(formatting: Formatting, node: SyntaxNode): Document {
  const open = node.children[0] as SyntaxToken;
  const close = lastToken(node);
  const statements = node.children.slice(1, -1) as SyntaxNode[];
  const closing = closingComments(formatting, close);
  if (!breaksBetween(formatting, open, close) && statements.length <= 1 && closing.length === 0) {
    if (statements.length === 0) return [token(formatting, open), bareToken(formatting, close)];
    const body = [LINE, formatting.node(formatting, statements[0])];
    return group(
      [token(formatting, open), indent(body), LINE, bareToken(formatting, close)],
      endsLong(statements[0]),
    );
  }
  const body: Document[] = [];
  statements.forEach((statement, position) => {
    const isApart = position > 0 && hasBlankBefore(formatting, firstToken(statement));
    body.push(isApart ? BLANK_LINE : HARD_LINE, formatting.node(formatting, statement));
  });
  if (statements.length === 0 && closing.length === 0)
    return [
      token(formatting, open),
      lineIfCommented(formatting, open),
      bareToken(formatting, close),
    ];
  return [
    token(formatting, open),
    indent([body, closing]),
    HARD_LINE,
    bareToken(formatting, close),
  ];
}

/** An empty block keeps a comment behind its brace. */
function lineIfCommented(formatting: Formatting, open: SyntaxToken): Document {
  const next = formatting.tokens[open.index + 1];
  return next.comments.length > 0 ? HARD_LINE : "";
}

/** Statements that hold a block do not stand on one line with the braces round them. */
function endsLong(statement: SyntaxNode): boolean {
  return ["while", "loop", "for", "match"].includes(statement.kind);
}

export function assertDocument(formatting: Formatting, node: SyntaxNode): Document {
  const comma = node.children.findIndex((child) => isToken(child) && child.name === "Comma");
  if (comma < 0) return spaced(formatting, node);
  const head = spaced(formatting, { ...node, children: node.children.slice(0, comma + 1) });
  const message = spaced(formatting, { ...node, children: node.children.slice(comma + 1) });
  return group([head, indent([LINE, message])]);
}

/** The blocks of an `if` break together. */
export function ifDocument(formatting: Formatting, node: SyntaxNode): Document {
  const isShort = node.children.every(
    (child) => isToken(child) || child.kind !== "block" || isOneLine(formatting, child),
  );
  const documents: Document[] = [];
  node.children.forEach((child, position) => {
    if (position > 0) documents.push(" ");
    if (isShort && !isToken(child) && child.kind === "block")
      documents.push(openBlock(formatting, child));
    else if (!isToken(child) && child.kind === "block")
      documents.push(longBlock(formatting, child));
    else documents.push(childDocument(formatting, child));
  });
  return isShort ? group(documents) : documents;
}

function isOneLine(formatting: Formatting, block: SyntaxNode): boolean {
  const open = block.children[0] as SyntaxToken;
  return block.children.length <= 3 && !breaksBetween(formatting, open, lastToken(block));
}

/** A one-line block whose lines belong to the group around it. */
function openBlock(formatting: Formatting, block: SyntaxNode): Document {
  const open = block.children[0] as SyntaxToken;
  const inside = block.children.slice(1, -1) as SyntaxNode[];
  if (inside.length === 0)
    return [token(formatting, open), bareToken(formatting, lastToken(block))];
  const body = indent([LINE, formatting.node(formatting, inside[0])]);
  return [token(formatting, open), body, LINE, bareToken(formatting, lastToken(block))];
}

/** A one-line block beside a longer one takes lines of its own. */
function longBlock(formatting: Formatting, block: SyntaxNode): Document {
  if (!isOneLine(formatting, block) || block.children.length < 3)
    return blockDocument(formatting, block);
  const inside = block.children[1] as SyntaxNode;
  const body = indent([HARD_LINE, formatting.node(formatting, inside)]);
  return [
    token(formatting, block.children[0] as SyntaxToken),
    body,
    HARD_LINE,
    bareToken(formatting, lastToken(block)),
  ];
}
