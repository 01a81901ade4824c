/**
 * The whole toolchain on one screen: texts → trees → typed program → module.
 *
 * Not here: verification and running (machine/), reading files and showing reports (cli/).
 */

import {
  check,
  checkFile,
  openHouse,
  type CheckedText,
  type House,
} from "./language/check/check.ts";
import type { Layer } from "./language/check/session.ts";
import type { TypedProgram, TypedTest } from "./language/check/typed.ts";
import { compile, compileTest, type Compiled } from "./language/compile/compile.ts";
import { withoutEchoes } from "./language/echoes.ts";
import { load, NO_FILES, type LoadedFile, type Reader } from "./language/load.ts";
import { declaredPrelude, usedPrelude } from "./language/prelude/parsed.ts";
import type { Module } from "./machine/bytecode/module.ts";
import type { Diagnostic } from "./source/diagnostic.ts";
import type { SourceText } from "./source/text.ts";

export { NO_FILES, type Reader } from "./language/load.ts";

/** A program's text under the name that reports show. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Checked {
  /** null when there is an error. */
  readonly program: TypedProgram | null;
  /** File by file: what is imported before what imports it. */
  readonly diagnostics: readonly Diagnostic[];
  /** The texts of all files of the program, the root last. */
  readonly texts: readonly SourceText[];
}

export interface CompiledProgram extends Checked {
  /** null when there is an error, or no `main`. */
  readonly module: Module | null;
}

export interface CompiledTest extends Compiled {
  readonly test: TypedTest;
}

/**
 * Everything that is wrong with a program and the files it imports, and its typed form when
 * nothing is.
 *
 * @param requireMain whether a file without `main` is an error, as it is for running
 */
export function checkProgram(
  source: Source,
  requireMain = false,
  reader: Reader = NO_FILES,
): Checked {
  const files = load([source], reader);
  const root = files[files.length - 1];
  const texts = files.map(({ text }) => text);
  if (files.some(isUnread)) {
    return { program: null, diagnostics: files.flatMap(({ problems }) => problems), texts };
  }
  const imported = files.slice(0, -1).map(toCheck);
  const input = { user: toCheck(root), imported, requireMain };
  let checked = check({ ...input, prelude: usedPrelude(files) });
  // Reports may speak of anything in the prelude: they suggest what else there is.
  if (checked.problems.length > 0) checked = check({ ...input, prelude: declaredPrelude(files) });
  const isBroken = files.some(hasErrors);
  return {
    program: isBroken ? null : checked.program,
    diagnostics: files.flatMap((file) => reportsOn(file, checked.problems)),
    texts,
  };
}

/** One file with everything that is wrong with it. */
export interface FileReports {
  readonly text: SourceText;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Everything that is wrong with some programs and the files they import: each file once.
 *
 * @param isHealthChecked adds the warnings that ask for attention: Floats compared bit by bit
 */
export function checkFiles(
  sources: readonly Source[],
  reader: Reader = NO_FILES,
  { isHealthChecked = false }: { readonly isHealthChecked?: boolean } = {},
): readonly FileReports[] {
  const files = load(sources, reader);
  const reports = reportsOnAll(files, openHouse({ prelude: usedPrelude(files), isHealthChecked }));
  if (reports.every(({ diagnostics }) => diagnostics.length === 0)) return reports;
  // As above: what they suggest may be anywhere.
  return reportsOnAll(files, openHouse({ prelude: declaredPrelude(files), isHealthChecked }));
}

function reportsOnAll(files: readonly LoadedFile[], house: House): readonly FileReports[] {
  return files.map((file) => checkLoaded(house, file).reports);
}

/** Checks a file behind those that it imports; what it declares is null when it is too deep. */
export function checkLoaded(
  house: House,
  file: LoadedFile,
): { readonly reports: FileReports; readonly layer: Layer | null } {
  const { path, text } = file;
  if (isUnread(file)) {
    house.layers.delete(path);
    return { reports: { text, diagnostics: file.problems }, layer: null };
  }
  const { problems, layer } = checkFile(house, toCheck(file), false);
  return { reports: { text, diagnostics: reportsOn(file, problems) }, layer };
}

/** Behind what is too deep to be read, everything that is missing is an echo. */
function isUnread({ problems }: LoadedFile): boolean {
  return problems.some(({ code }) => code === "E0119");
}

function hasErrors({ problems }: LoadedFile): boolean {
  return problems.some(({ severity }) => severity === "error");
}

function toCheck(loaded: LoadedFile): CheckedText {
  const { path, file, imports, text } = loaded;
  return { path, file, imports, text: text.content, isBroken: hasErrors(loaded) };
}

/** What is wrong with one file: what could not be read first. */
function reportsOn(
  { path, text, problems, unread }: LoadedFile,
  checked: readonly Diagnostic[],
): readonly Diagnostic[] {
  const own = checked.filter((problem) => problem.path === path);
  return [...problems, ...withoutEchoes(text, { problems, unread }, own)];
}

/**
 * A program's module.
 *
 * @example compileProgram({ path: "a.reso", text: 'fn main() { print "a" }' }).module
 */
export function compileProgram(source: Source, reader: Reader = NO_FILES): CompiledProgram {
  const checked = checkProgram(source, true, reader);
  if (checked.program === null) return { ...checked, module: null };
  const compiled = compile(checked.program);
  return {
    ...checked,
    module: compiled.module,
    diagnostics: [...checked.diagnostics, ...compiled.diagnostics],
  };
}

/** Each test or bench of a program as a module of its own; empty when the program has errors. */
export function compileTests(
  source: Source,
  purpose: TypedTest["purpose"] = "test",
  reader: Reader = NO_FILES,
): Pick<Checked, "diagnostics" | "texts"> & { readonly tests: readonly CompiledTest[] } {
  const { program, diagnostics, texts } = checkProgram(source, false, reader);
  const chosen = program?.tests.filter((test) => test.purpose === purpose) ?? [];
  const tests = chosen.map((test) => ({ test, ...compileTest(program!, test) }));
  return { tests, diagnostics, texts };
}
