/** Operands that do not go together: what the report says of their kinds and units. */

import type { Type } from "../../machine/types/type.ts";
import type { Edit } from "../../source/diagnostic.ts";
import type { ReportExtras } from "../../source/report.ts";
import type * as ast from "../ast.ts";
import { elementUnit } from "./elementwise.ts";
import { operationHelp } from "./library-habits.ts";
import type { Operands, OperatorSite } from "./operator.ts";
import { unlessBlamed } from "./int-for-float.ts";
import { complain, type Body } from "./session.ts";
import { showType } from "./show.ts";
import { resolved } from "./solver.ts";
import type { TypedExpression } from "./typed.ts";
import { reportOperandUnits } from "./unit-mismatch.ts";
import { interpolationOf, writtenAt } from "./written.ts";

const ARITHMETIC: ReadonlySet<string> = new Set(["+", "-", "*", "/"]);

/**
 * The rules operatorFitsOperands and intAndFloatStayApart, for operands of different or wrong
 * kinds.
 */
export function refuse(body: Body, site: OperatorSite, operands: Operands, a: Type, b: Type): void {
  const isMixed =
    (a.kind === "int" && b.kind === "float") || (a.kind === "float" && b.kind === "int");
  if (isMixed) {
    const [int, float] = a.kind === "int" ? operands : [operands[1], operands[0]];
    mixed(body, site, int, float);
    return;
  }
  if (a.kind === "list" || b.kind === "list") {
    refuseLists(body, site, operands, [a, b]);
    return;
  }
  const isText = a.kind === "string" || b.kind === "string";
  const isJoin = site.operator === "+" && isText;
  const extras = isJoin
    ? joinHelp(body, site, a, b)
    : isText && site.operator === "*"
      ? textProduct(body, site, operands, [a, b])
      : operationHelp(body, site, operands, [a, b]);
  unfit(body, site, operands, extras);
}

/** What `+` beside a string was meant to be. */
function joinHelp(body: Body, site: OperatorSite, a: Type, b: Type): ReportExtras {
  const { whole } = site;
  const text = whole === undefined ? null : interpolationOf(body, whole);
  const areTexts = a.kind === b.kind;
  if (whole === undefined || text === null) {
    const join = 'strings and lists are joined with `++`; a number goes into a string as `"{x}"`';
    return { help: [join], edits: areTexts ? joinEdits(body, site) : [] };
  }
  return {
    help: [`write \`${text}\`${areTexts ? "; strings are joined with `++`" : ""}`],
    edits: areTexts
      ? joinEdits(body, site)
      : [{ span: whole.span, replacement: text, confidence: "likely" }],
  };
}

/** What `*` beside a string was meant to be: `"a" * "b"` joins elsewhere, `"a" * 3` repeats. */
function textProduct(
  body: Body,
  site: OperatorSite,
  operands: Operands,
  [a, b]: readonly [Type, Type],
): ReportExtras {
  if (a.kind === b.kind)
    return { help: ["strings are joined with `++`"], edits: joinEdits(body, site) };
  const [text, count] = a.kind === "string" ? operands : [operands[1], operands[0]];
  if (resolved(body.solver, count.type).kind !== "int") return {};
  const [before, inside] = [text, count].map(({ span }) => writtenAt(body, span));
  const isShort = before !== null && inside !== null && /^(?:"[^"]*"|[\w.]+)$/.test(before);
  const call = isShort ? `${before}.repeat(${inside})` : "text.repeat(n)";
  return {
    help: [`a string is repeated with \`${call}\``],
    edits: isShort ? [{ span: site.span, replacement: call, confidence: "likely" }] : [],
  };
}

/** The rules unitsAgree, intAndFloatStayApart and operatorFitsOperands, where a side is a list. */
function refuseLists(
  body: Body,
  site: OperatorSite,
  operands: Operands,
  types: readonly [Type, Type],
): void {
  const [a, b] = types;
  const areFloats = operands.every(({ type }) => elementUnit(body, type) !== null);
  const isArithmetic = ARITHMETIC.has(site.operator);
  if (areFloats && isArithmetic) return unequalUnits(body, site, operands, types);
  const [int, list] = a.kind === "int" ? operands : [operands[1], operands[0]];
  const repeated = repetition(body, site, int, list);
  const isMixed = (a.kind === "int" || b.kind === "int") && elementUnit(body, list.type) !== null;
  if (isMixed && isArithmetic) return mixed(body, site, int, list, repeated ?? {});
  if (repeated !== null) return unfit(body, site, operands, repeated);
  const isJoin = site.operator === "+" && a.kind === b.kind;
  const meant = operationHelp(body, site, operands, types);
  if (meant.help !== undefined) return unfit(body, site, operands, meant);
  const notes = isArithmetic ? ["arithmetic over whole lists is for lists of Floats"] : [];
  const help = isJoin ? ["lists are joined with `++`"] : [];
  unfit(body, site, operands, { notes, help, edits: isJoin ? joinEdits(body, site) : [] });
}

