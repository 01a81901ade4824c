/**
 * Loops in two versions give the same as the interpreter at every fuel limit, whichever version
 * runs: when fuel ends, when lists are too short, when what is changed is shared.
 */
import { describe, expect, test } from "vitest";
import { siteBases } from "../../../src/machine/bytecode/site.ts";
import type { VerifiedModule } from "../../../src/machine/bytecode/module.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { analyse } from "../../../src/machine/wasm/analyse.ts";
import { hoistParameters } from "../../../src/machine/wasm/hoist.ts";
import { expand } from "../../../src/machine/wasm/inline.ts";
import type { LoopVersion } from "../../../src/machine/wasm/version.ts";
import { compileProgram } from "../../../src/pipeline.ts";
import { compileHinted } from "../../../cli/compile-hinted.ts";
import type { Limits } from "../../../src/machine/limits.ts";
import { run, type Tier, TIERS } from "../../../src/machine/run.ts";
import { fingerprint, TEST_LIMITS } from "../tiers/programs.ts";

function verifiedFrom(text: string): VerifiedModule {
  const { module, diagnostics } = compileProgram({ path: "program.reso", text });
  if (module === null) throw new Error(JSON.stringify(diagnostics));
  const verdict = verify(module);
  if (!("verified" in verdict)) throw new Error(verdict.refusal.message);
  return verdict.verified;
}

function runIn(verified: VerifiedModule, tier: Tier, limits: Partial<Limits> = {}) {
  const parameters = verified.module.parameters.map(({ default: value }) => value!);
  const input = { parameters, limits: { ...TEST_LIMITS, ...limits }, tier };
  return run(verified, { ...input, compile: compileHinted });
}

/** What both tiers give under limits: the same. */
function results(verified: VerifiedModule, limits: Partial<Limits>): ReadonlySet<string> {
  return new Set(TIERS.map((tier) => fingerprint(runIn(verified, tier, limits))));
}

function versionsOf({ module }: VerifiedModule): readonly LoopVersion[] {
  const bases = siteBases(module);
  return module.functions.flatMap((_, index) => {
    const owner = hoistParameters(expand(module, index, bases));
    return [...analyse(module, owner).versions.values()];
  });
}

/** What a loop in the program tests where it is entered. */
type Tests = Partial<
  Record<"long" | "unique", number> & Record<"isFromZero" | "isBelow" | "depth", boolean>
>;

interface Case {
  readonly name: string;
  readonly text: string;
  readonly tests: Tests;
}

const DOT = `output dot: Float
fn dot(a: List[Float], b: List[Float]) -> Float {
  var sum = 0.0
  for i in 0..a.length() { sum += a[i] * b[i] }
  sum
}
`;

