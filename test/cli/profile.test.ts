/** `resolang profile` with time: how much there was is the machine's, what it adds up to is not. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TimeProfile } from "../../src/index.ts";
import { profileFacts } from "../../cli/report/profile.ts";
import { ERASE_LINE } from "../../cli/report/progress.ts";
import { call, type Called } from "./script.ts";

/** Whatever the machine does, nearly all of the time is that of the loop in \`rest\`. */
const PROGRAM = `fn rest(n: Int) -> Int {
  var sum = 0
  for i in 0..n {
    sum = (sum * 7 + i) % 1_000_003
  }
  sum
}

fn main() {
  print (0..3).map(rest).fold(0, |a, b| a + b)
  print (0..2).map(|_| rest(20_000_000)).fold(0, |a, b| a + b)
}
`;

interface Cost {
  readonly own: number;
  readonly total: number;
}

interface Share {
  readonly isLibrary: boolean;
  readonly costs: { readonly time?: Cost; readonly fuel?: Cost };
}

interface Told {
  readonly trap: string | null;
  readonly time: { readonly tier: string; readonly milliseconds: number; readonly samples: number };
  readonly fuel: { readonly used: number; readonly untaken: number } | null;
  readonly functions: readonly (Share & { readonly name: string; readonly calls: number | null })[];
  readonly lines: readonly (Share & { readonly path: string; readonly line: number })[];
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "resolang-profile-"));
  writeFileSync(join(folder, "p.reso"), PROGRAM);
});
afterAll(() => rmSync(folder, { recursive: true }));

const profiled = (...words: readonly string[]): Promise<Called> =>
  call(["profile", ...words], { folder });

function sumOf(shares: readonly Share[], measure: "time" | "fuel"): number {
  return shares.reduce((sum, { costs }) => sum + (costs[measure]?.own ?? 0), 0);
}

test.each([[[]], [["--library"]]])(
  "time adds up, and is where the work is: %o",
  async (options) => {
    const { out, err, exit } = await profiled("--by", "time", "--json", ...options, "p.reso");
    expect([err, exit]).toEqual(["", 0]);
    const { time, fuel, functions, lines } = JSON.parse(out) as Told;
    expect(fuel).toBeNull();
    expect(time.tier).toBe("wasm");
    expect(time.samples).toBeGreaterThan(0);
    expect(sumOf(functions, "time")).toBeCloseTo(time.milliseconds, 3);
    expect(sumOf(lines, "time")).toBeCloseTo(time.milliseconds, 3);
    expect(functions[0]).toMatchObject({ name: "rest", calls: null });
    expect([3, 4]).toContain(lines[0].line);
    // the lambda, and the line on which it is mapped, call what takes the time
    const mapping = lines.find(({ path, line }) => path === "p.reso" && line === 11)!;
    expect(mapping.costs.time!.total).toBeGreaterThan(0.9 * time.milliseconds);
    expect(mapping.costs.time!.own).toBeLessThan(0.1 * time.milliseconds);
    expect(lines.some(({ isLibrary }) => isLibrary) && options.length === 0).toBe(false);
  },
);

test("both measures stand side by side, in a table, in a picture and for programs", async () => {
  const words = ["--fuel", "1_000_000", "--svg", "p.svg", "p.reso"];
  const { out, err, exit } = await profiled(...words);
  expect(exit).toBe(3);
  const [names, heading] = out.split("\n");
  expect(names).toMatch(/^ +time +fuel$/);
  expect(heading).toMatch(/^ +own +total +own +total +calls +function$/);
  expect(out).toMatch(/^ +[\d.]+ % +[\d.]+ % +[\d.]+ % +[\d.]+ % +4 +rest +p.reso:1$/m);
  expect(err).toMatch(/^time: \d+ samples? in \d+ runs? of [\d.]+ \S?s in the WebAssembly tier\n/);
  expect(err).toMatch(/instructions, fuel 1_000_000\nthe run ended with trap\[fuel\]\n$/);
  const svg = readFileSync(join(folder, "p.svg"), "utf8");
  expect(svg.match(/<text x="10" y="\d+">p\.reso: .*<\/text>/g)).toHaveLength(2);
  expect(svg).toMatch(/<title>rest: [\d.]+ %, [\d.]+ ms<\/title>/);
  expect(svg).toMatch(/<title>rest: [\d.]+ %, [\d_]+ steps, 1 call<\/title>/);
  const told = JSON.parse((await profiled("--json", ...words)).out) as Told;
  expect(told.trap).toBe("fuel");
  expect(sumOf(told.lines, "fuel") + told.fuel!.untaken).toBe(told.fuel!.used);
  expect(sumOf(told.lines, "time")).toBeCloseTo(told.time.milliseconds, 3);
});

