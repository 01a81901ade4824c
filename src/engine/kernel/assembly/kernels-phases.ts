/**
 * Primitives that models of oscillators are made of: phasors of all phases, weighted sums over the
 * edges of a graph, and phases moved by increments.
 */
import { storeReferenceResult } from "./cells";
import { EDGE_ENTRY_FUEL, EDGE_STEP_FUEL, OSCILLATOR_PHASOR_FUEL } from "./costs";
import { floatListType } from "./descriptor";
import { unique } from "./heap";
import {
  COLUMNS,
  demandDone,
  PHASES,
  sizeOfGraph,
  slot,
  STARTS,
  TURNS,
  WEIGHTS,
} from "./kernels-population";
import { DATA, lengthOf } from "./layout";
import { list_new } from "./list";
import { refuseRows, rowBehind, rowMembers, rowWork } from "./population-rows";
import { sincosCycles } from "./sincos-arrays";
import {
  giveOperand,
  LEAST_ELEMENTS,
  operandSize,
  PART_GRAIN,
  partEnd,
  partStart,
  share,
} from "./team";
import { charge, LARGEST_INT, trap, TRAP_LENGTHS, TRAP_OVERFLOW, TRAP_PHASE } from "./trap";

/** The sine and cosine of a phase, and a product of an edge, in steps of an oscillator. */
const PHASOR_WORK: f64 = 0.5;
const EDGE_WORK: f64 = 0.1;

/** What `list_phasors` gives its task. */
const enum PhasorOperand {
  phases,
  sines,
  cosines,
  count,
}

/** What a member does of `list_phasors`. */
function phasorsPart(): void {
  const n = operandSize(PhasorOperand.count);
  const at = partStart(n, PART_GRAIN) << 3;
  const count = partEnd(n, PART_GRAIN) - (at >> 3);
  sincosCycles(
    operandSize(PhasorOperand.phases) + at,
    operandSize(PhasorOperand.sines) + at,
    operandSize(PhasorOperand.cosines) + at,
    count,
  );
}

/** Cosines and sines of all phases; results 0 and 1. */
export function list_phasors(phases: usize): void {
  const count = lengthOf(phases);
  charge(<i64>count * OSCILLATOR_PHASOR_FUEL);
  const cosines = list_new(floatListType(), count);
  const sines = list_new(floatListType(), count);
  giveOperand(PhasorOperand.phases, <f64>(phases + DATA));
  giveOperand(PhasorOperand.sines, <f64>(sines + DATA));
  giveOperand(PhasorOperand.cosines, <f64>(cosines + DATA));
  giveOperand(PhasorOperand.count, count);
  share(phasorsPart, <usize>count / LEAST_ELEMENTS, <f64>count * PHASOR_WORK);
  storeReferenceResult(0, cosines);
  storeReferenceResult(1, sines);
}

/** What `graph_sums` gives its task. */
const enum SumOperand {
  starts,
  columns,
  weights,
  values,
  result,
  count,
  edges,
}

/**
 * Σ Wij·xj for every node i; edge e of a row goes to accumulator e mod 4, and the row folds as
 * (0 + 2) + (1 + 3). Traps: lengths, graph, edge, self-loop.
 */
export function graph_sums(graph: usize, values: usize): usize {
  const count = lengthOf(values);
  const edges = sizeOfGraph(graph, count);
  charge(<i64>edges * (EDGE_ENTRY_FUEL + EDGE_STEP_FUEL) + <i64>count);
  const starts = slot(graph, STARTS) + DATA;
  const columns = slot(graph, COLUMNS) + DATA;
  demandDone(refuseRows(<usize>count, starts, columns, <f64>edges), 0);
  const result = list_new(floatListType(), count);
  giveOperand(SumOperand.starts, <f64>starts);
  giveOperand(SumOperand.columns, <f64>columns);
  giveOperand(SumOperand.weights, <f64>(slot(graph, WEIGHTS) + DATA));
  giveOperand(SumOperand.values, <f64>(values + DATA));
  giveOperand(SumOperand.result, <f64>(result + DATA));
  giveOperand(SumOperand.count, count);
  giveOperand(SumOperand.edges, edges);
  share(sumsPart, rowMembers(<usize>count, <usize>edges), <f64>edges * EDGE_WORK);
  return result;
}

