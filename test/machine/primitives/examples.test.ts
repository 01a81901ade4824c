/** The example of every primitive runs and prints what the table says, in both tiers. */
import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { PRIMITIVES } from "../../../src/machine/primitives/index.ts";
import { run, TIERS } from "../../../src/machine/run.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";

test.for(PRIMITIVES.map((primitive) => [primitive.name, primitive.example] as const))(
  "%s",
  ([name, { code, prints }]) => {
    const text = `fn main() {\n${code}\n}\n`;
    const { module, diagnostics } = compileProgram({ path: `${name}.reso`, text });
    expect(diagnostics).toEqual([]);
    const checked = verify(module!);
    if (!("verified" in checked)) throw new Error(JSON.stringify(checked));
    for (const tier of TIERS) {
      const result = run(checked.verified, { parameters: [], limits: DEFAULT_LIMITS, tier });
      expect([tier, result.trap, result.log]).toEqual([tier, null, prints.split("\n")]);
      expect(result.liveBlocks).toBe(0);
    }
  },
);
