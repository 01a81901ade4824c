/**
 * Every entry of the catalogue: its style, and for syntax codes that the examples do what they say.
 */

import { describe, expect, test } from "vitest";
import { parse } from "../../src/language/parse.ts";
import type { CatalogueEntry } from "../../src/source/catalogue/entry.ts";
import { catalogueEntry, DIAGNOSTICS } from "../../src/source/catalogue/index.ts";
import { SYNTAX_DIAGNOSTICS } from "../../src/source/catalogue/syntax.ts";
import { sourceText } from "../../src/source/text.ts";

const ENTRIES: readonly (readonly [string, CatalogueEntry])[] = Object.entries(DIAGNOSTICS);
const SYNTAX: readonly (readonly [string, CatalogueEntry])[] = Object.entries(SYNTAX_DIAGNOSTICS);

function codesOf(example: string, entry: CatalogueEntry): string[] {
  const content = entry.exampleKind === "body" ? `fn main() {\n${example}\n}` : example;
  return parse(sourceText("example.reso", content)).problems.map((problem) => problem.code);
}

describe.each(ENTRIES)("%s", (code, entry) => {
  test("has a code of its family, a short title and two examples", () => {
    expect(code).toMatch(/^[EW]0\d{3}$/);
    expect(entry.severity).toBe(code.startsWith("W") ? "warning" : "error");
    expect(entry.title).toBe(entry.title.trim());
    expect(entry.title).not.toMatch(/\.$|\n|illegal/);
    expect(entry.title.length).toBeLessThanOrEqual(80);
    expect(entry.explanation.trim()).toMatch(/[.)`]$/);
    expect(entry.bad).not.toBe(entry.good);
  });
});

describe.each(SYNTAX)("%s", (code, entry) => {
  test("the bad example gets this code and no other, the good one none", () => {
    expect([...new Set(codesOf(entry.bad, entry))]).toEqual([code]);
    expect(codesOf(entry.good, entry)).toEqual([]);
  });
});

test("a code that does not exist has no entry", () => {
  expect(catalogueEntry("E9999")).toBeUndefined();
  expect(catalogueEntry("toString")).toBeUndefined();
  expect(catalogueEntry("E0101")?.title).toBe("a character that has no meaning here");
});
