/** Matches, cases of enums, and patterns. */

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
  leadingComments,
  token,
  type Formatting,
} from "./formatting.ts";
import { spaced, tight } from "./shapes.ts";

/** `Case`, `Enum.Case(…)`, `Case { … }`: as a declaration and as a pattern. */
export function caseDocument(formatting: Formatting, node: SyntaxNode): Document {
  const { children } = node;
  const at = children.findIndex(
    (child) => isToken(child) && (child.name === "LeftBrace" || child.name === "LeftParenthesis"),
  );
  if (at < 0) return tight(formatting, node);
  const head = tight(formatting, { ...node, children: children.slice(0, at) });
  const isNamed = isToken(children[at]) && children[at].name === "LeftBrace";
  return [head, isNamed ? " " : "", bracketed(formatting, children.slice(at), isNamed)];
}

/** `A | B | C` breaks behind its bars. */
export function alternativesDocument(formatting: Formatting, node: SyntaxNode): Document {
  // comments before the first one break nothing
  const [first, ...others] = node.children;
  const parts = others.map((child) =>
    isToken(child)
      ? [" ", token(formatting, child)]
      : indent([LINE, childDocument(formatting, child)]),
  );
  return [childDocument(formatting, first), group(parts)];
}

/**
 * An arm on each line without commas; on one line, with commas, when it was written so and fits
 * there.
 */
export function matchDocument(formatting: Formatting, node: SyntaxNode): Document {
  const { children } = node;
  const at = children.findIndex((child) => isToken(child) && child.name === "LeftBrace");
  if (at < 0) return spaced(formatting, node);
  const head = spaced(formatting, { ...node, children: children.slice(0, at) });
  const open = children[at] as SyntaxToken;
  const close = lastToken(node);
  const inside = children.slice(at + 1, -1);
  const closing = closingComments(formatting, close);
  if (inside.length === 0) return [head, " ", bracketed(formatting, children.slice(at), true)];
  const isBroken = breaksBetween(formatting, open, close) || closing.length > 0;
  const body: Document[] = [];
  let isFirst = true;
  for (const [position, child] of inside.entries()) {
    if (isToken(child)) {
      body.push(leadingComments(formatting, child), behind(formatting, child));
      continue;
    }
    const isApart = !isFirst && hasBlankBefore(formatting, firstToken(child));
    const before = inside[position - 1];
    const gap = before !== undefined && isToken(before) ? COMMA_OR_LINE : LINE;
    body.push(isBroken ? (isApart ? BLANK_LINE : HARD_LINE) : gap);
    body.push(childDocument(formatting, child));
    isFirst = false;
  }
  const edge = isBroken ? HARD_LINE : LINE;
  const list = [
    token(formatting, open),
    indent([body, closing]),
    edge,
    bareToken(formatting, close),
  ];
  return [head, " ", group(list)];
}

/** Between arms: a comma on one line, and none where each has its own. */
const COMMA_OR_LINE: Document = { kind: "line", flat: ", ", hard: false, blank: false };

/** The comments behind a comma that is left out. */
function behind(formatting: Formatting, comma: SyntaxToken): Document {
  return bareToken(formatting, { ...comma, image: "" });
}
