/** The range that a parameter declares: `param n: Int in 2..=100`. */

import type { ModuleValue } from "../types/module-type.ts";

/** Bounds in base units; each may be absent. */
export interface ParameterRange {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly maximumExclusive: boolean;
}

/** Whether a value lies in the range; NaN lies in none, and what is no number in every one. */
export function isInRange(range: ParameterRange | null, value: ModuleValue): boolean {
  if (range === null || typeof value !== "number") return true;
  const { minimum, maximum, maximumExclusive } = range;
  const isAbove = minimum === null || value >= minimum;
  const isBelow = maximum === null || (maximumExclusive ? value < maximum : value <= maximum);
  return isAbove && isBelow && !Number.isNaN(value);
}
