/**
 * Writes a module as bytes, and names a program by the hash of its identity.
 *
 *     bytes        = identity [debug documentation]
 *     identity     = "RESO" format:u8  types texts parameters outputs functions main
 *     types        = section 1: semantics:varint  list of type
 *     texts        = section 2: list of text
 *     parameters   = section 3: list of (name:text type:varint default range)
 *     outputs      = section 4: list of (name:text type:varint)
 *     functions    = section 5: list of (parameters results registers code)
 *     main         = section 6: index:varint
 *     debug        = section 7: paths, then per function name, path, register names, spans
 *     documentation= section 8: texts of parameters, texts of outputs
 *     section n    = n:u8 length:varint body           list = count:varint items
 *     type         = 0 int | 1 bool | 2 string | 3 erased float | 4 float unit | 5 list type
 *                  | 6 tuple types | 7 record name fields | 8 enum name cases | 9 map type type
 *     unit         = list of (base:u8 numerator:signed denominator:varint)
 *                    bool [display:text scale:f64]
 *     code         = length:varint  list of (code of an instruction:u8, its operands in order)
 *
 * The identity is what the program id hashes, so the id of a stripped file is the SHA-256 of the
 * file. Comments, layout, paths and the names of functions and locals stand outside of it.
 * Invariants: every value has exactly one encoding; decode(encode(m)) = m for every verified m, and
 * encode(decode(b)) = b for every accepted b. Not here: which modules make sense (verify/).
 */

import { sha256, toHex } from "../../bytes/hash.ts";
import { ByteWriter } from "../../bytes/writer.ts";
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
} from "./format.ts";
import { entryOf, type Instruction } from "./instruction.ts";
import {
  OWNERSHIPS,
  type FunctionCode,
  type Module,
  type ModuleDebug,
  type ModuleParameter,
  type ModuleField,
  type ModuleType,
  type ModuleUnit,
  type ModuleValue,
} from "./module.ts";
import { operandsOf, valuesOf } from "./operand-list.ts";

/** The whole file, with debug and documentation when the module has them. */
export function encodeModule(module: Module): Uint8Array {
  const writer = new ByteWriter();
  writer.raw(identityOf(module));
  const { debug } = module;
  if (debug !== null) {
    writer.section(SECTIONS.debug, (body) => writeDebug(body, debug));
    writer.section(SECTIONS.documentation, (body) => {
      body.list(debug.documentation.parameters, (w, text) => w.text(text));
      body.list(debug.documentation.outputs, (w, text) => w.text(text));
    });
  }
  return writer.finish();
}

/** The bytes that the program id hashes: a whole file without its optional sections. */
export function encodeIdentity(module: Module): Uint8Array {
  return identityOf(module).slice();
}

/** What is written to a file has been hashed before, mostly. */
const identities = new WeakMap<Module, Uint8Array>();

function identityOf(module: Module): Uint8Array {
  let identity = identities.get(module);
  if (identity === undefined) {
    const writer = new ByteWriter();
    writeIdentity(writer, module);
    identity = writer.finish();
    identities.set(module, identity);
  }
  return identity;
}

/** The SHA-256 of the identity, as 64 hexadecimal digits. */
export function programId(module: Module): string {
  return toHex(sha256(identityOf(module)));
}

function writeIdentity(writer: ByteWriter, module: Module): void {
  for (const character of MAGIC) writer.u8(character.charCodeAt(0));
  writer.u8(FORMAT_VERSION);
  writer.section(SECTIONS.types, (body) => {
    body.varint(SEMANTICS_VERSION).list(module.types, writeType);
  });
  writer.section(SECTIONS.texts, (body) => {
    body.list(module.texts, (w, text) => w.text(text));
  });
  writer.section(SECTIONS.parameters, (body) => {
    body.list(module.parameters, (w, parameter) => writeParameter(w, module.types, parameter));
  });
  writer.section(SECTIONS.outputs, (body) => {
    body.list(module.outputs, (w, { name, type }) => w.text(name).varint(type));
  });
  writer.section(SECTIONS.functions, (body) => {
    const code = new ByteWriter();
    body.list(module.functions, (w, fn) => writeFunction(w, fn, code));
  });
  writer.section(SECTIONS.main, (body) => {
    body.varint(module.main);
  });
}

function writeType(writer: ByteWriter, type: ModuleType): void {
  switch (type.kind) {
    case "int":
    case "bool":
    case "string":
      writer.u8(TYPE_TAGS[type.kind]);
      return;
    case "float":
      if (type.unit === null) writer.u8(TYPE_TAGS.erasedFloat);
      else writeUnit(writer.u8(TYPE_TAGS.float), type.unit);
      return;
    case "list":
      writer.u8(TYPE_TAGS.list).varint(type.element);
      return;
    case "map":
      writer.u8(TYPE_TAGS.map).varint(type.key).varint(type.value);
      return;
    case "tuple":
      writer.u8(TYPE_TAGS.tuple).list(type.elements, (w, element) => w.varint(element));
      return;
    case "record":
      writer.u8(TYPE_TAGS.record).text(type.name);
      writer.list(type.fields, writeField);
      return;
    case "enum":
      writer.u8(TYPE_TAGS.enum).text(type.name);
      writer.list(type.cases, (w, each) => w.text(each.name).list(each.fields, writeField));
  }
}

