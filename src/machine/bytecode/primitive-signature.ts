/** The primitives that the instruction `primitive` can call, by id. */

import { PRIMITIVES, signatureOf, type KernelSignature } from "../primitives/index.ts";

const signatures = new Map<number, KernelSignature>();
for (const primitive of PRIMITIVES) {
  const signature = signatureOf(primitive);
  if (signature !== null) signatures.set(primitive.id, signature);
}

/** The signature of the primitive with this id that a kernel does, or null when there is none. */
export function primitiveSignature(id: number): KernelSignature | null {
  return signatures.get(id) ?? null;
}
