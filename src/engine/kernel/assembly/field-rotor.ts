/**
 * A field of quaternions that turns about one axis: ψ(x) = a(x)·e^(uφ(x)), φ' = f(x).
 *
 * A step turns the unit phasor of every site by its rotor and brings its length back to 1 by one
 * step of Newton's, (3 − |p|²)/2; then ψ = a·cos φ + (a·u)·sin φ. Phasors are made anew from the
 * phases on entry and after every 256th step, as those of populations. Phases are exact to one
 * rounding a call and one every 256 steps: the way f·dt is kept with what its product rounds away.
 *
 * The working area has a record for each pair of sites, so that a step walks along one address, and
 * columns of what is seldom needed. Blocks of sites go through all steps of a slice while they are
 * near the processor.
 */
import { productImaginary, productReal, wrap } from "./population-rotation";
import { refuse, RESYNC_STEPS, STATUS_DONE } from "./population-state";
import { sincosCycles } from "./sincos-arrays";
import {
  giveOperand,
  LEAST_ELEMENTS,
  operand,
  operandSize,
  partEnd,
  partStart,
  share,
} from "./team";

const COLUMN_GAP_BYTES: usize = 320;

/**
 * Bytes of one column. The gap keeps columns of 2^k points from meeting in the same cache sets and
 * from sharing their low address bits, which processors mistake for the same place.
 */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function stride(n: usize): usize {
  return (((n + 7) & ~7) << 3) + COLUMN_GAP_BYTES;
}

/** Columns: phases at the last synchronisation, f·dt in [−½, ½] and its rest, two for sines. */
const ANCHOR: usize = 0;
const WAY: usize = 1;
const REST: usize = 2;
const COSINE: usize = 3;
const SINE: usize = 4;
const COLUMNS: usize = 5;

/** In the record of a pair: its rotors, its phasors, the four parts of a, and those of a·u. */
const ROTOR: usize = 0;
const PHASOR: usize = 32;
const AMPLITUDE: usize = 64;
const TURNED: usize = 128;
const PAIR_BYTES: usize = 192;

/** Sites that go through all steps together: their records and values take 32 KiB. */
const SITES: usize = 256;

/** A step of a site, in steps of an oscillator. */
const STEP_WORK: f64 = 0.2;

/** V8 rebuilds vector constants in every turn of a loop; loads from a table are faster. */
const TABLE: usize = memory.data<f64>([3.0, 0.5], 16);

/** 2²⁷ + 1 splits a double into halves whose products are exact (Dekker, 1971). */
const SPLITTER: f64 = 134217729.0;

/** A multiple of 2⁻⁴⁵ is left where this is added and taken off again. */
const COARSE: f64 = 192.0;

/** Bytes of all records. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function recordBytes(n: usize): usize {
  return ((n + 1) >> 1) * PAIR_BYTES;
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function column(area: usize, n: usize, index: usize): usize {
  return area + recordBytes(n) + index * stride(n);
}

/** The record of the pair whose first site stands so many bytes into a column. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function pairOf(area: usize, at: usize): usize {
  return area + (at >> 4) * PAIR_BYTES;
}

/** Bytes of the working area of n sites. */
export function scratch_bytes_field(n: f64): f64 {
  return <f64>(recordBytes(<usize>n) + COLUMNS * stride(<usize>n));
}

/** What the product of two numbers has rounded away. */
function roundedAway(a: f64, b: f64, product: f64): f64 {
  const x = SPLITTER * a;
  const y = SPLITTER * b;
  const upper = x - (x - a);
  const other = y - (y - b);
  const lower = a - upper;
  const rest = b - other;
  const away = upper * other - product + upper * rest + lower * other + lower * rest;
  // Out of range of the split, where nothing is known.
  return away == away ? away : 0;
}

/** Phases after so many more steps, at most 256. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function advanced(area: usize, n: usize, at: usize, steps: v128): v128 {
  const way = v128.load(column(area, n, WAY) + at);
  const coarse = f64x2.splat(COARSE);
  const upper = f64x2.sub(f64x2.add(way, coarse), coarse);
  const lower = f64x2.add(f64x2.sub(way, upper), v128.load(column(area, n, REST) + at));
  const added = f64x2.add(wrap(f64x2.mul(steps, upper)), f64x2.mul(steps, lower));
  return wrap(f64x2.add(v128.load(column(area, n, ANCHOR) + at), added));
}

/** What the task is given. */
const enum Operand {
  amplitudes,
  phases,
  frequencies,
  values,
  n,
  x,
  y,
  z,
  dt,
  firstStep,
  stepCount,
  area,
}

