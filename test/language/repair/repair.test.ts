/** What reports propose: each edit repairs what it belongs to, and sure ones repair programs. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { format } from "../../../src/language/format.ts";
import { checkProgram } from "../../../src/pipeline.ts";
import { repair } from "../../../src/repair.ts";
import type { Diagnostic } from "../../../src/source/diagnostic.ts";
import { applyEdits, isSure, sureFixes } from "../../../src/source/edits.ts";
import { sourceText } from "../../../src/source/text.ts";
import { brokenPrograms } from "./corpus.ts";

const PATH = "program.reso";
const PROGRAMS = brokenPrograms();

function reportsOn(text: string): readonly Diagnostic[] {
  return checkProgram({ path: PATH, text }).diagnostics;
}

/** How often a report of this code and message stands among others. */
function countOf(diagnostics: readonly Diagnostic[], { code, message }: Diagnostic): number {
  return diagnostics.filter((other) => other.code === code && other.message === message).length;
}

function syntaxErrors(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.filter(({ code }) => code.startsWith("E01")).map(({ message }) => message);
}

function commentsIn(text: string): string[] {
  return text.match(/(?<![:"])\/\/ .*/g) ?? [];
}

const PROPOSALS = PROGRAMS.flatMap((text) =>
  reportsOn(text)
    .filter(({ edits }) => edits.length > 0)
    .map((diagnostic) => ({ text, diagnostic, code: diagnostic.code })),
);

describe("the edits of a report", () => {
  test.each(PROPOSALS)("$code: $diagnostic.message", ({ text, diagnostic }) => {
    const before = reportsOn(text);
    const repaired = applyEdits(text, diagnostic.edits);
    const after = reportsOn(repaired);
    expect(countOf(after, diagnostic)).toBeLessThan(countOf(before, diagnostic));
    if (!isSure(diagnostic)) return;
    expect(syntaxErrors(after).length).toBeLessThanOrEqual(syntaxErrors(before).length);
  });
});

/** Bodies of programs, and what sure edits make of them. */
const MEANT = [
  ['var s = "a"\n  s += "x"\n  print s', 'var s = "a"\n  s ++= "x"\n  print s'],
  ["var xs = [1]\n  xs += [2]\n  print xs", "var xs = [1]\n  xs ++= [2]\n  print xs"],
  ["print range(3).map(|i| i * i)", "print (0..3).map(|i| i * i)"],
  ["for i in range(1, 3) { print i }", "for i in 1..3 { print i }"],
  ["var n = 7\n  n /= 2\n  print n", "var n = 7\n  n /= 2\n  print n"],
  ['for x in 0..=1:0.5 { print "{x}" }', 'for x in linspace(0, 1, count: 3) { print "{x}" }'],
  ["for i in 0:2:10 { print i }", "for i in (0..=10).step_by(2) { print i }"],
  // `n` may be a Float.
  ["let n = 4\n  for i in 0..n:2 { print i }", "let n = 4\n  for i in 0..n:2 { print i }"],
  ["loop {\n    break\n  }\n  while true: break", "loop {\n    break\n  }\n  loop { break\n  }"],
] as const;

test.each(MEANT)("%j is repaired as it was meant", (text, meant) => {
  const program = (body: string): string => `fn main() {\n  ${body}\n}\n`;
  expect(repair({ path: PATH, text: program(text) }).text).toBe(program(meant));
});

describe("repair", () => {
  test.each(PROGRAMS)("%j", (text) => {
    const { text: repaired, diagnostics, refused, fixed } = repair({ path: PATH, text });
    expect(refused.map(({ message }) => message)).toEqual([]);
    expect(diagnostics.filter(isSure)).toEqual([]);
    expect(diagnostics).toEqual(reportsOn(repaired));
    expect(fixed.length > 0).toBe(repaired !== text);
    for (const comment of commentsIn(text)) expect(repaired).toContain(comment);
    if (syntaxErrors(diagnostics).length === 0)
      expect(format(sourceText(PATH, repaired)).problems).toEqual([]);
  });

  test("sure edits of one round never touch, whatever the text", () => {
    const pieces = fc.constantFrom(...PROGRAMS.flatMap((text) => text.split("\n")));
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (lines) => {
        const text = lines.join("\n");
        const diagnostics = reportsOn(text);
        const edits = sureFixes(text, PATH, diagnostics).flatMap((fix) => fix.edits);
        const spans = edits.map(({ span }) => span).toSorted((a, b) => a.start - b.start);
        for (let at = 1; at < spans.length; at += 1)
          expect(spans[at].start).toBeGreaterThanOrEqual(spans[at - 1].end);
        const done = repair({ path: PATH, text });
        expect(syntaxErrors(done.diagnostics).length).toBeLessThanOrEqual(
          syntaxErrors(diagnostics).length,
        );
        expect(repair({ path: PATH, text: done.text }).text).toBe(done.text);
      }),
      { numRuns: 60 },
    );
  });
});
