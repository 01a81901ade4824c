/** `resolang explain NAME`: the manual, page by page. */

import {
  type CatalogueEntry,
  catalogueEntry,
  CHAPTERS,
  DIAGNOSTICS,
  Fault,
  findPages,
  manualPages,
  type ManualPage,
  nameHere,
  relatedPages,
  suggest,
  TRAPS,
  writtenHere,
} from "../../src/index.ts";
import type { CommandEntry } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import {
  commandText,
  diagnosticText,
  firstSentence,
  pageText,
  trapText,
  wrapped,
} from "../report/manual-page.ts";
import { paletteOf } from "../report/palette.ts";
import { FAMILIES, familyText } from "../report/manual-family.ts";
import type { Shell } from "../shell.ts";

export const EXPLAIN: CommandEntry = {
  name: "explain",
  arguments: [
    {
      name: "[name]",
      summary:
        "a function, type, unit, keyword, operator, command, diagnostic (E0301) or trap (overflow)",
    },
  ],
  summary: "print the manual page of whatever has a name",
  explanation:
    "Without a name it tells the families; the name of a family lists it: " +
    `${FAMILIES.map(({ name }) => name).join(", ")}.`,
  options: [],
  examples: [
    { command: "resolang explain linspace", meaning: "a function: signature, meaning, example" },
    {
      command: "resolang explain Population",
      meaning: "a type, and the functions that belong to it",
    },
    { command: "resolang explain units", meaning: "all units by dimension" },
    {
      command: "resolang explain E0301",
      meaning: "why the checker refused, with an example that fits",
    },
    { command: "resolang explain overflow", meaning: "what stopped a run" },
  ],
  run: async (shell, call) => {
    const [name] = call.arguments;
    const text = name === undefined ? overview(shell) : await everythingAbout(shell, name);
    shell.out.write(`${text}\n`);
    return EXIT_CODES.fine.code;
  },
};

function overview(shell: Shell): string {
  const palette = paletteOf(shell.out);
  const lines = FAMILIES.map(({ name, names, examples }) => {
    const count = `${names().length} ${name}`.padEnd(16);
    return `${palette.strong(count)} ${examples.join(", ")}, …`;
  });
  const hint =
    "`resolang explain NAME` is the page of one, `resolang explain functions` and the like list " +
    "a family. The library as one page: examples/guide/library.md; a tour: examples/guide/tour.md.";
  return [...lines, "", wrapped(hint, shell.out.columns)].join("\n");
}

/** The command of that name, and what else it may mean. */
async function everythingAbout(shell: Shell, name: string): Promise<string> {
  // The table of commands has this one in it.
  const { commandNamed } = await import("./index.ts");
  const command = await commandNamed(name);
  if (command === null) return explanationOf(shell, name);
  const texts = [commandText(command, paletteOf(shell.out), shell.out.columns)];
  const sections = sectionsAbout(name);
  if (findPages(name).length > 0) texts.push(explanationOf(shell, name));
  else if (sections.length > 0) texts.push(`In the guide:\n${sections.join("\n")}`);
  return texts.join("\n\n");
}

/** Every page that the name may mean, exact ones first. */
function explanationOf(shell: Shell, name: string): string {
  const palette = paletteOf(shell.out);
  const { columns } = shell.out;
  const code = name.toUpperCase();
  const entry: CatalogueEntry | undefined = catalogueEntry(code);
  if (entry !== undefined) return diagnosticText(code, entry, palette, columns);
  const family = FAMILIES.find((each) => each.name === name.toLowerCase());
  if (family !== undefined) return familyText(family, palette, columns);
  const pages = findPages(name);
  const trap = Object.entries(TRAPS).find(([key]) => key.toLowerCase() === name.toLowerCase());
  const isExact = pages.some((page) => page.name === name);
  const isTrap = trap?.[0] === name || (trap !== undefined && pages.length === 0);
  const isOpen = new Set(pages.map((page) => page.name)).size > 1 && !isExact;
  if (isOpen && !isTrap) return candidates(name, pages);
  const shown = isTrap && !isExact ? [] : pages;
  const texts = shown.map((page) => pageText(page, palette, columns));
  if (isTrap) texts.push(trapText(trap[0], trap[1], palette, columns));
  if (texts.length === 0) return topicText(shell, name);
  const others = isExact ? relatedPages(name) : pages.filter((page) => !shown.includes(page));
  const names = others.map((page) => page.name).join(", ");
  if (names !== "") texts.push(wrapped(`See also: ${names}`, columns));
  return texts.join("\n\n");
}

