/**
 * Random programs: what compiles is proven sound, prints what the plain evaluator says, costs the
 * same in both tiers, and leaves nothing behind.
 *
 * Another start: `SEED=12345 npx vitest run test/language/compile/random`.
 */

import { expect, test } from "vitest";
import { run, TIERS } from "../../../src/machine/run.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";
import { evaluate } from "./evaluate.ts";
import { randomProgram } from "./random-program.ts";

const FIRST_SEED = Number(process.env["SEED"] ?? 1);
const COUNT = 200;
const LIMITS = { fuel: 1_000_000, memory: 4_194_304, depth: 400_000, output: 1_000_000 };

test(`programs of seeds ${FIRST_SEED} to ${FIRST_SEED + COUNT - 1}`, () => {
  let endedWell = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed += 1) {
    const text = randomProgram(seed);
    const { program, module, diagnostics } = compileProgram({ path: `seed ${seed}`, text });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const proof = verify(module!);
    expect(proof, `seed ${seed}`).toHaveProperty("verified");
    if (!("verified" in proof)) continue;
    const [one, other] = TIERS.map((tier) =>
      run(proof.verified, { parameters: [], limits: LIMITS, tier }),
    );
    expect({ ...other, liveBlocks: 0 }, `seed ${seed}`).toEqual({ ...one, liveBlocks: 0 });
    if (one.trap !== null) continue;
    endedWell += 1;
    expect(one.log, `seed ${seed}`).toEqual(evaluate(program!));
    expect([one.liveBlocks, other.liveBlocks], `seed ${seed}`).toEqual([0, 0]);
  }
  expect(endedWell).toBeGreaterThan(0.9 * COUNT);
});
