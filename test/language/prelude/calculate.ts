/** Runs a program's body and reads the numbers it prints; both tiers agree on them. */

import type { VerifiedModule } from "../../../src/machine/bytecode/module.ts";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { run, TIERS, type RunResult, type Tier } from "../../../src/machine/run.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";

/** A number or a list of them, as printed. */
export type Printed = number | readonly Printed[];

/** What the printed expressions are, after some statements. */
export function calculate(statements: string, expressions: readonly string[]): Printed[] {
  const prints = expressions.map((expression) => `print "{${expression}}"`);
  const text = `fn main() {\n${[statements, ...prints].join("\n")}\n}\n`;
  const module = proven(text);
  const [result, ...others] = TIERS.map((tier) => runIn(tier, module));
  for (const other of others) {
    if (other.log.join("\n") !== result.log.join("\n")) throw new Error("the tiers disagree");
  }
  if (result.trap !== null) throw new Error(result.trap.message);
  return result.log.map(read);
}

/** The message of the trap that the statements end with. */
export function messageOf(statements: string): string {
  const { trap } = runIn("interpreter", proven(`fn main() {\n${statements}\n}\n`));
  return trap?.message ?? "no trap";
}

/** What the statements use of fuel. */
export function fuelOf(statements: string): number {
  const { trap, fuelUsed } = runIn("interpreter", proven(`fn main() {\n${statements}\n}\n`));
  if (trap !== null) throw new Error(trap.message);
  return fuelUsed;
}

function proven(text: string): VerifiedModule {
  const { module, diagnostics } = compileProgram({ path: "calculate.reso", text });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const proof = verify(module!);
  if (!("verified" in proof)) throw new Error(JSON.stringify(proof.refusal));
  return proof.verified;
}

function runIn(tier: Tier, module: VerifiedModule): RunResult {
  return run(module, { parameters: [], limits: DEFAULT_LIMITS, tier });
}

function read(line: string): Printed {
  const plain = line.replaceAll("NaN", "null").replaceAll("Infinity", "1e999");
  return JSON.parse(plain) as Printed;
}

/** Numbers as a program writes them: a list of Floats. */
export function listOf(xs: readonly number[], unit = ""): string {
  const suffix = unit === "" ? "" : `[${unit}]`;
  return `[${xs.map((x) => `${decimal(x)}${suffix}`).join(", ")}]`;
}

/** With a point, so that it is a Float. */
export function decimal(x: number): string {
  const text = String(x).replace("e+", "e");
  return /[.e]/.test(text) ? text : `${text}.0`;
}
