/** Pages of the manual for a terminal. */

import { type CatalogueEntry, functionsOf, type ManualPage, type Trap } from "../../src/index.ts";
import type { CommandEntry } from "../command.ts";
import type { Palette } from "./palette.ts";

const WIDEST = 100;
const ABOUT_TRAPS =
  "A trap stops the run (exit code 3) and is part of its result: every machine stops at the same " +
  "place.";

/** The text in lines that fit; blank lines between paragraphs stay. */
export function wrapped(text: string, columns: number): string {
  return text
    .split("\n\n")
    .map((paragraph) => filled(paragraph, Math.min(columns, WIDEST)))
    .join("\n\n");
}

function filled(text: string, width: number): string {
  const lines = [""];
  for (const word of text.split(/\s+/u)) {
    const last = lines[lines.length - 1];
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`.trimEnd())
    .join("\n");
}

/** What the page says: kind and name, signature, text, facts, example and what it prints. */
export function pageText(page: ManualPage, palette: Palette, columns: number): string {
  const { kind, name, signature, doc, facts, example } = page;
  const parts = [palette.strong(`${kind} ${name}`)];
  if (signature !== "") parts.push(palette.code(indented(signature)));
  parts.push(wrapped(doc, columns));
  if (facts.length > 0) parts.push(facts.map((fact) => `* ${fact}`).join("\n"));
  if (example !== null) {
    parts.push(`${palette.good("example")}\n${indented(example.code)}`);
    if (example.prints.length > 0) {
      parts.push(`${palette.good("prints")}\n${indented(example.prints.join("\n"))}`);
    }
  }
  const functions = kind === "type" ? functionsOf(name) : [];
  if (functions.length > 0) {
    const lines = functions.map((each) => `${each.name}: ${firstSentence(each.doc)}`);
    parts.push(`${palette.good("functions")}\n${lines.map(indented).join("\n")}`);
  }
  return parts.join("\n\n");
}

/** Up to the first full stop that ends a sentence, or colon before an example. */
export function firstSentence(doc: string): string {
  return /^.*?(?=(?:\.|: `.*|; .*)(?:\s|$))/su.exec(doc)?.[0].replaceAll("\n", " ") ?? doc;
}

/** What a command does, and where all about it stands. */
export function commandText(entry: CommandEntry, palette: Palette, columns: number): string {
  const { name, summary, examples } = entry;
  const sentence = `${summary[0].toUpperCase()}${summary.slice(1)}.`;
  return [
    palette.strong(`command ${name}`),
    wrapped(`${sentence} All about it:`, columns),
    indented(palette.code(`resolang ${name} --help`)),
    `${palette.good("examples")}\n${indented(examples.map(({ command }) => command).join("\n"))}`,
  ].join("\n\n");
}

export function trapText(name: string, trap: Trap, palette: Palette, columns: number): string {
  const text = wrapped(`${trap.explanation} ${ABOUT_TRAPS}`, columns);
  return `${palette.strong(`trap ${name}`)}: ${trap.message}\n\n${text}`;
}

export function diagnosticText(
  code: string,
  entry: CatalogueEntry,
  palette: Palette,
  columns: number,
): string {
  return [
    `${palette.strong(code)}: ${entry.title}`,
    "",
    wrapped(entry.explanation, columns),
    "",
    palette.error("wrong"),
    indented(entry.bad),
    "",
    palette.good("right"),
    indented(entry.good),
  ].join("\n");
}
