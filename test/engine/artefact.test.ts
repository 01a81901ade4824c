/** The artefact as a file: its golden hash, its imports, where its static data end. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  createKernel,
  createKernelMemory,
  KERNEL_SHA256,
  STATIC_DATA_LIMIT,
} from "../../src/engine/kernel.ts";
import { ARTEFACT_BASE64 } from "../../src/engine/kernel/artefact.ts";
import { kernel } from "./kernel-under-test.ts";

const bytes = Buffer.from(ARTEFACT_BASE64, "base64");

/** Reads an unsigned LEB128 number; gives it and the position behind it. */
function readVarint(at: number): [value: number, next: number] {
  let value = 0;
  let shift = 0;
  for (let position = at; ; position += 1) {
    value += (bytes[position] & 0x7f) * 2 ** shift;
    if (bytes[position] < 0x80) return [value, position + 1];
    shift += 7;
  }
}

/** First and last address of every active data segment. */
function dataSegments(): [start: number, end: number][] {
  const found: [number, number][] = [];
  let at = 8;
  while (at < bytes.length) {
    const kind = bytes[at];
    const [size, start] = readVarint(at + 1);
    at = start + size;
    if (kind !== 11) continue;
    let [count, position] = readVarint(start);
    for (; count > 0; count -= 1) {
      // segment of memory 0: flags 0, i32.const address, end, length
      expect([bytes[position], bytes[position + 1]]).toEqual([0, 0x41]);
      const [address, behind] = readVarint(position + 2);
      const [length, content] = readVarint(behind + 1);
      found.push([address, address + length]);
      position = content + length;
    }
  }
  return found;
}

// after a meant change: node scripts/build-kernel.ts --golden
test("the artefact is the golden one", () => {
  const golden = readFileSync(new URL("artefact.golden", import.meta.url), "utf8").trim();
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(KERNEL_SHA256);
  expect(KERNEL_SHA256).toBe(golden);
});

test("static data lie between the fixed cells and their limit", () => {
  const segments = dataSegments();
  expect(segments.length).toBeGreaterThan(0);
  expect(Math.min(...segments.map(([start]) => start))).toBeGreaterThanOrEqual(1024);
  const end = Math.max(...segments.map(([, last]) => last));
  expect(end).toBeLessThanOrEqual(kernel["static_data_end"]());
  expect(kernel["static_data_end"]()).toBeLessThanOrEqual(STATIC_DATA_LIMIT);
});

test("a second instance writes nothing that the first one has changed", () => {
  const memory = createKernelMemory();
  const host = new Proxy({}, { get: () => () => 0 });
  const first = createKernel(memory, { host });
  // these fill tables that are no constants
  for (const value of [1 / 3, 1e300]) first["write_float"](value, STATIC_DATA_LIMIT);
  first["write_fixed"](1 / 3, 20, STATIC_DATA_LIMIT);
  const before = new Uint8Array(memory.buffer, 0, STATIC_DATA_LIMIT).slice();
  const constants = dataSegments().reduce((sum, [start, end]) => sum + end - start, 0);
  expect(before.filter((byte) => byte !== 0).length).toBeGreaterThan(constants);
  createKernel(memory, { host });
  expect(new Uint8Array(memory.buffer, 0, STATIC_DATA_LIMIT)).toEqual(before);
});
