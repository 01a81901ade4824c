/** Strings: text and holes, and how a hole is printed. */

import { STRING, type Type } from "../../machine/types/type.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import type * as ast from "../ast.ts";
import { nearestDouble } from "../units/exact.ts";
import type { UnitValue } from "../units/find.ts";
import { showUnitSyntax } from "../units/read.ts";
import { lintDollars } from "./dollars.ts";
import { shapeOf } from "./number-shape.ts";
import { lintPrintedUnit } from "./printed-unit.ts";
import { readUnitIn } from "./read-unit.ts";
import { boundEdits } from "./own-declaration.ts";
import { complain, type Body } from "./session.ts";
import { showBaseUnit, showFriendlyUnit, showType } from "./show.ts";
import { ERROR, isError, resolved, resolvedUnit, unifyUnits } from "./solver.ts";
import { reportUnits } from "./unit-mismatch.ts";
import { boundHelp, lacking, whoseFunctions } from "./type-variable.ts";
import type { TypedExpression, TypedPart } from "./typed.ts";
import { writtenAt } from "./written.ts";

type Hole = ast.StringPart & { kind: "hole" };

/** `"r = {r:.3}"` */
export function checkString(body: Body, literal: ast.StringLiteral): TypedExpression {
  const { span } = literal;
  if (literal.parts.some((part) => part.kind === "text" && part.text.includes("$")))
    lintDollars(body, literal);
  if (literal.parts.every((part) => part.kind === "text")) {
    const value = literal.parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
    return { kind: "constant", value: { kind: "string", value }, type: STRING, span };
  }
  const parts: TypedPart[] = [];
  let isBroken = false;
  for (const part of literal.parts) {
    if (part.kind === "hole") {
      const hole = checkHole(body, part);
      if (hole === null) isBroken = true;
      else parts.push(hole);
    } else if (part.text !== "") parts.push(part);
  }
  if (isBroken) return { kind: "interpolation", parts, type: ERROR, span };
  return { kind: "interpolation", parts: parts.slice(), type: STRING, span };
}

/** A string from any value that can be shown: what `print` makes of its argument. */
export function asString(body: Body, value: TypedExpression): TypedExpression {
  const type = resolved(body.solver, value.type);
  if (type.kind === "string" || type.kind === "never" || isError(type)) return value;
  if (!isShowable(body, value, type)) return { ...value, type: ERROR };
  const part: TypedPart = { kind: "value", value, digits: null, unit: null };
  return { kind: "interpolation", parts: [part], type: STRING, span: value.span };
}

function checkHole(body: Body, hole: Hole): TypedPart | null {
  const value = body.check.expression(body, hole.value, null);
  const unit = hole.unit === null ? null : readUnitIn(body, hole.unit);
  const type = resolved(body.solver, value.type);
  if (isError(type) || !isShowable(body, value, type)) return null;
  const { digits } = hole;
  if (hole.unit === null && type.kind !== "int") lintPrintedUnit(body, hole, value);
  if (digits === null && hole.unit === null) return { kind: "value", value, digits, unit: null };
  const shape = shapeOf(body.solver, type);
  if (shape === null) {
    formatNeedsFloat(body, hole, type);
    return null;
  }
  if (hole.unit === null) return { kind: "value", value, digits, unit: null };
  return unit === null
    ? null
    : { kind: "value", value, digits, unit: shownIn(body, hole.unit, unit, type, shape.unit) };
}

/** The rule holeIsShowable. */
function isShowable(body: Body, value: TypedExpression, type: Type): boolean {
  if (type.kind !== "nothing") return isBoundToShow(body, value, type);
  complain(body, "holeIsShowable", value.span, "this has no value and cannot be shown");
  return false;
}

/** The rule boundIsMet, for what is shown. */
function isBoundToShow(body: Body, value: TypedExpression, type: Type): boolean {
  const wrong = lacking(body, type, "Show");
  if (wrong === null) return true;
  const shown = showType(body.solver, wrong);
  if (wrong.kind === "function") {
    const whose = whoseFunctions(body, type, wrong);
    complain(body, "holeIsShowable", value.span, `${whose} cannot be shown`, {
      notes: ["a function is code, and has no value to write"],
      help: ["call it, and show what it gives"],
    });
    return false;
  }
  complain(body, "boundIsMet", value.span, `nothing says that \`${shown}\` can be shown`, {
    help: boundHelp(wrong, "Show"),
    edits: wrong.kind === "variable" ? boundEdits(body, wrong.name, "Show") : [],
  });
  return false;
}

/** The rule holeIsShowable, for `:.3` and `:[MW]`. */
function formatNeedsFloat(body: Body, hole: Hole, type: Type): void {
  const what = hole.digits === null ? "a unit" : "a number of digits";
  complain(
    body,
    "holeIsShowable",
    hole.span,
    `${what} is for a \`Float\`, and this is \`${showType(body.solver, type)}\``,
    { help: formHelp(body, hole, type) },
  );
}

function formHelp(body: Body, hole: Hole, type: Type): string[] {
  if (type.kind === "int") return ["show it as it is, or convert it: `{Float(n):.3}`"];
  if (type.kind !== "list" || shapeOf(body.solver, resolved(body.solver, type.element)) === null) {
    return [];
  }
  const [list, whole] = [hole.value.span, hole.span].map((span) => writtenAt(body, span));
  const form = /:[^:]*$/.exec(whole ?? "")?.[0] ?? ":.3";
  return [`each of its elements has digits: \`{${list ?? "xs"}.map(|x| "{x${form}}")}\``];
}

/** `{1 / period:[Hz]}`: what makes turns in a time of it. */
function turnHelp(body: Body, own: UnitTerm, wanted: UnitTerm): string[] {
  const [is, needs] = [own, wanted].map((term) => showBaseUnit(body.solver, term));
  if (is !== needs.replace("cycle", "1")) return [];
  return [
    "`Hz` counts turns: one in a period is `1[cycle] / period`, and of an angle `omega / TAU`",
  ];
}

/** The unit of `{p:[MW]}`, which has the dimension of the value. */
function shownIn(
  body: Body,
  syntax: ast.UnitSyntax,
  unit: UnitValue,
  type: Type,
  own: UnitTerm,
): (TypedPart & { kind: "value" })["unit"] {
  const text = showUnitSyntax(syntax);
  if (!unifyUnits(body.solver, own, unit.term)) {
    const shown = showType(body.solver, type);
    const friendly = showFriendlyUnit(body.solver, own);
    const site = { span: syntax.span, value: null };
    reportUnits(body, site, [resolvedUnit(body.solver, own), unit.term], {
      message: `this is \`${shown}\` and cannot be shown in \`${text}\``,
      because: { help: [`its unit is \`${friendly}\``, ...turnHelp(body, own, unit.term)] },
    });
  }
  return { scale: nearestDouble(unit.scale), suffix: ` ${text}` };
}
