/** One small run with everything that a receipt can hold, and its receipt. */

import { compileProgram } from "../../../src/pipeline.ts";
import { programId } from "../../../src/machine/bytecode/encode.ts";
import type { VerifiedModule } from "../../../src/machine/bytecode/module.ts";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { proveRun, type ProvenRun } from "../../../src/machine/receipt/result-root.ts";
import { makeReceipt, type Receipt } from "../../../src/machine/receipt/receipt.ts";
import { run, type Tier } from "../../../src/machine/run.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import type { ModuleValue } from "../../../src/machine/types/module-type.ts";

const TEXT = `
record Row { number: Int, third: Float[MW], name: String, flags: List[Bool] }

param count: Int = 3 in 0..=10
param half: Float[1/s] = 0.5[1/s]
output rows: Row
output halves: Float[1/s]

fn main() {
  print "counting to {count}"
  for number in 0..count {
    let third = Float(number) / 3 * 1MW
    emit rows = Row { number, third, name: "n{number}", flags: [number > 1] }
    emit halves = half / Float(number)
  }
  assert count < 5, "{count} is too much"
}
`;

/** The example's module. */
export function exampleModule(): VerifiedModule {
  const { module, diagnostics } = compileProgram({ path: "example.reso", text: TEXT });
  if (module === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const answer = verify(module);
  if ("refusal" in answer) throw new Error(answer.refusal.message);
  return answer.verified;
}

/** What is proven of the example with these parameters. */
export function exampleRun(parameters: readonly ModuleValue[], tier: Tier = "wasm"): ProvenRun {
  const verified = exampleModule();
  const result = run(verified, { parameters, limits: DEFAULT_LIMITS, tier });
  return proveRun(programId(verified.module), verified.module, parameters, DEFAULT_LIMITS, result);
}

/** The receipt of the example: it ends well, or with a trap when it counts to 5 or more. */
export function exampleReceipt(count = 3, tier: Tier = "wasm"): Receipt {
  return makeReceipt(exampleModule().module, exampleRun([count, 0.5], tier), {
    tool: "resolang 0.1.0",
    artefact: "0".repeat(64),
    place: count < 5 ? null : "example.reso:15:3",
    stack: count < 5 ? [] : ["main (example.reso:15:3)"],
  });
}
