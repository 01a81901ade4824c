/**
 * Makes the sure edits of the reports about a program, again and again until none is left.
 *
 * In: a program's text. Out: the repaired text, which reports are gone, and those that remain.
 * Invariants: no two edits of one round touch; no round adds an error: a syntax error never, any
 * other only where a syntax error had hidden it. What would is left out.
 * Not here: where edits come from (language/), files and diffs (cli/).
 */

import { checkProgram, NO_FILES, type Reader, type Source } from "./pipeline.ts";
import type { Diagnostic } from "./source/diagnostic.ts";
import { applyEdits, sureFixes } from "./source/edits.ts";
import { positionAt, type Position } from "./source/position.ts";
import { sourceText } from "./source/text.ts";

export interface Repaired {
  readonly text: string;
  readonly fixed: readonly FixedReport[];
  /** Reports whose edits would have added errors. */
  readonly refused: readonly Diagnostic[];
  /** Reports about the repaired text. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface FixedReport {
  readonly diagnostic: Diagnostic;
  /** Where it stood when it was repaired. */
  readonly position: Position;
}

/** A repair can uncover what another one repairs. */
const MOST_ROUNDS = 100;

/** Repairs what is sure to be meant. Cost: a check for each round; most programs need two. */
export function repair({ path, text }: Source, reader: Reader = NO_FILES): Repaired {
  const fixed: FixedReport[] = [];
  const refused = new Map<string, Diagnostic>();
  let content = text;
  let { diagnostics } = checkProgram({ path, text }, false, reader);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const wanted = sureFixes(content, path, diagnostics).filter((fix) => !refused.has(key(fix)));
    if (wanted.length === 0) break;
    const done = makeAll({ path, reader }, content, diagnostics, wanted);
    const source = sourceText(path, content);
    for (const diagnostic of done.refused) refused.set(key(diagnostic), diagnostic);
    for (const diagnostic of done.made) {
      fixed.push({ diagnostic, position: positionAt(source, diagnostic.span.start) });
    }
    ({ content, diagnostics } = done);
  }
  return { text: content, fixed, refused: [...refused.values()], diagnostics };
}

interface Made {
  readonly content: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly made: readonly Diagnostic[];
  readonly refused: readonly Diagnostic[];
}

/** All fixes at once; where that adds errors, the first half, down to a single one. */
function makeAll(
  place: { readonly path: string; readonly reader: Reader },
  content: string,
  before: readonly Diagnostic[],
  fixes: readonly Diagnostic[],
): Made {
  const repaired = applyEdits(
    content,
    fixes.flatMap(({ edits }) => edits),
  );
  const { diagnostics } = checkProgram({ path: place.path, text: repaired }, false, place.reader);
  if (!isWorse(before, diagnostics))
    return { content: repaired, diagnostics, made: fixes, refused: [] };
  if (fixes.length === 1) return { content, diagnostics: before, made: [], refused: fixes };
  // The second half waits for the next round, where its edits have new places.
  const half = fixes.slice(0, Math.ceil(fixes.length / 2));
  return makeAll(place, content, before, half);
}

function isWorse(before: readonly Diagnostic[], after: readonly Diagnostic[]): boolean {
  const [syntaxBefore, syntaxAfter] = [before, after].map((list) => list.filter(isSyntax).length);
  if (syntaxAfter > syntaxBefore) return true;
  return syntaxBefore === 0 && errorsIn(after) > errorsIn(before);
}

function isSyntax({ code }: Diagnostic): boolean {
  return code.startsWith("E01");
}

function errorsIn(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.filter(({ severity }) => severity === "error").length;
}

function key({ code, message, edits }: Diagnostic): string {
  return [code, message, ...edits.map(({ replacement }) => replacement)].join("\n");
}
