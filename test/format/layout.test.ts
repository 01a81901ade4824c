/**
 * Programs and their canonical layout, side by side in layout.txt. `UPDATE=1` writes the layouts
 * anew.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SAMPLES } from "../../scripts/random-source.ts";
import { checkFormat } from "../../scripts/fuzz-sources.ts";
import { format } from "../../src/language/format.ts";
import { parse, parseWithTree } from "../../src/language/parse.ts";
import { sourceText } from "../../src/source/text.ts";

const PATH = new URL("layout.txt", import.meta.url);
const [title, ...chunks] = readFileSync(PATH, "utf8").split("=====\n");
const PAIRS = chunks.map((chunk) => {
  const [written, wanted = ""] = chunk.split("---->\n");
  return { written, wanted };
});

if (process.env["UPDATE"] === "1") {
  const blocks = PAIRS.map(
    ({ written }) => `${written}---->\n${format(sourceText("a.reso", written)).text}`,
  );
  writeFileSync(PATH, [title, ...blocks].join("=====\n"));
}

test.each(PAIRS)("$written", ({ written, wanted }) => {
  const text = sourceText("a.reso", written);
  const { text: formatted, problems } = format(text);
  expect(formatted).toBe(wanted);
  // A file with problems comes back as it is; otherwise twice is once and nothing is lost.
  if (problems.length > 0) expect(formatted).toBe(written);
  else checkFormat(text, parseWithTree(text));
});

test("no line is longer than 100 columns where it can be broken", () => {
  for (const { wanted } of PAIRS) {
    for (const line of wanted.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  }
});

test.each(SAMPLES)("sample %#", (sample) => {
  const text = sourceText("sample.reso", sample);
  expect(parse(text).problems).toEqual([]);
  checkFormat(text, parseWithTree(text));
});

test("line ends become \\n, the last line ends, an empty file stays empty", () => {
  const layouts = ["let A = 1\r\nlet B = 2", "", "\n\n", "  // a", "\u00a0// a"].map(
    (content) => format(sourceText("a.reso", content)).text,
  );
  expect(layouts).toEqual(["let A = 1\nlet B = 2\n", "", "", "// a\n", "// a\n"]);
});
