/**
 * The checked program: every name resolved, every type known, every convenience spelled out.
 *
 * In: made by `check`. Out: read by `compile`.
 * Invariants: the arguments of a call stand in the order of its parameters with defaults filled in,
 * and `evaluationOrder` says when they are evaluated in another; methods are calls; `+=` keeps its
 * place, so that indices are evaluated once; literals are doubles in base units or exact Ints, and
 * an Int literal where a Float is wanted is a Float; units matter to nobody below; constants are
 * literals; no node has the error type, because a program with errors is never compiled.
 * Not here: registers, ownership and layout (compile/).
 */

import type { Type } from "../../machine/types/type.ts";
import type { Span } from "../../source/span.ts";

/**
 * A span and the path of the file it lies in: programs include files of the prelude. What stands in
 * a function has a span alone, for it lies in the file of the function.
 */
export interface Place {
  readonly path: string;
  readonly span: Span;
}

export interface TypedProgram {
  readonly parameters: readonly TypedParameter[];
  readonly outputs: readonly TypedOutput[];
  /** null in a library or when the file has only tests. */
  readonly main: TypedFunction | null;
  readonly tests: readonly TypedTest[];
  /**
   * Every user and prelude function, callers refer to these objects; linking by reachability is
   * the compiler's.
   */
  readonly functions: readonly TypedFunction[];
}

export interface TypedParameter {
  readonly index: number;
  readonly name: string;
  readonly type: Type;
  readonly documentation: string;
  readonly default: ConstantValue | null;
  /** Inclusive bounds in base units; each may be absent; `maximumExclusive` marks `a..b`. */
  readonly range: {
    readonly minimum: number | null;
    readonly maximum: number | null;
    readonly maximumExclusive: boolean;
  } | null;
  readonly place: Place;
}

export interface TypedOutput {
  readonly index: number;
  readonly name: string;
  readonly type: Type;
  readonly documentation: string;
  readonly place: Place;
}

/** A value known when the program is checked, in base units. */
export type ConstantValue =
  | { readonly kind: "int" | "float"; readonly value: number }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "list" | "tuple" | "record"; readonly values: readonly ConstantValue[] }
  | { readonly kind: "enum"; readonly index: number; readonly values: readonly ConstantValue[] };

/** One test or bench is a module of its own: `main` is its body, parameters are fixed. */
export interface TypedTest {
  readonly name: string;
  readonly purpose: "test" | "bench";
  readonly body: TypedFunction;
  /** By index of the parameter. */
  readonly fixed: ReadonlyMap<number, ConstantValue>;
  /** `for seed in 0..100`: the body takes the seed as its one parameter. */
  readonly seeds: { readonly from: number; readonly to: number } | null;
  readonly place: Place;
}

export interface TypedFunction {
  /** `measured`, `Population.evolve`. */
  readonly name: string;
  readonly typeVariables: readonly string[];
  readonly parameters: readonly Local[];
  /** The first parameter is `var`: it is passed in and returned as result 0. */
  readonly takesPlace: boolean;
  /** Without the returned place. */
  readonly result: Type;
  /** Filled when its body has been checked (functions may refer to each other in any order). */
  body: TypedBlock;
  /**
   * Whether neither it nor anything in its body has a type variable or a function value; known with
   * its body.
   */
  isPlain?: boolean;
  readonly place: Place;
}

/** The type that a type variable stands for in one call. */
export interface TypeArgument {
  readonly type: Type;
  readonly span: Span;
}

/** A local variable or parameter; identity is the object. */
export interface Local {
  readonly name: string;
  readonly type: Type;
  readonly isVar: boolean;
  readonly span: Span;
}

export interface TypedBlock {
  readonly statements: readonly TypedStatement[];
  /** The value of the block, or null when its type is `nothing` or `never`. */
  readonly value: TypedExpression | null;
  readonly type: Type;
  readonly span: Span;
}

