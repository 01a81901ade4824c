/** Values of the plain evaluator: how they are compared and shown. */

import type { Type } from "../../../src/machine/types/type.ts";
import { showFloat } from "../../../src/machine/values/show.ts";
import { Unknown } from "./evaluated-ways.ts";

/** A value of an enum is the number of its case, and what that carries. */
export type Value = number | boolean | string | readonly Value[] | FunctionValue;

/** A function value with the frame of its moment. */
export interface FunctionValue {
  readonly apply: (values: readonly Value[]) => Value;
}

/** NaN differs from itself, and -0 is 0. */
export function isEqual(left: Value, right: Value): boolean {
  if (!isParts(left) || !isParts(right)) return left === right;
  return left.length === right.length && left.every((part, index) => isEqual(part, right[index]));
}

function isParts(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** A value as interpolation writes it. */
export function shown(item: Value, type: Type, isOutermost = false): string {
  const parts = item as readonly Value[];
  switch (type.kind) {
    case "variable":
      throw new Unknown("a value of any type");
    case "string":
      // A quoted string is shown as it would be written, where braces begin holes.
      return isOutermost
        ? (item as string)
        : JSON.stringify(item).replaceAll(/[{}]/gu, String.raw`\$&`);
    case "list":
      return `[${parts.map((part) => shown(part, type.element)).join(", ")}]`;
    case "map": {
      const entries = parts as readonly (readonly Value[])[];
      const texts = entries.map(
        ([key, value]) => `${shown(key, type.key)}: ${shown(value, type.value)}`,
      );
      return `{${texts.join(", ")}}`;
    }
    case "tuple":
      return `(${parts.map((part, index) => shown(part, type.elements[index])).join(", ")})`;
    case "float":
      return showFloat(item as number);
    case "record": {
      const { name, fields } = type.record;
      if (name === "Complex" || name === "Quaternion") return shownSum(parts as readonly number[]);
      const texts = fields.map((field, slot) => `${field.name}: ${shown(parts[slot], field.type)}`);
      return `${name} { ${texts.join(", ")} }`;
    }
    case "enum": {
      const { name, fields } = type.enum.cases[parts[0] as number];
      const texts = fields.map((field, slot) => {
        const text = shown(parts[slot + 1], field.type);
        return field.name === "" ? text : `${field.name}: ${text}`;
      });
      if (texts.length === 0) return name;
      const inside = texts.join(", ");
      return fields[0].name === "" ? `${name}(${inside})` : `${name} { ${inside} }`;
    }
    default:
      return JSON.stringify(item);
  }
}

/** `1.0 - 2.0i`, and on to `j` and `k`. */
function shownSum([re, ...others]: readonly number[]): string {
  const terms = others.map((part, index) => {
    const text = showFloat(part);
    const sign = text.startsWith("-") ? "-" : "+";
    return ` ${sign} ${text.replace(/^-/u, "")}${"ijk"[index]}`;
  });
  return showFloat(re) + terms.join("");
}
