/** Which function of the artefact a `primitive` instruction calls. */

import { assert } from "../../fault.ts";
import { primitiveSignature } from "./primitive-signature.ts";

/** The name of the export behind a primitive's id, which the verifier has checked. */
export function kernelExportOf(id: number): string {
  const signature = primitiveSignature(id);
  assert(signature !== null, `a kernel does the primitive ${id}`);
  return signature.export;
}
