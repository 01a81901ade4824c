/** Whatever the text: it is read without an exception, in time, and nothing of it is lost. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../grammar/limits.ts";
import { ResoParser } from "../../grammar/parser.ts";
import { checkTokens, fuzzSources } from "../../scripts/fuzz-sources.ts";
import { format } from "../../src/language/format.ts";
import { parse, parseWithTree } from "../../src/language/parse.ts";
import { SYNTAX_DIAGNOSTICS } from "../../src/source/catalogue/syntax.ts";
import { checkProgram } from "../../src/pipeline.ts";
import { sourceText } from "../../src/source/text.ts";

test("the rules make a parser without ambiguities", () => {
  expect(() => new ResoParser(true)).not.toThrow();
});

test("random and damaged programs", () => {
  const seed = Number(process.env["SEED"] ?? 20_260_000);
  const counts = fuzzSources(1_000, seed);
  expect(counts.sources).toBe(1_000);
  expect(counts.formatted).toBeGreaterThan(100);
  // Damage reaches most of what can be reported.
  expect(Object.keys(counts.codes).length).toBeGreaterThan(
    Object.keys(SYNTAX_DIAGNOSTICS).length / 2,
  );
});

test("any text at all", () => {
  const anyText = fc.string({ unit: "binary", maxLength: 200 });
  const reads = fc.property(anyText, (content) => {
    const text = sourceText("any.reso", content);
    checkTokens(text, parseWithTree(text));
    format(text);
  });
  expect(() => fc.assert(reads, { numRuns: 300 })).not.toThrow();
});

test("a bracket that another kind closes, and words of Python behind it", () => {
  const content = "fn f() {\n  let x: List(Bool] = [true]\n  for y in 0..3 {\n  }\n}\n";
  expect(parse(sourceText("a.reso", content)).problems.length).toBeGreaterThan(0);
});

/** Ways to nest, with a number of levels; each is far deeper than the limit. */
const NESTS: Readonly<Record<string, (levels: number) => string>> = {
  parentheses: (n) => `fn f() { ${"(".repeat(n)}1${")".repeat(n)} }`,
  lists: (n) => `fn f() { ${"[".repeat(n)}1${"]".repeat(n)} }`,
  calls: (n) => `fn f() { ${"g(".repeat(n)}1${")".repeat(n)} }`,
  blocks: (n) => `fn f() { ${"{ ".repeat(n)}1${" }".repeat(n)} }`,
  "open blocks": (n) => `fn f() {\n${"loop {\n".repeat(n)}`,
  "ifs in conditions": (n) => `fn f() { ${"if ".repeat(n)}a\n}`,
  "else if": (n) => `fn f() { if a {}${" else if b {}".repeat(n)} }`,
  types: (n) => `fn f(x: ${"List[".repeat(n)}Int${"]".repeat(n)}) {}`,
  "types of fields": (n) => `record R { x: ${"List[".repeat(n)}Int${"]".repeat(n)} }`,
  "types of variables": (n) => `fn f() { let x: ${"List[".repeat(n)}Int${"]".repeat(n)} = [] }`,
  "types of outputs": (n) => `output x: ${"List[".repeat(n)}Int${"]".repeat(n)}`,
  "types of tuples": (n) => `fn f(x: ${"(".repeat(n)}Int${", Int)".repeat(n)}) {}`,
  "types of functions": (n) => `fn f(x: ${"fn () -> ".repeat(n)}Int) {}`,
  "products of units": (n) => `param x: Float[m${" * m".repeat(n)}]`,
  indices: (n) => `fn f() { let a = x${"[0]".repeat(n)} }`,
  units: (n) => `fn f(x: Float[${"(".repeat(n)}m${")".repeat(n)}]) {}`,
  patterns: (n) => `fn f() { let ${"(".repeat(n)}a${")".repeat(n)} = 1 }`,
  records: (n) => `fn f() { ${"P { x: ".repeat(n)}1${" }".repeat(n)} }`,
  strings: (n) => `fn f() { ${'"{'.repeat(n)}1${'}"'.repeat(n)} }`,
  negations: (n) => `fn f() { ${"not ".repeat(n)}a }`,
  sums: (n) => `fn f() { ${"a + ".repeat(n)}a }`,
  powers: (n) => `fn f() { ${"a^".repeat(n)}a }`,
  methods: (n) => `fn f() { a${".g(1)".repeat(n)} }`,
  lambdas: (n) => `fn f() { ${"|x| ".repeat(n)}x }`,
  matches: (n) => `fn f() { ${"match x { ".repeat(n)}`,
  "closing brackets": (n) => `fn f() { ${"(".repeat(n)}${"]".repeat(n)}`,
  "closing braces": (n) => "}".repeat(n),
  mistakes: (n) => `fn f() {\n${"let = $ (\n".repeat(n)}}`,
};

