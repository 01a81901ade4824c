/**
 * Every chunk of the text files beside this one: source, `==>`, tree. `UPDATE=1` writes the
 * answers anew.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { FunctionDeclaration } from "../../src/language/ast.ts";
import { parse } from "../../src/language/parse.ts";
import { printBlock, printTree } from "../../src/language/print-tree.ts";
import { sourceText } from "../../src/source/text.ts";

const HERE = new URL(".", import.meta.url);
/** Files whose chunks are whole files; in the others they are the statements of one function. */
const WHOLE: ReadonlySet<string> = new Set(["declarations.txt", "mistakes.txt"]);

interface Chunk {
  readonly comment: string;
  readonly source: string;
  readonly answer: string;
}

/**
 * Chunks of a suite. A chunk is lines up to its `==>` and `!!` lines; without any answer yet, a
 * line that is not indented begins a new chunk, which is how new ones are written.
 */
function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (const block of text.split(/\n{2,}/)) {
    const lines = block.split("\n").filter((line) => line !== "");
    const comment = lines.filter((line) => line.startsWith("# ")).join("\n");
    const rest = lines.filter((line) => !line.startsWith("# "));
    const answer = rest.findIndex((line) => line.startsWith("==>"));
    const source = (answer < 0 ? rest : rest.slice(0, answer)).join("\n");
    chunks.push({ comment, source, answer: answer < 0 ? "" : rest.slice(answer).join("\n") });
  }
  return chunks;
}

function answerTo(source: string, isWhole: boolean): string {
  // A `·` stands for an empty line, which would end the chunk.
  const written = source.replaceAll(/^·$/gm, "");
  const text = sourceText("suite.reso", isWhole ? written : `fn main() {\n${written}\n}`);
  const { file, problems } = parse(text);
  const tree = isWhole
    ? printTree(file)
    : printBlock((file.declarations[0] as FunctionDeclaration).body);
  const found = problems.map(({ code, span, message }) => {
    const at = text.content.slice(span.start, span.end).split("\n")[0];
    return `!! ${code} at ${JSON.stringify(at)}: ${message}`;
  });
  return [`==> ${tree}`, ...found].join("\n");
}

describe.each(readdirSync(HERE).filter((name) => name.endsWith(".txt")))("%s", (name) => {
  const path = new URL(name, HERE);
  const chunks = chunksOf(readFileSync(path, "utf8"));
  if (process.env["UPDATE"] === "1") {
    const blocks = chunks.map(({ comment, source }) =>
      [comment, source, source === "" ? "" : answerTo(source, WHOLE.has(name))]
        .filter((part) => part !== "")
        .join("\n"),
    );
    writeFileSync(path, `${blocks.join("\n\n")}\n`);
  }
  test.each(chunks.filter((chunk) => chunk.source !== ""))("$source", ({ source, answer }) => {
    expect(answerTo(source, WHOLE.has(name))).toBe(answer);
  });
});
