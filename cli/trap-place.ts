/** Where a trap happened, as people read it: files, lines, and the calls that were open. */

import { type Module, positionAt, type RunTrap, type Span, trapNameOf } from "../src/index.ts";
import type { OutcomeTrap } from "./outcome.ts";
import type { LoadedProgram } from "./program.ts";
import { textFinder } from "./report/diagnostics.ts";

/** A place in a module's code. */
type CodePlace = Pick<RunTrap, "functionIndex" | "instructionIndex">;

export function describeTrap(program: LoadedProgram, trap: RunTrap): OutcomeTrap {
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
