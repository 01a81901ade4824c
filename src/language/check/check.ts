/**
 * Syntax tree → typed program: names, types, units and lints.
 *
 * In: the program and the files of the prelude, parsed. Out: the typed program, null when there is
 * an error, and every report in the order of the text.
 * Invariants: never throws, whatever the tree; one cause has one report, because the error type
 * absorbs what follows from it; functions of the prelude are checked when something uses them.
 * Not here: syntax (parse), ownership and registers (compile/).
 */

import type { Diagnostic } from "../../source/diagnostic.ts";
import type * as ast from "../ast.ts";
import { withoutAllowed } from "./allow.ts";
import { collectNames, newLayer, type FileSite } from "./collect.ts";
import { constantOf } from "./constant.ts";
import { CHECKS } from "./expression.ts";
import { checkFunction, checkTest } from "./function.ts";
import { lintComments, lintDeclarations } from "./lint.ts";
import { callablePrimitives } from "./primitives.ts";
import { sortedProblems, type Problems } from "./problems.ts";
import { readProgram } from "./program.ts";
import { valueOfDeclaredUnit } from "./read-unit.ts";
import { checkRecursion } from "./recursion.ts";
import type { RuleName } from "./rules.ts";
import { complain, enqueue, type Session } from "./session.ts";
import { readEnums, readRecords, readSignatures } from "./signature.ts";
import type { TypedProgram, TypedTest } from "./typed.ts";

export interface CheckInput {
  readonly user: {
    readonly path: string;
    readonly file: ast.SourceFile;
    /** For `// allow` comments, which the tree does not hold. */
    readonly text?: string;
  };
  readonly prelude: readonly { readonly path: string; readonly file: ast.SourceFile }[];
  /** Whether a program without `main` is an error: it is for `run`. */
  readonly requireMain: boolean;
  /** Adds lints that ask for attention: `==` on floats. */
  readonly isHealthChecked?: boolean;
  /** Checks every function of the prelude, used or not. */
  readonly isPreludeChecked?: boolean;
  /** For the tests of the tests. */
  readonly disabledRules?: ReadonlySet<RuleName>;
}

export interface CheckResult {
  readonly program: TypedProgram | null;
  readonly problems: Diagnostic[];
}

/** Checks a program. Cost: linear in its length, near enough. */
export function check(input: CheckInput): CheckResult {
  const problems: Problems = { list: [], disabledRules: input.disabledRules ?? new Set() };
  const session = newSession(problems, input.isHealthChecked ?? false);
  declareAll(session, input);
  const { user } = input;
  const site: FileSite = { session, layer: session.user, path: user.path, declared: new Map() };
  if (input.requireMain) checkHasMain(session, user);
  for (const callable of session.user.functions.values()) enqueue(session, callable);
  if (input.isPreludeChecked === true) {
    for (const callable of session.prelude.functions.values()) enqueue(session, callable);
  }
  const tests: TypedTest[] = [];
  for (const declaration of user.file.declarations) {
    if (declaration.kind === "test") tests.push(checkTest(site, declaration));
  }
  for (const callable of session.queue) checkFunction(session, callable);
  lintDeclarations(session, user.path);
  lintComments(session, user.path, user.file);
  const sorted = sortedProblems(problems);
  const hasError = sorted.some(({ severity }) => severity === "error");
  const told = hasError || session.isTreeBroken ? withoutWarnings(sorted) : sorted;
  const list = user.text === undefined ? told : withoutAllowed(told, user.path, user.text);
  const isUsable = !hasError && !session.isTreeBroken;
  return { program: isUsable ? programOf(session, tests) : null, problems: list };
}

/** Lints say how sound code could be better; on broken code most of them are echoes. */
function withoutWarnings(problems: readonly Diagnostic[]): Diagnostic[] {
  return problems.filter(({ severity }) => severity === "error");
}

function newSession(problems: Problems, isHealthChecked: boolean): Session {
  const prelude = newLayer(null);
  return {
    problems,
    user: newLayer(prelude),
    prelude,
    primitives: new Map(),
    isHealthChecked,
    check: CHECKS,
    isTreeBroken: false,
    unitLetters: new Set(),
    queue: [],
  };
}

/** Names first, then types, then the values of constants: declarations stand in any order. */
function declareAll(session: Session, input: CheckInput): void {
  const preludeNames: FileSite["declared"] = new Map();
  const files = [
    ...input.prelude.map(({ path, file }) => ({
      file,
      site: { session, layer: session.prelude, path, declared: preludeNames },
    })),
    {
      file: input.user.file,
      site: { session, layer: session.user, path: input.user.path, declared: new Map() },
    },
  ];
  for (const { site, file } of files) collectNames(site, file);
  for (const { site, file } of files) readEnums(site, file);
  for (const { site, file } of files) readRecords(site, file);
  for (const { site, file } of files) checkRecursion(site, file);
  for (const [name, callable] of callablePrimitives(session.prelude.records)) {
    session.primitives.set(name, callable);
  }
  for (const { site } of files) readSignatures(site);
  for (const { site } of files) readProgram(site);
  for (const unit of session.user.units.values()) {
    valueOfDeclaredUnit({ session, layer: session.user, path: unit.path, unitVariables: [] }, unit);
  }
  for (const constant of session.user.constants.values()) constantOf(session, constant);
}

/** The rule programHasMain. */
function checkHasMain(session: Session, user: CheckInput["user"]): void {
  if (session.user.functions.has("main")) return;
  const { span } = user.file;
  const start = { start: span.start, end: span.start };
  complain({ session, path: user.path }, "programHasMain", start, "this program has no `main`", {
    help: ["add `fn main() { … }`, which is where a program starts"],
  });
}

function programOf(session: Session, tests: readonly TypedTest[]): TypedProgram {
  return {
    parameters: [...session.user.parameters.values()].map(({ typed }) => typed),
    outputs: [...session.user.outputs.values()].map(({ typed }) => typed),
    main: session.user.functions.get("main")?.source?.typed ?? null,
    tests,
    functions: session.queue.map((callable) => callable.source!.typed),
  };
}
