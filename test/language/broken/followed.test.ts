/**
 * Whoever does what the reports propose, one after the other, has a program without errors: the
 * sure edits and the likely ones alike.
 */

import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkProgram } from "../../../src/pipeline.ts";
import type { Diagnostic } from "../../../src/source/diagnostic.ts";
import { applyEdits } from "../../../src/source/edits.ts";

const HERE = new URL(".", import.meta.url);
const NAMES = readdirSync(HERE)
  .filter((name) => /^[^.]*\.reso$/.test(name))
  .map((name) => name.slice(0, -".reso".length));

/** Programs in which some report asks for what only their author knows. */
const AUTHORS: ReadonlySet<string> = new Set([
  "11-a-missing-case",
  "12-something-may-be-missing",
  "17-a-record-with-a-field-left-out",
  "19-if-without-else",
  "25-a-missing-brace",
  "42-a-result-that-is-not-declared",
  "52-sums-of-whole-numbers",
  "53-patterns-and-outputs-of-records",
  "54-degrees-and-turns",
  "55-arguments-of-other-libraries",
  "57-words-of-matlab-and-python",
  "59-parts-of-tuples-and-rows",
]);

const MOST_STEPS = 60;

function errorsIn(text: string): Diagnostic[] {
  const { diagnostics } = checkProgram({ path: "program.reso", text }, true);
  return diagnostics.filter(({ severity }) => severity === "error");
}

/** What is still wrong with a text after everything that its reports propose. */
function followed(text: string): readonly Diagnostic[] {
  let current = text;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const proposal = errorsIn(current).find(({ edits }) => edits.length > 0);
    if (proposal === undefined) break;
    current = applyEdits(current, proposal.edits);
  }
  return errorsIn(current);
}

test.each(NAMES)("%s", (name) => {
  const left = followed(readFileSync(new URL(`${name}.reso`, HERE), "utf8"));
  const messages = left.map(({ message }) => message);
  if (AUTHORS.has(name)) expect(messages).not.toEqual([]);
  else expect(messages).toEqual([]);
});
