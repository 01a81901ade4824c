/**
 * The functions of the artefact that instructions call, with the WebAssembly types they take and
 * give.
 *
 * Int and Float travel as f64, Bool, references and counts as i32. `charged` ones may trap or spend
 * fuel: a tier tells them the place first.
 */

import type { WasmType } from "./wasm-operator.ts";

export interface RuntimeFunctionType {
  readonly parameters: readonly WasmType[];
  readonly result: WasmType | null;
}

const takes = (...parameters: readonly WasmType[]) => ({
  gives: (result: WasmType | null): RuntimeFunctionType => ({ parameters, result }),
});

export const RUNTIME_FUNCTIONS = {
  drop: takes("i32").gives(null),
  unique: takes("i32").gives("i32"),
  record_new: takes("i32").gives("i32"),
  list_new: takes("i32", "i32").gives("i32"),
  list_grow: takes("i32").gives("i32"),
  list_fill_int: takes("i32", "f64", "f64").gives("i32"),
  list_fill_float: takes("i32", "f64", "f64").gives("i32"),
  list_fill_bool: takes("i32", "f64", "i32").gives("i32"),
  list_fill_ref: takes("i32", "f64", "i32").gives("i32"),
  list_concat: takes("i32", "i32").gives("i32"),
  map_new: takes("i32").gives("i32"),
  map_find: takes("i32", "f64").gives("i32"),
  map_index: takes("i32", "f64").gives("i32"),
  map_place: takes("i32", "f64").gives("i32"),
  map_own: takes("i32").gives("i32"),
  text_concat: takes("i32", "i32").gives("i32"),
  text_lt: takes("i32", "i32").gives("i32"),
  equal: takes("i32", "i32").gives("i32"),
  show_int: takes("f64").gives("i32"),
  show_float: takes("f64").gives("i32"),
  show_bool: takes("i32").gives("i32"),
  show: takes("i32").gives("i32"),
  show_fixed: takes("f64", "i32").gives("i32"),
  emit_int: takes("i32", "f64").gives(null),
  emit_float: takes("i32", "f64").gives(null),
  emit_bool: takes("i32", "i32").gives(null),
  emit_ref: takes("i32", "i32").gives(null),
  print: takes("i32").gives(null),
} as const;

export type RuntimeFunction = keyof typeof RUNTIME_FUNCTIONS;
