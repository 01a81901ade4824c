/**
 * Golden bits: one hash per function over fixed arguments, so that no change of a bit goes unseen.
 */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { kernel } from "./kernel-under-test.ts";
import { philox } from "./twin/philox.ts";

const COUNT = 5000;

/** Argument number k: every other one of ordinary size, the rest of any size. */
function argument(k: number, stream: bigint): number {
  const [high, low, size] = philox([BigInt(k), 0n, stream, 0n], [1n, 2n]);
  const fraction = Number((high << 21n) | (low >> 11n)) / 2 ** 53;
  const exponent = k % 2 === 0 ? Number(size % 8n) : Number(size % 400n) - 200;
  return (k % 4 < 2 ? fraction : -fraction) * 2 ** exponent;
}

const ONE_ARGUMENT = [
  "sin",
  "cos",
  "tan",
  "sin_cycles",
  "cos_cycles",
  "tan_cycles",
  "exp",
  "expm1",
  "log",
  "log1p",
  "log2",
  "log10",
  "asin",
  "acos",
  "atan",
  "sinh",
  "cosh",
  "tanh",
  "cbrt",
];

const TWO_ARGUMENTS = ["pow", "atan2", "hypot"];

const RANDOM = ["random_uniform", "random_normal", "random_lorentzian"];

function hashOf(value: (k: number) => number): string {
  const results = new Float64Array(COUNT);
  for (let k = 0; k < COUNT; k += 1) results[k] = value(k);
  return createHash("sha256").update(new Uint8Array(results.buffer)).digest("hex");
}

test("every function gives its golden bits (after a meant change: UPDATE=1)", async () => {
  const lines = [
    ...ONE_ARGUMENT.map((name) => [name, hashOf((k) => kernel[name](argument(k, 0n)))]),
    ...TWO_ARGUMENTS.map((name) => [
      name,
      hashOf((k) => kernel[name](argument(k, 1n), argument(k, 2n))),
    ]),
    ...RANDOM.map((name) => [name, hashOf((k) => kernel[name](20_261_121, 7, k))]),
  ];
  const text = lines.map(([name, hash]) => `${name.padEnd(18)} ${hash}\n`).join("");
  await expect(text).toMatchFileSnapshot("bits.golden");
});
