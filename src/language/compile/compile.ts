/**
 * The compiler: a checked program becomes a module.
 *
 * In: a `TypedProgram` without errors. Out: the module, or reports when it would be larger than a
 * module may be.
 * Invariants: equal programs give equal modules; a module holds exactly what its `main` reaches;
 * what a module has of functions, types and texts stands in the order in which they are first
 * reached.
 * Not here: names, types and units (check/), the proof that the code is sound (machine/verify),
 * bytes (machine/bytecode).
 */

import type { Module } from "../../machine/bytecode/module.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import type { TypedParameter, TypedProgram, TypedTest } from "../check/typed.ts";
import { link, type Root } from "./link.ts";
import { checkSizes } from "./sizes.ts";

export interface Compiled {
  /** null when there is nothing to run, or when it is too large. */
  readonly module: Module | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The module of a program; null without `main`. Cost: linear in what `main` reaches. */
export function compile(program: TypedProgram): Compiled {
  const { main, parameters, outputs } = program;
  if (main === null) return { module: null, diagnostics: [] };
  return compileRoot({ main, parameters, outputs, seed: null, fixed: new Map() });
}

/**
 * The module of one test: its body is `main`, and parameters that it fixes have that value as
 * default.
 */
export function compileTest(program: TypedProgram, test: TypedTest): Compiled {
  return compileRoot({
    main: test.body,
    parameters: null,
    outputs: null,
    seed: test.seeds === null ? null : seedParameter(program, test),
    fixed: test.fixed,
  });
}

function compileRoot(root: Root): Compiled {
  const linked = link(root);
  const diagnostics = linked.problems.length > 0 ? linked.problems : checkSizes(linked);
  return { module: diagnostics.length === 0 ? linked.module : null, diagnostics };
}

/**
 * The seed of a test with seeds comes in as one more parameter, after the program's own, under
 * its own name.
 */
function seedParameter(program: TypedProgram, test: TypedTest): TypedParameter | null {
  const [local] = test.body.parameters;
  if (local === undefined) return null;
  const isTaken = program.parameters.some((parameter) => parameter.name === local.name);
  return {
    index: program.parameters.length,
    name: isTaken ? `${local.name}'` : local.name,
    type: local.type,
    documentation: "",
    default: null,
    range: null,
    place: { path: test.place.path, span: local.span },
  };
}
