/**
 * The working area of a running population: its layout, its start and its resynchronisation.
 *
 * The area holds a header and columns of doubles, each padded with zeros to a multiple of eight, so
 * that every loop runs over whole vectors. A padded oscillator has the phasor 0 and stays there.
 * The state proper (phases, turns) is copied in by `begin` and back by `writeBack`; phasors are a
 * cache that is thrown away: `synchronise` makes them anew on entry and after every 256th step.
 */
import { sincosCycles } from "./sincos-arrays";

/** The longest way in one step, in cycles: beyond it the kernels refuse to run. */
export const LONGEST_STEP_CYCLES: f64 = 2147483648.0;

/** Steps between two resynchronisations, counted from the entry of the call. */
export const RESYNC_STEPS: u64 = 256;

/** What a kernel answers. */
export const STATUS_DONE: i32 = 0;
export const STATUS_RATE: i32 = 1;
export const STATUS_PHASE: i32 = 2;
export const STATUS_ROWS: i32 = 3;
export const STATUS_COLUMN: i32 = 4;
export const STATUS_SELF_LOOP: i32 = 5;
export const STATUS_TURNS: i32 = 6;

/** More turns than a step can add to one oscillator. */
export const MOST_TURNS_A_STEP: f64 = 4294967296.0;

/** The largest Int; turns lie between it and its negative. */
const MOST_TURNS: i64 = 9007199254740991;

export const HEADER_BYTES: usize = 64;
export const COLUMNS: usize = 13;
const COLUMN_GAP_BYTES: usize = 320;

/** Columns of the area, in order. The two stage columns are one of pairs in the graph kernel. */
export const PHASE: usize = 0;
export const TURNS: usize = 1;
export const NATURAL: usize = 2;
export const HALF_COSINE: usize = 3;
export const HALF_SINE: usize = 4;
export const FULL_COSINE: usize = 5;
export const FULL_SINE: usize = 6;
export const COSINE: usize = 7;
export const SINE: usize = 8;
export const STAGE_COSINE: usize = 9;
export const STAGE_SINE: usize = 10;
export const TOTAL: usize = 11;
export const FORCE: usize = 12;

/**
 * Bytes of one column. The gap keeps columns of 2^k oscillators from meeting in the same cache sets
 * and from sharing their low address bits, which processors mistake for the same place.
 */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function stride(n: usize): usize {
  return (((n + 7) & ~7) << 3) + COLUMN_GAP_BYTES;
}

/** Address of a column. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function column(area: usize, n: usize, index: usize): usize {
  return area + HEADER_BYTES + index * stride(n);
}

/** Bytes of the working area of n oscillators. */
export function areaBytes(n: usize): usize {
  return HEADER_BYTES + COLUMNS * stride(n);
}

/** Phases must lie in [−½, ½), and no step may be longer than the limit or not a number. */
export function refuse(x: usize, f: usize, n: usize, dt: f64, coupling: f64): i32 {
  for (let at: usize = 0; at < n << 3; at += 8) {
    const phase = load<f64>(x + at);
    if (!(phase >= -0.5 && phase < 0.5)) return STATUS_PHASE;
    const way = abs(load<f64>(f + at) * dt) + coupling;
    if (!(way <= LONGEST_STEP_CYCLES)) return STATUS_RATE;
  }
  return STATUS_DONE;
}

/** Copies the state in and computes the rotations by natural frequency of half and whole steps. */
export function begin(area: usize, x: usize, f: usize, n: usize, dt: f64): void {
  memory.fill(area, 0, areaBytes(n));
  memory.copy(column(area, n, PHASE), x, n << 3);
  const natural = column(area, n, NATURAL);
  const halves = column(area, n, TOTAL);
  for (let at: usize = 0; at < n << 3; at += 8) {
    const way = load<f64>(f + at) * dt;
    store<f64>(natural + at, way);
    store<f64>(halves + at, way * 0.5);
  }
  sincosCycles(halves, column(area, n, HALF_SINE), column(area, n, HALF_COSINE), n);
  sincosCycles(natural, column(area, n, FULL_SINE), column(area, n, FULL_COSINE), n);
  memory.fill(halves, 0, stride(n));
  synchronise(area, n);
}

/** Phasors anew from the phases. */
export function synchronise(area: usize, n: usize): void {
  const sines = column(area, n, SINE);
  sincosCycles(column(area, n, PHASE), sines, column(area, n, COSINE), n);
}

/** Where `writeBack` refused: the turns before this slice, and those it would have added. */
export let refusedTurns: i64 = 0;
export let refusedAdded: i64 = 0;

/**
 * Adds the turns of this slice to the caller's and gives the phases back; refuses, halfway, turns
 * that are no Int.
 */
export function writeBack(area: usize, x: usize, turns: usize, n: usize): i32 {
  memory.copy(x, column(area, n, PHASE), n << 3);
  const counted = column(area, n, TURNS);
  for (let at: usize = 0; at < n << 3; at += 8) {
    const before = load<i64>(turns + at);
    const added = load<i64>(counted + at);
    const after = before + added;
    // one comparison for both ends: below the smallest it wraps around
    if (<u64>(after + MOST_TURNS) > <u64>(2 * MOST_TURNS)) {
      refusedTurns = before;
      refusedAdded = added;
      return STATUS_TURNS;
    }
    store<i64>(turns + at, after);
    store<i64>(counted + at, 0);
  }
  return STATUS_DONE;
}

/** The most turns that any oscillator has made, forwards or backwards. */
export function farthestTurns(turns: usize, n: usize): f64 {
  let farthest: i64 = 0;
  for (let at: usize = 0; at < n << 3; at += 8) {
    const size = abs<i64>(load<i64>(turns + at));
    if (size > farthest) farthest = size;
  }
  return <f64>farthest;
}


/** Bytes of scratch that `evolve_mean_field` needs for n oscillators. */
export function scratch_bytes_mean_field(n: f64): f64 {
  return <f64>areaBytes(<usize>n);
}

/** Bytes of scratch that `evolve_graph` needs for n oscillators. */
export function scratch_bytes_graph(n: f64): f64 {
  return <f64>areaBytes(<usize>n);
}
