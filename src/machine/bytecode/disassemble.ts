/**
 * Writes a module as text that people read and `assemble` reads back.
 *
 *     type 0 list 1                       text 0 "hello"
 *     parameter "n" 2 default 5 minimum 1 maximum 9 exclusive
 *     output "curve" 3                    main 0
 *     function 0 (own r4, i) -> (r4)      one line each: registers, then the code
 *       registers i f r4
 *       enter 12
 *       int_add %2 %0 %1
 *
 * `r4` is a reference of type 4, `%2` is register 2, a list of registers stands in brackets, `;`
 * starts a comment.
 * Invariant: assemble(disassemble(m)) is m without its debug section, which shows in comments only.
 */

import type { Kind } from "../types/register-kind.ts";
import { entryOf, type Instruction } from "./instruction.ts";
import type {
  FunctionCode,
  Module,
  ModuleDebug,
  ModuleParameter,
  ModuleType,
  ModuleValue,
} from "./module.ts";
import { operandsOf, valuesOf } from "./operand-list.ts";

export interface DisassembleOptions {
  /** The text of each file, by path as in the debug section: its lines become comments. */
  readonly sources?: ReadonlyMap<string, string>;
}

export function disassemble(module: Module, options: DisassembleOptions = {}): string {
  const lines: string[] = [];
  for (const [index, type] of module.types.entries()) lines.push(`type ${index} ${showType(type)}`);
  for (const [index, text] of module.texts.entries()) {
    lines.push(`text ${index} ${JSON.stringify(text)}`);
  }
  for (const parameter of module.parameters) lines.push(showParameter(parameter));
  for (const { name, type } of module.outputs) {
    lines.push(`output ${JSON.stringify(name)} ${type}`);
  }
  lines.push(`main ${module.main}`);
  for (const [index, fn] of module.functions.entries()) {
    const debug = module.debug?.functions[index] ?? null;
    const name = debug === null ? "" : `  ; ${oneLine(debug.name)}`;
    lines.push("", `function ${index} ${showSignature(fn)}${name}`);
    const notes = debug === null ? null : sourceNotes(module.debug!, debug, options);
    lines.push(...showBody(fn, debug?.registers ?? [], notes));
  }
  return `${lines.join("\n")}\n`;
}

function showType(type: ModuleType): string {
  switch (type.kind) {
    case "list":
      return `list ${type.element}`;
    case "map":
      return `map ${type.key} ${type.value}`;
    case "tuple":
      return ["tuple", ...type.elements].join(" ");
    case "record": {
      const fields = type.fields.map((field) => ` ${JSON.stringify(field.name)} ${field.type}`);
      return `record ${JSON.stringify(type.name)}${fields.join("")}`;
    }
    case "enum": {
      const cases = type.cases.map(({ name, fields }) => {
        const parts = fields.flatMap((field) => [JSON.stringify(field.name), String(field.type)]);
        return ` ${JSON.stringify(name)} [${parts.join(" ")}]`;
      });
      return `enum ${JSON.stringify(type.name)}${cases.join("")}`;
    }
    case "float": {
      if (type.unit === null) return "float";
      const powers = type.unit.exponents.map(({ base, exponent }) =>
        exponent.denominator === 1
          ? `${base} ${exponent.numerator}`
          : `${base} ${exponent.numerator}/${exponent.denominator}`,
      );
      const { display } = type.unit;
      const shown =
        display === null
          ? ""
          : ` shown ${JSON.stringify(display.text)} ${showNumber(display.scale)}`;
      return `float [${powers.join(" ")}]${shown}`;
    }
    default:
      return type.kind;
  }
}

function showParameter({ name, type, default: value, range }: ModuleParameter): string {
  const words = ["parameter", JSON.stringify(name), String(type)];
  if (value !== null) words.push("default", showValue(value));
  if (range !== null) {
    if (range.minimum === null && range.maximum === null) words.push("range");
    if (range.minimum !== null) words.push("minimum", showNumber(range.minimum));
    if (range.maximum !== null) words.push("maximum", showNumber(range.maximum));
    if (range.maximumExclusive) words.push("exclusive");
  }
  return words.join(" ");
}

function showValue(value: ModuleValue): string {
  if (typeof value === "number") return showNumber(value);
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "boolean") return String(value);
  return `[${value.map(showValue).join(" ")}]`;
}

/** The shortest decimal that reads back; −0 keeps its sign. */
export function showNumber(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function showRegister({ kind, type }: { readonly kind: Kind; readonly type: number | null }) {
  return kind === "r" ? `r${type}` : kind;
}

function showSignature(fn: FunctionCode): string {
  const parameters = fn.parameters.map((parameter) =>
    parameter.ownership === null
      ? showRegister(parameter)
      : `${parameter.ownership} ${showRegister(parameter)}`,
  );
  return `(${parameters.join(", ")}) -> (${fn.results.map(showRegister).join(", ")})`;
}

function showBody(
  fn: FunctionCode,
  names: readonly string[],
  notes: readonly (string | null)[] | null,
): string[] {
  const lines: string[] = [];
  const locals = fn.registers.slice(fn.parameters.length);
  if (locals.length > 0) lines.push(`  registers ${locals.map(showRegister).join(" ")}`);
  const named = [...names.entries()].filter(([, name]) => name !== "");
  if (named.length > 0) {
    lines.push(`  ; ${named.map(([index, name]) => `%${index} ${oneLine(name)}`).join(", ")}`);
  }
  let nesting = 1;
  for (const [index, instruction] of fn.code.entries()) {
    const { flow } = entryOf(instruction.op);
    if (flow === "end" || flow === "else") nesting = Math.max(nesting - 1, 1);
    const indent = "  ".repeat(nesting);
    const note = notes?.[index] ?? null;
    if (note !== null) lines.push(`${indent}; ${note}`);
    lines.push(`${indent}${showInstruction(instruction)}`);
    if (flow === "open" || flow === "else") nesting += 1;
  }
  return lines;
}

/** One instruction as its line of text, without indent. */
export function showInstruction(instruction: Instruction): string {
  const values = valuesOf(instruction);
  const words: string[] = [instruction.op];
  for (const { name, operand } of operandsOf(instruction.op)) {
    const value = values[name];
    if (typeof value === "object") words.push(`[${value.map((item) => `%${item}`).join(" ")}]`);
    else if (typeof value === "boolean") words.push(String(value));
    else words.push(operand.role === "immediate" ? showNumber(value) : `%${value}`);
  }
  return words.join(" ");
}

/** For each instruction the line of source it begins, or null when it goes on with one. */
function sourceNotes(
  debug: ModuleDebug,
  fn: ModuleDebug["functions"][number],
  { sources }: DisassembleOptions,
): readonly (string | null)[] | null {
  const path = debug.paths[fn.path];
  const text = sources?.get(path);
  if (text === undefined) return null;
  const lines = text.split("\n");
  const starts: number[] = [];
  let offset = 0;
  for (const line of lines) {
    starts.push(offset);
    offset += line.length + 1;
  }
  let before = -1;
  return fn.spans.map(({ start, end }) => {
    const line = starts.findLastIndex((lineStart) => lineStart <= start);
    if (line === before || (start === 0 && end === 0)) return null;
    before = line;
    return `${line + 1}: ${oneLine(lines[line] ?? "").trim()}`;
  });
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ");
}