/** Copies sites in, from one byte of a column to another, and computes rotors, phasors and a·u. */
function begin(area: usize, from: usize, to: usize): void {
  const amplitudes = operandSize(Operand.amplitudes);
  const phases = operandSize(Operand.phases);
  const frequencies = operandSize(Operand.frequencies);
  const n = operandSize(Operand.n);
  const x = operand(Operand.x);
  const y = operand(Operand.y);
  const z = operand(Operand.z);
  const dt = operand(Operand.dt);
  if (to & 8) {
    // a last site that is alone has zeros beside it
    memory.fill(pairOf(area, to), 0, PAIR_BYTES);
    for (let each: usize = 0; each < COLUMNS; each++) store<f64>(column(area, n, each) + to, 0);
  }
  memory.copy(column(area, n, ANCHOR) + from, phases + from, to - from);
  const plane = n << 3;
  for (let at = from; at < to; at += 8) {
    const frequency = load<f64>(frequencies + at);
    const way = frequency * dt;
    store<f64>(column(area, n, WAY) + at, way - nearest(way));
    store<f64>(column(area, n, REST) + at, roundedAway(frequency, dt, way));
    const a = load<f64>(amplitudes + at);
    const b = load<f64>(amplitudes + plane + at);
    const c = load<f64>(amplitudes + 2 * plane + at);
    const d = load<f64>(amplitudes + 3 * plane + at);
    const site = pairOf(area, at) + (at & 8);
    storeParts(site + AMPLITUDE, a, b, c, d);
    const w = -(b * x + c * y + d * z);
    const i = a * x + (c * z - d * y);
    const j = a * y + (d * x - b * z);
    storeParts(site + TURNED, w, i, j, a * z + (b * y - c * x));
  }
  storePhasors(area, n, WAY, ROTOR, from, to);
  storePhasors(area, n, ANCHOR, PHASOR, from, to);
}

function storeParts(at: usize, w: f64, x: f64, y: f64, z: f64): void {
  store<f64>(at, w);
  store<f64>(at, x, 16);
  store<f64>(at, y, 32);
  store<f64>(at, z, 48);
}

/** Cosines and sines of a column into the records, from one byte of the column to another. */
function storePhasors(
  area: usize,
  n: usize,
  angles: usize,
  offset: usize,
  from: usize,
  to: usize,
): void {
  const cosine = column(area, n, COSINE);
  const sine = column(area, n, SINE);
  sincosCycles(column(area, n, angles) + from, sine + from, cosine + from, (to - from) >> 3);
  for (let at = from; at < to; at += 16) {
    const pair = pairOf(area, at) + offset;
    v128.store(pair, v128.load(cosine + at));
    v128.store(pair, v128.load(sine + at), 16);
  }
}

/** Two values of one part, or the last one alone. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function put(values: usize, value: v128, both: bool): void {
  if (both) v128.store(values, value);
  else v128.store_lane<f64>(values, value, 0);
}

/** a·c + b·s of one part of a pair. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function part(pair: usize, offset: usize, c: v128, s: v128): v128 {
  const plain = f64x2.mul(v128.load(pair + offset, AMPLITUDE), c);
  return f64x2.add(plain, f64x2.mul(v128.load(pair + offset, TURNED), s));
}

/** The values of two sites from their phasors; the last site of an odd number is alone. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function write(pair: usize, values: usize, plane: usize, c: v128, s: v128, both: bool): void {
  put(values, part(pair, 0, c, s), both);
  put(values + plane, part(pair, 16, c, s), both);
  put(values + 2 * plane, part(pair, 32, c, s), both);
  put(values + 3 * plane, part(pair, 48, c, s), both);
}

/** Turns two sites by their rotors and writes their values. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function turn(pair: usize, values: usize, plane: usize, both: bool): void {
  const r = v128.load(pair, ROTOR);
  const i = v128.load(pair, ROTOR + 16);
  const c = v128.load(pair, PHASOR);
  const s = v128.load(pair, PHASOR + 16);
  const real = productReal(c, s, r, i);
  const imaginary = productImaginary(c, s, r, i);
  const squares = f64x2.add(f64x2.mul(real, real), f64x2.mul(imaginary, imaginary));
  const short = f64x2.sub(v128.load_splat<f64>(TABLE), squares);
  const factor = f64x2.mul(short, v128.load_splat<f64>(TABLE + 8));
  const cosine = f64x2.mul(real, factor);
  const sine = f64x2.mul(imaginary, factor);
  v128.store(pair, cosine, PHASOR);
  v128.store(pair, sine, PHASOR + 16);
  write(pair, values, plane, cosine, sine, both);
}

/** One step of the sites from `from` up to `to`, in bytes of a column. */
function step(area: usize, values: usize, plane: usize, from: usize, to: usize): void {
  let pair = pairOf(area, from);
  let at = values + from;
  const end = values + (to & ~15);
  for (; at < end; at += 16) {
    turn(pair, at, plane, true);
    pair += PAIR_BYTES;
  }
  if (to & 8) turn(pair, at, plane, false);
}

