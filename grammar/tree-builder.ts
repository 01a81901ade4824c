/**
 * Collects the parser's nodes and gives every token of the text a place, the skipped ones too.
 *
 * In: open/close/take calls in the order of the text. Out: the root node.
 * Invariants: a node that ends up empty disappears; tokens between two children of a node that no
 * rule took become skipped children of that node.
 */

import { fold } from "./fold.ts";
import { LIMITS } from "./limits.ts";
import {
  firstToken,
  isToken,
  lastToken,
  type NodeKind,
  type SyntaxChild,
  type SyntaxNode,
  type SyntaxToken,
} from "./tree.ts";

/**
 * Thrown out of the grammar when the rest of the text is not worth reading; caught by `parseTree`.
 */
export const STOP = Symbol("stop");

/** Nodes open at a time: a level of what people nest opens two to five. */
export const OPEN_NODES = 2 * LIMITS.depth;
/** A level of these opens one node alone, and takes as much of the host's stack as three. */
export const HEAVY: ReadonlySet<NodeKind> = new Set([
  "namedType",
  "tupleType",
  "functionType",
  "tuplePattern",
]);

export class TreeBuilder {
  /** Where the tree got too deep, if it did. */
  tooDeep: SyntaxToken | null = null;
  /** Is it a long row there, and not deep nesting? */
  isRow = false;
  root: SyntaxNode | null = null;
  private tokens: readonly SyntaxToken[] = [];
  private stack: SyntaxNode[] = [];
  /** How many of the open nodes are heavy. */
  private heavy = 0;

  reset(tokens: readonly SyntaxToken[]): void {
    this.tokens = tokens;
    this.stack = [];
    this.heavy = 0;
    this.tooDeep = null;
    this.isRow = false;
    this.root = null;
  }

  /** Opens a node; `next` is the token it begins at, for the report when the tree is too deep. */
  open(kind: NodeKind, next: SyntaxToken): SyntaxNode {
    if (this.stack.length + 2 * this.heavy > OPEN_NODES && this.tokens.length > 0) {
      this.tooDeep ??= next;
      throw STOP;
    }
    const node: SyntaxNode = { kind, children: [], start: 0, end: 0, depth: 0 };
    this.root ??= node;
    this.stack.push(node);
    if (HEAVY.has(kind)) this.heavy += 1;
    return node;
  }

  /** Makes another node of the innermost open one. */
  become(kind: NodeKind): void {
    const open = this.stack[this.stack.length - 1];
    if (open !== undefined) open.kind = kind;
  }

  take(token: SyntaxToken): void {
    // Tokens that recovery or the layout made up are not in the text.
    if (token.index === undefined || token.index < 0) return;
    this.stack[this.stack.length - 1].children.push(token);
  }

  /** Closes the innermost node. */
  close(): void {
    const node = this.stack.pop() as SyntaxNode;
    if (HEAVY.has(node.kind)) this.heavy -= 1;
    const parent = this.stack[this.stack.length - 1];
    if (node.children.length === 0) return;
    this.fillGaps(node);
    if (node.kind === "if") this.countLevels(node, "condition");
    if (node.kind === "unitProduct") this.countLevels(node, "unitPower");
    const done =
      node.kind === "expression" || node.kind === "operand" ? fold(node, this.onTooDeep) : node;
    if (parent !== undefined) parent.children.push(done);
  }

  /** The whole tree: a closed root gets every token that is not in it yet. */
  finish(root: SyntaxNode): SyntaxNode {
    const last = this.tokens.length - 1;
    const inside = root.children.length === 0 ? [] : root.children;
    const before = inside.length === 0 ? [] : this.skip(0, firstToken(root).index);
    const after = this.skip(inside.length === 0 ? 0 : lastToken(root).index + 1, last);
    root.children = [...before, ...inside, ...after, this.tokens[last]];
    root.start = this.tokens[0].start;
    root.end = this.tokens[last].end;
    return root;
  }

  /** Each `else if` is one level deeper in the AST, and each factor of a unit. */
  private countLevels(node: SyntaxNode, kind: NodeKind): void {
    for (const child of node.children) if (!isToken(child) && child.kind === kind) node.depth += 1;
    if (node.depth <= LIMITS.depth) return;
    this.onTooDeep(firstToken(node), node.children.length > LIMITS.depth);
    node.kind = "error";
  }

  private readonly onTooDeep = (token: SyntaxToken, isRow: boolean): void => {
    if (this.tooDeep !== null) return;
    this.tooDeep = token;
    this.isRow = isRow;
  };

  private skip(from: number, to: number): SyntaxToken[] {
    const skipped = this.tokens.slice(from, to);
    for (const token of skipped) token.skipped = true;
    return skipped;
  }

  private fillGaps(node: SyntaxNode): void {
    const { children } = node;
    node.start = children[0].start;
    node.end = node.start;
    let depth = 0;
    let hasGap = false;
    for (const [position, child] of children.entries()) {
      // a token's space begins where the token before it ends
      if (position > 0 && firstToken(child).triviaStart > node.end) hasGap = true;
      node.end = child.end;
      if (!isToken(child) && child.depth > depth) depth = child.depth;
    }
    node.depth = depth + 1;
    if (hasGap) node.children = this.withGapsFilled(children);
  }

  private withGapsFilled(children: readonly SyntaxChild[]): SyntaxChild[] {
    const filled: SyntaxChild[] = [];
    let next = -1;
    for (const child of children) {
      const first = firstToken(child).index;
      if (next >= 0 && first > next) filled.push(...this.skip(next, first));
      filled.push(child);
      next = lastToken(child).index + 1;
    }
    return filled;
  }
}
