/** Hashes against published values, and the text form of bytes. */
import { expect, test } from "vitest";
import { equalBytes, fromHex, hashFor, HASH_BYTES, sha256, toHex } from "../../src/bytes/hash.ts";

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

test("SHA-256 gives the examples of FIPS 180-4", () => {
  const ofNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  const ofAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(toHex(sha256())).toBe(ofNothing);
  expect(toHex(sha256(ascii("abc")))).toBe(ofAbc);
  expect(toHex(sha256(ascii("a"), ascii("bc")))).toBe(ofAbc);
  expect(sha256().length).toBe(HASH_BYTES);
});

test("a purpose is hashed with its length, so that no text can move into it", () => {
  const one = hashFor("resolang/a", ascii("bc"));
  const other = hashFor("resolang/ab", ascii("c"));
  expect(equalBytes(one, other)).toBe(false);
  expect(toHex(one)).toBe(toHex(sha256(ascii("\u000aresolang/abc"))));
});

test("hexadecimal digits come in lower-case pairs", () => {
  expect(toHex(new Uint8Array([0, 255, 16]).subarray(1))).toBe("ff10");
  expect(fromHex("ff10")).toEqual(new Uint8Array([255, 16]));
  for (const text of ["f", "FF", "zz", "0x", "ff "]) expect(fromHex(text)).toBeNull();
});

test("equal bytes are equal in length and content", () => {
  expect(equalBytes(ascii("ab"), ascii("ab"))).toBe(true);
  expect(equalBytes(ascii("ab"), ascii("ac"))).toBe(false);
  expect(equalBytes(ascii("ab"), ascii("abc"))).toBe(false);
});
