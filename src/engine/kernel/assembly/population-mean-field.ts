/**
 * Runge–Kutta steps of an all-to-all population: x' = f + κ·Im(z·e^(−2πix)), z the mean phasor.
 *
 * The stages are those of `population-stage.ts`, with the way g·Im(z·conj(p)), g = κ·dt. No sine is
 * computed in a step; every oscillator costs O(1).
 */
import { BLOCK, leftBranch } from "./reduce";
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
  begin,
  CHUNK_BYTES,
  chunksOf,
  COSINE,
  HEADER_BYTES,
  refuse,
  RESYNC_STEPS,
  SINE,
  STAGE_COSINE,
  STAGE_SINE,
  STATUS_DONE,
  synchronise,
  writeBack,
} from "./population-state";

/** One stage of two oscillators; `real` and `imaginary` are the mean phasor times the gain. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function pulled<Stage, Path>(at: usize, real: v128, imaginary: v128): void {
  const isFirst = sizeof<Stage>() == sizeof<First>();
  const cosine = isFirst ? v128.load(at, COSINE) : v128.load(at, STAGE_COSINE);
  const sine = isFirst ? v128.load(at, SINE) : v128.load(at, STAGE_SINE);
  const d = f64x2.sub(f64x2.mul(imaginary, cosine), f64x2.mul(real, sine));
  stageOf<Stage, Path>(at, d);
}

/** A stage over at most one block; gives the sum of its new phasors as (cos, sin). */
function stageBlock<Stage, Path>(from: usize, chunks: usize, pull: v128): v128 {
  const real = v128.shuffle<f64>(pull, pull, 0, 0);
  const imaginary = v128.shuffle<f64>(pull, pull, 1, 1);
  const isLast = sizeof<Stage>() == sizeof<Last>();
  let cosine0 = f64x2.splat(0);
  let cosine1 = f64x2.splat(0);
  let cosine2 = f64x2.splat(0);
  let cosine3 = f64x2.splat(0);
  let sine0 = f64x2.splat(0);
  let sine1 = f64x2.splat(0);
  let sine2 = f64x2.splat(0);
  let sine3 = f64x2.splat(0);
  const end = from + chunks * CHUNK_BYTES;
  for (let at = from; at < end; at += CHUNK_BYTES) {
    pulled<Stage, Path>(at, real, imaginary);
    pulled<Stage, Path>(at + 16, real, imaginary);
    pulled<Stage, Path>(at + 32, real, imaginary);
    pulled<Stage, Path>(at + 48, real, imaginary);
    const line = at + (isLast ? COSINE : STAGE_COSINE);
    cosine0 = f64x2.add(cosine0, v128.load(line));
    cosine1 = f64x2.add(cosine1, v128.load(line, 16));
    cosine2 = f64x2.add(cosine2, v128.load(line, 32));
    cosine3 = f64x2.add(cosine3, v128.load(line, 48));
    sine0 = f64x2.add(sine0, v128.load(line, 64));
    sine1 = f64x2.add(sine1, v128.load(line, 80));
    sine2 = f64x2.add(sine2, v128.load(line, 96));
    sine3 = f64x2.add(sine3, v128.load(line, 112));
  }
  return folded(
    f64x2.add(f64x2.add(cosine0, cosine1), f64x2.add(cosine2, cosine3)),
    f64x2.add(f64x2.add(sine0, sine1), f64x2.add(sine2, sine3)),
  );
}

/** Even and odd lanes of both sums, added. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function folded(cosines: v128, sines: v128): v128 {
  const even = v128.shuffle<f64>(cosines, sines, 0, 2);
  return f64x2.add(even, v128.shuffle<f64>(cosines, sines, 1, 3));
}

/** A stage over all blocks, summed by the tree. */
function stage<Stage>(from: usize, n: usize, pull: v128, path: i32): v128 {
  if (n <= BLOCK) {
    const chunks = chunksOf(n);
    if (path == SMALL) return stageBlock<Stage, SmallPath>(from, chunks, pull);
    if (path == MIDDLE) return stageBlock<Stage, MiddlePath>(from, chunks, pull);
    return stageBlock<Stage, FullPath>(from, chunks, pull);
  }
  const left = leftBranch(n);
  const head = stage<Stage>(from, left, pull, path);
  const rest = from + (left >> 3) * CHUNK_BYTES;
  return f64x2.add(head, stage<Stage>(rest, n - left, pull, path));
}

