/**
 * What the derived parser is made with: reading tokens by their codes, and closing nodes.
 *
 * It reads texts without a mistake and stops at the first one; whoever calls it reads the text
 * again with the parser that recovers. The nodes are those of tree-builder.ts, without gaps to
 * fill: every token is read by some rule.
 */

import { fold } from "./fold.ts";
import { LIMITS } from "./limits.ts";
import { tokenCode } from "./tokens.ts";
import { OPEN_NODES } from "./tree-builder.ts";
import { isToken, type NodeKind, type SyntaxChild, type SyntaxNode } from "./tree.ts";
import type { SyntaxToken } from "./tree.ts";

/** Thrown at the first mistake, and where the tree gets too deep. */
export const MISTAKE = Symbol("mistake");

const END = tokenCode("EndOfFile");

export class DirectTree {
  recordAllowed = true;
  protected at = 0;
  protected readonly codes: Uint8Array;
  private readonly stream: readonly SyntaxToken[];
  private readonly endOfFile: SyntaxToken;
  /** The children so far of all nodes that are open, those of the innermost last. */
  private readonly open: SyntaxChild[] = [];
  private openNodes = 0;

  /** `stream` is what the layout gives, without the end of the file. */
  constructor(stream: readonly SyntaxToken[], endOfFile: SyntaxToken) {
    this.stream = stream;
    this.endOfFile = endOfFile;
    this.codes = new Uint8Array(stream.length + 2).fill(END);
    for (let index = 0; index < stream.length; index += 1) {
      this.codes[index] = stream[index].code;
    }
  }

  /** See `Ahead` in gates.ts. */
  ahead(distance: number): SyntaxToken {
    return this.stream[this.at + distance - 1] ?? this.endOfFile;
  }

  /** Takes the next token, whatever it is. */
  protected take(): void {
    this.open.push(this.stream[this.at]);
    this.at += 1;
  }

  /** Takes the next token, which has to be the one with this code. */
  protected expect(code: number): void {
    if (this.codes[this.at] !== code) throw MISTAKE;
    this.open.push(this.stream[this.at]);
    this.at += 1;
  }

  /** Takes the next token, which has to be one of a table. */
  protected expectAmong(table: Uint8Array): void {
    if (table[this.codes[this.at]] === 0) throw MISTAKE;
    this.open.push(this.stream[this.at]);
    this.at += 1;
  }

  /** Passes a token that is not in the text. */
  protected pass(code: number): void {
    if (this.codes[this.at] !== code) throw MISTAKE;
    this.at += 1;
  }

  /** Opens a node that takes so much of what may be open; gives where its children begin. */
  protected enter(weight: number): number {
    if (this.openNodes > OPEN_NODES) throw MISTAKE;
    this.openNodes += weight;
    return this.open.length;
  }

  /** Closes the innermost node; it takes the place of its children. */
  protected close(kind: NodeKind, weight: number, mark: number): void {
    this.openNodes -= weight;
    const { open } = this;
    const count = open.length - mark;
    if (count === 0) return;
    const isFlat = kind === "expression" || kind === "operand";
    const head = open[mark];
    if (isFlat && count === 1 && !isToken(head)) return;
    // exactly as long as it has to be: there are more of these than of anything else
    const children = open.slice(mark);
    open.length = mark;
    let depth = 0;
    for (let index = 0; index < count; index += 1) {
      const child = children[index];
      if (child.children !== undefined && child.depth > depth) depth = child.depth;
    }
    const tail = children[count - 1];
    const node: SyntaxNode = {
      kind,
      children,
      start: head.start,
      end: tail.end,
      depth: depth + 1,
    };
    if (kind === "if") countLevels(node, "condition");
    else if (kind === "unitProduct") countLevels(node, "unitPower");
    open.push(isFlat ? fold(node, tooDeep) : node);
  }

  /** The root, when all tokens have been read. */
  protected finish(): SyntaxNode {
    if (this.at !== this.stream.length) throw MISTAKE;
    const none: SyntaxNode = { kind: "file", children: [], start: 0, end: 0, depth: 0 };
    return (this.open[0] as SyntaxNode | undefined) ?? none;
  }
}

/** Each `else if` is one level deeper in the AST, and each factor of a unit. */
function countLevels(node: SyntaxNode, kind: NodeKind): void {
  for (const child of node.children) if (!isToken(child) && child.kind === kind) node.depth += 1;
  if (node.depth > LIMITS.depth) tooDeep();
}

function tooDeep(): never {
  throw MISTAKE;
}
