/**
 * Runge–Kutta steps of a population on a graph: θi' = ωi + Σj Wij·sin(θj − θi).
 *
 * The stages are those of `population-stage.ts`; the pull on oscillator i is
 * Im(conj(p_i)·Σj Wij·p_j), so a row costs one multiplication of a pair for each edge and no sine.
 * Ways in cycles: dt/TAU times the pull in rad/s.
 */
import {
  placeEdges,
  refuseRows,
  rowBehind,
  rowMembers,
  rowSum,
  rowWork,
  strongestRow,
} from "./population-rows";
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
  HEADER_BYTES,
  refuse,
  RESYNC_STEPS,
  SINE,
  STAGE_COSINE,
  STATUS_DONE,
  synchronise,
  writeBack,
} from "./population-state";
import {
  giveOperand,
  isObjected,
  meet,
  object,
  operand,
  operandSize,
  partEnd,
  partStart,
  share,
} from "./team";

/** A step of an edge, in steps of an oscillator. */
const EDGE_WORK: f64 = 0.3;

/** Where the pull of a stage stands until the stage stores its phasors there. */
const PULL: usize = STAGE_COSINE;

// What the working area holds behind the chunks, and the rows of this member.
let pairs: usize = 0;
let places: usize = 0;
let area: usize = 0;
let from: usize = 0;
let to: usize = 0;

/** Bytes of the phasors as pairs (cos, sin), which a row reads at once. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function pairBytes(n: usize): usize {
  return chunksOf(n) << 7;
}

/** Bytes of scratch that `evolve_graph` needs for n oscillators and so many edges. */
export function scratch_bytes_graph(n: f64, edges: f64): f64 {
  return <f64>(areaBytes(<usize>n) + pairBytes(<usize>n)) + edges * 4.0;
}

/** Copies two phasors from their columns to their pairs. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function storePairs(to: usize, from: usize): void {
  const cosines = v128.load(from);
  const sines = v128.load(from, 64);
  v128.store(to, v128.shuffle<f64>(cosines, sines, 0, 2));
  v128.store(to, v128.shuffle<f64>(cosines, sines, 1, 3), 16);
}

/** The pairs of the phasors at the start of a step. */
function pairStart(): void {
  for (let row = from; row < to; row += 2) {
    storePairs(pairs + (row << 4), cellOf(area, row) + COSINE);
  }
}

/** The sums over one row; a row behind the last is empty. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function fieldOf(rowStart: usize, weights: usize): v128 {
  const start = <usize>load<i64>(rowStart);
  const edges = <usize>load<i64>(rowStart, 8) - start;
  return rowSum<u32>(places + (start << 2), weights + (start << 3), edges, 0);
}

/** The pull on every oscillator in rad/s, from the pairs of this stage. */
function gather(rowStarts: usize, weights: usize): void {
  // in locals, which V8 keeps in registers
  const cells = area;
  const phasors = pairs;
  const end = to;
  for (let row = from; row < end; row += 2) {
    const first = fieldOf(rowStarts + (row << 3), weights);
    let second = f64x2.splat(0);
    if (row + 1 < end) second = fieldOf(rowStarts + (row << 3) + 8, weights);
    const real = v128.shuffle<f64>(first, second, 0, 2);
    const imaginary = v128.shuffle<f64>(first, second, 1, 3);
    const own = v128.load(phasors + (row << 4));
    const next = v128.load(phasors + (row << 4), 16);
    const cosine = v128.shuffle<f64>(own, next, 0, 2);
    const sine = v128.shuffle<f64>(own, next, 1, 3);
    const pull = f64x2.sub(f64x2.mul(imaginary, cosine), f64x2.mul(real, sine));
    v128.store(cellOf(cells, row), pull, PULL);
  }
  // the stage writes pairs anew that other rows have read
  meet();
}

/** One stage of the oscillators, from their pulls to the pairs of the next. */
function stage<Stage, Path>(gain: f64): void {
  const gains = f64x2.splat(gain);
  const line = sizeof<Stage>() == sizeof<Last>() ? COSINE : STAGE_COSINE;
  const cells = area;
  const phasors = pairs;
  const end = to;
  for (let row = from; row < end; row += 2) {
    const at = cellOf(cells, row);
    stageOf<Stage, Path>(at, f64x2.mul(gains, v128.load(at, PULL)));
    storePairs(phasors + (row << 4), at + line);
  }
  meet();
}

/** One step. */
function advance<Path>(rowStarts: usize, weights: usize, gain: f64): void {
  const half = gain * 0.5;
  gather(rowStarts, weights);
  stage<First, Path>(half);
  gather(rowStarts, weights);
  stage<Second, Path>(half);
  gather(rowStarts, weights);
  stage<Third, Path>(gain);
  gather(rowStarts, weights);
  stage<Last, Path>(half);
}

