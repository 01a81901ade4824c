/**
 * Words of 32 bits in Ints: 0 … 2³²−1. An argument counts modulo 2³², so −1 is the word of all
 * ones.
 */
import { trap, TRAP_COUNT } from "./trap";

/** The lowest 32 bits of an Int. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function word(value: f64): u32 {
  return <u32>(<i64>value);
}

export function and_32(a: f64, b: f64): f64 {
  return <f64>(word(a) & word(b));
}

export function or_32(a: f64, b: f64): f64 {
  return <f64>(word(a) | word(b));
}

export function xor_32(a: f64, b: f64): f64 {
  return <f64>(word(a) ^ word(b));
}

export function not_32(a: f64): f64 {
  return <f64>~word(a);
}

export function add_32(a: f64, b: f64): f64 {
  return <f64>(word(a) + word(b));
}

export function subtract_32(a: f64, b: f64): f64 {
  return <f64>(word(a) - word(b));
}

export function multiply_32(a: f64, b: f64): f64 {
  return <f64>(word(a) * word(b));
}

/** Traps on a negative count. */
function demandCount(count: f64): void {
  if (!(count >= 0)) trap(TRAP_COUNT, count, 0);
}

/** Zeros come in from below; nothing is left from 32 places on. */
export function shift_left_32(a: f64, count: f64): f64 {
  demandCount(count);
  return count < 32 ? <f64>(word(a) << <u32>count) : 0;
}

/** Zeros come in from above; nothing is left from 32 places on. */
export function shift_right_32(a: f64, count: f64): f64 {
  demandCount(count);
  return count < 32 ? <f64>(word(a) >> <u32>count) : 0;
}

/** What leaves above comes in below. */
export function rotate_left_32(a: f64, count: f64): f64 {
  demandCount(count);
  return <f64>rotl<u32>(word(a), <u32>(<i64>count & 31));
}

/** How many bits are 1. */
export function ones_32(a: f64): f64 {
  return <f64>popcnt<u32>(word(a));
}
