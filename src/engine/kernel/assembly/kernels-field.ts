/**
 * The primitive over quaternion fields: it checks, makes phases and values their own, and runs the
 * rotor in slices, each paid before it runs.
 *
 * Field: slots amplitudes, phases (cycles), frequencies (Hz), values, steps.
 */
import { allocate, release } from "./allocator";
import { OSCILLATOR_ENTRY_FUEL, OSCILLATOR_PHASOR_FUEL } from "./costs";
import { evolve_field, scratch_bytes_field } from "./field-rotor";
import { unique } from "./heap";
import { demandDone, slot, TOO_MANY_OSCILLATORS } from "./kernels-population";
import { DATA, lengthOf, SLOTS } from "./layout";
import {
  charge,
  LARGEST_INT,
  trap,
  TRAP_LENGTHS,
  TRAP_MEMORY,
  TRAP_OVERFLOW,
  TRAP_STEPS,
} from "./trap";

const AMPLITUDES: usize = SLOTS;
const PHASES: usize = SLOTS + 8;
const FREQUENCIES: usize = SLOTS + 16;
const VALUES: usize = SLOTS + 24;
const STEPS: usize = SLOTS + 32;

/** Sites times steps of one slice, about. */
const SLICE_WORK: f64 = 524288;

function demandEqual(wanted: u32, found: u32): void {
  if (wanted != found) trap(TRAP_LENGTHS, <f64>wanted, <f64>found);
}

/** How many sites; four times as many amplitudes and values. */
function sizeOfField(field: usize): u32 {
  const count = lengthOf(slot(field, PHASES));
  if (count >= TOO_MANY_OSCILLATORS) trap(TRAP_MEMORY);
  demandEqual(count, lengthOf(slot(field, FREQUENCIES)));
  demandEqual(4 * count, lengthOf(slot(field, AMPLITUDES)));
  demandEqual(4 * count, lengthOf(slot(field, VALUES)));
  return count;
}

/** The field held by the caller alone, phases and values included, its step counter advanced. */
function ownState(field: usize, steps: f64): usize {
  field = unique(field);
  store<u32>(field + PHASES, <u32>unique(slot(field, PHASES)));
  store<u32>(field + VALUES, <u32>unique(slot(field, VALUES)));
  const before = <f64>load<i64>(field + STEPS);
  if (before + steps > LARGEST_INT) trap(TRAP_OVERFLOW, before, steps);
  store<i64>(field + STEPS, <i64>(before + steps));
  return field;
}

/** ψ ← ψ·e^(uφ), φ' = f: `steps` steps of `dt` about the unit axis (x, y, z). */
export function field_evolve(
  field: usize,
  x: f64,
  y: f64,
  z: f64,
  dt: f64,
  steps: f64,
): usize {
  if (!(steps >= 0)) trap(TRAP_STEPS, steps, 0);
  const count = sizeOfField(field);
  charge(<i64>count * OSCILLATOR_ENTRY_FUEL);
  const own = ownState(field, steps);
  const bytes = <u64>scratch_bytes_field(<f64>count);
  const scratch = allocate(bytes);
  const longest = max<f64>(1, floor<f64>(SLICE_WORK / (<f64>count + 1)));
  let done: f64 = 0;
  let slice = min<f64>(steps, longest);
  do {
    charge(<i64>slice * (<i64>count * OSCILLATOR_PHASOR_FUEL + OSCILLATOR_PHASOR_FUEL));
    const status = evolve_field(
      slot(own, AMPLITUDES) + DATA,
      slot(own, PHASES) + DATA,
      slot(own, FREQUENCIES) + DATA,
      slot(own, VALUES) + DATA,
      <f64>count,
      x,
      y,
      z,
      dt,
      done,
      slice,
      scratch,
    );
    demandDone(status, dt);
    done += slice;
    slice = min<f64>(steps - done, longest);
  } while (slice > 0);
  release(scratch, bytes);
  return own;
}
