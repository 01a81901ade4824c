/** The lossless tree of a text without mistakes, made by the derived parser. */

import { DirectParser } from "./direct-parser.ts";
import { type DirectInput, MISTAKE, readOrNull, TOKEN } from "./direct-stack.ts";
import { fold } from "./fold.ts";
import { isUpper } from "./gates.ts";
import { tokenCode } from "./tokens.ts";
import { NODE_KINDS, type SyntaxChild, type SyntaxNode, type SyntaxToken } from "./tree.ts";

/**
 * The tree of a text without the end of the file; null when there is a mistake. `stream` is what
 * the layout has made of the tokens, when it had nothing to report.
 */
export function parseDirect(
  stream: readonly SyntaxToken[],
  tokens: readonly SyntaxToken[],
): SyntaxNode | null {
  const { length } = stream;
  const codes = new Uint8Array(length + 2).fill(END, length);
  for (const [at, { code }] of stream.entries()) codes[at] = code;
  const places = Int32Array.from(stream, ({ index }) => index);
  return readOrNull(() => new DirectTree({ codes, places, length }, tokens).whole());
}

const END = tokenCode("EndOfFile");

/** The nodes are those of tree-builder.ts, without gaps to fill: every token is in some node. */
class DirectTree extends DirectParser {
  private readonly tokens: readonly SyntaxToken[];

  constructor(input: DirectInput, tokens: readonly SyntaxToken[]) {
    super(input);
    this.tokens = tokens;
  }

  whole(): SyntaxNode {
    this.file();
    this.finish();
    const none: SyntaxNode = { kind: "file", children: [], start: 0, end: 0, depth: 0 };
    return (this.values[0] as SyntaxNode | undefined) ?? none;
  }

  protected isUpper(token: number): boolean {
    return isUpper(this.tokens[token].image.charCodeAt(0));
  }

  protected make(kind: number, from: number, to: number): SyntaxNode {
    const children: SyntaxChild[] = [];
    for (let part = from; part < to; part += 1) {
      const isToken = this.kinds[part] === TOKEN;
      children.push(isToken ? this.tokens[this.firsts[part]] : (this.values[part] as SyntaxNode));
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
