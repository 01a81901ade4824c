/**
 * Emits a verified module as one WebAssembly module: a function for each function, and what they
 * import.
 *
 * Sections: types, imports, functions, the export `main`, branch hints, code, the name `program`
 * (by which a host's call stack is told apart). Cost: linear in the code.
 */

import type { FunctionCode, Module, VerifiedModule } from "../bytecode/module.ts";
import { RUNTIME_FUNCTIONS } from "../bytecode/runtime-function.ts";
import type { RuntimeFunction } from "../bytecode/runtime-function.ts";
import { siteBases } from "../bytecode/site.ts";
import { WASM_TYPES } from "../bytecode/wasm-operator.ts";
import { type FunctionHints, type Hint, writeHints } from "./branch-hints.ts";
import { ByteBuffer } from "./byte-buffer.ts";
import { createEmission, primitiveImport } from "./emit-function.ts";
import type { FunctionContext } from "./emit-function.ts";
import { TRAP_IMPORT, TRAP_TEXT_IMPORT, TypeTable, writeImports } from "./imports.ts";
import type { FunctionType, ImportedFunction } from "./imports.ts";
import { hoistParameters } from "./hoist.ts";
import { expand } from "./inline.ts";
import type { ExpandedCode } from "./inline.ts";
import { createMarker, type Mark, type MarkOptions } from "./marks.ts";
import { PROGRAM_NAME } from "./program-name.ts";
import { writeBody } from "./write-body.ts";
import type { CodePlaces, Plant } from "./write-body.ts";
import { LOCAL_TYPES } from "./writer.ts";

export interface EmitOptions {
  /** For tests alone. */
  readonly plant?: Plant;
  /** For measuring alone: nothing is charged where a region is entered. */
  readonly isUnmetered?: boolean;
  /** For profiles alone: the program tells where it is. */
  readonly marks?: MarkOptions;
}

export interface EmittedModule {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The functions as they were emitted. */
  readonly functions: readonly ExpandedCode[];
  /** For each function, where in `bytes` the code of its instructions starts. */
  readonly places: readonly CodePlaces[];
  /** What the numbers of marks stand for, the first that of 1. */
  readonly marks: readonly Mark[];
}

const HEADER = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const SECTION = { custom: 0, type: 1, import: 2, function: 3, export: 7, code: 10 } as const;
const FUNCTION_TYPE = 0x60;
const MODULE_NAME = 0;

/** Parameters, and the depth and the fuel that are left, to results and the fuel that is left. */
function typeOf({ parameters, results }: FunctionCode): FunctionType {
  return {
    parameters: [...parameters.map(({ kind }) => LOCAL_TYPES[kind]), "i32", "i64"],
    results: [...results.map(({ kind }) => LOCAL_TYPES[kind]), "i64"],
  };
}

/** Every function that may be called from outside the program, once, numbered in this order. */
function collectImports(module: Module): Map<string, ImportedFunction> {
  const imports = new Map<string, ImportedFunction>();
  const add = (imported: ImportedFunction): unknown => imports.set(imported.name, imported);
  add(TRAP_IMPORT);
  add(TRAP_TEXT_IMPORT);
  for (const name of Object.keys(RUNTIME_FUNCTIONS) as RuntimeFunction[]) {
    add({ from: "runtime", name, type: RUNTIME_FUNCTIONS[name] });
  }
  for (const owner of module.functions) {
    for (const instruction of owner.code) {
      if (instruction.op !== "primitive") continue;
      add(
        primitiveImport(owner, instruction.primitive, instruction.arguments, instruction.results),
      );
    }
  }
  return imports;
}

/** Writes the contents of the code section; gives where its instructions start, and the hints. */
function writeCode(
  buffer: ByteBuffer,
  module: Module,
  expanded: readonly ExpandedCode[],
  imports: readonly ImportedFunction[],
  options: EmitOptions,
) {
  const numbers = new Map(imports.map(({ name }, index) => [name, index]));
  const functionHints: FunctionHints[] = [];
  const marks: Mark[] = [];
  buffer.unsigned(expanded.length);
  const context: FunctionContext = {
    buffer,
    owner: expanded[0],
    types: module.types,
    importIndex: (name) => numbers.get(name)!,
    importCount: imports.length,
    isUnmetered: options.isUnmetered ?? false,
    hints: [],
    marker: null,
  };
  const emission = createEmission(context);
  const places = expanded.map((owner, index): CodePlaces => {
    const hints: Hint[] = [];
    context.owner = owner;
    context.hints = hints;
    if (options.marks !== undefined) {
      context.marker = createMarker(options.marks, marks, index, owner, buffer);
    }
    const body = writeBody(module, context, emission, options.plant);
    functionHints.push({ index: imports.length + index, start: body.localsStart, hints });
    return body;
  });
  return { places, hints: functionHints, marks };
}

function shift({ starts }: CodePlaces, distance: number): void {
  for (let index = 0; index < starts.length; index++) starts[index] += distance;
}

/** Emits the module. The bytes are valid whenever the module is. */
export function emitModule({ module }: VerifiedModule, options: EmitOptions = {}): EmittedModule {
  const buffer = new ByteBuffer();
  const imports = collectImports(module);
  const functions = [...imports.values()];
  const types = new TypeTable();
  const typeIndices = module.functions.map((owner) => types.indexOf(typeOf(owner)));
  const importSection = new ByteBuffer();
  writeImports(importSection, functions, types);
  const section = (id: number, body: () => void): void => {
    buffer.byte(id);
    buffer.sized(body);
  };

  buffer.raw(HEADER);
  section(SECTION.type, () => {
    buffer.unsigned(types.types.length);
    for (const { parameters, results } of types.types) {
      buffer.byte(FUNCTION_TYPE);
      for (const list of [parameters, results]) {
        buffer.unsigned(list.length);
        buffer.raw(list.map((type) => WASM_TYPES[type]));
      }
    }
  });
  section(SECTION.import, () => buffer.raw(importSection.finish()));
  section(SECTION.function, () => {
    buffer.unsigned(typeIndices.length);
    for (const index of typeIndices) buffer.unsigned(index);
  });
  section(SECTION.export, () => {
    buffer.unsigned(1);
    buffer.name("main");
    buffer.byte(0);
    buffer.unsigned(functions.length + module.main);
  });
  const bases = siteBases(module);
  const expanded = module.functions.map((_, index) =>
    hoistParameters(expand(module, index, bases)),
  );
  // hints stand before the code, and are known behind it
  const code = new ByteBuffer();
  const { places, hints, marks } = writeCode(code, module, expanded, functions, options);
  section(SECTION.custom, () => writeHints(buffer, hints));
  section(SECTION.code, () => {
    for (const each of places) shift(each, buffer.length);
    buffer.raw(code.finish());
  });
  section(SECTION.custom, () => {
    buffer.name("name");
    buffer.byte(MODULE_NAME);
    buffer.sized(() => buffer.name(PROGRAM_NAME));
  });
  return { bytes: buffer.finish(), functions: expanded, places, marks };
}
