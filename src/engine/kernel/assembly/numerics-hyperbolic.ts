/**
 * Hyperbolic sine and tangent of one double, odd series near zero and exponentials beyond.
 *
 * Measured: at most 1.9 ulp and 1.5 ulp.
 * Source: Chebyshev interpolation of (sinh(x)/x − 1)/x² over |x| ≤ 1 and (tanh(x)/x − 1)/x² over
 * |x| ≤ 0.55, in 400-bit arithmetic, rounded.
 */
import { canonical } from "./numerics-canonical";

const SINH_TERMS: i32 = 7;
const SINH: usize = memory.data<f64>(
  [
    0.16666666666666666, 0.008333333333333299, 0.00019841269841324198, 0.0000027557319191381816,
    2.5052117695907823e-8, 1.6057679623801638e-10, 7.746178593018827e-13,
  ],
  16,
);

const TANH_TERMS: i32 = 11;
const TANH: usize = memory.data<f64>(
  [
    -0.3333333333333333, 0.13333333333332714, -0.053968253967434016, 0.021869488493666944,
    -0.008863234397814355, 0.003592110378689024, -0.001455661830100716, 0.0005889360520074057,
    -0.0002346347410887237, 0.00008511313685577672, -0.000020602765376366344,
  ],
  16,
);

/** a + a·z·(t0 + t1·z + …), z = a². */
function oddSeries(a: f64, table: usize, terms: i32): f64 {
  const z = a * a;
  let sum = load<f64>(table + (<usize>(terms - 1) << 3));
  for (let index = terms - 2; index >= 0; index--) {
    sum = sum * z + load<f64>(table + (<usize>index << 3));
  }
  return a + a * (z * sum);
}

export function sinh(x: f64): f64 {
  const a = abs(x);
  let value: f64 = 0;
  if (a < 1.0) value = oddSeries(a, SINH, SINH_TERMS);
  else if (a < 22.0) {
    const e = NativeMath.exp(a);
    value = 0.5 * (e - 1.0 / e);
  } else if (a < 709.0) value = 0.5 * NativeMath.exp(a);
  else {
    // e^a alone would overflow up to 0.7 before its half does
    const e = NativeMath.exp(0.5 * a);
    value = 0.5 * e * e;
  }
  return canonical(copysign(value, x));
}

export function tanh(x: f64): f64 {
  const a = abs(x);
  const value =
    a < 0.55 ? oddSeries(a, TANH, TANH_TERMS) : 1.0 - 2.0 / (NativeMath.exp(2.0 * a) + 1.0);
  return canonical(copysign(value, x));
}
