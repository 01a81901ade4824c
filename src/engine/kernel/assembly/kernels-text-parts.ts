/** Primitives over the two ends of strings and over the letters of ASCII. */
import { copyText } from "./kernels-text";
import { DATA, lengthOf, typeOf } from "./layout";
import { text_new } from "./text";
import { chargeBytes, chargeScan } from "./trap";

/** Whether the bytes of `part` stand at an address. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function standsAt(at: usize, part: usize): bool {
  return memory.compare(at, part + DATA, lengthOf(part)) == 0;
}

/** Whether the string begins with `part`. Cost: 1 fuel for 8 bytes of `part`. */
export function text_starts_with(text: usize, part: usize): bool {
  chargeBytes(<u64>lengthOf(part));
  return lengthOf(part) <= lengthOf(text) && standsAt(text + DATA, part);
}

/** Whether the string ends with `part`. Cost: 1 fuel for 8 bytes of `part`. */
export function text_ends_with(text: usize, part: usize): bool {
  chargeBytes(<u64>lengthOf(part));
  if (lengthOf(part) > lengthOf(text)) return false;
  return standsAt(text + DATA + (lengthOf(text) - lengthOf(part)), part);
}

/** Space, tab, line feed, vertical tab, form feed, carriage return. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function isSpace(byte: u8): bool {
  return byte == 32 || <u8>(byte - 9) < 5;
}

/** The string without the spaces at its ends. Cost: 1 fuel for 2 bytes, and the new string. */
export function text_trim(text: usize): usize {
  chargeScan(<u64>lengthOf(text));
  let from = text + DATA;
  let end = from + lengthOf(text);
  while (from < end && isSpace(load<u8>(from))) from++;
  while (from < end && isSpace(load<u8>(end - 1))) end--;
  return copyText(typeOf(text), from, end - from);
}

/** A copy whose 26 letters from `first` on have bit 5 turned round. */
function changeCase(text: usize, first: u8): usize {
  const length = lengthOf(text);
  chargeScan(<u64>length);
  const changed = text_new(typeOf(text), length);
  for (let at = DATA; at < DATA + length; at++) {
    const byte = load<u8>(text + at);
    store<u8>(changed + at, <u8>(byte - first) < 26 ? byte ^ 32 : byte);
  }
  return changed;
}

/** A … Z as a … z. Cost: 1 fuel for 2 bytes, and the new string. */
export function text_lower(text: usize): usize {
  return changeCase(text, 65);
}

/** a … z as A … Z. Cost: 1 fuel for 2 bytes, and the new string. */
export function text_upper(text: usize): usize {
  return changeCase(text, 97);
}
