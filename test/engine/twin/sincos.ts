/** Sine and cosine one number at a time, by the formulas of the kernel, in plain arithmetic. */
import { bitsOf, fixed, fromBits, pi } from "../reference.ts";

const MAGIC = 6755399441055744;

const SINE = [
  -1.66666666666666324348e-1, 8.33333333332248946124e-3, -1.98412698298579493134e-4,
  2.75573137070700676789e-6, -2.50507602534068634195e-8, 1.58969099521155010221e-10,
];
const COSINE = [
  4.16666666666666019037e-2, -1.38888888888741095749e-3, 2.48015872894767294178e-5,
  -2.75573143513906633035e-7, 2.0875723212981748279e-9, -1.13596475577881948265e-11,
];
const QUARTER_SINE = [
  9.920935796805404e-10, -0.6459640975062462, 0.07969262624614423, -0.004681754134254207,
  0.00016044116661409423, -0.0000035987029509735105, 5.642225369163528e-8,
];
const QUARTER_COSINE = [
  0.25366950790104803, -0.02086348076335072, 0.0009192602747348447, -0.00002520204058766049,
  4.7107369689597817e-7, -6.337544035925102e-9,
];

/** Sine and cosine of one angle. */
export type Pair = { readonly sin: number; readonly cos: number };

const NOT_A_NUMBER: Pair = { sin: Number.NaN, cos: Number.NaN };

function polynomial(coefficients: readonly number[], z: number): number {
  let sum = coefficients[coefficients.length - 1];
  for (let k = coefficients.length - 2; k >= 0; k -= 1) sum = sum * z + coefficients[k];
  return sum;
}

/** Turns a pair by n quarter turns, n as a mathematical integer modulo 4. */
function turn(pair: Pair, quarters: number): Pair {
  const n = ((quarters % 4) + 4) % 4;
  if (n === 0) return pair;
  if (n === 1) return { sin: pair.cos, cos: -pair.sin };
  if (n === 2) return { sin: -pair.sin, cos: -pair.cos };
  return { sin: -pair.cos, cos: pair.sin };
}

/** A polynomial of six or seven terms by pairs, as the kernel adds them up. */
function byPairs(c: readonly number[], z: number): number {
  const zz = z * z;
  const low = c[0] + z * c[1] + zz * (c[2] + z * c[3]);
  const high = c.length === 7 ? c[4] + z * c[5] + zz * c[6] : c[4] + z * c[5];
  return low + zz * zz * high;
}

/** sin(πu/2) and cos(πu/2) for |u| ≤ ½. */
export function sincosQuarter(u: number): Pair {
  const z = u * u;
  const upper = fromBits(bitsOf(u) & 0xfffffffff8000000n);
  const lower = u - upper;
  const factor = 1.570796325802803;
  const sin = upper * factor + (lower * factor + u * byPairs(QUARTER_SINE, z));
  const half = z * 1.2337005501361697;
  const whole = 1 - half;
  const tail = z * (z * byPairs(QUARTER_COSINE, z) - 7.831619385924639e-17);
  return { sin, cos: whole + (1 - whole - half + tail) };
}

/** Rounds to the nearest integer, ties to even. */
export function nearest(x: number): number {
  if (!(Math.abs(x) < 2 ** 52)) return x;
  const shift = x < 0 ? -(2 ** 52) : 2 ** 52;
  return x + shift - shift;
}

/** sin(2πx) and cos(2πx). */
export function sincosCycles(x: number): Pair {
  const phase = Math.abs(x) < 2 ** 49 ? x : x - nearest(x);
  if (Number.isNaN(phase)) return NOT_A_NUMBER;
  const n = phase * 4 + MAGIC - MAGIC;
  const turned = turn(sincosQuarter(phase * 4 - n), n);
  return { sin: turned.sin + 0, cos: turned.cos + 0 };
}

/** sin and cos of y0 + y1, |y0| ≤ π/4. */
function small(y0: number, y1: number): Pair {
  const z = y0 * y0;
  const w = z * z;
  const r = polynomial(SINE.slice(1, 4), z) + z * w * polynomial(SINE.slice(4), z);
  const v = z * y0;
  const sin = y0 - (z * (0.5 * y1 - v * r) - y1 - v * SINE[0]);
  const q = polynomial(COSINE.slice(0, 3), z) * z + w * w * polynomial(COSINE.slice(3), z);
  const half = 0.5 * z;
  const whole = 1 - half;
  const cos = whole + (1 - whole - half + (z * q - y0 * y1));
  return { sin, cos };
}

/** The nearest multiple of π/2 and the rest as two doubles, by long integers. */
function reduceLarge(x: number): { n: number; y0: number; y1: number } {
  const bits = 1500n;
  const quarter = pi(bits) / 2n;
  const value = fixed(Math.abs(x), bits);
  let n = value / quarter;
  let rest = value % quarter;
  if (rest * 2n > quarter) {
    n += 1n;
    rest -= quarter;
  }
  const y0 = nearestDouble(rest, bits);
  const y1 = nearestDouble(rest - fixed(y0, bits), bits);
  const quarters = Number(n % 4n);
  return x < 0 ? { n: -quarters, y0: -y0, y1: -y1 } : { n: quarters, y0, y1 };
}

/** The double nearest to a number in fixed point. */
function nearestDouble(value: bigint, bits: bigint): number {
  const size = value < 0n ? -value : value;
  const excess = BigInt(size.toString(2).length) - 53n;
  if (excess <= 0n) return Number(value) / 2 ** 750 / 2 ** (Number(bits) - 750);
  const half = 1n << (excess - 1n);
  const floor = size >> excess;
  const remainder = size - (floor << excess);
  const up = remainder > half || (remainder === half && (floor & 1n) === 1n);
  const rounded = Number(up ? floor + 1n : floor) * 2 ** Number(excess - bits);
  return value < 0n ? -rounded : rounded;
}

/** sin(x) and cos(x), x in radians. */
export function sincosRadians(x: number): Pair {
  if (!Number.isFinite(x)) return NOT_A_NUMBER;
  if (Math.abs(x) >= 2 ** 20) {
    const { n, y0, y1 } = reduceLarge(x);
    return turn(small(y0, y1), n);
  }
  const n = x * 0.6366197723675814 + MAGIC - MAGIC;
  const first = x - n * 1.5707963267341256;
  const second = first - n * 6.077100506303966e-11;
  const lost = first - second - n * 6.077100506303966e-11;
  const third = n * 2.0222662487111665e-21 - lost;
  const y0 = second - third;
  const y1 = second - y0 - third - n * 8.4784276603689e-32;
  return turn(small(y0, y1), n);
}
