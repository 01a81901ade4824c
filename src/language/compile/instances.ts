/**
 * Functions as a module has them: a generic function once for each choice of types that the code
 * reaches, a function with function values once for each choice of these.
 *
 * Types are compared without their units. A function value that an argument or a `let` names is
 * known where it is called, so a call of it is a call of its function; what remains of the value
 * are its captures, a tuple that is passed along. All others are cases of enums (families.ts).
 * A plain function, in which nothing depends on an instance, is its own only instance.
 * Order: an instance is made at the first call that needs it. Not here: the code of an instance
 * (function.ts), how a tree is copied (rewrite.ts).
 */

import { MODULE_LIMITS } from "../../machine/bytecode/limits.ts";
import type { Type } from "../../machine/types/type.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { report } from "../../source/report.ts";
import type { Local, Place, TypedExpression, TypedFunction } from "../check/typed.ts";
import { Families, type FunctionType } from "./families.ts";
import { capturesOf, type LambdaNode } from "./captures.ts";
import {
  bindLocal,
  closureIn,
  type Environment,
  localHere,
  localIn,
  setLocal,
  type TypesKnown,
  typeIn,
} from "./environment.ts";
import type { TypeNumbering } from "./numbering.ts";
import { rewriteBlock } from "./rewrite.ts";

/** A function value: the same wherever its lambda stands in the same instance. */
export interface Closure {
  readonly lambda: LambdaNode;
  readonly environment: Environment;
  readonly captures: readonly Local[];
  /** The tuple of the captured values. */
  readonly type: Type;
  readonly key: string;
}

/** What a call says about the function it needs. */
export interface Wanted {
  readonly types: readonly Type[];
  /** By parameter; null for one that is no function, or one that is not known, or for all. */
  readonly closures: readonly (Closure | null)[] | null;
  readonly place: Place;
}

/**
 * How often a function may stand in the chain of calls that needs it, with other types each time.
 */
const MOST_NESTED = 12;
/** And with other function values; after these they are passed as values. */
const MOST_KNOWN = 5;

/** The instances of one module. */
export class Instances {
  readonly problems: Diagnostic[] = [];
  readonly families = new Families();
  private readonly byKey = new Map<string, TypedFunction>();
  private readonly byTyped = new Map<TypedFunction, Environment>();
  /** Of functions and lambdas. */
  private readonly numbers = new Map<object, number>();
  /** By these numbers: how many instances there are. */
  private readonly counts: number[] = [];
  private readonly types: TypeNumbering;

  constructor(types: TypeNumbering) {
    this.types = types;
  }

  /** The function as the module has it; its body is there after {@link enter}. */
  of(source: TypedFunction, wanted: Wanted, chain: Environment | null): TypedFunction {
    // nothing in it is another thing in another instance: it is its only one
    if (source.isPlain === true) return source;
    const { types, closures, place } = wanted;
    const key = `${this.numberOf(source)}<${this.keyOfTypes(types)}${keyOfClosures(closures)}>`;
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const { name, typeVariables } = source;
    const { path } = source.place;
    const environment = this.environment(
      source,
      { key, name, path },
      chain,
      typesOf(source, types),
    );
    if (typeVariables.length === 0 && closures === null)
      return this.add(environment, source, place);
    const parameters = bindParameters(environment, source.parameters, closures);
    const result = typeIn(environment, source.result);
    return this.add(environment, { ...source, parameters, result }, place);
  }

  /** An instance as it is, and the only instance of a function that has no type variables. */
  known(callee: TypedFunction): TypedFunction {
    if (callee.isPlain === true || this.byTyped.has(callee)) return callee;
    if (this.families.sizeFor(callee) !== null) return callee;
    return this.of(callee, { types: [], closures: null, place: callee.place }, null);
  }

  /** The function of a function value: its captures come first. */
  ofClosure(closure: Closure, wanted: Wanted, chain: Environment): TypedFunction {
    const { lambda, environment: outer } = closure;
    const key = `${this.numberOf(lambda)}<${closure.key};${keyOfClosures(wanted.closures)}>`;
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const name = `${chain.name}.lambda`;
    const { path, span } = lambda;
    const environment = this.environment(lambda, { key, name, path }, chain, outer.types);
    const box: Local = { name: "captures", type: closure.type, isVar: false, span };
    const boxed: TypedExpression = { kind: "local", local: box, type: box.type, span };
    for (const [slot, local] of closure.captures.entries()) {
      const type = closure.type.kind === "tuple" ? closure.type.elements[slot] : closure.type;
      const captured: TypedExpression = { kind: "field", receiver: boxed, slot, type, span };
      setLocal(environment, local, { local, closure: closureIn(outer, local), captured });
    }
    const parameters = bindParameters(environment, lambda.parameters, wanted.closures);
    const type = lambda.type.kind === "function" ? lambda.type.result : lambda.type;
    const typed: TypedFunction = {
      name: `${outer.name}.lambda`,
      typeVariables: [],
      parameters: [box, ...parameters],
      takesPlace: false,
      result: typeIn(environment, type),
      body: lambda.body,
      place: { path, span },
    };
    return this.add(environment, typed, wanted.place);
  }

