/**
 * Programs that want everything stop with their code within their limits, alike in both tiers, and
 * the process stays as usable as it was: after a thousand runs the program's heap is empty and the
 * host's memory where it was.
 */

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runModule } from "../../../cli/outcome.ts";
import { DEFAULT_LIMITS, run, TIERS, trapNameOf } from "../../../src/index.ts";
import { GREEDY } from "./greedy.ts";
import { verifiedProgram } from "./programs.ts";

const LIMITS = { ...DEFAULT_LIMITS, fuel: 20_000_000, memory: 2 ** 24, output: 2 ** 16 };

test.each(Object.entries(GREEDY))("a program that %s", (_, { text, stops }) => {
  const verified = verifiedProgram(text);
  const results = TIERS.map((tier) => run(verified, { parameters: [], limits: LIMITS, tier }));
  expect(results[1]).toEqual(results[0]);
  const [{ trap, fuelUsed, memoryPeakBytes }] = results;
  expect(trap === null ? null : trapNameOf(trap.code)).toBe(stops);
  expect(fuelUsed).toBeLessThanOrEqual(LIMITS.fuel);
  expect(memoryPeakBytes).toBeLessThanOrEqual(LIMITS.memory);
});

test("a million calls deep, where the limit allows it", async () => {
  const verified = verifiedProgram(GREEDY["recurses a million deep"].text);
  const silent = { write: () => undefined, isTerminal: false, hasColour: false, columns: 80 };
  for (const tier of TIERS) {
    const input = { parameters: [], limits: { ...LIMITS, depth: 2 ** 28 }, tier };
    expect((await runModule(verified, input, { stream: silent })).log).toEqual(["1000000"]);
  }
});

test("a thousand runs leave nothing", () => {
  const script = fileURLToPath(new URL("thousand-runs.ts", import.meta.url));
  const flags = [
    "--expose-gc",
    // else the host compiles beside the runs, sooner or later, and takes memory when it does
    "--single-threaded",
    "--experimental-strip-types",
    "--disable-warning=ExperimentalWarning",
  ];
  const done = spawnSync(process.execPath, [...flags, script], {
    encoding: "utf8",
    // one pool for all threads of the host: what they free is then not kept for each of them
    env: { ...process.env, MALLOC_ARENA_MAX: "1" },
  });
  expect(done.stderr).toBe("");
  const { liveBlocks, early, late } = JSON.parse(done.stdout) as Record<string, number>;
  expect(liveBlocks).toBe(0);
  expect(late / early).toBeLessThan(1.05);
}, 120_000);
