/**
 * Rotation of phasors by small and by any angles, in cycles.
 *
 * The phasor form of a step: p ← p·(R·E(d)) with R the rotation by the natural frequency and E(d) =
 * exp(2πi·d) that of the coupling. For 2π|d| ≤ 1/8 the two short polynomials below are good to
 * 1e-18; the sine and cosine of `sincos-cycles.ts` serve beyond. Which one is chosen once per call.
 * Source: Chebyshev interpolation of sin(2πd)/d and (cos(2πd) − 1)/d² over 2π|d| ≤ 1/8.
 */
import { fastCosineCycles, fastSineCycles } from "./sincos-cycles";

const TABLE: usize = memory.data<f64>(
  [
    6.283185307179586, -41.34170224039973, 81.6052492753441, -76.7058545817789, 42.04376075983375,
    -19.739208802178712, 64.9393940222588, -85.45681203332173, 60.2237264979448, 1.0, 0.5,
    6755399441055744.0,
  ],
  16,
);

/** Largest 2π|d| for the polynomials. */
export const SMALL_ROTATION_RADIANS: f64 = 0.125;

/** The double nearest to 2π. */
export const TAU: f64 = 6.283185307179586;

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

/**
 * The two paths as type arguments: two loops that differ by a flag only would be folded into one,
 * which is slower.
 */
export type SmallPath = f64;
export type FullPath = i32;

/** sin(2πd). */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function rotationSine<Path>(d: v128): v128 {
  if (!isFloat<Path>()) return fastSineCycles(d);
  const z = f64x2.mul(d, d);
  return f64x2.mul(d, next(next(next(next(constant(4), z, 3), z, 2), z, 1), z, 0));
}

/** cos(2πd). */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function rotationCosine<Path>(d: v128): v128 {
  if (!isFloat<Path>()) return fastCosineCycles(d);
  const z = f64x2.mul(d, d);
  return next(next(next(next(constant(8), z, 7), z, 6), z, 5), z, 9);
}

/** Real part of (a + ib)(c + id). */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function productReal(a: v128, b: v128, c: v128, d: v128): v128 {
  return f64x2.sub(f64x2.mul(a, c), f64x2.mul(b, d));
}

/** Imaginary part of (a + ib)(c + id). */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function productImaginary(a: v128, b: v128, c: v128, d: v128): v128 {
  return f64x2.add(f64x2.mul(a, d), f64x2.mul(b, c));
}

/** All ones where x − nearest(x) is ½, which the half-open interval counts as −½. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function atHalf(rest: v128): v128 {
  return f64x2.eq(rest, constant(10));
}

/** Phases back into [−½, ½). Exact; never −0. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function wrap(x: v128): v128 {
  const rest = f64x2.sub(x, f64x2.nearest(x));
  return f64x2.sub(rest, v128.and(atHalf(rest), constant(9)));
}

/** How many turns `wrap` takes off, as integers; |x| < 2^51. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function wraps(x: v128): v128 {
  const whole = f64x2.nearest(x);
  const counted = i64x2.sub(f64x2.add(whole, constant(11)), constant(11));
  return i64x2.sub(counted, atHalf(f64x2.sub(x, whole)));
}
