/**
 * Reads a program that was kept: its module as it was verified, and what the tier of WebAssembly
 * made of it, so that neither is done again.
 *
 * Whoever keeps such bytes answers for it that they come back as they were, and to the same build
 * of this program: nothing is checked here. Layout: keep-program.ts.
 */

import { toHex } from "../bytes/hash.ts";
import { ByteReader } from "../bytes/reader.ts";
import { recallModule } from "./bytecode/decode.ts";
import type { VerifiedModule } from "./bytecode/module.ts";
import { recallEmitted } from "./wasm/execute.ts";

/** A program and its name. */
export interface KnownProgram {
  readonly verified: VerifiedModule;
  /** SHA-256 of the identity section, hexadecimal. */
  readonly id: string;
}

/** The program that `keepProgram` wrote. Cost: linear in its parameters, outputs and texts. */
export function recallProgram(bytes: Uint8Array): KnownProgram {
  const reader = new ByteReader(bytes);
  const id = toHex(reader.blob());
  const module = recallModule(reader.blob());
  const verified = { module } as VerifiedModule;
  recallEmitted(verified, new Uint8Array(reader.raw(reader.remainingBytes)));
  return { verified, id };
}