function writeField(writer: ByteWriter, { name, type }: ModuleField): void {
  writer.text(name).varint(type);
}

function writeUnit(writer: ByteWriter, unit: ModuleUnit): void {
  writer.list(unit.exponents, (w, { base, exponent }) => {
    w.u8(BASE_UNITS.indexOf(base)).signedVarint(exponent.numerator).varint(exponent.denominator);
  });
  writer.bool(unit.display !== null);
  if (unit.display !== null) writer.text(unit.display.text).f64(unit.display.scale);
}

function writeParameter(
  writer: ByteWriter,
  types: readonly ModuleType[],
  parameter: ModuleParameter,
): void {
  const { name, type, default: value, range } = parameter;
  writer
    .text(name)
    .varint(type)
    .bool(value !== null);
  if (value !== null) writeValue(writer, types, type, value);
  if (range === null) {
    writer.u8(0);
    return;
  }
  writer.u8(
    RANGE_BITS.present +
      (range.minimum === null ? 0 : RANGE_BITS.minimum) +
      (range.maximum === null ? 0 : RANGE_BITS.maximum) +
      (range.maximumExclusive ? RANGE_BITS.maximumExclusive : 0),
  );
  if (range.minimum !== null) writer.f64(range.minimum);
  if (range.maximum !== null) writer.f64(range.maximum);
}

/**
 * Fields in order behind no count; a value without fields is one zero byte, so that every value has
 * a byte.
 */
function writeValue(
  writer: ByteWriter,
  types: readonly ModuleType[],
  index: number,
  value: ModuleValue,
): void {
  const type = types[index];
  switch (type.kind) {
    case "int":
      writer.signedVarint(value as number);
      return;
    case "float":
      writer.f64(value as number);
      return;
    case "bool":
      writer.bool(value as boolean);
      return;
    case "string":
      writer.text(value as string);
      return;
    case "list":
      writer.list(value as readonly ModuleValue[], (w, element) =>
        writeValue(w, types, type.element, element),
      );
      return;
    case "map": {
      const parts = value as readonly ModuleValue[];
      writer.varint(parts.length);
      for (const [index, part] of parts.entries()) {
        writeValue(writer, types, index % 2 === 0 ? type.key : type.value, part);
      }
      return;
    }
    case "tuple":
    case "record": {
      const parts = slotTypes(type);
      if (parts.length === 0) writer.u8(0);
      const values = value as readonly ModuleValue[];
      for (const [slot, part] of parts.entries()) writeValue(writer, types, part, values[slot]);
      return;
    }
    case "enum": {
      const [tag, ...values] = value as readonly ModuleValue[];
      writer.varint(tag as number);
      for (const [slot, field] of type.cases[tag as number].fields.entries()) {
        writeValue(writer, types, field.type, values[slot]);
      }
    }
  }
}

function writeFunction(writer: ByteWriter, fn: FunctionCode, scratch: ByteWriter): void {
  writer.list(fn.parameters, (w, parameter) => {
    writeRegister(w, parameter);
    if (parameter.ownership !== null) w.u8(OWNERSHIPS.indexOf(parameter.ownership));
  });
  writer.list(fn.results, writeRegister);
  writer.list(fn.registers.slice(fn.parameters.length), writeRegister);
  writer.sizedList(scratch, fn.code, writeInstruction);
}

function writeRegister(
  writer: ByteWriter,
  register: { readonly kind: Kind; readonly type: number | null },
): void {
  writer.u8(KINDS.indexOf(register.kind));
  if (register.kind === "r") writer.varint(register.type ?? 0);
}

function writeInstruction(writer: ByteWriter, instruction: Instruction): void {
  const values = valuesOf(instruction);
  writer.u8(entryOf(instruction.op).code);
  const operands = operandsOf(instruction.op);
  for (let at = 0; at < operands.length; at += 1) {
    const { name, what } = operands[at];
    const value = values[name];
    if (typeof value === "boolean") writer.bool(value);
    else if (typeof value !== "number") writer.list(value, writeOperand);
    else if (what === "float") writer.f64(value);
    else if (what === "int") writer.signedVarint(value);
    else writer.varint(value);
  }
}

function writeOperand(writer: ByteWriter, register: number): void {
  writer.varint(register);
}

function writeDebug(writer: ByteWriter, debug: ModuleDebug): void {
  writer.list(debug.paths, (w, path) => w.text(path));
  writer.list(debug.functions, (w, fn) => {
    w.text(fn.name).varint(fn.path);
    w.list(fn.registers, (x, name) => x.text(name));
    w.list(fn.spans, (x, span) => x.varint(span.start).varint(span.end - span.start));
  });
}
