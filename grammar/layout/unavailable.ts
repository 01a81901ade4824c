/**
 * Constructs that the language has but this version has not: each becomes one token, with one
 * report.
 */

import type { Mistake } from "../mistake.ts";
import type { TokenName } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import { CLOSERS, CLOSES } from "./brackets.ts";
import { hasLineEndBefore, retype } from "./spaces.ts";

interface UnavailableConstruct {
  readonly name: string;
  /** What has to follow for the word to mean the construct; null for anything. */
  readonly next: readonly TokenName[] | null;
  readonly help: readonly string[];
}

const UNAVAILABLE: Partial<Record<TokenName, UnavailableConstruct>> = {
  Import: {
    name: "`import` is",
    next: ["String", "StringHead"],
    help: ["keep the program in one file"],
  },
};

export class UnavailableConstructs {
  private readonly text: string;
  private readonly tokens: readonly SyntaxToken[];
  /** The text ran out inside a construct: from now on look no further than the line. */
  private unbalanced = false;

  constructor(text: string, tokens: readonly SyntaxToken[]) {
    this.text = text;
    this.tokens = tokens;
  }

  /** The index after the construct that begins at an index, and its report; null when none does. */
  read(index: number): { readonly after: number; readonly mistake: Mistake } | null {
    const token = this.tokens[index];
    const construct = UNAVAILABLE[token.name];
    if (construct === undefined) return null;
    if (construct.next !== null && !construct.next.includes(this.tokens[index + 1].name))
      return null;
    const after = this.endOf(index + 1);
    for (let at = index + 1; at < after; at += 1) this.tokens[at].skipped = true;
    retype(token, "Unavailable");
    const message = `${construct.name} not available in this version`;
    return {
      after,
      mistake: { code: "E0120", start: token.start, end: token.end, message, help: construct.help },
    };
  }

  /** Index after the block of a construct, or after its line when it has none. */
  private endOf(from: number): number {
    let depth = 0;
    let endOfLine = -1;
    for (let at = from; at < this.tokens.length; at += 1) {
      const token = this.tokens[at];
      const startsLine = hasLineEndBefore(this.text, token);
      if (depth === 0 && (startsLine || CLOSES.has(token.name) || token.name === "EndOfFile"))
        return at;
      if (endOfLine < 0 && startsLine) {
        endOfLine = at;
        if (this.unbalanced) return at;
      }
      if (CLOSERS[token.name] !== undefined) depth += 1;
      if (CLOSES.has(token.name)) depth -= 1;
      if (depth === 0 && token.name === "RightBrace") return at + 1;
    }
    this.unbalanced = true;
    return endOfLine < 0 ? this.tokens.length - 1 : endOfLine;
  }
}
