/**
 * Where an instruction's words stand in prepared code: the code, one word for each operand, one for
 * the length of each list, the resolved words; then the lists.
 *
 * Not here: writing the words (prepare.ts), reading them (loop.ts, which is generated with these
 * positions).
 */

import type { InstructionEntry } from "../bytecode/entry.ts";
import type { Operand, Signature } from "../bytecode/operand.ts";

export interface WordList {
  readonly name: string;
  /** Position of the word that holds the length. */
  readonly count: number;
  /** Words of an item: 1 for a register, 2 for a register and its kind. */
  readonly stride: 1 | 2;
}

export interface WordLayout {
  /** Position of each operand that is not a list, and of each resolved word, by name. */
  readonly words: ReadonlyMap<string, number>;
  readonly lists: readonly WordList[];
  /** Words before the first list: all of them when there is none. */
  readonly fixed: number;
}

type ListOperand = Extract<Operand, { readonly role: "outs" | "ins" }>;

export function isList(operand: Operand): operand is ListOperand {
  return operand.role === "outs" || operand.role === "ins";
}

const KINDED: ReadonlySet<Signature> = new Set(["fields", "elements", "case"]);

/** Fields and elements of an object carry their kind, which says how they are stored. */
const strideOf = (operand: ListOperand): 1 | 2 => (KINDED.has(operand.signature) ? 2 : 1);

const layouts = new Map<InstructionEntry, WordLayout>();

/** The layout of an instruction's words, made once. */
export function layoutOf(entry: InstructionEntry): WordLayout {
  const known = layouts.get(entry);
  if (known !== undefined) return known;
  const layout = layOut(entry);
  layouts.set(entry, layout);
  return layout;
}

function layOut(entry: InstructionEntry): WordLayout {
  const words = new Map<string, number>();
  const lists: WordList[] = [];
  let position = 1;
  for (const [name, operand] of Object.entries(entry.operands)) {
    if (isList(operand)) lists.push({ name, count: position, stride: strideOf(operand) });
    else words.set(name, position);
    position++;
  }
  for (const name of entry.resolved) words.set(name, position++);
  return { words, lists, fixed: position };
}
