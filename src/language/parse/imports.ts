/** Imports of the tree → their AST, and names that say which file they belong to. */

import type { TokenTable } from "../../../grammar/token-table.ts";
import { tokenCode } from "../../../grammar/tokens.ts";
import type { SyntaxNode } from "../../../grammar/tree.ts";
import type { Expression, ImportDeclaration, Name } from "../ast.ts";
import {
  checkCommas,
  missingName,
  nameIn,
  nodeOf,
  nodesOf,
  spanOf,
  tokenOf,
  type Reading,
} from "./reading.ts";
import { stringOf } from "./strings.ts";

/** Every import of a file. */
export function importsOf(reading: Reading, root: SyntaxNode): ImportDeclaration[] {
  return nodesOf(root, "import").map((node) => importOf(reading, node));
}

function importOf(reading: Reading, node: SyntaxNode): ImportDeclaration {
  const string = nodeOf(node, "string");
  const list = nodeOf(node, "importNames");
  const alias = tokenOf(node, "As") === null ? null : nameIn(node);
  if (list !== null) {
    checkCommas(reading, list.children, "the names of an import");
    if (alias !== null) {
      reading.mistakes.push({
        code: "E0109",
        ...spanOf(list),
        message: "an import gives the file a name, or takes names out of it, and not both",
        help: ["write two imports of the file"],
      });
    }
  }
  return {
    path: string === null ? missingName(node) : pathOf(reading, string),
    alias,
    names: list === null ? null : nodesOf(list, "importName").map(nameIn),
    span: spanOf(node),
  };
}

function pathOf(reading: Reading, node: SyntaxNode): Name {
  const { parts, span } = stringOf(reading, node) as Expression & { kind: "string" };
  const text = parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
  if (parts.some(({ kind }) => kind === "hole")) {
    reading.mistakes.push({
      code: "E0109",
      ...span,
      message: "the path of an import is known before the program runs, so it has no holes",
      help: ['for example: `import "grids/ring"`'],
    });
    return { text: "", span };
  }
  return { text, span };
}

/** The names and units that a file mentions outside of its imports. Cost: linear. */
export function mentionedIn(
  tokens: TokenTable,
  imports: readonly ImportDeclaration[],
): ReadonlySet<string> {
  const mentioned = new Set<string>();
  if (imports.length === 0) return mentioned;
  const { codes, starts, ends, count } = tokens;
  for (let index = 0; index < count; index += 1) {
    if (codes[index] !== NAME && codes[index] !== UNIT_SUFFIX) continue;
    const isInside = imports.some(
      ({ span }) => starts[index] >= span.start && ends[index] <= span.end,
    );
    if (!isInside) mentioned.add(tokens.image(index));
  }
  return mentioned;
}

const NAME = tokenCode("Name");
const UNIT_SUFFIX = tokenCode("UnitSuffix");