export type TypedPattern =
  | { readonly kind: "local"; readonly local: Local }
  | { readonly kind: "ignore" }
  | { readonly kind: "tuple"; readonly elements: readonly TypedPattern[] }
  /** In `match`, `if let` and `while let` only, from here on. An Int, a Float, a Bool, a String. */
  | { readonly kind: "constant"; readonly value: ConstantValue }
  /** One of the ends may be null. */
  | {
      readonly kind: "range";
      readonly from: number | null;
      readonly to: number | null;
      readonly inclusive: boolean;
    }
  | { readonly kind: "record"; readonly fields: readonly TypedFieldPattern[] }
  /** Fields that are not there do not matter. */
  | {
      readonly kind: "case";
      readonly index: number;
      readonly fields: readonly TypedFieldPattern[];
    }
  /** Without a rest the list has exactly the elements before. */
  | {
      readonly kind: "list";
      readonly before: readonly TypedPattern[];
      /** A local of the list's type, or null for `..` alone. */
      readonly rest: { readonly local: Local | null } | null;
      readonly after: readonly TypedPattern[];
    }
  /** None of them binds a name. */
  | { readonly kind: "alternatives"; readonly alternatives: readonly TypedPattern[] };

export interface TypedFieldPattern {
  readonly slot: number;
  readonly pattern: TypedPattern;
}

export interface TypedArm {
  readonly pattern: TypedPattern;
  readonly guard: TypedExpression | null;
  readonly body: TypedBlock;
}

export type TypedStatement = { readonly span: Span } & (
  | { readonly kind: "let"; readonly pattern: TypedPattern; readonly value: TypedExpression }
  | { readonly kind: "assign"; readonly target: TypedPlace; readonly value: TypedExpression }
  /** `target operator= value` */
  | {
      readonly kind: "update";
      readonly target: TypedPlace;
      readonly operator: TypedOperator;
      readonly value: TypedExpression;
    }
  | { readonly kind: "expression"; readonly expression: TypedExpression }
  | { readonly kind: "while"; readonly condition: TypedExpression; readonly body: TypedBlock }
  | { readonly kind: "loop"; readonly body: TypedBlock }
  /** Bounds are Ints, evaluated once; `local` may be null for `_`. */
  | {
      readonly kind: "for-range";
      readonly local: Local | null;
      readonly from: TypedExpression;
      readonly to: TypedExpression;
      readonly inclusive: boolean;
      readonly body: TypedBlock;
      /** Whether a `continue` goes to the next turn of this very loop. */
      readonly hasContinue: boolean;
    }
  | {
      readonly kind: "for-list";
      readonly pattern: TypedPattern;
      readonly list: TypedExpression;
      readonly body: TypedBlock;
      readonly hasContinue: boolean;
    }
  | { readonly kind: "break" | "continue" }
  | { readonly kind: "return"; readonly value: TypedExpression | null }
  | { readonly kind: "emit"; readonly output: TypedOutput; readonly value: TypedExpression }
  /** The value is a String. */
  | { readonly kind: "print"; readonly value: TypedExpression }
  /** Without a message the trap shows the operands of a comparison: `0.31 < 0.2 does not hold`. */
  | {
      readonly kind: "assert";
      readonly condition: TypedExpression;
      readonly message: TypedExpression | null;
    }
);

/** Something assignable: a `var` and a path of fields and indices below it. */
export interface TypedPlace {
  readonly local: Local;
  readonly path: readonly PathStep[];
  readonly type: Type;
  readonly span: Span;
}

export type PathStep =
  | { readonly kind: "field"; readonly slot: number; readonly type: Type; readonly span: Span }
  | {
      readonly kind: "index";
      readonly index: TypedExpression;
      readonly type: Type;
      readonly span: Span;
    };

/** Arithmetic and concatenation, by the kind of the operands. */
export type TypedOperator =
  | "int +"
  | "int -"
  | "int *"
  | "int div"
  | "int %"
  | "int ^"
  | "float +"
  | "float -"
  | "float *"
  | "float /"
  | "float ^"
  | "string ++"
  | "list ++"
  /** Element by element; one side may be a Float. */
  | "list +"
  | "list -"
  | "list *"
  | "list /";

export type TypedComparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

