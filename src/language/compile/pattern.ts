/**
 * Patterns as tests: each opens the structures inside of which a value fits, and gives names to its
 * parts there.
 *
 * Invariants: what is owned before a structure is still owned at its end when the value does not
 * fit; what a pattern takes out of a value is given up when the arm has been chosen (`waiting`).
 * Not here: arms and their order (match.ts).
 */

import { primitiveByName } from "../../machine/primitives/index.ts";
import type { Type } from "../../machine/types/type.ts";
import type { ConstantValue, TypedPattern } from "../check/typed.ts";
import type { Structure } from "./builder.ts";
import { isTemporary, type Leaf, lentLeaf, type Value } from "./leaf.ts";
import { getElement, getSlot, partsOfCase, unboxed } from "./boxing.ts";
import { type Context, only, target } from "./context.ts";
import { textConstant } from "./joining.ts";
import type { FlatEnum } from "./enum-layout.ts";
import { flatLayout, isSpread, slotsOf, spreadTypes } from "./layout.ts";

const BOOL: Type = { kind: "bool" };
const INT: Type = { kind: "int" };

type Of<Kind extends TypedPattern["kind"]> = Extract<TypedPattern, { kind: Kind }>;

/** Gives names to a value: statement.ts has it, and patterns inside of patterns need it. */
export type Bind = (context: Context, pattern: TypedPattern, type: Type, value: Value) => void;

/** A pattern that is being tested. */
export interface Matching {
  readonly context: Context;
  readonly bind: Bind;
  /** The structures that are open, outermost first. */
  readonly opened: Structure[];
  /** Values that end when the arm is chosen. */
  readonly waiting: Value[];
  /**
   * The value is of the case that the pattern names, and inside of it nothing has to be asked
   * either.
   */
  readonly isCertain: boolean;
}

export interface Subject<Pattern extends TypedPattern = TypedPattern> {
  readonly pattern: Pattern;
  readonly type: Type;
  readonly value: Value;
}

/** Whether the pattern fits every value without a look, and binds nothing. */
export function asksNothing(pattern: TypedPattern): boolean {
  switch (pattern.kind) {
    case "ignore":
      return true;
    case "tuple":
      return pattern.elements.every(asksNothing);
    case "record":
      return pattern.fields.every((field) => asksNothing(field.pattern));
    default:
      return false;
  }
}

/** Whether the pattern of a case fits every value of it. */
export function fitsItsCase(pattern: TypedPattern): boolean {
  return (
    pattern.kind === "case" &&
    pattern.fields.every(({ pattern: part }) => part.kind === "local" || asksNothing(part))
  );
}

/** Whether the pattern gives a name to anything. */
export function bindsNothing(pattern: TypedPattern): boolean {
  switch (pattern.kind) {
    case "local":
      return false;
    case "tuple":
      return pattern.elements.every(bindsNothing);
    case "record":
    case "case":
      return pattern.fields.every((field) => bindsNothing(field.pattern));
    case "list":
      return [...pattern.before, ...pattern.after].every(bindsNothing) && !pattern.rest?.local;
    default:
      return true;
  }
}

/** Opens what the value has to pass, and binds its names inside. */
export function test(matching: Matching, { pattern, type, value }: Subject): void {
  const { context, bind, waiting } = matching;
  switch (pattern.kind) {
    case "ignore":
      waiting.push(value);
      return;
    case "local":
      bind(context, pattern, type, value);
      return;
    case "tuple":
      testParts(matching, pattern.elements, spreadTypes(type) ?? [], value);
      return;
    case "constant":
      testConstant(matching, pattern.value, type, value);
      return;
    case "range":
      testRange(matching, { pattern, type, value });
      return;
    case "record":
      testRecord(matching, { pattern, type, value });
      return;
    case "case":
      testCase(matching, { pattern, type, value });
      return;
    case "list":
      testList(matching, { pattern, type, value });
      return;
    case "alternatives":
      testAlternatives(matching, { pattern, type, value });
  }
}

/** Parts whose registers lie one after the other. */
function testParts(
  matching: Matching,
  patterns: readonly TypedPattern[],
  types: readonly Type[],
  value: Value,
): void {
  let start = 0;
  for (const [slot, pattern] of patterns.entries()) {
    const type = types[slot];
    const count = slotsOf(type).length;
    test(matching, { pattern, type, value: value.slice(start, start + count) });
    start += count;
  }
}

