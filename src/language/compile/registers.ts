/**
 * The registers of the function that is written: what each holds, its name, and which are free.
 *
 * Invariants: a pool gives what came back to it last; a register with a name never comes back.
 * Not here: when a register is empty and who owns its reference (builder.ts).
 */

import { type Kind, KINDS, registerKind } from "../../machine/types/register-kind.ts";
import type { Type } from "../../machine/types/type.ts";
import { Growing } from "./growing.ts";
import type { Slot } from "./layout.ts";
import type { TypeNumbering } from "./numbering.ts";

/** What a register holds, the same thing for all registers that hold the same. */
export interface DraftSlot {
  readonly kind: Kind;
  /**
   * null unless it holds references. Until the module is linked, type number n stands there as
   * −1 − n; from then on it is the type's place in the module.
   */
  type: number | null;
}

/** Lifetime: the compilation of one module; lists are by register where nothing else is said. */
export class Registers {
  /** How many the function has so far. */
  private count = 0;
  private readonly slots = new Growing<DraftSlot>();
  private readonly names = new Growing<string>();
  private readonly pools: number[] = [];
  private readonly isFree: boolean[] = [];
  private readonly isOfVar: boolean[] = [];
  /** The register that came back to the same pool before. */
  private readonly freeBefore: number[] = [];
  /** By pool: the register that came back last. */
  private readonly freeLast: number[] = [];
  /** By pool: those of scalars are those of their kinds; then come those of references, by type. */
  private readonly inPool: DraftSlot[] = [];
  private readonly types: TypeNumbering;

  constructor(types: TypeNumbering) {
    this.types = types;
    for (const kind of KINDS) this.newPool(kind, null);
  }

  /** What each register holds and its name, empty for a temporary; the next function starts. */
  take(): { readonly registers: DraftSlot[]; readonly names: string[] } {
    for (let register = 0; register < this.count; register += 1) {
      this.freeLast[this.pools[register]] = NONE;
    }
    this.count = 0;
    return { registers: this.slots.take(), names: this.names.take() };
  }

  /** The kind of a register; of one that is not there, because control cannot come, any. */
  kind(register: number): Kind {
    return register < this.count ? this.slots.at(register).kind : "i";
  }

  /** What a register of this slot is in the module. */
  slotFor(slot: Slot): DraftSlot {
    return this.inPool[this.poolOf(slot.kind, slot.type)];
  }

  /** A new register. */
  named(slot: Slot, name: string): number {
    return this.added(this.poolOf(slot.kind, slot.type), name);
  }

  /** A register without a name: the one that came back last, or a new one. */
  temporary(slot: Slot): number {
    return this.unnamed(this.poolOf(slot.kind, slot.type));
  }

  /** The same for a whole value of a type. */
  whole(type: Type): number {
    return this.unnamed(this.poolOf(registerKind(type), type));
  }

  /** The same for what another register holds. */
  like(register: number): number {
    return this.unnamed(register < this.count ? this.pools[register] : 0);
  }

  /** Whether it is of a `var`, whose value may change. */
  isChanging(register: number): boolean {
    return register < this.count && this.isOfVar[register];
  }

  change(register: number): void {
    this.isOfVar[register] = true;
  }

  /** Gives a temporary a name, and so to a local. */
  rename(register: number, name: string): void {
    if (register < this.count) this.names.put(register, name);
  }

  /** An empty register is free, if it is a temporary. */
  giveBack(register: number): void {
    if (register >= this.count || this.isFree[register] || this.names.at(register) !== "") return;
    const pool = this.pools[register];
    this.freeBefore[register] = this.freeLast[pool];
    this.freeLast[pool] = register;
    this.isFree[register] = true;
  }

  private unnamed(pool: number): number {
    const register = this.freeLast[pool];
    if (register === NONE) return this.added(pool, "");
    this.freeLast[pool] = this.freeBefore[register];
    this.isFree[register] = false;
    return register;
  }

  private added(pool: number, name: string): number {
    const register = this.count;
    this.count += 1;
    this.slots.push(this.inPool[pool]);
    this.names.push(name);
    this.pools[register] = pool;
    this.isFree[register] = false;
    this.isOfVar[register] = false;
    return register;
  }

  private poolOf(kind: Kind, type: Type | null): number {
    if (kind !== "r" || type === null) return KINDS.indexOf(kind);
    const pool = KINDS.length + this.types.of(type);
    while (this.inPool.length <= pool) this.newPool("r", KINDS.length - this.inPool.length - 1);
    return pool;
  }

  private newPool(kind: Kind, type: number | null): void {
    this.inPool.push({ kind, type });
    this.freeLast.push(NONE);
  }
}

/** No register. */
const NONE = -1;
