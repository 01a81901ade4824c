/**
 * `match` and `?`: arms one after the other, each inside of the structures that its pattern opens.
 *
 * Invariants: every arm ends with the value that is taken apart given up, and goes to the end of
 * one block; an arm that always fits is the last one compiled.
 * Not here: what a pattern tests (pattern.ts).
 */

import type { Type } from "../../machine/types/type.ts";
import type { TypedArm, TypedExpression } from "../check/typed.ts";
import type { Structure } from "./builder.ts";
import type { Value } from "./leaf.ts";
import { boxed, flatCase, partsOfCase, unboxed } from "./boxing.ts";
import { branch, keepsOrder } from "./comparison.ts";
import {
  at,
  type Context,
  held,
  moveInto,
  only,
  registersOf,
  takenAll,
  target,
} from "./context.ts";
import type { FlatEnum } from "./enum-layout.ts";
import { flatLayout } from "./layout.ts";
import { operands } from "./operands.ts";
import { bindsNothing, close, fitsItsCase, panic, test, type Matching } from "./pattern.ts";
import { meet } from "./rewrite.ts";
import { bind, leaveFunction, leaveScope, movedOut, openScope } from "./statement.ts";

type Of<Kind extends TypedExpression["kind"]> = Extract<TypedExpression, { kind: Kind }>;

/** A `match` while it is compiled. */
interface Arms {
  readonly context: Context;
  readonly value: Value;
  readonly type: Type;
  /** The block that all arms go to the end of. */
  readonly done: Structure;
  readonly results: readonly number[];
  /** What is owned behind it: the results, and what was before but the value. */
  readonly kept: readonly number[];
}

export function match(context: Context, expression: Of<"match">): Value {
  const { builder, environment } = context;
  const isInOrder = expression.arms.every(({ guard }) => guard === null || keepsOrder(guard));
  if (environment !== null && !isInOrder) meet(environment, expression);
  const value = matched(context, expression);
  at(context, expression.span);
  const results = builder.temporaries(expression.type);
  const registers = registersOf(results);
  const done = builder.open({ op: "block" });
  const isLeft = (register: number): boolean =>
    !value.some((leaf) => leaf.temporary && leaf.register === register);
  const kept = done.ownedBefore.filter(isLeft).concat(registers);
  const { type } = expression.value;
  const arms: Arms = { context, value, type, done, results: registers, kept };
  const { length } = expression.arms;
  let index = 0;
  for (; index < length && builder.reachable; index += 1) {
    compileArm(arms, expression.arms[index], index === length - 1);
  }
  if (index < length && environment !== null) meet(environment, expression);
  if (builder.reachable && !done.isBrokenOutOf && expression.arms.length === 0) panic(context);
  builder.end();
  for (const leaf of value) if (leaf.temporary) builder.disown(leaf.register);
  builder.release(value);
  for (const register of registers) builder.own(register);
  return results;
}

/** The value that is taken apart; the turn of a `while let` begins behind it. */
function matched(context: Context, { value, isTurn }: Of<"match">): Value {
  const loop = isTurn ? context.loops.pop() : undefined;
  const found = context.value(value);
  if (loop !== undefined) context.loops.push(loop);
  return found;
}

function compileArm(arms: Arms, { pattern, guard, body }: TypedArm, isLast: boolean): void {
  const { context, value, type, done, results } = arms;
  const { builder } = context;
  const outer = openScope(context);
  // one arm takes each value, so the last one asks only for what it names
  const isSure = isLast && guard === null && bindsNothing(pattern);
  const isCertain = isLast && guard === null && fitsItsCase(pattern);
  const matching: Matching = { context, bind, opened: [], waiting: [], isCertain };
  if (!isSure) test(matching, { pattern, type, value: held(value) });
  const chosen = (): void => {
    for (const part of matching.waiting) builder.release(part);
    for (const leaf of value) {
      if (leaf.temporary && builder.isOwned(leaf.register))
        builder.emit({ op: "ref_drop", a: leaf.register });
    }
    const given = movedOut(context, context.block(body));
    if (results.length === 0) builder.release(given);
    else if (given.length > 0) moveInto(context, results, given);
    builder.dropAllBut(arms.kept);
    const fallsOut = isLast && guard === null && matching.opened.length === 0;
    if (!fallsOut) builder.breakTo(done);
  };
  if (guard === null) chosen();
  else branch(context, guard, chosen, null);
  const isTested = matching.opened.length > 0 || guard !== null;
  close(matching);
  if (isLast && isTested) panic(context);
  leaveScope(context, outer);
}