  /**
   * Whether a call should pass function values as values, because a function that calls itself
   * with new ones each time would need instances without an end.
   */
  isDeep(source: object, chain: Environment | null): boolean {
    return this.countOf(source) >= MOST_KNOWN && nested(source, chain) >= MOST_KNOWN;
  }

  /** The case of its type's enum that a function value is, and that enum. */
  member(closure: Closure, place: Place): { readonly index: number; readonly type: Type } {
    const { lambda, environment } = closure;
    const type = typeIn(environment, lambda.type) as FunctionType;
    const captures = closure.type.kind === "tuple" ? closure.type.elements : [];
    const make = (): TypedFunction =>
      this.ofClosure(closure, { types: [], closures: null, place }, environment);
    const index = this.families.caseOf(type, closure.key, captures, make, place);
    return { index, type: this.families.enumOf(type, place) };
  }

  /**
   * Gives an instance its body. Where types are what they are that is the body of the source, and
   * this tells what else stands for something in it.
   */
  enter(typed: TypedFunction): Environment | null {
    const environment = this.byTyped.get(typed) ?? null;
    if (environment === null || environment.types === null) return environment;
    if (!environment.isCopied) typed.body = rewriteBlock(environment, typed.body);
    environment.isCopied = true;
    return null;
  }

  /** The function value of a lambda in an instance. */
  closure(lambda: LambdaNode, environment: Environment): Closure {
    const captures = capturesOf(lambda);
    const elements = captures.map((local) => {
      const captured = localHere(environment, local)?.captured ?? null;
      return captured === null ? localIn(environment, local).type : captured.type;
    });
    const key = `${this.numberOf(lambda)}@${environment.key}`;
    return { lambda, environment, captures, type: { kind: "tuple", elements }, key };
  }

  private environment(
    source: object,
    { key, name, path }: Pick<Environment, "key" | "name" | "path">,
    chain: Environment | null,
    types: TypesKnown | null,
  ): Environment {
    const [locals, isCopied] = [null, false];
    return { instances: this, source, chain, key, name, path, types, locals, isCopied };
  }

  /** A new instance, whose body is that of the source until it is entered. */
  private add(environment: Environment, instance: TypedFunction, place: Place): TypedFunction {
    const { source, chain, key } = environment;
    const isTooMany = this.isEndless(source, chain, place);
    const typed = isTooMany ? { ...instance, body: nothingAt(place) } : instance;
    this.counts[this.numberOf(source)] += 1;
    this.byKey.set(key, typed);
    this.byTyped.set(typed, environment);
    return typed;
  }

  /** Reports a function that would need ever more instances of itself, once. */
  private isEndless(source: object, chain: Environment | null, place: Place): boolean {
    if (this.problems.length > 0) return true;
    const count = this.countOf(source) < MOST_NESTED ? 0 : nested(source, chain);
    const most = MODULE_LIMITS.functions.maximum;
    if (count < MOST_NESTED && this.byTyped.size <= most) return false;
    const message =
      count < MOST_NESTED
        ? `this would be function number ${most + 1}, and a module holds at most ${most}`
        : "this calls itself with other types or function values every time, without an end";
    this.problems.push(report("E0502", place.path, place.span, message));
    return true;
  }

  private keyOfTypes(types: readonly Type[]): string {
    let key = "";
    for (const type of types) key += `${this.types.of(type)};`;
    return key;
  }

  /** How many instances there are of a function or lambda. */
  private countOf(source: object): number {
    return this.counts[this.numberOf(source)];
  }

  private numberOf(thing: object): number {
    let number = this.numbers.get(thing);
    if (number === undefined) {
      number = this.counts.push(0) - 1;
      this.numbers.set(thing, number);
    }
    return number;
  }
}

function nothingAt({ span }: Place): TypedFunction["body"] {
  return { statements: [], value: null, type: { kind: "never" }, span };
}

/** What the type variables of a function stand for; null without type variables. */
function typesOf({ typeVariables }: TypedFunction, types: readonly Type[]): TypesKnown | null {
  if (typeVariables.length === 0) return null;
  const named = typeVariables.map((name, index) => [name, types[index]] as const);
  return { byVariable: new Map(named), byType: new Map() };
}

function keyOfClosures(closures: Wanted["closures"]): string {
  let key = "";
  if (closures === null) return key;
  for (const closure of closures) key += closure === null ? ";" : `${closure.key};`;
  return key;
}

/** How often a function stands in a chain of calls. */
function nested(source: object, chain: Environment | null): number {
  let count = 0;
  for (let each = chain; each !== null; each = each.chain) if (each.source === source) count += 1;
  return count;
}

/** New locals for the parameters; one of a function type holds the captures of its value. */
function bindParameters(
  environment: Environment,
  parameters: readonly Local[],
  closures: Wanted["closures"],
): Local[] {
  return parameters.map((parameter, index) => {
    const closure = closures?.[index] ?? null;
    return closure === null
      ? localIn(environment, parameter)
      : bindLocal(environment, parameter, closure.type, closure);
  });
}
