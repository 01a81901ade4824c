/**
 * Runge–Kutta steps of an all-to-all population: x' = f + κ·Im(z·e^(−2πix)), z the mean phasor.
 *
 * Phases commute, so the four stages are rotations of the phasor at the start of the step, by the
 * natural way R (half or whole) times E(d), d the way by coupling. Ways in cycles, g = κ·dt:
 * d1 = (g/2)k1, d2 = (g/2)k2, d3 = g·k3, and at last d = (g/6)(k1 + 2k2 + 2k3 + k4).
 * No sine is computed in a step; every oscillator costs O(1).
 */
import { BLOCK, leftBranch, sumPair, blockPair } from "./reduce";
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
  FULL_COSINE,
  FULL_SINE,
  HALF_COSINE,
  NATURAL,
  PHASE,
  refuse,
  RESYNC_STEPS,
  SINE,
  STAGE_COSINE,
  STAGE_SINE,
  STATUS_DONE,
  synchronise,
  TOTAL,
  TURNS,
  writeBack,
} from "./population-state";

/** Im(z·conj(p)) of two oscillators. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function pull(real: v128, imaginary: v128, cosine: v128, sine: v128): v128 {
  return f64x2.sub(f64x2.mul(imaginary, cosine), f64x2.mul(real, sine));
}

/** One of the first three stages over a block that starts `from` bytes into the columns. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function stageLoop<Path>(
  area: usize,
  n: usize,
  from: usize,
  count: usize,
  source: usize,
  natural: usize,
  mean: v128,
  gain: f64,
  weight: f64,
): void {
  const real = v128.shuffle<f64>(mean, mean, 0, 0);
  const imaginary = v128.shuffle<f64>(mean, mean, 1, 1);
  const gains = f64x2.splat(gain);
  const weights = f64x2.splat(weight);
  const sourceCosine = column(area, n, source) + from;
  const sourceSine = column(area, n, source + 1) + from;
  const naturalCosine = column(area, n, natural) + from;
  const naturalSine = column(area, n, natural + 1) + from;
  const startCosine = column(area, n, COSINE) + from;
  const startSine = column(area, n, SINE) + from;
  const stageCosine = column(area, n, STAGE_COSINE) + from;
  const stageSine = column(area, n, STAGE_SINE) + from;
  const totals = column(area, n, TOTAL) + from;
  const end = ((count + 1) & ~1) << 3;
  for (let at: usize = 0; at < end; at += 16) {
    const k = pull(real, imaginary, v128.load(sourceCosine + at), v128.load(sourceSine + at));
    v128.store(totals + at, f64x2.add(v128.load(totals + at), f64x2.mul(weights, k)));
    const d = f64x2.mul(gains, k);
    const c = rotationCosine<Path>(d);
    const s = rotationSine<Path>(d);
    const r = v128.load(naturalCosine + at);
    const i = v128.load(naturalSine + at);
    const turnReal = productReal(r, i, c, s);
    const turnImaginary = productImaginary(r, i, c, s);
    const a = v128.load(startCosine + at);
    const b = v128.load(startSine + at);
    v128.store(stageCosine + at, productReal(a, b, turnReal, turnImaginary));
    v128.store(stageSine + at, productImaginary(a, b, turnReal, turnImaginary));
  }
}

/** A stage over one block, by the path of the call; gives the sum of its phasors. */
function stageBlock(
  area: usize,
  n: usize,
  from: usize,
  count: usize,
  source: usize,
  natural: usize,
  mean: v128,
  gain: f64,
  weight: f64,
  small: bool,
): v128 {
  if (small) stageLoop<SmallPath>(area, n, from, count, source, natural, mean, gain, weight);
  else stageLoop<FullPath>(area, n, from, count, source, natural, mean, gain, weight);
  return blockPair(column(area, n, STAGE_COSINE) + from, column(area, n, STAGE_SINE) + from, count);
}

/** The last stage over a block: phasors, phases and turns at the end of the step. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function finishLoop<Path>(
  area: usize,
  n: usize,
  from: usize,
  count: usize,
  mean: v128,
  sixth: f64,
): void {
  const real = v128.shuffle<f64>(mean, mean, 0, 0);
  const imaginary = v128.shuffle<f64>(mean, mean, 1, 1);
  const gains = f64x2.splat(sixth);
  const stageCosine = column(area, n, STAGE_COSINE) + from;
  const stageSine = column(area, n, STAGE_SINE) + from;
  const naturalCosine = column(area, n, FULL_COSINE) + from;
  const naturalSine = column(area, n, FULL_SINE) + from;
  const startCosine = column(area, n, COSINE) + from;
  const startSine = column(area, n, SINE) + from;
  const totals = column(area, n, TOTAL) + from;
  const ways = column(area, n, NATURAL) + from;
  const phases = column(area, n, PHASE) + from;
  const turns = column(area, n, TURNS) + from;
  const end = ((count + 1) & ~1) << 3;
  for (let at: usize = 0; at < end; at += 16) {
    const k = pull(real, imaginary, v128.load(stageCosine + at), v128.load(stageSine + at));
    const d = f64x2.mul(gains, f64x2.add(v128.load(totals + at), k));
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

/** The last stage over one block, by the path of the call; gives the sum of its phasors. */
function finishBlock(
  area: usize,
  n: usize,
  from: usize,
  count: usize,
  mean: v128,
  sixth: f64,
  small: bool,
): v128 {
  if (small) finishLoop<SmallPath>(area, n, from, count, mean, sixth);
  else finishLoop<FullPath>(area, n, from, count, mean, sixth);
  return blockPair(column(area, n, COSINE) + from, column(area, n, SINE) + from, count);
}

