/** Ways to set the children of a node: touching, spaced, in brackets, or as they were written. */

import {
  firstToken,
  isToken,
  lastToken,
  type SyntaxChild,
  type SyntaxNode,
  type SyntaxToken,
} from "../../../grammar/tree.ts";
import { group, indent, SOFT_LINE, type Document } from "./document.ts";
import {
  bareToken,
  bracketed,
  childDocument,
  closingComments,
  leadingComments,
  token,
  type Formatting,
} from "./formatting.ts";

/** Children with nothing between them. */
export function tight(formatting: Formatting, node: SyntaxNode): Document {
  return node.children.map((child) => childDocument(formatting, child));
}

const TOUCHES_LEFT: ReadonlySet<string> = new Set(["Comma", "Colon", "Dot"]);

/** Children with a space between them, but none before `:` `,` and around `.`. */
export function spaced(formatting: Formatting, node: SyntaxNode): Document {
  const documents: Document[] = [];
  let previous: SyntaxChild | null = null;
  for (const child of node.children) {
    if (previous !== null && !touches(previous, child)) documents.push(" ");
    documents.push(childDocument(formatting, child));
    previous = child;
  }
  return documents;
}

function touches(previous: SyntaxChild, child: SyntaxChild): boolean {
  if (isToken(child) && TOUCHES_LEFT.has(child.name)) return true;
  if (isToken(previous) && previous.name === "Dot") return true;
  if (isToken(previous) && previous.name === "Fn") return !isToken(child);
  return !isToken(child) && child.kind === "variables";
}

/** The text as it was written, with the comments around it. */
export function verbatim(formatting: Formatting, node: SyntaxNode): Document {
  const first = firstToken(node);
  const last = lastToken(node);
  const image = formatting.text.slice(first.start, last.end).replaceAll(/\r\n?/g, "\n");
  return token(formatting, { ...last, image, comments: first.comments, start: first.start });
}

export function inBrackets(formatting: Formatting, node: SyntaxNode): Document {
  return bracketed(formatting, node.children, false);
}

/** `{ Ring, ring_of }`: breaks like a list, with spaces inside of its braces. */
export function importNamesDocument(formatting: Formatting, node: SyntaxNode): Document {
  return bracketed(formatting, node.children, true);
}

/** One thing between brackets, never followed by a comma. */
export function enclosed(formatting: Formatting, children: readonly SyntaxChild[]): Document {
  const open = children[0] as SyntaxToken;
  const close = children[children.length - 1] as SyntaxToken;
  const closing = closingComments(formatting, close);
  const inside = children.slice(1, -1).map((child) => childDocument(formatting, child));
  const body = indent([SOFT_LINE, inside, closing]);
  const list = [bareToken(formatting, open), body, SOFT_LINE, bareToken(formatting, close)];
  return [leadingComments(formatting, open), group(list)];
}
