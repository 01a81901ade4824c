/** The document of every kind of node: what touches, what is spaced, where it may break. */

import {
  isToken,
  type NodeKind,
  type SyntaxChild,
  type SyntaxNode,
  type SyntaxToken,
} from "../../../grammar/tree.ts";
import {
  BLANK_LINE,
  group,
  HARD_LINE,
  indent,
  LINE,
  SOFT_LINE,
  type Document,
} from "./document.ts";
import {
  bareToken,
  bracketed,
  breaksBetween,
  childDocument,
  closingComments,
  firstToken,
  hasBlankBefore,
  leadingComments,
  ownComments,
  token,
  type Formatting,
} from "./formatting.ts";

type Layout = (formatting: Formatting, node: SyntaxNode) => Document;

const LAYOUTS: Readonly<Record<NodeKind, Layout>> = {
  file: fileDocument,
  public: spaced,
  parameter: spaced,
  output: spaced,
  function: declarationHead,
  variables: variablesDocument,
  functionParameter: spaced,
  record: declarationHead,
  field: spaced,
  unit: spaced,
  test: spaced,
  fixed: spaced,
  seed: spaced,
  block: blockDocument,
  let: spaced,
  assign: spaced,
  statement: spaced,
  while: spaced,
  loop: spaced,
  for: spaced,
  jump: spaced,
  return: spaced,
  emit: spaced,
  print: spaced,
  assert: assertDocument,
  unavailable: verbatim,
  namePattern: tight,
  tuplePattern: inBrackets,
  namedType: typeDocument,
  tupleType: inBrackets,
  functionType: spaced,
  unitName: tight,
  unitProduct: tight,
  unitPower: tight,
  unitExponent: tight,
  unitGroup: tight,
  number: tight,
  string: verbatim,
  hole: tight,
  name: tight,
  bool: tight,
  recordLiteral: recordDocument,
  recordField: spaced,
  recordBase: tight,
  parenthesised: parenthesisedDocument,
  list: inBrackets,
  if: ifDocument,
  condition: spaced,
  lambda: spaced,
  "field access": chainDocument,
  call: chainDocument,
  argument: spaced,
  index: chainDocument,
  question: chainDocument,
  binary: binaryDocument,
  comparison: binaryDocument,
  prefix: prefixDocument,
  range: tight,
  expression: tight,
  operand: tight,
  arguments: inBrackets,
  error: verbatim,
};

export function nodeDocument(formatting: Formatting, node: SyntaxNode): Document {
  return LAYOUTS[node.kind](formatting, node);
}

/** Children with nothing between them. */
function tight(formatting: Formatting, node: SyntaxNode): Document {
  return node.children.map((child) => childDocument(formatting, child));
}

const TOUCHES_LEFT: ReadonlySet<string> = new Set(["Comma", "Colon", "Dot"]);

/** Children with a space between them, but none before `:` `,` and around `.`. */
function spaced(formatting: Formatting, node: SyntaxNode): Document {
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
  return !isToken(child) && child.kind === "variables";
}

/** The text as it was written, with the comments around it. */
function verbatim(formatting: Formatting, node: SyntaxNode): Document {
  const first = firstToken(node);
  const last = lastToken(node);
  const image = formatting.text.slice(first.start, last.end).replaceAll(/\r\n?/g, "\n");
  return token(formatting, { ...last, image, comments: first.comments, start: first.start });
}

function lastToken(node: SyntaxNode): SyntaxToken {
  let at: SyntaxChild = node;
  while (!isToken(at)) at = at.children[at.children.length - 1];
  return at;
}

function inBrackets(formatting: Formatting, node: SyntaxNode): Document {
  return bracketed(formatting, node.children, false);
}

// ── files, declarations, blocks ─────────────────────────────────────────────────────────────────

