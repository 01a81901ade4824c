/**
 * Puts small functions where they are called.
 *
 * What is put in keeps its sites, its charges and its test of the depth, so nobody can tell but by
 * the clock: its registers become new ones of the caller, its parameters and results moves, its
 * body a block, and each `return` a break out of that block. Calls from within are told the depth
 * that its frame would have left. The host's stack lacks the frame; `Frame` says what it was.
 * Invariants: the code is well structured, and a register has the same kind throughout; a reference
 * that is lent is moved into the parameter without being given away.
 * Cost: linear in the code that comes out, which is bounded.
 */

import { entryOf } from "../bytecode/instruction.ts";
import type { Instruction, InstructionOf } from "../bytecode/instruction.ts";
import type { FunctionCode, Module } from "../bytecode/module.ts";
import { operandsOf, valuesOf } from "../bytecode/operand-list.ts";
import type { OperandData } from "../bytecode/operand-list.ts";
import { frameCost } from "../limits.ts";
import type { Kind } from "../types/register-kind.ts";

/** A call that has been replaced by what it calls. */
export interface Frame {
  /** The site of the call. */
  readonly callSite: number;
  readonly outer: Frame | null;
  /** What this frame, and the replaced ones around it, would cost of the depth. */
  readonly cost: number;
}

/** The code of a function with others put in; the rest as it was. */
export interface ExpandedCode extends FunctionCode {
  /** What a frame costs of the depth, whatever has been put in. */
  readonly cost: number;
  /** For each instruction, the site that it traps with. */
  readonly sites: readonly number[];
  /** For each instruction, the replaced call that it is part of. */
  readonly frames: readonly (Frame | null)[];
  /** Moves into a parameter that borrows: what is moved stays where it was, too. */
  readonly lends: ReadonlySet<number>;
}

/** Instructions of a function that is worth its place, in a loop and elsewhere. */
const MOST_IN_LOOP = 120;
const MOST_ELSEWHERE = 30;
/** A function may stand within itself so often. */
const MOST_REPEATS = 3;
/** Calls that are replaced within each other. */
const MOST_FRAMES = 6;
/** Instructions and registers that a function may grow to. */
const MOST_INSTRUCTIONS = 400;
const MOST_REGISTERS = 200;

const MOVES = { i: "int_move", f: "float_move", b: "bool_move", r: "ref_move" } as const;

const moveOf = (kind: Kind, d: number, a: number): Instruction => ({ op: MOVES[kind], d, a });

/** The instruction over registers that stand `base` further. */
function shifted(instruction: Instruction, base: number): Instruction {
  if (base === 0) return instruction;
  const values = valuesOf(instruction);
  const moved: Record<string, OperandData> = { op: instruction.op as never };
  for (const { name, what } of operandsOf(instruction.op)) {
    const value = values[name];
    if (what !== null) moved[name] = value;
    else if (typeof value === "number") moved[name] = value + base;
    else moved[name] = (value as readonly number[]).map((register) => register + base);
  }
  return moved as unknown as Instruction;
}

/** One function whose code is being put together. */
interface Expansion {
  readonly module: Module;
  readonly bases: readonly number[];
  readonly registers: FunctionCode["registers"][number][];
  readonly code: Instruction[];
  readonly sites: number[];
  readonly frames: (Frame | null)[];
  readonly lends: Set<number>;
  /** Functions that stand within each other at this place, outermost first. */
  readonly open: number[];
  loops: number;
}

/** Where one body is put: its first register, and where its results go. */
interface Body {
  readonly base: number;
  readonly frame: Frame | null;
  /** Null for the function itself, which returns. */
  readonly results: readonly number[] | null;
}

function isWorthwhile(
  { module, open, code, registers, loops }: Expansion,
  target: number,
): boolean {
  const { length } = module.functions[target].code;
  if (length > MOST_IN_LOOP) return false;
  const repeats = open.filter((each) => each === target).length;
  return (
    length <= (loops > 0 && repeats === 0 ? MOST_IN_LOOP : MOST_ELSEWHERE) &&
    repeats <= MOST_REPEATS &&
    open.length <= MOST_FRAMES &&
    code.length + length <= MOST_INSTRUCTIONS &&
    registers.length + module.functions[target].registers.length <= MOST_REGISTERS
  );
}

function append(expansion: Expansion, instruction: Instruction, site: number, frame: Frame | null) {
  expansion.code.push(instruction);
  expansion.sites.push(site);
  expansion.frames.push(frame);
}

function putCall(
  expansion: Expansion,
  call: InstructionOf<"call">,
  site: number,
  outer: Frame | null,
): void {
  const { module, registers } = expansion;
  const target = module.functions[call.function];
  const base = registers.length;
  registers.push(...target.registers);
  const cost = (outer?.cost ?? 0) + frameCost(target.registers.length);
  const frame: Frame = { callSite: site, outer, cost };
  for (const [index, argument] of call.arguments.entries()) {
    const { kind, ownership } = target.parameters[index];
    if (ownership === "borrow") expansion.lends.add(expansion.code.length);
    append(expansion, moveOf(kind, base + index, argument), site, outer);
  }
  append(expansion, { op: "block" }, site, outer);
  putBody(expansion, call.function, { base, frame, results: call.results });
  append(expansion, { op: "end" }, site, outer);
}

/** A `return` of a body that has been put in: its values move, and it goes past the body's end. */
function putReturn(
  expansion: Expansion,
  values: readonly number[],
  body: Body,
  { site, nesting }: { readonly site: number; readonly nesting: number },
): void {
  const { registers } = expansion;
  for (const [index, value] of values.entries()) {
    const from = value + body.base;
    const move = moveOf(registers[from].kind, body.results![index], from);
    append(expansion, move, site, body.frame);
  }
  append(expansion, { op: "break", label: nesting }, site, body.frame);
}

function putBody(expansion: Expansion, index: number, body: Body): void {
  const { module, bases, open } = expansion;
  open.push(index);
  const structures: boolean[] = [];
  const { code } = module.functions[index];
  for (let at = 0; at < code.length; at++) {
    const instruction = code[at];
    const site = bases[index] + at;
    const { flow } = entryOf(instruction.op);
    if (flow === "open") {
      structures.push(instruction.op === "loop");
      if (instruction.op === "loop") expansion.loops++;
    } else if (flow === "end" && structures.pop() === true) expansion.loops--;
    if (instruction.op === "return" && body.results !== null) {
      putReturn(expansion, instruction.values, body, { site, nesting: structures.length });
    } else {
      const placed = shifted(instruction, body.base);
      if (placed.op === "call" && isWorthwhile(expansion, placed.function)) {
        putCall(expansion, placed, site, body.frame);
      } else append(expansion, placed, site, body.frame);
    }
  }
  open.pop();
}

/** The code of a function with the small ones that it calls put in. */
export function expand(module: Module, index: number, bases: readonly number[]): ExpandedCode {
  const owner = module.functions[index];
  const registers = [...owner.registers];
  const expansion: Expansion = {
    module,
    bases,
    registers,
    code: [],
    sites: [],
    frames: [],
    lends: new Set(),
    open: [],
    loops: 0,
  };
  putBody(expansion, index, { base: 0, frame: null, results: null });
  const { code, sites, frames, lends } = expansion;
  const { parameters, results } = owner;
  const cost = frameCost(owner.registers.length);
  return { parameters, results, registers, code, cost, sites, frames, lends };
}
