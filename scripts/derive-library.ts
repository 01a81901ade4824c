/** Renders the reference of the library, grouped by type, from the pages of the manual. */
import { libraryPages, type LibraryPage } from "../src/language/manual/library.ts";
import type { ManualPage } from "../src/language/manual/page.ts";
import { TYPE_PAGES } from "../src/language/manual/types.ts";

export const LIBRARY_PATH = "examples/guide/library.md";

const INTRODUCTION = `# The library

Everything that a program may call: constants, functions by chapters, types with their functions;
\`resolang explain NAME\` shows the same in a terminal. Derived by \`npm run derive\`: do not
edit. Every example is a test.`;

/** The chapters in the order in which they are read. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  "Numbers and text": [
    "Constants",
    "Numbers",
    "Special functions",
    "Error and gamma functions",
    "Complex numbers with units",
    "Quaternions with units",
    "Strings",
    "Hashes",
  ],
  "Lists and maps": ["Lists", "Lists of Floats", "Maps"],
  "Chance and statistics": [
    "Random numbers",
    "Statistics of lists of Floats with units",
    "More statistics",
    "Many runs at once",
  ],
  Mathematics: [
    "Derivatives and integrals of functions",
    "Where a function is 0",
    "Where a function is smallest",
    "Functions through points",
    "Discrete Fourier transforms of any length",
    "More of matrices",
    "Differential equations",
    "Differential equations with steps of one length",
    "Differential equations with steps that fit themselves to an accuracy",
    "Stability of states of dx/dt",
  ],
  Oscillators: [
    "Populations",
    "Populations of phase oscillators",
    "Populations whose frequencies have a distribution",
    "All pairs",
    "What populations tell besides their order",
    "Studies of populations",
    "Locked states of a grid or a population",
    "Fields of quaternions",
  ],
  "Cuts and memories": [
    "Ising problems and the largest cut of a graph",
    "Ising machines",
    "Random graphs of the generator rudy",
    "Holographic memory",
    "Phasor networks",
    "Memory fields",
    "Gems",
    "Pattern sequences",
  ],
};

const INNER = `## What the library stands on

Methods and operators lead here; a program seldom calls them by these names.`;

/** The whole text of the page. */
export function renderLibrary(): string {
  const known = libraryPages().filter(({ isInner }) => !isInner);
  const declared = known.filter(({ kind }) => kind === "type");
  const types = [...TYPE_PAGES, ...declared.toSorted((a, b) => (a.name < b.name ? -1 : 1))];
  const owned = (page: ManualPage, type: string): boolean => page.name.startsWith(`${type}.`);
  const isMethod = (page: ManualPage): boolean => types.some(({ name }) => owned(page, name));
  const constants = known.filter(({ kind }) => kind === "constant");
  const free = known.filter((page) => page.kind === "function" && !isMethod(page));
  const sections = types.map((type) => ({
    title: type.name,
    text: entryText(type, "").trim(),
    pages: known.filter((page) => owned(page, type.name)),
  }));
  const divided = partsOf(free);
  const contents = divided.map(
    ([part, titles]) => `* **${part}**: ${titles.map(linkTo).join(" · ")}`,
  );
  const chapters = divided.flatMap(([, titles]) => titles.filter((title) => title !== "Constants"));
  const parts = [
    INTRODUCTION,
    [...contents, `* **Types**: ${types.map(({ name }) => linkTo(name)).join(" · ")}`].join("\n"),
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

/**
 * {@link PARTS}, with chapters that it does not list behind them.
 *
 * @throws {Error} when it lists a chapter that there is not
 */
function partsOf(functions: readonly LibraryPage[]): readonly (readonly [string, string[]])[] {
  const found = new Set(["Constants", ...functions.map(({ chapter }) => chapter)]);
  const listed = new Set(Object.values(PARTS).flat());
  const unknown = listed.difference(found);
  if (unknown.size > 0) throw new Error(`no chapter is called ${[...unknown].join()}`);
  const parts = { ...PARTS, More: [...found].filter((title) => !listed.has(title)) };
  return Object.entries(parts)
    .map(([part, titles]) => [part, titles.filter((title) => found.has(title))] as const)
    .filter(([, titles]) => titles.length > 0);
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
