/** Patterns: which values fit, and what they give names to. */

import { BOOL, STRING, type Type } from "../../machine/types/type.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { casePattern } from "./case-pattern.ts";
import { isLowerCase, wrongCase } from "./case.ts";
import { evaluate } from "./evaluate.ts";
import { complain, finishing, newScope, type Body, type Variable, bind } from "./session.ts";
import { countOf, showType } from "./show.ts";
import { ERROR, freshType, isError, isUnknown, resolved, unify } from "./solver.ts";
import type { ConstantValue, Local, TypedExpression, TypedPattern } from "./typed.ts";

export interface Binding {
  readonly origin: Variable["origin"];
  /** The word `let`, where there is one. */
  readonly keyword: Span | null;
}

/** Checks a pattern against values of this type, and declares its names. */
export function checkPattern(
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
        checkPattern(body, element, types?.[index] ?? ERROR, binding),
      );
      const isRead = types !== null && !types.some(isError);
      return isRead ? { kind: "tuple", elements } : { kind: "ignore" };
    }
    case "case":
      return casePattern(body, pattern, type, (part, partType) =>
        checkPattern(body, part, partType, binding),
      );
    case "literal": {
      const value = literal(body, pattern.value, type);
      return value === null ? { kind: "ignore" } : { kind: "constant", value };
    }
    case "range":
      return rangePattern(body, pattern, type);
    case "list":
      return listPattern(body, pattern, type, binding);
    case "alternatives":
      return alternatives(body, pattern, type);
  }
}

/** The value of a literal; null after a report. */
function literal(body: Body, written: ast.Expression, type: Type): ConstantValue | null {
  const known = resolved(body.solver, type);
  if (known.kind === "never") return null;
  const hint =
    written.kind === "bool" ? BOOL : written.kind === "string" ? STRING : (known as Type);
  const value = body.check.expression(body, written, hint);
  if (!fitsValue(body, value, type)) return null;
  return evaluate(body, value);
}

/** The rule patternFits, for literals. */
function fitsValue(body: Body, value: TypedExpression, type: Type): boolean {
  if (isError(value.type)) return false;
  const known = resolved(body.solver, type);
  if (unify(body.solver, value.type, known)) return !isError(known);
  complain(
    body,
    "patternFits",
    value.span,
    `this is \`${showType(body.solver, value.type)}\`, ` +
      `and the value is \`${showType(body.solver, known)}\``,
  );
  return false;
}

function rangePattern(
  body: Body,
  pattern: ast.Pattern & { kind: "range" },
  type: Type,
): TypedPattern {
  const { inclusive } = pattern;
  const from = pattern.from === null ? null : numberIn(body, pattern.from, type);
  if (pattern.from !== null && from === null) return { kind: "ignore" };
  const to = pattern.to === null ? null : numberIn(body, pattern.to, type);
  if (pattern.to !== null && to === null) return { kind: "ignore" };
  const isInt = resolved(body.solver, type).kind === "int";
  const first = from ?? (isInt ? Number.MIN_SAFE_INTEGER : -Infinity);
  if (to !== null && (first > to || (first === to && !inclusive))) {
    complain(body, "patternFits", pattern.span, "no value lies in this range");
    return { kind: "ignore" };
  }
  return { kind: "range", from, to, inclusive };
}

/** An end of a range; null after a report. */
function numberIn(body: Body, written: ast.Expression, type: Type): number | null {
  const value = literal(body, written, type);
  return value?.kind === "int" || value?.kind === "float" ? value.value : null;
}

function listPattern(
  body: Body,
  pattern: ast.Pattern & { kind: "list" },
  type: Type,
  binding: Binding,
): TypedPattern {
  const known = resolved(body.solver, type);
  let element: Type = known.kind === "list" ? known.element : ERROR;
  if (isUnknown(known)) {
    element = freshType(body.solver);
    unify(body.solver, known, { kind: "list", element });
  } else if (known.kind !== "list" && !isError(known) && known.kind !== "never") {
    complain(
      body,
      "patternFits",
      pattern.span,
      `this is a pattern of a list, and the value is \`${showType(body.solver, known)}\``,
    );
  }
  const check = (part: ast.Pattern): TypedPattern => checkPattern(body, part, element, binding);
  const before = pattern.before.map(check);
  const rest =
    pattern.rest === null
      ? null
      : {
          local:
            pattern.rest.name === null
              ? null
              : declare(body, pattern.rest.name, { kind: "list", element }, binding),
        };
  const after = pattern.after.map(check);
  return isError(element) ? { kind: "ignore" } : { kind: "list", before, rest, after };
}

/** The rule patternFits, for `A | B`, which binds no names. */
function alternatives(
  body: Body,
  pattern: ast.Pattern & { kind: "alternatives" },
  type: Type,
): TypedPattern {
  const outer = body.scope;
  const found: Variable[] = [];
  const typed = pattern.alternatives.map((each) => {
    body.scope = newScope(outer);
    const checked = checkPattern(body, each, type, { origin: "match", keyword: null });
    if (body.scope.names !== null) found.push(...body.scope.names.values());
    return checked;
  });
  body.scope = outer;
  // What the arm does with such a name is no mistake of its own.
  for (const variable of found) {
    const local = { ...variable.local, type: ERROR };
    bind(body, local.name, { ...variable, local, isUsed: true });
  }
  const [bound] = found;
  if (bound !== undefined) {
    complain(
      body,
      "patternFits",
      bound.local.span,
      `\`${bound.local.name}\` stands between bars, and would have no value beside the others`,
      { help: ["write `_` there, or an arm for each of them"] },
    );
  }
  return { kind: "alternatives", alternatives: typed };
}

/** A new variable in the innermost scope. */
export function declare(body: Body, name: ast.Name, type: Type, binding: Binding): Local {
  if (!isLowerCase(name.text)) wrongCase(body, name, "a variable", "snake_case");
  const { span } = name;
  const local: Local = finishing(body, {
    name: name.text,
    type,
    isVar: binding.origin === "var",
    span,
  });
  const before = body.scope.names?.get(name.text);
  if (before !== undefined) declaredTwice(body, name, before);
  const variable: Variable = {
    local,
    origin: binding.origin,
    keyword: binding.keyword,
    isUsed: false,
    isChanged: false,
  };
  bind(body, name.text, variable);
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
      labels: [{ span: before.local.span, text: "first declared here" }],
      help: [help],
    },
  );
}

/**
 * The types of the parts of a tuple, none for `()`, and null for anything else: the rule
 * patternFits.
 */
function elementTypes(
  body: Body,
  pattern: ast.Pattern & { kind: "tuple" },
  type: Type,
): readonly Type[] | null {
  const count = pattern.elements.length;
  const known = resolved(body.solver, type);
  if (known.kind === "tuple" && known.elements.length === count) return known.elements;
  if (known.kind === "nothing" && count === 0) return [];
  if (isUnknown(known) && count > 0) {
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
      { help: partsHelp(pattern, known) },
    );
  }
  return null;
}

/** How the fields of a record are taken apart, and how many parts a tuple has. */
function partsHelp(pattern: ast.Pattern & { kind: "tuple" }, type: Type): string[] {
  if (type.kind === "tuple") return [`it has ${countOf(type.elements.length, "part")}`];
  if (type.kind !== "record") return [];
  const { name, fields } = type.record;
  const shown = fields.slice(0, pattern.elements.length).map((field) => field.name);
  const rest = shown.length < fields.length ? ", .." : "";
  return [
    `a record is taken apart by its fields: \`let ${name} { ${shown.join(", ")}${rest} } = …\``,
  ];
}
