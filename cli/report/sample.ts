/** A value that a parameter of a type could be given, as a person would write it: `[1m, 2m]`. */

import { type ModuleCase, type ModuleType, optionType } from "../../src/index.ts";
import { isRangeType } from "../input/range-type.ts";
import { partsText } from "./form.ts";
import { quantityText } from "./written.ts";

/** Parts so deep are empty, as a type may hold itself. */
const DEEP = 3;
const DEEPEST = 5;

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
      if (depth >= DEEP) return "[]";
      const { kind } = types[type.element];
      const hasSecond = kind === "int" || kind === "float";
      return `[${inner(type.element)}${hasSecond ? `, ${inner(type.element, 2)}` : ""}]`;
    }
    case "map":
      if (depth >= DEEP) return "{}";
      return `{${inner(type.key)}: ${inner(type.value)}}`;
    case "tuple":
      return `(${type.elements.map((element) => inner(element)).join(", ")})`;
    case "record":
      if (isRangeType(types, type)) return "2..5";
      return partsText(type, inner);
    case "enum":
      return partsText(caseOf(types, typeIndex, type.cases, depth), inner);
    default:
      return "…";
  }
}

const LEAVES: ReadonlySet<ModuleType["kind"]> = new Set(["int", "float", "bool", "string"]);

/** What an `Option` may hold says more than nothing; else a case that holds no other values. */
function caseOf(
  types: readonly ModuleType[],
  typeIndex: number,
  cases: readonly ModuleCase[],
  depth: number,
): ModuleCase {
  const option = optionType(types, typeIndex);
  if (option !== null) return cases[depth < DEEP ? option.some : option.none];
  const isFlat = ({ fields }: ModuleCase): boolean =>
    fields.every(({ type }) => LEAVES.has(types[type].kind));
  return cases.find(isFlat) ?? cases[0];
}
