/** A page of the manual: what `resolang explain NAME` shows and the library's reference prints. */

export type PageKind = "function" | "constant" | "type" | "unit" | "keyword" | "operator";

/** A program, or statements for the body of `main`, and the lines they print. */
export interface ManualExample {
  readonly code: string;
  readonly prints: readonly string[];
}

export interface ManualPage {
  readonly kind: PageKind;
  /** What one asks for: `Population.evolve`, `Hz`, `for`, `++`. */
  readonly name: string;
  /** The signature, the fields, the value; empty where there is none. */
  readonly signature: string;
  /** Paragraphs with a blank line between them. */
  readonly doc: string;
  /** Cost, traps, source: `cost: constant`. */
  readonly facts: readonly string[];
  readonly example: ManualExample | null;
  /** Whether programs use it by another name: what the library stands on. */
  readonly isInner: boolean;
}

/** An example as a program that runs. */
export function exampleProgram({ code }: ManualExample): string {
  return /^fn main\b/mu.test(code) ? `${code}\n` : `fn main() {\n${indented(code)}\n}\n`;
}

function indented(code: string): string {
  return code.replaceAll(/^(?=.)/gmu, "  ");
}

/**
 * Documentation as it is written: text, and in ``` a block whose `// expect:` lines say what it
 * prints.
 */
export function splitDocumentation(documentation: string): {
  readonly doc: string;
  readonly example: ManualExample | null;
} {
  const [text, block] = documentation.split(/^```.*\n?/mu);
  const doc = text
    .trim()
    .split(/\n{2,}/u)
    .map((paragraph) => paragraph.replaceAll("\n", " "))
    .join("\n\n");
  if (block === undefined) return { doc, example: null };
  const lines = block.trimEnd().split("\n");
  const expect = "// expect: ";
  return {
    doc,
    example: {
      code: lines.filter((line) => !line.startsWith(expect)).join("\n"),
      prints: lines
        .filter((line) => line.startsWith(expect))
        .map((line) => line.slice(expect.length)),
    },
  };
}
