/**
 * What one instruction's entry says; the tables in instructions/ are made of these.
 *
 * Not here: the union of all instructions and look-up by code (instruction.ts), operand shapes
 * (operand.ts).
 */

import type { TrapName } from "../trap.ts";
import type { Emission } from "./emission.ts";
import type { Operand } from "./operand.ts";

/** Operands by name; the order of the keys is the order in the encoding. */
export type Operands = Readonly<Record<string, Operand>>;

type OperandValue<O extends Operand> = O extends { readonly role: "outs" | "ins" }
  ? readonly number[]
  : O extends { readonly what: "bool" }
    ? boolean
    : number;

/**
 * The values an instruction carries: register and table indices, constants, and lists of registers.
 */
export type OperandValues<O extends Operands> = {
  readonly [Name in keyof O]: OperandValue<O[Name]>;
};

/**
 * How an instruction stands in the structured code: `next` goes on; `open` opens a structure;
 * `else` and `end` divide and close it; after `leave` (break, continue, return, fail) comes `else`
 * or `end`.
 */
export type Flow = "next" | "open" | "else" | "end" | "leave";

/**
 * Words that preparing code for the interpreter adds behind the operands: where a branch goes, the
 * charge of the loop it goes back to, the cost of the frame, how many registers the caller has, the
 * word after the call, the type in the header of the objects of a case.
 */
export type ResolvedWord = "target" | "charge" | "cost" | "registers" | "after" | "header";

export interface InstructionEntry<O extends Operands = Operands> {
  /** The byte in a module; never reused. */
  readonly code: number;
  readonly operands: O;
  readonly flow: Flow;
  /**
   * What it adds to the charge of its region. Bulk work inside charges on its own, by size
   * (machine/bulk-costs.ts).
   */
  readonly fuel: number;
  readonly traps: readonly TrapName[];
  /** One or two sentences for the reference. */
  readonly doc: string;
  readonly resolved: readonly ResolvedWord[];
  /**
   * The interpreter's case, empty when it does nothing; scripts/derive-interpreter.ts lists the
   * words it may use.
   */
  readonly interpret: string;
  /** Writes the WebAssembly of one instruction. */
  emit(emission: Emission, operands: OperandValues<O>): void;
}

type Definition<O extends Operands> = Omit<
  InstructionEntry<O>,
  "flow" | "fuel" | "traps" | "resolved"
> &
  Partial<Pick<InstructionEntry<O>, "flow" | "fuel" | "traps" | "resolved">>;

/** One entry; flow is `next`, fuel 1, no traps and nothing resolved unless said. */
export function defineInstruction<const O extends Operands>(
  definition: Definition<O>,
): InstructionEntry<O> {
  const { code, operands, doc, interpret } = definition;
  const { flow = "next", fuel = 1, traps = [], resolved = [] } = definition;
  const emit: InstructionEntry<O>["emit"] = (emission, values) => definition.emit(emission, values);
  // all entries have their parts in one order, so that reading one is fast
  return { code, operands, flow, fuel, traps, doc, resolved, interpret, emit };
}
