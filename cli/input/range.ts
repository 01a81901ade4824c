/** Ranges of the language as values of parameters: `2..5`, `2..=5`. */

import type { ModuleType } from "../../src/index.ts";
import { type Fitted, fitText, quoted, refuse } from "./fit.ts";

/** The bounds, as texts. */
const RANGE = /^(?<from>.*?)\s*\.\.(?<sign>=?)\s*(?<to>.*)$/u;
const EXAMPLE = "2..5 or 2..=5";
export const RANGE_FORM = `a range, ${EXAMPLE}`;
const INT: ModuleType = { kind: "int" };

/** A range as the language holds it: `2..=5` is `2..6`. */
export function fitRange(text: string): Fitted {
  const parts = RANGE.exec(text.trim())?.groups;
  if (parts === undefined) return refuse(`expected ${RANGE_FORM}, found ${quoted(text)}`);
  const { from, sign, to } = parts;
  if (from === "" || to === "") {
    return refuse(`a range has two ends, ${EXAMPLE}, found ${quoted(text)}`);
  }
  const bounds = [from, to].map((bound) => fitText(INT, bound));
  if (!bounds[0].fits || !bounds[1].fits) {
    return refuse(`a range counts with Ints and by one, ${EXAMPLE}, found ${quoted(text)}`);
  }
  const [first, last] = [bounds[0].value, bounds[1].value] as readonly number[];
  const end = sign === "" ? last : last + 1;
  if (Number.isSafeInteger(end)) return { fits: true, value: [first, end] };
  return refuse(`${text} would end behind the greatest Int`);
}
