/**
 * The lossless syntax tree: every unit of the text is in exactly one token or in the space before
 * it.
 *
 * In: made by parser.ts. Out: read by language/parse (→ AST) and language/format.
 * Invariants: the tokens of the root, in order, with the space and comments before each, are the
 * text; nodes are never empty; no leaf is deeper than about twice LIMITS.depth.
 */

import { TOKENS, type TokenName } from "./tokens.ts";

export interface Comment {
  readonly start: number;
  readonly end: number;
  /** Nothing but space stands before it on its line. */
  readonly ownLine: boolean;
}

/** One token of the text. */
export interface SyntaxToken {
  name: TokenName;
  /** That of its name. */
  code: number;
  /** Its text; empty for tokens that the layout adds. */
  readonly image: string;
  readonly start: number;
  readonly end: number;
  /** Where the space and the comments before this token begin. */
  readonly triviaStart: number;
  readonly comments: readonly Comment[];
  /** There is a line end in the space and the comments before it. */
  readonly startsLine: boolean;
  /** Position among the tokens of the text; -1 for tokens the layout adds. */
  index: number;
  /** A statement may begin here: the layout put a line end before this token. */
  afterLineEnd: boolean;
  /** The parser could not use it. */
  skipped: boolean;
  readonly children?: undefined;
}

/** Every kind of node; what the derived parser calls a kind is its place here. */
export const NODE_KINDS = [
  // declarations
  "file",
  "import",
  "importNames",
  "importName",
  "public",
  "parameter",
  "output",
  "function",
  "variables",
  "functionParameter",
  "record",
  "field",
  "enum",
  "enumCase",
  "unit",
  "test",
  "fixed",
  "seed",
  // statements
  "block",
  "let",
  "assign",
  "statement",
  "while",
  "loop",
  "for",
  "jump",
  "return",
  "emit",
  "print",
  "assert",
  "unread",
  // patterns
  "namePattern",
  "tuplePattern",
  "casePattern",
  "fieldPattern",
  "literalPattern",
  "listPattern",
  "restPattern",
  "alternatives",
  // types and units
  "namedType",
  "tupleType",
  "functionType",
  "unitName",
  "unitProduct",
  "unitPower",
  "unitExponent",
  "unitGroup",
  // expressions
  "number",
  "string",
  "hole",
  "name",
  "bool",
  "recordLiteral",
  "recordField",
  "recordBase",
  "parenthesised",
  "list",
  "if",
  "condition",
  "match",
  "arm",
  "lambda",
  "field access",
  "call",
  "argument",
  "index",
  "question",
  "binary",
  "comparison",
  "prefix",
  "range",
  // before folding, and what could not be folded
  "expression",
  "operand",
  "arguments",
  "error",
] as const;

export type NodeKind = (typeof NODE_KINDS)[number];

/** The code of a kind of node: its place in the table. */
export function kindCode(kind: NodeKind): number {
  return NODE_KINDS.indexOf(kind);
}

export interface SyntaxNode {
  kind: NodeKind;
  children: SyntaxChild[];
  /** Offsets of its first unit, without the space before it, and behind its last one. */
  start: number;
  end: number;
  /** Levels of nodes below, itself included. */
  depth: number;
}

export type SyntaxChild = SyntaxNode | SyntaxToken;

export const NO_COMMENTS: readonly Comment[] = [];

/** A token as it is first: between two offsets, after space and comments. */
export function syntaxToken(
  code: number,
  image: string,
  start: number,
  end: number,
  triviaStart: number,
  comments: readonly Comment[],
  startsLine: boolean,
  index: number,
): SyntaxToken {
  return {
    name: TOKENS[code].name,
    code,
    image,
    start,
    end,
    triviaStart,
    comments,
    startsLine,
    index,
    afterLineEnd: false,
    skipped: false,
  };
}

export function isToken(child: SyntaxChild): child is SyntaxToken {
  return child.children === undefined;
}

/** The first token of a node; a token itself. */
export function firstToken(child: SyntaxChild): SyntaxToken {
  let at = child;
  while (!isToken(at)) at = at.children[0];
  return at;
}

/** The last token of a node; a token itself. */
export function lastToken(child: SyntaxChild): SyntaxToken {
  let at = child;
  while (!isToken(at)) at = at.children[at.children.length - 1];
  return at;
}

/** All tokens below a node, in order. */
export function* tokensOf(node: SyntaxNode): Generator<SyntaxToken> {
  for (const child of node.children) {
    if (isToken(child)) yield child;
    else yield* tokensOf(child);
  }
}
