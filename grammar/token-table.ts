/**
 * The tokens of a text as columns of numbers; as objects only when somebody asks for them.
 *
 * A text has very many tokens, and who reads a text without mistakes wants little of each: its
 * code, where it stands, sometimes its text. Columns cost the host a tenth of what objects do.
 */

import { TOKENS, type TokenRow } from "./tokens.ts";
import { NO_COMMENTS, syntaxToken, type Comment, type SyntaxToken } from "./tree.ts";
import type { Words } from "./words.ts";

/** How many units of a text there are to a token, at the least that is expected. */
const UNITS_PER_TOKEN = 3;

const FIXED: readonly (string | undefined)[] = TOKENS.map((row: TokenRow) => row.fixed);

export class TokenTable {
  readonly text: string;
  /** How many tokens there are; the last one is the end of the file. */
  count = 0;
  /** By token: its place in the token table, and where it begins and ends. */
  codes: Uint8Array<ArrayBuffer>;
  starts: Int32Array<ArrayBuffer>;
  ends: Int32Array<ArrayBuffer>;
  /** By token: 1 when there is a line end in the space and the comments before it. */
  lines: Uint8Array<ArrayBuffer>;
  /** By token: the place of a word among the words of the text, and one; 0 for other tokens. */
  words: Int32Array<ArrayBuffer>;
  /** The comments before tokens, by token, in the order of the text. */
  readonly comments = new Map<number, readonly Comment[]>();
  private readonly vocabulary: Words;
  private made: SyntaxToken[] | null = null;

  constructor(text: string, vocabulary: Words) {
    const capacity = 16 + Math.floor(text.length / UNITS_PER_TOKEN);
    this.text = text;
    this.vocabulary = vocabulary;
    this.codes = new Uint8Array(capacity);
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.lines = new Uint8Array(capacity);
    this.words = new Int32Array(capacity);
  }

  /** Adds a token. */
  add(code: number, start: number, end: number, startsLine: number, word: number): void {
    const index = this.count;
    if (index === this.codes.length) this.grow();
    this.codes[index] = code;
    this.starts[index] = start;
    this.ends[index] = end;
    this.lines[index] = startsLine;
    this.words[index] = word;
    this.count = index + 1;
  }

  private grow(): void {
    const { codes, starts, ends, lines, words } = this;
    const capacity = 2 * codes.length;
    (this.codes = new Uint8Array(capacity)).set(codes);
    (this.starts = new Int32Array(capacity)).set(starts);
    (this.ends = new Int32Array(capacity)).set(ends);
    (this.lines = new Uint8Array(capacity)).set(lines);
    (this.words = new Int32Array(capacity)).set(words);
  }

  /** The text of a token. */
  image(index: number): string {
    if (this.made !== null) return this.made[index].image;
    const word = this.words[index];
    if (word > 0) return this.vocabulary.images[word - 1];
    return FIXED[this.codes[index]] ?? this.text.slice(this.starts[index], this.ends[index]);
  }

  commentsBefore(index: number): readonly Comment[] {
    return this.comments.get(index) ?? NO_COMMENTS;
  }

  /** How many words there are. */
  get wordCount(): number {
    return this.vocabulary.images.length;
  }

  /** A word, by what stands in `words`. */
  wordAt(word: number): string {
    return this.vocabulary.images[word - 1];
  }

  /** Does the text have one of these words? */
  hasAnyWord(words: readonly string[]): boolean {
    return words.some((word) => this.vocabulary.images.includes(word));
  }

  /** The tokens as objects, always the same ones. */
  objects(): SyntaxToken[] {
    if (this.made !== null) return this.made;
    const made: SyntaxToken[] = [];
    for (let index = 0; index < this.count; index += 1) {
      made.push(
        syntaxToken(
          this.codes[index],
          this.image(index),
          this.starts[index],
          this.ends[index],
          index === 0 ? 0 : this.ends[index - 1],
          this.commentsBefore(index),
          this.lines[index] === 1,
          index,
        ),
      );
    }
    this.made = made;
    return made;
  }

  /** Takes over what the layout has made of the objects. */
  adopt(): void {
    for (const { index, code } of this.made ?? []) this.codes[index] = code;
  }
}
