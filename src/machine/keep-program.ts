/**
 * Writes a program so that the next run of it starts at once.
 *
 *     bytes = id:blob module:blob emitted, to the end
 */

import { fromHex } from "../bytes/hash.ts";
import { ByteWriter } from "../bytes/writer.ts";
import { encodeModule } from "./bytecode/encode.ts";
import type { KnownProgram } from "./kept-program.ts";
import { emittedBytes } from "./wasm/execute.ts";

/** The bytes from which `recallProgram` has the program again. Cost: that of emitting it. */
export function keepProgram({ verified, id }: KnownProgram): Uint8Array {
  return new ByteWriter()
    .blob(fromHex(id)!)
    .blob(encodeModule(verified.module))
    .raw(emittedBytes(verified))
    .finish();
}
