/**
 * Receipts: what was run, with which inputs and limits, and every bit of what came out.
 *
 * Invariants: no time, path or host stands in a receipt, so the same run has the same one on every
 * machine.
 * Not here: what the result root binds (result-root.ts), re-execution (machine/confirm.ts), the
 * file's own integrity (seal.ts).
 */

import { toHex } from "../../bytes/hash.ts";
import { merkleRoot } from "../../bytes/merkle.ts";
import { encodeIdentity } from "../bytecode/encode.ts";
import type { Module } from "../bytecode/module.ts";
import type { Limits } from "../limits.ts";
import { showModuleType } from "../types/show-type.ts";
import { decodeValue } from "../values/encode.ts";
import { showValue } from "../values/show.ts";
import { type ProvenRun, type ProvenTrap, resultRoot } from "./result-root.ts";

export const RECEIPT_SCHEMA = "resolang.receipt/1";

/** A receipt as it stands in its file, fields in this order. */
export interface Receipt {
  readonly schema: typeof RECEIPT_SCHEMA;
  /** The result root. */
  readonly result: string;
  readonly program: string;
  readonly semantics: number;
  readonly parameters: readonly ReceiptParameter[];
  readonly limits: Limits;
  readonly status: "ok" | "trap";
  readonly trap: ProvenTrap | null;
  readonly fuel: number;
  readonly log: readonly string[];
  readonly outputs: readonly ReceiptOutput[];
  /** The module without names and places, in base64: what is executed again. */
  readonly module: string;
  readonly informative: Informative;
}

export interface ReceiptParameter {
  readonly name: string;
  readonly type: string;
  /** As people read it, in base units. */
  readonly value: string;
  /** The canonical bytes in hexadecimal. */
  readonly bytes: string;
}

export interface ReceiptOutput {
  readonly name: string;
  readonly type: string;
  readonly rows: number;
  /** Merkle root (RFC 9162) over the rows. */
  readonly root: string;
  /** The rows' canonical bytes one behind the other, in base64. */
  readonly bytes: string;
}

/** What the result root does not bind. */
export interface Informative {
  readonly tool: string;
  /** SHA-256 of the artefact with runtime and kernels. */
  readonly artefact: string;
  /** Where a trap happened, `file.reso:line:column`. */
  readonly place: string | null;
  /** The open calls at a trap, innermost first. */
  readonly stack: readonly string[];
}

/** The receipt of a run of `module`. Cost: linear in the module and the outputs. */
export function makeReceipt(module: Module, run: ProvenRun, informative: Informative): Receipt {
  const { types } = module;
  const { fuel, memory, depth, output } = run.limits;
  return {
    schema: RECEIPT_SCHEMA,
    result: resultRoot(run),
    program: run.program,
    semantics: run.semantics,
    parameters: run.parameters.map(({ name, bytes }, index) => {
      const { type } = module.parameters[index];
      const value = showValue(types, type, decodeValue(types, type, bytes));
      return { name, type: showModuleType(types, type), value, bytes: toHex(bytes) };
    }),
    limits: { fuel, memory, depth, output },
    status: run.status,
    trap: run.trap,
    fuel: run.fuel,
    log: run.log,
    outputs: run.outputs.map(({ name, rows }, index) => ({
      name,
      type: showModuleType(types, module.outputs[index].type),
      rows: rows.length,
      root: toHex(merkleRoot(rows)),
      bytes: Buffer.concat(rows).toString("base64"),
    })),
    module: Buffer.from(encodeIdentity(module)).toString("base64"),
    informative,
  };
}
