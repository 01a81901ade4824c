/** The allocator: size classes, reuse, the break and its limit, and what each block costs. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { createKernel } from "../../../src/engine/kernel.ts";
import type { ModuleType } from "../../../src/machine/types/module-type.ts";
import { describeTypes } from "../../../src/machine/values/descriptors.ts";
import { readFuel, startHeap, writeFuel } from "../../../src/machine/values/heap.ts";
import { PLENTY, startTestHeap, trapOf } from "../artefact.ts";

const STRING: ModuleType = { kind: "string" };
const HEADER_BYTES = 16;

/** Multiples of 16 up to 128 bytes, then four classes between powers of two. */
function classBytes(bytes: number): number {
  const units = Math.ceil(bytes / 16);
  let step = 1;
  while (units > 8 * step) step *= 2;
  return 16 * step * Math.ceil(units / step);
}

test("a block has the size of its class, and costs 4 fuel and 1 for 16 bytes of it", () => {
  const sizes = [...Array(200).keys(), 1000, 4095, 4096, 4097, 65_536, 1_000_000];
  for (const size of sizes) {
    const heap = startTestHeap([STRING]);
    heap.kernel["text_new"](0, size);
    const bytes = classBytes(HEADER_BYTES + size);
    expect([size, heap.kernel["region_break"]()]).toEqual([size, bytes]);
    expect(PLENTY.fuel - readFuel(heap.memory)).toBe(4 + bytes / 16);
    expect(bytes / (HEADER_BYTES + size)).toBeLessThan(2);
  }
});

test("a freed block is used again by the next of its class, of every class", () => {
  const heap = startTestHeap([STRING]);
  for (let size = 0; size < 3_000_000; size = Math.ceil(size * 1.07) + 5) {
    const first = heap.kernel["text_new"](0, size);
    const peak = heap.kernel["region_break"]();
    heap.kernel["drop"](first);
    expect(heap.kernel["text_new"](0, size)).toBe(first);
    expect(heap.kernel["region_break"]()).toBe(peak);
  }
});

test("blocks never overlap, lie on 16 bytes, and all come back", () => {
  const steps = fc.array(fc.record({ size: fc.nat(300), drops: fc.nat(3) }), { maxLength: 60 });
  fc.assert(
    fc.property(steps, (actions) => {
      const heap = startTestHeap([STRING]);
      const alive = new Map<number, number>();
      for (const { size, drops } of actions) {
        const start = heap.kernel["text_new"](0, size) >>> 0;
        expect(start % 16).toBe(0);
        for (const [other, length] of alive) {
          expect(start >= other + length || start + HEADER_BYTES + size <= other).toBe(true);
        }
        alive.set(start, HEADER_BYTES + size);
        for (const [other] of [...alive].slice(0, drops)) {
          heap.kernel["drop"](other);
          alive.delete(other);
        }
        expect(heap.kernel["live_blocks"]()).toBe(alive.size);
      }
    }),
  );
});

test("the break may reach the limit and not pass it; fuel comes before memory", () => {
  const exact = startTestHeap([STRING], { memory: 64 });
  expect(trapOf(() => exact.kernel["text_new"](0, 48))).toBeNull();
  expect(exact.kernel["region_break"]()).toBe(64);
  expect(trapOf(() => exact.kernel["text_new"](0, 0))?.trap).toBe("memory");
  expect(exact.kernel["region_break"]()).toBe(64);

  const short = startTestHeap([STRING], { memory: 63 });
  expect(trapOf(() => short.kernel["text_new"](0, 48))?.trap).toBe("memory");

  const poor = startTestHeap([STRING], { memory: 0, fuel: 7 });
  expect(trapOf(() => poor.kernel["text_new"](0, 48))?.trap).toBe("fuel");
  expect(readFuel(poor.memory)).toBe(7);
});

test("sizes that no address can reach trap and never wrap around", () => {
  const floats: readonly ModuleType[] = [
    STRING,
    { kind: "float", unit: null },
    { kind: "list", element: 1 },
  ];
  const heap = startTestHeap(floats, { memory: 2 ** 32 });
  for (const count of [2 ** 29, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1]) {
    expect(trapOf(() => heap.kernel["list_fill"](2, count))?.trap).toBe("memory");
  }
  expect(trapOf(() => heap.kernel["list_new"](2, 2 ** 32 - 1))?.trap).toBe("memory");
  expect(trapOf(() => heap.kernel["text_new"](0, 2 ** 32 - 1))?.trap).toBe("memory");
  expect(trapOf(() => heap.kernel["list_fill"](2, -1))?.trap).toBe("count");
  expect(heap.kernel["live_blocks"]()).toBe(0);
});

test("a host whose memory does not grow is no result of the run", () => {
  const memory = new WebAssembly.Memory({ initial: 16, maximum: 17, shared: true });
  const kernel = createKernel(memory, {
    host: {
      trap_here: (): never => expect.fail("this is no trap"),
      output: () => {},
      output_end: () => {},
      log: () => {},
      world(): never {
        throw new Error("the host has no more memory");
      },
      team: () => 1,
    },
  });
  const limits = { memory: 2 ** 28, output: 0 };
  startHeap(kernel, memory, describeTypes([STRING]), limits);
  writeFuel(memory, PLENTY.fuel);
  kernel["text_new"](0, 900_000);
  expect(() => kernel["text_new"](0, 900_000)).toThrow("no more memory");
});
