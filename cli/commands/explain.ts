/** `resolang explain NAME`: the manual, page by page. */

import {
  type CatalogueEntry,
  catalogueEntry,
  DIAGNOSTICS,
  Fault,
  findPages,
  manualPages,
  type ManualPage,
  relatedPages,
  suggest,
  TRAPS,
} from "../../src/index.ts";
import type { CommandEntry } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { diagnosticText, pageText, trapText, wrapped } from "../report/manual-page.ts";
import { paletteOf } from "../report/palette.ts";
import { FAMILIES, familyText } from "../report/manual-family.ts";
import type { Shell } from "../shell.ts";

export const EXPLAIN: CommandEntry = {
  name: "explain",
  arguments: [
    {
      name: "[name]",
      summary: "a function, type, unit, keyword, operator, diagnostic (E0301) or trap (overflow)",
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
  run: (shell, call) => {
    const [name] = call.arguments;
    const text = name === undefined ? overview(shell) : explanationOf(shell, name);
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
  if (texts.length === 0) throw unknownName(name);
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

function unknownName(name: string): Fault {
  const names = [
    ...manualPages()
      .filter(({ isInner }) => !isInner)
      .map((page) => page.name),
    ...Object.keys(DIAGNOSTICS),
    ...Object.keys(TRAPS),
    ...FAMILIES.map((family) => family.name),
  ];
  const lasts = new Map(names.map((each) => [each.slice(each.indexOf(".") + 1), each]));
  const near = suggest(name, [...names, ...lasts.keys()]);
  const hint = near === null ? pagesAbout(name) : `did you mean ${lasts.get(near) ?? near}?`;
  return new Fault("usage/command", `nothing is called ${name}: ${hint}`);
}

/** How many pages about a word are told. */
const MOST_PAGES = 8;

/** The pages in which a word stands most often, or where all of them are. */
function pagesAbout(word: string): string {
  const pattern = new RegExp(`\\b${word.replaceAll(/[$()*+./?[\\\]^{|}]/gu, "\\$&")}\\b`, "giu");
  const found = manualPages()
    .filter(({ isInner }) => !isInner)
    .map(({ name, signature, doc }) => {
      return { name, count: [...`${signature}\n${doc}`.matchAll(pattern)].length };
    })
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count);
  if (found.length === 0) return "`resolang explain` tells what there is";
  const names = found.slice(0, MOST_PAGES).map(({ name }) => name);
  return `these speak of it: ${names.join(", ")}`;
}
