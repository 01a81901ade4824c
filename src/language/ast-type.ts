/** The part of the syntax tree below all others: names, and types and units as they are written. */

import type { Span } from "../source/span.ts";

export interface Node {
  readonly span: Span;
}

/** A name where it stands. */
export interface Name extends Node {
  readonly text: string;
}

export type TypeSyntax =
  /**
   * `Int`, `List[T]`, `Float[m/s]`, `Graph[1/s]`: arguments are types or units, told apart by
   * `check`.
   */
  | (Node & {
      readonly kind: "named";
      readonly name: Name;
      readonly arguments: readonly TypeArgument[];
    })
  /** `(A, B)`, `()` */
  | (Node & { readonly kind: "tuple"; readonly elements: readonly TypeSyntax[] })
  /** `fn(A, B) -> C`; without a result: null. */
  | (Node & {
      readonly kind: "function";
      readonly parameters: readonly TypeSyntax[];
      readonly result: TypeSyntax | null;
    })
  | (Node & { readonly kind: "error" });

export type TypeArgument =
  | { readonly kind: "type"; readonly type: TypeSyntax }
  | { readonly kind: "unit"; readonly unit: UnitSyntax };

/** What stands between unit brackets. A lone name such as `[s]` in a type is parsed as a unit. */
export type UnitSyntax =
  | (Node & { readonly kind: "one" })
  | (Node & { readonly kind: "name"; readonly name: string })
  | (Node & {
      readonly kind: "multiply" | "divide";
      readonly left: UnitSyntax;
      readonly right: UnitSyntax;
    })
  | (Node & {
      readonly kind: "power";
      readonly operand: UnitSyntax;
      /** Rational exponent: `^2`, `^-1`, `^(1/2)`. */
      readonly numerator: number;
      readonly denominator: number;
    })
  | (Node & { readonly kind: "error" });
