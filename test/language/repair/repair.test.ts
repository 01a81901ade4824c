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

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
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
  ["print [i for i in 1..=3]", "print (1..=3).to_list()"],
  ["let r = 1..3\n  print [i for i in r]", "let r = 1..3\n  print r.map(|i| i)"],
  ["let xs = [1]\n  print [x for x in xs]", "let xs = [1]\n  print xs"],
  ["print [i for i in 1..=3 if i > 1]", "print (1..=3).filter(|i| i > 1)"],
  ["print [i * 2 for i in range(floor(2.5))]", "print (0..floor(2.5)).map(|i| i * 2)"],
  [
    "let xs = [1]\n  print [x if x > 1 else 0 for x in xs]",
    "let xs = [1]\n  print xs.map(|x| if x > 1 { x } else { 0 })",
  ],
  [
    "let xs = [1]\n  print [1 if x > 1 else 2 if x > 0 else 3 for x in xs]",
    "let xs = [1]\n  print [1 if x > 1 else 2 if x > 0 else 3 for x in xs]",
  ],
  ["let xs = [1]\n  print any(x > 2 for x in xs)", "let xs = [1]\n  print xs.any(|x| x > 2)"],
  [
    "let xs = [1]\n  print all(x > 2 for x in xs if x > 0)",
    "let xs = [1]\n  print xs.filter(|x| x > 0).all(|x| x > 2)",
  ],
  ["let xs = [1]\n  print max(x*x for x in xs)", "let xs = [1]\n  print maximum(xs.map(|x| x*x))"],
  [
    "let xs = [1]\n  print max(x for x in xs, default=0)",
    "let xs = [1]\n  print max(x for x in xs, default=0)",
  ],
  ["let xs = [1]\n  print list(x*2 for x in xs)", "let xs = [1]\n  print xs.map(|x| x*2)"],
  [
    "let xs = [1]\n  print sum(1 for x in xs if x > 0)",
    "let xs = [1]\n  print xs.count(|x| x > 0)",
  ],
  ["let xs = [1]\n  print sum(x > 0 for x in xs)", "let xs = [1]\n  print xs.count(|x| x > 0)"],
  ["let xs = [1]\n  print any([x > 2 for x in xs])", "let xs = [1]\n  print xs.any(|x| x > 2)"],
  [
    "let xs = [1]\n  print len([x * 2 for x in xs])",
    "let xs = [1]\n  print xs.map(|x| x * 2).length()",
  ],
  ["let xs = [true]\n  print any(xs)", "let xs = [true]\n  print any(xs)"],
  ["print sum(i * i for i in range(3))", "print Int.sum(List.generated(3, |i| i * i))"],
  [
    "let xs = [2]\n  print [i * x for i, x in xs.enumerate()]",
    "let xs = [2]\n  print xs.enumerate().map(|(i, x)| i * x)",
  ],
  ["print sum(sqrt(2) for i in range(3))", "print sum(List.generated(3, |i| sqrt(2)))"],
  ["print sum(1 for i in range(3))", "print (0..3).length()"],
  ["print len(range(5))", "print (0..5).length()"],
  ["print sorted(range(3))", "print (0..3).to_list().sorted()"],
  ["print reversed(range(1, 3))", "print (1..3).reversed()"],
  // what is taken together are lists
  ["print zip([1, 2], 0..2)", "print zip([1, 2], 0..2)"],
  ['let n = 3\n  print "{n:d}"', 'let n = 3\n  print "{n}"'],
  ['let m = 2kg\n  print "{m:g}, {m:.3n}"', 'let m = 2kg\n  print "{m}, {m:.3}"'],
  ['let m = 2kg\n  print "{m:mg}"', 'let m = 2kg\n  print "{m:[mg]}"'],
  ['let t = 2s\n  print "{t: s}, {t:.1 s}"', 'let t = 2s\n  print "{t:[s]}, {t:.1[s]}"'],
  ['let n = 2\n  print "{n in 0:3}"', 'let n = 2\n  print "{n in 0:3}"'],
  // in base 16 it reads otherwise
  ['let n = 30\n  print "{n:x}"', 'let n = 30\n  print "{n:x}"'],
  ["let rows = [[1], [2]]\n  print rows[:, 0]", "let rows = [[1], [2]]\n  print rows[:, 0]"],
  ["let rows = [[1], [2]]\n  print rows[.., 0]", "let rows = [[1], [2]]\n  print rows[.., 0]"],
  ['print "{3 in 0:10}"', 'print "{(0..=10).contains(3)}"'],
  ["let n = 2\n  print 3 in 0:n+1", "let n = 2\n  print 3 in 0:n+1"],
  ["let w = 45°/s\n  print w", "let w = 45[deg/s]\n  print w"],
  ["let n = 2.0\n  print 45deg/n", "let n = 2.0\n  print 45deg/n"],
  ["print 45deg/s", "print 45[deg/s]"],
  ["let w = 45°N\n  print w", "let w = 45°N\n  print w"],
  ["let w = 300°K\n  print w", "let w = 300°K\n  print w"],
  ["let f = lambda x: x + 1\n  print f(1)", "let f = |x| x + 1\n  print f(1)"],
  ["let f = lambda: 1\n  print f()", "let f = lambda: 1\n  print f()"],
  ["loop {\n    break\n  }\n  while true: break", "loop {\n    break\n  }\n  loop { break\n  }"],
] as const;

test.each(MEANT)("%j is repaired as it was meant", (text, meant) => {
  const program = (body: string): string => `fn main() {\n  ${body}\n}\n`;
  const repaired = repair({ path: PATH, text: program(text) });
  expect(repaired.text).toBe(program(meant));
  if (meant !== text) expect(repaired.diagnostics.filter(isError)).toEqual([]);
});

test.each([
  "param lambda: Float[1/s] = 1[1/s]\n\nfn main() {\n  print lambda\n}\n",
  "record P { lambda: Float }\n\nfn main() {\n  print P { lambda: 1 }\n}\n",
  'fn f(lambda: Float) -> Float { lambda }\n\nfn main() {\n  print "{f(lambda: 3):.2}"\n}\n',
])("%j has no error: `lambda` is a name like any other", (text) => {
  expect(reportsOn(text)).toEqual([]);
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
