/**
 * Finds references that need no count of their own: read out of a list, a record or a case of an
 * enum, looked at, and given up again while whoever held the object goes on holding it.
 *
 * Between the two stand only instructions that nobody could tell the difference by: none tests or
 * gives up a count that somebody else holds, and none changes or frees an object that could be the
 * one that is lent. So the count need not go up and down.
 * Invariants: the reference is given up at the same place of the structured code where it was read,
 * and no way out leads around that.
 */

import { entryOf } from "../bytecode/instruction.ts";
import type { Instruction, Mnemonic } from "../bytecode/instruction.ts";
import type { Certainty } from "../bytecode/emission.ts";
import type { Module } from "../bytecode/module.ts";
import { operandsOf, valuesOf } from "../bytecode/operand-list.ts";
import type { ExpandedCode } from "./inline.ts";
import { LOOKS } from "./looks.ts";

/** Instructions that are looked at behind one read, which bounds the work. */
const FARTHEST = 300;

/** Those with operands that are references, and that only read or count them. */
const READERS: ReadonlySet<Mnemonic> = new Set<Mnemonic>([...LOOKS, "ref_dup"]);

/** Those that change the scalars of an object, and nothing else when it is unique. */
export const CHANGERS: ReadonlySet<Mnemonic> = new Set<Mnemonic>([
  "list_set_int",
  "list_set_float",
  "list_set_bool",
  "record_set_int",
  "record_set_float",
  "record_set_bool",
]);

interface Search {
  readonly module: Module;
  readonly owner: ExpandedCode;
  readonly certainties: readonly (Certainty | undefined)[];
  /** Where what was lent is given up. */
  readonly returned: Set<number>;
}

/** Whether an instruction has operands that are no references only. */
function isScalar({ owner }: Search, instruction: Instruction): boolean {
  const values = valuesOf(instruction);
  const isOne = (register: number): boolean => owner.registers[register].kind !== "r";
  return operandsOf(instruction.op).every(({ name, what }) => {
    if (what !== null) return true;
    const value = values[name] as number | readonly number[];
    return typeof value === "number" ? isOne(value) : value.every(isOne);
  });
}

/** Whether no argument of a call is given away or may be changed, and no result is a reference. */
function onlyReads({ module, owner }: Search, instruction: Instruction): boolean {
  if (instruction.op !== "call") return false;
  const { parameters } = module.functions[instruction.function];
  return (
    parameters.every(({ ownership }) => ownership === null || ownership === "borrow") &&
    instruction.results.every((register) => owner.registers[register].kind !== "r")
  );
}

function isNeutral(search: Search, index: number, instruction: Instruction): boolean {
  if (READERS.has(instruction.op) || search.owner.lends.has(index)) return true;
  if (search.returned.has(index)) return true;
  if (CHANGERS.has(instruction.op)) return search.certainties[index]?.isUnique === true;
  return isScalar(search, instruction) || onlyReads(search, instruction);
}

const labelOf = (instruction: Instruction): number | null =>
  instruction.op === "break" || instruction.op === "continue" ? instruction.label : null;

/** Where the reference in a register that was read at `start` is given up, or null. */
function giveUpOf(search: Search, start: number, register: number): number | null {
  const { code } = search.owner;
  let nesting = 0;
  const last = Math.min(code.length, start + FARTHEST);
  for (let index = start + 1; index < last; index++) {
    const instruction = code[index];
    if (instruction.op === "ref_drop" && instruction.a === register) {
      return nesting === 0 ? index : null;
    }
    const { flow } = entryOf(instruction.op);
    if (flow === "open") nesting++;
    else if (flow === "end") nesting--;
    if (nesting < 0 || (flow === "else" && nesting === 0) || instruction.op === "return") {
      return null;
    }
    const label = labelOf(instruction);
    if (label !== null && label >= nesting) return null;
    if (!isNeutral(search, index, instruction)) return null;
  }
  return null;
}

/** The indices of reads that lend, and of where what is lent is given up. */
export function findLent(
  module: Module,
  owner: ExpandedCode,
  certainties: readonly (Certainty | undefined)[],
): ReadonlySet<number> {
  const search: Search = { module, owner, certainties, returned: new Set() };
  const reads = new Set<number>();
  // backwards, so that what lies within is found before what lies around it
  for (let index = owner.code.length - 1; index >= 0; index--) {
    const instruction = owner.code[index];
    if (!LENDERS.has(instruction.op)) continue;
    const registers = readsOf(owner, instruction);
    if (registers.length > 0 && areLent(search, index, registers)) reads.add(index);
  }
  for (const index of search.returned) reads.add(index);
  return reads;
}

/** Those that read references out of another object. */
const LENDERS: ReadonlySet<Mnemonic> = new Set<Mnemonic>([
  "list_get_ref",
  "record_get_ref",
  "if_case",
]);

/** The references that an instruction reads out of another object. */
function readsOf({ registers }: ExpandedCode, instruction: Instruction): readonly number[] {
  if (instruction.op === "list_get_ref" || instruction.op === "record_get_ref") {
    return [instruction.d];
  }
  if (instruction.op !== "if_case") return [];
  return instruction.fields.filter((register) => registers[register].kind === "r");
}

/** Whether all of them can be lent: those that are given up first let the others be. */
function areLent(search: Search, index: number, registers: readonly number[]): boolean {
  const ends: number[] = [];
  let rest = registers;
  for (;;) {
    let end: number | null = null;
    const register = rest.find((each) => {
      end = giveUpOf(search, index, each);
      return end !== null;
    });
    if (register === undefined || end === null) break;
    ends.push(end);
    search.returned.add(end);
    rest = rest.filter((each) => each !== register);
  }
  if (rest.length === 0) return true;
  for (const end of ends) search.returned.delete(end);
  return false;
}
