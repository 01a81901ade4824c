/** The AST that is made straight from tokens, against the one that is made from the tree. */

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hasMistake, readTokens } from "../../grammar/parse-tree.ts";
import { parseWithTree } from "../../src/language/parse.ts";
import { parseStraight } from "../../src/language/parse/straight.ts";
import { PRELUDE_TEXTS } from "../../src/language/prelude/texts.ts";
import { checkBothRoads } from "../../scripts/fuzz-sources.ts";
import { SAMPLES } from "../../scripts/random-source.ts";
import { sourceText } from "../../src/source/text.ts";
import { randomProgram } from "../language/random/program.ts";

const EXAMPLES = new URL("../../examples/", import.meta.url);
const examples = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".reso"))
  .map((path) => ({ path, content: readFileSync(new URL(path, EXAMPLES), "utf8") }));

function isStraight(content: string): boolean {
  const read = readTokens(content);
  return !hasMistake(read) && parseStraight(content, read.layout.stream, read.tokens) !== null;
}

function expectOneFile(path: string, content: string): void {
  const text = sourceText(path, content);
  expect(() => checkBothRoads(text, parseWithTree(text))).not.toThrow();
}

test.each([...PRELUDE_TEXTS, ...examples])("$path", ({ path, content }) => {
  expect(isStraight(content)).toBe(true);
  expectOneFile(path, content);
});

test("samples and random programs", () => {
  const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
  const programs = Array.from({ length: 20 }, (_, index) => randomProgram(seed + index));
  for (const content of [...SAMPLES, ...programs]) {
    expect(isStraight(content), `seed ${seed}`).toBe(true);
    expectOneFile("random.reso", content);
  }
});

/** Each needs a report, or is rare enough to go the long way. */
test.each([
  "fn f() { [1 2] }",
  "fn f() { let x := 1 }",
  "fn f() { let a = 0.25rad/s }",
  "fn f() { if a = b {} }",
  "fn f() { for x in P { a: 1 } {} }",
  "fn f() { let a = +1 }",
  "fn f() { a && b }",
  "fn f() { f(x = 1) }",
  "fn f() { let a = null }",
  "fn f() { fn g() {} }",
  "fn f(x: Float[2 m]) {}",
  "fn f() { print 1 print 2 }",
  'import "a" as b { c }',
  'import "a{1}"',
  "pub pub fn f() {}",
  "pub output x: Int",
  "let (a, b) = c",
  "var a = 1",
  "print 1",
  "record R[T: Ord] { x: T }",
  "record R { x: Int y: Int }",
  "enum E { A B }",
  "unit a = 1m",
  'fn f() { "\\q" }',
  'fn f() { "{x:}" }',
  "fn f() { let a = 0x_f }",
  "fn f() { let a = 0xfm }",
  "fn f() { let a = (1,) }",
  "fn f() { let a = P { ..a, ..b } }",
  "fn f() { match x { 1 => 2 3 => 4 } }",
  "fn f() { match x { [.., ..] => 2 } }",
  "fn f() { let g = |x y| x }",
])("left to the tree: %s", (content) => {
  expect(isStraight(content)).toBe(false);
  expectOneFile("a.reso", content);
});
