/**
 * Units as exponents over base dimensions and unit variables (Kennedy's free Abelian group over
 * ℚ).
 */

/** The base units, in the order of every dimension vector. */
export const BASE_UNITS = ["s", "m", "kg", "A", "K", "mol", "cd", "cycle"] as const;
export type BaseUnit = (typeof BASE_UNITS)[number];

/** An exponent in lowest terms, denominator > 0. */
export interface Rational {
  readonly numerator: number;
  readonly denominator: number;
}

/** A product of powers: `m/s` is { m: 1, s: −1 }. Absent means exponent 0; zero is never stored. */
export interface UnitTerm {
  readonly base: ReadonlyMap<BaseUnit, Rational>;
  /** Unit variables such as `u` in `fn square[unit u]`. */
  readonly variables: ReadonlyMap<string, Rational>;
}

export const DIMENSIONLESS: UnitTerm = { base: new Map(), variables: new Map() };
