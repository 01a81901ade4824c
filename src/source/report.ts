/**
 * Makes a report: the severity comes from the catalogue, the sentence from whoever found the fault.
 */

import { catalogueEntry, type DiagnosticCode } from "./catalogue/index.ts";
import type { Diagnostic, Edit, Label } from "./diagnostic.ts";
import type { Span } from "./span.ts";

export interface ReportExtras {
  readonly labels?: readonly Label[];
  readonly notes?: readonly string[];
  readonly help?: readonly string[];
  readonly edits?: readonly Edit[];
}

/**
 * A diagnostic with this code at this place.
 *
 * `message` says what is wrong here: lower case, no final stop, code in backticks.
 *
 * @example report("E0304", path, span, "`power` is `Float[W]`, but `Float[J]` is needed", { help:
 *   ["…"] })
 */
export function report(
  code: DiagnosticCode,
  path: string,
  span: Span,
  message: string,
  extras: ReportExtras = {},
): Diagnostic {
  return {
    code,
    severity: catalogueEntry(code)!.severity,
    path,
    span,
    message,
    labels: extras.labels ?? [],
    notes: extras.notes ?? [],
    help: extras.help ?? [],
    edits: extras.edits ?? [],
  };
}
