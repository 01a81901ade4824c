/** The lint variableIsUsed for functions: what neither `main`, tests nor other files lead to. */

import { complain, type Callable, type Session } from "./session.ts";

/**
 * Reports on the functions of a file that nothing leads to. A file without `main` and without
 * anything for other files is still being written.
 *
 * @param usedByTests what tests use
 */
export function lintFunctions(
  session: Session,
  path: string,
  usedByTests: readonly Callable[],
): void {
  const own = [...session.user.functions.values()].filter(({ source }) => source?.path === path);
  const starts = own.filter(({ name, source }) => name === "main" || source!.declaration.isPublic);
  if (starts.length === 0) return;
  const reached = new Set([...starts, ...usedByTests]);
  // A set gives what is added to it on the way as well.
  for (const callable of reached) for (const used of callable.uses) reached.add(used);
  const left = own.filter((callable) => !reached.has(callable));
  const examples = left.length === 0 ? "" : examplesIn(session.text ?? "");
  for (const callable of left) {
    const { text, span } = callable.source!.declaration.name;
    if (text.startsWith("_")) continue;
    if (new RegExp(`\\b${text}\\(`).test(examples)) continue;
    complain(
      { session, path },
      "variableIsUsed",
      span,
      `function \`${callable.name}\` is never used`,
      {
        help: [`if that is meant, name it \`_${text}\`, or write \`pub\` for other files`],
      },
    );
  }
}

/** The code in documentation, which tests run. */
function examplesIn(text: string): string {
  const comments = text.match(/^[ \t]*\/\/[/!].*$/gm) ?? [];
  return comments
    .join("\n")
    .split("```")
    .filter((_, index) => index % 2 === 1)
    .join("\n");
}
