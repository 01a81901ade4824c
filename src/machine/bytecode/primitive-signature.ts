/** What the `primitive` instruction has to know about a primitive: registers, ownership and fuel. */

import type { Type } from "../types/type.ts";
import type { Ownership } from "./module.ts";

export interface PrimitiveSignature {
  readonly name: string;
  readonly fuel: number;
  readonly parameters: readonly { readonly type: Type; readonly ownership: Ownership | null }[];
  /** One register each; inout parameters first. */
  readonly results: readonly Type[];
}

/** The signature of the primitive with this id that has a kernel, or null when there is none. */
export function primitiveSignature(_id: number): PrimitiveSignature | null {
  return null;
}
