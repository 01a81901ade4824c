/**
 * Reads parameters of the program once, where a function reads them in a loop: they stay what they
 * are, which a reader of a shared memory cannot know.
 *
 * Invariants: what reads a parameter neither charges nor traps, so it may stand anywhere.
 */

import { entryOf } from "../bytecode/instruction.ts";
import type { Instruction, Mnemonic } from "../bytecode/instruction.ts";
import type { Kind } from "../types/register-kind.ts";
import type { ExpandedCode } from "./inline.ts";

/** Parameters that get a register of their own: each costs a load at every call. */
const MOST_HOISTED = 8;

const READERS: ReadonlySet<Mnemonic> = new Set<Mnemonic>([
  "int_parameter",
  "float_parameter",
  "bool_parameter",
]);

interface Reading {
  readonly read: Instruction;
  readonly register: number;
}

/** The instruction that reads a parameter into a register, and that copies it from there. */
function readingOf(instruction: Instruction, d: number, a: number) {
  switch (instruction.op) {
    case "int_parameter":
      return { kind: "i", read: { ...instruction, d: a }, copy: { op: "int_move", d, a } } as const;
    case "float_parameter":
      return {
        kind: "f",
        read: { ...instruction, d: a },
        copy: { op: "float_move", d, a },
      } as const;
    case "bool_parameter":
      return {
        kind: "b",
        read: { ...instruction, d: a },
        copy: { op: "bool_move", d, a },
      } as const;
    default:
      return null;
  }
}

/** The same code, with the parameters of the program that its loops read read at its start. */
export function hoistParameters(owner: ExpandedCode): ExpandedCode {
  if (!owner.code.some(({ op }) => READERS.has(op))) return owner;
  const registers: { kind: Kind; type: number | null }[] = [...owner.registers];
  const readings = new Map<number, Reading>();
  const structures: boolean[] = [];
  let loops = 0;
  const code = owner.code.map((instruction) => {
    const { flow } = entryOf(instruction.op);
    if (flow === "open") {
      structures.push(instruction.op === "loop");
      if (instruction.op === "loop") loops++;
    } else if (flow === "end" && structures.pop() === true) loops--;
    if (loops === 0 || !("parameter" in instruction)) return instruction;
    const { parameter, d } = instruction;
    const register = readings.get(parameter)?.register ?? registers.length;
    const reading = readingOf(instruction, d, register);
    const isFull = readings.size === MOST_HOISTED && !readings.has(parameter);
    if (reading === null || isFull) return instruction;
    if (register === registers.length) registers.push({ kind: reading.kind, type: null });
    readings.set(parameter, { read: reading.read, register });
    return reading.copy;
  });
  if (readings.size === 0) return owner;
  const reads = [...readings.values()].map(({ read }) => read);
  // behind `enter`, which stands first
  const place = <Item>(items: readonly Item[], inserted: readonly Item[]): Item[] => [
    items[0],
    ...inserted,
    ...items.slice(1),
  ];
  return {
    ...owner,
    registers,
    code: place(code, reads),
    sites: place(
      owner.sites,
      reads.map(() => owner.sites[0]),
    ),
    frames: place(
      owner.frames,
      reads.map(() => null),
    ),
    lends: new Set([...owner.lends].map((index) => index + reads.length)),
  };
}