export type TypedExpression = { readonly type: Type; readonly span: Span } & (
  | { readonly kind: "constant"; readonly value: ConstantValue }
  | { readonly kind: "parameter"; readonly parameter: TypedParameter }
  | { readonly kind: "local"; readonly local: Local }
  | {
      readonly kind: "operation";
      readonly operator: TypedOperator;
      readonly left: TypedExpression;
      readonly right: TypedExpression;
    }
  /**
   * `x^k` with a literal exponent: |numerator| ≤ 64 with denominator 1 is a fixed multiplication
   * chain, 1/2 is sqrt.
   */
  | {
      readonly kind: "power";
      readonly operand: TypedExpression;
      readonly numerator: number;
      readonly denominator: number;
    }
  | { readonly kind: "negate" | "not" | "int-to-float"; readonly operand: TypedExpression }
  /**
   * n operands of one type, n − 1 comparisons, each operand evaluated once, stops at the first
   * that fails.
   */
  | {
      readonly kind: "comparison";
      readonly operands: readonly TypedExpression[];
      readonly comparisons: readonly TypedComparison[];
    }
  | { readonly kind: "and" | "or"; readonly left: TypedExpression; readonly right: TypedExpression }
  | {
      readonly kind: "if";
      readonly condition: TypedExpression;
      readonly then: TypedBlock;
      readonly else: TypedBlock | null;
    }
  | { readonly kind: "block"; readonly block: TypedBlock }
  /** `self` is the place of a `var` first parameter; then `arguments` holds the others only. */
  | {
      readonly kind: "call";
      readonly callee: TypedFunction;
      /** What the type variables of the callee stand for, in their order. */
      readonly typeArguments: readonly TypeArgument[];
      readonly self: TypedPlace | null;
      readonly arguments: readonly TypedExpression[];
      /** Indices into `arguments` in the order they were written; absent: as they stand. */
      readonly evaluationOrder: readonly number[] | null;
    }
  /** A call of a function value. */
  | {
      readonly kind: "value-call";
      readonly value: TypedExpression;
      readonly arguments: readonly TypedExpression[];
    }
  /**
   * `|x, y| x + y`, and functions by their names.
   */
  | {
      readonly kind: "lambda";
      readonly parameters: readonly Local[];
      readonly body: TypedBlock;
      /** Of the file it stands in. */
      readonly path: string;
    }
  | {
      readonly kind: "primitive";
      /** A name of PRIMITIVES. */
      readonly primitive: string;
      readonly self: TypedPlace | null;
      readonly arguments: readonly TypedExpression[];
      readonly evaluationOrder: readonly number[] | null;
    }
  /** Values in written order, each with its slot; fields not named come from `base`. */
  | {
      readonly kind: "record";
      readonly base: TypedExpression | null;
      readonly fields: readonly { readonly slot: number; readonly value: TypedExpression }[];
    }
  /** A value of a case: what it carries in written order, each with its slot. */
  | {
      readonly kind: "enum";
      readonly index: number;
      readonly fields: readonly { readonly slot: number; readonly value: TypedExpression }[];
    }
  /** The first arm that fits; one does. */
  | {
      readonly kind: "match";
      readonly value: TypedExpression;
      readonly arms: readonly TypedArm[];
      /** The turn of a `while let`: jumps in its value are those of the loop around that one. */
      readonly isTurn: boolean;
    }
  /**
   * `value?`: what case `success` of the Option or Result carries; else leaves the function, whose
   * result is `result`, with the other case.
   */
  | {
      readonly kind: "try";
      readonly operand: TypedExpression;
      readonly success: number;
      readonly result: Type;
    }
  | { readonly kind: "field"; readonly receiver: TypedExpression; readonly slot: number }
  | { readonly kind: "index"; readonly receiver: TypedExpression; readonly index: TypedExpression }
  | { readonly kind: "list" | "tuple"; readonly elements: readonly TypedExpression[] }
  /** At least one part; text parts are never empty. */
  | { readonly kind: "interpolation"; readonly parts: readonly TypedPart[] }
);

export type TypedPart =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "value";
      readonly value: TypedExpression;
      /** `:.3` */
      readonly digits: number | null;
      /** `:[MW]`: base value is divided by `scale`, then `suffix` (" MW") is appended. */
      readonly unit: { readonly scale: number; readonly suffix: string } | null;
    };
