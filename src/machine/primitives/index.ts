/**
 * All primitives, and what calling one looks like from below: registers, ownership, export.
 *
 * Invariants: names and ids are unique and never reused. Not here: nicer names (the prelude).
 */

import { registerKind } from "../types/register-kind.ts";
import type { Type } from "../types/type.ts";
import { BIT_PRIMITIVES } from "./bits.ts";
import { DENSE_PRIMITIVES } from "./dense.ts";
import { ELEMENTWISE_PRIMITIVES } from "./elementwise.ts";
import { FIELD_PRIMITIVES } from "./field.ts";
import { ISING_PRIMITIVES } from "./ising.ts";
import { LIST_PRIMITIVES } from "./list.ts";
import { MAP_PRIMITIVES } from "./map.ts";
import { MATH_PRIMITIVES } from "./math.ts";
import { POPULATION_PRIMITIVES } from "./population.ts";
import type { Primitive, Taking } from "./primitive.ts";
import { RANDOM_PRIMITIVES } from "./random.ts";
import { TEXT_PRIMITIVES } from "./text.ts";

/** By family, in the order of the reference; ids go up from the family's first to the next one. */
export const PRIMITIVE_FAMILIES: readonly {
  readonly title: string;
  readonly firstId: number;
  readonly primitives: readonly Primitive[];
}[] = [
  { title: "Numbers", firstId: 1, primitives: MATH_PRIMITIVES },
  { title: "Lists", firstId: 40, primitives: LIST_PRIMITIVES },
  { title: "Arithmetic over lists", firstId: 110, primitives: ELEMENTWISE_PRIMITIVES },
  { title: "Maps", firstId: 130, primitives: MAP_PRIMITIVES },
  { title: "Words of 32 bits", firstId: 140, primitives: BIT_PRIMITIVES },
  { title: "Strings", firstId: 60, primitives: TEXT_PRIMITIVES },
  { title: "Random numbers", firstId: 80, primitives: RANDOM_PRIMITIVES },
  { title: "Populations", firstId: 100, primitives: POPULATION_PRIMITIVES },
  { title: "Fields", firstId: 180, primitives: FIELD_PRIMITIVES },
  { title: "Ising machines", firstId: 200, primitives: ISING_PRIMITIVES },
  { title: "All pairs", firstId: 220, primitives: DENSE_PRIMITIVES },
];

export const PRIMITIVES: readonly Primitive[] = PRIMITIVE_FAMILIES.flatMap(
  (family) => family.primitives,
);

const byName = new Map(PRIMITIVES.map((primitive) => [primitive.name, primitive]));

export function primitiveByName(name: string): Primitive | null {
  return byName.get(name) ?? null;
}

/** How a call of a kernel looks: one register for each parameter and result. */
export interface KernelSignature {
  readonly name: string;
  /** What the artefact calls it. */
  readonly export: string;
  readonly fuel: number;
  readonly parameters: readonly { readonly type: Type; readonly ownership: Taking | null }[];
  /** A parameter that is changed comes back as result 0; a tuple comes in its parts. */
  readonly results: readonly Type[];
}

/** The signature of a primitive that a kernel does, or null when an instruction does it. */
export function signatureOf(primitive: Primitive): KernelSignature | null {
  const { implementation, signature, name, fuel } = primitive;
  if (implementation.kind !== "kernel") return null;
  const changed = signature.parameters.filter(({ isVar }) => isVar).map(({ type }) => type);
  return {
    name,
    export: implementation.export,
    fuel,
    parameters: signature.parameters.map(({ type, isVar }) => ({
      type,
      ownership: registerKind(type) === "r" ? (isVar ? "inout" : "borrow") : null,
    })),
    results: [...changed, ...partsOf(signature.result)],
  };
}

function partsOf(result: Type): readonly Type[] {
  if (result.kind === "nothing" || result.kind === "never") return [];
  return result.kind === "tuple" ? result.elements : [result];
}
