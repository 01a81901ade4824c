/**
 * The registers of the function that is written: what each holds, its name, and which are free.
 *
 * Invariants: a pool gives what came back to it last; a register with a name never comes back.
 * Not here: when a register is empty and who owns its reference (builder.ts).
 */

import { KINDS } from "../../machine/types/register-kind.ts";
import { Growing } from "./growing.ts";
import type { Slot } from "./layout.ts";
import type { TypeNumbering } from "./numbering.ts";

/** Pools of scalars are those of their kinds; behind them come those of references, by type. */
export const REFERENCES = KINDS.length;

/** Lifetime: the compilation of one module; lists are by register where nothing else is said. */
export class Registers {
  private readonly slots: Slot[] = [];
  private readonly names = new Growing<string>();
  private readonly pools = new Growing<number>();
  private readonly isFree: boolean[] = [];
  private readonly isOfVar: boolean[] = [];
  /** The register that came back to the same pool before. */
  private readonly freeBefore: number[] = [];
  /** By pool: the register that came back last. */
  private readonly freeLast: number[] = [];
  private readonly types: TypeNumbering;

  constructor(types: TypeNumbering) {
    this.types = types;
  }

  get count(): number {
    return this.pools.length;
  }

  /** The pool and the name of each register, empty for a temporary; the next function starts. */
  take(): { readonly pools: number[]; readonly names: string[] } {
    const pools = this.pools.take();
    for (let register = 0; register < pools.length; register += 1) {
      this.freeLast[pools[register]] = NONE;
    }
    return { pools, names: this.names.take() };
  }

  slot(register: number): Slot {
    return register < this.count ? this.slots[register] : NO_SLOT;
  }

  /** A new register. */
  named(slot: Slot, name: string): number {
    return this.inPool(this.poolOf(slot), slot, name);
  }

  /** A register without a name: the one that came back last, or a new one. */
  temporary(slot: Slot): number {
    const pool = this.poolOf(slot);
    const register = this.freeLast[pool];
    if (register === NONE) return this.inPool(pool, slot, "");
    this.freeLast[pool] = this.freeBefore[register];
    this.isFree[register] = false;
    return register;
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
    const pool = this.pools.at(register);
    this.freeBefore[register] = this.freeLast[pool];
    this.freeLast[pool] = register;
    this.isFree[register] = true;
  }

  private inPool(pool: number, slot: Slot, name: string): number {
    const register = this.count;
    this.slots[register] = slot;
    this.names.push(name);
    this.pools.push(pool);
    this.isFree[register] = false;
    this.isOfVar[register] = false;
    return register;
  }

  /** A pool for each kind of scalar, and one for each type of references. */
  private poolOf({ kind, type }: Slot): number {
    const pool = type === null ? KINDS.indexOf(kind) : REFERENCES + this.types.of(type);
    while (this.freeLast.length <= pool) this.freeLast.push(NONE);
    return pool;
  }
}

/** No register. */
const NONE = -1;

/** What a register that is not there holds: one is named where control cannot come. */
const NO_SLOT: Slot = { kind: "i", type: null };
