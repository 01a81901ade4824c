/** Codes E04xx: refusals of the verifier and the decoder. */

import type { CatalogueFamily } from "./entry.ts";

export const MACHINE_DIAGNOSTICS = {} as const satisfies CatalogueFamily;
