/**
 * The result root: one hash that binds what was run and every bit of what came out.
 *
 * It is the hash of a canonical CBOR record (RFC 8949 §4.2) over program id, semantics version,
 * parameters, limits, status, trap, fuel, log and one Merkle root per output. Values stand in it as
 * their canonical bytes, so no float ever meets CBOR.
 */

import { encode, rfc8949EncodeOptions } from "cborg";
import { fromHex, hashFor, sha256, toHex } from "../../bytes/hash.ts";
import { merkleRoot } from "../../bytes/merkle.ts";
import { SEMANTICS_VERSION } from "../bytecode/format.ts";
import type { Module, ModuleValue } from "../bytecode/module.ts";
import type { Limits } from "../limits.ts";
import type { RunResult } from "../run.ts";
import { type TrapName, trapNameOf } from "../trap.ts";
import { encodeValue } from "../values/encode.ts";

const RESULT_PURPOSE = "resolang/result/1";

/** The trap as the result root binds it. */
export interface ProvenTrap {
  readonly code: TrapName;
  /** The number of that name, which is what is hashed. */
  readonly number: number;
  readonly functionIndex: number;
  readonly instructionIndex: number;
  readonly message: string;
}

/** Everything that the result root binds. */
export interface ProvenRun {
  /** SHA-256 of the identity section, hexadecimal. */
  readonly program: string;
  readonly semantics: number;
  /** Canonical bytes of each value, in the order of the program. */
  readonly parameters: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly limits: Limits;
  readonly status: "ok" | "trap";
  readonly trap: ProvenTrap | null;
  readonly fuel: number;
  readonly log: readonly string[];
  /** Canonical bytes of each row. */
  readonly outputs: readonly { readonly name: string; readonly rows: readonly Uint8Array[] }[];
}

/**
 * What is proven of a run of `module` with these inputs.
 *
 * @param program the module's id
 */
export function proveRun(
  program: string,
  module: Module,
  parameters: readonly ModuleValue[],
  limits: Limits,
  result: RunResult,
): ProvenRun {
  const { trap } = result;
  return {
    program,
    semantics: SEMANTICS_VERSION,
    parameters: module.parameters.map(({ name, type }, index) => ({
      name,
      bytes: encodeValue(module.types, type, parameters[index]),
    })),
    limits,
    status: result.status,
    trap:
      trap === null
        ? null
        : {
            code: trapNameOf(trap.code),
            number: trap.code,
            functionIndex: trap.functionIndex,
            instructionIndex: trap.instructionIndex,
            message: trap.message,
          },
    fuel: result.fuelUsed,
    log: result.log,
    outputs: module.outputs.map(({ name }, index) => ({ name, rows: result.outputs[index] })),
  };
}

/**
 * The result root of a run, as 64 hexadecimal digits. Equal runs have equal roots on every machine.
 */
export function resultRoot(run: ProvenRun): string {
  const { trap, limits } = run;
  const record = {
    receipt: 1,
    program: fromHex(run.program),
    semantics: run.semantics,
    parameters: run.parameters.map(({ bytes }) => bytes),
    limits: [limits.fuel, limits.memory, limits.depth, limits.output],
    status: run.status,
    trap:
      trap === null ? null : [trap.number, trap.functionIndex, trap.instructionIndex, trap.message],
    fuel: run.fuel,
    log: sha256(encode([...run.log], rfc8949EncodeOptions)),
    outputs: run.outputs.map(({ rows }) => [rows.length, merkleRoot(rows)]),
  };
  return toHex(hashFor(RESULT_PURPOSE, encode(record, rfc8949EncodeOptions)));
}
