/**
 * Both tiers give the same result, bit for bit, for every program here and at every limit; the
 * results stand in programs/*.result, which `UPDATE=1` writes anew.
 */
import { expect, test } from "vitest";
import { placeOf, siteBases } from "../../../src/machine/bytecode/site.ts";
import { entryOf, mnemonicOf, MNEMONICS } from "../../../src/machine/bytecode/instruction.ts";
import type { VerifiedModule } from "../../../src/machine/bytecode/module.ts";
import { createExecution, advance } from "../../../src/machine/interpreter/execution.ts";
import { startRegion } from "../../../src/machine/region.ts";
import { TRAPS } from "../../../src/machine/trap.ts";
import type { TrapName } from "../../../src/machine/trap.ts";
import { describe, findDifference, readPrograms, runProgram, TEST_LIMITS } from "./programs.ts";

const programs = readPrograms();
const files = [...new Set(programs.map(({ file }) => file))];

for (const file of files) {
  test(`${file} gives what stands beside it`, async () => {
    const report = programs
      .filter((program) => program.file === file)
      .map(
        ({ title, verified }) => `; ${title}\n${describe(verified, runProgram(verified, "wasm"))}`,
      )
      .join("---\n");
    await expect(report).toMatchFileSnapshot(`programs/${file.replace(".txt", ".result")}`);
  });
}

/** All numbers from 0 up to a limit when they are few, else so many of them, ends included. */
function spread(limit: number, count: number): readonly number[] {
  if (limit <= count) return Array.from({ length: limit + 1 }, (_, index) => index);
  return Array.from({ length: count }, (_, index) => Math.floor((index * limit) / (count - 1)));
}

for (const program of programs) {
  const name = `${program.file}, ${program.title}`;
  test(`${name}: equal in both tiers at every limit`, () => {
    expect(findDifference(program.verified, {})).toBeNull();
    const { fuelUsed, memoryPeakBytes, trap } = runProgram(program.verified, "wasm");
    const endsSoon = fuelUsed < 100_000;
    for (const fuel of spread(fuelUsed, endsSoon ? 150 : 4))
      expect(findDifference(program.verified, { fuel })).toBeNull();
    if (trap !== null) return;
    for (const memory of spread(memoryPeakBytes, 40))
      expect(findDifference(program.verified, { memory })).toBeNull();
    for (const depth of spread(2000, 40))
      expect(findDifference(program.verified, { depth })).toBeNull();
    for (const output of spread(600, 40))
      expect(findDifference(program.verified, { output })).toBeNull();
  });
}

/** The mnemonics that the interpreter comes by, one step at a time. */
function mnemonicsRun(verified: VerifiedModule): ReadonlySet<string> {
  const { module } = verified;
  const parameters = module.parameters.map(({ default: value }) => value!);
  const region = startRegion(module, parameters, TEST_LIMITS);
  const execution = createExecution(verified, region, TEST_LIMITS);
  const { state } = execution;
  const bases = siteBases(module);
  const seen = new Set<string>();
  for (let steps = 0; steps < 3000; steps++) {
    const place = placeOf(bases, state.program.sites[state.pc]);
    const { op } = module.functions[place.functionIndex].code[place.instructionIndex];
    expect(entryOf(op).code).toBe(state.program.code[state.pc]);
    seen.add(op);
    if (advance(execution, 1) !== "running") break;
  }
  return seen;
}

/** The only instruction that becomes no word of prepared code. */
const WITHOUT_WORDS = "block";

test("every instruction is run by some program", () => {
  const seen = new Set(programs.flatMap(({ verified }) => [...mnemonicsRun(verified)]));
  expect(MNEMONICS.filter((op) => !seen.has(op) && op !== WITHOUT_WORDS)).toEqual([]);
});

/** Traps that only primitives have. */
const TRAPS_OF_PRIMITIVES: ReadonlySet<TrapName> = new Set([
  "lengths",
  "tooFew",
  "rate",
  "phase",
  "graph",
  "edge",
  "selfLoop",
  "argument",
  "steps",
  "every",
  "separator",
  "weights",
  "slice",
  "backwards",
  "scalar",
  "truncation",
]);

test("every trap of an instruction happens in some program", () => {
  const seen = new Set(
    programs.map(({ verified }) => runProgram(verified, "wasm").trap?.code ?? 0),
  );
  const names = (Object.keys(TRAPS) as TrapName[]).filter(
    (name) => !seen.has(TRAPS[name].code) && !TRAPS_OF_PRIMITIVES.has(name),
  );
  expect(names).toEqual([]);
});

test("codes are unique and lead back to their mnemonics", () => {
  for (const op of MNEMONICS) expect(mnemonicOf(entryOf(op).code)).toBe(op);
  const codes = Object.values(TRAPS).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
