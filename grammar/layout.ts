/**
 * Decides where statements end and makes brackets balance, so that the parser's life is easy.
 *
 * In: tokens of the text. Out: the tokens the parser reads: line ends added where they count, missing
 * closing brackets added, stray ones left out. Left-out tokens stay in the tree as skipped.
 * Rules of line ends: a line end counts after a token that can end a statement, unless the innermost
 * open bracket is `(`, `[` or a hole, or the next line begins with `.` or `}`.
 */

import { LOOK_ALIKES } from "./look-alikes.ts";
import type { Mistake } from "./mistake.ts";
import { describeToken, tokenRow, type TokenName } from "./tokens.ts";
import type { SyntaxToken } from "./tree.ts";
import { TOKEN_TYPES } from "./vocabulary.ts";

export interface LayoutResult {
  /** For the parser; without the end of the file, which Chevrotain adds. */
  readonly stream: SyntaxToken[];
  readonly mistakes: Mistake[];
}

/** More brackets left open than this are one mess, and the first ones say so. */
const UNCLOSED_REPORTED = 10;

interface OpenBracket {
  readonly token: SyntaxToken;
  readonly close: TokenName;
  /** Column of the first token on the line of the bracket. */
  readonly indentation: number;
}

const CLOSERS: Partial<Record<TokenName, TokenName>> = {
  LeftParenthesis: "RightParenthesis",
  LeftBracket: "RightBracket",
  LeftBrace: "RightBrace",
  StringHead: "StringTail",
};

const CLOSES: ReadonlySet<TokenName> = new Set([
  "RightParenthesis",
  "RightBracket",
  "RightBrace",
  "StringTail",
]);

/** A line that begins with one of these is a statement, whatever bracket is open. */
const STATEMENT_STARTS: ReadonlySet<TokenName> = new Set([
  "Let",
  "Var",
  "While",
  "Loop",
  "Return",
  "Break",
  "Continue",
  "Emit",
  "Print",
  "Assert",
]);

/** Two tokens that begin a declaration. */
const DECLARATION_STARTS: Partial<Record<TokenName, readonly TokenName[]>> = {
  Fn: ["Name"],
  Record: ["Name"],
  Param: ["Name"],
  Output: ["Name"],
  Unit: ["Name"],
  Test: ["String", "StringHead"],
  Pub: ["Fn", "Record", "Let", "Unit", "Param", "Output"],
};

/** Lines that begin with one of these end in a block, so a `{` on the next line is theirs. */
const HEADERS: ReadonlySet<TokenName> = new Set([
  "Fn",
  "Record",
  "Test",
  "If",
  "Else",
  "ElseIf",
  "While",
  "Loop",
  "For",
  "RightBrace",
  "Pub",
]);

/** Words of other languages that begin a declaration, when a name follows. */
const HABIT_WORDS: ReadonlyMap<string, TokenName> = new Map([
  ["def", "Fn"],
  ["func", "Fn"],
  ["function", "Fn"],
  ["fun", "Fn"],
  ["struct", "Record"],
  ["class", "Record"],
  ["const", "Let"],
]);

interface UnavailableConstruct {
  readonly name: string;
  /** What has to follow for the word to mean the construct; null for anything. */
  readonly next: readonly TokenName[] | null;
  readonly help: readonly string[];
}

const UNAVAILABLE: Partial<Record<TokenName, UnavailableConstruct>> = {
  Enum: {
    name: "`enum` is",
    next: ["Name"],
    help: ["use a record, or an `Int` with named constants"],
  },
  Match: { name: "`match` is", next: null, help: ["use `if … { … } else if … { … } else { … }`"] },
  Import: {
    name: "`import` is",
    next: ["String", "StringHead"],
    help: ["keep the program in one file"],
  },
  Bench: {
    name: "`bench` is",
    next: ["String", "StringHead"],
    help: ["measure with `resolang run`, which prints the fuel"],
  },
};

/** Lays out the tokens of a text. Never throws. Cost: linear. */
export function layOut(text: string, tokens: readonly SyntaxToken[]): LayoutResult {
  const layout = new Layout(text, tokens);
  let index = 0;
  while (index < tokens.length) index = layout.read(index);
  return { stream: layout.stream, mistakes: layout.mistakes };
}

class Layout {
  readonly stream: SyntaxToken[] = [];
  readonly mistakes: Mistake[] = [];
  private readonly text: string;
  private readonly tokens: readonly SyntaxToken[];
  private readonly open: OpenBracket[] = [];
  private previous: SyntaxToken | null = null;
  private lineHead: SyntaxToken | null = null;
  private indentation = 0;
  private semicolonReported = false;
  private unclosedCount = 0;
  /** Strings with holes that are open: inside them a line end is never the end of a statement. */
  private openHoles = 0;
  /** The text ran out inside a construct: from now on look no further than the line. */
  private unbalanced = false;

