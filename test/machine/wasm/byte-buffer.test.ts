/** Numbers in the buffer are LEB128 as the standard shows them; sizes are filled in. */
import { expect, test } from "vitest";
import { ByteBuffer } from "../../../src/machine/wasm/byte-buffer.ts";

const hex = (write: (buffer: ByteBuffer) => void): string => {
  const buffer = new ByteBuffer();
  write(buffer);
  return Buffer.from(buffer.finish()).toString("hex");
};

/** Signed LEB128 by BigInt, as in the standard's description. */
function leb128(value: bigint): string {
  const bytes: number[] = [];
  for (let rest = value; ;) {
    const low = Number(rest & 127n);
    rest >>= 7n;
    if ((rest === 0n && low < 64) || (rest === -1n && low >= 64)) {
      return Buffer.from([...bytes, low]).toString("hex");
    }
    bytes.push(low | 128);
  }
}

test("unsigned numbers", () => {
  expect(hex((buffer) => buffer.unsigned(624_485))).toBe("e58e26");
  expect(hex((buffer) => buffer.unsigned(127))).toBe("7f");
  expect(hex((buffer) => buffer.unsigned(128))).toBe("8001");
  expect(hex((buffer) => buffer.unsigned(2 ** 32 - 1))).toBe("ffffffff0f");
});

test("signed numbers, up to the ends of Int and its double", () => {
  const edges = [0, 1, 63, 64, 127, 128, 8191, 8192, 123_456, 2 ** 31, 2 ** 53 - 1, 2 ** 54 - 2];
  for (const edge of edges) {
    for (const value of [edge, -edge, -edge - 1]) {
      if (!Number.isInteger(value)) continue;
      expect(hex((buffer) => buffer.signed(value))).toBe(leb128(BigInt(value)));
    }
  }
});

test("sizes before what they count, over any growth of the buffer", () => {
  const buffer = new ByteBuffer();
  buffer.sized(() => {
    for (let count = 0; count < 10_000; count++) buffer.byte(7);
  });
  expect([...buffer.finish().subarray(0, 5)]).toEqual([0x90, 0xce, 0x80, 0x80, 0x00]);
  expect(buffer.length).toBe(10_005);
});
