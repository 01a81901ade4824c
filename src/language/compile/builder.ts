/**
 * Writes one function's draft: registers, structured code, spans, and who owns which reference.
 *
 * In: calls of the compiler's passes, in the order of the code. Out: a `Draft`, whose types,
 * texts and callees are still the things themselves; link.ts turns them into indices.
 * Invariants: nothing is written where control cannot come; the set of owned registers is what
 * the verifier will compute; a register returns to the pool only when it is empty.
 * Not here: which instruction a construct needs.
 */

import { entryOf, type Mnemonic, MNEMONICS } from "../../machine/bytecode/instruction.ts";
import { operandsOf } from "../../machine/bytecode/operand-list.ts";
import type { Operand } from "../../machine/bytecode/operand.ts";
import type { Type } from "../../machine/types/type.ts";
import type { Span } from "../../source/span.ts";
import type { TypedFunction, TypedOutput, TypedParameter } from "../check/typed.ts";
import { type Slot, slotsOf } from "./layout.ts";

/** An operand that becomes an index when the module is linked. */
export type Symbolic =
  | { readonly symbol: "type"; readonly type: Type }
  | { readonly symbol: "text"; readonly text: string }
  | { readonly symbol: "function"; readonly callee: TypedFunction }
  | { readonly symbol: "parameter"; readonly parameter: TypedParameter }
  | { readonly symbol: "output"; readonly output: TypedOutput };

export type DraftOperand = number | boolean | readonly number[] | Symbolic;

export interface DraftInstruction {
  readonly op: Mnemonic;
  readonly operands: Readonly<Record<string, DraftOperand>>;
}

export interface DraftRegister extends Slot {
  /** Empty for a temporary. */
  name: string;
}

/** One register of a value; a temporary one belongs to whoever holds the value. */
export interface Leaf {
  readonly register: number;
  readonly temporary: boolean;
  /** The number of a case that was written down, so that nobody has to ask for it. */
  readonly known?: number;
}

/** The registers of a value, in the order of `slotsOf` of its type. */
export type Value = readonly Leaf[];

/** An open block, loop or if. */
export interface Structure {
  readonly kind: "block" | "loop" | "if";
  /** Opened where control cannot come, so it is not in the code. */
  readonly phantom: boolean;
  readonly ownedBefore: readonly number[];
  hasElse: boolean;
  thenFallsThrough: boolean;
  isBrokenOutOf: boolean;
}

/** Lifetime: the compilation of one function. */
export class Builder {
  readonly registers: DraftRegister[] = [];
  readonly code: DraftInstruction[] = [];
  readonly spans: Span[] = [];
  /** The span of the instructions that are written next. */
  span: Span;
  /** Whether control can come to the next instruction. */
  reachable = true;
  /** Reference registers that are owned here, in the order in which they became so. */
  private owned = new Set<number>();
  private readonly structures: Structure[] = [];
  private readonly pool = new Map<string, number[]>();
  private readonly typeKeys: (type: Type) => string;

  constructor(span: Span, typeKeys: (type: Type) => string) {
    this.span = span;
    this.typeKeys = typeKeys;
  }

  // ── registers ──────────────────────────────────────────────────────────────────────────────────

  /** A new register with a name: a local or a parameter. */
  named(slot: Slot, name: string): number {
    this.registers.push({ kind: slot.kind, type: slot.type, name });
    return this.registers.length - 1;
  }

  /** A register for a temporary; one that was given back when there is one. */
  temporary(slot: Slot): Leaf {
    const register = this.pool.get(this.poolKey(slot))?.pop() ?? this.named(slot, "");
    return { register, temporary: true };
  }

  temporaries(type: Type): Leaf[] {
    return slotsOf(type).map((slot) => this.temporary(slot));
  }

  /** Makes a temporary the register of a local; without a name it stays a temporary. */
  adopt(register: number, name: string): number {
    const slot = this.registers[register];
    if (slot !== undefined) slot.name = name;
    return register;
  }

  slot(register: number): Slot {
    const slot = this.registers[register];
    return slot ?? { kind: "i", type: null };
  }

  isReference(register: number): boolean {
    return this.slot(register).kind === "r";
  }

  /** Ends a value: drops the references it owns and gives its temporaries back. */
  release(value: Value): void {
    for (const leaf of value) {
      if (!leaf.temporary) continue;
      if (this.owned.has(leaf.register)) this.emit("ref_drop", { a: leaf.register });
      this.giveBack(leaf.register);
    }
  }

  private giveBack(register: number): void {
    const slot = this.registers[register];
    if (slot === undefined || slot.name !== "") return;
    const key = this.poolKey(slot);
    const free = this.pool.get(key);
    if (free === undefined) this.pool.set(key, [register]);
    else if (!free.includes(register)) free.push(register);
  }

