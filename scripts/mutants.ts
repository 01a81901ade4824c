/**
 * Switches off one rule of the verifier and of the checker after another, and looks whether a test
 * notices: `npm run test:mutants`.
 *
 * A rule that no test notices survives, and fails the run.
 */

import { readdirSync, readFileSync } from "node:fs";
import { RULES as CHECKER_RULES } from "../src/language/check/rules.ts";
import type { RuleName as CheckerRule } from "../src/language/check/rules.ts";
import { RULES as VERIFIER_RULES } from "../src/machine/verify/rules.ts";
import type { RuleName as VerifierRule } from "../src/machine/verify/rules.ts";
import { checkText, chunksOf, expectedIn, reportedIn } from "../test/language/check/reading.ts";
import { needsRule } from "../test/machine/verify/rule-tests.ts";

const CHAPTERS = new URL("../test/language/check/", import.meta.url);

/** The first block of a chapter that gets other reports without the rule, or null. */
function needsCheckerRule(rule: CheckerRule): string | null {
  const disabled = new Set([rule]);
  for (const name of readdirSync(CHAPTERS).filter((file) => file.endsWith(".md"))) {
    if (name === "messages.md") continue;
    for (const { title, content, words } of chunksOf(
      readFileSync(new URL(name, CHAPTERS), "utf8"),
    )) {
      if (!content.includes(CHECKER_RULES[rule])) continue;
      const { text, problems } = checkText(content, words, disabled);
      if (reportedIn(text, problems).join() !== expectedIn(text).join()) return `${name}: ${title}`;
    }
  }
  return null;
}

const survivors: string[] = [];
const tell = (area: string, rule: string, witness: string | null): void => {
  process.stdout.write(`${area} ${rule}: ${witness ?? "SURVIVES"}\n`);
  if (witness === null) survivors.push(`${area} ${rule}`);
};
for (const rule of Object.keys(VERIFIER_RULES)) {
  tell("verifier", rule, needsRule(rule as VerifierRule));
}
for (const rule of Object.keys(CHECKER_RULES)) {
  tell("checker", rule, needsCheckerRule(rule as CheckerRule));
}
process.stdout.write(`survivors: ${survivors.length === 0 ? "none" : survivors.join(", ")}\n`);
process.exitCode = survivors.length === 0 ? 0 : 1;
