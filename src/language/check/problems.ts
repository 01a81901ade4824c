/** Where the checker's reports go: each one in the name of a rule. */

import type { Diagnostic } from "../../source/diagnostic.ts";
import { report, type ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";
import { RULES, type RuleName } from "./rules.ts";

export interface Problems {
  readonly list: Diagnostic[];
  /** Rules that do not report: for the tests of the tests. */
  readonly disabledRules: ReadonlySet<string>;
}

/** Adds a report of this rule, unless the rule is switched off. */
export function reportRule(
  problems: Problems,
  rule: RuleName,
  path: string,
  span: Span,
  message: string,
  extras: ReportExtras = {},
): void {
  if (problems.disabledRules.has(rule)) return;
  problems.list.push(report(RULES[rule], path, span, message, extras));
}

/** The reports in the order of the text, each once. */
export function sortedProblems(problems: Problems): Diagnostic[] {
  const seen = new Set<string>();
  const list = problems.list.filter((problem) => {
    const key = `${problem.path}\n${problem.span.start}\n${problem.span.end}\n${problem.code}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return list.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
