/** `"$x"`, `"$(x + 1)"`, `"${x}"`: holes of other languages, which are plain text here. */

import type { Edit } from "../../source/diagnostic.ts";
import type * as ast from "../ast.ts";
import { valueNames } from "./access.ts";
import { complain, findVariable, type Body } from "./session.ts";

/** `$(f(x) + 1)`, `$point.x`, and the `$` of `${x}`. */
const DOLLARS =
  /\$(?:\(((?:[^()]|\([^()]*\))+)\)|([\p{L}_][\p{L}\d_]*(?:\.[\p{L}_][\p{L}\d_]*)*)|(?=\{))/gu;

/** A formula between two of them, as typesetters write it: `$x^2$`. */
const FORMULA = /\$[^$\s{(][^$]*\$(?![\p{L}\d_({])/gu;

const WORD = /[\p{L}_][\p{L}\d_]*/gu;

/** A hole that says how many digits or which unit: whoever writes it means a sign of money. */
const WITH_FORM = /^\{[^{}]*:\s*[.[]/u;

/** The lint valueIsInHole: one report for a string, with the edits for all of it. */
export function lintDollars(body: Body, literal: ast.StringLiteral): void {
  const { text, user } = body.session;
  if (text === null || body.layer !== user) return;
  const { start, end } = literal.span;
  const written = text.slice(start, end);
  if (written.startsWith("r")) return;
  const names = new Set(valueNames(body));
  const formulas = [...written.matchAll(FORMULA)];
  const holes = literal.parts.filter(({ kind }) => kind === "hole").length;
  // Beside a hole without it, the sign is meant as it stands: `"US${x}, {n} times"`.
  const isMoney = (written.match(/\$\{/g)?.length ?? 0) < holes;
  const edits: Edit[] = [];
  let first: { readonly shown: string; readonly better: string } | null = null;
  for (const match of written.matchAll(DOLLARS)) {
    const [whole, inside, name] = match;
    const at = match.index;
    const isInFormula = formulas.some(
      (formula) => formula.index <= at && at < formula.index + formula[0].length,
    );
    const value: string | undefined = inside ?? name;
    if (isInFormula || (value !== undefined && !readsValue(body, names, value))) continue;
    if (value === undefined && (isMoney || WITH_FORM.test(written.slice(at + 1)))) continue;
    const hole = value ?? /^\{[^{}]*\}/.exec(written.slice(at + 1))?.[0].slice(1, -1) ?? "x";
    first ??= { shown: value === undefined ? `\${${hole}}` : whole, better: `{${hole}}` };
    const span = { start: start + at, end: start + at + whole.length };
    const replacement = value === undefined ? "" : `{${value}}`;
    edits.push({ span, replacement, confidence: "likely" });
  }
  if (first === null) return;
  const { span } = edits[0];
  const message = `the \`$\` of \`${first.shown}\` is printed as it stands`;
  const money = "where dollars are meant, write `// allow W0111: dollars` behind it";
  const help = [`a value goes into a string as \`${first.better}\``, money];
  complain(body, "valueIsInHole", span, message, { help, edits });
}

/** Whether code reads something that has a name here; it counts as used then. */
function readsValue(body: Body, names: ReadonlySet<string>, code: string): boolean {
  const read = (code.match(WORD) ?? []).filter((word) => names.has(word));
  for (const word of read) {
    const variable = findVariable(body, word);
    if (variable !== null) variable.isUsed = true;
  }
  return read.length > 0;
}
