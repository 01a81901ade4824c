/**
 * Every diagnostic code with its manual page: one table, assembled from its families.
 *
 * Invariants: a code is never reused for something else. Messages stand at the place that reports
 * them; everything that holds for a code in general stands here.
 * Not here: traps (machine/), which have names instead of codes.
 */

import type { CatalogueEntry } from "./entry.ts";
import { ENUM_DIAGNOSTICS } from "./enums.ts";
import { GENERIC_DIAGNOSTICS } from "./generics.ts";
import { IMPORT_DIAGNOSTICS } from "./imports.ts";
import { LINT_DIAGNOSTICS } from "./lints.ts";
import { MACHINE_DIAGNOSTICS } from "./machine.ts";
import { MAP_DIAGNOSTICS } from "./maps.ts";
import { NAME_DIAGNOSTICS } from "./names.ts";
import { SIZE_DIAGNOSTICS } from "./size.ts";
import { SYNTAX_DIAGNOSTICS } from "./syntax.ts";
import { TEST_DIAGNOSTICS } from "./tests.ts";
import { TYPE_DIAGNOSTICS } from "./types.ts";

export const DIAGNOSTICS = {
  ...SYNTAX_DIAGNOSTICS,
  ...NAME_DIAGNOSTICS,
  ...TYPE_DIAGNOSTICS,
  ...ENUM_DIAGNOSTICS,
  ...GENERIC_DIAGNOSTICS,
  ...IMPORT_DIAGNOSTICS,
  ...MAP_DIAGNOSTICS,
  ...TEST_DIAGNOSTICS,
  ...LINT_DIAGNOSTICS,
  ...MACHINE_DIAGNOSTICS,
  ...SIZE_DIAGNOSTICS,
} as const;

/** `E0101`, `W0102`, …: exactly the keys of the table. */
export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** The manual page of a code, or undefined when there is no such code. */
export function catalogueEntry(code: string): CatalogueEntry | undefined {
  return Object.hasOwn(DIAGNOSTICS, code) ? DIAGNOSTICS[code as DiagnosticCode] : undefined;
}
