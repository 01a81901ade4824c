/**
 * The group of units: products, powers and their text.
 *
 * Programs have few units and combine them often, so what comes out of units without variables is
 * kept: the same factors give the same object.
 * Source: A. Kennedy, "Programming Languages and Dimensions", 1996; exponents are rational here, so
 * every equation in one unknown has a solution.
 */

import {
  addRational,
  equalRationals,
  multiplyRational,
  negateRational,
  ONE,
  rational,
  showExponent,
} from "./rational.ts";
import { BASE_UNITS, DIMENSIONLESS, type BaseUnit, type Rational, type UnitTerm } from "./unit.ts";

const NO_BASE: UnitTerm["base"] = new Map();
const NO_VARIABLES: UnitTerm["variables"] = new Map();

/** `m`, `s`, …: one base unit to the first power. */
export function baseUnit(name: BaseUnit): UnitTerm {
  return { base: new Map([[name, ONE]]), variables: NO_VARIABLES };
}

/** `u` as in `fn square[unit u]`. */
export function unitVariable(name: string): UnitTerm {
  return { base: NO_BASE, variables: new Map<string, Rational>().set(name, ONE) };
}

/** A unit from whole exponents, such as `{ m: 1, s: -2 }`. */
export function unitOf(exponents: Partial<Record<BaseUnit, number>>): UnitTerm {
  const base = new Map<BaseUnit, Rational>();
  for (const name of BASE_UNITS) {
    const exponent = exponents[name] ?? 0;
    if (exponent !== 0) base.set(name, rational(exponent));
  }
  return { base, variables: NO_VARIABLES };
}

export function multiplyUnits(a: UnitTerm, b: UnitTerm): UnitTerm {
  if (isDimensionless(a)) return b;
  if (isDimensionless(b)) return a;
  return combined(PRODUCTS, a, b, product);
}

export function divideUnits(a: UnitTerm, b: UnitTerm): UnitTerm {
  if (isDimensionless(b)) return a;
  return combined(QUOTIENTS, a, b, quotient);
}

export function raiseUnit(a: UnitTerm, exponent: Rational): UnitTerm {
  if (exponent.numerator === 0) return DIMENSIONLESS;
  if (equalRationals(exponent, ONE)) return a;
  if (a.variables.size > 0) return power(a, exponent);
  const key = showExponent(exponent);
  const before = POWERS.get(a)?.get(key);
  if (before !== undefined) return before;
  const result = theOne(power(a, exponent));
  const powers = POWERS.get(a);
  if (powers === undefined) POWERS.set(a, new Map([[key, result]]));
  else powers.set(key, result);
  return result;
}

function product(a: UnitTerm, b: UnitTerm): UnitTerm {
  return { base: mergePowers(a.base, b.base), variables: mergePowers(a.variables, b.variables) };
}

function quotient(a: UnitTerm, b: UnitTerm): UnitTerm {
  return product(a, power(b, MINUS_ONE));
}

function power(a: UnitTerm, exponent: Rational): UnitTerm {
  return { base: scalePowers(a.base, exponent), variables: scalePowers(a.variables, exponent) };
}

const MINUS_ONE = rational(-1);

/** By the first factor and the second one. */
type Combinations = WeakMap<UnitTerm, WeakMap<UnitTerm, UnitTerm>>;
const PRODUCTS: Combinations = new WeakMap();
const QUOTIENTS: Combinations = new WeakMap();
/** By the unit, and the text of the exponent. */
const POWERS = new WeakMap<UnitTerm, Map<string, UnitTerm>>();
/** Units without variables, by their text. */
const UNITS = new Map<string, UnitTerm>();

function combined(
  known: Combinations,
  a: UnitTerm,
  b: UnitTerm,
  combine: (a: UnitTerm, b: UnitTerm) => UnitTerm,
): UnitTerm {
  if (a.variables.size > 0 || b.variables.size > 0) return combine(a, b);
  const before = known.get(a)?.get(b);
  if (before !== undefined) return before;
  const result = theOne(combine(a, b));
  const results = known.get(a);
  if (results === undefined) known.set(a, new WeakMap([[b, result]]));
  else results.set(b, result);
  return result;
}

/** The one object for a unit without variables. */
function theOne(unit: UnitTerm): UnitTerm {
  const text = showUnit(unit);
  if (text === "1") return DIMENSIONLESS;
  const known = UNITS.get(text);
  if (known === undefined) UNITS.set(text, unit);
  return known ?? unit;
}

export function equalUnits(a: UnitTerm, b: UnitTerm): boolean {
  if (a === b) return true;
  return equalPowers(a.base, b.base) && equalPowers(a.variables, b.variables);
}

/** No base unit and no variable: a plain number. */
export function isDimensionless(a: UnitTerm): boolean {
  return a.base.size === 0 && a.variables.size === 0;
}

/** Puts units in the place of variables; variables that are not in the map stay. */
export function substituteUnits(a: UnitTerm, values: ReadonlyMap<string, UnitTerm>): UnitTerm {
  if (a.variables.size === 0) return a;
  let result = a.base.size === 0 ? DIMENSIONLESS : { base: a.base, variables: NO_VARIABLES };
  for (const [name, exponent] of a.variables) {
    const value = values.get(name) ?? unitVariable(name);
    result = multiplyUnits(result, raiseUnit(value, exponent));
  }
  return result;
}

/** `kg*m^2/s^3`: in the order of the base units, variables first, `1` for none. */
export function showUnit(a: UnitTerm): string {
  const powers: [string, Rational][] = [...a.variables];
  for (const name of ["kg", "m", "cycle", "A", "K", "mol", "cd", "s"] as const) {
    const exponent = a.base.get(name);
    if (exponent !== undefined) powers.push([name, exponent]);
  }
  const above = powers.filter(([, exponent]) => exponent.numerator > 0);
  const below = powers.filter(([, exponent]) => exponent.numerator < 0);
  const top = above.map(([name, exponent]) => showPower(name, exponent)).join("*");
  if (below.length === 0) return top === "" ? "1" : top;
  const bottom = below.map(([name, exponent]) => showPower(name, negateRational(exponent)));
  const divisor = bottom.length === 1 ? bottom[0] : `(${bottom.join("*")})`;
  return `${top === "" ? "1" : top}/${divisor}`;
}

function showPower(name: string, exponent: Rational): string {
  return equalRationals(exponent, ONE) ? name : `${name}^${showExponent(exponent)}`;
}

function mergePowers<Key>(
  a: ReadonlyMap<Key, Rational>,
  b: ReadonlyMap<Key, Rational>,
): ReadonlyMap<Key, Rational> {
  if (b.size === 0) return a;
  if (a.size === 0) return b;
  const merged = new Map(a);
  for (const [key, exponent] of b) {
    const before = merged.get(key);
    const sum = before === undefined ? exponent : addRational(before, exponent);
    if (sum.numerator === 0) merged.delete(key);
    else merged.set(key, sum);
  }
  return merged;
}

function scalePowers<Key>(
  a: ReadonlyMap<Key, Rational>,
  factor: Rational,
): ReadonlyMap<Key, Rational> {
  if (a.size === 0) return a;
  const scaled = new Map<Key, Rational>();
  for (const [key, exponent] of a) scaled.set(key, multiplyRational(exponent, factor));
  return scaled;
}

function equalPowers<Key>(a: ReadonlyMap<Key, Rational>, b: ReadonlyMap<Key, Rational>): boolean {
  if (a.size !== b.size) return false;
  for (const [key, exponent] of a) {
    const other = b.get(key);
    if (other === undefined || !equalRationals(exponent, other)) return false;
  }
  return true;
}
