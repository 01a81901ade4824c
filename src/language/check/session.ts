/**
 * What the checker knows while it works: the declared names, and the function being checked.
 *
 * Names lie in layers: a file sees its own, then what it imports, then the prelude's; the prelude
 * sees only its own; primitives lie below all.
 */

import type { Type } from "../../machine/types/type.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import type { UnitValue } from "../units/find.ts";
import type { TrapExpectations } from "./expected-trap.ts";
import { findPrimitive, type PrimitiveTable } from "./primitives.ts";
import { reportRule, type Problems } from "./problems.ts";
import type { EnumInfo, RecordInfo } from "./record.ts";
import type { RuleName } from "./rules.ts";
import { isOpen, type Solver } from "./solver.ts";
import type {
  ConstantValue,
  Local,
  Place,
  TypedBlock,
  TypedExpression,
  TypedFunction,
  TypedOutput,
  TypedParameter,
  TypedStatement,
} from "./typed.ts";

export interface Session {
  readonly problems: Problems;
  readonly user: Layer;
  readonly prelude: Layer;
  /** What each file declares, by its path; those of the prelude are not among them. */
  readonly layers: ReadonlyMap<string, Layer>;
  /** Paths of files that have parts which could not be read. */
  readonly brokenFiles: ReadonlySet<string>;
  readonly primitives: PrimitiveTable;
  /** Reports lints that cost attention, such as `==` on floats. */
  readonly isHealthChecked: boolean;
  readonly check: Checks;
  /** The text of the file being checked, where it is known. */
  readonly text: string | null;
  /** The tree has parts that the parser could not read, so that uses may be missing from it. */
  isTreeBroken: boolean;
  /** Maps in declared types, whose keys are judged when all of those have been read; then null. */
  keysToJudge: (() => void)[] | null;
  /** Letters that were taken for units and reported. */
  readonly unitLetters: Set<string>;
  /** Functions whose declared result has been reported, by full name. */
  readonly blamedResults: Set<string>;
  /** Functions that end with a value and declare no result, by full name. */
  readonly lostResults: Set<string>;
  /** Functions to check, in order of first use. */
  readonly queue: Callable[];
  /** The functions of the file that the function being checked uses; null between functions. */
  uses: Callable[] | null;
  readonly solver: Solver;
  readonly facts: Facts;
}

export interface Layer {
  readonly below: Layer | null;
  readonly records: Map<string, RecordInfo>;
  readonly enums: Map<string, EnumInfo>;
  /** The enums by the names of their cases, as many as there were when it was asked for. */
  cases: { readonly enumCount: number; readonly byName: ReadonlyMap<string, EnumInfo[]> };
  readonly units: Map<string, DeclaredUnit>;
  readonly parameters: Map<string, DeclaredParameter>;
  readonly outputs: Map<string, DeclaredOutput>;
  readonly constants: Map<string, DeclaredConstant>;
  /** By full name: `mean`, `List.push`. */
  readonly functions: Map<string, Callable>;
  /** Imported files by the name they have here. What they declare stands here as `ring.build`. */
  readonly namespaces: Map<string, Namespace>;
  /** Names that were to be imported, and are not there: a report stands for them already. */
  readonly lost: Set<string>;
}

/** An imported file. */
export interface Namespace {
  /** As it is imported: `grids/ring`. */
  readonly written: string;
  /** What it declares; null when it could not be had. */
  readonly layer: Layer | null;
  /** It has parts that could not be read, so that names may be missing. */
  readonly isBroken: boolean;
}

export interface DeclaredUnit {
  readonly declaration: ast.UnitDeclaration;
  readonly path: string;
  state: "new" | "running" | "done";
  value: UnitValue | null;
}

export interface DeclaredParameter {
  readonly declaration: ast.ParameterDeclaration;
  typed: TypedParameter;
  isUsed: boolean;
}

export interface DeclaredOutput {
  readonly declaration: ast.OutputDeclaration;
  typed: TypedOutput;
  isEmitted: boolean;
}

export interface DeclaredConstant {
  readonly declaration: ast.ConstantDeclaration;
  readonly path: string;
  state: "new" | "running" | "done";
  type: Type;
  value: ConstantValue | null;
  isUsed: boolean;
}

