/** Words of other languages in the manual: what they are called here, from the checker's tables. */

import { DECLARING_WORDS } from "../../../grammar/layout/habits.ts";
import { tokenRow } from "../../../grammar/tokens.ts";
import { habitOf, METHOD_NAMES } from "../check/habits.ts";
import { typeHabit } from "../check/type-habits.ts";

/** The name that a word of another language has here: `Map` for `dict`; null for none. */
export function nameHere(word: string): string | null {
  const type = typeHabit(word);
  if (type !== null) return /^\w+$/u.test(type) ? type : null;
  if (Object.hasOwn(METHOD_NAMES, word)) return METHOD_NAMES[word];
  const keyword = DECLARING_WORDS.get(word);
  return keyword === undefined ? null : (tokenRow(keyword).fixed ?? null);
}

/** What is written here for a word of another language, in a line; null for none. */
export function writtenHere(word: string): string | null {
  const type = typeHabit(word);
  return type === null ? habitOf(word) : `write \`${type}\``;
}
