/** Marks change nothing of a run, and tell where it is; a sampler adds up what it finds there. */

import { expect, test } from "vitest";
import type { Module, ModuleValue, VerifiedModule } from "../../src/machine/bytecode/module.ts";
import { type Place, placeOf, siteBases, STACK_PLACES } from "../../src/machine/bytecode/site.ts";
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
import { stepThrough } from "../../src/machine/step-through.ts";
import { GREEDY } from "./tiers/greedy.ts";
import { readPrograms, TEST_LIMITS, verifiedProgram } from "./tiers/programs.ts";

const LIMITS = { ...TEST_LIMITS, fuel: 200_000 };

const programs = [
  ...readPrograms().map(({ title, verified }) => [title, verified] as const),
  ...Object.entries(GREEDY).map(([title, { text }]) => [title, verifiedProgram(text)] as const),
];

/** Which line a site is on. */
type LineOf = (site: number) => number;
/** The most that marks can tell. */
const apart: LineOf = (site) => site;
/** Few lines that come again and again: a mark may be left out where the line is the same. */
const mixed: LineOf = (site) => (site * 7) % 3;

function marksOf(
  verified: VerifiedModule,
  parameters: readonly ModuleValue[],
  lineOf: LineOf = apart,
): Marked | null {
  const { functions } = verified.module;
  const sites = functions.reduce((sum, { code }) => sum + code.length, 0);
  const lines = Int32Array.from({ length: sites }, (_, site) => lineOf(site));
  return markProgram(verified, parameters, LIMITS, lines);
}

function ran(verified: VerifiedModule, parameters: readonly ModuleValue[], tier: Tier): RunResult {
  return run(verified, { parameters, limits: LIMITS, tier });
}

function opOf({ functions }: Module, { functionIndex, instructionIndex }: Place): string {
  return functions[functionIndex].code[instructionIndex].op;
}

const view = (): DataView => new DataView(memoryOfRuns().buffer);

/** What the host tells of the stack is not that of a program with marks. */
function withoutStack({ trap, ...rest }: RunResult): unknown {
  return { ...rest, trap: trap === null ? null : { ...trap, stack: [] } };
}

const cases = [apart, mixed].flatMap((lineOf) =>
  programs.map(([title, verified]) => [`${title} (${lineOf.name})`, verified, lineOf] as const),
);

test.each(cases)("marks change nothing, and tell where a trap is: %s", (_, plain, lineOf) => {
  const { module } = plain;
  const verified = { module } as VerifiedModule;
  const parameters = module.parameters.map((each) => each.default!);
  const marked = marksOf(verified, parameters, lineOf);
  const result = ran(verified, parameters, "wasm");
  const sites = marked === null ? [] : sitesMarked(view(), marked, LIMITS);
  const told = ran(plain, parameters, "interpreter");
  expect(withoutStack(result)).toEqual(withoutStack(told));
  if (told.trap === null || marked === null) return;
  expect(sites).not.toBeNull();
  const bases = siteBases(module);
  const { functionIndex, instructionIndex, stack } = told.trap;
  const op = opOf(module, told.trap);
  const [innermost, ...callers] = sites!;
  const callersOf = (some: readonly number[]): unknown =>
    some.slice(0, STACK_PLACES - 1).map((site) => placeOf(bases, site));
  // a call that is not paid has not begun
  if (op === "enter") {
    expect(callersOf(sites!)).toEqual(stack.slice(1));
    return;
  }
  expect(placeOf(bases, innermost).functionIndex).toBe(functionIndex);
  expect(callersOf(callers)).toEqual(stack.slice(1));
  // what only pays has no mark of its own
  if (op !== "end") {
    expect(lineOf(innermost)).toBe(lineOf(bases[functionIndex] + instructionIndex));
  }
});

/** What stands here does nothing but pay, and is not marked. */
const UNMARKED: ReadonlySet<string> = new Set(["enter", "block", "else", "end"]);
const FUELS = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597, 2584, 4181];