  constructor(text: string, tokens: readonly SyntaxToken[]) {
    this.text = text;
    this.tokens = tokens;
  }

  /** Reads the token at an index and returns the index of the next one to read. */
  read(index: number): number {
    const token = this.tokens[index];
    const startsLine = this.previous === null || this.hasLineEndBefore(token);
    if (startsLine) {
      this.indentation = this.columnOf(token.start);
      this.retypeHabit(token, index);
      this.closeBeforeStatement(token, index);
    }
    if (startsLine && this.previous !== null) this.endLine(token);
    if (startsLine) this.lineHead = token;
    const next = this.skipUnavailable(token, index);
    if (next === index) this.place(token, index);
    const after = Math.max(next, index + 1);
    this.previous = this.tokens[after - 1];
    return after;
  }

  private place(token: SyntaxToken, index: number): void {
    switch (token.name) {
      case "EndOfFile":
        this.closeAll(token);
        return;
      case "Foreign":
        this.placeForeign(token);
        return;
      case "Semicolon":
        this.placeSemicolon(token, index);
        return;
      case "PlusPlus":
        if (this.isIncrement(token, index)) {
          this.skipIncrement(token);
          return;
        }
        break;
      case "StringMiddle":
        this.closeDownTo("StringTail", token);
        break;
      default:
        break;
    }
    if (CLOSES.has(token.name)) {
      this.close(token);
      return;
    }
    const close = CLOSERS[token.name];
    if (close !== undefined) this.openBracket(token, close);
    this.stream.push(token);
  }

  // ── line ends ─────────────────────────────────────────────────────────────────────────────────

  private hasLineEndBefore(token: SyntaxToken): boolean {
    for (let at = token.triviaStart; at < token.start; at += 1) {
      const unit = this.text.charCodeAt(at);
      if (unit === 10 || unit === 13) return true;
    }
    return false;
  }

  private columnOf(offset: number): number {
    let at = offset;
    while (at > 0 && this.text.charCodeAt(at - 1) !== 10 && this.text.charCodeAt(at - 1) !== 13)
      at -= 1;
    return offset - at;
  }

  private endLine(token: SyntaxToken): void {
    const previous = this.stream[this.stream.length - 1];
    if (previous === undefined || previous.name === "LineEnd") return;
    const innermost = this.open[this.open.length - 1];
    if (innermost !== undefined && innermost.close !== "RightBrace") return;
    if (previous.name === "LeftBrace" || !this.endsStatement(previous)) return;
    if (token.name === "Dot" || token.name === "RightBrace") return;
    if (token.name === "Else" || token.name === "ElseIf") {
      if (previous.name === "RightBrace") {
        this.reportMoved(
          token,
          previous,
          `\`${this.text.slice(token.start, token.end)}\` stands on the line of the \`}\` before it`,
        );
        return;
      }
    }
    if (
      token.name === "LeftBrace" &&
      this.lineHead !== null &&
      HEADERS.has(this.lineHead.name) &&
      !this.lineHasBlock(previous)
    ) {
      this.reportMoved(token, previous, "the `{` stands on the line of what it belongs to");
      return;
    }
    this.addLineEnd(previous.end);
    token.afterLineEnd = true;
  }

  private endsStatement(token: SyntaxToken): boolean {
    return tokenRow(token.name).ends === true;
  }

  /** The line before ended in `}`: whatever it was, it has its block. */
  private lineHasBlock(previous: SyntaxToken): boolean {
    return previous.name === "RightBrace";
  }

  private addLineEnd(at: number): void {
    this.stream.push(this.virtual("LineEnd", at));
  }

  private reportMoved(token: SyntaxToken, previous: SyntaxToken, message: string): void {
    const edits =
      token.comments.length === 0
        ? [
            {
              span: { start: previous.end, end: token.start },
              replacement: " ",
              confidence: "certain" as const,
            },
          ]
        : [];
    this.mistakes.push({ code: "E0106", start: token.start, end: token.end, message, edits });
  }

  // ── brackets ──────────────────────────────────────────────────────────────────────────────────

  private openBracket(token: SyntaxToken, close: TokenName): void {
    if (close === "StringTail") this.openHoles += 1;
    this.open.push({ token, close, indentation: this.indentation });
  }

  private popBracket(): OpenBracket {
    const bracket = this.open.pop() as OpenBracket;
    if (bracket.close === "StringTail") this.openHoles -= 1;
    return bracket;
  }

  private close(token: SyntaxToken): void {
    const depth = this.matchingDepth(token.name);
    if (depth < 0) {
      token.skipped = true;
      this.mistakes.push({
        code: "E0103",
        start: token.start,
        end: token.end,
        message: `this \`${this.text.slice(token.start, token.end)}\` closes nothing`,
        help: ["remove it, or look for the missing opening bracket before it"],
      });
      return;
    }
    this.unwind(depth, token);
    this.popBracket();
    this.stream.push(token);
  }

