/**
 * What one primitive's entry says; the families in this folder are tables of these.
 *
 * Not here: the tables (index.ts puts them together), the kernels (engine/kernel/assembly).
 */

import type { TrapName } from "../trap.ts";
import type { DisplayUnit, RecordType, Type } from "../types/type.ts";
import { multiplyUnits, raiseUnit, unitOf, unitVariable } from "../types/unit-algebra.ts";
import { DIMENSIONLESS } from "../types/unit.ts";
import type { BaseUnit, Rational, UnitTerm } from "../types/unit.ts";

/**
 * How a primitive takes a reference: given away, only read, or changed and given back as result 0.
 */
export type Taking = "own" | "borrow" | "inout";

export interface PrimitiveParameter {
  readonly name: string;
  readonly type: Type;
  /** Stands first only; its argument is a place. */
  readonly isVar: boolean;
  /** In base units; the argument may be left out. */
  readonly default: PrimitiveDefault | null;
}

export type PrimitiveDefault =
  | { readonly kind: "int" | "float"; readonly value: number }
  | { readonly kind: "bool"; readonly value: boolean };

export interface PrimitiveSignature {
  readonly unitVariables: readonly string[];
  readonly typeVariables: readonly string[];
  /** What each of them promises: `Hash`. */
  readonly bounds: readonly (readonly string[])[];
  readonly parameters: readonly PrimitiveParameter[];
  /** A tuple comes in several registers. */
  readonly result: Type;
}

/**
 * Who does it: an export of the kernel artefact, called by the instruction `primitive`; or an
 * instruction of its own, whose mnemonic ends in the kind (`_int`, `_float`, `_bool`, `_ref`) that
 * the type variable `kindOf` has, if any.
 */
export type Implementation =
  | { readonly kind: "kernel"; readonly export: string }
  | { readonly kind: "instruction"; readonly mnemonic: string; readonly kindOf: string | null };

export interface Primitive {
  /** `sin`, or `List.push` for one that belongs to a type. */
  readonly name: string;
  /** Stands in modules; never reused. */
  readonly id: number;
  readonly signature: PrimitiveSignature;
  /** One or two sentences: what, shapes, units, ranges. */
  readonly doc: string;
  /** How the work grows, for people. */
  readonly cost: string;
  /**
   * Added to the charge of the region; work that grows with the arguments is charged by the kernel.
   */
  readonly fuel: number;
  readonly traps: readonly TrapName[];
  /** Where the mathematics comes from, or empty. */
  readonly source: string;
  /** A program's body and what it prints. */
  readonly example: { readonly code: string; readonly prints: string };
  readonly implementation: Implementation;
}

interface Definition {
  readonly name: string;
  readonly id: number;
  readonly units?: readonly string[];
  /** Type variables, each with a bound if it has one: `K: Hash`. */
  readonly types?: readonly string[];
  readonly parameters: readonly PrimitiveParameter[];
  readonly result: Type;
  readonly doc: string;
  readonly cost?: string;
  readonly fuel?: number;
  readonly traps?: readonly TrapName[];
  readonly source?: string;
  readonly example: readonly [code: string, prints: string];
  /** An export of the artefact … */
  readonly kernel?: string;
  /** … or a mnemonic, with `*` where the kind of `T` goes … */
  readonly instruction?: string;
  /** … or that of another type variable. */
  readonly kindOf?: string;
}

/** One entry of a table. */
export function definePrimitive(definition: Definition): Primitive {
  const { name, id, doc, parameters, result, kernel, instruction } = definition;
  const [code, prints] = definition.example;
  const types = (definition.types ?? []).map((each) => each.split(": "));
  return {
    name,
    id,
    signature: {
      unitVariables: definition.units ?? [],
      typeVariables: types.map(([name]) => name),
      bounds: types.map(([, ...bounds]) => bounds),
      parameters,
      result,
    },
    doc,
    cost: definition.cost ?? "constant",
    fuel: definition.fuel ?? 1,
    traps: definition.traps ?? [],
    source: definition.source ?? "",
    example: { code, prints },
    implementation:
      instruction === undefined
        ? { kind: "kernel", export: kernel ?? name }
        : {
            kind: "instruction",
            mnemonic: instruction.replace("_*", ""),
            kindOf: instruction.endsWith("_*") ? (definition.kindOf ?? "T") : null,
          },
  };
}

/** The type variable of list primitives. */
export const T: Type = { kind: "variable", name: "T" };

/** A Float of a unit; without one it is a plain number. */
export function float(unit: UnitTerm = DIMENSIONLESS, display: DisplayUnit | null = null): Type {
  return { kind: "float", unit, display };
}

export function list(element: Type): Type {
  return { kind: "list", element };
}

export function tuple(...elements: readonly Type[]): Type {
  return { kind: "tuple", elements };
}

export function recordType(record: RecordType): Type {
  return { kind: "record", record };
}

/** The unit variable `u`, or a power of it: `unit("u", 1, 2)` is its square root. */
export function unit(name: string, numerator = 1, denominator = 1): UnitTerm {
  return power(unitVariable(name), numerator, denominator);
}

/** A unit of base units, such as `base({ s: -1 })`. */
export function base(exponents: Partial<Record<BaseUnit, number>>): UnitTerm {
  return unitOf(exponents);
}

export const product = multiplyUnits;

export function power(term: UnitTerm, numerator: number, denominator = 1): UnitTerm {
  const exponent: Rational = { numerator, denominator };
  return raiseUnit(term, exponent);
}

/** A parameter that is read or taken by value. */
export function parameter(
  name: string,
  type: Type,
  fallback: PrimitiveDefault | null = null,
): PrimitiveParameter {
  return { name, type, isVar: false, default: fallback };
}

/** A first parameter whose argument is a place that the primitive changes. */
export function place(name: string, type: Type): PrimitiveParameter {
  return { name, type, isVar: true, default: null };
}
