/**
 * How far each elementary function is from the exact value, at most, over random points, points at
 * the ends of what it is defined on, and hard ones.
 *
 * Run: `node scripts/accuracy.ts [--count 2000] [--keep]`; accuracy.py beside it makes the points
 * and needs a Python with mpmath. With `--keep` the worst points of each function, and some of all
 * kinds, become test/engine/accuracy-points.txt, which a test holds the bounds on.
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { argv, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { accuracyTable, exactPoints, measured } from "../test/engine/exact-points.ts";

const POINTS = fileURLToPath(new URL("../test/engine/accuracy-points.txt", import.meta.url));
/** Points that are kept of each function: so many of the worst, and of all. */
const WORST = 30;
const SPREAD = 60;

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    count: { type: "string", default: "2000" },
    keep: { type: "boolean", default: false },
    python: { type: "string", default: "python3" },
  },
});
const maker = fileURLToPath(new URL("accuracy.py", import.meta.url));
const made = execFileSync(values.python, [maker, values.count], {
  encoding: "utf8",
  maxBuffer: 2 ** 30,
});
const found = measured(exactPoints(made));
stdout.write(accuracyTable(found));
if (values.keep) {
  const kept = [...found.values()].flatMap((errors) => {
    const spread = errors.filter((_, index) => index % Math.ceil(errors.length / SPREAD) === 0);
    return [...new Set([...errors.slice(0, WORST), ...spread])].map(({ point }) => point.line);
  });
  writeFileSync(POINTS, `${kept.join("\n")}\n`);
}
