/**
 * Type variables: their declaration, what values of their types can do, and what a call puts in
 * their place.
 */

import type { Type } from "../../machine/types/type.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { isPascalCase, wrongCase } from "./case.ts";
import type { FileSite } from "./collect.ts";
import { complain, type Body, type Callable } from "./session.ts";
import { showType } from "./show.ts";
import { ERROR, isError, isUnknown, newSolver, resolved } from "./solver.ts";
import { didYouMean } from "./suggestion.ts";
import type { Place, TypeArgument } from "./typed.ts";

/** What a bound promises, and which bounds promise it too. */
const BOUNDS: Readonly<Record<string, { readonly can: string; readonly from: readonly string[] }>> =
  {
    Ord: { can: "ordered with `<`", from: ["Ord"] },
    Eq: { can: "compared with `==`", from: ["Eq", "Ord", "Hash"] },
    Hash: { can: "told apart exactly", from: ["Hash"] },
    Show: { can: "shown", from: ["Show"] },
  };

export type BoundName = "Ord" | "Eq" | "Hash" | "Show";

/** The rules caseIsLaw, nameIsDeclaredOnce and boundIsKnown, for the variables of a function. */
export function checkTypeVariables(site: FileSite, variables: readonly ast.TypeVariable[]): void {
  for (const [index, { name, bounds }] of variables.entries()) {
    if (!isPascalCase(name.text)) wrongCase(site, name, "a type variable", "PascalCase");
    const before = variables.slice(0, index).find((each) => each.name.text === name.text);
    if (before !== undefined) {
      const labels = [{ span: before.name.span, text: "first declared here" }];
      const message = `type variable \`${name.text}\` is declared twice`;
      complain(site, "nameIsDeclaredOnce", name.span, message, { labels });
    }
    for (const bound of bounds) {
      if (Object.hasOwn(BOUNDS, bound.text)) continue;
      const extras = didYouMean(bound.text, bound.span, Object.keys(BOUNDS));
      complain(site, "boundIsKnown", bound.span, `there is no bound \`${bound.text}\``, {
        notes: ["the bounds are `Ord`, `Eq`, `Show` and `Hash`"],
        ...extras,
      });
    }
  }
}

/** The first part of the type whose values lack what the bound promises; null when none does. */
export function lacking(
  body: Pick<Body, "solver" | "typeVariables">,
  type: Type,
  bound: BoundName,
  seen: ReadonlySet<string> = new Set(),
): Type | null {
  const current = resolved(body.solver, type);
  if (isError(current) || isUnknown(current)) return null;
  const inside = (parts: readonly Type[], within: ReadonlySet<string> = seen): Type | null =>
    parts.map((each) => lacking(body, each, bound, within)).find(Boolean) ?? null;
  switch (current.kind) {
    case "variable": {
      const known = body.typeVariables.get(current.name) ?? [];
      return known.some((each) => BOUNDS[bound].from.includes(each)) ? null : current;
    }
    case "function":
      return current;
    case "float":
      return bound === "Hash" ? current : null;
    case "int":
    case "string":
    case "never":
      return null;
    case "bool":
      return bound === "Ord" ? current : null;
    case "list":
      return bound === "Ord" ? current : inside([current.element]);
    case "map":
      return bound === "Ord" ? current : inside([current.key, current.value]);
    case "tuple":
      return bound === "Ord" ? current : inside(current.elements);
    case "record":
    case "enum": {
      if (bound === "Ord") return current;
      // a type that holds itself is looked at once
      const shown = showType(body.solver, current);
      if (seen.has(shown)) return null;
      return inside(partsOf(current), new Set([...seen, shown]));
    }
    default:
      return bound === "Ord" ? current : null;
  }
}

/** What the values of a record or enum may hold. */
function partsOf(type: Type & { kind: "record" | "enum" }): readonly Type[] {
  const fields =
    type.kind === "record" ? type.record.fields : type.enum.cases.flatMap((each) => each.fields);
  return fields.map((field) => field.type);
}

/**
 * The rules boundIsMet and valueIsSomething, for what the type variables of a call stand for:
 * decided when the types of the whole body are known.
 */
export function checkTypeArguments(
  body: Body,
  callable: Callable,
  typeArguments: readonly TypeArgument[],
  place: Place,
): void {
  if (typeArguments.length === 0) return;
  body.waiting.push(() => {
    for (const [index, { type }] of typeArguments.entries()) {
      const variable = callable.typeVariables[index];
      if (type.kind === "nothing") {
        const whose = `\`${variable}\` of \`${callable.name}\``;
        const message = `${whose} stands for values, and this has none`;
        complain(body, "valueIsSomething", place.span, message);
        return;
      }
      for (const bound of callable.bounds[index]) {
        if (!Object.hasOwn(BOUNDS, bound)) continue;
        const wrong = lacking(body, type, bound as BoundName);
        if (wrong === null) continue;
        notMet(body, { callable, variable, bound }, wrong, place);
        return;
      }
    }
  });
}

function notMet(
  body: Body,
  wanted: { readonly callable: Callable; readonly variable: string; readonly bound: string },
  type: Type,
  place: Place,
): void {
  const { callable, variable, bound } = wanted;
  const shown = showType(body.solver, type);
  const why = type.kind === "function" ? ["functions are not compared and have no text"] : [];
  complain(
    body,
    "boundIsMet",
    place.span,
    `\`${shown}\` cannot be ${BOUNDS[bound].can}, and \`${callable.name}\` needs that`,
    {
      notes: [`\`${callable.name}\` declares \`${variable}: ${bound}\``, ...why],
      help: boundHelp(type, bound),
    },
  );
}

/** What to write, where the type is a variable of the function around, or a Float. */
export function boundHelp(type: Type, bound: string): string[] {
  if (type.kind === "float" && bound === "Hash") {
    return ['take the step it is in: `round(x / width)`, or what is shown of it: `"{x:.3}"`'];
  }
  if (type.kind !== "variable") return [];
  return [`ask for it where the variable is declared: \`[${type.name}: ${bound}]\``];
}

/**
 * A map with these keys and values, as it is written; the rule keyIsExact. A type variable has to
 * promise it where a key is made or looked for.
 */
export function mapOf(
  site: Pick<Body, "session" | "path">,
  span: Span,
  key: Type,
  value: Type,
): Type {
  const wrong = lacking({ solver: newSolver(), typeVariables: new Map() }, key, "Hash");
  if (wrong === null || wrong.kind === "variable") return { kind: "map", key, value };
  const shown = showType(newSolver(), wrong);
  const why = wrong.kind === "function" ? "has no equality" : "is rounded";
  const message = `keys are told apart exactly, and \`${shown}\` ${why}`;
  complain(site, "keyIsExact", span, message, { help: boundHelp(wrong, "Hash") });
  return { kind: "map", key: ERROR, value };
}

/** Which functions cannot do what is asked: the value itself, or those that it holds. */
export function whoseFunctions(body: Body, type: Type, inside: Type): string {
  const shown = showType(body.solver, inside);
  if (resolved(body.solver, type).kind === "function") return `a function, \`${shown}\`,`;
  return `\`${showType(body.solver, type)}\` holds functions, \`${shown}\`, and`;
}
