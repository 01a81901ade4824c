/**
 * Tokens and comments as documents: where a comment goes and which empty lines stay.
 *
 * A comment behind something stays behind it, at the end of the line. A comment on a line of its
 * own keeps its line, before the token it stands before. One empty line is kept, more become one.
 */

import {
  firstToken,
  isToken,
  lastToken,
  type Comment,
  type SyntaxChild,
  type SyntaxNode,
  type SyntaxToken,
} from "../../../grammar/tree.ts";
import {
  BLANK_LINE,
  fill,
  FRESH,
  HARD_LINE,
  indent,
  LINE,
  LINE_WITH_BLANK,
  group,
  SOFT_LINE,
  suffix,
  whenBroken,
  type Document,
} from "./document.ts";

export interface Formatting {
  readonly text: string;
  /** The tokens of the text, by index. */
  readonly tokens: readonly SyntaxToken[];
  /** The document of any node. */
  readonly node: (formatting: Formatting, node: SyntaxNode) => Document;
}

export function childDocument(formatting: Formatting, child: SyntaxChild): Document {
  return isToken(child) ? token(formatting, child) : formatting.node(formatting, child);
}

/** A token with the comments around it. */
export function token(formatting: Formatting, at: SyntaxToken): Document {
  const bare = bareToken(formatting, at);
  return at.comments.length === 0 ? bare : [leadingComments(formatting, at), bare];
}

/** Comments on lines before a token, where a line may not have been ended yet. */
export function leadingComments(formatting: Formatting, at: SyntaxToken): Document {
  const own = ownComments(formatting, at);
  return own.length === 0 ? "" : [FRESH, own];
}

/** A token without the comments on lines before it: the caller has placed those. */
export function bareToken(formatting: Formatting, at: SyntaxToken): Document {
  const behind = commentsBehind(formatting, at.index);
  return behind.length === 0 ? at.image : [at.image, behind];
}

/** Comments on the line of a token, behind it. */
export function commentsBehind(formatting: Formatting, index: number): Document[] {
  const next = formatting.tokens[index + 1];
  if (next === undefined) return [];
  return next.comments
    .filter((comment) => !comment.ownLine)
    .map((comment) => suffix(textOf(formatting, comment)));
}

/** Comments on lines of their own before a token, each with its line end. */
export function ownComments(formatting: Formatting, at: SyntaxToken): Document[] {
  const documents: Document[] = [];
  const own = at.comments.filter((comment) => comment.ownLine);
  own.forEach((comment, position) => {
    const end = own[position + 1]?.start ?? at.start;
    documents.push(
      textOf(formatting, comment),
      hasBlankBetween(formatting, comment.end, end) ? BLANK_LINE : HARD_LINE,
    );
  });
  return documents;
}

function textOf(formatting: Formatting, comment: Comment): string {
  return formatting.text.slice(comment.start, comment.end).trimEnd();
}

/** Was there an empty line before this token (and the comments on lines before it)? */
export function hasBlankBefore(formatting: Formatting, at: SyntaxToken): boolean {
  const before = at.comments.find((comment) => !comment.ownLine)?.end ?? at.triviaStart;
  const own = at.comments.find((comment) => comment.ownLine);
  return hasBlankBetween(formatting, before, own?.start ?? at.start);
}

function hasBlankBetween(formatting: Formatting, from: number, to: number): boolean {
  let lineEnds = 0;
  for (let at = from; at < to; at += 1) {
    const unit = formatting.text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && formatting.text.charCodeAt(at + 1) !== 10)) lineEnds += 1;
    if (lineEnds === 2) return true;
  }
  return false;
}

/** Is there a line end anywhere between two tokens? */
export function breaksBetween(formatting: Formatting, from: SyntaxToken, to: SyntaxToken): boolean {
  for (let at = from.end; at < to.start; at += 1) {
    const unit = formatting.text.charCodeAt(at);
    if (unit === 10 || unit === 13) return true;
  }
  return false;
}

/** What stands before a closing bracket: its comments, inside the indentation. */
export function closingComments(formatting: Formatting, close: SyntaxToken): Document[] {
  const own = ownComments(formatting, close);
  if (own.length === 0) return [];
  own.pop();
  return [hasBlankBefore(formatting, close) ? BLANK_LINE : HARD_LINE, own];
}

/**
 * Elements between brackets: on one line if they fit, otherwise one on each line with a comma
 * behind the last. A list that was written broken, with that comma, stays broken.
 */
export function bracketed(
  formatting: Formatting,
  children: readonly SyntaxChild[],
  padded: boolean,
): Document {
  const open = children[0] as SyntaxToken;
  const close = children[children.length - 1] as SyntaxToken;
  const inside = children.slice(1, -1);
  const closing = closingComments(formatting, close);
  const leading = leadingComments(formatting, open);
  const opened = bareToken(formatting, open);
  if (inside.length === 0) {
    if (closing.length > 0)
      return [leading, opened, indent(closing), HARD_LINE, bareToken(formatting, close)];
    const isCommented = commentsBehind(formatting, open.index).length > 0;
    return [leading, opened, isCommented ? HARD_LINE : "", bareToken(formatting, close)];
  }
  const edge = padded ? LINE : SOFT_LINE;
  const last = inside[inside.length - 1];
  const stays =
    isToken(last) &&
    last.name === "Comma" &&
    breaksBetween(formatting, open, firstToken(inside[0]));
  const body = [edge, elements(formatting, inside), closing];
  return [leading, group([opened, indent(body), edge, bareToken(formatting, close)], stays)];
}

function separator(formatting: Formatting, child: SyntaxNode): Document {
  return hasBlankBefore(formatting, firstToken(child)) ? LINE_WITH_BLANK : LINE;
}

/** Lists of numbers without comments are set like text. */
function isFilled(formatting: Formatting, inside: readonly SyntaxChild[]): boolean {
  const isNumbers = inside.every((child) => {
    if (isToken(child) || child.kind === "number") return true;
    return child.kind === "prefix" && child.depth === 2;
  });
  if (!isNumbers) return false;
  const from = firstToken(inside[0]).index;
  const to = lastToken(inside[inside.length - 1]).index;
  return formatting.tokens.slice(from, to + 2).every((at) => at.comments.length === 0);
}

function elements(formatting: Formatting, inside: readonly SyntaxChild[]): Document[] {
  const documents: Document[] = [];
  const filled = isFilled(formatting, inside);
  inside.forEach((child, position) => {
    const isLast = position === inside.length - 1;
    if (!isToken(child)) {
      const element = formatting.node(formatting, child);
      if (filled && position > 0) {
        documents.push(fill(element));
      } else {
        if (position > 0) documents.push(separator(formatting, child));
        documents.push(element);
      }
      if (isLast) documents.push(whenBroken(","));
      return;
    }
    if (!isLast) {
      documents.push(token(formatting, child));
      return;
    }
    // The comma behind the last element is there exactly when the group is broken.
    documents.push(leadingComments(formatting, child));
    documents.push(whenBroken(","), commentsBehind(formatting, child.index));
  });
  return documents;
}
