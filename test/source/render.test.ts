/**
 * Reports as text, compared with what a reviewer reads in the golden file. `UPDATE=1` writes it
 * anew.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "../../src/language/parse.ts";
import type { Diagnostic } from "../../src/source/diagnostic.ts";
import { diagnosticsJson, PLAIN, renderDiagnostic, renderShort } from "../../src/source/render.ts";
import { report } from "../../src/source/report.ts";
import { sourceText, type SourceText } from "../../src/source/text.ts";

const GOLDEN = new URL("render.golden", import.meta.url);

function at(text: SourceText, part: string, from = 0): { start: number; end: number } {
  const start = text.content.indexOf(part, from);
  return { start, end: start + part.length };
}

const RING = sourceText(
  "ring.reso",
  `param width: Float[1/s]

fn main() {
\tlet k: Float[Hz] = 2.5Hz
  // between
  // and between
  couple(a, b, k) // ω → 🜁
}
`,
);
const LIBRARY = sourceText("library.reso", "fn couple(a: Int, b: Int, by: Float[rad/s]) {}\n");
const LONG = sourceText("long.reso", `let xs = [${"1, ".repeat(200)}wrong, ${"2, ".repeat(200)}3]`);

const REPORTS: readonly Diagnostic[] = [
  report("E0101", "ring.reso", at(RING, "k)"), "two places, far from each other", {
    labels: [{ span: at(RING, "Float[Hz]"), text: "`k` is declared here as a frequency" }],
    notes: ["a note"],
    help: ["first help", "second help"],
  }),
  report(
    "E0101",
    "ring.reso",
    at(RING, "k)"),
    "several places on one line and one in another file",
    {
      labels: [
        { span: at(RING, "couple"), text: "this function" },
        { span: at(RING, "a, b"), text: "its nodes" },
        { span: at(LIBRARY, "by: Float[rad/s]"), text: "needed here", path: "library.reso" },
      ],
    },
  ),
  report(
    "E0101",
    "ring.reso",
    { start: RING.content.length, end: RING.content.length },
    "at the end of the file",
  ),
  report("E0101", "ring.reso", at(RING, "{\n\tlet k"), "over several lines"),
  report("E0101", "long.reso", at(LONG, "wrong"), "on a very long line"),
  report("E0101", "missing.reso", { start: 3, end: 4 }, "in a file that is not at hand"),
];

function textOf(path: string): SourceText | null {
  return [RING, LIBRARY, LONG].find((text) => text.path === path) ?? null;
}

function sources(): string {
  const broken = sourceText("broken.reso", "fn main( {\n  let a = 0.25rad/s\n  let = 3\n}\n");
  const found = parse(broken).problems.map((problem) => renderDiagnostic(problem, () => broken));
  return [...REPORTS.map((each) => renderDiagnostic(each, textOf)), ...found].join("\n");
}

test("the long form", () => {
  if (process.env["UPDATE"] === "1") writeFileSync(GOLDEN, sources());
  expect(sources()).toBe(readFileSync(GOLDEN, "utf8"));
});

test("the short form is one line that editors understand", () => {
  expect(REPORTS.map((each) => renderShort(each, textOf))).toEqual([
    "ring.reso:7:16: error[E0101]: two places, far from each other",
    "ring.reso:7:16: error[E0101]: several places on one line and one in another file",
    "ring.reso:9:1: error[E0101]: at the end of the file",
    "ring.reso:3:11: error[E0101]: over several lines",
    "long.reso:1:611: error[E0101]: on a very long line",
    "missing.reso: error[E0101]: in a file that is not at hand",
  ]);
});

test("JSON carries every part, and places as lines, columns and offsets", () => {
  const json = diagnosticsJson(parse(sourceText("a.reso", "let a = 1;\n")).problems, () =>
    sourceText("a.reso", "let a = 1;\n"),
  );
  expect(JSON.parse(JSON.stringify(json))).toEqual({
    schema: "resolang.diagnostics/1",
    diagnostics: [
      {
        code: "E0108",
        severity: "error",
        path: "a.reso",
        range: {
          start: { line: 1, column: 10, offset: 9 },
          end: { line: 1, column: 11, offset: 10 },
        },
        message: "a statement ends with its line, without `;`",
        labels: [],
        notes: [],
        help: [],
        edits: [
          {
            range: {
              start: { line: 1, column: 10, offset: 9 },
              end: { line: 1, column: 11, offset: 10 },
            },
            replacement: "",
            confidence: "certain",
          },
        ],
      },
    ],
  });
});

test("colour comes from the palette and changes no other character", () => {
  const marked = {
    ...PLAIN,
    error: (text: string) => `<${text}>`,
    frame: (text: string) => `<${text}>`,
  };
  const coloured = renderDiagnostic(REPORTS[1], textOf, marked);
  expect(coloured).not.toBe(renderDiagnostic(REPORTS[1], textOf));
  expect(coloured.replaceAll(/[<>]/g, "")).toBe(renderDiagnostic(REPORTS[1], textOf));
});
