/**
 * SHA-256 of a few bytes in plain arithmetic: loading the host's cryptography takes longer than a
 * short program runs.
 *
 * Not here: long inputs, for which the host's is faster (hash.ts). Source: FIPS 180-4.
 */

/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const CONSTANTS = words(
  "428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5",
  "d807aa98 12835b01 243185be 550c7dc3 72be5d74 80deb1fe 9bdc06a7 c19bf174",
  "e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da",
  "983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967",
  "27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e 92722c85",
  "a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070",
  "19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3",
  "748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2",
);

/** The same of the square roots of the first eight. */
const START = words("6a09e667 bb67ae85 3c6ef372 a54ff53a 510e527f 9b05688c 1f83d9ab 5be0cd19");

function words(...lines: readonly string[]): Uint32Array {
  return Uint32Array.from(lines.join(" ").split(" "), (word) => Number(`0x${word}`));
}

const BLOCK_BYTES = 64;
const schedule = new Uint32Array(64);

/** The SHA-256 of pieces one after the other: 32 bytes. */
export function shortSha256(pieces: readonly Uint8Array[], length: number): Uint8Array {
  // a 1, zeros, and the length in bits fill the last block
  const blocks = Math.ceil((length + 9) / BLOCK_BYTES);
  const message = new Uint8Array(blocks * BLOCK_BYTES);
  let at = 0;
  for (const piece of pieces) {
    message.set(piece, at);
    at += piece.length;
  }
  message[length] = 0x80;
  const view = new DataView(message.buffer);
  view.setUint32(message.length - 4, length * 8);
  const state = START.slice();
  for (let block = 0; block < blocks; block += 1) mix(state, view, block * BLOCK_BYTES);
  const hash = new Uint8Array(32);
  const written = new DataView(hash.buffer);
  for (let index = 0; index < 8; index += 1) written.setUint32(4 * index, state[index]);
  return hash;
}

function rotated(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function mix(state: Uint32Array, view: DataView, offset: number): void {
  for (let index = 0; index < 16; index += 1) schedule[index] = view.getUint32(offset + 4 * index);
  for (let index = 16; index < 64; index += 1) {
    const early = schedule[index - 15];
    const late = schedule[index - 2];
    const first = rotated(early, 7) ^ rotated(early, 18) ^ (early >>> 3);
    const second = rotated(late, 17) ^ rotated(late, 19) ^ (late >>> 10);
    schedule[index] = schedule[index - 16] + first + schedule[index - 7] + second;
  }
  let [a, b, c, d, e, f, g, h] = state;
  for (let index = 0; index < 64; index += 1) {
    const high = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25);
    const chosen = (e & f) ^ (~e & g);
    const added = (h + high + chosen + CONSTANTS[index] + schedule[index]) | 0;
    const low = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22);
    const most = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + added) | 0;
    d = c;
    c = b;
    b = a;
    a = (added + low + most) | 0;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
  state[5] += f;
  state[6] += g;
  state[7] += h;
}
