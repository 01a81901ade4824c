/**
 * The interpreter's loop: one case for each instruction. Derived from the instruction table by
 * scripts/derive-interpreter.ts: do not edit.
 */

import {
  lendFuel,
  loadSlot,
  readInt,
  roundTiesToEven,
  settleFuel,
  storeElement,
  storeSlot,
  writeInt,
} from "./heap-access.ts";
import { callPrimitive } from "./primitive.ts";
import { growStacks } from "./state.ts";
import type { ExecutionState } from "./state.ts";
import { trapInline } from "../trapped.ts";

const MAXIMUM = Number.MAX_SAFE_INTEGER;

/**
 * Runs up to `budget` instructions, or to the end, or throws a trap; the state says how far it
 * came. Gives what is left of the budget: that also where the stacks have grown, to be called anew.
 * A sequence that `code` has as one counts as one.
 *
 * `| 0` and `0 +` tell the host which numbers are small integers and which are floats; without
 * them it keeps each in an object of its own.
 */
export function runLoop(state: ExecutionState, code: Int32Array, budget: number): number {
  const { constants, sites, entries, registerCounts, primitives } = state.program;
  const { views, runtime, texts, parameters } = state.region;
  const { ints, uints, floats, bytes } = views;
  const { stack, frames } = state;
  let frameTop = state.frameTop | 0;
  let base = state.base | 0;
  let pc = state.pc | 0;
  let fuel = 0 + state.fuel;
  let depth = 0 + state.depth;
  let left = budget | 0;
  try {
    for (;;) {
      if (left <= 0) return 0;
      left = (left - 1) | 0;
      switch (code[pc]) {
        case 1: {
          // enter
          if (fuel < code[(pc + 1) | 0]) throw trapInline(1);
          fuel -= code[(pc + 1) | 0];
          if (depth < code[(pc + 2) | 0]) throw trapInline(3);
          depth -= code[(pc + 2) | 0];
          pc = (pc + 3) | 0;
          continue;
        }
        case 3: {
          // loop
          if (fuel < code[(pc + 1) | 0]) throw trapInline(1);
          fuel -= code[(pc + 1) | 0];
          pc = (pc + 2) | 0;
          continue;
        }
        case 4: {
          // if
          pc = stack[(base + code[(pc + 1) | 0]) | 0] !== 0 ? (pc + 3) | 0 : code[(pc + 2) | 0];
          continue;
        }
        case 5: {
          // if_int_lt
          pc =
            stack[(base + code[(pc + 1) | 0]) | 0] < stack[(base + code[(pc + 2) | 0]) | 0]
              ? (pc + 4) | 0
              : code[(pc + 3) | 0];
          continue;
        }
        case 6: {
          // if_int_le
          pc =
            stack[(base + code[(pc + 1) | 0]) | 0] <= stack[(base + code[(pc + 2) | 0]) | 0]
              ? (pc + 4) | 0
              : code[(pc + 3) | 0];
          continue;
        }
        case 7: {
          // if_int_eq
          pc =
            stack[(base + code[(pc + 1) | 0]) | 0] === stack[(base + code[(pc + 2) | 0]) | 0]
              ? (pc + 4) | 0
              : code[(pc + 3) | 0];
          continue;
        }
        case 8: {
          // if_float_lt
          pc =
            stack[(base + code[(pc + 1) | 0]) | 0] < stack[(base + code[(pc + 2) | 0]) | 0]
              ? (pc + 4) | 0
              : code[(pc + 3) | 0];
          continue;
        }
        case 9: {
          // if_float_le
          pc =
            stack[(base + code[(pc + 1) | 0]) | 0] <= stack[(base + code[(pc + 2) | 0]) | 0]
              ? (pc + 4) | 0
              : code[(pc + 3) | 0];
          continue;
        }
        case 10: {
          // if_float_eq
          pc =
            stack[(base + code[(pc + 1) | 0]) | 0] === stack[(base + code[(pc + 2) | 0]) | 0]
              ? (pc + 4) | 0
              : code[(pc + 3) | 0];
          continue;
        }
        case 11: {
          // else
          pc = code[(pc + 1) | 0];
          continue;
        }
        case 12: {
          // end
          if (fuel < code[(pc + 2) | 0]) throw trapInline(1);
          fuel -= code[(pc + 2) | 0];
          pc = code[(pc + 1) | 0];
          continue;
        }
        case 13: {
          // break
          pc = code[(pc + 2) | 0];
          continue;
        }
        case 14: {
          // continue
          if (fuel < code[(pc + 3) | 0]) throw trapInline(1);
          fuel -= code[(pc + 3) | 0];
          pc = code[(pc + 2) | 0];
          continue;
        }
        case 15: {
          // return
          depth += code[(pc + 2) | 0];
          if (frameTop === 0) {
            state.finished = true;
            return left;
          }
          frameTop = (frameTop - 2) | 0;
          const caller = frames[frameTop];
          const callerBase = frames[(frameTop + 1) | 0];
          const values = code[(pc + 1) | 0];
          for (let k = 0; k < values; k++) {
            stack[(callerBase + code[(caller + 6 + k) | 0]) | 0] =
              stack[(base + code[(pc + 3 + k) | 0]) | 0];
          }
          base = callerBase;
          pc = code[(caller + 5) | 0];
          continue;
        }
        case 16: {
          // call
          const callee = code[(pc + 2) | 0];
          const frame = (base + code[(pc + 4) | 0]) | 0;
          if (frame + registerCounts[callee] > stack.length || frameTop + 2 > frames.length) {
            growStacks(state, frame + registerCounts[callee], frameTop + 2);
            return (left + 1) | 0;
          }
          const count = code[(pc + 3) | 0];
          for (let k = 0; k < count; k++)
            stack[(frame + k) | 0] =
              stack[(base + code[(pc + 6 + code[(pc + 1) | 0] + k) | 0]) | 0];
          frames[frameTop] = pc;
          frames[(frameTop + 1) | 0] = base;
          frameTop = (frameTop + 2) | 0;
          base = frame;
          pc = entries[callee];
          continue;
        }
        case 17: {
          // primitive
          lendFuel(uints, fuel, sites[pc]);
          const primitive = primitives[code[(pc + 2) | 0]];
          const inputs = primitive.inputs;
          const inputCount = code[(pc + 3) | 0];
          for (let k = 0; k < inputCount; k++)
            inputs[k] = stack[(base + code[(pc + 4 + code[(pc + 1) | 0] + k) | 0]) | 0];
          const outputs = callPrimitive(primitive, views);
          const outputCount = code[(pc + 1) | 0];
          for (let k = 0; k < outputCount; k++)
            stack[(base + code[(pc + 4 + k) | 0]) | 0] = outputs[k];
          fuel = settleFuel(uints);
          pc = (pc + 4 + code[(pc + 1) | 0] + code[(pc + 3) | 0]) | 0;
          continue;
        }
        case 18: {
          // fail_assertion
          throw trapInline(10, 0, 0, stack[(base + code[(pc + 1) | 0]) | 0]);
        }
        case 19: {
          // fail_panic
          throw trapInline(11, 0, 0, stack[(base + code[(pc + 1) | 0]) | 0]);
        }
        case 24: {
          // int_const
          stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
          pc = (pc + 3) | 0;
          continue;
        }
        case 25: {
          // float_const
          stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
          pc = (pc + 3) | 0;
          continue;
        }
        case 26: {
          // bool_const
          stack[(base + code[(pc + 1) | 0]) | 0] = code[(pc + 2) | 0];
          pc = (pc + 3) | 0;
          continue;
        }
        case 27: {
          // text_const
          const text = uints[(texts + 4 * code[(pc + 2) | 0]) >>> 2];
          uints[text >>> 2]++;
          stack[(base + code[(pc + 1) | 0]) | 0] = text;
          pc = (pc + 3) | 0;
          continue;
        }
        case 28: {
          // int_move
          stack[(base + code[(pc + 1) | 0]) | 0] = stack[(base + code[(pc + 2) | 0]) | 0];
          pc = (pc + 3) | 0;
          continue;
        }
        case 29: {
          // float_move
          stack[(base + code[(pc + 1) | 0]) | 0] = stack[(base + code[(pc + 2) | 0]) | 0];
          pc = (pc + 3) | 0;
          continue;
        }
        case 30: {
          // bool_move
          stack[(base + code[(pc + 1) | 0]) | 0] = stack[(base + code[(pc + 2) | 0]) | 0];
          pc = (pc + 3) | 0;
          continue;
        }
        case 31: {
          // ref_move
          stack[(base + code[(pc + 1) | 0]) | 0] = stack[(base + code[(pc + 2) | 0]) | 0];
          pc = (pc + 3) | 0;
          continue;
        }
        case 32: {
          // ref_dup
          const object = stack[(base + code[(pc + 2) | 0]) | 0];
          uints[object >>> 2]++;
          stack[(base + code[(pc + 1) | 0]) | 0] = object;
          pc = (pc + 3) | 0;
          continue;
        }
        case 33: {
          // ref_drop
          const object = stack[(base + code[(pc + 1) | 0]) | 0];

          if (uints[object >>> 2] === 1) runtime.drop(object);
          else uints[object >>> 2]--;
          pc = (pc + 2) | 0;
          continue;
        }
        case 34: {
          // int_parameter
          stack[(base + code[(pc + 1) | 0]) | 0] = readInt(
            uints,
            ints,
            parameters + 8 * code[(pc + 2) | 0],
          );
          pc = (pc + 3) | 0;
          continue;
        }
        case 35: {
          // float_parameter
          stack[(base + code[(pc + 1) | 0]) | 0] =
            floats[(parameters + 8 * code[(pc + 2) | 0]) >>> 3];
          pc = (pc + 3) | 0;
          continue;
        }
        case 36: {
          // bool_parameter
          stack[(base + code[(pc + 1) | 0]) | 0] =
            uints[(parameters + 8 * code[(pc + 2) | 0]) >>> 2];
          pc = (pc + 3) | 0;
          continue;
        }
        case 37: {
          // ref_parameter
          const object = uints[(parameters + 8 * code[(pc + 2) | 0]) >>> 2];
          uints[object >>> 2]++;
          stack[(base + code[(pc + 1) | 0]) | 0] = object;
          pc = (pc + 3) | 0;
          continue;
        }
        case 40: {
          // int_add
          const result =
            stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
          if (result > MAXIMUM || result < -MAXIMUM)
            throw trapInline(
              5,
              stack[(base + code[(pc + 2) | 0]) | 0],
              stack[(base + code[(pc + 3) | 0]) | 0],
            );
          stack[(base + code[(pc + 1) | 0]) | 0] = result;
          pc = (pc + 4) | 0;
          continue;
        }
        case 41: {
          // int_sub
          const result =
            stack[(base + code[(pc + 2) | 0]) | 0] - stack[(base + code[(pc + 3) | 0]) | 0];
          if (result > MAXIMUM || result < -MAXIMUM)
            throw trapInline(
              5,
              stack[(base + code[(pc + 2) | 0]) | 0],
              stack[(base + code[(pc + 3) | 0]) | 0],
            );
          stack[(base + code[(pc + 1) | 0]) | 0] = result;
          pc = (pc + 4) | 0;
          continue;
        }
        case 42: {
          // int_mul
          const result =
            stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
          if (result > MAXIMUM || result < -MAXIMUM)
            throw trapInline(
              5,
              stack[(base + code[(pc + 2) | 0]) | 0],
              stack[(base + code[(pc + 3) | 0]) | 0],
            );
          stack[(base + code[(pc + 1) | 0]) | 0] = result + 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 43: {
          // int_neg
          stack[(base + code[(pc + 1) | 0]) | 0] = 0 - stack[(base + code[(pc + 2) | 0]) | 0];
          pc = (pc + 3) | 0;
          continue;
        }
        case 44: {
          // int_div
          const divisor = stack[(base + code[(pc + 3) | 0]) | 0];
          if (divisor === 0) throw trapInline(6, stack[(base + code[(pc + 2) | 0]) | 0]);
          const remainder = stack[(base + code[(pc + 2) | 0]) | 0] % divisor;
          const quotient = (stack[(base + code[(pc + 2) | 0]) | 0] - remainder) / divisor;
          stack[(base + code[(pc + 1) | 0]) | 0] =
            (remainder !== 0 && remainder < 0 !== divisor < 0 ? quotient - 1 : quotient) + 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 45: {
          // int_mod
          const divisor = stack[(base + code[(pc + 3) | 0]) | 0];
          if (divisor === 0) throw trapInline(6, stack[(base + code[(pc + 2) | 0]) | 0]);
          const remainder = stack[(base + code[(pc + 2) | 0]) | 0] % divisor;
          stack[(base + code[(pc + 1) | 0]) | 0] =
            (remainder !== 0 && remainder < 0 !== divisor < 0 ? remainder + divisor : remainder) +
            0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 46: {
          // float_add
          stack[(base + code[(pc + 1) | 0]) | 0] =
            stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 47: {
          // float_sub
          stack[(base + code[(pc + 1) | 0]) | 0] =
            stack[(base + code[(pc + 2) | 0]) | 0] - stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 48: {
          // float_mul
          stack[(base + code[(pc + 1) | 0]) | 0] =
            stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 49: {
          // float_div
          stack[(base + code[(pc + 1) | 0]) | 0] =
            stack[(base + code[(pc + 2) | 0]) | 0] / stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 50: {
          // float_neg
          stack[(base + code[(pc + 1) | 0]) | 0] = -stack[(base + code[(pc + 2) | 0]) | 0];
          pc = (pc + 3) | 0;
          continue;
        }
        case 51: {
          // float_sqrt
          stack[(base + code[(pc + 1) | 0]) | 0] = Math.sqrt(
            stack[(base + code[(pc + 2) | 0]) | 0],
          );
          pc = (pc + 3) | 0;
          continue;
        }
        case 52: {
          // float_abs
          stack[(base + code[(pc + 1) | 0]) | 0] = Math.abs(stack[(base + code[(pc + 2) | 0]) | 0]);
          pc = (pc + 3) | 0;
          continue;
        }
        case 53: {
          // int_to_float
          stack[(base + code[(pc + 1) | 0]) | 0] = stack[(base + code[(pc + 2) | 0]) | 0];
          pc = (pc + 3) | 0;
          continue;
        }
        case 54: {
          // float_floor
          const result = Math.floor(stack[(base + code[(pc + 2) | 0]) | 0]);
          if (!(result <= MAXIMUM && result >= -MAXIMUM))
            throw trapInline(7, stack[(base + code[(pc + 2) | 0]) | 0]);
          stack[(base + code[(pc + 1) | 0]) | 0] = result + 0;
          pc = (pc + 3) | 0;
          continue;
        }
        case 55: {
          // float_ceil
          const result = Math.ceil(stack[(base + code[(pc + 2) | 0]) | 0]);
          if (!(result <= MAXIMUM && result >= -MAXIMUM))
            throw trapInline(7, stack[(base + code[(pc + 2) | 0]) | 0]);
          stack[(base + code[(pc + 1) | 0]) | 0] = result + 0;
          pc = (pc + 3) | 0;
          continue;
        }
        case 56: {
          // float_round
          const result = roundTiesToEven(stack[(base + code[(pc + 2) | 0]) | 0]);
          if (!(result <= MAXIMUM && result >= -MAXIMUM))
            throw trapInline(7, stack[(base + code[(pc + 2) | 0]) | 0]);
          stack[(base + code[(pc + 1) | 0]) | 0] = result + 0;
          pc = (pc + 3) | 0;
          continue;
        }
        case 57: {
          // float_trunc
          const result = Math.trunc(stack[(base + code[(pc + 2) | 0]) | 0]);
          if (!(result <= MAXIMUM && result >= -MAXIMUM))
            throw trapInline(7, stack[(base + code[(pc + 2) | 0]) | 0]);
          stack[(base + code[(pc + 1) | 0]) | 0] = result + 0;
          pc = (pc + 3) | 0;
          continue;
        }
        case 58: {
          // int_lt
          stack[(base + code[(pc + 1) | 0]) | 0] =
            stack[(base + code[(pc + 2) | 0]) | 0] < stack[(base + code[(pc + 3) | 0]) | 0] ? 1 : 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 59: {
          // int_le
          stack[(base + code[(pc + 1) | 0]) | 0] =
            stack[(base + code[(pc + 2) | 0]) | 0] <= stack[(base + code[(pc + 3) | 0]) | 0]
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 60: {
          // int_eq
          stack[(base + code[(pc + 1) | 0]) | 0] =
            stack[(base + code[(pc + 2) | 0]) | 0] === stack[(base + code[(pc + 3) | 0]) | 0]
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 61: {
          // float_lt
          stack[(base + code[(pc + 1) | 0]) | 0] =
            stack[(base + code[(pc + 2) | 0]) | 0] < stack[(base + code[(pc + 3) | 0]) | 0] ? 1 : 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 62: {
          // float_le
          stack[(base + code[(pc + 1) | 0]) | 0] =
            stack[(base + code[(pc + 2) | 0]) | 0] <= stack[(base + code[(pc + 3) | 0]) | 0]
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 63: {
          // float_eq
          stack[(base + code[(pc + 1) | 0]) | 0] =
            stack[(base + code[(pc + 2) | 0]) | 0] === stack[(base + code[(pc + 3) | 0]) | 0]
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 64: {
          // bool_eq
          stack[(base + code[(pc + 1) | 0]) | 0] =
            stack[(base + code[(pc + 2) | 0]) | 0] === stack[(base + code[(pc + 3) | 0]) | 0]
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 65: {
          // bool_not
          stack[(base + code[(pc + 1) | 0]) | 0] = 1 - stack[(base + code[(pc + 2) | 0]) | 0];
          pc = (pc + 3) | 0;
          continue;
        }
        case 70: {
          // text_concat
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.text_concat(
              stack[(base + code[(pc + 2) | 0]) | 0],
              stack[(base + code[(pc + 3) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          pc = (pc + 4) | 0;
          continue;
        }
        case 71: {
          // text_lt
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] = runtime.text_lt(
            stack[(base + code[(pc + 2) | 0]) | 0],
            stack[(base + code[(pc + 3) | 0]) | 0],
          );
          fuel = settleFuel(uints);
          pc = (pc + 4) | 0;
          continue;
        }
        case 72: {
          // int_show
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.show_int(stack[(base + code[(pc + 2) | 0]) | 0]) >>> 0;
          fuel = settleFuel(uints);
          pc = (pc + 3) | 0;
          continue;
        }
        case 73: {
          // float_show
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.show_float(stack[(base + code[(pc + 2) | 0]) | 0]) >>> 0;
          fuel = settleFuel(uints);
          pc = (pc + 3) | 0;
          continue;
        }
        case 74: {
          // bool_show
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.show_bool(stack[(base + code[(pc + 2) | 0]) | 0]) >>> 0;
          fuel = settleFuel(uints);
          pc = (pc + 3) | 0;
          continue;
        }
        case 75: {
          // ref_show
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.show(stack[(base + code[(pc + 2) | 0]) | 0]) >>> 0;
          fuel = settleFuel(uints);
          pc = (pc + 3) | 0;
          continue;
        }
        case 76: {
          // float_show_fixed
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.show_fixed(stack[(base + code[(pc + 2) | 0]) | 0], code[(pc + 3) | 0]) >>> 0;
          fuel = settleFuel(uints);
          pc = (pc + 4) | 0;
          continue;
        }
        case 77: {
          // print
          lendFuel(uints, fuel, sites[pc]);
          runtime.print(stack[(base + code[(pc + 1) | 0]) | 0]);
          fuel = settleFuel(uints);
          pc = (pc + 2) | 0;
          continue;
        }
        case 80: {
          // record_new
          lendFuel(uints, fuel, sites[pc]);
          const record = runtime.record_new(code[(pc + 2) | 0]) >>> 0;
          fuel = settleFuel(uints);
          const count = code[(pc + 3) | 0];
          for (let k = 0; k < count; k++) {
            storeSlot(
              views,
              code[(pc + 4 + 2 * k + 1) | 0],
              record + 8 + 8 * k,
              stack[(base + code[(pc + 4 + 2 * k) | 0]) | 0],
            );
          }
          stack[(base + code[(pc + 1) | 0]) | 0] = record;
          pc = (pc + 4 + 2 * code[(pc + 3) | 0]) | 0;
          continue;
        }
        case 81: {
          // record_get_int
          const record = stack[(base + code[(pc + 2) | 0]) | 0];
          stack[(base + code[(pc + 1) | 0]) | 0] = readInt(
            uints,
            ints,
            record + 8 + 8 * code[(pc + 3) | 0],
          );
          pc = (pc + 4) | 0;
          continue;
        }
        case 82: {
          // record_get_float
          const record = stack[(base + code[(pc + 2) | 0]) | 0];
          stack[(base + code[(pc + 1) | 0]) | 0] =
            floats[(record + 8 + 8 * code[(pc + 3) | 0]) >>> 3];
          pc = (pc + 4) | 0;
          continue;
        }
        case 83: {
          // record_get_bool
          const record = stack[(base + code[(pc + 2) | 0]) | 0];
          stack[(base + code[(pc + 1) | 0]) | 0] =
            uints[(record + 8 + 8 * code[(pc + 3) | 0]) >>> 2];
          pc = (pc + 4) | 0;
          continue;
        }
        case 84: {
          // record_get_ref
          const record = stack[(base + code[(pc + 2) | 0]) | 0];
          const field = uints[(record + 8 + 8 * code[(pc + 3) | 0]) >>> 2];
          uints[field >>> 2]++;
          stack[(base + code[(pc + 1) | 0]) | 0] = field;
          pc = (pc + 4) | 0;
          continue;
        }
        case 85: {
          // record_set_int
          let record = stack[(base + code[(pc + 1) | 0]) | 0];

          if (uints[record >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            record = runtime.unique(record) >>> 0;
            stack[(base + code[(pc + 1) | 0]) | 0] = record;
            fuel = settleFuel(uints);
          }
          writeInt(
            uints,
            record + 8 + 8 * code[(pc + 2) | 0],
            stack[(base + code[(pc + 3) | 0]) | 0],
          );
          pc = (pc + 4) | 0;
          continue;
        }
        case 86: {
          // record_set_float
          let record = stack[(base + code[(pc + 1) | 0]) | 0];

          if (uints[record >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            record = runtime.unique(record) >>> 0;
            stack[(base + code[(pc + 1) | 0]) | 0] = record;
            fuel = settleFuel(uints);
          }
          floats[(record + 8 + 8 * code[(pc + 2) | 0]) >>> 3] =
            stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 87: {
          // record_set_bool
          let record = stack[(base + code[(pc + 1) | 0]) | 0];

          if (uints[record >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            record = runtime.unique(record) >>> 0;
            stack[(base + code[(pc + 1) | 0]) | 0] = record;
            fuel = settleFuel(uints);
          }
          uints[(record + 8 + 8 * code[(pc + 2) | 0]) >>> 2] =
            stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 88: {
          // record_set_ref
          let record = stack[(base + code[(pc + 1) | 0]) | 0];

          if (uints[record >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            record = runtime.unique(record) >>> 0;
            stack[(base + code[(pc + 1) | 0]) | 0] = record;
            fuel = settleFuel(uints);
          }
          const former = uints[(record + 8 + 8 * code[(pc + 2) | 0]) >>> 2];
          uints[(record + 8 + 8 * code[(pc + 2) | 0]) >>> 2] =
            stack[(base + code[(pc + 3) | 0]) | 0];

          if (uints[former >>> 2] === 1) runtime.drop(former);
          else uints[former >>> 2]--;
          pc = (pc + 4) | 0;
          continue;
        }
        case 89: {
          // record_open
          let record = stack[(base + code[(pc + 2) | 0]) | 0];

          if (uints[record >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            record = runtime.unique(record) >>> 0;
            stack[(base + code[(pc + 2) | 0]) | 0] = record;
            fuel = settleFuel(uints);
          }
          stack[(base + code[(pc + 1) | 0]) | 0] =
            uints[(record + 8 + 8 * code[(pc + 3) | 0]) >>> 2];
          uints[(record + 8 + 8 * code[(pc + 3) | 0]) >>> 2] = 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 90: {
          // record_close
          const record = stack[(base + code[(pc + 1) | 0]) | 0];
          uints[(record + 8 + 8 * code[(pc + 2) | 0]) >>> 2] =
            stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 91: {
          // list_new
          lendFuel(uints, fuel, sites[pc]);
          const count = code[(pc + 3) | 0];
          const list = runtime.list_new(code[(pc + 2) | 0], count) >>> 0;
          fuel = settleFuel(uints);
          for (let k = 0; k < count; k++) {
            storeElement(
              views,
              code[(pc + 4 + 2 * k + 1) | 0],
              list + 16,
              k,
              stack[(base + code[(pc + 4 + 2 * k) | 0]) | 0],
            );
          }
          stack[(base + code[(pc + 1) | 0]) | 0] = list;
          pc = (pc + 4 + 2 * code[(pc + 3) | 0]) | 0;
          continue;
        }
        case 92: {
          // list_length
          stack[(base + code[(pc + 1) | 0]) | 0] =
            uints[(stack[(base + code[(pc + 2) | 0]) | 0] + 8) >>> 2];
          pc = (pc + 3) | 0;
          continue;
        }
        case 93: {
          // list_get_int
          const list = stack[(base + code[(pc + 2) | 0]) | 0];

          const index = stack[(base + code[(pc + 3) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
          stack[(base + code[(pc + 1) | 0]) | 0] = readInt(uints, ints, list + 16 + index * 8);
          pc = (pc + 4) | 0;
          continue;
        }
        case 94: {
          // list_get_float
          const list = stack[(base + code[(pc + 2) | 0]) | 0];

          const index = stack[(base + code[(pc + 3) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
          stack[(base + code[(pc + 1) | 0]) | 0] = floats[(list + 16 + index * 8) >>> 3];
          pc = (pc + 4) | 0;
          continue;
        }
        case 95: {
          // list_get_bool
          const list = stack[(base + code[(pc + 2) | 0]) | 0];

          const index = stack[(base + code[(pc + 3) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
          stack[(base + code[(pc + 1) | 0]) | 0] = bytes[list + 16 + index];
          pc = (pc + 4) | 0;
          continue;
        }
        case 96: {
          // list_get_ref
          const list = stack[(base + code[(pc + 2) | 0]) | 0];

          const index = stack[(base + code[(pc + 3) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
          const element = uints[(list + 16 + index * 4) >>> 2];
          uints[element >>> 2]++;
          stack[(base + code[(pc + 1) | 0]) | 0] = element;
          pc = (pc + 4) | 0;
          continue;
        }
        case 97: {
          // list_set_int
          let list = stack[(base + code[(pc + 1) | 0]) | 0];

          const index = stack[(base + code[(pc + 2) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);

          if (uints[list >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            list = runtime.unique(list) >>> 0;
            stack[(base + code[(pc + 1) | 0]) | 0] = list;
            fuel = settleFuel(uints);
          }
          writeInt(uints, list + 16 + index * 8, stack[(base + code[(pc + 3) | 0]) | 0]);
          pc = (pc + 4) | 0;
          continue;
        }
        case 98: {
          // list_set_float
          let list = stack[(base + code[(pc + 1) | 0]) | 0];

          const index = stack[(base + code[(pc + 2) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);

          if (uints[list >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            list = runtime.unique(list) >>> 0;
            stack[(base + code[(pc + 1) | 0]) | 0] = list;
            fuel = settleFuel(uints);
          }
          floats[(list + 16 + index * 8) >>> 3] = stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 99: {
          // list_set_bool
          let list = stack[(base + code[(pc + 1) | 0]) | 0];

          const index = stack[(base + code[(pc + 2) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);

          if (uints[list >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            list = runtime.unique(list) >>> 0;
            stack[(base + code[(pc + 1) | 0]) | 0] = list;
            fuel = settleFuel(uints);
          }
          bytes[list + 16 + index] = stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 100: {
          // list_set_ref
          let list = stack[(base + code[(pc + 1) | 0]) | 0];

          const index = stack[(base + code[(pc + 2) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);

          if (uints[list >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            list = runtime.unique(list) >>> 0;
            stack[(base + code[(pc + 1) | 0]) | 0] = list;
            fuel = settleFuel(uints);
          }
          const address = list + 16 + index * 4;
          const former = uints[address >>> 2];
          uints[address >>> 2] = stack[(base + code[(pc + 3) | 0]) | 0];

          if (uints[former >>> 2] === 1) runtime.drop(former);
          else uints[former >>> 2]--;
          pc = (pc + 4) | 0;
          continue;
        }
        case 101: {
          // list_push_int
          let list = stack[(base + code[(pc + 1) | 0]) | 0];
          const last = uints[(list + 8) >>> 2];
          if (uints[list >>> 2] === 1 && last < uints[(list + 12) >>> 2]) {
            uints[(list + 8) >>> 2] = last + 1;
          } else {
            lendFuel(uints, fuel, sites[pc]);
            list = runtime.list_grow(list) >>> 0;
            fuel = settleFuel(uints);
            stack[(base + code[(pc + 1) | 0]) | 0] = list;
          }
          writeInt(uints, list + 16 + last * 8, stack[(base + code[(pc + 2) | 0]) | 0]);
          pc = (pc + 3) | 0;
          continue;
        }
        case 102: {
          // list_push_float
          let list = stack[(base + code[(pc + 1) | 0]) | 0];
          const last = uints[(list + 8) >>> 2];
          if (uints[list >>> 2] === 1 && last < uints[(list + 12) >>> 2]) {
            uints[(list + 8) >>> 2] = last + 1;
          } else {
            lendFuel(uints, fuel, sites[pc]);
            list = runtime.list_grow(list) >>> 0;
            fuel = settleFuel(uints);
            stack[(base + code[(pc + 1) | 0]) | 0] = list;
          }
          floats[(list + 16 + last * 8) >>> 3] = stack[(base + code[(pc + 2) | 0]) | 0];
          pc = (pc + 3) | 0;
          continue;
        }
        case 103: {
          // list_push_bool
          let list = stack[(base + code[(pc + 1) | 0]) | 0];
          const last = uints[(list + 8) >>> 2];
          if (uints[list >>> 2] === 1 && last < uints[(list + 12) >>> 2]) {
            uints[(list + 8) >>> 2] = last + 1;
          } else {
            lendFuel(uints, fuel, sites[pc]);
            list = runtime.list_grow(list) >>> 0;
            fuel = settleFuel(uints);
            stack[(base + code[(pc + 1) | 0]) | 0] = list;
          }
          bytes[list + 16 + last] = stack[(base + code[(pc + 2) | 0]) | 0];
          pc = (pc + 3) | 0;
          continue;
        }
        case 104: {
          // list_push_ref
          let list = stack[(base + code[(pc + 1) | 0]) | 0];
          const last = uints[(list + 8) >>> 2];
          if (uints[list >>> 2] === 1 && last < uints[(list + 12) >>> 2]) {
            uints[(list + 8) >>> 2] = last + 1;
          } else {
            lendFuel(uints, fuel, sites[pc]);
            list = runtime.list_grow(list) >>> 0;
            fuel = settleFuel(uints);
            stack[(base + code[(pc + 1) | 0]) | 0] = list;
          }
          uints[(list + 16 + last * 4) >>> 2] = stack[(base + code[(pc + 2) | 0]) | 0];
          pc = (pc + 3) | 0;
          continue;
        }
        case 105: {
          // list_fill_int
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.list_fill_int(
              code[(pc + 2) | 0],
              stack[(base + code[(pc + 3) | 0]) | 0],
              stack[(base + code[(pc + 4) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          pc = (pc + 5) | 0;
          continue;
        }
        case 106: {
          // list_fill_float
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.list_fill_float(
              code[(pc + 2) | 0],
              stack[(base + code[(pc + 3) | 0]) | 0],
              stack[(base + code[(pc + 4) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          pc = (pc + 5) | 0;
          continue;
        }
        case 107: {
          // list_fill_bool
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.list_fill_bool(
              code[(pc + 2) | 0],
              stack[(base + code[(pc + 3) | 0]) | 0],
              stack[(base + code[(pc + 4) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          pc = (pc + 5) | 0;
          continue;
        }
        case 108: {
          // list_fill_ref
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.list_fill_ref(
              code[(pc + 2) | 0],
              stack[(base + code[(pc + 3) | 0]) | 0],
              stack[(base + code[(pc + 4) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          pc = (pc + 5) | 0;
          continue;
        }
        case 109: {
          // list_concat
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.list_concat(
              stack[(base + code[(pc + 2) | 0]) | 0],
              stack[(base + code[(pc + 3) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          pc = (pc + 4) | 0;
          continue;
        }
        case 110: {
          // list_open
          let list = stack[(base + code[(pc + 2) | 0]) | 0];

          const index = stack[(base + code[(pc + 3) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);

          if (uints[list >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            list = runtime.unique(list) >>> 0;
            stack[(base + code[(pc + 2) | 0]) | 0] = list;
            fuel = settleFuel(uints);
          }
          const address = list + 16 + index * 4;
          stack[(base + code[(pc + 1) | 0]) | 0] = uints[address >>> 2];
          uints[address >>> 2] = 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 111: {
          // list_close
          const list = stack[(base + code[(pc + 1) | 0]) | 0];
          const index = stack[(base + code[(pc + 2) | 0]) | 0];
          uints[(list + 16 + index * 4) >>> 2] = stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 112: {
          // ref_equal
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] = runtime.equal(
            stack[(base + code[(pc + 2) | 0]) | 0],
            stack[(base + code[(pc + 3) | 0]) | 0],
          );
          fuel = settleFuel(uints);
          pc = (pc + 4) | 0;
          continue;
        }
        case 152: {
          // enum_new
          lendFuel(uints, fuel, sites[pc]);
          const value = runtime.record_new(code[(pc + 5) | 0]) >>> 0;
          fuel = settleFuel(uints);
          const count = code[(pc + 4) | 0];
          for (let k = 0; k < count; k++) {
            storeSlot(
              views,
              code[(pc + 6 + 2 * k + 1) | 0],
              value + 8 + 8 * k,
              stack[(base + code[(pc + 6 + 2 * k) | 0]) | 0],
            );
          }
          stack[(base + code[(pc + 1) | 0]) | 0] = value;
          pc = (pc + 6 + 2 * code[(pc + 4) | 0]) | 0;
          continue;
        }
        case 153: {
          // if_case
          const value = stack[(base + code[(pc + 1) | 0]) | 0];
          if (uints[(value + 4) >>> 2] !== code[(pc + 4) | 0]) {
            pc = code[(pc + 5) | 0];
            continue;
          }
          const count = code[(pc + 3) | 0];
          for (let k = 0; k < count; k++) {
            stack[(base + code[(pc + 6 + 2 * k) | 0]) | 0] = loadSlot(
              views,
              code[(pc + 6 + 2 * k + 1) | 0],
              value + 8 + 8 * k,
            );
          }
          pc = (pc + 6 + 2 * code[(pc + 3) | 0]) | 0;
          continue;
        }
        case 160: {
          // map_new
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] = runtime.map_new(code[(pc + 2) | 0]) >>> 0;
          fuel = settleFuel(uints);
          pc = (pc + 3) | 0;
          continue;
        }
        case 161: {
          // map_find_int
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] = runtime.map_find(
            stack[(base + code[(pc + 2) | 0]) | 0],
            stack[(base + code[(pc + 3) | 0]) | 0],
          );
          fuel = settleFuel(uints);
          pc = (pc + 4) | 0;
          continue;
        }
        case 162: {
          // map_find_bool
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] = runtime.map_find(
            stack[(base + code[(pc + 2) | 0]) | 0],
            stack[(base + code[(pc + 3) | 0]) | 0],
          );
          fuel = settleFuel(uints);
          pc = (pc + 4) | 0;
          continue;
        }
        case 163: {
          // map_find_ref
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] = runtime.map_find(
            stack[(base + code[(pc + 2) | 0]) | 0],
            stack[(base + code[(pc + 3) | 0]) | 0],
          );
          fuel = settleFuel(uints);
          pc = (pc + 4) | 0;
          continue;
        }
        case 164: {
          // map_index_int
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] = runtime.map_index(
            stack[(base + code[(pc + 2) | 0]) | 0],
            stack[(base + code[(pc + 3) | 0]) | 0],
          );
          fuel = settleFuel(uints);
          pc = (pc + 4) | 0;
          continue;
        }
        case 165: {
          // map_index_bool
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] = runtime.map_index(
            stack[(base + code[(pc + 2) | 0]) | 0],
            stack[(base + code[(pc + 3) | 0]) | 0],
          );
          fuel = settleFuel(uints);
          pc = (pc + 4) | 0;
          continue;
        }
        case 166: {
          // map_index_ref
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] = runtime.map_index(
            stack[(base + code[(pc + 2) | 0]) | 0],
            stack[(base + code[(pc + 3) | 0]) | 0],
          );
          fuel = settleFuel(uints);
          pc = (pc + 4) | 0;
          continue;
        }
        case 167: {
          // map_get_int
          const map = stack[(base + code[(pc + 2) | 0]) | 0];
          const list = uints[(map + 16) >>> 2];

          const index = stack[(base + code[(pc + 3) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
          stack[(base + code[(pc + 1) | 0]) | 0] = readInt(uints, ints, list + 16 + index * 8);
          pc = (pc + 4) | 0;
          continue;
        }
        case 168: {
          // map_get_float
          const map = stack[(base + code[(pc + 2) | 0]) | 0];
          const list = uints[(map + 16) >>> 2];

          const index = stack[(base + code[(pc + 3) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
          stack[(base + code[(pc + 1) | 0]) | 0] = floats[(list + 16 + index * 8) >>> 3];
          pc = (pc + 4) | 0;
          continue;
        }
        case 169: {
          // map_get_bool
          const map = stack[(base + code[(pc + 2) | 0]) | 0];
          const list = uints[(map + 16) >>> 2];

          const index = stack[(base + code[(pc + 3) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
          stack[(base + code[(pc + 1) | 0]) | 0] = bytes[list + 16 + index];
          pc = (pc + 4) | 0;
          continue;
        }
        case 170: {
          // map_get_ref
          const map = stack[(base + code[(pc + 2) | 0]) | 0];
          const list = uints[(map + 16) >>> 2];

          const index = stack[(base + code[(pc + 3) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
          const value = uints[(list + 16 + index * 4) >>> 2];
          uints[value >>> 2]++;
          stack[(base + code[(pc + 1) | 0]) | 0] = value;
          pc = (pc + 4) | 0;
          continue;
        }
        case 171: {
          // map_set_int
          let map = stack[(base + code[(pc + 1) | 0]) | 0];
          let list = uints[(map + 16) >>> 2];

          const index = stack[(base + code[(pc + 2) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);

          if (uints[map >>> 2] !== 1 || uints[list >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            map = runtime.map_own(map) >>> 0;
            stack[(base + code[(pc + 1) | 0]) | 0] = map;
            list = uints[(map + 16) >>> 2];
            fuel = settleFuel(uints);
          }
          writeInt(uints, list + 16 + index * 8, stack[(base + code[(pc + 3) | 0]) | 0]);
          pc = (pc + 4) | 0;
          continue;
        }
        case 172: {
          // map_set_float
          let map = stack[(base + code[(pc + 1) | 0]) | 0];
          let list = uints[(map + 16) >>> 2];

          const index = stack[(base + code[(pc + 2) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);

          if (uints[map >>> 2] !== 1 || uints[list >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            map = runtime.map_own(map) >>> 0;
            stack[(base + code[(pc + 1) | 0]) | 0] = map;
            list = uints[(map + 16) >>> 2];
            fuel = settleFuel(uints);
          }
          floats[(list + 16 + index * 8) >>> 3] = stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 173: {
          // map_set_bool
          let map = stack[(base + code[(pc + 1) | 0]) | 0];
          let list = uints[(map + 16) >>> 2];

          const index = stack[(base + code[(pc + 2) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);

          if (uints[map >>> 2] !== 1 || uints[list >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            map = runtime.map_own(map) >>> 0;
            stack[(base + code[(pc + 1) | 0]) | 0] = map;
            list = uints[(map + 16) >>> 2];
            fuel = settleFuel(uints);
          }
          bytes[list + 16 + index] = stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 174: {
          // map_open
          let map = stack[(base + code[(pc + 2) | 0]) | 0];
          let list = uints[(map + 16) >>> 2];

          const index = stack[(base + code[(pc + 3) | 0]) | 0];
          const length = uints[(list + 8) >>> 2];
          if (!(index >= 0 && index < length)) throw trapInline(8, index, length);

          if (uints[map >>> 2] !== 1 || uints[list >>> 2] !== 1) {
            lendFuel(uints, fuel, sites[pc]);
            map = runtime.map_own(map) >>> 0;
            stack[(base + code[(pc + 2) | 0]) | 0] = map;
            list = uints[(map + 16) >>> 2];
            fuel = settleFuel(uints);
          }
          const address = list + 16 + index * 4;
          stack[(base + code[(pc + 1) | 0]) | 0] = uints[address >>> 2];
          uints[address >>> 2] = 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 175: {
          // map_close
          const map = stack[(base + code[(pc + 1) | 0]) | 0];
          const list = uints[(map + 16) >>> 2];
          const index = stack[(base + code[(pc + 2) | 0]) | 0];
          uints[(list + 16 + index * 4) >>> 2] = stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 176: {
          // map_put_int_int
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.map_place(
              stack[(base + code[(pc + 1) | 0]) | 0],
              stack[(base + code[(pc + 2) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          const address = uints[64 >>> 2];
          writeInt(uints, address, stack[(base + code[(pc + 3) | 0]) | 0]);
          pc = (pc + 4) | 0;
          continue;
        }
        case 177: {
          // map_put_int_float
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.map_place(
              stack[(base + code[(pc + 1) | 0]) | 0],
              stack[(base + code[(pc + 2) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          const address = uints[64 >>> 2];
          floats[address >>> 3] = stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 178: {
          // map_put_int_bool
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.map_place(
              stack[(base + code[(pc + 1) | 0]) | 0],
              stack[(base + code[(pc + 2) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          const address = uints[64 >>> 2];
          bytes[address] = stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 179: {
          // map_put_int_ref
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.map_place(
              stack[(base + code[(pc + 1) | 0]) | 0],
              stack[(base + code[(pc + 2) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          const address = uints[64 >>> 2];
          const former = uints[address >>> 2];
          uints[address >>> 2] = stack[(base + code[(pc + 3) | 0]) | 0];
          if (former !== 0) {
            if (uints[former >>> 2] === 1) runtime.drop(former);
            else uints[former >>> 2]--;
          }
          pc = (pc + 4) | 0;
          continue;
        }
        case 180: {
          // map_put_bool_int
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.map_place(
              stack[(base + code[(pc + 1) | 0]) | 0],
              stack[(base + code[(pc + 2) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          const address = uints[64 >>> 2];
          writeInt(uints, address, stack[(base + code[(pc + 3) | 0]) | 0]);
          pc = (pc + 4) | 0;
          continue;
        }
        case 181: {
          // map_put_bool_float
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.map_place(
              stack[(base + code[(pc + 1) | 0]) | 0],
              stack[(base + code[(pc + 2) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          const address = uints[64 >>> 2];
          floats[address >>> 3] = stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 182: {
          // map_put_bool_bool
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.map_place(
              stack[(base + code[(pc + 1) | 0]) | 0],
              stack[(base + code[(pc + 2) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          const address = uints[64 >>> 2];
          bytes[address] = stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 183: {
          // map_put_bool_ref
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.map_place(
              stack[(base + code[(pc + 1) | 0]) | 0],
              stack[(base + code[(pc + 2) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          const address = uints[64 >>> 2];
          const former = uints[address >>> 2];
          uints[address >>> 2] = stack[(base + code[(pc + 3) | 0]) | 0];
          if (former !== 0) {
            if (uints[former >>> 2] === 1) runtime.drop(former);
            else uints[former >>> 2]--;
          }
          pc = (pc + 4) | 0;
          continue;
        }
        case 184: {
          // map_put_ref_int
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.map_place(
              stack[(base + code[(pc + 1) | 0]) | 0],
              stack[(base + code[(pc + 2) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          const address = uints[64 >>> 2];
          writeInt(uints, address, stack[(base + code[(pc + 3) | 0]) | 0]);
          pc = (pc + 4) | 0;
          continue;
        }
        case 185: {
          // map_put_ref_float
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.map_place(
              stack[(base + code[(pc + 1) | 0]) | 0],
              stack[(base + code[(pc + 2) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          const address = uints[64 >>> 2];
          floats[address >>> 3] = stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 186: {
          // map_put_ref_bool
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.map_place(
              stack[(base + code[(pc + 1) | 0]) | 0],
              stack[(base + code[(pc + 2) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          const address = uints[64 >>> 2];
          bytes[address] = stack[(base + code[(pc + 3) | 0]) | 0];
          pc = (pc + 4) | 0;
          continue;
        }
        case 187: {
          // map_put_ref_ref
          lendFuel(uints, fuel, sites[pc]);
          stack[(base + code[(pc + 1) | 0]) | 0] =
            runtime.map_place(
              stack[(base + code[(pc + 1) | 0]) | 0],
              stack[(base + code[(pc + 2) | 0]) | 0],
            ) >>> 0;
          fuel = settleFuel(uints);
          const address = uints[64 >>> 2];
          const former = uints[address >>> 2];
          uints[address >>> 2] = stack[(base + code[(pc + 3) | 0]) | 0];
          if (former !== 0) {
            if (uints[former >>> 2] === 1) runtime.drop(former);
            else uints[former >>> 2]--;
          }
          pc = (pc + 4) | 0;
          continue;
        }
        case 120: {
          // emit_int
          lendFuel(uints, fuel, sites[pc]);
          runtime.emit_int(code[(pc + 1) | 0], stack[(base + code[(pc + 2) | 0]) | 0]);
          fuel = settleFuel(uints);
          pc = (pc + 3) | 0;
          continue;
        }
        case 121: {
          // emit_float
          lendFuel(uints, fuel, sites[pc]);
          runtime.emit_float(code[(pc + 1) | 0], stack[(base + code[(pc + 2) | 0]) | 0]);
          fuel = settleFuel(uints);
          pc = (pc + 3) | 0;
          continue;
        }
        case 122: {
          // emit_bool
          lendFuel(uints, fuel, sites[pc]);
          runtime.emit_bool(code[(pc + 1) | 0], stack[(base + code[(pc + 2) | 0]) | 0]);
          fuel = settleFuel(uints);
          pc = (pc + 3) | 0;
          continue;
        }
        case 123: {
          // emit_ref
          lendFuel(uints, fuel, sites[pc]);
          runtime.emit_ref(code[(pc + 1) | 0], stack[(base + code[(pc + 2) | 0]) | 0]);
          fuel = settleFuel(uints);
          pc = (pc + 3) | 0;
          continue;
        }
        case 256: {
          {
            // enter
            if (fuel < code[(pc + 1) | 0]) throw trapInline(1);
            fuel -= code[(pc + 1) | 0];
            if (depth < code[(pc + 2) | 0]) throw trapInline(3);
            depth -= code[(pc + 2) | 0];
            pc = (pc + 3) | 0;
          }
          {
            // int_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // if_int_lt
            pc =
              stack[(base + code[(pc + 1) | 0]) | 0] < stack[(base + code[(pc + 2) | 0]) | 0]
                ? (pc + 4) | 0
                : code[(pc + 3) | 0];
            continue;
          }
        }
        case 257: {
          {
            // enter
            if (fuel < code[(pc + 1) | 0]) throw trapInline(1);
            fuel -= code[(pc + 1) | 0];
            if (depth < code[(pc + 2) | 0]) throw trapInline(3);
            depth -= code[(pc + 2) | 0];
            pc = (pc + 3) | 0;
          }
          {
            // int_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // if_int_eq
            pc =
              stack[(base + code[(pc + 1) | 0]) | 0] === stack[(base + code[(pc + 2) | 0]) | 0]
                ? (pc + 4) | 0
                : code[(pc + 3) | 0];
            continue;
          }
        }
        case 258: {
          {
            // enter
            if (fuel < code[(pc + 1) | 0]) throw trapInline(1);
            fuel -= code[(pc + 1) | 0];
            if (depth < code[(pc + 2) | 0]) throw trapInline(3);
            depth -= code[(pc + 2) | 0];
            pc = (pc + 3) | 0;
          }
          {
            // float_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
            continue;
          }
        }
        case 259: {
          {
            // int_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // int_sub
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] - stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
          }
          {
            // call
            const callee = code[(pc + 2) | 0];
            const frame = (base + code[(pc + 4) | 0]) | 0;
            if (frame + registerCounts[callee] > stack.length || frameTop + 2 > frames.length) {
              growStacks(state, frame + registerCounts[callee], frameTop + 2);
              return (left + 1) | 0;
            }
            const count = code[(pc + 3) | 0];
            for (let k = 0; k < count; k++)
              stack[(frame + k) | 0] =
                stack[(base + code[(pc + 6 + code[(pc + 1) | 0] + k) | 0]) | 0];
            frames[frameTop] = pc;
            frames[(frameTop + 1) | 0] = base;
            frameTop = (frameTop + 2) | 0;
            base = frame;
            pc = entries[callee];
            continue;
          }
        }
        case 260: {
          {
            // int_move
            stack[(base + code[(pc + 1) | 0]) | 0] = stack[(base + code[(pc + 2) | 0]) | 0];
            pc = (pc + 3) | 0;
          }
          {
            // else
            pc = code[(pc + 1) | 0];
            continue;
          }
        }
        case 261: {
          {
            // int_move
            stack[(base + code[(pc + 1) | 0]) | 0] = stack[(base + code[(pc + 2) | 0]) | 0];
            pc = (pc + 3) | 0;
          }
          {
            // return
            depth += code[(pc + 2) | 0];
            if (frameTop === 0) {
              state.finished = true;
              return left;
            }
            frameTop = (frameTop - 2) | 0;
            const caller = frames[frameTop];
            const callerBase = frames[(frameTop + 1) | 0];
            const values = code[(pc + 1) | 0];
            for (let k = 0; k < values; k++) {
              stack[(callerBase + code[(caller + 6 + k) | 0]) | 0] =
                stack[(base + code[(pc + 3 + k) | 0]) | 0];
            }
            base = callerBase;
            pc = code[(caller + 5) | 0];
            continue;
          }
        }
        case 262: {
          {
            // int_add
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
          }
          {
            // int_move
            stack[(base + code[(pc + 1) | 0]) | 0] = stack[(base + code[(pc + 2) | 0]) | 0];
            pc = (pc + 3) | 0;
          }
          {
            // return
            depth += code[(pc + 2) | 0];
            if (frameTop === 0) {
              state.finished = true;
              return left;
            }
            frameTop = (frameTop - 2) | 0;
            const caller = frames[frameTop];
            const callerBase = frames[(frameTop + 1) | 0];
            const values = code[(pc + 1) | 0];
            for (let k = 0; k < values; k++) {
              stack[(callerBase + code[(caller + 6 + k) | 0]) | 0] =
                stack[(base + code[(pc + 3 + k) | 0]) | 0];
            }
            base = callerBase;
            pc = code[(caller + 5) | 0];
            continue;
          }
        }
        case 263: {
          {
            // ref_move
            stack[(base + code[(pc + 1) | 0]) | 0] = stack[(base + code[(pc + 2) | 0]) | 0];
            pc = (pc + 3) | 0;
          }
          {
            // else
            pc = code[(pc + 1) | 0];
            continue;
          }
        }
        case 264: {
          {
            // ref_move
            stack[(base + code[(pc + 1) | 0]) | 0] = stack[(base + code[(pc + 2) | 0]) | 0];
            pc = (pc + 3) | 0;
          }
          {
            // return
            depth += code[(pc + 2) | 0];
            if (frameTop === 0) {
              state.finished = true;
              return left;
            }
            frameTop = (frameTop - 2) | 0;
            const caller = frames[frameTop];
            const callerBase = frames[(frameTop + 1) | 0];
            const values = code[(pc + 1) | 0];
            for (let k = 0; k < values; k++) {
              stack[(callerBase + code[(caller + 6 + k) | 0]) | 0] =
                stack[(base + code[(pc + 3 + k) | 0]) | 0];
            }
            base = callerBase;
            pc = code[(caller + 5) | 0];
            continue;
          }
        }
        case 265: {
          {
            // int_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // if_int_lt
            pc =
              stack[(base + code[(pc + 1) | 0]) | 0] < stack[(base + code[(pc + 2) | 0]) | 0]
                ? (pc + 4) | 0
                : code[(pc + 3) | 0];
            continue;
          }
        }
        case 266: {
          {
            // int_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // if_int_le
            pc =
              stack[(base + code[(pc + 1) | 0]) | 0] <= stack[(base + code[(pc + 2) | 0]) | 0]
                ? (pc + 4) | 0
                : code[(pc + 3) | 0];
            continue;
          }
        }
        case 267: {
          {
            // int_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // if_int_eq
            pc =
              stack[(base + code[(pc + 1) | 0]) | 0] === stack[(base + code[(pc + 2) | 0]) | 0]
                ? (pc + 4) | 0
                : code[(pc + 3) | 0];
            continue;
          }
        }
        case 268: {
          {
            // float_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // if_float_lt
            pc =
              stack[(base + code[(pc + 1) | 0]) | 0] < stack[(base + code[(pc + 2) | 0]) | 0]
                ? (pc + 4) | 0
                : code[(pc + 3) | 0];
            continue;
          }
        }
        case 269: {
          {
            // list_get_bool
            const list = stack[(base + code[(pc + 2) | 0]) | 0];

            const index = stack[(base + code[(pc + 3) | 0]) | 0];
            const length = uints[(list + 8) >>> 2];
            if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
            stack[(base + code[(pc + 1) | 0]) | 0] = bytes[list + 16 + index];
            pc = (pc + 4) | 0;
          }
          {
            // if
            pc = stack[(base + code[(pc + 1) | 0]) | 0] !== 0 ? (pc + 3) | 0 : code[(pc + 2) | 0];
            continue;
          }
        }
        case 270: {
          {
            // int_parameter
            stack[(base + code[(pc + 1) | 0]) | 0] = readInt(
              uints,
              ints,
              parameters + 8 * code[(pc + 2) | 0],
            );
            pc = (pc + 3) | 0;
          }
          {
            // if_int_le, else, break
            if (
              !(stack[(base + code[(pc + 1) | 0]) | 0] <= stack[(base + code[(pc + 2) | 0]) | 0])
            ) {
              pc = code[(pc + 8) | 0];
              continue;
            }
            pc = (pc + 9) | 0;
          }
          continue;
        }
        case 271: {
          {
            // if_int_le, else, break
            if (
              !(stack[(base + code[(pc + 1) | 0]) | 0] <= stack[(base + code[(pc + 2) | 0]) | 0])
            ) {
              pc = code[(pc + 8) | 0];
              continue;
            }
            pc = (pc + 9) | 0;
          }
          continue;
        }
        case 272: {
          {
            // if_int_lt, else, break
            if (
              !(stack[(base + code[(pc + 1) | 0]) | 0] < stack[(base + code[(pc + 2) | 0]) | 0])
            ) {
              pc = code[(pc + 8) | 0];
              continue;
            }
            pc = (pc + 9) | 0;
          }
          continue;
        }
        case 273: {
          {
            // if_int_lt, else, break
            if (
              !(stack[(base + code[(pc + 1) | 0]) | 0] < stack[(base + code[(pc + 2) | 0]) | 0])
            ) {
              pc = code[(pc + 8) | 0];
              continue;
            }
            pc = (pc + 9) | 0;
          }
          {
            // call
            const callee = code[(pc + 2) | 0];
            const frame = (base + code[(pc + 4) | 0]) | 0;
            if (frame + registerCounts[callee] > stack.length || frameTop + 2 > frames.length) {
              growStacks(state, frame + registerCounts[callee], frameTop + 2);
              return (left + 1) | 0;
            }
            const count = code[(pc + 3) | 0];
            for (let k = 0; k < count; k++)
              stack[(frame + k) | 0] =
                stack[(base + code[(pc + 6 + code[(pc + 1) | 0] + k) | 0]) | 0];
            frames[frameTop] = pc;
            frames[(frameTop + 1) | 0] = base;
            frameTop = (frameTop + 2) | 0;
            base = frame;
            pc = entries[callee];
            continue;
          }
        }
        case 274: {
          {
            // if_int_lt, else, break
            if (
              !(stack[(base + code[(pc + 1) | 0]) | 0] < stack[(base + code[(pc + 2) | 0]) | 0])
            ) {
              pc = code[(pc + 8) | 0];
              continue;
            }
            pc = (pc + 9) | 0;
          }
          {
            // list_get_int
            const list = stack[(base + code[(pc + 2) | 0]) | 0];

            const index = stack[(base + code[(pc + 3) | 0]) | 0];
            const length = uints[(list + 8) >>> 2];
            if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
            stack[(base + code[(pc + 1) | 0]) | 0] = readInt(uints, ints, list + 16 + index * 8);
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 275: {
          {
            // if_int_lt, else, break
            if (
              !(stack[(base + code[(pc + 1) | 0]) | 0] < stack[(base + code[(pc + 2) | 0]) | 0])
            ) {
              pc = code[(pc + 8) | 0];
              continue;
            }
            pc = (pc + 9) | 0;
          }
          {
            // list_get_float
            const list = stack[(base + code[(pc + 2) | 0]) | 0];

            const index = stack[(base + code[(pc + 3) | 0]) | 0];
            const length = uints[(list + 8) >>> 2];
            if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
            stack[(base + code[(pc + 1) | 0]) | 0] = floats[(list + 16 + index * 8) >>> 3];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 276: {
          {
            // if_int_lt, else, break
            if (
              !(stack[(base + code[(pc + 1) | 0]) | 0] < stack[(base + code[(pc + 2) | 0]) | 0])
            ) {
              pc = code[(pc + 8) | 0];
              continue;
            }
            pc = (pc + 9) | 0;
          }
          {
            // int_add
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
          }
          {
            // end
            if (fuel < code[(pc + 2) | 0]) throw trapInline(1);
            fuel -= code[(pc + 2) | 0];
            pc = code[(pc + 1) | 0];
            continue;
          }
        }
        case 277: {
          {
            // int_add
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
          }
          {
            // end
            if (fuel < code[(pc + 2) | 0]) throw trapInline(1);
            fuel -= code[(pc + 2) | 0];
            pc = code[(pc + 1) | 0];
            continue;
          }
        }
        case 278: {
          {
            // float_add
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // int_add
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
          }
          {
            // end
            if (fuel < code[(pc + 2) | 0]) throw trapInline(1);
            fuel -= code[(pc + 2) | 0];
            pc = code[(pc + 1) | 0];
            continue;
          }
        }
        case 279: {
          {
            // float_sub
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] - stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // float_add
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // int_add
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
          }
          {
            // end
            if (fuel < code[(pc + 2) | 0]) throw trapInline(1);
            fuel -= code[(pc + 2) | 0];
            pc = code[(pc + 1) | 0];
            continue;
          }
        }
        case 280: {
          {
            // int_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // int_mod
            const divisor = stack[(base + code[(pc + 3) | 0]) | 0];
            if (divisor === 0) throw trapInline(6, stack[(base + code[(pc + 2) | 0]) | 0]);
            const remainder = stack[(base + code[(pc + 2) | 0]) | 0] % divisor;
            stack[(base + code[(pc + 1) | 0]) | 0] =
              (remainder !== 0 && remainder < 0 !== divisor < 0 ? remainder + divisor : remainder) +
              0;
            pc = (pc + 4) | 0;
          }
          {
            // int_add
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
          }
          {
            // end
            if (fuel < code[(pc + 2) | 0]) throw trapInline(1);
            fuel -= code[(pc + 2) | 0];
            pc = code[(pc + 1) | 0];
            continue;
          }
        }
        case 281: {
          {
            // bool_const
            stack[(base + code[(pc + 1) | 0]) | 0] = code[(pc + 2) | 0];
            pc = (pc + 3) | 0;
          }
          {
            // list_set_bool
            let list = stack[(base + code[(pc + 1) | 0]) | 0];

            const index = stack[(base + code[(pc + 2) | 0]) | 0];
            const length = uints[(list + 8) >>> 2];
            if (!(index >= 0 && index < length)) throw trapInline(8, index, length);

            if (uints[list >>> 2] !== 1) {
              lendFuel(uints, fuel, sites[pc]);
              list = runtime.unique(list) >>> 0;
              stack[(base + code[(pc + 1) | 0]) | 0] = list;
              fuel = settleFuel(uints);
            }
            bytes[list + 16 + index] = stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // int_add
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
          }
          {
            // end
            if (fuel < code[(pc + 2) | 0]) throw trapInline(1);
            fuel -= code[(pc + 2) | 0];
            pc = code[(pc + 1) | 0];
            continue;
          }
        }
        case 282: {
          {
            // int_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // int_add
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 283: {
          {
            // int_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // int_sub
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] - stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 284: {
          {
            // int_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // int_div
            const divisor = stack[(base + code[(pc + 3) | 0]) | 0];
            if (divisor === 0) throw trapInline(6, stack[(base + code[(pc + 2) | 0]) | 0]);
            const remainder = stack[(base + code[(pc + 2) | 0]) | 0] % divisor;
            const quotient = (stack[(base + code[(pc + 2) | 0]) | 0] - remainder) / divisor;
            stack[(base + code[(pc + 1) | 0]) | 0] =
              (remainder !== 0 && remainder < 0 !== divisor < 0 ? quotient - 1 : quotient) + 0;
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 285: {
          {
            // int_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // int_mod
            const divisor = stack[(base + code[(pc + 3) | 0]) | 0];
            if (divisor === 0) throw trapInline(6, stack[(base + code[(pc + 2) | 0]) | 0]);
            const remainder = stack[(base + code[(pc + 2) | 0]) | 0] % divisor;
            stack[(base + code[(pc + 1) | 0]) | 0] =
              (remainder !== 0 && remainder < 0 !== divisor < 0 ? remainder + divisor : remainder) +
              0;
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 286: {
          {
            // int_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // int_mul
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result + 0;
            pc = (pc + 4) | 0;
          }
          {
            // int_add
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 287: {
          {
            // int_add
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
          }
          {
            // int_mul
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result + 0;
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 288: {
          {
            // int_add
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
          }
          {
            // int_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // int_add
            const result =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            if (result > MAXIMUM || result < -MAXIMUM)
              throw trapInline(
                5,
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              );
            stack[(base + code[(pc + 1) | 0]) | 0] = result;
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 289: {
          {
            // int_to_float
            stack[(base + code[(pc + 1) | 0]) | 0] = stack[(base + code[(pc + 2) | 0]) | 0];
            pc = (pc + 3) | 0;
          }
          {
            // float_mul
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 290: {
          {
            // int_to_float
            stack[(base + code[(pc + 1) | 0]) | 0] = stack[(base + code[(pc + 2) | 0]) | 0];
            pc = (pc + 3) | 0;
          }
          {
            // float_div
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] / stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 291: {
          {
            // float_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // float_mul
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 292: {
          {
            // float_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // float_mul
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // float_mul
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // float_add
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 293: {
          {
            // float_add
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // float_sub
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] - stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 294: {
          {
            // float_add
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // float_const
            stack[(base + code[(pc + 1) | 0]) | 0] = constants[code[(pc + 2) | 0]];
            pc = (pc + 3) | 0;
          }
          {
            // if_float_lt
            pc =
              stack[(base + code[(pc + 1) | 0]) | 0] < stack[(base + code[(pc + 2) | 0]) | 0]
                ? (pc + 4) | 0
                : code[(pc + 3) | 0];
            continue;
          }
        }
        case 295: {
          {
            // float_sub
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] - stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // float_add
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 296: {
          {
            // float_sub
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] - stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // float_mul
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 297: {
          {
            // float_mul
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // float_add
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 298: {
          {
            // float_mul
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // float_sub
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] - stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 299: {
          {
            // float_mul
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // float_mul
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 300: {
          {
            // float_mul
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // float_mul
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // float_add
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 301: {
          {
            // list_get_float
            const list = stack[(base + code[(pc + 2) | 0]) | 0];

            const index = stack[(base + code[(pc + 3) | 0]) | 0];
            const length = uints[(list + 8) >>> 2];
            if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
            stack[(base + code[(pc + 1) | 0]) | 0] = floats[(list + 16 + index * 8) >>> 3];
            pc = (pc + 4) | 0;
          }
          {
            // float_mul
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // float_add
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 302: {
          {
            // list_get_ref
            const list = stack[(base + code[(pc + 2) | 0]) | 0];

            const index = stack[(base + code[(pc + 3) | 0]) | 0];
            const length = uints[(list + 8) >>> 2];
            if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
            const element = uints[(list + 16 + index * 4) >>> 2];
            uints[element >>> 2]++;
            stack[(base + code[(pc + 1) | 0]) | 0] = element;
            pc = (pc + 4) | 0;
          }
          {
            // record_get_float
            const record = stack[(base + code[(pc + 2) | 0]) | 0];
            stack[(base + code[(pc + 1) | 0]) | 0] =
              floats[(record + 8 + 8 * code[(pc + 3) | 0]) >>> 3];
            pc = (pc + 4) | 0;
          }
          {
            // ref_drop
            const object = stack[(base + code[(pc + 1) | 0]) | 0];

            if (uints[object >>> 2] === 1) runtime.drop(object);
            else uints[object >>> 2]--;
            pc = (pc + 2) | 0;
            continue;
          }
        }
        case 303: {
          {
            // list_get_ref
            const list = stack[(base + code[(pc + 2) | 0]) | 0];

            const index = stack[(base + code[(pc + 3) | 0]) | 0];
            const length = uints[(list + 8) >>> 2];
            if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
            const element = uints[(list + 16 + index * 4) >>> 2];
            uints[element >>> 2]++;
            stack[(base + code[(pc + 1) | 0]) | 0] = element;
            pc = (pc + 4) | 0;
          }
          {
            // record_get_float
            const record = stack[(base + code[(pc + 2) | 0]) | 0];
            stack[(base + code[(pc + 1) | 0]) | 0] =
              floats[(record + 8 + 8 * code[(pc + 3) | 0]) >>> 3];
            pc = (pc + 4) | 0;
          }
          {
            // ref_drop
            const object = stack[(base + code[(pc + 1) | 0]) | 0];

            if (uints[object >>> 2] === 1) runtime.drop(object);
            else uints[object >>> 2]--;
            pc = (pc + 2) | 0;
          }
          {
            // float_mul
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] * stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 304: {
          {
            // list_get_ref
            const list = stack[(base + code[(pc + 2) | 0]) | 0];

            const index = stack[(base + code[(pc + 3) | 0]) | 0];
            const length = uints[(list + 8) >>> 2];
            if (!(index >= 0 && index < length)) throw trapInline(8, index, length);
            const element = uints[(list + 16 + index * 4) >>> 2];
            uints[element >>> 2]++;
            stack[(base + code[(pc + 1) | 0]) | 0] = element;
            pc = (pc + 4) | 0;
          }
          {
            // record_get_float
            const record = stack[(base + code[(pc + 2) | 0]) | 0];
            stack[(base + code[(pc + 1) | 0]) | 0] =
              floats[(record + 8 + 8 * code[(pc + 3) | 0]) >>> 3];
            pc = (pc + 4) | 0;
          }
          {
            // ref_drop
            const object = stack[(base + code[(pc + 1) | 0]) | 0];

            if (uints[object >>> 2] === 1) runtime.drop(object);
            else uints[object >>> 2]--;
            pc = (pc + 2) | 0;
          }
          {
            // float_sub
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] - stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 305: {
          {
            // list_open
            let list = stack[(base + code[(pc + 2) | 0]) | 0];

            const index = stack[(base + code[(pc + 3) | 0]) | 0];
            const length = uints[(list + 8) >>> 2];
            if (!(index >= 0 && index < length)) throw trapInline(8, index, length);

            if (uints[list >>> 2] !== 1) {
              lendFuel(uints, fuel, sites[pc]);
              list = runtime.unique(list) >>> 0;
              stack[(base + code[(pc + 2) | 0]) | 0] = list;
              fuel = settleFuel(uints);
            }
            const address = list + 16 + index * 4;
            stack[(base + code[(pc + 1) | 0]) | 0] = uints[address >>> 2];
            uints[address >>> 2] = 0;
            pc = (pc + 4) | 0;
          }
          {
            // record_get_float
            const record = stack[(base + code[(pc + 2) | 0]) | 0];
            stack[(base + code[(pc + 1) | 0]) | 0] =
              floats[(record + 8 + 8 * code[(pc + 3) | 0]) >>> 3];
            pc = (pc + 4) | 0;
          }
          {
            // float_add
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] + stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // record_set_float
            let record = stack[(base + code[(pc + 1) | 0]) | 0];

            if (uints[record >>> 2] !== 1) {
              lendFuel(uints, fuel, sites[pc]);
              record = runtime.unique(record) >>> 0;
              stack[(base + code[(pc + 1) | 0]) | 0] = record;
              fuel = settleFuel(uints);
            }
            floats[(record + 8 + 8 * code[(pc + 2) | 0]) >>> 3] =
              stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // list_close
            const list = stack[(base + code[(pc + 1) | 0]) | 0];
            const index = stack[(base + code[(pc + 2) | 0]) | 0];
            uints[(list + 16 + index * 4) >>> 2] = stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 306: {
          {
            // list_open
            let list = stack[(base + code[(pc + 2) | 0]) | 0];

            const index = stack[(base + code[(pc + 3) | 0]) | 0];
            const length = uints[(list + 8) >>> 2];
            if (!(index >= 0 && index < length)) throw trapInline(8, index, length);

            if (uints[list >>> 2] !== 1) {
              lendFuel(uints, fuel, sites[pc]);
              list = runtime.unique(list) >>> 0;
              stack[(base + code[(pc + 2) | 0]) | 0] = list;
              fuel = settleFuel(uints);
            }
            const address = list + 16 + index * 4;
            stack[(base + code[(pc + 1) | 0]) | 0] = uints[address >>> 2];
            uints[address >>> 2] = 0;
            pc = (pc + 4) | 0;
          }
          {
            // record_get_float
            const record = stack[(base + code[(pc + 2) | 0]) | 0];
            stack[(base + code[(pc + 1) | 0]) | 0] =
              floats[(record + 8 + 8 * code[(pc + 3) | 0]) >>> 3];
            pc = (pc + 4) | 0;
          }
          {
            // float_sub
            stack[(base + code[(pc + 1) | 0]) | 0] =
              stack[(base + code[(pc + 2) | 0]) | 0] - stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // record_set_float
            let record = stack[(base + code[(pc + 1) | 0]) | 0];

            if (uints[record >>> 2] !== 1) {
              lendFuel(uints, fuel, sites[pc]);
              record = runtime.unique(record) >>> 0;
              stack[(base + code[(pc + 1) | 0]) | 0] = record;
              fuel = settleFuel(uints);
            }
            floats[(record + 8 + 8 * code[(pc + 2) | 0]) >>> 3] =
              stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
          }
          {
            // list_close
            const list = stack[(base + code[(pc + 1) | 0]) | 0];
            const index = stack[(base + code[(pc + 2) | 0]) | 0];
            uints[(list + 16 + index * 4) >>> 2] = stack[(base + code[(pc + 3) | 0]) | 0];
            pc = (pc + 4) | 0;
            continue;
          }
        }
        case 307: {
          {
            // text_concat
            lendFuel(uints, fuel, sites[pc]);
            stack[(base + code[(pc + 1) | 0]) | 0] =
              runtime.text_concat(
                stack[(base + code[(pc + 2) | 0]) | 0],
                stack[(base + code[(pc + 3) | 0]) | 0],
              ) >>> 0;
            fuel = settleFuel(uints);
            pc = (pc + 4) | 0;
          }
          {
            // ref_drop
            const object = stack[(base + code[(pc + 1) | 0]) | 0];

            if (uints[object >>> 2] === 1) runtime.drop(object);
            else uints[object >>> 2]--;
            pc = (pc + 2) | 0;
            continue;
          }
        }

        default:
          throw new Error(`no instruction has the code ${code[pc]}`);
      }
    }
  } finally {
    state.frameTop = frameTop;
    state.base = base;
    state.pc = pc;
    state.fuel = fuel;
    state.depth = depth;
  }
}
