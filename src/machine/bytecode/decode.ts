/**
 * Reads a module from bytes and refuses every byte string that `encode` would not have written.
 *
 * Invariants: any input gives a module or a refusal; the work and the memory are linear in the
 * input, and nothing is allocated by a claimed size. Not here: whether the module makes sense
 * (verify/), the layout (encode.ts).
 */

import { DecodeError, type DecodeReason } from "../../bytes/decode-error.ts";
import { ByteReader } from "../../bytes/reader.ts";
import { BASE_UNITS } from "../types/unit.ts";
import { slotTypes } from "../values/value.ts";
import { readFunctions } from "./decode-code.ts";
import { type DecodeProblem, readList, readTag, refuse, Refused, tooMany } from "./decode-parts.ts";
import {
  FORMAT_VERSION,
  MAGIC,
  RANGE_BITS,
  SECTIONS,
  SEMANTICS_VERSION,
  TYPE_TAGS,
} from "./format.ts";
import { MODULE_LIMITS } from "./limits.ts";
import type {
  FunctionCode,
  Module,
  ModuleDebug,
  ModuleField,
  ModuleOutput,
  ModuleParameter,
  ModuleType,
  ModuleUnit,
  ModuleValue,
} from "./module.ts";

export type { DecodeProblem } from "./decode-parts.ts";

export type Decoded = { readonly module: Module } | { readonly problem: DecodeProblem };

const CODE_OF_REASON: Readonly<Record<DecodeReason, DecodeProblem["code"]>> = {
  truncated: "E0404",
  trailing: "E0404",
  count: "E0404",
  varint: "E0405",
  range: "E0405",
  sign: "E0405",
  boolean: "E0405",
  nan: "E0405",
  utf8: "E0405",
  tag: "E0406",
};

/**
 * The module these bytes encode, or why they encode none.
 *
 * Cost: linear in the bytes, of which there may be `MODULE_LIMITS.bytes`.
 */
export function decodeModule(bytes: Uint8Array): Decoded {
  try {
    if (bytes.length > MODULE_LIMITS.bytes.maximum) tooMany("bytes", bytes.length, 0);
    return { module: readModule(new ByteReader(bytes)) };
  } catch (error) {
    if (error instanceof Refused) return { problem: error.problem };
    if (!(error instanceof DecodeError)) throw error;
    const { reason, offset, message } = error;
    return { problem: { code: CODE_OF_REASON[reason], offset, message } };
  }
}

/**
 * The module in bytes that `encodeModule` wrote, which nobody has changed since: functions, names
 * and places are read when they are asked for.
 *
 * Cost: linear in the rest.
 */
export function recallModule(bytes: Uint8Array): Module {
  const reader = new ByteReader(bytes);
  const face = readInterface(reader);
  const from = reader.offset;
  reader.section(SECTIONS.functions, (body) => body.raw(body.remainingBytes));
  const main = reader.section(SECTIONS.main, (body) => body.varint());
  const behind = reader.offset;
  let functions: readonly FunctionCode[] | undefined;
  let debug: ModuleDebug | null | undefined;
  return {
    ...face,
    main,
    get functions() {
      functions ??= new ByteReader(bytes.subarray(from)).section(SECTIONS.functions, (body) =>
        readFunctions(body),
      );
      return functions;
    },
    get debug() {
      if (debug === undefined) {
        debug = behind === bytes.length ? null : readDebug(new ByteReader(bytes.subarray(behind)));
      }
      return debug;
    },
  };
}

function readModule(reader: ByteReader): Module {
  const face = readInterface(reader);
  const functions = reader.section(SECTIONS.functions, (body) => readFunctions(body));
  const main = reader.section(SECTIONS.main, (body) => body.varint());
  const debug = reader.remainingBytes === 0 ? null : readDebug(reader);
  reader.end();
  return { ...face, functions, main, debug };
}

/** What stands before the functions. */
function readInterface(
  reader: ByteReader,
): Pick<Module, "types" | "texts" | "parameters" | "outputs"> {
  readHeader(reader);
  const types = reader.section(SECTIONS.types, (body) => {
    const { offset } = body;
    const semantics = body.varint();
    if (semantics !== SEMANTICS_VERSION) {
      refuse(
        "E0403",
        offset,
        `semantics version ${semantics}, where ${SEMANTICS_VERSION} is known`,
      );
    }
    return readList(body, "types", readType);
  });
  const texts = reader.section(SECTIONS.texts, (body) => readList(body, "texts", (r) => r.text()));
  const parameters = reader.section(SECTIONS.parameters, (body) =>
    readList(body, "parameters", (r) => readParameter(r, types)),
  );
  const outputs = reader.section(SECTIONS.outputs, (body) =>
    readList(body, "outputs", (r): ModuleOutput => ({ name: r.text(), type: r.varint() })),
  );
  return { types, texts, parameters, outputs };
}

