/** Warnings about names: what is never used, never changed, never emitted. */

import type * as ast from "../ast.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import type { IdleComment } from "./allow.ts";
import { reportRule } from "./problems.ts";
import { complain, type Body, type Scope, type Session, type Variable } from "./session.ts";

/** Reports on the variables of a scope that ends. */
export function lintVariables(body: Body, scope: Scope): void {
  if (body.layer !== body.session.user || scope.names === null) return;
  for (const variable of scope.names.values()) {
    const isLikeLet = variable.origin === "var" && !variable.isChanged && variable.keyword !== null;
    if (variable.isUsed && !isLikeLet) continue;
    if (variable.local.name.startsWith("_") || variable.origin === "seed") continue;
    if (variable.isUsed) neverChanged(body, variable);
    else unusedVariable(body, variable);
  }
}

/** The lint variableIsUsed. */
function unusedVariable(body: Body, variable: Variable): void {
  const { name, span } = variable.local;
  const what = variable.isChanged ? "is changed but never read" : "is never used";
  complain(body, "variableIsUsed", span, `\`${name}\` ${what}`, {
    help: [`if that is meant, name it \`_${name}\` or \`_\``],
    edits: variable.isChanged ? [] : [{ span, replacement: `_${name}`, confidence: "likely" }],
  });
}

/** The lint varIsChanged. */
function neverChanged(body: Body, variable: Variable): void {
  const { name, span } = variable.local;
  complain(body, "varIsChanged", span, `\`${name}\` is a \`var\` and never changes`, {
    help: [`declare it with \`let\``],
    edits: [{ span: variable.keyword!, replacement: "let", confidence: "certain" }],
  });
}

/** The lint allowHasEffect. */
export function lintAllows(
  session: Session,
  path: string,
  idle: readonly IdleComment[],
): Diagnostic[] {
  const problems = { list: [], disabledRules: session.problems.disabledRules };
  for (const { span, code, hasReason } of idle) {
    if (hasReason && code === "W0105" && !session.isHealthChecked) continue;
    const message = hasReason
      ? `no ${code} is reported here`
      : `an \`allow\` says why: \`// allow ${code}: reason\``;
    const help = hasReason ? ["drop it, or put it on the line of the warning or above it"] : [];
    reportRule(problems, "allowHasEffect", path, span, message, { help });
  }
  return problems.list;
}

/** The lint quotientIsNotComment. */
export function lintComments(session: Session, path: string, file: ast.SourceFile): void {
  for (const { divisor, span } of file.suspects) {
    complain({ session, path }, "quotientIsNotComment", span, `\`// ${divisor}\` is a comment`, {
      help: [`for the whole quotient write \`div ${divisor}\``],
      edits: [{ span, replacement: `div ${divisor}`, confidence: "likely" }],
    });
  }
}

/** The lints variableIsUsed and outputIsEmitted, for the declarations of the program. */
export function lintDeclarations(session: Session, path: string): void {
  const site = { session, path };
  for (const { declaration, isUsed } of session.user.parameters.values()) {
    if (isUsed) continue;
    complain(
      site,
      "variableIsUsed",
      declaration.name.span,
      `parameter \`${declaration.name.text}\` is never used`,
    );
  }
  for (const { declaration, isUsed } of session.user.constants.values()) {
    if (isUsed || declaration.isPublic) continue;
    complain(
      site,
      "variableIsUsed",
      declaration.name.span,
      `constant \`${declaration.name.text}\` is never used`,
    );
  }
  for (const { declaration, isEmitted } of session.user.outputs.values()) {
    if (isEmitted) continue;
    const name = declaration.name.text;
    complain(
      site,
      "outputIsEmitted",
      declaration.name.span,
      `nothing is emitted to output \`${name}\``,
      {
        help: [`add a value with \`emit ${name} = …\``],
      },
    );
  }
}
