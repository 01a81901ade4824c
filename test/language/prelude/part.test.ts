/** The part of the prelude that a program may use is enough for it: the same module comes out. */

import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { largeSource } from "../../../scripts/large-source.ts";
import { check } from "../../../src/language/check/check.ts";
import { compile } from "../../../src/language/compile/compile.ts";
import { parse } from "../../../src/language/parse.ts";
import { mentionsIn } from "../../../src/language/prelude/mentions.ts";
import {
  filesWith,
  parsedPrelude,
  usedNames,
  type ParsedFile,
} from "../../../src/language/prelude/parsed.ts";
import { encodeModule } from "../../../src/machine/bytecode/encode.ts";
import { sourceText } from "../../../src/source/text.ts";

const ROOT = new URL("../../../", import.meta.url).pathname;
const PROGRAMS = globSync("{examples,test}/**/*.reso", { cwd: ROOT })
  .filter((path) => !path.includes("node_modules"))
  .toSorted();

/** The module's bytes, or the reports. */
function compiled(text: string, prelude: readonly ParsedFile[]): unknown {
  const path = "program.reso";
  const { file } = parse(sourceText(path, text));
  const { program, problems } = check({ user: { path, file, text }, prelude, requireMain: true });
  const module = program === null ? null : compile(program).module;
  return module === null ? problems.map(({ code }) => code) : encodeModule(module);
}

function namesFor(text: string): ReadonlySet<string> {
  const { tokens } = parse(sourceText("program.reso", text));
  return usedNames([{ mentions: mentionsIn(tokens) }], null);
}

function partFor(text: string): readonly ParsedFile[] {
  return filesWith(namesFor(text));
}

test.each(PROGRAMS)("%s", (path) => {
  const text = readFileSync(`${ROOT}${path}`, "utf8");
  expect(compiled(text, partFor(text))).toEqual(compiled(text, parsedPrelude()));
});

/** Names of functions that lead to the same part are looked at once. */
const seenParts = new Set<string>();

test.each(parsedPrelude().map((parsed) => [parsed.path, parsed] as const))(
  "every function of %s by its name alone",
  (_, { file }) => {
    const functions = file.declarations.filter((each) => each.kind === "function");
    for (const { name } of functions) {
      const names = namesFor(`fn main() { ${name.text}() }`);
      const key = [...names].toSorted().join(" ");
      if (seenParts.has(key)) continue;
      seenParts.add(key);
      const text = "fn main() { }";
      // every function of the part is checked: what it needs is there
      const { problems } = check({
        user: { path: "a.reso", file: parse(sourceText("a.reso", text)).file, text },
        prelude: filesWith(names),
        requireMain: true,
        isPreludeChecked: true,
      });
      expect([name.text, problems.map(({ message }) => message)]).toEqual([name.text, []]);
    }
  },
);

test("a program without the library reads little of it", () => {
  const functionsIn = (files: readonly ParsedFile[]): number =>
    files.flatMap(({ file }) => file.declarations).filter(({ kind }) => kind === "function").length;
  const typesIn = (files: readonly ParsedFile[]): number =>
    files
      .flatMap(({ file }) => file.declarations)
      .filter(({ kind }) => kind === "record" || kind === "enum").length;
  const part = partFor('fn main() { print "a" }');
  expect(functionsIn(part)).toBeLessThan(functionsIn(parsedPrelude()) / 10);
  expect(typesIn(part)).toBeLessThan(typesIn(parsedPrelude()) / 3);
  expect(functionsIn(partFor(largeSource(300)))).toBeLessThan(functionsIn(parsedPrelude()) / 2);
});
