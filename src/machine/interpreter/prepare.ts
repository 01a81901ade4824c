/**
 * Prepares a verified module for the loop: all functions as words in one array, branch targets
 * resolved, constants pooled.
 *
 * `block`, and the `end` of a block or an `if`, become no words; an `else` behind a leaving
 * instruction neither.
 */

import type { KernelExports } from "../../engine/kernel.ts";
import { assert } from "../../fault.ts";
import { entryOf } from "../bytecode/instruction.ts";
import type { Instruction, InstructionEntry } from "../bytecode/instruction.ts";
import type { FunctionCode, Module } from "../bytecode/module.ts";
import { siteBases } from "../bytecode/site.ts";
import { frameCost } from "../limits.ts";
import { caseType } from "../values/descriptors.ts";
import { primitiveSignature } from "../bytecode/primitive-signature.ts";
import { fuse } from "./fuse.ts";
import { KIND_WORDS } from "./heap-access.ts";
import { isList, layoutOf } from "./layout.ts";
import type { PreparedPrimitive } from "./primitive.ts";

export interface PreparedProgram {
  readonly code: Int32Array;
  /** The same words, where sequences begin with a code of their own (fused.ts). */
  readonly fused: Int32Array;
  readonly constants: Float64Array;
  /** The site of the instruction that starts at a word. */
  readonly sites: Int32Array;
  /** The first word of each function. */
  readonly entries: Int32Array;
  readonly registerCounts: Int32Array;
  readonly primitives: readonly PreparedPrimitive[];
}

/**
 * An open structure: where its back-edges go, what they pay, and the words that wait for its end.
 */
interface Structure {
  readonly isLoop: boolean;
  readonly head: number;
  readonly charge: number;
  readonly awaitEnd: number[];
  awaitElse: number | null;
}

interface Preparation {
  readonly module: Module;
  readonly kernel: KernelExports;
  readonly code: number[];
  readonly sites: number[];
  /** Where each instruction begins that has words. */
  readonly starts: number[];
  readonly constants: number[];
  readonly constantIndices: Map<bigint, number>;
  readonly primitives: PreparedPrimitive[];
}

const bits = new BigUint64Array(1);
const bitsAsFloat = new Float64Array(bits.buffer);

/** The place of a constant in the pool; constants of the same bits share one. */
function poolConstant(preparation: Preparation, value: number): number {
  bitsAsFloat[0] = value;
  const key = bits[0];
  const known = preparation.constantIndices.get(key);
  if (known !== undefined) return known;
  const index = preparation.constants.push(value) - 1;
  preparation.constantIndices.set(key, index);
  return index;
}

/** The operands of an instruction by name, whatever it is. */
type AnyOperands = Readonly<Record<string, number | boolean | readonly number[]>>;

function wordOf(
  preparation: Preparation,
  entry: InstructionEntry,
  name: string,
  value: number | boolean,
): number {
  const operand = entry.operands[name];
  if (operand.role === "immediate" && (operand.what === "int" || operand.what === "float")) {
    return poolConstant(preparation, value as number);
  }
  return Number(value);
}

/** Appends the words of one instruction, resolved words as 0; gives the position of the first. */
function appendWords(
  preparation: Preparation,
  instruction: Instruction,
  owner: FunctionCode,
): number {
  const { code } = preparation;
  const entry = entryOf(instruction.op);
  const operands = instruction as unknown as AnyOperands;
  const start = code.length;
  code.push(entry.code);
  for (const [name, operand] of Object.entries(entry.operands)) {
    const value = operands[name];
    if (isList(operand)) code.push((value as readonly number[]).length);
    else code.push(wordOf(preparation, entry, name, value as number | boolean));
  }
  for (const _ of entry.resolved) code.push(0);
  const { lists } = layoutOf(entry);
  for (const { name, stride } of lists) {
    for (const register of operands[name] as readonly number[]) {
      code.push(register);
      if (stride === 2) code.push(KIND_WORDS[owner.registers[register].kind]);
    }
  }
  return start;
}

/** A function while its code is prepared. */
interface FunctionPreparation {
  readonly preparation: Preparation;
  readonly owner: FunctionCode;
  readonly open: Structure[];
}

/** Sets a resolved word of the instruction that starts at a position. */
function resolve(
  { code }: Preparation,
  op: Instruction["op"],
  start: number,
  words: Readonly<Record<string, number>>,
): void {
  const layout = layoutOf(entryOf(op));
  for (const [name, value] of Object.entries(words)) code[start + layout.words.get(name)!] = value;
}

/** The word of the instruction at a position that says where it goes. */
function targetWord(op: Instruction["op"], start: number): number {
  return start + layoutOf(entryOf(op)).words.get("target")!;
}

