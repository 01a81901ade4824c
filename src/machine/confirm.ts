/**
 * Confirms a receipt: runs its module again with its parameters and limits, and compares every bit.
 *
 * Not here: whether the file is as it was written (receipt/seal.ts).
 */

import { fromHex } from "../bytes/hash.ts";
import { DecodeError } from "../bytes/decode-error.ts";
import { Fault } from "../fault.ts";
import { decodeModule } from "./bytecode/decode.ts";
import { programId } from "./bytecode/encode.ts";
import type { Module, ModuleValue, VerifiedModule } from "./bytecode/module.ts";
import { compareOutputs } from "./receipt/compare-outputs.ts";
import type { Difference } from "./receipt/difference.ts";
import { proveRun } from "./receipt/result-root.ts";
import { makeReceipt, type Receipt } from "./receipt/receipt.ts";
import { run, type RunInput, type RunResult, type Tier } from "./run.ts";
import { decodeValue } from "./values/encode.ts";
import { isInRange } from "./values/range.ts";
import { verify } from "./verify/verify.ts";

/** Fields that are compared as they stand; outputs are compared bit by bit. */
const PLAIN_FIELDS = [
  "program",
  "semantics",
  "parameters",
  "status",
  "trap",
  "fuel",
  "log",
] as const;

/** What has to be run to confirm a receipt, or why its parameters cannot be the program's. */
export type Repetition =
  | { readonly verified: VerifiedModule; readonly input: Omit<RunInput, "tier"> }
  | { readonly difference: Difference };

/**
 * What a receipt says and a new run does not, in the order of the file; nothing when they are
 * identical.
 *
 * Cost: that of the run, which is made here; `repetitionOf` and `compareRun` let it be made
 * elsewhere.
 * @param path of the receipt, for messages
 * @throws {Fault} `receipt/unreadable` when the receipt carries nothing that could be run
 */
export function confirm(receipt: Receipt, tier: Tier, path: string): readonly Difference[] {
  const repetition = repetitionOf(receipt, path);
  if ("difference" in repetition) return [repetition.difference];
  const { verified, input } = repetition;
  return compareRun(receipt, verified, run(verified, { ...input, tier }));
}

/**
 * Reads what a receipt was made from.
 *
 * @throws {Fault} as `confirm`
 */
export function repetitionOf(receipt: Receipt, path: string): Repetition {
  const verified = verifiedOf(receipt, path);
  const read = readParameters(verified.module, receipt);
  if ("difference" in read) return read;
  return { verified, input: { parameters: read.parameters, limits: receipt.limits } };
}

/** Compares a receipt with a new run of its module. Cost: linear in both. */
export function compareRun(
  receipt: Receipt,
  { module }: VerifiedModule,
  result: RunResult,
): readonly Difference[] {
  const parameters = receipt.parameters.map(({ bytes }, index) =>
    decodeValue(module.types, module.parameters[index].type, fromHex(bytes) ?? new Uint8Array()),
  );
  const proven = proveRun(programId(module), module, parameters, receipt.limits, result);
  const repeated = makeReceipt(module, proven, receipt.informative);
  const differences: Difference[] = [];
  for (const field of PLAIN_FIELDS) {
    const place = firstDifference(receipt[field], repeated[field], field);
    if (place !== null) differences.push(place);
  }
  differences.push(...compareOutputs(module, receipt.outputs, repeated.outputs));
  for (const field of ["module", "result"] as const) {
    const place = firstDifference(receipt[field], repeated[field], field);
    if (place !== null) differences.push(place);
  }
  return differences;
}

function verifiedOf(receipt: Receipt, path: string): VerifiedModule {
  const decoded = decodeModule(new Uint8Array(Buffer.from(receipt.module, "base64")));
  if ("problem" in decoded) {
    const { code, offset, message } = decoded.problem;
    throw unreadable(path, `its module does not decode: ${code} at byte ${offset}: ${message}`);
  }
  const answer = verify(decoded.module);
  if ("refusal" in answer) {
    throw unreadable(
      path,
      `its module is refused: ${answer.refusal.code}: ${answer.refusal.message}`,
    );
  }
  return answer.verified;
}

function unreadable(path: string, reason: string): Fault {
  return new Fault("receipt/unreadable", `${path} cannot be executed again: ${reason}`);
}

type ReadParameters =
  | { readonly parameters: readonly ModuleValue[] }
  | { readonly difference: Difference };

function readParameters(module: Module, receipt: Receipt): ReadParameters {
  const field = "parameters";
  if (module.parameters.length !== receipt.parameters.length) {
    const counts = `${receipt.parameters.length}, and the program has ${module.parameters.length}`;
    return { difference: { field, message: `the receipt has ${counts}` } };
  }
  const parameters: ModuleValue[] = [];
  for (const [index, { name, type, range }] of module.parameters.entries()) {
    try {
      const bytes = fromHex(receipt.parameters[index].bytes) ?? new Uint8Array();
      const value = decodeValue(module.types, type, bytes);
      if (!isInRange(range, value)) {
        return { difference: { field, message: `\`${name}\` is outside of its range` } };
      }
      parameters.push(value);
    } catch (error) {
      if (!(error instanceof DecodeError)) throw error;
      return {
        difference: { field, message: `the bytes of \`${name}\` are no value of its type` },
      };
    }
  }
  return { parameters };
}

/** The first place where two JSON values differ, by its path. */
function firstDifference(said: unknown, found: unknown, place: string): Difference | null {
  if (Object.is(said, found)) return null;
  const field = place.split(/[.[]/u, 1)[0];
  if (!isContainer(said) || !isContainer(found)) {
    return { field, message: `${place} is ${shown(found)}, and the receipt says ${shown(said)}` };
  }
  if (Array.isArray(said) && said.length !== found.length) {
    const lengths = `${String(found.length)} entries, and the receipt says ${said.length}`;
    return { field, message: `${place} has ${lengths}` };
  }
  for (const key of Object.keys(found)) {
    const inner = Array.isArray(found) ? `${place}[${key}]` : `${place}.${key}`;
    const difference = firstDifference(said[key], found[key], inner);
    if (difference !== null) return difference;
  }
  return null;
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
