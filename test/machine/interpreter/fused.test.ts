/** Sequences that the loop runs as one: whatever stops in them, it is as without them. */

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { VerifiedModule } from "../../../src/machine/bytecode/module.ts";
import { advance, createExecution, stackOf } from "../../../src/machine/interpreter/execution.ts";
import { FIRST_FUSED_CODE, FUSED_SEQUENCES } from "../../../src/machine/interpreter/fused.ts";
import { startRegion } from "../../../src/machine/region.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";
import { TEST_LIMITS } from "../tiers/programs.ts";

const FOLDER = fileURLToPath(new URL("../../bench/vm/", import.meta.url));

/** What the programs in the folder do not have. */
const MORE = `
param size: Int = 7 in 0..=100
output numbers: Float

fn main() {
  var a = 0.5
  for i in 0..size {
    let b = Float(i - 1)
    a = a * b - b
    a = a - b + a
    emit numbers = a
  }
}
`;
/** A test without an `else` stands before the `else` of the one around it. */
const AROUND = `
param size: Int = 7 in 0..=100
output numbers: Int

fn main() {
  let (few, most) = (size - 8, size - 2)
  for i in 0..size {
    if i <= most {
      if i <= few { }
    } else { break }
    if i <= most {
      if i < few { }
    } else { break }
    emit numbers = i
  }
}
`;
const SIZES: Readonly<Record<string, number>> = { trees: 1, mandelbrot: 8, spectral: 4, nbody: 3 };

const texts = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".reso"))
  .map((name) => [name.slice(0, -5), readFileSync(FOLDER + name, "utf8")] as const);

const programs = [...texts, ["more", MORE] as const, ["around", AROUND] as const].map(
  ([name, text]) => {
    const answer = verify(compileProgram({ path: name, text }).module!);
    if ("refusal" in answer) throw new Error(answer.refusal.message);
    return { name, verified: answer.verified, size: SIZES[name] ?? 12 };
  },
);

function runWith(verified: VerifiedModule, size: number, fuel: number, pace: number) {
  const limits = { ...TEST_LIMITS, fuel };
  const region = startRegion(verified.module, [size], limits);
  const execution = createExecution(verified, region, limits);
  let progress = advance(execution, pace);
  while (progress === "running") progress = advance(execution, pace);
  const { state, trapped } = execution;
  const { fuel: left, depth, base, frameTop } = state;
  const end = { progress, left, depth, base, frameTop, place: stackOf(execution) };
  return { ...end, trap: trapped?.code, outputs: region.collected.outputs };
}

test.each(programs)("$name: at any limit of fuel", ({ verified, size }) => {
  for (let fuel = 0; fuel < 20_000; fuel = Math.ceil(fuel * 1.15) + 1) {
    const atOnce = runWith(verified, size, fuel, Number.POSITIVE_INFINITY);
    expect(runWith(verified, size, fuel, 7)).toEqual(atOnce);
  }
});

test("every sequence is in one of these programs", () => {
  const found = new Set<number>();
  for (const { verified, size } of programs) {
    const region = startRegion(verified.module, [size], TEST_LIMITS);
    const { fused } = createExecution(verified, region, TEST_LIMITS).state.program;
    for (const word of fused) found.add(word);
  }
  const missing = FUSED_SEQUENCES.filter((_, index) => !found.has(FIRST_FUSED_CODE + index));
  expect(missing.map((ops) => ops.join(" "))).toEqual([]);
});

test("the host compiles the loop, which it does with no function of more than 60 KiB", () => {
  const url = (path: string): string => new URL(`../../../src/${path}`, import.meta.url).href;
  const script =
    `const { compileProgram } = await import(${JSON.stringify(url("pipeline.ts"))});` +
    `const { verify } = await import(${JSON.stringify(url("machine/verify/verify.ts"))});` +
    `const { run } = await import(${JSON.stringify(url("machine/run.ts"))});` +
    'const { module } = compileProgram({ path: "a", text: "fn main() {}" });' +
    "const limits = { fuel: 99, memory: 65536, depth: 9999, output: 99 };" +
    'run(verify(module).verified, { parameters: [], limits, tier: "interpreter" });';
  const words = ["--print-bytecode", "--print-bytecode-filter=runLoop"];
  const output = execFileSync(process.execPath, [...words, "--input-type=module", "-e", script], {
    encoding: "utf8",
  });
  const length = Number(/^Bytecode length: (?<bytes>\d+)$/mu.exec(output)?.groups?.["bytes"]);
  expect(length).toBeGreaterThan(10_000);
  expect(length).toBeLessThan(60 * 1024);
});
