/**
 * The syntax tree that people's programs become: what was written, with a span on every node.
 *
 * In: made by `parse`. Out: read by `check` and `format`.
 * Invariants: nothing is desugared and nothing is typed; a broken part is an `error` node, so every
 * program has a tree.
 * Not here: types and resolved names (check/typed.ts), tokens and comments (grammar/).
 */

import type { Span } from "../source/span.ts";
import type { Name, Node, TypeSyntax, UnitSyntax } from "./ast-type.ts";

export type { Name, Node, TypeArgument, TypeSyntax, UnitSyntax } from "./ast-type.ts";

// ── declarations ────────────────────────────────────────────────────────────────────────────────

export interface SourceFile extends Node {
  /** Text of the `//!` lines. */
  readonly documentation: string;
  readonly imports: readonly ImportDeclaration[];
  readonly declarations: readonly Declaration[];
  /** The names and units that stand outside of imports; empty in a file without imports. */
  readonly mentioned: ReadonlySet<string>;
  /** Comments that may have been meant as divisors. */
  readonly suspects: readonly SuspectComment[];
}

/** `n // 2` */
export interface SuspectComment extends Node {
  /** What stands behind the `//`. */
  readonly divisor: string;
}

export type Declaration =
  | ParameterDeclaration
  | OutputDeclaration
  | ConstantDeclaration
  | FunctionDeclaration
  | RecordDeclaration
  | EnumDeclaration
  | UnitDeclaration
  | TestDeclaration;

/** `import "grids/ring"`, `… as r`, `… { Ring, ring_of }` */
export interface ImportDeclaration extends Node {
  /** As it is written. */
  readonly path: Name;
  /** Behind `as`. */
  readonly alias: Name | null;
  /** Between braces; null without braces. */
  readonly names: readonly Name[] | null;
}

/** `param name: Type = default in range` */
export interface ParameterDeclaration extends Node {
  readonly kind: "parameter";
  readonly documentation: string;
  readonly name: Name;
  readonly type: TypeSyntax;
  readonly default: Expression | null;
  /** A `range` expression, or null. */
  readonly range: Expression | null;
}

/** `output name: Type` */
export interface OutputDeclaration extends Node {
  readonly kind: "output";
  readonly documentation: string;
  readonly name: Name;
  readonly type: TypeSyntax;
}

/** `let NAME = constant expression` at top level. */
export interface ConstantDeclaration extends Node {
  readonly kind: "constant";
  readonly documentation: string;
  readonly isPublic: boolean;
  readonly name: Name;
  readonly type: TypeSyntax | null;
  readonly value: Expression;
}

/** `fn Owner.name[T: Ord, unit u](var first: T, second: U = default) -> R { … }` */
export interface FunctionDeclaration extends Node {
  readonly kind: "function";
  readonly documentation: string;
  readonly isPublic: boolean;
  /** The type a method belongs to, or null for a free function. */
  readonly owner: Name | null;
  readonly name: Name;
  readonly typeVariables: readonly TypeVariable[];
  readonly unitVariables: readonly Name[];
  readonly parameters: readonly FunctionParameter[];
  readonly result: TypeSyntax | null;
  readonly body: Block;
}

/** `T: Ord + Show` */
export interface TypeVariable extends Node {
  readonly name: Name;
  readonly bounds: readonly Name[];
}

export interface FunctionParameter extends Node {
  readonly isVar: boolean;
  readonly name: Name;
  readonly type: TypeSyntax;
  readonly default: Expression | null;
}

/** `record Name[T, unit u] { field: Type, … }` */
export interface RecordDeclaration extends Node {
  readonly kind: "record";
  readonly documentation: string;
  readonly isPublic: boolean;
  readonly name: Name;
  readonly typeVariables: readonly Name[];
  readonly unitVariables: readonly Name[];
  readonly fields: readonly FieldDeclaration[];
}

export interface FieldDeclaration extends Node {
  readonly documentation: string;
  readonly name: Name;
  readonly type: TypeSyntax;
}

/** `enum Name[T, unit u] { Case, Case(Type, …), Case { field: Type, … } }` */
export interface EnumDeclaration extends Node {
  readonly kind: "enum";
  readonly documentation: string;
  readonly isPublic: boolean;
  readonly name: Name;
  readonly typeVariables: readonly Name[];
  readonly unitVariables: readonly Name[];
  readonly cases: readonly CaseDeclaration[];
}

