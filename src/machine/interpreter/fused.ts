/**
 * Sequences of instructions that the loop runs as one, because they follow each other often: what
 * costs it most is going from one instruction to the next.
 *
 * The words of each instruction stay where they are, and only the code of the first one is another:
 * so whatever stops or goes on in the middle of a sequence finds the instruction that it expects.
 * The loop's own cases for them are derived (scripts/derive-interpreter.ts). The host compiles no
 * function above a certain size, of which test/machine/interpreter/fused.test.ts knows.
 */

import type { Mnemonic } from "../bytecode/instruction.ts";

/** The code of the first sequence; those of instructions are smaller. */
export const FIRST_FUSED_CODE = 256;

/**
 * What does not go on with the instruction behind it stands last; but where an `else` is followed
 * by `break`, it goes on behind that one, as the test of a loop does.
 */
export const FUSED_SEQUENCES: readonly (readonly Mnemonic[])[] = [
  // calls and results
  ["enter", "int_const", "if_int_lt"],
  ["enter", "int_const", "if_int_eq"],
  ["enter", "float_const"],
  ["int_const", "int_sub", "call"],
  ["int_move", "else"],
  ["int_move", "return"],
  ["int_add", "int_move", "return"],
  ["ref_move", "else"],
  ["ref_move", "return"],
  // tests, and what loops begin and end with
  ["int_const", "if_int_lt"],
  ["int_const", "if_int_le"],
  ["int_const", "if_int_eq"],
  ["float_const", "if_float_lt"],
  ["list_get_bool", "if"],
  ["int_parameter", "if_int_le", "else", "break"],
  ["if_int_le", "else", "break"],
  ["if_int_lt", "else", "break"],
  ["if_int_lt", "else", "break", "call"],
  ["if_int_lt", "else", "break", "list_get_int"],
  ["if_int_lt", "else", "break", "list_get_float"],
  ["if_int_lt", "else", "break", "int_add", "end"],
  ["int_add", "end"],
  ["float_add", "int_add", "end"],
  ["float_sub", "float_add", "int_add", "end"],
  ["int_const", "int_mod", "int_add", "end"],
  ["bool_const", "list_set_bool", "int_add", "end"],
  // whole numbers
  ["int_const", "int_add"],
  ["int_const", "int_sub"],
  ["int_const", "int_div"],
  ["int_const", "int_mod"],
  ["int_const", "int_mul", "int_add"],
  ["int_add", "int_mul"],
  ["int_add", "int_const", "int_add"],
  // floats
  ["int_to_float", "float_mul"],
  ["int_to_float", "float_div"],
  ["float_const", "float_mul"],
  ["float_const", "float_mul", "float_mul", "float_add"],
  ["float_add", "float_sub"],
  ["float_add", "float_const", "if_float_lt"],
  ["float_sub", "float_add"],
  ["float_sub", "float_mul"],
  ["float_mul", "float_add"],
  ["float_mul", "float_sub"],
  ["float_mul", "float_mul"],
  ["float_mul", "float_mul", "float_add"],
  // elements, and the fields of elements
  ["list_get_float", "float_mul", "float_add"],
  ["list_get_ref", "record_get_float", "ref_drop"],
  ["list_get_ref", "record_get_float", "ref_drop", "float_mul"],
  ["list_get_ref", "record_get_float", "ref_drop", "float_sub"],
  ["list_open", "record_get_float", "float_add", "record_set_float", "list_close"],
  ["list_open", "record_get_float", "float_sub", "record_set_float", "list_close"],
  ["text_concat", "ref_drop"],
];