const CASES: readonly Case[] = [
  {
    name: "a range whose end is not reached",
    tests: {},
    text: `output sum: Int
fn main() {
  var sum = 0
  for i in 0..40 { sum += i * i }
  emit sum = sum
}`,
  },
  {
    name: "a range whose end is reached",
    tests: {},
    text: `param last: Int = 30 in 0..=1000
output sum: Int
fn main() {
  var sum = 0
  for i in 3..=last { sum += i }
  for i in 9..=last - 25 { sum += i }
  emit sum = sum
}`,
  },
  {
    name: "steps of more than one, past the end",
    tests: {},
    text: `param step: Int = 7 in 1..=100
output sum: Int
fn main() {
  var sum = 0
  var i = 2
  while i <= 100 {
    sum += i
    i += step
  }
  emit sum = sum
}`,
  },
  {
    name: "a loop that is left early",
    tests: {},
    text: `output found: Int
fn first(limit: Int) -> Int {
  for i in 0..limit { if i * i > 300 { return i } }
  0 - 1
}
fn main() { emit found = first(1000) + first(5) }`,
  },
  {
    name: "functions put in: their charges and their depth",
    tests: { depth: true },
    text: `output sum: Int
fn odd(i: Int) -> Int { if i % 2 == 1 { i } else { 0 } }
fn main() {
  var sum = 0
  for i in 0..40 { sum += odd(i) + odd(i + 1) }
  emit sum = sum
}`,
  },
  {
    name: "two lists, the second as long as the first",
    tests: { long: 1 },
    text: `${DOT}fn main() { emit dot = dot([1.0, 2, 3, 4, 5], [6.0, 7, 8, 9, 10]) }`,
  },
  {
    name: "two lists, the second shorter",
    tests: { long: 1 },
    text: `${DOT}fn main() { emit dot = dot([1.0, 2, 3, 4, 5, 6, 7], [6.0, 7, 8, 9, 10]) }`,
  },
  {
    name: "a list up to a limit that is a number, and one below its start",
    tests: { long: 1 },
    text: `output sum: Int
fn sum(xs: List[Int], start: Int) -> Int {
  var sum = 0
  var i = start
  while i < 6 {
    sum += xs[i]
    i += 1
  }
  sum
}
fn main() {
  emit sum = sum([1, 2, 3, 4, 5, 6], 0)
  emit sum = sum([1, 2, 3, 4, 5, 6], 6)
  emit sum = sum([1, 2, 3, 4, 5, 6], -1)
}`,
  },
  {
    name: "the last place is reached, and the list ends before it",
    tests: { long: 1 },
    text: `output sum: Int
fn sum(xs: List[Int], last: Int) -> Int {
  var sum = 0
  for i in 0..=last { sum += xs[i] }
  sum
}
fn main() {
  emit sum = sum([1, 2, 3, 4, 5, 6], 5)
  emit sum = sum([1, 2, 3, 4, 5, 6], 6)
}`,
  },
  {
    name: "a list that is changed, held once and then twice",
    tests: { unique: 1 },
    text: `output sum: Int
fn squares(var xs: List[Int]) { for i in 0..xs.length() { xs[i] = i * i } }
fn main() {
  var xs = List.filled(9, 1)
  xs.squares()
  var ys = xs
  ys.squares()
  emit sum = xs.fold(0, |sum, x| sum + x) + ys[8]
}`,
  },
  {
    name: "a counter that may start below 0, and does",
    tests: { long: 1, isFromZero: true },
    text: `param start: Int = -2 in -5..=5
param size: Int = 8 in 0..=100
output sum: Int
fn main() {
  let xs = List.filled(size, 3)
  var sum = 0
  var i = start + 2
  while i < 6 {
    sum += xs[i]
    i += 1
  }
  emit sum = sum
  i = start
  while i < 6 {
    sum += xs[i]
    i += 1
  }
  emit sum = sum
}`,
  },
  {
    name: "a test behind what is read, and a counter that starts above the limit",
    tests: { long: 1, isBelow: true },
    text: `param start: Int = 3 in 0..=50
param last: Int = 2 in 0..=50
param size: Int = 3 in 0..=100
output sum: Int
fn main() {
  let xs = List.filled(size, 3)
  var sum = 0
  var i = start
  while true {
    sum += xs[i]
    if i < last { } else { break }
    i += 1
  }
  emit sum = sum
}`,
  },
  {
    name: "a turn that is cut short",
    tests: {},
    text: `output sum: Int
fn main() {
  var sum = 0
  for i in 0..30 {
    if i % 2 == 0 { continue }
    sum += i
  }
  emit sum = sum
}`,
  },
  {
    name: "a loop that overflows",
    tests: {},
    text: `output product: Int
fn main() {
  var product = 1
  for i in 1..100 { product *= i + 1 }
  emit product = product
}`,
  },
];

const reached = ({ depth, ...rest }: LoopVersion, tests: Tests): boolean =>
  rest.long.length >= (tests.long ?? 0) &&
  rest.unique.length >= (tests.unique ?? 0) &&
  rest.isFromZero === (tests.isFromZero ?? rest.isFromZero) &&
  rest.isBelow === (tests.isBelow ?? rest.isBelow) &&
  (tests.depth !== true || depth > 0);

describe.each(CASES)("$name", ({ text, tests }) => {
  const verified = verifiedFrom(text);

  test("has a faster version", () => {
    expect(versionsOf(verified).some((version) => reached(version, tests))).toBe(true);
  });

  test("gives the same at every fuel limit", () => {
    const { fuelUsed } = runIn(verified, "interpreter");
    for (let fuel = 0; fuel <= fuelUsed + 40; fuel += 1) {
      expect(results(verified, { fuel }).size).toBe(1);
    }
    for (const factor of [2, 3, 4, 8, 16, 1000]) {
      expect(results(verified, { fuel: factor * fuelUsed }).size).toBe(1);
    }
  });
});

test.each(CASES.filter(({ tests }) => tests.depth === true))(
  "$name: the same at every depth limit",
  ({ text }) => {
    const verified = verifiedFrom(text);
    for (let depth = 0; depth <= 1200; depth += 8)
      expect(results(verified, { depth }).size).toBe(1);
  },
);

test.each([
  [
    "a turn that makes the counter no larger",
    "var i = 0\n  while i < 50 {\n sum += i\n i += sum % 2\n }",
  ],
  ["a limit that moves", "var (i, n) = (0, 9)\n  while i < n {\n sum += i\n i += 1\n n -= 1\n }"],
  ["a call that is not put in", "for i in 0..9 { sum += fib(i) }"],
  ["a list that grows", "var xs = [1]\n  for i in 0..9 {\n xs.push(i)\n sum += xs[i]\n }"],
])("%s: one version", (_, loop) => {
  const verified = verifiedFrom(`output sum: Int
fn fib(n: Int) -> Int { if n < 2 { n } else { fib(n - 1) + fib(n - 2) } }
fn main() {
  var sum = 1
  ${loop}
  emit sum = sum
}`);
  expect(versionsOf(verified)).toEqual([]);
  const { fuelUsed } = runIn(verified, "interpreter", { fuel: 3000 });
  for (let fuel = 0; fuel <= fuelUsed; fuel += 7) {
    expect(results(verified, { fuel }).size).toBe(1);
  }
});
