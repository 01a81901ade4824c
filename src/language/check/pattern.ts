/** What a `let`, a `var` or a `for` gives names to. */

import type { Type } from "../../machine/types/type.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { isLowerCase, wrongCase } from "./case.ts";
import { complain, finishing, placeAt, type Body, type Variable } from "./session.ts";
import { countOf, showType } from "./show.ts";
import { ERROR, freshType, isError, isUnknown, resolved, unify } from "./solver.ts";
import type { Local, TypedPattern } from "./typed.ts";

export interface Binding {
  readonly origin: Variable["origin"];
  /** The word `let`, where there is one. */
  readonly keyword: Span | null;
}

/** Declares the names of a pattern for a value of this type. */
export function bindPattern(
  body: Body,
  pattern: ast.Pattern,
  type: Type,
  binding: Binding,
): TypedPattern {
  switch (pattern.kind) {
    case "ignore":
    case "error":
      return { kind: "ignore" };
    case "name":
      return { kind: "local", local: declare(body, pattern.name, type, binding) };
    case "tuple": {
      const types = elementTypes(body, pattern, type);
      const elements = pattern.elements.map((element, index) =>
        bindPattern(body, element, types[index], binding),
      );
      return { kind: "tuple", elements };
    }
  }
}

/** A new variable in the innermost scope. */
export function declare(body: Body, name: ast.Name, type: Type, binding: Binding): Local {
  if (!isLowerCase(name.text)) wrongCase(body, name, "a variable", "snake_case");
  const place = placeAt(body, name.span);
  const local: Local = finishing(body, {
    name: name.text,
    type,
    isVar: binding.origin === "var",
    place,
  });
  const before = body.scope.names.get(name.text);
  if (before !== undefined) declaredTwice(body, name, before);
  const variable: Variable = {
    local,
    origin: binding.origin,
    keyword: binding.keyword,
    isUsed: false,
    isChanged: false,
  };
  body.scope.names.set(name.text, variable);
  body.variables.set(local, variable);
  return local;
}

/** The rule nameIsDeclaredOnce, for variables. */
function declaredTwice(body: Body, name: ast.Name, before: Variable): void {
  const help = before.local.isVar
    ? `to change it, write \`${name.text} = …\``
    : "take another name";
  complain(
    body,
    "nameIsDeclaredOnce",
    name.span,
    `\`${name.text}\` is declared twice in this block`,
    {
      labels: [{ span: before.local.place.span, text: "first declared here" }],
      help: [help],
    },
  );
}

/** The rule patternFits. */
function elementTypes(
  body: Body,
  pattern: ast.Pattern & { kind: "tuple" },
  type: Type,
): readonly Type[] {
  const count = pattern.elements.length;
  const known = resolved(body.solver, type);
  if (known.kind === "tuple" && known.elements.length === count) return known.elements;
  if (isUnknown(known)) {
    const elements = pattern.elements.map(() => freshType(body.solver));
    unify(body.solver, known, { kind: "tuple", elements });
    return elements;
  }
  if (!isError(known) && known.kind !== "never") {
    complain(
      body,
      "patternFits",
      pattern.span,
      `this takes ${countOf(count, "value")} apart, and ` +
        `the value is \`${showType(body.solver, known)}\``,
    );
  }
  return pattern.elements.map(() => ERROR);
}
