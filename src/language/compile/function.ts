/**
 * One function: its signature, its registers, its code.
 *
 * In: a `TypedFunction`. Out: a draft, in which types, texts and callees are numbers.
 */

import type { Ownership } from "../../machine/bytecode/module.ts";
import { registerKind } from "../../machine/types/register-kind.ts";
import type { Local, TypedFunction, TypedParameter } from "../check/typed.ts";
import type { Builder, Written } from "./builder.ts";
import { unboxed } from "./boxing.ts";
import type { Context } from "./context.ts";
import { compileExpression } from "./expression.ts";
import { isSpread, kindWord, type Slot, slotsOf, storedSlot } from "./layout.ts";
import { bind, compileBlock, leaveFunction } from "./statement.ts";

/** A function before the indices of what it names are known. */
export interface Draft extends Written {
  readonly source: TypedFunction;
  readonly parameters: readonly (Slot & { readonly ownership: Ownership | null })[];
  readonly results: readonly Slot[];
}

/**
 * Compiles a function. As `main` of a module it takes no parameters: `seed` stands for the one it
 * has.
 */
export function compileFunction(
  builder: Builder,
  source: TypedFunction,
  seed: TypedParameter | null,
  fill: (callee: TypedFunction) => void,
): Draft {
  builder.span = source.place.span;
  const context: Context = {
    builder,
    path: source.place.path,
    locals: new Map(),
    scopes: [[]],
    loops: [],
    returnedPlace: null,
    movable: null,
    fill,
    value: (expression, into) => compileExpression(context, expression, into ?? null),
    block: (block) => compileBlock(context, block),
  };
  const parameters: (Slot & { ownership: Ownership | null })[] = [];
  const passed = seed === null ? source.parameters : [];
  for (const [index, local] of passed.entries()) {
    const isPlace = index === 0 && source.takesPlace;
    for (const slot of isPlace ? [storedSlot(local.type)] : slotsOf(local.type)) {
      const ownership = slot.kind === "r" ? (isPlace ? "inout" : "borrow") : null;
      parameters.push({ ...slot, ownership });
    }
  }
  enterFunction(context, source, passed);
  if (seed !== null) bindSeed(context, source.parameters[0], seed);
  const value = context.block(source.body);
  leaveFunction(context, value);
  const returned = source.takesPlace ? [storedSlot(source.parameters[0].type)] : [];
  return {
    source,
    parameters,
    results: [...returned, ...slotsOf(source.result)],
    ...builder.take(),
  };
}

/** The parameters' registers come first; a boxed tuple is taken apart right after `enter`. */
function enterFunction(context: Context, source: TypedFunction, passed: readonly Local[]): void {
  const { builder } = context;
  const boxes: { readonly local: Local; readonly register: number }[] = [];
  for (const [index, local] of passed.entries()) {
    const isPlace = index === 0 && source.takesPlace;
    const slots = isPlace ? [storedSlot(local.type)] : slotsOf(local.type);
    const registers = slots.map((slot, position) =>
      builder.named(slot, slots.length === 1 ? local.name : `${local.name}.${position}`),
    );
    context.locals.set(
      local,
      registers.map((register) => ({ register, temporary: false })),
    );
    if (!isPlace) continue;
    for (const register of registers) {
      builder.own(register);
      builder.change(register);
      if (isSpread(local.type)) boxes.push({ local, register });
    }
    context.returnedPlace = { register: registers[0] ?? 0, local };
  }
  builder.emit({ op: "enter", charge: 0 });
  for (const { local, register } of boxes) {
    const fields = unboxed(context, local.type, [{ register, temporary: true }]);
    bind(context, { kind: "local", local }, local.type, fields);
  }
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
  bind(context, { kind: "local", local }, local.type, [leaf]);
}
