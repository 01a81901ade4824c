/** Finds the sequences of prepared code that the loop runs as one. */

import { entryOf, MNEMONICS } from "../bytecode/instruction.ts";
import { FIRST_FUSED_CODE, FUSED_SEQUENCES } from "./fused.ts";
import { layoutOf } from "./layout.ts";

/** A sequence by the codes of its instructions. */
interface Sequence {
  readonly code: number;
  readonly codes: readonly number[];
}

/** By the first instruction's code, the sequences that begin with it, the longest first. */
const SEQUENCES = new Map<number, Sequence[]>();
for (const [index, ops] of FUSED_SEQUENCES.entries()) {
  const codes = ops.map((op) => entryOf(op).code);
  const others = SEQUENCES.get(codes[0]) ?? [];
  SEQUENCES.set(codes[0], others);
  others.push({ code: FIRST_FUSED_CODE + index, codes });
  others.sort((a, b) => b.codes.length - a.codes.length);
}

const ELSE = entryOf("else");
const BREAK = entryOf("break");
const MNEMONIC_OF = new Map(MNEMONICS.map((op) => [entryOf(op).code, op]));

/**
 * Whether the `else` at a position belongs to the test before it, and not to one around that has
 * nothing behind it, and goes on behind the `break` that follows it.
 */
function passesBreak(code: Int32Array, test: number, position: number): boolean {
  const { fixed, words } = layoutOf(ELSE);
  const own = position + fixed;
  const entry = entryOf(MNEMONIC_OF.get(code[test])!);
  return (
    code[test + layoutOf(entry).words.get("target")!] === own &&
    code[position + words.get("target")!] === own + layoutOf(BREAK).fixed
  );
}

function isAt(
  code: Int32Array,
  starts: readonly number[],
  at: number,
  { codes }: Sequence,
): boolean {
  for (let index = 0; index < codes.length; index += 1) {
    const position = starts[at + index];
    if (code[position] !== codes[index]) return false;
    const isInner = codes[index] === ELSE.code && index < codes.length - 1;
    if (isInner && !passesBreak(code, starts[at + index - 1], position)) return false;
  }
  return true;
}

/**
 * The code with the longest sequence from each instruction on. They overlap: whatever is the target
 * of a branch begins its own. Cost: linear in the code.
 *
 * @param starts where each instruction begins, in order
 */
export function fuse(code: Int32Array, starts: readonly number[]): Int32Array {
  const fused = code.slice();
  for (const [at, start] of starts.entries()) {
    const found = SEQUENCES.get(code[start])?.find((each) => isAt(code, starts, at, each));
    if (found !== undefined) fused[start] = found.code;
  }
  return fused;
}
