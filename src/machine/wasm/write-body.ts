/**
 * Writes the body of one function: its locals, its instructions in order, loops in two versions
 * where one is faster.
 *
 * Not here: what is certain (analyse.ts), what an instruction emits (bytecode/instructions/).
 */

import type { Certainty } from "../bytecode/emission.ts";
import { entryOf } from "../bytecode/instruction.ts";
import type { Mnemonic } from "../bytecode/instruction.ts";
import type { Module } from "../bytecode/module.ts";
import { WASM_OPERATORS } from "../bytecode/wasm-operator.ts";
import { analyse, NOTHING_CERTAIN } from "./analyse.ts";
import type { Analysis } from "./analyse.ts";
import type { FunctionContext, FunctionEmission } from "./emit-function.ts";
import { emitPlanted } from "./plant.ts";
import type { LoopVersion } from "./version.ts";
import { declareLocals } from "./writer.ts";

/** For tests alone: every instruction of this mnemonic is emitted wrongly. */
export interface Plant {
  readonly mnemonic: Mnemonic;
}

/** Where the code of instructions starts in the module's bytes, in order of the bytes. */
export interface CodePlaces {
  readonly starts: number[];
  /** For each of them, the instruction's index; one of a loop in two versions comes twice. */
  readonly indices: number[];
}

export interface Body extends CodePlaces {
  /** Where the locals are declared. */
  readonly localsStart: number;
}

interface Writing extends CodePlaces {
  readonly context: FunctionContext;
  readonly emission: FunctionEmission;
  readonly plant: Plant | undefined;
}

/** Writes one instruction with what is certain there. */
function writeInstruction(writing: Writing, index: number, certain: Certainty | undefined) {
  const { context, emission, plant } = writing;
  const { owner, buffer } = context;
  const { position } = emission;
  const instruction = owner.code[index];
  const entry = entryOf(instruction.op);
  writing.starts.push(buffer.length);
  writing.indices.push(index);
  position.site = owner.sites[index];
  position.frame = owner.frames[index];
  position.certainty = certain ?? NOTHING_CERTAIN;
  context.marker?.before(index);
  if (plant?.mnemonic === instruction.op) emitPlanted(emission, instruction);
  else entry.emit(emission, instruction as never);
  context.marker?.after(index);
  position.isReachable = entry.flow !== "leave";
}

/** Writes a loop in both of its versions. */
function writeVersions(
  writing: Writing,
  start: number,
  version: LoopVersion,
  certainties: Analysis["certainties"],
): void {
  const { context, emission, plant } = writing;
  const { position } = emission;
  const loop = context.owner.code[start];
  const own = loop.op === "loop" ? loop.charge : 0;
  const charge = plant?.mnemonic === "loop" ? own + 1 : own;
  const writeRest = (certainAt: (index: number) => Certainty | undefined): void => {
    position.isReachable = true;
    for (let index = start + 1; index <= version.end; index++) {
      writeInstruction(writing, index, certainAt(index));
    }
  };
  writing.starts.push(context.buffer.length);
  writing.indices.push(start);
  position.site = context.owner.sites[start];
  position.frame = context.owner.frames[start];
  emission.openFaster(version, charge);
  context.marker?.after(start);
  position.isTested = true;
  writeRest((index) => version.certainties.get(index));
  position.isTested = false;
  emission.openSlower(charge);
  context.marker?.after(start);
  writeRest((index) => certainties[index]);
  emission.closeVersions();
}

/** Writes one body with its size before it. */
export function writeBody(
  module: Module,
  context: FunctionContext,
  emission: FunctionEmission,
  plant?: Plant,
): Body {
  const { buffer, owner } = context;
  const starts: number[] = [];
  const indices: number[] = [];
  let localsStart = 0;
  buffer.sized(() => {
    localsStart = buffer.length;
    const { certainties, elements, versions } = analyse(module, owner);
    declareLocals(buffer, owner, elements);
    emission.begin();
    const writing = { context, emission, plant, starts, indices };
    for (let index = 0; index < owner.code.length; index++) {
      const version = versions.get(index);
      if (version === undefined) writeInstruction(writing, index, certainties[index]);
      else {
        writeVersions(writing, index, version, certainties);
        index = version.end;
      }
    }
    // the code never falls off its end, which WebAssembly cannot know
    buffer.raw([WASM_OPERATORS.unreachable, WASM_OPERATORS.end]);
  });
  return { starts, indices, localsStart };
}
