/** The examples in the documentation of the prelude's functions: `expression` is `value`. */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { run, TIERS } from "../../../src/machine/run.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";

const FOLDER = new URL("../../../src/language/prelude/", import.meta.url);
const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");
const TEXT = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".reso"))
  .map(textOf)
  .join("");

/** Functions with their documentation in one line. */
const FUNCTIONS = [...TEXT.matchAll(/((?:^\/\/\/.*\n)+)^fn ([\w.]+)/gm)]
  .map(([, documentation, name]) => ({ name, text: documentation.replaceAll(/\n?\/\/\/ /g, " ") }))
  .filter(({ text }) => / is `/.test(text));

/** Files whose functions have an example each, but those without a value and parts of others. */
const COMPLETE: readonly (readonly [file: string, others: RegExp])[] = [
  ["list-functions", /^(List\.each|key_is_below)$/],
  ["statistics", /^statistics_/],
  ["strings", /^String\.padding$/],
  ["special", /^(erf_series|minus_square_power|gamma_\w+)$/],
  ["matrix", /^(Matrix\.(place|set)|matrix_\w+|MatrixFactors\.(exchange|eliminate))$/],
  ["eigen", /^(eigen_\w+|\w+Rotations\.\w+)$/],
  ["fourier", /^(fourier_\w+|Spectrum\.transform_\w+)$/],
];

test.each(COMPLETE)("every function of %s has an example", (file, others) => {
  const names = [...textOf(`${file}.reso`).matchAll(/^fn ([\w.]+)/gm)].map(([, name]) => name);
  const shown = new Set(FUNCTIONS.map(({ name }) => name));
  expect(names.filter((name) => !shown.has(name) && !others.test(name))).toEqual([]);
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
