/**
 * Sine and cosine of an angle in radians, two angles at a time.
 *
 * |x| < 2^20: n = nearest(x·2/π); n·π/2 is taken off in four parts of 33, 33, 33 and 53 bits, whose
 * first three products with n < 2^20 are exact; y0 + y1 carries the rest. Beyond:
 * `sincos-large.ts`. sin(−0) = −0; NaN and ±∞ give the canonical NaN. Measured: at most 0.78 ulp.
 * Source: Cody & Waite (1980) for the reduction; the polynomials on [−π/4, π/4] with the tail y1
 * are those published with FDLIBM (Sun Microsystems 1993).
 */
import { CANONICAL_NAN } from "./numerics-canonical";
import { reduceLarge, reducedHead, reducedTail } from "./sincos-large";
import { turnCosine, turnSine } from "./sincos-cycles";

const TABLE: usize = memory.data<f64>(
  [
    -1.66666666666666324348e-1, 8.33333333332248946124e-3, -1.98412698298579493134e-4,
    2.75573137070700676789e-6, -2.50507602534068634195e-8, 1.58969099521155010221e-10,
    4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5,
    -2.75573143513906633035e-7, 2.08757232129817482790e-9, -1.13596475577881948265e-11,
    0.6366197723675814, 1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21,
    8.4784276603689e-32, 6755399441055744.0, 1048576.0, 0.5, 1.0,
  ],
  16,
);

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function constant(index: usize): v128 {
  return v128.load_splat<f64>(TABLE + (index << 3));
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function next(sum: v128, z: v128, index: usize): v128 {
  return f64x2.add(f64x2.mul(sum, z), constant(index));
}

/** All four are below 2^20 in size, and no NaN. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function areFastRadians(x: v128, y: v128): bool {
  const limit = constant(18);
  return i64x2.all_true(v128.and(f64x2.lt(f64x2.abs(x), limit), f64x2.lt(f64x2.abs(y), limit)));
}

/** x·2/π + 1.5·2^52: its low bits are the quadrant. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function shiftedHalfPies(x: v128): v128 {
  return f64x2.add(f64x2.mul(x, constant(12)), constant(17));
}

/** x − n·π/2 before the third part: exact. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function withoutTwoParts(first: v128, n: v128): v128 {
  return f64x2.sub(first, f64x2.mul(n, constant(14)));
}

/** What the third part has to take off, with the rounding error of the second. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function thirdPart(first: v128, second: v128, n: v128): v128 {
  const lost = f64x2.sub(f64x2.sub(first, second), f64x2.mul(n, constant(14)));
  return f64x2.sub(f64x2.mul(n, constant(15)), lost);
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function multipleOf(shifted: v128): v128 {
  return f64x2.sub(shifted, constant(17));
}

/** y0, the angle left after n quarter turns. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function reducedAngle(x: v128, shifted: v128): v128 {
  const n = multipleOf(shifted);
  const first = f64x2.sub(x, f64x2.mul(n, constant(13)));
  const second = withoutTwoParts(first, n);
  return f64x2.sub(second, thirdPart(first, second, n));
}

/** y1, what y0 rounded away. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function reducedRest(x: v128, shifted: v128): v128 {
  const n = multipleOf(shifted);
  const first = f64x2.sub(x, f64x2.mul(n, constant(13)));
  const second = withoutTwoParts(first, n);
  const third = thirdPart(first, second, n);
  const y0 = f64x2.sub(second, third);
  const rest = f64x2.sub(f64x2.sub(second, y0), third);
  return f64x2.sub(rest, f64x2.mul(n, constant(16)));
}

/** sin(y0 + y1) for |y0| ≤ π/4. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function smallSine(y0: v128, y1: v128): v128 {
  const z = f64x2.mul(y0, y0);
  const w = f64x2.mul(z, z);
  const low = next(next(constant(3), z, 2), z, 1);
  const high = next(constant(5), z, 4);
  const r = f64x2.add(low, f64x2.mul(f64x2.mul(z, w), high));
  const v = f64x2.mul(z, y0);
  const inner = f64x2.sub(f64x2.mul(constant(19), y1), f64x2.mul(v, r));
  const correction = f64x2.sub(f64x2.mul(z, inner), y1);
  return f64x2.sub(y0, f64x2.sub(correction, f64x2.mul(v, constant(0))));
}

/** cos(y0 + y1) for |y0| ≤ π/4. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function smallCosine(y0: v128, y1: v128): v128 {
  const z = f64x2.mul(y0, y0);
  const w = f64x2.mul(z, z);
  const low = f64x2.mul(next(next(constant(8), z, 7), z, 6), z);
  const high = next(next(constant(11), z, 10), z, 9);
  const r = f64x2.add(low, f64x2.mul(f64x2.mul(w, w), high));
  const half = f64x2.mul(constant(19), z);
  const whole = f64x2.sub(constant(20), half);
  const lost = f64x2.sub(f64x2.sub(constant(20), whole), half);
  const tail = f64x2.sub(f64x2.mul(z, r), f64x2.mul(y0, y1));
  return f64x2.add(whole, f64x2.add(lost, tail));
}

/** sin(x) of both lanes; every lane must be within the fast range. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function fastSine(x: v128): v128 {
  const shifted = shiftedHalfPies(x);
  const y0 = reducedAngle(x, shifted);
  const y1 = reducedRest(x, shifted);
  return turnSine(shifted, smallSine(y0, y1), smallCosine(y0, y1));
}

/** cos(x) of both lanes; every lane must be within the fast range. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function fastCosine(x: v128): v128 {
  const shifted = shiftedHalfPies(x);
  const y0 = reducedAngle(x, shifted);
  const y1 = reducedRest(x, shifted);
  return turnCosine(shifted, smallSine(y0, y1), smallCosine(y0, y1));
}

/** sin or cos (quadrant + 1) of a large finite angle. */
function largeSine(x: f64, quarterTurnsAhead: i32): f64 {
  const quadrant = i64x2.splat(reduceLarge(x) + quarterTurnsAhead);
  const y0 = f64x2.splat(reducedHead());
  const y1 = f64x2.splat(reducedTail());
  return f64x2.extract_lane(turnSine(quadrant, smallSine(y0, y1), smallCosine(y0, y1)), 0);
}

/** sin(x), x in radians. */
export function sin(x: f64): f64 {
  if (abs(x) < 1048576.0) return f64x2.extract_lane(fastSine(f64x2.splat(x)), 0);
  if (!isFinite(x)) return CANONICAL_NAN;
  return largeSine(x, 0);
}

/** cos(x), x in radians. */
export function cos(x: f64): f64 {
  if (abs(x) < 1048576.0) return f64x2.extract_lane(fastCosine(f64x2.splat(x)), 0);
  if (!isFinite(x)) return CANONICAL_NAN;
  return largeSine(x, 1);
}
