/**
 * How values lie in registers: which registers a type needs, and what a container stores for it.
 *
 * Invariants: a tuple in a local, an argument or a result is its elements' registers one after
 * the other; stored in a list or a record it is one reference to a boxed tuple; `()` needs no
 * register.
 * Not here: allocating registers (builder.ts), boxing and unboxing (boxing.ts).
 */

import { type Kind, registerKind } from "../../machine/types/register-kind.ts";
import type { Type } from "../../machine/types/type.ts";

/** What one register holds; `type` is null unless the kind is `r`. */
export interface Slot {
  readonly kind: Kind;
  readonly type: Type | null;
}

const KIND_WORDS = { i: "int", f: "float", b: "bool", r: "ref" } as const;

/** The ending of a mnemonic for a kind: `list_get_float`. */
export function kindWord(kind: Kind): (typeof KIND_WORDS)[Kind] {
  return KIND_WORDS[kind];
}

/** The one register of a value that is stored or passed as a whole. */
export function storedSlot(type: Type): Slot {
  const kind = registerKind(type);
  return { kind, type: kind === "r" ? type : null };
}

/** The registers of a value of this type, in order. */
export function slotsOf(type: Type): readonly Slot[] {
  switch (type.kind) {
    case "nothing":
    case "never":
      return [];
    case "tuple":
      return type.elements.flatMap(slotsOf);
    default:
      return [storedSlot(type)];
  }
}

/** Where the registers of element `index` of a tuple start among the tuple's own. */
export function elementStart(elements: readonly Type[], index: number): number {
  let start = 0;
  for (const element of elements.slice(0, index)) start += slotsOf(element).length;
  return start;
}
