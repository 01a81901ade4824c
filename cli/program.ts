/**
 * A program from a file: source text that is compiled, or a module that is decoded; verified either
 * way.
 */

import {
  compileProgram,
  decodeModule,
  type Diagnostic,
  Fault,
  type Module,
  programId,
  type Reader,
  type SourceText,
  type VerifiedModule,
  verify,
} from "../src/index.ts";
import { MOST_REPORTS, writeReports } from "./report/diagnostics.ts";
import { readerOn, sourceOf } from "./runnable.ts";
import type { Shell } from "./shell.ts";

export interface LoadedProgram {
  readonly verified: VerifiedModule;
  /** SHA-256 of the identity section, hexadecimal. */
  readonly id: string;
  /** The text of the file that is run; null for a `.resoc`. */
  readonly text: SourceText | null;
  /** That text and those of the files it imports. */
  readonly texts: readonly SourceText[];
}

/**
 * The text of a program; `-` is standard input.
 *
 * @throws {Fault} `file/…`
 */
export const loadText = sourceOf;

export { readerOn } from "./runnable.ts";

/**
 * The program in a file (`-` is standard input, a `.resoc` a compiled module); null when it has
 * errors, which are then written.
 *
 * @throws {Fault} `file/…`, `module/unreadable`
 */
export function loadProgram(shell: Shell, path: string): LoadedProgram | null {
  if (path.endsWith(".resoc")) return loadModule(shell, path);
  return loadSource(shell, loadText(shell, path)).program;
}

/** A program of a text; `isSilent` when there was nothing to report. */
export function loadSource(
  shell: Shell,
  text: SourceText,
  reader: Reader = readerOn(shell),
): { readonly program: LoadedProgram | null; readonly isSilent: boolean } {
  const { path, content } = text;
  const { module, diagnostics, texts } = compileProgram({ path, text: content }, reader);
  writeReports(shell.err, texts, diagnostics, "full", MOST_REPORTS);
  const program = module === null ? null : compiledProgram(module, texts);
  return { program, isSilent: diagnostics.length === 0 };
}

/** A module that the compiler has just made; it verifies, or there is a bug. */
export function compiledProgram(module: Module, texts: readonly SourceText[]): LoadedProgram {
  const answer = verify(module);
  if ("verified" in answer) {
    const text = texts[texts.length - 1];
    let id: string | null = null;
    return {
      verified: answer.verified,
      // who tests or measures never asks
      get id() {
        return (id ??= programId(module));
      },
      text,
      texts,
    };
  }
  const { code, rule, message, functionIndex, instructionIndex } = answer.refusal;
  throw new Error(
    `the compiler made a module that does not verify: ${code} (${rule}): ${message}, ` +
      `function ${functionIndex}, instruction ${instructionIndex}`,
  );
}

function loadModule(shell: Shell, path: string): LoadedProgram {
  const decoded = decodeModule(shell.readBytes(path, "program"));
  if ("problem" in decoded) {
    const { code, offset, message } = decoded.problem;
    throw new Fault(
      "module/unreadable",
      `${path} is not a module: ${code} at byte ${offset}: ${message}`,
    );
  }
  const answer = verify(decoded.module);
  if ("refusal" in answer) {
    const { code, message } = answer.refusal;
    throw new Fault("module/unreadable", `${path} is refused: ${code}: ${message}`);
  }
  return { verified: answer.verified, id: programId(decoded.module), text: null, texts: [] };
}

/** How many of the reports are errors. */
export function errorCount(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === "error").length;
}
