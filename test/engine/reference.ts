/**
 * Elementary functions in BigInt fixed point: the exact values that the kernels are measured
 * against.
 *
 * A real number v is the integer round(v·2^bits). Series are Taylor's, with all terms until they
 * vanish; nothing is clever. Cost: some 20–50 µs a value at 256 bits.
 */

/** Fraction bits that leave 100 or more guard bits behind any double of ordinary size. */
export const BITS = 320n;

const view = new DataView(new ArrayBuffer(8));

/** The bits of a double as an unsigned 64-bit integer. */
export function bitsOf(value: number): bigint {
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}

/** The double with the given bits. */
export function fromBits(bits: bigint): number {
  view.setBigUint64(0, BigInt.asUintN(64, bits));
  return view.getFloat64(0);
}

/** A finite double as mantissa and exponent: value = mantissa·2^exponent. */
export function split(value: number): { mantissa: bigint; exponent: bigint } {
  const bits = bitsOf(value);
  const biased = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xfffffffffffffn;
  const mantissa = biased === 0n ? fraction : fraction | 0x10000000000000n;
  const exponent = (biased === 0n ? 1n : biased) - 1075n;
  return { mantissa: bits >> 63n ? -mantissa : mantissa, exponent };
}

/** A finite double in fixed point; bits that do not fit are cut off. */
export function fixed(value: number, bits = BITS): bigint {
  const { mantissa, exponent } = split(value);
  const shift = exponent + bits;
  return shift >= 0n ? mantissa << shift : mantissa >> -shift;
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** How many units in the last place a computed double is away from the exact value. */
export function errorInUlps(computed: number, exact: bigint, bits = BITS): number {
  if (exact === 0n) return computed === 0 ? 0 : Infinity;
  const size = magnitude(exact);
  const top = BigInt(size.toString(2).length) - 1n - bits;
  const ulpExponent = (top < -1022n ? -1022n : top) - 52n;
  const extra = 40n;
  const difference = magnitude(fixed(computed, bits + extra) - (exact << extra));
  // 30 bits of the quotient are enough to print it
  const shift = bits + extra + ulpExponent - 30n;
  const scaled = shift >= 0n ? difference >> shift : difference << -shift;
  return Number(scaled) / 2 ** 30;
}

function arctangentOfInverse(whole: bigint, bits: bigint): bigint {
  let term = (1n << bits) / whole;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n += 2n) {
    sum += n % 4n === 1n ? term / n : -term / n;
    term /= whole * whole;
  }
  return sum;
}

const pies = new Map<bigint, bigint>();

/** π by Machin's formula. */
export function pi(bits = BITS): bigint {
  let value = pies.get(bits);
  if (value === undefined) {
    const guard = bits + 64n;
    value = (16n * arctangentOfInverse(5n, guard) - 4n * arctangentOfInverse(239n, guard)) >> 64n;
    pies.set(bits, value);
  }
  return value;
}

/** sin and cos of an angle in fixed point, of any size its bits can carry. */
export function sincos(angle: bigint, bits = BITS): { sin: bigint; cos: bigint } {
  const circle = 2n * pi(bits);
  const x = angle % circle;
  const one = 1n << bits;
  let sin = 0n;
  let cos = 0n;
  let term = one;
  for (let n = 1n; term !== 0n; n += 1n) {
    if (n % 2n === 1n) cos += n % 4n === 1n ? term : -term;
    else sin += n % 4n === 2n ? term : -term;
    term = (term * x) / (n << bits);
  }
  return { sin, cos };
}

/** sin and cos of a double in radians, with enough bits of π for its size. */
export function sincosRadians(x: number): { sin: bigint; cos: bigint } {
  const large = 1600n;
  if (Math.abs(x) < 2 ** 60) return sincos(fixed(x));
  const angle = fixed(x, large) % (2n * pi(large));
  return sincos(angle >> (large - BITS));
}

/** sin(2πx) and cos(2πx) of a double. */
export function sincosCycles(x: number): { sin: bigint; cos: bigint } {
  const { mantissa, exponent } = split(x);
  const shift = exponent + BITS;
  const one = 1n << BITS;
  const phase = (shift >= 0n ? mantissa << shift : mantissa >> -shift) % one;
  // quarter turns are exact; a fixed-point π would leave a residue instead of their zeros
  const quarters = (phase * 4n) / one;
  const rest = phase - (quarters * one) / 4n;
  const { sin, cos } = sincos((2n * rest * pi()) >> BITS);
  const turned = [
    { sin, cos },
    { sin: cos, cos: -sin },
    { sin: -sin, cos: -cos },
    { sin: -cos, cos: sin },
  ];
  return turned[Number(((quarters % 4n) + 4n) % 4n)];
}

/** e^x in fixed point. */
export function exp(x: bigint, bits = BITS): bigint {
  const halvings = 32n;
  let term = 1n << bits;
  let sum = 0n;
  const small = x >> halvings;
  const guard = 64n;
  term <<= guard;
  for (let n = 1n; term !== 0n && term !== -1n; n += 1n) {
    sum += term;
    term = (term * small) / (n << bits);
  }
  for (let k = 0n; k < halvings; k += 1n) sum = (sum * sum) >> (bits + guard);
  return sum >> guard;
}

/** Natural logarithm of a positive number: Newton on exp. */
export function log(x: bigint, bits = BITS): bigint {
  const size = BigInt(x.toString(2).length) - 1n - bits;
  const scaled = size >= 0n ? x >> size : x << -size;
  return logNearOne(scaled, bits) + size * logNearOne(2n << bits, bits);
}

/** log of a number in [1, 2] by 2·artanh((x − 1)/(x + 1)). */
function logNearOne(x: bigint, bits: bigint): bigint {
  const one = 1n << bits;
  const ratio = ((x - one) << bits) / (x + one);
  const square = (ratio * ratio) >> bits;
  let power = ratio;
  let sum = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = (power * square) >> bits;
  }
  return 2n * sum;
}

/** Arctangent: halved angles, then the series. */
export function arctangent(x: bigint, bits = BITS): bigint {
  const one = 1n << bits;
  let value = x;
  const halvings = 8n;
  for (let k = 0n; k < halvings; k += 1n) {
    value = (value << bits) / (one + squareRoot(one * one + value * value));
  }
  const square = (value * value) >> bits;
  let power = value;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += n % 4n === 1n ? power / n : -power / n;
    power = (power * square) >> bits;
  }
  return sum << halvings;
}

/** Integer square root, rounded down. */
export function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const better = (guess + value / guess) >> 1n;
    if (better >= guess) return guess;
    guess = better;
  }
}
