/**
 * Reads values of parts as the language writes them: `[1m, 2m]`, `(1, "a")`, `{"a": 1}`,
 * `Disc(2cm)`, `Point { x: 1, y: 2 }`, `2..5`.
 *
 * Not here: single numbers and texts (fit.ts), what writes them (report/written.ts).
 */

import { type ModuleCase, type ModuleType, type ModuleValue, suggest } from "../../src/index.ts";
import { formText } from "../report/form.ts";
import { doubledKey } from "./doubled-key.ts";
import { type Fitted, fitText, quoted, refuse } from "./fit.ts";
import { fitRange, RANGE_FORM } from "./range.ts";
import { isRangeType } from "./range-type.ts";

type TypeOf<Kind extends ModuleType["kind"]> = Extract<ModuleType, { kind: Kind }>;

/** Where the text is read, and what is needed there. */
interface Reader {
  readonly types: readonly ModuleType[];
  readonly text: string;
  at: number;
}

/** A text that is no value of its type; never leaves this file. */
class Unfit extends Error {
  readonly fitted: Fitted;
  constructor(fitted: Fitted) {
    super();
    this.fitted = fitted;
  }
}

/** Reads a value to the end of the text. */
export function fitWritten(types: readonly ModuleType[], typeIndex: number, text: string): Fitted {
  const reader: Reader = { types, text, at: 0 };
  try {
    const value = readPart(reader, typeIndex);
    skipSpaces(reader);
    if (reader.at < text.length) throw unfit(reader, "the end");
    return { fits: true, value };
  } catch (error) {
    if (error instanceof RangeError) return refuse("the text nests deeper than it is read");
    if (error instanceof Unfit) return error.fitted;
    throw error;
  }
}

function readPart(reader: Reader, typeIndex: number): ModuleValue {
  const type = reader.types[typeIndex];
  skipSpaces(reader);
  switch (type.kind) {
    case "list":
      return readSeparated(reader, "[", "]", () => readPart(reader, type.element));
    case "map":
      return readMap(reader, type);
    case "tuple":
      return readElements(reader, type.elements);
    case "record":
      return isRangeType(reader.types, type) && !reader.text.startsWith("Range", reader.at)
        ? readRange(reader)
        : readRecord(reader, type);
    case "enum":
      return readCase(reader, type);
    case "string":
      return readString(reader);
    default:
      return readWord(reader, type);
  }
}

/** `2..5`, up to what can follow it. */
function readRange(reader: Reader): ModuleValue {
  const text = taken(reader, /[^,()[\]{}]*/uy);
  if (text === "") throw unfit(reader, RANGE_FORM);
  const fitted = fitRange(text.trimEnd());
  if (!fitted.fits) throw new Unfit(fitted);
  return fitted.value;
}

/** A number with its unit, or a Bool, up to what can follow it. */
function readWord(reader: Reader, type: ModuleType): ModuleValue {
  const word = taken(reader, /[^\s,:()[\]{}]*(?:\[[^\]]*\])?/uy);
  const fitted = fitText(type, word);
  if (!fitted.fits) throw new Unfit(fitted);
  return fitted.value;
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "0": "\0" };

function readString(reader: Reader): string {
  const literal = taken(reader, /"(?:[^"\\]|\\.)*"/suy);
  if (literal === "") throw unfit(reader, 'text in quotes, "…"');
  const content = literal
    .slice(1, -1)
    .replaceAll(/\\(?:u\{([\da-f]{1,6})\}|(.))/gisu, (_, code?: string, sign?: string) =>
      code === undefined ? (ESCAPES[sign!] ?? sign!) : scalarOf(reader, code),
    );
  if (!content.isWellFormed()) throw unfit(reader, "text without lone surrogates");
  return content;
}

function scalarOf(reader: Reader, code: string): string {
  const scalar = Number.parseInt(code, 16);
  if (scalar > 0x10_ff_ff) throw unfit(reader, "a character up to \\u{10ffff}");
  return String.fromCodePoint(scalar);
}

function readMap(reader: Reader, type: TypeOf<"map">): ModuleValue {
  const entries = readSeparated(reader, "{", "}", () => {
    const key = readPart(reader, type.key);
    expectSign(reader, ":");
    return [key, readPart(reader, type.value)] as const;
  });
  const doubled = doubledKey(entries.map(([key]) => key));
  if (doubled >= 0) {
    const key = JSON.stringify(entries[doubled][0]);
    throw new Unfit(refuse(`the key ${key} is given twice`));
  }
  return entries.flat();
}

/** As many parts as there are types. */
function readElements(reader: Reader, elements: readonly number[]): readonly ModuleValue[] {
  let count = 0;
  const parts = readSeparated(reader, "(", ")", () => {
    if (count === elements.length) throw unfit(reader, "`)`");
    count += 1;
    return readPart(reader, elements[count - 1]);
  });
  if (count < elements.length) {
    throw new Unfit(refuse(`expected ${elements.length} values in ( ), found ${count}`));
  }
  return parts;
}

