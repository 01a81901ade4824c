/**
 * The states of a function's registers along one path, and how they are taken back and joined.
 *
 * Every change stands on a trail, so that leaving a branch costs what the branch changed and not
 * what the function has.
 * Invariants: a path that goes on from a join has references in the one state all paths agree on,
 * and scalars written where every path wrote them. Not here: what instructions do to states
 * (flow.ts).
 */

import type { FunctionCode } from "../bytecode/module.ts";
import type { Inspection } from "./refusal.ts";

/** A scalar that is written; before that its state is 0. */
export const WRITTEN = 1;
/** The states of a reference; an open one is OPEN or more, see `openState`. */
export const EMPTY = 0;
export const OWNED = 1;
export const BORROWED = 2;
export const OPEN = 3;

/** Open at a slot of a record, or at the index that a register of a list holds. */
export function openState(place: { readonly slot: number } | { readonly index: number }): number {
  return OPEN + ("slot" in place ? 2 * place.slot : 2 * place.index + 1);
}

/** The register that holds the index of a list open in this state, or null. */
function lockedBy(state: number): number | null {
  return state >= OPEN && (state - OPEN) % 2 === 1 ? (state - OPEN - 1) / 2 : null;
}

/** For messages. */
export function showState(state: number): string {
  if (state >= OPEN) return "open";
  return state === EMPTY ? "empty" : state === OWNED ? "owned" : "borrowed";
}

/** What differs, where a structure is left, from the states at its start: by register. */
export type Changes = Map<number, number>;

export class RegisterStates {
  readonly #inspection: Inspection;
  #fn: FunctionCode;
  readonly #states: Int32Array;
  /** How many open lists hold their index in a register. */
  readonly #locks: Int32Array;
  readonly #stamps: Int32Array;
  #stamp = 0;
  #heldCount = 0;
  /** What has been changed, and what it was before. */
  readonly #trail: number[] = [];

  /** For one function of these after the other. */
  constructor(functions: readonly FunctionCode[], inspection: Inspection) {
    const most = functions.reduce((count, fn) => Math.max(count, fn.registers.length), 0);
    this.#fn = functions[0];
    this.#inspection = inspection;
    this.#states = new Int32Array(most);
    this.#locks = new Int32Array(most);
    this.#stamps = new Int32Array(most);
  }

  /** At the start of a function. */
  enter(fn: FunctionCode): void {
    this.#fn = fn;
    this.#states.fill(0, 0, fn.registers.length);
    this.#locks.fill(0, 0, fn.registers.length);
    this.#heldCount = 0;
    this.#trail.length = 0;
    for (let register = 0; register < fn.parameters.length; register += 1) {
      const { kind, ownership } = fn.parameters[register];
      if (kind !== "r") this.set(register, WRITTEN);
      else this.set(register, ownership === "borrow" ? BORROWED : OWNED);
    }
  }

  get(register: number): number {
    return this.#states[register];
  }

  isReference(register: number): boolean {
    return this.#fn.registers[register]?.kind === "r";
  }

  /** How many references the function holds: owned or open. */
  get heldCount(): number {
    return this.#heldCount;
  }

  /** Whether an open list holds its index in this register. */
  isLocked(register: number): boolean {
    return this.#locks[register] > 0;
  }

  set(register: number, state: number): void {
    const before = this.#states[register];
    if (before === state) return;
    this.#trail.push(register, before);
    this.#put(register, state);
  }

  /** Where the trail stands, to come back to. */
  mark(): number {
    return this.#trail.length;
  }

  /** Takes back everything since the mark. */
  undo(mark: number): void {
    while (this.#trail.length > mark) {
      const before = this.#trail.pop()!;
      this.#put(this.#trail.pop()!, before);
    }
  }

  apply(changes: Changes): void {
    for (const [register, state] of changes) this.set(register, state);
  }

  /** The registers whose state is not what it was at the mark. Cost: what was done since. */
  changesSince(mark: number): Changes {
    const trail = this.#trail;
    this.#inspection.spend((trail.length - mark) / 2);
    const changes: Changes = new Map();
    this.#stamp += 1;
    for (let index = mark; index < trail.length; index += 2) {
      const register = trail[index];
      const before = trail[index + 1];
      if (this.#stamps[register] === this.#stamp) continue;
      this.#stamps[register] = this.#stamp;
      if (this.#states[register] !== before) changes.set(register, this.#states[register]);
    }
    return changes;
  }

  /**
   * The changes both paths agree on; `first` is reused. Refuses references that they leave in
   * different states.
   */
  joined(first: Changes | null, second: Changes): Changes {
    if (first === null) return second;
    this.#inspection.spend(first.size + second.size);
    for (const [register, state] of first) {
      if (second.get(register) === state) continue;
      if (this.isReference(register)) this.refuseJoin(register);
      else first.delete(register);
    }
    for (const register of second.keys()) {
      if (!first.has(register) && this.isReference(register)) this.refuseJoin(register);
    }
    return first;
  }

  /**
   * Refuses a way back to a loop's head that leaves a reference in another state than it had there.
   */
  checkBackEdge(mark: number): void {
    for (const register of this.changesSince(mark).keys()) {
      if (this.isReference(register)) this.refuseJoin(register);
    }
  }

  refuseJoin(register: number): void {
    this.#inspection.refuse(
      "join",
      `register ${register} is ${showState(this.#states[register])} here, and not on every path`,
    );
  }

  #put(register: number, state: number): void {
    const before = this.#states[register];
    this.#states[register] = state;
    if (!this.isReference(register)) return;
    if (isHeld(before)) this.#heldCount -= 1;
    if (isHeld(state)) this.#heldCount += 1;
    if (before >= OPEN) this.#count(lockedBy(before), -1);
    if (state >= OPEN) this.#count(lockedBy(state), 1);
  }

  #count(locked: number | null, more: number): void {
    if (locked !== null) this.#locks[locked] += more;
  }
}

function isHeld(state: number): boolean {
  return state === OWNED || state >= OPEN;
}
