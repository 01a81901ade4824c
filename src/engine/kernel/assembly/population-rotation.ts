/**
 * Rotation of phasors by small and by any angles, in cycles.
 *
 * The phasor form of a step: p ← (p·R)·E(d) with R the rotation by the natural frequency and E(d) =
 * exp(2πi·d) that of the coupling. For 2π|d| ≤ 1/8 the two short polynomials below are good to
 * 1e-18; up to an eighth of a turn those of `sincos-cycles.ts` serve, and beyond its sine and
 * cosine. Which of the three is chosen once per call.
 * Source: Chebyshev interpolation of sin(2πd)/d and (cos(2πd) − 1)/d² over 2π|d| ≤ 1/8.
 */
import {
  fastCosineCycles,
  fastSineCycles,
  quarterCosine,
  quarterSine,
} from "./sincos-cycles";

const TABLE: usize = memory.data<f64>(
  [
    6.283185307179586, -41.34170224039973, 81.6052492753441, -76.7058545817789, 42.04376075983375,
    -19.739208802178712, 64.9393940222588, -85.45681203332173, 60.2237264979448, 1.0, 4.0,
    0.5,
  ],
  16,
);

/** The double nearest to 2π. */
export const TAU: f64 = 6.283185307179586;

/** Largest 2π|d| for the short polynomials, and for those of an eighth of a turn. */
const SMALL_ROTATION: f64 = 0.125;
const MIDDLE_ROTATION: f64 = 0.78;

/**
 * The paths as type arguments: loops that differ by a flag only would be folded into one, which is
 * slower.
 */
export type SmallPath = f64;
export type MiddlePath = f32;
export type FullPath = i32;

export const SMALL: i32 = 0;
export const MIDDLE: i32 = 1;
export const FULL: i32 = 2;

/** The path for rotations by at most so many radians. */
export function pathFor(radians: f64): i32 {
  if (radians <= SMALL_ROTATION) return SMALL;
  return radians <= MIDDLE_ROTATION ? MIDDLE : FULL;
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function constant(index: usize): v128 {
  return v128.load_splat<f64>(TABLE + (index << 3));
}

/** Two terms: the constant plus z times the factor. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function linear(z: v128, free: usize, factor: usize): v128 {
  return f64x2.add(constant(free), f64x2.mul(z, constant(factor)));
}

/** sin(2πd). */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function rotationSine<Path>(d: v128): v128 {
  if (!isFloat<Path>()) return fastSineCycles(d);
  if (sizeof<Path>() == 4) return quarterSine(f64x2.mul(d, constant(10)));
  const z = f64x2.mul(d, d);
  const zz = f64x2.mul(z, z);
  const high = f64x2.add(linear(z, 2, 3), f64x2.mul(zz, constant(4)));
  return f64x2.mul(d, f64x2.add(linear(z, 0, 1), f64x2.mul(zz, high)));
}

/** cos(2πd). */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function rotationCosine<Path>(d: v128): v128 {
  if (!isFloat<Path>()) return fastCosineCycles(d);
  if (sizeof<Path>() == 4) return quarterCosine(f64x2.mul(d, constant(10)));
  const z = f64x2.mul(d, d);
  const zz = f64x2.mul(z, z);
  const high = f64x2.add(linear(z, 6, 7), f64x2.mul(zz, constant(8)));
  return f64x2.add(linear(z, 9, 5), f64x2.mul(zz, high));
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

/** Phases back into [−½, ½), the open end counted as −½. Exact; never −0. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function wrap(x: v128): v128 {
  const rest = f64x2.sub(x, f64x2.nearest(x));
  const atEnd = f64x2.eq(rest, constant(11));
  return f64x2.sub(rest, v128.and(atEnd, constant(9)));
}
