/** The counter-based generator: known answers of its authors, the twin, and moments. */
import { describe, expect, test } from "vitest";
import { bitsOfAll, bytesAt, floatsAt, FREE, kernel, testNumbers } from "./kernel-under-test.ts";
import { below as twinBelow, block, lorentzian, normal, uniform } from "./twin/philox.ts";

/** Counter and key words, then the four words that Random123's kat_vectors list for them. */
const KNOWN_ANSWERS = [
  "00000000 00000000 00000000 00000000 00000000 00000000 => 6627e8d5 e169c58d bc57ac4c 9b00dbd8",
  "ffffffff ffffffff ffffffff ffffffff ffffffff ffffffff => 408f276d 41c83b0e a20bc7c6 6d5451fd",
  "243f6a88 85a308d3 13198a2e 03707344 a4093822 299f31d0 => d16cfe09 94fdcceb 5001e420 24126ea1",
];

const { below } = testNumbers("random", 53);

/** Keys of all sizes, negative seeds among them. */
const KEYS: (readonly [number, number, number])[] = [
  [0, 0, 0],
  [-1, 2 ** 53 - 1, 2 ** 53 - 1],
  [-(2 ** 53 - 1), 1, 2],
  ...Array.from(
    { length: 300 },
    () => [below(2 ** 53), below(1000), below(2 ** 40)] as [number, number, number],
  ),
];

describe("Philox4x32-10", () => {
  for (const line of KNOWN_ANSWERS) {
    test(line, () => {
      const [input, answer] = line.split(" => ").map((part) => part.split(" "));
      const view = new DataView(bytesAt(FREE, 48).buffer, FREE, 48);
      for (const [index, word] of input.entries()) {
        view.setUint32(4 * index, Number.parseInt(word, 16), true);
      }
      kernel["philox_words"](FREE, FREE + 32);
      const words = [0, 1, 2, 3].map((index) => view.getUint32(32 + 4 * index, true));
      expect(words.map((word) => word.toString(16).padStart(8, "0"))).toEqual(answer);
    });
  }
  test("counter low, counter high, stream low, stream high; key low, key high", () => {
    for (const [seed, stream, counter] of KEYS) {
      const words = [0, 1, 2, 3].map((index) => kernel["philox"](seed, stream, counter, index));
      expect(words.map(BigInt)).toEqual(block(seed, stream, counter));
    }
  });
});

describe("distributions", () => {
  test("all equal their twins bit for bit", () => {
    for (const [seed, stream, counter] of KEYS) {
      const key = [seed, stream, counter] as const;
      expect(
        bitsOfAll([
          kernel["random_uniform"](...key),
          kernel["random_normal"](...key),
          kernel["random_lorentzian"](...key),
          kernel["random_below"](...key, 1_000_003),
        ]),
      ).toEqual(
        bitsOfAll([
          uniform(...key),
          normal(...key, kernel["log"]),
          lorentzian(...key),
          twinBelow(...key, 1_000_003),
        ]),
      );
    }
  });
  test("integers are drawn again where some would be likelier", () => {
    // The largest share of remainders, one in 2^11.
    const bound = 9_002_803_354_665_472;
    let again = 0;
    for (let counter = 0; counter < 20_000; counter++) {
      const found = kernel["random_below"](42, 0, counter, bound);
      const [w0, w1] = block(42, 0, counter);
      const first = (((w0 << 32n) | w1) * BigInt(bound)) >> 64n;
      if (BigInt(found) !== first) again += 1;
      if (BigInt(found) !== first || counter % 100 === 0) {
        expect(found).toBe(twinBelow(42, 0, counter, bound));
      }
    }
    expect(again).toBeGreaterThan(2);
  });
  test("arrays are the numbers of consecutive counters", () => {
    for (const name of ["uniform", "normal", "lorentzian"]) {
      kernel[`random_${name}_array`](7, 3, 1000, 50, FREE);
      const single = Array.from({ length: 50 }, (_, k) => kernel[`random_${name}`](7, 3, 1000 + k));
      expect(bitsOfAll(floatsAt(FREE, 50))).toEqual(bitsOfAll(single));
    }
  });
  test("moments of 100 000 numbers", () => {
    const count = 100_000;
    const moment = (name: string, power: number): number => {
      kernel[`random_${name}_array`](42, 0, 0, count, FREE);
      return floatsAt(FREE, count).reduce((sum, x) => sum + x ** power, 0) / count;
    };
    expect(moment("uniform", 1)).toBeCloseTo(1 / 2, 2);
    expect(moment("uniform", 2)).toBeCloseTo(1 / 3, 2);
    expect(Math.abs(moment("normal", 1))).toBeLessThan(0.01);
    expect(moment("normal", 2)).toBeCloseTo(1, 1);
    expect(moment("normal", 4)).toBeCloseTo(3, 0);
    kernel["random_lorentzian_array"](42, 0, 0, count, FREE);
    const sorted = floatsAt(FREE, count).toSorted();
    expect(sorted[count / 4]).toBeCloseTo(-1, 1);
    expect(Math.abs(sorted[count / 2])).toBeLessThan(0.02);
    expect(sorted[(3 * count) / 4]).toBeCloseTo(1, 1);
  });
  test("the deterministic Lorentzian sample is odd, ascending, and has its quartiles at ∓1", () => {
    kernel["lorentzian_quantiles"](1001, FREE);
    const sample = [...floatsAt(FREE, 1001)];
    expect(sample[500]).toBe(0);
    expect(sample).toEqual(sample.toSorted((a, b) => a - b));
    expect(sample[250]).toBeCloseTo(-1, 2);
    expect(kernel["lorentzian_quantile"](0.25)).toBe(-1);
    expect(kernel["lorentzian_quantile"](0)).toBeNaN();
  });
});
