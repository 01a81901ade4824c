/** Expressions: one case each, the larger ones in files of their own. */

import { assert, unreachable } from "../../fault.ts";
import { registerKind } from "../../machine/types/register-kind.ts";
import type { Type } from "../../machine/types/type.ts";
import type { ConstantValue, TypedExpression } from "../check/typed.ts";
import type { Value } from "./leaf.ts";
import { boxed, getElement, getSlot, unboxed } from "./boxing.ts";
import { call, callOfValue } from "./call.ts";
import { localHere } from "./environment.ts";
import { branch, comparison, keepsOrder, logical } from "./comparison.ts";
import {
  at,
  type Context,
  joined,
  moveInto,
  only,
  part,
  registersOf,
  takenAll,
  target,
} from "./context.ts";
import { elementStart, isSpread, mnemonics, slotsOf, spreadTypes } from "./layout.ts";
import { localOrStored, storedFunction } from "./lowering.ts";
import { readEntry } from "./map.ts";
import { attempt, enumValue, match, valueOfCase } from "./match.ts";
import { operands, valueBefore } from "./operands.ts";
import { operation, power } from "./operation.ts";
import { primitive } from "./primitive.ts";
import { textConstant } from "./joining.ts";
import { meet } from "./rewrite.ts";
import { interpolation } from "./text.ts";

type Of<Kind extends TypedExpression["kind"]> = Extract<TypedExpression, { kind: Kind }>;

const LIST_PUSH = mnemonics("list_push");
const PARAMETER = {
  i: "int_parameter",
  f: "float_parameter",
  b: "bool_parameter",
  r: "ref_parameter",
} as const;

/** How many elements one `list_new` makes; the others of a literal are pushed. */
const LIST_CHUNK = 64;

/**
 * The value of an expression. With `into`, a scalar may be written there by its last instruction.
 */
export function compileExpression(
  context: Context,
  expression: TypedExpression,
  into: number | null,
): Value {
  switch (expression.kind) {
    case "constant":
      at(context, expression.span);
      return constant(context, expression.type, expression.value, into);
    case "parameter":
      return parameter(context, expression, into);
    case "local":
      return local(context, expression);
    case "operation":
      return operation(context, expression, into);
    case "power":
      return power(context, expression);
    case "negate":
      return unary(
        context,
        expression,
        expression.type.kind === "int" ? "int_neg" : "float_neg",
        into,
      );
    case "not":
      return unary(context, expression, "bool_not", into);
    case "int-to-float":
      return unary(context, expression, "int_to_float", into);
    case "comparison":
      return comparison(context, expression, into);
    case "and":
    case "or":
      return logical(context, expression, into);
    case "if":
      return conditional(context, expression);
    case "block":
      return context.block(expression.block);
    case "lambda":
      return lambda(context, expression);
    case "value-call":
      return callOfValue(context, expression, into);
    case "call":
      return call(context, expression, into);
    case "primitive":
      return primitive(context, expression, into);
    case "record":
      return record(context, expression);
    case "enum":
      return enumValue(context, expression);
    case "match":
      return match(context, expression);
    case "try":
      return attempt(context, expression);
    case "field":
      return field(context, expression, into);
    case "index":
      return index(context, expression, into);
    case "list":
      return list(context, expression);
    case "tuple":
      return tuple(context, expression);
    case "interpolation":
      return interpolation(context, expression);
    default:
      return unreachable(expression);
  }
}

function local(context: Context, expression: Of<"local">): Value {
  const { environment, locals } = context;
  const isOther = environment !== null && localHere(environment, expression.local) !== undefined;
  return isOther
    ? context.value(localOrStored(environment, expression))
    : (locals.get(expression.local) ?? []);
}

/** A function value where it is not known which one is called. */
function lambda(context: Context, expression: Of<"lambda">): Value {
  const { environment } = context;
  assert(environment !== null, "a copied body has cases in the place of function values");
  return context.value(storedFunction(environment, expression));
}

