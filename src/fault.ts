/** Errors that are not about a user's program: `Fault` is the world failing, `assert` is us. */

/** What can go wrong with the world, as `area/what`; a code is never reused. */
export const FAULTS = {
  "file/missing": "the file does not exist",
  "file/folder": "a folder stands where a file was asked for",
  "file/unreadable": "the file exists and cannot be read",
  "file/large": "the file is larger than what is read of its kind",
  "file/not-text": "the file is not valid UTF-8",
  "file/unwritable": "the file cannot be written",
  "data/syntax": "a data file is not well-formed CSV, JSON or edge list",
  "data/column": "a table lacks a column that the program asks for",
  "data/cell": "a value of a data file does not fit its type",
  "parameter/unknown": "a parameter is given that the program does not declare",
  "parameter/missing": "a parameter without default is not given",
  "parameter/value": "a parameter is given a value that does not fit its type, unit or range",
  "receipt/unreadable": "the receipt is not a receipt of a known version",
  "module/unreadable": "the bytes are not a module of a known version",
  "machine/memory": "the host has not enough memory for the memory limit of the run",
  "machine/time": "the run took longer than it was given",
  "machine/interrupted": "a person stopped the run",
  "usage/command": "the command line makes no sense",
} as const;

/** Codes of faults: the keys of the table. */
export type FaultCode = keyof typeof FAULTS;

/**
 * The world failed: a disk, a peer, an argument. Thrown where it happens, caught only at the edges
 * of the system (the command line, a server, a node), which turn it into a message and an exit
 * code.
 */
export class Fault<Code extends FaultCode = FaultCode> extends Error {
  override readonly name = "Fault";
  readonly code: Code;

  /**
   * @param code what failed, from {@link FAULTS}
   * @param message what happened, with the name of the thing it happened to, as a sentence for a
   *   person
   * @param cause the error of the platform behind it, if any
   */
  constructor(code: Code, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/** Our own mistake: a condition that we promised does not hold. Never caught but to report it. */
export class AssertionError extends Error {
  override readonly name = "AssertionError";
}

/**
 * States what must be true at this point.
 *
 * @throws {AssertionError} when it is not, saying the `sentence` that was expected to be true
 */
export function assert(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new AssertionError(`this should be true and is not: ${sentence}`);
}

/**
 * Ends a `switch` that handles every case; does not type-check when one is missing.
 *
 * @throws {AssertionError} always: the value came from outside of its type
 */
export function unreachable(value: never): never {
  throw new AssertionError(`no case handles ${JSON.stringify(value)}`);
}
