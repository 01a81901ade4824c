/** What `resolang run FILE --help` says: the program's purpose, parameters and outputs. */

import { type Module, type ModuleParameter, optionType, showModuleType } from "../../src/index.ts";
import { formText } from "./form.ts";
import { sampleText } from "./sample.ts";
import { rangeText, valueText } from "./show-quantity.ts";
import { weightOfGraph } from "../input/graph-type.ts";
import { isRangeType } from "../input/range-type.ts";
import { optionName } from "../input/words.ts";
import type { LoadedProgram } from "../program.ts";
import type { Stream } from "../shell.ts";
import { paletteOf } from "./palette.ts";

/** Writes the page; documentation comes from the module's debug section where it has one. */
export function writeProgramHelp(out: Stream, program: LoadedProgram, path: string): void {
  const { module } = program.verified;
  const palette = paletteOf(out);
  const hasParameters = module.parameters.length > 0;
  out.write(`Usage: resolang run [options] ${path}${hasParameters ? " [parameters]" : ""}\n`);
  const purpose = /^(?:\s*\/\/![^\n]*\n)+/u.exec(program.text?.content ?? "")?.[0] ?? "";
  if (purpose !== "") out.write(`\n${purpose.replaceAll(/^\s*\/\/! ?/gmu, "").trimEnd()}\n`);
  if (hasParameters) out.write(`\n${palette.strong("Parameters:")}\n`);
  for (const [index, parameter] of module.parameters.entries()) {
    const type = showModuleType(module.types, parameter.type);
    const facts = [
      parameter.default === null
        ? "needed"
        : `default ${valueText(module, parameter.type, parameter.default)}`,
      ...(parameter.range === null ? [] : [`in ${rangeText(module, parameter)}`]),
    ];
    out.write(`  ${palette.code(optionName(parameter.name))} <${type}>  ${facts.join(", ")}\n`);
    writeDocumentation(out, module.debug?.documentation.parameters[index]);
    const choices = choicesText(module, parameter.type);
    if (choices !== null) out.write(`      One of ${choices}\n`);
    const given = givenText(module, parameter);
    if (given !== null) out.write(`      Given as ${given}\n`);
    const file = fileText(program, parameter.type);
    if (file !== null) out.write(`      From ${file}\n`);
  }
  if (module.outputs.length > 0) out.write(`\n${palette.strong("Outputs:")}\n`);
  for (const [index, { name, type }] of module.outputs.entries()) {
    out.write(`  ${palette.code(name)}: ${outputType(program, type)}\n`);
    writeDocumentation(out, module.debug?.documentation.outputs[index]);
  }
  out.write("\nOptions of every run (--json, --receipt, --tier, limits): resolang run --help\n");
}

function writeDocumentation(out: Stream, documentation: string | undefined): void {
  for (const line of (documentation ?? "").trim().split("\n")) {
    if (line !== "") out.write(`      ${line.trim()}\n`);
  }
}

/** The cases of an enum, or of one that an `Option` may hold; null for any other type. */
function choicesText({ types }: Module, typeIndex: number): string | null {
  const option = optionType(types, typeIndex);
  const type = types[option?.content ?? typeIndex];
  if (type.kind !== "enum") return null;
  const cases = type.cases.map((each) => formText(types, each));
  return [...cases, ...(option === null ? [] : ["None"])].join(", ");
}

/** How a value is written on the command line, where its type does not say it. */
function givenText(module: Module, { name, type }: ModuleParameter): string | null {
  const { types } = module;
  const content = optionType(types, type)?.content ?? type;
  const { kind } = types[content];
  if (kind === "bool" && content === type)
    return `${optionName(name)} or ${optionName(name)}=false`;
  const hasParts = kind === "list" || kind === "record" || kind === "map" || kind === "tuple";
  if (!hasParts || weightOfGraph(module, type) !== null) return null;
  if (isRangeType(types, types[content])) return "2..5 or 2..=5";
  const sample = sampleText(types, content);
  const quote = sample.includes('"') ? "'" : '"';
  return `${quote}${sample}${quote}`;
}

/** What a file that the parameter is read from has in it, or null where it takes none. */
function fileText(program: LoadedProgram, typeIndex: number): string | null {
  if (weightOfGraph(program.verified.module, typeIndex) !== null) {
    return "@file: an edge in each line, `node node weight`, nodes from 0; or the G-set format";
  }
  const { types } = program.verified.module;
  if (isRangeType(types, types[typeIndex])) return null;
  const fields = fieldsText(program, typeIndex);
  return fields === null ? null : `@file.csv or @file.json: ${fields}`;
}

/** A record with its fields, anything else as its type. */
function outputType(program: LoadedProgram, typeIndex: number): string {
  const { module } = program.verified;
  const text = showModuleType(module.types, typeIndex);
  return module.types[typeIndex].kind === "record"
    ? `${text} { ${fieldsText(program, typeIndex)} }`
    : text;
}

/** The fields of a record, of the records of a list, or null. */
function fieldsText({ verified: { module } }: LoadedProgram, typeIndex: number): string | null {
  const type = module.types[typeIndex];
  const inner = type.kind === "list" ? module.types[type.element] : type;
  if (inner.kind !== "record") return null;
  const fields = inner.fields.map(
    (field) => `${field.name}: ${showModuleType(module.types, field.type)}`,
  );
  return fields.join(", ");
}