/** The site of the last marked instruction that a run with so much fuel has begun. */
function lastBegun(
  verified: VerifiedModule,
  parameters: readonly ModuleValue[],
  fuel: number,
): number {
  const { module } = verified;
  const bases = siteBases(module);
  let last = 0;
  stepThrough(
    verified,
    parameters,
    { ...LIMITS, fuel },
    {
      before: ({ functionIndex, instructionIndex }) => {
        if (UNMARKED.has(opOf(module, { functionIndex, instructionIndex }))) return;
        last = bases[functionIndex] + instructionIndex;
      },
      after: () => undefined,
    },
  );
  return last;
}

test.each(cases)("wherever the fuel ends, the last mark is right: %s", (_, plain, lineOf) => {
  const { module } = plain;
  const verified = { module } as VerifiedModule;
  const parameters = module.parameters.map((each) => each.default!);
  const marked = marksOf(verified, parameters, lineOf);
  if (marked === null) return;
  for (const fuel of FUELS) {
    clearMark(memoryOfRuns(), marked);
    const { trap } = run(verified, { parameters, limits: { ...LIMITS, fuel }, tier: "wasm" });
    const [innermost] = sitesMarked(view(), marked, LIMITS)!;
    // a call that stands in the caller's code is told with what is called
    if (trap === null || opOf(module, trap) === "enter") continue;
    expect([fuel, lineOf(innermost)]).toEqual([fuel, lineOf(lastBegun(plain, parameters, fuel))]);
  }
});

/** Programs that trap, each line with the number that it has for the marks. */
const MEETINGS = {
  "behind a part that was not taken": `0 fn main() {
0   var n = [1, 2].length()
0   if n > 2 {
1     n += 1
0   }
1   print 1 % (n - 2)
0 }`,
  "in the other part": `0 fn main() {
0   var n = [1, 2].length()
0   if n > 2 {
1     n += 1
0   } else {
1     n = 1 % (n - 2)
0   }
0   print n
0 }`,
  "at the beginning of a turn": `0 fn main() {
0   var n = [1, 2].length()
0   while true {
0     print 1 % n
1     n -= 1
0   }
0 }`,
  "in the second of two equal calls": `0 fn inverse(n: Int) -> Int { 1 % n }
0 fn main() {
0   print inverse([1].length()) + inverse([1].length() - 1)
0 }`,
  // some of the calls stand in the caller's code, so only one of these is behind a real one
  ...Object.fromEntries(
    [1, 2, 3, 4, 5, 6, 7, 8].map((n) => [
      `behind a call, ${n} deep`,
      `0 fn deep(n: Int) -> Int { if n == 0 { 9_007_199_254_740_991 } else { 1 + deep(n - 1) } }
0 fn main() { print deep(${n}) }`,
    ]),
  ),
};

test.each(Object.entries(MEETINGS))("a mark is right %s", (_, numbered) => {
  const rows = numbered.split("\n");
  const text = rows.map((row) => row.slice(2)).join("\n");
  const verified = verifiedProgram(text);
  const { functions } = verified.module.debug!;
  const numbers = functions.flatMap(({ spans }) =>
    spans.map(({ start }) => Number(rows[text.slice(0, start).split("\n").length - 1][0])),
  );
  const marked = marksOf(verified, [], (site) => numbers[site])!;
  expect(ran(verified, [], "wasm").trap).not.toBeNull();
  const found = sitesMarked(view(), marked, LIMITS);
  const { trap } = ran(verified, [], "interpreter");
  const bases = siteBases(verified.module);
  const [innermost, ...callers] = trap!.stack.map(
    ({ functionIndex, instructionIndex }) => bases[functionIndex] + instructionIndex,
  );
  expect(numbers[found![0]]).toBe(numbers[innermost]);
  expect(found!.slice(1)).toEqual(callers);
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
