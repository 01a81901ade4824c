/**
 * The shortest decimal that reads back as a given double, and among those the closest to it.
 *
 * Finite positive v = c·2^q. With k = ⌊log10 of the width of v's rounding interval⌋, the decimals
 * of spacing 10^k and 10^(k+1) near v are compared with the interval's ends, all scaled by
 * 4·10^(−k) and rounded to odd, which keeps every comparison exact. Source: R. Giulietti, "The
 * Schubfach way to render doubles" (2020).
 */
import { powerHigh, powerLow } from "./decimal-powers";
import { multiplyHigh } from "./sincos-large";

const MASK_63: u64 = 0x7fffffffffffffff;

let exponentOfLast: i32 = 0;

/** The power of ten that belongs to the last result of `shortestDigits`. */
export function shortestExponent(): i32 {
  return exponentOfLast;
}

/** ⌊g·cp·2^-127⌋ rounded to odd, g = high·2^63 + low. */
function roundToOdd(high: u64, low: u64, cp: u64): u64 {
  const x1 = multiplyHigh(low, cp);
  const y0 = high * cp;
  const y1 = multiplyHigh(high, cp);
  const z = (y0 >> 1) + x1;
  const w = y1 + (z >> 63);
  return w | (((z & MASK_63) + MASK_63) >> 63);
}

/** ⌊q·log10(2)⌋ */
function floorLog10Pow2(q: i32): i32 {
  return <i32>((<i64>q * 661971961083) >> 41);
}

/** ⌊log10(¾·2^q)⌋ */
function floorLog10ThreeQuartersPow2(q: i32): i32 {
  return <i32>((<i64>q * 661971961083 - 274743187321) >> 41);
}

/** ⌊e·log2(10)⌋ */
function floorLog2Pow10(e: i32): i32 {
  return <i32>((<i64>e * 913124641741) >> 38);
}

/** Digits d with v ≈ d·10^shortestExponent(); no trailing zeros. v is finite and positive. */
export function shortestDigits(v: f64): u64 {
  const bits = reinterpret<u64>(v);
  const fraction = bits & 0x000fffffffffffff;
  const biased = <i32>(bits >> 52);
  let digits: u64 = 0;
  let k = 0;
  if (v < 9007199254740992.0 && v == floor(v)) digits = <u64>v;
  else {
    const c = biased == 0 ? fraction : fraction | 0x0010000000000000;
    const q = max(biased, 1) - 1075;
    // below a power of two the neighbour is only half as far away
    const regular = fraction != 0 || biased <= 1;
    k = regular ? floorLog10Pow2(q) : floorLog10ThreeQuartersPow2(q);
    digits = chooseDigits(c, q, k, regular);
    k = exponentOfLast;
  }
  while (digits % 10 == 0) {
    digits /= 10;
    k++;
  }
  exponentOfLast = k;
  return digits;
}

/** Picks between the neighbours of spacing 10^(k+1), then of spacing 10^k. */
function chooseDigits(c: u64, q: i32, k: i32, regular: bool): u64 {
  const out = c & 1;
  const h = <u64>(q + floorLog2Pow10(-k) + 2);
  const high = powerHigh(-k);
  const low = powerLow(-k);
  const centre = c << 2;
  const vb = roundToOdd(high, low, centre << h);
  const lower = roundToOdd(high, low, (centre - (regular ? 2 : 1)) << h) + out;
  const upper = roundToOdd(high, low, (centre + 2) << h) - out;
  const s = vb >> 2;
  if (s >= 10) {
    const tens = s / 10;
    const belowInside = lower <= tens * 40;
    const aboveInside = tens * 40 + 40 <= upper;
    if (belowInside != aboveInside) {
      exponentOfLast = k + 1;
      return aboveInside ? tens + 1 : tens;
    }
  }
  exponentOfLast = k;
  const belowInside = lower <= s << 2;
  const aboveInside = (s << 2) + 4 <= upper;
  if (belowInside != aboveInside) return aboveInside ? s + 1 : s;
  const middle = (s << 2) + 2;
  return vb > middle || (vb == middle && (s & 1) != 0) ? s + 1 : s;
}
