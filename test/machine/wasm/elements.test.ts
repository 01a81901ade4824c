/** What is opened in one list and put back in another is what both tiers find there. */

import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { run, TIERS } from "../../../src/machine/run.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { randomProgram } from "../fuzz/generator.ts";

/** Of the random programs, one that puts another element back than it opened, and reads it. */
const EXCHANGING = 24;

test("an element that comes from another list is read again", () => {
  const { module, parameters } = randomProgram(EXCHANGING);
  const verdict = verify(module);
  if (!("verified" in verdict)) throw new Error(verdict.refusal.message);
  const limits = { ...DEFAULT_LIMITS, fuel: 200_000 };
  const [interpreted, compiled] = TIERS.map((tier) =>
    run(verdict.verified, { parameters, limits, tier }),
  );
  expect(compiled).toEqual(interpreted);
});
