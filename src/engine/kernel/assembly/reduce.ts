/**
 * Sums in the one fixed order of the product, so that a sum has the same bits everywhere.
 *
 * Blocks of 1,024 elements; in a block eight lanes, element 8k + l to lane l, each lane from +0 in
 * ascending order; the lanes fold as ((0+2)+(4+6)) + ((1+3)+(5+7)); the blocks fold as a pairwise
 * tree, an odd last one carried unchanged. A lane is never −0, so adding +0 for a missing element
 * changes no bit. The empty sum is +0.
 */
import { canonical } from "./numerics-canonical";

export const BLOCK: usize = 1024;

/** The first `count` (0, 1, 2 or more) doubles of a pair, missing ones as +0. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function partialPair(address: usize, count: isize): v128 {
  if (count >= 2) return v128.load(address);
  if (count == 1) return v128.load64_zero(address);
  return f64x2.splat(0);
}

/** The four lane pairs of at most 1,024 doubles, folded to (even lanes, odd lanes). */
function blockLanes(address: usize, count: usize): v128 {
  let first = f64x2.splat(0);
  let second = f64x2.splat(0);
  let third = f64x2.splat(0);
  let fourth = f64x2.splat(0);
  const end = address + ((count & ~7) << 3);
  let at = address;
  for (; at < end; at += 64) {
    first = f64x2.add(first, v128.load(at));
    second = f64x2.add(second, v128.load(at, 16));
    third = f64x2.add(third, v128.load(at, 32));
    fourth = f64x2.add(fourth, v128.load(at, 48));
  }
  const left = <isize>(count & 7);
  if (left) {
    first = f64x2.add(first, partialPair(at, left));
    second = f64x2.add(second, partialPair(at + 16, left - 2));
    third = f64x2.add(third, partialPair(at + 32, left - 4));
    fourth = f64x2.add(fourth, partialPair(at + 48, left - 6));
  }
  return f64x2.add(f64x2.add(first, second), f64x2.add(third, fourth));
}

/** The sum of one block of two arrays at once. */
export function blockPair(first: usize, second: usize, count: usize): v128 {
  const a = blockLanes(first, count);
  const b = blockLanes(second, count);
  const even = v128.shuffle<f64>(a, b, 0, 2);
  const odd = v128.shuffle<f64>(a, b, 1, 3);
  return f64x2.add(even, odd);
}

/** How many blocks n elements take. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function blocksOf(n: usize): usize {
  return (n + BLOCK - 1) / BLOCK;
}

/** How many elements the left branch of the tree over n > 1,024 elements holds. */
export function leftBranch(n: usize): usize {
  return BLOCK << (<usize>31 - clz(<u32>(blocksOf(n) - 1)));
}

/** The tree over blocks whose sums stand in pairs. */
export function foldPairs(sums: usize, blocks: usize): v128 {
  if (blocks == 1) return v128.load(sums);
  const left: usize = 1 << (<usize>31 - clz(<u32>(blocks - 1)));
  return f64x2.add(foldPairs(sums, left), foldPairs(sums + (left << 4), blocks - left));
}

/** Sums of two arrays of n doubles, as (first, second). */
export function sumPair(first: usize, second: usize, n: usize): v128 {
  if (n <= BLOCK) return blockPair(first, second, n);
  const left = leftBranch(n);
  const head = sumPair(first, second, left);
  return f64x2.add(head, sumPair(first + (left << 3), second + (left << 3), n - left));
}

/** The sum of n doubles, not canonicalised. */
export function sum(address: usize, n: usize): f64 {
  if (n <= BLOCK) {
    const lanes = blockLanes(address, n);
    return f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1);
  }
  const left = leftBranch(n);
  return sum(address, left) + sum(address + (left << 3), n - left);
}

/** The sum of n doubles. */
export function sum_f64(address: usize, n: f64): f64 {
  return canonical(sum(address, <usize>n));
}

/** The mean of n doubles: their sum, divided once. The caller refuses n = 0. */
export function mean_f64(address: usize, n: f64): f64 {
  return canonical(sum(address, <usize>n) / n);
}
