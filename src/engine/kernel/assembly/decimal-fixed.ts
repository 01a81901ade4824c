/**
 * A double with a fixed number of decimals, the exact binary value rounded half to even.
 *
 * v = c·2^q. For q < 0 the fraction times 10^17 has at most 110 bits: two words carry it exactly.
 * For q ≥ 0 the value is an integer of up to 309 digits, divided down by 10^9 in a long number that
 * lies in the caller's buffer behind the text. Buffers must hold 512 bytes.
 */
import { digitCount, writeByte, writeDigits, writeNotFinite, writeZeros } from "./decimal-digits";
import { multiplyHigh } from "./sincos-large";

const POINT: u8 = 46;
const MINUS: u8 = 45;
const TEXT_BYTES: usize = 352;
const LONG_WORDS: usize = 33;

function powerOfTen(exponent: i32): u64 {
  let power: u64 = 1;
  for (let index = 0; index < exponent; index++) power *= 10;
  return power;
}

/** The integer c·2^q, q ≥ 0, at `at`; the long number stands behind the text. */
function writeLarge(at: usize, c: u64, q: i32, long: usize): usize {
  memory.fill(long, 0, LONG_WORDS << 2);
  const shift = <u64>(q & 31);
  const word = long + (<usize>(q >> 5) << 2);
  store<u32>(word, <u32>(c << shift));
  store<u32>(word, <u32>((c << shift) >> 32), 4);
  if (shift) store<u32>(word, <u32>(c >> (64 - shift)), 8);

  // nine digits at a time, the last ones first, up to a wall behind the longest text
  const wall = long - 8;
  let from = wall;
  let top = <isize>LONG_WORDS - 1;
  while (top >= 0) {
    if (load<u32>(long + (<usize>top << 2)) == 0) {
      top--;
      continue;
    }
    let rest: u64 = 0;
    for (let index = top; index >= 0; index--) {
      const address = long + (<usize>index << 2);
      const part = (rest << 32) | <u64>load<u32>(address);
      store<u32>(address, <u32>(part / 1000000000));
      rest = part % 1000000000;
    }
    from -= 9;
    writeDigits(from, rest, 9);
  }
  while (load<u8>(from) == 48) from++;
  memory.copy(at, from, wall - from);
  return at + (wall - from);
}

/** round(fraction·10^digits / 2^shift), half to even; `odd` when the digit before is odd. */
function roundFraction(fraction: u64, digits: i32, shift: i32, odd: u64): u64 {
  if (shift >= 128) return 0;
  const power = powerOfTen(digits);
  const high = multiplyHigh(fraction, power);
  const low = fraction * power;
  let result: u64 = 0;
  let above: u64 = 0;
  let below: bool = false;
  const part = <u64>(shift & 63);
  if (shift >= 64) {
    result = high >> part;
    const rest = part ? high << (64 - part) : 0;
    above = part ? rest >> 63 : low >> 63;
    below = part ? (rest << 1) != 0 || low != 0 : low << 1 != 0;
  } else {
    result = (low >> part) | (part ? high << (64 - part) : 0);
    const rest = part ? low << (64 - part) : 0;
    above = rest >> 63;
    below = rest << 1 != 0;
  }
  if (above != 0 && (below || ((result ^ odd) & 1) != 0)) result++;
  return result;
}

/**
 * Writes a Float with `digits` (0 … 17) decimals at `at`; gives the length in bytes, at most 329.
 */
export function write_fixed(value: f64, digits: f64, at: usize): i32 {
  if (!isFinite(value)) return <i32>(writeNotFinite(at, value) - at);
  const decimals = <i32>digits;
  const bits = reinterpret<u64>(value);
  const fraction = bits & 0x000fffffffffffff;
  const biased = <i32>(bits >> 52) & 0x7ff;
  const c = biased == 0 ? fraction : fraction | 0x0010000000000000;
  const q = max(biased, 1) - 1075;
  let end = at;
  if (bits >> 63) end = writeByte(end, MINUS);
  if (q > 11) {
    end = writeLarge(end, c, q, at + TEXT_BYTES);
    if (decimals == 0) return <i32>(end - at);
    return <i32>(writeZeros(writeByte(end, POINT), decimals) - at);
  }
  let whole: u64 = 0;
  let decimal: u64 = 0;
  if (q >= 0) whole = c << <u64>q;
  else {
    const shift = -q;
    whole = shift < 64 ? c >> <u64>shift : 0;
    const rest = shift < 64 ? c & ((<u64>1 << <u64>shift) - 1) : c;
    decimal = roundFraction(rest, decimals, shift, decimals == 0 ? whole : 0);
    const unit = powerOfTen(decimals);
    if (decimal >= unit) {
      decimal -= unit;
      whole++;
    }
  }
  end = writeDigits(end, whole, digitCount(whole));
  if (decimals == 0) return <i32>(end - at);
  return <i32>(writeDigits(writeByte(end, POINT), decimal, decimals) - at);
}
