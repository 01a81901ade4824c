/** Comments behind any token: none moves for good, none changes the layout, none gets lost. */

import { expect, test } from "vitest";
import { lex } from "../../grammar/lexer.ts";
import { checkFormat } from "../../scripts/fuzz-sources.ts";
import { chance, commentedProgram, SAMPLES } from "../../scripts/random-source.ts";
import { format } from "../../src/language/format.ts";
import { parseWithTree } from "../../src/language/parse.ts";
import { sourceText } from "../../src/source/text.ts";
import { randomProgram } from "../language/random/program.ts";

const SEED = Number(process.env["SEED"] ?? 20_261);

/** How many of the texts are programs; throws at the first that is not formatted well. */
function checkAll(contents: Iterable<string>): number {
  let programs = 0;
  for (const content of contents) {
    const text = sourceText("commented.reso", content);
    const result = parseWithTree(text);
    if (result.problems.length > 0) continue;
    programs += 1;
    try {
      checkFormat(text, result);
    } catch (reason) {
      throw new Error(`seed ${SEED}:\n${content}`, { cause: reason });
    }
  }
  return programs;
}

/** The text with a comment behind each token in turn. */
function* withOneComment(content: string): Iterable<string> {
  for (const { end } of lex(content).table.objects()) {
    for (const comment of [" // c\n", "\n// c\n"]) {
      yield content.slice(0, end) + comment + content.slice(end);
    }
  }
}

function* withSomeComments(): Iterable<string> {
  const random = chance(SEED);
  for (let program = 0; program < 20; program += 1) {
    const content = format(sourceText("a.reso", randomProgram(SEED + program))).text;
    for (let count = 1; count <= 8; count += 1) yield commentedProgram(random, content, count);
  }
}

test.each(SAMPLES)("behind each token of sample %#", (sample) => {
  expect(checkAll(withOneComment(sample))).toBeGreaterThan(10);
});

test("behind tokens of random programs", () => {
  expect(checkAll(withSomeComments())).toBeGreaterThan(50);
});

test("comments at the ends of lines leave every line as it is", () => {
  const programs = Array.from({ length: 20 }, (_, program) => randomProgram(SEED + program));
  for (const program of [...SAMPLES, ...programs]) {
    const { text } = format(sourceText("a.reso", program));
    let commented = "";
    for (const { triviaStart, start, end } of lex(text).table.objects()) {
      const between = text.slice(triviaStart, start);
      commented += between.startsWith("\n") ? ` // ${"c".repeat(100)}${between}` : between;
      commented += text.slice(start, end);
    }
    expect(format(sourceText("a.reso", commented)).text).toBe(commented);
  }
});
