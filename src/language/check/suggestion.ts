/** "Did you mean": help and edit for a name that does not exist. */

import { suggest } from "../../source/suggest.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";

/** Help and edit when some candidate is near; nothing otherwise. */
export function didYouMean(name: string, span: Span, candidates: Iterable<string>): ReportExtras {
  const near = suggest(name, candidates);
  return near === null ? {} : exactly(near, span);
}

/** Help and edit for a name that is known to be the one meant. */
export function exactly(name: string, span: Span): ReportExtras {
  return {
    help: [`did you mean \`${name}\`?`],
    edits: [{ span, replacement: name, confidence: "likely" }],
  };
}

/** The same for a name of another language that means one of ours. */
export function surely(name: string, span: Span): ReportExtras {
  return {
    help: [`write \`${name}\``],
    edits: [{ span, replacement: name, confidence: "certain" }],
  };
}
