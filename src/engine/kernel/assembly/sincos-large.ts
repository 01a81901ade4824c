/**
 * Reduction of radians from 2^20 upwards: x = n·π/2 + y0 + y1 with |y0| ≤ π/4, in integers.
 *
 * Payne & Hanek (1983): only those bits of 2/π are multiplied that reach below four quadrants.
 * x = m·2^e with a 53-bit m; a 192-bit window W of 2/π starting at weight 2^(2−e) gives
 * m·W mod 2^192 = (quadrant, fraction) with 190 fraction bits. Truncation is below 2^-137, the
 * smallest fraction of any double above 2^-62, so y0 + y1 is good to 2^-75.
 */

/** A zero word, then 1,280 bits of 2/π, most significant word first. */
const TWO_OVER_PI: usize = memory.data<u64>(
  [
    0, 0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561,
    0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484,
    0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f,
    0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b,
    0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d,
  ],
  16,
);

/** Upper half of π/2·2^127 in 128 bits; the product with it keeps 64 bits and more. */
const HALF_PI_HIGH: u64 = 0xc90fdaa22168c234;
const HALF_PI_LOW: u64 = 0xc4c6628b80dc1cd1;

let tailOfLast: f64 = 0;

/** y1 of the last call of `reduceLarge`. */
export function reducedTail(): f64 {
  return tailOfLast;
}

let headOfLast: f64 = 0;

/** y0 of the last call of `reduceLarge`. */
export function reducedHead(): f64 {
  return headOfLast;
}

/** High 64 bits of a 64×64 product. */
export function multiplyHigh(a: u64, b: u64): u64 {
  const aLow = a & 0xffffffff;
  const aHigh = a >> 32;
  const bLow = b & 0xffffffff;
  const bHigh = b >> 32;
  const middle = aHigh * bLow + ((aLow * bLow) >> 32);
  const other = aLow * bHigh + (middle & 0xffffffff);
  return aHigh * bHigh + (middle >> 32) + (other >> 32);
}

/** 64 bits of the table from a bit position on. */
function windowWord(position: i32): u64 {
  const address = TWO_OVER_PI + ((position >> 6) << 3);
  const shift = <u64>(position & 63);
  const first = load<u64>(address);
  if (shift == 0) return first;
  return (first << shift) | (load<u64>(address, 8) >> (64 - shift));
}

/** The angle (f0:f1)·2^(-128-lead) · (HIGH:LOW)·2^-127 as two doubles. */
function keepAngle(f0: u64, f1: u64, lead: u64): void {
  const crossA = multiplyHigh(f0, HALF_PI_LOW);
  const crossB = multiplyHigh(f1, HALF_PI_HIGH);
  const cross = crossA + crossB;
  const crossCarry: u64 = cross < crossA ? 1 : 0;
  const base = f0 * HALF_PI_HIGH;
  const productLow = base + cross;
  const productHigh = multiplyHigh(f0, HALF_PI_HIGH) + crossCarry + (productLow < base ? 1 : 0);

  // productHigh:productLow stands for a number times 2^(-127-lead); split it into two doubles
  const scale = reinterpret<f64>((1023 - 63 - lead) << 52);
  const upper = <f64>(productHigh & 0xfffffffffffff800) * scale;
  const remainder = ((productHigh & 0x7ff) << 53) | (productLow >> 11);
  const lower = <f64>remainder * reinterpret<f64>((1023 - 63 - 53 - lead) << 52);
  headOfLast = upper + lower;
  tailOfLast = upper - headOfLast + lower;
}

/** Quadrant 0…3 of a finite |x| ≥ 2^20; leaves the rest in `reducedHead` and `reducedTail`. */
export function reduceLarge(x: f64): i32 {
  const bits = reinterpret<u64>(x) & 0x7fffffffffffffff;
  const exponent = <i32>(bits >> 52) - 1075;
  const m = (bits & 0x000fffffffffffff) | 0x0010000000000000;
  const position = exponent - 2 + 64;
  const w0 = windowWord(position);
  const w1 = windowWord(position + 64);
  const w2 = windowWord(position + 128);

  // m·W mod 2^192
  const low = m * w2;
  const carried = m * w1;
  const middle = carried + multiplyHigh(m, w2);
  const carry: u64 = middle < carried ? 1 : 0;
  let f0 = m * w0 + multiplyHigh(m, w1) + carry;
  let f1 = middle;
  let f2 = low;

  let quadrant = <i32>(f0 >> 62);
  f0 = (f0 << 2) | (f1 >> 62);
  f1 = (f1 << 2) | (f2 >> 62);
  f2 = f2 << 2;
  let negative = false;
  if (f0 >> 63) {
    // the nearer multiple is the next one: the fraction becomes its complement
    quadrant += 1;
    negative = true;
    f2 = ~f2 + 1;
    f1 = ~f1 + (f2 == 0 ? 1 : 0);
    f0 = ~f0 + (f2 == 0 && f1 == 0 ? 1 : 0);
  }

  // fraction < ½, normalised so that its first bit is bit 63 of f0
  let lead: u64 = 0;
  if (f0 == 0) {
    f0 = f1;
    f1 = f2;
    f2 = 0;
    lead = 64;
  }
  const zeros = clz(f0);
  if (zeros) {
    f0 = (f0 << zeros) | (f1 >> (64 - zeros));
    f1 = (f1 << zeros) | (f2 >> (64 - zeros));
  }
  lead += zeros;

  keepAngle(f0, f1, lead);
  if (negative != reinterpret<u64>(x) >> 63 != 0) {
    headOfLast = -headOfLast;
    tailOfLast = -tailOfLast;
  }
  return (reinterpret<u64>(x) >> 63 ? -quadrant : quadrant) & 3;
}
