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

/** Equal for the names of one bench, however its file was written: `./a.reso: few`. */
export type KeyOf = (name: string) => string;

/** For each bench the comparison, in order; null for one that is new. */
export function compareAll(
  measured: readonly Measured[],
  before: readonly Measured[],
  keyOf: KeyOf,
): readonly (Compared | null)[] {
  const known = new Map(before.map((each) => [keyOf(each.name), each]));
  return measured.map((each) => {
    const earlier = known.get(keyOf(each.name));
    return earlier === undefined ? null : compareMeasured(each, earlier);
  });
}

/**
 * What was measured before of the files that are read now, and is no bench of theirs any more.
 *
 * @param names of all benches that there are now
 * @param isRead whether a name is that of a bench in one of these files
 */
export function goneBenches(
  names: readonly string[],
  before: readonly Measured[],
  keyOf: KeyOf,
  isRead: (name: string) => boolean,
): readonly Measured[] {
  const known = new Set(names.map(keyOf));
  return before.filter(({ name }) => isRead(name) && !known.has(keyOf(name)));
}