/** A value known at compile time. */
export function constant(
  context: Context,
  type: Type,
  value: ConstantValue,
  into: number | null,
): Value {
  const { builder } = context;
  switch (value.kind) {
    case "string":
      return textConstant(context, value.value);
    case "bool": {
      const leaf = target(context, type, into);
      builder.emit({ op: "bool_const", d: leaf.register, value: value.value });
      return leaf.alone;
    }
    case "int":
    case "float": {
      const leaf = target(context, type, into);
      const op = type.kind === "float" ? "float_const" : "int_const";
      builder.emit({ op, d: leaf.register, value: value.value });
      return leaf.alone;
    }
    case "tuple": {
      const elements = type.kind === "tuple" ? type.elements : [];
      return value.values.flatMap((inner, slot) =>
        constant(context, elements[slot] ?? type, inner, null),
      );
    }
    case "record": {
      const fields = type.kind === "record" ? type.record.fields : [];
      const values = value.values.map((inner, slot) => {
        const fieldType = fields[slot]?.type ?? type;
        return boxed(context, fieldType, constant(context, fieldType, inner, null));
      });
      return isSpread(type) ? values.flat() : aggregate(context, type, values);
    }
    case "enum": {
      const fields = type.kind === "enum" ? (type.enum.cases[value.index]?.fields ?? []) : [];
      const values = value.values.map((inner, slot) =>
        constant(context, fields[slot]?.type ?? type, inner, null),
      );
      return valueOfCase(context, type, value.index, values);
    }
    case "list": {
      const element = type.kind === "list" ? type.element : type;
      return listOf(context, type, element, value.values, (part) =>
        part.map((inner) => constant(context, element, inner, null)),
      );
    }
  }
}

function parameter(context: Context, expression: Of<"parameter">, into: number | null): Value {
  at(context, expression.span);
  const { builder } = context;
  const { type } = expression.parameter;
  const leaf = target(context, type, into);
  builder.emit({
    op: PARAMETER[registerKind(type)],
    d: leaf.register,
    parameter: builder.numbers.parameter.of(expression.parameter),
  });
  return unboxed(context, type, leaf.alone);
}

function unary(
  context: Context,
  expression: Of<"negate" | "not" | "int-to-float">,
  op: "int_neg" | "float_neg" | "bool_not" | "int_to_float",
  into: number | null,
): Value {
  const value = context.value(expression.operand);
  at(context, expression.span);
  const leaf = target(context, expression.type, into);
  context.builder.emit({ op, d: leaf.register, a: only(value) });
  context.builder.release(value);
  return leaf.alone;
}

function conditional(context: Context, expression: Of<"if">): Value {
  const { builder, environment } = context;
  if (environment !== null && !keepsOrder(expression.condition)) meet(environment, expression);
  const results = builder.temporaries(expression.type);
  const registers = registersOf(results);
  const arm = (block: Of<"if">["then"]) => (): void => {
    const value = context.block(block);
    if (results.length === 0) builder.release(value);
    else if (value.length > 0) moveInto(context, registers, value);
  };
  at(context, expression.span);
  const otherwise = expression.else === null ? null : arm(expression.else);
  branch(context, expression.condition, arm(expression.then), otherwise);
  for (const register of registers) builder.own(register);
  return results;
}

/** A new record or boxed tuple of fields as they are stored. */
function aggregate(context: Context, type: Type, values: readonly Value[]): Value {
  const { builder } = context;
  const fields = takenAll(context, values);
  const leaf = target(context, type, null);
  builder.emit({
    op: "record_new",
    d: leaf.register,
    type: builder.numbers.type.of(type),
    fields: registersOf(fields),
  });
  builder.release(fields);
  return leaf.alone;
}

