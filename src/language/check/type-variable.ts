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
import type { TypeArgument } from "./typed.ts";

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
  for (let index = 0; index < variables.length; index += 1) {
    const { name, bounds } = variables[index];
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
  seen: readonly string[] = [],
): Type | null {
  const current = resolved(body.solver, type);
  if (isError(current) || isUnknown(current)) return null;
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
      return bound === "Ord" ? current : lacking(body, current.element, bound, seen);
    case "map":
      return bound === "Ord" ? current : lackingIn(body, [current.key, current.value], bound, seen);
    case "tuple":
      return bound === "Ord" ? current : lackingIn(body, current.elements, bound, seen);
    case "record":
    case "enum": {
      if (bound === "Ord") return current;
      // a type that holds itself is looked at once
      const shown = showType(body.solver, current);
      if (seen.includes(shown)) return null;
      return lackingIn(body, partsOf(current), bound, [...seen, shown]);
    }
    default:
      return bound === "Ord" ? current : null;
  }
}

function lackingIn(
  body: Pick<Body, "solver" | "typeVariables">,
  types: readonly Type[],
  bound: BoundName,
  seen: readonly string[],
): Type | null {
  for (const type of types) {
    const found = lacking(body, type, bound, seen);
    if (found !== null) return found;
  }
  return null;
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
): void {
  body.waiting.push(() => {
    for (let index = 0; index < typeArguments.length; index += 1) {
      if (!isTypeArgument(body, callable, index, typeArguments[index])) return;
    }
  });
}

/** Whether a type may stand for a type variable of the call; what is wrong is reported. */
function isTypeArgument(
  body: Body,
  callable: Callable,
  index: number,
  { type, span }: TypeArgument,
): boolean {
  const variable = callable.typeVariables[index];
  if (type.kind === "nothing") {
    const whose = `\`${variable}\` of \`${callable.name}\``;
    const message = `${whose} stands for values, and this has none`;
    complain(body, "valueIsSomething", span, message);
    return false;
  }
  for (const bound of callable.bounds[index]) {
    if (!Object.hasOwn(BOUNDS, bound)) continue;
    const wrong = lacking(body, type, bound as BoundName);
    if (wrong === null) continue;
    notMet(body, { callable, variable, bound }, wrong, span);
    return false;
  }
  return true;
}

function notMet(
  body: Body,
  wanted: { readonly callable: Callable; readonly variable: string; readonly bound: string },
  type: Type,
  span: Span,
): void {
  const { callable, variable, bound } = wanted;
  const shown = showType(body.solver, type);
  const why = type.kind === "function" ? ["functions are not compared and have no text"] : [];
  complain(
    body,
    "boundIsMet",
    span,
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
  const { keysToJudge } = site.session;
  if (keysToJudge !== null) {
    keysToJudge.push(() => void isExact(site, span, key));
    return { kind: "map", key, value };
  }
  return { kind: "map", key: isExact(site, span, key) ? key : ERROR, value };
}

function isExact(site: Pick<Body, "session" | "path">, span: Span, key: Type): boolean {
  const wrong = lacking({ solver: newSolver(), typeVariables: new Map() }, key, "Hash");
  if (wrong === null || wrong.kind === "variable") return true;
  const shown = showType(newSolver(), wrong);
  const why = wrong.kind === "function" ? "has no equality" : "is rounded";
  const message = `keys are told apart exactly, and \`${shown}\` ${why}`;
  complain(site, "keyIsExact", span, message, { help: boundHelp(wrong, "Hash") });
  return false;
}

/** Which functions cannot do what is asked: the value itself, or those that it holds. */
export function whoseFunctions(body: Body, type: Type, inside: Type): string {
  const shown = showType(body.solver, inside);
  if (resolved(body.solver, type).kind === "function") return `a function, \`${shown}\`,`;
  return `\`${showType(body.solver, type)}\` holds functions, \`${shown}\`, and`;
}
