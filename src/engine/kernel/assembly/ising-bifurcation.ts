/**
 * Ballistic simulated bifurcation of eight replicas side by side, in f32, the replicas of a node
 * next to each other.
 *
 * Positions x and momenta y are held 256-fold, so that positions act on each other as the integers
 * q next to them, and walls stand at ±256. One step: y ← y + (K·Σ w·q − A·x), x ← x + Δt·y, and
 * where |x| > 256: x ← ±256, y ← 0; w is the weight in units of the largest. Edge e of a row goes
 * to sum e mod 2. Where all weights are equal and no row has more than 127 edges, the sums are
 * exact in 16 bits, and eight of them are one vector. Source: H. Goto et al., Science Advances 7
 * (2021) eabe7953.
 */
import { packedEnd, packedStart } from "./ising-rows";
import { block } from "./random";

/** Replicas that run side by side. */
export const LANES: usize = 8;
export const TIME_STEP: f64 = 0.75;
/** So many positions add up in 16 bits. */
export const MOST_EXACT_EDGES: usize = 127;

/** Eight positions or momenta of a node. */
const STATE_SHIFT: usize = 5;
/** Eight rounded positions: in 16 bits, or in 32. */
export const NARROW_SHIFT: usize = 4;
export const WIDE_SHIFT: usize = 5;

/** The time step, the wall, and the number to which a fraction cannot be added. */
const TABLE: usize = memory.data<f32>([0.75, 256, 12582912], 16);

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function constant(index: usize): v128 {
  return v128.load_splat<f32>(TABLE + (index << 2));
}

const DT: usize = 0;
const WALL: usize = 1;
const WHOLE: usize = 2;

/** 256-fold uniform in [−0.1, 0.1), four at a time. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function smallUniforms(seed: f64, stream: f64, counter: f64): v128 {
  const whole = f32x4.convert_i32x4_u(i32x4.shr_u(block(seed, stream, counter), 8));
  const scaled = f32x4.mul(whole, f32x4.splat(<f32>(51.2 / 16777216.0)));
  return f32x4.sub(scaled, f32x4.splat(<f32>25.6));
}

/** Positions and momenta from the streams 2·batch and 2·batch + 1. */
export function startReplicas(n: usize, xs: usize, ys: usize, seed: f64, batch: f64): void {
  for (let i: usize = 0; i < n; i++) {
    const at = i << STATE_SHIFT;
    const counter = 2 * <f64>i;
    v128.store(xs + at, smallUniforms(seed, 2 * batch, counter));
    v128.store(xs + at, smallUniforms(seed, 2 * batch, counter + 1), 16);
    v128.store(ys + at, smallUniforms(seed, 2 * batch + 1, counter));
    v128.store(ys + at, smallUniforms(seed, 2 * batch + 1, counter + 1), 16);
  }
}

/** Eight positions, each rounded to an integer of 16 bits. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function narrow(low: v128, high: v128, whole: v128): v128 {
  return i16x8.narrow_i32x4_s(
    i32x4.sub(f32x4.add(low, whole), whole),
    i32x4.sub(f32x4.add(high, whole), whole),
  );
}

/** Four positions, each rounded to an integer. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function rounded(x: v128, whole: v128): v128 {
  return f32x4.sub(f32x4.add(x, whole), whole);
}

/** Rounded positions as eight numbers of 16 bits, and zeros behind them. */
export function roundNarrow(n: usize, xs: usize, qs: usize): void {
  const whole = constant(WHOLE);
  v128.store(qs + (n << NARROW_SHIFT), i16x8.splat(0));
  for (let i: usize = 0; i < n; i++) {
    const x = xs + (i << STATE_SHIFT);
    v128.store(qs + (i << NARROW_SHIFT), narrow(v128.load(x), v128.load(x, 16), whole));
  }
}

/** Rounded positions as eight f32. */
export function roundWide(n: usize, xs: usize, qs: usize): void {
  const whole = constant(WHOLE);
  for (let at: usize = 0; at < n << STATE_SHIFT; at += 16) {
    v128.store(qs + at, rounded(v128.load(xs + at), whole));
  }
}

/** One step of four replicas of a node under the forces `sums`; gives their new positions. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function moved(
  x: usize,
  y: usize,
  sums: v128,
  couplings: v128,
  pulls: v128,
  dt: v128,
  wall: v128,
  floor: v128,
): v128 {
  const position = v128.load(x);
  const force = f32x4.sub(f32x4.mul(couplings, sums), f32x4.mul(pulls, position));
  const momentum = f32x4.add(v128.load(y), force);
  const free = f32x4.add(position, f32x4.mul(dt, momentum));
  const held = f32x4.pmax(f32x4.pmin(free, wall), floor);
  v128.store(x, held);
  v128.store(y, v128.andnot(momentum, f32x4.ne(free, held)));
  return held;
}

/**
 * One step where all weights are equal; columns are in 16 bytes and rows padded to eight, `ends`
 * the addresses behind them. Reads the rounded positions at `qs`, 0 behind them, and leaves the new
 * ones at `next`.
 */
