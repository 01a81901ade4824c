/** What a text becomes alike, whether it is read straight or through its tree. */

import { isUpper } from "../../../grammar/gates.ts";
import type { Expression, Name, Pattern, Statement } from "../ast.ts";

/** Names that mean "nothing" elsewhere. */
const NULLS: ReadonlySet<string> = new Set(["null", "nil", "undefined"]);

export function isNothing(name: string): boolean {
  return NULLS.has(name);
}

/** What stands behind `=>`: an expression, or a statement, which is a block of its own. */
export function armBody(statement: Statement): Expression {
  const { span } = statement;
  if (statement.kind === "error") return { kind: "error", span };
  if (statement.kind === "expression") return statement.expression;
  return { kind: "block", block: { statements: [statement], span }, span };
}

/** A pattern as that of a `let` or a `for`, where a lone name is a new one, whatever its case. */
export function binding(pattern: Pattern): Pattern {
  if (pattern.kind !== "case" || pattern.owner !== null) return pattern;
  const { name, payload, span } = pattern;
  return payload.kind === "nothing" ? { kind: "name", name, span } : pattern;
}

/** `x`, `_`, or `Dot`: case is law, so a name in PascalCase is a case. */
export function lonePattern(name: Name): Pattern {
  const { text, span } = name;
  if (text === "_") return { kind: "ignore", span };
  if (!isCaseName(text)) return { kind: "name", name, span };
  return { kind: "case", owner: null, name, payload: { kind: "nothing" }, span };
}

/** `Dot` and `N`, but not `UPPER_CASE` or `x`. */
function isCaseName(name: string): boolean {
  return isUpper(name.charCodeAt(0)) && !name.includes("_");
}
