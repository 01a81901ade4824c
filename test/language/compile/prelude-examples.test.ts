/** The examples in the documentation of the prelude's functions: `expression` is `value`. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { run, TIERS } from "../../../src/machine/run.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";

const FOLDER = new URL("../../../src/language/prelude/", import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith(".reso"));
const TEXT = FILES.map(textOf).join("");

/** Functions with their documentation in one line. */
const FUNCTIONS = [...TEXT.matchAll(/((?:^\/\/\/.*\n)+)^(?:pub )?fn ([\w.]+)/gm)]
  .map(([, documentation, name]) => ({ name, text: documentation.replaceAll(/\n?\/\/\/ /g, " ") }))
  .filter(({ text }) => /`[^`]+` is `/.test(text));

/** Functions with the lines above them, `pub` or not. */
const declared = (text: string): { documentation: string; isPublic: boolean; name: string }[] =>
  [...text.matchAll(/((?:^\/\/\/.*\n)*)^(pub )?fn ([\w.]+)/gm)].map(
    ([, documentation, mark, name]) => ({ documentation, isPublic: mark !== undefined, name }),
  );

const SHOWN = new Set(FUNCTIONS.map(({ name }) => name));

test.each(FILES)("a function of %s is public where it has an example, and only there", (file) => {
  for (const { documentation, isPublic, name } of declared(textOf(file))) {
    const hasExample = SHOWN.has(name) || documentation.includes("/// ```");
    expect(`${name}: ${hasExample}`).toBe(`${name}: ${isPublic}`);
  }
});

describe.each(FUNCTIONS)("$name", ({ text }) => {
  const examples = [...text.matchAll(/`([^`]+)` is `([^`]+)`/g)].map(
    ([, expression, value]) => [expression, value] as const,
  );

  test.each(examples)("%s", (expression, value) => {
    const source = `fn main() { print([${expression}]) }`;
    const { module, diagnostics } = compileProgram({ path: "example.reso", text: source });
    expect(diagnostics).toEqual([]);
    const proof = verify(module!);
    if (!("verified" in proof)) throw new Error(JSON.stringify(proof.refusal));
    for (const tier of TIERS) {
      const result = run(proof.verified, { parameters: [], limits: DEFAULT_LIMITS, tier });
      expect(result.log).toEqual([`[${value}]`]);
      expect(result.liveBlocks).toBe(0);
    }
  });
});
