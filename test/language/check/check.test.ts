/** The chapters of the checker, its catalogue, and its promise never to throw. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DIAGNOSTICS } from "../../../src/source/catalogue/index.ts";
import type { CatalogueEntry } from "../../../src/source/catalogue/entry.ts";
import { ENUM_DIAGNOSTICS } from "../../../src/source/catalogue/enums.ts";
import { GENERIC_DIAGNOSTICS } from "../../../src/source/catalogue/generics.ts";
import { IMPORT_DIAGNOSTICS } from "../../../src/source/catalogue/imports.ts";
import { MAP_DIAGNOSTICS } from "../../../src/source/catalogue/maps.ts";
import { LINT_DIAGNOSTICS } from "../../../src/source/catalogue/lints.ts";
import { NAME_DIAGNOSTICS } from "../../../src/source/catalogue/names.ts";
import { TEST_DIAGNOSTICS } from "../../../src/source/catalogue/tests.ts";
import { TYPE_DIAGNOSTICS } from "../../../src/source/catalogue/types.ts";
import { RULES, type RuleName } from "../../../src/language/check/rules.ts";
import { CHAPTERS, needsRule } from "./chapters.ts";
import { checkText, expectedIn, reportedIn, typesIn, unfinishedIn } from "./reading.ts";

describe.each(CHAPTERS)("$name", ({ chunks }) => {
  test.each(chunks)("$title", ({ content, words }) => {
    const checked = checkText(content, words);
    expect(reportedIn(checked.text, checked.problems)).toEqual(expectedIn(checked.text));
    const { expected, inferred } = typesIn(checked);
    expect(inferred).toEqual(expected);
    expect(unfinishedIn(checked.program)).toEqual([]);
  });
});

function describeProblems({ problems }: ReturnType<typeof checkText>): string {
  return problems.map(({ code, message }) => `${code} ${message}`).join("\n");
}

describe("every rule is needed: without it a block of a chapter fails", () => {
  test.each(Object.keys(RULES) as RuleName[])("%s", (rule) => {
    expect(needsRule(rule)).not.toBeNull();
  });
});

describe("whatever the text, checking ends without a throw", () => {
  const sources = CHAPTERS.flatMap(({ chunks }) => chunks.map(({ content }) => content));
  const words = sources.map((content) => content.match(/\w+|\s+|[^\w\s]/g) ?? []);
  const edits = fc.array(
    fc.tuple(fc.constantFrom("drop", "double", "swap", "steal"), fc.nat(), fc.nat(), fc.nat()),
    { minLength: 1, maxLength: 6 },
  );

  test("words dropped, doubled, swapped and taken from elsewhere", () => {
    fc.assert(
      fc.property(fc.nat(), edits, (start, changes) => {
        const text = [...words[start % words.length]];
        for (const [kind, at, other, source] of changes) {
          const index = at % Math.max(1, text.length);
          const stolen = words[source % words.length];
          if (kind === "drop") text.splice(index, 1 + (other % 3));
          else if (kind === "double") text.splice(index, 0, text[index] ?? "");
          else if (kind === "steal") text.splice(index, 1, stolen[other % stolen.length] ?? "");
          else text.splice(index, 0, ...text.splice(other % Math.max(1, text.length), 1));
        }
        const { problems, program, text: whole } = checkText(text.join(""));
        const hasError = problems.some(({ severity }) => severity === "error");
        if (program === null) expect(hasError).toBe(true);
        for (const { span } of problems) {
          expect(0 <= span.start && span.start <= span.end && span.end <= whole.length).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe("an edit repairs what it belongs to", () => {
  test.each([
    ["let f = 50Hz\nlet omega: Float[rad/s] = f\nprint(omega)", "= TAU * f"],
    ["let omega = 3[rad/s]\nlet f: Float[Hz] = omega\nprint(f)", "= omega / TAU"],
    ["let time: Float[s] = 3\nprint(time)", "3s"],
    ["let n = 3\nprint(2.5 * n)", "2.5 * Float(n)"],
    ["let n = 3\nprint(sqrt(n))", "sqrt(Float(n))"],
    ["let n = 3\nprint(n / 2)", "n div 2"],
    ['print("a" + "b")', '"a" ++ "b"'],
    ["let xs = [1]\nxs.push(2)\nprint(xs)", "var xs"],
    ["var n = 1\nprint(n)", "let n"],
    ["let coupling = 1\nprint(couplng)", "print(coupling)"],
    ["let phaseLag = 1\nprint(1)", "phase_lag"],
    ["let p = 3[watts]\nprint(p)", "3[W]"],
    ["let n: Integer = 3\nprint(n)", "n: Int "],
    ["print([1].length)", ".length()"],
    ["let a = 1", "let _a"],
  ])("%s", (content, repaired) => {
    const { text, problems } = checkText(content, ["body"]);
    const edits = problems[0].edits.toSorted((a, b) => b.span.start - a.span.start);
    let after = text;
    for (const { span, replacement } of edits) {
      after = after.slice(0, span.start) + replacement + after.slice(span.end);
    }
    expect(after).toContain(repaired);
    const left = checkText(after).problems.map(({ code }) => code);
    expect(left.filter((code) => code === problems[0].code && code !== "E0203")).toEqual([]);
  });
});

const ENTRIES: [string, CatalogueEntry][] = Object.entries({
  ...NAME_DIAGNOSTICS,
  ...TYPE_DIAGNOSTICS,
  ...ENUM_DIAGNOSTICS,
  ...GENERIC_DIAGNOSTICS,
  ...IMPORT_DIAGNOSTICS,
  ...MAP_DIAGNOSTICS,
  ...TEST_DIAGNOSTICS,
  ...LINT_DIAGNOSTICS,
});

describe("the catalogue's examples", () => {
  test.each(ENTRIES)("%s", (code, entry) => {
    const words = [entry.exampleKind, "health", ...(code === "E0211" ? ["main"] : [])];
    const bad = checkText(entry.bad, words);
    expect(bad.problems.map((problem) => problem.code)).toEqual([code]);
    const good = checkText(entry.good, words);
    expect(describeProblems(good)).toBe("");
    expect(good.program).not.toBeNull();
  });

  test("every code of the checker belongs to a rule, and every rule to a code", () => {
    const codes = ENTRIES.map(([code]) => code);
    expect([...new Set<string>(Object.values(RULES))].sort()).toEqual(codes.sort());
    for (const code of Object.values(RULES)) expect(DIAGNOSTICS[code]).toBeDefined();
  });
});
