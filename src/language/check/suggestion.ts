/** "Did you mean": help and edit for a name that does not exist. */

import { suggest } from "../../source/suggest.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";

/** Help and edit when some candidate is near; nothing otherwise. */
export function didYouMean(name: string, span: Span, candidates: Iterable<string>): ReportExtras {
  const near = suggest(name, candidates);
  if (near === null) return {};
  return {
    help: [`did you mean \`${near}\`?`],
    edits: [{ span, replacement: near, confidence: "likely" }],
  };
}
