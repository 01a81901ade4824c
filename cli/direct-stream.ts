/**
 * Standard output and standard error where they are files or pipes: written at once, without the
 * streams of the host, which take longer to load than a short program runs.
 */

import { fstatSync, writeSync } from "node:fs";
import type { HostStream } from "./process-shell.ts";

/** Milliseconds between two looks at a pipe that takes nothing now. */
const PAUSE = 2;

/**
 * A stream on an open file, or null where the host's own is needed: for terminals, and on systems
 * whose pipes are of another kind.
 *
 * @param onError what to do about a text that cannot be written
 */
export function directStream(
  file: 1 | 2,
  onError: (error: NodeJS.ErrnoException) => void,
): HostStream | null {
  if (process.platform === "win32" || !isFileOrPipe(file)) return null;
  return {
    write: (text) => {
      try {
        writeWhole(file, Buffer.from(text));
      } catch (error) {
        onError(error as NodeJS.ErrnoException);
      }
    },
  };
}

function isFileOrPipe(file: number): boolean {
  try {
    const status = fstatSync(file);
    return status.isFile() || status.isFIFO() || status.isSocket();
  } catch {
    return false;
  }
}

/** Somebody else may have told a pipe not to make its writers wait: then this tries again. */
function writeWhole(file: number, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
