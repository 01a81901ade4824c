/** The examples in the documentation of the prelude's functions: `expression` is `value`. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { run, TIERS } from "../../../src/machine/run.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";

const FOLDER = new URL("../../../src/language/prelude/", import.meta.url);
const TEXT = ["integrate.reso", "list-functions.reso", "math.reso"]
  .map((name) => readFileSync(new URL(name, FOLDER), "utf8"))
  .join("");

/** Functions with their documentation in one line. */
const FUNCTIONS = [...TEXT.matchAll(/((?:^\/\/\/.*\n)+)^fn ([\w.]+)/gm)]
  .map(([, documentation, name]) => ({ name, text: documentation.replaceAll(/\n?\/\/\/ /g, " ") }))
  .filter(({ text }) => / is `/.test(text));

test("every list function has an example, but the one without a value", () => {
  const names = [...TEXT.matchAll(/^fn (List\.\w+)/gm)].map(([, name]) => name);
  const shown = new Set(FUNCTIONS.map(({ name }) => name));
  expect(names.filter((name) => !shown.has(name))).toEqual(["List.each"]);
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
