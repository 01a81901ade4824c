/** Cases of enums as values: `Dot`, `Some(3)`, `Shape.Circle { radius: 1[m] }`. */

import type { Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { errorAt } from "./access.ts";
import { fit, fits } from "./mismatch.ts";
import { enumInfo, enumOf, type EnumInfo } from "./record.ts";
import { complain, findInLayers, finishing, type Body, type Layer } from "./session.ts";
import { countOf, showType } from "./show.ts";
import { freshType, freshUnit, resolved } from "./solver.ts";
import { didYouMean } from "./suggestion.ts";
import type { TypedExpression } from "./typed.ts";

export type EnumKind = Type & { readonly kind: "enum" };

export interface FoundCase {
  readonly type: EnumKind;
  readonly index: number;
}

type FieldValue = { slot: number; value: TypedExpression };

/** The enum of this name, if there is one. */
export function findEnum(body: Pick<Body, "layer">, name: string): EnumInfo | null {
  return findInLayers(body.layer, "enums", name);
}

/** Whether some enum, or the one that is expected, has a case of this name. */
export function isCaseName(
  body: Pick<Body, "layer" | "solver">,
  name: string,
  expected: Type | null,
): boolean {
  if (enumsWith(body, name).length > 0) return true;
  const wanted = expected === null ? null : resolved(body.solver, expected);
  return wanted?.kind === "enum" && enumInfo(wanted.enum).caseNames.includes(name);
}

const NO_ENUMS: readonly EnumInfo[] = [];

function enumsWith(body: Pick<Body, "layer">, name: string): readonly EnumInfo[] {
  let found = NO_ENUMS;
  for (let layer: Layer | null = body.layer; layer !== null; layer = layer.below) {
    // Cases of the program go before those of the library.
    if (layer.below === null && found.length > 0) break;
    const here = casesOf(layer).get(name);
    if (here !== undefined) found = found.length === 0 ? here : [...found, ...here];
  }
  return found;
}

function casesOf(layer: Layer): ReadonlyMap<string, readonly EnumInfo[]> {
  if (layer.cases.enumCount === layer.enums.size) return layer.cases.byName;
  const byName = new Map<string, EnumInfo[]>();
  for (const [known, info] of layer.enums) {
    // Cases of an enum that is `ring.Shape` here are known where their type is.
    if (known.includes(".")) continue;
    for (const name of new Set(info.caseNames)) {
      const enums = byName.get(name);
      if (enums === undefined) byName.set(name, [info]);
      else enums.push(info);
    }
  }
  layer.cases = { enumCount: layer.enums.size, byName };
  return byName;
}

/** The enum with unknown arguments. */
export function freshEnum(body: Body, info: EnumInfo): EnumKind {
  const types = info.typeVariables.map(() => freshType(body.solver));
  const units = info.unitVariables.map(() => freshUnit(body.solver));
  return enumOf(info, types, units);
}

/** Which case of which enum is meant; null after a report. The rule caseIsDeclared. */
export function findCase(
  body: Body,
  owner: ast.Name | null,
  name: ast.Name,
  expected: Type | null,
): FoundCase | null {
  const wanted = expected === null ? null : resolved(body.solver, expected);
  const isWanted =
    wanted?.kind === "enum" &&
    (owner === null || findEnum(body, owner.text) === enumInfo(wanted.enum));
  if (isWanted && enumInfo(wanted.enum).caseNames.includes(name.text)) {
    return { type: wanted, index: enumInfo(wanted.enum).caseNames.indexOf(name.text) };
  }
  const named = owner === null ? null : findEnum(body, owner.text);
  const candidates = named === null ? enumsWith(body, name.text) : [named];
  if (candidates.length > 1) {
    const [first, second] = candidates;
    complain(
      body,
      "caseIsDeclared",
      name.span,
      `\`${name.text}\` is a case of \`${first.name}\` and of \`${second.name}\``,
      { help: [`say which: \`${first.name}.${name.text}\``] },
    );
    return null;
  }
  const [info] = candidates;
  const index = info?.caseNames.indexOf(name.text) ?? -1;
  if (info !== undefined && index >= 0) return { type: freshEnum(body, info), index };
  const meant = info ?? (wanted?.kind === "enum" ? enumInfo(wanted.enum) : null);
  unknownCase(body, name, meant);
  return null;
}

/** The rule caseIsDeclared. */
export function unknownCase(body: Body, name: ast.Name, info: EnumInfo | null): void {
  if (info === null) {
    const names: string[] = [];
    for (let layer: Layer | null = body.layer; layer !== null; layer = layer.below) {
      for (const each of layer.enums.values()) names.push(...each.caseNames);
    }
    complain(
      body,
      "caseIsDeclared",
      name.span,
      `no enum has a case \`${name.text}\``,
      didYouMean(name.text, name.span, names),
    );
    return;
  }
  const { caseNames } = info;
  complain(body, "caseIsDeclared", name.span, `\`${info.name}\` has no case \`${name.text}\``, {
    notes: [`its cases are ${caseNames.map((each) => `\`${each}\``).join(", ")}`],
    ...didYouMean(name.text, name.span, caseNames),
  });
}

/** `Dot`, without anything behind it. */
export function bareCase(
  body: Body,
  owner: ast.Name | null,
  name: ast.Name,
  expected: Type | null,
  span: ast.Node["span"],
): TypedExpression {
  const found = findCase(body, owner, name, expected);
  if (found === null) return errorAt(span);
  const fields = fieldsOf(found);
  if (fields.length > 0) {
    complain(body, "argumentIsGiven", span, `\`${name.text}\` carries ${carried(body, found)}`, {
      help: [`give it: \`${exampleOf(found)}\``],
    });
    return errorAt(span);
  }
  return make(body, found, [], span);
}

