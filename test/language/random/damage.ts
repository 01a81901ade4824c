/** Copies of texts with a word or two in the place of others. */

import type { Chance } from "../../machine/fuzz/chance.ts";

const WORD = /[A-Za-z_]\w*|\d[\w.]*|"[^"\n]*"|[-+*/%<>=!^]+|[^\s\w]/gu;

/** A word of each class takes the place of others of its class; seldom of any. */
const CLASSES: readonly RegExp[] = [/^[A-Z]/u, /^[a-z_]/u, /^\d/u, /^"/u];

function classOf(word: string): number {
  return CLASSES.findIndex((each) => each.test(word));
}

/** The text with one or two of its words in the place of others. */
export function damaged(text: string, chance: Chance): string {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, index }));
  let result = text;
  for (let times = 1 + chance.below(2); times > 0; times -= 1) {
    const { word, index } = words[chance.below(words.length)];
    const alike = words.filter((each) => classOf(each.word) === classOf(word));
    const others = chance.hit(0.9) ? alike : words;
    const other = others[chance.below(others.length)].word;
    if (result.slice(index, index + word.length) !== word) continue;
    result = result.slice(0, index) + other + result.slice(index + word.length);
  }
  return result;
}
