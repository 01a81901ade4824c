/** `run --cached`: equal runs are not made again, what they print is the same, hits are counted. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keep, keptIn } from "../../cli/kept-files.ts";
import { hitRatio, keptResults, resultCache } from "../../cli/result-cache.ts";
import { call, type Called } from "./script.ts";

const PROGRAM = `//! Roots.
param n: Int = 3
record Row { x: Float, text: String }
output rows: Row
fn main() {
  for i in 0..n { emit rows = Row { x: sqrt(Float(i)), text: "row {i}" } }
  assert n < 9, "too many"
  print "{n} rows"
}
`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "resolang-results-"));
  writeFileSync(join(folder, "rows.reso"), PROGRAM);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** One command in the folder, whose cache is beside the program. */
async function run(...words: readonly string[]): Promise<Called> {
  return await call(words, { folder, cacheFolder: join(folder, "cache") });
}

const results = (): string[] => readdirSync(join(folder, "cache", "results"));
const ratio = (): readonly number[] => {
  const { found, asked } = hitRatio(join(folder, "cache"));
  return [found, asked];
};

test("the second run comes from the cache and prints what the first one did", async () => {
  const first = await run("run", "--cached", "rows.reso");
  const second = await run("run", "--cached", "rows.reso");
  const plain = await run("run", "rows.reso");
  expect(first).toEqual(plain);
  expect(second.out).toBe(first.out);
  expect(second.err).toBe(first.err.replace(/, fuel \d+/u, "$&, from the cache"));
  expect([second.exit, ratio()]).toEqual([0, [1, 2]]);
  const json = (words: readonly string[]): Promise<Called> => run("run", "--json", ...words);
  expect((await json(["--cached", "rows.reso"])).out).toBe((await json(["rows.reso"])).out);
});

test("receipts and tables from the cache are those of the run", async () => {
  const written = (name: string): string => readFileSync(join(folder, name), "utf8");
  await run("run", "--receipt", "plain.json", "--csv", "plain", "rows.reso");
  for (const name of ["first", "second"]) {
    await run("run", "--cached", "--receipt", `${name}.json`, "--csv", name, "rows.reso");
    expect(written(`${name}.json`)).toBe(written("plain.json"));
    expect(written(`${name}/rows.csv`)).toBe(written("plain/rows.csv"));
  }
  expect((await run("verify", "second.json")).exit).toBe(0);
});

test("other parameters, limits and programs are other runs; layout is not", async () => {
  await run("run", "--cached", "rows.reso");
  await run("run", "--cached", "rows.reso", "--n", "4");
  await run("run", "--cached", "--fuel", "100000", "rows.reso");
  expect([results().length, ratio()]).toEqual([3, [0, 3]]);
  writeFileSync(join(folder, "rows.reso"), `// A remark.\n${PROGRAM}`);
  await run("run", "--cached", "rows.reso");
  expect(ratio()).toEqual([1, 4]);
  writeFileSync(join(folder, "rows.reso"), PROGRAM.replace("sqrt", "exp"));
  await run("run", "--cached", "rows.reso");
  expect([results().length, ratio()]).toEqual([4, [1, 5]]);
});

test("a run that traps is made each time", async () => {
  for (let k = 0; k < 2; k++) {
    const { exit, err } = await run("run", "--cached", "rows.reso", "--n", "9");
    expect([exit, err.includes("too many"), err.includes("cache")]).toEqual([3, true, false]);
  }
  expect(keptResults(join(folder, "cache")).count).toBe(0);
});

test("what is broken is made again", async () => {
  const { out } = await run("run", "--cached", "rows.reso");
  const [name] = results();
  const file = join(folder, "cache", "results", name);
  const bytes = readFileSync(file);
  for (const place of [0, 40, bytes.length - 2]) {
    const broken = Buffer.from(bytes);
    broken[place] ^= 1;
    writeFileSync(file, broken);
    expect((await run("run", "--cached", "rows.reso")).out).toBe(out);
  }
  expect([ratio(), readFileSync(file).equals(bytes)]).toEqual([[0, 4], true]);
});

test("a result under the name of another is none", async () => {
  const outs = [];
  for (const n of ["1", "2"]) outs.push((await run("run", "--cached", "rows.reso", "--n", n)).out);
  const [one, other] = results().map((name) => join(folder, "cache", "results", name));
  const bytes = readFileSync(one);
  writeFileSync(one, readFileSync(other));
  writeFileSync(other, bytes);
  for (const [index, n] of ["1", "2"].entries()) {
    expect((await run("run", "--cached", "rows.reso", "--n", n)).out).toBe(outs[index]);
  }
});

test("the command tells what is kept and how often it was there, and clears it", async () => {
  for (let k = 0; k < 3; k++) await run("run", "--cached", "rows.reso");
  const { out } = await run("cache");
  expect(out).toMatch(/; 1 result, \d+\.\d KiB\n2 of 3 results asked for were there\n$/u);
  expect((await run("cache", "--clear")).out).toMatch(/^removed: .*; 1 result, /u);
  expect([keptResults(join(folder, "cache")).count, ratio()]).toEqual([0, [0, 0]]);
});

test("there are never too many files, and no more bytes than are allowed", () => {
  const kept = join(folder, "kept");
  const bounds = { entries: 16, bytes: 4096, entryBytes: 2000 };
  for (let name = 0; name < 100; name++) {
    keep(kept, `${name}`, Buffer.alloc(10), bounds);
    expect(keptIn(kept).count).toBeLessThanOrEqual(bounds.entries);
  }
  expect(keptIn(kept).count).toBeGreaterThanOrEqual(bounds.entries / 2);
  for (let name = 0; name < 20; name++) {
    keep(kept, `large${name}`, Buffer.alloc(1000), bounds);
    expect(keptIn(kept).bytes).toBeLessThanOrEqual(bounds.bytes);
  }
  keep(kept, "too large", Buffer.alloc(2001), bounds);
  expect(readdirSync(kept)).not.toContain("too large");
  expect(resultCache(null)).toBeNull();
});
