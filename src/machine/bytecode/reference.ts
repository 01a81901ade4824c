/**
 * Renders the reference chapter of the instructions and of what a module may hold, from their
 * tables.
 */

import { TRAPS } from "../trap.ts";
import { entryOf, MNEMONICS, type Mnemonic } from "./instruction.ts";
import { AGGREGATE_INSTRUCTIONS } from "./instructions/aggregate.ts";
import { CONTROL_INSTRUCTIONS } from "./instructions/control.ts";
import { MOVE_INSTRUCTIONS } from "./instructions/move.ts";
import { NUMBER_INSTRUCTIONS } from "./instructions/number.ts";
import { OUTPUT_INSTRUCTIONS } from "./instructions/output.ts";
import { TEXT_INSTRUCTIONS } from "./instructions/text.ts";
import { MODULE_LIMITS } from "./limits.ts";
import { operandsOf, type NamedOperand } from "./operand-list.ts";

/** Where the chapter stands. */
export const INSTRUCTIONS_PATH = "src/machine/bytecode/reference.md";

const FAMILIES: readonly { readonly title: string; readonly entries: object }[] = [
  { title: "Control", entries: CONTROL_INSTRUCTIONS },
  { title: "Registers", entries: MOVE_INSTRUCTIONS },
  { title: "Numbers", entries: NUMBER_INSTRUCTIONS },
  { title: "Texts", entries: TEXT_INSTRUCTIONS },
  { title: "Lists, records, tuples", entries: AGGREGATE_INSTRUCTIONS },
  { title: "Output", entries: OUTPUT_INSTRUCTIONS },
];

const INTRODUCTION = `# Instructions

Derived from the tables in \`src/machine/bytecode/\` by \`npm run derive\`: do not edit.

A function has registers of four kinds: \`i\` Int, \`f\` Float, \`b\` Bool and \`r\` reference. A
reference is empty, owned, borrowed (parameters only) or open. Operands, in the order of the text
form and of the bytes:

| written | meaning |
|---|---|
| \`%d: out i\` | a register that is written; a reference is empty before and owned after |
| \`%a: in f\` | a register that is read; a reference is owned or borrowed, and stays so |
| \`%a: take string\` | a reference that is given away: owned before, empty after |
| \`%a: change list\` | a reference that is updated in place, on a copy when it is shared |
| \`%a: open list\`, \`%a: close list\` | a container whose child is moved out, and put back |
| \`[%…]\` | a list of registers, as the function, primitive or type asks |
| anything else | a constant or an index, as it is called |

Each instruction adds its fuel, 1 unless said, to the charge of its region; work that grows with a
value is paid as it is done.`;

/** The whole text of the chapter. */
export function renderInstructions(): string {
  const parts = [INTRODUCTION];
  for (const { title, entries } of FAMILIES) {
    const ops = MNEMONICS.filter((op) => Object.hasOwn(entries, op));
    parts.push(
      `## ${title}`,
      ["| code | instruction | meaning |", "|---|---|---|", ...ops.map(row)].join("\n"),
    );
  }
  const limits = Object.entries(MODULE_LIMITS).map(
    ([name, { maximum, doc }]) => `| ${name} | ${maximum} | ${doc} |`,
  );
  parts.push(
    "## Limits of a module",
    ["| limit | at most | what |", "|---|---|---|", ...limits].join("\n"),
  );
  return `${parts.join("\n\n")}\n`;
}

function row(op: Mnemonic): string {
  const { code, doc, fuel, traps } = entryOf(op);
  const words = [op, ...operandsOf(op).map(showOperand)].join(" ");
  const cost = fuel === 1 ? "" : ` Fuel ${fuel}.`;
  const named = traps.map((trap) => `${trap} (${TRAPS[trap].code})`).join(", ");
  const trapping = traps.length === 0 ? "" : ` Traps: ${named}.`;
  return `| 0x${code.toString(16).padStart(2, "0")} | \`${words}\` | ${doc}${cost}${trapping} |`;
}

function showOperand({ name, operand }: NamedOperand): string {
  if ("signature" in operand) return `[%${name}…]`;
  if (operand.role === "immediate")
    return name === operand.what ? name : `${name}: ${operand.what}`;
  const type = operand.type === null ? operand.kind : `${operand.kind} ${operand.type}`;
  return `%${name}: ${operand.role} ${type}`;
}
