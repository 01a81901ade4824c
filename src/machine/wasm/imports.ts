/**
 * What an emitted module imports, numbered as it is first used: functions of the artefact and of
 * the host.
 */

import { MAXIMUM_PAGES } from "../../engine/kernel.ts";
import type { RuntimeFunctionType } from "../bytecode/runtime-function.ts";
import { WASM_TYPES } from "../bytecode/wasm-operator.ts";
import type { WasmType } from "../bytecode/wasm-operator.ts";
import type { ByteBuffer } from "./byte-buffer.ts";

export interface FunctionType {
  readonly parameters: readonly WasmType[];
  readonly results: readonly WasmType[];
}

/** Function types, each once. */
export class TypeTable {
  readonly #indices = new Map<string, number>();
  readonly types: FunctionType[] = [];

  indexOf(type: FunctionType): number {
    const key = `${type.parameters.join(" ")} → ${type.results.join(" ")}`;
    const known = this.#indices.get(key);
    if (known !== undefined) return known;
    const index = this.types.push(type) - 1;
    this.#indices.set(key, index);
    return index;
  }
}

export interface ImportedFunction {
  /** `runtime` for the artefact, `host` for the two functions that trap. */
  readonly from: "runtime" | "host";
  readonly name: string;
  readonly type: RuntimeFunctionType;
}

/** Code, site, fuel that is left, what is captured. */
export const TRAP_IMPORT: ImportedFunction = {
  from: "host",
  name: "trap",
  type: { parameters: ["i32", "i32", "i64", "f64", "f64"], result: null },
};

/** Code, site, fuel that is left, the text. */
export const TRAP_TEXT_IMPORT: ImportedFunction = {
  from: "host",
  name: "trap_text",
  type: { parameters: ["i32", "i32", "i64", "i32"], result: null },
};

/** Addresses of the two tables: immutable globals. */
export const TABLE_GLOBALS = { texts: 0, parameters: 1 } as const;

const KIND_FUNCTION = 0;
const KIND_MEMORY = 2;
const KIND_GLOBAL = 3;
/** A shared memory with a maximum. */
const SHARED_LIMITS = 3;

/** Writes the contents of the import section: memory, tables' addresses, functions in order. */
export function writeImports(
  buffer: ByteBuffer,
  functions: readonly ImportedFunction[],
  types: TypeTable,
): void {
  buffer.unsigned(1 + Object.keys(TABLE_GLOBALS).length + functions.length);
  buffer.name("host");
  buffer.name("memory");
  buffer.raw([KIND_MEMORY, SHARED_LIMITS]);
  buffer.unsigned(0);
  buffer.unsigned(MAXIMUM_PAGES);
  for (const name of Object.keys(TABLE_GLOBALS)) {
    buffer.name("host");
    buffer.name(name);
    buffer.raw([KIND_GLOBAL, WASM_TYPES.i32, 0]);
  }
  for (const { from, name, type } of functions) {
    buffer.name(from);
    buffer.name(name);
    buffer.byte(KIND_FUNCTION);
    buffer.unsigned(types.indexOf(typeOfImport(type)));
  }
}

function typeOfImport({ parameters, result }: RuntimeFunctionType): FunctionType {
  return { parameters, results: result === null ? [] : [result] };
}