  private poolKey(slot: Slot): string {
    return slot.type === null ? slot.kind : this.typeKeys(slot.type);
  }

  // ── ownership ──────────────────────────────────────────────────────────────────────────────────

  isOwned(register: number): boolean {
    return this.owned.has(register);
  }

  own(register: number): void {
    if (this.isReference(register)) this.owned.add(register);
  }

  disown(register: number): void {
    this.owned.delete(register);
  }

  ownedNow(): ReadonlySet<number> {
    return new Set(this.owned);
  }

  /**
   * Writes the drops of everything owned but `kept`, the youngest first, on a way out: the state
   * stays as it is for the code behind.
   */
  dropAllBut(kept: ReadonlySet<number>): void {
    for (const register of [...this.owned].toReversed()) {
      if (!kept.has(register)) this.write("ref_drop", { a: register });
    }
  }

  // ── code ───────────────────────────────────────────────────────────────────────────────────────

  /**
   * Writes an instruction; owned registers follow from the roles of its operands (those of calls
   * are the caller's).
   */
  emit(op: Mnemonic, operands: Readonly<Record<string, DraftOperand>>): void {
    this.write(op, operands);
    const { taken, givenAway, written, leaves } = EFFECTS[op];
    for (const name of taken) this.disown(operands[name] as number);
    for (const name of givenAway) {
      for (const register of operands[name] as readonly number[]) this.disown(register);
    }
    for (const name of written) this.own(operands[name] as number);
    if (leaves) this.reachable = false;
  }

  private write(op: Mnemonic, operands: Readonly<Record<string, DraftOperand>>): void {
    if (!this.reachable) return;
    this.code.push({ op, operands });
    this.spans.push(this.span);
  }

  // ── structure ──────────────────────────────────────────────────────────────────────────────────

  /** Opens a block, a loop or one of the ifs. */
  open(op: Mnemonic, operands: Readonly<Record<string, DraftOperand>>): Structure {
    this.write(op, operands);
    const structure: Structure = {
      kind: op === "block" || op === "loop" ? op : "if",
      phantom: !this.reachable,
      ownedBefore: [...this.owned],
      hasElse: false,
      thenFallsThrough: false,
      isBrokenOutOf: false,
    };
    this.structures.push(structure);
    return structure;
  }

  else(): void {
    const structure = this.structures.at(-1)!;
    structure.hasElse = true;
    structure.thenFallsThrough = this.reachable;
    this.reachable = !structure.phantom;
    this.write("else", {});
    this.owned = new Set(structure.ownedBefore);
  }

  end(): void {
    const structure = this.structures.pop()!;
    this.owned = new Set(structure.ownedBefore);
    if (structure.phantom) return;
    const fallsThrough = this.reachable;
    this.reachable = true;
    this.write("end", {});
    this.reachable = structure.isBrokenOutOf || reachesEnd(structure, fallsThrough);
  }

  /** Goes past the end of a structure. */
  breakTo(structure: Structure): void {
    if (!this.reachable) return;
    structure.isBrokenOutOf = true;
    this.emit("break", { label: this.label(structure) });
  }

  /** Goes back to the head of a loop. */
  continueTo(structure: Structure): void {
    if (!this.reachable) return;
    this.emit("continue", { label: this.label(structure) });
  }

  private label(structure: Structure): number {
    return this.structures.length - 1 - this.structures.lastIndexOf(structure);
  }
}

/** What an instruction does to what is owned, as names of its operands. */
interface Effects {
  readonly taken: readonly string[];
  readonly givenAway: readonly string[];
  readonly written: readonly string[];
  readonly leaves: boolean;
}

const TAKING: ReadonlySet<string> = new Set(["fields", "elements", "results", "case"]);

const EFFECTS = Object.fromEntries(
  MNEMONICS.map((op) => [op, effectsOf(op)]),
) as unknown as Readonly<Record<Mnemonic, Effects>>;

function effectsOf(op: Mnemonic): Effects {
  const named = (wanted: (operand: Operand) => boolean): string[] =>
    operandsOf(op).flatMap(({ name, operand }) => (wanted(operand) ? [name] : []));
  return {
    taken: named(({ role }) => role === "take"),
    givenAway: named((operand) => operand.role === "ins" && TAKING.has(operand.signature)),
    written: named((operand) => operand.role === "out"),
    leaves: entryOf(op).flow === "leave",
  };
}

function reachesEnd(structure: Structure, fallsThrough: boolean): boolean {
  switch (structure.kind) {
    case "block":
      return fallsThrough;
    case "loop":
      return false;
    case "if":
      return structure.hasElse ? structure.thenFallsThrough || fallsThrough : true;
  }
}
