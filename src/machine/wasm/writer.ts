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
  readonly depthLocal: number;
  /** The local that holds the fuel that is left. */
  readonly fuelLocal: number;
}

/** Declares the locals behind the parameters. */
export function declareLocals(
  buffer: ByteBuffer,
  { registers, parameters }: FunctionCode,
  elements: number,
): void {
  const rest = registers.slice(parameters.length).map(({ kind }) => LOCAL_TYPES[kind]);
  const runs: { type: WasmType; count: number }[] = [];
  const elementTypes = Array.from({ length: elements }, () => "i32" as const);
  for (const type of [...rest, ...SCRATCH_TYPES, ...elementTypes]) {
    const last = runs.at(-1);
    if (last?.type === type) last.count++;
    else runs.push({ type, count: 1 });
  }
  buffer.unsigned(runs.length);
  for (const { type, count } of runs) {
    buffer.unsigned(count);
    buffer.byte(WASM_TYPES[type]);
  }
}

/** The writer of one function into a buffer. */
export function createWriter(buffer: ByteBuffer, { registers, parameters }: FunctionCode): Writer {
  const depthLocal = parameters.length;
  const fuelLocal = depthLocal + 1;
  const firstScratch = registers.length + 2;
  const localOf = (register: number): number => (register < depthLocal ? register : register + 2);
  const writer: Writer = {
    depthLocal,
    fuelLocal,
    with(operator, immediate) {
      buffer.byte(WASM_OPERATORS[operator]);
      buffer.unsigned(immediate);
    },
    op(...names) {
      for (const name of names) buffer.byte(WASM_OPERATORS[name]);
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
      writer.with("local.get", fuelLocal);
      writer.i64(charge);
      writer.op("i64.lt_s");
    },
    spend(charge) {
      writer.with("local.get", fuelLocal);
      writer.i64(charge);
      writer.op("i64.sub");
      writer.with("local.set", fuelLocal);
    },
    table: (name) => writer.with("global.get", TABLE_GLOBALS[name]),
  };
  return writer;
}
