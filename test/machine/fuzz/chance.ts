/**
 * Chance from a seed, for programs and modules that nobody wrote.
 *
 * Source: mulberry32, public domain; good enough to spread test cases, and equal on every machine.
 */

export interface Chance {
  /** 0 … 2³² − 1. */
  bits(): number;
  /** 0 … count − 1. */
  below(count: number): number;
  /** True with probability `share`. */
  hit(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

export function chanceOf(seed: number): Chance {
  let state = seed | 0;
  const bits = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (count: number): number => Math.floor((bits() / 0x1_0000_0000) * count);
  return {
    bits,
    below,
    hit: (share) => bits() / 0x1_0000_0000 < share,
    pick: (items) => items[below(items.length)],
  };
}

const NUMBERS = [0, -0, 1, -1, 0.5, 1e-300, 1e300, Infinity, -Infinity, NaN, 2 ** 53, 0.1];

/** Any Float, special ones often. */
export function anyFloat(chance: Chance): number {
  if (chance.hit(0.4)) return chance.pick(NUMBERS);
  return (chance.bits() - 2 ** 31) / (chance.below(1000) + 1);
}

/** Any Int, often small, sometimes at the ends. */
export function anyInt(chance: Chance): number {
  if (chance.hit(0.6)) return chance.below(20) - 8 + 0;
  const ends = [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 2 ** 31, -(2 ** 32), 1_000_003];
  return chance.hit(0.3) ? chance.pick(ends) : chance.bits() - 2 ** 31;
}