/** A value of a case: what it carries, boxed as containers hold it, in a new object. */
export function enumValue(context: Context, expression: Of<"enum">): Value {
  const { fields: written, type, index } = expression;
  const values = operands(
    context,
    written.map((part) => part.value),
  );
  at(context, expression.span);
  const declared = type.kind === "enum" ? (type.enum.cases[index]?.fields ?? []) : [];
  const parts = declared.map((_, slot) => {
    return values[written.findIndex((each) => each.slot === slot)] ?? [];
  });
  return valueOfCase(context, type, index, parts);
}

/** A value of a case, of parts as registers hold them. */
export function valueOfCase(
  context: Context,
  type: Type,
  index: number,
  parts: readonly Value[],
): Value {
  const layout = flatLayout(type);
  if (layout !== null) return flatCase(context, layout, index, parts);
  const declared = type.kind === "enum" ? (type.enum.cases[index]?.fields ?? []) : [];
  const stored = declared.map((field, slot) => boxed(context, field.type, parts[slot] ?? []));
  return caseOf(context, type, index, stored);
}

/** A new object of a case, of parts as they are stored. */
function caseOf(context: Context, type: Type, index: number, stored: readonly Value[]): Value {
  const { builder } = context;
  const fields = takenAll(context, stored);
  const leaf = target(context, type, null);
  builder.emit({
    op: "enum_new",
    d: leaf.register,
    type: builder.numbers.type.of(type),
    case: index,
    fields: registersOf(fields),
  });
  builder.release(fields);
  return leaf.alone;
}

/** `value?` */
export function attempt(context: Context, expression: Of<"try">): Value {
  const { builder } = context;
  const { operand, success, result, type } = expression;
  const value = context.value(operand);
  at(context, expression.span);
  const failure = 1 - success;
  const layout = flatLayout(operand.type);
  if (layout !== null) return attemptFlat(context, expression, layout, value);
  const cases = operand.type.kind === "enum" ? operand.type.enum.cases : [];
  const there = builder.whole(type);
  builder.open({ op: "if_case", a: only(value), case: success, fields: [there.register] });
  builder.own(there.register);
  builder.else();
  const parts = (cases[failure]?.fields ?? []).map((field) => field.type);
  if (parts.length === 0) {
    leaveFunction(context, valueOfCase(context, result, failure, []));
  } else {
    const leaves = parts.map((part) => builder.whole(part));
    builder.open({
      op: "if_case",
      a: only(value),
      case: failure,
      fields: leaves.map((leaf) => leaf.register),
    });
    for (const leaf of leaves) builder.own(leaf.register);
    const carried = parts.map((part, slot) => unboxed(context, part, [leaves[slot]]));
    leaveFunction(context, valueOfCase(context, result, failure, carried));
    builder.end();
    panic(context);
  }
  builder.end();
  builder.own(there.register);
  builder.release(value);
  return unboxed(context, type, there.alone);
}

/** `value?` of an enum in registers. */
function attemptFlat(
  context: Context,
  { success, result }: Of<"try">,
  layout: FlatEnum,
  value: Value,
): Value {
  const { builder } = context;
  const failure = 1 - success;
  const number = builder.temporary({ kind: "i", type: null });
  builder.emit({ op: "int_const", d: number.register, value: success });
  builder.open({ op: "if_int_eq", a: only(value), b: number.register });
  builder.release(number.alone);
  builder.else();
  const carried = partsOfCase(layout, failure, held(value));
  leaveFunction(context, valueOfCase(context, result, failure, carried));
  builder.end();
  const given = partsOfCase(layout, success, value).flat();
  builder.release(value.filter((leaf) => !given.includes(leaf)));
  return given;
}
