/** Codes E01xx: what the lexer and the parser cannot read. */

import type { CatalogueFamily } from "./entry.ts";

export const SYNTAX_DIAGNOSTICS = {
  E0101: {
    severity: "error",
    title: "a character that has no meaning here",
    explanation:
      "Outside of strings and comments a program consists of names, numbers, operators and brackets. " +
      "Remove the character, or put it into a string.",
    exampleKind: "body",
    bad: "let a = 1 $ 2",
    good: "let a = 1 + 2",
  },
} as const satisfies CatalogueFamily;
