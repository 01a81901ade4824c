/**
 * All fuzzers with their full counts: `npm run fuzz -- [--seed 1] [--share 0.1]`, one after the
 * other.
 */

import { parseArgs } from "node:util";
import { fuzzModules } from "./fuzz-modules.ts";
import { fuzzPrograms } from "./fuzz-programs.ts";
import { checkProgram } from "../src/pipeline.ts";
import { fuzzPlants } from "./fuzz-plants.ts";
import { type Further, tellFuzzedSources } from "./fuzz-sources.ts";
import { fuzzTiers } from "./fuzz-tiers.ts";

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
isFine = fuzzModules({ first: seed, count: times(100_000) }, write) && isFine;
write("planted emissions");
// not fewer with a smaller share: each plant ends with the first program that finds it
isFine = fuzzPlants({ first: seed, count: 5000 }, write) && isFine;
write("programs");
isFine = fuzzPrograms({ first: seed, count: times(20_000) }, write) && isFine;
write("sources");
const check: Further = ({ path, content }) => void checkProgram({ path, text: content });
isFine = tellFuzzedSources({ first: seed, count: times(100_000) }, write, check) && isFine;
process.exitCode = isFine ? 0 : 1;
