/**
 * The counter-based generator Philox4x32-10: any random word from (seed, stream, counter), no
 * state.
 *
 * Key: the seed as a 64-bit two's complement integer, low word first. Counter block: counter low,
 * counter high, stream low, stream high. Ten rounds; the key is bumped between rounds. Source:
 * Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011), with the known
 * answers published beside Random123.
 */

const MULTIPLIER_0: u64 = 0xd2511f53;
const MULTIPLIER_1: u64 = 0xcd9e8d57;
const WEYL_0: u32 = 0x9e3779b9;
const WEYL_1: u32 = 0xbb67ae85;

/** The four words of a block from four counter words and two key words, as one vector. */
export function philoxBlock(c0: u32, c1: u32, c2: u32, c3: u32, k0: u32, k1: u32): v128 {
  for (let round = 0; round < 10; round++) {
    const first = MULTIPLIER_0 * <u64>c0;
    const second = MULTIPLIER_1 * <u64>c2;
    c0 = <u32>(second >> 32) ^ c1 ^ k0;
    c2 = <u32>(first >> 32) ^ c3 ^ k1;
    c1 = <u32>second;
    c3 = <u32>first;
    k0 += WEYL_0;
    k1 += WEYL_1;
  }
  let words = i32x4.splat(c0);
  words = i32x4.replace_lane(words, 1, c1);
  words = i32x4.replace_lane(words, 2, c2);
  return i32x4.replace_lane(words, 3, c3);
}

/** The block of a (seed, stream, counter), all of them Ints. */
export function block(seed: f64, stream: f64, counter: f64): v128 {
  return laterBlock(seed, stream, counter, 0);
}

/** A further block for the same number: `round` stands in the counter above the bits of an Int. */
export function laterBlock(seed: f64, stream: f64, counter: f64, round: u64): v128 {
  const key = <u64>(<i64>seed);
  const low = <u64>(<i64>counter) ^ (round << 53);
  const high = <u64>(<i64>stream);
  return philoxBlock(
    <u32>low,
    <u32>(low >> 32),
    <u32>high,
    <u32>(high >> 32),
    <u32>key,
    <u32>(key >> 32),
  );
}

/** Word 0…3 of the block of (seed, stream, counter), as an Int in [0, 2^32). */
export function philox(seed: f64, stream: f64, counter: f64, wordIndex: f64): f64 {
  const words = block(seed, stream, counter);
  const index = <i32>wordIndex & 3;
  if (index == 0) return <f64>(<u32>i32x4.extract_lane(words, 0));
  if (index == 1) return <f64>(<u32>i32x4.extract_lane(words, 1));
  if (index == 2) return <f64>(<u32>i32x4.extract_lane(words, 2));
  return <f64>(<u32>i32x4.extract_lane(words, 3));
}

/** The generator on bare words: four words at `out` from six at `input` (counter, then key). */
export function philox_words(input: usize, out: usize): void {
  v128.store(
    out,
    philoxBlock(
      load<u32>(input),
      load<u32>(input, 4),
      load<u32>(input, 8),
      load<u32>(input, 12),
      load<u32>(input, 16),
      load<u32>(input, 20),
    ),
  );
}
