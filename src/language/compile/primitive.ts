/**
 * Calls of primitives: an instruction of its own, or `primitive` with the id of a kernel.
 *
 * Not here: which primitives there are (machine/primitives).
 */

import { assert } from "../../fault.ts";
import { INSTRUCTIONS, type Mnemonic } from "../../machine/bytecode/instruction.ts";
import { operandsOf } from "../../machine/bytecode/operand-list.ts";
import { primitiveByName } from "../../machine/primitives/index.ts";
import type { Primitive } from "../../machine/primitives/primitive.ts";
import { type Kind, registerKind } from "../../machine/types/register-kind.ts";
import type { Type } from "../../machine/types/type.ts";
import type { TypedExpression } from "../check/typed.ts";
import type { DraftInstruction } from "./builder.ts";
import { lentLeaf, type Value } from "./leaf.ts";
import { boxed } from "./boxing.ts";
import { lentBeside } from "./call.ts";
import { at, type Context, joined, registersOf, taken } from "./context.ts";
import { mnemonics } from "./layout.ts";
import { operands } from "./operands.ts";
import { change, finish, prepare } from "./place.ts";

type Call = Extract<TypedExpression, { kind: "primitive" }>;

export function primitive(context: Context, expression: Call, into: number | null): Value {
  const { builder } = context;
  const { self, arguments: parts, evaluationOrder, type } = expression;
  const entry = entryFor(expression.primitive);
  const whole = (values: readonly Value[]): Value[] =>
    values.map((value, index) => boxed(context, parts[index].type, value));
  if (self === null) {
    const values = whole(operands(context, parts, evaluationOrder));
    at(context, expression.span);
    return perform(context, entry, values, kindIn(entry, parts, type), type, into);
  }
  const place = prepare(context, self, parts);
  const values = whole(lentBeside(context, place, operands(context, parts, evaluationOrder)));
  const kind = kindIn(entry, [self, ...parts], type);
  let results: Value = [];
  change(context, place, (old) => {
    at(context, expression.span);
    results = perform(context, entry, [old, ...values], kind, type, into);
    return old;
  });
  builder.release(joined(values));
  finish(context, place);
  return results;
}

/** Calls a primitive that takes no place with values that end here. */
export function primitiveCall(
  context: Context,
  name: string,
  values: readonly Value[],
  result: Type,
): Value {
  return perform(context, entryFor(name), values, null, result, null);
}

function entryFor(name: string): Primitive {
  const entry = primitiveByName(name);
  assert(entry !== null, "the checker knows only primitives of the table");
  return entry;
}

/** The kind that the type variable has in this call, if the mnemonic ends with it. */
function kindIn(
  entry: Primitive,
  parts: readonly { readonly type: Type }[],
  result: Type,
): Kind | null {
  const { implementation, signature } = entry;
  if (implementation.kind !== "instruction" || implementation.kindOf === null) return null;
  const { parameters } = signature;
  for (let index = 0; index <= parameters.length; index += 1) {
    const pattern = index < parameters.length ? parameters[index].type : signature.result;
    const type = index < parts.length ? parts[index].type : result;
    const bound = boundIn(pattern, type, implementation.kindOf);
    if (bound !== null) return registerKind(bound);
  }
  return null;
}

/** By the mnemonics' start: made once, because texts that are put together are slow as keys. */
const withKinds = new Map<string, Readonly<Record<Kind, string>>>();

function mnemonicFor(start: string, kind: Kind | null): Mnemonic {
  let found = start;
  if (kind !== null) {
    let all = withKinds.get(start);
    if (all === undefined) withKinds.set(start, (all = mnemonics(start)));
    found = all[kind];
  }
  assert(found in INSTRUCTIONS, "a primitive names an instruction of the table");
  return found as Mnemonic;
}

function boundIn(pattern: Type, type: Type, variable: string): Type | null {
  if (pattern.kind === "variable") return pattern.name === variable ? type : null;
  if (pattern.kind === "list" && type.kind === "list") {
    return boundIn(pattern.element, type.element, variable);
  }
  if (pattern.kind === "map" && type.kind === "map") {
    return boundIn(pattern.key, type.key, variable) ?? boundIn(pattern.value, type.value, variable);
  }
  return null;
}

function perform(
  context: Context,
  entry: Primitive,
  values: readonly Value[],
  kind: Kind | null,
  result: Type,
  into: number | null,
): Value {
  const { builder } = context;
  const isChanging = entry.signature.parameters[0]?.isVar ?? false;
  const results = into === null ? builder.temporaries(result) : lentLeaf(into).alone;
  const { implementation } = entry;
  if (implementation.kind === "kernel") {
    const registers = registersOf(joined(values));
    const back = isChanging ? registers.slice(0, 1) : [];
    builder.emit({
      op: "primitive",
      results: [...back, ...results.map((leaf) => leaf.register)],
      primitive: entry.id,
      arguments: registers,
    });
    for (const leaf of results) builder.own(leaf.register);
  } else {
    instruction(context, mnemonicFor(implementation.mnemonic, kind), values, results, result);
  }
  builder.release(joined(isChanging ? values.slice(1) : values));
  return results;
}

/**
 * The instruction of a primitive: its operands are the results, then the arguments, in order; a
 * type is that of the result.
 */
function instruction(
  context: Context,
  op: Mnemonic,
  values: readonly Value[],
  results: Value,
  result: Type,
): void {
  const { builder } = context;
  const filled: DraftInstruction = { op };
  const copies: Value[] = [];
  let inputs = 0;
  let outputs = 0;
  for (const { name, operand } of operandsOf(op)) {
    if (operand.role === "out") filled[name] = results[outputs++]?.register ?? 0;
    else if (operand.role === "immediate") filled[name] = builder.numbers.type.of(result);
    else {
      const value = values[inputs++] ?? [];
      const given = operand.role === "take" ? taken(context, value) : value;
      if (operand.role === "take") copies.push(given);
      filled[name] = given[0]?.register ?? 0;
    }
  }
  builder.emit(filled);
  for (const copy of copies) builder.release(copy);
}
