/**
 * Types and values as a module holds them: a flat table in which types name each other by index.
 *
 * Not here: the types of the checker, which are trees and know variables (type.ts).
 */
import type { BaseUnit, Rational } from "./unit.ts";

/**
 * Float without a unit is the erased one that registers use; with one it describes a field,
 * parameter or output.
 */
export type ModuleType =
  | { readonly kind: "int" }
  | { readonly kind: "bool" }
  | { readonly kind: "string" }
  | { readonly kind: "float"; readonly unit: ModuleUnit | null }
  | { readonly kind: "list"; readonly element: number }
  | { readonly kind: "map"; readonly key: number; readonly value: number }
  | { readonly kind: "tuple"; readonly elements: readonly number[] }
  | {
      readonly kind: "record";
      readonly name: string;
      readonly fields: readonly ModuleField[];
    }
  | { readonly kind: "enum"; readonly name: string; readonly cases: readonly ModuleCase[] };

export interface ModuleField {
  readonly name: string;
  readonly type: number;
}

/** A case of an enum; what it carries has names, or all of them are empty: `Some(3)`. */
export interface ModuleCase {
  readonly name: string;
  readonly fields: readonly ModuleField[];
}

/** Exponents over the base units in their fixed order, zeros left out, and how people see it. */
export interface ModuleUnit {
  readonly exponents: readonly { readonly base: BaseUnit; readonly exponent: Rational }[];
  /** `MW` and its scale; null shows base units. */
  readonly display: { readonly text: string; readonly scale: number } | null;
}

/**
 * A plain value of a ModuleType: number, boolean, string, or the elements or fields in order; of an
 * enum the number of the case and then what it carries; of a map its keys and values in turns, in
 * order.
 */
export type ModuleValue = number | boolean | string | readonly ModuleValue[];
