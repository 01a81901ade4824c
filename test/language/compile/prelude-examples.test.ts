/** The examples in the documentation of the prelude's list functions: `expression` is `value`. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { run, TIERS } from "../../../src/machine/run.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";

const TEXT = readFileSync(
  new URL("../../../src/language/prelude/list-functions.reso", import.meta.url),
  "utf8",
);

/** Functions with their documentation in one line. */
const FUNCTIONS = [...TEXT.matchAll(/((?:^\/\/\/.*\n)+)^fn (List\.\w+)/gm)].map(
  ([, documentation, name]) => ({ name, text: documentation.replaceAll(/\n?\/\/\/ /g, " ") }),
);

describe.each(FUNCTIONS.filter(({ name }) => name !== "List.each"))("$name", ({ text }) => {
  const examples = [...text.matchAll(/`([^`]+)` is `([^`]+)`/g)].map(
    ([, expression, value]) => [expression, value] as const,
  );

  test("has an example", () => {
    expect(examples.length).toBeGreaterThan(0);
  });

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
