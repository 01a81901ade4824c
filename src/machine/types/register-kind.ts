/** The kinds of register, and which of them holds a value of a type. */

import type { ModuleType } from "./module-type.ts";
import type { Type } from "./type.ts";

/** `i` Int, `f` Float, `b` Bool, `r` reference; a register has one kind for the whole function. */
export const KINDS = ["i", "f", "b", "r"] as const;
export type Kind = (typeof KINDS)[number];

/**
 * The kind of the register, or of the place in a container, that holds a whole value of this type.
 * A bare type variable has none of its own.
 */
export function registerKind(type: Type | ModuleType): Kind {
  switch (type.kind) {
    case "int":
      return "i";
    case "float":
      return "f";
    case "bool":
      return "b";
    default:
      return "r";
  }
}
