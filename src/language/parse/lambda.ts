/** `|x, y| x + y` of the tree → its AST. */

import { isToken, type SyntaxNode } from "../../../grammar/tree.ts";
import type { Expression, LambdaParameter } from "../ast.ts";
import { checkCommas, expressionIn, isPattern, isType, spanOf, type Reading } from "./reading.ts";
import { patternOf } from "./patterns.ts";
import { typeOf } from "./types.ts";

export function lambdaOf(reading: Reading, node: SyntaxNode): Expression {
  const parameters: { -readonly [Key in keyof LambdaParameter]: LambdaParameter[Key] }[] = [];
  checkCommas(
    reading,
    node.children.filter((child) => isToken(child) || isPattern(child)),
    "the parameters of a function value",
  );
  for (const child of node.children) {
    const last = parameters.at(-1);
    if (isPattern(child)) {
      const pattern = patternOf(reading, child);
      parameters.push({ pattern, type: null, span: spanOf(child) });
    } else if (isType(child) && last !== undefined) {
      last.type = typeOf(reading, child);
      last.span = { start: last.span.start, end: spanOf(child).end };
    }
  }
  return { kind: "lambda", parameters, body: expressionIn(reading, node), span: spanOf(node) };
}
