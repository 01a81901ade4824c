/**
 * Compiles a module of WebAssembly so that the host reads its section of branch hints, which it
 * does unasked in newer versions only.
 *
 * Hints decide how fast code is, never what it does. The switch is the process's own and is turned
 * back at once, since the host does not take compiled scripts that it kept under other switches.
 * Source: WebAssembly, Branch Hinting (phase 5).
 */

import { versions } from "node:process";
import { setFlagsFromString } from "node:v8";

const SWITCH = "experimental-wasm-branch-hinting";
/** Hosts that have the switch: another one would complain of it to the user. */
const HOSTS_WITH_SWITCH = /^(?:12\.4|13\.6)\./u;

/** A module of WebAssembly. */
export function compileHinted(bytes: Uint8Array<ArrayBuffer>): WebAssembly.Module {
  if (!HOSTS_WITH_SWITCH.test(versions.v8)) return new WebAssembly.Module(bytes);
  setFlagsFromString(`--${SWITCH}`);
  try {
    return new WebAssembly.Module(bytes);
  } finally {
    setFlagsFromString(`--no-${SWITCH}`);
  }
}
