/** Reports about a program on a stream, and the line that counts them. */

import {
  type Diagnostic,
  isSure,
  PRELUDE_TEXTS,
  renderDiagnostic,
  renderShort,
  type ReportPalette,
  type SourceText,
  sourceText,
} from "../../src/index.ts";
import type { Stream } from "../shell.ts";
import { counted } from "./counted.ts";
import { paletteOf } from "./palette.ts";

export type ReportForm = "full" | "short";

/** The text behind a path: one of the program's own, or a file of the prelude. */
export function textFinder(texts: readonly SourceText[]): (path: string) => SourceText | null {
  return (path) => {
    const own = texts.find((text) => text.path === path);
    if (own !== undefined) return own;
    const found = PRELUDE_TEXTS.find((prelude) => prelude.path === path);
    return found === undefined ? null : sourceText(path, found.content);
  };
}

/** A run shows this many; `check` shows all. */
export const MOST_REPORTS = 20;

/**
 * Writes the reports about some texts, and how many there are; nothing when there are none.
 *
 * @param most how many are shown at most
 */
export function writeReports(
  stream: Stream,
  texts: readonly SourceText[],
  diagnostics: readonly Diagnostic[],
  form: ReportForm = "full",
  most = Number.POSITIVE_INFINITY,
): void {
  if (diagnostics.length === 0) return;
  const textOf = textFinder(texts);
  for (const diagnostic of diagnostics.slice(0, most)) {
    if (form === "short") stream.write(`${renderShort(diagnostic, textOf)}\n`);
    else stream.write(`${renderDiagnostic(diagnostic, textOf, reportPalette(stream))}\n`);
  }
  const more = diagnostics.length - most;
  if (more > 0) stream.write(`and ${more} further reports, which \`resolang check\` shows\n`);
  if (form === "full") stream.write(`${paletteOf(stream).faint(countLine(diagnostics))}\n`);
}

/** The colours of a stream by the names that reports use. */
export function reportPalette(stream: Stream): ReportPalette {
  const { error, warning, strong, faint, code, good } = paletteOf(stream);
  return { error, warning, title: strong, frame: faint, note: code, help: good };
}

function countLine(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [
    errors > 0 ? counted(errors, "error") : "",
    warnings > 0 ? counted(warnings, "warning") : "",
  ];
  const sure = diagnostics.filter(isSure).length;
  const repair = sure === 0 ? "" : `; \`check --fix\` repairs ${sure}`;
  return parts.filter((part) => part !== "").join(", ") + repair;
}
