/**
 * What an instruction's operands may be; encoder, verifier, disassembler and both tiers derive from
 * it.
 *
 * The state of an `r` register is empty, owned, borrowed (parameters only) or open.
 */

import type { Kind } from "../types/register-kind.ts";

/**
 * Which static type an operand must have. `list`, `record` and `map` bind the instruction's
 * container; `element`, `field`, `key` and `value` then speak of it (for i, f, b operands they
 * demand an element or field of that kind).
 */
export type TypeRule =
  | "any"
  | "string"
  | "list"
  | "record"
  | "enum"
  | "map"
  | "element"
  | "key"
  | "value"
  | "field"
  /** The same type as operand `a`. */
  | "same"
  /** The type named by operand `type`. */
  | "named"
  /** The type of the program's parameter or output named by the instruction. */
  | "parameter"
  | "output";

export type ImmediateKind =
  /** −(2⁵³−1) … 2⁵³−1 */
  | "int"
  | "float"
  | "bool"
  /** Index into the module's texts. */
  | "text"
  /** Index into the module's types. */
  | "type"
  /** Field number of a record. */
  | "slot"
  /** Number of a case of an enum. */
  | "case"
  /** How many enclosing block, loop or if structures to count outwards, 0 = the innermost. */
  | "label"
  | "function"
  /** Id of a primitive. */
  | "primitive"
  | "parameter"
  | "output"
  /** Digits after the point, 0 … 17. */
  | "digits"
  /** Fuel of a region. */
  | "charge";

export type Operand =
  /** Written. An `r` register is empty before and owned after. */
  | { readonly role: "out"; readonly kind: Kind; readonly type: TypeRule | null }
  /** Read. An `r` register is owned or borrowed, and stays so. */
  | { readonly role: "in"; readonly kind: Kind; readonly type: TypeRule | null }
  /** Read and given away: owned before, empty after. */
  | { readonly role: "take"; readonly kind: "r"; readonly type: TypeRule }
  /** Updated in place (on a shallow copy when shared): owned before and after. */
  | { readonly role: "change"; readonly kind: "r"; readonly type: TypeRule }
  /**
   * Made unique, and a child moved out: owned before, open after, with its slot or index register
   * remembered.
   */
  | { readonly role: "open"; readonly kind: "r"; readonly type: TypeRule }
  /** The child put back at the same slot or index register: open before, owned after. */
  | { readonly role: "close"; readonly kind: "r"; readonly type: TypeRule }
  | { readonly role: "immediate"; readonly what: ImmediateKind }
  /** A counted list of registers; `signature` says what fixes kinds, types and ownership. */
  | {
      readonly role: "outs" | "ins";
      readonly signature: Signature;
    };

/** `fields` of the named record, or of the case of an enum that the instruction names. */
export type Signature = "function" | "primitive" | "fields" | "elements" | "results" | "case";

export const out = <K extends Kind>(kind: K, type: TypeRule | null = null) =>
  ({ role: "out", kind, type }) as const;
export const read = <K extends Kind>(kind: K, type: TypeRule | null = null) =>
  ({ role: "in", kind, type }) as const;
export const take = (type: TypeRule) => ({ role: "take", kind: "r", type }) as const;
export const change = (type: TypeRule) => ({ role: "change", kind: "r", type }) as const;
export const open = (type: TypeRule) => ({ role: "open", kind: "r", type }) as const;
export const close = (type: TypeRule) => ({ role: "close", kind: "r", type }) as const;
export const immediate = <W extends ImmediateKind>(what: W) =>
  ({ role: "immediate", what }) as const;
export const outs = (signature: "function" | "primitive" | "case") =>
  ({ role: "outs", signature }) as const;
export const ins = (signature: Signature) => ({ role: "ins", signature }) as const;
