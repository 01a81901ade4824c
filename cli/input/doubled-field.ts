/** Finds a field that one object of a JSON text has twice: reading JSON would keep the last. */

interface DoubledField {
  readonly name: string;
  /** Counted from 1. */
  readonly line: number;
}

/** The first such field of a well-formed text, or null. Cost: linear. */
export function doubledField(text: string): DoubledField | null {
  // Null for an array.
  const open: (Set<string> | null)[] = [];
  for (const match of text.matchAll(/[[\]{}]|"(?:[^"\\]|\\.)*"(?<colon>\s*:)?/gu)) {
    const [word] = match;
    if (word === "{") open.push(new Set());
    else if (word === "[") open.push(null);
    else if (word === "}" || word === "]") open.pop();
    else if (match.groups?.["colon"] !== undefined) {
      const name = JSON.parse(word.slice(0, -match.groups["colon"].length)) as string;
      const names = open.at(-1);
      if (names?.has(name)) return { name, line: text.slice(0, match.index).split("\n").length };
      names?.add(name);
    }
  }
  return null;
}
