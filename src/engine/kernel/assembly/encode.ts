/**
 * Values as canonical bytes: Int i64, Float f64, Bool one byte, String and List their length u32
 * and content, maps their length u32 and each key with its value, tuples and records their fields
 * in order, enums the number of the case u32 and what it carries; all little-endian.
 *
 * Iterative, like show.ts: the frames lie on the walk stack. The twin in TypeScript is
 * src/machine/values/encode.ts.
 */
import { NODE_FUEL } from "./costs";
import { charge } from "./trap";
import {
  caseIndex,
  elementShift,
  elementType,
  KIND_BOOL,
  KIND_CASE,
  KIND_FLOAT,
  KIND_INT,
  KIND_LIST,
  KIND_MAP,
  KIND_STRING,
  kindOf,
} from "./descriptor";
import { childAddress, childCount, childType, mapList } from "./children";
import { DATA, lengthOf, typeOf } from "./layout";
import {
  announce,
  beginValue,
  endValue,
  putBool,
  putBytes,
  putCount,
  putFloat,
  putInt,
} from "./output";
import { beginWalk, endWalk, popFrame, pushFrame } from "./walk-stack";

function encodeString(text: usize): void {
  const length = lengthOf(text);
  announce(<u64>length + 4);
  putCount(length);
  putBytes(text + DATA, <usize>length);
}

/** The elements of a list of scalars, after its length. */
function encodeElements(list: usize, kind: u32): void {
  const length = lengthOf(list);
  const bytes = <usize>length << <usize>elementShift(kind);
  announce(<u64>bytes);
  const start = list + DATA;
  if (kind == KIND_FLOAT) {
    for (let at = start; at < start + bytes; at += 8) putFloat(load<f64>(at));
  } else putBytes(start, bytes);
}

/** A scalar. Bools are bytes in lists and words in slots: both start with their value. */
function encodeSlot(kind: u32, at: usize): void {
  announce(kind == KIND_BOOL ? 1 : 8);
  if (kind == KIND_INT) putInt(load<i64>(at));
  else if (kind == KIND_FLOAT) putFloat(load<f64>(at));
  else putBool(load<u8>(at) != 0);
}

/** Enters an object: true when its children are still to come. */
function enter(object: usize): bool {
  charge(NODE_FUEL);
  const type = typeOf(object);
  const kind = kindOf(type);
  if (kind == KIND_STRING) {
    encodeString(object);
    return false;
  }
  if (kind == KIND_CASE) {
    announce(4);
    putCount(caseIndex(type));
  }
  if (kind == KIND_MAP) {
    announce(4);
    putCount(lengthOf(mapList(object, 0)));
  }
  if (kind != KIND_LIST) return true;
  announce(4);
  putCount(lengthOf(object));
  const element = kindOf(elementType(type));
  if (element >= KIND_STRING) return true;
  encodeElements(object, element);
  return false;
}

function walk(object: usize): void {
  beginWalk();
  let index: u32 = 0;
  while (true) {
    const type = typeOf(object);
    const kind = kindOf(type);
    const count = childCount(object, type, kind);
    if (index == count) {
      const frame = popFrame();
      if (!frame) return endWalk();
      object = <usize>load<u32>(frame);
      index = load<u32>(frame, 4);
      continue;
    }
    const childKind = kindOf(childType(object, type, kind, index));
    const at = childAddress(object, kind, childKind, index);
    index++;
    if (childKind < KIND_STRING) {
      encodeSlot(childKind, at);
      continue;
    }
    const child = <usize>load<u32>(at);
    if (!enter(child)) continue;
    // behind the last child nothing follows: a long chain needs no frames
    if (index < count) {
      const frame = pushFrame();
      store<u32>(frame, <u32>object);
      store<u32>(frame, index, 4);
    }
    object = child;
    index = 0;
  }
}

export function emit_int(output: i32, value: f64): void {
  beginValue(output);
  announce(8);
  putInt(<i64>value);
  endValue();
}

export function emit_float(output: i32, value: f64): void {
  beginValue(output);
  announce(8);
  putFloat(value);
  endValue();
}

export function emit_bool(output: i32, value: bool): void {
  beginValue(output);
  announce(1);
  putBool(value);
  endValue();
}

/**
 * Appends the value to an output. Cost: 3 fuel a node and 1 for 4 bytes. Traps: fuel, memory,
 * output.
 */
export function emit_ref(output: i32, object: usize): void {
  beginValue(output);
  if (enter(object)) walk(object);
  endValue();
}
