/**
 * The words of one text: those that are equal are one string, and each has the code of its token.
 *
 * A program says the same words again and again: most are found by their characters, without a new
 * string, and what compares or looks them up later meets the same object.
 */

import { KEYWORDS, tokenCode } from "./tokens.ts";

const NAME = tokenCode("Name");

export class Words {
  /** By a word's place here: its text, its hash, and the code of its token. */
  readonly images: string[] = [];
  readonly codes: number[] = [];
  private readonly hashes: number[] = [];
  /** An open hash table, at most half full: 0, or a word's place and one. */
  private slots = new Int32Array(1024);

  constructor() {
    for (const [image, name] of KEYWORDS) {
      this.codes[this.find(image, 0, image.length)] = tokenCode(name);
    }
  }

  /** The place of the word between two offsets of a text. */
  find(text: string, from: number, to: number): number {
    const hash = hashOf(text, from, to);
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let held = this.slots[slot]; held !== 0; held = this.slots[slot]) {
      const place = held - 1;
      if (this.hashes[place] === hash && isAt(this.images[place], text, from, to)) return place;
      slot = (slot + 1) & mask;
    }
    const place = this.images.length;
    this.images.push(text.slice(from, to));
    this.codes.push(NAME);
    this.hashes.push(hash);
    this.slots[slot] = place + 1;
    if (2 * this.images.length > this.slots.length) this.grow();
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

/** Source: Fowler, Noll and Vo, their hash 1a. */
function hashOf(text: string, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 1;
}

function isAt(image: string, text: string, from: number, to: number): boolean {
  if (image.length !== to - from) return false;
  for (let at = 0; at < image.length; at += 1) {
    if (image.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  }
  return true;
}
