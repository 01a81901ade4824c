/**
 * Loops.
 *
 * Invariants: bounds are evaluated once; a range that includes the greatest Int ends without
 * overflow (the test stands before the increment); a list is iterated as it was when the loop
 * began.
 */

import { INT, type Type } from "../../machine/types/type.ts";
import type { TypedBlock, TypedExpression, TypedPattern, TypedStatement } from "../check/typed.ts";
import type { Structure } from "./builder.ts";
import { type Leaf, lentLeaf, temporaryLeaf, type Value } from "./leaf.ts";
import { getElement, unboxed } from "./boxing.ts";
import { branch } from "./comparison.ts";
import { at, type Context, copied, only, target } from "./context.ts";
import { listsOf } from "./map.ts";
import { settled, valueBefore } from "./operands.ts";

type Of<Kind extends TypedStatement["kind"]> = Extract<TypedStatement, { kind: Kind }>;

/** Goes on when the condition holds and calls `leave` when it does not. */
function unless(context: Context, condition: TypedExpression, leave: () => void): void {
  if (condition.kind === "and") {
    unless(context, condition.left, leave);
    unless(context, condition.right, leave);
  } else {
    branch(context, condition, () => undefined, leave);
  }
}

export function whileLoop(context: Context, statement: Of<"while">): void {
  const { builder } = context;
  const kept = builder.ownedNow();
  const loop = builder.open({ op: "loop", charge: 0 });
  unless(context, statement.condition, () => builder.breakTo(loop));
  turn(context, statement.body, { breaks: loop, continues: loop, kept });
  at(context, statement.span);
  builder.end();
}

export function loopForever(context: Context, statement: Of<"loop">): void {
  const { builder } = context;
  const kept = builder.ownedNow();
  const loop = builder.open({ op: "loop", charge: 0 });
  turn(context, statement.body, { breaks: loop, continues: loop, kept });
  at(context, statement.span);
  builder.end();
}

function turn(context: Context, body: TypedBlock, loop: Context["loops"][number]): void {
  context.loops.push(loop);
  context.builder.release(context.block(body));
  context.loops.pop();
}

/** A turn that something follows: `continue` goes past a block around it. */
function turnWithin(
  context: Context,
  breaks: Structure,
  { hasContinue }: Of<"for-range" | "for-list">,
  run: (loop: Context["loops"][number]) => void,
): void {
  const { builder } = context;
  const kept = builder.ownedNow();
  if (!hasContinue) {
    run({ breaks, continues: breaks, kept });
    return;
  }
  const around = builder.open({ op: "block" });
  run({ breaks, continues: around, kept });
  builder.end();
}

export function forRange(context: Context, statement: Of<"for-range">): void {
  const { builder } = context;
  const from = valueBefore(context, statement.from, statement.to);
  const limit = settled(context, context.value(statement.to));
  const counter = builder.adopt(only(copied(context, from)), statement.local?.name ?? "");
  if (statement.local !== null) {
    context.locals.set(statement.local, lentLeaf(counter).alone);
  }
  at(context, statement.span);
  const one = target(context, INT, null);
  builder.emit({ op: "int_const", d: one.register, value: 1 });
  const range = { a: counter, b: only(limit) };
  if (statement.inclusive) inclusiveTurns(context, statement, range, one);
  else exclusiveTurns(context, statement, range, one);
  builder.release(limit);
  builder.release(one.alone);
  if (statement.local === null) builder.release(temporaryLeaf(counter).alone);
}

interface RangeRegisters {
  readonly a: number;
  readonly b: number;
}

function exclusiveTurns(
  context: Context,
  statement: Of<"for-range">,
  range: RangeRegisters,
  one: Leaf,
): void {
  const { builder } = context;
  const loop = builder.open({ op: "loop", charge: 0 });
  builder.open({ op: "if_int_lt", ...range });
  builder.else();
  builder.breakTo(loop);
  builder.end();
  turnWithin(context, loop, statement, (target) => turn(context, statement.body, target));
  at(context, statement.span);
  builder.emit({ op: "int_add", d: range.a, a: range.a, b: one.register });
  builder.end();
}

function inclusiveTurns(
  context: Context,
  statement: Of<"for-range">,
  range: RangeRegisters,
  one: Leaf,
): void {
  const { builder } = context;
  builder.open({ op: "if_int_le", ...range });
  const loop = builder.open({ op: "loop", charge: 0 });
  turnWithin(context, loop, statement, (target) => turn(context, statement.body, target));
  at(context, statement.span);
  builder.open({ op: "if_int_lt", ...range });
  builder.else();
  builder.breakTo(loop);
  builder.end();
  builder.emit({ op: "int_add", d: range.a, a: range.a, b: one.register });
  builder.end();
  builder.end();
}

/** `bind` and `scoped` come from the statements, which loops are part of. */
export function forList(
  context: Context,
  statement: Of<"for-list">,
  bind: (context: Context, pattern: TypedPattern, type: Type, value: Value) => void,
  scoped: (context: Context, body: () => void) => void,
): void {
  const { builder } = context;
  const { list, body, pattern } = statement;
  const whole = settled(context, context.value(list));
  at(context, statement.span);
  const turns = turnsOf(context, list.type, whole);
  const { elements } = turns;
  const length = target(context, INT, null);
  const position = target(context, INT, null);
  const one = target(context, INT, null);
  builder.emit({ op: "list_length", d: length.register, a: only(elements) });
  builder.emit({ op: "int_const", d: position.register, value: 0 });
  builder.emit({ op: "int_const", d: one.register, value: 1 });
  const loop = builder.open({ op: "loop", charge: 0 });
  builder.open({ op: "if_int_lt", a: position.register, b: length.register });
  builder.else();
  builder.breakTo(loop);
  builder.end();
  turnWithin(context, loop, statement, (target) =>
    scoped(context, () => {
      bind(context, pattern, turns.type, turns.at(position.register));
      turn(context, body, target);
      at(context, statement.span);
    }),
  );
  builder.emit({ op: "int_add", d: position.register, a: position.register, b: one.register });
  builder.end();
  builder.release(elements);
  builder.release(turns.values);
  builder.release([length, position, one]);
}

/** What a loop goes through: as many turns as `elements` has, each with a value of `type`. */
interface Turns {
  readonly type: Type;
  readonly elements: Value;
  /** Of a map, beside its keys. */
  readonly values: Value;
  readonly at: (position: number) => Value;
}

function turnsOf(context: Context, type: Type, whole: Value): Turns {
  const read = (element: Type, list: Value, position: number): Value =>
    unboxed(context, element, [getElement(context, element, only(list), position)]);
  if (type.kind !== "map") {
    const element = type.kind === "list" ? type.element : type;
    const at = (position: number): Value => read(element, whole, position);
    return { type: element, elements: whole, values: [], at };
  }
  const [keys, values] = listsOf(context, type, whole);
  return {
    type: { kind: "tuple", elements: [type.key, type.value] },
    elements: keys,
    values,
    at: (position) => [...read(type.key, keys, position), ...read(type.value, values, position)],
  };
}

/** `break` and `continue`: what the turn owns is dropped on the way. */
export function leaveLoop(context: Context, kind: "break" | "continue"): void {
  const { builder } = context;
  const loop = context.loops.at(-1);
  if (loop === undefined) return;
  builder.dropAllBut(loop.kept);
  if (kind === "continue" && loop.continues.kind === "loop") builder.continueTo(loop.continues);
  else builder.breakTo(kind === "break" ? loop.breaks : loop.continues);
}
