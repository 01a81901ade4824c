/**
 * Primitives over populations and graphs: they check, make the state their own, and run the kernels
 * in slices, each slice paid before it runs.
 *
 * Population: slots phases (cycles), turns, frequencies (Hz), steps. Graph: slots starts, columns,
 * weights. Recorded values come from sine and cosine of the phases, so recording changes no
 * trajectory.
 */
import {
  EDGE_ENTRY_FUEL,
  EDGE_STEP_FUEL,
  OSCILLATOR_ENTRY_FUEL,
  OSCILLATOR_PHASOR_FUEL,
  OSCILLATOR_STEP_FUEL,
} from "./costs";
import { allocate, release } from "./allocator";
import { storeReferenceResult } from "./cells";
import { floatListType } from "./descriptor";
import { unique } from "./heap";
import { demandLength, orderOf } from "./kernels-list";
import { DATA, lengthOf, SLOTS } from "./layout";
import { list_new } from "./list";
import { evolve_graph, scratch_bytes_graph } from "./population-graph";
import { evolve_mean_field, scratch_bytes_mean_field } from "./population-mean-field";
import { coherence_graph, scratch_bytes_coherence_graph } from "./population-order";
import { TAU } from "./population-rotation";
import { refuseRows } from "./population-rows";
import {
  farthestTurns,
  MOST_TURNS_A_STEP,
  refusedAdded,
  refusedTurns,
  STATUS_COLUMN,
  STATUS_DONE,
  STATUS_PHASE,
  STATUS_RATE,
  STATUS_ROWS,
  STATUS_SELF_LOOP,
  STATUS_TURNS,
} from "./population-state";
import {
  charge,
  LARGEST_INT,
  trap,
  TRAP_EDGE,
  TRAP_EVERY,
  TRAP_GRAPH,
  TRAP_LENGTHS,
  TRAP_MEMORY,
  TRAP_OVERFLOW,
  TRAP_PHASE,
  TRAP_RATE,
  TRAP_SELF_LOOP,
  TRAP_STEPS,
  TRAP_WEIGHTS,
} from "./trap";

export const PHASES: usize = SLOTS;
export const TURNS: usize = SLOTS + 8;
const FREQUENCIES: usize = SLOTS + 16;
const STEPS: usize = SLOTS + 24;

export const STARTS: usize = SLOTS;
export const COLUMNS: usize = SLOTS + 8;
export const WEIGHTS: usize = SLOTS + 16;

/** Oscillators and edges times steps of one slice, about. */
const SLICE_WORK: f64 = 131072;
/** Their state and scratch would not fit into the memory; below it no size wraps around. */
export const TOO_MANY_OSCILLATORS: u32 = 0x200_0000;

// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function slot(record: usize, offset: usize): usize {
  return <usize>load<u32>(record + offset);
}

/** Traps with what a kernel refused. */
export function demandDone(status: i32, dt: f64): void {
  if (status == STATUS_DONE) return;
  if (status == STATUS_RATE) trap(TRAP_RATE, dt);
  if (status == STATUS_PHASE) trap(TRAP_PHASE);
  if (status == STATUS_ROWS) trap(TRAP_GRAPH);
  if (status == STATUS_COLUMN) trap(TRAP_EDGE);
  if (status == STATUS_SELF_LOOP) trap(TRAP_SELF_LOOP);
  if (status == STATUS_TURNS) trap(TRAP_OVERFLOW, <f64>refusedTurns, <f64>refusedAdded);
}

/** How many oscillators; the three lists must be equally long. */
function sizeOfPopulation(population: usize): u32 {
  const count = lengthOf(slot(population, PHASES));
  const turns = lengthOf(slot(population, TURNS));
  const frequencies = lengthOf(slot(population, FREQUENCIES));
  if (turns != count) trap(TRAP_LENGTHS, <f64>count, <f64>turns);
  if (frequencies != count) trap(TRAP_LENGTHS, <f64>count, <f64>frequencies);
  return count;
}

