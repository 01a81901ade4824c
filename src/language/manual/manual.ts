/** The manual: every page, and finding the ones that a word means. */

import { KEYWORD_PAGES } from "./keywords.ts";
import { libraryPages } from "./library.ts";
import { OPERATOR_PAGES } from "./operators.ts";
import type { ManualPage } from "./page.ts";
import { TYPE_PAGES } from "./types.ts";
import { prefixedUnitPage, UNIT_PAGES } from "./units.ts";

let pages: readonly ManualPage[] | null = null;

/** Every page. Cost: the first time, the prelude is parsed. */
export function manualPages(): readonly ManualPage[] {
  pages ??= [...libraryPages(), ...TYPE_PAGES, ...UNIT_PAGES, ...KEYWORD_PAGES, ...OPERATOR_PAGES];
  return pages;
}

/** The pages with this name; else of methods with it (`evolve`); else in another case. */
export function findPages(name: string): readonly ManualPage[] {
  const wanted = name.toLowerCase();
  const searches: readonly ((page: ManualPage) => boolean)[] = [
    (page) => page.name === name,
    (page) => page.name.endsWith(`.${name}`),
    (page) => page.name.toLowerCase() === wanted,
    (page) => page.name.toLowerCase().endsWith(`.${wanted}`),
  ];
  const unit = prefixedUnitPage(name);
  for (const [at, search] of searches.entries()) {
    const found = manualPages().filter(search);
    if (found.length > 0) return found;
    if (at === 1 && unit !== null) return [unit];
  }
  return [];
}

/** Other pages whose last word is this: `Int.min` beside `min`. */
export function relatedPages(name: string): readonly ManualPage[] {
  return manualPages().filter((page) => page.name.endsWith(`.${name}`));
}

/** The functions of a type, without what they stand on. */
export function functionsOf(type: string): readonly ManualPage[] {
  return libraryPages().filter(
    ({ kind, name, isInner }) => kind === "function" && !isInner && name.startsWith(`${type}.`),
  );
}
