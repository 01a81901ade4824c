/**
 * Decides where statements end and makes brackets balance, so that the parser's life is easy.
 *
 * In: tokens of the text. Out: the tokens the parser reads: line ends added where they count,
 * missing closing brackets added, stray ones left out. Left-out tokens stay in the tree as skipped.
 * Rules of line ends: a line end counts after a token that can end a statement, unless the
 * innermost open bracket is `(`, `[` or a hole, or the next line begins with `.` or `}`.
 */

import { Brackets, closes } from "./layout/brackets.ts";
import {
  incrementMistake,
  markAnother,
  readForeign,
  readHabitWord,
  semicolonMistake,
} from "./layout/habits.ts";
import { readSpelling } from "./layout/spellings.ts";
import { columnOf, retype, virtualToken } from "./layout/spaces.ts";
import { readSign } from "./layout/signs.ts";
import { readStrangeLine } from "./layout/strange-lines.ts";
import type { Site } from "./layout/line.ts";
import type { Phrase } from "./layout/phrase.ts";
import { readPhrase } from "./layout/phrases.ts";
import { isPlain } from "./layout/plain.ts";
import { WordBlocks } from "./layout/word-blocks.ts";
import type { Mistake, MistakeLabel } from "./mistake.ts";
import { TOKENS, type TokenName, type TokenRow } from "./tokens.ts";
import type { SyntaxToken } from "./tree.ts";

export interface LayoutResult {
  /** For the parser; without the end of the file, which Chevrotain adds. */
  readonly stream: SyntaxToken[];
  readonly mistakes: Mistake[];
}

