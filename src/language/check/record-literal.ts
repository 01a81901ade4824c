/** `P { x: 1, y }` and `P { ..p, x: 3 }` */

import type { Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { errorAt, slotOf } from "./access.ts";
import { isCaseName, literalCase } from "./enum-case.ts";
import { unknownQualified } from "./member.ts";
import { fit, fits } from "./mismatch.ts";
import { declarationOf, recordOf, type RecordInfo } from "./record.ts";
import {
  complain,
  findInLayers,
  finishing,
  namesInLayers,
  type Body,
  type Reason,
} from "./session.ts";
import { showType } from "./show.ts";
import { freshType, freshUnit, resolved } from "./solver.ts";
import { didYouMean } from "./suggestion.ts";
import type { TypedExpression } from "./typed.ts";

type RecordSyntax = ast.Expression & { kind: "record" };
type FieldValue = { slot: number; value: TypedExpression };

export function checkRecord(
  body: Body,
  expression: RecordSyntax,
  expected: Type | null,
): TypedExpression {
  const info = findInLayers(body.layer, "records", expression.type.text);
  if (
    expression.owner !== null ||
    (info === null && isCaseName(body, expression.type.text, expected))
  ) {
    return literalCase(body, expression, expected);
  }
  if (info === null) {
    unknownRecord(body, expression);
    return errorAt(expression.span);
  }
  const type = typeOfLiteral(body, info, expected);
  const { record } = type;
  const base = expression.base === null ? null : checkBase(body, expression.base, type);
  const fields: FieldValue[] = [];
  let isBroken = false;
  for (const field of expression.fields) {
    const slot = slotOf(record.fields, field.name.text);
    const written = field.value ?? { kind: "name", name: field.name.text, span: field.name.span };
    const fieldType = slot < 0 ? null : record.fields[slot].type;
    const value = body.check.expression(body, written, fieldType);
    if (fieldType === null) {
      unknownFieldOf(body, info, field.name);
      isBroken = true;
    } else if (fields.some((each) => each.slot === slot)) {
      fieldTwice(body, info, field.name);
      isBroken = true;
    } else {
      const fitted = fits(body, value, fieldType)
        ? value
        : fit(body, value, fieldType, reasonOf(body, info, slot, fieldType));
      fields.push({ slot, value: fitted });
    }
  }
  if (base === null && !isBroken && !hasAllFields(body, expression, info, fields)) isBroken = true;
  if (isBroken) return errorAt(expression.span);
  return finishing(body, {
    kind: "record",
    base,
    fields: fields.slice(),
    type,
    span: expression.span,
  });
}

/** `..p` */
function checkBase(
  body: Body,
  written: ast.Expression,
  type: Type & { kind: "record" },
): TypedExpression {
  const { name } = type.record;
  const reason = { text: `the base of \`${name} { .. }\` is a \`${name}\``, place: null };
  return fit(body, body.check.expression(body, written, type), type, reason);
}

function reasonOf(body: Body, info: RecordInfo, slot: number, type: Type): Reason {
  const { name, place } = info.fields[slot];
  return { text: `field \`${name}\` is \`${showType(body.solver, type)}\``, place };
}

/** The type expected, if it is of this record; else with unknown arguments. */
function typeOfLiteral(
  body: Body,
  info: RecordInfo,
  expected: Type | null,
): Type & { kind: "record" } {
  const wanted = expected === null ? null : resolved(body.solver, expected);
  if (wanted?.kind === "record" && declarationOf(wanted) === info) return wanted;
  return freshRecord(body, info);
}

/** The record with unknown arguments. */
export function freshRecord(body: Body, info: RecordInfo): Type & { kind: "record" } {
  const types = info.typeVariables.map(() => freshType(body.solver));
  const units = info.unitVariables.map(() => freshUnit(body.solver));
  return recordOf(info, types, units);
}

/** The rule typeIsDeclared, for literals. */
function unknownRecord(body: Body, { type, fields, base }: RecordSyntax): void {
  if (!unknownQualified(body, type)) {
    const known = namesInLayers(body.layer, "records");
    complain(
      body,
      "typeIsDeclared",
      type.span,
      `there is no record \`${type.text}\``,
      didYouMean(type.text, type.span, known),
    );
  }
  if (base !== null) body.check.expression(body, base, null);
  for (const { value } of fields) if (value !== null) body.check.expression(body, value, null);
}

/** The rule fieldIsDeclared, for literals. */
function unknownFieldOf(body: Body, info: RecordInfo, field: ast.Name): void {
  const names = info.fields.map(({ name }) => name);
  const suggestion = didYouMean(field.text, field.span, names);
  complain(body, "fieldIsDeclared", field.span, `\`${info.name}\` has no field \`${field.text}\``, {
    notes:
      names.length === 0 ? [] : [`its fields are ${names.map((name) => `\`${name}\``).join(", ")}`],
    ...suggestion,
  });
}

/** The rule fieldIsGivenOnce. */
function fieldTwice(body: Body, info: RecordInfo, field: ast.Name): void {
  complain(
    body,
    "fieldIsGivenOnce",
    field.span,
    `field \`${field.text}\` of \`${info.name}\` is given twice`,
  );
}

/** The rule fieldIsGiven. */
function hasAllFields(
  body: Body,
  expression: RecordSyntax,
  info: RecordInfo,
  fields: readonly FieldValue[],
): boolean {
  // each is for another field
  if (fields.length === info.fields.length) return true;
  const missing = info.fields.filter((_, slot) => !fields.some((field) => field.slot === slot));
  const list = missing
    .map(({ name, type }) => `\`${name}: ${showType(body.solver, type)}\``)
    .join(", ");
  complain(body, "fieldIsGiven", expression.type.span, `\`${info.name}\` needs ${list}`, {
    help: [`give it a value: \`${info.name} { …, ${missing[0].name}: … }\``, ...baseHelp(missing)],
  });
  return false;
}

/** Where several fields are missing, another value may have them. */
function baseHelp(missing: readonly unknown[]): string[] {
  return missing.length < 2
    ? []
    : ["or write `..other` first, to take all fields that are not given from the value `other`"];
}
