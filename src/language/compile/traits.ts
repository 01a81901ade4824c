/**
 * What builder and linker ask of each instruction, worked out at its first use: which operands
 * change owners, which name what has a number, and which are lists.
 *
 * Not here: the instructions themselves (machine/bytecode).
 */

import { entryOf, type Flow, type Mnemonic } from "../../machine/bytecode/instruction.ts";
import { operandsOf } from "../../machine/bytecode/operand-list.ts";
import type { Operand } from "../../machine/bytecode/operand.ts";
import type { Numberings } from "./numbering.ts";

/** Operands are told by their names. */
export interface Traits {
  readonly flow: Flow;
  readonly fuel: number;
  /** null for an instruction that leaves all references with their owners. */
  readonly ownership: OwnershipChange | null;
  /** What it names by its number until the module is linked: the operand of the same name. */
  readonly names: keyof Numberings | null;
  /** Lists of registers. */
  readonly lists: readonly string[];
}

export interface OwnershipChange {
  /** One register each that is empty afterwards. */
  readonly taken: readonly string[];
  /** A list of such registers. */
  readonly givenAway: string | null;
  /** A register that is owned afterwards. */
  readonly written: string | null;
}

const TAKING: ReadonlySet<string> = new Set(["fields", "elements", "results", "case"]);

const NAMED: readonly (keyof Numberings)[] = ["type", "text", "function", "parameter", "output"];

const known: Partial<Record<Mnemonic, Traits>> = {};

export function traitsOf(op: Mnemonic): Traits {
  return (known[op] ??= traitsFor(op));
}

function traitsFor(op: Mnemonic): Traits {
  const named = (wanted: (operand: Operand) => boolean): string[] =>
    operandsOf(op).flatMap(({ name, operand }) => (wanted(operand) ? [name] : []));
  const taken = named(({ role }) => role === "take");
  const [givenAway = null] = named(
    (operand) => operand.role === "ins" && TAKING.has(operand.signature),
  );
  const [written = null] = named((operand) => operand.role === "out" && operand.kind === "r");
  const isMoving = taken.length > 0 || givenAway !== null || written !== null;
  return {
    flow: entryOf(op).flow,
    fuel: entryOf(op).fuel,
    ownership: isMoving ? { taken, givenAway, written } : null,
    names: NAMED.find((name) => operandsOf(op).some((operand) => operand.name === name)) ?? null,
    lists: named((operand) => "signature" in operand),
  };
}