function testConstant(matching: Matching, constant: ConstantValue, type: Type, value: Value): void {
  const { context, opened, waiting } = matching;
  const { builder } = context;
  waiting.push(value);
  switch (constant.kind) {
    case "int":
    case "float": {
      const wanted = numberOf(context, type, constant.value);
      const op = type.kind === "float" ? "if_float_eq" : "if_int_eq";
      opened.push(builder.open({ op, a: only(value), b: wanted.register }));
      builder.release(wanted.alone);
      return;
    }
    case "bool": {
      if (constant.value) {
        opened.push(builder.open({ op: "if", a: only(value) }));
        return;
      }
      const turned = target(context, BOOL, null);
      builder.emit({ op: "bool_not", d: turned.register, a: only(value) });
      opened.push(builder.open({ op: "if", a: turned.register }));
      builder.release(turned.alone);
      return;
    }
    case "string": {
      const text = textConstant(context, constant.value);
      const isEqual = target(context, BOOL, null);
      builder.emit({ op: "ref_equal", d: isEqual.register, a: only(value), b: only(text) });
      builder.release(text);
      opened.push(builder.open({ op: "if", a: isEqual.register }));
      builder.release(isEqual.alone);
      return;
    }
    default:
      // the checker takes no other literals
      return;
  }
}

function numberOf(context: Context, type: Type, value: number): Leaf {
  const leaf = target(context, type, null);
  const op = type.kind === "float" ? "float_const" : "int_const";
  context.builder.emit({ op, d: leaf.register, value });
  return leaf;
}

function testRange(matching: Matching, { pattern, type, value }: Subject<Of<"range">>): void {
  const { context, opened, waiting } = matching;
  const { builder } = context;
  waiting.push(value);
  const word = type.kind === "float" ? "float" : "int";
  if (pattern.from !== null) {
    const from = numberOf(context, type, pattern.from);
    opened.push(builder.open({ op: `if_${word}_le`, a: from.register, b: only(value) }));
    builder.release(from.alone);
  }
  if (pattern.to === null) return;
  const to = numberOf(context, type, pattern.to);
  const below = pattern.inclusive ? "le" : "lt";
  opened.push(builder.open({ op: `if_${word}_${below}`, a: only(value), b: to.register }));
  builder.release(to.alone);
}

function testRecord(matching: Matching, { pattern, type, value }: Subject<Of<"record">>): void {
  const { context, waiting } = matching;
  const fields = type.kind === "record" ? type.record.fields : [];
  if (isSpread(type)) {
    const parts = fields.map((_, slot): TypedPattern => {
      return pattern.fields.find((each) => each.slot === slot)?.pattern ?? { kind: "ignore" };
    });
    testParts(
      matching,
      parts,
      fields.map((field) => field.type),
      value,
    );
    return;
  }
  waiting.push(value);
  for (const { slot, pattern: part } of pattern.fields) {
    if (asksNothing(part)) continue;
    const fieldType = fields[slot]?.type ?? type;
    const whole = getSlot(context, fieldType, only(value), slot);
    test(matching, {
      pattern: part,
      type: fieldType,
      value: unboxed(context, fieldType, whole.alone),
    });
  }
}

function testCase(matching: Matching, { pattern, type, value }: Subject<Of<"case">>): void {
  const { context, opened, waiting } = matching;
  const { builder } = context;
  const fields = type.kind === "enum" ? (type.enum.cases[pattern.index]?.fields ?? []) : [];
  const layout = flatLayout(type);
  if (layout !== null) {
    testFlatCase(matching, layout, { pattern, type, value });
    return;
  }
  waiting.push(value);
  const leaves = fields.map((field) => builder.whole(field.type));
  opened.push(
    builder.open({
      op: "if_case",
      a: only(value),
      case: pattern.index,
      fields: leaves.map((leaf) => leaf.register),
    }),
  );
  for (const leaf of leaves) builder.own(leaf.register);
  for (let slot = 0; slot < fields.length; slot += 1) {
    const field = fields[slot];
    const part = pattern.fields.find((each) => each.slot === slot)?.pattern ?? { kind: "ignore" };
    const isAsked = !asksNothing(part);
    const whole = leaves[slot].alone;
    const inner = isAsked ? unboxed(context, field.type, whole) : whole;
    if (isAsked) test(matching, { pattern: part, type: field.type, value: inner });
    else waiting.push(inner);
  }
}

/** A case whose parts are among the registers of the value. */
function testFlatCase(
  matching: Matching,
  layout: FlatEnum,
  { pattern, type, value }: Subject<Of<"case">>,
): void {
  const { context, opened, waiting } = matching;
  const { builder } = context;
  const fields = type.kind === "enum" ? (type.enum.cases[pattern.index]?.fields ?? []) : [];
  const parts = partsOfCase(layout, pattern.index, value);
  // what someone else holds does not end here
  if (value.some(isTemporary)) {
    const asked = pattern.fields.filter((field) => !asksNothing(field.pattern));
    const isPassed = (leaf: Leaf): boolean => asked.some(({ slot }) => parts[slot].includes(leaf));
    waiting.push(value.filter((leaf) => !isPassed(leaf)));
  }
  if (!matching.isCertain) {
    const wanted = numberOf(context, INT, pattern.index);
    opened.push(builder.open({ op: "if_int_eq", a: only(value), b: wanted.register }));
    builder.release(wanted.alone);
  }
  for (const { slot, pattern: part } of pattern.fields) {
    if (asksNothing(part)) continue;
    test(matching, { pattern: part, type: fields[slot].type, value: parts[slot] });
  }
}

