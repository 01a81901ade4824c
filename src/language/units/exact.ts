/**
 * Exact scales: a fraction of whole numbers times a power of π, rounded once to the nearest double.
 *
 * Invariants: `denominator` > 0. Fractions need not be in lowest terms.
 */

export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** Power of π. */
  readonly pi: number;
}

/** All whole numbers up to here are doubles. */
const LARGEST_EXACT = 2n ** 53n;

export const EXACT_ONE: Exact = { numerator: 1n, denominator: 1n, pi: 0 };

/** π · 10^120, cut off. Source: OEIS A000796. */
const PI_DIGITS = BigInt(
  "3141592653589793238462643383279502884197169399375105820974944592307" +
    "816406286208998628034825342117067982148086513282306647",
);
const PI_SCALE = 10n ** 120n;

/**
 * A decimal as written (`6.02e23`, `0.5`, `12`, `0xff`, `0b101`) as an exact fraction.
 *
 * The text is a number of the lexer without `_` and without sign. Exponents beyond ±5000 are cut
 * there: their doubles are infinite or zero either way.
 */
export function exactFromText(text: string): Exact {
  if (/^0[xb]/i.test(text)) return exactFromInteger(BigInt(text));
  const match = /^(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (match === null) return { numerator: 0n, denominator: 1n, pi: 0 };
  const [, whole, fraction = "", exponentText = "0"] = match;
  const digits = BigInt(`${whole}${fraction}` || "0");
  const exponent = Math.max(-5000, Math.min(5000, Number(exponentText)));
  const shift = exponent - fraction.length;
  return shift >= 0
    ? { numerator: digits * 10n ** BigInt(shift), denominator: 1n, pi: 0 }
    : { numerator: digits, denominator: 10n ** BigInt(-shift), pi: 0 };
}

export function exactFromInteger(value: bigint): Exact {
  return { numerator: value, denominator: 1n, pi: 0 };
}

export function multiplyExact(a: Exact, b: Exact): Exact {
  return {
    numerator: a.numerator * b.numerator,
    denominator: a.denominator * b.denominator,
    pi: a.pi + b.pi,
  };
}

/** 1/a; a is not 0. */
export function invertExact(a: Exact): Exact {
  const sign = a.numerator < 0n ? -1n : 1n;
  return { numerator: sign * a.denominator, denominator: sign * a.numerator, pi: -a.pi };
}

/** A whole power. */
export function raiseExact(a: Exact, exponent: number): Exact {
  if (exponent < 0) return raiseExact(invertExact(a), -exponent);
  const power = BigInt(exponent);
  return {
    numerator: a.numerator ** power,
    denominator: a.denominator ** power,
    pi: a.pi * exponent,
  };
}

/** The `degree`-th root where it is a fraction again, else null. */
export function rootExact(a: Exact, degree: number): Exact | null {
  if (degree === 1) return a;
  const divisor = greatestCommonDivisor(a.numerator, a.denominator);
  const numerator = rootInteger(a.numerator / divisor, degree);
  const denominator = rootInteger(a.denominator / divisor, degree);
  if (numerator === null || denominator === null || a.pi % degree !== 0) return null;
  return { numerator, denominator, pi: a.pi / degree };
}

export function isOne(a: Exact): boolean {
  return a.numerator === a.denominator && a.pi === 0;
}

/** Bits above and below the line: how much work the number is. */
export function sizeOf(a: Exact): number {
  return isOne(a) ? 0 : bitLength(a.numerator) + bitLength(a.denominator);
}

/**
 * The double nearest to the exact value, ties to even; beyond the largest double it is Infinity.
 *
 * π enters with 120 decimals, so that a wrong rounding would need a value within 10^−100 of the
 * middle between two doubles.
 */
export function nearestDouble(a: Exact): number {
  if (a.numerator === 0n) return 0;
  if (a.numerator < 0n) return -nearestDouble({ ...a, numerator: -a.numerator });
  // a quotient of two doubles that are exact is rounded once
  const isShort = a.numerator <= LARGEST_EXACT && a.denominator <= LARGEST_EXACT;
  if (isShort && a.pi === 0) return Number(a.numerator) / Number(a.denominator);
  const power = BigInt(Math.abs(a.pi));
  const above = a.pi > 0 ? PI_DIGITS ** power : PI_SCALE ** power;
  const below = a.pi > 0 ? PI_SCALE ** power : PI_DIGITS ** power;
  return a.pi === 0
    ? divideToDouble(a.numerator, a.denominator)
    : divideToDouble(a.numerator * above, a.denominator * below);
}

/** The double nearest to a decimal as written times a scale. */
export function scaledDouble(text: string, scale: Exact): number {
  // up to 20 digits the language of the host promises the nearest double
  if (text.length <= 20 && isOne(scale)) return Number(text);
  return nearestDouble(multiplyExact(exactFromText(text), scale));
}

/** numerator/denominator, both > 0, rounded once. */
function divideToDouble(numerator: bigint, denominator: bigint): number {
  let exponent = bitLength(numerator) - bitLength(denominator) - 54;
  if (exponent < -1074) exponent = -1074;
  let [quotient, remainder] = divideShifted(numerator, denominator, exponent);
  const extraBits = bitLength(quotient) - 53;
  if (extraBits > 0) {
    exponent += extraBits;
    [quotient, remainder] = divideShifted(numerator, denominator, exponent);
  }
  const divisor = exponent > 0 ? denominator << BigInt(exponent) : denominator;
  const twice = remainder * 2n;
  if (twice > divisor || (twice === divisor && (quotient & 1n) === 1n)) quotient += 1n;
  return exponent > 971 ? Infinity : scaleByPowerOfTwo(Number(quotient), exponent);
}

/** numerator / (denominator · 2^exponent), and the remainder. */
function divideShifted(numerator: bigint, denominator: bigint, exponent: number): [bigint, bigint] {
  const dividend = exponent < 0 ? numerator << BigInt(-exponent) : numerator;
  const divisor = exponent > 0 ? denominator << BigInt(exponent) : denominator;
  return [dividend / divisor, dividend % divisor];
}

/** value · 2^exponent, exact by construction: value is whole and ≤ 2^53. */
function scaleByPowerOfTwo(value: number, exponent: number): number {
  if (exponent < -1000) return value * powerOfTwo(-1000) * powerOfTwo(exponent + 1000);
  if (exponent > 900) return value * powerOfTwo(900) * powerOfTwo(exponent - 900);
  return value * powerOfTwo(exponent);
}

const BITS = new DataView(new ArrayBuffer(8));

/** 2^exponent from its bits, for −1022 … 1023: `**` is not promised to be exact. */
function powerOfTwo(exponent: number): number {
  BITS.setUint32(0, (exponent + 1023) * 0x100000);
  return BITS.getFloat64(0);
}

function bitLength(value: bigint): number {
  const hexadecimal = value.toString(16);
  return hexadecimal.length * 4 - Math.clz32(Number.parseInt(hexadecimal[0], 16)) + 28;
}

function rootInteger(value: bigint, degree: number): bigint | null {
  const power = BigInt(degree);
  let low = 0n;
  let high = 1n << BigInt(Math.ceil(bitLength(value) / degree) + 1);
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle ** power <= value) low = middle;
    else high = middle - 1n;
  }
  return low ** power === value ? low : null;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
