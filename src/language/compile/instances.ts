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
import { bindLocal, type Environment, localIn, type TypesKnown, typeIn } from "./environment.ts";
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
  /** By parameter; null for one that is no function, or one that is not known. */
  readonly closures: readonly (Closure | null)[];
  readonly place: Place;
}

interface Instance {
  readonly typed: TypedFunction;
  readonly fill: () => void;
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
  private readonly byKey = new Map<object, Map<string, Instance>>();
  private readonly byTyped = new Map<TypedFunction, Instance>();
  private readonly numbers = new Map<object, number>();
  private readonly types: TypeNumbering;

  constructor(types: TypeNumbering) {
    this.types = types;
  }

  /** The function as the module has it; its body is there after {@link fill}. */
  of(source: TypedFunction, wanted: Wanted, chain: Environment | null): TypedFunction {
    // nothing in it is another thing in another instance: it is its only one
    if (source.isPlain === true) return source;
    let key = "";
    for (const type of wanted.types) key += `${this.types.of(type)};`;
    key += keyOfClosures(wanted.closures);
    return this.make(source, key, chain, wanted.place, () => {
      const types = typesOf(source, wanted.types);
      const environment = this.environment(source, key, source.name, chain, types);
      const parameters = bindParameters(environment, source.parameters, wanted.closures);
      const result = typeIn(environment, source.result);
      const typed: TypedFunction = { ...source, parameters, result };
      return [typed, () => rewriteBlock(environment, source.body)];
    });
  }

  /** An instance as it is, and the only instance of a function that has no type variables. */
  known(callee: TypedFunction): TypedFunction {
    if (callee.isPlain === true || this.byTyped.has(callee)) return callee;
    if (this.families.sizeFor(callee) !== null) return callee;
    const closures = callee.parameters.map(() => null);
    return this.of(callee, { types: [], closures, place: callee.place }, null);
  }

  /** The function of a function value: its captures come first. */
  ofClosure(closure: Closure, wanted: Wanted, chain: Environment): TypedFunction {
    const { lambda, environment: outer } = closure;
    const key = `${closure.key};${keyOfClosures(wanted.closures)}`;
    return this.make(lambda, key, chain, wanted.place, () => {
      const name = `${chain.name}.lambda`;
      const environment = this.environment(lambda, key, name, chain, outer.types);
      const { path, span } = lambda;
      const box: Local = { name: "captures", type: closure.type, isVar: false, span };
      const boxed: TypedExpression = { kind: "local", local: box, type: box.type, span };
      for (const [slot, local] of closure.captures.entries()) {
        const type = closure.type.kind === "tuple" ? closure.type.elements[slot] : closure.type;
        const captured: TypedExpression = { kind: "field", receiver: boxed, slot, type, span };
        const known = outer.locals.get(local)?.closure ?? null;
        environment.locals.set(local, { local, closure: known, captured });
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
      return [typed, () => rewriteBlock(environment, lambda.body)];
    });
  }

  /**
   * Whether a call should pass function values as values, because a function that calls itself
   * with new ones each time would need instances without an end.
   */
  isDeep(source: object, chain: Environment | null): boolean {
    return (this.byKey.get(source)?.size ?? 0) >= MOST_KNOWN && nested(source, chain) >= MOST_KNOWN;
  }

  /** The case of its type's enum that a function value is, and that enum. */
  member(closure: Closure, place: Place): { readonly index: number; readonly type: Type } {
    const { lambda, environment } = closure;
    const type = typeIn(environment, lambda.type) as FunctionType;
    const captures = closure.type.kind === "tuple" ? closure.type.elements : [];
    const closures = lambda.parameters.map(() => null);
    const make = (): TypedFunction =>
      this.ofClosure(closure, { types: [], closures, place }, environment);
    const index = this.families.caseOf(type, closure.key, captures, make, place);
    return { index, type: this.families.enumOf(type, place) };
  }

  /** Gives an instance its body. */
  fill(typed: TypedFunction): void {
    this.byTyped.get(typed)?.fill();
  }

  /** The function value of a lambda in an instance. */
  closure(lambda: LambdaNode, environment: Environment): Closure {
    const captures = capturesOf(lambda);
    const elements = captures.map((local) => {
      const captured = environment.locals.get(local)?.captured ?? null;
      return captured === null ? localIn(environment, local).type : captured.type;
    });
    const key = `${this.numberOf(lambda)}@${environment.key}`;
    return { lambda, environment, captures, type: { kind: "tuple", elements }, key };
  }

  private environment(
    source: TypedFunction | LambdaNode,
    key: string,
    name: string,
    chain: Environment | null,
    types: TypesKnown | null,
  ): Environment {
    const ownKey = `${this.numberOf(source)}<${key}>`;
    const path = "kind" in source ? source.path : source.place.path;
    return { instances: this, source, chain, key: ownKey, name, path, types, locals: new Map() };
  }

  private make(
    source: object,
    key: string,
    chain: Environment | null,
    place: Place,
    build: () => [TypedFunction, () => TypedFunction["body"]],
  ): TypedFunction {
    let family = this.byKey.get(source);
    if (family === undefined) this.byKey.set(source, (family = new Map<string, Instance>()));
    const known = family.get(key);
    if (known !== undefined) return known.typed;
    const isTooMany = this.isEndless(source, chain, place);
    const [typed, body] = build();
    let isFilled = isTooMany;
    const fill = (): void => {
      if (isFilled) return;
      isFilled = true;
      typed.body = body();
    };
    if (isTooMany)
      typed.body = { statements: [], value: null, type: { kind: "never" }, span: place.span };
    family.set(key, { typed, fill });
    this.byTyped.set(typed, { typed, fill });
    return typed;
  }

  /** Reports a function that would need ever more instances of itself, once. */
  private isEndless(source: object, chain: Environment | null, place: Place): boolean {
    if (this.problems.length > 0) return true;
    const isFrequent = (this.byKey.get(source)?.size ?? 0) >= MOST_NESTED;
    const count = isFrequent ? nested(source, chain) : 0;
    const most = MODULE_LIMITS.functions.maximum;
    if (count < MOST_NESTED && this.byTyped.size <= most) return false;
    const message =
      count < MOST_NESTED
        ? `this would be function number ${most + 1}, and a module holds at most ${most}`
        : "this calls itself with other types or function values every time, without an end";
    this.problems.push(report("E0502", place.path, place.span, message));
    return true;
  }

  private numberOf(thing: object): number {
    let number = this.numbers.get(thing);
    if (number === undefined) this.numbers.set(thing, (number = this.numbers.size));
    return number;
  }
}

/** What the type variables of a function stand for; null without type variables. */
function typesOf({ typeVariables }: TypedFunction, types: readonly Type[]): TypesKnown | null {
  if (typeVariables.length === 0) return null;
  const named = typeVariables.map((name, index) => [name, types[index]] as const);
  return { byVariable: new Map(named), byType: new Map() };
}

function keyOfClosures(closures: readonly (Closure | null)[]): string {
  let key = "";
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
  closures: readonly (Closure | null)[],
): Local[] {
  return parameters.map((parameter, index) => {
    const closure = closures[index] ?? null;
    return closure === null
      ? localIn(environment, parameter)
      : bindLocal(environment, parameter, closure.type, closure);
  });
}
