/** Pearson's chi-square, as a number that is nearly standard normal where chance is at work. */

/**
 * How many deviations chi-square lies above what it would be by chance: E. Wilson, M. Hilferty,
 * PNAS 17 (1931) 684.
 *
 * @param observed how often each case came
 * @param expected how often it should have, as many numbers
 */
export function surprise(observed: readonly number[], expected: readonly number[]): number {
  const square = observed.reduce(
    (sum, count, k) => sum + (count - expected[k]) ** 2 / expected[k],
    0,
  );
  const freedom = observed.length - 1;
  const shrink = 2 / (9 * freedom);
  return (Math.cbrt(square / freedom) - 1 + shrink) / Math.sqrt(shrink);
}
