/** Finds the functions of a script and how long they are, by its braces. */
import { lineOf } from "./tree.ts";

/** A function with a body in braces. */
export type FoundFunction = {
  /** Its name, or the name of the function it is an argument of, or `=>`. */
  readonly name: string;
  /** Where its body starts, from 1. */
  readonly line: number;
  /** How many lines its body spans. */
  readonly lines: number;
};

const CONTROL = new Set(["if", "for", "while", "switch", "catch", "with"]);

/** The functions of code whose comments and strings are blanked. */
export function functionsOf(code: string): FoundFunction[] {
  const found: FoundFunction[] = [];
  for (let open = code.indexOf("{"); open >= 0; open = code.indexOf("{", open + 1)) {
    const name = functionBefore(code, open);
    if (name === null) continue;
    const body = skipResultType(code, open);
    const end = closingOf(code, body);
    const line = lineOf(code, body);
    found.push({ name, line, lines: lineOf(code, end) - line + 1 });
    open = body;
  }
  return found;
}

/** The name of the function whose parameters (and result type) end before the brace, or null. */
function functionBefore(code: string, brace: number): string | null {
  const before = code.slice(Math.max(0, brace - 2000), brace);
  if (/=>\s*$/u.test(before)) {
    const line = before.slice(before.lastIndexOf("\n") + 1);
    return /^\s*describe\b/u.test(line) ? "describe" : "=>";
  }
  const result = /\)\s*(?::[^;{}=]*)?$/u.exec(before);
  if (result === null) return null;
  const open = openingOf(before, result.index);
  const name = /([\w$#]+)\s*(?:<[^()]*>)?\s*$/u.exec(before.slice(0, open))?.[1] ?? null;
  return name === null || CONTROL.has(name) ? null : name;
}

/** A brace after `):` opens a result type; the body is the brace behind it. */
function skipResultType(code: string, open: number): number {
  if (!/\)\s*:\s*$/u.test(code.slice(0, open))) return open;
  const next = code.indexOf("{", closingOf(code, open));
  return next < 0 ? open : next;
}

function closingOf(code: string, open: number): number {
  let depth = 0;
  for (let index = open; index < code.length; index += 1) {
    if (code[index] === "{") depth += 1;
    else if (code[index] === "}" && (depth -= 1) === 0) return index;
  }
  return code.length;
}

function openingOf(code: string, close: number): number {
  let depth = 0;
  for (let index = close; index >= 0; index -= 1) {
    if (code[index] === ")") depth += 1;
    else if (code[index] === "(" && (depth -= 1) === 0) return index;
  }
  return 0;
}
