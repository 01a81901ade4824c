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
  sourceText,
  type VerifiedModule,
  verify,
} from "../src/index.ts";
import { writeReports } from "./report/diagnostics.ts";
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

/** The files that programs import, as the shell finds them. */
export function readerOn(shell: Shell): Reader {
  const listed = new Map<string, readonly string[]>();
  return {
    read: (path) => loadText(shell, path).content,
    list: (folder) => {
      const known = listed.get(folder) ?? shell.listFolder(folder === "" ? "." : folder);
      listed.set(folder, known);
      return known;
    },
    identity: (path) => shell.identityOf(path),
  };
}

/**
 * The text of a program; `-` is standard input. A byte order mark at its start is dropped.
 *
 * @throws {Fault} `file/…`
 */
export function loadText(shell: Shell, path: string): SourceText {
  const content = shell.readText(path, "program");
  return sourceText(path, content.startsWith("\uFEFF") ? content.slice(1) : content);
}

/**
 * The program in a file (`-` is standard input, a `.resoc` a compiled module); null when it has
 * errors, which are then written.
 *
 * @throws {Fault} `file/…`, `module/unreadable`
 */
export function loadProgram(shell: Shell, path: string): LoadedProgram | null {
  return path.endsWith(".resoc") ? loadModule(shell, path) : loadSource(shell, path);
}

function loadSource(shell: Shell, path: string): LoadedProgram | null {
  const text = loadText(shell, path);
  const { module, diagnostics, texts } = compileProgram(
    { path, text: text.content },
    readerOn(shell),
  );
  writeReports(shell.err, texts, diagnostics);
  return module === null ? null : compiledProgram(module, texts);
}

/** A module that the compiler has just made; it verifies, or there is a bug. */
export function compiledProgram(module: Module, texts: readonly SourceText[]): LoadedProgram {
  const answer = verify(module);
  if ("verified" in answer) {
    const text = texts[texts.length - 1];
    return { verified: answer.verified, id: programId(module), text, texts };
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