/** One column of a block in eight lanes, folded to (even lanes, odd lanes). */
function columnLanes(from: usize, chunks: usize): v128 {
  let lanes0 = f64x2.splat(0);
  let lanes1 = f64x2.splat(0);
  let lanes2 = f64x2.splat(0);
  let lanes3 = f64x2.splat(0);
  const end = from + chunks * CHUNK_BYTES;
  for (let at = from; at < end; at += CHUNK_BYTES) {
    lanes0 = f64x2.add(lanes0, v128.load(at));
    lanes1 = f64x2.add(lanes1, v128.load(at, 16));
    lanes2 = f64x2.add(lanes2, v128.load(at, 32));
    lanes3 = f64x2.add(lanes3, v128.load(at, 48));
  }
  return f64x2.add(f64x2.add(lanes0, lanes1), f64x2.add(lanes2, lanes3));
}

/** The sum of the phasors at the start of a step. */
function startSum(from: usize, n: usize): v128 {
  if (n <= BLOCK) {
    const chunks = chunksOf(n);
    return folded(columnLanes(from + COSINE, chunks), columnLanes(from + SINE, chunks));
  }
  const left = leftBranch(n);
  const rest = from + (left >> 3) * CHUNK_BYTES;
  return f64x2.add(startSum(from, left), startSum(rest, n - left));
}

/**
 * Advances n oscillators by `stepCount` steps of one call, of which `firstStep` are done already.
 *
 * In: phases (cycles, in [−½, ½)), turns (i64), frequencies (Hz), κ = K/TAU in Hz, dt in s; a
 * working area of `scratch_bytes_mean_field(n)` bytes, 16-byte aligned. A call of T steps may be
 * cut into slices (0, a), (a, b), …: same bits, if the working area is left alone between them and
 * all other operands stay the same. The first slice has firstStep = 0 (and may have stepCount = 0).
 * Phases and turns are up to date after every slice. Out: a status, 0 if done; else nothing
 * changed, unless turns would be no Int: then part of the state is. Cost: 2 sine–cosine pairs per
 * oscillator on entry, one every 256 steps, some 140 operations a step. Source: Kuramoto (1975);
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
  const path = pathFor(abs(gain) * TAU);
  const from = area + HEADER_BYTES;
  const divisor = f64x2.splat(n);
  if (firstStep == 0) {
    const status = refuse(phases, frequencies, count, dt, abs(gain));
    if (status != STATUS_DONE) return status;
    begin(area, phases, frequencies, count, dt);
    v128.store(area, f64x2.div(startSum(from, count), divisor));
  }
  const half = f64x2.splat(gain * 0.5);
  const whole = f64x2.splat(gain);
  let mean = v128.load(area);
  const last = <u64>firstStep + <u64>stepCount;
  for (let step = <u64>firstStep; step < last; step++) {
    let total = stage<First>(from, count, f64x2.mul(half, mean), path);
    mean = f64x2.div(total, divisor);
    total = stage<Second>(from, count, f64x2.mul(half, mean), path);
    mean = f64x2.div(total, divisor);
    total = stage<Third>(from, count, f64x2.mul(whole, mean), path);
    mean = f64x2.div(total, divisor);
    total = stage<Last>(from, count, f64x2.mul(half, mean), path);
    if ((step + 1) % RESYNC_STEPS == 0) {
      synchronise(area, count);
      total = startSum(from, count);
    }
    mean = f64x2.div(total, divisor);
  }
  v128.store(area, mean);
  return writeBack(area, phases, turns, count);
}
