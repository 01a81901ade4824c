/**
 * Any value as text: `Point { x: 1.0, y: 2.0 }`, `(1, 2.0)`, `["a", "b"]`, `Some(3)`, `{"a": 1}`;
 * a string alone is itself.
 *
 * Iterative: the frames lie on the walk stack. Charged by what it visits and writes, because a
 * value of few blocks can be very long.
 */
import {
  appendByte,
  appendBytes,
  appendWord,
  beginText,
  finishText,
} from "./builder";
import { NODE_FUEL } from "./costs";
import { charge } from "./trap";
import {
  isPositional,
  isSum,
  KIND_BOOL,
  KIND_CASE,
  KIND_FLOAT,
  KIND_INT,
  KIND_LIST,
  KIND_MAP,
  KIND_RECORD,
  KIND_STRING,
  kindOf,
  recordName,
  slotCount,
  slotName,
} from "./descriptor";
import { childAddress, childCount, childType } from "./children";
import { dup } from "./heap";
import { SLOTS, typeOf } from "./layout";
import { appendBool, appendFloat, appendInt, appendQuoted } from "./show-scalar";
import { beginWalk, endWalk, popFrame, pushFrame } from "./walk-stack";

const COMMA: u8 = 44;
const SPACE: u8 = 32;

function appendName(name: usize): void {
  appendBytes(name + 4, load<u32>(name));
}

/** What stands before the first child. */
function appendOpening(type: u32, kind: u32): void {
  if (kind == KIND_LIST) {
    appendByte(91);
  } else if (kind == KIND_MAP) {
    appendByte(123);
  } else if (kind == KIND_RECORD) {
    if (isSum(type)) return;
    appendName(recordName(type));
    appendWord(0x7b20, 2);
    if (slotCount(type)) appendByte(SPACE);
  } else if (kind == KIND_CASE) {
    appendName(recordName(type));
    if (!slotCount(type)) return;
    if (isPositional(type)) appendByte(40);
    else appendWord(0x207b20, 3);
  } else {
    appendByte(40);
  }
}

/** What stands after the last child. */
function appendClosing(type: u32, kind: u32): void {
  if (kind == KIND_LIST) {
    appendByte(93);
  } else if (kind == KIND_MAP) {
    appendByte(125);
  } else if (kind == KIND_RECORD) {
    if (isSum(type)) return;
    if (slotCount(type)) appendByte(SPACE);
    appendByte(125);
  } else if (kind == KIND_CASE) {
    if (!slotCount(type)) return;
    if (isPositional(type)) appendByte(41);
    else appendWord(0x7d20, 2);
  } else {
    appendByte(41);
  }
}

/** What stands before child `index`. */
function appendSeparator(type: u32, kind: u32, index: u32): void {
  if (kind == KIND_MAP && index & 1) {
    appendWord(0x203a, 2);
    return;
  }
  if (index) {
    appendByte(COMMA);
    appendByte(SPACE);
  }
  if (kind == KIND_RECORD || (kind == KIND_CASE && !isPositional(type))) {
    appendName(slotName(type, index));
    appendWord(0x203a, 2);
  }
}

/**
 * A child that is no container. Bools are bytes in lists and words in slots: both start with their
 * value.
 */
function appendLeaf(kind: u32, at: usize): void {
  if (kind == KIND_INT) appendInt(<f64>load<i64>(at));
  else if (kind == KIND_FLOAT) appendFloat(load<f64>(at));
  else if (kind == KIND_BOOL) appendBool(load<u8>(at) != 0);
  else appendQuoted(<usize>load<u32>(at));
}

/** A term of a sum, its sign before it: ` - 2.0i`. */
function appendTerm(type: u32, index: u32, at: usize): void {
  const value = load<f64>(at);
  const isNegative = value == value && reinterpret<i64>(value) < 0;
  if (index) appendWord(isNegative ? 0x202d20 : 0x202b20, 3);
  appendFloat(index && isNegative ? -value : value);
  appendName(slotName(type, index));
}

function walk(object: usize): void {
  beginWalk();
  let index: u32 = 0;
  appendOpening(typeOf(object), kindOf(typeOf(object)));
  while (true) {
    const type = typeOf(object);
    const kind = kindOf(type);
    const count = childCount(object, type, kind);
    if (index == count) {
      appendClosing(type, kind);
      const frame = popFrame();
      if (!frame) return endWalk();
      object = <usize>load<u32>(frame);
      index = load<u32>(frame, 4);
      continue;
    }
    charge(NODE_FUEL);
    if (kind == KIND_RECORD && isSum(type)) {
      appendTerm(type, index, object + SLOTS + (<usize>index << 3));
      index++;
      continue;
    }
    appendSeparator(type, kind, index);
    const childKind = kindOf(childType(object, type, kind, index));
    const at = childAddress(object, kind, childKind, index);
    index++;
    if (childKind <= KIND_STRING) {
      appendLeaf(childKind, at);
      continue;
    }
    const frame = pushFrame();
    store<u32>(frame, <u32>object);
    store<u32>(frame, index, 4);
    object = <usize>load<u32>(at);
    index = 0;
    appendOpening(typeOf(object), kindOf(typeOf(object)));
  }
}

/**
 * The value as a string.
 *
 * Cost: 3 fuel for each value inside it, 50 for each number, 1 for 8 bytes, and the string. Traps:
 * fuel, memory.
 */
export function show(object: usize): usize {
  charge(NODE_FUEL);
  if (kindOf(typeOf(object)) == KIND_STRING) {
    dup(object);
    return object;
  }
  beginText();
  walk(object);
  return finishText();
}
