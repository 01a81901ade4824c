/** Primitives over strings as lists of Unicode scalar values, and where a part stands. */
import { intListType, stringType } from "./descriptor";
import { findBytes } from "./kernels-text";
import { DATA, lengthOf } from "./layout";
import { list_new } from "./list";
import { text_new } from "./text";
import { chargeScan, trap, TRAP_SCALAR } from "./trap";

/** How many scalar values stand before an address. */
function scalarsBefore(text: usize, end: usize): u32 {
  let count: u32 = 0;
  for (let at = text + DATA; at < end; at++) if ((load<u8>(at) & 0xc0) != 0x80) count++;
  return count;
}

/** The position where `part` starts first, −1 when it is nowhere. Cost: 1 fuel a byte. */
export function text_place(text: usize, part: usize): f64 {
  const end = text + DATA + lengthOf(text);
  if (!lengthOf(part)) return 0;
  const at = findBytes(text + DATA, end, part);
  if (at == end) return -1;
  chargeScan(<u64>(at - text - DATA));
  return <f64>scalarsBefore(text, at);
}

/** The scalar values of a string. Cost: 1 fuel a byte, and the list. */
export function text_codes(text: usize): usize {
  const length = lengthOf(text);
  chargeScan(<u64>length * 2);
  const end = text + DATA + length;
  const list = list_new(intListType(), scalarsBefore(text, end));
  let to = list + DATA;
  let at = text + DATA;
  while (at < end) {
    const first = <u32>load<u8>(at);
    if (first < 0x80) {
      store<i64>(to, <i64>first);
      to += 8;
      at++;
      continue;
    }
    const extra: u32 = first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    let code = first & (0x3f >> extra);
    for (let k: u32 = 1; k <= extra; k++) code = (code << 6) | (load<u8>(at + k) & 0x3f);
    store<i64>(to, <i64>code);
    to += 8;
    at += 1 + extra;
  }
  return list;
}

/** Bytes of UTF-8 that a scalar value takes. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function bytesOf(code: u32): u32 {
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** The string of these scalar values. Cost: 1 fuel a value, and the string. Traps: scalar. */
export function text_of_codes(list: usize): usize {
  const end = list + DATA + (<usize>lengthOf(list) << 3);
  chargeScan(<u64>lengthOf(list) * 2);
  let bytes: u64 = 0;
  for (let at = list + DATA; at < end; at += 8) {
    const code = load<i64>(at);
    const isScalar = (code >= 0 && code < 0xd800) || (code > 0xdfff && code <= 0x10ffff);
    if (!isScalar) trap(TRAP_SCALAR, <f64>code);
    bytes += <u64>bytesOf(<u32>code);
  }
  const text = text_new(stringType(), <u32>bytes);
  let to = text + DATA;
  for (let at = list + DATA; at < end; at += 8) {
    const code = <u32>load<i64>(at);
    const count = bytesOf(code);
    if (count == 1) store<u8>(to, <u8>code);
    else {
      store<u8>(to, <u8>((0xf00 >> count) | (code >> (6 * (count - 1)))));
      for (let k: u32 = 1; k < count; k++) {
        store<u8>(to + k, <u8>(0x80 | ((code >> (6 * (count - 1 - k))) & 0x3f)));
      }
    }
    to += count;
  }
  return text;
}
