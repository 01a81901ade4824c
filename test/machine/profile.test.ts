/** A profile accounts for all the fuel of a run, and tells functions and calls as they were. */

import { expect, test } from "vitest";
import { type CallNode, foldCalls, totalCost } from "../../src/machine/call-tree.ts";
import { profile } from "../../src/machine/profile.ts";
import { run } from "../../src/machine/run.ts";
import { GREEDY } from "./tiers/greedy.ts";
import { readPrograms, TEST_LIMITS, verifiedProgram } from "./tiers/programs.ts";

const LIMITS = { ...TEST_LIMITS, fuel: 200_000 };

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
  expect(totalCost(found.root)).toBe(ran.fuelUsed);
  const { module } = verified;
  for (const isFolded of [() => true, (index: number) => index % 2 === 1]) {
    expect(totalCost(foldCalls(module, found.root, isFolded))).toBe(ran.fuelUsed);
  }
});

const CALLS = `fn fib(n: Int) -> Int { if n < 2 { n } else { fib(n - 1) + fib(n - 2) } }
fn twice(n: Int) -> Int { fib(n) + fib(n) }

fn main() { print twice(10) + fib(3) }
`;

const calls = verifiedProgram(CALLS);

function nameOf(functionIndex: number): string {
  return calls.module.debug!.functions[functionIndex].name;
}

/** The names of a tree, with how often each was called. */
function names(node: CallNode): unknown {
  const callees = [...node.callees.values()].map(names);
  const called = { [nameOf(node.functionIndex)]: node.calls };
  return callees.length > 0 ? { ...called, calls: callees } : called;
}

test("calls are told under the instruction that calls, and recursion once", () => {
  expect(names(profile(calls, [], TEST_LIMITS).root)).toEqual({
    main: 1,
    calls: [{ twice: 1, calls: [{ fib: 177 }, { fib: 177 }] }, { fib: 5 }],
  });
});

test("what a folded function costs is told at the call of it, and so is what it calls", () => {
  const { root } = profile(calls, [], TEST_LIMITS);
  const without = (name: string): CallNode =>
    foldCalls(calls.module, root, (index) => nameOf(index) === name);
  expect(names(without("twice"))).toEqual({ main: 1, calls: [{ fib: 354 }, { fib: 5 }] });
  const [twice, fib] = root.callees.values();
  const folded = without("fib");
  expect(names(folded)).toEqual({ main: 1, calls: [{ twice: 1 }] });
  expect(folded.own[fib.callSite]).toBe(root.own[fib.callSite] + totalCost(fib));
  expect(totalCost([...folded.callees.values()][0])).toBe(totalCost(twice));
});
