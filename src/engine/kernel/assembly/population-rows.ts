/**
 * Sparse rows of a graph: their check, and the weighted sums of phasors they stand for.
 *
 * Row i holds the edges rowStarts[i] … rowStarts[i + 1] − 1; each has a column (the oscillator it
 * receives from) and a weight. Edge e of a row goes to accumulator e mod 4; the row folds as
 * (0 + 2) + (1 + 3); products are rounded before they are added.
 */
import {
  STATUS_COLUMN,
  STATUS_DONE,
  STATUS_ROWS,
  STATUS_SELF_LOOP,
} from "./population-state";

/** Row starts ascend from 0 to the number of edges; columns are other oscillators. */
export function refuseRows(n: usize, rowStarts: usize, columns: usize, edges: f64): i32 {
  let start = load<i64>(rowStarts);
  if (start != 0) return STATUS_ROWS;
  for (let row: usize = 0; row < n; row++) {
    const end = load<i64>(rowStarts + (row << 3), 8);
    if (end < start || <f64>end > edges) return STATUS_ROWS;
    for (let edge = start; edge < end; edge++) {
      const from = load<i64>(columns + (<usize>edge << 3));
      if (from < 0 || from >= <i64>n) return STATUS_COLUMN;
      if (from == <i64>row) return STATUS_SELF_LOOP;
    }
    start = end;
  }
  return <f64>start == edges ? STATUS_DONE : STATUS_ROWS;
}

/** Sums of w·cos and w·sin over one row; phasors stand in pairs (cos, sin). */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function rowSum(columns: usize, weights: usize, count: usize, phasors: usize): v128 {
  let first = f64x2.splat(0);
  let second = f64x2.splat(0);
  let third = f64x2.splat(0);
  let fourth = f64x2.splat(0);
  const end = (count & ~3) << 3;
  let at: usize = 0;
  for (; at < end; at += 32) {
    first = f64x2.add(first, product(columns + at, weights + at, phasors));
    second = f64x2.add(second, product(columns + at + 8, weights + at + 8, phasors));
    third = f64x2.add(third, product(columns + at + 16, weights + at + 16, phasors));
    fourth = f64x2.add(fourth, product(columns + at + 24, weights + at + 24, phasors));
  }
  const left = count & 3;
  if (left > 0) first = f64x2.add(first, product(columns + at, weights + at, phasors));
  if (left > 1) second = f64x2.add(second, product(columns + at + 8, weights + at + 8, phasors));
  if (left > 2) third = f64x2.add(third, product(columns + at + 16, weights + at + 16, phasors));
  return f64x2.add(f64x2.add(first, third), f64x2.add(second, fourth));
}

/** w·(cos, sin) of one edge; a column is an i64 whose low word is all of it. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function product(columnAddress: usize, weightAddress: usize, phasors: usize): v128 {
  const phasor = v128.load(phasors + (load<u32>(columnAddress) << 4));
  return f64x2.mul(v128.load_splat<f64>(weightAddress), phasor);
}

/** The same fold over the weights themselves, or over their sizes. */
export function rowWeight(weights: usize, count: usize, sizes: bool): f64 {
  let first: f64 = 0;
  let second: f64 = 0;
  let third: f64 = 0;
  let fourth: f64 = 0;
  for (let edge: usize = 0; edge < count; edge++) {
    let weight = load<f64>(weights + (edge << 3));
    if (sizes) weight = abs(weight);
    const lane = edge & 3;
    if (lane == 0) first += weight;
    else if (lane == 1) second += weight;
    else if (lane == 2) third += weight;
    else fourth += weight;
  }
  return first + third + (second + fourth);
}

/** max over rows of Σ|w|, or NaN when a weight is none. */
export function strongestRow(n: usize, rowStarts: usize, weights: usize): f64 {
  let strongest: f64 = 0;
  for (let row: usize = 0; row < n; row++) {
    const start = <usize>load<i64>(rowStarts + (row << 3));
    const end = <usize>load<i64>(rowStarts + (row << 3), 8);
    const size = rowWeight(weights + (start << 3), end - start, true);
    if (size != size) return size;
    if (size > strongest) strongest = size;
  }
  return strongest;
}

/** Checks the rows of a graph as `evolve_graph` does: 0, or the status that says what is wrong. */
export function check_rows(n: f64, rowStarts: usize, columns: usize, edges: f64): i32 {
  return refuseRows(<usize>n, rowStarts, columns, edges);
}