/** What the task is given. */
const enum Operand {
  phases,
  turns,
  frequencies,
  n,
  rowStarts,
  columns,
  weights,
  edges,
  dt,
  firstStep,
  stepCount,
  workingArea,
  strongest,
}

/** Copies this member's rows in. */
function beginPart(columns: usize, rowStarts: usize, dt: f64): void {
  const phases = operandSize(Operand.phases);
  const frequencies = operandSize(Operand.frequencies);
  const coupling = abs(dt / TAU) * operand(Operand.strongest);
  if (refuse(phases, frequencies, from, to, dt, coupling) != STATUS_DONE) object();
  begin(area, phases, frequencies, from, to, dt);
  const first = <usize>load<i64>(rowStarts + (from << 3));
  const last = <usize>load<i64>(rowStarts + (to << 3));
  placeEdges(columns + (first << 3), last - first, pairs, places + (first << 2));
  pairStart();
  meet();
}

/** What a member does of a slice. */
function evolvePart(): void {
  const count = operandSize(Operand.n);
  const rowStarts = operandSize(Operand.rowStarts);
  const weights = operandSize(Operand.weights);
  const dt = operand(Operand.dt);
  const firstStep = <u64>operand(Operand.firstStep);
  area = operandSize(Operand.workingArea);
  pairs = area + areaBytes(count);
  places = pairs + pairBytes(count);
  const work = rowWork(count, operandSize(Operand.edges));
  from = rowBehind(partStart(work, 1), count, rowStarts);
  to = rowBehind(partEnd(work, 1), count, rowStarts);
  if (firstStep == 0) {
    beginPart(operandSize(Operand.columns), rowStarts, dt);
    if (isObjected()) return;
  }
  const path = pathFor(load<f64>(area));
  const gain = dt / TAU;
  const last = firstStep + <u64>operand(Operand.stepCount);
  for (let step = firstStep; step < last; step++) {
    if (path == SMALL) advance<SmallPath>(rowStarts, weights, gain);
    else if (path == MIDDLE) advance<MiddlePath>(rowStarts, weights, gain);
    else advance<FullPath>(rowStarts, weights, gain);
    if ((step + 1) % RESYNC_STEPS == 0) {
      synchronise(area, from, to);
      pairStart();
      meet();
    }
  }
  const phases = operandSize(Operand.phases);
  const turns = operandSize(Operand.turns);
  if (writeBack(area, phases, turns, from, to) != STATUS_DONE) object();
}

/**
 * Advances n oscillators on a graph by `stepCount` steps of one call, of which `firstStep` are
 * done.
 *
 * In: as `evolve_mean_field`; rows as i64 arrays of n + 1 starts and `edges` columns, weights W in
 * rad/s, row i receiving from its columns; nothing is divided by n. Slices, the working area
 * (`scratch_bytes_graph(n, edges)`) and statuses as there; further statuses: rows not ascending
 * from 0 to `edges`, a column outside 0…n−1, a self-loop.
 * Cost: as there, plus four multiplications of a pair per edge and step.
 */
export function evolve_graph(
  phases: usize,
  turns: usize,
  frequencies: usize,
  n: f64,
  rowStarts: usize,
  columns: usize,
  weights: usize,
  edges: f64,
  dt: f64,
  firstStep: f64,
  stepCount: f64,
  workingArea: usize,
): i32 {
  const count = <usize>n;
  if (count == 0) return STATUS_DONE;
  if (firstStep == 0) {
    const status = refuseRows(count, rowStarts, columns, edges);
    if (status != STATUS_DONE) return status;
    const strongest = strongestRow(count, rowStarts, weights);
    store<f64>(workingArea, abs(dt) * strongest);
    giveOperand(Operand.strongest, strongest);
  }
  giveOperand(Operand.phases, <f64>phases);
  giveOperand(Operand.turns, <f64>turns);
  giveOperand(Operand.frequencies, <f64>frequencies);
  giveOperand(Operand.n, n);
  giveOperand(Operand.rowStarts, <f64>rowStarts);
  giveOperand(Operand.columns, <f64>columns);
  giveOperand(Operand.weights, <f64>weights);
  giveOperand(Operand.edges, edges);
  giveOperand(Operand.dt, dt);
  giveOperand(Operand.firstStep, firstStep);
  giveOperand(Operand.stepCount, stepCount);
  giveOperand(Operand.workingArea, <f64>workingArea);
  const work = (n + edges * EDGE_WORK) * (stepCount + 1);
  if (share(evolvePart, rowMembers(count, <usize>edges), work)) return STATUS_DONE;
  if (firstStep == 0) {
    const coupling = abs(dt / TAU) * operand(Operand.strongest);
    const status = refuse(phases, frequencies, 0, count, dt, coupling);
    if (status != STATUS_DONE) return status;
  }
  return writeBack(workingArea, phases, turns, 0, count);
}
