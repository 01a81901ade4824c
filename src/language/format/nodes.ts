/** The document of every kind of node: what touches, what is spaced, where it may break. */

import type { NodeKind, SyntaxNode } from "../../../grammar/tree.ts";
import {
  assertDocument,
  blockDocument,
  declarationHead,
  fileDocument,
  ifDocument,
  variablesDocument,
} from "./blocks.ts";
import type { Document } from "./document.ts";
import {
  binaryDocument,
  chainDocument,
  parenthesisedDocument,
  prefixDocument,
  recordDocument,
  typeDocument,
} from "./expressions.ts";
import { alternativesDocument, caseDocument, matchDocument } from "./patterns.ts";
import type { Formatting } from "./formatting.ts";
import { lambdaDocument } from "./lambda.ts";
import { importNamesDocument, inBrackets, spaced, tight, verbatim } from "./shapes.ts";

type Layout = (formatting: Formatting, node: SyntaxNode) => Document;

const LAYOUTS: Readonly<Record<NodeKind, Layout>> = {
  file: fileDocument,
  import: spaced,
  importNames: importNamesDocument,
  importName: tight,
  public: spaced,
  parameter: spaced,
  output: spaced,
  function: declarationHead,
  variables: variablesDocument,
  functionParameter: spaced,
  record: declarationHead,
  field: spaced,
  enum: declarationHead,
  enumCase: caseDocument,
  unit: spaced,
  test: spaced,
  fixed: spaced,
  seed: spaced,
  block: blockDocument,
  let: spaced,
  assign: spaced,
  statement: spaced,
  while: spaced,
  loop: spaced,
  for: spaced,
  jump: spaced,
  return: spaced,
  emit: spaced,
  print: spaced,
  assert: assertDocument,
  namePattern: tight,
  tuplePattern: inBrackets,
  casePattern: caseDocument,
  fieldPattern: spaced,
  literalPattern: tight,
  listPattern: inBrackets,
  restPattern: tight,
  alternatives: alternativesDocument,
  namedType: typeDocument,
  tupleType: inBrackets,
  functionType: spaced,
  unitName: tight,
  unitProduct: tight,
  unitPower: tight,
  unitExponent: tight,
  unitGroup: tight,
  number: tight,
  string: verbatim,
  hole: tight,
  name: tight,
  bool: tight,
  recordLiteral: recordDocument,
  recordField: spaced,
  recordBase: tight,
  parenthesised: parenthesisedDocument,
  list: inBrackets,
  if: ifDocument,
  condition: spaced,
  match: matchDocument,
  arm: spaced,
  lambda: lambdaDocument,
  "field access": chainDocument,
  call: chainDocument,
  argument: spaced,
  index: chainDocument,
  question: chainDocument,
  binary: binaryDocument,
  comparison: binaryDocument,
  prefix: prefixDocument,
  range: tight,
  expression: tight,
  operand: tight,
  arguments: inBrackets,
  unread: verbatim,
  error: verbatim,
};

export function nodeDocument(formatting: Formatting, node: SyntaxNode): Document {
  return LAYOUTS[node.kind](formatting, node);
}
