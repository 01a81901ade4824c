/** Calls of primitives. */
import type { Type } from "../../machine/types/type.ts";
import type { TypedExpression } from "../check/typed.ts";
import type { Value } from "./builder.ts";
import type { Context } from "./context.ts";

export function primitive(
  context: Context,
  expression: Extract<TypedExpression, { kind: "primitive" }>,
  into: number | null,
): Value {
  return [];
}

export function primitiveCall(
  context: Context,
  name: string,
  values: readonly Value[],
  result: Type,
): Value {
  return [];
}