function fileDocument(formatting: Formatting, node: SyntaxNode): Document {
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

/** `fn name(…) -> T { … }` and `record Name { … }`: a list in brackets inside a spaced head. */
function declarationHead(formatting: Formatting, node: SyntaxNode): Document {
  const opens = node.kind === "function" ? "LeftParenthesis" : "LeftBrace";
  const closes = node.kind === "function" ? "RightParenthesis" : "RightBrace";
  const { children } = node;
  const from = children.findIndex((child) => isToken(child) && child.name === opens);
  const to = children.findIndex((child) => isToken(child) && child.name === closes);
  if (from < 0 || to < 0) return verbatim(formatting, node);
  const head = spaced(formatting, { ...node, children: children.slice(0, from) });
  const list = bracketed(formatting, children.slice(from, to + 1), node.kind === "record");
  const rest = children.slice(to + 1);
  const gap = node.kind === "record" ? " " : "";
  return [
    head,
    gap,
    list,
    rest.length > 0 ? " " : "",
    spaced(formatting, { ...node, children: rest }),
  ];
}

/** `[unit u, unit v]` never breaks. */
function variablesDocument(formatting: Formatting, node: SyntaxNode): Document {
  const open = node.children[0] as SyntaxToken;
  const inside = { ...node, children: node.children.slice(1, -1) };
  return [token(formatting, open), spaced(formatting, inside), token(formatting, lastToken(node))];
}

/** On one line when it was written so and holds one statement; otherwise a statement on each line. */
function blockDocument(formatting: Formatting, node: SyntaxNode): Document {
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
  return ["while", "loop", "for"].includes(statement.kind);
}

function assertDocument(formatting: Formatting, node: SyntaxNode): Document {
  const comma = node.children.findIndex((child) => isToken(child) && child.name === "Comma");
  if (comma < 0) return spaced(formatting, node);
  const head = spaced(formatting, { ...node, children: node.children.slice(0, comma + 1) });
  const message = spaced(formatting, { ...node, children: node.children.slice(comma + 1) });
  return group([head, indent([LINE, message])]);
}

// ── types and expressions ───────────────────────────────────────────────────────────────────────

function typeDocument(formatting: Formatting, node: SyntaxNode): Document {
  const [name, ...rest] = node.children;
  const list = rest.length === 0 ? "" : bracketed(formatting, rest, false);
  return [childDocument(formatting, name), list];
}

function recordDocument(formatting: Formatting, node: SyntaxNode): Document {
  const [name, ...rest] = node.children;
  return [childDocument(formatting, name), " ", bracketed(formatting, rest, true)];
}

/** `(a)` gets no comma behind its only element; a tuple is a list in brackets. */
function parenthesisedDocument(formatting: Formatting, node: SyntaxNode): Document {
  const isTuple = node.children.some((child) => isToken(child) && child.name === "Comma");
  if (isTuple || node.children.length < 3) return inBrackets(formatting, node);
  return enclosed(formatting, node.children);
}

/** One thing between brackets, never followed by a comma. */
function enclosed(formatting: Formatting, children: readonly SyntaxChild[]): Document {
  const open = children[0] as SyntaxToken;
  const close = children[children.length - 1] as SyntaxToken;
  const closing = closingComments(formatting, close);
  const inside = children.slice(1, -1).map((child) => childDocument(formatting, child));
  const body = indent([SOFT_LINE, inside, closing]);
  const list = [bareToken(formatting, open), body, SOFT_LINE, bareToken(formatting, close)];
  return [leadingComments(formatting, open), group(list)];
}

/** The blocks of an `if` break together. */
function ifDocument(formatting: Formatting, node: SyntaxNode): Document {
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

/** A run of operators of one level breaks behind each of them. */
function binaryDocument(formatting: Formatting, node: SyntaxNode): Document {
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

const LEVELS: Readonly<Record<string, number>> = {
  Or: 1,
  And: 2,
  PlusPlus: 6,
  Plus: 7,
  Minus: 7,
  Star: 8,
  Slash: 8,
  Div: 8,
  Percent: 8,
  Caret: 10,
};

function sameLevel(a: SyntaxNode, b: SyntaxNode): boolean {
  const [, left] = a.children;
  const [, right] = b.children;
  return isToken(left) && isToken(right) && LEVELS[left.name] === LEVELS[right.name];
}

function prefixDocument(formatting: Formatting, node: SyntaxNode): Document {
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
function chainDocument(formatting: Formatting, node: SyntaxNode): Document {
  const links: Document[][] = [];
  let callCount = 0;
  let at: SyntaxChild = node;
  let current: Document[] = [];
  while (!isToken(at) && CHAIN_KINDS.has(at.kind)) {
    const [receiver, ...rest]: SyntaxChild[] = at.children;
    if (at.kind === "call") callCount += 1;
    current.unshift(linkDocument(formatting, at.kind, rest));
    if (at.kind === "field access") {
      links.unshift(current);
      current = [];
    }
    at = receiver;
  }
  const head: Document[] = [childDocument(formatting, at), ...current];
  if (callCount < 2) return [head, links];
  // `Population.lorentzian(…)` is a head of its own: its first dot does not break.
  const attached = current.length === 0 ? 1 : 0;
  const others = links.slice(attached).map((link) => [SOFT_LINE, link]);
  return group([head, links.slice(0, attached), indent(others)]);
}

function linkDocument(
  formatting: Formatting,
  kind: NodeKind,
  rest: readonly SyntaxChild[],
): Document {
  if (kind === "call") return bracketed(formatting, rest, false);
  if (kind === "index") return enclosed(formatting, rest);
  return rest.map((child) => childDocument(formatting, child));
}

const CHAIN_KINDS: ReadonlySet<string> = new Set(["field access", "call", "index", "question"]);
