/**
 * What the passes over one function share: its builder, its locals, its loops, and each other.
 *
 * `value` and `block` tie the knot: expressions contain blocks, and blocks contain expressions.
 */

import type { Type } from "../../machine/types/type.ts";
import type { Span } from "../../source/span.ts";
import type { Local, TypedBlock, TypedExpression, TypedFunction } from "../check/typed.ts";
import type { Builder, Structure } from "./builder.ts";
import type { Environment } from "./environment.ts";
import { type Leaf, lentLeaf, type Value } from "./leaf.ts";

/** Where `break` and `continue` of the innermost loop go. */
export interface LoopTarget {
  readonly breaks: Structure;
  /** A loop for a back-edge; a block around the body when something follows it in each turn. */
  readonly continues: Structure;
  /** What is owned at the start of the body and stays so. */
  readonly kept: readonly number[];
}

export interface Context {
  readonly builder: Builder;
  /** Of the function that is compiled. */
  path: string;
  /** Whether what is compiled lies in that file; what is compiled at a call may lie in another. */
  isShown: boolean;
  /** The registers of each local, held by it. */
  locals: Map<Local, Value>;
  /** The registers of locals that live until the end of their block, the innermost last. */
  readonly scoped: number[];
  /** How many of these are of the blocks around the innermost one. */
  scopeStart: number;
  readonly loops: LoopTarget[];
  /** The registers in which a `var` first parameter goes back, and its type. */
  returnedPlace: { readonly register: number; readonly local: Local } | null;
  /** A local whose value may be moved out where it is read next. */
  movable: Local | null;
  /** What calls and function values stand for in the body that is compiled, if they do. */
  environment: Environment | null;
  /** Gives a function that is called its body. */
  enter(callee: TypedFunction): Environment | null;
  /**
   * The value of an expression; `into` is a register it should be written to, when that costs
   * nothing.
   */
  value(expression: TypedExpression, into?: number | null): Value;
  /** The value of a block; its own locals are gone afterwards. */
  block(block: TypedBlock): Value;
}

/** Says whose source the next instructions come from; what lies in other files is not shown. */
export function at(context: Context, span: Span): void {
  if (context.isShown) context.builder.span = span;
}

/** The one register of a value that has one; where control cannot come any register will do. */
export function only(value: Value): number {
  return value[0]?.register ?? 0;
}

/**
 * A new temporary of one register for a whole value of this type, or the register that was asked
 * for.
 */
export function target(context: Context, type: Type, into: number | null): Leaf {
  if (into !== null) return lentLeaf(into);
  return context.builder.whole(type);
}

/** The same registers, held by someone else: what is done with them leaves them as they are. */
export function held(value: Value): Value {
  // most values have one register
  if (value.length === 1) return value[0].temporary ? lentLeaf(value[0].register).alone : value;
  return value.every(isHeld) ? value : value.map(({ register }) => lentLeaf(register));
}

function isHeld(leaf: Leaf): boolean {
  return !leaf.temporary;
}

/** The registers of a value. */
export function registersOf(value: Value): number[] {
  if (value.length === 1) return [value[0].register];
  return value.map(({ register }) => register);
}

/** Some of the registers of a value; where control cannot come there may be fewer. */
export function part(value: Value, start: number, count: number): Value {
  // most parts have one register
  if (count === 1 && start < value.length) return value[start].alone;
  return value.slice(start, start + count);
}

/** Several values as one, their registers one after the other. */
export function joined(values: readonly Value[]): Value {
  if (values.length === 1) return values[0];
  const leaves: Leaf[] = [];
  for (const value of values) for (const leaf of value) leaves.push(leaf);
  return leaves;
}

/** The same leaves, each a temporary of its own: scalars copied, references counted once more. */
export function copied({ builder }: Context, value: Value): Value {
  if (value.length === 1) return copiedLeaf(builder, value[0]).alone;
  return value.map((leaf) => copiedLeaf(builder, leaf));
}

function copiedLeaf(builder: Builder, leaf: Leaf): Leaf {
  if (leaf.temporary) return leaf;
  const copy = builder.like(leaf.register);
  copyRegister(builder, copy.register, leaf.register);
  return copy;
}

/** The same value with every reference owned by the holder; scalars may stay where they are. */
export function taken({ builder }: Context, value: Value): Value {
  if (value.length === 1) return takenLeaf(builder, value[0]).alone;
  return value.map((leaf) => takenLeaf(builder, leaf));
}

/** {@link taken} for several values, one after the other. */
export function takenAll(context: Context, values: readonly Value[]): Leaf[] {
  const leaves: Leaf[] = [];
  for (let index = 0; index < values.length; index += 1) {
    const own = taken(context, values[index]);
    for (let place = 0; place < own.length; place += 1) leaves.push(own[place]);
  }
  return leaves;
}

function takenLeaf(builder: Builder, leaf: Leaf): Leaf {
  if (leaf.temporary || !builder.isReference(leaf.register)) return leaf;
  const copy = builder.like(leaf.register);
  builder.emit({ op: "ref_dup", d: copy.register, a: leaf.register });
  return copy;
}

function copyRegister(builder: Builder, to: number, from: number): void {
  switch (builder.kind(from)) {
    case "i":
      builder.emit({ op: "int_move", d: to, a: from });
      break;
    case "f":
      builder.emit({ op: "float_move", d: to, a: from });
      break;
    case "b":
      builder.emit({ op: "bool_move", d: to, a: from });
      break;
    case "r":
      builder.emit({ op: "ref_dup", d: to, a: from });
      break;
  }
}

/**
 * Moves a value into registers that are empty or scalar; what it held as temporaries is given
 * back.
 */
export function moveInto(context: Context, registers: readonly number[], value: Value): void {
  if (value.length === 1) {
    moveLeaf(context, registers[0], value[0]);
    return;
  }
  const { builder } = context;
  const isClobbered = value.some(
    (leaf, index) => !leaf.temporary && registers.slice(0, index).includes(leaf.register),
  );
  const safe = value.flatMap((leaf, index): Value => {
    if (leaf.register === registers[index]) return leaf.alone;
    return isClobbered ? copied(context, leaf.alone) : taken(context, leaf.alone);
  });
  for (const [index, leaf] of safe.entries()) {
    moveRegister(context, registers[index] ?? 0, leaf.register);
  }
  builder.release(safe.filter((leaf, index) => leaf.register !== registers[index]));
}

function moveLeaf(context: Context, register: number | undefined, leaf: Leaf): void {
  if (leaf.register === register) return;
  const safe = taken(context, leaf.alone);
  // where control cannot come there may be no register
  moveRegister(context, register ?? 0, only(safe));
  context.builder.release(safe);
}

function moveRegister(context: Context, to: number, from: number): void {
  if (from === to) return;
  if (context.builder.isReference(from)) context.builder.emit({ op: "ref_move", d: to, a: from });
  else copyRegister(context.builder, to, from);
}