/** A stage over all blocks, summed by the tree. */
function stage(
  area: usize,
  n: usize,
  from: usize,
  count: usize,
  source: usize,
  natural: usize,
  mean: v128,
  gain: f64,
  weight: f64,
  small: bool,
): v128 {
  if (count <= BLOCK) {
    return stageBlock(area, n, from, count, source, natural, mean, gain, weight, small);
  }
  const left = leftBranch(count);
  const head = stage(area, n, from, left, source, natural, mean, gain, weight, small);
  const rest = from + (left << 3);
  const tail = stage(area, n, rest, count - left, source, natural, mean, gain, weight, small);
  return f64x2.add(head, tail);
}

function finish(
  area: usize,
  n: usize,
  from: usize,
  count: usize,
  mean: v128,
  sixth: f64,
  small: bool,
): v128 {
  if (count <= BLOCK) return finishBlock(area, n, from, count, mean, sixth, small);
  const left = leftBranch(count);
  const head = finish(area, n, from, left, mean, sixth, small);
  const tail = finish(area, n, from + (left << 3), count - left, mean, sixth, small);
  return f64x2.add(head, tail);
}

/** The mean phasor of the start columns, kept in the header between slices. */
function meanOfStart(area: usize, n: usize): v128 {
  const total = sumPair(column(area, n, COSINE), column(area, n, SINE), n);
  return f64x2.div(total, f64x2.splat(<f64>n));
}

/**
 * Advances n oscillators by `stepCount` steps of one call, of which `firstStep` are done already.
 *
 * In: phases (cycles, in [−½, ½)), turns (i64), frequencies (Hz), κ = K/TAU in Hz, dt in s; a
 * working area of `scratch_bytes_mean_field(n)` bytes, 16-byte aligned. A call of T steps may be
 * cut into slices (0, a), (a, b), …: same bits, if the working area is left alone between them and
 * all other operands stay the same. The first slice has firstStep = 0 (and may have stepCount = 0).
 * Phases and turns are up to date after every slice. Out: a status, 0 if done; else nothing
 * changed, unless turns would be no Int: then part of the state is. Cost: 3 sine–cosine pairs per
 * oscillator on entry, one every 256 steps, some 60 operations a step. Source: Kuramoto (1975);
 * all-to-all coupling divided by n, the oscillator itself included.
 */
export function evolve_mean_field(
  phases: usize,
  turns: usize,
  frequencies: usize,
  n: f64,
  kappa: f64,
  dt: f64,
  firstStep: f64,
  stepCount: f64,
  area: usize,
): i32 {
  const count = <usize>n;
  if (count == 0) return STATUS_DONE;
  const gain = kappa * dt;
  const small = abs(gain) * TAU <= SMALL_ROTATION_RADIANS;
  if (firstStep == 0) {
    const status = refuse(phases, frequencies, count, dt, abs(gain));
    if (status != STATUS_DONE) return status;
    begin(area, phases, frequencies, count, dt);
    v128.store(area, meanOfStart(area, count));
  }
  const half = gain * 0.5;
  const sixth = gain / 6.0;
  const divisor = f64x2.splat(n);
  let mean = v128.load(area);
  const last = <u64>firstStep + <u64>stepCount;
  for (let step = <u64>firstStep; step < last; step++) {
    const natural = HALF_COSINE;
    let total = stage(area, count, 0, count, COSINE, natural, mean, half, 1.0, small);
    mean = f64x2.div(total, divisor);
    total = stage(area, count, 0, count, STAGE_COSINE, natural, mean, half, 2.0, small);
    mean = f64x2.div(total, divisor);
    total = stage(area, count, 0, count, STAGE_COSINE, FULL_COSINE, mean, gain, 2.0, small);
    mean = f64x2.div(total, divisor);
    mean = f64x2.div(finish(area, count, 0, count, mean, sixth, small), divisor);
    if ((step + 1) % RESYNC_STEPS == 0) {
      synchronise(area, count);
      mean = meanOfStart(area, count);
    }
  }
  v128.store(area, mean);
  return writeBack(area, phases, turns, count);
}
