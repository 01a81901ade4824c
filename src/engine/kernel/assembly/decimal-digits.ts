/**
 * Writing of digits, words and signs as ASCII bytes; every function gives the address behind them.
 */

/** Number of decimal digits of a value; 1 for 0. */
export function digitCount(value: u64): usize {
  let count: usize = 1;
  for (let rest = value; rest >= 10; rest /= 10) count++;
  return count;
}

/** Exactly `count` digits, with leading zeros. */
export function writeDigits(at: usize, value: u64, count: usize): usize {
  let rest = value;
  for (let index = count; index > 0; index--) {
    store<u8>(at + index - 1, <u8>(48 + (rest % 10)));
    rest /= 10;
  }
  return at + count;
}

export function writeByte(at: usize, byte: u8): usize {
  store<u8>(at, byte);
  return at + 1;
}

export function writeZeros(at: usize, count: usize): usize {
  memory.fill(at, 48, count);
  return at + count;
}

/** NaN, Infinity or -Infinity. */
export function writeNotFinite(at: usize, value: f64): usize {
  if (value != value) {
    store<u8>(at, 78);
    store<u8>(at, 97, 1);
    store<u8>(at, 78, 2);
    return at + 3;
  }
  let end = at;
  if (value < 0) end = writeByte(end, 45);
  // "Infinity", little-endian
  store<u64>(end, 0x7974696e69666e49);
  return end + 8;
}