/** A function of a program, of the prelude, or a primitive. */
export interface Callable {
  readonly name: string;
  readonly unitVariables: readonly string[];
  readonly typeVariables: readonly string[];
  /** `Ord`, `Eq`, `Show`, `Hash` for each type variable. */
  readonly bounds: readonly (readonly string[])[];
  parameters: readonly CallableParameter[];
  result: Type;
  /** null for a primitive. */
  readonly source: {
    readonly declaration: ast.FunctionDeclaration;
    readonly layer: Layer;
    readonly path: string;
    readonly typed: TypedFunction;
  } | null;
  isQueued: boolean;
  /** The functions of its file that its body uses, as often as it does. */
  uses: Callable[];
}

export interface CallableParameter {
  readonly name: string;
  readonly type: Type;
  readonly isVar: boolean;
  readonly default: ConstantValue | null;
  readonly place: Place | null;
}

/** Names of type variables, each with its bounds. */
export type TypeVariables = ReadonlyMap<string, readonly string[]>;

export const NO_TYPE_VARIABLES: TypeVariables = new Map();

export function typeVariablesOf(callable: Callable): TypeVariables {
  if (callable.typeVariables.length === 0) return NO_TYPE_VARIABLES;
  return new Map(callable.typeVariables.map((name, index) => [name, callable.bounds[index]]));
}

/** Which jumps out of the turns of a loop have been seen. */
export interface LoopJumps {
  hasBreak: boolean;
  hasContinue: boolean;
}

/** The function, test or constant being checked. */
export interface Body {
  readonly session: Session;
  readonly layer: Layer;
  readonly path: string;
  readonly solver: Solver;
  /** `measured`, for messages; null outside of functions. */
  readonly name: string | null;
  readonly result: Type;
  readonly resultPlace: Place | null;
  readonly unitVariables: readonly string[];
  /** Type variables in sight, with what each is known to do. */
  readonly typeVariables: TypeVariables;
  scope: Scope;
  readonly loops: LoopJumps[];
  /** Nodes and locals whose types are completed when the body is done. */
  readonly unfinished: { type: Type; readonly span: Span }[];
  readonly facts: Facts;
  readonly check: Checks;
  /** In a test: what it needs to expect traps. */
  readonly expectations: TrapExpectations | null;
  /** Whether a function value, or a call of a function with type variables, stands in it. */
  readonly contents: { hasInstances: boolean };
  /** What is decided when the types of the body are known. */
  readonly waiting: (() => void)[];
}

/**
 * The mutually recursive passes, so that the files of the checker do not import each other in
 * circles.
 */
export interface Checks {
  expression(body: Body, expression: ast.Expression, expected: Type | null): TypedExpression;
  /** An expression that must have this type. */
  value(body: Body, expression: ast.Expression, type: Type, reason: Reason): TypedExpression;
  /** The value of a block has the type asked for, or there is none. */
  block(body: Body, block: ast.Block, wanted: Wanted): TypedBlock;
  /** Whether some enum, or the one that is expected, has a case of this name. */
  isCase(body: Body, name: string, expected: Type | null): boolean;
  /** A case without anything behind it. */
  bareCase(
    body: Body,
    owner: ast.Name | null,
    name: ast.Name,
    expected: Type | null,
    span: Span,
  ): TypedExpression;
  /** A function by its name alone; null when there is no such function. */
  functionAsValue(
    body: Body,
    expression: ast.Expression & { kind: "name" },
  ): TypedExpression | null;
  /** The type and value of a constant, worked out on first use; no value after a report. */
  constant(session: Session, constant: DeclaredConstant): DeclaredConstant;
}

/** What is known of single nodes of a file, besides what stands in them. */
export interface Facts {
  /** Numbers that were written without a unit, as they were written. */
  readonly bareNumbers: Map<TypedExpression, string>;
  /** Variables that are Ints because of the bare number they begin with. */
  readonly wholeStarts: Map<Local, WholeStart>;
  /** What the names of a `let` stand for. */
  readonly meanings: Map<Local, TypedExpression>;
  /** The whole sum that a sum on its left side belongs to. */
  readonly wholeSums: Map<ast.Expression, ast.Expression>;
  /** Loops that nothing leaves. */
  readonly endless: Set<TypedStatement>;
}

export function newFacts(): Facts {
  return {
    bareNumbers: new Map(),
    wholeStarts: new Map(),
    meanings: new Map(),
    wholeSums: new Map(),
    endless: new Set(),
  };
}

/** What a block or an `if` is for: its effect, or a value of a type that may be known. */
export type Wanted =
  | { readonly kind: "effect" }
  /** Without a reason the type is only a hint for literals. */
  | { readonly kind: "value"; readonly type: Type | null; readonly reason: Reason | null };

