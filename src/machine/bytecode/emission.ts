/** What an instruction's emission may use: locals by register, opcodes, runtime calls and the trap branch. */

import type { TrapName } from "../trap.ts";

export interface Emission {
  /** Places the site of the current instruction and traps unconditionally. */
  trap(name: TrapName): void;
}
