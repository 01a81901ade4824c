/**
 * Text → tokens, each with the space and comments before it.
 *
 * In: any string. Out: tokens that together with what stands before them are the text, and
 * mistakes. A string with holes becomes a head, the tokens of each hole, middles, and a tail.
 * Not here: line ends and brackets (layout.ts).
 */

import { LIMITS } from "./limits.ts";
import type { Mistake } from "./mistake.ts";
import {
  blockCommentEnd,
  fixedTokensAt,
  isSpace,
  nameEnd,
  numberEnd,
  openedBy,
  OPENS,
  opensString,
  restOfLine,
  spaceEnd,
} from "./scan.ts";
import { scanString, type ScannedString } from "./strings.ts";
import { tokenCode, type TokenName } from "./tokens.ts";
import { NO_COMMENTS, syntaxToken, type Comment, type SyntaxToken } from "./tree.ts";
import { Words } from "./words.ts";

export interface LexResult {
  /** The last one is the end of the file. */
  readonly tokens: SyntaxToken[];
  readonly mistakes: Mistake[];
}

const LARGE_HELP = ["read large tables as parameters: `--lines @data.csv`"];
const LINE_END = /[\r\n]/;
const NAME = tokenCode("Name");
const NUMBER = tokenCode("Number");
const UNIT_SUFFIX = tokenCode("UnitSuffix");
const DOT = tokenCode("Dot");

/** Lines of a text that are passed over as space is; they begin where a token ends. */
export interface Gap {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a text into tokens. Never throws. Cost: linear (times the depth of strings in strings), in
 * what lies outside of the gaps, which are in the order of the text.
 */
export function lex(text: string, gaps: readonly Gap[] = []): LexResult {
  const state = new Cutter(text);
  if (text.length > LIMITS.fileUnits) {
    state.mistakes.push({
      code: "E0119",
      start: 0,
      end: 0,
      message: `the file has ${text.length} characters, and ${LIMITS.fileUnits} is the limit`,
      help: LARGE_HELP,
    });
    state.add("Foreign", 0, text.length);
  } else {
    let from = 0;
    for (const { start, end } of gaps) {
      state.cut(text, from, start, 0);
      from = end;
    }
    state.cut(text, from, text.length, 0);
  }
  state.add("EndOfFile", text.length, text.length);
  return { tokens: state.tokens, mistakes: state.mistakes };
}

/** One run of the lexer: where the last token ended and what has been found. */
class Cutter {
  readonly tokens: SyntaxToken[] = [];
  readonly mistakes: Mistake[] = [];
  private readonly text: string;
  private readonly words = new Words();
  private triviaStart = 0;
  private comments: Comment[] | null = null;
  private startsLine = false;
  private previousCode = -1;
  private full = false;
  private isInHole = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Adds the tokens between two offsets of a text that is shifted. */
  cut(text: string, from: number, to: number, shift: number): void {
    let at = from;
    while (at < to && !this.full) at = this.read(text, at, shift);
  }

  /** Reads one token, or space, at an offset of a text that is shifted; returns the next offset. */
  private read(text: string, at: number, shift: number): number {
    const unit = text.charCodeAt(at);
    const opened = openedBy(unit);
    if (opened === OPENS.space) return spaceEnd(text, at);
    if (opened === OPENS.line) {
      this.startsLine = true;
      return at + 1;
    }
    if (opened === OPENS.name) return this.addWord(text, at, shift);
    if (opened === OPENS.number) {
      const end = numberEnd(text, at);
      this.put(NUMBER, text.slice(at, end), at + shift, end + shift);
      return end;
    }
    if (opened === OPENS.mark) return this.readMark(text, at, unit, shift);
    return this.readUnusual(text, at, unit, shift);
  }

  /** Quotes, `r`, and what is not ASCII. */
  private readUnusual(text: string, at: number, unit: number, shift: number): number {
    if (opensString(unit)) {
      const literal = scanString(text, at);
      if (literal !== null) {
        this.addString(literal, at + shift, shift);
        return literal.end;
      }
    }
    if (isSpace(text, at)) return at + 1;
    return nameEnd(text, at) > at
      ? this.addWord(text, at, shift)
      : this.readMark(text, at, unit, shift);
  }

