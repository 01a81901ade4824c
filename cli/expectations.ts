/** `// expect:` lines of a program: what it has to print, and the words it is started with. */

export interface Expectations {
  readonly lines: readonly string[];
  /** Words behind FILE, from `// args:`. */
  readonly words: readonly string[];
}

/**
 * The expectations in a text, or null when it has none. `@path` words are relative to the file's
 * folder.
 */
export function readExpectations(content: string, folder: string): Expectations | null {
  const lines = matches(content, /^[^\S\n]*\/\/ expect: ?(?<rest>.*)$/gmu);
  if (lines.length === 0) return null;
  const words = matches(content, /^[^\S\n]*\/\/ args: (?<rest>.*)$/gmu).flatMap((line) =>
    line.split(/\s+/u).filter((word) => word !== ""),
  );
  return {
    lines,
    words: words.map((word) => (word.startsWith("@") ? `@${folder}/${word.slice(1)}` : word)),
  };
}

/** A comment that looks like an expectation and is none. */
export interface NearMiss {
  /** From 1. */
  readonly line: number;
  readonly found: string;
  readonly write: string;
}

/** `//expect: 1`, `// Expect: 1`, and expectations behind code: what `readExpectations` skips. */
export function missedExpectations(content: string): readonly NearMiss[] {
  return content.split(/\r\n|\r|\n/u).flatMap((text, index) => {
    const parts =
      /^(?<before>\s*)(?<sign>\/\/+\s*(?:expect(?:s|ed)?|args)\s*:)(?<rest>.*)$/iu.exec(text)
        ?.groups ??
      /^(?<before>\s*[^\s/"].*?\s)(?<sign>\/\/ expect:)(?<rest>.*)$/u.exec(text)?.groups;
    if (parts === undefined) return [];
    const word = /args/iu.test(parts.sign) ? "args" : "expect";
    if (parts.before.trim() === "" && parts.sign === `// ${word}:`) return [];
    const write = `// ${word}: ${parts.rest.trim()}`.trimEnd();
    const isBehind = parts.before.trim() !== "";
    return [
      {
        line: index + 1,
        found: `${parts.sign}${parts.rest}`.trimEnd(),
        write: isBehind ? `${write}\` on a line of its own` : `${write}\``,
      },
    ];
  });
}

function matches(content: string, pattern: RegExp): readonly string[] {
  return [...content.matchAll(pattern)].map((match) => match.groups?.rest.trimEnd() ?? "");
}

/**
 * The first difference between the expected lines and those that were printed, as lines to show;
 * null when equal. A text with line ends that is printed at once is as many lines as people see.
 */
export function compareLines(
  expected: readonly string[],
  log: readonly string[],
): readonly string[] | null {
  const printed = log.flatMap((text) => text.split("\n"));
  const count = Math.max(expected.length, printed.length);
  for (let index = 0; index < count; index += 1) {
    if (expected[index] === printed[index]) continue;
    return [
      `line ${index + 1} of what it prints`,
      `  expected ${show(expected[index])}`,
      `  printed  ${show(printed[index])}`,
    ];
  }
  return null;
}

function show(line: string | undefined): string {
  return line === undefined ? "nothing more" : JSON.stringify(line);
}
