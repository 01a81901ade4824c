/**
 * The double nearest to a decimal number in text, ties to even.
 *
 * Few digits with a small exponent are exact doubles, and one operation rounds them. Else both
 * sides of the fraction D · 10^e are long integers, and 64 bits of their quotient, with whether
 * anything is left, decide.
 * Source: W. Clinger, "How to read floating point numbers accurately" (1990).
 */
import { charge } from "./trap";

/** Digits beyond these only tell whether something follows. */
const MOST_DIGITS: i32 = 800;
const WORDS: i32 = 256;
const ABOVE: usize = memory.data(1024, 16);
const BELOW: usize = memory.data(1024, 16);

function clearLong(long: usize): void {
  memory.fill(long, 0, <usize>WORDS << 2);
}

function multiplyAdd(long: usize, factor: u32, summand: u32): void {
  let carry: u64 = <u64>summand;
  for (let index = 0; index < WORDS; index++) {
    const at = long + (<usize>index << 2);
    carry += <u64>load<u32>(at) * <u64>factor;
    store<u32>(at, <u32>carry);
    carry >>= 32;
  }
}

function bitLength(long: usize): i32 {
  let index = WORDS - 1;
  while (index > 0 && !load<u32>(long + (<usize>index << 2))) index--;
  return (index << 5) + 32 - <i32>clz(load<u32>(long + (<usize>index << 2)));
}

/** Moves a long number up by so many bits. */
function shiftUp(long: usize, bits: i32): void {
  const words = bits >> 5;
  const rest = bits & 31;
  for (let index = WORDS - 1; index >= 0; index--) {
    const from = index - words;
    let value: u64 = 0;
    if (from >= 0) value = <u64>load<u32>(long + (<usize>from << 2)) << 32;
    if (from >= 1) value |= <u64>load<u32>(long + (<usize>(from - 1) << 2));
    store<u32>(long + (<usize>index << 2), <u32>((value << <u64>rest) >> 32));
  }
}

function halve(long: usize): void {
  for (let index = 0; index < WORDS; index++) {
    const at = long + (<usize>index << 2);
    const next = index + 1 < WORDS ? load<u32>(at, 4) : 0;
    store<u32>(at, (load<u32>(at) >> 1) | (next << 31));
  }
}

function isBelow(a: usize, b: usize): bool {
  for (let index = WORDS - 1; index >= 0; index--) {
    const offset = <usize>index << 2;
    const difference = <i64>load<u32>(a + offset) - <i64>load<u32>(b + offset);
    if (difference != 0) return difference < 0;
  }
  return false;
}

function subtract(a: usize, b: usize): void {
  let borrow: i64 = 0;
  for (let index = 0; index < WORDS; index++) {
    const offset = <usize>index << 2;
    const difference = <i64>load<u32>(a + offset) - <i64>load<u32>(b + offset) + borrow;
    store<u32>(a + offset, <u32>difference);
    borrow = difference >> 32;
  }
}

/** 2^n for n in the range of normal doubles. */
function powerOfTwo(n: i32): f64 {
  return reinterpret<f64>(<u64>(n + 1023) << 52);
}

/** mantissa · 2^exponent, which is a double: in two steps, neither of which rounds. */
function scaled(mantissa: u64, exponent: i32): f64 {
  const half = exponent >> 1;
  return <f64>mantissa * powerOfTwo(half) * powerOfTwo(exponent - half);
}

/** The quotient of the two long numbers, of which the first was moved up by `shift` bits. */
function rounded(quotient: u64, isMore: bool, shift: i32): f64 {
  const bits = 64 - <i32>clz(quotient);
  const exponent = bits - 1 - shift;
  if (exponent > 1023) return Infinity;
  const precision = exponent >= -1022 ? 53 : 53 + (exponent + 1022);
  const cut = bits - precision;
  if (cut > 64) return 0;
  let mantissa: u64 = cut == 64 ? 0 : quotient >> <u64>cut;
  const rest = cut == 64 ? quotient : quotient & ((<u64>1 << <u64>cut) - 1);
  const half: u64 = <u64>1 << <u64>(cut - 1);
  if (rest > half || (rest == half && (isMore || (mantissa & 1) == 1))) mantissa++;
  return mantissa == <u64>1 << 53 && exponent == 1023 ? Infinity : scaled(mantissa, cut - shift);
}

/** The long numbers divided: 62 to 64 bits of the quotient. */
function divided(): f64 {
  const shift = 63 - (bitLength(ABOVE) - bitLength(BELOW));
  if (shift > 0) shiftUp(ABOVE, shift);
  shiftUp(BELOW, shift > 0 ? 63 : 63 - shift);
  let quotient: u64 = 0;
  for (let bit = 63; bit >= 0; bit--) {
    if (!isBelow(ABOVE, BELOW)) {
      subtract(ABOVE, BELOW);
      quotient |= <u64>1 << <u64>bit;
    }
    halve(BELOW);
  }
  let isMore = false;
  for (let index = 0; index < WORDS; index++) {
    if (load<u32>(ABOVE + (<usize>index << 2))) isMore = true;
  }
  return rounded(quotient, isMore, shift);
}

/**
 * The double nearest to the digits between two addresses, a point among them perhaps, times
 * 10^exponent. Cost: 1 fuel a byte; 4000 where one operation does not do.
 */
export function nearestDouble(from: usize, end: usize, exponent: i32): f64 {
  let digits: i32 = 0;
  let short: u64 = 0;
  let point = false;
  let scale = exponent;
  let isMore = false;
  clearLong(ABOVE);
  for (let at = from; at < end; at++) {
    const digit = <u32>load<u8>(at) - 48;
    if (digit > 9) {
      point = true;
      continue;
    }
    if (point) scale--;
    if (!digits && !digit) continue;
    digits++;
    if (digits <= 19) short = short * 10 + <u64>digit;
    if (digits > MOST_DIGITS) {
      scale++;
      isMore = isMore || digit != 0;
    } else if (digits > 19) {
      if (digits == 20) {
        store<u64>(ABOVE, short);
      }
      multiplyAdd(ABOVE, 10, digit);
    }
  }
  if (!digits) return 0;
  const used = min(digits, MOST_DIGITS);
  if (used + scale > 310) return Infinity;
  if (used + scale < -330) return 0;
  if (digits <= 19 && short <= 9007199254740992 && scale >= -22 && scale <= 22) {
    let power: f64 = 1;
    for (let k = 0; k < (scale < 0 ? -scale : scale); k++) power *= 10;
    return scale < 0 ? <f64>short / power : <f64>short * power;
  }
  charge(4000);
  if (digits <= 19) store<u64>(ABOVE, short);
  // something behind the last digit that counts: a digit more that is not zero
  if (isMore) {
    multiplyAdd(ABOVE, 10, 1);
    scale--;
  }
  clearLong(BELOW);
  store<u32>(BELOW, 1);
  for (let k = 0; k < scale; k++) multiplyAdd(ABOVE, 10, 0);
  for (let k = scale; k < 0; k++) multiplyAdd(BELOW, 10, 0);
  return divided();
}
