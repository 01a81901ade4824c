/**
 * Arithmetic of Complex and Quaternion numbers, also with Floats on a side: each operator is a
 * function of the prelude, and units combine as those of Floats do.
 */

import { INT, NOTHING, type Type } from "../../machine/types/type.ts";
import { divideUnits, multiplyUnits, raiseUnit } from "../../machine/types/unit-algebra.ts";
import type { Rational, UnitTerm } from "../../machine/types/unit.ts";
import type { Span } from "../../source/span.ts";
import { algebraOf, shapeOf } from "./number-shape.ts";
import type { Operands, OperatorSite } from "./operator.ts";
import { recordOf } from "./record.ts";
import { unequalUnits } from "./refusal.ts";
import { findFunction, finishing, type Body } from "./session.ts";
import { ERROR, freshUnit, isUnknown, resolved, unify, unifyUnits } from "./solver.ts";
import type { Local, TypedExpression, TypedPlace, TypedStatement } from "./typed.ts";

/** The functions of an operator: of two numbers of a kind, and with a Float right or left. */
const FUNCTIONS: Readonly<Record<string, readonly [string, string, string]>> = {
  "+": ["plus", "plus_real", "plus_real"],
  "-": ["minus", "minus_real", "from_real"],
  "*": ["times", "scaled", "scaled"],
  "/": ["over", "over_real", "under_real"],
};

/** The typed call; null where no side is such a number, or the other side does not go with it. */
export function combineAlgebra(
  body: Body,
  site: OperatorSite,
  operands: Operands,
): TypedExpression | null {
  decideUnknown(body, site, operands);
  const [a, b] = operands.map((operand) => shapeOf(body.solver, operand.type));
  if (a === null || b === null || (a.name === "Float" && b.name === "Float")) return null;
  if (a.name !== b.name && a.name !== "Float" && b.name !== "Float") return null;
  const names = Object.hasOwn(FUNCTIONS, site.operator) ? FUNCTIONS[site.operator] : null;
  if (names === null) return null;
  const isSum = site.operator === "+" || site.operator === "-";
  if (isSum && !unifyUnits(body.solver, a.unit, b.unit)) {
    const [left, right] = operands.map((operand) => resolved(body.solver, operand.type));
    unequalUnits(body, site, operands, [left, right]);
    return { kind: "tuple", elements: operands, type: ERROR, span: site.span };
  }
  const combined = site.operator === "*" ? multiplyUnits : divideUnits;
  const unit = isSum ? a.unit : combined(a.unit, b.unit);
  const isTurned = a.name === "Float";
  const name = names[isTurned ? 2 : b.name === "Float" ? 1 : 0];
  const kind = isTurned ? b.name : a.name;
  return algebraCall(body, `${kind}.${name}`, operands, unit, site.span, isTurned);
}

/** An unknown side of a sum is as the other; of a product, of the same kind. */
function decideUnknown(body: Body, site: OperatorSite, operands: Operands): void {
  const [left, right] = operands.map((operand) => resolved(body.solver, operand.type));
  const isProduct = site.operator === "*" || site.operator === "/";
  for (const [unknown, known] of [
    [left, right],
    [right, left],
  ]) {
    if (!isUnknown(unknown) || known.kind !== "record" || algebraOf(body.solver, known) === null)
      continue;
    const type = isProduct
      ? numberType(body, known.record.name, freshUnit(body.solver))
      : (known as Type);
    if (type !== null) unify(body.solver, unknown, type);
  }
}

function numberType(body: Body, name: string, unit: UnitTerm): Type | null {
  const info = body.session.prelude.records.get(name);
  return info === undefined ? null : recordOf(info, [], [unit]);
}

/** A call of a function of the prelude; `isTurned` when the arguments were written turned round. */
function algebraCall(
  body: Body,
  name: string,
  operands: readonly TypedExpression[],
  unit: UnitTerm,
  span: OperatorSite["span"],
  isTurned = false,
): TypedExpression | null {
  const callable = findFunction(body.session, body.session.prelude, name);
  const type = numberType(body, name.slice(0, name.indexOf(".")), unit);
  if (callable === null || callable.source === null || type === null) return null;
  const call: TypedExpression = {
    kind: "call",
    callee: callable.source.typed,
    typeArguments: [],
    self: null,
    arguments: isTurned ? operands.toReversed() : operands,
    evaluationOrder: isTurned ? [1, 0] : null,
    type,
    span,
  };
  return finishing(body, call);
}

/** `-z`; null for other operands. */
export function negatedAlgebra(body: Body, operand: TypedExpression): TypedExpression | null {
  const shape = algebraOf(body.solver, operand.type);
  if (shape === null) return null;
  return algebraCall(body, `${shape.name}.negated`, [operand], shape.unit, operand.span);
}

/** `z^k` with a whole k; null for other operands and exponents. */
export function powerOfAlgebra(
  body: Body,
  { span }: Pick<OperatorSite, "span">,
  operand: TypedExpression,
  exponent: Rational,
): TypedExpression | null {
  const shape = algebraOf(body.solver, operand.type);
  if (shape === null || exponent.denominator !== 1) return null;
  const value = { kind: "int", value: exponent.numerator } as const;
  const given: TypedExpression = { kind: "constant", value, type: INT, span: operand.span };
  const unit = raiseUnit(shape.unit, exponent);
  return algebraCall(body, `${shape.name}.raised`, [operand, given], unit, span);
}

/** `place += value`, where the sum is a call: indices and the value are evaluated once, first. */
export function updateOfAlgebra(
  body: Body,
  target: TypedPlace,
  sum: TypedExpression & { kind: "call" },
  value: TypedExpression,
  span: Span,
): TypedStatement {
  const statements: TypedStatement[] = [];
  const named = (name: string, given: TypedExpression): TypedExpression => {
    if (given.kind === "constant") return given;
    const { type, span: at } = given;
    const local = finishing<Local>(body, { name, type, isVar: false, span: at });
    statements.push({ kind: "let", pattern: { kind: "local", local }, value: given, span: at });
    return finishing(body, { kind: "local", local, type, span: at });
  };
  const path = target.path.map((step) =>
    step.kind === "field" ? step : finishing(body, { ...step, index: named("index", step.index) }),
  );
  let old: TypedExpression = readOf(body, target);
  for (const step of path) {
    const read = { receiver: old, type: step.type, span: step.span };
    old = finishing(
      body,
      step.kind === "field"
        ? { kind: "field", slot: step.slot, ...read }
        : { kind: "index", index: step.index, ...read },
    );
  }
  const added = named("value", value);
  const isFirst = sum.arguments[0] !== value;
  const renewed = finishing(body, {
    ...sum,
    arguments: isFirst ? [old, added] : [added, old],
    evaluationOrder: null,
  });
  const changed = finishing(body, { ...target, path });
  statements.push({ kind: "assign", target: changed, value: renewed, span });
  const block = { statements, value: null, type: NOTHING, span };
  return {
    kind: "expression",
    expression: { kind: "block", block, type: NOTHING, span },
    span,
  };
}

function readOf(body: Body, { local, span }: TypedPlace): TypedExpression {
  return finishing(body, { kind: "local", local, type: local.type, span });
}