function record(context: Context, expression: Of<"record">): Value {
  const { builder } = context;
  const { base, fields: written, type } = expression;
  const parts = written.map((part) => part.value);
  const values = operands(context, base === null ? parts : [base, ...parts]);
  at(context, expression.span);
  const baseValue = base === null ? null : values.shift()!;
  const fields = type.kind === "record" ? type.record.fields : [];
  if (isSpread(type)) return numberOf(context, expression, baseValue, values);
  const given: (Value | undefined)[] = [];
  for (let index = 0; index < written.length; index += 1)
    given[written[index].slot] = values[index];
  const stored = fields.map((declared, slot): Value => {
    const value = given[slot];
    if (value !== undefined) return boxed(context, declared.type, value);
    return getSlot(context, declared.type, only(baseValue ?? []), slot).alone;
  });
  const made = aggregate(context, type, stored);
  builder.release(baseValue ?? []);
  return made;
}

/** A Complex or a Quaternion: the registers of its parts. */
function numberOf(
  context: Context,
  expression: Of<"record">,
  base: Value | null,
  values: readonly Value[],
): Value {
  const { fields: written, type } = expression;
  const rest = base === null ? [] : [...base];
  const parts = slotsOf(type).flatMap((_, slot): Value => {
    const position = written.findIndex((part) => part.slot === slot);
    if (position < 0) return rest.slice(slot, slot + 1);
    context.builder.release(rest.slice(slot, slot + 1));
    return values[position];
  });
  return parts;
}

function field(context: Context, expression: Of<"field">, into: number | null): Value {
  const { builder } = context;
  const { receiver, slot, type } = expression;
  const value = context.value(receiver);
  at(context, expression.span);
  const parts = spreadTypes(receiver.type);
  if (parts !== null) {
    const start = elementStart(parts, slot);
    const end = start + slotsOf(type).length;
    for (let place = 0; place < value.length; place += 1) {
      if (place < start || place >= end) builder.release(value[place].alone);
    }
    return part(value, start, end - start);
  }
  const whole = getSlot(context, type, only(value), slot, isSpread(type) ? null : into);
  builder.release(value);
  return unboxed(context, type, whole.alone);
}

function index(context: Context, expression: Of<"index">, into: number | null): Value {
  const { receiver, type } = expression;
  const listValue = valueBefore(context, receiver, expression.index);
  const position = context.value(expression.index);
  at(context, expression.span);
  const wanted = isSpread(type) ? null : into;
  if (receiver.type.kind === "map") {
    const values = [listValue, position];
    return unboxed(context, type, readEntry(context, receiver.type, values, wanted));
  }
  const whole = getElement(context, type, only(listValue), only(position), wanted);
  context.builder.release(listValue);
  context.builder.release(position);
  return unboxed(context, type, whole.alone);
}

function tuple(context: Context, expression: Of<"list" | "tuple">): Value {
  return joined(operands(context, expression.elements));
}

function list(context: Context, expression: Of<"list" | "tuple">): Value {
  const { type, elements } = expression;
  const element = type.kind === "list" ? type.element : type;
  at(context, expression.span);
  return listOf(context, type, element, elements, (part) => operands(context, part));
}

/** A new list from parts of its elements at a time, so that a long literal needs few registers. */
function listOf<Element>(
  context: Context,
  type: Type,
  element: Type,
  elements: readonly Element[],
  values: (part: readonly Element[]) => readonly Value[],
): Value {
  const { builder } = context;
  const store = (chunk: readonly Element[]): Value => {
    const stored = values(chunk).map((value) => boxed(context, element, value));
    return takenAll(context, stored);
  };
  const first = store(elements.length > LIST_CHUNK ? elements.slice(0, LIST_CHUNK) : elements);
  const leaf = target(context, type, null);
  builder.emit({
    op: "list_new",
    d: leaf.register,
    type: builder.numbers.type.of(type),
    elements: registersOf(first),
  });
  builder.release(first);
  for (let index = LIST_CHUNK; index < elements.length; index += 1) {
    const value = store([elements[index]]);
    builder.emit({ op: LIST_PUSH[registerKind(element)], a: leaf.register, b: only(value) });
    builder.release(value);
  }
  return leaf.alone;
}
