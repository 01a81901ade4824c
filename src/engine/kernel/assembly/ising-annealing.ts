/**
 * Annealing of one replica by single flips, in the order of the nodes.
 *
 * Spins s are ±1 and fields h = Σ w·s in f32, weights in units of the largest. A flip costs 2·s·h,
 * and happens where s·h < t·E; E, exponentially distributed, comes from a table at a random place,
 * so that this is the rule of Metropolis at the temperature 2t. Sixteen nodes are asked at once,
 * and those behind a flip asked again: the result is that of asking one after the other. The best
 * state that stood at the end of a sweep is kept.
 * Source: S. Kirkpatrick, C. Gelatt, M. Vecchi, Science 220 (1983) 671.
 */
import { charge } from "./trap";
import { REPLICA_EDGE_FUEL, SPIN_FUEL } from "./costs";
import { packedEnd, packedStart } from "./ising-rows";
import { log } from "./numerics-elementary";
import { block } from "./random";

/** Nodes that are asked at once; arrays of spins and fields are padded to it. */
export const ASKED: usize = 16;
/** How many places of the table a sweep may begin at. */
export const PLACES: usize = 1024;
/** Sweeps without heat, at most. */
const MOST_DESCENTS = 1000;

/** By how much the energy has fallen since the start, in units of twice the largest weight. */
let fallen: f64 = 0;

/** `count` values −ln u, a multiple of four, from the counters 0, 1, … */
export function fillExponentials(count: usize, seed: f64, stream: f64, out: usize): void {
  for (let at: usize = 0; at < count; at += 4) {
    v128.store(out + (at << 2), block(seed, stream, <f64>(at >> 2)));
    for (let lane: usize = 0; lane < 4; lane++) {
      const address = out + ((at + lane) << 2);
      const u = (<f64>load<u32>(address) + 0.5) / 4294967296.0;
      store<f32>(address, <f32>-log(u));
    }
  }
}

/** Spins of one replica from Ints: −1 where they are negative, else 1; and behind them 1. */
export function readSpins(n: usize, ints: usize, spins: usize): void {
  const padded = (n + ASKED - 1) & ~(ASKED - 1);
  for (let i: usize = 0; i < padded; i++) {
    const isDown = i < n && load<i64>(ints + (i << 3)) < 0;
    store<f32>(spins + (i << 2), isDown ? -1 : 1);
  }
}

/** w·s of one edge. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function pulled(column: usize, weight: usize, spins: usize): f32 {
  return load<f32>(weight) * load<f32>(spins + load<u32>(column));
}

/** Σ w·s of one row; edge e goes to sum e mod 4, and they fold as (0 + 2) + (1 + 3). */
function fieldOf(columns: usize, weights: usize, start: usize, end: usize, spins: usize): f32 {
  let first: f32 = 0;
  let second: f32 = 0;
  let third: f32 = 0;
  let fourth: f32 = 0;
  let edge = start;
  for (; edge + 12 < end; edge += 16) {
    first += pulled(columns + edge, weights + edge, spins);
    second += pulled(columns + edge + 4, weights + edge + 4, spins);
    third += pulled(columns + edge + 8, weights + edge + 8, spins);
    fourth += pulled(columns + edge + 12, weights + edge + 12, spins);
  }
  if (edge < end) first += pulled(columns + edge, weights + edge, spins);
  if (edge + 4 < end) second += pulled(columns + edge + 4, weights + edge + 4, spins);
  if (edge + 8 < end) third += pulled(columns + edge + 8, weights + edge + 8, spins);
  return first + third + (second + fourth);
}

/** Σ s of one row, which is exact in any order. */
function countOf(column: usize, end: usize, spins: usize): f32 {
  let even: f32 = 0;
  let odd: f32 = 0;
  for (; column + 4 < end; column += 8) {
    even += load<f32>(spins + load<u32>(column));
    odd += load<f32>(spins + load<u32>(column, 4));
  }
  if (column < end) even += load<f32>(spins + load<u32>(column));
  return even + odd;
}

/** Fields of all spins; behind them such that nothing flips. `equal` is as in `sweep`. */
export function fillFields(
  n: usize,
  starts: usize,
  columns: usize,
  weights: usize,
  equal: f32,
  spins: usize,
  fields: usize,
): void {
  const padded = (n + ASKED - 1) & ~(ASKED - 1);
  for (let i: usize = 0; i < n; i++) {
    const start = packedStart(starts, i);
    const end = packedEnd(starts, i);
    const field = equal
      ? equal * countOf(columns + start, columns + end, spins)
      : fieldOf(columns, weights, start, end, spins);
    store<f32>(fields + (i << 2), field);
  }
  // no heat is more than this, an endless one included
  for (let i = n; i < padded; i++) store<f32>(fields + (i << 2), Infinity);
}

