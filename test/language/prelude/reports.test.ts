/**
 * Reports are the same with the prelude's declarations alone as with all of it, and a program is
 * without any with the part that it may use where it is with all of it.
 */

import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { check } from "../../../src/language/check/check.ts";
import { load, type LoadedFile } from "../../../src/language/load.ts";
import {
  filesWith,
  parsedPrelude,
  usedNames,
  type ParsedFile,
} from "../../../src/language/prelude/parsed.ts";
import { DIAGNOSTICS } from "../../../src/source/catalogue/index.ts";
import type { Diagnostic } from "../../../src/source/diagnostic.ts";
import { filesIn } from "../../files.ts";
import { chunksOf } from "../check/reading.ts";

const CHAPTERS = new URL("../check/", import.meta.url);
const PATH = "program.reso";

const chapters = globSync("*.md", { cwd: CHAPTERS.pathname }).toSorted();
const inChapters = chapters.flatMap((name) =>
  chunksOf(readFileSync(new URL(name, CHAPTERS), "utf8")).map(({ title, words, content }) => ({
    title: `${name}: ${title}`,
    text: words.includes("body") ? `fn main() {\n${content}\n}\n` : content,
  })),
);
const inCatalogue = Object.entries(DIAGNOSTICS)
  .filter(([, { exampleKind }]) => exampleKind === "program")
  .flatMap(([code, { bad, good }]) => [
    { title: `${code}, bad`, text: bad },
    { title: `${code}, good`, text: good },
  ]);

function problemsOf(
  files: readonly LoadedFile[],
  prelude: readonly ParsedFile[],
): readonly Diagnostic[] {
  const texts = files.map((file) => ({
    ...file,
    text: file.text.content,
    isBroken: file.problems.length > 0,
  }));
  const [user, ...others] = texts.toReversed();
  const imported = others.toReversed();
  const { problems } = check({
    user,
    imported,
    prelude,
    requireMain: false,
    isHealthChecked: true,
  });
  return problems.filter(({ path }) => !path.startsWith("prelude/"));
}

test.each([...inChapters, ...inCatalogue])("$title", ({ text }) => {
  const { root, reader } = filesIn(PATH, text);
  const files = load([{ path: PATH, text: root }], reader);
  const names = usedNames(files, null);
  const all = problemsOf(files, parsedPrelude());
  expect(problemsOf(files, filesWith(names, true))).toEqual(all);
  expect(problemsOf(files, filesWith(names)).length === 0).toBe(all.length === 0);
});