/**
 * `[x] * n`, which elsewhere is a list of n elements: what it is here. Null for other operations.
 */
function repetition(
  body: Body,
  { operator, span }: OperatorSite,
  int: TypedExpression,
  list: TypedExpression,
): ReportExtras | null {
  const isOne = list.kind === "list" && list.elements.length === 1;
  if (operator !== "*" || !isOne || resolved(body.solver, int.type).kind !== "int") return null;
  const [count, element] = [int, list.elements[0]].map(({ span }) => writtenAt(body, span));
  const isShort = count !== null && element !== null;
  const filled = `List.filled(${count ?? "n"}, ${element ?? "x"})`;
  return {
    notes: ["`*` goes over the elements of a list, and does not repeat it"],
    help: [`a list of equal elements is \`${filled}\``],
    edits: isShort ? [{ span, replacement: filled, confidence: "likely" }] : [],
  };
}

/** `++` for `+`, and `++=` for `+=`: of an update the span is all that lies between its sides. */
function joinEdits(body: Body, { operatorSpan }: OperatorSite): Edit[] {
  const sign = /[+*]=?/u.exec(writtenAt(body, operatorSpan) ?? "");
  if (sign === null) return [];
  const start = operatorSpan.start + sign.index;
  const span = { start, end: start + sign[0].length };
  const replacement = sign[0].endsWith("=") ? "++=" : "++";
  return [{ span, replacement, confidence: "certain" }];
}

/** The rule operatorFitsOperands, for two operands that do not go together. */
function unfit(body: Body, site: OperatorSite, operands: Operands, extras: ReportExtras): void {
  const [a, b] = operands.map(({ type }) => showType(body.solver, resolved(body.solver, type)));
  complain(
    body,
    "operatorFitsOperands",
    site.operatorSpan,
    `\`${site.operator}\` does not work on \`${a}\` and \`${b}\``,
    {
      labels: [
        { span: operands[0].span, text: `\`${a}\`` },
        { span: operands[1].span, text: `\`${b}\`` },
      ],
      ...extras,
    },
  );
}

/** The rule intAndFloatStayApart, for operands. */
export function mixed(
  body: Body,
  site: { operator: string; operatorSpan: ast.Node["span"] },
  int: TypedExpression,
  float: TypedExpression,
  extras: ReportExtras = {},
): void {
  unlessBlamed(body, int, () => mixedKinds(body, site, [int, float], extras));
}

function mixedKinds(
  body: Body,
  site: { operator: string; operatorSpan: ast.Node["span"] },
  [int, float]: Operands,
  extras: ReportExtras,
): void {
  const { start, end } = int.span;
  complain(
    body,
    "intAndFloatStayApart",
    site.operatorSpan,
    `\`${site.operator}\` needs two Ints or two Floats, not one of each`,
    {
      labels: [
        { span: int.span, text: "`Int`" },
        { span: float.span, text: `\`${showType(body.solver, float.type)}\`` },
      ],
      help: [`convert the \`Int\`: \`Float(${writtenAt(body, int.span) ?? "…"})\``],
      edits: [
        { span: { start, end: start }, replacement: "Float(", confidence: "likely" },
        { span: { start: end, end }, replacement: ")", confidence: "likely" },
      ],
      ...extras,
    },
  );
}

/** The rule unitsAgree, for sums. */
export function unequalUnits(
  body: Body,
  site: OperatorSite,
  operands: Operands,
  types: readonly [Type, Type],
): void {
  const [left, right] = types.map((type) => showType(body.solver, type));
  const verb = site.operator === "+" ? "added to" : "subtracted from";
  const [first, second] = site.operator === "+" ? [left, right] : [right, left];
  const message = `\`${first}\` cannot be ${verb} \`${second}\``;
  const { operatorSpan, needed = null } = site;
  reportOperandUnits(body, operatorSpan, operands, {
    message,
    ...(needed === null ? {} : { needed: { type: needed, operatorSpan } }),
  });
}