function readHeader(reader: ByteReader): void {
  for (const character of MAGIC) {
    const { offset } = reader;
    if (reader.remainingBytes === 0 || reader.u8() !== character.charCodeAt(0)) {
      refuse("E0401", offset, `a module starts with \`${MAGIC}\``);
    }
  }
  const { offset } = reader;
  const format = reader.u8();
  if (format !== FORMAT_VERSION) {
    refuse("E0402", offset, `format version ${format}, where ${FORMAT_VERSION} is known`);
  }
}

function readType(reader: ByteReader): ModuleType {
  const tag = readTag(reader, TYPE_TAGS.map + 1, "tag of a type");
  switch (tag) {
    case TYPE_TAGS.int:
      return { kind: "int" };
    case TYPE_TAGS.bool:
      return { kind: "bool" };
    case TYPE_TAGS.string:
      return { kind: "string" };
    case TYPE_TAGS.erasedFloat:
      return { kind: "float", unit: null };
    case TYPE_TAGS.float:
      return { kind: "float", unit: readUnit(reader) };
    case TYPE_TAGS.list:
      return { kind: "list", element: reader.varint() };
    case TYPE_TAGS.map:
      return { kind: "map", key: reader.varint(), value: reader.varint() };
    case TYPE_TAGS.tuple:
      return { kind: "tuple", elements: readList(reader, "fields", (r) => r.varint()) };
    case TYPE_TAGS.record:
      return { kind: "record", name: reader.text(), fields: readFields(reader) };
    default:
      return {
        kind: "enum",
        name: reader.text(),
        cases: readList(reader, "cases", (r) => ({ name: r.text(), fields: readFields(r) })),
      };
  }
}

function readFields(reader: ByteReader): readonly ModuleField[] {
  return readList(reader, "fields", (r) => ({ name: r.text(), type: r.varint() }));
}

function readUnit(reader: ByteReader): ModuleUnit {
  const exponents = readList(reader, "fields", (r) => ({
    base: BASE_UNITS[readTag(r, BASE_UNITS.length, "base unit")],
    exponent: { numerator: r.signedVarint(), denominator: r.varint() },
  }));
  const display = reader.bool() ? { text: reader.text(), scale: reader.f64() } : null;
  return { exponents, display };
}

function readParameter(reader: ByteReader, types: readonly ModuleType[]): ModuleParameter {
  const name = reader.text();
  const type = reader.varint();
  const value = reader.bool() ? readValue(reader, types, type, 0) : null;
  const { offset } = reader;
  const bits = reader.u8();
  if (bits === 0) return { name, type, default: value, range: null };
  const exclusiveAlone = (bits & RANGE_BITS.present) === 0 || bits > 15;
  if (exclusiveAlone) refuse("E0406", offset, `${bits} are no parts of a range`);
  const minimum = (bits & RANGE_BITS.minimum) === 0 ? null : reader.f64();
  const maximum = (bits & RANGE_BITS.maximum) === 0 ? null : reader.f64();
  const maximumExclusive = (bits & RANGE_BITS.maximumExclusive) !== 0;
  return { name, type, default: value, range: { minimum, maximum, maximumExclusive } };
}

function readValue(
  reader: ByteReader,
  types: readonly ModuleType[],
  index: number,
  nesting: number,
): ModuleValue {
  const { offset } = reader;
  if (index >= types.length) refuse("E0408", offset, `a default has type ${index}, which is none`);
  if (nesting > MODULE_LIMITS.valueNesting.maximum) tooMany("valueNesting", nesting, offset);
  const type = types[index];
  switch (type.kind) {
    case "int":
      return reader.signedVarint();
    case "float":
      return reader.f64();
    case "bool":
      return reader.bool();
    case "string":
      return reader.text();
    case "list":
      return reader.list((r) => readValue(r, types, type.element, nesting + 1));
    case "map": {
      let isKey = false;
      return reader.list((r) => {
        isKey = !isKey;
        return readValue(r, types, isKey ? type.key : type.value, nesting + 1);
      });
    }
    case "tuple":
    case "record": {
      const parts = slotTypes(type);
      if (parts.length === 0) readTag(reader, 1, "value without fields");
      return parts.map((part) => readValue(reader, types, part, nesting + 1));
    }
    case "enum": {
      const tag = readTag(reader, type.cases.length, "case of an enum");
      const { fields } = type.cases[tag];
      return [tag, ...fields.map((field) => readValue(reader, types, field.type, nesting + 1))];
    }
  }
}

function readDebug(reader: ByteReader): ModuleDebug {
  const text = (r: ByteReader) => r.text();
  const { paths, functions } = reader.section(SECTIONS.debug, (body) => ({
    paths: readList(body, "functions", text),
    functions: readList(body, "functions", (r) => ({
      name: text(r),
      path: r.varint(),
      registers: readList(r, "registers", text),
      spans: readList(r, "instructions", (s) => {
        const start = s.varint();
        return { start, end: start + s.varint(Number.MAX_SAFE_INTEGER - start) };
      }),
    })),
  }));
  const documentation = reader.section(SECTIONS.documentation, (body) => ({
    parameters: readList(body, "parameters", text),
    outputs: readList(body, "outputs", text),
  }));
  return { paths, functions, documentation };
}
