/** SHA-256 by the host, which is fast once it is loaded: the command loads it when it is needed. */

import { createHash } from "node:crypto";

/** The SHA-256 of pieces one after the other: 32 bytes. */
export function longSha256(pieces: readonly Uint8Array[]): Uint8Array {
  const state = createHash("sha256");
  for (const piece of pieces) state.update(piece);
  return new Uint8Array(state.digest());
}
