/**
 * A JSON file as a parameter's value; numbers are in base units, text such as "10ms" carries its
 * own.
 */

import {
  Fault,
  type Module,
  type ModuleCase,
  type ModuleType,
  type ModuleValue,
  optionType,
} from "../../src/index.ts";
import { doubledField } from "./doubled-field.ts";
import { doubledKey } from "./doubled-key.ts";
import { fitText, NUMBERS_BY_NAME, quoted } from "./fit.ts";
import { fitRange } from "./range.ts";
import { isRangeType } from "./range-type.ts";

/** A number as it is spelled in the file, because a double cannot tell 2^53 from 2^53 + 1. */
class SpelledNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** A value of the file, and where it stands in it: `$[3].load`. */
interface Place {
  readonly path: string;
  readonly module: Module;
  readonly place: string;
}

/**
 * Reads a value of type number `type` of the module: records are objects by field name, lists and
 * tuples arrays. Fields that the program does not ask for are ignored.
 *
 * @throws {Fault} `data/syntax`, `data/column`, `data/cell`; the place is a path such as
 *   `$[3].load`
 */
export function readJson(path: string, text: string, module: Module, type: number): ModuleValue {
  try {
    return convert({ path, module, place: "$" }, parseJson(path, text), type);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Fault("data/syntax", `${path} nests deeper than files are read`, error);
  }
}

function parseJson(path: string, text: string): unknown {
  try {
    const reviver = (_key: string, value: unknown, context: { source?: string }): unknown =>
      typeof value === "number" ? new SpelledNumber(context.source ?? String(value)) : value;
    const content = text.startsWith("\uFEFF") ? text.slice(1) : text;
    const value: unknown = JSON.parse(content, reviver as (key: string, value: unknown) => unknown);
    refuseDoubled(path, content);
    return value;
  } catch (error) {
    if (error instanceof Fault || error instanceof RangeError) throw error;
    const reason = error instanceof Error ? error.message : "not JSON";
    throw new Fault("data/syntax", `${path} is not well-formed JSON: ${reason}`, error);
  }
}

function refuseDoubled(path: string, content: string): void {
  const doubled = doubledField(content);
  if (doubled === null) return;
  const { name, line } = doubled;
  throw new Fault("data/column", `${path}, line ${line}: field ${quoted(name)} is given twice`);
}

function convert(at: Place, value: unknown, typeIndex: number): ModuleValue {
  const type = at.module.types[typeIndex];
  switch (type.kind) {
    case "list":
      if (!Array.isArray(value)) throw refuse(at, "expected an array", value);
      return value.map((item, index) => convert(within(at, `[${index}]`), item, type.element));
    case "map":
      return convertMap(at, value, type);
    case "tuple":
      return convertElements(at, value, type.elements);
    case "record":
      return typeof value === "string" && isRangeType(at.module.types, type)
        ? convertRange(at, value)
        : convertFields(at, value, type);
    case "enum":
      return convertCase(at, value, typeIndex, type);
    case "bool":
      if (typeof value !== "boolean") throw refuse(at, "expected true or false", value);
      return value;
    case "string":
      if (typeof value !== "string") throw refuse(at, "expected text", value);
      if (!value.isWellFormed()) throw refuse(at, "expected text without lone surrogates", value);
      return value;
    default:
      return convertNumber(at, value, type);
  }
}

/** `"2..5"` */
function convertRange(at: Place, text: string): ModuleValue {
  const fitted = fitRange(text);
  if (!fitted.fits) throw new Fault("data/cell", `${at.path}, ${at.place}: ${fitted.reason}`);
  return fitted.value;
}

/** Pairs of a key and its value, or an object where the keys are text. */
function convertMap(
  at: Place,
  value: unknown,
  type: Extract<ModuleType, { kind: "map" }>,
): ModuleValue {
  const isText = at.module.types[type.key].kind === "string";
  const entries = isText && isObject(value) ? Object.entries(value) : value;
  if (!Array.isArray(entries)) {
    throw refuse(at, `expected an array of pairs${isText ? " or an object" : ""}`, value);
  }
  const converted = entries.map((entry: unknown, index) => {
    const place = within(at, `[${index}]`);
    if (!Array.isArray(entry) || entry.length !== 2) {
      throw refuse(place, "expected a key and its value", entry);
    }
    const key = convert(within(place, "[0]"), entry[0], type.key);
    return [key, convert(within(place, "[1]"), entry[1], type.value)];
  });
  const doubled = doubledKey(converted.map(([key]) => key));
  if (doubled >= 0) {
    const { path, place } = within(at, `[${doubled}]`);
    const key = JSON.stringify(converted[doubled][0]);
    throw new Fault("data/cell", `${path}, ${place}: the key ${key} is given twice`);
  }
  return converted.flat();
}