/** How many edges; the graph must have a row for each oscillator and a weight for each edge. */
export function sizeOfGraph(graph: usize, count: u32): u32 {
  const rows = lengthOf(slot(graph, STARTS));
  const edges = lengthOf(slot(graph, COLUMNS));
  const weights = lengthOf(slot(graph, WEIGHTS));
  if (rows != count + 1) trap(TRAP_LENGTHS, <f64>count + 1, <f64>rows);
  if (weights != edges) trap(TRAP_LENGTHS, <f64>edges, <f64>weights);
  return edges;
}

/**
 * The population held by the caller alone, phases and turns included, its step counter advanced.
 */
function ownState(population: usize, steps: f64): usize {
  population = unique(population);
  store<u32>(population + PHASES, <u32>unique(slot(population, PHASES)));
  store<u32>(population + TURNS, <u32>unique(slot(population, TURNS)));
  const before = <f64>load<i64>(population + STEPS);
  if (before + steps > LARGEST_INT) trap(TRAP_OVERFLOW, before, steps);
  store<i64>(population + STEPS, <i64>(before + steps));
  return population;
}

// One call of a kernel: what does not change from slice to slice, and how many steps are done.
let callCount: u32 = 0;
let callEdges: u32 = 0;
let callPopulation: usize = 0;
/** 0 when all are coupled to all. */
let callGraph: usize = 0;
let callKappa: f64 = 0;
let callDt: f64 = 0;
let callScratch: usize = 0;
let callDone: f64 = 0;
/** No oscillator has made more turns than this. */
let callTurns: f64 = 0;

function scratchBytes(): u64 {
  if (callCount >= TOO_MANY_OSCILLATORS) trap(TRAP_MEMORY);
  const count = <f64>callCount;
  if (!callGraph) return <u64>scratch_bytes_mean_field(count) + 16;
  return <u64>scratch_bytes_graph(count, <f64>callEdges) + 16;
}

/** Runs so many steps of the call. */
function slice(steps: f64): void {
  const phases = slot(callPopulation, PHASES) + DATA;
  const turns = slot(callPopulation, TURNS) + DATA;
  const frequencies = slot(callPopulation, FREQUENCIES) + DATA;
  const count = <f64>callCount;
  let status = STATUS_DONE;
  if (callGraph) {
    const starts = slot(callGraph, STARTS) + DATA;
    const columns = slot(callGraph, COLUMNS) + DATA;
    const weights = slot(callGraph, WEIGHTS) + DATA;
    status = evolve_graph(
      phases,
      turns,
      frequencies,
      count,
      starts,
      columns,
      weights,
      <f64>callEdges,
      callDt,
      callDone,
      steps,
      callScratch,
    );
  } else {
    status = evolve_mean_field(
      phases,
      turns,
      frequencies,
      count,
      callKappa,
      callDt,
      callDone,
      steps,
      callScratch,
    );
  }
  demandDone(status, callDt);
  callDone += steps;
}

/** Pays for entering the kernel, takes its scratch, and lets it check. */
function beginCall(population: usize, graph: usize, coupling: f64, dt: f64, steps: f64): void {
  if (!(steps >= 0)) trap(TRAP_STEPS, steps, 0);
  callCount = sizeOfPopulation(population);
  callGraph = graph;
  callEdges = graph ? sizeOfGraph(graph, callCount) : 0;
  charge(<i64>callCount * OSCILLATOR_ENTRY_FUEL + <i64>callEdges * EDGE_ENTRY_FUEL);
  callPopulation = ownState(population, steps);
  callKappa = coupling / TAU;
  callDt = dt;
  callDone = 0;
  callScratch = allocate(scratchBytes());
  callTurns = farthestOfCall();
  slice(0);
}

function farthestOfCall(): f64 {
  return farthestTurns(slot(callPopulation, TURNS) + DATA, <usize>callCount);
}

/** Steps, at most so many, whose turns are Ints for certain; 1 where even one may not be. */
function safeSteps(longest: f64): f64 {
  if (callTurns + longest * MOST_TURNS_A_STEP > LARGEST_INT) callTurns = farthestOfCall();
  const safe = max<f64>(1, floor<f64>((LARGEST_INT - callTurns) / MOST_TURNS_A_STEP));
  return min<f64>(safe, longest);
}

/**
 * Runs so many steps, in slices, each paid before it runs. Where turns may pass the last Int slices
 * are single steps, so the step in which they do is the one that traps.
 */
