/**
 * Reads a module from bytes and refuses every byte string that `encode` would not have written.
 *
 * Invariants: any input gives a module or a refusal; the work and the memory are linear in the
 * input, and nothing is allocated by a claimed size. Not here: whether the module makes sense
 * (verify/), the layout (encode.ts).
 */

import { DecodeError, type DecodeReason } from "../../bytes/decode-error.ts";
import { ByteReader } from "../../bytes/reader.ts";
import { type Kind, KINDS } from "../types/register-kind.ts";
import { BASE_UNITS } from "../types/unit.ts";
import { slotTypes } from "../values/value.ts";
import {
  FORMAT_VERSION,
  MAGIC,
  RANGE_BITS,
  SECTIONS,
  SEMANTICS_VERSION,
  TYPE_TAGS,
} from "./encode.ts";
import { mnemonicOf, type Instruction } from "./instruction.ts";
import { MODULE_LIMITS, type ModuleLimitName } from "./limits.ts";
import {
  OWNERSHIPS,
  type FunctionCode,
  type Module,
  type ModuleDebug,
  type ModuleOutput,
  type ModuleParameter,
  type ModuleField,
  type ModuleType,
  type ModuleUnit,
  type ModuleValue,
  type SignatureParameter,
} from "./module.ts";
import { operandsOf } from "./operand-list.ts";

/** Why the bytes are no module, and where. */
export interface DecodeProblem {
  readonly code: "E0401" | "E0402" | "E0403" | "E0404" | "E0405" | "E0406" | "E0407" | "E0408";
  /** Where the refused value starts, in bytes. */
  readonly offset: number;
  /** One sentence, lower case, no final stop. */
  readonly message: string;
}

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

/** Thrown inside of this file only. */
class Refused extends Error {
  readonly problem: DecodeProblem;
  constructor(code: DecodeProblem["code"], offset: number, message: string) {
    super(message);
    this.problem = { code, offset, message };
  }
}

function refuse(code: DecodeProblem["code"], offset: number, message: string): never {
  throw new Refused(code, offset, message);
}

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

function tooMany(limit: ModuleLimitName, found: number, offset: number): never {
  const { maximum } = MODULE_LIMITS[limit];
  return refuse("E0407", offset, `\`${limit}\` is ${found}, and may be ${maximum} at most`);
}

function readModule(reader: ByteReader): Module {
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
  const functions = reader.section(SECTIONS.functions, (body) =>
    readList(body, "functions", readFunction),
  );
  const main = reader.section(SECTIONS.main, (body) => body.varint());
  const debug = reader.remainingBytes === 0 ? null : readDebug(reader);
  reader.end();
  return { types, texts, parameters, outputs, functions, main, debug };
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

function readList<Item>(
  reader: ByteReader,
  limit: ModuleLimitName,
  read: (reader: ByteReader) => Item,
): Item[] {
  const { offset } = reader;
  const count = reader.count();
  if (count > MODULE_LIMITS[limit].maximum) tooMany(limit, count, offset);
  const items: Item[] = [];
  for (let left = count; left > 0; left -= 1) items.push(read(reader));
  return items;
}

/** A byte below `count`, as an index into a table named `what`. */
function readTag(reader: ByteReader, count: number, what: string): number {
  const { offset } = reader;
  const tag = reader.u8();
  if (tag >= count) refuse("E0406", offset, `${tag} is no ${what}`);
  return tag;
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

interface Register {
  readonly kind: Kind;
  readonly type: number | null;
}

function readRegister(reader: ByteReader): Register {
  const kind = KINDS[readTag(reader, KINDS.length, "kind of a register")];
  return { kind, type: kind === "r" ? reader.varint() : null };
}

function readSignatureParameter(reader: ByteReader): SignatureParameter {
  const { kind, type } = readRegister(reader);
  const ownership =
    kind === "r" ? OWNERSHIPS[readTag(reader, OWNERSHIPS.length, "ownership")] : null;
  return { kind, type, ownership };
}

function readFunction(reader: ByteReader): FunctionCode {
  const parameters = readList(reader, "signature", readSignatureParameter);
  const results = readList(reader, "signature", readRegister);
  const locals = readList(reader, "registers", readRegister);
  const registers = [...parameters.map(({ kind, type }) => ({ kind, type })), ...locals];
  const length = reader.varint();
  const start = reader.offset;
  const body = new ByteReader(reader.raw(length), start);
  const code = readList(body, "instructions", readInstruction);
  body.end();
  return { parameters, results, registers, code };
}

function readInstruction(reader: ByteReader): Instruction {
  const { offset } = reader;
  const code = reader.u8();
  const op = mnemonicOf(code);
  if (op === null) return refuse("E0406", offset, `${code} is no instruction`);
  const instruction: Record<string, unknown> = { op };
  for (const { name, operand } of operandsOf(op)) {
    if ("signature" in operand) {
      instruction[name] = readList(reader, "operands", (r) => r.varint());
    } else if (operand.role !== "immediate") {
      instruction[name] = reader.varint();
    } else if (operand.what === "bool") {
      instruction[name] = reader.bool();
    } else if (operand.what === "float") {
      instruction[name] = reader.f64();
    } else {
      instruction[name] = operand.what === "int" ? reader.signedVarint() : reader.varint();
    }
  }
  return instruction as unknown as Instruction;
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
