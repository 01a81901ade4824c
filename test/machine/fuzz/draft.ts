/**
 * A function of a random program while it is made: its registers and what they hold, its code, the
 * structures open.
 *
 * Invariant: whatever is emitted through a draft keeps the verifier's rules on references, because
 * the draft knows their states, and brings them back to what a structure had at its start wherever
 * the structure is left.
 */

import type { Instruction, Mnemonic } from "../../../src/machine/bytecode/instruction.ts";
import { operandsOf, type OperandData } from "../../../src/machine/bytecode/operand-list.ts";
import type { Kind } from "../../../src/machine/types/register-kind.ts";
import type { Place, Program, Signature } from "./program.ts";

export type State = "empty" | "owned" | "borrowed" | "open";

/** A container that is open, and how to close it. */
interface Opened {
  readonly container: number;
  readonly child: number;
  readonly close: (child: number) => void;
  readonly index: number | null;
}

export interface Label {
  readonly isLoop: boolean;
  readonly states: readonly State[];
  readonly written: readonly boolean[];
  readonly openCount: number;
}

export class Draft {
  readonly program: Program;
  readonly signature: Signature;
  readonly registers: Place[] = [];
  readonly code: Instruction[] = [];
  readonly states: State[] = [];
  /** Whether a scalar has been written on every path to here. */
  readonly written: boolean[] = [];
  readonly opened: Opened[] = [];
  readonly labels: Label[] = [];
  /** Registers that hold loop counters, or indices of open lists: nothing else writes them. */
  readonly reserved = new Map<number, number>();
  /** Registers that the instruction being made already uses. */
  readonly pinned = new Map<number, "read" | "alone">();
  /** Statements that may still be made. */
  budget: number;
  /** Makes a value of a type in an empty register; set once, by what makes values. */
  make: (type: number) => number = () => 0;

  constructor(program: Program, signature: Signature, budget: number) {
    this.program = program;
    this.signature = signature;
    this.budget = budget;
    for (const parameter of signature.parameters) {
      const register = this.add({ kind: parameter.kind, type: parameter.type });
      if (parameter.kind === "r") {
        this.states[register] = parameter.ownership === "borrow" ? "borrowed" : "owned";
      } else this.written[register] = true;
    }
  }

  emit(op: Mnemonic, operands: Readonly<Record<string, OperandData>> = {}): void {
    this.code.push({ op, ...operands } as unknown as Instruction);
    for (const { name, operand } of operandsOf(op)) {
      const value = operands[name];
      if (operand.role === "take") this.states[value as number] = "empty";
      if (operand.role === "ins" && !("results" in operands)) {
        for (const register of value as readonly number[]) this.give(register);
      }
    }
    for (const { name, operand } of operandsOf(op)) {
      if (operand.role === "out") this.receive(operands[name] as number);
      if (operand.role === "outs")
        (operands[name] as readonly number[]).forEach((d) => this.receive(d));
    }
  }

  /** Says that a register has been written. */
  receive(register: number): void {
    if (this.registers[register].kind === "r") this.states[register] = "owned";
    else this.written[register] = true;
  }

  /** Gives away what an owned reference holds. */
  give(register: number): void {
    if (this.registers[register].kind === "r" && this.states[register] === "owned") {
      this.states[register] = "empty";
    }
  }

  add(place: Place): number {
    this.states.push("empty");
    this.written.push(false);
    return this.registers.push({ kind: place.kind, type: place.type }) - 1;
  }

  /** A scalar of this kind that has been written. */
  scalar(kind: Kind): number {
    const { chance } = this.program;
    const written = this.registersWhere(
      (register, place) => place.kind === kind && this.written[register],
    );
    if (written.length > 0) return chance.pick(written);
    const d = this.target(kind);
    if (kind === "b") this.emit("bool_const", { d, value: chance.hit(0.5) });
    else this.emit(kind === "i" ? "int_const" : "float_const", { d, value: chance.below(9) });
    return d;
  }

  /** A scalar that may be written over. */
  target(kind: Kind): number {
    const { chance } = this.program;
    const free = this.registersWhere(
      (register, place) => place.kind === kind && !this.reserved.has(register),
    );
    return free.length < 3 ? this.add({ kind, type: null }) : chance.pick(free);
  }

  /** A scalar that holds a constant, which nothing before the next instruction changes. */
  constant(kind: "i" | "f", value: number): number {
    const d = this.target(kind);
    this.emit(kind === "i" ? "int_const" : "float_const", { d, value });
    return d;
  }

  reserve(register: number): void {
    this.reserved.set(register, (this.reserved.get(register) ?? 0) + 1);
  }

  release(register: number): void {
    const left = (this.reserved.get(register) ?? 0) - 1;
    if (left > 0) this.reserved.set(register, left);
    else this.reserved.delete(register);
  }

