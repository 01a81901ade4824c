/**
 * Values as a person may give them back: as the language writes them, every number in the unit that
 * it is shown in, `Disc(2m)`.
 *
 * Not here: reading them (input/written.ts).
 */

import {
  type ModuleType,
  type ModuleUnit,
  type ModuleValue,
  parseQuantity,
  quote,
  showDisplayUnit,
  showFloat,
  walkValue,
} from "../../src/index.ts";
import { isRangeType } from "../input/range-type.ts";

/** Decimal digits that every Float has. */
const SURE_DIGITS = 15;

/** A number with a unit as one word of a command line. */
export function quantityText(number: string, unit: ModuleUnit | null): string {
  const text = unit === null ? "1" : showDisplayUnit(unit);
  if (text === "1") return number;
  return text.startsWith("1/") ? `${number}${text.slice(1)}` : `${number}${text}`;
}

/**
 * A number in the unit that people see, so that reading it back gives the same Float where that is
 * possible: a change of units leaves 30.000000000000004 where 30 is read back as the same.
 */
export function inDisplayUnit(display: ModuleUnit["display"], value: number): number {
  if (display === null) return value;
  const exact = value / display.scale;
  const rounded = Number(exact.toPrecision(SURE_DIGITS));
  const reading = parseQuantity(`${rounded}[${display.text}]`);
  return reading.ok && reading.value.value === value ? rounded : exact;
}

/** The value as the language writes it. Cost: linear, on a stack of its own. */
export function writtenText(
  types: readonly ModuleType[],
  typeIndex: number,
  value: ModuleValue,
): string {
  let text = "";
  walkValue(types, typeIndex, value, {
    leaf: (type, leaf) => {
      if (type.kind === "string") text += quote(leaf as string);
      else text += type.kind === "float" ? floatText(type.unit, leaf as number) : String(leaf);
    },
    enter: (type, held) => {
      if (isRangeType(types, type)) return;
      text += headOf(type, held) + bracketsOf(type, held)[0];
    },
    part: (type, held, index) => {
      if (isRangeType(types, type)) {
        text += index === 0 ? "" : "..";
        return;
      }
      if (type.kind === "map" && index % 2 === 1) {
        text += ": ";
        return;
      }
      const name = fieldsOf(type, held)?.[index].name ?? "";
      text += `${index === 0 ? "" : ", "}${name === "" ? "" : `${name}: `}`;
    },
    leave: (type, held) => {
      if (isRangeType(types, type)) return;
      text += bracketsOf(type, held)[1];
    },
  });
  return text;
}

function floatText(unit: ModuleUnit | null, value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return quantityText(showFloat(inDisplayUnit(unit?.display ?? null, value)), unit);
}

/** What a value of parts is called; nothing for lists, maps and tuples. */
function headOf(type: ModuleType, held: readonly ModuleValue[]): string {
  if (type.kind === "record") return `${type.name} `;
  if (type.kind !== "enum") return "";
  const { name, fields } = type.cases[held[0] as number];
  return fields.length > 0 && fields[0].name !== "" ? `${name} ` : name;
}

/** The fields of a record, or what the case of an enum carries; null where there are elements. */
function fieldsOf(
  type: ModuleType,
  held: readonly ModuleValue[],
): readonly { readonly name: string }[] | null {
  if (type.kind === "record") return type.fields;
  return type.kind === "enum" ? type.cases[held[0] as number].fields : null;
}

function bracketsOf(
  type: ModuleType,
  held: readonly ModuleValue[],
): readonly [open: string, close: string] {
  switch (type.kind) {
    case "list":
      return ["[", "]"];
    case "map":
      return ["{", "}"];
    case "tuple":
      return ["(", ")"];
    default: {
      const fields = fieldsOf(type, held)!;
      if (fields.length === 0) return type.kind === "record" ? ["{", "}"] : ["", ""];
      return fields[0].name === "" ? ["(", ")"] : ["{ ", " }"];
    }
  }
}
