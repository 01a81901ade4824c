/**
 * What types, locals and function values are in one instance of a function.
 *
 * Not here: which instances there are (instances.ts), bodies (rewrite.ts).
 */

import type { Type } from "../../machine/types/type.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import { substitute } from "../check/record.ts";
import type { Local, TypedExpression } from "../check/typed.ts";
import type { Closure, Instances } from "./instances.ts";

/** A local in an instance. */
export interface LocalHere {
  readonly local: Local;
  /** The function value that it holds, when that is known. */
  readonly closure: Closure | null;
  /** What is read in its place: the local belongs to a function around. */
  readonly captured: TypedExpression | null;
}

/** What the names in one instance stand for. */
export interface Environment {
  readonly instances: Instances;
  /** The function or lambda this is an instance of, and the instance that needed it first. */
  readonly source: object;
  readonly chain: Environment | null;
  readonly key: string;
  readonly name: string;
  /** Of the file that the source stands in. */
  readonly path: string;
  /** null where types are what they are. */
  readonly types: TypesKnown | null;
  /** Locals that are not what they are in the source, as far as they have been met. */
  locals: Map<Local, LocalHere> | null;
  /** Whether the instance has its own body already. */
  isCopied: boolean;
}

/** What type variables stand for. */
export interface TypesKnown {
  readonly byVariable: ReadonlyMap<string, Type>;
  /** Types of the body, by identity, and what they are here. */
  readonly byType: Map<Type, Type>;
}

const NO_UNITS: ReadonlyMap<string, UnitTerm> = new Map();

/** The type without variables; the same thing where it has none. */
export function typeIn({ types }: Environment, type: Type): Type {
  if (types === null || !holdsTypes(type)) return type;
  let known = types.byType.get(type);
  if (known === undefined) {
    known = substitute(type, types.byVariable, NO_UNITS);
    types.byType.set(type, known);
  }
  return known;
}

/** Whether the type may have a variable. */
function holdsTypes(type: Type): boolean {
  switch (type.kind) {
    case "int":
    case "float":
    case "bool":
    case "string":
    case "nothing":
    case "never":
      return false;
    default:
      return true;
  }
}

/** The local of the instance. */
export function localIn(environment: Environment, local: Local): Local {
  const known = localHere(environment, local);
  if (known !== undefined) return known.local;
  const type = typeIn(environment, local.type);
  return type === local.type ? local : bindLocal(environment, local, type, null);
}

/** Gives a local its type, and the function value that it is known to hold. */
export function bindLocal(
  environment: Environment,
  local: Local,
  type: Type,
  closure: Closure | null,
): Local {
  const { name, isVar, span } = local;
  const made = { name, type, isVar, span };
  setLocal(environment, local, { local: made, closure, captured: null });
  return made;
}

/** The function value of a local, when it is known. */
export function closureIn(environment: Environment, local: Local): Closure | null {
  return localHere(environment, local)?.closure ?? null;
}

/** What a local is here; undefined for one that is what it is in the source, or is not met yet. */
export function localHere({ locals }: Environment, local: Local): LocalHere | undefined {
  return locals?.get(local);
}

/** Says what a local is here. */
export function setLocal(environment: Environment, local: Local, here: LocalHere): void {
  environment.locals ??= new Map();
  environment.locals.set(local, here);
}
