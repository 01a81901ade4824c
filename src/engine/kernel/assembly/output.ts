/**
 * Canonical bytes on their way to the host, in pieces; the output limit; lines of the log.
 *
 * Everything that leaves counts against one limit: a value by its canonical bytes, a line as the
 * string it is.
 */
import { OUTPUT_FILL, OUTPUT_INDEX, OUTPUT_LEFT } from "./cells";
import { outputBuffer } from "./descriptor";
import { DATA, lengthOf } from "./layout";
import { OUTPUT_BYTES } from "./costs";
import { charge, trap, TRAP_OUTPUT } from "./trap";

// @ts-ignore: decorators on functions are AssemblyScript
@external("host", "output")
declare function host_output(output: i32, bytes: usize, count: usize): void;

// @ts-ignore: decorators on functions are AssemblyScript
@external("host", "output_end")
declare function host_output_end(output: i32): void;

// @ts-ignore: decorators on functions are AssemblyScript
@external("host", "log")
declare function host_log(bytes: usize, count: usize, last: i32): void;

/** No piece is longer. */
export const PIECE_BYTES: usize = 4096;

/** A new run may let out so many bytes. */
export function output_start(limitBytes: f64): void {
  store<i64>(OUTPUT_LEFT, <i64>limitBytes);
  store<u32>(OUTPUT_FILL, 0);
}

/** Counts bytes against the limit. Traps: output, and then counts none. */
function spend(bytes: u64): void {
  const left = load<i64>(OUTPUT_LEFT);
  if (<i64>bytes > left) trap(TRAP_OUTPUT);
  store<i64>(OUTPUT_LEFT, left - <i64>bytes);
}

/** Starts one value of an output. */
export function beginValue(output: i32): void {
  store<i32>(OUTPUT_INDEX, output);
  store<u32>(OUTPUT_FILL, 0);
}

function flush(): void {
  const fill = load<u32>(OUTPUT_FILL);
  if (!fill) return;
  host_output(load<i32>(OUTPUT_INDEX), outputBuffer(), <usize>fill);
  store<u32>(OUTPUT_FILL, 0);
}

/** Room for a few bytes of the value, counted and paid by the caller. */
function place(count: usize): usize {
  if (<usize>load<u32>(OUTPUT_FILL) + count > PIECE_BYTES) flush();
  const fill = load<u32>(OUTPUT_FILL);
  store<u32>(OUTPUT_FILL, fill + <u32>count);
  return outputBuffer() + <usize>fill;
}

/** Ends the value. */
export function endValue(): void {
  flush();
  host_output_end(load<i32>(OUTPUT_INDEX));
}

/** Pays and counts so many bytes; the caller then puts them. Traps: fuel, output. */
export function announce(bytes: u64): void {
  charge(<i64>((bytes + (OUTPUT_BYTES - 1)) / OUTPUT_BYTES));
  spend(bytes);
}

export function putInt(value: i64): void {
  store<i64>(place(8), value);
}

/** NaN leaves as the canonical one. */
export function putFloat(value: f64): void {
  if (value == value) store<f64>(place(8), value);
  else store<u64>(place(8), 0x7ff8_0000_0000_0000);
}

export function putBool(value: bool): void {
  store<u8>(place(1), value ? 1 : 0);
}

export function putCount(value: u32): void {
  store<u32>(place(4), value);
}

export function putBytes(from: usize, count: usize): void {
  while (count) {
    const piece = min(count, PIECE_BYTES);
    memory.copy(place(piece), from, piece);
    from += piece;
    count -= piece;
  }
}

/** Hands a line to the log. Cost: 1 fuel for 4 bytes. Traps: fuel, output. */
export function print(text: usize): void {
  const length = lengthOf(text);
  announce(<u64>length + 4);
  host_log(text + DATA, <usize>length, 1);
}
