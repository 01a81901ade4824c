/**
 * A value meets a place for it: the types agree, or the report says what is there, what is needed
 * and why it is needed.
 */

import type { EnumType, RecordType, Type } from "../../machine/types/type.ts";
import { isRange } from "./range.ts";
import { isDimensionless } from "../../machine/types/unit-algebra.ts";
import type { Label } from "../../source/diagnostic.ts";
import type { ReportExtras } from "../../source/report.ts";
import { partsOf } from "./body.ts";
import { declarationOf, type EnumInfo, type RecordInfo } from "./record.ts";
import { complain, findFunction, type Body, type Reason } from "./session.ts";
import { shapeOf, type Shape } from "./number-shape.ts";
import { showBaseUnit, showType } from "./show.ts";
import { absorbUnknown, ERROR, isError, resolved, resolvedUnit, unify } from "./solver.ts";
import type { TypedExpression } from "./typed.ts";
import { floatForInt } from "./float-for-int.ts";
import { blameWholeStart, intForFloat, unlessBlamed } from "./int-for-float.ts";
import { factorBetween } from "./lost-turn.ts";
import { argumentMeant, namesakeHelp } from "./argument-habits.ts";
import { outcomeHelp } from "./outcome.ts";
import { lacksUnit, reportLackingUnit, reportUnits } from "./unit-mismatch.ts";
import { changeHelp, emptyHelp, writtenAt } from "./written.ts";

/**
 * Whether a value fits a type; nothing is reported. Where it does not, `fit` with the reason says
 * so: most values fit, and reasons cost more than the answer.
 */
export function fits(body: Body, value: TypedExpression, type: Type): boolean {
  const actual = resolved(body.solver, value.type);
  if (actual.kind === "never") return true;
  if (actual !== type && !unify(body.solver, actual, type)) return false;
  return !lacksUnit(body, value, resolved(body.solver, type));
}

/**
 * The expression, if it fits the type; else the mismatch is reported and it absorbs what follows.
 */
export function fit(
  body: Body,
  value: TypedExpression,
  type: Type,
  reason: Reason,
): TypedExpression {
  if (fits(body, value, type)) return value;
  const actual = resolved(body.solver, value.type);
  if (unify(body.solver, actual, type)) {
    const wanted = resolved(body.solver, type) as Type & { kind: "float" };
    reportLackingUnit(body, value, wanted, becauseOf(body, reason));
  } else reportMismatch(body, value, actual, type, reason);
  return { ...value, type: ERROR };
}

/**
 * The rules typesAgree, unitsAgree and intAndFloatStayApart: `actual` is there, `needed` is
 * needed.
 */
function reportMismatch(
  body: Body,
  value: TypedExpression,
  actual: Type,
  needed: Type,
  reason: Reason,
): void {
  const { span } = value;
  const found = resolved(body.solver, actual);
  const wanted = resolved(body.solver, needed);
  if (hasError(body, found) || hasError(body, wanted)) return;
  // The declared result has been reported: what goes against it is an echo.
  if (body.name !== null && body.session.blamedResults.has(body.name)) {
    if (reason.place !== null && reason.place === body.resultPlace) return;
  }
  const because = becauseOf(body, reason);
  if (found.kind === "float" && wanted.kind === "float") {
    const [is, needs] = [found, wanted].map((type) => describeFloat(body, type));
    const message = `this is ${is}, but ${needs} is needed`;
    reportUnits(body, { span, value }, [found.unit, wanted.unit], {
      message,
      because,
      declared: wanted,
    });
    return;
  }
  const [is, needs] = [found, wanted].map((type) => shapeIn(body, type));
  if (is !== null && needs !== null && is.name === needs.name && found.kind === wanted.kind) {
    const [one, other] = [found, wanted].map((type) => showType(body.solver, type));
    const message = `this is \`${one}\`, but \`${other}\` is needed`;
    reportUnits(body, { span, value }, [is.unit, needs.unit], { message, because });
    return;
  }
  if (found.kind === "int" && wanted.kind === "float") {
    const own =
      reason.callable === undefined ? null : namesakeHelp(body, reason.callable, value, wanted);
    unlessBlamed(body, value, () => intForFloat(body, value, wanted, { ...because, ...own }));
    return;
  }
  if (found.kind === "float" && wanted.kind === "int") {
    if (reason.local !== undefined && blameWholeStart(body, reason.local, span, found)) return;
    floatForInt(body, value, found, because, reason);
    return;
  }
  const meant =
    emptyMeant(body, value, wanted) ?? argumentMeant(body, value, [found, wanted], reason);
  complain(
    body,
    "typesAgree",
    span,
    `this is \`${showType(body.solver, found)}\`, ` +
      `but \`${showType(body.solver, wanted)}\` is needed`,
    {
      ...because,
      notes: [...(because.notes ?? []), ...sameNames(found, wanted)],
      help:
        mapHelp(body, value, { found, wanted, reason }) ??
        numbersHelp(body, value, { found, wanted, reason }) ??
        habitHelp(body, value, found, wanted),
      ...meant,
    },
  );
  absorbUnknowns(body, found);
}

