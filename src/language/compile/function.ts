/**
 * One function: its signature, its registers, its code.
 *
 * In: a `TypedFunction`. Out: a draft, in which types, texts and callees are numbers.
 */

import { registerKind } from "../../machine/types/register-kind.ts";
import type { Local, TypedFunction, TypedParameter } from "../check/typed.ts";
import type { Builder, Written } from "./builder.ts";
import { lentLeaf, temporaryLeaf, type Value } from "./leaf.ts";
import { unboxed } from "./boxing.ts";
import { type Context, only } from "./context.ts";
import { compileExpression } from "./expression.ts";
import { isSpread, kindWord, type Slot, slotsOf, storedSlot } from "./layout.ts";
import type { DraftSlot } from "./registers.ts";
import { bind, compileBlock, leaveFunction } from "./statement.ts";

/** A function before the indices of what it names are known. */
export interface Draft {
  readonly source: TypedFunction;
  /** How many registers, the first ones, its parameters have. */
  readonly parameterCount: number;
  readonly results: readonly DraftSlot[];
  readonly written: Written;
}

/**
 * What all functions of a module are compiled with, one after the other.
 *
 * @param enter gives a function that is called its body
 */
export function newContext(builder: Builder, enter: Context["enter"]): Context {
  const context: Context = {
    builder,
    path: "",
    isShown: true,
    locals: new Map(),
    scoped: [],
    scopeStart: 0,
    loops: [],
    returnedPlace: null,
    movable: null,
    environment: null,
    enter,
    value: (expression, into) => compileExpression(context, expression, into ?? null),
    block: (block) => compileBlock(context, block),
  };
  return context;
}

/**
 * Compiles a function. As `main` of a module it takes no parameters: `seed` stands for the one it
 * has.
 */
export function compileFunction(
  context: Context,
  source: TypedFunction,
  seed: TypedParameter | null,
): Draft {
  const { builder } = context;
  builder.span = source.place.span;
  context.path = source.place.path;
  context.environment = context.enter(source);
  context.locals = new Map();
  context.returnedPlace = null;
  const passed = seed === null ? source.parameters : [];
  const parameterCount = enterFunction(context, source, passed);
  if (seed !== null) bindSeed(context, source.parameters[0], seed);
  const value = context.block(source.body);
  leaveFunction(context, value);
  const slots = slotsOf(source.result);
  const results = builder.slotsFor(
    source.takesPlace ? [storedSlot(source.parameters[0].type), ...slots] : slots,
  );
  return { source, parameterCount, results, written: builder.take() };
}

/**
 * The parameters' registers come first; what a boxed place holds is taken apart right after
 * `enter`. Gives how many there are.
 */
function enterFunction(
  context: Context,
  { takesPlace }: TypedFunction,
  passed: readonly Local[],
): number {
  const { builder } = context;
  let count = 0;
  for (let index = 0; index < passed.length; index += 1) {
    const local = passed[index];
    const isPlace = index === 0 && takesPlace;
    const slots = isPlace ? [storedSlot(local.type)] : slotsOf(local.type);
    count += slots.length;
    const leaves = enterLocal(builder, local.name, slots);
    context.locals.set(local, leaves);
    if (isPlace) context.returnedPlace = { register: only(leaves), local };
  }
  builder.emit({ op: "enter", charge: 0 });
  if (context.returnedPlace !== null) enterPlace(context, context.returnedPlace);
  return count;
}

function enterLocal(builder: Builder, name: string, slots: readonly Slot[]): Value {
  if (slots.length === 1) return lentLeaf(builder.named(slots[0], name)).alone;
  return slots.map((slot, index) => lentLeaf(builder.named(slot, `${name}.${index}`)));
}

/** A `var` first parameter is owned, and a boxed one lies in registers of its own. */
function enterPlace(
  context: Context,
  { register, local }: NonNullable<Context["returnedPlace"]>,
): void {
  const { builder } = context;
  builder.own(register);
  builder.change(register);
  if (!isSpread(local.type)) return;
  const fields = unboxed(context, local.type, temporaryLeaf(register).alone);
  bind(context, { kind: "local", local }, local.type, fields);
}

function bindSeed(context: Context, local: Local | undefined, seed: TypedParameter): void {
  if (local === undefined) return;
  const { builder } = context;
  const [leaf] = builder.temporaries(local.type);
  if (leaf === undefined) return;
  builder.emit({
    op: `${kindWord(registerKind(local.type))}_parameter`,
    d: leaf.register,
    parameter: builder.numbers.parameter.of(seed),
  });
  bind(context, { kind: "local", local }, local.type, leaf.alone);
}
