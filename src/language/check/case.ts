/** Case is law: `snake_case` for values, `PascalCase` for types, `UPPER_CASE` for constants. */

import type * as ast from "../ast.ts";
import { complain, type Body } from "./session.ts";

export function isLowerCase(name: string): boolean {
  return name === name.toLowerCase();
}

export function isUpperCase(name: string): boolean {
  return name === name.toUpperCase();
}

export function isPascalCase(name: string): boolean {
  return !name.includes("_") && name.charAt(0) === name.charAt(0).toUpperCase();
}

export type CaseName = "snake_case" | "PascalCase" | "UPPER_CASE";

/** The rule caseIsLaw. */
export function wrongCase(
  body: Pick<Body, "session" | "path">,
  name: ast.Name,
  what: string,
  wanted: CaseName,
): void {
  const replacement = inCase(name.text, wanted);
  complain(
    body,
    "caseIsLaw",
    name.span,
    `${what} is written in \`${wanted}\`, and \`${name.text}\` is not`,
    {
      help: [`write \`${replacement}\``],
      edits: [{ span: name.span, replacement, confidence: "likely" }],
    },
  );
}

/** The name in another case: `phaseLag` to `phase_lag`. */
function inCase(name: string, wanted: CaseName): string {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .split("_")
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
  switch (wanted) {
    case "snake_case":
      return words.join("_");
    case "UPPER_CASE":
      return words.join("_").toUpperCase();
    case "PascalCase":
      return words.map((word) => word[0].toUpperCase() + word.slice(1)).join("");
  }
}
