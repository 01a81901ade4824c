/** Instructions that only look at the objects they name: no count and no content changes. */

import type { Mnemonic } from "../bytecode/instruction.ts";

/** Those that read an element of a list. */
export const ELEMENT_READS: ReadonlySet<Mnemonic> = new Set<Mnemonic>([
  "list_get_int",
  "list_get_float",
  "list_get_bool",
  "list_get_ref",
]);

/** All of them. One that reads a reference also counts it, unless it is lent. */
export const LOOKS: ReadonlySet<Mnemonic> = new Set<Mnemonic>([
  ...ELEMENT_READS,
  "list_length",
  "record_get_int",
  "record_get_float",
  "record_get_bool",
  "record_get_ref",
  "if_case",
  "text_lt",
  "ref_equal",
]);
