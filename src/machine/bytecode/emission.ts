/**
 * What an instruction's emission may use; the WebAssembly tier implements it.
 *
 * A register is a local of its function: Int i64, Float f64, Bool and reference i32. Between two
 * instructions the operand stack is empty. Scratch locals keep their value within one instruction
 * only.
 */

import type { TrapName } from "../trap.ts";
import type { Kind } from "../types/register-kind.ts";
import type { RuntimeFunction } from "./runtime-function.ts";
import type { WasmAccess, WasmOperator, WasmType } from "./wasm-operator.ts";

/** Pushes one f64: a number that a trap captures. */
export type Captured = () => void;

/** Bounds of an Int, both reached at most. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A local that holds an element of a list. */
export interface ElementLocal {
  readonly slot: number;
  /** The register with the element's index. */
  readonly index: number;
  /** Whether it holds the element already. */
  readonly isKnown: boolean;
}

/** What is certain at an instruction, however it is reached: what a tier need not test. */
export interface Certainty {
  /** Of the operands `a` and `b`, where they are Ints. */
  readonly a: Range;
  readonly b: Range;
  /** The operand `index` is a place in the list `a`. */
  readonly isInside: boolean;
  /** Nobody else holds the object `a`. */
  readonly isUnique: boolean;
  /** The reference that is read, or given up, needs no count: its holder goes on holding it. */
  readonly isLent: boolean;
  /** Where the element at `index` of the list `a` is kept. */
  readonly element: ElementLocal | null;
  /** What is put back is what was read there. */
  readonly isSame: boolean;
  /** Locals with elements of the list `a`, to be read again when another object is put into it. */
  readonly again: readonly ElementLocal[];
}

export interface Emission {
  /** What is certain at the instruction that is emitted. */
  certain(): Certainty;
  /** Operators without immediates, in order. */
  op(...names: readonly WasmOperator[]): void;
  /** Pushes a register. */
  get(register: number): void;
  /** Pops into a register. */
  set(register: number): void;
  /** Pushes a register as f64. */
  number(register: number): void;
  i32(value: number): void;
  i64(value: number): void;
  f64(value: number): void;
  /** A load or store at the address on the stack plus `offset`. */
  access(name: WasmAccess, offset: number): void;
  /** Pushes, pops into, or copies the top into the scratch local of a type. */
  scratch(action: "get" | "set" | "tee", type: WasmType): void;
  /** Pushes, pops into, or copies the top into the local that holds an element. */
  element(action: "get" | "set" | "tee", slot: number): void;
  /** Address of the table of texts (i32 references) or of parameters (cells of 8 bytes). */
  table(name: "texts" | "parameters"): void;
  /** Calls a function of the artefact that neither charges nor traps. */
  runtime(name: RuntimeFunction): void;
  /** Calls a function of the artefact after telling it the place of this instruction. */
  charged(name: RuntimeFunction): void;
  /** Pushes whether less fuel than this is left. */
  lacks(charge: number): void;
  /** Takes fuel that is known to be there. */
  spend(charge: number): void;
  /** Pops a condition; traps when it is not 0. */
  trapIf(name: TrapName, a?: Captured, b?: Captured): void;
  /** Traps with a text in a register. */
  trapWithText(name: TrapName, register: number): void;
  /** The kind of a register. */
  kind(register: number): Kind;
  /** The static type of a reference. */
  type(register: number): number;
  /** The type in the header of the objects of a case of an enum. */
  header(type: number, caseIndex: number): number;
  /** Pops a condition; runs `body` when it is not 0, else `otherwise`. */
  when(body: () => void, otherwise?: () => void): void;
  /** As `when`, and it is nearly always not 0. */
  usually(body: () => void, otherwise?: () => void): void;
  /** As `when`, and it is nearly always 0. */
  rarely(body: () => void, otherwise?: () => void): void;

  enter(charge: number): void;
  openBlock(): void;
  openLoop(charge: number): void;
  /** Pops the condition. */
  openIf(): void;
  otherwise(): void;
  /** Closes the innermost structure; of a loop that can be reached here it is a back-edge. */
  end(): void;
  breakTo(label: number): void;
  continueTo(label: number): void;
  leave(values: readonly number[]): void;
  call(target: number, inputs: readonly number[], results: readonly number[]): void;
  primitive(id: number, inputs: readonly number[], results: readonly number[]): void;
}