/** Which of four nodes flip, as bits. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function asked4(spins: usize, fields: usize, draws: usize, heat: v128): u32 {
  const costs = f32x4.mul(v128.load(spins), v128.load(fields));
  return <u32>i32x4.bitmask(f32x4.lt(costs, f32x4.mul(heat, v128.load(draws))));
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function asked16(spins: usize, fields: usize, draws: usize, heat: v128): u32 {
  return (
    asked4(spins, fields, draws, heat) |
    (asked4(spins + 16, fields + 16, draws + 16, heat) << 4) |
    (asked4(spins + 32, fields + 32, draws + 32, heat) << 8) |
    (asked4(spins + 48, fields + 48, draws + 48, heat) << 12)
  );
}

/**
 * One sweep over all spins; pays for itself and for every flip. Where all weights are equal
 * `equal` is 1 or −1, and else 0. Gives how many spins flipped.
 */
function sweep(
  n: usize,
  starts: usize,
  columns: usize,
  weights: usize,
  equal: f32,
  spins: usize,
  fields: usize,
  draws: usize,
  temperature: f32,
): usize {
  charge(<i64>n * SPIN_FUEL);
  const heat = f32x4.splat(temperature);
  let flips: usize = 0;
  for (let first: usize = 0; first < n; first += ASKED) {
    const at = first << 2;
    let flipping = asked16(spins + at, fields + at, draws + at, heat);
    while (flipping) {
      const bit = ctz<u32>(flipping);
      const node = first + <usize>bit;
      const turned = -load<f32>(spins + (node << 2));
      fallen += <f64>(turned * load<f32>(fields + (node << 2)));
      store<f32>(spins + (node << 2), turned);
      const start = packedStart(starts, node);
      const end = packedEnd(starts, node);
      charge((<i64>(end - start) >> 2) * REPLICA_EDGE_FUEL + SPIN_FUEL);
      if (equal) addEqual(columns + start, columns + end, fields, 2 * turned * equal);
      else addWeighted(columns, weights, start, end, fields, 2 * turned);
      flips += 1;
      // Bits above this one, asked again with the new fields.
      const later = (<u32>-2) << bit;
      flipping = later & asked16(spins + at, fields + at, draws + at, heat);
    }
  }
  return flips;
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function addEqual(column: usize, end: usize, fields: usize, change: f32): void {
  for (; column < end; column += 4) {
    const field = fields + load<u32>(column);
    store<f32>(field, load<f32>(field) + change);
  }
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function addWeighted(
  columns: usize,
  weights: usize,
  start: usize,
  end: usize,
  fields: usize,
  change: f32,
): void {
  for (let edge = start; edge < end; edge += 4) {
    const field = fields + load<u32>(columns + edge);
    store<f32>(field, load<f32>(field) + load<f32>(weights + edge) * change);
  }
}

/** Sweeps without heat until nothing flips. */
function descend(
  n: usize,
  starts: usize,
  columns: usize,
  weights: usize,
  equal: f32,
  spins: usize,
  fields: usize,
  draws: usize,
): void {
  for (let k = 0; k < MOST_DESCENTS; k++) {
    if (sweep(n, starts, columns, weights, equal, spins, fields, draws, 0) == 0) return;
  }
}

/**
 * Descends, then cools in `steps` sweeps from the temperature 2·hot to 2·cold, evenly, and descends
 * again from where it ends, or else from the best state there was. Draws of sweep k begin at word 0
 * of the block (seed, stream, counter + k), modulo 1024. Spins and fields stand one behind the
 * other; `kept` has room for both.
 */
export function anneal(
  n: usize,
  starts: usize,
  columns: usize,
  weights: usize,
  equal: f32,
  spins: usize,
  fields: usize,
  kept: usize,
  exponentials: usize,
  hot: f64,
  cold: f64,
  steps: f64,
  seed: f64,
  stream: f64,
  counter: f64,
): void {
  const bytes = 2 * (fields - spins);
  const span = steps > 1 ? steps - 1 : 1;
  fallen = 0;
  descend(n, starts, columns, weights, equal, spins, fields, exponentials);
  memory.copy(kept, spins, bytes);
  let best = fallen;
  for (let k: f64 = 0; k < steps; k++) {
    const words = block(seed, stream, counter + k);
    const place = <usize>i32x4.extract_lane(words, 0) & (PLACES - 1);
    const draws = exponentials + (place << 2);
    const heat = <f32>(hot + ((cold - hot) * k) / span);
    sweep(n, starts, columns, weights, equal, spins, fields, draws, heat);
    if (fallen > best) {
      best = fallen;
      memory.copy(kept, spins, bytes);
    }
  }
  descend(n, starts, columns, weights, equal, spins, fields, exponentials);
  if (fallen >= best) return;
  memory.copy(spins, kept, bytes);
  descend(n, starts, columns, weights, equal, spins, fields, exponentials);
}

/** The spins of one replica as Ints. */
export function writeAnnealed(n: usize, spins: usize, out: usize): void {
  for (let i: usize = 0; i < n; i++) {
    store<i64>(out + (i << 3), <i64>load<f32>(spins + (i << 2)));
  }
}
