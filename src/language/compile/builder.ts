/**
 * Writes one function's draft: registers, structured code, spans, and who owns which reference.
 *
 * In: calls of the compiler's passes, in the order of the code. Out: what was written of each
 * function, in which types, texts and callees are numbers; link.ts turns them into indices.
 * Invariants: nothing is written where control cannot come; the set of owned registers is what
 * the verifier will compute; a register returns to the pool only when it is empty.
 * Not here: which instruction a construct needs.
 */

import { Charging } from "../../machine/bytecode/charge.ts";
import type { Mnemonic } from "../../machine/bytecode/instruction.ts";
import type { Kind } from "../../machine/types/register-kind.ts";
import type { Type } from "../../machine/types/type.ts";
import type { Span } from "../../source/span.ts";
import { Growing } from "./growing.ts";
import { isWhole, type Slot, slotsOf } from "./layout.ts";
import { type Leaf, temporaryLeaf, type Value } from "./leaf.ts";
import type { Numberings } from "./numbering.ts";
import { type DraftSlot, Registers } from "./registers.ts";
import { type OwnershipChange, type Traits, traitsOf } from "./traits.ts";

/**
 * An instruction in which the things it names have their numbers (numbering.ts): {@link link} puts
 * indices into their places.
 */
export interface DraftInstruction {
  readonly op: Mnemonic;
  [operand: string]: Mnemonic | number | boolean | readonly number[];
}

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

/** What is counted while code is written, because a module has limits. */
export interface CodeSize {
  /** The deepest nesting of structures. */
  deepest: number;
  /** The longest list of registers in an instruction, and all of them together. */
  longestList: number;
  listed: number;
}

/** What was written of one function. */
export interface Written {
  /** What each register holds; its name, empty for a temporary. */
  readonly registers: readonly DraftSlot[];
  readonly names: readonly string[];
  readonly code: DraftInstruction[];
  /** The instructions of the code that name something by its number. */
  readonly naming: readonly DraftInstruction[];
  /** By instruction. */
  readonly spans: readonly Span[];
  readonly size: CodeSize;
}

/** Lifetime: the compilation of one module, one function after the other. */
export class Builder {
  /** The numbers of what code names. */
  readonly numbers: Numberings;
  /** The span of the instructions that are written next. */
  span: Span = NO_SPAN;
  /** Whether control can come to the next instruction. */
  reachable = true;
  private readonly registers: Registers;
  private readonly code = new Growing<DraftInstruction>();
  private readonly naming = new Growing<DraftInstruction>();
  private readonly spans = new Growing<Span>();
  private readonly charging = new Charging();
  private size: CodeSize = { deepest: 0, longestList: 0, listed: 0 };
  /**
   * Reference registers that are owned here, in the order in which they became so; a list that a
   * structure remembers is not changed any more.
   */
  private owned: number[] = [];
  private isRemembered = false;
  /** By register. */
  private readonly isOwnedNow: boolean[] = [];
  /** By register: the last {@link dropAllBut} that was to keep it. */
  private readonly keptBy: number[] = [];
  private drops = 0;
  private readonly structures: Structure[] = [];

  constructor(numbers: Numberings) {
    this.numbers = numbers;
    this.registers = new Registers(numbers.type);
  }

  /** What was written since the last time; the next function starts. */
  take(): Written {
    const { size } = this;
    this.ownAgain([]);
    this.isRemembered = false;
    this.reachable = true;
    this.size = { deepest: 0, longestList: 0, listed: 0 };
    const code = this.code.take();
    const naming = this.naming.take();
    this.charging.finish((payer, charge) => (code[payer].charge = charge));
    const { registers, names } = this.registers.take();
    return { registers, names, code, naming, spans: this.spans.take(), size };
  }

  // ── registers ──────────────────────────────────────────────────────────────────────────────────

  /** A new register with a name: a local or a parameter. */
  named(slot: Slot, name: string): number {
    return this.marked(this.registers.named(slot, name));
  }

