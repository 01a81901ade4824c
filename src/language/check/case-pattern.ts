/** Patterns of cases and records: `Some(x)`, `Circle { radius, .. }`, `Point { x, y }`. */

import type { Type } from "../../machine/types/type.ts";
import type { Edit } from "../../source/diagnostic.ts";
import type * as ast from "../ast.ts";
import { exampleOf, fieldsOf, findCase, findEnum, isCaseName } from "./enum-case.ts";
import { unknownQualified } from "./member.ts";
import { enumInfo } from "./record.ts";
import { freshRecord } from "./record-literal.ts";
import { complain, findInLayers, type Body } from "./session.ts";
import { countOf, showType } from "./show.ts";
import { ERROR, isError, isUnknown, resolved, unify } from "./solver.ts";
import { didYouMean } from "./suggestion.ts";
import type { TypedFieldPattern, TypedPattern } from "./typed.ts";

type CaseSyntax = ast.Pattern & { kind: "case" };
type Fields = readonly { readonly name: string; readonly type: Type }[];
type CheckPart = (part: ast.Pattern, type: Type) => TypedPattern;

/** A pattern of a case, or of a record. */
export function casePattern(
  body: Body,
  pattern: CaseSyntax,
  type: Type,
  check: CheckPart,
): TypedPattern {
  const known = resolved(body.solver, type);
  const skip = (): TypedPattern => {
    for (const part of partsOf(pattern)) check(part, ERROR);
    return { kind: "ignore" };
  };
  if (isError(known) || known.kind === "never") return skip();
  const { name, owner } = pattern;
  const info = findInLayers(body.layer, "records", name.text);
  const isRecord = owner === null && info !== null && !isCaseName(body, name.text, null);
  if (isRecord && (known.kind === "record" || isUnknown(known))) {
    const wanted = freshRecord(body, info);
    if (!unify(body.solver, known, wanted)) return doesNotFit(body, pattern, known, skip);
    const { fields } = wanted.record;
    const parts = fieldPatterns(body, pattern, () => name.text, fields, check);
    return parts === null ? { kind: "ignore" } : { kind: "record", fields: parts };
  }
  if (known.kind !== "enum" && !isUnknown(known)) return doesNotFit(body, pattern, known, skip);
  if (owner !== null && findEnum(body, owner.text) === null) {
    if (unknownQualified(body, owner)) return skip();
    complain(body, "typeIsDeclared", owner.span, `there is no enum \`${owner.text}\``);
    return skip();
  }
  const isOther =
    known.kind === "enum" && owner !== null && findEnum(body, owner.text) !== enumInfo(known.enum);
  if (isOther) return doesNotFit(body, pattern, known, skip);
  const found = findCase(body, owner, name, known);
  if (found === null) return skip();
  if (!unify(body.solver, known, found.type)) return doesNotFit(body, pattern, known, skip);
  const parts = fieldPatterns(body, pattern, () => exampleOf(found), fieldsOf(found), check);
  return parts === null ? { kind: "ignore" } : { kind: "case", index: found.index, fields: parts };
}

function partsOf({ payload }: CaseSyntax): readonly ast.Pattern[] {
  if (payload.kind === "positional") return payload.elements;
  return payload.kind === "named" ? payload.fields.map((field) => field.pattern) : [];
}

/** The rule patternFits. */
function doesNotFit(
  body: Body,
  pattern: CaseSyntax,
  known: Type,
  skip: () => TypedPattern,
): TypedPattern {
  const shown = showType(body.solver, known);
  const name =
    pattern.owner === null ? pattern.name.text : `${pattern.owner.text}.${pattern.name.text}`;
  complain(
    body,
    "patternFits",
    pattern.span,
    `\`${name}\` is no pattern of the value, which is \`${shown}\``,
    isNamedValue(body, pattern)
      ? { help: [`a value with a name is compared behind an \`if\`: \`x if x == ${name}\``] }
      : {},
  );
  return skip();
}

/** `LIMIT`, where a constant or a parameter has this name. */
function isNamedValue(body: Body, { owner, name, payload }: CaseSyntax): boolean {
  if (owner !== null || payload.kind !== "nothing") return false;
  return (
    findInLayers(body.layer, "constants", name.text) !== null ||
    findInLayers(body.layer, "parameters", name.text) !== null
  );
}

/** The patterns of what is carried, by slot; null after a report. The rule patternFits. */
function fieldPatterns(
  body: Body,
  pattern: CaseSyntax,
  example: () => string,
  fields: Fields,
  check: CheckPart,
): readonly TypedFieldPattern[] | null {
  const { payload, name } = pattern;
  const isNamed = fields.some((field) => field.name !== "");
  const wrong = (message: string): null => {
    complain(body, "patternFits", pattern.span, message, { help: [`write \`${example()}\``] });
    for (const part of partsOf(pattern)) check(part, ERROR);
    return null;
  };
  if (payload.kind === "nothing") {
    if (fields.length === 0) return [];
    return wrong(`\`${name.text}\` carries ${countOf(fields.length, "value")}`);
  }
  if (payload.kind === "positional") {
    if (fields.length === 0) return wrong(`\`${name.text}\` carries nothing`);
    if (isNamed) return wrong(`what \`${name.text}\` carries has names`);
    if (payload.elements.length !== fields.length) {
      const given = countOf(payload.elements.length, "pattern");
      return wrong(`\`${name.text}\` carries ${countOf(fields.length, "value")}, not ${given}`);
    }
    return payload.elements.map((part, slot) => ({
      slot,
      pattern: check(part, fields[slot].type),
    }));
  }
  if (!isNamed && fields.length > 0) return wrong(`what \`${name.text}\` carries has no names`);
  return namedPatterns(body, pattern, payload, fields, check);
}

/** The rules fieldIsDeclared and fieldIsGiven, for patterns. */
function namedPatterns(
  body: Body,
  pattern: CaseSyntax,
  payload: CaseSyntax["payload"] & { kind: "named" },
  fields: Fields,
  check: CheckPart,
): readonly TypedFieldPattern[] {
  const parts: TypedFieldPattern[] = [];
  const names = fields.map((field) => field.name);
  for (const part of payload.fields) {
    const slot = names.indexOf(part.name.text);
    const typed = check(part.pattern, slot < 0 ? ERROR : fields[slot].type);
    if (slot >= 0) parts.push({ slot, pattern: typed });
    else {
      complain(
        body,
        "fieldIsDeclared",
        part.name.span,
        `\`${pattern.name.text}\` has no field \`${part.name.text}\``,
        {
          notes:
            names.length > 0 ? [`it has ${names.map((each) => `\`${each}\``).join(", ")}`] : [],
          ...didYouMean(part.name.text, part.name.span, names),
        },
      );
    }
  }
  const missing = names.filter((_, slot) => !parts.some((part) => part.slot === slot));
  if (missing.length > 0 && !payload.hasRest) {
    const list = missing.map((name) => `\`${name}\``).join(", ");
    const last = payload.fields.at(-1);
    complain(body, "fieldIsGiven", pattern.name.span, `the pattern says nothing of ${list}`, {
      help: ["name what is needed, and write `..` for the others"],
      edits: last === undefined ? [] : [restBehind(last)],
    });
  }
  return parts;
}

/** `, ..` behind the last field. */
function restBehind({ name, pattern }: { name: ast.Name; pattern: ast.Pattern }): Edit {
  const end = Math.max(name.span.end, pattern.span.end);
  return { span: { start: end, end }, replacement: ", ..", confidence: "likely" };
}
