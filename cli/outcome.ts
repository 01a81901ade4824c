/**
 * One finished run with everything that is told about it: identity, inputs, result root, trap and
 * place.
 */

import { basename } from "node:path";
import {
  DEFAULT_LIMITS,
  encodeModule,
  type Limits,
  makeReceipt,
  type Module,
  type ModuleValue,
  positionAt,
  PRELUDE_TEXTS,
  proveRun,
  type ProvenRun,
  type Receipt,
  relativePath,
  KERNEL_SHA256,
  resultRoot,
  run,
  type RunInput,
  type RunResult,
  type RunTrap,
  type Span,
  type Tier,
  trapNameOf,
  type VerifiedModule,
  VERSION,
} from "../src/index.ts";
import { runDeep } from "./deep-run.ts";
import type { LoadedProgram } from "./program.ts";
import { textFinder } from "./report/diagnostics.ts";

/** What a run is given. */
export interface RunOrder {
  readonly program: LoadedProgram;
  readonly parameters: readonly ModuleValue[];
  readonly limits: Limits;
  readonly tier: Tier;
}

export interface Outcome extends RunOrder {
  readonly module: Module;
  readonly result: RunResult;
  readonly proven: ProvenRun;
  /** The result root. */
  readonly root: string;
  readonly trap: OutcomeTrap | null;
}

/** A trap as people read it. */
export interface OutcomeTrap {
  readonly code: string;
  readonly message: string;
  /** `file:line:column`, or null without debug section. */
  readonly place: string | null;
  /** The open calls, innermost first: `measured (file:line:column)`. */
  readonly stack: readonly string[];
}

/** A place in a module's code. */
type CodePlace = Pick<RunTrap, "functionIndex" | "instructionIndex">;

/**
 * Runs the program once.
 *
 * @throws {Fault} `machine/memory`
 */
export async function execute(order: RunOrder): Promise<Outcome> {
  const { program, parameters, limits, tier } = order;
  const result = await runModule(program.verified, { parameters, limits, tier });
  return describeOutcome(order, result);
}

/**
 * Runs a module here, or where the stack is large enough for its depth limit.
 *
 * @throws {Fault} `machine/memory`
 */
export function runModule(verified: VerifiedModule, input: RunInput): Promise<RunResult> {
  return input.limits.depth > DEFAULT_LIMITS.depth
    ? runDeep({ module: encodeModule(verified.module), input })
    : Promise.resolve(run(verified, input));
}

/** Everything that is told about a run that has ended. */
function describeOutcome(order: RunOrder, result: RunResult): Outcome {
  const { program, parameters, limits } = order;
  const { module } = program.verified;
  const proven = proveRun(module, parameters, limits, result);
  const trap = result.trap === null ? null : describeTrap(program, result.trap);
  return { ...order, module, result, proven, root: resultRoot(proven), trap };
}

function describeTrap(program: LoadedProgram, trap: RunTrap): OutcomeTrap {
  return {
    code: trapNameOf(trap.code),
    message: trap.message,
    place: placeText(program, trap),
    stack: trap.stack.map((frame) => frameText(program, frame)),
  };
}

/** Where in a source file an instruction comes from, or null without debug section. */
export function sourceOf(
  module: Module,
  { functionIndex, instructionIndex }: CodePlace,
): { readonly path: string; readonly span: Span } | null {
  const debug = module.debug?.functions[functionIndex];
  const span = debug?.spans[instructionIndex];
  if (module.debug === null || debug === undefined || span === undefined) return null;
  return { path: module.debug.paths[debug.path], span };
}

function placeText({ verified, texts }: LoadedProgram, place: CodePlace): string | null {
  const source = sourceOf(verified.module, place);
  if (source === null) return null;
  const content = textFinder(texts)(source.path);
  if (content === null) return `${source.path}, character ${source.span.start + 1}`;
  const { line, column } = positionAt(content, source.span.start);
  return `${source.path}:${line}:${column}`;
}

function frameText(program: LoadedProgram, frame: CodePlace): string {
  const { debug } = program.verified.module;
  const name = debug?.functions[frame.functionIndex]?.name ?? `function ${frame.functionIndex}`;
  const place = placeText(program, frame) ?? `instruction ${frame.instructionIndex}`;
  return `${name} (${place})`;
}

/**
 * The receipt of a run; paths in it start at the folder of the program, so that it is the same on
 * every machine.
 */
export function receiptOf({ module, proven, trap }: Outcome): Receipt {
  const { debug } = module;
  const root = debug === null ? "" : debug.paths[debug.functions[module.main].path];
  const place = trap?.place ?? null;
  return makeReceipt(module, proven, {
    tool: `resolang ${VERSION}`,
    artefact: KERNEL_SHA256,
    place: place === null ? null : shortPlace(place, root),
    stack:
      trap?.stack.map((frame) =>
        frame.replace(/\((?<place>.*)\)$/u, (_, inside: string) => `(${shortPlace(inside, root)})`),
      ) ?? [],
  });
}

/** A place in a file of the program; what belongs to the language keeps its last name. */
function shortPlace(place: string, root: string): string {
  const end = /(?::\d+:\d+|, character \d+)$/u.exec(place)?.index ?? place.length;
  const path = place.slice(0, end);
  const isOfLanguage = PRELUDE_TEXTS.some((text) => text.path === path);
  return (isOfLanguage ? basename(path) : relativePath(path, root)) + place.slice(end);
}