/** A line that begins with one of these is a statement, whatever bracket is open. */
const STATEMENT_STARTS: ReadonlySet<TokenName> = new Set([
  "Let",
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
  Enum: ["Name"],
  Param: ["Name"],
  Output: ["Name"],
  Unit: ["Name"],
  Test: ["String", "StringHead"],
  Import: ["String", "StringHead"],
  Pub: ["Fn", "Record", "Enum", "Let", "Unit", "Param", "Output"],
};

/** Lines that begin with one of these end in a block, so a `{` on the next line is theirs. */
const HEADERS: ReadonlySet<TokenName> = new Set([
  "Fn",
  "Record",
  "Enum",
  "Match",
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

/** Whether a statement may end behind a token, by its code. */
const ENDS: readonly boolean[] = TOKENS.map((row: TokenRow) => row.ends === true);

/** Lays out the tokens of a text. Never throws. Cost: linear. */
export function layOut(text: string, tokens: readonly SyntaxToken[]): LayoutResult {
  const layout = new Layout(text, tokens);
  let index = 0;
  while (index < tokens.length) index = layout.read(index);
  return { stream: layout.stream, mistakes: layout.mistakes };
}

class Layout implements Site {
  readonly stream: SyntaxToken[] = [];
  readonly mistakes: Mistake[] = [];
  readonly text: string;
  readonly tokens: readonly SyntaxToken[];
  index = 0;
  /** The first token of the line. */
  lineHead: SyntaxToken | null = null;
  private readonly brackets: Brackets;
  private readonly wordBlocks: WordBlocks;
  private previous: SyntaxToken | null = null;
  private indentation = 0;
  /** Semicolons have one report, with an edit for each that ends a line. */
  private semicolonEdits: NonNullable<Mistake["edits"]>[number][] | null = null;
  private readonly semicolonLabels: MistakeLabel[] = [];

  constructor(text: string, tokens: readonly SyntaxToken[]) {
    this.text = text;
    this.tokens = tokens;
    this.brackets = new Brackets({ text, tokens }, this.stream, this.mistakes);
    this.wordBlocks = new WordBlocks({ text, tokens }, this.brackets, this.stream, this.mistakes);
  }

  get opener(): SyntaxToken | null {
    return this.brackets.innermost()?.token ?? null;
  }

  get close(): TokenName | null {
    return this.brackets.innermost()?.close ?? null;
  }

  get isInHole(): boolean {
    return this.brackets.holeCount > 0;
  }

  /** Reads the token at an index and returns the index of the next one to read. */
  read(index: number): number {
    const token = this.tokens[index];
    const startsLine = this.previous === null || token.startsLine;
    if (!startsLine && isPlain(token) && !this.wordBlocks.isWaiting) {
      this.stream.push(token);
      this.previous = token;
      return index + 1;
    }
    this.index = index;
    if (startsLine) this.beginLine(token, index);
    else if (token.name === "EndOfFile") this.wordBlocks.closeBefore(token);
    const phrase =
      (token === this.lineHead ? readStrangeLine(this) : null) ?? readPhrase(this, token);
    if (phrase !== null) return this.placePhrase(phrase);
    this.place(token, index);
    this.previous = token;
    return index + 1;
  }

  private beginLine(token: SyntaxToken, index: number): void {
    this.indentation = columnOf(this.text, token.start);
    const brace = this.wordBlocks.openBefore(index);
    if (brace !== null) this.enterBrace(brace);
    const isClosed = this.wordBlocks.closeBefore(token);
    const habit = readHabitWord(token, this.tokens[index + 1]);
    if (habit !== null) this.mistakes.push(habit);
    this.closeBeforeStatement(token, index);
    if (this.previous !== null) this.endLine(token, isClosed);
    this.lineHead = token;
    this.wordBlocks.plan(index);
  }

  private enterBrace(brace: SyntaxToken): void {
    this.brackets.enter(brace, this.indentation);
    this.stream.push(brace);
  }

  /** One token stands for the whole phrase; what was placed of it already is taken back. */
  private placePhrase({ from, to, mistake, stream }: Phrase): number {
    const first = this.tokens[from];
    while (this.stream.length > 0 && this.stream[this.stream.length - 1].start >= first.start) {
      const dropped = this.stream.pop() as SyntaxToken;
      if (dropped === this.brackets.innermost()?.token) this.brackets.forget();
    }
    const kept = stream ?? [first];
    for (let at = from; at < to; at += 1) this.tokens[at].skipped = !kept.includes(this.tokens[at]);
    if (stream === undefined) retype(first, "Unread");
    this.stream.push(...kept);
    this.mistakes.push(mistake);
    this.previous = this.tokens[to - 1];
    return to;
  }

  private place(token: SyntaxToken, index: number): void {
    const brace = this.wordBlocks.openAt(index);
    if (brace !== null) {
      this.enterBrace(brace);
      return;
    }
    // A token may be skipped already, because an earlier one has spoken for it.
    const spelling = token.skipped ? null : (readSpelling(this, token) ?? readSign(this, token));
    if (spelling !== null) this.mistakes.push(spelling);
    if (token.skipped) {
      if (token.afterLineEnd) this.tokens[index + 1].afterLineEnd = true;
      return;
    }
    if (closes(token)) {
      const isFirst = this.lineHead === token;
      this.brackets.close(token, isFirst ? columnOf(this.text, token.start) : null);
      return;
    }
    switch (token.name) {
      case "EndOfFile":
        this.brackets.closeAll(token);
        return;
      case "Foreign":
        this.placeForeign(token);
        return;
      case "Semicolon":
        this.placeSemicolon(token, index);
        return;
      case "PlusPlus":
        if (this.isIncrement(token, index)) {
          token.skipped = true;
          this.mistakes.push(incrementMistake(token));
          return;
        }
        break;
      case "StringMiddle":
        this.brackets.closeHole(token);
        break;
      case "LeftBrace":
        this.closeBeforeBody(token, index);
        break;
      default:
        break;
    }
    this.brackets.enter(token, this.indentation);
    this.stream.push(token);
  }

  // ── line ends ─────────────────────────────────────────────────────────────────────────────────

  /** Adds the end of the line before a token, where it counts. */
  private endLine(token: SyntaxToken, isClosed: boolean): void {
    const previous = this.stream[this.stream.length - 1];
    if (previous === undefined || !this.brackets.isInLines()) return;
    if (previous.name === "LineEnd") token.afterLineEnd = true;
    if (!endsStatement(previous) && !this.isBlockColon(previous)) return;
    if (token.name === "Dot" || token.name === "RightBrace") return;
    const endsBlock = previous.name === "RightBrace";
    if ((token.name === "Else" || token.name === "ElseIf") && endsBlock) {
      if (isClosed) return;
      this.reportMoved(
        token,
        previous,
        `\`${token.image}\` stands on the line of the \`}\` before it`,
      );
      return;
    }
    const isHeader = this.lineHead !== null && HEADERS.has(this.lineHead.name) && !endsBlock;
    if (token.name === "LeftBrace" && isHeader) {
      this.reportMoved(token, previous, "the `{` stands on the line of what it belongs to");
      return;
    }
    this.stream.push(virtualToken("LineEnd", previous.end));
    token.afterLineEnd = true;
  }

  /** `if x == 1:` at the end of its line. */
  private isBlockColon(token: SyntaxToken): boolean {
    return token.name === "Colon" && this.lineHead !== null && HEADERS.has(this.lineHead.name);
  }

  private reportMoved(token: SyntaxToken, previous: SyntaxToken, message: string): void {
    const span = { start: previous.end, end: token.start };
    const edit = { span, replacement: " ", confidence: "certain" as const };
    const edits = token.comments.length === 0 ? [edit] : [];
    this.mistakes.push({ code: "E0106", start: token.start, end: token.end, message, edits });
  }

  // ── brackets that were forgotten ──────────────────────────────────────────────────────────────

  /** `fn f(x: Int {` at the end of a line: the brace begins the body. */
  private closeBeforeBody(token: SyntaxToken, index: number): void {
    const head =
      this.lineHead?.name === "Pub" ? this.tokens[this.lineHead.index + 1] : this.lineHead;
    if (head?.name !== "Fn" || this.brackets.holeCount > 0) return;
    if (this.tokens[index + 1].startsLine) this.brackets.closeToLines(token);
  }

  /** A line that can only be a statement or a declaration closes what was forgotten before it. */
  private closeBeforeStatement(token: SyntaxToken, index: number): void {
    if (this.brackets.innermost() === undefined || this.brackets.holeCount > 0) return;
    const declares = this.isDeclaration(token, index);
    if (!declares && !this.isStatement(token, index)) return;
    this.brackets.closeToLines(token);
    if (declares) this.brackets.closeFrom(this.indentation, token);
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

  // ── what other languages write ────────────────────────────────────────────────────────────────

  private placeForeign(token: SyntaxToken): void {
    const last = this.mistakes[this.mistakes.length - 1];
    const isUnread = token.end - token.start > 2;
    const mistake = readForeign(token);
    if (!token.skipped) this.stream.push(token);
    // Neighbours make one report; the unread rest of a file that is too large has its own.
    if (isUnread) return;
    if (mistake.edits === undefined && last?.code === "E0101" && last.end === token.start) {
      this.mistakes[this.mistakes.length - 1] = { ...last, end: token.end };
    } else {
      this.mistakes.push(mistake);
    }
  }

  private placeSemicolon(token: SyntaxToken, index: number): void {
    const next = this.tokens[index + 1];
    const isLast = next.name === "EndOfFile" || next.name === "RightBrace";
    const endsLine = isLast || next.startsLine;
    if (this.semicolonEdits === null) {
      this.semicolonEdits = [];
      const { semicolonEdits, semicolonLabels } = this;
      this.mistakes.push(semicolonMistake(token, endsLine, semicolonEdits, semicolonLabels));
    } else markAnother(this.semicolonLabels, token);
    const span = { start: token.start, end: token.end };
    if (endsLine) this.semicolonEdits.push({ span, replacement: "", confidence: "certain" });
    token.skipped = true;
    if (!this.brackets.isInLines()) return;
    this.stream.push(virtualToken("LineEnd", token.start));
    next.afterLineEnd = true;
  }

  /** `count++` at the end of a line. */
  private isIncrement(token: SyntaxToken, index: number): boolean {
    const before = this.tokens[index - 1];
    const after = this.tokens[index + 1];
    if (before === undefined || before.end !== token.start || !endsStatement(before)) return false;
    if (after.name === "EndOfFile" || after.name === "RightBrace") return true;
    return after.startsLine && after.comments.length === 0;
  }
}

function endsStatement(token: SyntaxToken): boolean {
  return ENDS[token.code];
}
