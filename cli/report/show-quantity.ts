/** Numbers of a parameter as its user writes them: `3MW`, `0.5/s`, `0..=2/s`. */

import {
  type Module,
  type ModuleParameter,
  type ModuleType,
  type ModuleValue,
} from "../../src/index.ts";
import { weightOfGraph } from "../input/graph-type.ts";
import { isRangeType } from "../input/range-type.ts";
import { quantityText, writtenText } from "./written.ts";

/** Enough for people, few enough to hide the rounding of a change of units. */
const DIGITS = 12;

/** A value as it may be written on the command line. */
export function valueText(module: Module, typeIndex: number, value: ModuleValue): string {
  if (typeof value === "number") return numberIn(module.types[typeIndex], value);
  return writtenText(module.types, typeIndex, value);
}

/** A number in base units in the unit that people see. */
function numberIn(type: ModuleType, value: number): string {
  return withUnit(type, displayed(type, value));
}

function displayed(type: ModuleType, value: number): string {
  if (type.kind !== "float") return String(value);
  return String(Number((value / (type.unit?.display?.scale ?? 1)).toPrecision(DIGITS)));
}

function withUnit(type: ModuleType, number: string): string {
  return type.kind === "float" ? quantityText(number, type.unit) : number;
}

/** `0..=2/s`, `1..`, `..100`: the range of a parameter, which has one. */
export function rangeText(module: Module, { type, range }: ModuleParameter): string {
  const { minimum = null, maximum = null, maximumExclusive = false } = range ?? {};
  const kind = module.types[type];
  const from = minimum === null ? "" : displayed(kind, minimum);
  if (maximum === null) return `${withUnit(kind, from)}..`;
  return `${from}${maximumExclusive ? ".." : "..="}${withUnit(kind, displayed(kind, maximum))}`;
}

/** What could stand behind the option of a parameter. */
export function exampleText(
  module: Module,
  { type, default: value, range }: ModuleParameter,
): string {
  const kind = module.types[type];
  if (value !== null && !Array.isArray(value)) return valueText(module, type, value);
  switch (kind.kind) {
    case "int":
      return String(range?.minimum ?? 500);
    case "float":
      return range?.minimum === null || range === null
        ? quantityText("0.5", kind.unit)
        : numberIn(kind, range.minimum);
    case "bool":
      return "true";
    case "string":
      return "text";
    case "enum": {
      const [{ name, fields }] = kind.cases;
      return fields.length === 0 ? name : `${name}(…)`;
    }
    case "tuple":
      return "(…)";
    case "map":
      return "@file.json";
    case "record":
      if (isRangeType(module.types, kind)) return "2..5";
      return weightOfGraph(module, type) === null ? "@file.csv" : "@edges.txt";
    default:
      return weightOfGraph(module, type) === null ? "@file.csv" : "@edges.txt";
  }
}
