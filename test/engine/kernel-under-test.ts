/**
 * One kernel instance for the tests, with typed views of its memory and a generator of test
 * numbers.
 */
import { createKernel, createKernelMemory } from "../../src/engine/kernel.ts";
import { bitsOf, fromBits } from "./reference.ts";

const memory = createKernelMemory(1024);

function refuse(): never {
  throw new Error("a numeric kernel called its host");
}

const host = new Proxy({}, { get: () => refuse }) as Record<string, unknown>;

/** The artefact's exports over {@link memory}. */
export const kernel = createKernel(memory, { host });

/** First address the tests write to: far behind static data. */
export const FREE = 1 << 20;

/** `count` doubles of the kernel's memory from an address on. */
export function floatsAt(address: number, count: number): Float64Array {
  return new Float64Array(memory.buffer, address, count);
}

/** `count` 64-bit integers of the kernel's memory from an address on. */
export function integersAt(address: number, count: number): BigInt64Array {
  return new BigInt64Array(memory.buffer, address, count);
}

/** `count` bytes of the kernel's memory from an address on. */
export function bytesAt(address: number, count: number): Uint8Array {
  return new Uint8Array(memory.buffer, address, count);
}

/** The bits of doubles in hexadecimal, so that a comparison sees −0, NaN and the last bit. */
export function bitsOfAll(values: Iterable<number>): string[] {
  return Array.from(values, (value) => bitsOf(value).toString(16).padStart(16, "0"));
}

/** A source of test numbers from a seed: a 64-bit congruential generator. */
export type TestNumbers = {
  /** In [0, 1). */
  readonly unit: () => number;
  /** An integer in [0, bound). */
  readonly below: (bound: number) => number;
  /** Any bit pattern, NaN and infinities included. */
  readonly anyDouble: () => number;
};

/** Test numbers from the seed in SEED, else from the given one; the seed is printed. */
export function testNumbers(name: string, usual: number): TestNumbers {
  const seed = Number(process.env["SEED"] ?? usual);
  process.stdout.write(`${name}: seed ${seed}\n`);
  let state = BigInt(seed) * 2n + 1n;
  const next = (): bigint => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return state ^ (state >> 33n);
  };
  const unit = (): number => Number(next() >> 11n) / 2 ** 53;
  return {
    unit,
    below: (bound) => Math.floor(unit() * bound),
    anyDouble: () => fromBits(next()),
  };
}
