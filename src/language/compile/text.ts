/** Texts: interpolation, how values are shown, and the messages of assertions. */

import { registerKind } from "../../machine/types/register-kind.ts";
import { STRING, type Type } from "../../machine/types/type.ts";
import { TERM_UNITS } from "../../machine/types/number-record.ts";
import type { TypedExpression, TypedPart } from "../check/typed.ts";
import type { Value } from "./leaf.ts";
import { boxed } from "./boxing.ts";
import { at, type Context, held, only, taken, target } from "./context.ts";
import { concatenated, textConstant } from "./joining.ts";
import { isSpread } from "./layout.ts";

const SHOW = { i: "int_show", f: "float_show", b: "bool_show", r: "ref_show" } as const;

/** The text of a value, which stays; of a string, the string itself. */
export function shown(context: Context, type: Type, value: Value): Value {
  if (type.kind === "string") return held(value);
  if (type.kind === "nothing") return textConstant(context, "()");
  const whole = boxed(context, type, held(value));
  const leaf = target(context, STRING, null);
  context.builder.emit({
    op: SHOW[registerKind(type)],
    d: leaf.register,
    a: only(whole),
  });
  if (isSpread(type)) context.builder.release(whole);
  return leaf.alone;
}

/** `"r = {r:.3}"`: the parts from left to right, joined as they come. */
export function interpolation(
  context: Context,
  expression: Extract<TypedExpression, { kind: "interpolation" }>,
): Value {
  let text: Value | null = null;
  for (const part of expression.parts) {
    const piece = pieceOf(context, part);
    at(context, expression.span);
    text =
      text === null ? piece : concatenated(context, { type: STRING }, taken(context, text), piece);
  }
  return text ?? textConstant(context, "");
}

function pieceOf(context: Context, part: TypedPart): Value {
  if (part.kind === "text") return textConstant(context, part.text);
  const { value: expression, digits, unit } = part;
  let value = context.value(expression);
  at(context, expression.span);
  if (expression.type.kind === "string") return value;
  if (unit !== null) value = value.flatMap((part) => scaled(context, part.alone, unit.scale));
  const piece =
    digits === null
      ? shown(context, expression.type, value)
      : fixedTerms(context, expression.type, value, digits);
  context.builder.release(value);
  if (unit === null) return piece;
  return concatenated(context, { type: STRING }, piece, textConstant(context, unit.suffix));
}

function fixed(context: Context, value: Value, digits: number): Value {
  const leaf = target(context, STRING, null);
  context.builder.emit({ op: "float_show_fixed", d: leaf.register, a: only(value), digits });
  return leaf.alone;
}

/** A Float, or each part of a Complex or a Quaternion with its sign before it: `1.00 - 2.00i`. */
function fixedTerms(context: Context, type: Type, value: Value, digits: number): Value {
  const { builder } = context;
  const [first, ...others] = value;
  const text = fixed(context, first.alone, digits);
  for (const [index, part] of others.entries()) {
    const [sign] = builder.temporaries(STRING);
    const put = (word: string): void => {
      const [said] = textConstant(context, word);
      builder.emit({ op: "ref_move", d: sign.register, a: said.register });
      builder.release(said.alone);
    };
    const size = builder.temporary({ kind: "f", type: null });
    builder.emit({ op: "float_const", d: size.register, value: 0 });
    builder.open({ op: "if_float_lt", a: part.register, b: size.register });
    put(" - ");
    builder.else();
    put(" + ");
    builder.end();
    builder.own(sign.register);
    builder.emit({ op: "float_abs", d: size.register, a: part.register });
    const units = type.kind === "record" ? (TERM_UNITS[type.record.name] ?? []) : [];
    for (const piece of [
      [sign],
      fixed(context, size.alone, digits),
      textConstant(context, units[index + 1] ?? ""),
    ]) {
      concatenated(context, { type: STRING }, text, piece);
    }
    builder.release(size.alone);
  }
  return text;
}

function scaled(context: Context, value: Value, scale: number): Value {
  if (scale === 1) return value;
  const { builder } = context;
  const divisor = builder.temporary({ kind: "f", type: null });
  builder.emit({ op: "float_const", d: divisor.register, value: scale });
  builder.emit({ op: "float_div", d: divisor.register, a: only(value), b: divisor.register });
  builder.release(value);
  return [divisor];
}

/** Texts and values joined into one message; the values stay. */
export function message(
  context: Context,
  parts: readonly (string | { readonly type: Type; readonly value: Value })[],
): Value {
  let text: Value | null = null;
  for (const part of parts) {
    const piece =
      typeof part === "string"
        ? textConstant(context, part)
        : shown(context, part.type, part.value);
    text =
      text === null ? piece : concatenated(context, { type: STRING }, taken(context, text), piece);
  }
  return text ?? textConstant(context, "");
}
