/** A value that a parameter of a type could be given, as a person would write it: `[1m, 2m]`. */

import { type ModuleCase, type ModuleType, optionType } from "../../src/index.ts";
import { partsText } from "./form.ts";
import { quantityText } from "./written.ts";

/** Deeper parts of types that hold themselves are left to the reader. */
const DEEPEST = 4;

/** @param number what numbers of the sample are */
export function sampleText(
  types: readonly ModuleType[],
  typeIndex: number,
  number = 1,
  depth = 0,
): string {
  const type = types[typeIndex];
  const inner = (part: number, value = 1): string => sampleText(types, part, value, depth + 1);
  if (depth > DEEPEST) return "…";
  switch (type.kind) {
    case "int":
      return String(number);
    case "float":
      return quantityText(String(number), type.unit);
    case "bool":
      return "true";
    case "string":
      return `"text"`;
    case "list": {
      const { kind } = types[type.element];
      const hasSecond = kind === "int" || kind === "float";
      return `[${inner(type.element)}${hasSecond ? `, ${inner(type.element, 2)}` : ""}]`;
    }
    case "map":
      return `{${inner(type.key)}: ${inner(type.value)}}`;
    case "tuple":
      return `(${type.elements.map((element) => inner(element)).join(", ")})`;
    case "record":
      return partsText(type, inner);
    case "enum":
      return partsText(caseOf(types, typeIndex, type.cases), inner);
    default:
      return "…";
  }
}

/** What an `Option` may hold says more than that it may hold nothing. */
function caseOf(
  types: readonly ModuleType[],
  typeIndex: number,
  cases: readonly ModuleCase[],
): ModuleCase {
  return cases[optionType(types, typeIndex)?.some ?? 0];
}