export function stepNarrow(
  n: usize,
  ends: usize,
  columns: usize,
  qs: usize,
  next: usize,
  xs: usize,
  ys: usize,
  coupling: f32,
  pull: f32,
): void {
  const couplings = f32x4.splat(coupling);
  const pulls = f32x4.splat(pull);
  const dt = constant(DT);
  const wall = constant(WALL);
  const floor = f32x4.neg(wall);
  const whole = constant(WHOLE);
  let edge = columns;
  for (let row: usize = 0; row < n; row++) {
    const end = <usize>load<u32>(ends + (row << 2));
    // The sums are exact, so that their order is free.
    let first = i16x8.splat(0);
    let second = i16x8.splat(0);
    let third = i16x8.splat(0);
    let fourth = i16x8.splat(0);
    for (; edge < end; edge += 32) {
      first = i16x8.add(first, v128.load(qs + load<u32>(edge)));
      second = i16x8.add(second, v128.load(qs + load<u32>(edge, 4)));
      third = i16x8.add(third, v128.load(qs + load<u32>(edge, 8)));
      fourth = i16x8.add(fourth, v128.load(qs + load<u32>(edge, 12)));
      first = i16x8.add(first, v128.load(qs + load<u32>(edge, 16)));
      second = i16x8.add(second, v128.load(qs + load<u32>(edge, 20)));
      third = i16x8.add(third, v128.load(qs + load<u32>(edge, 24)));
      fourth = i16x8.add(fourth, v128.load(qs + load<u32>(edge, 28)));
    }
    const sums = i16x8.add(i16x8.add(first, second), i16x8.add(third, fourth));
    const at = row << STATE_SHIFT;
    const low = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(sums));
    const high = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(sums));
    const held = moved(xs + at, ys + at, low, couplings, pulls, dt, wall, floor);
    const held4 = moved(xs + at + 16, ys + at + 16, high, couplings, pulls, dt, wall, floor);
    v128.store(next + (row << NARROW_SHIFT), narrow(held, held4, whole));
  }
}

/** One step whatever the weights are; columns are in 32 bytes. */
export function stepWide(
  n: usize,
  starts: usize,
  columns: usize,
  weights: usize,
  qs: usize,
  next: usize,
  xs: usize,
  ys: usize,
  coupling: f32,
  pull: f32,
): void {
  const couplings = f32x4.splat(coupling);
  const pulls = f32x4.splat(pull);
  const dt = constant(DT);
  const wall = constant(WALL);
  const floor = f32x4.neg(wall);
  const whole = constant(WHOLE);
  for (let row: usize = 0; row < n; row++) {
    let edge = packedStart(starts, row);
    const end = packedEnd(starts, row);
    let lowEven = f32x4.splat(0);
    let highEven = f32x4.splat(0);
    let lowOdd = f32x4.splat(0);
    let highOdd = f32x4.splat(0);
    for (; edge + 4 < end; edge += 8) {
      const first = v128.load32_splat(weights + edge);
      const second = v128.load32_splat(weights + edge, 4);
      const left = qs + load<u32>(columns + edge);
      const right = qs + load<u32>(columns + edge, 4);
      lowEven = f32x4.add(lowEven, f32x4.mul(first, v128.load(left)));
      highEven = f32x4.add(highEven, f32x4.mul(first, v128.load(left, 16)));
      lowOdd = f32x4.add(lowOdd, f32x4.mul(second, v128.load(right)));
      highOdd = f32x4.add(highOdd, f32x4.mul(second, v128.load(right, 16)));
    }
    if (edge < end) {
      const weight = v128.load32_splat(weights + edge);
      const last = qs + load<u32>(columns + edge);
      lowEven = f32x4.add(lowEven, f32x4.mul(weight, v128.load(last)));
      highEven = f32x4.add(highEven, f32x4.mul(weight, v128.load(last, 16)));
    }
    const at = row << STATE_SHIFT;
    const low = f32x4.add(lowEven, lowOdd);
    const high = f32x4.add(highEven, highOdd);
    const held = moved(xs + at, ys + at, low, couplings, pulls, dt, wall, floor);
    const held4 = moved(xs + at + 16, ys + at + 16, high, couplings, pulls, dt, wall, floor);
    v128.store(next + (row << WIDE_SHIFT), rounded(held, whole));
    v128.store(next + (row << WIDE_SHIFT), rounded(held4, whole), 16);
  }
}

/** Spins as Ints, replica after replica: −1 where x < 0, else 1. */
export function writeSpins(n: usize, xs: usize, out: usize): void {
  for (let i: usize = 0; i < n; i++) {
    for (let lane: usize = 0; lane < LANES; lane++) {
      const x = load<f32>(xs + (i << STATE_SHIFT) + (lane << 2));
      store<i64>(out + ((lane * n + i) << 3), x < 0 ? -1 : 1);
    }
  }
}
