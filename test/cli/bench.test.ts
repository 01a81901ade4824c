/** `resolang bench --compare`: what it says does not depend on how fast anything is here. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compareMeasured } from "../../cli/testing/compare-measured.ts";
import { call, type Called } from "./script.ts";

const bench = (milliseconds: number, lower: number, upper: number) => ({
  name: "b",
  milliseconds,
  lower,
  upper,
  fuel: 1,
  memoryBytes: 0,
});

test.each([
  ["half the time", bench(5, 4.9, 5.1), bench(10, 9.9, 10.1), 0.5, "faster"],
  ["twice the time", bench(10, 9.9, 10.1), bench(5, 4.9, 5.1), 2, "slower"],
  ["quartiles that touch", bench(8, 7, 9), bench(10, 9, 11), 0.8, "no difference"],
  ["quartiles apart", bench(8, 7, 8.9), bench(10, 9, 11), 0.8, "faster"],
  ["little, however exact", bench(10.4, 10.4, 10.4), bench(10, 10, 10), 1.04, "no difference"],
  ["a twentieth", bench(10.5, 10.5, 10.5), bench(10, 10, 10), 1.05, "slower"],
  ["no time at all before", bench(1, 1, 1), bench(0, 0, 0), 1, "no difference"],
])("%s", (_, now, before, ratio, verdict) => {
  expect(compareMeasured(now, before)).toEqual({ before, ratio, verdict });
});

const PROGRAM = `fn sum(n: Int) -> Int {
  var found = 0
  for i in 0..n { found += i }
  found
}

fn main() {}

bench "few" { sum(10) }

bench "more" { sum(1_000) }
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "resolang-bench-"));
  writeFileSync(join(folder, "b.reso"), PROGRAM);
});
afterAll(() => rmSync(folder, { recursive: true }));

const benched = (...words: readonly string[]): Promise<Called> =>
  call(["bench", "b.reso", ...words], { folder });

test("a program is measured, changed, and compared", async () => {
  const kept = await benched("--json");
  expect([kept.err, kept.exit]).toEqual(["", 0]);
  const { benches, ...rest } = JSON.parse(kept.out) as { readonly benches: readonly object[] };
  const [few, more] = benches as readonly { readonly fuel: number }[];
  // as if the one had taken for ever then, and the other no time
  const ages = { milliseconds: 9e6, lower: 8e6, upper: 1e7 };
  const noTime = { milliseconds: 9e-9, lower: 8e-9, upper: 1e-8 };
  const before = [
    { ...few, ...ages },
    { ...more, ...noTime },
  ];
  writeFileSync(join(folder, "before.json"), JSON.stringify({ ...rest, benches: before }));
  writeFileSync(
    join(folder, "b.reso"),
    `${readFileSync(join(folder, "b.reso"), "utf8").replace("sum(10)", "sum(20)")}
bench "another" { 1 + 1 }
`,
  );
  const { out, err, exit } = await benched("--compare", "before.json");
  expect([err, exit]).toEqual(["", 0]);
  const [heading, ...lines] = out.split("\n");
  expect(heading).toMatch(/^bench +time +quartiles +fuel +time was +now +verdict +fuel was$/);
  expect(lines[0]).toMatch(new RegExp(`^b.reso: few .* × [\\d.e-]+ +faster +${few.fuel}$`));
  expect(lines[1]).toMatch(/^b.reso: more .* 0\.0+900 µs +× [\d.e+]+ +slower +the same$/);
  expect(lines[2]).toMatch(/^b.reso: another .* new$/);
  const told = await benched("--compare", "before.json", "--json");
  writeFileSync(join(folder, "now.json"), told.out);
  expect((JSON.parse(told.out) as { readonly benches: unknown }).benches).toMatchObject([
    { name: "b.reso: few", verdict: "faster", before: before[0] },
    { name: "b.reso: more", verdict: "slower", before: before[1] },
    { name: "b.reso: another" },
  ]);
  // what compares can be compared with, and what was measured otherwise says so
  const other = await benched("--compare", "now.json", "--tier", "interpreter");
  expect([other.err, other.exit]).toEqual([
    "note: what it is compared with was measured with --tier wasm\n",
    0,
  ]);
});

test("a bench is the same however its file is named, and one that is gone is told", async () => {
  const kept = await benched("--json");
  const { benches, ...rest } = JSON.parse(kept.out) as { readonly benches: { name: string }[] };
  const before = [
    ...benches.map((each) => ({ ...each, name: `./${each.name}` })),
    { ...benches[0], name: "b.reso: of old", milliseconds: 1.5 },
    { ...benches[0], name: "c.reso: of a file that is not asked for" },
  ];
  writeFileSync(join(folder, "typed.json"), JSON.stringify({ ...rest, benches: before }));
  const { out, err, exit } = await benched("--compare", "typed.json");
  expect([err, exit]).toEqual(["", 0]);
  expect(out).not.toMatch(/ new$/m);
  expect(out.split("\n").slice(-3)).toEqual([
    "gone: b.reso: of old, which took 1.50 ms",
    "3 benches measured",
    "",
  ]);
  const path = join(folder, "sub/../b.reso");
  const whole = await call(["bench", path, "--compare", "typed.json", "--json"], { folder });
  expect(JSON.parse(whole.out)).toMatchObject({
    benches: [{ before: before[0] }, { before: before[1] }, { before: before[2] }],
    gone: ["b.reso: of old"],
  });
  const few = await benched("--compare", "typed.json", "--filter", "few");
  expect(few.out).not.toContain("gone");
});
