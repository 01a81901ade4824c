/** Every broken program of the tests: of the grammar, the chapters, the catalogue, `broken/`. */

import { readdirSync, readFileSync } from "node:fs";
import { DIAGNOSTICS } from "../../../src/source/catalogue/index.ts";
import type { CatalogueEntry } from "../../../src/source/catalogue/entry.ts";
import { chunksOf } from "../check/reading.ts";

const TESTS = new URL("../../", import.meta.url);

/** Texts of programs, each once. */
export function brokenPrograms(): string[] {
  return [...new Set([...ofGrammar(), ...ofChapters(), ...ofCatalogue(), ...ofReaders()])];
}

function ofGrammar(): string[] {
  const text = readFileSync(new URL("grammar/mistakes.txt", TESTS), "utf8");
  return text.split(/\n{2,}/).map((block) => {
    const lines = block.split("\n").filter((line) => !/^(?:# |==>|!! )/.test(line));
    return `${lines.join("\n")}\n`;
  });
}

function ofChapters(): string[] {
  const folder = new URL("language/check/", TESTS);
  const chapters = readdirSync(folder).filter((name) => name.endsWith(".md"));
  return chapters.flatMap((name) =>
    chunksOf(readFileSync(new URL(name, folder), "utf8")).map(({ words, content }) =>
      words.includes("body") ? inMain(content) : content,
    ),
  );
}

function ofCatalogue(): string[] {
  const entries: readonly CatalogueEntry[] = Object.values(DIAGNOSTICS);
  return entries
    .filter(({ exampleKind }) => exampleKind === "body" || exampleKind === "program")
    .map(({ bad, exampleKind }) => (exampleKind === "body" ? inMain(bad) : bad));
}

function ofReaders(): string[] {
  const folder = new URL("language/broken/", TESTS);
  const names = readdirSync(folder).filter((name) => /^[^.]*\.reso$/.test(name));
  return names.map((name) => readFileSync(new URL(name, folder), "utf8"));
}

function inMain(body: string): string {
  return `fn main() {\n${body}\n}\n`;
}
