/** Sweeps over processes and kept results: the table is one, whoever made its runs, and when. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { EXIT_CODES } from "../../../cli/exit-codes.ts";
import { call, type Called } from "../script.ts";

const PROGRAM = `param n: Int
param k: Float[1/s] = 1[1/s]
output root: Float
fn main() {
  assert n != 3, "three"
  emit root = sqrt(Float(n)) * (k * 1[s])
}
`;
const ENDLESS = `param n: Int
output root: Int
fn main() {
  while n > 1 { }
  emit root = n
}
`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "resolang-sweep-"));
  writeFileSync(join(folder, "roots.reso"), PROGRAM);
  writeFileSync(join(folder, "endless.reso"), ENDLESS);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** One command in the folder. */
async function sweep(line: string, cacheFolder?: string): Promise<Called> {
  return await call(line.split(" "), { folder, cacheFolder });
}

test("one worker or three, either tier: the same runs in the same order", async () => {
  const line = "sweep roots.reso --n 5,1,2 --json";
  const one = await sweep(`${line} --jobs 1`);
  expect(one.exit).toBe(EXIT_CODES.fine.code);
  const { swept, runs } = JSON.parse(one.out) as {
    swept: string[];
    runs: { parameters: object; result: string }[];
  };
  expect(swept).toEqual(["n"]);
  expect(runs.map(({ parameters }) => parameters)).toEqual([5, 1, 2].map((n) => ({ n, k: 1 })));
  expect((await sweep(`${line} --jobs 3`)).out).toBe(one.out);
  expect((await sweep(`${line} --tier interpreter`)).out).toBe(one.out);
  const { out } = await sweep("run roots.reso --n 2 --json");
  expect((JSON.parse(out) as { result: string }).result).toBe(runs[2].result);
});

test("what was made before is not made again, and a trap is not kept", async () => {
  const cache = join(folder, "cache");
  const first = await sweep("sweep roots.reso --n 1..=4 --k 1,2/s", cache);
  expect(first.err).toContain("8 runs, 2 of them trapped");
  expect(first.exit).toBe(EXIT_CODES.trapped.code);
  const wider = await sweep("sweep roots.reso --n 1..=5 --k 1,2/s", cache);
  expect(wider.err).toContain("10 runs, 6 of them kept from before");
  const again = await sweep("sweep roots.reso --n 1..=4 --k 1,2/s", cache);
  expect(again.err).toContain("8 runs, 6 of them kept from before");
  expect(again.out).toBe(first.out);
  const { err } = await sweep("run --cached roots.reso --n 5", cache);
  expect(err).toContain("from the cache");
});

test("Ctrl-C keeps what is done", async () => {
  const cache = join(folder, "cache");
  const interrupting = setInterval(() => process.emit("SIGINT"), 100);
  const { exit, err } = await sweep("sweep endless.reso --n 1,2 --jobs 1", cache);
  clearInterval(interrupting);
  expect(exit).toBe(EXIT_CODES.interrupted.code);
  expect(err).toMatch(/the sweep was interrupted after [01] of 2 runs: they are kept/u);
});
