/**
 * Places: a `var` and a path of fields and indices below it.
 *
 * The indices are evaluated once, from left to right, when the place is prepared; it is opened
 * only when everything else has been evaluated, down the path, and closed on the way back up.
 * Invariant: between open and close there is no way out but a trap.
 */

import { registerKind } from "../../machine/types/register-kind.ts";
import type { Type } from "../../machine/types/type.ts";
import type { Span } from "../../source/span.ts";
import type { PathStep, TypedExpression, TypedPlace } from "../check/typed.ts";
import { type Leaf, lentLeaf, temporaryLeaf, type Value } from "./leaf.ts";
import { boxed, getElement, getSlot, unboxed } from "./boxing.ts";
import { at, type Context, copied, moveInto, only, registersOf, taken, target } from "./context.ts";
import { elementStart, isSpread, mnemonics, slotsOf, spreadTypes } from "./layout.ts";
import { entryPlace, getEntry, type MapType, putEntry, setEntry } from "./map.ts";
import { settledBefore } from "./operands.ts";

/** One step with its index or key in a register. */
type Step =
  | { readonly kind: "field"; readonly slot: number; readonly type: Type }
  | {
      readonly kind: "index";
      readonly index: Value;
      readonly type: Type;
      readonly span: Span;
    }
  | {
      readonly kind: "key";
      readonly index: Value;
      readonly map: MapType;
      readonly type: Type;
      readonly span: Span;
    };

const NO_STEPS: readonly Step[] = [];

/** A child that was moved out of its container, and where it goes back. */
interface Opened {
  readonly child: Leaf;
  /** The place of an entry. */
  readonly entry: Leaf | null;
}

/**
 * A place whose indices are known: registers of a local, and what is left of the path below them.
 */
export interface PreparedPlace {
  readonly registers: readonly number[];
  readonly steps: readonly Step[];
  readonly type: Type;
  readonly span: Span;
}

/**
 * Evaluates the indices; `later` is what will be evaluated before the place is used, and indices
 * are kept safe from it.
 */
export function prepare(
  context: Context,
  place: TypedPlace,
  later: readonly TypedExpression[],
): PreparedPlace {
  let registers = registersOf(context.locals.get(place.local) ?? []);
  let type = place.local.type;
  let path: readonly PathStep[] = place.path;
  // A tuple in a local is registers of its own: its fields need no opening.
  let parts = spreadTypes(type);
  while (parts !== null && path[0]?.kind === "field") {
    const { slot } = path[0];
    const start = elementStart(parts, slot);
    type = parts[slot];
    registers = registers.slice(start, start + slotsOf(type).length);
    path = path.slice(1);
    parts = spreadTypes(type);
  }
  if (path.length === 0) return { registers, steps: NO_STEPS, type: place.type, span: place.span };
  const steps = path.map((step, position): Step => {
    if (step.kind === "field") return step;
    const container = position === 0 ? type : path[position - 1].type;
    const value = context.value(step.index);
    const behind = path
      .slice(position + 1)
      .flatMap((next) => (next.kind === "index" ? [next.index] : []));
    const index = settledBefore(context, value, [...behind, ...later]);
    const found = { index, type: step.type, span: step.span };
    if (container.kind !== "map") return { kind: "index", ...found };
    return { kind: "key", ...found, index: boxed(context, container.key, index), map: container };
  });
  return { registers, steps, type: place.type, span: place.span };
}

/** Ends a prepared place: gives its indices back. */
export function finish(context: Context, place: PreparedPlace): void {
  for (const step of place.steps) if (step.kind !== "field") context.builder.release(step.index);
}

/**
 * Opens the place down to the container of its last step, lets `action` work there, and closes
 * it.
 */
function within(
  context: Context,
  place: PreparedPlace,
  action: (container: number, last: Step) => void,
): void {
  const descend = (container: number, position: number): void => {
    const step = place.steps[position];
    if (position === place.steps.length - 1) {
      action(container, step);
      return;
    }
    const opened = openStep(context, container, step);
    descend(opened.child.register, position + 1);
    closeStep(context, container, step, opened);
  };
  descend(place.registers[0] ?? 0, 0);
}

function openStep(context: Context, container: number, step: Step): Opened {
  const { builder } = context;
  if (step.kind === "key") {
    at(context, step.span);
    const entry = entryPlace(context, step.map, container, step.index);
    const child = target(context, step.type, null);
    builder.emit({ op: "map_open", d: child.register, a: container, index: entry.register });
    return { child, entry };
  }
  const child = target(context, step.type, null);
  if (step.kind === "field") {
    builder.emit({ op: "record_open", d: child.register, a: container, slot: step.slot });
  } else {
    at(context, step.span);
    builder.emit({ op: "list_open", d: child.register, a: container, index: only(step.index) });
  }
  return { child, entry: null };
}

