/**
 * What a population shows: complex order parameter, coherence, coherence on a graph.
 *
 * All of them from sine and cosine of the phases, never from a running phasor, so that looking does
 * not change the trajectory.
 */
import { canonical } from "./numerics-canonical";
import { atan2 } from "./numerics-elementary";
import { TAU } from "./population-rotation";
import { rowSum, rowWeight } from "./population-rows";
import { BLOCK, blockPair, blocksOf, foldPairs, sum } from "./reduce";
import { sincosCycles } from "./sincos-arrays";
import {
  giveOperand,
  LEAST_ELEMENTS,
  memberIndex,
  MOST_MEMBERS,
  operandSize,
  partEnd,
  partStart,
  share,
} from "./team";

/** Bytes of the sines and cosines of one block. */
const BLOCK_BYTES: usize = 16 * 1024;
/** The sine and cosine of a phase, in steps of an oscillator. */
const PHASOR_WORK: f64 = 0.5;

/** How many may share the sum of n phasors. */
function mostMembers(n: usize): usize {
  return max<usize>(1, min<usize>(n / LEAST_ELEMENTS, MOST_MEMBERS));
}

/** Bytes of scratch that `order_parameter` and `coherence` need for n phases. */
export function scratch_bytes_order(n: f64): f64 {
  const count = <usize>n;
  return <f64>(mostMembers(count) * BLOCK_BYTES + (blocksOf(count) << 4));
}

/** What the task is given. */
const enum Operand {
  phases,
  n,
  scratch,
  sums,
}

/** What a member does of a sum: the sums of its blocks, with a block of scratch of its own. */
function sumPart(): void {
  const phases = operandSize(Operand.phases);
  const n = operandSize(Operand.n);
  const cosines = operandSize(Operand.scratch) + memberIndex() * BLOCK_BYTES;
  const sines = cosines + (BLOCK << 3);
  const end = partEnd(n, BLOCK);
  for (let index = partStart(n, BLOCK); index < end; index += BLOCK) {
    const count = min<usize>(n - index, BLOCK);
    sincosCycles(phases + (index << 3), sines, cosines, count);
    const sum = operandSize(Operand.sums) + ((index / BLOCK) << 4);
    v128.store(sum, blockPair(cosines, sines, count));
  }
}

/** Σ(cos, sin) of n ≥ 1 phases in the fixed order. */
function sumOfPhasors(phases: usize, n: usize, scratch: usize): v128 {
  const members = mostMembers(n);
  const sums = scratch + members * BLOCK_BYTES;
  giveOperand(Operand.phases, <f64>phases);
  giveOperand(Operand.n, <f64>n);
  giveOperand(Operand.scratch, <f64>scratch);
  giveOperand(Operand.sums, <f64>sums);
  share(sumPart, members, <f64>n * PHASOR_WORK);
  return foldPairs(sums, blocksOf(n));
}

/**
 * The order parameter r·e^(2πiψ) = mean of e^(2πix): stores r at `out`, ψ (cycles, [−½, ½)) at `out
 * + 8`. r = 0 gives ψ = 0. The caller refuses n = 0. Cost: one sine–cosine pair per oscillator.
 */
export function order_parameter(phases: usize, n: f64, scratch: usize, out: usize): void {
  const total = f64x2.div(sumOfPhasors(phases, <usize>n, scratch), f64x2.splat(n));
  const real = f64x2.extract_lane(total, 0);
  const imaginary = f64x2.extract_lane(total, 1);
  const r = sqrt(real * real + imaginary * imaginary);
  let psi: f64 = 0;
  if (r != 0) psi = atan2(imaginary, real) / TAU;
  if (psi == 0.5) psi = -0.5;
  store<f64>(out, canonical(r));
  store<f64>(out, canonical(psi), 8);
}

/**
 * Mean of cos(2π(xi − xj)) over ordered pairs i ≠ j: (N·r² − 1)/(N − 1). The caller refuses N < 2.
 */
export function coherence(phases: usize, n: f64, scratch: usize): f64 {
  const total = f64x2.div(sumOfPhasors(phases, <usize>n, scratch), f64x2.splat(n));
  const real = f64x2.extract_lane(total, 0);
  const imaginary = f64x2.extract_lane(total, 1);
  return canonical((n * (real * real + imaginary * imaginary) - 1.0) / (n - 1.0));
}

/** Bytes of scratch that `coherence_graph` needs. */
export function scratch_bytes_coherence_graph(n: f64): f64 {
  return <f64>(<usize>n * 32);
}

/**
 * Stores Σ w·cos(2π(xi − xj)) over the edges at `out` and Σ w at `out + 8`; the coherence is their
 * quotient, which the caller refuses when Σ w ≤ 0 or N < 2. Rows must have been checked.
 * Cost: one sine–cosine pair per oscillator, one multiplication of a pair per edge.
 */
export function coherence_graph(
  phases: usize,
  n: f64,
  rowStarts: usize,
  columns: usize,
  weights: usize,
  scratch: usize,
  out: usize,
): void {
  const count = <usize>n;
  const pairs = scratch + (count << 4);
  const sines = scratch + (count << 3);
  sincosCycles(phases, sines, scratch, count);
  for (let at: usize = 0; at < count << 3; at += 8) {
    store<f64>(pairs + (at << 1), load<f64>(scratch + at));
    store<f64>(pairs + (at << 1), load<f64>(sines + at), 8);
  }
  for (let row: usize = 0; row < count; row++) {
    const start = <usize>load<i64>(rowStarts + (row << 3));
    const edges = <usize>load<i64>(rowStarts + (row << 3), 8) - start;
    const field = rowSum<i64>(columns + (start << 3), weights + (start << 3), edges, pairs);
    const cosine = load<f64>(pairs + (row << 4));
    const sine = load<f64>(pairs + (row << 4), 8);
    const along = cosine * f64x2.extract_lane(field, 0) + sine * f64x2.extract_lane(field, 1);
    store<f64>(scratch + (row << 3), along);
    store<f64>(sines + (row << 3), rowWeight(weights + (start << 3), edges, false));
  }
  store<f64>(out, canonical(sum(scratch, count)));
  store<f64>(out, canonical(sum(sines, count)), 8);
}
