/**
 * A wrong emission of any instruction is found by comparing the tiers over the programs of this
 * repository.
 */
import { expect, test } from "vitest";
import { MNEMONICS } from "../../../src/machine/bytecode/instruction.ts";
import type { Mnemonic } from "../../../src/machine/bytecode/instruction.ts";
import { findDifference, readPrograms } from "../tiers/programs.ts";
import type { Program } from "../tiers/programs.ts";

/** Instructions that do nothing of their own, so cannot do it wrongly. */
const WITHOUT_EFFECT: ReadonlySet<Mnemonic> = new Set(["block", "else", "end"]);

const programs = readPrograms();

const uses = ({ verified }: Program, op: Mnemonic): boolean =>
  verified.module.functions.some(({ code }) => code.some((instruction) => instruction.op === op));

/** A wrong emission may also break the module or its heap: what is thrown is a difference too. */
function isFound({ verified }: Program, mnemonic: Mnemonic): boolean {
  try {
    return findDifference(verified, { fuel: 100_000 }, { plant: { mnemonic } }) !== null;
  } catch {
    return true;
  }
}

for (const op of MNEMONICS.filter((mnemonic) => !WITHOUT_EFFECT.has(mnemonic))) {
  test(`a wrong ${op} is found`, () => {
    expect(programs.some((program) => uses(program, op) && isFound(program, op))).toBe(true);
  });
}
