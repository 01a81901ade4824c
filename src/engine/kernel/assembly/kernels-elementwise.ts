/**
 * Arithmetic over whole lists of Floats: two of one length, or a list and a number.
 *
 * The first list is taken: the result stands in its place when only the caller holds it, else in a
 * new list. Two elements at a time, each by one IEEE operation, so bits are those of a loop.
 *
 * Cost: 1 fuel an element, and a new list where others hold the first. Traps: lengths.
 */
import { countOf, DATA, lengthOf, typeOf } from "./layout";
import { list_new } from "./list";
import { chargeBytes, trap, TRAP_LENGTHS } from "./trap";

const ADD = 0;
const SUBTRACT = 1;
const MULTIPLY = 2;
const DIVIDE = 3;

/** A constant operation leaves one branch of it. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function pair(operation: i32, a: v128, b: v128): v128 {
  if (operation == ADD) return f64x2.add(a, b);
  if (operation == SUBTRACT) return f64x2.sub(a, b);
  if (operation == MULTIPLY) return f64x2.mul(a, b);
  return f64x2.div(a, b);
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function single(operation: i32, a: f64, b: f64): f64 {
  if (operation == ADD) return a + b;
  if (operation == SUBTRACT) return a - b;
  if (operation == MULTIPLY) return a * b;
  return a / b;
}

/** Where the result goes: the list, or a new one as long; the caller's hold goes over to it. */
function room(list: usize): usize {
  const length = lengthOf(list);
  chargeBytes(<u64>length << 3);
  const holders = countOf(list);
  if (holders == 1) return list;
  const fresh = list_new(typeOf(list), length);
  store<u32>(list, holders - 1);
  return fresh;
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function combine(operation: i32, first: usize, second: usize): usize {
  const length = lengthOf(first);
  if (lengthOf(second) != length) trap(TRAP_LENGTHS, <f64>length, <f64>lengthOf(second));
  const result = room(first);
  const end = DATA + (<usize>length << 3);
  let at = DATA;
  for (; at + 16 <= end; at += 16) {
    v128.store(result + at, pair(operation, v128.load(first + at), v128.load(second + at)));
  }
  if (at < end) {
    const last = single(operation, load<f64>(first + at), load<f64>(second + at));
    store<f64>(result + at, last);
  }
  return result;
}

/** Every element with the number on its right, or on its left where `isBehind`. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function combineWith(operation: i32, list: usize, x: f64, isBehind: bool): usize {
  const result = room(list);
  const both = f64x2.splat(x);
  const end = DATA + (<usize>lengthOf(result) << 3);
  let at = DATA;
  for (; at + 16 <= end; at += 16) {
    const elements = v128.load(list + at);
    const combined = isBehind
      ? pair(operation, both, elements)
      : pair(operation, elements, both);
    v128.store(result + at, combined);
  }
  if (at < end) {
    const element = load<f64>(list + at);
    const last = isBehind ? single(operation, x, element) : single(operation, element, x);
    store<f64>(result + at, last);
  }
  return result;
}

export function list_add(first: usize, second: usize): usize {
  return combine(ADD, first, second);
}

export function list_subtract(first: usize, second: usize): usize {
  return combine(SUBTRACT, first, second);
}

export function list_multiply(first: usize, second: usize): usize {
  return combine(MULTIPLY, first, second);
}

export function list_divide(first: usize, second: usize): usize {
  return combine(DIVIDE, first, second);
}

/** xs[i] + x */
export function list_shift(list: usize, x: f64): usize {
  return combineWith(ADD, list, x, false);
}

/** xs[i] − x */
export function list_lower(list: usize, x: f64): usize {
  return combineWith(SUBTRACT, list, x, false);
}

/** x − xs[i] */
export function list_subtract_from(list: usize, x: f64): usize {
  return combineWith(SUBTRACT, list, x, true);
}

/** xs[i] · x */
export function list_scale(list: usize, x: f64): usize {
  return combineWith(MULTIPLY, list, x, false);
}

/** xs[i] / x */
export function list_divide_by(list: usize, x: f64): usize {
  return combineWith(DIVIDE, list, x, false);
}

/** x / xs[i] */
export function list_divide_into(list: usize, x: f64): usize {
  return combineWith(DIVIDE, list, x, true);
}
