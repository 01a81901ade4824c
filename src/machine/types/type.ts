/**
 * The types of the language as the checker, the primitives and the compiler see them.
 *
 * Invariants: a `float` always carries its unit; units are erased only when a module is made.
 * Not here: inference variables (language/check), the erased table of a module
 * (bytecode/module.ts).
 */

import type { UnitTerm } from "./unit.ts";

export type Type =
  /** `()`: no value, no register. */
  | { readonly kind: "nothing" }
  /** The type of an expression that does not return, such as `panic("…")`. */
  | { readonly kind: "never" }
  | { readonly kind: "bool" }
  | { readonly kind: "int" }
  | { readonly kind: "string" }
  | { readonly kind: "float"; readonly unit: UnitTerm; readonly display: DisplayUnit | null }
  | { readonly kind: "list"; readonly element: Type }
  /** In the order in which the keys came; keys have equality that is exact. */
  | { readonly kind: "map"; readonly key: Type; readonly value: Type }
  | { readonly kind: "tuple"; readonly elements: readonly Type[] }
  | { readonly kind: "record"; readonly record: RecordType }
  | { readonly kind: "enum"; readonly enum: EnumType }
  /** `fn(A, B) -> C`: known where it is called, so that it needs no register of its own. */
  | { readonly kind: "function"; readonly parameters: readonly Type[]; readonly result: Type }
  /** A type variable of a primitive's signature, such as `T` in `List.push`, or of a function. */
  | { readonly kind: "variable"; readonly name: string };

export const NOTHING: Type = { kind: "nothing" };
export const NEVER: Type = { kind: "never" };
export const BOOL: Type = { kind: "bool" };
export const INT: Type = { kind: "int" };
export const STRING: Type = { kind: "string" };

/** A record with its type and unit arguments already put into the fields. */
export interface RecordType {
  readonly name: string;
  readonly typeArguments: readonly Type[];
  readonly unitArguments: readonly UnitTerm[];
  readonly fields: readonly { readonly name: string; readonly type: Type }[];
}

/** An enum with its type and unit arguments already put into the cases. */
export interface EnumType {
  readonly name: string;
  readonly typeArguments: readonly Type[];
  readonly unitArguments: readonly UnitTerm[];
  readonly cases: readonly EnumCase[];
}

/** What a case carries has names, or all of them are empty: `Some(3)`. */
export interface EnumCase {
  readonly name: string;
  readonly fields: readonly { readonly name: string; readonly type: Type }[];
}

/** How people see a number: `MW` shows base watts divided by 1e6. */
export interface DisplayUnit {
  readonly text: string;
  /** Base units per displayed unit: the double nearest to the exact scale. */
  readonly scale: number;
}