describe.each(Object.entries(NESTS))("%s", (_, nest) => {
  test("many levels are a report, not an overflow, and cost no more than linear time", () => {
    const text = sourceText("deep.reso", nest(5_000));
    const result = parseWithTree(text);
    expect(result.problems.length).toBeGreaterThan(0);
    checkTokens(text, result);
    expect(format(text).text).toBe(text.content);
  });
});

test.each(["types", "indices", "calls", "products of units"])(
  "%s: what is too deep is said once, and nothing else",
  (name) => {
    const { diagnostics } = checkProgram({ path: "deep.reso", text: NESTS[name](320) });
    expect(diagnostics.map(({ code }) => code)).toEqual(["E0119"]);
  },
);

test.each(Object.entries(NESTS))("%s: from legal to a little too deep", (_, nest) => {
  for (const levels of [60, 130, 195, 199, 200, 201, 210]) {
    const content = nest(levels);
    expect(() => checkProgram({ path: "deep.reso", text: content })).not.toThrow();
    expect(() => format(sourceText("deep.reso", content))).not.toThrow();
  }
});

describe("limits", () => {
  const reports = (content: string): string[] =>
    parse(sourceText("large.reso", content)).problems.map(
      ({ code, message }) => `${code} ${message}`,
    );

  test("levels", () => {
    expect(reports(`fn f() { ${"(".repeat(60)}1${")".repeat(60)} }`)).toEqual([]);
    expect(reports(`fn f() { ${"a + ".repeat(LIMITS.depth - 1)}a }`)).toEqual([]);
    const message = `E0119 more than ${LIMITS.depth} operators or calls stand in one row here`;
    expect(reports(`fn f() { ${"a + ".repeat(LIMITS.depth)}a }`)).toEqual([message]);
  });

  test("characters of a file", () => {
    const content = `fn f() {}\n// ${"a".repeat(LIMITS.fileUnits)}`;
    expect(reports(content)).toEqual([
      `E0119 the file has ${content.length} characters, and ${LIMITS.fileUnits} is the limit`,
    ]);
    checkTokens(sourceText("a.reso", content), parseWithTree(sourceText("a.reso", content)));
  });

  test("tokens of a file", () => {
    const content = ",".repeat(LIMITS.tokens + 1);
    expect(reports(content)).toContain(`E0119 the file has more than ${LIMITS.tokens} tokens`);
  });

  test("strings in holes of strings", () => {
    const levels = LIMITS.stringDepth + 2;
    const content = `let a = ${'"{'.repeat(levels)}1${'}"'.repeat(levels)}`;
    expect(reports(content)).toEqual([
      `E0119 strings stand inside holes of strings more than ${LIMITS.stringDepth} times`,
    ]);
  });

  test("mistakes that are worded", () => {
    const content = `fn f() {\n${"let = 1\n".repeat(2 * LIMITS.mistakes)}}`;
    expect(reports(content).length).toBe(LIMITS.mistakes);
  });
});
