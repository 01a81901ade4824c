/** The manual: every page says something, and every example prints in both tiers what it says. */

import { describe, expect, test } from "vitest";
import { TOKENS } from "../../grammar/tokens.ts";
import { BINARY_OPERATORS } from "../../grammar/operators.ts";
import { manualPages } from "../../src/language/manual/manual.ts";
import { exampleProgram } from "../../src/language/manual/page.ts";
import { DEFAULT_LIMITS } from "../../src/machine/limits.ts";
import { run, TIERS } from "../../src/machine/run.ts";
import { verify } from "../../src/machine/verify/verify.ts";
import { compileProgram } from "../../src/pipeline.ts";

const names = (kind: string): readonly string[] =>
  manualPages()
    .filter((page) => page.kind === kind)
    .map((page) => page.name);

test("every keyword and every operator has a page", () => {
  const keywords = TOKENS.flatMap((row) => (row.class === "keyword" ? [row.fixed] : []));
  expect(names("keyword").toSorted()).toEqual(keywords.toSorted());
  const marks = BINARY_OPERATORS.map(({ text }) => text).filter((text) => !/\w/u.test(text));
  expect(names("operator")).toEqual(expect.arrayContaining(marks));
});

test("names are told apart", () => {
  for (const kind of ["function", "type", "unit", "keyword", "operator"]) {
    expect(new Set(names(kind)).size).toBe(names(kind).length);
  }
});

const pages = manualPages().map((page) => [`${page.kind} ${page.name}`, page] as const);

describe.each(pages)("%s", (_, page) => {
  const { example } = page;
  test.runIf(!page.isInner)("says something, in sentences", () => {
    expect(page.doc).toMatch(/[.`)]$/u);
  });

  test.runIf(example !== null)("prints what it says", () => {
    const text = exampleProgram(example!);
    const { module, diagnostics } = compileProgram({ path: "example.reso", text });
    expect(diagnostics).toEqual([]);
    const proof = verify(module!);
    if (!("verified" in proof)) throw new Error(JSON.stringify(proof.refusal));
    const parameters = module!.parameters.map((parameter) => parameter.default!);
    for (const tier of TIERS) {
      const result = run(proof.verified, { parameters, limits: DEFAULT_LIMITS, tier });
      expect(result.trap).toBe(null);
      expect(result.log).toEqual(example!.prints);
    }
  });
});

test.each([
  "Population",
  "Dynamics",
  "PowerGrid",
  "DampedPopulation",
  "QuaternionField",
  "HolographicMemory",
  "PhasorNetwork",
  "MemoryField",
  "Gem",
  "PatternSequence",
  "IsingState",
  "Deviation",
])("the page of %s has a formula and its source", (name) => {
  const page = manualPages().find((each) => each.kind === "type" && each.name === name)!;
  expect(page.doc).toMatch(/[=←>Σ]/u);
  expect(page.doc).toMatch(/[Ss]ources?\b.*: \S/u);
});
