/** Primitives over lists: sums and means, slices, shortening, order and coherence of phases. */
import { NODE_FUEL, OSCILLATOR_PHASOR_FUEL } from "./costs";
import { storeFloatResult } from "./cells";
import { allocate, release } from "./allocator";
import { elementShift, elementType, KIND_STRING, kindOf } from "./descriptor";
import { drop, dupElements, unique } from "./heap";
import { demandSlice } from "./kernels-text";
import { DATA, lengthOf, typeOf } from "./layout";
import { LIST_LENGTH } from "./shared-layout";
import { list_new } from "./list";
import { coherence, order_parameter, scratch_bytes_order } from "./population-order";
import { mean_f64, sum_f64 } from "./reduce";
import { charge, chargeBytes, trap, TRAP_TOO_FEW, TRAP_TRUNCATION } from "./trap";

/** Traps unless the list has `least` elements or more. */
export function demandLength(list: usize, least: u32): void {
  if (lengthOf(list) < least) trap(TRAP_TOO_FEW, <f64>least, <f64>lengthOf(list));
}

/** The sum of a list of Floats in the fixed order; 0 for none. Cost: 1 fuel an element. */
export function list_sum(list: usize): f64 {
  const length = lengthOf(list);
  charge(<i64>length);
  return sum_f64(list + DATA, <f64>length);
}

/** The mean of a list of Floats. Cost: 1 fuel an element. Traps: too few (none). */
export function list_mean(list: usize): f64 {
  const length = lengthOf(list);
  charge(<i64>length);
  demandLength(list, 1);
  return mean_f64(list + DATA, <f64>length);
}

/**
 * The elements from index `from` up to but without `to`. Cost: the new list, 1 fuel for 8 bytes.
 * Traps: slice, backwards.
 */
export function list_slice(list: usize, from: f64, to: f64): usize {
  const length = lengthOf(list);
  demandSlice(from, to, <f64>length);
  const shift = <usize>elementShift(kindOf(elementType(typeOf(list))));
  const count = <u32>to - <u32>from;
  const bytes = <usize>count << shift;
  chargeBytes(bytes);
  const slice = list_new(typeOf(list), count);
  memory.copy(slice + DATA, list + DATA + (<usize>from << shift), bytes);
  dupElements(slice, count);
  return slice;
}

/**
 * Leaves the first `length` elements. Cost: 1 fuel, and a copy where others hold the list. Traps:
 * truncation.
 */
export function list_truncate(list: usize, length: f64): usize {
  const before = lengthOf(list);
  if (!(length >= 0 && length <= <f64>before)) trap(TRAP_TRUNCATION, length, <f64>before);
  charge(NODE_FUEL);
  list = unique(list);
  if (kindOf(elementType(typeOf(list))) >= KIND_STRING) {
    const end = list + DATA + (<usize>before << 2);
    for (let at = list + DATA + (<usize>length << 2); at < end; at += 4) drop(<usize>load<u32>(at));
  }
  store<u32>(list, <u32>length, LIST_LENGTH);
  return list;
}

/**
 * r and ψ of a list of phases, as results 0 and 1. Cost: 8 fuel an oscillator. Traps: too few
 * (none).
 */
export function list_order(phases: usize): void {
  demandLength(phases, 1);
  const r = orderOf(phases + DATA, lengthOf(phases));
  storeFloatResult(0, r);
  storeFloatResult(1, lastPhase);
}

/** ψ of the last order parameter. */
let lastPhase: f64 = 0;

/** r of so many phases at an address; leaves ψ behind. */
export function orderOf(phases: usize, count: u32): f64 {
  charge(<i64>count * OSCILLATOR_PHASOR_FUEL);
  const bytes = <u64>scratch_bytes_order(<f64>count);
  const scratch = allocate(bytes + 16);
  const out = scratch + <usize>bytes;
  order_parameter(phases, <f64>count, scratch, out);
  const r = load<f64>(out);
  lastPhase = load<f64>(out, 8);
  release(scratch, bytes + 16);
  return r;
}

/**
 * Coherence of a list of phases, all pairs alike. Cost: 8 fuel an oscillator. Traps: too few (< 2).
 */
export function list_coherence(phases: usize): f64 {
  demandLength(phases, 2);
  const count = lengthOf(phases);
  charge(<i64>count * OSCILLATOR_PHASOR_FUEL);
  const bytes = <u64>scratch_bytes_order(<f64>count);
  const scratch = allocate(bytes);
  const result = coherence(phases + DATA, <f64>count, scratch);
  release(scratch, bytes);
  return result;
}
