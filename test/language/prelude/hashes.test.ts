/**
 * Hashes and pattern sequences: the examples of FIPS 180-4 and of RFC 4231, another implementation
 * at every length of a message and of a key, and what a sequence never does.
 */

import { createHash, createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { calculate, messageOf } from "./calculate.ts";
import { randomNumbers, SEED } from "./random-numbers.ts";

const random = randomNumbers(SEED);
const bytes = (count: number): readonly number[] =>
  Array.from({ length: count }, () => Math.floor(256 * random()));
const hex = (values: unknown): string => Buffer.from(values as number[]).toString("hex");
const written = (values: readonly number[]): string =>
  values.length === 0 ? "List.filled(0, 0)" : `[${values.join(", ")}]`;

test.each([
  ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
  ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
  [
    "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
  ],
])("SHA-256 of “%s”", (text, wanted) => {
  const [found] = calculate("", [`sha_256("${text}".utf8())`]);
  expect(hex(found)).toBe(wanted);
});

test("SHA-256 of a million times “a”", () => {
  const [found] = calculate("let many = List.filled(1_000_000, 97)", ["sha_256(many)"]);
  expect(hex(found)).toBe("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
});

test(`SHA-256 of messages of 0 to 130 bytes, seed ${SEED}`, () => {
  const messages = Array.from({ length: 131 }, (_, length) => bytes(length));
  const found = calculate(
    "",
    messages.map((message) => `sha_256(${written(message)})`),
  );
  const wanted = messages.map((message) => {
    return createHash("sha256").update(Buffer.from(message)).digest("hex");
  });
  expect(found.map(hex)).toEqual(wanted);
});

/** RFC 4231, §4: keys, data, HMAC-SHA-256; a number stands for as many bytes of a value. */
const CASES: readonly (readonly [key: string, data: string, mac: string])[] = [
  [
    "List.filled(20, 0x0b)",
    `"Hi There".utf8()`,
    "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
  ],
  [
    `"Jefe".utf8()`,
    `"what do ya want for nothing?".utf8()`,
    "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
  ],
  [
    "List.filled(20, 0xaa)",
    "List.filled(50, 0xdd)",
    "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
  ],
  [
    "(1..=25).to_list()",
    "List.filled(50, 0xcd)",
    "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
  ],
  [
    "List.filled(131, 0xaa)",
    `"Test Using Larger Than Block-Size Key - Hash Key First".utf8()`,
    "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
  ],
  [
    "List.filled(131, 0xaa)",
    `"This is a test using a larger than block-size key and a larger than block-size data. ` +
      `The key needs to be hashed before being used by the HMAC algorithm.".utf8()`,
    "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
  ],
];

test.each(CASES)("HMAC-SHA-256 with the key %s of RFC 4231", (key, data, mac) => {
  const [found] = calculate("", [`hmac_sha_256(${key}, ${data})`]);
  expect(hex(found)).toBe(mac);
});

test("texts become the bytes of UTF-8", () => {
  const text = "aß€😀";
  expect(calculate("", [`"${text}".utf8()`])).toEqual([[...Buffer.from(text)]]);
});

test("the digital root is the sum of digits down to one digit", () => {
  const numbers = [0, 9, 10, 18, 99, 12_345, 2 ** 53 - 1];
  const root = (n: number): number =>
    n < 10 ? n : root([...String(n)].reduce((sum, digit) => sum + Number(digit), 0));
  const found = calculate(
    "",
    numbers.map((n) => `Int.digital_root(${n})`),
  );
  expect(found).toEqual(numbers.map(root));
});

describe(`a pattern sequence, seed ${SEED}`, () => {
  const key = bytes(80);
  const made = (period: number): string =>
    `var pattern = PatternSequence(${written(key)}, period: ${period})`;

  /** The value of a step by its definition. */
  function valueAt(step: number, period: number): number {
    const numbers = Buffer.alloc(12);
    numbers.writeBigUInt64BE(BigInt(Math.floor(step / period)));
    numbers.writeUInt32BE(Math.floor((step % period) / 8), 8);
    const mac = createHmac("sha256", Buffer.from(key)).update("resolang/pattern/1").update(numbers);
    return mac.digest().readUInt32BE(4 * ((step % period) % 8));
  }

  test.each([1, 5, 8, 13, 34_359_738_368])("with epochs of %d steps", (period) => {
    const [values, next, step] = calculate(`${made(period)}\nlet values = pattern.values(40)`, [
      "values",
      "[pattern.next(), pattern.at(7)]",
      "pattern.step",
    ]) as [number[], number[], number];
    const steps = Array.from({ length: 40 }, (_, k) => valueAt(k, period));
    expect(values).toEqual(steps);
    expect(next).toEqual([valueAt(40, period), valueAt(7, period)]);
    expect(step).toBe(41);
  });

  test.each([
    [2 ** 53 - 1, 1],
    [2 ** 53 - 1, 3],
    [2 ** 35 - 1, 2 ** 35],
    [2 ** 48 + 2 ** 20 + 12_345, 1],
    [9 * 2 ** 45 + 2 ** 34 + 7, 2 ** 35],
  ])("step %d of epochs of %d", (step, period) => {
    expect(calculate(made(period), [`pattern.at(${step})`])).toEqual([valueAt(step, period)]);
  });

  test("resets repeat nothing: every value is that of a step that was never reached before", () => {
    const lengths = Array.from({ length: 60 }, () => Math.floor(30 * random()));
    const [steps, values] = calculate(
      [
        made(20),
        "var steps = [0]\nvar values = [pattern.next()]",
        `for length in ${written(lengths)} {`,
        "  for _ in 0..length {\n steps.push(pattern.step)\n values.push(pattern.next())\n }",
        "  pattern.reset()",
        "}",
      ].join("\n"),
      ["steps", "values"],
    ) as number[][];
    expect(values).toEqual(steps.map((step) => valueAt(step, 20)));
    expect(steps.every((step, k) => k === 0 || step > steps[k - 1])).toBe(true);
    expect(new Set(values).size).toBe(values.length);
  });

  test("another key gives other values", () => {
    const other = [...key.slice(1), 0];
    const both = calculate(
      `${made(8)}\nvar other = PatternSequence(${written(other)}, period: 8)`,
      ["pattern.values(8)", "other.values(8)"],
    ) as number[][];
    expect(new Set(both.flat()).size).toBe(16);
  });

  test("what is no sequence stops the run", () => {
    expect(messageOf("let pattern = PatternSequence([1], period: 0)")).toContain("not 0");
    expect(messageOf("let pattern = PatternSequence([1], period: 34_359_738_369)")).toContain(
      "1 to",
    );
    expect(messageOf("let pattern = PatternSequence([256], period: 8)")).toContain(
      "256 is no byte",
    );
    expect(messageOf(`${made(8)}\nlet value = pattern.at(-1)`)).toContain("-1");
    expect(messageOf("let hash = sha_256([-1])")).toContain("-1 is no byte");
    expect(messageOf("var state = [1]\nlist_hash_block(state, List.filled(16, 0), 0)")).toContain(
      "8",
    );
    const block = "var state = List.filled(8, 0)\nlist_hash_block(state, List.filled(16, 0), ";
    expect(messageOf(`${block}1)`)).toContain("17");
    expect(messageOf(`${block}-1)`)).toContain("-1");
  });
});
