/**
 * Text of one cell or one option as a value of any type.
 *
 * Numbers, texts and Bools stand as they are, cases by their names. What an `Option` may hold
 * stands without `Some`, and `None`, in a table an empty cell, is nothing. All else stands as the
 * language writes it: `[1m, 2m]`.
 */

import { type ModuleType, optionType } from "../../src/index.ts";
import { type Fitted, fitText } from "./fit.ts";
import { fitWritten } from "./written.ts";

/**
 * @param columnUnit as `fitText` takes it
 */
export function fitValue(
  types: readonly ModuleType[],
  typeIndex: number,
  text: string,
  columnUnit: string | null = null,
): Fitted {
  const option = optionType(types, typeIndex);
  if (option !== null && !text.startsWith("Some(")) {
    if (text === "None") return { fits: true, value: [option.none] };
    const content = fitValue(types, option.content, text, columnUnit);
    if (content.fits) return { fits: true, value: [option.some, content.value] };
    return { ...content, reason: `${content.reason}, or None` };
  }
  const type = types[typeIndex];
  switch (type.kind) {
    case "int":
    case "bool":
    case "string":
    case "float":
      return fitText(type, text, columnUnit);
    default:
      return fitWritten(types, typeIndex, text);
  }
}
