/** `xs[i]`, `m[key]`, and what is meant by indices that other languages have. */

import { INT, type RecordType, type Type } from "../../machine/types/type.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { errorAt } from "./access.ts";
import { headOf } from "./head.ts";
import { isRange } from "./range.ts";
import { complain, finishing, placeAt, type Body } from "./session.ts";
import { showType } from "./show.ts";
import { ERROR, isError, resolved, unify } from "./solver.ts";
import type { TypedExpression } from "./typed.ts";
import { isSimple, writtenAt } from "./written.ts";

type IndexSyntax = ast.Expression & { kind: "index" };

/** `xs[i]` */
export function checkIndex(
  body: Body,
  expression: ast.Expression & { kind: "index" },
): TypedExpression {
  const receiver = body.check.expression(body, expression.receiver, null);
  const type = resolved(body.solver, receiver.type);
  if (type.kind === "map") return checkKey(body, expression, receiver, type);
  const index = checkIndexNumber(body, expression, type);
  if (isError(type) || type.kind === "never") return errorAt(expression.span);
  if (type.kind === "string" && isError(index.type)) return errorAt(expression.span);
  if (type.kind !== "list") {
    notIndexable(body, expression, type);
    return errorAt(expression.span);
  }
  if (index.kind === "constant" && index.value.kind === "int" && index.value.value < 0) {
    belowZero(body, expression.receiver, index);
    return errorAt(expression.span);
  }
  const { span } = expression;
  return finishing(body, { kind: "index", receiver, index, type: type.element, span });
}

/** `map[key]`: the value of an entry that is there. */
function checkKey(
  body: Body,
  { index: key, span }: ast.Expression & { kind: "index" },
  receiver: TypedExpression,
  type: Type & { kind: "map" },
): TypedExpression {
  const text = (): string => `the map is \`${showType(body.solver, type)}\``;
  const reason = { text, place: placeAt(body, receiver.span) };
  const index = body.check.value(body, key, type.key, reason);
  return finishing(body, { kind: "index", receiver, index, type: type.value, span });
}

/** The rules indexIsNotRange and indexedIsList, for the index. */
function checkIndexNumber(body: Body, indexed: IndexSyntax, receiver: Type): TypedExpression {
  const expression = indexed.index;
  const index = body.check.expression(body, expression, INT);
  const type = resolved(body.solver, index.type);
  if (type.kind === "never" || unify(body.solver, type, INT)) return index;
  if (isRange(type)) {
    rangeAsIndex(body, indexed);
    return { ...index, type: ERROR };
  }
  // of what has no elements, that is reported
  if (receiver.kind === "record" || receiver.kind === "tuple") return { ...index, type: ERROR };
  const help = type.kind === "float" ? ["say how to round it: `floor(…)` or `round(…)`"] : [];
  complain(
    body,
    "indexedIsList",
    expression.span,
    `an index is an \`Int\`, and this is \`${showType(body.solver, type)}\``,
    { help },
  );
  return { ...index, type: ERROR };
}

/** The rule indexIsNotRange: elsewhere `xs[1..3]` is a part of the list. */
function rangeAsIndex(body: Body, { receiver, index, span }: IndexSyntax): void {
  const bounds = index.kind === "range" ? [index.from, index.to] : [];
  const [from, to] = bounds.map((bound) => writtenAt(body, bound.span));
  const isWritten = /^\w/.test(from ?? "") && /^\w/.test(to ?? "");
  const isInclusive = index.kind === "range" && index.inclusive;
  const end = isInclusive && to !== undefined ? nextOf(to ?? "") : to;
  const slice = isWritten ? `.slice(${from}, ${end})` : ".slice(from, to)";
  const brackets = { start: receiver.span.end, end: span.end };
  const list = (isSimple(receiver) ? writtenAt(body, receiver.span) : null) ?? "xs";
  complain(body, "indexIsNotRange", index.span, "an index is one number", {
    help: [`a part of a list or a text is written \`${list}${slice}\``],
    edits: isWritten ? [{ span: brackets, replacement: slice, confidence: "likely" }] : [],
  });
}

/** The rule indexIsNotNegative: elsewhere `xs[-1]` is the last element. */
function belowZero(body: Body, receiver: ast.Expression, { span }: TypedExpression): void {
  const list = isSimple(receiver) ? writtenAt(body, receiver.span) : null;
  const back = writtenAt(body, span) ?? "";
  const isNumber = /^-\d+$/.test(back);
  const index = `${list ?? "xs"}.length() - ${isNumber ? back.slice(1) : "1"}`;
  const isSure = list !== null && isNumber;
  complain(body, "indexIsNotNegative", span, "indices begin at 0", {
    help: [`counted from the end it is \`${list ?? "xs"}[${index}]\``],
    edits: isSure ? [{ span, replacement: index, confidence: "likely" }] : [],
  });
}

/** The rule indexedIsList. */
function notIndexable(
  body: Body,
  expression: ast.Expression & { kind: "index" },
  type: Type,
): void {
  const { span } = expression.receiver;
  complain(
    body,
    "indexedIsList",
    span,
    `\`${showType(body.solver, type)}\` has no elements to index`,
    indexHelp(body, expression, type),
  );
}

/** How a part of a value is taken that has no elements. */
function indexHelp(body: Body, { receiver, index, span }: IndexSyntax, type: Type): ReportExtras {
  const [before, inside] = [receiver.span, index.span].map((span) => writtenAt(body, span));
  const [value, i] = [before ?? "x", inside ?? "i"];
  switch (headOf(type)) {
    case "Matrix":
      return {
        help: [
          `an element is \`${value}.get(${i}, j)\`, and a row \`${value}.row(${i})\`; ` +
            `\`${value}.set(${i}, j, x)\` changes one`,
        ],
      };
    case "Graph":
      return { help: [`its neighbours are \`${value}.neighbours(${i})\``] };
    case "String":
      return characterHelp(value, i, { start: receiver.span.end, end: span.end });
    default:
      if (type.kind === "tuple") return { help: ["a tuple is taken apart with `let (a, b) = …`"] };
      return type.kind === "record" ? fieldHelp(value, i, type.record.fields) : {};
  }
}

/** `text[i]`, from the front or from the end. */
function characterHelp(value: string, i: string, brackets: Span): ReportExtras {
  const back = /^-([1-9]\d*)$/.exec(i)?.[1];
  const length = `${value}.length()`;
  const [from, to] =
    back === undefined
      ? [i, nextOf(i)]
      : [`${length} - ${back}`, back === "1" ? length : `${length} - ${Number(back) - 1}`];
  const slice = `.slice(${from}, ${to})`;
  const isSure = value !== "x" && i !== "i";
  return {
    help: [`a character is \`${value}${slice}\``],
    edits: isSure ? [{ span: brackets, replacement: slice, confidence: "likely" }] : [],
  };
}

/** `point["x"]` */
function fieldHelp(value: string, i: string, fields: RecordType["fields"]): ReportExtras {
  const named = fields.find(({ name }) => i === `"${name}"`) ?? fields[0];
  return named === undefined ? {} : { help: [`a field is \`${value}.${named.name}\``] };
}

/** The number behind a bound. */
function nextOf(index: string): string {
  return /^\d{1,9}$/.test(index) ? String(Number(index) + 1) : `${index} + 1`;
}
