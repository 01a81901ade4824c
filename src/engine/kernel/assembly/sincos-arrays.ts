/**
 * Sine and cosine of whole arrays: two vectors per turn of the loop, the same bits as one by one.
 *
 * In: the address of n doubles. Out: n sines and n cosines at two addresses, each of which may be
 * the address of the angles. No alignment is needed.
 */
import {
  cos_cycles,
  cyclesCosine,
  cyclesSine,
  quarterCosine,
  quarterSine,
  quarterTurns,
  shiftedQuadrant,
  sin_cycles,
  turnCosine,
  turnSine,
  areFastCycles,
} from "./sincos-cycles";
import {
  cos,
  reducedAngle,
  reducedRest,
  shiftedHalfPies,
  sin,
  smallCosine,
  smallSine,
  areFastRadians,
} from "./sincos-radians";

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
    if (areFastCycles(first, second)) {
      const firstTurns = shiftedQuadrant(first);
      const secondTurns = shiftedQuadrant(second);
      const firstRest = quarterTurns(first, firstTurns);
      const secondRest = quarterTurns(second, secondTurns);
      const firstSine = quarterSine(firstRest);
      const secondSine = quarterSine(secondRest);
      const firstCosine = quarterCosine(firstRest);
      const secondCosine = quarterCosine(secondRest);
      // all before the first store, behind which the compiler would load constants again
      const thisSine = cyclesSine(firstTurns, firstSine, firstCosine);
      const thatSine = cyclesSine(secondTurns, secondSine, secondCosine);
      const thisCosine = cyclesCosine(firstTurns, firstSine, firstCosine);
      const thatCosine = cyclesCosine(secondTurns, secondSine, secondCosine);
      v128.store(sines + at, thisSine);
      v128.store(sines + at, thatSine, 16);
      v128.store(cosines + at, thisCosine);
      v128.store(cosines + at, thatCosine, 16);
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
    if (areFastRadians(first, second)) {
      const firstTurns = shiftedHalfPies(first);
      const secondTurns = shiftedHalfPies(second);
      const firstHead = reducedAngle(first, firstTurns);
      const secondHead = reducedAngle(second, secondTurns);
      const firstTail = reducedRest(first, firstTurns);
      const secondTail = reducedRest(second, secondTurns);
      const firstSine = smallSine(firstHead, firstTail);
      const secondSine = smallSine(secondHead, secondTail);
      const firstCosine = smallCosine(firstHead, firstTail);
      const secondCosine = smallCosine(secondHead, secondTail);
      // all before the first store, behind which the compiler would load constants again
      const thisSine = turnSine(firstTurns, firstSine, firstCosine);
      const thatSine = turnSine(secondTurns, secondSine, secondCosine);
      const thisCosine = turnCosine(firstTurns, firstSine, firstCosine);
      const thatCosine = turnCosine(secondTurns, secondSine, secondCosine);
      v128.store(sines + at, thisSine);
      v128.store(sines + at, thatSine, 16);
      v128.store(cosines + at, thisCosine);
      v128.store(cosines + at, thatCosine, 16);
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
