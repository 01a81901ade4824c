/**
 * What was measured of a bench beside what was measured of it before, and whether the difference is
 * more than noise.
 */

import type { Measured } from "./measure.ts";

export type Verdict = "faster" | "slower" | "no difference";

/** A bench that was measured before, too. */
export interface Compared {
  readonly before: Measured;
  /** How many times as long a run takes. */
  readonly ratio: number;
  readonly verdict: Verdict;
}

/**
 * Two measurements of the same program at different times differ by so much on a quiet machine,
 * however narrow the quartiles of each are.
 */
const SMALLEST_DIFFERENCE = 0.05;

/**
 * Compares two measurements. One is faster than another only where the quartiles of both lie apart,
 * and the medians differ by a twentieth.
 */
export function compareMeasured(now: Measured, before: Measured): Compared {
  const ratio = before.milliseconds === 0 ? 1 : now.milliseconds / before.milliseconds;
  const isApart = now.lower > before.upper || now.upper < before.lower;
  const isLarge = Math.max(ratio, 1 / ratio) >= 1 + SMALLEST_DIFFERENCE;
  const direction = ratio < 1 ? "faster" : "slower";
  return { before, ratio, verdict: isApart && isLarge ? direction : "no difference" };
}

/** For each bench the comparison, in order; null for one that is new. */
export function compareAll(
  measured: readonly Measured[],
  before: readonly Measured[],
): readonly (Compared | null)[] {
  const known = new Map(before.map((each) => [each.name, each]));
  return measured.map((each) => {
    const earlier = known.get(each.name);
    return earlier === undefined ? null : compareMeasured(each, earlier);
  });
}
