/** Exact fractions: what the functions of the prelude would give without rounding. */

export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The double itself, which is a fraction. */
export function fraction(x: number): Fraction {
  let denominator = 1n;
  let value = x;
  while (!Number.isInteger(value)) {
    value *= 2;
    denominator *= 2n;
  }
  return { numerator: BigInt(value), denominator };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return reduced(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return plus(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function times(a: Fraction, b: Fraction): Fraction {
  return reduced(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function over(a: Fraction, b: Fraction): Fraction {
  const sign = b.numerator < 0n ? -1n : 1n;
  return reduced(sign * a.numerator * b.denominator, sign * a.denominator * b.numerator);
}

export function total(xs: readonly Fraction[]): Fraction {
  return xs.reduce(plus, fraction(0));
}

/** Within 2⁻²⁰⁰ of it, rounded to a double. */
export function toNumber({ numerator, denominator }: Fraction): number {
  const sign = numerator < 0n ? -1 : 1;
  const size = numerator < 0n ? -numerator : numerator;
  let shift = 0;
  let quotient = size / denominator;
  while (size > 0n && quotient < 2n ** 80n) {
    shift += 100;
    quotient = (size << BigInt(shift)) / denominator;
  }
  let value = Number(quotient);
  for (; shift > 0; shift -= 100) value /= 2 ** 100;
  return sign * value;
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator];
  while (b > 0n) [a, b] = [b, a % b];
  return a > 1n
    ? { numerator: numerator / a, denominator: denominator / a }
    : { numerator, denominator };
}

/** How far a is from b, relative to the larger of 1e-300 and b. */
export function relativeError(a: number, b: number): number {
  return Math.abs(a - b) / Math.max(1e-300, Math.abs(b));
}
