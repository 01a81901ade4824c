/**
 * The layout of texts that nothing in this folder has anything to say about: most of them.
 *
 * It adds line ends where they count, as layout.ts does, and gives up where a rule about another
 * language might apply that the grammar would not notice. Whatever the grammar does not accept may
 * pass: such a text is laid out again, with care.
 * Invariant: a text that is laid out here and has no mistake behind it gets no report from
 * layout.ts either, and the same line ends.
 */

import type { TokenTable } from "../token-table.ts";
import { among, byCode, tokenCode, TOKENS, type TokenRow } from "../tokens.ts";
import { CLOSERS, CLOSING } from "./brackets.ts";
import { OPERAND_ENDS } from "./line.ts";
import { BLOCK_HEADS, OPENING_WORDS } from "./word-blocks.ts";
import { SIGN_WORDS } from "./signs.ts";

/** What the parser reads, without the end of the file. */
export interface PlainLayout {
  /** The codes of tokens and line ends, with the end of the file twice behind them. */
  readonly codes: Uint8Array;
  /** Which token stands where in `codes`; of a line end, the one before it. */
  readonly places: Int32Array;
  readonly length: number;
  /** By token: 1 when there is a line end before it that counts. */
  readonly begins: Uint8Array;
}

/** Words that stand for signs of ours in other languages. */
const CAREFUL_WORDS: readonly string[] = [...SIGN_WORDS, ...OPENING_WORDS];

const COLON = tokenCode("Colon");
const DOT = tokenCode("Dot");
const DOT_DOT = tokenCode("DotDot");
const DOT_DOT_EQUAL = tokenCode("DotDotEqual");
const ELSE = tokenCode("Else");
const END_OF_FILE = tokenCode("EndOfFile");
const FAT_ARROW = tokenCode("FatArrow");
const FN = tokenCode("Fn");
const LEFT_BRACE = tokenCode("LeftBrace");
const LINE_END = tokenCode("LineEnd");
const MINUS = tokenCode("Minus");
const NAME = tokenCode("Name");
const PRINT = tokenCode("Print");
const PUB = tokenCode("Pub");
const RIGHT_BRACE = tokenCode("RightBrace");
const RIGHT_PARENTHESIS = tokenCode("RightParenthesis");
const STRING_TAIL = tokenCode("StringTail");
const UNIT = tokenCode("Unit");

/** By code, whether a statement may end behind a token. */
const ENDS = Uint8Array.from(TOKENS, (row: TokenRow) => (row.ends === true ? 1 : 0));
/** What may end the operand of a sign. */
const OPERANDS = among(...OPERAND_ENDS);
/** With one of these at its head, or behind a first `}` or `pub`, a line may need a block. */
const HEADS = among(...BLOCK_HEADS);
/** What no line begins with that is laid out here. */
const BEGINS_NO_LINE = among("Else", "ElseIf", "LeftBrace", "Percent");
/** By the code of an opening token, that of the one that closes it; 0 for other tokens. */
const CLOSER = Uint8Array.from(CLOSERS, (name) => (name === undefined ? 0 : tokenCode(name)));

/** By code, whether a rule might be about a token although the grammar accepts it. */
const QUESTIONS = byCode<(at: PlainLayouter, index: number) => boolean>({
  Foreign: () => false,
  Semicolon: () => false,
  DotDot: (at, index) => at.isWholeRange(index),
  DotDotEqual: (at, index) => at.isWholeRange(index),
  // `fn f(x: Int {`
  LeftBrace: (at, index) => at.isInLines() || !at.endsLine(index) || !at.isOfFunction(),
  // `count++` at the end of a line
  PlusPlus: (at, index) =>
    !at.touches(index) || !(at.endsLine(index) || at.codes[index + 1] === RIGHT_BRACE),
  // `List<Int>`
  Less: (at, index) => !at.touches(index) || at.codes[index - 1] !== NAME,
  // `fn f(): Int`, `print x:.2`
  Colon: (at, index) => {
    const isResult = at.codes[index - 1] === RIGHT_PARENTHESIS && at.codes[index + 1] === NAME;
    return !isResult && !at.isOnLineOf(PRINT);
  },
  // `print a, b`
  Comma: (at) => !at.isOnLineOf(PRINT),
  // `while |x: Int| …`, whose colon could open a block
  Bar: (at) => !at.needsBlock || !at.isOnLineOf(at.head),
  // `c ? a : b`
  Question: (at, index) => at.codes[at.firstOnLine(index + 1, ASKED)] !== COLON,
  // `a if c`
  If: (at, index) =>
    at.beginsLine(index) ||
    OPERANDS[at.codes[index - 1]] === 0 ||
    at.codes[at.firstOnLine(index + 1, ARROWS)] === FAT_ARROW,
  StringMiddle: (at) => at.innermost() === STRING_TAIL,
});
/** By code, whether the layout looks at a token that stands inside of its line. */
const MATTERS = Uint8Array.from(TOKENS, (_, code) =>
  QUESTIONS[code] !== undefined || CLOSER[code] !== 0 || CLOSING[code] === 1 ? 1 : 0,
);

const ASKED = among("Colon", "Comma");
const ARROWS = among("FatArrow");

