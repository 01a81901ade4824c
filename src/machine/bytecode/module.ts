/**
 * A module: one program in the form that is hashed, verified and run.
 *
 * Invariants: monomorphic; holds exactly what `main` reaches, in first-reach order; `types` and
 * `texts` have no duplicates and stand in first-use order; registers use unit-erased types only
 * (`erased` of a type).
 * Not here: bytes (encode.ts, decode.ts), the instructions' meaning (instructions/).
 */

import type { ModuleType, ModuleValue } from "../types/module-type.ts";
import type { Kind } from "../types/register-kind.ts";
import type { Instruction } from "./instruction.ts";

export type {
  ModuleCase,
  ModuleField,
  ModuleType,
  ModuleUnit,
  ModuleValue,
} from "../types/module-type.ts";

export interface ModuleParameter {
  readonly name: string;
  /** Index into `types`, with units. */
  readonly type: number;
  readonly default: ModuleValue | null;
  readonly range: {
    readonly minimum: number | null;
    readonly maximum: number | null;
    readonly maximumExclusive: boolean;
  } | null;
}

export interface ModuleOutput {
  readonly name: string;
  readonly type: number;
}

export const OWNERSHIPS = ["own", "borrow", "inout"] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/**
 * How a function takes a parameter: kind, erased type (r only, else null), ownership (r only, else
 * null; a scalar `var` parameter is simply returned too).
 */
export interface SignatureParameter {
  readonly kind: Kind;
  readonly type: number | null;
  readonly ownership: Ownership | null;
}

export interface FunctionCode {
  /** The first registers, in order. */
  readonly parameters: readonly SignatureParameter[];
  /** Results are always owned; an inout parameter is result 0. */
  readonly results: readonly { readonly kind: Kind; readonly type: number | null }[];
  /**
   * Kind of every register, parameters first; `type` is the erased static type of an r register.
   */
  readonly registers: readonly { readonly kind: Kind; readonly type: number | null }[];
  readonly code: readonly Instruction[];
}

export interface Module {
  readonly types: readonly ModuleType[];
  readonly texts: readonly string[];
  readonly parameters: readonly ModuleParameter[];
  readonly outputs: readonly ModuleOutput[];
  readonly functions: readonly FunctionCode[];
  /** Index of `main`: no parameters, no results. */
  readonly main: number;
  /** Outside the identity; null when stripped. */
  readonly debug: ModuleDebug | null;
}

export interface ModuleDebug {
  readonly paths: readonly string[];
  readonly functions: readonly {
    readonly name: string;
    /** Index into `paths`. */
    readonly path: number;
    /** Names of registers, "" for temporaries. */
    readonly registers: readonly string[];
    /** Per instruction: start and end offset in the file at `path`. */
    readonly spans: readonly { readonly start: number; readonly end: number }[];
  }[];
  /** Per parameter and output: the doc comment. */
  readonly documentation: {
    readonly parameters: readonly string[];
    readonly outputs: readonly string[];
  };
}

declare const verifiedBrand: unique symbol;

/** Only `verify` makes one, and only one can be run. */
export interface VerifiedModule {
  readonly module: Module;
  readonly [verifiedBrand]: true;
}