  /** Comments, operators, brackets, and what has no meaning. */
  private readMark(text: string, at: number, unit: number, shift: number): number {
    if (unit === 47 && text.charCodeAt(at + 1) === 47) {
      const end = restOfLine(text, at);
      this.addComment(at + shift, end + shift);
      return end;
    }
    if (unit === 47 && text.charCodeAt(at + 1) === 42) {
      const end = blockCommentEnd(text, at);
      this.addForeignComment("BlockComment", at + shift, end + shift);
      return end;
    }
    if (unit === 35) {
      const end = restOfLine(text, at);
      this.addForeignComment("HashComment", at + shift, end + shift);
      return end;
    }
    const candidates = fixedTokensAt(unit);
    for (let index = 0; index < candidates.length; index += 1) {
      const { code, fixed } = candidates[index];
      if (fixed.length > 1 && !text.startsWith(fixed, at)) continue;
      this.put(code, fixed, at + shift, at + shift + fixed.length);
      return at + fixed.length;
    }
    const length = (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
    this.add("Foreign", at + shift, at + shift + length);
    return at + length;
  }

  add(name: TokenName, start: number, end: number): void {
    this.put(tokenCode(name), this.text.slice(start, end), start, end);
  }

  private put(code: number, image: string, start: number, end: number): void {
    const { tokens, triviaStart, startsLine } = this;
    const comments = this.comments ?? NO_COMMENTS;
    const index = tokens.length;
    const token = syntaxToken(code, image, start, end, triviaStart, comments, startsLine, index);
    tokens.push(token);
    this.triviaStart = end;
    this.startsLine = false;
    this.comments = null;
    this.previousCode = code;
    if (tokens.length === LIMITS.tokens && token.name !== "EndOfFile") this.stop(end);
  }

  /** The file has too many tokens: the rest becomes one that nobody reads. */
  private stop(at: number): void {
    if (this.full) return;
    this.full = true;
    this.mistakes.push({
      code: "E0119",
      start: at,
      end: at,
      message: `the file has more than ${LIMITS.tokens} tokens`,
      help: LARGE_HELP,
    });
    this.add("Foreign", at, this.text.length);
  }

  /** A keyword, a name, or the unit of the number that it touches; returns where it ends. */
  private addWord(text: string, at: number, shift: number): number {
    const { words, previousCode } = this;
    const word = words.read(text, at);
    const end = words.end;
    let code = words.codes[word];
    if (previousCode === DOT) code = NAME;
    if (previousCode === NUMBER && this.triviaStart === at + shift) code = UNIT_SUFFIX;
    this.put(code, words.images[word], at + shift, end + shift);
    return end;
  }

  private addComment(start: number, end: number): void {
    if (this.isInHole) this.mistakes.push(commentInHole(start));
    (this.comments ??= []).push({ start, end, ownLine: this.isOwnLine(start) });
  }

  /** Does nothing but space stand before a comment on its line? */
  private isOwnLine(start: number): boolean {
    const from = this.comments?.at(-1)?.end ?? this.triviaStart;
    for (let at = start - 1; at >= from; at -= 1) {
      const unit = this.text.charCodeAt(at);
      if (unit === 10 || unit === 13) return true;
    }
    return from === 0;
  }

  private addForeignComment(
    name: "BlockComment" | "HashComment",
    start: number,
    end: number,
  ): void {
    (this.comments ??= []).push({ start, end, ownLine: this.isOwnLine(start) });
    const opener = name === "HashComment" ? "#" : "/*";
    const image = this.text.slice(start, end);
    this.startsLine ||= LINE_END.test(image);
    const edits =
      name === "HashComment"
        ? [{ span: { start, end: start + 1 }, replacement: "//", confidence: "certain" as const }]
        : [];
    const firstLine = image.search(LINE_END);
    this.mistakes.push({
      code: "E0102",
      start,
      end:
        start +
        (name === "HashComment" || firstLine < 0
          ? name === "HashComment"
            ? 1
            : image.length
          : firstLine),
      message: `comments are written with \`//\`, not with \`${opener}\``,
      help: ["`//` runs to the end of the line; `///` documents what follows"],
      edits,
    });
  }

  private addString(literal: ScannedString, start: number, shift: number): void {
    const end = literal.end + shift;
    this.reportString(literal, start, end);
    if (literal.holes.length === 0) {
      this.add("String", start, end);
      return;
    }
    let from = start;
    literal.holes.forEach((hole, holeIndex) => {
      this.add(holeIndex === 0 ? "StringHead" : "StringMiddle", from, hole.start + shift);
      if (this.full) return;
      const wasInHole = this.isInHole;
      this.isInHole = true;
      const inside = this.text.slice(hole.start + shift, hole.end + shift);
      this.cut(inside, 0, inside.length, hole.start + shift);
      this.isInHole = wasInHole;
      from = hole.end + shift;
    });
    if (!this.full) this.add("StringTail", from, end);
  }

  private reportString(literal: ScannedString, start: number, end: number): void {
    if (literal.broken !== null) {
      this.mistakes.push(brokenString(literal.broken, start, end));
      return;
    }
    const quote = this.text[start];
    if (quote === '"' || quote === "r") return;
    this.mistakes.push({
      code: "E0105",
      start,
      end,
      message: "strings stand in double quotes",
      help: ['write `"` on both sides'],
      edits: [
        { span: { start, end: start + 1 }, replacement: '"', confidence: "certain" },
        { span: { start: end - 1, end }, replacement: '"', confidence: "certain" },
      ],
    });
  }
}

/** `"{n // 2}"` */
function commentInHole(start: number): Mistake {
  return {
    code: "E0122",
    start,
    end: start + 2,
    message: "a comment cannot stand in a hole",
    help: ["the whole quotient is written `div`: `{n div 2}`"],
  };
}

function brokenString(
  broken: NonNullable<ScannedString["broken"]>,
  start: number,
  end: number,
): Mistake {
  if (broken === "too deep") {
    return {
      code: "E0119",
      start,
      end: start + 1,
      message: `strings stand inside holes of strings more than ${LIMITS.stringDepth} times`,
      help: ["give the inner text a name with `let`"],
    };
  }
  if (broken === "unclosed hole") {
    return {
      code: "E0104",
      start,
      end,
      message: "a hole `{` in this string is not closed",
      help: ['a hole looks like `"r = {r}"`; a plain brace is written `\\{`'],
    };
  }
  return {
    code: "E0104",
    start,
    end,
    message: 'this string has no closing `"`',
    help: [
      'a string ends on its line: `"text"`; text of several lines stands between `"""` and `"""`',
    ],
  };
}