export interface CaseDeclaration extends Node {
  readonly documentation: string;
  readonly name: Name;
  readonly payload:
    | { readonly kind: "nothing" }
    | { readonly kind: "positional"; readonly types: readonly TypeSyntax[] }
    | { readonly kind: "named"; readonly fields: readonly FieldDeclaration[] };
}

/** `unit MVA = 1e6 W`: a scale and a unit. */
export interface UnitDeclaration extends Node {
  readonly kind: "unit";
  readonly documentation: string;
  readonly isPublic: boolean;
  readonly name: Name;
  /** The number as written, or null for 1. */
  readonly scale: string | null;
  readonly unit: UnitSyntax;
}

/** `test "name" with n = 100 for seed in 0..100 { … }`, `bench "name" { … }` */
export interface TestDeclaration extends Node {
  readonly kind: "test";
  readonly purpose: "test" | "bench";
  readonly documentation: string;
  readonly name: StringLiteral;
  readonly fixed: readonly { readonly name: Name; readonly value: Expression }[];
  readonly seed: { readonly name: Name; readonly range: Expression } | null;
  readonly body: Block;
}

// ── statements ──────────────────────────────────────────────────────────────────────────────────

export interface Block extends Node {
  /** The last one, if it is an expression statement, is the value of the block. */
  readonly statements: readonly Statement[];
}

export type Statement =
  | (Node & {
      readonly kind: "let" | "var";
      readonly pattern: Pattern;
      readonly type: TypeSyntax | null;
      readonly value: Expression;
    })
  /** `place = value`, `place += value` (operator without its `=`). */
  | (Node & {
      readonly kind: "assign";
      readonly place: Expression;
      readonly operator: BinaryOperator | null;
      readonly value: Expression;
    })
  | (Node & { readonly kind: "expression"; readonly expression: Expression })
  | (Node & { readonly kind: "while"; readonly condition: Expression; readonly body: Block })
  /** `while let pattern = value { … }` */
  | (Node & {
      readonly kind: "while-let";
      readonly pattern: Pattern;
      readonly value: Expression;
      readonly body: Block;
    })
  | (Node & { readonly kind: "loop"; readonly body: Block })
  | (Node & {
      readonly kind: "for";
      readonly pattern: Pattern;
      readonly iterated: Expression;
      readonly body: Block;
    })
  | (Node & { readonly kind: "break" | "continue" })
  | (Node & { readonly kind: "return"; readonly value: Expression | null })
  | (Node & { readonly kind: "emit"; readonly output: Name; readonly value: Expression })
  | (Node & { readonly kind: "print"; readonly value: Expression })
  | (Node & {
      readonly kind: "assert";
      readonly condition: Expression;
      readonly message: Expression | null;
    })
  | (Node & { readonly kind: "error" });

export type Pattern =
  | (Node & { readonly kind: "name"; readonly name: Name })
  | (Node & { readonly kind: "ignore" })
  | (Node & { readonly kind: "tuple"; readonly elements: readonly Pattern[] })
  /** `Some(x)`, `Shape.Circle { radius, .. }`, `Dot`; also a record: `Point { x, y }`. */
  | (Node & {
      readonly kind: "case";
      /** The enum, where it is written. */
      readonly owner: Name | null;
      readonly name: Name;
      readonly payload:
        | { readonly kind: "nothing" }
        | { readonly kind: "positional"; readonly elements: readonly Pattern[] }
        | {
            readonly kind: "named";
            readonly fields: readonly { readonly name: Name; readonly pattern: Pattern }[];
            /** `..`: the other fields do not matter. */
            readonly hasRest: boolean;
          };
    })
  /** A number, a `Bool` or a string. */
  | (Node & { readonly kind: "literal"; readonly value: Expression })
  /** `1..5`, `1..=5`, `5..`, `..5`: one of the ends may be null. */
  | (Node & {
      readonly kind: "range";
      readonly from: Expression | null;
      readonly to: Expression | null;
      readonly inclusive: boolean;
    })
  /** `[first, ..rest]`: without `..` the list has exactly these elements. */
  | (Node & {
      readonly kind: "list";
      readonly before: readonly Pattern[];
      readonly rest: (Node & { readonly name: Name | null }) | null;
      readonly after: readonly Pattern[];
    })
  /** `A | B` */
  | (Node & { readonly kind: "alternatives"; readonly alternatives: readonly Pattern[] })
  | (Node & { readonly kind: "error" });