function closeStep(
  context: Context,
  container: number,
  step: Step,
  { child, entry }: Opened,
): void {
  const { builder } = context;
  if (entry !== null) {
    builder.emit({ op: "map_close", a: container, index: entry.register, b: child.register });
    builder.release(entry.alone);
  } else if (step.kind === "field") {
    builder.emit({ op: "record_close", a: container, slot: step.slot, b: child.register });
  } else {
    builder.emit({ op: "list_close", a: container, index: only(step.index), b: child.register });
  }
  builder.release(child.alone);
}

function getStep(context: Context, container: number, step: Exclude<Step, { kind: "key" }>): Leaf {
  if (step.kind === "field") return getSlot(context, step.type, container, step.slot);
  at(context, step.span);
  return getElement(context, step.type, container, only(step.index));
}

const RECORD_SET = mnemonics("record_set");
const LIST_SET = mnemonics("list_set");

function setStep(context: Context, container: number, step: Step, value: Value): void {
  const { builder } = context;
  if (step.kind === "key") {
    at(context, step.span);
    putEntry(context, step.map, container, step.index, value);
    return;
  }
  const kind = registerKind(step.type);
  if (step.kind === "field") {
    builder.emit({ op: RECORD_SET[kind], a: container, slot: step.slot, b: only(value) });
  } else {
    at(context, step.span);
    const index = only(step.index);
    builder.emit({ op: LIST_SET[kind], a: container, index, b: only(value) });
  }
}

/** `place = value`; the value ends here. */
export function store(context: Context, place: PreparedPlace, value: Value): void {
  const { builder } = context;
  if (place.steps.length === 0) {
    storeInLocal(context, place.registers, value);
    return;
  }
  const whole = taken(context, boxed(context, place.type, value));
  within(context, place, (container, last) => setStep(context, container, last, whole));
  builder.release(whole);
}

function storeInLocal(context: Context, registers: readonly number[], value: Value): void {
  const { builder } = context;
  if (value.length === 1 && registers.length === 1) {
    const [register] = registers;
    if (value[0].register === register) return;
    const safe = taken(context, value);
    if (builder.isOwned(register)) builder.emit({ op: "ref_drop", a: register });
    moveInto(context, registers, safe);
    return;
  }
  const isCrossed = value.some(
    (leaf, index) => registers.includes(leaf.register) && registers[index] !== leaf.register,
  );
  const safe = value.flatMap((leaf, index): Value => {
    if (registers[index] === leaf.register) return leaf.alone;
    return isCrossed ? copied(context, leaf.alone) : taken(context, leaf.alone);
  });
  for (const [index, register] of registers.entries()) {
    const isSame = safe[index]?.register === register;
    if (!isSame && builder.isOwned(register)) builder.emit({ op: "ref_drop", a: register });
  }
  moveInto(context, registers, safe);
}

/**
 * Lets `action` change what stands at the place, taken as a whole: it gets the registers with the
 * old value (a reference is owned) and gives the new one.
 */
export function change(
  context: Context,
  place: PreparedPlace,
  action: (old: Value) => Value,
): void {
  const { builder } = context;
  if (place.steps.length === 0) {
    changeLocal(context, place, action);
    return;
  }
  within(context, place, (container, last) => {
    if (registerKind(last.type) === "r") {
      const { child, entry } = openStep(context, container, last);
      const [changed] = action(child.alone);
      closeStep(context, container, last, { child: changed ?? child, entry });
      builder.release(child.alone);
      return;
    }
    if (last.kind === "key") {
      changeEntry(context, container, last, action);
      return;
    }
    const old = getStep(context, container, last);
    const changed = action(old.alone);
    setStep(context, container, last, changed);
    builder.release(changed);
  });
}

/** Changes a scalar that a map holds. */
function changeEntry(
  context: Context,
  container: number,
  { map, index, span }: Extract<Step, { kind: "key" }>,
  action: (old: Value) => Value,
): void {
  const { builder } = context;
  at(context, span);
  const entry = entryPlace(context, map, container, index);
  const changed = action([getEntry(context, map, container, entry)]);
  at(context, span);
  setEntry(context, map, container, entry, changed);
  builder.release([...changed, entry]);
}

function changeLocal(context: Context, place: PreparedPlace, action: (old: Value) => Value): void {
  const { registers, type } = place;
  if (!isSpread(type)) {
    moveInto(context, registers, action(lentLeaf(registers[0] ?? 0).alone));
    return;
  }
  // Moved out of the local into a box, changed there, and moved back.
  const box = boxed(context, type, registers.map(temporaryLeaf));
  moveInto(context, registers, unboxed(context, type, action(box)));
}