  /** Index of the bracket that a closing token closes; braces and holes are never closed from inside by `)` or `]`. */
  private matchingDepth(close: TokenName): number {
    for (let depth = this.open.length - 1; depth >= 0; depth -= 1) {
      const bracket = this.open[depth];
      if (bracket.close === close) return depth;
      if (bracket.close === "StringTail") return -1;
      if (bracket.close === "RightBrace" && close !== "StringTail") return -1;
    }
    return -1;
  }

  private closeDownTo(close: TokenName, token: SyntaxToken): void {
    let depth = this.open.length - 1;
    while (depth >= 0 && this.open[depth].close !== close) depth -= 1;
    if (depth >= 0) this.unwind(depth, token);
  }

  /** Closes, with reports, every bracket inside the one at a depth. */
  private unwind(depth: number, noticed: SyntaxToken): void {
    while (this.open.length > depth + 1) this.closeMissing(noticed);
  }

  private closeAll(token: SyntaxToken): void {
    this.unwind(-1, token);
  }

  private closeMissing(noticed: SyntaxToken): void {
    this.unclosedCount += 1;
    const bracket = this.popBracket();
    const { token, close } = bracket;
    const at = this.stream[this.stream.length - 1].end;
    this.stream.push(this.virtual(close, at));
    if (this.unclosedCount > UNCLOSED_REPORTED) return;
    const labels =
      noticed.name === "EndOfFile"
        ? []
        : [
            {
              span: { start: noticed.start, end: noticed.end },
              text: `${describeToken(close)} is missing before this`,
            },
          ];
    this.mistakes.push({
      code: "E0103",
      start: token.end - 1,
      end: token.end,
      message: `this \`${this.text.slice(token.end - 1, token.end)}\` is never closed`,
      labels,
      help: [`add ${describeToken(close)} where it ends`],
    });
  }

  /** A line that can only be a statement or a declaration closes what was forgotten before it. */
  private closeBeforeStatement(token: SyntaxToken, index: number): void {
    if (this.open.length === 0 || this.openHoles > 0) return;
    const declares = this.isDeclaration(token, index);
    if (!declares && !this.isStatement(token, index)) return;
    while (this.open.length > 0 && this.open[this.open.length - 1].close !== "RightBrace")
      this.closeMissing(token);
    if (!declares) return;
    while (
      this.open.length > 0 &&
      this.open[this.open.length - 1].indentation >= this.indentation
    ) {
      this.closeMissing(token);
    }
  }

  /** `var x = …`, but not `var xs: List[Int]`, which is a parameter. */
  private isStatement(token: SyntaxToken, index: number): boolean {
    if (token.name === "Var") return this.tokens[index + 2]?.name === "Equal";
    return STATEMENT_STARTS.has(token.name);
  }

  private isDeclaration(token: SyntaxToken, index: number): boolean {
    const next = this.tokens[index + 1];
    return next !== undefined && (DECLARATION_STARTS[token.name]?.includes(next.name) ?? false);
  }

  // ── habits of other languages ─────────────────────────────────────────────────────────────────

  private retypeHabit(token: SyntaxToken, index: number): void {
    if (token.name !== "Name") return;
    const meant = HABIT_WORDS.get(token.image);
    const next = this.tokens[index + 1];
    if (
      meant === undefined ||
      next === undefined ||
      next.name !== "Name" ||
      next.triviaStart === next.start
    )
      return;
    const word = tokenRow(meant).fixed as string;
    const what =
      meant === "Fn" ? "functions begin" : meant === "Record" ? "records begin" : "constants begin";
    this.retype(token, meant);
    this.mistakes.push({
      code: "E0107",
      start: token.start,
      end: token.end,
      message: `${what} with \`${word}\`, not with \`${token.image}\``,
      edits: [
        { span: { start: token.start, end: token.end }, replacement: word, confidence: "certain" },
      ],
    });
  }

  private placeForeign(token: SyntaxToken): void {
    const alike = LOOK_ALIKES.get(token.image);
    const last = this.mistakes[this.mistakes.length - 1];
    if (alike === undefined) {
      token.skipped = true;
      if (last?.code === "E0101" && last.end === token.start) {
        this.mistakes[this.mistakes.length - 1] = { ...last, end: token.end };
        return;
      }
      if (token.end - token.start > 2) return;
      this.mistakes.push({
        code: "E0101",
        start: token.start,
        end: token.end,
        message: `${showCharacter(token.image)} has no meaning here`,
      });
      return;
    }
    this.mistakes.push({
      code: "E0101",
      start: token.start,
      end: token.end,
      message: `${showCharacter(token.image)} looks like \`${alike.write}\` but is another character`,
      help: [`write \`${alike.write}\``],
      edits: [
        {
          span: { start: token.start, end: token.end },
          replacement: alike.write,
          confidence: "certain",
        },
      ],
    });
    if (alike.token === null) {
      token.skipped = true;
      return;
    }
    this.retype(token, alike.token);
    this.stream.push(token);
  }

