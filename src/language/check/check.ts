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
import type { LoadedImport } from "../load.ts";
import { CHECKS } from "./expression.ts";
import { checkFunction, checkTest } from "./function.ts";
import { bindImports, fileLayer, lintImports } from "./imports.ts";
import { lintAllows, lintComments, lintDeclarations } from "./lint.ts";
import { newPrimitiveTable } from "./primitives.ts";
import { sortedProblems } from "./problems.ts";
import { readProgram } from "./program.ts";
import { valueOfDeclaredUnit } from "./read-unit.ts";
import { checkRecursion } from "./recursion.ts";
import type { RuleName } from "./rules.ts";
import { complain, enqueue, newFacts, type Callable, type Layer, type Session } from "./session.ts";
import { readEnums, readRecords, readSignatures } from "./signature.ts";
import { newSolver } from "./solver.ts";
import type { TypedFunction, TypedProgram, TypedTest } from "./typed.ts";
import { lintFunctions } from "./unused-function.ts";

/** A file to check; without its imports none of them lead anywhere. */
export interface CheckedText {
  readonly path: string;
  readonly file: ast.SourceFile;
  /** For `// allow` comments, which the tree does not hold, and for help. */
  readonly text?: string;
  readonly imports?: readonly LoadedImport[];
  /** Whether parts of it could not be read. */
  readonly isBroken?: boolean;
}

export interface CheckInput {
  /** The file that would be run. */
  readonly user: CheckedText;
  /** The files that imports lead to, each behind those that it imports itself. */
  readonly imported?: readonly CheckedText[];
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
  /** File by file, the root last. */
  readonly problems: Diagnostic[];
}

/** Checks a program. Cost: linear in its length, near enough. */
export function check(input: CheckInput): CheckResult {
  const house = openHouse(input);
  const imported = (input.imported ?? []).map((file) => checkFile(house, file, false));
  const root = checkFile(house, input.user, input.requireMain);
  const files = [...imported, root];
  const functions = files.flatMap(({ queue }) => queue.map(({ source }) => source!.typed));
  return {
    program: files.every(({ isUsable }) => isUsable) ? programOf(root, functions) : null,
    problems: files.flatMap(({ problems }) => problems),
  };
}

/** What all files of a program share. */
export interface House extends Pick<
  Session,
  "prelude" | "primitives" | "isHealthChecked" | "check"
> {
  readonly layers: Map<string, Layer>;
  readonly brokenFiles: Set<string>;
  readonly disabledRules: ReadonlySet<string>;
  readonly isPreludeChecked: boolean;
}

export interface CheckedFile {
  readonly layer: Layer;
  readonly queue: readonly Callable[];
  readonly tests: readonly TypedTest[];
  readonly problems: Diagnostic[];
  /** Nothing is wrong with it. */
  readonly isUsable: boolean;
}

/** A house with the prelude in it, and no files yet. */
export function openHouse(
  input: Pick<CheckInput, "prelude" | "isHealthChecked" | "isPreludeChecked" | "disabledRules">,
): House {
  const prelude = newLayer(null);
  const house: House = {
    prelude,
    primitives: newPrimitiveTable(prelude.records),
    layers: new Map(),
    brokenFiles: new Set(),
    isHealthChecked: input.isHealthChecked ?? false,
    isPreludeChecked: input.isPreludeChecked ?? false,
    check: CHECKS,
    disabledRules: input.disabledRules ?? new Set(),
  };
  const session = newSession(house, house.prelude, null);
  const declared: FileSite["declared"] = new Map();
  const files = input.prelude.map(({ path, file }) => ({
    file,
    site: { session, layer: house.prelude, path, declared },
  }));
  declareAll(files);
  for (const { site } of files) readSignatures(site);
  return house;
}

/** Checks a file whose imports have been checked. */
export function checkFile(house: House, input: CheckedText, requireMain: boolean): CheckedFile {
  const once = checkOnce(house, input, requireMain);
  const { lostResults, problems } = once;
  if (lostResults.size === 0 || once.isUsable) return once;
  // What goes wrong with a result that is not declared is told where it is not.
  const again = checkOnce(house, input, requireMain, lostResults);
  if (problems.some((problem) => !isAmong(again.problems, problem))) return again;
  house.layers.set(input.path, once.layer);
  return once;
}

function isAmong(problems: readonly Diagnostic[], { code, span }: Diagnostic): boolean {
  return problems.some(
    (other) =>
      other.code === code && other.span.start === span.start && other.span.end === span.end,
  );
}

type CheckedOnce = CheckedFile & Pick<Session, "lostResults">;

