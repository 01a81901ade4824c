/**
 * The words of one text: those that are equal are one string, and each has the code of its token.
 *
 * A program says the same words again and again: most are found by their characters, without a new
 * string, and what compares or looks them up later meets the same object.
 */

import { CLASSES, IN, nameEnd, unitsOf } from "./scan.ts";
import { KEYWORDS, tokenCode } from "./tokens.ts";

const NAME = tokenCode("Name");

export class Words {
  /** By a word's place here: its text, its hash, and the code of its token. */
  readonly images: string[];
  readonly codes: number[];
  /** Behind the word that was read last. */
  end = 0;
  private readonly hashes: number[];
  /** An open hash table, at most half full: 0, or a word's place and one. */
  private slots: Int32Array;

  /** The words of `known`, to which others come. */
  constructor(known: Words | null = KEYWORD_TABLE) {
    this.images = known?.images.slice() ?? [];
    this.codes = known?.codes.slice() ?? [];
    this.hashes = known?.hashes.slice() ?? [];
    this.slots = known?.slots.slice() ?? new Int32Array(1024);
  }

  /** The place of the word that begins at an offset of a text; `end` is where it ends then. */
  read(text: string, units: Uint16Array, from: number): number {
    let hash = 0;
    let at = from;
    let unit = units[at];
    let inside = CLASSES[unit];
    while ((inside & IN.name) !== 0) {
      hash = ((hash << 5) - hash + unit) & HASH_MASK;
      at += 1;
      unit = units[at];
      inside = CLASSES[unit];
    }
    if ((inside & IN.foreign) !== 0) {
      at = nameEnd(text, from);
      hash = 0;
      for (let each = from; each < at; each += 1)
        hash = ((hash << 5) - hash + units[each]) & HASH_MASK;
    }
    this.end = at;
    return this.find(text, from, hash);
  }

  /** The place of the word between an offset of a text and `end`. */
  private find(text: string, from: number, hash: number): number {
    const { images, hashes, slots, end } = this;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let held = slots[slot]; held !== 0; held = slots[slot]) {
      const place = held - 1;
      const image = images[place];
      if (hashes[place] === hash && image.length === end - from && text.startsWith(image, from))
        return place;
      slot = (slot + 1) & mask;
    }
    const place = images.length;
    images.push(text.slice(from, end));
    this.codes.push(NAME);
    hashes.push(hash);
    slots[slot] = place + 1;
    if (2 * images.length > slots.length) this.grow();
    return place;
  }

  private grow(): void {
    this.slots = new Int32Array(4 * this.slots.length);
    const mask = this.slots.length - 1;
    for (const [place, hash] of this.hashes.entries()) {
      let slot = hash & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = place + 1;
    }
  }
}

function keywordTable(): Words {
  const words = new Words(null);
  for (const [image, name] of KEYWORDS)
    words.codes[words.read(image, unitsOf(image), 0)] = tokenCode(name);
  return words;
}

/** So small that no step leaves the numbers that the host keeps in a register. */
const HASH_MASK = 0x1ffffff;

const KEYWORD_TABLE = keywordTable();