function readRecord(reader: Reader, type: TypeOf<"record">): ModuleValue {
  const name = taken(reader, /[A-Za-z]\w*/uy);
  refuseJson(reader, name, [type]);
  if (name !== type.name) throw unfit(reader, `\`${type.name} { … }\``, name);
  expectForm(reader, name, type);
  return readFields(reader, type);
}

/** JSON has its own door, where it is read whole. */
function refuseJson(reader: Reader, taken: string, parts: readonly ModuleCase[]): void {
  if (taken !== "" || !/\{\s*"/uy.test(reader.text.slice(reader.at))) return;
  const forms = parts.map((part) => formText(reader.types, part)).join(" or ");
  throw new Unfit(refuse(`JSON belongs in a file, @file.json; here stands ${forms}`));
}

/** What follows the name of a record or a case opens its form. */
function expectForm(reader: Reader, name: string, part: ModuleCase): void {
  if (part.fields.length === 0) return;
  const open = part.fields[0].name === "" ? "(" : "{";
  if (isSign(reader, open)) return;
  throw unfit(reader, `\`${formText(reader.types, part)}\``, name);
}

/** `{ x: 1, y: 2 }`, in any order. */
function readFields(reader: Reader, part: ModuleCase): readonly ModuleValue[] {
  const { fields } = part;
  const values = new Map<string, ModuleValue>();
  readSeparated(reader, "{", "}", () => {
    skipSpaces(reader);
    const written = taken(reader, /[a-z_]\w*/uy);
    const field = fields.find((each) => each.name === written);
    if (field === undefined || values.has(written)) {
      const left = fields.filter((each) => !values.has(each.name)).map((each) => each.name);
      throw unfit(reader, left.length === 0 ? "`}`" : `a field (${left.join(", ")})`, written);
    }
    expectSign(reader, ":");
    values.set(written, readPart(reader, field.type));
  });
  const missing = fields.filter((field) => !values.has(field.name));
  if (missing.length > 0) throw missingFields(reader, part, missing);
  return fields.map((field) => values.get(field.name)!);
}

function missingFields({ types }: Reader, part: ModuleCase, missing: ModuleCase["fields"]): Unfit {
  const names = missing.map((field) => `\`${field.name}\``).join(", ");
  const said = missing.length === 1 ? `the field ${names} is` : `the fields ${names} are`;
  return new Unfit(refuse(`${said} missing: the form is ${formText(types, part)}`));
}

/** `Dot`, `Disc(2)`, `Box { width: 1 }`, the name of the enum before it or not. */
function readCase(reader: Reader, type: TypeOf<"enum">): ModuleValue {
  const written = taken(reader, /[A-Za-z]\w*(?:\.\w+)?/uy);
  const name = written.startsWith(`${type.name}.`) ? written.slice(type.name.length + 1) : written;
  const tag = type.cases.findIndex((each) => each.name === name);
  refuseJson(reader, written, type.cases);
  if (tag < 0) {
    const names = type.cases.map((each) => each.name);
    const near = suggest(name, names);
    const hint = near === null ? "" : `: did you mean ${near}?`;
    const rest = reader.text.slice(reader.at - written.length);
    throw new Unfit(refuse(`expected one of ${names.join(", ")}, found ${quoted(rest)}${hint}`));
  }
  const { fields } = type.cases[tag];
  if (fields.length === 0) return [tag];
  expectForm(reader, written, type.cases[tag]);
  if (fields[0].name !== "") return [tag, ...readFields(reader, type.cases[tag])];
  const contents = fields.map((field) => field.type);
  return [tag, ...readElements(reader, contents)];
}

/** What stands between two brackets, with commas; one may stand behind the last. */
function readSeparated<Part>(
  reader: Reader,
  open: string,
  close: string,
  read: () => Part,
): readonly Part[] {
  expectSign(reader, open);
  const parts: Part[] = [];
  while (!isSign(reader, close)) {
    parts.push(read());
    if (isSign(reader, close)) break;
    if (!isSign(reader, ",")) throw unfit(reader, `\`,\` or \`${close}\``);
    reader.at += 1;
  }
  reader.at += 1;
  return parts;
}

function expectSign(reader: Reader, sign: string): void {
  if (!isSign(reader, sign)) throw unfit(reader, `\`${sign}\``);
  reader.at += 1;
}

function isSign(reader: Reader, sign: string): boolean {
  skipSpaces(reader);
  return reader.text[reader.at] === sign;
}

function skipSpaces(reader: Reader): void {
  taken(reader, /\s*/uy);
}

/** What the pattern takes here; nothing where it does not fit. */
function taken(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0] ?? "";
  reader.at += found.length;
  return found;
}

/** @param before what has been taken and does not fit */
function unfit(reader: Reader, wanted: string, before = ""): Unfit {
  const rest = reader.text.slice(reader.at - before.length);
  return new Unfit(refuse(`expected ${wanted}, found ${rest === "" ? "the end" : quoted(rest)}`));
}
