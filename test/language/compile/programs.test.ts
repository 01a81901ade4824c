/**
 * Programs with what they print: each is compiled, proven, and run in both tiers.
 *
 * `// expect:` lines are the lines printed; `// trap: name at text` is the trap and the source
 * under its place; `// message:` is a part of its message. A run that ends well leaves no block
 * behind.
 */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Module } from "../../../src/machine/bytecode/module.ts";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { run, TIERS, type RunResult, type Tier } from "../../../src/machine/run.ts";
import { TRAPS } from "../../../src/machine/trap.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";

const FOLDER = new URL("programs/", import.meta.url);

function linesAfter(text: string, mark: string): string[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith(`// ${mark}: `))
    .map((line) => line.slice(mark.length + 5));
}

function runIn(tier: Tier, module: Module): RunResult {
  const proof = verify(module);
  if (!("verified" in proof)) throw new Error(JSON.stringify(proof.refusal));
  const parameters = module.parameters.map((parameter) => parameter.default!);
  return run(proof.verified, { parameters, limits: DEFAULT_LIMITS, tier });
}

/** `bounds at xs[3]`, or the file when it is one of the prelude. */
function trapOf(result: RunResult, module: Module, text: string): string[] {
  const { trap } = result;
  if (trap === null) return [];
  const name = Object.entries(TRAPS).find(([, { code }]) => code === trap.code)?.[0];
  const { spans, path } = module.debug!.functions[trap.functionIndex];
  if (path > 0) return [`${name} in ${module.debug!.paths[path]}`];
  const span = spans[trap.instructionIndex];
  return [`${name} at ${text.slice(span.start, span.end)}`];
}

describe.each(readdirSync(FOLDER).toSorted())("%s", (name) => {
  const text = readFileSync(new URL(name, FOLDER), "utf8");
  const { module, diagnostics } = compileProgram({ path: name, text });

  test("has no error", () => {
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  });

  test.each(TIERS)("does what it says in the %s", (tier) => {
    const result = runIn(tier, module!);
    expect(result.log).toEqual(linesAfter(text, "expect"));
    expect(trapOf(result, module!, text)).toEqual(linesAfter(text, "trap"));
    for (const part of linesAfter(text, "message")) expect(result.trap?.message).toContain(part);
    if (result.trap === null) expect(result.liveBlocks).toBe(0);
  });

  test("costs the same in both tiers", () => {
    const [one, other] = TIERS.map((tier) => runIn(tier, module!));
    expect(other).toEqual({ ...one, liveBlocks: other.liveBlocks });
  });
});