function runSteps(steps: f64): void {
  const step =
    <i64>callCount * OSCILLATOR_STEP_FUEL + <i64>callEdges * EDGE_STEP_FUEL + OSCILLATOR_STEP_FUEL;
  const work = <f64>callCount + <f64>callEdges + 1;
  const longest = max<f64>(1, floor<f64>(SLICE_WORK / work));
  while (steps > 0) {
    const count = safeSteps(min<f64>(steps, longest));
    charge(<i64>count * step);
    slice(count);
    callTurns += count * MOST_TURNS_A_STEP;
    steps -= count;
  }
}

function endCall(): usize {
  release(callScratch, scratchBytes());
  return callPopulation;
}

/** θ' = ω + K·Im(z e^(−iθ)), `steps` Runge–Kutta steps of `dt`. */
export function population_evolve(population: usize, coupling: f64, dt: f64, steps: f64): usize {
  beginCall(population, 0, coupling, dt, steps);
  runSteps(steps);
  return endCall();
}

/** θi' = ωi + Σ Wij sin(θj − θi) over the edges of row i. */
export function population_evolve_on(population: usize, graph: usize, dt: f64, steps: f64): usize {
  beginCall(population, graph, 0, dt, steps);
  runSteps(steps);
  return endCall();
}

/**
 * Runs and records r after every `every` steps; the population and the list are results 0 and 1.
 */
function trace(steps: f64, every: f64): void {
  const count = floor<f64>(steps / every);
  if (count >= 4294967296.0) trap(TRAP_MEMORY);
  const list = list_new(floatListType(), <u32>count);
  const end = list + DATA + (<usize>count << 3);
  for (let at = list + DATA; at < end; at += 8) {
    runSteps(every);
    store<f64>(at, orderOf(slot(callPopulation, PHASES) + DATA, callCount));
  }
  runSteps(steps - count * every);
  storeReferenceResult(0, endCall());
  storeReferenceResult(1, list);
}

function demandTrace(population: usize, every: f64): void {
  if (!(every >= 1)) trap(TRAP_EVERY, every, 1);
  demandLength(slot(population, PHASES), 1);
}

/** As `population_evolve`, recording. Traps: also too few (no oscillator), every (below 1). */
export function population_trace(
  population: usize,
  coupling: f64,
  dt: f64,
  steps: f64,
  every: f64,
): void {
  demandTrace(population, every);
  beginCall(population, 0, coupling, dt, steps);
  trace(steps, every);
}

/** As `population_evolve_on`, recording. */
export function population_trace_on(
  population: usize,
  graph: usize,
  dt: f64,
  steps: f64,
  every: f64,
): void {
  demandTrace(population, every);
  beginCall(population, graph, 0, dt, steps);
  trace(steps, every);
}

/**
 * Σ w cos(θi − θj) / Σ w over the edges. Traps: lengths, graph, edge, self-loop, too few, weights
 * (Σ w ≤ 0).
 */
export function list_coherence_on(phases: usize, graph: usize): f64 {
  demandLength(phases, 2);
  const count = lengthOf(phases);
  const edges = sizeOfGraph(graph, count);
  charge(<i64>count * OSCILLATOR_PHASOR_FUEL + <i64>edges * EDGE_STEP_FUEL);
  const starts = slot(graph, STARTS) + DATA;
  const columns = slot(graph, COLUMNS) + DATA;
  demandDone(refuseRows(<usize>count, starts, columns, <f64>edges), 0);
  if (count >= TOO_MANY_OSCILLATORS) trap(TRAP_MEMORY);
  const bytes = <u64>scratch_bytes_coherence_graph(<f64>count);
  const scratch = allocate(bytes + 16);
  const out = scratch + <usize>bytes;
  const weights = slot(graph, WEIGHTS) + DATA;
  coherence_graph(phases + DATA, <f64>count, starts, columns, weights, scratch, out);
  const total = load<f64>(out);
  const weight = load<f64>(out, 8);
  release(scratch, bytes + 16);
  if (!(weight > 0)) trap(TRAP_WEIGHTS, weight);
  return total / weight;
}
