/** The lossless tree of a text without mistakes, made by the derived parser. */

import { DirectParser } from "./direct-parser.ts";
import { MISTAKE, readOrNull, TOKEN } from "./direct-stack.ts";
import { fold } from "./fold.ts";
import { NODE_KINDS, type SyntaxChild, type SyntaxNode, type SyntaxToken } from "./tree.ts";

/** The tree of a text without the end of the file; null when there is a mistake. */
export function parseDirect(
  stream: readonly SyntaxToken[],
  endOfFile: SyntaxToken,
): SyntaxNode | null {
  return readOrNull(() => new DirectTree(stream, endOfFile).whole());
}

/** The nodes are those of tree-builder.ts, without gaps to fill: every token is in some node. */
class DirectTree extends DirectParser {
  whole(): SyntaxNode {
    this.file();
    this.finish();
    const none: SyntaxNode = { kind: "file", children: [], start: 0, end: 0, depth: 0 };
    return (this.values[0] as SyntaxNode | undefined) ?? none;
  }

  protected make(kind: number, from: number, to: number): SyntaxNode {
    const children: SyntaxChild[] = [];
    for (let part = from; part < to; part += 1) {
      const isToken = this.kinds[part] === TOKEN;
      children.push(isToken ? this.stream[this.firsts[part]] : (this.values[part] as SyntaxNode));
    }
    const { start } = children[0];
    const { end } = children[children.length - 1];
    return { kind: NODE_KINDS[kind], children, start, end, depth: 0 };
  }

  protected override settle(kind: number, from: number, value: SyntaxNode, depth: number): void {
    value.depth = depth;
    super.settle(kind, from, value, depth);
  }

  protected fold(kind: number, from: number): void {
    const folded = fold(this.make(kind, from, this.top), tooDeep);
    if (folded.kind === "error") throw MISTAKE;
    this.settle(kind, from, folded, folded.depth);
  }
}

function tooDeep(): never {
  throw MISTAKE;
}