/** The kind and the unit of a number, or of a list's Floats. */
function shapeIn(body: Body, type: Type): Shape | null {
  if (type.kind !== "list") return shapeOf(body.solver, type);
  const element = resolved(body.solver, type.element);
  return element.kind === "float" ? shapeOf(body.solver, element) : null;
}

/** One cause, one report: nobody asks further what is open in a type that does not fit. */
function absorbUnknowns(body: Body, type: Type): void {
  absorbUnknown(body.solver, type);
  for (const part of partsOf(resolved(body.solver, type))) absorbUnknowns(body, part);
}

/** A label where the reason stands in this file, else a note. */
export function becauseOf(body: Body, reason: Reason): ReportExtras {
  const text = typeof reason.text === "string" ? reason.text : reason.text();
  if (text === "") return {};
  if (reason.place === null || reason.place.path !== body.path) return { notes: [text] };
  const label: Label = { span: reason.place.span, text };
  return { labels: [label] };
}

/** What tells types of one name apart: the files they are declared in. */
function sameNames(found: Type, wanted: Type): string[] {
  const ones = declarationsIn(found);
  return declarationsIn(wanted).flatMap((other) => {
    const one = ones.find(({ name }) => name === other.name);
    if (one === undefined || one.place.path === other.place.path) return [];
    const files = `\`${one.place.path}\` and in \`${other.place.path}\``;
    return [`\`${one.name}\` is declared in ${files}: these are two types`];
  });
}

function declarationsIn(type: Type): (RecordInfo | EnumInfo)[] {
  const own = declarationOf(type);
  switch (type.kind) {
    case "list":
      return declarationsIn(type.element);
    case "tuple":
      return type.elements.flatMap(declarationsIn);
    case "enum":
      return [...(own === null ? [] : [own]), ...type.enum.typeArguments.flatMap(declarationsIn)];
    default:
      return own === null ? [] : [own];
  }
}

function hasError(body: Body, type: Type): boolean {
  const current = resolved(body.solver, type);
  if (isError(current)) return true;
  if (current.kind === "list") return hasError(body, current.element);
  if (current.kind === "map") {
    return hasError(body, current.key) || hasError(body, current.value);
  }
  if (current.kind === "record" || current.kind === "enum") {
    const { typeArguments } = current.kind === "record" ? current.record : current.enum;
    return typeArguments.some((argument) => hasError(body, argument));
  }
  return current.kind === "tuple" && current.elements.some((element) => hasError(body, element));
}

function habitHelp(body: Body, value: TypedExpression, found: Type, wanted: Type): string[] {
  if (wanted.kind === "string") return ['write it into a string: `"{…}"`'];
  if (wanted.kind === "bool" && found.kind === "int") return ["compare it: `… != 0`"];
  if (wanted.kind === "enum" && wanted.enum.typeArguments.length > 0)
    return wrapHelp(found, wanted.enum);
  if (found.kind === "enum" && found.enum.typeArguments.length > 0)
    return outcomeHelp(body, value.span, found);
  if (found.kind === "record" && wanted.kind === "record")
    return weightsHelp(body, found.record, wanted.record);
  if (found.kind === "nothing") return ["this has no value", ...changeHelp(body, value)];
  return [];
}

/** The function that takes this value and no other. */
function nameOfOne({ callable }: Reason): string | null {
  return callable?.parameters.length === 1 ? callable.name : null;
}

/** `{}` and `[]` for what has nothing in it; null for other values. */
function emptyMeant(body: Body, value: TypedExpression, wanted: Type): ReportExtras | null {
  const isList = value.kind === "list" && value.elements.length === 0;
  if (!isList && emptyHelp(body, value).length === 0) return null;
  const replacement = wanted.kind === "map" ? "Map.new()" : "[]";
  if (wanted.kind !== "map" && (wanted.kind !== "list" || isList)) return null;
  return {
    help: [`a ${wanted.kind} with nothing in it is \`${replacement}\``],
    edits: [{ span: value.span, replacement, confidence: "certain" }],
  };
}

