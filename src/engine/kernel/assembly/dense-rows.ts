/**
 * Sums over all pairs: dense rows of weights times phasors, and the weighted coherence of many
 * small ensembles.
 *
 * In a dense row, element j goes to accumulator j mod 4, and the row folds as (0 + 2) + (1 + 3), as
 * in a sparse one; products are rounded before they are added.
 */
import { sincosCycles } from "./sincos-arrays";
import { giveOperand, operandSize, partEnd, partStart, share } from "./team";

/** A member of a team has so many pairs at least; and a pair, in steps of an oscillator. */
const LEAST_PAIRS: usize = 524288;
const PAIR_WORK: f64 = 0.03;
/** Rows whose sums are one line of the cache. */
const ROW_GRAIN: usize = 8;

/** The products of one row's last elements from `skip` on, missing ones as +0. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function lastProducts(weights: usize, values: usize, left: usize, skip: usize): v128 {
  const at = skip << 3;
  if (left > skip + 1) return f64x2.mul(v128.load(weights + at), v128.load(values + at));
  if (left == skip) return f64x2.splat(0);
  return f64x2.mul(v128.load64_zero(weights + at), v128.load64_zero(values + at));
}

/** Σ w·cos and Σ w·sin over two rows, stored as pairs; `last` has one row alone. */
function twoRows(
  row: usize,
  n: usize,
  cosines: usize,
  sines: usize,
  sumsOfCosines: usize,
  sumsOfSines: usize,
  last: bool,
): void {
  const next = last ? row : row + (n << 3);
  let cosine0 = f64x2.splat(0);
  let cosine2 = f64x2.splat(0);
  let sine0 = f64x2.splat(0);
  let sine2 = f64x2.splat(0);
  let nextCosine0 = f64x2.splat(0);
  let nextCosine2 = f64x2.splat(0);
  let nextSine0 = f64x2.splat(0);
  let nextSine2 = f64x2.splat(0);
  const end = (n & ~3) << 3;
  let at: usize = 0;
  // each phasor is loaded once for both rows
  for (; at < end; at += 32) {
    const c = v128.load(cosines + at);
    const s = v128.load(sines + at);
    const w = v128.load(row + at);
    const v = v128.load(next + at);
    cosine0 = f64x2.add(cosine0, f64x2.mul(w, c));
    sine0 = f64x2.add(sine0, f64x2.mul(w, s));
    nextCosine0 = f64x2.add(nextCosine0, f64x2.mul(v, c));
    nextSine0 = f64x2.add(nextSine0, f64x2.mul(v, s));
    const d = v128.load(cosines + at, 16);
    const t = v128.load(sines + at, 16);
    const x = v128.load(row + at, 16);
    const y = v128.load(next + at, 16);
    cosine2 = f64x2.add(cosine2, f64x2.mul(x, d));
    sine2 = f64x2.add(sine2, f64x2.mul(x, t));
    nextCosine2 = f64x2.add(nextCosine2, f64x2.mul(y, d));
    nextSine2 = f64x2.add(nextSine2, f64x2.mul(y, t));
  }
  const left = n & 3;
  if (left) {
    cosine0 = f64x2.add(cosine0, lastProducts(row + at, cosines + at, left, 0));
    sine0 = f64x2.add(sine0, lastProducts(row + at, sines + at, left, 0));
    nextCosine0 = f64x2.add(nextCosine0, lastProducts(next + at, cosines + at, left, 0));
    nextSine0 = f64x2.add(nextSine0, lastProducts(next + at, sines + at, left, 0));
  }
  if (left > 2) {
    cosine2 = f64x2.add(cosine2, lastProducts(row + at, cosines + at, left, 2));
    sine2 = f64x2.add(sine2, lastProducts(row + at, sines + at, left, 2));
    nextCosine2 = f64x2.add(nextCosine2, lastProducts(next + at, cosines + at, left, 2));
    nextSine2 = f64x2.add(nextSine2, lastProducts(next + at, sines + at, left, 2));
  }
  const cosine = folded(f64x2.add(cosine0, cosine2), f64x2.add(nextCosine0, nextCosine2));
  const sine = folded(f64x2.add(sine0, sine2), f64x2.add(nextSine0, nextSine2));
  if (last) {
    v128.store_lane<f64>(sumsOfCosines, cosine, 0);
    v128.store_lane<f64>(sumsOfSines, sine, 0);
  } else {
    v128.store(sumsOfCosines, cosine);
    v128.store(sumsOfSines, sine);
  }
}

/** Both lanes of two rows, added: (row, next). */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function folded(row: v128, next: v128): v128 {
  return f64x2.add(v128.shuffle<f64>(row, next, 0, 2), v128.shuffle<f64>(row, next, 1, 3));
}

/** What the task is given. */
const enum Operand {
  weights,
  n,
  cosines,
  sines,
  sumsOfCosines,
  sumsOfSines,
}

/**
 * Σj w[i][j]·cos j and Σj w[i][j]·sin j for every row i of an n × n matrix, into two arrays that
 * overlap no other. Cost: two multiplications for each element.
 */
