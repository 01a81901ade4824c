/**
 * All fuzzers with their full counts: `npm run fuzz -- [--seed 1] [--share 0.1]`, one after the
 * other.
 */

import { parseArgs } from "node:util";
import { fuzzModules } from "./fuzz-modules.ts";
import { fuzzPrograms } from "./fuzz-programs.ts";
import { fuzzSources } from "./fuzz-sources.ts";
import { checkProgram } from "../src/pipeline.ts";
import { fuzzPlants, fuzzTiers } from "./fuzz-tiers.ts";

const { values } = parseArgs({
  options: { seed: { type: "string", default: "1" }, share: { type: "string", default: "1" } },
});
const seed = Number(values.seed);
const write = (line: string): unknown => process.stdout.write(`${line}\n`);
const times = (count: number): number => Math.ceil(count * Number(values.share));

write(`seed ${seed}`);
write("tiers");
let isFine = fuzzTiers({ first: seed, count: times(20_000) }, write);
write("modules");
isFine = fuzzModules(times(100_000), seed, write) && isFine;
write("planted emissions");
// not fewer with a smaller share: each plant ends with the first program that finds it
isFine = fuzzPlants(5000, seed, write) && isFine;
write("programs");
isFine = fuzzPrograms({ first: seed, count: times(20_000) }, write) && isFine;
write("sources");
write(
  JSON.stringify(
    fuzzSources(
      times(100_000),
      seed,
      ({ path, content }) => void checkProgram({ path, text: content }),
    ),
  ),
);
process.exitCode = isFine ? 0 : 1;
