/**
 * The state of one execution: everything the loop needs to go on where it stopped.
 *
 * Invariants: registers of all open calls stand in one array, one frame behind the other, so no
 * call nests in the host; an Int is a double that is exact and never −0; a Bool is 0 or 1; a
 * reference is an unsigned address.
 */

import type { Region } from "../region.ts";
import type { PreparedProgram } from "./prepare.ts";

export interface ExecutionState {
  readonly program: PreparedProgram;
  readonly region: Region;
  /** Registers of all open calls. */
  stack: Float64Array;
  /**
   * Two words for each open call but the innermost: the position of its `call`, and its first
   * register.
   */
  frames: Int32Array;
  frameTop: number;
  /** First register of the innermost call. */
  base: number;
  /** Position in the prepared code. */
  pc: number;
  fuel: number;
  /** Depth that is left. */
  depth: number;
  finished: boolean;
}

/** Makes room for more registers and calls; what stands there stays. */
export function growStacks(state: ExecutionState, registers: number, frames: number): void {
  if (registers > state.stack.length) {
    const stack = new Float64Array(Math.max(registers, 2 * state.stack.length));
    stack.set(state.stack);
    state.stack = stack;
  }
  if (frames > state.frames.length) {
    const grown = new Int32Array(2 * state.frames.length + 2);
    grown.set(state.frames);
    state.frames = grown;
  }
}
