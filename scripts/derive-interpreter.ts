/**
 * Renders src/machine/interpreter/loop.ts: one `switch` over the instruction table.
 *
 * Words of an entry's `interpret` text: `$name` an operand or resolved word (a register can be
 * assigned); `$name.count`, `$name[k]`, `$name.kind[k]` of a list; `$next` the word behind an
 * instruction without lists; `$trap(name, a, b, text)` stops; `$lend` before and `$settle` after a
 * call of the runtime that may charge or trap; `$callResult(pc, k)` and `$callAfter(pc)` read the
 * words of a `call`; `$finish` ends the run. A text that sets `pc` ends with `continue;`, and those
 * of branches have the form `pc = CONDITION ? $next : $target; continue;`.
 */
import type { InstructionEntry } from "../src/machine/bytecode/entry.ts";
import { entryOf, MNEMONICS } from "../src/machine/bytecode/instruction.ts";
import type { Mnemonic } from "../src/machine/bytecode/instruction.ts";
import { FIRST_FUSED_CODE, FUSED_SEQUENCES } from "../src/machine/interpreter/fused.ts";
import { isList, layoutOf } from "../src/machine/interpreter/layout.ts";
import type { WordLayout, WordList } from "../src/machine/interpreter/layout.ts";
import { TRAPS } from "../src/machine/trap.ts";
import type { TrapName } from "../src/machine/trap.ts";
import { formatted } from "./formatted.ts";

export const LOOP_PATH = "src/machine/interpreter/loop.ts";

const HEAD = `/**
 * The interpreter's loop: one case for each instruction. Derived from the instruction table by
 * scripts/derive-interpreter.ts: do not edit.
 */

import {
  lendFuel,
  loadSlot,
  readInt,
  roundTiesToEven,
  settleFuel,
  storeElement,
  storeSlot,
  writeInt,
} from "./heap-access.ts";
import { callPrimitive } from "./primitive.ts";
import { growStacks } from "./state.ts";
import type { ExecutionState } from "./state.ts";
import { trapInline } from "../trapped.ts";

const MAXIMUM = Number.MAX_SAFE_INTEGER;

/**
 * Runs up to \`budget\` instructions, or to the end, or throws a trap; the state says how far it
 * came. Gives what is left of the budget: that also where the stacks have grown, to be called anew.
 * A sequence that \`code\` has as one counts as one.
 *
 * \`| 0\` and \`0 +\` tell the host which numbers are small integers and which are floats; without
 * them it keeps each in an object of its own.
 */
export function runLoop(state: ExecutionState, code: Int32Array, budget: number): number {
  const { constants, sites, entries, registerCounts, primitives } = state.program;
  const { views, runtime, texts, parameters } = state.region;
  const { ints, uints, floats, bytes } = views;
  const { stack, frames } = state;
  let frameTop = state.frameTop | 0;
  let base = state.base | 0;
  let pc = state.pc | 0;
  let fuel = 0 + state.fuel;
  let depth = 0 + state.depth;
  let left = budget | 0;
  try {
    for (;;) {
      if (left <= 0) return 0;
      left = (left - 1) | 0;
      switch (code[pc]) {
`;

const TAIL = `
        default:
          throw new Error(\`no instruction has the code \${code[pc]}\`);
      }
    }
  } finally {
    state.frameTop = frameTop;
    state.base = base;
    state.pc = pc;
    state.fuel = fuel;
    state.depth = depth;
  }
}
`;

/** A word of the instruction at pc. */
const word = (position: number | string): string => `code[(pc + ${position}) | 0]`;

/** A register, by what says its number. */
const register = (number: string): string => `stack[(base + ${number}) | 0]`;

/** The position of the item `index` of a list. */
function itemPosition(layout: WordLayout, list: WordList, index: string): string {
  const before = layout.lists.slice(0, layout.lists.indexOf(list));
  const starts = before.map(({ count, stride }) => `${stride === 1 ? "" : "2 * "}${word(count)}`);
  return [layout.fixed, ...starts, `${list.stride === 1 ? "" : "2 * "}${index}`].join(" + ");
}

function renderList(text: string, layout: WordLayout, list: WordList): string {
  const { name, count } = list;
  return text
    .replaceAll(`$${name}.count`, word(count))
    .replaceAll(new RegExp(`\\$${name}\\.kind\\[(\\w+)\\]`, "g"), (_, index: string) =>
      word(`${itemPosition(layout, list, index)} + 1`),
    )
    .replaceAll(new RegExp(`\\$${name}\\[(\\w+)\\]`, "g"), (_, index: string) =>
      register(word(itemPosition(layout, list, index))),
    );
}

