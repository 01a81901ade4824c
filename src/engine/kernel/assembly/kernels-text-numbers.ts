/** Numbers in text. */
import { nearestDouble } from "./decimal-read";
import { DATA, lengthOf } from "./layout";
import { chargeScan } from "./trap";

/** Exponents beyond this are as good as infinite. */
const MOST_EXPONENT: i32 = 100_000;

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function isDigit(byte: u8): bool {
  return <u8>(byte - 48) < 10;
}

/** The address behind the digits that start at one. */
function skipDigits(at: usize, end: usize): usize {
  while (at < end && isDigit(load<u8>(at))) at++;
  return at;
}

/**
 * The Float nearest to a decimal number, which has digits on both sides of a point if there is one;
 * NaN for any other text. Cost: 1 fuel a byte, 4000 for a long number.
 */
export function text_number(text: usize): f64 {
  const end = text + DATA + lengthOf(text);
  chargeScan(<u64>lengthOf(text) * 2);
  let at = text + DATA;
  const isNegative = at < end && load<u8>(at) == 45;
  if (isNegative || (at < end && load<u8>(at) == 43)) at++;
  const start = at;
  at = skipDigits(at, end);
  if (at == start) return NaN;
  if (at + 1 < end && load<u8>(at) == 46 && isDigit(load<u8>(at + 1))) at = skipDigits(at + 1, end);
  const behind = at;
  let exponent: i32 = 0;
  if (at < end && (load<u8>(at) | 32) == 101) {
    at++;
    const isSmall = at < end && load<u8>(at) == 45;
    if (at < end && (isSmall || load<u8>(at) == 43)) at++;
    const first = at;
    at = skipDigits(at, end);
    if (at == first) return NaN;
    for (let place = first; place < at; place++) {
      exponent = min(exponent * 10 + <i32>load<u8>(place) - 48, MOST_EXPONENT);
    }
    if (isSmall) exponent = -exponent;
  }
  if (at != end) return NaN;
  const value = nearestDouble(start, behind, exponent);
  return isNegative ? -value : value;
}
