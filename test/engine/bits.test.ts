/** Golden bits: one hash per kernel over fixed work, so that no change of a bit goes unseen. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { recomputeBits } from "../../src/engine/golden-bits.ts";
import { GOLDEN_BITS } from "../../src/engine/golden-table.ts";

// after a meant change: node scripts/build-kernel.ts --golden
test("every kernel gives its golden bits", () => {
  const found = recomputeBits().map(({ kernel, bytes }) => {
    return [kernel, createHash("sha256").update(bytes).digest("hex").slice(0, 16)] as const;
  });
  expect(Object.fromEntries(found)).toEqual(GOLDEN_BITS);
  expect(new Set(found.map(([, hash]) => hash)).size).toBe(found.length);
});
