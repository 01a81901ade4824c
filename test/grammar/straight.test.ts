/** The AST that is made straight from tokens, against the one that is made from the tree. */

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lex } from "../../grammar/lexer.ts";
import { parseWithTree } from "../../src/language/parse.ts";
import { parseStraight } from "../../src/language/parse/straight.ts";
import { PRELUDE_TEXTS } from "../../src/language/prelude/texts.ts";
import { checkBothRoads } from "../../scripts/fuzz-sources.ts";
import { chance, type Chance, SAMPLES } from "../../scripts/random-source.ts";
import { TOKENS, type TokenRow } from "../../grammar/tokens.ts";
import { sourceText } from "../../src/source/text.ts";
import { randomProgram } from "../language/random/program.ts";

const EXAMPLES = new URL("../../examples/", import.meta.url);
const examples = readdirSync(EXAMPLES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".reso"))
  .map((path) => ({ path, content: readFileSync(new URL(path, EXAMPLES), "utf8") }));

function isStraight(content: string): boolean {
  const { table, mistakes } = lex(content);
  return mistakes.length === 0 && parseStraight(table) !== null;
}

function expectOneFile(path: string, content: string): void {
  const text = sourceText(path, content);
  expect(() => checkBothRoads(text, parseWithTree(text))).not.toThrow();
}

test.each([...PRELUDE_TEXTS, ...examples])("$path", ({ path, content }) => {
  expect(isStraight(content)).toBe(true);
  expectOneFile(path, content);
});

/** Rows whose tokens lie where those of a later text will lie, in one order and in the other. */
const ROWS = [" - ", " * ", ".", ", "].flatMap((sign) => {
  const row = Array.from({ length: 40 }, () => "a").join(sign);
  return sign === ", " ? [`[${row}]`, `([${row}])`] : [row, `(${row})`];
});

test.each(ROWS)("nothing of a row before is read again: %s", (row) => {
  for (const { path, content } of [...PRELUDE_TEXTS, ...examples]) {
    const declarations = content.replace(/^(?:\/\/!.*\n|import .*\n|\n)*/u, "");
    const behind = `fn rows() {\n${row}\n}\n${declarations}`;
    expect({ path, isStraight: isStraight(behind) }).toEqual({ path, isStraight: true });
    expectOneFile(path, behind);
  }
});

test("samples and random programs", () => {
  const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
  const programs = Array.from({ length: 20 }, (_, index) => randomProgram(seed + index));
  for (const content of [...SAMPLES, ...programs]) expectOneFile("random.reso", content);
  expect(SAMPLES.every(isStraight)).toBe(true);
  // they have lines as nobody writes them
  expect(programs.filter(isStraight).length, `seed ${seed}`).toBeGreaterThan(10);
});

/** What the grammar reads, and a rule of the layout about other languages is about. */
test.each([
  "fn f() { let r = 0.. { 5 } }",
  "fn f() { g(0..\n 5) }",
  "fn f() { g(|x| {\n 5\n }) }",
  "fn f() {\n a++\n b }",
  "fn f() {\n a--\n b }",
  "fn f() { List<Int> 3 }",
  "fn f() { let (a, b): Pair = c }",
  "fn f() { match 1 { A =>\n print a, B => 2 } }",
  'fn f() { "{a?.b:.2}" }',
  "fn f() { (a\n % b) }",
  "fn f() {\n if a {\n 1\n } else\n   if b {\n 2\n }\n }",
  "fn f() {\n if g(a\n     , b) {\n 2\n }\n }",
  "fn f[\n unit u](x: Float[u]) {}",
  "fn f() {\n if g(do\n , 3) {\n 2\n }\n }",
  "fn f() { P { lambda: 1 } }",
  "pub let a:\n Int = 1",
])("left to the rules of layout: %j", (content) => {
  expect(isStraight(content)).toBe(false);
  expectOneFile("a.reso", content);
});

const INSERTED = [
  ...TOKENS.flatMap((row: TokenRow) => row.fixed ?? []),
  "a",
  "T",
  "int",
  "do",
  "lambda",
  "case",
  "1",
  "10ms",
  '"s"',
  '"{x?:.2}"',
  "\n",
  "\n    ",
  "a: Int",
  "|x: Int|",
  "? ",
  "= {",
  "(a, b)",
  "A =>",
  "print a,",
  "unit u",
  "else\n",
  "a++\n",
];

/** A text of which up to three tokens, or what stands before them, are others. */
function disturbed(content: string, { below }: Chance): string {
  const pieces: string[] = [];
  for (const { triviaStart, start, end } of lex(content).table.objects()) {
    pieces.push(content.slice(triviaStart, start), content.slice(start, end));
  }
  for (let count = 1 + below(3); count > 0; count -= 1) {
    const at = below(pieces.length);
    const other = INSERTED[below(INSERTED.length)];
    pieces[at] = [other, `${pieces[at]} ${other}`, `${pieces[at]}${other}`, ""][below(4)];
  }
  return pieces.join("");
}

test("disturbed programs", () => {
  const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
  const random = chance(seed);
  const programs = SAMPLES.flatMap((sample) => sample.split(/\n(?=(?:pub |fn |test |record ))/));
  let straightCount = 0;
  for (let count = 0; count < 3_000; count += 1) {
    const content = disturbed(programs[random.below(programs.length)], random);
    if (!isStraight(content)) continue;
    straightCount += 1;
    const text = sourceText("disturbed.reso", content);
    const through = parseWithTree(text);
    expect(through.problems, `seed ${seed}\n${content}`).toEqual([]);
    expect(() => checkBothRoads(text, through), `seed ${seed}\n${content}`).not.toThrow();
  }
  expect(straightCount).toBeGreaterThan(300);
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
