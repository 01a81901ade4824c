/**
 * The programs of this folder, in the text form of modules, several in a file divided by `---`; and
 * what a run gives.
 */
import { compileHinted } from "../../../cli/compile-hinted.ts";
import { readdirSync, readFileSync } from "node:fs";
import { assemble } from "../../../src/machine/bytecode/assemble.ts";
import type { ModuleValue, VerifiedModule } from "../../../src/machine/bytecode/module.ts";
import { LIMITS } from "../../../src/machine/limits.ts";
import type { Limits } from "../../../src/machine/limits.ts";
import { run } from "../../../src/machine/run.ts";
import type { RunResult, Tier } from "../../../src/machine/run.ts";
import { trapNameOf } from "../../../src/machine/trap.ts";
import { decodeValue } from "../../../src/machine/values/encode.ts";
import { showValue } from "../../../src/machine/values/show.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import type { EmitOptions } from "../../../src/machine/wasm/emit-module.ts";
import { compileProgram } from "../../../src/pipeline.ts";

export interface Program {
  readonly file: string;
  /** The first comment. */
  readonly title: string;
  readonly verified: VerifiedModule;
}

const FOLDER = new URL("programs/", import.meta.url);

/** Enough for every program that ends, and soon used up by those that do not. */
export const TEST_LIMITS: Limits = {
  fuel: 10_000_000,
  memory: LIMITS.memory.default,
  depth: LIMITS.depth.default,
  output: 1_000_000,
};

/** A module from its text form. */
export function moduleFrom(text: string): VerifiedModule {
  const assembled = assemble(text);
  if ("problem" in assembled) {
    throw new Error(`line ${assembled.problem.line}: ${assembled.problem.message}\n${text}`);
  }
  const checked = verify(assembled.module);
  if ("refusal" in checked) throw new Error(`${JSON.stringify(checked.refusal)}\n${text}`);
  return checked.verified;
}

/** A module from a source text. */
export function verifiedProgram(text: string): VerifiedModule {
  const { module, diagnostics } = compileProgram({ path: "program.reso", text });
  if (module === null) throw new Error(`${JSON.stringify(diagnostics)}\n${text}`);
  const checked = verify(module);
  if ("refusal" in checked) throw new Error(`${JSON.stringify(checked.refusal)}\n${text}`);
  return checked.verified;
}

export function readPrograms(): readonly Program[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
  return files.toSorted().flatMap((file) =>
    readFileSync(new URL(file, FOLDER), "utf8")
      .split("\n---\n")
      .map((text) => ({
        file,
        title: text
          .split("\n")
          .find((line) => line.startsWith("; ") && !line.includes("One program for each"))!
          .slice(2),
        verified: moduleFrom(text),
      })),
  );
}

/** Runs with the parameters' defaults. */
export function runProgram(
  { module }: VerifiedModule,
  tier: Tier,
  limits: Partial<Limits> = {},
  emit: EmitOptions = {},
): RunResult {
  const parameters = module.parameters.map(({ default: value }) => value as ModuleValue);
  const verified = { module } as VerifiedModule;
  const input = { parameters, limits: { ...TEST_LIMITS, ...limits }, tier, emit };
  return run(verified, { ...input, compile: compileHinted });
}

/** Everything a run gives, the call stack included, as text that can be compared. */
export function fingerprint(result: RunResult): string {
  return JSON.stringify(result, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
  );
}

/** Null when both tiers give the same under these limits, else both results. */
export function findDifference(
  verified: VerifiedModule,
  limits: Partial<Limits>,
  emit: EmitOptions = {},
): string | null {
  const interpreted = fingerprint(runProgram(verified, "interpreter", limits));
  const compiled = fingerprint(runProgram(verified, "wasm", limits, emit));
  if (interpreted === compiled) return null;
  return `${JSON.stringify(limits)}\ninterpreter ${interpreted}\nwasm ${compiled}`;
}

const LONGEST_LINE = 400;

const shorten = (text: string): string =>
  text.length <= LONGEST_LINE ? text : `${text.slice(0, LONGEST_LINE)} … (${text.length})`;

/** What a run gives, as people read it. */
export function describe({ module }: VerifiedModule, result: RunResult): string {
  const lines: string[] = [];
  const { trap } = result;
  if (trap === null) lines.push(`ends well, ${result.liveBlocks} blocks left`);
  else {
    const place = `${trap.functionIndex}:${trap.instructionIndex}`;
    lines.push(`trap ${trapNameOf(trap.code)} at ${place}: ${trap.message}`);
    if (trap.stack.length > 1) lines.push(`calls ${trap.stack.length}`);
  }
  lines.push(`fuel ${result.fuelUsed} · memory ${result.memoryPeakBytes}`);
  for (const [index, rows] of result.outputs.entries()) {
    const { name, type } = module.outputs[index];
    const shown = rows.map((row) =>
      row.length > 1000
        ? `${row.length} bytes`
        : showValue(module.types, type, decodeValue(module.types, type, row)),
    );
    if (rows.length > 0) lines.push(shorten(`${name}: ${shown.join(" ")}`));
  }
  for (const line of result.log) lines.push(shorten(`| ${line}`));
  return `${lines.join("\n")}\n`;
}
