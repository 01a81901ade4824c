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
  CLASSES,
  fixedTokensAt,
  IN,
  isSpace,
  LONE_MARKS,
  nameEnd,
  numberEnd,
  OPENING,
  OPENS,
  opensString,
  type Range,
  restOfLine,
  unitsOf,
} from "./scan.ts";
import { plainStringEnd, scanString, type ScannedString } from "./strings.ts";
import { TokenTable } from "./token-table.ts";
import { tokenCode } from "./tokens.ts";
import type { Comment } from "./tree.ts";
import { Words } from "./words.ts";

export interface LexResult {
  readonly table: TokenTable;
  readonly mistakes: Mistake[];
}

const LARGE_HELP = ["read large tables as parameters: `--lines @data.csv`"];
const LINE_END = /[\r\n]/;
const END = tokenCode("EndOfFile");
const FOREIGN = tokenCode("Foreign");
const HEAD = tokenCode("StringHead");
const MIDDLE = tokenCode("StringMiddle");
const NAME = tokenCode("Name");
const NUMBER = tokenCode("Number");
const STRING = tokenCode("String");
const TAIL = tokenCode("StringTail");
const UNIT_SUFFIX = tokenCode("UnitSuffix");
const DOT = tokenCode("Dot");

/** Lines of a text that are passed over as space is; they begin where a token ends. */
export type Gap = Range;

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
    state.put(FOREIGN, 0, text.length, 0);
  } else {
    const ranges = around(gaps, text.length);
    const piece = { text, units: unitsOf(text, ranges), shift: 0 };
    for (const { start, end } of ranges) state.cut(piece, start, end);
  }
  state.put(END, text.length, text.length, 0);
  return { table: state.table, mistakes: state.mistakes };
}

/** What lies outside of gaps. */
function around(gaps: readonly Gap[], length: number): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (const gap of gaps) {
    ranges.push({ start, end: gap.start });
    start = gap.end;
  }
  ranges.push({ start, end: length });
  return ranges;
}

/** A text to cut, and where it begins in the whole text. */
interface Piece {
  readonly text: string;
  /** Its characters: see `unitsOf`. */
  readonly units: Uint16Array;
  readonly shift: number;
}

/** One run of the lexer: where the last token ended and what has been found. */
class Cutter {
  readonly table: TokenTable;
  readonly mistakes: Mistake[] = [];
  private readonly text: string;
  private readonly words = new Words();
  private triviaStart = 0;
  private comments: Comment[] | null = null;
  /** 1 when there has been a line end since the last token. */
  private startsLine = 0;
  private previousCode = -1;
  private full = false;
  private isInHole = false;

  constructor(text: string) {
    this.text = text;
    this.table = new TokenTable(text, this.words);
  }

  /** Adds the tokens between two offsets of a piece. */
  cut(piece: Piece, from: number, to: number): void {
    const { text, units, shift } = piece;
    let at = from;
    while (at < to && !this.full) {
      const unit = units[at];
      const opened = CLASSES[unit] & OPENING;
      if (opened === OPENS.space) {
        at += 1;
        while ((CLASSES[units[at]] & IN.space) !== 0) at += 1;
      } else if (opened === OPENS.name) {
        at = this.addWord(piece, at);
      } else if (opened === OPENS.mark) {
        const code = LONE_MARKS[unit];
        if (code === 0) {
          at = this.readMark(text, at, unit, shift);
        } else {
          this.put(code, at + shift, at + shift + 1, 0);
          at += 1;
        }
      } else if (opened === OPENS.line) {
        this.startsLine = 1;
        at += 1;
      } else if (opened === OPENS.number) {
        const end = numberEnd(text, units, at);
        this.put(NUMBER, at + shift, end + shift, 0);
        at = end;
      } else {
        at = this.readUnusual(piece, at, unit);
      }
    }
  }

  /** Quotes, `r`, and what is not ASCII. */
  private readUnusual(piece: Piece, at: number, unit: number): number {
    const { text, units, shift } = piece;
    if (unit === 114 && units[at + 1] !== 34) return this.addWord(piece, at);
    if (opensString(unit)) {
      const holes: number[] = [];
      const end = unit === 34 ? plainStringEnd(units, at, holes) : -1;
      if (end >= 0) {
        this.addPlainString(piece, at, end, holes);
        return end;
      }
      const literal = scanString(text, at);
      if (literal !== null) {
        this.addString(literal, at + shift, shift);
        return literal.end;
      }
    }
    if (isSpace(text, at)) return at + 1;
    return nameEnd(text, at) > at ? this.addWord(piece, at) : this.readMark(text, at, unit, shift);
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
      this.put(code, at + shift, at + shift + fixed.length, 0);
      return at + fixed.length;
    }
    const length = (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
    this.put(FOREIGN, at + shift, at + shift + length, 0);
    return at + length;
  }

  put(code: number, start: number, end: number, word: number): void {
    const { table } = this;
    if (this.comments !== null) {
      table.comments.set(table.count, this.comments);
      this.comments = null;
    }
    table.add(code, start, end, this.startsLine, word);
    this.triviaStart = end;
    this.startsLine = 0;
    this.previousCode = code;
    if (table.count === LIMITS.tokens && code !== END) this.stop(end);
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
    this.put(FOREIGN, at, this.text.length, 0);
  }

  /** A keyword, a name, or the unit of the number that it touches; returns where it ends. */
  private addWord({ text, units, shift }: Piece, at: number): number {
    const { words, previousCode } = this;
    const word = words.read(text, units, at);
    const end = words.end;
    let code = words.codes[word];
    if (previousCode === DOT) code = NAME;
    if (previousCode === NUMBER && this.triviaStart === at + shift) code = UNIT_SUFFIX;
    this.put(code, at + shift, end + shift, word + 1);
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
    if (LINE_END.test(image)) this.startsLine = 1;
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
      this.put(STRING, start, end, 0);
      return;
    }
    let from = start;
    literal.holes.forEach((hole, holeIndex) => {
      this.put(holeIndex === 0 ? HEAD : MIDDLE, from, hole.start + shift, 0);
      if (this.full) return;
      const wasInHole = this.isInHole;
      this.isInHole = true;
      const inside = this.text.slice(hole.start + shift, hole.end + shift);
      const piece = { text: inside, units: unitsOf(inside), shift: hole.start + shift };
      this.cut(piece, 0, inside.length);
      this.isInHole = wasInHole;
      from = hole.end + shift;
    });
    if (!this.full) this.put(TAIL, from, end, 0);
  }

  /** A literal whose holes are cut as what stands around them is. */
  private addPlainString(piece: Piece, start: number, end: number, holes: number[]): void {
    const { shift } = piece;
    let from = start;
    for (let index = 0; index < holes.length && !this.full; index += 2) {
      this.put(index === 0 ? HEAD : MIDDLE, from + shift, holes[index] + shift, 0);
      this.cut(piece, holes[index], holes[index + 1]);
      from = holes[index + 1];
    }
    if (!this.full) this.put(from === start ? STRING : TAIL, from + shift, end + shift, 0);
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