  /** A register for a temporary; one that was given back when there is one. */
  temporary(slot: Slot): Leaf {
    return temporaryLeaf(this.marked(this.registers.temporary(slot)));
  }

  /** A register for a temporary that holds a whole value of a type. */
  whole(type: Type): Leaf {
    return temporaryLeaf(this.marked(this.registers.whole(type)));
  }

  /** A register for a temporary that holds what another register holds. */
  like(register: number): Leaf {
    return temporaryLeaf(this.marked(this.registers.like(register)));
  }

  /** There are marks for every register. */
  private marked(register: number): number {
    if (register >= this.keptBy.length) {
      this.keptBy.push(0);
      this.isOwnedNow.push(false);
    }
    return register;
  }

  temporaries(type: Type): Value {
    if (isWhole(type)) return this.whole(type).alone;
    return slotsOf(type).map((slot) => this.temporary(slot));
  }

  /** Makes a temporary the register of a local; without a name it stays a temporary. */
  adopt(register: number, name: string): number {
    this.registers.rename(register, name);
    return register;
  }

  kind(register: number): Kind {
    return this.registers.kind(register);
  }

  /** What the module says of the registers of a value. */
  slotsFor(slots: readonly Slot[]): DraftSlot[] {
    return slots.map((slot) => this.registers.slotFor(slot));
  }

  /** Whether it is of a `var`, whose value may change while a borrowed copy waits. */
  isChanging(register: number): boolean {
    return this.registers.isChanging(register);
  }

  /** From here on it is of a `var`. */
  change(register: number): void {
    this.registers.change(register);
  }

  isReference(register: number): boolean {
    return this.registers.kind(register) === "r";
  }

  /** Ends a value: drops the references it owns and gives its temporaries back. */
  release(value: Value): void {
    for (let index = 0; index < value.length; index += 1) {
      const { register, temporary } = value[index];
      if (!temporary) continue;
      if (this.isOwned(register)) this.emit({ op: "ref_drop", a: register });
      this.registers.giveBack(register);
    }
  }

  // ── ownership ──────────────────────────────────────────────────────────────────────────────────

  isOwned(register: number): boolean {
    return this.isOwnedNow[register];
  }

  own(register: number): void {
    if (!this.isReference(register) || this.isOwnedNow[register]) return;
    if (this.isRemembered) {
      // a list of its own with room for no more than it holds
      this.owned = this.owned.concat(register);
      this.isRemembered = false;
    } else this.owned.push(register);
    this.isOwnedNow[register] = true;
  }

  disown(register: number): void {
    if (!this.isOwned(register)) return;
    if (this.isRemembered) {
      this.owned = this.owned.slice();
      this.isRemembered = false;
    }
    const { owned } = this;
    // mostly it is one of the youngest
    const position = owned.lastIndexOf(register);
    for (let index = position + 1; index < owned.length; index += 1) {
      owned[index - 1] = owned[index];
    }
    owned.pop();
    this.isOwnedNow[register] = false;
  }

  /** What is owned here, the oldest first; the list stays as it is. */
  ownedNow(): readonly number[] {
    this.isRemembered = true;
    return this.owned;
  }

  /** Back to what was owned when {@link ownedNow} was asked. */
  private ownAgain(before: readonly number[]): void {
    if (this.owned !== before) {
      const { owned, isOwnedNow } = this;
      for (let index = 0; index < owned.length; index += 1) isOwnedNow[owned[index]] = false;
      for (let index = 0; index < before.length; index += 1) isOwnedNow[before[index]] = true;
      this.owned = before as number[];
    }
    this.isRemembered = true;
  }

