/** Primitives over all pairs: sums over dense rows of weights, coherences of many ensembles. */
import { allocate, release } from "./allocator";
import { storeReferenceResult } from "./cells";
import { OSCILLATOR_PHASOR_FUEL } from "./costs";
import { dense_rows, ensemble_coherences, scratch_bytes_ensembles } from "./dense-rows";
import { floatListType } from "./descriptor";
import { TOO_MANY_OSCILLATORS } from "./kernels-population";
import { DATA, lengthOf } from "./layout";
import { list_new } from "./list";
import { canonical } from "./numerics-canonical";
import { charge, trap, TRAP_LENGTHS, TRAP_MEMORY, TRAP_WEIGHTS } from "./trap";

/** Traps unless a list has n² numbers. */
function demandSquare(weights: usize, n: f64): void {
  const length = <f64>lengthOf(weights);
  if (length != n * n) trap(TRAP_LENGTHS, n * n, length);
}

/**
 * Σ over j ≠ i of w[i][j]·c[j] and of w[i][j]·s[j], as results 0 and 1, from an n × n matrix row by
 * row. Cost: 1 fuel an element. Traps: lengths, memory.
 */
export function dense_sums(weights: usize, cosines: usize, sines: usize): void {
  const count = lengthOf(cosines);
  if (lengthOf(sines) != count) trap(TRAP_LENGTHS, <f64>count, <f64>lengthOf(sines));
  demandSquare(weights, <f64>count);
  charge(<i64>count * <i64>count + <i64>count);
  const ofCosines = list_new(floatListType(), count);
  const ofSines = list_new(floatListType(), count);
  const toCosines = ofCosines + DATA;
  const toSines = ofSines + DATA;
  dense_rows(weights + DATA, <f64>count, cosines + DATA, sines + DATA, toCosines, toSines);
  withoutOwn(toCosines, weights + DATA, cosines + DATA, <usize>count);
  withoutOwn(toSines, weights + DATA, sines + DATA, <usize>count);
  storeReferenceResult(0, ofCosines);
  storeReferenceResult(1, ofSines);
}

/** Takes the diagonal's products out of the sums. */
function withoutOwn(sums: usize, weights: usize, values: usize, n: usize): void {
  for (let i: usize = 0; i < n; i++) {
    const own = load<f64>(weights + i * ((n + 1) << 3)) * load<f64>(values + (i << 3));
    store<f64>(sums + (i << 3), canonical(load<f64>(sums + (i << 3)) - own));
  }
}

/** Σ of the weights off the diagonal, row by row in ascending order. */
function weightOffDiagonal(weights: usize, n: usize): f64 {
  let total: f64 = 0;
  for (let i: usize = 0; i < n; i++) {
    for (let j: usize = 0; j < n; j++) {
      if (i != j) total += load<f64>(weights + ((i * n + j) << 3));
    }
  }
  return total;
}

/**
 * Σ w cos(θi − θj) / Σ w over i ≠ j of each ensemble of n phases, one ensemble after the other.
 * Cost: 8 fuel a phase, 1 fuel a pair of each ensemble. Traps: lengths (no whole number of
 * ensembles, no n × n weights), weights (Σ w ≤ 0), memory.
 */
export function coherences_of(phases: usize, n: f64, weights: usize): usize {
  const total = <f64>lengthOf(phases);
  if (!(n >= 0 && n < <f64>TOO_MANY_OSCILLATORS)) trap(TRAP_MEMORY);
  demandSquare(weights, n);
  const ensembles = n == 0 ? 0 : floor(total / n);
  if (ensembles * n != total) trap(TRAP_LENGTHS, (ensembles + 1) * n, total);
  charge(<i64>(total * (<f64>OSCILLATOR_PHASOR_FUEL + n) + n * n));
  const weight = weightOffDiagonal(weights + DATA, <usize>n);
  if (!(weight > 0)) trap(TRAP_WEIGHTS, weight);
  const result = list_new(floatListType(), <u32>ensembles);
  const bytes = <u64>scratch_bytes_ensembles(n);
  const scratch = allocate(bytes);
  ensemble_coherences(phases + DATA, ensembles, n, weights + DATA, result + DATA, scratch);
  release(scratch, bytes);
  for (let at: usize = 0; at < <usize>ensembles << 3; at += 8) {
    store<f64>(result + DATA + at, canonical(load<f64>(result + DATA + at) / weight));
  }
  return result;
}
