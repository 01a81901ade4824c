/**
 * The section that tells the host which branches are nearly always or hardly ever taken: it then
 * keeps what is rare, as traps are, out of the way of registers and of the code that runs.
 *
 * A hint decides how fast code is, never what it does. A host may pass over the section.
 * Source: WebAssembly, Branch Hinting (phase 5), `metadata.code.branch_hint`.
 */

import type { ByteBuffer } from "./byte-buffer.ts";

export type Expected = "taken" | "not taken";

/** What is expected of the `if` at a place. */
export interface Hint {
  readonly place: number;
  readonly expected: Expected;
}

/** The hints of one function. */
export interface FunctionHints {
  /** The number that `call` takes for it. */
  readonly index: number;
  /** Where its locals are declared: places are told from there. */
  readonly start: number;
  readonly hints: readonly Hint[];
}

const SECTION_NAME = "metadata.code.branch_hint";
/** Bytes of a hint. */
const HINT_BYTES = 1;
const HINTS: Readonly<Record<Expected, number>> = { "not taken": 0, taken: 1 };

/** Writes the contents of the section; it stands before the code. */
export function writeHints(buffer: ByteBuffer, functions: readonly FunctionHints[]): void {
  const hinted = functions.filter(({ hints }) => hints.length > 0);
  buffer.name(SECTION_NAME);
  buffer.unsigned(hinted.length);
  for (const { index, start, hints } of hinted) {
    buffer.unsigned(index);
    buffer.unsigned(hints.length);
    for (const { place, expected } of hints) {
      buffer.unsigned(place - start);
      buffer.unsigned(HINT_BYTES);
      buffer.byte(HINTS[expected]);
    }
  }
}