test("the library is told where it is asked for, and else at the lines that call it", async () => {
  const words = ["--by", "fuel", "--fuel", "100_000", "p.reso"];
  const told = async (...options: readonly string[]): Promise<Told> =>
    JSON.parse((await profiled("--json", ...options, ...words)).out) as Told;
  const [folded, whole] = [await told(), await told("--library")];
  const ofLibrary = ({ lines, functions }: Told): number =>
    [...lines, ...functions].filter(({ isLibrary }) => isLibrary).length;
  expect([ofLibrary(folded), ofLibrary(whole) > 3]).toEqual([0, true]);
  for (const { lines, fuel } of [folded, whole]) {
    expect(sumOf(lines, "fuel") + fuel!.untaken).toBe(fuel!.used);
  }
  // `map` and `fold` are called on line 10
  const costOf = ({ lines }: Told): Cost =>
    lines.find(({ path, line }) => path === "p.reso" && line === 10)!.costs.fuel!;
  expect(costOf(folded).own).toBeGreaterThan(costOf(whole).own);
  expect(costOf(folded).total).toBe(costOf(whole).total);
  const { out } = await profiled("--library", ...words);
  expect(out.split("\n").filter((line) => line.includes("prelude/"))).not.toEqual([]);
  expect(out).toMatch(/^ +own +total {2}line of the library$/m);
});

test("counting fuel shows signs of life on a terminal alone", async () => {
  const words = ["profile", "--by", "fuel", "--fuel", "8_000_000", "p.reso"];
  const { err } = await call(words, { folder, columns: 120 });
  const [before, sign, ...rest] = err.split(ERASE_LINE);
  expect([before, rest.length > 0]).toEqual(["", true]);
  expect(sign).toMatch(/^counting fuel: .* steps, .* a second, fuel for .* more$/);
  expect((await call(words, { folder })).err).not.toContain(ERASE_LINE);
});

test("a program that does nothing, and one that does not begin", async () => {
  writeFileSync(join(folder, "nothing.reso"), "fn main() {}\n");
  const nothing = await profiled("nothing.reso");
  expect([nothing.exit, nothing.out]).toEqual([0, expect.stringContaining("100.0 %")]);
  writeFileSync(
    join(folder, "list.reso"),
    'param xs: List[Int] = [1, 2]\nfn main() { print "{xs}" }\n',
  );
  const small = await profiled("--memory", "0", "list.reso");
  expect([small.exit, small.err]).toEqual([3, expect.stringContaining("trap[memory]")]);
});

test.each([
  [0.006, 10_000, true],
  [0.2, 5000, false],
  // A single run, which a trap or a limit has ended.
  [0.006, 1, false],
])("of %f ms in %i runs, what starts and ends one is a part: %o", (milliseconds, runs, isTold) => {
  const root = { functionIndex: 0, calls: 1, own: new Float64Array(0), callees: [] };
  const time = { root, milliseconds, samples: 50, runs } as unknown as TimeProfile;
  const facts = profileFacts({ time, fuel: null }, null);
  expect(facts.some((fact) => fact.startsWith("a run this short"))).toBe(isTold);
});
