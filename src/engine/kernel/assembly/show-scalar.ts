/** Scalars and quoted strings as text: `-12`, `0.1`, `true`, `"a \"b\""`. */
import { appendByte, appendBytes, appendWord, beginText, finishText } from "./builder";
import { DIGIT_FUEL, NUMBER_TEXT_FUEL } from "./costs";
import { write_fixed } from "./decimal-fixed";
import { write_float, write_int } from "./decimal-text";
import { outputBuffer } from "./descriptor";
import { DATA, lengthOf } from "./layout";
import { charge } from "./trap";

/** An Int in decimal. */
export function appendInt(value: f64): void {
  charge(NUMBER_TEXT_FUEL);
  const digits = outputBuffer();
  appendBytes(digits, write_int(value, digits));
}

/** A Float as the shortest decimal that reads back. */
export function appendFloat(value: f64): void {
  charge(NUMBER_TEXT_FUEL);
  const digits = outputBuffer();
  appendBytes(digits, write_float(value, digits));
}

/** `true` or `false`. */
export function appendBool(value: bool): void {
  if (value) appendWord(0x65757274, 4);
  else appendWord(0x65736c6166, 5);
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function hexDigit(value: u8): u8 {
  return value < 10 ? 48 + value : 87 + value;
}

/** `\u{1f}`, with as few digits as possible. */
function appendControl(byte: u8): void {
  appendWord(0x7b755c, 3);
  if (byte >= 16) appendByte(hexDigit(byte >> 4));
  appendByte(hexDigit(byte & 15));
  appendByte(125);
}

/** The character after the backslash of a short escape, or 0. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function shortEscape(byte: u8): u8 {
  if (byte == 10) return 110;
  if (byte == 9) return 116;
  if (byte == 13) return 114;
  return byte == 34 || byte == 92 || byte == 123 || byte == 125 ? byte : 0;
}

/** A string as a literal that reads back: quoted, with escapes. */
export function appendQuoted(text: usize): void {
  const end = text + DATA + <usize>lengthOf(text);
  let plain = text + DATA;
  appendByte(34);
  for (let at = plain; at < end; at++) {
    const byte = load<u8>(at);
    const escape = shortEscape(byte);
    if (!escape && byte >= 32 && byte != 127) continue;
    appendBytes(plain, <u32>(at - plain));
    if (escape) appendWord(0x5c | (<u64>escape << 8), 2);
    else appendControl(byte);
    plain = at + 1;
  }
  appendBytes(plain, <u32>(end - plain));
  appendByte(34);
}

export function show_int(value: f64): usize {
  beginText();
  appendInt(value);
  return finishText();
}

export function show_float(value: f64): usize {
  beginText();
  appendFloat(value);
  return finishText();
}

export function show_bool(value: bool): usize {
  beginText();
  appendBool(value);
  return finishText();
}

/** With so many digits (0 … 17) after the point, rounded exactly, ties to even. */
export function show_fixed(value: f64, digits: i32): usize {
  beginText();
  const room = outputBuffer();
  const length = write_fixed(value, <f64>digits, room);
  charge(NUMBER_TEXT_FUEL + <i64>length * DIGIT_FUEL);
  appendBytes(room, length);
  return finishText();
}
