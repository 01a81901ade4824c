/**
 * Numbers as text: shortest digits, with a point or an exponent.
 *
 * Float: `0.5`, `1.0`, `-0.0`, `123456789012345680000.0`; outside 1e-6 ≤ |x| < 1e21 an exponent,
 * `1e-7`, `1.5e21`; `NaN`, `Infinity`, `-Infinity`. The text reads back as the same double. Int:
 * its digits. Buffers must hold 32 bytes.
 */
import { digitCount, writeByte, writeDigits, writeNotFinite, writeZeros } from "./decimal-digits";
import { shortestDigits, shortestExponent } from "./decimal-shortest";

const POINT: u8 = 46;
const MINUS: u8 = 45;
const LETTER_E: u8 = 101;

/** Digits d1d2…dn as d1.d2…dn times ten to `exponent`. */
function writeWithExponent(at: usize, digits: u64, count: usize, exponent: i32): usize {
  let end = writeDigits(at, digits, count);
  if (count > 1) {
    memory.copy(at + 2, at + 1, count - 1);
    store<u8>(at, POINT, 1);
    end++;
  }
  end = writeByte(end, LETTER_E);
  if (exponent < 0) end = writeByte(end, MINUS);
  const size = <u64>(exponent < 0 ? -exponent : exponent);
  return writeDigits(end, size, digitCount(size));
}

/** Digits with `whole` of them before the point (or −whole zeros behind it). */
function writeWithPoint(at: usize, digits: u64, count: usize, whole: i32): usize {
  if (whole <= 0) {
    let end = writeByte(writeByte(at, 48), POINT);
    end = writeZeros(end, -whole);
    return writeDigits(end, digits, count);
  }
  const end = writeDigits(at, digits, count);
  if (<usize>whole >= count) {
    const point = writeZeros(end, <usize>whole - count);
    return writeByte(writeByte(point, POINT), 48);
  }
  memory.copy(at + whole + 1, at + whole, count - whole);
  store<u8>(at + whole, POINT);
  return end + 1;
}

/** Writes a Float at `at`; gives the length in bytes, at most 25. */
export function write_float(value: f64, at: usize): i32 {
  if (!isFinite(value)) return <i32>(writeNotFinite(at, value) - at);
  let end = at;
  if (reinterpret<i64>(value) < 0) end = writeByte(end, MINUS);
  const size = abs(value);
  if (size == 0) return <i32>(writeWithPoint(end, 0, 1, 1) - at);
  const digits = shortestDigits(size);
  const count = digitCount(digits);
  // the value is 0.d1d2… times ten to `whole`
  const whole = shortestExponent() + <i32>count;
  if (size >= 1e21 || size < 1e-6) end = writeWithExponent(end, digits, count, whole - 1);
  else end = writeWithPoint(end, digits, count, whole);
  return <i32>(end - at);
}

/** Writes an Int at `at`; gives the length in bytes, at most 17. */
export function write_int(value: f64, at: usize): i32 {
  let end = at;
  if (value < 0) end = writeByte(end, MINUS);
  const size = <u64>abs(value);
  return <i32>(writeDigits(end, size, digitCount(size)) - at);
}