function testList(matching: Matching, { pattern, type, value }: Subject<Of<"list">>): void {
  const { context, opened, waiting } = matching;
  const { builder } = context;
  const element = type.kind === "list" ? type.element : type;
  const { before, rest, after } = pattern;
  waiting.push(value);
  const length = target(context, INT, null);
  builder.emit({ op: "list_length", d: length.register, a: only(value) });
  waiting.push(length.alone);
  const wanted = numberOf(context, INT, before.length + after.length);
  opened.push(
    rest === null
      ? builder.open({ op: "if_int_eq", a: length.register, b: wanted.register })
      : builder.open({ op: "if_int_le", a: wanted.register, b: length.register }),
  );
  builder.release(wanted.alone);
  const take = (part: TypedPattern, index: Leaf): void => {
    const whole = getElement(context, element, only(value), index.register);
    builder.release(index.alone);
    test(matching, { pattern: part, type: element, value: unboxed(context, element, whole.alone) });
  };
  for (const [index, part] of before.entries()) {
    if (!asksNothing(part)) take(part, numberOf(context, INT, index));
  }
  for (const [index, part] of after.entries()) {
    if (!asksNothing(part)) take(part, fromEnd(context, length, after.length - index));
  }
  if (rest?.local) {
    const start = numberOf(context, INT, before.length);
    const end = fromEnd(context, length, after.length);
    const [slice] = builder.temporaries(type);
    builder.emit({
      op: "primitive",
      results: [slice.register],
      primitive: primitiveByName("List.slice")!.id,
      arguments: [only(value), start.register, end.register],
    });
    builder.own(slice.register);
    builder.release([start, end]);
    matching.bind(context, { kind: "local", local: rest.local }, type, slice.alone);
  }
}

/** The length less a number: an index counted from the end. */
function fromEnd(context: Context, length: Leaf, count: number): Leaf {
  const { builder } = context;
  const less = numberOf(context, INT, count);
  const index = target(context, INT, null);
  builder.emit({ op: "int_sub", d: index.register, a: length.register, b: less.register });
  builder.release(less.alone);
  return index;
}

/** A Bool says whether one of them fits: they bind nothing. */
function testAlternatives(
  matching: Matching,
  { pattern, type, value }: Subject<Of<"alternatives">>,
): void {
  const { context, opened, waiting } = matching;
  const { builder } = context;
  waiting.push(value);
  const fits = target(context, BOOL, null);
  builder.emit({ op: "bool_const", d: fits.register, value: false });
  const done = builder.open({ op: "block" });
  for (const alternative of pattern.alternatives) {
    const { bind } = matching;
    const inner: Matching = { context, bind, opened: [], waiting: [], isCertain: false };
    const borrowed = value.map(({ register }) => lentLeaf(register));
    test(inner, { pattern: alternative, type, value: borrowed });
    builder.emit({ op: "bool_const", d: fits.register, value: true });
    builder.dropAllBut(done.ownedBefore);
    builder.breakTo(done);
    close(inner);
  }
  builder.end();
  opened.push(builder.open({ op: "if", a: fits.register }));
  builder.release(fits.alone);
}

/** Ends the structures of a pattern: where its value did not fit, nothing of it is left. */
export function close({ context, opened }: Matching): void {
  const { builder } = context;
  for (const structure of opened.toReversed()) {
    if (builder.reachable) builder.dropAllBut(structure.ownedBefore);
    builder.end();
  }
}

/** A pattern of a `let` or a `for`, which always fits: its names live on behind the tests. */
export function bindParts(context: Context, subject: Subject, bind: Bind): void {
  const { builder } = context;
  const matching: Matching = { context, bind, opened: [], waiting: [], isCertain: false };
  test(matching, subject);
  for (const value of matching.waiting) builder.release(value);
  const owned = builder.ownedNow();
  for (const _ of matching.opened) {
    builder.else();
    panic(context);
    builder.end();
    for (const register of owned) builder.own(register);
  }
  const kept = new Set(owned);
  for (const register of builder.ownedNow()) if (!kept.has(register)) builder.disown(register);
}

/** Where no value comes: the checker has shown that some pattern fits. */
export function panic(context: Context, message = "no pattern fits the value"): void {
  const text = textConstant(context, message);
  context.builder.emit({ op: "fail_panic", message: only(text) });
}
