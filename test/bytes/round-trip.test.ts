/** What `ByteWriter` writes, `ByteReader` reads, byte for byte as the table says. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { toHex } from "../../src/bytes/hash.ts";
import { ByteReader } from "../../src/bytes/reader.ts";
import { ByteWriter } from "../../src/bytes/writer.ts";
import { AssertionError } from "../../src/fault.ts";

/** One value, and which pair of methods carries it. */
type Step =
  | {
      readonly kind: "u8" | "u16" | "u32" | "i64" | "f64" | "varint" | "signedVarint";
      value: number;
    }
  | { readonly kind: "bool"; value: boolean }
  | { readonly kind: "text"; value: string }
  | { readonly kind: "blob"; value: Uint8Array };

const anyStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("u8" as const), value: fc.nat(0xff) }),
  fc.record({ kind: fc.constant("u16" as const), value: fc.nat(0xffff) }),
  fc.record({ kind: fc.constant("u32" as const), value: fc.integer({ min: 0, max: 0xffff_ffff }) }),
  fc.record({ kind: fc.constant("i64" as const), value: fc.maxSafeInteger() }),
  fc.record({ kind: fc.constant("f64" as const), value: fc.double() }),
  fc.record({ kind: fc.constant("varint" as const), value: fc.maxSafeNat() }),
  fc.record({ kind: fc.constant("signedVarint" as const), value: fc.maxSafeInteger() }),
  fc.record({ kind: fc.constant("bool" as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant("text" as const), value: fc.string({ unit: "grapheme" }) }),
  fc.record({ kind: fc.constant("blob" as const), value: fc.uint8Array() }),
);

test("any sequence of values comes back, and nothing is left", () => {
  fc.assert(
    fc.property(fc.array(anyStep), (steps) => {
      const writer = new ByteWriter();
      for (const step of steps) write(writer, step);
      const reader = new ByteReader(writer.finish());
      for (const { kind, value } of steps) expect(reader[kind]()).toEqual(value);
      reader.end();
    }),
  );
});

test("bytes that can be read are the bytes that writing the value gives", () => {
  const kinds = ["i64", "f64", "bool", "varint", "signedVarint", "text"] as const;
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.uint8Array({ maxLength: 12 }), (kind, bytes) => {
      const reader = new ByteReader(bytes);
      const value = readOrNothing(reader, kind);
      if (value === null) return;
      const writer = new ByteWriter();
      write(writer, { kind, value } as Step);
      expect(toHex(writer.finish())).toBe(toHex(bytes.subarray(0, reader.offset)));
    }),
    { numRuns: 2000 },
  );
});

test.for([
  ["u16 258", "0201"],
  ["u32 1", "01000000"],
  ["i64 -1", "ffffffffffffffff"],
  ["f64 1", "000000000000f03f"],
  ["f64 -0", "0000000000000080"],
  ["f64 NaN", "000000000000f87f"],
  ["varint 0", "00"],
  ["varint 127", "7f"],
  ["varint 128", "8001"],
  ["varint 300", "ac02"],
  ["varint 9007199254740991", "ffffffffffffff0f"],
  ["signedVarint 0", "00"],
  ["signedVarint -1", "41"],
  ["signedVarint 63", "3f"],
  ["signedVarint 64", "8001"],
  ["signedVarint -64", "c001"],
  ["signedVarint -9007199254740991", "ffffffffffffff1f"],
] as const)("%s ==> %s", ([call, hex]) => {
  const [kind, value] = call.split(" ") as ["u16", string];
  expect(toHex(new ByteWriter()[kind](Number(value)).finish())).toBe(hex);
});

test("a section holds its tag, the length of its body and its body", () => {
  const bytes = new ByteWriter().section(7, (body) => body.text("ω").bool(true)).finish();
  expect(toHex(bytes)).toBe("070402cf8901");
  const back = new ByteReader(bytes).section(7, (body) => [body.text(), body.bool()]);
  expect(back).toEqual(["ω", true]);
});

test("a list holds its count and its items", () => {
  const bytes = new ByteWriter().list([5, 300], (writer, item) => writer.varint(item)).finish();
  expect(toHex(bytes)).toBe("0205ac02");
  expect(new ByteReader(bytes).list((reader) => reader.varint())).toEqual([5, 300]);
});

test("values out of range are our own mistake", () => {
  const writer = new ByteWriter();
  expect(() => writer.u8(256)).toThrow(AssertionError);
  expect(() => writer.u32(-1)).toThrow(AssertionError);
  expect(() => writer.varint(0.5)).toThrow(AssertionError);
  expect(() => writer.i64(2 ** 53)).toThrow(AssertionError);
  expect(() => writer.text("\ud800")).toThrow(AssertionError);
});

function write(writer: ByteWriter, step: Step): void {
  if (step.kind === "bool") writer.bool(step.value);
  else if (step.kind === "text") writer.text(step.value);
  else if (step.kind === "blob") writer.blob(step.value);
  else writer[step.kind](step.value);
}

function readOrNothing(
  reader: ByteReader,
  kind: Exclude<Step["kind"], "blob">,
): Step["value"] | null {
  try {
    return reader[kind]();
  } catch {
    return null;
  }
}
