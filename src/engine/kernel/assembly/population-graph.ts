/**
 * Runge–Kutta steps of a population on a graph: θi' = ωi + Σj Wij·sin(θj − θi).
 *
 * As in `population-mean-field.ts`, the stages are rotations of phasors; the pull on oscillator i
 * is Im(conj(p_i)·Σj Wij·p_j), so a row costs one multiplication of a pair for each edge and no
 * sine. Ways in cycles: g = dt/TAU times the pull in rad/s.
 */
import { rowSum, refuseRows, strongestRow } from "./population-rows";
import {
  FullPath,
  productImaginary,
  productReal,
  rotationCosine,
  rotationSine,
  SMALL_ROTATION_RADIANS,
  SmallPath,
  TAU,
  wrap,
  wraps,
} from "./population-rotation";
import {
  begin,
  column,
  COSINE,
  FORCE,
  FULL_COSINE,
  FULL_SINE,
  HALF_COSINE,
  NATURAL,
  PHASE,
  refuse,
  RESYNC_STEPS,
  SINE,
  STAGE_COSINE,
  STATUS_DONE,
  synchronise,
  TOTAL,
  TURNS,
  writeBack,
} from "./population-state";

/** Stores two phasors as pairs (cos, sin), which a row reads at once. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function storePairs(pairs: usize, at: usize, cosines: v128, sines: v128): void {
  v128.store(pairs + (at << 1), v128.shuffle<f64>(cosines, sines, 0, 2));
  v128.store(pairs + (at << 1), v128.shuffle<f64>(cosines, sines, 1, 3), 16);
}

/** The phasors at the start of a step, as pairs. */
function pairStart(area: usize, n: usize): void {
  const cosines = column(area, n, COSINE);
  const sines = column(area, n, SINE);
  const pairs = column(area, n, STAGE_COSINE);
  for (let at: usize = 0; at < stride(n); at += 16) {
    storePairs(pairs, at, v128.load(cosines + at), v128.load(sines + at));
  }
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function stride(n: usize): usize {
  return ((n + 1) & ~1) << 3;
}

/** The pull on every oscillator in rad/s, from the pairs of this stage. */
function gather(area: usize, n: usize, rowStarts: usize, columns: usize, weights: usize): void {
  const pairs = column(area, n, STAGE_COSINE);
  const forces = column(area, n, FORCE);
  let start = <usize>load<i64>(rowStarts);
  for (let row: usize = 0; row < n; row++) {
    const end = <usize>load<i64>(rowStarts + (row << 3), 8);
    const field = rowSum(columns + (start << 3), weights + (start << 3), end - start, pairs);
    const cosine = load<f64>(pairs + (row << 4));
    const sine = load<f64>(pairs + (row << 4), 8);
    const real = f64x2.extract_lane(field, 0);
    const imaginary = f64x2.extract_lane(field, 1);
    store<f64>(forces + (row << 3), imaginary * cosine - real * sine);
    start = end;
  }
}

/** One of the first three stages, from the pulls to the pairs of the next stage. */
function stage<Path>(
  area: usize,
  n: usize,
  natural: usize,
  gain: f64,
  weight: f64,
): void {
  const gains = f64x2.splat(gain);
  const weighting = f64x2.splat(weight);
  const forces = column(area, n, FORCE);
  const totals = column(area, n, TOTAL);
  const naturalCosine = column(area, n, natural);
  const naturalSine = column(area, n, natural + 1);
  const startCosine = column(area, n, COSINE);
  const startSine = column(area, n, SINE);
  const pairs = column(area, n, STAGE_COSINE);
  for (let at: usize = 0; at < stride(n); at += 16) {
    const k = v128.load(forces + at);
    v128.store(totals + at, f64x2.add(v128.load(totals + at), f64x2.mul(weighting, k)));
    const d = f64x2.mul(gains, k);
    const c = rotationCosine<Path>(d);
    const s = rotationSine<Path>(d);
    const r = v128.load(naturalCosine + at);
    const i = v128.load(naturalSine + at);
    const turnReal = productReal(r, i, c, s);
    const turnImaginary = productImaginary(r, i, c, s);
    const a = v128.load(startCosine + at);
    const b = v128.load(startSine + at);
    const nextReal = productReal(a, b, turnReal, turnImaginary);
    storePairs(pairs, at, nextReal, productImaginary(a, b, turnReal, turnImaginary));
  }
}

/** The last stage: phasors, phases and turns at the end of the step. */
function finish<Path>(area: usize, n: usize, sixth: f64): void {
  const gains = f64x2.splat(sixth);
  const forces = column(area, n, FORCE);
  const totals = column(area, n, TOTAL);
  const naturalCosine = column(area, n, FULL_COSINE);
  const naturalSine = column(area, n, FULL_SINE);
  const startCosine = column(area, n, COSINE);
  const startSine = column(area, n, SINE);
  const ways = column(area, n, NATURAL);
  const phases = column(area, n, PHASE);
  const turns = column(area, n, TURNS);
  for (let at: usize = 0; at < stride(n); at += 16) {
    const d = f64x2.mul(gains, f64x2.add(v128.load(totals + at), v128.load(forces + at)));
    v128.store(totals + at, f64x2.splat(0));
    const c = rotationCosine<Path>(d);
    const s = rotationSine<Path>(d);
    const r = v128.load(naturalCosine + at);
    const i = v128.load(naturalSine + at);
    const turnReal = productReal(r, i, c, s);
    const turnImaginary = productImaginary(r, i, c, s);
    const a = v128.load(startCosine + at);
    const b = v128.load(startSine + at);
    v128.store(startCosine + at, productReal(a, b, turnReal, turnImaginary));
    v128.store(startSine + at, productImaginary(a, b, turnReal, turnImaginary));
    const x = f64x2.add(v128.load(phases + at), f64x2.add(v128.load(ways + at), d));
    v128.store(phases + at, wrap(x));
    v128.store(turns + at, i64x2.add(v128.load(turns + at), wraps(x)));
  }
}

/** One step. */
function advance<Path>(
  area: usize,
  n: usize,
  rowStarts: usize,
  columns: usize,
  weights: usize,
  gain: f64,
): void {
  const half = gain * 0.5;
  pairStart(area, n);
  gather(area, n, rowStarts, columns, weights);
  stage<Path>(area, n, HALF_COSINE, half, 1.0);
  gather(area, n, rowStarts, columns, weights);
  stage<Path>(area, n, HALF_COSINE, half, 2.0);
  gather(area, n, rowStarts, columns, weights);
  stage<Path>(area, n, FULL_COSINE, gain, 2.0);
  gather(area, n, rowStarts, columns, weights);
  finish<Path>(area, n, gain / 6.0);
}

/**
 * Advances n oscillators on a graph by `stepCount` steps of one call, of which `firstStep` are
 * done.
 *
 * In: as `evolve_mean_field`; rows as i64 arrays of n + 1 starts and `edges` columns, weights W in
 * rad/s, row i receiving from its columns; nothing is divided by n. Slices, the working area
 * (`scratch_bytes_graph(n)`) and statuses as there; further statuses: rows not ascending from 0 to
 * `edges`, a column outside 0…n−1, a self-loop.
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
  if (firstStep == 0) {
    let status = refuseRows(count, rowStarts, columns, edges);
    if (status != STATUS_DONE) return status;
    const strongest = strongestRow(count, rowStarts, weights);
    status = refuse(phases, frequencies, count, dt, abs(dt / TAU) * strongest);
    if (status != STATUS_DONE) return status;
    begin(area, phases, frequencies, count, dt);
    store<f64>(area, abs(dt) * strongest);
  }
  const small = load<f64>(area) <= SMALL_ROTATION_RADIANS;
  const gain = dt / TAU;
  const last = <u64>firstStep + <u64>stepCount;
  for (let step = <u64>firstStep; step < last; step++) {
    if (small) advance<SmallPath>(area, count, rowStarts, columns, weights, gain);
    else advance<FullPath>(area, count, rowStarts, columns, weights, gain);
    if ((step + 1) % RESYNC_STEPS == 0) synchronise(area, count);
  }
  return writeBack(area, phases, turns, count);
}
