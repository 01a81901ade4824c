/** Whole lines of other languages that have no counterpart here: imports of libraries. */

import { lineEnd, type Site } from "./line.ts";
import type { Phrase } from "./phrase.ts";

/** First words of lines that bring a library into sight elsewhere. */
const IMPORTING: ReadonlySet<string> = new Set(["import", "from", "use", "using", "require"]);

/** The line that begins with a token, when it is one of these. */
export function readStrangeLine(site: Site): Phrase | null {
  const { tokens, index } = site;
  const token = tokens[index];
  const next = tokens[index + 1];
  if (!IMPORTING.has(token.image) || next.name !== "Name") return null;
  const to = lineEnd(site, index);
  if (to === index + 1) return null;
  const span = { start: token.start, end: token.end };
  const whole = { start: token.start, end: tokens[to - 1].end };
  const comments = tokens[to].comments.some(({ ownLine }) => !ownLine);
  return {
    from: index,
    to,
    mistake: {
      code: "E0107",
      ...span,
      message: "the library is always there and is not imported",
      help: [
        "drop this line; a file of your own is imported by its path in quotes: " +
          `\`import "${next.image}"\``,
      ],
      edits: comments ? [] : [{ span: whole, replacement: "", confidence: "likely" }],
    },
  };
}
