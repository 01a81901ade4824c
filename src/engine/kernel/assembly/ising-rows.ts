/**
 * The rows of a graph as the kernels of Ising machines read them: columns as offsets in bytes,
 * weights as f32 in units of the largest.
 */

/** max |w|, or 1 where no weight has a size. */
export function largestWeight(weights: usize, edges: usize): f64 {
  let pair = f64x2.splat(0);
  const end = weights + ((edges & ~1) << 3);
  let at = weights;
  for (; at < end; at += 16) pair = f64x2.pmax(pair, f64x2.abs(v128.load(at)));
  if (edges & 1) pair = f64x2.pmax(pair, f64x2.abs(v128.load_splat<f64>(at)));
  const largest = max<f64>(f64x2.extract_lane(pair, 0), f64x2.extract_lane(pair, 1));
  return largest > 0 ? largest : 1;
}

/** 1 or −1 where every weight is the largest with this sign; 0 otherwise. */
export function equalSign(weights: usize, edges: usize, largest: f64): f32 {
  const sign: f64 = edges > 0 && load<f64>(weights) < 0 ? -1 : 1;
  for (let edge: usize = 0; edge < edges; edge++) {
    if (load<f64>(weights + (edge << 3)) != sign * largest) return 0;
  }
  return <f32>sign;
}

/** How many edges the longest row has. */
export function longestRow(n: usize, starts: usize): usize {
  let longest: usize = 0;
  for (let row: usize = 0; row < n; row++) {
    const start = <usize>load<i64>(starts + (row << 3));
    const length = <usize>load<i64>(starts + (row << 3), 8) - start;
    if (length > longest) longest = length;
  }
  return longest;
}

/** Columns, times 2^shift, as u32 at `out`. */
export function packColumns(columns: usize, edges: usize, shift: u32, out: usize): void {
  for (let edge: usize = 0; edge < edges; edge++) {
    store<u32>(out + (edge << 2), load<u32>(columns + (edge << 3)) << shift);
  }
}

/** Weights over the largest, as f32 at `out`. */
export function packWeights(weights: usize, edges: usize, largest: f64, out: usize): void {
  for (let edge: usize = 0; edge < edges; edge++) {
    store<f32>(out + (edge << 2), <f32>(load<f64>(weights + (edge << 3)) / largest));
  }
}

/** Rows of `packPadded` have a multiple of so many columns. */
export const PADDING: usize = 8;

/** Bytes of packed rows that are padded, and of their ends. */
export function paddedBytes(n: usize, edges: usize): u64 {
  return (<u64>edges + <u64>n * <u64>PADDING) << 2;
}

/**
 * As `packColumns`, each row filled up with the column n; `ends` gets the address behind each row.
 */
export function packPadded(
  n: usize,
  starts: usize,
  columns: usize,
  shift: u32,
  out: usize,
  ends: usize,
): void {
  const filling = <u32>n << shift;
  for (let row: usize = 0; row < n; row++) {
    const start = <usize>load<u32>(starts + (row << 3));
    const count = <usize>load<u32>(starts + (row << 3), 8) - start;
    packColumns(columns + (start << 3), count, shift, out);
    const padded = (count + PADDING - 1) & ~(PADDING - 1);
    for (let edge = count; edge < padded; edge++) store<u32>(out + (edge << 2), filling);
    out += padded << 2;
    store<u32>(ends + (row << 2), <u32>out);
  }
}

/** First edge of a row, as an offset into packed columns or weights. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function packedStart(starts: usize, row: usize): usize {
  return <usize>load<u32>(starts + (row << 3)) << 2;
}

/** Where the edges of a row end, as an offset into packed columns or weights. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function packedEnd(starts: usize, row: usize): usize {
  return <usize>load<u32>(starts + (row << 3), 8) << 2;
}
