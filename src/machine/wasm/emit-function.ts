/**
 * The emission of one function: calls and traps that know their place, charges, structures one to
 * one.
 *
 * Not here: operators and locals (writer.ts), sections (emit-module.ts), what an instruction emits
 * (bytecode/instructions/).
 */

import type { Certainty, Emission } from "../bytecode/emission.ts";
import type { FunctionCode, ModuleType } from "../bytecode/module.ts";
import { primitiveSignature } from "../bytecode/primitive-signature.ts";
import { WASM_OPERATORS } from "../bytecode/wasm-operator.ts";
import type { WasmType } from "../bytecode/wasm-operator.ts";
import { TRAPS } from "../trap.ts";
import type { TrapName } from "../trap.ts";
import type { Kind } from "../types/register-kind.ts";
import { caseType } from "../values/descriptors.ts";
import { FUEL_CELL, RESULT_CELLS, SITE_CELL } from "../values/layout.ts";
import { NOTHING_CERTAIN } from "./analyse.ts";
import type { ByteBuffer } from "./byte-buffer.ts";
import type { Expected, Hint } from "./branch-hints.ts";
import { TRAP_IMPORT, TRAP_TEXT_IMPORT } from "./imports.ts";
import type { ImportedFunction } from "./imports.ts";
import type { ExpandedCode, Frame } from "./inline.ts";
import type { Marker } from "./marks.ts";
import { emitVersionTest } from "./version-test.ts";
import type { LoopVersion } from "./version.ts";
import { createWriter, LOCAL_TYPES } from "./writer.ts";
import type { Writer } from "./writer.ts";

/** How a register travels to and from the artefact. */
const ABI_TYPES: Readonly<Record<Kind, WasmType>> = { i: "f64", f: "f64", b: "i32", r: "i32" };

const EMPTY_BLOCK = 0x40;

/** What the emission of functions needs to know: the module around them, and the one of now. */
export interface FunctionContext {
  readonly buffer: ByteBuffer;
  owner: ExpandedCode;
  /** The number that `call` takes for an imported function, by its name. */
  readonly importIndex: (name: string) => number;
  readonly types: readonly ModuleType[];
  /** The number of functions imported, all of which are known before any body is written. */
  readonly importCount: number;
  readonly isUnmetered: boolean;
  /** Branches that are nearly always or hardly ever taken, as they are written. */
  hints: Hint[];
  /** Null but for profiles. */
  marker: Marker | null;
}

/**
 * The instruction that is being emitted: its site, the replaced call that it is part of, and
 * whether the one before it left.
 */
interface Position {
  site: number;
  frame: Frame | null;
  certainty: Certainty;
  isReachable: boolean;
  /** Whether fuel and depth have been tested for everything here. */
  isTested: boolean;
}

export interface FunctionEmission extends Emission {
  readonly position: Position;
  /** What follows is of the context's function. */
  begin(): void;
  /** Opens a loop, and its faster version behind tests that it may run. */
  openFaster(version: LoopVersion, charge: number): void;
  /** Opens the other version, when the faster one has been closed. */
  openSlower(charge: number): void;
  /** Behind both. */
  closeVersions(): void;
}

type Traps = Pick<Emission, "trapIf" | "trapWithText" | "when" | "usually" | "rarely">;

/** Conditions, and what tells the host that the program traps, and with what fuel. */
function createTraps(context: FunctionContext, writer: Writer, position: Position): Traps {
  const { buffer, importIndex } = context;
  const nothing = (): void => writer.f64(0);
  const begin = (name: TrapName): void => {
    writer.i32(TRAPS[name].code);
    writer.i32(position.site);
    writer.with("local.get", writer.fuelLocal);
  };
  const when: Emission["when"] = (body, otherwise) => {
    buffer.raw([WASM_OPERATORS.if, EMPTY_BLOCK]);
    body();
    if (otherwise !== undefined) {
      writer.op("else");
      otherwise();
    }
    writer.op("end");
  };
  const expecting =
    (expected: Expected): Emission["when"] =>
    (body, otherwise) => {
      context.hints.push({ place: buffer.length, expected });
      when(body, otherwise);
    };
  const rarely = expecting("not taken");
  return {
    when,
    rarely,
    usually: expecting("taken"),
    trapIf(name, a = nothing, b = nothing) {
      rarely(() => {
        begin(name);
        a();
        b();
        writer.with("call", importIndex(TRAP_IMPORT.name));
        writer.op("unreachable");
      });
    },
    trapWithText(name, register) {
      begin(name);
      writer.get(register);
      writer.with("call", importIndex(TRAP_TEXT_IMPORT.name));
      writer.op("unreachable");
    },
  };
}

