/** Reads the functions of a module: their registers and their instructions. */

import { ByteReader } from "../../bytes/reader.ts";
import { type Kind, KINDS } from "../types/register-kind.ts";
import { readList, readTag, refuse } from "./decode-parts.ts";
import { type Instruction, mnemonicOf } from "./instruction.ts";
import { type FunctionCode, OWNERSHIPS, type SignatureParameter } from "./module.ts";
import { operandsOf } from "./operand-list.ts";

/** The body of the section of functions. */
export function readFunctions(reader: ByteReader): readonly FunctionCode[] {
  return readList(reader, "functions", readFunction);
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
