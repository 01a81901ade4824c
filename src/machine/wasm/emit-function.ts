/**
 * The code of one function: one local for each register, structures one to one.
 *
 * Locals: the parameters, the depth that is left, the other registers, one scratch local for each number type.
 * Not here: sections (emit-module.ts), what an instruction emits (bytecode/instructions/).
 */

import type { Emission } from "../bytecode/emission.ts";
import type { FunctionCode } from "../bytecode/module.ts";
import type { Kind } from "../bytecode/operand.ts";
import { primitiveSignature } from "../bytecode/primitive-signature.ts";
import { RUNTIME_FUNCTIONS } from "../bytecode/runtime-function.ts";
import { WASM_ALIGNMENTS, WASM_OPERATORS, WASM_TYPES } from "../bytecode/wasm-operator.ts";
import type { WasmType } from "../bytecode/wasm-operator.ts";
import { frameCost } from "../limits.ts";
import { TRAPS } from "../trap.ts";
import type { ByteBuffer } from "./byte-buffer.ts";
import { TABLE_GLOBALS, TRAP_IMPORT, TRAP_TEXT_IMPORT } from "./imports.ts";
import type { ImportedFunction } from "./imports.ts";

/** The type of a local that holds a register. */
export const LOCAL_TYPES: Readonly<Record<Kind, WasmType>> = {
  i: "i64",
  f: "f64",
  b: "i32",
  r: "i32",
};

/** How a register travels to and from the artefact. */
const ABI_TYPES: Readonly<Record<Kind, WasmType>> = { i: "f64", f: "f64", b: "i32", r: "i32" };

const FUEL_CELL = 16;
const SITE_CELL = 24;
const RESULT_CELLS = 64;
const EMPTY_BLOCK = 0x40;
const SCRATCH_TYPES = ["i64", "f64", "i32"] as const;

/** What the emission of one function needs to know of the module around it. */
export interface FunctionContext {
  readonly buffer: ByteBuffer;
  readonly owner: FunctionCode;
  /** The number that `call` takes for an imported function. */
  importIndex(imported: ImportedFunction): number;
  /** The number of functions imported, all of which are known before any body is written. */
  readonly importCount: number;
}

/** A structure that is open: whether it is a loop, which is a block around a loop, and what its back-edges pay. */
interface Structure {
  readonly isLoop: boolean;
  readonly charge: number;
}

export interface FunctionEmission extends Emission {
  /** Says which instruction comes next: its site, and whether the one before it left. */
  begin(site: number, isReachable: boolean): void;
  /** Writes the declarations of the locals. */
  declareLocals(): void;
}

