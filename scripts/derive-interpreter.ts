/**
 * Renders src/machine/interpreter/loop.ts: one `switch` over the instruction table.
 *
 * Words of an entry's `interpret` text: `$name` an operand or resolved word (a register can be
 * assigned); `$name.count`, `$name[k]`, `$name.kind[k]` of a list; `$next` the word behind an
 * instruction without lists; `$trap(name, a, b, text)` stops; `$lend` before and `$settle` after a
 * call of the runtime that may charge or trap; `$callResult(pc, k)` and `$callAfter(pc)` read the
 * words of a `call`; `$finish` ends the run. A text that sets `pc` ends with `continue;`.
 */
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { InstructionEntry } from "../src/machine/bytecode/entry.ts";
import { entryOf, MNEMONICS } from "../src/machine/bytecode/instruction.ts";
import type { Mnemonic } from "../src/machine/bytecode/instruction.ts";
import { isList, layoutOf } from "../src/machine/interpreter/layout.ts";
import type { WordLayout, WordList } from "../src/machine/interpreter/layout.ts";
import { TRAPS } from "../src/machine/trap.ts";
import type { TrapName } from "../src/machine/trap.ts";

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
 * came.
 */
export function runLoop(state: ExecutionState, budget: number): void {
  const { code, constants, sites, entries, registerCounts, primitives } = state.program;
  const { views, runtime, texts, parameters } = state.region;
  const { ints, uints, floats, bytes } = views;
  let { stack, frames, frameTop, base, pc, fuel, depth } = state;
  // an integer on the way in keeps the counter one
  let left = budget | 0;
  try {
    for (;;) {
      if (left-- <= 0) return;
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
const word = (position: number | string): string => `code[pc + ${position}]`;

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
    .replaceAll(
      new RegExp(`\\$${name}\\[(\\w+)\\]`, "g"),
      (_, index: string) => `stack[base + ${word(itemPosition(layout, list, index))}]`,
    );
}

/** What `$name` stands for. */
function renderWord(entry: InstructionEntry, layout: WordLayout, name: string): string {
  const position = layout.words.get(name);
  if (position === undefined) throw new Error(`no operand is named ${name}`);
  const operand = entry.operands[name];
  if (operand === undefined) return word(position);
  if (isList(operand)) throw new Error(`${name} is a list`);
  if (operand.role !== "immediate") return `stack[base + ${word(position)}]`;
  const pooled = operand.what === "int" || operand.what === "float";
  return pooled ? `constants[${word(position)}]` : word(position);
}

const CALL = layoutOf(entryOf("call"));

function renderBody(entry: InstructionEntry): string {
  const layout = layoutOf(entry);
  const listed = layout.lists.reduce(
    (text, list) => renderList(text, layout, list),
    entry.interpret,
  );
  return listed
    .replaceAll(
      /\$trap\((\w+)([^;\n]*)\)/g,
      (_, name: TrapName, rest: string) => `throw trapInline(${TRAPS[name].code}${rest})`,
    )
    .replaceAll("$lend", "lendFuel(uints, fuel, sites[pc]);")
    .replaceAll("$settle", "fuel = settleFuel(uints);")
    .replaceAll("$next", `pc + ${layout.fixed}`)
    .replaceAll("$finish", "{ state.finished = true; return; }")
    .replaceAll(/\$callResult\((\w+), (\w+)\)/g, `code[$1 + ${CALL.fixed} + $2]`)
    .replaceAll(/\$callAfter\((\w+)\)/g, `code[$1 + ${CALL.words.get("after")}]`)
    .replaceAll(/\$(\w+)/g, (_, name: string) => renderWord(entry, layout, name));
}

function renderAdvance(layout: WordLayout): string {
  const lists = layout.lists.map(({ count, stride }) => (stride === 1 ? "" : "2 * ") + word(count));
  return `pc += ${[layout.fixed, ...lists].join(" + ")};`;
}

function renderCase(op: Mnemonic): string {
  const entry = entryOf(op);
  if (entry.interpret === "") return "";
  const body = renderBody(entry).trim();
  const leaves = /(?:continue;|throw [^;]*)$/.test(body);
  const advance = leaves ? "" : `${renderAdvance(layoutOf(entry))} continue;`;
  return `case ${entry.code}: {\n// ${op}\n${body}\n${advance}\n}\n`;
}

/** The text of loop.ts, formatted. */
export function renderInterpreter(): string {
  const text = HEAD + MNEMONICS.map((op) => renderCase(op)).join("") + TAIL;
  const formatter = fileURLToPath(new URL("../node_modules/.bin/oxfmt", import.meta.url));
  return execFileSync(formatter, ["--stdin-filepath", LOOP_PATH], {
    input: text,
    encoding: "utf8",
  });
}
