/**
 * Wrong emissions, for tests that prove that a difference between the tiers is found.
 *
 * What a planted instruction writes is changed afterwards: numbers by one, a Bool is turned, a new
 * reference counted once too often and copied. One that writes nothing is left out; one that leaves
 * stops the program; charges are one too high.
 */

import type { Emission } from "../bytecode/emission.ts";
import { entryOf } from "../bytecode/instruction.ts";
import type { Instruction } from "../bytecode/instruction.ts";
import { OBJECT_COUNT } from "../values/layout.ts";

type AnyOperands = Readonly<Record<string, number | readonly number[]>>;

/** Changes the value in a register so that any later use can tell. */
function perturb(e: Emission, register: number): void {
  const kind = e.kind(register);
  e.get(register);
  if (kind === "i") {
    e.i64(1);
    e.op("i64.add");
  } else if (kind === "f") {
    e.f64(1);
    e.op("f64.add");
  } else if (kind === "b") e.op("i32.eqz");
  else {
    e.get(register);
    e.access("i32.load", OBJECT_COUNT);
    e.i32(1);
    e.op("i32.add");
    e.access("i32.store", OBJECT_COUNT);
    e.get(register);
    e.charged("unique");
  }
  e.set(register);
}

/** Emits an instruction wrongly, but so that the module stays valid. */
export function emitPlanted(e: Emission, instruction: Instruction): void {
  const entry = entryOf(instruction.op);
  const emitRight = (): void => entry.emit(e, instruction as never);
  switch (instruction.op) {
    case "enter":
      return e.enter(instruction.charge + 1);
    case "loop":
      return e.openLoop(instruction.charge + 1);
    case "block":
    case "else":
    case "end":
      // nothing of their own to be wrong about
      return emitRight();
    default:
  }
  if (entry.flow === "open") return emitTurned(e, instruction);
  if (entry.flow === "leave") return e.op("unreachable");
  const written = Object.entries(entry.operands).flatMap(([name, operand]) => {
    const value = (instruction as unknown as AnyOperands)[name];
    return operand.role === "out" || operand.role === "outs" ? value : [];
  });
  const isCall = instruction.op === "call" || instruction.op === "primitive";
  if (written.length === 0 && !isCall) return undefined;
  emitRight();
  for (const register of written) perturb(e, register);
  return undefined;
}

/** An `if` whose condition is turned: the Emission that it gets opens on the opposite. */
function emitTurned(e: Emission, instruction: Instruction): void {
  const turned: Emission = {
    ...e,
    openIf() {
      e.op("i32.eqz");
      e.openIf();
    },
  };
  entryOf(instruction.op).emit(turned, instruction as never);
}
