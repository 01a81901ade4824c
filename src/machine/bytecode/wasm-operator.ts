/**
 * The WebAssembly opcodes that emissions use, by their names in the standard.
 *
 * Source: WebAssembly Core Specification, binary format of instructions.
 */

export const WASM_OPERATORS = {
  unreachable: 0x00,
  block: 0x02,
  loop: 0x03,
  if: 0x04,
  else: 0x05,
  end: 0x0b,
  br: 0x0c,
  return: 0x0f,
  call: 0x10,
  select: 0x1b,
  "local.get": 0x20,
  "local.set": 0x21,
  "local.tee": 0x22,
  "global.get": 0x23,
  "i32.load": 0x28,
  "i64.load": 0x29,
  "f64.load": 0x2b,
  "i32.load8_u": 0x2d,
  "i32.store": 0x36,
  "i64.store": 0x37,
  "f64.store": 0x39,
  "i32.store8": 0x3a,
  "i32.const": 0x41,
  "i64.const": 0x42,
  "f64.const": 0x44,
  "i32.eqz": 0x45,
  "i32.eq": 0x46,
  "i32.ne": 0x47,
  "i32.lt_s": 0x48,
  "i32.lt_u": 0x49,
  "i32.ge_s": 0x4e,
  "i64.eqz": 0x50,
  "i64.eq": 0x51,
  "i64.ne": 0x52,
  "i64.lt_s": 0x53,
  "i64.gt_s": 0x55,
  "i64.gt_u": 0x56,
  "i64.le_s": 0x57,
  "i64.ge_s": 0x59,
  "i64.ge_u": 0x5a,
  "f64.eq": 0x61,
  "f64.lt": 0x63,
  "f64.gt": 0x64,
  "f64.le": 0x65,
  "i32.add": 0x6a,
  "i32.sub": 0x6b,
  "i32.and": 0x71,
  "i32.or": 0x72,
  "i32.shl": 0x74,
  "i64.add": 0x7c,
  "i64.sub": 0x7d,
  "i64.mul": 0x7e,
  "i64.div_s": 0x7f,
  "i64.rem_s": 0x81,
  "i64.and": 0x83,
  "i64.xor": 0x85,
  "i64.shr_s": 0x87,
  "f64.abs": 0x99,
  "f64.neg": 0x9a,
  "f64.ceil": 0x9b,
  "f64.floor": 0x9c,
  "f64.trunc": 0x9d,
  "f64.nearest": 0x9e,
  "f64.sqrt": 0x9f,
  "f64.add": 0xa0,
  "f64.sub": 0xa1,
  "f64.mul": 0xa2,
  "f64.div": 0xa3,
  "i32.wrap_i64": 0xa7,
  "i64.extend_i32_s": 0xac,
  "i64.extend_i32_u": 0xad,
  "i64.trunc_f64_s": 0xb0,
  "f64.convert_i32_s": 0xb7,
  "f64.convert_i32_u": 0xb8,
  "f64.convert_i64_s": 0xb9,
} as const;

export type WasmOperator = keyof typeof WASM_OPERATORS;

/**
 * Operators that read or write the memory; all but the byte ones need natural alignment at most.
 */
export type WasmAccess = Extract<
  WasmOperator,
  `${string}.load${string}` | `${string}.store${string}`
>;

/** Binary logarithm of the bytes an access touches: the alignment it declares. */
export const WASM_ALIGNMENTS: Readonly<Record<WasmAccess, number>> = {
  "i32.load": 2,
  "i64.load": 3,
  "f64.load": 3,
  "i32.load8_u": 0,
  "i32.store": 2,
  "i64.store": 3,
  "f64.store": 3,
  "i32.store8": 0,
};

export const WASM_TYPES = { i32: 0x7f, i64: 0x7e, f64: 0x7c } as const;
export type WasmType = keyof typeof WASM_TYPES;
