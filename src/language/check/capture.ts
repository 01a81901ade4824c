/** What function values capture: copies of variables, taken where the function value stands. */

import type { Span } from "../../source/span.ts";
import type { ReportExtras } from "../../source/report.ts";
import { complain, type Body, type Scope, type Variable } from "./session.ts";

/** Whether a variable lies outside of the function value that is being checked. */
export function isCaptured(body: Body, variable: Variable): boolean {
  return lambdaBetween(body, variable, false) !== null;
}

/** Whether the code that is being checked lies in a function value. */
export function isCaptureScope(body: Body): boolean {
  for (let scope: Scope | null = body.scope; scope !== null; scope = scope.outer) {
    if (scope.isLambda) return true;
  }
  return false;
}

/** The innermost function value between code and variable; of those with a name, if asked. */
function lambdaBetween(body: Body, { local }: Variable, isNamed: boolean): Scope | null {
  for (let scope: Scope | null = body.scope; scope !== null; scope = scope.outer) {
    if (scope.names?.get(local.name)?.local === local) return null;
    if (scope.isLambda && (!isNamed || scope.named !== null)) return scope;
  }
  return null;
}

/**
 * The rule captureIsNotChanged, for a `var` that a function value with a name reads: decided when
 * all changes are known.
 */
export function checkCapture(body: Body, variable: Variable, span: Span): void {
  const named = lambdaBetween(body, variable, true)?.named ?? null;
  if (named === null) return;
  body.waiting.push(() => {
    const change = variable.lastChange;
    if (change === undefined || change.start < named.end) return;
    const { name } = variable.local;
    complain(
      body,
      "captureIsNotChanged",
      span,
      `the function value keeps the \`${name}\` of this moment, and \`${name}\` changes later`,
      {
        labels: [{ span: change, text: "changed here" }],
        help: [`name what is meant: \`let fixed_${name} = ${name}\`, or pass it as an argument`],
      },
    );
  });
}

/** The rule captureIsNotChanged, for a change inside of the function value. */
export function changesCapture(body: Body, variable: Variable, span: Span): void {
  const { name, span: declared } = variable.local;
  const extras: ReportExtras = {
    labels: [{ span: declared, text: `\`${name}\` is declared here` }],
    ...forInstead(body, name, span),
  };
  const message = `a function value has a copy of \`${name}\`, and a change of it would be lost`;
  complain(body, "captureIsNotChanged", span, message, extras);
}

/** `xs.each(|x| { total += x })` on one line, as the loop that may change what it likes. */
function forInstead(body: Body, name: string, span: Span): ReportExtras {
  const { text, user } = body.session;
  const loop = `a \`for\` that changes \`${name}\``;
  const general = `give the new value back as the result, or write ${loop}`;
  if (text === null || body.layer !== user) return { help: [general] };
  const start =
    Math.max(text.lastIndexOf("\n", span.start), text.lastIndexOf("\r", span.start)) + 1;
  const end = text.slice(start).search(/[\r\n]|$/);
  const line = text.slice(start, start + end);
  const match = /^\s*(([\w.]+)\.each\(\|(\w+|\([\w, ]+\))\| *(.+)\))\s*$/.exec(line);
  if (match === null) return { help: [general] };
  const [, whole, list, parameter, code] = match;
  const block = code.startsWith("{") ? code : `{ ${code} }`;
  const better = `for ${parameter} in ${list} ${block}`;
  const at = start + line.indexOf(whole);
  return {
    help: [`write \`${better}\``],
    edits: [
      { span: { start: at, end: at + whole.length }, replacement: better, confidence: "likely" },
    ],
  };
}
