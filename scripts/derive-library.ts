/** Renders the reference of the library, grouped by type, from the pages of the manual. */
import { libraryPages } from "../src/language/manual/library.ts";
import type { ManualPage } from "../src/language/manual/page.ts";
import { TYPE_PAGES } from "../src/language/manual/types.ts";
import { PRIMITIVE_FAMILIES } from "../src/machine/primitives/index.ts";

export const LIBRARY_PATH = "examples/guide/library.md";

const INTRODUCTION = `# The library

Everything that a program may call: constants, functions by chapters, types with their functions;
\`resolang explain NAME\` shows the same in a terminal. Derived by \`npm run derive\`: do not
edit. Every example is a test.`;

const INNER = `## What the library stands on

Methods and operators lead here; a program seldom calls them by these names.`;

/** The whole text of the page. */
export function renderLibrary(): string {
  const known = libraryPages().filter(({ isInner }) => !isInner);
  const types = [...TYPE_PAGES, ...known.filter(({ kind }) => kind === "type")];
  const owned = (page: ManualPage, type: string): boolean => page.name.startsWith(`${type}.`);
  const isMethod = (page: ManualPage): boolean => types.some(({ name }) => owned(page, name));
  const constants = known.filter(({ kind }) => kind === "constant");
  const free = known.filter((page) => page.kind === "function" && !isMethod(page));
  const sections = types.map((type) => ({
    title: type.name,
    text: entryText(type, "").trim(),
    pages: known.filter((page) => owned(page, type.name)),
  }));
  const basics = PRIMITIVE_FAMILIES.map(({ title }) => title);
  const chapters = [...new Set([...basics, ...free.map(({ chapter }) => chapter)])].filter(
    (title) => free.some(({ chapter }) => chapter === title),
  );
  const parts = [
    INTRODUCTION,
    ["Constants", ...chapters].map(linkTo).join(" · "),
    types.map(({ name }) => linkTo(name)).join(" · "),
    "## Constants",
    ...constants.map((page) => entryText(page, `### ${page.name}`)),
  ];
  for (const chapter of chapters) {
    const pages = free.filter((page) => page.chapter === chapter);
    parts.push(`## ${chapter}`, ...pages.map((page) => entryText(page, `### ${page.name}`)));
  }
  for (const { title, text, pages } of sections) {
    parts.push(`## ${title}`, text, ...pages.map((page) => entryText(page, `### ${page.name}`)));
  }
  parts.push(INNER);
  for (const page of libraryPages().filter(({ isInner }) => isInner)) {
    parts.push(entryText(page, `### ${page.name}`));
  }
  return `${parts.join("\n\n")}\n`;
}

/** A heading of the page, as its anchors are spelled. */
function linkTo(heading: string): string {
  const anchor = heading.toLowerCase().replaceAll(/[^\p{L}\p{N} -]/gu, "");
  return `[${heading}](#${anchor.replaceAll(" ", "-")})`;
}

/** Signature, text, facts and example; signatures are no programs, so they are marked as text. */
function entryText({ signature, doc, facts, example }: ManualPage, heading: string): string {
  const parts = [heading];
  if (signature !== "") parts.push(block("", signature));
  parts.push(doc);
  if (facts.length > 0) parts.push(facts.map((fact) => `* ${fact}`).join("\n"));
  if (example !== null) parts.push(block("reso", example.code));
  if (example !== null && example.prints.length > 0) {
    parts.push(block("text", example.prints.join("\n")));
  }
  return parts.join("\n\n");
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}
