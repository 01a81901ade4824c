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

/** What the work on a row costs besides its edges, in edges. */
const ROW_WORK: usize = 4;
/** A member of a team has so much of it at least. */
const LEAST_WORK: usize = 32768;

/** The work on n rows with so many edges. */
export function rowWork(n: usize, edges: usize): usize {
  return n * ROW_WORK + edges;
}

/** How many may share it. */
export function rowMembers(n: usize, edges: usize): usize {
  return rowWork(n, edges) / LEAST_WORK;
}

/** The first row, a multiple of eight or behind the last, before which so much work stands. */
export function rowBehind(work: usize, n: usize, rowStarts: usize): usize {
  let low: usize = 0;
  let high = (n + 7) >> 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = middle << 3;
    if (rowWork(row, <usize>load<i64>(rowStarts + (row << 3))) < work) low = middle + 1;
    else high = middle;
  }
  return min<usize>(low << 3, n);
}

/** Row starts ascend from 0 to the number of edges; columns are other oscillators. */
export function refuseRows(n: usize, rowStarts: usize, columns: usize, edges: f64): i32 {
  let start = load<i64>(rowStarts);
  if (start != 0) return STATUS_ROWS;
  for (let row: usize = 0; row < n; row++) {
    const end = load<i64>(rowStarts + (row << 3), 8);
    if (end < start || <f64>end > edges) return STATUS_ROWS;
    for (let edge = start; edge < end; edge++) {
      const from = load<u64>(columns + (<usize>edge << 3));
      // A negative one is large as well.
      if (from >= <u64>n) return STATUS_COLUMN;
      if (from == <u64>row) return STATUS_SELF_LOOP;
    }
    start = end;
  }
  return <f64>start == edges ? STATUS_DONE : STATUS_ROWS;
}

/** The addresses of the phasors that edges read, from their columns. */
export function placeEdges(columns: usize, edges: usize, pairs: usize, places: usize): void {
  for (let edge: usize = 0; edge < edges; edge++) {
    const place = pairs + (<usize>load<u32>(columns + (edge << 3)) << 4);
    store<u32>(places + (edge << 2), <u32>place);
  }
}

/**
 * Sums of w·cos and w·sin over one row; phasors stand in pairs (cos, sin). Columns are integers of
 * 64 bits, which count pairs, or of 32 bits: then they are addresses of pairs.
 */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function rowSum<Column>(columns: usize, weights: usize, count: usize, pairs: usize): v128 {
  const next = sizeof<Column>();
  let first = f64x2.splat(0);
  let second = f64x2.splat(0);
  let third = f64x2.splat(0);
  let fourth = f64x2.splat(0);
  let at = columns;
  let weight = weights;
  const end = columns + (count & ~3) * next;
  for (; at < end; at += 4 * next, weight += 32) {
    first = f64x2.add(first, product<Column>(at, weight, pairs));
    second = f64x2.add(second, product<Column>(at + next, weight + 8, pairs));
    third = f64x2.add(third, product<Column>(at + 2 * next, weight + 16, pairs));
    fourth = f64x2.add(fourth, product<Column>(at + 3 * next, weight + 24, pairs));
  }
  const left = count & 3;
  if (left > 0) first = f64x2.add(first, product<Column>(at, weight, pairs));
  if (left > 1) second = f64x2.add(second, product<Column>(at + next, weight + 8, pairs));
  if (left > 2) third = f64x2.add(third, product<Column>(at + 2 * next, weight + 16, pairs));
  return f64x2.add(f64x2.add(first, third), f64x2.add(second, fourth));
}

/** w·(cos, sin) of one edge; the low word of a column of 64 bits is all of it. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function product<Column>(columnAddress: usize, weightAddress: usize, pairs: usize): v128 {
  const column = <usize>load<u32>(columnAddress);
  const phasor = v128.load(sizeof<Column>() == 8 ? pairs + (column << 4) : column);
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
