/**
 * Values as text, the same as the runtime's `show`: `Point { x: 1.0, y: 2.0 }`, `(1, 2.0)`,
 * `["a"]`, `Some(3)`.
 *
 * Not here: display units and tables (the terminal's report).
 */

import type { ModuleType, ModuleValue } from "../types/module-type.ts";
import { slotTypes } from "./value.ts";

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\t", "\\t"],
  ["\r", "\\r"],
  ['"', '\\"'],
  ["\\", "\\\\"],
  ["{", "\\{"],
  ["}", "\\}"],
]);

/** The value as text; a string alone is itself, inside a container it is quoted. */
export function showValue(
  types: readonly ModuleType[],
  typeIndex: number,
  value: ModuleValue,
): string {
  return types[typeIndex].kind === "string" ? (value as string) : showPart(types, typeIndex, value);
}

/**
 * The shortest decimal that reads back, always with a point or an exponent: `1.0`, `1e-7`, `-0.0`,
 * `NaN`.
 */
export function showFloat(value: number): string {
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value).replace("e+", "e");
  return /^-?\d+$/u.test(text) ? `${text}.0` : text;
}

/** A string as a literal that reads back. */
export function quote(text: string): string {
  let quoted = "";
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 32 || code === 127) {
      quoted += ESCAPES.get(character) ?? `\\u{${code.toString(16)}}`;
    } else quoted += ESCAPES.get(character) ?? character;
  }
  return `"${quoted}"`;
}

function showPart(types: readonly ModuleType[], typeIndex: number, value: ModuleValue): string {
  const type = types[typeIndex];
  switch (type.kind) {
    case "int":
    case "bool":
      return String(value);
    case "float":
      return showFloat(value as number);
    case "string":
      return quote(value as string);
    case "list": {
      const elements = value as readonly ModuleValue[];
      return `[${elements.map((element) => showPart(types, type.element, element)).join(", ")}]`;
    }
    case "tuple": {
      const parts = value as readonly ModuleValue[];
      const texts = slotTypes(type).map((slot, index) => showPart(types, slot, parts[index]));
      return `(${texts.join(", ")})`;
    }
    case "record": {
      const parts = value as readonly ModuleValue[];
      const texts = type.fields.map(
        (field, index) => `${field.name}: ${showPart(types, field.type, parts[index])}`,
      );
      return texts.length === 0 ? `${type.name} {}` : `${type.name} { ${texts.join(", ")} }`;
    }
    case "enum": {
      const [tag, ...parts] = value as readonly ModuleValue[];
      const { name, fields } = type.cases[tag as number];
      const texts = fields.map((field, index) => {
        const text = showPart(types, field.type, parts[index]);
        return field.name === "" ? text : `${field.name}: ${text}`;
      });
      if (texts.length === 0) return name;
      return fields[0].name === ""
        ? `${name}(${texts.join(", ")})`
        : `${name} { ${texts.join(", ")} }`;
    }
  }
}
