/** Every branch hint stands at a branch, in order, and a host that reads them takes the module. */
import { expect, test } from "vitest";
import { compileHinted } from "../../../cli/compile-hinted.ts";
import { ByteBuffer } from "../../../src/machine/wasm/byte-buffer.ts";
import { writeHints } from "../../../src/machine/wasm/branch-hints.ts";
import { emitModule } from "../../../src/machine/wasm/emit-module.ts";
import { readPrograms } from "../tiers/programs.ts";

const IF = 0x04;
const IMPORTS = 2;
const CODE = 10;
const CUSTOM = 0;
const NAME = "metadata.code.branch_hint";

/** Reads numbers, names and sections of a module of WebAssembly. */
class Reader {
  readonly #bytes: Uint8Array;
  place: number;

  constructor(bytes: Uint8Array, place: number) {
    this.#bytes = bytes;
    this.place = place;
  }

  byte(): number {
    return this.#bytes[this.place++];
  }

  unsigned(): number {
    for (let value = 0, shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  }

  text(length: number): string {
    this.place += length;
    return new TextDecoder().decode(this.#bytes.subarray(this.place - length, this.place));
  }

  list<Item>(read: () => Item): Item[] {
    return Array.from({ length: this.unsigned() }, read);
  }
}

/** Where each function's locals are declared, and the hints, by the function's number. */
function readModule(bytes: Uint8Array) {
  const reader = new Reader(bytes, 8);
  const hints = new Map<number, readonly { place: number; value: number }[]>();
  let imported = 0;
  let starts: number[] = [];
  while (reader.place < bytes.length) {
    const id = reader.byte();
    const size = reader.unsigned();
    const end = reader.place + size;
    if (id === CUSTOM && reader.text(reader.unsigned()) === NAME) {
      expect(starts).toEqual([]);
      for (const [index, list] of reader.list(
        () => [reader.unsigned(), readHints(reader)] as const,
      ))
        hints.set(index, list);
    }
    if (id === IMPORTS) {
      // the memory and two globals are imported, and functions
      imported = reader.unsigned() - 3;
    }
    if (id === CODE) {
      starts = reader.list(() => {
        const length = reader.unsigned();
        const start = reader.place;
        reader.place += length;
        return start;
      });
    }
    reader.place = end;
  }
  return { hints, imported, starts };
}

const readHints = (reader: Reader) =>
  reader.list(() => {
    const place = reader.unsigned();
    expect(reader.unsigned()).toBe(1);
    return { place, value: reader.byte() };
  });

test("hints of every program stand at its branches", () => {
  let count = 0;
  for (const { verified } of readPrograms()) {
    const { bytes, functions } = emitModule(verified);
    const { hints, imported, starts } = readModule(bytes);
    expect(starts.length).toBe(functions.length);
    for (const [index, list] of hints) {
      let before = -1;
      for (const { place, value } of list) {
        expect(bytes[starts[index - imported] + place]).toBe(IF);
        expect(place).toBeGreaterThan(before);
        expect([0, 1]).toContain(value);
        before = place;
        count += 1;
      }
    }
    expect(compileHinted(bytes)).toBeInstanceOf(WebAssembly.Module);
  }
  expect(count).toBeGreaterThan(100);
});

test("functions without a hint are left out", () => {
  const buffer = new ByteBuffer();
  const hints = [
    { place: 23, expected: "not taken" },
    { place: 300, expected: "taken" },
  ] as const;
  writeHints(buffer, [
    { index: 4, start: 10, hints: [] },
    { index: 5, start: 20, hints },
  ]);
  const name = new TextEncoder().encode(NAME);
  const expected = [name.length, ...name, 1, 5, 2, 3, 1, 0, 0x98, 2, 1, 1];
  expect([...buffer.finish()]).toEqual(expected);
});
