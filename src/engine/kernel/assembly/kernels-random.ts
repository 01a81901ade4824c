/**
 * Primitives that draw random numbers by (seed, stream, counter); a list takes consecutive
 * counters.
 */
import { RANDOM_FUEL } from "./costs";
import { floatListType } from "./descriptor";
import { DATA, lengthOf } from "./layout";
import { list_fill } from "./list";
import {
  lorentzian_quantiles,
  random_below,
  random_lorentzian_array,
  random_normal_array,
  random_uniform_array,
} from "./random-variates";
import {
  giveOperand,
  LEAST_ELEMENTS,
  operand,
  operandSize,
  PART_GRAIN,
  partEnd,
  partStart,
  share,
} from "./team";
import { charge, LARGEST_INT, trap, TRAP_ARGUMENT, TRAP_OVERFLOW } from "./trap";

/** A random number, in steps of an oscillator. */
const NUMBER_WORK: f64 = 3;

/** A list of `count` Floats to be drawn, all paid. Traps: count (below 0), fuel, memory. */
function drawList(count: f64): usize {
  const list = list_fill(floatListType(), count);
  charge(<i64>lengthOf(list) * RANDOM_FUEL);
  return list;
}

/**
 * As `drawList`, for the counters from `counter` on. Traps: also overflow (the last one is no Int).
 */
function drawCounted(counter: f64, count: f64): usize {
  if (counter + (count - 1) > LARGEST_INT) trap(TRAP_OVERFLOW, counter, count - 1);
  return drawList(count);
}

/** An Int in 0 … bound − 1. Traps: argument (bound below 1). */
export function random_index(seed: f64, stream: f64, counter: f64, bound: f64): f64 {
  if (!(bound >= 1)) trap(TRAP_ARGUMENT, bound, 1);
  return random_below(seed, stream, counter, bound);
}

/** What the tasks are given. */
const enum Operand {
  seed,
  stream,
  counter,
  count,
  list,
}

function uniformsPart(): void {
  const first = firstOfPart();
  const to = operandSize(Operand.list) + (<usize>first << 3);
  const counter = operand(Operand.counter) + first;
  const count = lastOfPart() - first;
  random_uniform_array(operand(Operand.seed), operand(Operand.stream), counter, count, to);
}

function normalsPart(): void {
  const first = firstOfPart();
  const to = operandSize(Operand.list) + (<usize>first << 3);
  const counter = operand(Operand.counter) + first;
  const count = lastOfPart() - first;
  random_normal_array(operand(Operand.seed), operand(Operand.stream), counter, count, to);
}

function lorentziansPart(): void {
  const first = firstOfPart();
  const to = operandSize(Operand.list) + (<usize>first << 3);
  const counter = operand(Operand.counter) + first;
  const count = lastOfPart() - first;
  random_lorentzian_array(operand(Operand.seed), operand(Operand.stream), counter, count, to);
}

function firstOfPart(): f64 {
  return <f64>partStart(operandSize(Operand.count), PART_GRAIN);
}

function lastOfPart(): f64 {
  return <f64>partEnd(operandSize(Operand.count), PART_GRAIN);
}

/** A list that a team fills. */
function drawShared(task: () => void, seed: f64, stream: f64, counter: f64, count: f64): usize {
  const list = drawCounted(counter, count);
  giveOperand(Operand.seed, seed);
  giveOperand(Operand.stream, stream);
  giveOperand(Operand.counter, counter);
  giveOperand(Operand.count, count);
  giveOperand(Operand.list, <f64>(list + DATA));
  share(task, <usize>count / LEAST_ELEMENTS, count * NUMBER_WORK);
  return list;
}

export function random_uniforms(seed: f64, stream: f64, counter: f64, count: f64): usize {
  return drawShared(uniformsPart, seed, stream, counter, count);
}

export function random_normals(seed: f64, stream: f64, counter: f64, count: f64): usize {
  return drawShared(normalsPart, seed, stream, counter, count);
}

export function random_lorentzians(seed: f64, stream: f64, counter: f64, count: f64): usize {
  return drawShared(lorentziansPart, seed, stream, counter, count);
}

/** The quantiles tan(π((i + ½)/n − ½)). Cost: 40 fuel each. Traps: count (below 0). */
export function lorentzian_sample(count: f64): usize {
  const list = drawList(count);
  lorentzian_quantiles(count, list + DATA);
  return list;
}
