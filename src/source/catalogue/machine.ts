/** Codes E04xx: refusals of the decoder and the verifier. */

import type { CatalogueFamily } from "./entry.ts";
import { MODULE_BYTES_DIAGNOSTICS } from "./module-bytes.ts";
import { MODULE_CODE_DIAGNOSTICS } from "./module-code.ts";
import { MODULE_OWNERSHIP_DIAGNOSTICS } from "./module-ownership.ts";
import { MODULE_TABLE_DIAGNOSTICS } from "./module-tables.ts";

export const MACHINE_DIAGNOSTICS = {
  ...MODULE_BYTES_DIAGNOSTICS,
  ...MODULE_TABLE_DIAGNOSTICS,
  ...MODULE_CODE_DIAGNOSTICS,
  ...MODULE_OWNERSHIP_DIAGNOSTICS,
} as const satisfies CatalogueFamily;
