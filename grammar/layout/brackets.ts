/**
 * The brackets that are open, and what to do about those that do not match.
 *
 * A missing closing bracket is made up for the parser, a stray one is left out; both are reported.
 */

import type { Mistake } from "../mistake.ts";
import { describeToken, type TokenName } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import { virtualToken } from "./spaces.ts";

/** More brackets left open than this are one mess, and the first ones say so. */
const UNCLOSED_REPORTED = 10;
/** How many brackets a closing one may be too early for. */
const FARTHEST = 64;

export interface OpenBracket {
  readonly token: SyntaxToken;
  readonly close: TokenName;
  /** Column of the first token on the line of the bracket. */
  readonly indentation: number;
}

/** What opens, and what closes it; a hole in a string is a bracket too. */
export const CLOSERS: Partial<Record<TokenName, TokenName>> = {
  LeftParenthesis: "RightParenthesis",
  LeftBracket: "RightBracket",
  LeftBrace: "RightBrace",
  StringHead: "StringTail",
};

export const CLOSES: ReadonlySet<TokenName> = new Set([
  "RightParenthesis",
  "RightBracket",
  "RightBrace",
  "StringTail",
]);

export class Brackets {
  /** Strings with holes that are open: inside them a line end is never the end of a statement. */
  holeCount = 0;
  private readonly open: OpenBracket[] = [];
  private readonly stream: SyntaxToken[];
  private readonly mistakes: Mistake[];
  private unclosedCount = 0;

  constructor(stream: SyntaxToken[], mistakes: Mistake[]) {
    this.stream = stream;
    this.mistakes = mistakes;
  }

  innermost(): OpenBracket | undefined {
    return this.open[this.open.length - 1];
  }

  /** Do line ends count here? Not inside `(`, `[` and holes. */
  isInLines(): boolean {
    const innermost = this.innermost();
    return innermost === undefined || innermost.close === "RightBrace";
  }

  /** Opens a bracket when the token is one. */
  enter(token: SyntaxToken, indentation: number): void {
    const close = CLOSERS[token.name];
    if (close === undefined) return;
    if (close === "StringTail") this.holeCount += 1;
    this.open.push({ token, close, indentation });
  }

  /** Places a closing token: closes what was left open inside, or leaves the token out. */
  close(token: SyntaxToken): void {
    const depth = this.matchingDepth(token.name);
    if (depth < 0) {
      token.skipped = true;
      this.mistakes.push({
        code: "E0103",
        start: token.start,
        end: token.end,
        message: `this \`${token.image}\` closes nothing`,
        help: ["remove it, or look for the missing opening bracket before it"],
      });
      return;
    }
    this.unwind(depth, token);
    this.pop();
    this.stream.push(token);
  }

  /** Closes what was left open in a hole of a string. */
  closeHole(token: SyntaxToken): void {
    let depth = this.open.length - 1;
    while (depth >= 0 && this.open[depth].close !== "StringTail") depth -= 1;
    if (depth >= 0) this.unwind(depth, token);
  }

  closeAll(noticed: SyntaxToken): void {
    this.unwind(-1, noticed);
  }

  /** Closes every `(` and `[` inside the innermost brace. */
  closeToLines(noticed: SyntaxToken): void {
    while (!this.isInLines()) this.closeMissing(noticed);
  }

  /** Closes every brace on whose line nothing stands further left than a column. */
  closeFrom(indentation: number, noticed: SyntaxToken): void {
    let innermost = this.innermost();
    while (innermost !== undefined && innermost.indentation >= indentation) {
      this.closeMissing(noticed);
      innermost = this.innermost();
    }
  }

  /** Index of the bracket that a token closes: `)` and `]` never reach out of a brace or a hole. */
  private matchingDepth(close: TokenName): number {
    const farthest = Math.max(0, this.open.length - FARTHEST);
    for (let depth = this.open.length - 1; depth >= farthest; depth -= 1) {
      const bracket = this.open[depth];
      if (bracket.close === close) return depth;
      if (bracket.close === "StringTail") return -1;
      if (bracket.close === "RightBrace" && close !== "StringTail") return -1;
    }
    return -1;
  }

  private unwind(depth: number, noticed: SyntaxToken): void {
    while (this.open.length > depth + 1) this.closeMissing(noticed);
  }

  private pop(): OpenBracket {
    const bracket = this.open.pop() as OpenBracket;
    if (bracket.close === "StringTail") this.holeCount -= 1;
    return bracket;
  }

  private closeMissing(noticed: SyntaxToken): void {
    const { token, close } = this.pop();
    this.stream.push(virtualToken(close, this.stream[this.stream.length - 1].end));
    this.unclosedCount += 1;
    if (this.unclosedCount > UNCLOSED_REPORTED) return;
    const span = { start: noticed.start, end: noticed.end };
    const label = { span, text: `${describeToken(close)} is missing before this` };
    this.mistakes.push({
      code: "E0103",
      start: token.end - 1,
      end: token.end,
      message: `this \`${token.image.slice(-1)}\` is never closed`,
      labels: noticed.name === "EndOfFile" ? [] : [label],
      help: [`add ${describeToken(close)} where it ends`],
    });
  }
}
