/**
 * Equality of two values of one type: Floats by IEEE (NaN differs from itself), the rest by
 * content; two maps by their entries in order.
 *
 * Iterative: the frames lie on the walk stack. It is charged by what it visits, because a value of
 * few blocks can be long to walk.
 */
import { NODE_FUEL } from "./costs";
import { charge, chargeBytes } from "./trap";
import {
  caseIndex,
  elementShift,
  elementType,
  KIND_BOOL,
  KIND_CASE,
  KIND_FLOAT,
  KIND_INT,
  KIND_LIST,
  KIND_STRING,
  kindOf,
  partCount,
  slotType,
} from "./descriptor";
import { DATA, lengthOf, SLOTS, typeOf } from "./layout";
import { beginWalk, endWalk, popFrame, pushFrame } from "./walk-stack";

function equalFloats(a: usize, b: usize, count: u32): bool {
  const end = a + (<usize>count << 3);
  for (; a < end; a += 8, b += 8) if (load<f64>(a) != load<f64>(b)) return false;
  return true;
}

/** Lists of scalars and strings: no frame is needed. */
function equalBulk(a: usize, b: usize, kind: u32): bool {
  const length = lengthOf(a);
  const bytes = <u64>length << elementShift(kind);
  chargeBytes(bytes);
  if (kind == KIND_FLOAT) return equalFloats(a + DATA, b + DATA, length);
  return memory.compare(a + DATA, b + DATA, <usize>bytes) == 0;
}

/** The scalar slots of a record; references are left to the walk. */
function equalScalarSlots(a: usize, b: usize, type: u32): bool {
  const count = partCount(type);
  charge(<i64>count);
  for (let slot: u32 = 0; slot < count; slot++) {
    const kind = kindOf(slotType(type, slot));
    const offset = SLOTS + (<usize>slot << 3);
    if (kind == KIND_INT && load<i64>(a + offset) != load<i64>(b + offset)) return false;
    if (kind == KIND_FLOAT && load<f64>(a + offset) != load<f64>(b + offset)) return false;
    if (kind == KIND_BOOL && load<i32>(a + offset) != load<i32>(b + offset)) return false;
  }
  return true;
}

/** Enters a pair: 0 they differ, 1 they are equal, 2 their children decide. */
function enter(a: usize, b: usize): u32 {
  charge(NODE_FUEL);
  const type = typeOf(a);
  const kind = kindOf(type);
  // two cases of one enum; else the types differ in nothing but units
  if (kind == KIND_CASE && caseIndex(type) != caseIndex(typeOf(b))) return 0;
  if (kind == KIND_STRING) {
    // Bool elements have the size of bytes
    return lengthOf(a) == lengthOf(b) && equalBulk(a, b, KIND_BOOL) ? 1 : 0;
  }
  if (kind == KIND_LIST) {
    if (lengthOf(a) != lengthOf(b)) return 0;
    const element = kindOf(elementType(type));
    if (element < KIND_STRING) return equalBulk(a, b, element) ? 1 : 0;
    return 2;
  }
  return equalScalarSlots(a, b, type) ? 2 : 0;
}

/** Offset of child `index` of an object, or 0 when that is a scalar. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function childOffset(type: u32, isList: bool, index: u32): usize {
  if (isList) return DATA + (<usize>index << 2);
  return kindOf(slotType(type, index)) < KIND_STRING ? 0 : SLOTS + (<usize>index << 3);
}

/**
 * Whether two objects of one type are equal. Cost: 3 fuel a node and 1 for 8 bytes, and what deep
 * values need to be walked. Traps: fuel, memory.
 */
export function equal(a: usize, b: usize): bool {
  const first = enter(a, b);
  if (first < 2) return first != 0;
  beginWalk();
  const answer = walk(a, b);
  endWalk();
  return answer;
}

function walk(a: usize, b: usize): bool {
  let index: u32 = 0;
  while (true) {
    const type = typeOf(a);
    const isList = kindOf(type) == KIND_LIST;
    const count = isList ? lengthOf(a) : partCount(type);
    let entered = false;
    while (index < count) {
      const offset = childOffset(type, isList, index++);
      if (!offset) continue;
      const childA = <usize>load<u32>(a + offset);
      const childB = <usize>load<u32>(b + offset);
      const answer = enter(childA, childB);
      if (answer == 0) return false;
      if (answer == 1) continue;
      // behind the last child nothing follows: a long chain needs no frames
      if (index < count) {
        const frame = pushFrame();
        store<u32>(frame, <u32>a);
        store<u32>(frame, <u32>b, 4);
        store<u32>(frame, index, 8);
      }
      a = childA;
      b = childB;
      index = 0;
      entered = true;
      break;
    }
    if (entered) continue;
    const frame = popFrame();
    if (!frame) return true;
    a = <usize>load<u32>(frame);
    b = <usize>load<u32>(frame, 4);
    index = load<u32>(frame, 8);
  }
  return true;
}