/** The emission of one function into the context's buffer. */
export function createEmission(context: FunctionContext): FunctionEmission {
  const { buffer, owner } = context;
  const { registers } = owner;
  const parameterCount = owner.parameters.length;
  const depthLocal = parameterCount;
  const firstScratch = registers.length + 1;
  const structures: Structure[] = [];
  let site = 0;
  let isReachable = true;

  const localOf = (register: number): number =>
    register < parameterCount ? register : register + 1;
  const local = (operator: "local.get" | "local.set" | "local.tee", index: number): void => {
    buffer.byte(WASM_OPERATORS[operator]);
    buffer.unsigned(index);
  };
  const callFunction = (index: number): void => {
    buffer.byte(WASM_OPERATORS.call);
    buffer.unsigned(index);
  };
  const storeSite = (): void => {
    e.i32(0);
    e.i32(site);
    e.access("i32.store", SITE_CELL);
  };
  const ifBlock = (): void => buffer.raw([WASM_OPERATORS.if, EMPTY_BLOCK]);
  const pay = (charge: number): void => {
    e.i32(0);
    e.access("i64.load", FUEL_CELL);
    e.i64(charge);
    e.op("i64.sub");
    e.scratch("tee", "i64");
    e.i64(0);
    e.op("i64.lt_s");
    e.trapIf("fuel");
    e.i32(0);
    e.scratch("get", "i64");
    e.access("i64.store", FUEL_CELL);
  };
  /** Labels of WebAssembly from here to the structure `label` outwards; of a loop to the block around it. */
  const labelOf = (label: number): number => {
    const inner = structures.slice(structures.length - label);
    const self = structures[structures.length - 1 - label];
    return inner.reduce((sum, { isLoop }) => sum + (isLoop ? 2 : 1), self.isLoop ? 1 : 0);
  };
  const branch = (label: number): void => {
    buffer.byte(WASM_OPERATORS.br);
    buffer.unsigned(label);
  };
  const open = (structure: Structure): void => {
    structures.push(structure);
  };

  const e: FunctionEmission = {
    begin(nextSite, reachable) {
      site = nextSite;
      isReachable = reachable;
    },
    declareLocals() {
      const rest = registers.slice(parameterCount).map(({ kind }) => LOCAL_TYPES[kind]);
      const runs: { type: WasmType; count: number }[] = [];
      for (const type of [...rest, ...SCRATCH_TYPES]) {
        const last = runs.at(-1);
        if (last?.type === type) last.count++;
        else runs.push({ type, count: 1 });
      }
      buffer.unsigned(runs.length);
      for (const { type, count } of runs) {
        buffer.unsigned(count);
        buffer.byte(WASM_TYPES[type]);
      }
    },
    op(...names) {
      for (const name of names) buffer.byte(WASM_OPERATORS[name]);
    },
    get: (register) => local("local.get", localOf(register)),
    set: (register) => local("local.set", localOf(register)),
    kind: (register) => registers[register].kind,
    number(register) {
      e.get(register);
      const { kind } = registers[register];
      if (kind === "i") e.op("f64.convert_i64_s");
      else if (kind !== "f") e.op("f64.convert_i32_u");
    },
    i32(value) {
      buffer.byte(WASM_OPERATORS["i32.const"]);
      buffer.signed(value | 0);
    },
    i64(value) {
      buffer.byte(WASM_OPERATORS["i64.const"]);
      buffer.signed(value);
    },
    f64(value) {
      buffer.byte(WASM_OPERATORS["f64.const"]);
      buffer.float(value);
    },
    access(name, offset) {
      buffer.byte(WASM_OPERATORS[name]);
      buffer.unsigned(WASM_ALIGNMENTS[name]);
      buffer.unsigned(offset);
    },
    scratch: (action, type) => local(`local.${action}`, firstScratch + SCRATCH_TYPES.indexOf(type)),
    table(name) {
      buffer.byte(WASM_OPERATORS["global.get"]);
      buffer.unsigned(TABLE_GLOBALS[name]);
    },
    runtime: (name) =>
      callFunction(context.importIndex({ from: "runtime", name, type: RUNTIME_FUNCTIONS[name] })),
    charged(name) {
      storeSite();
      e.runtime(name);
    },
    trapIf(name, a, b) {
      ifBlock();
      e.i32(TRAPS[name].code);
      e.i32(site);
      if (a === undefined) e.f64(0);
      else a();
      if (b === undefined) e.f64(0);
      else b();
      callFunction(context.importIndex(TRAP_IMPORT));
      e.op("unreachable", "end");
    },
    trapWithText(name, register) {
      e.i32(TRAPS[name].code);
      e.i32(site);
      e.get(register);
      callFunction(context.importIndex(TRAP_TEXT_IMPORT));
      e.op("unreachable");
    },
    when(body) {
      ifBlock();
      body();
      e.op("end");
    },
    enter(charge) {
      pay(charge);
      local("local.get", depthLocal);
      e.i32(frameCost(registers.length));
      e.op("i32.sub");
      local("local.tee", depthLocal);
      e.i32(0);
      e.op("i32.lt_s");
      e.trapIf("depth");
    },
    openBlock() {
      buffer.raw([WASM_OPERATORS.block, EMPTY_BLOCK]);
      open({ isLoop: false, charge: 0 });
    },
    openLoop(charge) {
      pay(charge);
      buffer.raw([WASM_OPERATORS.block, EMPTY_BLOCK, WASM_OPERATORS.loop, EMPTY_BLOCK]);
      open({ isLoop: true, charge });
    },
    openIf() {
      ifBlock();
      open({ isLoop: false, charge: 0 });
    },
    otherwise: () => e.op("else"),
    end() {
      const structure = structures[structures.length - 1];
      if (structure.isLoop) {
        if (isReachable) {
          pay(structure.charge);
          branch(0);
        }
        e.op("end");
      }
      structures.pop();
      e.op("end");
    },
    breakTo: (label) => branch(labelOf(label)),
    continueTo(label) {
      pay(structures[structures.length - 1 - label].charge);
      branch(labelOf(label) - 1);
    },
    leave(values) {
      for (const value of values) e.get(value);
      e.op("return");
    },
    call(target, inputs, results) {
      for (const input of inputs) e.get(input);
      local("local.get", depthLocal);
      callFunction(context.importCount + target);
      for (const result of results.toReversed()) e.set(result);
    },
    primitive(id, inputs, results) {
      const kinds = results.map((register) => registers[register].kind);
      for (const input of inputs) {
        if (registers[input].kind === "i") e.number(input);
        else e.get(input);
      }
      storeSite();
      callFunction(context.importIndex(primitiveImport(owner, id, inputs, results)));
      if (kinds.length === 1) {
        if (kinds[0] === "i") e.op("i64.trunc_f64_s");
        e.set(results[0]);
        return;
      }
      for (const [index, result] of results.entries()) {
        e.i32(0);
        const type = LOCAL_TYPES[kinds[index]];
        e.access(`${type}.load`, RESULT_CELLS + 8 * index);
        e.set(result);
      }
    },
  };
  return e;
}

/** The import behind a `primitive` instruction. */
export function primitiveImport(
  owner: FunctionCode,
  id: number,
  inputs: readonly number[],
  results: readonly number[],
): ImportedFunction {
  const abi = (register: number): WasmType => ABI_TYPES[owner.registers[register].kind];
  return {
    from: "runtime",
    name: primitiveSignature(id)!.export,
    type: {
      parameters: inputs.map(abi),
      result: results.length === 1 ? abi(results[0]) : null,
    },
  };
}
