/**
 * The chapters of the checker as they stand in this folder, and which of their blocks needs a rule.
 */

import { readdirSync, readFileSync } from "node:fs";
import { RULES, type RuleName } from "../../../src/language/check/rules.ts";
import { checkText, type Chunk, chunksOf, expectedIn, reportedIn } from "./reading.ts";

const FOLDER = new URL(".", import.meta.url);

export interface Chapter {
  readonly name: string;
  readonly chunks: readonly Chunk[];
}

/** Every chapter; `messages.md` expects texts in place of codes and is none. */
export const CHAPTERS: readonly Chapter[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".md") && name !== "messages.md")
  .map((name) => ({ name, chunks: chunksOf(readFileSync(new URL(name, FOLDER), "utf8")) }));

/** The first block that gets other reports without the rule, or null when it could be left out. */
export function needsRule(rule: RuleName): string | null {
  const disabled = new Set([rule]);
  for (const { name, chunks } of CHAPTERS) {
    for (const { title, content, words } of chunks) {
      if (!content.includes(RULES[rule])) continue;
      const { text, problems } = checkText(content, words, disabled);
      if (reportedIn(text, problems).join() !== expectedIn(text).join()) return `${name}: ${title}`;
    }
  }
  return null;
}
