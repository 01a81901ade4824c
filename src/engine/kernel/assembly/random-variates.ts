/**
 * Random numbers by distribution: one block of the generator for each, so number k needs no other.
 *
 * uniform: 53 bits of words 0 and 1, in [0, 1). normal: Box & Muller (1958) on an open uniform of
 * words 0 and 1 and a uniform of words 2 and 3, with our own logarithm and cosine. lorentzian: the
 * quantile tan(π(u − ½)) of an open uniform u. An open uniform is (2b + 1)·2^-53 with 52 bits b.
 * below: the 64-bit fraction of words 0 and 1, times the bound, rounded down. Where the remainder
 * is one of those that some results have once more than others, words 2 and 3 take their place,
 * then blocks whose counters no Int is. So every result is equally likely. Source: D. Lemire, ACM
 * Transactions on Modeling and Computer Simulation 29 (2019).
 */
import { CANONICAL_NAN } from "./numerics-canonical";
import { log } from "./numerics-elementary";
import { block, laterBlock } from "./random";
import { cos_cycles, tan_cycles } from "./sincos-cycles";
import { multiplyHigh } from "./sincos-large";

/** 2^-53. */
const SPACING: f64 = 1.1102230246251565e-16;

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function highWords(words: v128): u64 {
  const high = <u64>(<u32>i32x4.extract_lane(words, 0));
  return (high << 32) | <u64>(<u32>i32x4.extract_lane(words, 1));
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function lowWords(words: v128): u64 {
  const high = <u64>(<u32>i32x4.extract_lane(words, 2));
  return (high << 32) | <u64>(<u32>i32x4.extract_lane(words, 3));
}

/** A multiple of 2^-53 in [0, 1). */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function halfOpen(bits: u64): f64 {
  return <f64>(bits >> 11) * SPACING;
}

/** An odd multiple of 2^-53 in (0, 1). */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function open(bits: u64): f64 {
  return <f64>(((bits >> 12) << 1) | 1) * SPACING;
}

/** Uniform in [0, 1). */
export function random_uniform(seed: f64, stream: f64, counter: f64): f64 {
  return halfOpen(highWords(block(seed, stream, counter)));
}

/** Standard normal. */
export function random_normal(seed: f64, stream: f64, counter: f64): f64 {
  const words = block(seed, stream, counter);
  return sqrt(-2.0 * log(open(highWords(words)))) * cos_cycles(halfOpen(lowWords(words)));
}

/** Standard Lorentzian (Cauchy): median 0, half width at half maximum 1. */
export function random_lorentzian(seed: f64, stream: f64, counter: f64): f64 {
  return lorentzian_quantile(open(highWords(block(seed, stream, counter))));
}

/** An Int in [0, bound), bound an Int of at least 1. */
export function random_below(seed: f64, stream: f64, counter: f64, bound: f64): f64 {
  const range = <u64>bound;
  let words = block(seed, stream, counter);
  let bits = highWords(words);
  if (bits * range < range) {
    const uneven = (0 - range) % range;
    let isFresh = true;
    let round: u64 = 0;
    while (bits * range < uneven) {
      if (isFresh) {
        bits = lowWords(words);
      } else {
        round += 1;
        words = laterBlock(seed, stream, counter, round);
        bits = highWords(words);
      }
      isFresh = !isFresh;
    }
  }
  return <f64>multiplyHigh(bits, range);
}

/** tan(π(u − ½)) for u in (0, 1); NaN outside. */
export function lorentzian_quantile(u: f64): f64 {
  if (!(u > 0 && u < 1)) return CANONICAL_NAN;
  return tan_cycles((u - 0.5) * 0.5);
}

/** n uniforms in [0, 1), of the counters from `firstCounter` on. */
export function random_uniform_array(
  seed: f64,
  stream: f64,
  firstCounter: f64,
  n: f64,
  out: usize,
): void {
  for (let index: f64 = 0; index < n; index += 1) {
    store<f64>(out + (<usize>index << 3), random_uniform(seed, stream, firstCounter + index));
  }
}

/** n standard normals, of the counters from `firstCounter` on. */
export function random_normal_array(
  seed: f64,
  stream: f64,
  firstCounter: f64,
  n: f64,
  out: usize,
): void {
  for (let index: f64 = 0; index < n; index += 1) {
    store<f64>(out + (<usize>index << 3), random_normal(seed, stream, firstCounter + index));
  }
}

/** n standard Lorentzians, of the counters from `firstCounter` on. */
export function random_lorentzian_array(
  seed: f64,
  stream: f64,
  firstCounter: f64,
  n: f64,
  out: usize,
): void {
  for (let index: f64 = 0; index < n; index += 1) {
    store<f64>(out + (<usize>index << 3), random_lorentzian(seed, stream, firstCounter + index));
  }
}

/** The n quantiles tan(π((i + ½)/n − ½)), i = 0 … n − 1: the deterministic Lorentzian sample. */
export function lorentzian_quantiles(n: f64, out: usize): void {
  for (let index: f64 = 0; index < n; index += 1) {
    store<f64>(out + (<usize>index << 3), lorentzian_quantile((index + 0.5) / n));
  }
}
