/** What is checked at one time: a function, a test or a constant, from empty to finished. */

import { NOTHING, type Type } from "../../machine/types/type.ts";
import type { Span } from "../../source/span.ts";
import type { TrapExpectations } from "./expected-trap.ts";
import {
  complain,
  newScope,
  type Body,
  type Layer,
  type Session,
  type TypeVariables,
  NO_TYPE_VARIABLES,
} from "./session.ts";
import { isError, isOpen, isUnknown, settled } from "./solver.ts";
import type { Place } from "./typed.ts";
import { writtenAt } from "./written.ts";

export interface BodyOptions {
  readonly session: Session;
  readonly layer: Layer;
  readonly path: string;
  readonly name?: string;
  readonly result?: Type;
  readonly resultPlace?: Place | null;
  readonly unitVariables?: readonly string[];
  readonly typeVariables?: TypeVariables;
  readonly expectations?: TrapExpectations;
}

export function newBody(options: BodyOptions): Body {
  const { session, layer, path } = options;
  return {
    session,
    layer,
    path,
    solver: session.solver,
    name: options.name ?? null,
    result: options.result ?? NOTHING,
    resultPlace: options.resultPlace ?? null,
    unitVariables: options.unitVariables ?? [],
    typeVariables: options.typeVariables ?? NO_TYPE_VARIABLES,
    contents: { hasInstances: false },
    waiting: [],
    scope: newScope(null),
    loops: [],
    unfinished: [],
    facts: session.facts,
    check: session.check,
    expectations: options.expectations ?? null,
  };
}

/**
 * Completes the types of all nodes; what nothing decided is reported once. Then what waited for
 * types is decided.
 */
export function finishBody(body: Body): void {
  const reported: Type[] = [];
  let open: Type | null = null;
  let type: Type = NOTHING;
  for (let index = 0; index < body.unfinished.length; index += 1) {
    const node = body.unfinished[index];
    // neighbours often have the very same type
    if (node.type !== open) {
      open = node.type;
      type = settled(body.solver, open);
    }
    node.type = type;
    if (!isOpen(type)) continue;
    const unknown = unknownIn(node.type);
    if (unknown === null || reported.includes(unknown)) continue;
    reported.push(unknown);
    if (!isError(unknown)) undecided(body, node.span);
  }
  for (const decide of body.waiting) decide();
}

/** The rule typeIsInferable. */
function undecided(body: Body, span: Span): void {
  const written = writtenAt(body, span) ?? "";
  const example = written.startsWith("Map")
    ? "var m: Map[String, Int] = Map.new()"
    : written === "None"
      ? "let found: Option[Float] = None"
      : "let xs: List[Float] = []";
  complain(body, "typeIsInferable", span, "nothing says what type this has", {
    help: [`declare it, for example \`${example}\``],
  });
}

/** An unknown inside of a type, or null. */
function unknownIn(type: Type): Type | null {
  if (isError(type) || isUnknown(type)) return type;
  for (const part of partsOf(type)) {
    const unknown = unknownIn(part);
    if (unknown !== null) return unknown;
  }
  return null;
}

/** The types that a type is made of. */
export function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case "list":
      return [type.element];
    case "map":
      return [type.key, type.value];
    case "tuple":
      return type.elements;
    case "record":
      return type.record.typeArguments;
    case "enum":
      return type.enum.typeArguments;
    case "function":
      return [...type.parameters, type.result];
    default:
      return [];
  }
}