export function dense_rows(
  weights: usize,
  n: f64,
  cosines: usize,
  sines: usize,
  sumsOfCosines: usize,
  sumsOfSines: usize,
): void {
  giveOperand(Operand.weights, <f64>weights);
  giveOperand(Operand.n, n);
  giveOperand(Operand.cosines, <f64>cosines);
  giveOperand(Operand.sines, <f64>sines);
  giveOperand(Operand.sumsOfCosines, <f64>sumsOfCosines);
  giveOperand(Operand.sumsOfSines, <f64>sumsOfSines);
  share(rowsPart, <usize>(n * n) / LEAST_PAIRS, n * n * PAIR_WORK);
}

/** What a member does of `dense_rows`. */
function rowsPart(): void {
  const count = operandSize(Operand.n);
  const end = partEnd(count, ROW_GRAIN);
  for (let row = partStart(count, ROW_GRAIN); row < end; row += 2) {
    const at = row << 3;
    twoRows(
      operandSize(Operand.weights) + at * count,
      count,
      operandSize(Operand.cosines),
      operandSize(Operand.sines),
      operandSize(Operand.sumsOfCosines) + at,
      operandSize(Operand.sumsOfSines) + at,
      row + 1 == count,
    );
  }
}

/** Bytes of scratch that `ensemble_coherences` needs for ensembles of n. */
export function scratch_bytes_ensembles(n: f64): f64 {
  return n * n * 8.0 + n * 64.0;
}

/** w[i][j] + w[j][i] for j < i, row by row, as an ensemble's pairs are gone through. */
function placePairs(weights: usize, n: usize, pairs: usize): void {
  let to = pairs;
  for (let i: usize = 1; i < n; i++) {
    for (let j: usize = 0; j < i; j++) {
      const there = load<f64>(weights + ((i * n + j) << 3));
      store<f64>(to, there + load<f64>(weights + ((j * n + i) << 3)));
      to += 8;
    }
  }
}

/** Phasors of two ensembles side by side: n pairs of cosines, then n of sines. */
function placePhasors(first: usize, second: usize, n: usize, side: usize, plain: usize): void {
  const bytes = n << 3;
  sincosCycles(first, plain, plain + bytes, n);
  sincosCycles(second, plain + 2 * bytes, plain + 3 * bytes, n);
  for (let at: usize = 0; at < bytes; at += 8) {
    const sine = v128.load64_zero(plain + at);
    const cosine = v128.load64_zero(plain + bytes + at);
    v128.store(side + 2 * at, v128.load64_lane(plain + 3 * bytes + at, cosine, 1));
    v128.store(side + 2 * bytes + 2 * at, v128.load64_lane(plain + 2 * bytes + at, sine, 1));
  }
}

/**
 * Σ w[i][j]·cos(2π(xi − xj)) over i ≠ j for each of `count` ensembles of n phases in cycles, which
 * stand one ensemble after the other; the diagonal is ignored. Two ensembles go side by side. With
 * v = w[i][j] + w[j][i] the sum is Σi (ci·Σ(j<i) v·cj + si·Σ(j<i) v·sj), in ascending order.
 * Cost: one sine–cosine pair for each phase, two multiplications for each pair of an ensemble.
 */
export function ensemble_coherences(
  phases: usize,
  count: f64,
  n: f64,
  weights: usize,
  out: usize,
  scratch: usize,
): void {
  const size = <usize>n;
  const ensembles = <usize>count;
  const side = scratch;
  const plain = side + (size << 5);
  const pairs = plain + (size << 5);
  placePairs(weights, size, pairs);
  for (let ensemble: usize = 0; ensemble < ensembles; ensemble += 2) {
    const first = phases + ((ensemble * size) << 3);
    const alone = ensemble + 1 == ensembles;
    placePhasors(first, alone ? first : first + (size << 3), size, side, plain);
    const sums = sumOfPairs(side, size, pairs);
    if (alone) v128.store_lane<f64>(out + (ensemble << 3), sums, 0);
    else v128.store(out + (ensemble << 3), sums);
  }
}

/** The sums of two ensembles side by side. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function sumOfPairs(side: usize, n: usize, pairs: usize): v128 {
  const sines = n << 4;
  let total = f64x2.splat(0);
  let weight = pairs;
  for (let i: usize = 1; i < n; i++) {
    let cosine = f64x2.splat(0);
    let sine = f64x2.splat(0);
    const own = side + (i << 4);
    for (let at = side; at < own; at += 16) {
      const w = v128.load_splat<f64>(weight);
      cosine = f64x2.add(cosine, f64x2.mul(w, v128.load(at)));
      sine = f64x2.add(sine, f64x2.mul(w, v128.load(at + sines)));
      weight += 8;
    }
    const along = f64x2.mul(v128.load(own), cosine);
    total = f64x2.add(total, f64x2.add(along, f64x2.mul(v128.load(own + sines), sine)));
  }
  return total;
}
