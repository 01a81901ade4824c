/** A profile accounts for all the fuel of a run, and tells functions and calls as they were. */

import { expect, test } from "vitest";
import { profile, type ProfileNode } from "../../src/machine/profile.ts";
import { run } from "../../src/machine/run.ts";
import { GREEDY } from "./tiers/greedy.ts";
import { readPrograms, TEST_LIMITS, verifiedProgram } from "./tiers/programs.ts";

const LIMITS = { ...TEST_LIMITS, fuel: 200_000 };

function sumOf(node: ProfileNode): number {
  let sum = node.untaken;
  for (const fuel of node.own) sum += fuel;
  for (const callee of node.callees.values()) sum += sumOf(callee);
  return sum;
}

const programs = [
  ...readPrograms().map(({ title, verified }) => [title, verified] as const),
  ...Object.entries(GREEDY).map(([title, { text }]) => [title, verifiedProgram(text)] as const),
];

test.each(programs)("all fuel is accounted for: %s", (_, verified) => {
  const parameters = verified.module.parameters.map((each) => each.default!);
  const ran = run(verified, { parameters, limits: LIMITS, tier: "wasm" });
  const found = profile(verified, parameters, LIMITS);
  expect(found.trapCode).toBe(ran.trap?.code ?? null);
  expect(found.fuelUsed).toBe(ran.fuelUsed);
  expect(sumOf(found.root)).toBe(ran.fuelUsed);
});

test("calls are told under their caller, and recursion once", () => {
  const text = `fn fib(n: Int) -> Int { if n < 2 { n } else { fib(n - 1) + fib(n - 2) } }
fn twice(n: Int) -> Int { fib(n) + fib(n) }

fn main() { print twice(10) + fib(3) }
`;
  const verified = verifiedProgram(text);
  const { functions } = verified.module.debug!;
  const names = (node: ProfileNode): unknown => ({
    [functions[node.functionIndex].name]: node.calls,
    ...(node.callees.size > 0 ? { calls: [...node.callees.values()].map(names) } : {}),
  });
  expect(names(profile(verified, [], TEST_LIMITS).root)).toEqual({
    main: 1,
    calls: [{ twice: 1, calls: [{ fib: 354 }] }, { fib: 5 }],
  });
});
