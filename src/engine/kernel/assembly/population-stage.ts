/**
 * One stage of a Runge–Kutta step of two oscillators, from the way that coupling moves them.
 *
 * Phases commute, so the four stages are rotations of the phasor at the start of the step, by the
 * natural way R (half or whole) and by E(d), d the way by coupling. Ways in cycles, g the gain of a
 * whole step and k the pull of a stage: d1 = (g/2)k1, d2 = (g/2)k2, d3 = g·k3, d4 = (g/2)k4, and
 * the whole step goes d = (d1 + 2·d2 + d3 + d4)/3.
 */
import {
  productImaginary,
  productReal,
  rotationCosine,
  rotationSine,
} from "./population-rotation";
import {
  COSINE,
  HALF_COSINE,
  HALF_SINE,
  NATURAL,
  PHASE,
  SINE,
  STAGE_COSINE,
  STAGE_SINE,
  TOTAL,
  TURNS,
} from "./population-state";

/** The four stages, as type arguments like the paths. */
export type First = i8;
export type Second = i16;
export type Third = i32;
export type Last = i64;

/** The sum of ways so far. The first stage starts it, the second counts twice. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function addedWays<Stage>(at: usize, d: v128): v128 {
  if (sizeof<Stage>() == sizeof<First>()) return d;
  const twice = sizeof<Stage>() == sizeof<Second>();
  return f64x2.add(v128.load(at, TOTAL), twice ? f64x2.add(d, d) : d);
}

/** Turns the phasor at the start by half of the natural way. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function turnStart(at: usize): void {
  const r = v128.load(at, HALF_COSINE);
  const i = v128.load(at, HALF_SINE);
  const a = v128.load(at, COSINE);
  const b = v128.load(at, SINE);
  const cosine = productReal(a, b, r, i);
  const sine = productImaginary(a, b, r, i);
  v128.store(at, cosine, COSINE);
  v128.store(at, sine, SINE);
}

/** Stores the phasor at the start, turned by a way, where the stage leaves it. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function storeTurned<Stage, Path>(at: usize, d: v128): void {
  const c = rotationCosine<Path>(d);
  const s = rotationSine<Path>(d);
  const a = v128.load(at, COSINE);
  const b = v128.load(at, SINE);
  const cosine = productReal(a, b, c, s);
  const sine = productImaginary(a, b, c, s);
  if (sizeof<Stage>() == sizeof<Last>()) {
    v128.store(at, cosine, COSINE);
    v128.store(at, sine, SINE);
  } else {
    v128.store(at, cosine, STAGE_COSINE);
    v128.store(at, sine, STAGE_SINE);
  }
}

/** Phases and turns at the end of the step. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function movePhases(at: usize, d: v128): void {
  const x = f64x2.add(v128.load(at, PHASE), f64x2.add(v128.load(at, NATURAL), d));
  const whole = f64x2.nearest(x);
  const turns = f64x2.add(v128.load(at, TURNS), whole);
  v128.store(at, f64x2.sub(x, whole), PHASE);
  v128.store(at, turns, TURNS);
}

/**
 * From the way of this stage to the phasors of the next one, in STAGE_COSINE and STAGE_SINE; the
 * last stage leaves phasors, phases and turns at the end of the step.
 */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function stageOf<Stage, Path>(at: usize, way: v128): void {
  const added = addedWays<Stage>(at, way);
  if (sizeof<Stage>() == sizeof<Last>()) {
    const d = f64x2.mul(added, f64x2.splat(1.0 / 3.0));
    storeTurned<Stage, Path>(at, d);
    movePhases(at, d);
    return;
  }
  v128.store(at, added, TOTAL);
  if (sizeof<Stage>() != sizeof<Second>()) turnStart(at);
  storeTurned<Stage, Path>(at, way);
}
