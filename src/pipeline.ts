/**
 * The whole toolchain on one screen: text → tree → typed program → module.
 *
 * Not here: verification and running (machine/), reading files and showing reports (cli/).
 */

import type { SourceFile } from "./language/ast.ts";
import { check } from "./language/check/check.ts";
import type { TypedProgram, TypedTest } from "./language/check/typed.ts";
import { compile, compileTest, type Compiled } from "./language/compile/compile.ts";
import { withoutEchoes } from "./language/echoes.ts";
import { parse } from "./language/parse.ts";
import { PRELUDE_TEXTS } from "./language/prelude/texts.ts";
import type { Module } from "./machine/bytecode/module.ts";
import type { Diagnostic } from "./source/diagnostic.ts";
import { sourceText } from "./source/text.ts";

/** A program's text under the name that reports show. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Checked {
  /** null when there is an error. */
  readonly program: TypedProgram | null;
  readonly diagnostics: readonly Diagnostic[];
}

export interface CompiledProgram extends Checked {
  /** null when there is an error, or no `main`. */
  readonly module: Module | null;
}

export interface CompiledTest extends Compiled {
  readonly test: TypedTest;
}

let prelude: readonly { readonly path: string; readonly file: SourceFile }[] | null = null;

/** The prelude's files, parsed once in a process. */
export function parsedPrelude(): readonly { readonly path: string; readonly file: SourceFile }[] {
  prelude ??= PRELUDE_TEXTS.map(({ path, content }) => ({
    path,
    file: parse(sourceText(path, content)).file,
  }));
  return prelude;
}

/**
 * Everything that is wrong with a program, and its typed form when nothing is.
 *
 * @param requireMain whether a file without `main` is an error, as it is for running
 */
export function checkProgram({ path, text }: Source, requireMain = false): Checked {
  const source = sourceText(path, text);
  const { file, problems } = parse(source);
  // Behind what is too deep to be read, everything that is missing is an echo.
  if (problems.some(({ code }) => code === "E0119"))
    return { program: null, diagnostics: problems };
  const checked = check({ user: { path, file, text }, prelude: parsedPrelude(), requireMain });
  const isBroken = problems.some(({ severity }) => severity === "error");
  return {
    program: isBroken ? null : checked.program,
    diagnostics: [...problems, ...withoutEchoes(source, problems, checked.problems)],
  };
}

/**
 * A program's module.
 *
 * @example compileProgram({ path: "a.reso", text: 'fn main() { print "a" }' }).module
 */
export function compileProgram(source: Source): CompiledProgram {
  const { program, diagnostics } = checkProgram(source, true);
  if (program === null) return { program, module: null, diagnostics };
  const compiled = compile(program);
  return {
    program,
    module: compiled.module,
    diagnostics: [...diagnostics, ...compiled.diagnostics],
  };
}

/** Each test or bench of a program as a module of its own; empty when the program has errors. */
export function compileTests(
  source: Source,
  purpose: TypedTest["purpose"] = "test",
): {
  readonly tests: readonly CompiledTest[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const { program, diagnostics } = checkProgram(source);
  const chosen = program?.tests.filter((test) => test.purpose === purpose) ?? [];
  const tests = chosen.map((test) => ({ test, ...compileTest(program!, test) }));
  return { tests, diagnostics };
}