/** What a member does of `graph_sums`. */
function sumsPart(): void {
  const starts = operandSize(SumOperand.starts);
  const result = operandSize(SumOperand.result);
  const n = operandSize(SumOperand.count);
  const work = rowWork(n, operandSize(SumOperand.edges));
  const last = rowBehind(partEnd(work, 1), n, starts);
  const first = rowBehind(partStart(work, 1), n, starts);
  let start = <usize>load<i64>(starts + (first << 3));
  for (let row = first; row < last; row++) {
    const end = <usize>load<i64>(starts + (row << 3), 8);
    const sum = rowSumOf(
      operandSize(SumOperand.columns),
      operandSize(SumOperand.weights),
      operandSize(SumOperand.values),
      start,
      end,
    );
    store<f64>(result + (row << 3), sum);
    start = end;
  }
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function edgeOf(columns: usize, weights: usize, values: usize, edge: usize): f64 {
  const column = <usize>load<u32>(columns + (edge << 3));
  return load<f64>(weights + (edge << 3)) * load<f64>(values + (column << 3));
}

function rowSumOf(columns: usize, weights: usize, values: usize, start: usize, end: usize): f64 {
  let first: f64 = 0;
  let second: f64 = 0;
  let third: f64 = 0;
  let fourth: f64 = 0;
  let edge = start;
  for (; edge + 4 <= end; edge += 4) {
    first += edgeOf(columns, weights, values, edge);
    second += edgeOf(columns, weights, values, edge + 1);
    third += edgeOf(columns, weights, values, edge + 2);
    fourth += edgeOf(columns, weights, values, edge + 3);
  }
  if (edge < end) first += edgeOf(columns, weights, values, edge);
  if (edge + 1 < end) second += edgeOf(columns, weights, values, edge + 1);
  if (edge + 2 < end) third += edgeOf(columns, weights, values, edge + 2);
  return first + third + (second + fourth);
}

/**
 * Moves every phase by its increment, in cycles, and counts the turns. Traps: lengths, phase (one
 * that is no number or infinite), overflow (turns past the last Int).
 */
export function population_shift(population: usize, increments: usize): usize {
  population = unique(population);
  const count = lengthOf(increments);
  const length = lengthOf(slot(population, PHASES));
  if (length != count) trap(TRAP_LENGTHS, <f64>length, <f64>count);
  const turnsLength = lengthOf(slot(population, TURNS));
  if (turnsLength != count) trap(TRAP_LENGTHS, <f64>count, <f64>turnsLength);
  charge(count);
  store<u32>(population + PHASES, <u32>unique(slot(population, PHASES)));
  store<u32>(population + TURNS, <u32>unique(slot(population, TURNS)));
  const phases = slot(population, PHASES) + DATA;
  const turns = slot(population, TURNS) + DATA;
  for (let at: usize = 0; at < <usize>count << 3; at += 8) {
    const moved = load<f64>(phases + at) + load<f64>(increments + DATA + at);
    let whole = nearest<f64>(moved);
    let rest = moved - whole;
    // Rounding to even leaves ½ only where the interval begins again.
    if (rest == 0.5) {
      rest = -0.5;
      whole += 1;
    }
    if (!(abs<f64>(rest) <= 0.5)) trap(TRAP_PHASE);
    if (whole != 0) {
      const before = <f64>load<i64>(turns + at);
      const after = before + whole;
      if (!(abs<f64>(after) <= LARGEST_INT)) trap(TRAP_OVERFLOW, before, whole);
      store<i64>(turns + at, <i64>after);
    }
    store<f64>(phases + at, rest);
  }
  return population;
}
