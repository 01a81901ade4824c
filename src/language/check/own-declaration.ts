/** The declaration of the function that is being checked, for edits of it. */

import type * as ast from "../ast.ts";
import type { Edit } from "../../source/diagnostic.ts";
import type { Body } from "./session.ts";

/** null in tests, constants and function values. */
export function ownDeclaration({ name, layer }: Body): ast.FunctionDeclaration | null {
  if (name === null) return null;
  return layer.functions.get(name)?.source?.declaration ?? null;
}

/** `[T]` becomes `[T: Ord]`. */
export function boundEdits(body: Body, variable: string, bound: string): Edit[] {
  const found = ownDeclaration(body)?.typeVariables.find(({ name }) => name.text === variable);
  if (found === undefined) return [];
  const { end } = found.bounds.at(-1)?.span ?? found.name.span;
  const replacement = found.bounds.length === 0 ? `: ${bound}` : ` + ${bound}`;
  return [{ span: { start: end, end }, replacement, confidence: "likely" }];
}

/** `xs: List[Float]` becomes `var xs: List[Float]`, which the first parameter may be. */
export function placeEdits(body: Body, parameter: string): Edit[] {
  const first = ownDeclaration(body)?.parameters[0];
  if (first === undefined || first.name.text !== parameter) return [];
  const { start } = first.name.span;
  return [{ span: { start, end: start }, replacement: "var ", confidence: "likely" }];
}
