/**
 * Chapters: Markdown whose blocks are programs with what is expected of them at the ends of lines.
 *
 * `// error: E0304` and `// warning: W0101` expect these codes on this line, each once; a line
 * without them expects none. `// type: Float[m]` expects the type of the variable declared first on
 * the line. The words behind `reso` on the fence: `body` puts the block into `fn main() { … }`,
 * `main` requires a `main`, `health` adds the health checks. `// file: NAME` begins another file.
 */

import { check, type CheckInput } from "../../../src/language/check/check.ts";
import type { RuleName } from "../../../src/language/check/rules.ts";
import type { Local, TypedFunction, TypedProgram } from "../../../src/language/check/typed.ts";
import { showType } from "../../../src/language/check/show.ts";
import { newSolver } from "../../../src/language/check/solver.ts";
import { load } from "../../../src/language/load.ts";
import { withoutEchoes } from "../../../src/language/echoes.ts";
import { parsedPrelude } from "../../../src/language/prelude/parsed.ts";
import type { Type } from "../../../src/machine/types/type.ts";
import type { Diagnostic } from "../../../src/source/diagnostic.ts";
import { lineIndexAt } from "../../../src/source/position.ts";
import { sourceText } from "../../../src/source/text.ts";
import { filesIn, lineInBlock } from "../../files.ts";

export interface Chunk {
  readonly title: string;
  readonly words: readonly string[];
  readonly content: string;
}

/** The `reso` blocks of a chapter, titled by the heading above and their number below it. */
export function chunksOf(markdown: string): Chunk[] {
  const chunks: Chunk[] = [];
  let heading = "";
  let count = 0;
  const pattern = /^#+ (.*)$|^```reso *(.*)\n([\s\S]*?)^```$/gm;
  for (const match of markdown.matchAll(pattern)) {
    if (match[1] !== undefined) {
      heading = match[1];
      count = 0;
      continue;
    }
    count += 1;
    const words = match[2].split(" ").filter((word) => word !== "");
    chunks.push({ title: `${heading} (${count})`, words, content: match[3] });
  }
  return chunks;
}

export interface Checked {
  readonly text: string;
  readonly problems: readonly Diagnostic[];
  readonly program: TypedProgram | null;
}

export const PATH = "chapter.reso";

/** Parses and checks a text as the words of its fence say. */
export function checkText(
  content: string,
  words: readonly string[] = [],
  disabledRules: ReadonlySet<RuleName> = new Set(),
): Checked {
  const text = words.includes("body") ? `fn main() {\n${content}\n}\n` : content;
  const { root, reader } = filesIn(PATH, text);
  const files = load([{ path: PATH, text: root }], reader).map((file) => ({
    ...file,
    content: file.text,
    text: file.text.content,
    isBroken: file.problems.length > 0,
  }));
  const input: CheckInput = {
    user: files[files.length - 1],
    imported: files.slice(0, -1),
    prelude: parsedPrelude(),
    requireMain: words.includes("main"),
    isHealthChecked: words.includes("health"),
    disabledRules,
  };
  const { program, problems } = check(input);
  const all = files.flatMap(({ path, content, problems: own, unread }) => [
    ...own,
    ...withoutEchoes(
      content,
      { problems: own, unread },
      problems.filter((problem) => problem.path === path),
    ),
  ]);
  return { text, problems: all, program };
}

/** What the comments at the ends of lines expect: `7 E0304`. */
export function expectedIn(text: string): string[] {
  const expected: string[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const match = /\/\/ (?:error|warning): ([EW]\d{4}(?:, [EW]\d{4})*)$/.exec(line);
    for (const code of match?.[1].split(", ") ?? []) expected.push(`${index + 1} ${code}`);
  }
  return expected.sort();
}

/** What was reported, in the same form. */
export function reportedIn(text: string, problems: readonly Diagnostic[]): string[] {
  return problems.map(({ code, path, span }) => `${lineInBlock(text, path, span)} ${code}`).sort();
}

/** What `// type:` comments expect, and what was inferred: `7 Float[m]`. */
export function typesIn({ text, program }: Checked): { expected: string[]; inferred: string[] } {
  const expected: string[] = [];
  const inferred: string[] = [];
  const source = sourceText(PATH, text);
  const types = new Map<number, Type>();
  const locals = localsOf(program).toSorted((a, b) => b.span.start - a.span.start);
  for (const local of locals) types.set(lineIndexAt(source, local.span.start), local.type);
  for (const [index, line] of text.split("\n").entries()) {
    const match = /\/\/ type: (.*)$/.exec(line);
    if (match === null) continue;
    const type = types.get(index);
    expected.push(`${index + 1} ${match[1]}`);
    inferred.push(`${index + 1} ${type === undefined ? "nothing" : showType(newSolver(), type)}`);
  }
  return { expected, inferred };
}

/** Names of unknowns that are left anywhere in a typed program; there should be none. */
export function unfinishedIn(program: TypedProgram | null): string[] {
  const found: string[] = [];
  visitObjects(program, [], (node) => {
    const isUnknown = node.kind === "variable" && String(node.name).startsWith("?");
    if (isUnknown) found.push(String(node.name));
    if (!(node.variables instanceof Map)) return;
    for (const name of node.variables.keys())
      if (String(name).startsWith("?")) found.push(String(name));
  });
  return found;
}

/** Every local of the program's own file, wherever it stands in the typed tree. */
function localsOf(program: TypedProgram | null): Local[] {
  const found: Local[] = [];
  const { functions = [], tests = [] } = program ?? {};
  const isOwn = ({ place }: TypedFunction): boolean => place.path === PATH;
  const roots = [...functions.filter(isOwn), ...tests];
  const others = functions.filter((each) => !isOwn(each));
  visitObjects(roots, others, (node) => {
    if ("isVar" in node) found.push(node as unknown as Local);
  });
  return found;
}

/** Sees what is in the root, but for what is in the others. */
function visitObjects(
  root: unknown,
  others: readonly unknown[],
  see: (node: Record<string, unknown>) => void,
): void {
  const seen = new Set<unknown>(others);
  const visit = (node: unknown) => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    see(node as Record<string, unknown>);
    // types that hold themselves work out what they hold when they are asked
    for (const { value } of Object.values(Object.getOwnPropertyDescriptors(node))) visit(value);
  };
  visit(root);
}
