/**
 * Texts of the program, and strings and lists joined: what arithmetic, interpolation and messages
 * share.
 */

import { STRING } from "../../machine/types/type.ts";
import type { TypedExpression } from "../check/typed.ts";
import type { Value } from "./leaf.ts";
import { type Context, only, target } from "./context.ts";

/** A text of the program as a new reference. */
export function textConstant(context: Context, text: string): Value {
  const leaf = target(context, STRING, null);
  const { builder } = context;
  builder.emit({ op: "text_const", d: leaf.register, text: builder.numbers.text.of(text) });
  return leaf.alone;
}

/**
 * Joins two strings or lists in the register of the first, which is owned; the second ends here.
 */
export function concatenated(
  context: Context,
  result: Pick<TypedExpression, "type">,
  a: Value,
  b: Value,
): Value {
  const { builder } = context;
  const op = result.type.kind === "string" ? "text_concat" : "list_concat";
  builder.emit({ op, d: only(a), a: only(a), b: only(b) });
  builder.release(b);
  return a;
}