/** @param blamedResults functions whose results are not declared, and to be reported for it */
function checkOnce(
  house: House,
  input: CheckedText,
  requireMain: boolean,
  blamedResults: ReadonlySet<string> = new Set(),
): CheckedOnce {
  const layer = fileLayer(house.prelude);
  const session = newSession(house, layer, input.text ?? null);
  for (const name of blamedResults) session.blamedResults.add(name);
  const { path, file, imports = [], text } = input;
  const site: FileSite = { session, layer, path, declared: new Map() };
  house.layers.set(path, layer);
  if (input.isBroken === true) house.brokenFiles.add(path);
  else house.brokenFiles.delete(path);
  bindImports(site, imports);
  declareAll([{ site, file }]);
  readSignatures(site);
  readValues(site);
  if (requireMain) checkHasMain(session, input);
  for (const callable of layer.functions.values()) enqueue(session, callable);
  if (house.isPreludeChecked) {
    for (const callable of house.prelude.functions.values()) enqueue(session, callable);
  }
  const tests: TypedTest[] = [];
  const usedByTests: Callable[] = [];
  session.uses = usedByTests;
  for (const declaration of file.declarations) {
    if (declaration.kind === "test") tests.push(checkTest(site, declaration));
  }
  for (const callable of session.queue) {
    callable.uses = [];
    session.uses = callable.uses;
    checkFunction(session, callable);
  }
  session.uses = null;
  lintDeclarations(session, path);
  lintFunctions(session, path, usedByTests);
  lintComments(session, path, file);
  lintImports(site, { file, imports });
  const sorted = sortedProblems(session.problems);
  const hasError = sorted.some(({ severity }) => severity === "error");
  const isBroken = hasError || session.isTreeBroken;
  const told = isBroken ? withoutWarnings(sorted) : sorted;
  const { problems, idle } =
    text === undefined ? { problems: told, idle: [] } : withoutAllowed(told, path, text);
  if (!isBroken) problems.push(...lintAllows(session, path, idle));
  return {
    layer,
    queue: session.queue,
    tests,
    problems,
    isUsable: !isBroken,
    lostResults: session.lostResults,
  };
}

/** Lints say how sound code could be better; on broken code most of them are echoes. */
function withoutWarnings(problems: readonly Diagnostic[]): Diagnostic[] {
  return problems.filter(({ severity }) => severity === "error");
}

function newSession(house: House, layer: Layer, text: string | null): Session {
  return {
    ...house,
    problems: { list: [], disabledRules: house.disabledRules },
    user: layer,
    text,
    isTreeBroken: false,
    keysToJudge: null,
    unitLetters: new Set(),
    blamedResults: new Set(),
    lostResults: new Set(),
    queue: [],
    uses: null,
    solver: newSolver(),
    facts: newFacts(),
  };
}

/** Names first, then types: declarations stand in any order. */
function declareAll(
  files: readonly { readonly site: FileSite; readonly file: ast.SourceFile }[],
): void {
  for (const { site, file } of files) collectNames(site, file);
  const keysToJudge: (() => void)[] = [];
  for (const { site } of files) site.session.keysToJudge = keysToJudge;
  for (const { site, file } of files) readEnums(site, file);
  for (const { site, file } of files) readRecords(site, file);
  for (const { site, file } of files) checkRecursion(site, file);
  for (const { site } of files) site.session.keysToJudge = null;
  // types that grow without an end are reported and gone by now
  for (const judge of keysToJudge) judge();
}

/** The inputs of a program, its units and its constants. */
function readValues(site: FileSite): void {
  const { session, layer } = site;
  readProgram(site);
  for (const unit of layer.units.values()) {
    valueOfDeclaredUnit({ session, layer, path: unit.path, unitVariables: [] }, unit);
  }
  for (const constant of layer.constants.values()) constantOf(session, constant);
}

/** The rule programHasMain. */
function checkHasMain(session: Session, user: CheckedText): void {
  if (session.user.functions.has("main")) return;
  const { span } = user.file;
  const start = { start: span.start, end: span.start };
  complain({ session, path: user.path }, "programHasMain", start, "this program has no `main`", {
    help: ["add `fn main() { … }`, which is where a program starts"],
  });
}

function programOf(
  { layer, tests }: CheckedFile,
  functions: readonly TypedFunction[],
): TypedProgram {
  return {
    parameters: [...layer.parameters.values()].map(({ typed }) => typed),
    outputs: [...layer.outputs.values()].map(({ typed }) => typed),
    main: layer.functions.get("main")?.source?.typed ?? null,
    tests,
    functions,
  };
}
