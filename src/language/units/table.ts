/**
 * Every unit of the language, and the prefixes: one table.
 *
 * A unit is an exact scale and exponents over the base units. The radian is 1 with a label and the
 * cycle is a base unit, so that a lost 2π is a type error.
 * Source: SI brochure, 9th edition, 2019; CODATA 2018 for the exact electronvolt.
 */

import type { BaseUnit } from "../../machine/types/unit.ts";

export interface UnitEntry {
  /** Scale in base units as a decimal or a fraction of decimals, such as `1e-3` or `1/60`. */
  readonly scale: string;
  /** Power of π in the scale. */
  readonly pi: number;
  readonly dimension: Partial<Record<BaseUnit, number>>;
  /** Whether `k`, `M`, `m`, … may stand before it. */
  readonly prefixable: boolean;
  readonly documentation: string;
}

function unit(
  documentation: string,
  dimension: Partial<Record<BaseUnit, number>>,
  options: { scale?: string; pi?: number; prefixable?: boolean } = {},
): UnitEntry {
  const { scale = "1", pi = 0, prefixable = false } = options;
  return { scale, pi, dimension, prefixable, documentation };
}

const PREFIXED = { prefixable: true };
const POWER = { kg: 1, m: 2, s: -3 } as const;
const ENERGY = { kg: 1, m: 2, s: -2 } as const;
const PRESSURE = { kg: 1, m: -1, s: -2 } as const;

/** Units by name. Order is the order of the reference chapter. */
export const UNITS: Readonly<Record<string, UnitEntry>> = {
  s: unit("second", { s: 1 }, PREFIXED),
  m: unit("metre", { m: 1 }, PREFIXED),
  kg: unit("kilogram", { kg: 1 }),
  g: unit("gram", { kg: 1 }, { scale: "1e-3", prefixable: true }),
  A: unit("ampere", { A: 1 }, PREFIXED),
  K: unit("kelvin", { K: 1 }, PREFIXED),
  mol: unit("mole", { mol: 1 }, PREFIXED),
  cd: unit("candela", { cd: 1 }, PREFIXED),
  cycle: unit("one full turn of a phase", { cycle: 1 }, PREFIXED),
  rad: unit("radian: 1 with a label", {}, PREFIXED),
  deg: unit("degree: π/180", {}, { scale: "1/180", pi: 1 }),
  arcmin: unit("minute of arc", {}, { scale: "1/10800", pi: 1 }),
  arcsec: unit("second of arc", {}, { scale: "1/648000", pi: 1 }),
  sr: unit("steradian: 1 with a label", {}),
  pu: unit("per unit: 1 with a label", {}),
  percent: unit("hundredth", {}, { scale: "1e-2" }),
  ppm: unit("millionth", {}, { scale: "1e-6" }),
  Hz: unit("hertz: cycles per second", { cycle: 1, s: -1 }, PREFIXED),
  rpm: unit("cycles per minute", { cycle: 1, s: -1 }, { scale: "1/60" }),
  Bq: unit("becquerel: decays per second", { s: -1 }, PREFIXED),
  N: unit("newton", { kg: 1, m: 1, s: -2 }, PREFIXED),
  J: unit("joule", ENERGY, PREFIXED),
  eV: unit("electronvolt", ENERGY, { scale: "1.602176634e-19", prefixable: true }),
  Wh: unit("watt hour", ENERGY, { scale: "3600", prefixable: true }),
  W: unit("watt", POWER, PREFIXED),
  VA: unit("volt-ampere", POWER, PREFIXED),
  Pa: unit("pascal", PRESSURE, PREFIXED),
  bar: unit("bar", PRESSURE, { scale: "1e5", prefixable: true }),
  atm: unit("standard atmosphere", PRESSURE, { scale: "101325" }),
  C: unit("coulomb", { A: 1, s: 1 }, PREFIXED),
  Ah: unit("ampere hour", { A: 1, s: 1 }, { scale: "3600", prefixable: true }),
  V: unit("volt", { kg: 1, m: 2, s: -3, A: -1 }, PREFIXED),
  ohm: unit("ohm", { kg: 1, m: 2, s: -3, A: -2 }, PREFIXED),
  S: unit("siemens", { kg: -1, m: -2, s: 3, A: 2 }, PREFIXED),
  F: unit("farad", { kg: -1, m: -2, s: 4, A: 2 }, PREFIXED),
  H: unit("henry", { kg: 1, m: 2, s: -2, A: -2 }, PREFIXED),
  Wb: unit("weber", { kg: 1, m: 2, s: -2, A: -1 }, PREFIXED),
  T: unit("tesla", { kg: 1, s: -2, A: -1 }, PREFIXED),
  lm: unit("lumen", { cd: 1 }, PREFIXED),
  lx: unit("lux", { cd: 1, m: -2 }, PREFIXED),
  min: unit("minute", { s: 1 }, { scale: "60" }),
  h: unit("hour", { s: 1 }, { scale: "3600" }),
  day: unit("day of 86 400 s", { s: 1 }, { scale: "86400" }),
  year: unit("Julian year of 365.25 days", { s: 1 }, { scale: "31557600" }),
  L: unit("litre", { m: 3 }, { scale: "1e-3", prefixable: true }),
  t: unit("tonne", { kg: 1 }, { scale: "1000" }),
  angstrom: unit("ångström", { m: 1 }, { scale: "1e-10" }),
  au: unit("astronomical unit", { m: 1 }, { scale: "149597870700" }),
};

/** Prefixes and their powers of ten; `da` before `d` is settled by taking the longest first. */
export const PREFIXES: Readonly<Record<string, number>> = {
  Q: 30,
  R: 27,
  Y: 24,
  Z: 21,
  E: 18,
  P: 15,
  T: 12,
  G: 9,
  M: 6,
  k: 3,
  h: 2,
  da: 1,
  d: -1,
  c: -2,
  m: -3,
  u: -6,
  µ: -6,
  n: -9,
  p: -12,
  f: -15,
  a: -18,
  z: -21,
  y: -24,
  r: -27,
  q: -30,
};
