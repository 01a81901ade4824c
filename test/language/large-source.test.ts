/** Long programs, as the benchmark of the compiler measures them: no report, and all of it runs. */

import { expect, test } from "vitest";
import { largeSource } from "../../scripts/large-source.ts";
import { DEFAULT_LIMITS } from "../../src/machine/limits.ts";
import { run, TIERS } from "../../src/machine/run.ts";
import { verify } from "../../src/machine/verify/verify.ts";
import { checkProgram, compileProgram } from "../../src/pipeline.ts";

const PATH = "large.reso";

test("a long program is the same every time, and has the length asked for", () => {
  const text = largeSource(1000);
  const lines = text.split("\n").length;
  expect(lines).toBeGreaterThan(1000);
  expect(lines).toBeLessThan(1100);
  expect(largeSource(1000)).toBe(text);
  expect(largeSource(1000, 2)).not.toBe(text);
});

test("a long program compiles without a report, and both tiers agree about it", () => {
  const { module, diagnostics } = compileProgram({ path: PATH, text: largeSource(2000) });
  expect(diagnostics).toEqual([]);
  const verdict = verify(module!);
  const logs = TIERS.map((tier) => {
    if (!("verified" in verdict)) return [verdict.refusal.message];
    return run(verdict.verified, { parameters: [3], limits: DEFAULT_LIMITS, tier }).log;
  });
  expect(logs).toEqual([["all: 15793"], ["all: 15793"]]);
});

test("every function of a long program is reached from `main`", () => {
  const text = largeSource(600);
  const written = text.match(/^fn (?:\w+\.)?\w+/gm)!.map((line) => line.slice(3));
  const { program } = checkProgram({ path: PATH, text });
  const typed = program!.functions.map(({ name }) => name);
  expect(typed).toEqual(expect.arrayContaining(written));
  const unreached = written.filter((name) => !isCalled(text, name));
  expect(unreached).toEqual(["main"]);
});

/** Whether the name of a function stands anywhere but where it is declared. */
function isCalled(text: string, name: string): boolean {
  const word = name.slice(name.lastIndexOf(".") + 1);
  return [...text.matchAll(new RegExp(`(?<!fn (?:\\w+\\.)?)\\b${word}\\(`, "g"))].length > 0;
}
