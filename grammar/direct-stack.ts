/**
 * What the derived parser is made with: reading tokens by their codes, and the parts that it has
 * read.
 *
 * It reads texts without a mistake and stops at the first one; whoever calls it reads the text
 * again with the parser that recovers. What a node becomes is up to who extends it: the lossless
 * tree (direct-tree.ts), or the AST at once (language/parse/straight.ts).
 */

import { LIMITS } from "./limits.ts";
import { tokenCode } from "./tokens.ts";
import { OPEN_NODES } from "./tree-builder.ts";
import { kindCode, NODE_KINDS } from "./tree.ts";

/** Thrown at the first mistake, and where the tree gets too deep. */
export const MISTAKE = Symbol("mistake");

/** Stands for the kind of a part that is a token. */
export const TOKEN = NODE_KINDS.length;

const END = tokenCode("EndOfFile");
const EXPRESSION = kindCode("expression");
const OPERAND = kindCode("operand");
const CONDITION = kindCode("condition");
const IF = kindCode("if");
const UNIT_POWER = kindCode("unitPower");
const UNIT_PRODUCT = kindCode("unitProduct");

/** What the derived parser reads: laid out tokens. */
export interface DirectInput {
  /** Codes of tokens and line ends, with the end of the file twice behind them. */
  readonly codes: Uint8Array;
  /** By place in `codes`: the token that stands there, as its index in the text. */
  readonly places: Int32Array;
  /** Without the end of the file. */
  readonly length: number;
}

/**
 * The parts that have been read and belong to no node yet, in the order of the text: tokens, and
 * what nodes have become. A node that closes takes the place of its parts.
 */
export abstract class DirectStack {
  recordAllowed = true;
  /** The next token. */
  protected at = 0;
  /** Codes of tokens and line ends, with the end of the file twice behind them. */
  protected readonly codes: Uint8Array;
  /** By place in `codes`: the token that stands there, as its index in the text. */
  private readonly places: Int32Array;
  private readonly length: number;
  /** By part: the kind of the node, or TOKEN. */
  readonly kinds: Uint8Array;
  /** By part: its first and its last token. */
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  /** By part that is a node: levels of nodes below, itself included. */
  readonly depths: Int32Array;
  /** By part that is a node: what it has become. */
  readonly values: unknown[] = [];
  /** How many parts there are. */
  protected top = 0;
  private openNodes = 0;

  constructor({ codes, places, length }: DirectInput) {
    this.codes = codes;
    this.places = places;
    this.length = length;
    this.kinds = new Uint8Array(length + 1);
    this.firsts = new Int32Array(length + 1);
    this.lasts = new Int32Array(length + 1);
    this.depths = new Int32Array(length + 1);
  }

  /** What a node becomes, whose parts go from one on up to another one. */
  protected abstract make(kind: number, from: number, to: number): unknown;

  /** Gives a flat run of operands and operators, down from the top, its shape: see `settle`. */
  protected abstract fold(kind: number, from: number): void;

  /** Does the text of a token begin with a capital letter? */
  protected abstract isUpper(token: number): boolean;

  /** See `Ahead` in gates.ts. */
  codeAhead(distance: number): number {
    return this.codes[this.at + distance - 1] ?? END;
  }

  isUpperAhead(distance: number): boolean {
    const at = this.at + distance - 1;
    return at < this.length && this.isUpper(this.places[at]);
  }

  /** Takes the next token, whatever it is. */
  protected take(): void {
    const { top, at } = this;
    const token = this.places[at];
    this.kinds[top] = TOKEN;
    this.firsts[top] = token;
    this.lasts[top] = token;
    this.values[top] = null;
    this.top = top + 1;
    this.at = at + 1;
  }

  /** Takes the next token, which has to be the one with this code. */
  protected expect(code: number): void {
    if (this.codes[this.at] !== code) throw MISTAKE;
    this.take();
  }

  /** Takes the next token, which has to be one of a table. */
  protected expectAmong(table: Uint8Array): void {
    if (table[this.codes[this.at]] === 0) throw MISTAKE;
    this.take();
  }

  /** Passes a token that is not in the text. */
  protected pass(code: number): void {
    if (this.codes[this.at] !== code) throw MISTAKE;
    this.at += 1;
  }

  /** Opens a node that takes so much of what may be open; gives where its parts begin. */
  protected enter(weight: number): number {
    if (this.openNodes > OPEN_NODES) throw MISTAKE;
    this.openNodes += weight;
    return this.top;
  }

  /** Closes the innermost node, whose parts are those from one on. */
  protected close(kind: number, weight: number, from: number): void {
    this.openNodes -= weight;
    const { top } = this;
    if (top === from) return;
    if (kind === EXPRESSION || kind === OPERAND) {
      if (top > from + 1 || this.kinds[from] === TOKEN) this.fold(kind, from);
      return;
    }
    let depth = this.depthBelow(from) + 1;
    // each `else if` is one level deeper in the AST, and each factor of a unit
    if (kind === IF) depth += this.count(CONDITION, from);
    else if (kind === UNIT_PRODUCT) depth += this.count(UNIT_POWER, from);
    if (depth > LIMITS.depth && (kind === IF || kind === UNIT_PRODUCT)) throw MISTAKE;
    this.settle(kind, from, this.make(kind, from, top), depth);
  }

  /** A node takes the place of its parts. */
  protected settle(kind: number, from: number, value: unknown, depth: number): void {
    this.kinds[from] = kind;
    this.lasts[from] = this.lasts[this.top - 1];
    this.depths[from] = depth;
    this.values[from] = value;
    this.top = from + 1;
  }

  /** The depth of the deepest part from one on. */
  private depthBelow(from: number): number {
    const { kinds, depths, top } = this;
    let depth = 0;
    for (let part = from; part < top; part += 1) {
      if (kinds[part] !== TOKEN && depths[part] > depth) depth = depths[part];
    }
    return depth;
  }

  private count(kind: number, from: number): number {
    let found = 0;
    for (let part = from; part < this.top; part += 1) if (this.kinds[part] === kind) found += 1;
    return found;
  }

  /** Have all tokens been read? Otherwise there is a mistake. */
  protected finish(): void {
    if (this.at !== this.length) throw MISTAKE;
  }
}

/** What a parser reads, or null when the text has a mistake. */
export function readOrNull<Read>(read: () => Read): Read | null {
  try {
    return read();
  } catch (reason) {
    if (reason === MISTAKE) return null;
    throw reason;
  }
}
