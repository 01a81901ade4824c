/**
 * Writes the operators of one function: registers as locals, constants, memory accesses, calls.
 *
 * Locals: the parameters, the depth and the fuel that are left, the other registers, one scratch
 * local for each number type, locals that hold elements of lists. Not here: traps and structures
 * (emit-function.ts).
 */

import type { Emission } from "../bytecode/emission.ts";
import type { FunctionCode } from "../bytecode/module.ts";
import { WASM_ALIGNMENTS, WASM_OPERATORS, WASM_TYPES } from "../bytecode/wasm-operator.ts";
import type { WasmOperator, WasmType } from "../bytecode/wasm-operator.ts";
import type { Kind } from "../types/register-kind.ts";
import type { ByteBuffer } from "./byte-buffer.ts";
import { TABLE_GLOBALS } from "./imports.ts";

/** The type of a local that holds a register. */
export const LOCAL_TYPES: Readonly<Record<Kind, WasmType>> = {
  i: "i64",
  f: "f64",
  b: "i32",
  r: "i32",
};

const SCRATCH_TYPES = ["i64", "f64", "i32"] as const;

export interface Writer extends Pick<
  Emission,
  | "op"
  | "get"
  | "set"
  | "kind"
  | "number"
  | "i32"
  | "i64"
  | "f64"
  | "access"
  | "scratch"
  | "element"
  | "lacks"
  | "spend"
  | "table"
> {
  /** An operator with one unsigned immediate. */
  with(operator: WasmOperator, immediate: number): void;
  /** The local that holds the depth that is left. */
  depthLocal: number;
  /** The local that holds the fuel that is left. */
  fuelLocal: number;
  /** What follows is of this function. */
  begin(owner: FunctionCode): void;
}

/** Declares the locals behind the parameters. */
export function declareLocals(
  buffer: ByteBuffer,
  { registers, parameters }: FunctionCode,
  elements: number,
): void {
  // types and counts, in turn
  const runs: number[] = [];
  const add = (type: WasmType): void => {
    const last = runs.length - 2;
    if (runs[last] === WASM_TYPES[type]) runs[last + 1]++;
    else runs.push(WASM_TYPES[type], 1);
  };
  for (let register = parameters.length; register < registers.length; register++) {
    add(LOCAL_TYPES[registers[register].kind]);
  }
  for (const type of SCRATCH_TYPES) add(type);
  for (let count = 0; count < elements; count++) add("i32");
  buffer.unsigned(runs.length / 2);
  for (let index = 0; index < runs.length; index += 2) {
    buffer.unsigned(runs[index + 1]);
    buffer.byte(runs[index]);
  }
}

// hosts find what is in a map twice as fast as a property whose name they do not know
const OPERATORS = new Map<WasmOperator, number>(
  Object.entries(WASM_OPERATORS) as [WasmOperator, number][],
);

/** Writes one function after the other into a buffer. */
export function createWriter(buffer: ByteBuffer): Writer {
  let registers: FunctionCode["registers"] = [];
  let firstScratch = 0;
  const localOf = (register: number): number =>
    register < writer.depthLocal ? register : register + 2;
  const writer: Writer = {
    depthLocal: 0,
    fuelLocal: 0,
    begin(owner) {
      registers = owner.registers;
      firstScratch = registers.length + 2;
      writer.depthLocal = owner.parameters.length;
      writer.fuelLocal = writer.depthLocal + 1;
    },
    with(operator, immediate) {
      buffer.byte(OPERATORS.get(operator)!);
      buffer.unsigned(immediate);
    },
    op(...names) {
      for (const name of names) buffer.byte(OPERATORS.get(name)!);
    },
    get: (register) => writer.with("local.get", localOf(register)),
    set: (register) => writer.with("local.set", localOf(register)),
    kind: (register) => registers[register].kind,
    number(register) {
      writer.get(register);
      const { kind } = registers[register];
      if (kind === "i") writer.op("f64.convert_i64_s");
      else if (kind !== "f") writer.op("f64.convert_i32_u");
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
      writer.with(name, WASM_ALIGNMENTS[name]);
      buffer.unsigned(offset);
    },
    scratch(action, type) {
      writer.with(`local.${action}`, firstScratch + SCRATCH_TYPES.indexOf(type));
    },
    element(action, slot) {
      writer.with(`local.${action}`, firstScratch + SCRATCH_TYPES.length + slot);
    },
    lacks(charge) {
      writer.with("local.get", writer.fuelLocal);
      writer.i64(charge);
      writer.op("i64.lt_s");
    },
    spend(charge) {
      writer.with("local.get", writer.fuelLocal);
      writer.i64(charge);
      writer.op("i64.sub");
      writer.with("local.set", writer.fuelLocal);
    },
    table: (name) => writer.with("global.get", TABLE_GLOBALS[name]),
  };
  return writer;
}
