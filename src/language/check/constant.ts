/** Constant expressions, worked out while checking: exactly as the machine would. */

import type { Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { newBody } from "./body.ts";
import { evaluate } from "./evaluate.ts";
import { readType } from "./read-type.ts";
import {
  complain,
  placeAt,
  type DeclaredConstant,
  type Layer,
  type Reason,
  type Session,
} from "./session.ts";
import { ERROR, isError, settled } from "./solver.ts";
import type { ConstantValue } from "./typed.ts";

/** The type and value of a constant, worked out on first use; `value` is null after a report. */
export function constantOf(session: Session, constant: DeclaredConstant): DeclaredConstant {
  const { declaration, path } = constant;
  if (constant.state === "running") circular(session, constant);
  if (constant.state !== "new") return constant;
  constant.state = "running";
  const layer =
    session.user.constants.get(declaration.name.text) === constant ? session.user : session.prelude;
  const site: ConstantSite = { session, layer, path };
  const declared =
    declaration.type === null ? null : readType({ ...site, unitVariables: [] }, declaration.type);
  const reason =
    declared === null
      ? null
      : { text: "declared here", place: placeAt(site, declaration.type!.span) };
  const result = constantValue(site, declaration.value, declared, reason);
  constant.type = result.type;
  constant.value = result.value;
  constant.state = "done";
  return constant;
}

/** The rule constantIsNotCircular. */
function circular(session: Session, { declaration, path }: DeclaredConstant): void {
  const name = declaration.name.text;
  complain(
    { session, path },
    "constantIsNotCircular",
    declaration.name.span,
    `\`${name}\` is defined by itself`,
  );
}

export interface ConstantSite {
  readonly session: Session;
  readonly layer: Layer;
  readonly path: string;
}

/** The value of a constant expression of this type; null after a report. */
export function constantValue(
  site: ConstantSite,
  expression: ast.Expression,
  type: Type | null,
  reason: Reason | null,
): { type: Type; value: ConstantValue | null } {
  const body = newBody(site);
  const why = reason ?? { text: "", place: null };
  const typed =
    type === null
      ? body.check.expression(body, expression, null)
      : body.check.value(body, expression, type, why);
  const value = isError(typed.type) ? null : evaluate(body, typed);
  return { type: value === null ? ERROR : settled(body.solver, type ?? typed.type), value };
}