  private placeSemicolon(token: SyntaxToken, index: number): void {
    const next = this.tokens[index + 1];
    const endsLine =
      next.name === "EndOfFile" || next.name === "RightBrace" || this.hasLineEndBefore(next);
    if (!this.semicolonReported) {
      this.semicolonReported = true;
      this.mistakes.push({
        code: "E0108",
        start: token.start,
        end: token.end,
        message: endsLine
          ? "a statement ends with its line, without `;`"
          : "statements stand on lines of their own, without `;`",
        edits: endsLine
          ? [
              {
                span: { start: token.start, end: token.end },
                replacement: "",
                confidence: "certain",
              },
            ]
          : [],
      });
    }
    token.skipped = true;
    const innermost = this.open[this.open.length - 1];
    if (innermost !== undefined && innermost.close !== "RightBrace") return;
    this.addLineEnd(token.start);
    if (next !== undefined) next.afterLineEnd = true;
  }

  /** `count++` at the end of a line. */
  private isIncrement(token: SyntaxToken, index: number): boolean {
    const before = this.tokens[index - 1];
    const after = this.tokens[index + 1];
    if (before === undefined || before.end !== token.start || !this.endsStatement(before))
      return false;
    return (
      after.name === "EndOfFile" ||
      after.name === "RightBrace" ||
      (this.hasLineEndBefore(after) && !after.comments.length)
    );
  }

  private skipIncrement(token: SyntaxToken): void {
    token.skipped = true;
    this.mistakes.push({
      code: "E0107",
      start: token.start,
      end: token.end,
      message: "`++` joins lists and strings; a place is counted up with `+= 1`",
      edits: [
        {
          span: { start: token.start, end: token.end },
          replacement: " += 1",
          confidence: "certain",
        },
      ],
    });
  }

  // ── constructs that are not there yet ─────────────────────────────────────────────────────────

  /** Makes one token of a whole construct; returns the index after it, or the same index when there is none. */
  private skipUnavailable(token: SyntaxToken, index: number): number {
    const construct = UNAVAILABLE[token.name];
    if (construct === undefined) return index;
    const next = this.tokens[index + 1];
    if (construct.next !== null && !construct.next.includes(next.name)) return index;
    const after = this.endOfConstruct(index + 1);
    for (const skipped of this.tokens.slice(index + 1, after)) skipped.skipped = true;
    this.mistakes.push({
      code: "E0120",
      start: token.start,
      end: token.end,
      message: `${construct.name} not available in this version`,
      help: construct.help,
    });
    this.retype(token, "Unavailable");
    this.stream.push(token);
    return after;
  }

  /** Index after the block of a construct, or after its line when it has none. */
  private endOfConstruct(from: number): number {
    let depth = 0;
    let endOfLine = -1;
    for (let at = from; at < this.tokens.length; at += 1) {
      const token = this.tokens[at];
      if (
        depth === 0 &&
        (this.hasLineEndBefore(token) || CLOSES.has(token.name) || token.name === "EndOfFile")
      )
        return at;
      if (endOfLine < 0 && this.hasLineEndBefore(token)) {
        endOfLine = at;
        if (this.unbalanced) return at;
      }
      if (CLOSERS[token.name] !== undefined) depth += 1;
      if (CLOSES.has(token.name)) depth -= 1;
      if (depth === 0 && token.name === "RightBrace") return at + 1;
    }
    this.unbalanced = true;
    return endOfLine < 0 ? this.tokens.length - 1 : endOfLine;
  }

  private retype(token: SyntaxToken, name: TokenName): void {
    const type = TOKEN_TYPES[name];
    token.name = name;
    token.tokenType = type;
    token.tokenTypeIdx = type.tokenTypeIdx as number;
  }

  private virtual(name: TokenName, at: number): SyntaxToken {
    const type = TOKEN_TYPES[name];
    return {
      image: "",
      startOffset: at,
      endOffset: at - 1,
      tokenType: type,
      tokenTypeIdx: type.tokenTypeIdx as number,
      name,
      start: at,
      end: at,
      triviaStart: at,
      comments: [],
      index: -1,
      afterLineEnd: false,
      skipped: false,
    };
  }
}

function showCharacter(image: string): string {
  const point = image.codePointAt(0) as number;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  return point < 0x20 || (point >= 0x7f && point < 0xa0)
    ? `the character ${code}`
    : `\`${image}\` (${code})`;
}