  /**
   * Writes the drops of everything owned but `kept`, the youngest first, on a way out: the state
   * stays as it is for the code behind.
   */
  dropAllBut(kept: readonly number[]): void {
    if (this.owned.length === 0) return;
    this.drops += 1;
    for (let index = 0; index < kept.length; index += 1) this.keptBy[kept[index]] = this.drops;
    for (let index = this.owned.length - 1; index >= 0; index -= 1) {
      const register = this.owned[index];
      if (this.keptBy[register] !== this.drops) this.write({ op: "ref_drop", a: register });
    }
  }

  // ── code ───────────────────────────────────────────────────────────────────────────────────────

  /**
   * Writes an instruction; owned registers follow from the roles of its operands (those of calls
   * are the caller's).
   */
  emit(instruction: DraftInstruction): void {
    const { ownership, flow } = this.write(instruction);
    if (ownership !== null) this.changeOwners(instruction, ownership);
    if (flow === "leave") this.reachable = false;
  }

  private changeOwners(
    instruction: DraftInstruction,
    { taken, givenAway, written }: OwnershipChange,
  ): void {
    for (let index = 0; index < taken.length; index += 1) {
      this.disown(instruction[taken[index]] as number);
    }
    if (givenAway !== null) {
      const registers = instruction[givenAway] as readonly number[];
      for (let index = 0; index < registers.length; index += 1) this.disown(registers[index]);
    }
    if (written !== null) this.own(instruction[written] as number);
  }

  private write(instruction: DraftInstruction): Traits {
    const traits = traitsOf(instruction.op);
    if (!this.reachable) return traits;
    this.charging.add(instruction, this.code.length, traits.flow, traits.fuel);
    this.code.push(instruction);
    this.spans.push(this.span);
    if (traits.names !== null) this.naming.push(instruction);
    if (traits.lists.length > 0) this.measureLists(instruction, traits.lists);
    return traits;
  }

  private measureLists(instruction: DraftInstruction, lists: readonly string[]): void {
    const { size } = this;
    for (let index = 0; index < lists.length; index += 1) {
      const { length } = instruction[lists[index]] as readonly number[];
      size.listed += length;
      if (length > size.longestList) size.longestList = length;
    }
  }

  // ── structure ──────────────────────────────────────────────────────────────────────────────────

  /** Opens a block, a loop or one of the ifs. */
  open(instruction: DraftInstruction): Structure {
    this.write(instruction);
    const { op } = instruction;
    const structure: Structure = {
      kind: op === "block" || op === "loop" ? op : "if",
      phantom: !this.reachable,
      ownedBefore: this.ownedNow(),
      hasElse: false,
      thenFallsThrough: false,
      isBrokenOutOf: false,
    };
    const depth = this.structures.push(structure);
    if (this.reachable && depth > this.size.deepest) this.size.deepest = depth;
    return structure;
  }

  else(): void {
    const structure = this.structures[this.structures.length - 1];
    structure.hasElse = true;
    structure.thenFallsThrough = this.reachable;
    this.reachable = !structure.phantom;
    this.write({ op: "else" });
    this.ownAgain(structure.ownedBefore);
  }

  end(): void {
    const structure = this.structures.pop()!;
    this.ownAgain(structure.ownedBefore);
    if (structure.phantom) return;
    const fallsThrough = this.reachable;
    this.reachable = true;
    this.write({ op: "end" });
    this.reachable = structure.isBrokenOutOf || reachesEnd(structure, fallsThrough);
  }

  /** Goes past the end of a structure. */
  breakTo(structure: Structure): void {
    if (!this.reachable) return;
    structure.isBrokenOutOf = true;
    this.emit({ op: "break", label: this.label(structure) });
  }

  /** Goes back to the head of a loop. */
  continueTo(structure: Structure): void {
    if (!this.reachable) return;
    this.emit({ op: "continue", label: this.label(structure) });
  }

  private label(structure: Structure): number {
    return this.structures.length - 1 - this.structures.lastIndexOf(structure);
  }
}

/** Before the first function. */
const NO_SPAN: Span = { start: 0, end: 0 };

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