/** Lays out the tokens of a text; null where some rule might apply. Cost: linear. */
export function layOutPlainly(table: TokenTable): PlainLayout | null {
  if (table.hasAnyWord(CAREFUL_WORDS)) return null;
  return new PlainLayouter(table).whole();
}

class PlainLayouter {
  readonly codes: Uint8Array;
  /** The code of the first token of the line, and how many brackets are open before it. */
  head = 0;
  needsBlock = false;
  private headDepth = 0;
  private readonly table: TokenTable;
  private readonly lines: Uint8Array;
  /** What closes each bracket that is open. */
  private readonly closers: number[] = [];

  constructor(table: TokenTable) {
    this.table = table;
    this.codes = table.codes;
    this.lines = table.lines;
  }

  whole(): PlainLayout | null {
    const { codes, lines, closers } = this;
    const last = this.table.count - 1;
    const laidOut = new Uint8Array(2 * last + 3);
    const places = new Int32Array(2 * last + 3);
    const begins = new Uint8Array(last + 1);
    let length = 0;
    for (let index = 0; index <= last; index += 1) {
      const code = codes[index];
      if (lines[index] === 1 && index > 0) {
        if (!this.isPlainBetween(index)) return null;
        if (this.endsStatement(index)) {
          laidOut[length] = LINE_END;
          places[length] = index - 1;
          length += 1;
          begins[index] = 1;
        }
        this.beginLine(code, codes[index + 1]);
      } else if (index === 0) {
        this.beginLine(code, codes[index + 1]);
      }
      if (index === last) break;
      if (MATTERS[code] === 1) {
        if (QUESTIONS[code]?.(this, index) === false) return null;
        const closer = CLOSER[code];
        if (closer !== 0) closers.push(closer);
        else if (CLOSING[code] === 1 && closers.pop() !== code) return null;
      }
      laidOut[length] = code;
      places[length] = index;
      length += 1;
    }
    if (closers.length > 0) return null;
    laidOut.fill(END_OF_FILE, length);
    return { codes: laidOut, places, length, begins };
  }

  private beginLine(code: number, next: number): void {
    this.head = code;
    const isBefore = code === RIGHT_BRACE || code === PUB;
    this.needsBlock = HEADS[isBefore ? next : code] === 1;
    this.headDepth = this.closers.length - (code === RIGHT_BRACE ? 1 : 0);
  }

  /** Has no rule anything to say where a token begins a line? */
  private isPlainBetween(index: number): boolean {
    const { codes } = this;
    const previous = codes[index - 1];
    if (BEGINS_NO_LINE[codes[index]] === 1 || previous === ELSE) return false;
    if (this.isInLines()) return previous !== COLON && !this.isDecrement(index);
    if (codes[index] === UNIT) return false;
    // a head that seems complete, and has no block
    return !(this.needsBlock && ENDS[previous] === 1) && !this.isDecrement(index);
  }

  /** `i--` at the end of the line before. */
  private isDecrement(index: number): boolean {
    return index > 1 && this.codes[index - 1] === MINUS && this.codes[index - 2] === MINUS;
  }

  /** Does the line end before a token count? */
  private endsStatement(index: number): boolean {
    const code = this.codes[index];
    if (ENDS[this.codes[index - 1]] === 0 || code === DOT || code === RIGHT_BRACE) return false;
    return this.isInLines();
  }

  innermost(): number {
    return this.closers[this.closers.length - 1];
  }

  /** Do line ends count here? */
  isInLines(): boolean {
    return this.closers.length === 0 || this.innermost() === RIGHT_BRACE;
  }

  beginsLine(index: number): boolean {
    return index === 0 || this.lines[index] === 1;
  }

  endsLine(index: number): boolean {
    return this.lines[index + 1] === 1 || this.codes[index + 1] === END_OF_FILE;
  }

  /** Does a token touch the one before it? */
  touches(index: number): boolean {
    return index > 0 && this.table.ends[index - 1] === this.table.starts[index];
  }

  /** Has a range its end, and no step: neither `for i in 0.. {` nor `0..10..2`? */
  isWholeRange(index: number): boolean {
    const [next, second] = [this.codes[index + 1], this.codes[index + 2]];
    if (this.endsLine(index) || next === LEFT_BRACE) return false;
    return second !== DOT_DOT && second !== DOT_DOT_EQUAL;
  }

  /** Is the line that of a function? */
  isOfFunction(): boolean {
    return this.head === FN || this.head === PUB;
  }

  /** Does the line begin with this token, and is no bracket open that was not open there? */
  isOnLineOf(head: number): boolean {
    return this.head === head && this.closers.length === this.headDepth;
  }

  /** The first token of a table on the line, from one on, outside of brackets; the last token. */
  firstOnLine(from: number, wanted: Uint8Array): number {
    let depth = 0;
    for (let index = from; !this.beginsLine(index); index += 1) {
      const code = this.codes[index];
      if (code === END_OF_FILE || (depth === 0 && wanted[code] === 1)) return index;
      if (CLOSER[code] !== 0) depth += 1;
      if (CLOSING[code] === 1) depth -= 1;
      if (depth < 0) break;
    }
    return this.table.count - 1;
  }
}
