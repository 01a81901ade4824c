/**
 * Runge–Kutta steps of a population on a graph: θi' = ωi + Σj Wij·sin(θj − θi).
 *
 * The stages are those of `population-stage.ts`; the pull on oscillator i is
 * Im(conj(p_i)·Σj Wij·p_j), so a row costs one multiplication of a pair for each edge and no sine.
 * Ways in cycles: dt/TAU times the pull in rad/s.
 */
import { placeEdges, refuseRows, rowSum, strongestRow } from "./population-rows";
import {
  FullPath,
  MIDDLE,
  MiddlePath,
  pathFor,
  SMALL,
  SmallPath,
  TAU,
} from "./population-rotation";
import { First, Last, Second, stageOf, Third } from "./population-stage";
import {
  areaBytes,
  begin,
  cellOf,
  CHUNK_BYTES,
  chunksOf,
  COSINE,
  HEADER_BYTES,
  refuse,
  RESYNC_STEPS,
  SINE,
  STAGE_COSINE,
  STATUS_DONE,
  synchronise,
  writeBack,
} from "./population-state";

/** Where the pull of a stage stands until the stage stores its phasors there. */
const PULL: usize = STAGE_COSINE;

// What the working area holds behind the chunks.
let pairs: usize = 0;
let places: usize = 0;

/** Bytes of the phasors as pairs (cos, sin), which a row reads at once. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function pairBytes(n: usize): usize {
  return chunksOf(n) << 7;
}

/** Bytes of scratch that `evolve_graph` needs for n oscillators and so many edges. */
export function scratch_bytes_graph(n: f64, edges: f64): f64 {
  return <f64>(areaBytes(<usize>n) + pairBytes(<usize>n)) + edges * 4.0;
}

/** Copies two phasors from their columns to their pairs. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function storePairs(to: usize, from: usize): void {
  const cosines = v128.load(from);
  const sines = v128.load(from, 64);
  v128.store(to, v128.shuffle<f64>(cosines, sines, 0, 2));
  v128.store(to, v128.shuffle<f64>(cosines, sines, 1, 3), 16);
}

/** The pairs of the phasors at the start of a step. */
function pairStart(area: usize, n: usize): void {
  for (let row: usize = 0; row < n; row += 2) {
    storePairs(pairs + (row << 4), cellOf(area, row) + COSINE);
  }
}

/** The sums over one row; a row behind the last is empty. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function fieldOf(rowStart: usize, weights: usize): v128 {
  const start = <usize>load<i64>(rowStart);
  const edges = <usize>load<i64>(rowStart, 8) - start;
  return rowSum<u32>(places + (start << 2), weights + (start << 3), edges, 0);
}

/** The pull on every oscillator in rad/s, from the pairs of this stage. */
function gather(area: usize, n: usize, rowStarts: usize, weights: usize): void {
  for (let row: usize = 0; row < n; row += 2) {
    const first = fieldOf(rowStarts + (row << 3), weights);
    let second = f64x2.splat(0);
    if (row + 1 < n) second = fieldOf(rowStarts + (row << 3) + 8, weights);
    const real = v128.shuffle<f64>(first, second, 0, 2);
    const imaginary = v128.shuffle<f64>(first, second, 1, 3);
    const own = v128.load(pairs + (row << 4));
    const next = v128.load(pairs + (row << 4), 16);
    const cosine = v128.shuffle<f64>(own, next, 0, 2);
    const sine = v128.shuffle<f64>(own, next, 1, 3);
    const pull = f64x2.sub(f64x2.mul(imaginary, cosine), f64x2.mul(real, sine));
    v128.store(cellOf(area, row), pull, PULL);
  }
}

/** One stage of all oscillators, from their pulls to the pairs of the next. */
function stage<Stage, Path>(area: usize, n: usize, gain: f64): void {
  const gains = f64x2.splat(gain);
  const line = sizeof<Stage>() == sizeof<Last>() ? COSINE : STAGE_COSINE;
  for (let row: usize = 0; row < n; row += 2) {
    const at = cellOf(area, row);
    stageOf<Stage, Path>(at, f64x2.mul(gains, v128.load(at, PULL)));
    storePairs(pairs + (row << 4), at + line);
  }
}

/** One step. */
function advance<Path>(area: usize, n: usize, rowStarts: usize, weights: usize, gain: f64): void {
  const half = gain * 0.5;
  gather(area, n, rowStarts, weights);
  stage<First, Path>(area, n, half);
  gather(area, n, rowStarts, weights);
  stage<Second, Path>(area, n, half);
  gather(area, n, rowStarts, weights);
  stage<Third, Path>(area, n, gain);
  gather(area, n, rowStarts, weights);
  stage<Last, Path>(area, n, half);
}

/**
 * Advances n oscillators on a graph by `stepCount` steps of one call, of which `firstStep` are
 * done.
 *
 * In: as `evolve_mean_field`; rows as i64 arrays of n + 1 starts and `edges` columns, weights W in
 * rad/s, row i receiving from its columns; nothing is divided by n. Slices, the working area
 * (`scratch_bytes_graph(n, edges)`) and statuses as there; further statuses: rows not ascending
 * from 0 to `edges`, a column outside 0…n−1, a self-loop.
 * Cost: as there, plus four multiplications of a pair per edge and step.
 */
export function evolve_graph(
  phases: usize,
  turns: usize,
  frequencies: usize,
  n: f64,
  rowStarts: usize,
  columns: usize,
  weights: usize,
  edges: f64,
  dt: f64,
  firstStep: f64,
  stepCount: f64,
  area: usize,
): i32 {
  const count = <usize>n;
  if (count == 0) return STATUS_DONE;
  pairs = area + areaBytes(count);
  places = pairs + pairBytes(count);
  if (firstStep == 0) {
    let status = refuseRows(count, rowStarts, columns, edges);
    if (status != STATUS_DONE) return status;
    const strongest = strongestRow(count, rowStarts, weights);
    status = refuse(phases, frequencies, 0, count, dt, abs(dt / TAU) * strongest);
    if (status != STATUS_DONE) return status;
    begin(area, phases, frequencies, 0, count, dt);
    store<f64>(area, abs(dt) * strongest);
    placeEdges(columns, <usize>edges, pairs, places);
    pairStart(area, count);
  }
  const path = pathFor(load<f64>(area));
  const gain = dt / TAU;
  const last = <u64>firstStep + <u64>stepCount;
  for (let step = <u64>firstStep; step < last; step++) {
    if (path == SMALL) advance<SmallPath>(area, count, rowStarts, weights, gain);
    else if (path == MIDDLE) advance<MiddlePath>(area, count, rowStarts, weights, gain);
    else advance<FullPath>(area, count, rowStarts, weights, gain);
    if ((step + 1) % RESYNC_STEPS == 0) {
      synchronise(area, 0, count);
      pairStart(area, count);
    }
  }
  return writeBack(area, phases, turns, 0, count);
}
