/**
 * Reports as text: the long form for a terminal, one line each, or JSON.
 *
 * The palette is given by the caller, so nothing here knows about terminals.
 * Not here: the protocol of editors, pages of the catalogue (cli/).
 */

import type { Diagnostic } from "./diagnostic.ts";
import { excerpt } from "./excerpt.ts";
import { positionAt, type Position } from "./position.ts";
import type { SourceText } from "./text.ts";

/** What may be coloured; each function gets text and gives it back with colour. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly title: (text: string) => string;
  readonly frame: (text: string) => string;
  readonly note: (text: string) => string;
  readonly help: (text: string) => string;
}

function same(text: string): string {
  return text;
}

export const PLAIN: Palette = {
  error: same,
  warning: same,
  title: same,
  frame: same,
  note: same,
  help: same,
};

/** The text that a path names; null when it is not at hand. */
export type TextOf = (path: string) => SourceText | null;

/** The long form: excerpt, labels, notes, help, and where to read more. Ends with a line end. */
export function renderDiagnostic(
  diagnostic: Diagnostic,
  textOf: TextOf,
  palette: Palette = PLAIN,
): string {
  const paint = diagnostic.severity === "error" ? palette.error : palette.warning;
  const code = paint(`${diagnostic.severity}[${diagnostic.code}]`);
  const lines = [`${code}${palette.title(`: ${diagnostic.message}`)}`];
  const pictures = picturesOf(diagnostic, textOf);
  const gutter = Math.max(1, ...pictures.map((picture) => `${picture.lastLine}`.length));
  pictures.forEach((picture, position) => {
    lines.push(
      `${" ".repeat(gutter)} ${palette.frame(position === 0 ? "┌─" : "├─")} ${picture.place}`,
    );
    if (picture.text !== null)
      lines.push(
        ...excerpt(picture.text, picture.marks, gutter, {
          mark: paint,
          frame: palette.frame,
          note: palette.note,
        }),
      );
  });
  const margin = " ".repeat(gutter + 1);
  for (const note of diagnostic.notes)
    lines.push(`${margin}${palette.frame("=")} ${palette.note("note:")} ${note}`);
  for (const help of diagnostic.help)
    lines.push(`${margin}${palette.frame("=")} ${palette.help("help:")} ${help}`);
  lines.push(`${margin}${palette.frame("=")} more: resolang explain ${diagnostic.code}`);
  return `${lines.join("\n")}\n`;
}

interface Picture {
  readonly place: string;
  readonly text: SourceText | null;
  readonly lastLine: number;
  readonly marks: readonly {
    readonly span: { readonly start: number; readonly end: number };
    readonly text: string;
    readonly isMain: boolean;
  }[];
}

/** One picture for each file: the file of the report first. */
function picturesOf(diagnostic: Diagnostic, textOf: TextOf): Picture[] {
  const paths = [diagnostic.path];
  for (const label of diagnostic.labels) {
    if (label.path !== undefined && !paths.includes(label.path)) paths.push(label.path);
  }
  return paths.map((path, position) => {
    const text = textOf(path);
    const labels = diagnostic.labels.filter((label) => (label.path ?? diagnostic.path) === path);
    const marks = labels.map((label) => ({ span: label.span, text: label.text, isMain: false }));
    if (position === 0) marks.unshift({ span: diagnostic.span, text: "", isMain: true });
    if (text === null) return { place: path, text, lastLine: 0, marks };
    const first = positionAt(text, marks[0].span.start);
    const lastLine = Math.max(...marks.map((mark) => positionAt(text, mark.span.end).line));
    return { place: placeOf(path, first), text, lastLine, marks };
  });
}

function placeOf(path: string, position: Position): string {
  return `${path}:${position.line}:${position.column}`;
}

/** One line: `path:line:column: error[E0101]: message`. */
export function renderShort(diagnostic: Diagnostic, textOf: TextOf): string {
  const text = textOf(diagnostic.path);
  const place =
    text === null
      ? diagnostic.path
      : placeOf(diagnostic.path, positionAt(text, diagnostic.span.start));
  return `${place}: ${diagnostic.severity}[${diagnostic.code}]: ${diagnostic.message}`;
}

interface JsonRange {
  readonly start: Position & { readonly offset: number };
  readonly end: Position & { readonly offset: number };
}

/**
 * Schema `resolang.diagnostics/1`: lines and columns from 1 in code points, offsets in UTF-16
 * units.
 */
export interface DiagnosticsJson {
  readonly schema: "resolang.diagnostics/1";
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: string;
    readonly path: string;
    readonly range: JsonRange | null;
    readonly message: string;
    readonly labels: readonly {
      readonly path: string;
      readonly range: JsonRange | null;
      readonly text: string;
    }[];
    readonly notes: readonly string[];
    readonly help: readonly string[];
    readonly edits: readonly {
      readonly range: JsonRange | null;
      readonly replacement: string;
      readonly confidence: string;
    }[];
  }[];
}

/** Reports as one JSON object. */
export function diagnosticsJson(
  diagnostics: readonly Diagnostic[],
  textOf: TextOf,
): DiagnosticsJson {
  const range = (path: string, span: Diagnostic["span"]): JsonRange | null => {
    const text = textOf(path);
    if (text === null) return null;
    const at = (offset: number): JsonRange["start"] => ({ ...positionAt(text, offset), offset });
    return { start: at(span.start), end: at(span.end) };
  };
  return {
    schema: "resolang.diagnostics/1",
    diagnostics: diagnostics.map((diagnostic) => {
      const { code, severity, path, message, notes, help } = diagnostic;
      const labels = diagnostic.labels.map((label) => {
        const at = label.path ?? path;
        return { path: at, range: range(at, label.span), text: label.text };
      });
      const edits = diagnostic.edits.map((edit) => ({
        ...edit,
        span: undefined,
        range: range(path, edit.span),
      }));
      return {
        code,
        severity,
        path,
        range: range(path, diagnostic.span),
        message,
        labels,
        notes,
        help,
        edits,
      };
    }),
  };
}
