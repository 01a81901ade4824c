/** Marks change nothing of a run, and tell where it is; a sampler adds up what it finds there. */

import { expect, test } from "vitest";
import type { ModuleValue, VerifiedModule } from "../../src/machine/bytecode/module.ts";
import { placeOf, siteBases, STACK_PLACES } from "../../src/machine/bytecode/site.ts";
import type { CallNode } from "../../src/machine/call-tree.ts";
import { memoryOfRuns, run, type RunResult, type Tier } from "../../src/machine/run.ts";
import {
  clearMark,
  createSampler,
  type Marked,
  markProgram,
  sitesMarked,
} from "../../src/machine/sampling.ts";
import { CALLS_OFFSET, DEPTH_OFFSET } from "../../src/machine/wasm/marks.ts";
import { GREEDY } from "./tiers/greedy.ts";
import { readPrograms, TEST_LIMITS, verifiedProgram } from "./tiers/programs.ts";

const LIMITS = { ...TEST_LIMITS, fuel: 200_000 };

const programs = [
  ...readPrograms().map(({ title, verified }) => [title, verified] as const),
  ...Object.entries(GREEDY).map(([title, { text }]) => [title, verifiedProgram(text)] as const),
];

/** Every instruction is a line of its own, which is the most that marks can tell. */
function marksOf(verified: VerifiedModule, parameters: readonly ModuleValue[]): Marked | null {
  const { functions } = verified.module;
  const sites = functions.reduce((sum, { code }) => sum + code.length, 0);
  const lines = Int32Array.from({ length: sites }, (_, site) => site);
  return markProgram(verified, parameters, LIMITS, lines);
}

function ran(verified: VerifiedModule, parameters: readonly ModuleValue[], tier: Tier): RunResult {
  return run(verified, { parameters, limits: LIMITS, tier });
}

const view = (): DataView => new DataView(memoryOfRuns().buffer);

/** What the host tells of the stack is not that of a program with marks. */
function withoutStack({ trap, ...rest }: RunResult): unknown {
  return { ...rest, trap: trap === null ? null : { ...trap, stack: [] } };
}

test.each(programs)("marks change nothing, and tell the place of a trap: %s", (_, plain) => {
  const { module } = plain;
  const verified = { module } as VerifiedModule;
  const parameters = module.parameters.map((each) => each.default!);
  const marked = marksOf(verified, parameters);
  const result = ran(verified, parameters, "wasm");
  const sites = marked === null ? [] : sitesMarked(view(), marked, LIMITS);
  const told = ran(plain, parameters, "interpreter");
  expect(withoutStack(result)).toEqual(withoutStack(told));
  if (told.trap === null || marked === null) return;
  expect(sites).not.toBeNull();
  const bases = siteBases(module);
  const found = sites!.slice(0, STACK_PLACES).map((site) => placeOf(bases, site));
  const { functionIndex, instructionIndex, stack } = told.trap;
  switch (module.functions[functionIndex].code[instructionIndex].op) {
    // a call that is not paid has not begun
    case "enter":
      expect(found.slice(0, STACK_PLACES - 1)).toEqual(stack.slice(1));
      break;
    // what only pays has no mark of its own
    case "end":
      expect(found[0].functionIndex).toBe(functionIndex);
      expect(found.slice(1)).toEqual(stack.slice(1));
      break;
    default:
      expect(found).toEqual(stack);
  }
});

const NESTED = verifiedProgram(`fn deep(n: Int) -> Int {
  if n == 0 { panic("here") } else { 1 + deep(n - 1) }
}

fn outer(n: Int) -> Int {
  var sum = 0
  for i in 0..n { sum += deep(i + 20) }
  sum
}

fn main() { print outer(3) }
`);

/** The costs of a tree by function, without what they call. */
function costs({ functionIndex, own, callees }: CallNode): unknown {
  const name = NESTED.module.debug!.functions[functionIndex].name;
  const inner = [...callees.values()].map(costs);
  return [name, own.reduce((sum, cost) => sum + cost), ...inner];
}

test("a sampler adds time to the chain of calls that it finds, and to no other", () => {
  const marked = marksOf(NESTED, [])!;
  const memory = memoryOfRuns();
  clearMark(memory, marked);
  const sampler = createSampler(NESTED, LIMITS, memory, marked);
  sampler.look(1000);
  expect(sampler.found()).toMatchObject({ milliseconds: 0, samples: 0 });
  expect(ran(NESTED, [], "wasm").trap?.message).toBe("panic: here");
  sampler.look(2);
  sampler.look(3);
  const { root, ...found } = sampler.found();
  expect(found).toEqual({ milliseconds: 5, samples: 2 });
  expect(costs(root)).toEqual(["main", 0, ["outer", 0, ["deep", 5]]]);
  clearMark(memory, marked);
  sampler.look(7);
  expect(sampler.found()).toMatchObject({ milliseconds: 5, samples: 2 });
});

test("marks that are just being written tell nothing", () => {
  const marked = marksOf(NESTED, [])!;
  const memory = memoryOfRuns();
  ran(NESTED, [], "wasm");
  const sampler = createSampler(NESTED, LIMITS, memory, marked);
  const depth = view().getInt32(marked.address + DEPTH_OFFSET, true);
  const last = view().getUint32(marked.address, true);
  const caller = marked.address + CALLS_OFFSET + depth + marked.marks[last - 1].cost;
  const call = view().getUint32(caller, true);
  // no mark, one of no call, and one of a call of another function
  const other = marked.marks.findIndex(
    ({ callee }) => callee !== null && callee !== marked.marks[call - 1].callee,
  );
  for (const number of [0, last, other + 1]) {
    view().setUint32(caller, number, true);
    expect(sitesMarked(view(), marked, LIMITS)).toBeNull();
    sampler.look(1);
  }
  view().setUint32(caller, call, true);
  expect(sitesMarked(view(), marked, LIMITS)).not.toBeNull();
  view().setInt32(marked.address + DEPTH_OFFSET, depth + 8, true);
  expect(sitesMarked(view(), marked, LIMITS)).toBeNull();
  expect(sampler.found().samples).toBe(0);
});