/** `sin(xs)`: what to write for every element; null where a list is not meant. */
function mapHelp(
  body: Body,
  value: TypedExpression,
  { found, wanted, reason }: { found: Type; wanted: Type; reason: Reason },
): string[] | null {
  const ofOne = nameOfOne(reason);
  if (ofOne === null || ofOne.includes(".") || found.kind !== "list") return null;
  const number = shapeOf(body.solver, wanted);
  if (number === null || number.name !== shapeIn(body, found)?.name) return null;
  const written = writtenAt(body, value.span);
  const list = written !== null && /^[\w.]+$/.test(written) ? written : "xs";
  return [`of every element it is \`${list}.map(${ofOne})\``];
}

/** Rows of Ints where rows of Floats are needed; null for other lists. */
function rowsHelp({ solver }: Body, found: Type, wanted: Type): string[] | null {
  const [ofFound, ofWanted] = [found, wanted].map((type) => {
    const row = type.kind === "list" ? resolved(solver, type.element) : type;
    return type.kind === "list" && row.kind === "list" ? resolved(solver, row.element).kind : "";
  });
  if (ofFound !== "int" || ofWanted !== "float") return null;
  return ["rows of Floats have a point in their numbers: `[[1.0, 2.0], [3.0, 4.0]]`"];
}

/** `sum(0..3)`, `mean(counts)`: Ints where a list, perhaps of Floats, is needed; else null. */
function numbersHelp(
  body: Body,
  value: TypedExpression,
  { found, wanted, reason }: { found: Type; wanted: Type; reason: Reason },
): string[] | null {
  if (wanted.kind !== "list") return null;
  const nested = rowsHelp(body, found, wanted);
  if (nested !== null) return nested;
  const ofInts = found.kind === "list" && resolved(body.solver, found.element).kind === "int";
  if (!ofInts && !isRange(found)) return null;
  const text = writtenAt(body, value.span);
  const isName = text !== null && /^[\p{L}_][\p{L}\d_]*(?:\.[\p{L}\d_]+)*$/u.test(text);
  const shown = isName ? text : ofInts ? "xs" : `(${text ?? "a..b"})`;
  const list = ofInts ? shown : `${shown}.to_list()`;
  if (resolved(body.solver, wanted.element).kind !== "float") {
    return ofInts ? null : [`the numbers of a range as a list are \`${list}\``];
  }
  const floats = `the same numbers as Floats are \`${shown}.map(Float)\``;
  return nameOfOne(reason) === "sum"
    ? [`Ints are added with \`Int.sum(${list})\``, floats]
    : [floats];
}

/** `Graph[1]` where `Graph[1/s]` is needed: the unit that its numbers lack. */
function weightsHelp(body: Body, found: RecordType, wanted: RecordType): string[] {
  if (found.name !== wanted.name || found.unitArguments.length !== 1) return [];
  const [is, needs] = [found, wanted].map(({ unitArguments }) =>
    showBaseUnit(body.solver, unitArguments[0]),
  );
  const scaled = findFunction(body.session, body.layer, `${found.name}.scaled`);
  const factor = factorBetween(body, found.unitArguments[0], wanted.unitArguments[0]);
  if (factor.includes("TAU")) {
    const how = scaled === null ? "" : `, \`.scaled(${factor})\``;
    return [
      `the numbers in it are in \`${is}\`, not in \`${needs}\`, and \`TAU\` is \`1/cycle\`: ` +
        `multiply all of them${how}`,
    ];
  }
  const how = scaled === null ? "" : `, or multiply all of them: \`.scaled(${factor})\``;
  return [`the numbers in it are in \`${is}\`: give them \`${needs}\`${how}`];
}

function wrapHelp(found: Type, wanted: EnumType): string[] {
  if (found.kind === "enum") return [];
  const index = wanted.cases.findIndex(({ name }) => name === "Some" || name === "Ok");
  return index < 0 ? [] : [`wrap it: \`${wanted.cases[index].name}(…)\``];
}

/** `Float[W]` by its type, a `Float` without unit in words, which says more beside the other. */
function describeFloat(body: Body, type: Type & { kind: "float" }): string {
  const isPlain = isDimensionless(resolvedUnit(body.solver, type.unit)) && type.display === null;
  return isPlain ? "a plain number" : `\`${showType(body.solver, type)}\``;
}