type Calls = Pick<Emission, "runtime" | "charged" | "call" | "primitive">;

/** Calls of functions and of the artefact, which is told the place and lent the fuel. */
function createCalls(context: FunctionContext, writer: Writer, position: Position): Calls {
  const { importIndex, importCount } = context;
  const kindOf = (register: number): Kind => context.owner.registers[register].kind;
  const lend = (): void => {
    writer.i32(0);
    writer.i32(position.site);
    writer.access("i32.store", SITE_CELL);
    writer.i32(0);
    writer.with("local.get", writer.fuelLocal);
    writer.access("i64.store", FUEL_CELL);
  };
  const settle = (): void => {
    writer.i32(0);
    writer.access("i64.load", FUEL_CELL);
    writer.with("local.set", writer.fuelLocal);
  };
  const calls: Calls = {
    runtime(name) {
      writer.with("call", importIndex(name));
    },
    charged(name) {
      lend();
      calls.runtime(name);
      settle();
    },
    call(target, inputs, results) {
      for (const input of inputs) writer.get(input);
      writer.with("local.get", writer.depthLocal);
      if (position.frame !== null) {
        writer.i32(position.frame.cost);
        writer.op("i32.sub");
      }
      writer.with("local.get", writer.fuelLocal);
      writer.with("call", importCount + target);
      writer.with("local.set", writer.fuelLocal);
      for (const result of results.toReversed()) writer.set(result);
    },
    primitive(id, inputs, results) {
      for (const input of inputs) {
        if (kindOf(input) === "i") writer.number(input);
        else writer.get(input);
      }
      lend();
      writer.with("call", importIndex(primitiveSignature(id)!.export));
      settle();
      if (results.length === 1) {
        if (kindOf(results[0]) === "i") writer.op("i64.trunc_f64_s");
        writer.set(results[0]);
        return;
      }
      for (const [index, result] of results.entries()) {
        writer.i32(0);
        writer.access(`${LOCAL_TYPES[kindOf(result)]}.load`, RESULT_CELLS + 8 * index);
        writer.set(result);
      }
    },
  };
  return calls;
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

type Structures = Pick<
  FunctionEmission,
  | "enter"
  | "openBlock"
  | "openLoop"
  | "openIf"
  | "otherwise"
  | "end"
  | "breakTo"
  | "continueTo"
  | "leave"
  | "openFaster"
  | "openSlower"
  | "closeVersions"
>;

/** A structure that is open: a loop is a block around a loop, and its back-edges pay. */
interface Structure {
  readonly isLoop: boolean;
  readonly charge: number;
  /** Labels of WebAssembly that it stands for. */
  readonly labels: number;
}

const LOOP_LABELS = 2;
/** Each version of a loop stands in a part of an `if`. */
const VERSION_LABELS = LOOP_LABELS + 1;

/** Pays a charge, which is not deducted where it cannot be paid. */
function createPay(
  { isUnmetered }: FunctionContext,
  writer: Writer,
  traps: Traps,
  position: Position,
) {
  return (charge: number): void => {
    if (isUnmetered) return;
    if (!position.isTested) {
      writer.lacks(charge);
      traps.trapIf("fuel");
    }
    writer.spend(charge);
  };
}

type Loops = Pick<FunctionEmission, "openLoop" | "openFaster" | "openSlower" | "closeVersions">;

/** How loops begin, which are then open. */
function createLoops(
  context: FunctionContext,
  writer: Writer,
  pay: (charge: number) => void,
  open: Structure[],
): Loops {
  const { buffer } = context;
  const openLoop = (charge: number, labels: number): void => {
    buffer.raw([WASM_OPERATORS.block, EMPTY_BLOCK, WASM_OPERATORS.loop, EMPTY_BLOCK]);
    open.push({ isLoop: true, charge, labels });
  };
  return {
    openLoop(charge) {
      pay(charge);
      openLoop(charge, LOOP_LABELS);
    },
    openFaster(version, charge) {
      pay(charge);
      emitVersionTest(writer, version);
      context.hints.push({ place: buffer.length, expected: "taken" });
      buffer.raw([WASM_OPERATORS.if, EMPTY_BLOCK]);
      openLoop(charge, VERSION_LABELS);
    },
    openSlower(charge) {
      writer.op("else");
      openLoop(charge, VERSION_LABELS);
    },
    closeVersions: () => writer.op("end"),
  };
}

/** Structures of the bytecode as structures of WebAssembly, and what they pay. */
function createStructures(
  context: FunctionContext,
  writer: Writer,
  traps: Traps,
  position: Position,
): Structures {
  const { buffer } = context;
  const open: Structure[] = [];
  const pay = createPay(context, writer, traps, position);
  const outwards = (label: number): Structure => open[open.length - 1 - label];
  /** Labels of WebAssembly from here to a structure; of a loop to the block around it. */
  const labelOf = (label: number): number =>
    open
      .slice(open.length - label)
      .reduce((sum, { labels }) => sum + labels, outwards(label).isLoop ? 1 : 0);
  return {
    ...createLoops(context, writer, pay, open),
    enter(charge) {
      pay(charge);
      if (position.isTested) return;
      writer.with("local.get", writer.depthLocal);
      if (position.frame !== null) {
        writer.i32(position.frame.cost);
        writer.op("i32.lt_s");
        traps.trapIf("depth");
        return;
      }
      writer.i32(context.owner.cost);
      writer.op("i32.sub");
      writer.with("local.tee", writer.depthLocal);
      writer.i32(0);
      writer.op("i32.lt_s");
      traps.trapIf("depth");
    },
    openBlock() {
      buffer.raw([WASM_OPERATORS.block, EMPTY_BLOCK]);
      open.push({ isLoop: false, charge: 0, labels: 1 });
    },
    openIf() {
      buffer.raw([WASM_OPERATORS.if, EMPTY_BLOCK]);
      open.push({ isLoop: false, charge: 0, labels: 1 });
    },
    otherwise: () => writer.op("else"),
    end() {
      const { isLoop, charge } = open.pop()!;
      if (isLoop) {
        if (position.isReachable) {
          pay(charge);
          writer.with("br", 0);
        }
        writer.op("end");
      }
      writer.op("end");
    },
    breakTo: (label) => writer.with("br", labelOf(label)),
    continueTo(label) {
      pay(outwards(label).charge);
      writer.with("br", labelOf(label) - 1);
    },
    leave(values) {
      for (const value of values) writer.get(value);
      writer.with("local.get", writer.fuelLocal);
      writer.op("return");
    },
  };
}

/** The emission of one function after the other into the context's buffer. */
export function createEmission(context: FunctionContext): FunctionEmission {
  const position: Position = {
    site: 0,
    frame: null,
    certainty: NOTHING_CERTAIN,
    isReachable: true,
    isTested: false,
  };
  const writer = createWriter(context.buffer);
  const begin = (): void => {
    writer.begin(context.owner);
    position.isReachable = true;
    position.isTested = false;
  };
  const traps = createTraps(context, writer, position);
  const calls = createCalls(context, writer, position);
  const structures = createStructures(context, writer, traps, position);
  const objects: Pick<Emission, "certain" | "type" | "header"> = {
    certain: () => position.certainty,
    type: (register) => context.owner.registers[register].type!,
    header: (type, caseIndex) => caseType(context.types, type, caseIndex),
  };
  return { ...writer, ...traps, ...calls, ...structures, ...objects, position, begin };
}
