/**
 * Sine and cosine of whole arrays: two vectors per turn of the loop, the same bits as one by one.
 *
 * In: the address of n doubles. Out: n sines and n cosines at two addresses, each of which may be
 * the address of the angles. No alignment is needed.
 */
import {
  fastCosineCycles,
  fastSineCycles,
  cos_cycles,
  sin_cycles,
  withinFastCycles,
} from "./sincos-cycles";
import { cos, fastCosine, fastSine, sin, withinFastRadians } from "./sincos-radians";

function someCycles(x: usize, sines: usize, cosines: usize, count: usize): void {
  for (let at: usize = 0; at < count << 3; at += 8) {
    const value = load<f64>(x + at);
    store<f64>(sines + at, sin_cycles(value));
    store<f64>(cosines + at, cos_cycles(value));
  }
}

function someRadians(x: usize, sines: usize, cosines: usize, count: usize): void {
  for (let at: usize = 0; at < count << 3; at += 8) {
    const value = load<f64>(x + at);
    store<f64>(sines + at, sin(value));
    store<f64>(cosines + at, cos(value));
  }
}

/** sin(2πx) and cos(2πx) of n phases in cycles. */
export function sincosCycles(x: usize, sines: usize, cosines: usize, n: usize): void {
  const end = (n & ~3) << 3;
  let at: usize = 0;
  for (; at < end; at += 32) {
    const first = v128.load(x + at);
    const second = v128.load(x + at, 16);
    if (withinFastCycles(first) && withinFastCycles(second)) {
      const firstSine = fastSineCycles(first);
      const secondSine = fastSineCycles(second);
      const firstCosine = fastCosineCycles(first);
      const secondCosine = fastCosineCycles(second);
      v128.store(sines + at, firstSine);
      v128.store(sines + at, secondSine, 16);
      v128.store(cosines + at, firstCosine);
      v128.store(cosines + at, secondCosine, 16);
    } else someCycles(x + at, sines + at, cosines + at, 4);
  }
  someCycles(x + at, sines + at, cosines + at, n & 3);
}

/** sin(x) and cos(x) of n angles in radians. */
export function sincosRadians(x: usize, sines: usize, cosines: usize, n: usize): void {
  const end = (n & ~3) << 3;
  let at: usize = 0;
  for (; at < end; at += 32) {
    const first = v128.load(x + at);
    const second = v128.load(x + at, 16);
    if (withinFastRadians(first) && withinFastRadians(second)) {
      const firstSine = fastSine(first);
      const secondSine = fastSine(second);
      const firstCosine = fastCosine(first);
      const secondCosine = fastCosine(second);
      v128.store(sines + at, firstSine);
      v128.store(sines + at, secondSine, 16);
      v128.store(cosines + at, firstCosine);
      v128.store(cosines + at, secondCosine, 16);
    } else someRadians(x + at, sines + at, cosines + at, 4);
  }
  someRadians(x + at, sines + at, cosines + at, n & 3);
}

export function sincos_array(x: usize, sines: usize, cosines: usize, n: f64): void {
  sincosRadians(x, sines, cosines, <usize>n);
}

export function sincos_cycles_array(x: usize, sines: usize, cosines: usize, n: f64): void {
  sincosCycles(x, sines, cosines, <usize>n);
}
