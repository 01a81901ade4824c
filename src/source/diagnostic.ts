/**
 * One report about a program: what is wrong, where, why, and what to do about it.
 *
 * A Diagnostic is data: it is collected, never thrown, and rendered by `render.ts` for a terminal,
 * as one short line, as JSON, or for an editor.
 * Not here: the codes and their manual pages (catalogue/), the pictures (render.ts).
 */

import type { DiagnosticCode } from "./catalogue/index.ts";
import type { Span } from "./span.ts";

/** A second place that says why; `path` is absent when it lies in the file of the report. */
export interface Label {
  readonly span: Span;
  readonly text: string;
  readonly path?: string;
}

/** A replacement that would repair the program; only `certain` ones may be applied unasked. */
export interface Edit {
  readonly span: Span;
  readonly replacement: string;
  readonly confidence: "certain" | "likely";
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: "error" | "warning";
  /** Path of the file, as given by whoever supplied the text. */
  readonly path: string;
  /** The smallest span that still shows the fault. */
  readonly span: Span;
  /** One sentence on what is wrong here, lower case, no final stop, code in backticks. */
  readonly message: string;
  readonly labels: readonly Label[];
  readonly notes: readonly string[];
  readonly help: readonly string[];
  readonly edits: readonly Edit[];
}
