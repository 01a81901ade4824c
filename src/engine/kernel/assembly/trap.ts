/**
 * How the runtime stops a run: traps go to the host, which throws; a charge checks before it
 * deducts.
 *
 * The codes are those of src/machine/trap.ts, compared in a test.
 */
import { BULK_BYTES, SCAN_BYTES } from "./costs";
import { FUEL_CELL } from "./shared-layout";

// @ts-ignore: decorators on functions are AssemblyScript
@external("host", "trap_here")
declare function trap_here(code: i32, a: f64, b: f64): void;

// @ts-ignore: decorators on functions are AssemblyScript
@external("host", "world")
declare function world(): void;

export const TRAP_FUEL: i32 = 1;
export const TRAP_MEMORY: i32 = 2;
export const TRAP_OUTPUT: i32 = 4;
export const TRAP_OVERFLOW: i32 = 5;
export const TRAP_BOUNDS: i32 = 8;
export const TRAP_ARGUMENT: i32 = 9;
export const TRAP_LENGTHS: i32 = 12;
export const TRAP_TOO_FEW: i32 = 13;
export const TRAP_RATE: i32 = 14;
export const TRAP_PHASE: i32 = 15;
export const TRAP_GRAPH: i32 = 16;
export const TRAP_EDGE: i32 = 17;
export const TRAP_SELF_LOOP: i32 = 18;
export const TRAP_COUNT: i32 = 19;
export const TRAP_STEPS: i32 = 20;
export const TRAP_EVERY: i32 = 21;
export const TRAP_SEPARATOR: i32 = 22;
export const TRAP_WEIGHTS: i32 = 23;
export const TRAP_SLICE: i32 = 24;
export const TRAP_BACKWARDS: i32 = 25;
export const TRAP_TRUNCATION: i32 = 26;
export const TRAP_KEY: i32 = 27;
export const TRAP_SCALAR: i32 = 28;

/** The largest Int; the smallest is its negative. */
export const LARGEST_INT: f64 = 9007199254740991;

/** Stops the run; does not return. */
export function trap(code: i32, a: f64 = 0, b: f64 = 0): void {
  trap_here(code, a, b);
  unreachable();
}

/** The host cannot do what the program may ask for; does not return. */
export function failWorld(): void {
  world();
  unreachable();
}

/** Pays `amount` ≥ 0 of fuel, or traps and pays nothing. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function charge(amount: i64): void {
  const left = load<i64>(FUEL_CELL);
  if (amount > left) trap(TRAP_FUEL);
  store<i64>(FUEL_CELL, left - amount);
}

/** Pays for looking at so many bytes one by one. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function chargeScan(bytes: u64): void {
  charge(<i64>((bytes + (SCAN_BYTES - 1)) / SCAN_BYTES));
}

/** Pays for passing over so many bytes. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function chargeBytes(bytes: u64): void {
  charge(<i64>((bytes + (BULK_BYTES - 1)) / BULK_BYTES));
}
