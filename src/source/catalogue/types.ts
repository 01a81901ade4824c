/** Codes E03xx and W01xx: types and units, and the lints. */

import type { CatalogueFamily } from "./entry.ts";

export const TYPE_DIAGNOSTICS = {} as const satisfies CatalogueFamily;
