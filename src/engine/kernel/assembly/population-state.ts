/**
 * The working area of a running population: its layout, its start and its resynchronisation.
 *
 * The area holds a header and chunks of eight oscillators. A chunk has one line of eight doubles
 * for each column, so every loop runs with one pointer, and its sums have the eight lanes of
 * `reduce.ts`. Missing oscillators of the last chunk have the phasor 0 and stay there.
 * The state proper (phases, turns) is copied in by `begin` and back by `writeBack`; phasors are a
 * cache that is thrown away: `synchronise` makes them anew on entry and after every 256th step.
 * Between two synchronisations a phase of +½ may stand for −½ and the next turn.
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

/** Columns of a chunk, as offsets in bytes. */
export const PHASE: usize = 0;
/** Turns since they were last given back, as doubles. */
export const TURNS: usize = 64;
/** The way by natural frequency in one step, in cycles. */
export const NATURAL: usize = 128;
/** The rotation by half of that way. */
export const HALF_COSINE: usize = 192;
export const HALF_SINE: usize = 256;
/** The phasor at the start of the step, later turned by half and by all of the natural way. */
export const COSINE: usize = 320;
export const SINE: usize = 384;
export const STAGE_COSINE: usize = 448;
export const STAGE_SINE: usize = 512;
/** The ways by coupling of the stages, summed; three times that of the step in the end. */
export const TOTAL: usize = 576;
export const CHUNK_BYTES: usize = 640;

/** How many chunks n oscillators take. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function chunksOf(n: usize): usize {
  return (n + 7) >> 3;
}

/** Address of an oscillator's double in the column at 0. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function cellOf(area: usize, index: usize): usize {
  return area + HEADER_BYTES + (index >> 3) * CHUNK_BYTES + ((index & 7) << 3);
}

/** Bytes of the working area of n oscillators. */
export function areaBytes(n: usize): usize {
  return HEADER_BYTES + chunksOf(n) * CHUNK_BYTES;
}

/** Phases must lie in [−½, ½), and no step may be longer than the limit or not a number. */
export function refuse(x: usize, f: usize, from: usize, to: usize, dt: f64, coupling: f64): i32 {
  for (let at = from << 3; at < to << 3; at += 8) {
    const phase = load<f64>(x + at);
    if (!(phase >= -0.5 && phase < 0.5)) return STATUS_PHASE;
    const way = abs(load<f64>(f + at) * dt) + coupling;
    if (!(way <= LONGEST_STEP_CYCLES)) return STATUS_RATE;
  }
  return STATUS_DONE;
}

/** Copies the state in and computes the rotations by natural frequency; `from` begins a chunk. */
export function begin(area: usize, x: usize, f: usize, from: usize, to: usize, dt: f64): void {
  memory.fill(cellOf(area, from), 0, chunksOf(to - from) * CHUNK_BYTES);
  for (let index = from; index < to; index++) {
    const cell = cellOf(area, index);
    const way = load<f64>(f + (index << 3)) * dt;
    store<f64>(cell, load<f64>(x + (index << 3)), PHASE);
    store<f64>(cell, way, NATURAL);
    store<f64>(cell, way * 0.5, STAGE_COSINE);
  }
  for (let index = from; index < to; index += 8) {
    const cell = cellOf(area, index);
    const half = cell + STAGE_COSINE;
    sincosCycles(half, cell + HALF_SINE, cell + HALF_COSINE, min<usize>(to - index, 8));
  }
  synchronise(area, from, to);
}

/** Phasors anew from the phases, which are in [−½, ½) again; `from` begins a chunk. */
export function synchronise(area: usize, from: usize, to: usize): void {
  for (let index = from; index < to; index++) {
    const cell = cellOf(area, index);
    if (load<f64>(cell, PHASE) != 0.5) continue;
    store<f64>(cell, -0.5, PHASE);
    store<f64>(cell, load<f64>(cell, TURNS) + 1.0, TURNS);
  }
  for (let index = from; index < to; index += 8) {
    const cell = cellOf(area, index);
    sincosCycles(cell + PHASE, cell + SINE, cell + COSINE, min<usize>(to - index, 8));
  }
}

/** Where `writeBack` refused: the turns before this slice, and those it would have added. */
export let refusedTurns: i64 = 0;
export let refusedAdded: i64 = 0;

/**
 * Adds the turns of this slice to the caller's and gives the phases back; refuses, halfway, turns
 * that are no Int. What has been given back once is left as it is.
 */
export function writeBack(area: usize, x: usize, turns: usize, from: usize, to: usize): i32 {
  for (let index = from; index < to; index++) {
    const cell = cellOf(area, index);
    const phase = load<f64>(cell, PHASE);
    // +½ stays as it is in the area, where the turn that is given for it is owed
    const next: f64 = phase == 0.5 ? 1 : 0;
    const before = load<i64>(turns + (index << 3));
    const added = <i64>(load<f64>(cell, TURNS) + next);
    const after = before + added;
    // one comparison for both ends: below the smallest it wraps around
    if (<u64>(after + MOST_TURNS) > <u64>(2 * MOST_TURNS)) {
      refusedTurns = before;
      refusedAdded = added;
      return STATUS_TURNS;
    }
    store<f64>(x + (index << 3), phase - next);
    store<i64>(turns + (index << 3), after);
    store<f64>(cell, -next, TURNS);
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
