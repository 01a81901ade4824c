/** Texts of the command line as one value for each parameter of a program. */

import {
  Fault,
  isInRange,
  type Module,
  type ModuleParameter,
  type ModuleType,
  type ModuleValue,
  showModuleType,
} from "../../src/index.ts";
import type { Shell } from "../shell.ts";
import { readCsv } from "./csv.ts";
import { readEdges } from "./edges.ts";
import { fitValue } from "./fit-value.ts";
import { weightOfGraph } from "./graph-type.ts";
import { readJson } from "./json.ts";
import { isRangeType } from "./range-type.ts";
import { exampleText, rangeText, valueText } from "../report/show-quantity.ts";
import { asksForSeveral } from "../sweep/axis.ts";
import { optionName, unknownParameter } from "./words.ts";

/**
 * The value of every parameter, in the order of the module.
 *
 * @param texts by parameter name; `@path` reads a file
 * @throws {Fault} `parameter/…`, or `data/…` and `file/…` for what stands in files
 */
export function readParameters(
  shell: Shell,
  module: Module,
  texts: ReadonlyMap<string, string>,
): readonly ModuleValue[] {
  const names = module.parameters.map(({ name }) => name);
  for (const name of texts.keys()) {
    if (!names.includes(name)) throw unknownParameter(name, names);
  }
  const missing = module.parameters.filter(
    (parameter) => parameter.default === null && !texts.has(parameter.name),
  );
  if (missing.length > 0) throw missingParameters(missing, module);
  return module.parameters.map((parameter) => {
    const text = texts.get(parameter.name);
    if (text === undefined) return parameter.default as ModuleValue;
    return readParameter(shell, module, parameter, text);
  });
}

/**
 * The value of one parameter, inside its range.
 *
 * @throws {Fault} `parameter/value`, `data/…`, `file/…`
 */
export function readParameter(
  shell: Shell,
  module: Module,
  parameter: ModuleParameter,
  text: string,
): ModuleValue {
  const value = readOne(shell, module, parameter, text);
  if (isInRange(parameter.range, value)) return value;
  const shown = valueText(module, parameter.type, value);
  const reason = `${shown} is outside of its range ${rangeText(module, parameter)}`;
  throw new Fault("parameter/value", `${optionName(parameter.name)}: ${reason}`);
}

/** Every parameter that is needed and not given, so that one run tells all of them. */
function missingParameters(missing: readonly ModuleParameter[], module: Module): Fault {
  const needed = missing.map(
    ({ name, type }) => `${optionName(name)} (${showModuleType(module.types, type)})`,
  );
  const added = missing.map(
    (parameter) => `${optionName(parameter.name)} ${exampleText(module, parameter)}`,
  );
  return new Fault(
    "parameter/missing",
    `the program needs ${needed.join(", ")}: add ${added.join(" ")}`,
  );
}

function readOne(
  shell: Shell,
  module: Module,
  parameter: ModuleParameter,
  text: string,
): ModuleValue {
  const type = module.types[parameter.type];
  if (text.startsWith("@") && type.kind !== "string") {
    const path = text.slice(1);
    const option = optionName(parameter.name);
    if (path === "") throw new Fault("parameter/value", `${option}: behind @ stands a file`);
    const content = shell.readText(path, "data");
    if (isJson(path, content)) return readJson(path, content, module, parameter.type);
    const weight = weightOfGraph(module, parameter.type);
    if (weight !== null) return readEdges(path, content, weight);
    return readCsv(path, content, module, parameter.type);
  }
  const fitted = fitValue(module.types, parameter.type, text);
  if (fitted.fits) return fitted.value;
  const reason =
    wholeReason(module, parameter, text) ?? severalReason(type.kind, text) ?? fitted.reason;
  throw new Fault("parameter/value", `${optionName(parameter.name)}: ${reason}`);
}

/** How lists, maps and records are given, for a text that is no attempt at one. */
function wholeReason(module: Module, { type }: ModuleParameter, text: string): string | null {
  const wanted = module.types[type];
  const forms = new Map([
    ["list", "[ … ]"],
    ["map", "{ … }"],
    ["record", `${showModuleType(module.types, type)} { … }`],
  ]);
  const form = forms.get(wanted.kind);
  if (form === undefined || text.startsWith(form[0])) return null;
  if (isRangeType(module.types, wanted)) return null;
  if (/^[\w./\\-]*\.[a-z]\w*$/u.test(text)) return `a file is given as @${text}`;
  if (wanted.kind === "list" && /^[^@[\]]*,[^[\]]*$/u.test(text)) {
    return `a list stands in brackets: "[${text}]"`;
  }
  const example = weightOfGraph(module, type) === null ? "@file.csv or @file.json" : "@edges.txt";
  return `a ${wanted.kind} is given as ${form}, or in a file: ${example}`;
}

function severalReason(kind: ModuleType["kind"], text: string): string | null {
  if (!asksForSeveral(kind, text)) return null;
  if (kind === "float" && /^[+-]?\d+,\d+(?:[^\d,].*)?$/u.test(text)) {
    const number = text.replace(",", ".");
    return `a fraction has a decimal point: ${number}; several values are for \`resolang sweep\``;
  }
  return `one value is needed, and ${text} are several: \`resolang sweep\` takes them`;
}

/** By its ending where that says it, else by its first character. */
function isJson(path: string, content: string): boolean {
  if (/\.(?:json|csv)$/u.test(path)) return path.endsWith(".json");
  return /^\s*[[{]/u.test(content);
}