/** The number that makes a variable an Int. */
export interface WholeStart {
  readonly text: string;
  readonly span: Span;
  /** One cause has one report, however often the variable meets a Float. */
  isReported: boolean;
}

/** Why a type is needed: a sentence, and where it comes from. */
export interface Reason {
  /** The variable that the value is for. */
  readonly local?: Local;
  /** The variable that is called with this value, and which argument it is. */
  readonly called?: { readonly local: Local; readonly index: number };
  /** The function that takes this value. */
  readonly callable?: Callable;
  /** Worked out when it is needed, because most values fit. */
  readonly text: string | (() => string);
  readonly place: Place | null;
}

export const EFFECT: Wanted = { kind: "effect" };

export interface Scope {
  /** Made with the first of them: most blocks declare nothing. */
  names: Map<string, Variable> | null;
  readonly outer: Scope | null;
  /** The outermost scope of a function value: what lies beyond is captured. */
  readonly isLambda: boolean;
  /** Where a function value with a name stands. */
  readonly named: Span | null;
}

export interface Variable {
  readonly local: Local;
  readonly origin: "let" | "var" | "parameter" | "loop" | "match" | "seed";
  /** The word `let`, where there is one. */
  readonly keyword: Span | null;
  isUsed: boolean;
  isChanged: boolean;
  /** Where the last change of it is written. */
  lastChange?: Span;
}

/** Opens a scope inside of the one that is open, and makes it the innermost one. */
export function openScope(body: Body): void {
  body.scope = newScope(body.scope);
}

/** A scope without names. */
export function newScope(outer: Scope | null): Scope {
  return { names: null, outer, isLambda: false, named: null };
}

/** Gives a name to a variable, in the innermost scope. */
export function bind({ scope }: Body, name: string, variable: Variable): void {
  scope.names ??= new Map();
  scope.names.set(name, variable);
}

/** Reports at a place of the file being checked. */
export function complain(
  body: Pick<Body, "session" | "path">,
  rule: RuleName,
  span: Span,
  message: string,
  extras: ReportExtras = {},
): void {
  // A name that the parser missed stands in an empty place; it has been reported there.
  if (span.start === span.end && rule !== "programHasMain") {
    body.session.isTreeBroken = true;
    return;
  }
  reportRule(body.session.problems, rule, body.path, span, message, extras);
}

export function placeAt(body: Pick<Body, "path">, span: Span): Place {
  return { path: body.path, span };
}

/** Remembers a node whose type may still become known. */
export function finishing<Node extends { readonly type: Type; readonly span: Span }>(
  body: Body,
  node: Node,
): Node {
  if (isOpen(node.type)) body.unfinished.push(node);
  return node;
}

/** What a layer holds by name. */
type Table = {
  [Key in keyof Layer]: Layer[Key] extends Map<string, unknown> ? Key : never;
}[keyof Layer];

/** The first thing of this name, from the program down to the prelude. */
export function findInLayers<Key extends Table>(
  layer: Layer,
  table: Key,
  name: string,
): (Layer[Key] extends Map<string, infer Value> ? Value : never) | null {
  for (let current: Layer | null = layer; current !== null; current = current.below) {
    const found = current[table].get(name);
    if (found !== undefined) return found as never;
  }
  return null;
}

/** A function by its full name; it is put into the queue on its first use. */
export function findFunction(session: Session, layer: Layer, name: string): Callable | null {
  const found = findInLayers(layer, "functions", name);
  const callable = found ?? findPrimitive(session.primitives, name);
  if (callable !== null) enqueue(session, callable);
  return callable;
}

/** Makes sure that the body of a function is checked. */
export function enqueue(session: Session, callable: Callable): void {
  if (callable.source === null) return;
  if (callable.source.layer === session.user) session.uses?.push(callable);
  if (callable.isQueued) return;
  callable.isQueued = true;
  session.queue.push(callable);
}

export function findVariable(body: Body, name: string): Variable | null {
  for (let scope: Scope | null = body.scope; scope !== null; scope = scope.outer) {
    const found = scope.names?.get(name);
    if (found !== undefined) return found;
  }
  return null;
}

/** Names of all layers, for suggestions. */
export function namesInLayers(layer: Layer, table: Table): string[] {
  const names: string[] = [];
  for (let current: Layer | null = layer; current !== null; current = current.below) {
    names.push(...current[table].keys());
  }
  return names;
}
