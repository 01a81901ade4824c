/** What is shared, and changed in place, is so in both tiers. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { run, TIERS } from "../../../src/machine/run.ts";
import { verifiedProgram } from "../tiers/programs.ts";
import { randomShares } from "./random-shares.ts";

/** Enough for most of them to end. */
const LIMITS = { ...DEFAULT_LIMITS, fuel: 200_000, memory: 4_000_000 };

test("random programs over shared values", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2 ** 31 - 1 }),
      fc.integer({ min: 1, max: 6 }),
      (seed, size) => {
        const verified = verifiedProgram(randomShares(seed));
        const [interpreted, compiled] = TIERS.map((tier) =>
          run(verified, { parameters: [size], limits: LIMITS, tier }),
        );
        expect(compiled).toEqual(interpreted);
      },
    ),
    { numRuns: 150 },
  );
}, 60_000);
