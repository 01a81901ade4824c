/**
 * Arithmetic over whole lists: the primitive of an operator, and in whose place the result stands.
 */

import { assert } from "../../fault.ts";
import { primitiveByName } from "../../machine/primitives/index.ts";
import type { Type } from "../../machine/types/type.ts";
import type { TypedOperator } from "../check/typed.ts";
import type { Value } from "./leaf.ts";
import { type Context, only } from "./context.ts";

export type ListOperator = "list +" | "list -" | "list *" | "list /";

interface Forms {
  /** list operator list */
  readonly lists: string;
  /** list operator number */
  readonly listFirst: string;
  /** number operator list */
  readonly numberFirst: string;
}

/** Sums and products of two numbers have the same bits in both orders. */
const FORMS: Readonly<Record<ListOperator, Forms>> = {
  "list +": { lists: "list_add", listFirst: "list_shift", numberFirst: "list_shift" },
  "list -": { lists: "list_subtract", listFirst: "list_lower", numberFirst: "list_subtract_from" },
  "list *": { lists: "list_multiply", listFirst: "list_scale", numberFirst: "list_scale" },
  "list /": { lists: "list_divide", listFirst: "list_divide_by", numberFirst: "list_divide_into" },
};

export function isListArithmetic(operator: TypedOperator): operator is ListOperator {
  switch (operator) {
    case "list +":
    case "list -":
    case "list *":
    case "list /":
      return true;
    default:
      return false;
  }
}

/**
 * The operation in the register of the first list, which is owned; the other operand ends here.
 */
export function combined(
  context: Context,
  operator: ListOperator,
  [left, right]: readonly [{ readonly type: Type }, { readonly type: Type }],
  [a, b]: readonly [Value, Value],
): Value {
  const { builder } = context;
  const forms = FORMS[operator];
  const isListFirst = left.type.kind === "list";
  const both = right.type.kind === "list" ? forms.lists : forms.listFirst;
  const entry = primitiveByName(isListFirst ? both : forms.numberFirst);
  assert(entry !== null, `arithmetic over lists is in the table of primitives`);
  const [changed, other] = isListFirst ? [a, b] : [b, a];
  builder.emit({
    op: "primitive",
    results: [only(changed)],
    primitive: entry.id,
    arguments: [only(changed), only(other)],
  });
  builder.release(other);
  return changed;
}
