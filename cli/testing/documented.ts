/**
 * Code blocks in documentation as tests: each is a program text in which the fence has become a
 * test, with every other character where it was, so that reports show the right places.
 *
 * The three backticks behind `/// ` have just the room for `test""{`.
 */

/** A code block in a `///` or `//!` comment that stands before a declaration. */
export interface DocumentedBlock {
  /** From 1: the line of the fence that opens it. */
  readonly line: number;
  /** The name of what it documents, or the words around it. */
  readonly subject: string;
  /** The whole text with this block as a test. */
  readonly text: string;
  /** What the block has to print, where it says so with `// expect:`. */
  readonly expected: readonly string[] | null;
}

const OPENS = /^\/\/[/!] ```(?<language>.*)$/u;
const CLOSES = /^\/\/[/!] ```\s*$/u;
const DOCUMENTS = /^\/\/[/!]/u;
const EXPECTS = /^\s*\/\/ expect: ?(?<rest>.*)$/u;
const DECLARED = /^(?:pub )?(?:fn|record|enum|param|output|let|unit) (?<name>[\w.]+)/u;

/** The code blocks of a program's documentation, in order. */
export function documentedBlocks(text: string): readonly DocumentedBlock[] {
  const lines = text.split(/\r?\n/u);
  const blocks: DocumentedBlock[] = [];
  let opened: { readonly at: number; readonly isProgram: boolean } | null = null;
  for (const [index, line] of lines.entries()) {
    if (!DOCUMENTS.test(line)) opened = null;
    else if (opened === null) opened = openedBy(line, index);
    else if (CLOSES.test(line)) {
      if (opened.isProgram) blocks.push(blockOf(lines, opened.at, index));
      opened = null;
    }
  }
  return blocks;
}

/** A block of another language is no program: `` ```text ``. */
function openedBy(line: string, at: number): { at: number; isProgram: boolean } | null {
  const language = OPENS.exec(line)?.groups?.["language"].trim();
  if (language === undefined) return null;
  return { at, isProgram: language === "" || language === "reso" };
}

function blockOf(lines: readonly string[], opens: number, closes: number): DocumentedBlock {
  const expected: string[] = [];
  const changed = lines.map((line, index) => {
    if (index === opens) return `test""{${" ".repeat(line.length - 7)}`;
    if (index === closes) return `}${" ".repeat(line.length - 1)}`;
    if (index < opens || index > closes) return withoutModuleDocs(line);
    const code = `   ${line.slice(3)}`;
    const expects = EXPECTS.exec(code)?.groups;
    if (expects !== undefined) expected.push(expects["rest"]);
    return code;
  });
  return {
    line: opens + 1,
    subject: subjectOf(lines, closes),
    text: changed.join("\n"),
    expected: expected.length === 0 ? null : expected,
  };
}

/** Documentation of the file stands before everything else, which the test now is. */
function withoutModuleDocs(line: string): string {
  return line.startsWith("//!") ? `// ${line.slice(3)}` : line;
}

function subjectOf(lines: readonly string[], closes: number): string {
  const behind = lines.slice(closes + 1).find((line) => !DOCUMENTS.test(line));
  const isModule = lines[closes].startsWith("//!");
  return (isModule ? undefined : DECLARED.exec(behind ?? "")?.groups?.["name"]) ?? "the file";
}
