/**
 * Runge–Kutta steps of an all-to-all population: x' = f + κ·Im(z·e^(−2πix)), z the mean phasor.
 *
 * The stages are those of `population-stage.ts`, with the way g·Im(z·conj(p)), g = κ·dt. No sine is
 * computed in a step; every oscillator costs O(1).
 */
import { BLOCK, blocksOf, foldPairs } from "./reduce";
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
  refuse,
  RESYNC_STEPS,
  SINE,
  STAGE_COSINE,
  STAGE_SINE,
  STATUS_DONE,
  synchronise,
  writeBack,
} from "./population-state";
import {
  giveOperand,
  isObjected,
  LEAST_ELEMENTS,
  meet,
  memberIndex,
  object,
  operand,
  operandSize,
  partEnd,
  partStart,
  share,
} from "./team";

/** Bytes of the sums of all blocks. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function sumBytes(n: usize): usize {
  return blocksOf(n) << 4;
}

/** Bytes of scratch that `evolve_mean_field` needs for n oscillators. */
export function scratch_bytes_mean_field(n: f64): f64 {
  return <f64>(areaBytes(<usize>n) + 2 * sumBytes(<usize>n));
}

// Part of this member, and where the sums of blocks stand: those of odd stages, those of even ones.
let area: usize = 0;
let count: usize = 0;
let from: usize = 0;
let to: usize = 0;
let oddSums: usize = 0;
let evenSums: usize = 0;

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

/** A stage over the block that begins with an oscillator. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function stageFrom<Stage>(index: usize, pull: v128, path: i32): v128 {
  const at = cellOf(area, index);
  const chunks = chunksOf(min<usize>(to - index, BLOCK));
  if (path == SMALL) return stageBlock<Stage, SmallPath>(at, chunks, pull);
  if (path == MIDDLE) return stageBlock<Stage, MiddlePath>(at, chunks, pull);
  return stageBlock<Stage, FullPath>(at, chunks, pull);
}

/** A stage over this member's blocks; gives the mean phasor of all that comes out of it. */
function stage<Stage>(pull: v128, path: i32, sums: usize): v128 {
  if (count <= BLOCK) return f64x2.div(stageFrom<Stage>(0, pull, path), divisor());
  for (let index = from; index < to; index += BLOCK) {
    v128.store(sumOf(sums, index), stageFrom<Stage>(index, pull, path));
  }
  return meanOf(sums);
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function divisor(): v128 {
  return f64x2.splat(<f64>count);
}

/** Where the sum of the block stands that begins with an oscillator. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function sumOf(sums: usize, index: usize): usize {
  return sums + ((index / BLOCK) << 4);
}

/** The mean phasor, once all members have the sums of their blocks. */
function meanOf(sums: usize): v128 {
  meet();
  return f64x2.div(foldPairs(sums, blocksOf(count)), divisor());
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

/** The mean phasor at the start of a step. */
function startMean(): v128 {
  for (let index = from; index < to; index += BLOCK) {
    const at = cellOf(area, index);
    const chunks = chunksOf(min<usize>(to - index, BLOCK));
    const cosines = columnLanes(at + COSINE, chunks);
    const sum = folded(cosines, columnLanes(at + SINE, chunks));
    v128.store(sumOf(evenSums, index), sum);
  }
  return meanOf(evenSums);
}

/** The steps of a slice, from the mean phasor before them to the one behind them. */
function advance(mean: v128, gain: f64, firstStep: u64, lastStep: u64): v128 {
  const path = pathFor(abs(gain) * TAU);
  const half = f64x2.splat(gain * 0.5);
  const whole = f64x2.splat(gain);
  for (let step = firstStep; step < lastStep; step++) {
    mean = stage<First>(f64x2.mul(half, mean), path, oddSums);
    mean = stage<Second>(f64x2.mul(half, mean), path, evenSums);
    mean = stage<Third>(f64x2.mul(whole, mean), path, oddSums);
    mean = stage<Last>(f64x2.mul(half, mean), path, evenSums);
    if ((step + 1) % RESYNC_STEPS == 0) {
      synchronise(area, from, to);
      mean = startMean();
    }
  }
  return mean;
}

/** What the task is given. */
const enum Operand {
  phases,
  turns,
  frequencies,
  n,
  kappa,
  dt,
  firstStep,
  stepCount,
  workingArea,
}

/** What a member does of a slice. */
function evolvePart(): void {
  const phases = operandSize(Operand.phases);
  const frequencies = operandSize(Operand.frequencies);
  const dt = operand(Operand.dt);
  const gain = operand(Operand.kappa) * dt;
  const firstStep = <u64>operand(Operand.firstStep);
  count = operandSize(Operand.n);
  area = operandSize(Operand.workingArea);
  from = partStart(count, BLOCK);
  to = partEnd(count, BLOCK);
  oddSums = area + areaBytes(count);
  evenSums = oddSums + sumBytes(count);
  let mean = v128.load(area);
  if (firstStep == 0) {
    if (refuse(phases, frequencies, from, to, dt, abs(gain)) != STATUS_DONE) object();
    begin(area, phases, frequencies, from, to, dt);
    mean = startMean();
    if (isObjected()) return;
  }
  mean = advance(mean, gain, firstStep, firstStep + <u64>operand(Operand.stepCount));
  if (memberIndex() == 0) v128.store(area, mean);
  if (writeBack(area, phases, operandSize(Operand.turns), from, to) != STATUS_DONE) object();
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
  workingArea: usize,
): i32 {
  if (n == 0) return STATUS_DONE;
  giveOperand(Operand.phases, <f64>phases);
  giveOperand(Operand.turns, <f64>turns);
  giveOperand(Operand.frequencies, <f64>frequencies);
  giveOperand(Operand.n, n);
  giveOperand(Operand.kappa, kappa);
  giveOperand(Operand.dt, dt);
  giveOperand(Operand.firstStep, firstStep);
  giveOperand(Operand.stepCount, stepCount);
  giveOperand(Operand.workingArea, <f64>workingArea);
  const all = <usize>n;
  if (share(evolvePart, all / LEAST_ELEMENTS, n * (stepCount + 1))) return STATUS_DONE;
  if (firstStep == 0) {
    const status = refuse(phases, frequencies, 0, all, dt, abs(kappa * dt));
    if (status != STATUS_DONE) return status;
  }
  return writeBack(workingArea, phases, turns, 0, all);
}
