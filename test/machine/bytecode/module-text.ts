/**
 * Reads modules written in tests and in the catalogue, as text or as bytes, and says what becomes
 * of them.
 */

import { assemble } from "../../../src/machine/bytecode/assemble.ts";
import { decodeModule } from "../../../src/machine/bytecode/decode.ts";
import type { Module } from "../../../src/machine/bytecode/module.ts";
import type { RuleName } from "../../../src/machine/verify/rules.ts";
import { verify } from "../../../src/machine/verify/verify.ts";

/**
 * The bytes behind lines that start with `bytes`, or null when the text is in the form `assemble`
 * reads.
 */
export function bytesOf(text: string): Uint8Array | null {
  if (!text.startsWith("bytes")) return null;
  const digits = text.replaceAll(/bytes|\s/gu, "");
  return new Uint8Array(Buffer.from(digits, "hex"));
}

/** The module of a text that is known to be one. */
export function moduleOf(text: string): Module {
  const assembled = assemble(text);
  if ("module" in assembled) return assembled.module;
  const { line, message } = assembled.problem;
  throw new Error(`line ${line}: ${message}`);
}

/** `ok`, or the code, place and message of the refusal, as one line. */
export function judge(text: string, without?: RuleName): string {
  const bytes = bytesOf(text);
  if (bytes === null) return judgeModule(moduleOf(text), without);
  const decoded = decodeModule(bytes);
  if ("module" in decoded) return judgeModule(decoded.module, without);
  const { code, offset, message } = decoded.problem;
  return `${code} at byte ${offset}: ${message}`;
}

export function judgeModule(module: Module, without?: RuleName): string {
  const verdict = verify(module, { without });
  if ("verified" in verdict) return "ok";
  const { code, functionIndex, instructionIndex, message } = verdict.refusal;
  const place = functionIndex === null ? "" : ` at function ${functionIndex}`;
  const instruction = instructionIndex === null ? "" : `, instruction ${instructionIndex}`;
  return `${code}${place}${instruction}: ${message}`;
}