/**
 * A case by its name, `"Dot"`, or with what it carries, `{"Disc": 2}`; of an `Option` what it
 * holds, or null.
 */
function convertCase(
  at: Place,
  value: unknown,
  typeIndex: number,
  type: Extract<ModuleType, { kind: "enum" }>,
): ModuleValue {
  const option = optionType(at.module.types, typeIndex);
  if (option !== null) {
    if (value === null) return [option.none];
    return [option.some, convert(at, value, option.content)];
  }
  const entries = isObject(value) ? Object.entries(value) : [[value, []] as const];
  const [name, carried] = entries.length === 1 ? entries[0] : [null, null];
  const tag = type.cases.findIndex((each) => each.name === name);
  const fields = type.cases[tag]?.fields ?? [];
  if (tag < 0 || isObject(value) === (fields.length === 0)) {
    const forms = type.cases.map((each) =>
      each.fields.length === 0 ? `"${each.name}"` : `{"${each.name}": …}`,
    );
    throw refuse(at, `expected ${forms.join(" or ")}`, value);
  }
  if (fields.length === 0) return [tag];
  const inside = within(at, `.${type.cases[tag].name}`);
  if (fields[0].name !== "") return [tag, ...convertFields(inside, carried, type.cases[tag])];
  if (fields.length === 1) return [tag, convert(inside, carried, fields[0].type)];
  const contents = fields.map((field) => field.type);
  return [tag, ...convertElements(inside, carried, contents)];
}

function convertElements(
  at: Place,
  value: unknown,
  elements: readonly number[],
): readonly ModuleValue[] {
  if (!Array.isArray(value) || value.length !== elements.length) {
    throw refuse(at, `expected an array of ${elements.length}`, value);
  }
  return elements.map((element, index) => convert(within(at, `[${index}]`), value[index], element));
}

function convertFields(at: Place, value: unknown, type: ModuleCase): readonly ModuleValue[] {
  if (!isObject(value)) throw refuse(at, `expected an object (${type.name})`, value);
  return type.fields.map((field) => {
    if (Object.hasOwn(value, field.name)) {
      return convert(within(at, `.${field.name}`), value[field.name], field.type);
    }
    const message = `field \`${field.name}\` of ${type.name} is missing`;
    throw new Fault("data/column", `${at.path}, ${at.place}: ${message}`);
  });
}

function convertNumber(at: Place, value: unknown, type: ModuleType): ModuleValue {
  if (value instanceof SpelledNumber && type.kind === "float") {
    const number = Number(value.text);
    if (!Number.isFinite(number)) throw refuse(at, "expected a Float", value);
    return number;
  }
  const text = value instanceof SpelledNumber ? value.text : value;
  if (typeof text !== "string") throw refuse(at, "expected a number", value);
  const named = NUMBERS_BY_NAME.get(text);
  if (named !== undefined && type.kind === "float") return named;
  const fitted = fitText(type, text);
  if (!fitted.fits) throw new Fault("data/cell", `${at.path}, ${at.place}: ${fitted.reason}`);
  return fitted.value;
}

function within(at: Place, step: string): Place {
  return { ...at, place: `${at.place}${step}` };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  const isArray = Array.isArray(value) || value instanceof SpelledNumber;
  return typeof value === "object" && value !== null && !isArray;
}

function describe(value: unknown): string {
  if (value instanceof SpelledNumber) return value.text;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return isObject(value) ? "an object" : quoted(JSON.stringify(value));
}

function refuse(at: Place, expectation: string, value: unknown): Fault {
  const found = describe(value);
  return new Fault("data/cell", `${at.path}, ${at.place}: ${expectation}, found ${found}`);
}
