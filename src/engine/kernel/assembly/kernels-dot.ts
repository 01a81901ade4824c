/**
 * Sums of products of two lists' parts, in the one fixed order of reduce.ts: the bits are those of
 * the sum of a list of the products, each rounded.
 */
import { DATA, lengthOf } from "./layout";
import { canonical } from "./numerics-canonical";
import { BLOCK, leftBranch } from "./reduce";
import { charge, trap, TRAP_COUNT, TRAP_SLICE } from "./trap";

/** Products of the next pair (0, 1, 2 or more are left), missing ones +0. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function partialProducts(a: usize, b: usize, count: isize): v128 {
  if (count >= 2) return f64x2.mul(v128.load(a), v128.load(b));
  if (count == 1) return f64x2.mul(v128.load64_zero(a), v128.load64_zero(b));
  return f64x2.splat(0);
}

/** The products of at most 1,024 pairs in eight lanes, folded. */
function blockProducts(a: usize, b: usize, count: usize): f64 {
  let first = f64x2.splat(0);
  let second = f64x2.splat(0);
  let third = f64x2.splat(0);
  let fourth = f64x2.splat(0);
  const bytes = (count & ~7) << 3;
  let at: usize = 0;
  for (; at < bytes; at += 64) {
    first = f64x2.add(first, f64x2.mul(v128.load(a + at), v128.load(b + at)));
    second = f64x2.add(second, f64x2.mul(v128.load(a + at, 16), v128.load(b + at, 16)));
    third = f64x2.add(third, f64x2.mul(v128.load(a + at, 32), v128.load(b + at, 32)));
    fourth = f64x2.add(fourth, f64x2.mul(v128.load(a + at, 48), v128.load(b + at, 48)));
  }
  const left = <isize>(count & 7);
  if (left) {
    first = f64x2.add(first, partialProducts(a + at, b + at, left));
    second = f64x2.add(second, partialProducts(a + at + 16, b + at + 16, left - 2));
    third = f64x2.add(third, partialProducts(a + at + 32, b + at + 32, left - 4));
    fourth = f64x2.add(fourth, partialProducts(a + at + 48, b + at + 48, left - 6));
  }
  const lanes = f64x2.add(f64x2.add(first, second), f64x2.add(third, fourth));
  return f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1);
}

function products(a: usize, b: usize, n: usize): f64 {
  if (n <= BLOCK) return blockProducts(a, b, n);
  const left = leftBranch(n);
  return products(a, b, left) + products(a + (left << 3), b + (left << 3), n - left);
}

/** Traps unless `from … from + count` lies in the list. */
function demandPart(list: usize, from: f64, count: f64): void {
  const length = <f64>lengthOf(list);
  if (!(from >= 0 && from <= length)) trap(TRAP_SLICE, from, length);
  if (!(from + count <= length)) trap(TRAP_SLICE, from + count, length);
}

/**
 * Σ first[i + k] · second[j + k] over k from 0 up to but without `count`. Cost: 1 fuel an element.
 * Traps: count (negative), slice.
 */
export function list_dot(first: usize, i: f64, second: usize, j: f64, count: f64): f64 {
  if (!(count >= 0)) trap(TRAP_COUNT, count, 0);
  demandPart(first, i, count);
  demandPart(second, j, count);
  charge(<i64>count);
  const a = first + DATA + (<usize>i << 3);
  return canonical(products(a, second + DATA + (<usize>j << 3), <usize>count));
}
