/** Function values: `|x, y| x + y`, and calls that end with one. */

import { firstToken, isToken, type SyntaxChild, type SyntaxNode } from "../../../grammar/tree.ts";
import type { Document } from "./document.ts";
import { childDocument, type Formatting } from "./formatting.ts";
import { spaced } from "./shapes.ts";

/** The bars touch what stands between them. */
export function lambdaDocument(formatting: Formatting, node: SyntaxNode): Document {
  const body = node.children[node.children.length - 1];
  const head = node.children.slice(0, -1);
  if (head.length < 3) return spaced(formatting, node);
  const inside = spaced(formatting, { ...node, children: head.slice(1, -1) });
  return [
    childDocument(formatting, head[0]),
    inside,
    childDocument(formatting, head[head.length - 1]),
    " ",
    childDocument(formatting, body),
  ];
}

/** How much may stand before a function value that keeps the line of its call. */
const MOST_BEFORE = 40;

/**
 * `xs.each(|x| { … })`: the brackets of a call that ends with a function value with a block
 * stay with it; null for any other call.
 */
export function huggedArguments(
  formatting: Formatting,
  children: readonly SyntaxChild[],
): Document | null {
  const inside = children.slice(1, -1);
  const last = inside.at(-1);
  if (last === undefined || !endsWithBlock(last)) return null;
  if (firstToken(children[children.length - 1]).comments.length > 0) return null;
  const start = firstToken(inside[0]).start;
  if (firstToken(last).start - start > MOST_BEFORE) return null;
  if (inside.slice(0, -1).some((child) => !isToken(child) && holdsBlock(child))) return null;
  const from = firstToken(children[0]).index;
  const to = firstToken(last).index;
  if (formatting.tokens.slice(from, to + 2).some((at) => at.comments.length > 0)) return null;
  const documents: Document[] = [childDocument(formatting, children[0])];
  for (const [index, child] of inside.entries()) {
    if (index > 0 && !isToken(child)) documents.push(" ");
    documents.push(childDocument(formatting, child));
  }
  documents.push(childDocument(formatting, children[children.length - 1]));
  return documents;
}

function endsWithBlock(child: SyntaxChild): boolean {
  if (isToken(child)) return false;
  const last = child.children[child.children.length - 1];
  if (isToken(last)) return false;
  if (child.kind === "lambda") return last.kind === "block";
  return child.kind === "argument" && endsWithBlock(last);
}

function holdsBlock(node: SyntaxNode): boolean {
  return node.children.some(
    (child) => !isToken(child) && (child.kind === "block" || holdsBlock(child)),
  );
}
