/** The compression of SHA-256 over words in lists of Ints. Source: FIPS 180-4, §4.1.2, §6.2.2. */
import { unique } from "./heap";
import { DATA, lengthOf } from "./layout";
import { trap, TRAP_LENGTHS, TRAP_SLICE } from "./trap";

const STATE_WORDS: u32 = 8;
const BLOCK_WORDS: u32 = 16;

const CONSTANTS: usize = memory.data<u32>([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
]);

/** The message schedule of the block at hand. */
const SCHEDULE: usize = memory.data(256, 16);

/** The block's words and those that follow from them. */
function schedule(words: usize): void {
  for (let t: usize = 0; t < 16; t++) {
    store<u32>(SCHEDULE + (t << 2), load<u32>(words + (t << 3)));
  }
  for (let at = SCHEDULE; at < SCHEDULE + 192; at += 4) {
    const early = load<u32>(at, 4);
    const late = load<u32>(at, 56);
    const small = rotr<u32>(early, 7) ^ rotr<u32>(early, 18) ^ (early >> 3);
    const large = rotr<u32>(late, 17) ^ rotr<u32>(late, 19) ^ (late >> 10);
    store<u32>(at, load<u32>(at) + small + load<u32>(at, 36) + large, 64);
  }
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function addWord(state: usize, index: usize, word: u32): void {
  const at = state + DATA + (index << 3);
  // A sum inside of the cast would be one of 64 bits.
  const sum: u32 = load<u32>(at) + word;
  store<i64>(at, <i64>sum);
}

/**
 * Takes the 16 words from `from` on into a state of 8 words; words count modulo 2³². Traps: lengths
 * (a state of another length), slice.
 */
export function hash_block(state: usize, words: usize, from: f64): usize {
  if (lengthOf(state) != STATE_WORDS) trap(TRAP_LENGTHS, STATE_WORDS, <f64>lengthOf(state));
  const length = <f64>lengthOf(words);
  if (!(from >= 0 && from <= length)) trap(TRAP_SLICE, from, length);
  if (!(from + BLOCK_WORDS <= length)) trap(TRAP_SLICE, from + BLOCK_WORDS, length);
  schedule(words + DATA + (<usize>from << 3));
  const own = unique(state);
  let a = load<u32>(own + DATA);
  let b = load<u32>(own + DATA, 8);
  let c = load<u32>(own + DATA, 16);
  let d = load<u32>(own + DATA, 24);
  let e = load<u32>(own + DATA, 32);
  let f = load<u32>(own + DATA, 40);
  let g = load<u32>(own + DATA, 48);
  let h = load<u32>(own + DATA, 56);
  for (let at: usize = 0; at < 256; at += 4) {
    const large = rotr<u32>(e, 6) ^ rotr<u32>(e, 11) ^ rotr<u32>(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = h + large + choice + load<u32>(CONSTANTS + at) + load<u32>(SCHEDULE + at);
    const small = rotr<u32>(a, 2) ^ rotr<u32>(a, 13) ^ rotr<u32>(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = d + first;
    d = c;
    c = b;
    b = a;
    a = first + small + majority;
  }
  addWord(own, 0, a);
  addWord(own, 1, b);
  addWord(own, 2, c);
  addWord(own, 3, d);
  addWord(own, 4, e);
  addWord(own, 5, f);
  addWord(own, 6, g);
  addWord(own, 7, h);
  return own;
}
