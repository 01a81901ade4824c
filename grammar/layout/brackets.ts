/**
 * The brackets that are open, and what to do about those that do not match.
 *
 * A missing closing bracket is made up for the parser, a stray one is left out; both are reported.
 */

import type { Mistake } from "../mistake.ts";
import { among, byCode, describeToken, type TokenName } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import { columnOf, virtualToken } from "./spaces.ts";

/** More brackets left open than this are one mess, and the first ones say so. */
const UNCLOSED_REPORTED = 10;
/** How many brackets a closing one may be too early for. */
const FARTHEST = 64;

interface Source {
  readonly text: string;
  readonly tokens: readonly SyntaxToken[];
}

export interface OpenBracket {
  readonly token: SyntaxToken;
  readonly close: TokenName;
  /** Column of the first token on the line of the bracket. */
  readonly indentation: number;
}

/** What closes a token that opens, by its code; a hole in a string is a bracket too. */
export const CLOSERS = byCode<TokenName>({
  LeftParenthesis: "RightParenthesis",
  LeftBracket: "RightBracket",
  LeftBrace: "RightBrace",
  StringHead: "StringTail",
});
export const CLOSING = among("RightParenthesis", "RightBracket", "RightBrace", "StringTail");

export function opens({ code }: Pick<SyntaxToken, "code">): boolean {
  return CLOSERS[code] !== undefined;
}

export function closes({ code }: Pick<SyntaxToken, "code">): boolean {
  return CLOSING[code] === 1;
}

/** A cause that has its report. */
const SAID: Mistake = { code: "E0107", start: 0, end: 0, message: "" };

export class Brackets {
  /** Strings with holes that are open: inside them a line end is never the end of a statement. */
  holeCount = 0;
  private readonly open: OpenBracket[] = [];
  private readonly stream: SyntaxToken[];
  private readonly mistakes: Mistake[];
  private unclosedCount = 0;

  private readonly text: string;
  private readonly tokens: readonly SyntaxToken[];
  /** How many more braces are opened than closed; counted when it is asked for. */
  private braceBalance: number | null = null;
  /** Where in the stream the next missing bracket goes, if not at its end. */
  private place: number | null = null;
  /** The comment that has been reported as a quotient. */
  private quotientAt = -1;

  constructor({ text, tokens }: Source, stream: SyntaxToken[], mistakes: Mistake[]) {
    this.text = text;
    this.tokens = tokens;
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
    const close = CLOSERS[token.code];
    if (close === undefined) return;
    if (close === "StringTail") this.holeCount += 1;
    this.open.push({ token, close, indentation });
  }

  /** Drops the innermost bracket without a report: something else stands for it. */
  forget(): void {
    this.pop();
  }

  /** Places a closing token: closes what was left open inside, or leaves the token out. */
  close(token: SyntaxToken, column: number | null): void {
    if (token.name === "RightBrace" && column !== null) this.closeDeeper(token, column);
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
    const at = this.place ?? this.stream.length;
    this.place = null;
    const brace = virtualToken(close, this.stream[at - 1].end);
    if (at === this.stream.length) this.stream.push(brace);
    else this.stream.splice(at, 0, brace);
    this.unclosedCount += 1;
    if (this.unclosedCount > UNCLOSED_REPORTED) return;
    const quotient = this.swallowed(token, close, noticed);
    if (quotient !== null) {
      if (quotient !== SAID) this.mistakes.push(quotient);
      return;
    }
    const span = { start: noticed.start, end: noticed.end };
    const label = { span, text: `${describeToken(close)} is missing before this` };
    this.mistakes.push({
      code: "E0103",
      start: token.end - 1,
      end: token.end,
      message: `this \`${token.image.slice(-1)}\` is never closed`,
      labels: noticed.name === "EndOfFile" ? [] : [label],
      help: [`add ${describeToken(close)} where it ends`],
      edits: this.closingEdit(close, brace.start),
    });
  }

  /** A bracket goes behind the last token before the place where it was missed. */
  private closingEdit(close: TokenName, at: number): Mistake["edits"] {
    if (close === "StringTail" || close === "RightBrace") return [];
    const replacement = close === "RightBracket" ? "]" : ")";
    return [{ span: { start: at, end: at }, replacement, confidence: "likely" }];
  }

  /**
   * A `}` that stands under the head of an outer block, in a text that has too few of them: what is
   * open inside lost its own where a line stands no deeper than its head.
   */
  private closeDeeper(token: SyntaxToken, column: number): void {
    const inside = this.innermost();
    if (inside === undefined || inside.indentation <= column) return;
    if (!this.lacksBraces() || !this.open.some((bracket) => this.isBraceAt(bracket, column)))
      return;
    for (;;) {
      const innermost = this.innermost();
      if (innermost?.close !== "RightBrace" || innermost.indentation <= column) return;
      this.closeMissing(this.closeByIndentation(innermost) ?? token);
    }
  }

  private isBraceAt({ close, indentation }: OpenBracket, column: number): boolean {
    return close === "RightBrace" && indentation === column;
  }

  /** The first line that stands no deeper than the head of a block; the brace goes before it. */
  private closeByIndentation({ token, indentation }: OpenBracket): SyntaxToken | null {
    const opened = this.stream.lastIndexOf(token);
    for (let at = opened + 1; at < this.stream.length; at += 1) {
      const line = this.stream[at];
      if (line.index < 0 || !line.afterLineEnd || columnOf(this.text, line.start) > indentation)
        continue;
      const before = this.stream[at - 1].name === "LineEnd" ? at - 1 : at;
      this.place = before;
      return line;
    }
    return null;
  }

  private lacksBraces(): boolean {
    if (this.braceBalance === null) {
      this.braceBalance = 0;
      for (const { name } of this.tokens) {
        if (name === "LeftBrace") this.braceBalance += 1;
        if (name === "RightBrace") this.braceBalance -= 1;
      }
    }
    return this.braceBalance > 0;
  }

  /** `(n // 2)`: the closing bracket stands in what is a comment here. */
  private swallowed(open: SyntaxToken, close: TokenName, noticed: SyntaxToken): Mistake | null {
    const comment = noticed.comments.find(({ ownLine }) => !ownLine);
    if (comment === undefined || /[\r\n]/.test(this.text.slice(open.start, comment.start)))
      return null;
    if (comment.start === this.quotientAt) return SAID;
    const [, divisor] = /^\/\/ *([\w.]+(?:\([^()]*\))?[)\]]+)/.exec(
      this.text.slice(comment.start, comment.end),
    ) ?? [null, null];
    if (divisor === null || !divisor.includes(close === "RightBracket" ? "]" : ")")) return null;
    this.quotientAt = comment.start;
    const before = this.text.slice(open.end, comment.start);
    const dividend = /[\p{L}\d_.]+(?:\([^()]*\))? *$/u.exec(before)?.[0].trimEnd() ?? "";
    const quotient = `${dividend} div ${divisor.replace(/[)\]]+$/, "")}`.trimStart();
    const span = { start: comment.start, end: comment.start + 2 };
    return {
      code: "E0107",
      ...span,
      message: "`//` begins a comment, which swallows the bracket; the whole quotient is `div`",
      help: [`write \`${quotient}\``],
      edits: [{ span, replacement: "div", confidence: "likely" }],
    };
  }
}
