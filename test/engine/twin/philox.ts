/** Philox4x32-10 and the distributions on it, in BigInt and plain arithmetic. */
import { sincosCycles } from "./sincos.ts";

const MASK = 0xffffffffn;

/** Four words from four counter words and two key words. */
export function philox(counter: readonly bigint[], key: readonly bigint[]): bigint[] {
  let [c0, c1, c2, c3] = counter;
  let [k0, k1] = key;
  for (let round = 0; round < 10; round += 1) {
    const first = 0xd2511f53n * c0;
    const second = 0xcd9e8d57n * c2;
    [c0, c1, c2, c3] = [
      (second >> 32n) ^ c1 ^ k0,
      second & MASK,
      (first >> 32n) ^ c3 ^ k1,
      first & MASK,
    ];
    k0 = (k0 + 0x9e3779b9n) & MASK;
    k1 = (k1 + 0xbb67ae85n) & MASK;
  }
  return [c0, c1, c2, c3];
}

function words(value: number): bigint[] {
  const bits = BigInt.asUintN(64, BigInt(value));
  return [bits & MASK, bits >> 32n];
}

/** The block of a (seed, stream, counter). */
export function block(seed: number, stream: number, counter: number): bigint[] {
  return philox([...words(counter), ...words(stream)], words(seed));
}

function halfOpen(high: bigint, low: bigint): number {
  return Number(((high << 32n) | low) >> 11n) / 2 ** 53;
}

function open(high: bigint, low: bigint): number {
  return (Number(((high << 32n) | low) >> 12n) * 2 + 1) / 2 ** 53;
}

/** In [0, 1). */
export function uniform(seed: number, stream: number, counter: number): number {
  const [w0, w1] = block(seed, stream, counter);
  return halfOpen(w0, w1);
}

/** Standard normal; the logarithm is the caller's. */
export function normal(
  seed: number,
  stream: number,
  counter: number,
  log: (x: number) => number,
): number {
  const [w0, w1, w2, w3] = block(seed, stream, counter);
  return Math.sqrt(-2 * log(open(w0, w1))) * sincosCycles(halfOpen(w2, w3)).cos;
}

/** Standard Lorentzian. */
export function lorentzian(seed: number, stream: number, counter: number): number {
  const [w0, w1] = block(seed, stream, counter);
  const { sin, cos } = sincosCycles((open(w0, w1) - 0.5) * 0.5);
  return sin / cos;
}

/**
 * An integer in [0, bound): the first of 64 bits that is no remainder of 2^64 shared out among
 * `bound`.
 */
export function below(seed: number, stream: number, counter: number, bound: number): number {
  const uneven = 2n ** 64n % BigInt(bound);
  for (let round = 0n; ; round += 1n) {
    const bits = BigInt.asUintN(64, BigInt(counter)) ^ (round << 53n);
    const [w0, w1, w2, w3] = philox([bits & MASK, bits >> 32n, ...words(stream)], words(seed));
    for (const candidate of [(w0 << 32n) | w1, (w2 << 32n) | w3]) {
      const product = candidate * BigInt(bound);
      if (BigInt.asUintN(64, product) >= uneven) return Number(product >> 64n);
    }
  }
}