/** What `$name` stands for. */
function renderWord(entry: InstructionEntry, layout: WordLayout, name: string): string {
  const position = layout.words.get(name);
  if (position === undefined) throw new Error(`no operand is named ${name}`);
  const operand = entry.operands[name];
  if (operand === undefined) return word(position);
  if (isList(operand)) throw new Error(`${name} is a list`);
  if (operand.role !== "immediate") return register(word(position));
  const pooled = operand.what === "int" || operand.what === "float";
  return pooled ? `constants[${word(position)}]` : word(position);
}

const CALL = layoutOf(entryOf("call"));

const renderBody = (entry: InstructionEntry): string => renderText(entry, entry.interpret);

/** A text of an instruction, each word that begins with a dollar as what it stands for. */
function renderText(entry: InstructionEntry, words: string): string {
  const layout = layoutOf(entry);
  const listed = layout.lists.reduce((text, list) => renderList(text, layout, list), words);
  return listed
    .replaceAll(
      /\$trap\((\w+)([^;\n]*)\)/g,
      (_, name: TrapName, rest: string) => `throw trapInline(${TRAPS[name].code}${rest})`,
    )
    .replaceAll("$lend", "lendFuel(uints, fuel, sites[pc]);")
    .replaceAll("$settle", "fuel = settleFuel(uints);")
    .replaceAll("$next", `(pc + ${layout.fixed}) | 0`)
    .replaceAll("$finish", "{ state.finished = true; return left; }")
    .replaceAll(/\$callResult\((\w+), (\w+)\)/g, `code[($1 + ${CALL.fixed} + $2) | 0]`)
    .replaceAll(/\$callAfter\((\w+)\)/g, `code[($1 + ${CALL.words.get("after")}) | 0]`)
    .replaceAll(/\$(\w+)/g, (_, name: string) => renderWord(entry, layout, name));
}

function renderAdvance(layout: WordLayout): string {
  const lists = layout.lists.map(({ count, stride }) => (stride === 1 ? "" : "2 * ") + word(count));
  return `pc = (pc + ${[layout.fixed, ...lists].join(" + ")}) | 0;`;
}

function renderCase(op: Mnemonic): string {
  const entry = entryOf(op);
  return entry.interpret === "" ? "" : `case ${entry.code}: {\n${renderLast(op)}}\n`;
}

/** An instruction behind which the loop goes to the next one. */
function renderLast(op: Mnemonic): string {
  const entry = entryOf(op);
  const body = renderBody(entry).trim();
  const leaves = /(?:continue;|throw [^;]*)$/.test(body);
  const advance = leaves ? "" : `${renderAdvance(layoutOf(entry))} continue;`;
  return `// ${op}\n${body}\n${advance}\n`;
}

/** The words of a branch: it goes on behind itself, or elsewhere. */
const BRANCH = /^pc = (?<condition>.*) \? \$next : \$target; continue;$/;

/** An instruction that goes on with the next one of a sequence. */
function renderInner(op: Mnemonic): string {
  const entry = entryOf(op);
  const condition = conditionOf(op);
  const body =
    condition === null
      ? renderBody(entry).trim()
      : `if (!(${renderText(entry, condition)})) { pc = ${word(targetOf(op))}; continue; }`;
  return `{\n// ${op}\n${body}\n${renderAdvance(layoutOf(entry))}\n}\n`;
}

const conditionOf = (op: Mnemonic): string | null =>
  BRANCH.exec(entryOf(op).interpret)?.groups?.["condition"] ?? null;

const targetOf = (op: Mnemonic): number => layoutOf(entryOf(op)).words.get("target")!;

const fixedOf = (op: Mnemonic): number => layoutOf(entryOf(op)).fixed;

/** A branch, an `else` and a `break`: it goes on behind the three, or where the `break` leads. */
function renderTest(op: Mnemonic): string {
  const condition = renderText(entryOf(op), conditionOf(op)!);
  const otherwise = word(fixedOf(op) + fixedOf("else") + targetOf("break"));
  const next = fixedOf(op) + fixedOf("else") + fixedOf("break");
  return (
    `{\n// ${op}, else, break\nif (!(${condition})) { pc = ${otherwise}; continue; }\n` +
    `pc = (pc + ${next}) | 0;\n}\n`
  );
}

function renderSequence(ops: readonly Mnemonic[], index: number): string {
  let text = "";
  for (let at = 0; at < ops.length; at += 1) {
    if (ops[at + 1] === "else" && ops[at + 2] === "break") {
      text += renderTest(ops[at]);
      at += 2;
    } else text += at < ops.length - 1 ? renderInner(ops[at]) : `{\n${renderLast(ops[at])}}\n`;
  }
  const end = ops[ops.length - 1] === "break" ? "continue;" : "";
  return `case ${FIRST_FUSED_CODE + index}: {\n${text}${end}\n}\n`;
}

/** The text of loop.ts, formatted. */
export function renderInterpreter(): string {
  const text =
    HEAD + MNEMONICS.map(renderCase).join("") + FUSED_SEQUENCES.map(renderSequence).join("") + TAIL;
  return formatted(LOOP_PATH, text);
}
