/** Whole files, devices and pipes, up to a limit; waits for what comes late. */

import { fstatSync, readSync } from "node:fs";

const FIRST_BYTES = 65_536;
/** Milliseconds between two looks at a pipe that has nothing yet. */
const PAUSE = 10;

/**
 * All bytes of an open file, or null when there are more than `most`.
 *
 * Somebody else may have told a pipe not to make its readers wait: then the system says that it
 * has nothing yet, and this looks again.
 */
export function readWhole(file: number, most: number): Uint8Array | null {
  const expected = Math.max(FIRST_BYTES, fstatSync(file).size + 1);
  let bytes = new Uint8Array(Math.min(expected, most + 1));
  let length = 0;
  while (length <= most) {
    if (length === bytes.length) {
      const larger = new Uint8Array(Math.min(2 * length, most + 1));
      larger.set(bytes);
      bytes = larger;
    }
    const count = readSome(file, bytes, length);
    if (count === 0) return bytes.slice(0, length);
    length += count;
  }
  return null;
}

/** The bytes that are there, at least one, put behind the others; 0 at the end. */
function readSome(file: number, bytes: Uint8Array, at: number): number {
  for (;;) {
    try {
      return readSync(file, bytes, at, bytes.length - at, null);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // Windows says so of a pipe that was closed.
      if (code === "EOF") return 0;
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
