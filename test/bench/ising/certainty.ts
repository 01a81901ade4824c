/** How long it takes until a run by chance has succeeded almost certainly, and how sure that is. */

/** Normal quantile of a two-sided interval of 95 %. */
const QUANTILE = 1.959963984540054;
const CERTAINTY = 0.99;

/**
 * The interval of E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209, for
 * the probability behind so many successes.
 */
export function wilson(successes: number, runs: number): readonly [low: number, high: number] {
  const share = successes / runs;
  const square = QUANTILE ** 2;
  const scale = 1 + square / runs;
  const centre = (share + square / (2 * runs)) / scale;
  const spread = Math.sqrt((share * (1 - share)) / runs + square / (4 * runs ** 2));
  const half = (QUANTILE * spread) / scale;
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

/**
 * Time until one of repeated runs has succeeded with a probability of 99 %, at least that of one
 * run; infinite where none succeeds.
 */
export function timeToSolution(time: number, probability: number): number {
  if (probability >= CERTAINTY) return time;
  if (probability <= 0) return Infinity;
  return time * Math.max(1, Math.log(1 - CERTAINTY) / Math.log(1 - probability));
}
