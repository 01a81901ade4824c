/** Codes E02xx: names: what is declared, and what a name stands for. */

import type { CatalogueFamily } from "./entry.ts";

export const NAME_DIAGNOSTICS = {} as const satisfies CatalogueFamily;