  /** An empty register for a reference. */
  empty(type: number): number {
    const free = this.registersWhere(
      (register, place) =>
        place.type === type && this.states[register] === "empty" && !this.pinned.has(register),
    );
    const isNew = free.length === 0 || (free.length < 3 && this.program.chance.hit(0.2));
    return isNew ? this.add({ kind: "r", type }) : this.program.chance.pick(free);
  }

  /**
   * An owned reference of the type that no other operand uses; a new one when there is none, or by
   * chance.
   */
  owned(type: number): number {
    const { chance } = this.program;
    const held = this.registersWhere(
      (register, place) =>
        place.type === type && this.states[register] === "owned" && !this.pinned.has(register),
    );
    return held.length === 0 || chance.hit(0.15) ? this.make(type) : chance.pick(held);
  }

  /** A reference of the type, or of any type, to be read. */
  readable(type: number | null): number {
    const { chance } = this.program;
    const held = this.registersWhere(
      (register, place) =>
        place.kind === "r" &&
        (type === null || place.type === type) &&
        (this.states[register] === "owned" || this.states[register] === "borrowed") &&
        this.pinned.get(register) !== "alone",
    );
    if (held.length > 0 && !chance.hit(0.1)) return chance.pick(held);
    const references = this.program.pool.filter(
      (index) => !["int", "float", "bool"].includes(this.program.types[index].kind),
    );
    return this.make(type ?? chance.pick(references));
  }

  registersWhere(fits: (register: number, place: Place) => boolean): readonly number[] {
    const found: number[] = [];
    for (const [register, place] of this.registers.entries()) {
      if (fits(register, place)) found.push(register);
    }
    return found;
  }

  /**
   * Moves a child out of its container, makes statements, and puts one back. Gives whether a path
   * goes on.
   */
  whileOpen(opened: Opened, body: () => boolean): boolean {
    this.states[opened.container] = "open";
    this.states[opened.child] = "owned";
    this.opened.push(opened);
    if (opened.index !== null) this.reserve(opened.index);
    const isAlive = body();
    if (isAlive) this.closeLast();
    else this.opened.pop();
    if (opened.index !== null) this.release(opened.index);
    return isAlive;
  }

  /** Opens a structure, makes what is inside, and leaves its references as they were. */
  inside(isLoop: boolean, body: () => boolean): boolean {
    this.labels.push({
      isLoop,
      states: [...this.states],
      written: [...this.written],
      openCount: this.opened.length,
    });
    const isAlive = body();
    const label = this.labels.pop()!;
    if (isAlive) this.restore(label);
    this.reset(label);
    return isAlive;
  }

  /** Emits what brings every reference back to how it was at a label. */
  restore(label: Label): void {
    while (this.opened.length > label.openCount) this.closeLast();
    const wanted = (register: number) => label.states[register] ?? "empty";
    const keep = this.registersWhere((register) => wanted(register) === "owned");
    for (const register of keep) this.pinned.set(register, "alone");
    for (const register of keep) {
      if (this.states[register] === "empty") this.refill(register);
    }
    for (const register of keep) this.pinned.delete(register);
    for (const [register, state] of this.states.entries()) {
      if (state === "owned" && wanted(register) === "empty") this.drop(register);
    }
  }

  /** Gives up a reference, in one way or another. */
  drop(register: number): void {
    this.emit("ref_drop", { a: register });
  }

  private refill(register: number): void {
    const a = this.make(this.registers[register].type!);
    this.emit("ref_move", { d: register, a });
  }

  /** Forgets what was emitted about states since the label: for code behind a way out. */
  reset(label: Label): void {
    for (const register of this.states.keys()) {
      this.states[register] = label.states[register] ?? "empty";
      this.written[register] = label.written[register] ?? false;
    }
  }

  private closeLast(): void {
    const opened = this.opened[this.opened.length - 1];
    const type = this.registers[opened.child].type!;
    const child = this.owned(type);
    opened.close(child);
    this.states[opened.container] = "owned";
    this.opened.pop();
  }

  /**
   * Brings references back to those of a label further out, emits the way out, and takes up where
   * it was.
   */
  leaveTo(depth: number, op: "break" | "continue"): void {
    const label = this.labels[this.labels.length - 1 - depth];
    const opened = [...this.opened];
    this.restore(label);
    this.emit(op, { label: depth });
    this.opened.splice(0, this.opened.length, ...opened);
  }

  /** Returns with results, everything else given up. */
  leaveFunction(): void {
    const opened = [...this.opened];
    while (this.opened.length > 0) this.closeLast();
    const values: number[] = [];
    for (const { kind, type } of this.signature.results) {
      const register = kind === "r" ? this.owned(type!) : this.scalar(kind);
      if (kind === "r") this.pinned.set(register, "alone");
      values.push(register);
    }
    for (const [register, state] of this.states.entries()) {
      if (
        state === "owned" &&
        this.registers[register].kind === "r" &&
        !values.includes(register)
      ) {
        this.drop(register);
      }
    }
    this.emit("return", { values });
    for (const register of values) this.pinned.delete(register);
    this.opened.push(...opened);
  }
}
