/** The seeds that a test runs for, and the smallest one that fails. */

/** A range up to this long is tried whole; of a longer one this many seeds. */
export const MOST_SEEDS = 1000;
/** How many smaller seeds are tried when one has failed. */
export const MOST_SHRINKS = 200;

export interface Seeds {
  readonly from: number;
  /** Excluded. */
  readonly to: number;
}

/** The seeds to try, ascending: of a long range its first ones, and others spread evenly. */
export function seedsToTry({ from, to }: Seeds): readonly number[] {
  const length = Math.max(0, to - from);
  if (length <= MOST_SEEDS) return Array.from({ length }, (_, index) => from + index);
  const half = MOST_SEEDS / 2;
  const step = (length - 1 - half) / (half - 1);
  return Array.from({ length: MOST_SEEDS }, (_, index) =>
    index < half ? from + index : from + half + Math.floor((index - half) * step),
  );
}

/**
 * A smaller seed that fails too, found by halving the distance to the first of the range; the
 * failing one itself when no smaller one that is tried does.
 */
export async function smallestFailing(
  from: number,
  failing: number,
  fails: (seed: number) => Promise<boolean>,
): Promise<number> {
  let smallest = failing;
  let tries = 0;
  for (let gap = smallest - from; gap >= 1 && tries < MOST_SHRINKS; tries += 1) {
    if (await fails(smallest - gap)) {
      smallest -= gap;
      gap = Math.min(gap, smallest - from);
    } else {
      gap = Math.floor(gap / 2);
    }
  }
  return smallest;
}