/** `Some(3)` */
export function calledCase(
  body: Body,
  owner: ast.Name | null,
  name: ast.Name,
  call: ast.Expression & { kind: "call" },
  expected: Type | null,
): TypedExpression {
  const found = findCase(body, owner, name, expected);
  const values = (types: readonly (Type | null)[]): TypedExpression[] =>
    call.arguments.map(({ value }, index) =>
      body.check.expression(body, value, types[index] ?? null),
    );
  if (found === null) {
    values([]);
    return errorAt(call.span);
  }
  const fields = fieldsOf(found);
  const isNamed = fields.some((field) => field.name !== "");
  if (isNamed || fields.length !== call.arguments.length || call.arguments.some((a) => a.name)) {
    values([]);
    const given = countOf(call.arguments.length, "value");
    const message = isNamed
      ? `\`${name.text}\` carries fields with names`
      : `\`${name.text}\` carries ${carried(body, found)}, and ${given} without names fit in`;
    const shown =
      !isNamed && !call.arguments.some((a) => a.name)
        ? `\`${name.text}\` carries ${carried(body, found)}, and here stand ${given}`
        : message;
    complain(body, "argumentIsGiven", call.span, shown, {
      help: [`write \`${exampleOf(found)}\``],
    });
    return errorAt(call.span);
  }
  const typed = values(fields.map((field) => field.type));
  const parts = typed.map((value, slot) => ({
    slot,
    value: fitted(body, found, slot, value),
  }));
  return make(body, found, parts, call.span);
}

/** `Circle { radius: 1[m] }` */
export function literalCase(
  body: Body,
  expression: ast.Expression & { kind: "record" },
  expected: Type | null,
): TypedExpression {
  const { owner, type: name, span, base } = expression;
  const found = findCase(body, owner, name, expected);
  const fields = found === null ? [] : fieldsOf(found);
  const parts: FieldValue[] = [];
  let isBroken = found === null;
  if (base !== null) {
    body.check.expression(body, base, null);
    complain(body, "fieldIsGiven", base.span, "a case takes no fields from another value", {
      help: ["write all of its fields"],
    });
    isBroken = true;
  }
  for (const field of expression.fields) {
    const slot = fields.findIndex((each) => each.name === field.name.text);
    const written = field.value ?? { kind: "name", name: field.name.text, span: field.name.span };
    const value = body.check.expression(body, written, fields[slot]?.type ?? null);
    if (found === null) continue;
    if (slot < 0) {
      const names = fields.map((each) => each.name);
      complain(
        body,
        "fieldIsDeclared",
        field.name.span,
        `\`${name.text}\` has no field \`${field.name.text}\``,
        didYouMean(field.name.text, field.name.span, names),
      );
      isBroken = true;
    } else if (parts.some((part) => part.slot === slot)) {
      complain(
        body,
        "fieldIsGivenOnce",
        field.name.span,
        `field \`${field.name.text}\` of \`${name.text}\` is given twice`,
      );
      isBroken = true;
    } else parts.push({ slot, value: fitted(body, found, slot, value) });
  }
  if (found === null || isBroken) return errorAt(span);
  const missing = fields.filter((_, slot) => !parts.some((part) => part.slot === slot));
  if (missing.length > 0) {
    complain(body, "fieldIsGiven", name.span, `\`${name.text}\` needs ${carried(body, found)}`, {
      help: [`write \`${exampleOf(found)}\``],
    });
    return errorAt(span);
  }
  return make(body, found, parts.slice(), span);
}

export function fieldsOf({ type, index }: FoundCase): EnumKind["enum"]["cases"][number]["fields"] {
  return type.enum.cases[index]?.fields ?? [];
}

function fitted(
  body: Body,
  found: FoundCase,
  slot: number,
  value: TypedExpression,
): TypedExpression {
  const { type } = fieldsOf(found)[slot];
  return fits(body, value, type) ? value : misfit(body, found, slot, value);
}

function misfit(
  body: Body,
  found: FoundCase,
  slot: number,
  value: TypedExpression,
): TypedExpression {
  const info = enumInfo(found.type.enum).cases[found.index];
  const { type } = fieldsOf(found)[slot];
  const text = () => `\`${info.name}\` carries \`${showType(body.solver, type)}\` here`;
  return fit(body, value, type, { text, place: info.fields[slot].place });
}

function make(
  body: Body,
  { type, index }: FoundCase,
  fields: readonly FieldValue[],
  span: ast.Node["span"],
): TypedExpression {
  return finishing(body, { kind: "enum", index, fields, type, span });
}

/** What a case carries, in words. */
function carried(body: Body, found: FoundCase): string {
  const fields = fieldsOf(found);
  if (fields.length === 0) return "nothing";
  return fields
    .map(({ name, type }) => {
      const shown = showType(body.solver, type);
      return name === "" ? `\`${shown}\`` : `\`${name}: ${shown}\``;
    })
    .join(", ");
}

/** How the case is written. */
export function exampleOf(found: FoundCase): string {
  const { name } = found.type.enum.cases[found.index];
  const fields = fieldsOf(found);
  if (fields.length === 0) return name;
  if (fields[0].name === "") return `${name}(${fields.map(() => "…").join(", ")})`;
  return `${name} { ${fields.map((field) => `${field.name}: …`).join(", ")} }`;
}
