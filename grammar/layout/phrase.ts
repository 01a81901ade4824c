/** A phrase of another language: where it goes, and the report on it. */

import type { Mistake } from "../mistake.ts";
import type { SyntaxToken } from "../tree.ts";
import type { Site } from "./line.ts";

export interface Phrase {
  /** The first of its tokens, which stands for all of them. */
  readonly from: number;
  /** The index after the last one. */
  readonly to: number;
  readonly mistake: Mistake;
  /** What the parser reads in its place, in the order of the text; else one unreadable token. */
  readonly stream?: readonly SyntaxToken[];
}

/** A phrase whose whole text is replaced; `at` is the token that the report stands at. */
export function phrase(
  site: Site,
  range: { readonly from: number; readonly to: number; readonly at: number },
  message: string,
  written: string | null,
): Phrase {
  const { tokens } = site;
  const { from, to, at } = range;
  const span = { start: tokens[from].start, end: tokens[to - 1].end };
  const isShort = written !== null && written.length <= 80 && !written.includes("\n");
  return {
    from,
    to,
    mistake: {
      code: "E0107",
      start: tokens[at].start,
      end: tokens[at].end,
      message,
      help: isShort ? [`write \`${written}\``] : [],
      edits: written === null ? [] : [{ span, replacement: written, confidence: "certain" }],
    },
  };
}
