/**
 * How much of a text is read before the reader gives up with a report; no text can exhaust the
 * stack.
 */

export const LIMITS = {
  /** UTF-16 units in one file. */
  fileUnits: 16_777_216,
  /** Tokens in one file, comments not counted. */
  tokens: 2_500_000,
  /** Nodes between the root of a tree and any of its leaves. */
  depth: 200,
  /** UTF-16 units in one hole of a string. */
  holeUnits: 4096,
  /** Strings inside holes of strings inside holes. */
  stringDepth: 8,
  /** Syntax errors reported in one file before the rest is skipped. */
  mistakes: 100,
} as const;
