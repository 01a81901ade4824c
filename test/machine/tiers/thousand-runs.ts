/**
 * A process of its own for the memory of a thousand runs: prints the blocks that ended programs
 * left, and the resident memory after the first hundred runs (`early`) and after all (`late`).
 */

import { DEFAULT_LIMITS, run, TIERS } from "../../../src/index.ts";
import { GREEDY } from "./greedy.ts";
import { verifiedProgram } from "./programs.ts";

const LIMITS = { ...DEFAULT_LIMITS, fuel: 300_000, memory: 2 ** 22, output: 2 ** 10 };
const programs = Object.values(GREEDY).map(({ text, stops }) => ({
  verified: verifiedProgram(text),
  stops,
}));
let liveBlocks = 0;
let early = 0;

function residentBytes(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage.rss();
}

for (let count = 1; count <= 1000; count += 1) {
  const { verified, stops } = programs[count % programs.length];
  const tier = TIERS[Math.floor(count / programs.length) % TIERS.length];
  const result = run(verified, { parameters: [], limits: LIMITS, tier });
  if (stops === null) liveBlocks += result.liveBlocks;
  if (count === 100) early = residentBytes();
}
process.stdout.write(JSON.stringify({ liveBlocks, early, late: residentBytes() }));
