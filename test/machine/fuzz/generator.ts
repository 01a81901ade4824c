/**
 * Random programs that the verifier accepts by construction: every instruction, loops, calls,
 * recursion, openings, traps.
 *
 * Everything comes from the tables of instructions, primitives and types, so a new entry is
 * exercised without a change here.
 */

import type { FunctionCode, Module, ModuleValue } from "../../../src/machine/bytecode/module.ts";
import { arrange } from "./arrange.ts";
import { chanceOf } from "./chance.ts";
import { Draft } from "./draft.ts";
import {
  anyValue,
  createProgram,
  placeOf,
  type Place,
  type Program,
  type Signature,
} from "./program.ts";
import { makeCall, makeLoop, makeStatements } from "./statements.ts";
import { emitConstant, makeValue } from "./values.ts";

export interface RandomProgram {
  readonly module: Module;
  readonly parameters: readonly ModuleValue[];
}

/** The program of a seed, and values for its parameters. */
export function randomProgram(seed: number): RandomProgram {
  const program = createProgram(chanceOf(seed));
  const { chance } = program;
  program.signatures.push({ parameters: [], results: [] });
  for (let count = chance.below(5); count > 0; count -= 1) {
    program.signatures.push(randomSignature(program));
  }
  const functions = program.signatures.map((signature) => randomFunction(program, signature));
  const { types, texts, parameters, outputs } = program;
  const values = parameters.map((parameter) => anyValue(program, parameter.type));
  const module = arrange({ types, texts, parameters, outputs, functions, main: 0, debug: null });
  return { module, parameters: values };
}

function randomSignature(program: Program): Signature {
  const { chance, pool } = program;
  const places = (most: number): Place[] =>
    Array.from({ length: chance.below(most + 1) }, () => placeOf(program, chance.pick(pool)));
  const rest = places(3).map((place) => ({
    ...place,
    ownership: place.kind === "r" ? chance.pick(["own", "borrow", "inout"] as const) : null,
  }));
  const inouts = rest.filter(({ ownership }) => ownership === "inout");
  const results = [...inouts.map(({ kind, type }) => ({ kind, type })), ...places(2)];
  return { parameters: [{ kind: "i", type: null, ownership: null }, ...rest], results };
}

function randomFunction(program: Program, signature: Signature): FunctionCode {
  const { chance } = program;
  const isMain = signature.parameters.length === 0;
  const draft = new Draft(program, signature, chance.below(isMain ? 60 : 30) + 10);
  draft.make = (type) => makeValue(draft, type);
  draft.emit("enter", { charge: 0 });
  if (!isMain) returnWhenDeep(draft);
  for (const kind of ["i", "i", "i", "f", "f", "b", "b"] as const) emitConstant(draft, kind);
  const isAlive = makeBody(draft, isMain);
  if (isAlive) draft.leaveFunction();
  const { parameters, results } = signature;
  const { registers, code } = draft;
  return { parameters, results, registers, code };
}

/** The first parameter says how many calls deeper this one may go; it is never written. */
function returnWhenDeep(draft: Draft): void {
  draft.reserve(0);
  const none = draft.constant("i", 0);
  draft.emit("if_int_le", { a: 0, b: none });
  draft.inside(false, () => {
    draft.leaveFunction();
    return false;
  });
  draft.emit("end");
}

function makeBody(draft: Draft, isMain: boolean): boolean {
  const { chance } = draft.program;
  if (!isMain) return makeStatements(draft, 12);
  if (!makeStatements(draft, 8)) return false;
  // most programs do something often; a few go as deep as calls can
  if (chance.hit(0.85)) makeLoop(draft, chance.below(250) + 30);
  if (chance.hit(0.1)) makeCall(draft, chance.pick([5, 1000, 1_000_000]));
  return makeStatements(draft, 6);
}