function closeStructure({ code }: Preparation, { awaitElse, awaitEnd }: Structure): void {
  if (awaitElse !== null) code[awaitElse] = code.length;
  for (const position of awaitEnd) code[position] = code.length;
}

const openStructure = (awaitElse: number | null): Structure => ({
  isLoop: false,
  head: 0,
  charge: 0,
  awaitEnd: [],
  awaitElse,
});

/** Appends one instruction with its words resolved, as far as they are known. */
function prepareInstruction(
  { preparation, owner, open }: FunctionPreparation,
  instruction: Instruction,
  append: () => number,
  isReachable: boolean,
): void {
  const { code } = preparation;
  const { op } = instruction;
  const outwards = (label: number): Structure => open[open.length - 1 - label];
  switch (op) {
    case "block":
      open.push(openStructure(null));
      return;
    case "loop": {
      append();
      const { charge } = instruction;
      open.push({ ...openStructure(null), isLoop: true, head: code.length, charge });
      return;
    }
    case "else": {
      const structure = outwards(0);
      if (isReachable) structure.awaitEnd.push(targetWord(op, append()));
      assert(structure.awaitElse !== null, "an else belongs to an if");
      code[structure.awaitElse] = code.length;
      structure.awaitElse = null;
      return;
    }
    case "end": {
      const structure = open.pop()!;
      const { head, charge } = structure;
      if (structure.isLoop && isReachable) {
        resolve(preparation, op, append(), { target: head, charge });
      }
      closeStructure(preparation, structure);
      return;
    }
    case "break":
      outwards(instruction.label).awaitEnd.push(targetWord(op, append()));
      return;
    case "continue": {
      const { head, charge } = outwards(instruction.label);
      resolve(preparation, op, append(), { target: head, charge });
      return;
    }
    case "enter":
    case "return":
      resolve(preparation, op, append(), { cost: frameCost(owner.registers.length) });
      return;
    case "call": {
      const start = append();
      resolve(preparation, op, start, { registers: owner.registers.length, after: code.length });
      return;
    }
    case "primitive":
      resolve(preparation, op, append(), { primitive: preparation.primitives.length });
      preparation.primitives.push(preparePrimitive(preparation, instruction, owner));
      return;
    case "enum_new":
    case "if_case": {
      const start = append();
      const named = op === "if_case" ? owner.registers[instruction.a].type! : instruction.type;
      const header = caseType(preparation.module.types, named, instruction.case);
      resolve(preparation, op, start, { header });
      if (op === "if_case") open.push(openStructure(targetWord(op, start)));
      return;
    }
    default: {
      const start = append();
      if (entryOf(op).flow === "open") open.push(openStructure(targetWord(op, start)));
    }
  }
}

/** Appends the code of one function. */
function prepareFunction(preparation: Preparation, owner: FunctionCode, siteBase: number): void {
  const context: FunctionPreparation = { preparation, owner, open: [] };
  let isReachable = true;
  for (const [index, instruction] of owner.code.entries()) {
    const append = (): number => {
      const start = appendWords(preparation, instruction, owner);
      preparation.sites[start] = siteBase + index;
      preparation.starts.push(start);
      return start;
    };
    prepareInstruction(context, instruction, append, isReachable);
    isReachable = entryOf(instruction.op).flow !== "leave";
  }
}

function preparePrimitive(
  { kernel }: Preparation,
  instruction: Extract<Instruction, { readonly op: "primitive" }>,
  owner: FunctionCode,
): PreparedPrimitive {
  return {
    call: kernel[primitiveSignature(instruction.primitive)!.export],
    inputs: instruction.arguments.map(() => 0),
    outputKinds: instruction.results.map((register) => owner.registers[register].kind),
    outputs: instruction.results.map(() => 0),
  };
}

/** The module's code as the loop reads it. Cost: linear in the code. */
export function prepare(module: Module, kernel: KernelExports): PreparedProgram {
  const preparation: Preparation = {
    module,
    kernel,
    code: [],
    sites: [],
    starts: [],
    constants: [],
    constantIndices: new Map(),
    primitives: [],
  };
  const bases = siteBases(module);
  const entries = module.functions.map((owner, index) => {
    const start = preparation.code.length;
    prepareFunction(preparation, owner, bases[index]);
    return start;
  });
  const sites = new Int32Array(preparation.code.length);
  for (const [word, site] of preparation.sites.entries()) sites[word] = site ?? 0;
  const code = Int32Array.from(preparation.code);
  return {
    code,
    fused: fuse(code, preparation.starts),
    constants: Float64Array.from(preparation.constants),
    sites,
    entries: Int32Array.from(entries),
    registerCounts: Int32Array.from(module.functions, ({ registers }) => registers.length),
    primitives: preparation.primitives,
  };
}
