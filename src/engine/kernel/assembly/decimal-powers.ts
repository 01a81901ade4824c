/**
 * The powers of ten behind shortest digits: g(k) = ⌊10^k·2^(−r)⌋ + 1 with 126 bits, k = −292 … 324.
 *
 * The table is computed once, on first use, by exact long multiplication and division by ten, so no
 * table of digits stands in the source. Several instances over one memory write the same words.
 * Cost: 0.2 ms once.
 * Source: R. Giulietti, "The Schubfach way to render doubles" (2020), section 9.
 */

const SMALLEST: i32 = -292;
const LARGEST: i32 = 324;
const TABLE: usize = memory.data(617 * 16, 16);

/** Words of the long numbers: 2^1216 has 38 of them and one more; 10^324 has 34. */
const WORDS: i32 = 40;
const LONG: usize = memory.data(160, 16);

let ready = false;

function bitLength(): i32 {
  let word = WORDS - 1;
  while (load<u32>(LONG + (<usize>word << 2)) == 0) word--;
  return (word << 5) + 32 - clz(load<u32>(LONG + (<usize>word << 2)));
}

/** 64 bits of the long number from a bit position on; bits below 0 are zero. */
function bitsAt(position: i32): u64 {
  let result: u64 = 0;
  for (let bit = 0; bit < 64; bit += 1) {
    const at = position + bit;
    if (at < 0) continue;
    const word = load<u32>(LONG + (<usize>(at >> 5) << 2));
    result |= <u64>((word >> (at & 31)) & 1) << <u64>bit;
  }
  return result;
}

/** Stores ⌊top 126 bits⌋ + 1 of the long number as two words of 63 bits. */
function keep(power: i32): void {
  const length = bitLength();
  let low = bitsAt(length - 126) & 0x7fffffffffffffff;
  let high = bitsAt(length - 63) & 0x7fffffffffffffff;
  low += 1;
  high += low >> 63;
  low &= 0x7fffffffffffffff;
  const address = TABLE + (<usize>(power - SMALLEST) << 4);
  store<u64>(address, high);
  store<u64>(address, low, 8);
}

function multiplyByTen(): void {
  let carry: u64 = 0;
  for (let word = 0; word < WORDS; word++) {
    const address = LONG + (<usize>word << 2);
    const product = <u64>load<u32>(address) * 10 + carry;
    store<u32>(address, <u32>product);
    carry = product >> 32;
  }
}

function divideByTen(): void {
  let rest: u64 = 0;
  for (let word = WORDS - 1; word >= 0; word--) {
    const address = LONG + (<usize>word << 2);
    const part = (rest << 32) | <u64>load<u32>(address);
    store<u32>(address, <u32>(part / 10));
    rest = part % 10;
  }
}

function prepare(): void {
  memory.fill(LONG, 0, 160);
  store<u32>(LONG, 1);
  for (let power = 0; power <= LARGEST; power++) {
    keep(power);
    multiplyByTen();
  }
  // ⌊⌊2^m / 10^a⌋ / 10⌋ = ⌊2^m / 10^(a+1)⌋, so the quotients stay exact
  memory.fill(LONG, 0, 160);
  store<u32>(LONG, 1, 38 << 2);
  for (let power = -1; power >= SMALLEST; power--) {
    divideByTen();
    keep(power);
  }
  ready = true;
}

/** Upper 63 bits of g(power). */
export function powerHigh(power: i32): u64 {
  if (!ready) prepare();
  return load<u64>(TABLE + (<usize>(power - SMALLEST) << 4));
}

/** Lower 63 bits of g(power). */
export function powerLow(power: i32): u64 {
  if (!ready) prepare();
  return load<u64>(TABLE + (<usize>(power - SMALLEST) << 4), 8);
}