export interface MatchArm extends Node {
  readonly pattern: Pattern;
  readonly guard: Expression | null;
  /** A lone statement, such as `return`, is a block of its own. */
  readonly body: Expression;
}

// ── expressions ─────────────────────────────────────────────────────────────────────────────────

export type BinaryOperator = "+" | "-" | "*" | "/" | "div" | "%" | "^" | "++" | "and" | "or";
export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

export interface StringLiteral extends Node {
  readonly kind: "string";
  /** `"r = {r:.3}"` is text, hole, text; escapes are already resolved. */
  readonly parts: readonly StringPart[];
}

export type StringPart =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "hole";
      readonly span: Span;
      readonly value: Expression;
      /** `:.3` */
      readonly digits: number | null;
      /** `:[MW]` */
      readonly unit: UnitSyntax | null;
    };

export interface Argument extends Node {
  /** `steps: 40`; null for a positional argument. */
  readonly name: Name | null;
  readonly value: Expression;
}

export type Expression =
  /** The digits as written, without `_`; `isFloat` when it has a point or an exponent. */
  | (Node & {
      readonly kind: "number";
      readonly text: string;
      readonly isFloat: boolean;
      /** `10ms`, `0.5[1/s]`; null when there is none. */
      readonly unit: UnitSyntax | null;
    })
  | (Node & { readonly kind: "bool"; readonly value: boolean })
  | StringLiteral
  | (Node & { readonly kind: "name"; readonly name: string })
  | (Node & {
      readonly kind: "binary";
      readonly operator: BinaryOperator;
      readonly operatorSpan: Span;
      readonly left: Expression;
      readonly right: Expression;
    })
  /** `a < b <= c`: n operands, n − 1 operators. */
  | (Node & {
      readonly kind: "comparison";
      readonly operands: readonly Expression[];
      readonly operators: readonly { readonly operator: Comparison; readonly span: Span }[];
    })
  | (Node & {
      readonly kind: "unary";
      readonly operator: "-" | "not";
      readonly operand: Expression;
    })
  | (Node & {
      readonly kind: "range";
      readonly from: Expression;
      readonly to: Expression;
      readonly inclusive: boolean;
    })
  | (Node & { readonly kind: "field"; readonly receiver: Expression; readonly field: Name })
  | (Node & { readonly kind: "index"; readonly receiver: Expression; readonly index: Expression })
  /** `f(x)`, `x.f(y)`, `Type.f(x)`: the callee is a `name` or a `field` expression. */
  | (Node & {
      readonly kind: "call";
      readonly callee: Expression;
      readonly arguments: readonly Argument[];
    })
  /** `P { x: 1, y }`, `P { ..p, x: 3 }`; a type of another file is one name, `ring.P`. */
  | (Node & {
      readonly kind: "record";
      /** The enum before the dot of `Shape.Circle { … }`. */
      readonly owner: Name | null;
      readonly type: Name;
      readonly base: Expression | null;
      readonly fields: readonly {
        readonly span: Span;
        readonly name: Name;
        readonly value: Expression | null;
      }[];
    })
  | (Node & { readonly kind: "list"; readonly elements: readonly Expression[] })
  /** `(a, b)`, `()`; `(a)` is `parenthesised`. */
  | (Node & { readonly kind: "tuple"; readonly elements: readonly Expression[] })
  | (Node & { readonly kind: "parenthesised"; readonly inner: Expression })
  | (Node & {
      readonly kind: "if";
      readonly condition: Expression;
      readonly then: Block;
      /** A block, or another `if` expression, or null. */
      readonly else: Expression | null;
    })
  /** `if let pattern = value { … } else { … }` */
  | (Node & {
      readonly kind: "if-let";
      readonly pattern: Pattern;
      readonly value: Expression;
      readonly then: Block;
      readonly else: Expression | null;
    })
  | (Node & {
      readonly kind: "match";
      readonly value: Expression;
      readonly arms: readonly MatchArm[];
    })
  /** `value?` */
  | (Node & { readonly kind: "try"; readonly operand: Expression })
  | (Node & { readonly kind: "block"; readonly block: Block })
  /** `|x, y| x + y`, `|| x` */
  | (Node & {
      readonly kind: "lambda";
      readonly parameters: readonly LambdaParameter[];
      readonly body: Expression;
    })
  | (Node & { readonly kind: "error" });

export interface LambdaParameter extends Node {
  readonly pattern: Pattern;
  readonly type: TypeSyntax | null;
}
