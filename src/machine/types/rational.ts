/** Exponents of units: small fractions in lowest terms. */

import type { Rational } from "./unit.ts";

export const ONE: Rational = { numerator: 1, denominator: 1 };

/** A fraction in lowest terms with a positive denominator; the denominator given is not 0. */
export function rational(numerator: number, denominator = 1): Rational {
  // nearly all exponents are whole; + 0 makes 0 of −0
  if (denominator === 1) return { numerator: numerator + 0, denominator };
  const divisor = greatestCommonDivisor(Math.abs(numerator), Math.abs(denominator));
  const sign = denominator < 0 ? -1 : 1;
  return {
    numerator: (sign * numerator) / divisor + 0,
    denominator: (sign * denominator) / divisor,
  };
}

export function addRational(a: Rational, b: Rational): Rational {
  return rational(
    a.numerator * b.denominator + b.numerator * a.denominator,
    a.denominator * b.denominator,
  );
}

export function multiplyRational(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

export function negateRational(a: Rational): Rational {
  return rational(-a.numerator, a.denominator);
}

/** 1/a; a is not 0. */
export function invertRational(a: Rational): Rational {
  return rational(a.denominator, a.numerator);
}

export function equalRationals(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

/** `2`, `-1`, `(1/2)`: as it stands behind `^` in a unit. */
export function showExponent(a: Rational): string {
  return a.denominator === 1 ? String(a.numerator) : `(${a.numerator}/${a.denominator})`;
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a === 0 ? 1 : a;
}
