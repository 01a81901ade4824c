/**
 * Runs the examples in both tiers on the host that starts this file, and prints result roots and
 * receipts.
 *
 * Out: one JSON object, by example: the result of each tier, and the SHA-256 of each receipt's
 * file.
 */

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { call } from "./script.ts";

const folder = fileURLToPath(new URL("../../examples/", import.meta.url));

/** The examples, with populations small enough for many hosts. */
const RUNS: Readonly<Record<string, string>> = {
  hello: "hello.reso",
  kuramoto: "kuramoto.reso --n 300",
  primes: "primes.reso",
  "new-england":
    "new-england.reso --nodes @data/new-england-39-nodes.csv " +
    "--lines @data/new-england-39-lines.csv",
};

async function runOnce(words: string, tier: string, receipt: string): Promise<string> {
  const options = ["--json", "--tier", tier, "--receipt", receipt];
  const { exit, out, err } = await call(["run", ...options, ...words.split(" ")], { folder });
  if (exit !== 0) throw new Error(`${words}: exit ${exit}\n${err}`);
  return (JSON.parse(out) as { result: string }).result;
}

const place = mkdtempSync(join(tmpdir(), "resolang-host-"));
const found: Record<string, string> = {};
try {
  for (const [name, words] of Object.entries(RUNS)) {
    for (const tier of ["wasm", "interpreter"]) {
      const receipt = join(place, "r.json");
      found[`${name}, ${tier}, result`] = await runOnce(words, tier, receipt);
      const hash = createHash("sha256").update(readFileSync(receipt)).digest("hex");
      found[`${name}, ${tier}, receipt`] = hash;
    }
  }
} finally {
  rmSync(place, { recursive: true });
}
process.stdout.write(`${JSON.stringify(found)}\n`);
