/**
 * Blocks without braces, as other languages write them: behind `:`, `do` or `then`, down to `end`,
 * or by indentation alone. They are read as the blocks they mean, with one report for a file.
 *
 * In: the first token of each line. Out: braces for the parser, and the edits that write them.
 * Not here: a `{` on the next line (layout.ts).
 */

import type { Mistake, MistakeLabel } from "../mistake.ts";
import { tokenRow, type TokenName } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import type { Brackets } from "./brackets.ts";
import { markAnother } from "./habits.ts";
import { findOnLine, lineEnd, lineStart, type Tokens } from "./line.ts";
import { columnOf, retype, virtualToken } from "./spaces.ts";

type Edit = NonNullable<Mistake["edits"]>[number];

/** Words whose lines end in a block. */
export const BLOCK_HEADS: ReadonlySet<TokenName> = new Set([
  "Fn",
  "If",
  "Else",
  "ElseIf",
  "While",
  "Loop",
  "For",
  "Match",
  "Record",
  "Enum",
  "Test",
]);

/** Words that open a block elsewhere. */
export const OPENING_WORDS: ReadonlySet<string> = new Set(["do", "then", "begin"]);
const CLOSING_WORDS: ReadonlySet<string> = new Set(["end", "endif", "endfor", "endwhile", "done"]);

interface WordBlock {
  readonly brace: SyntaxToken;
  readonly column: number;
  readonly edits: Edit[];
}

export class WordBlocks {
  private readonly source: Tokens;
  private readonly brackets: Brackets;
  private readonly stream: SyntaxToken[];
  private readonly mistakes: Mistake[];
  private readonly open: WordBlock[] = [];
  /** One habit, one report: its edits. */
  private habitEdits: Edit[] | null = null;
  private readonly habitLabels: MistakeLabel[] = [];
  private endsInWords: boolean | null = null;
  /** Tokens that open a block when the layout comes to them. */
  private readonly openers = new Map<number, WordBlock>();

  constructor(source: Tokens, brackets: Brackets, stream: SyntaxToken[], mistakes: Mistake[]) {
    this.source = source;
    this.brackets = brackets;
    this.stream = stream;
    this.mistakes = mistakes;
  }

  /** Closes the blocks that a line ends. Whether a brace was added before the line's first one. */
  closeBefore(token: SyntaxToken): boolean {
    if (this.open.length === 0) return false;
    let hasClosed = false;
    const isEnd = token.name === "EndOfFile";
    const column = isEnd ? -1 : columnOf(this.source.text, token.start);
    while (this.open.length > 0) {
      const block = this.open[this.open.length - 1];
      if (column > block.column || this.brackets.innermost()?.token !== block.brace) break;
      this.open.pop();
      if (token.name === "RightBrace" && column === block.column) return false;
      if (token.name === "Name" && CLOSING_WORDS.has(token.image)) {
        block.edits.push({ span: spanOf(token), replacement: "}", confidence: "certain" });
        retype(token, "RightBrace");
        return false;
      }
      this.closeByIndentation(block, token);
      hasClosed = true;
    }
    return hasClosed;
  }

  private closeByIndentation({ column, edits }: WordBlock, token: SyntaxToken): void {
    const last = this.stream[this.stream.length - 1];
    const brace = virtualToken("RightBrace", last.end);
    this.brackets.forget();
    this.stream.push(brace);
    if (token.name === "Else" || token.name === "ElseIf") {
      const span = { start: token.start, end: token.start };
      edits.push({ span, replacement: "} ", confidence: "certain" });
      return;
    }
    const at = this.endOfLineAt(last.end);
    const replacement = `\n${" ".repeat(column)}}`;
    edits.push({ span: { start: at, end: at }, replacement, confidence: "certain" });
  }

  private endOfLineAt(from: number): number {
    const { text } = this.source;
    let at = from;
    while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at += 1;
    return at;
  }

  /** Looks at a line that begins with a word that needs a block; remembers where it opens. */
  plan(index: number): void {
    const { text, tokens } = this.source;
    const isBehind = tokens[index].name === "RightBrace" && !tokens[index + 1]?.startsLine;
    const first = isBehind ? index + 1 : index;
    const head = tokens[first].name === "Pub" ? first + 1 : first;
    if (!BLOCK_HEADS.has(tokens[head].name) || !this.brackets.isInLines()) return;
    const end = lineEnd(this.source, first);
    if (head >= end) return;
    const block = this.blockOn(head, end);
    if (block === null) return;
    const column = columnOf(text, tokens[index].start);
    const opener = tokens[block.at];
    const entry = { brace: opener, column, edits: this.editsFor(tokens[head], opener, block) };
    if (block.isWord) {
      entry.edits.push({ span: spanOf(opener), replacement: block.written, confidence: "certain" });
      this.openers.set(block.at, entry);
      return;
    }
    const before = tokens[block.at - 1];
    const span = { start: before.end, end: before.end };
    entry.edits.push({ span, replacement: " {", confidence: "certain" });
    this.openers.set(-block.at, { ...entry, brace: virtualToken("LeftBrace", before.end) });
  }