/** Phases and phasors after 256 more steps, and the values. */
function synchronise(area: usize, n: usize, values: usize, from: usize, to: usize): void {
  const anchor = column(area, n, ANCHOR);
  const steps = f64x2.splat(<f64>RESYNC_STEPS);
  for (let at = from; at < to; at += 16) v128.store(anchor + at, advanced(area, n, at, steps));
  storePhasors(area, n, ANCHOR, PHASOR, from, to);
  for (let at = from; at < to; at += 16) {
    const pair = pairOf(area, at);
    const c = v128.load(pair, PHASOR);
    write(pair, values + at, n << 3, c, v128.load(pair, PHASOR + 16), at + 16 <= to);
  }
}

/**
 * Advances n sites by `stepCount` steps of one call, of which `firstStep` are done already.
 *
 * In: amplitudes a in four planes of n numbers (w, x, y, z), phases (cycles, in [−½, ½)),
 * frequencies (Hz), the unit axis u, dt in s; a working area of `scratch_bytes_field(n)` bytes,
 * 16-byte aligned, that is left alone between the slices of a call. Out: phases, and the values ψ
 * in four planes, after every slice that has steps; a status, 0 if done, else nothing has changed.
 * Cost: 2 sine–cosine pairs for a site on entry, one every 256 steps, some 20 operations a step.
 */
export function evolve_field(
  amplitudes: usize,
  phases: usize,
  frequencies: usize,
  values: usize,
  n: f64,
  x: f64,
  y: f64,
  z: f64,
  dt: f64,
  firstStep: f64,
  stepCount: f64,
  area: usize,
): i32 {
  const count = <usize>n;
  if (firstStep == 0) {
    const status = refuse(phases, frequencies, 0, count, dt, 0);
    if (status != STATUS_DONE) return status;
  }
  giveOperand(Operand.amplitudes, <f64>amplitudes);
  giveOperand(Operand.phases, <f64>phases);
  giveOperand(Operand.frequencies, <f64>frequencies);
  giveOperand(Operand.values, <f64>values);
  giveOperand(Operand.n, n);
  giveOperand(Operand.x, x);
  giveOperand(Operand.y, y);
  giveOperand(Operand.z, z);
  giveOperand(Operand.dt, dt);
  giveOperand(Operand.firstStep, firstStep);
  giveOperand(Operand.stepCount, stepCount);
  giveOperand(Operand.area, <f64>area);
  share(evolvePart, count / LEAST_ELEMENTS, n * (stepCount + 10) * STEP_WORK);
  return STATUS_DONE;
}

/** What a member does of a slice: a step needs no other site. */
function evolvePart(): void {
  const phases = operandSize(Operand.phases);
  const values = operandSize(Operand.values);
  const count = operandSize(Operand.n);
  const firstStep = <u64>operand(Operand.firstStep);
  const area = operandSize(Operand.area);
  const start = partStart(count, SITES) << 3;
  const end = partEnd(count, SITES) << 3;
  const last = firstStep + <u64>operand(Operand.stepCount);
  const left = f64x2.splat(<f64>(last % RESYNC_STEPS));
  for (let from = start; from < end; from += SITES << 3) {
    const to = min(end, from + (SITES << 3));
    if (firstStep == 0) begin(area, from, to);
    for (let done = firstStep; done < last; done++) {
      step(area, values, count << 3, from, to);
      if ((done + 1) % RESYNC_STEPS == 0) synchronise(area, count, values, from, to);
    }
    for (let at = from; at < to; at += 16) {
      put(phases + at, advanced(area, count, at, left), at + 16 <= to);
    }
  }
}