function candidates(name: string, pages: readonly ManualPage[]): string {
  return [
    `${name} is the name of ${pages.length} functions:`,
    ...pages.map((page) => `    resolang explain ${page.name}`),
  ].join("\n");
}

/** What there is about a word that has no page of its own. */
function topicText(shell: Shell, word: string): string {
  const { columns } = shell.out;
  const here = nameHere(word);
  if (here !== null) return `${word} is ${here} here.\n\n${explanationOf(shell, here)}`;
  const written = writtenHere(word);
  if (written !== null) return wrapped(`${word}: ${written}`, columns);
  const near = nearestName(word);
  const sections = sectionsAbout(word);
  const pages = near === null ? pagesAbout(word) : [];
  if (sections.length + pages.length === 0) throw unknownName(word, near);
  const texts = [`Nothing is called ${word}.`];
  if (sections.length > 0) texts.push(`In the guide:\n${sections.join("\n")}`);
  if (pages.length > 0) {
    const rows = familyText({ rows: () => pages }, paletteOf(shell.out), columns);
    texts.push(`These pages speak of it:\n${rows}`);
  }
  return texts.join("\n\n");
}

/** The name that is nearest to a word; null where none is near. */
function nearestName(word: string): string | null {
  const names = [
    ...manualPages()
      .filter(({ isInner }) => !isInner)
      .map((page) => page.name),
    ...Object.keys(DIAGNOSTICS),
    ...Object.keys(TRAPS),
    ...FAMILIES.map((family) => family.name),
  ];
  const lasts = new Map(names.map((each) => [each.slice(each.indexOf(".") + 1), each]));
  const near = suggest(word, [...names, ...lasts.keys()]);
  return near === null ? null : (lasts.get(near) ?? near);
}

function unknownName(word: string, near: string | null): Fault {
  const hint = near === null ? "`resolang explain` tells what there is" : `did you mean ${near}?`;
  return new Fault("usage/command", `nothing is called ${word}: ${hint}`);
}

/** How many pages or sections about a word are told. */
const MOST_TOLD = 8;

/** A word as it may stand in a text, with or without the ending of a plural. */
function wordPattern(word: string): RegExp {
  const stem = word.replace(/s$/u, "").replaceAll(/[$()*+./?[\\\]^{|}]/gu, "\\$&");
  return new RegExp(`\\b${stem}s?\\b`, "giu");
}

/** The headings of the guide in which a word stands. */
function sectionsAbout(word: string): readonly string[] {
  const pattern = wordPattern(word);
  const found = CHAPTERS.flatMap(({ path, title, sections }) =>
    [title, ...sections]
      .filter((heading) => heading.search(pattern) >= 0)
      .map((heading) => `    ${path}: ${heading}`),
  );
  return [...new Set(found)].slice(0, MOST_TOLD);
}

/** The pages in which a word stands most often, each with its first sentence. */
function pagesAbout(word: string): readonly (readonly [name: string, text: string])[] {
  const pattern = wordPattern(word);
  return manualPages()
    .filter(({ isInner }) => !isInner)
    .map(({ name, signature, doc }) => {
      return { name, doc, count: [...`${signature}\n${doc}`.matchAll(pattern)].length };
    })
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
    .slice(0, MOST_TOLD)
    .map(({ name, doc }) => [name, firstSentence(doc)]);
}
