/** Enums of the tree → their AST. */

import { firstToken, isToken, type SyntaxNode, type SyntaxToken } from "../../../grammar/tree.ts";
import type { CaseDeclaration, EnumDeclaration, FieldDeclaration, Name } from "../ast.ts";
import {
  checkCommas,
  documentationBefore,
  isType,
  nameIn,
  nameOf,
  nodeOf,
  nodesOf,
  spanOf,
  tokenOf,
  type Head,
  type Reading,
} from "./reading.ts";
import { typeOf } from "./types.ts";

/** Reads a field of a record, which fields of cases are like. */
type ReadField = (reading: Reading, node: SyntaxNode) => FieldDeclaration;

export function enumOf(
  reading: Reading,
  node: SyntaxNode,
  head: Head,
  fieldOf: ReadField,
): EnumDeclaration {
  checkCommas(
    reading,
    node.children.filter((child) => isToken(child) || child.kind === "enumCase"),
    "the cases of an enum",
  );
  return {
    kind: "enum",
    documentation: head.documentation,
    isPublic: head.isPublic,
    name: nameIn(node),
    ...ownVariables(reading, node, "enum"),
    cases: nodesOf(node, "enumCase").map((child) => caseOf(reading, child, fieldOf)),
    span: spanOf(node),
  };
}

export interface OwnVariables {
  readonly typeVariables: readonly Name[];
  readonly unitVariables: readonly Name[];
}

/** `[T, unit u]` of a type: bounds are asked for by the functions that need them. */
export function ownVariables(
  reading: Reading,
  node: SyntaxNode,
  word: "record" | "enum",
): OwnVariables {
  const list = nodeOf(node, "variables");
  const variables = (list?.children ?? []).filter(
    (child): child is SyntaxToken => isToken(child) && child.name === "Name" && !child.skipped,
  );
  const isUnit = (name: SyntaxToken): boolean => {
    const before = list?.children[list.children.indexOf(name) - 1];
    return before !== undefined && isToken(before) && before.name === "Unit";
  };
  const bound = list?.children.find((child) => !isToken(child));
  const what = word === "enum" ? "an enum" : "a record";
  if (bound !== undefined) {
    reading.mistakes.push({
      code: "E0109",
      ...spanOf(bound),
      message: `while reading ${what}: its variables have no bounds`,
      help: ["functions ask for what they need: `fn f[T: Ord](x: T)`"],
    });
  }
  return {
    typeVariables: variables.filter((name) => !isUnit(name)).map(nameOf),
    unitVariables: variables.filter(isUnit).map(nameOf),
  };
}

function caseOf(reading: Reading, node: SyntaxNode, fieldOf: ReadField): CaseDeclaration {
  const types = nodeOf(node, "tupleType");
  const span = spanOf(node);
  const documentation = documentationBefore(reading, firstToken(node), "///");
  const name = nameIn(node);
  if (types !== null) {
    checkCommas(reading, types.children, "the parts of a case");
    const parts = types.children.filter(isType).map((child) => typeOf(reading, child));
    return { documentation, name, payload: { kind: "positional", types: parts }, span };
  }
  if (tokenOf(node, "LeftBrace") === null)
    return { documentation, name, payload: { kind: "nothing" }, span };
  checkCommas(reading, node.children, "the fields of a case");
  const fields = nodesOf(node, "field").map((child) => fieldOf(reading, child));
  return { documentation, name, payload: { kind: "named", fields }, span };
}