  /** Where the block of a line begins, if no brace does; `isWord` when a token stands for it. */
  private blockOn(
    head: number,
    end: number,
  ): { at: number; isWord: boolean; written: string } | null {
    const { tokens } = this.source;
    if (findOnLine(this.source, head, ({ name }) => name === "LeftBrace") >= 0) return null;
    const last = tokens[end - 1];
    const colon = findOnLine(
      this.source,
      head + 1,
      ({ name }, at) => name === "Colon" && this.opensBlock(head, at, end),
    );
    const written = (at: number): string => (tokens[at - 1].end === tokens[at].start ? " {" : "{");
    // `if x: return 1` on one line ends with it.
    if (colon >= 0) return { at: colon, isWord: true, written: written(colon) };
    if (last.name === "Name" && OPENING_WORDS.has(last.image) && end - 1 > head)
      return { at: end - 1, isWord: true, written: "{" };
    const next = tokens[end];
    const goesOn = ["LeftBrace", "Dot", "Arrow", "EndOfFile"].includes(next.name);
    const isComplete =
      tokenRow(last.name).ends === true || last.name === "Else" || last.name === "Loop";
    if (goesOn || !isComplete || !this.isDeeper(head, end)) return null;
    return { at: end, isWord: false, written: "" };
  }

  /** Whether a colon begins a block: not that of `fn f(): Int` or of `for i in 1:n`. */
  private opensBlock(head: number, colon: number, end: number): boolean {
    if (colon === end - 1) return true;
    const { tokens } = this.source;
    if (tokens[head].name === "Fn") return tokens[colon + 1].name !== "Name";
    if (tokens[head].name !== "For") return true;
    const isNumber = tokens[colon - 1].name === "Number" || tokens[colon + 1].name === "Number";
    return !isNumber && colon + 2 < end && tokens[colon + 2].name !== "Colon";
  }

  /** Whether the line after a header is indented deeper than it. */
  private isDeeper(head: number, next: number): boolean {
    const { text, tokens } = this.source;
    return columnOf(text, tokens[next].start) > columnOf(text, tokens[head].start);
  }

  /** A forgotten `{` whose `}` is there is one slip; anything else is a habit with one report. */
  private editsFor(
    head: SyntaxToken,
    opener: SyntaxToken,
    { isWord }: { readonly isWord: boolean },
  ): Edit[] {
    if (!isWord && !this.hasClosingWords()) return this.slip(head, opener);
    if (this.habitEdits !== null) {
      if (isWord) markAnother(this.habitLabels, opener);
      return this.habitEdits;
    }
    const word = head.name === "ElseIf" ? "if" : (tokenRow(head.name).fixed as string);
    const edits: Edit[] = [];
    this.habitEdits = edits;
    const example = EXAMPLES[word] ?? `${word} … { … }`;
    const instead = isWord
      ? `write \`{\` for \`${opener.image}\`, and \`}\` where the block ends`
      : "write `{` behind the head of the block, and `}` for `end`";
    this.mistakes.push({
      code: "E0107",
      ...spanOf(isWord ? opener : head),
      message: `a block stands in braces: \`${example}\``,
      help: [instead],
      isOwnCause: true,
      labels: this.habitLabels,
      edits,
    });
    return edits;
  }

  /** Whether some line is `end`, so that blocks without braces are no slips. */
  private hasClosingWords(): boolean {
    const { tokens } = this.source;
    this.endsInWords ??= tokens.some(
      (token, at) =>
        token.name === "Name" &&
        CLOSING_WORDS.has(token.image) &&
        lineStart(this.source, at) === at,
    );
    return this.endsInWords;
  }

  private slip(head: SyntaxToken, next: SyntaxToken): Edit[] {
    const before = this.source.tokens[next.index - 1];
    const edits: Edit[] = [];
    const word = tokenRow(head.name).fixed as string;
    const example = EXAMPLES[word] ?? `${word} … { … }`;
    this.mistakes.push({
      code: "E0109",
      ...spanOf(before),
      message: `the block of this \`${word}\` has no \`{\``,
      help: [`for example: \`${example}\``],
      isOwnCause: true,
      edits,
    });
    return edits;
  }

  /** Whether some token further on opens a block. */
  get isWaiting(): boolean {
    return this.openers.size > 0;
  }

  /** The brace that a token stands for, which is entered and read in its place. */
  openAt(index: number): SyntaxToken | null {
    if (this.openers.size === 0) return null;
    const block = this.openers.get(index);
    if (block === undefined) return null;
    retype(block.brace, "LeftBrace");
    this.open.push(block);
    return block.brace;
  }

  /** The brace that is missing before a line. */
  openBefore(index: number): SyntaxToken | null {
    if (this.openers.size === 0) return null;
    const block = this.openers.get(-index);
    if (block === undefined) return null;
    this.open.push(block);
    return block.brace;
  }
}

const EXAMPLES: Readonly<Record<string, string>> = {
  fn: "fn f(x: Float) -> Float { … }",
  if: "if x == 1 { … }",
  else: "else { … }",
  while: "while x > 1 { … }",
  for: "for i in 0..n { … }",
  match: "match x { 1 => …, _ => … }",
  record: "record Point { x: Float, y: Float }",
};

function spanOf(token: SyntaxToken): { start: number; end: number } {
  return { start: token.start, end: token.end };
}
