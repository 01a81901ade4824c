/**
 * Values as text, the same as the runtime's `show`: `Point { x: 1.0, y: 2.0 }`, `(1, 2.0)`,
 * `["a"]`, `Some(3)`, `{"a": 1}`.
 *
 * Not here: display units and tables (the terminal's report).
 */

import type { ModuleCase, ModuleType, ModuleValue } from "../types/module-type.ts";
import { termUnits } from "../types/number-record.ts";
import { walkValue, type ContainerType, type LeafType } from "./walk.ts";

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
  let text = "";
  let terms: readonly string[] | null = null;
  let term = 0;
  walkValue(types, typeIndex, value, {
    leaf: (type, leaf) => {
      text += terms === null ? showLeaf(type, leaf) : showTerm(leaf as number, terms[term], term);
    },
    enter: (type, held) => {
      // such a record holds nothing but Floats
      terms = type.kind === "record" ? termUnits(types, type) : null;
      if (terms === null) text += opening(type, held);
    },
    part: (type, held, index) => {
      term = index;
      if (terms !== null) return;
      if (type.kind === "map" && index % 2 === 1) {
        text += ": ";
        return;
      }
      const name = nameOfPart(type, held, index);
      text += `${index === 0 ? "" : ", "}${name === "" ? "" : `${name}: `}`;
    },
    leave: (type, held) => {
      if (terms === null) text += closing(type, held);
      terms = null;
    },
  });
  return text;
}

function showLeaf(type: LeafType, value: ModuleValue): string {
  if (type.kind === "float") return showFloat(value as number);
  return type.kind === "string" ? quote(value as string) : String(value);
}

/** The name of the record or case, and the fields it has here. */
function named(
  type: Extract<ContainerType, { kind: "record" | "enum" }>,
  value: readonly ModuleValue[],
): ModuleCase {
  return type.kind === "record" ? type : type.cases[value[0] as number];
}

function nameOfPart(type: ContainerType, value: readonly ModuleValue[], index: number): string {
  if (type.kind !== "record" && type.kind !== "enum") return "";
  return named(type, value).fields[index].name;
}

function opening(type: ContainerType, value: readonly ModuleValue[]): string {
  if (type.kind === "list") return "[";
  if (type.kind === "map") return "{";
  if (type.kind === "tuple") return "(";
  const { name, fields } = named(type, value);
  if (fields.length === 0) return type.kind === "record" ? `${name} {` : name;
  return fields[0].name === "" ? `${name}(` : `${name} { `;
}

function closing(type: ContainerType, value: readonly ModuleValue[]): string {
  if (type.kind === "list") return "]";
  if (type.kind === "map") return "}";
  if (type.kind === "tuple") return ")";
  const { fields } = named(type, value);
  if (fields.length === 0) return type.kind === "record" ? "}" : "";
  return fields[0].name === "" ? ")" : " }";
}

/** A term of `1.0 - 2.0i`; the sign of one behind the first stands before it. */
function showTerm(value: number, unit: string, index: number): string {
  const term = showFloat(value) + unit;
  if (index === 0) return term;
  return term.startsWith("-") ? ` - ${term.slice(1)}` : ` + ${term}`;
}
