/** The file and its declarations → their AST. */

import { firstToken, isToken, type NodeKind, type SyntaxNode } from "../../../grammar/tree.ts";
import type {
  ConstantDeclaration,
  Declaration,
  FieldDeclaration,
  FunctionDeclaration,
  FunctionParameter,
  Name,
  OutputDeclaration,
  ParameterDeclaration,
  RecordDeclaration,
  SourceFile,
  TestDeclaration,
  TypeVariable,
  UnitDeclaration,
} from "../ast.ts";
import { suggest } from "../../source/suggest.ts";
import type { Span } from "../../source/span.ts";
import {
  after,
  checkCommas,
  expressionIn,
  isType,
  documentationBefore,
  missingName,
  nameIn,
  nameOf,
  namesOf,
  nodeOf,
  nodesOf,
  spanAfter,
  spanOf,
  tokenOf,
  type Head,
  type Reading,
} from "./reading.ts";
import { enumOf, ownVariables } from "./enums.ts";
import { importsOf } from "./imports.ts";
import { isLooseUnit } from "./loose-unit.ts";
import { blockIn, checkLineEnd, letOf } from "./statements.ts";
import { stringOf } from "./strings.ts";
import { typeIn, typeOf, unitOf } from "./types.ts";

export function fileOf(reading: Reading, root: SyntaxNode): SourceFile {
  const declarations: Declaration[] = [];
  let strayReported = false;
  const nodes = root.children.filter((child): child is SyntaxNode => !isToken(child));
  for (let index = 1; index < nodes.length; index += 1)
    checkLineEnd(reading, nodes[index - 1], nodes[index]);
  for (const child of nodes) {
    if (isLooseUnit(reading, child)) continue;
    const declaration = declarationOf(reading, child);
    if (declaration !== null) {
      declarations.push(declaration);
    } else if (isStatement(child) && !reportShortFunction(reading, child) && !strayReported) {
      strayReported = true;
      reportStray(reading, child);
    }
  }
  const first = firstToken(root);
  return {
    documentation: documentationBefore(reading, first, "//!"),
    imports: importsOf(reading, root),
    declarations,
    mentioned: NOTHING_MENTIONED,
    suspects: [],
    span: { start: 0, end: reading.text.length },
  };
}

const NOTHING_MENTIONED: ReadonlySet<string> = new Set();

const DECLARING_WORDS = ["param", "output", "record", "fn", "unit", "test", "pub", "let", "import"];

function isStatement(node: SyntaxNode): boolean {
  const [first] = node.children;
  if (node.kind === "statement" && !isToken(first))
    return first.kind !== "unread" && first.kind !== "error";
  return ["while", "loop", "for", "jump", "return", "emit", "print", "assert"].includes(node.kind);
}

function reportStray(reading: Reading, node: SyntaxNode): void {
  const word = firstToken(node);
  const meant = word.name === "Name" ? suggest(word.image, DECLARING_WORDS) : null;
  const isAlone = node.kind === "statement" && node.end === word.end;
  if (meant !== null && isAlone) {
    const { start, end } = word;
    reading.mistakes.push({
      code: "E0107",
      start,
      end,
      message: `a declaration begins with a word of the language: did you mean \`${meant}\`?`,
      edits: [{ span: { start, end }, replacement: meant, confidence: "likely" }],
    });
    return;
  }
  reading.mistakes.push({
    code: "E0117",
    ...spanOf(firstToken(node)),
    message: "statements stand in functions; a program begins in `fn main()`",
    help: ['for example: `fn main() { print "hello" }`'],
  });
}

/** `square(x) = x^2`: a function as it is written in formulas. */
function reportShortFunction(reading: Reading, { start, end }: SyntaxNode): boolean {
  const written = reading.text.slice(start, end);
  const match = /^([a-z_]\w*)\(([a-z_]\w*(?: *, *[a-z_]\w*)*)\) *= *([^=\n].*)$/.exec(written);
  if (match === null) return false;
  const [, name, parameters, value] = match;
  const typed = parameters.split(/ *, */).map((each) => `${each}: Float`);
  const better = `fn ${name}(${typed.join(", ")}) -> Float { ${value.replaceAll("**", "^")} }`;
  reading.mistakes.push({
    code: "E0107",
    start,
    end: start + name.length,
    message: "a function is written with its types and with braces",
    help: [`write \`${better}\``],
    edits: [{ span: { start, end }, replacement: better, confidence: "likely" }],
  });
  return true;
}

/** What no other file can use, whatever stands before it. */
const ONLY_HERE: Partial<Record<NodeKind, string>> = {
  parameter: "a parameter belongs to the program that is run",
  output: "an output belongs to the program that is run",
  test: "nothing calls a test or a bench",
};

function reportPub(reading: Reading, node: SyntaxNode, inner: SyntaxNode, why: string): void {
  const { start, end } = spanOf(firstToken(node));
  const edit = { span: { start, end: spanOf(inner).start }, replacement: "" };
  reading.mistakes.push({
    code: "E0123",
    start,
    end,
    message: `\`pub\` opens nothing here: ${why}`,
    help: ["drop it"],
    edits: [{ ...edit, confidence: "certain" }],
  });
}

/** The declaration of a node, or null when it is a statement. */
function declarationOf(reading: Reading, node: SyntaxNode): Declaration | null {
  const head = {
    documentation: documentationBefore(reading, firstToken(node), "///"),
    isPublic: node.kind === "public",
  };
  const inner =
    node.kind === "public"
      ? node.children.find((child): child is SyntaxNode => !isToken(child))
      : node;
  if (inner === undefined) return null;
  const onlyHere = head.isPublic ? ONLY_HERE[inner.kind] : undefined;
  if (onlyHere !== undefined) reportPub(reading, node, inner, onlyHere);
  switch (inner.kind) {
    case "parameter":
      return parameterOf(reading, inner, head);
    case "output":
      return outputOf(reading, inner, head);
    case "function":
      return functionOf(reading, inner, head);
    case "record":
      return recordOf(reading, inner, head);
    case "enum":
      return enumOf(reading, inner, head, fieldOf);
    case "unit":
      return unitDeclarationOf(reading, inner, head);
    case "test":
      return testOf(reading, inner, head);
    case "let":
      return constantOf(reading, inner, head);
    default:
      return null;
  }
}

function parameterOf(reading: Reading, node: SyntaxNode, head: Head): ParameterDeclaration {
  return {
    kind: "parameter",
    documentation: head.documentation,
    name: nameIn(node),
    type: typeIn(reading, node),
    default: tokenOf(node, "Equal") === null ? null : expressionIn(reading, node, "Equal"),
    range: tokenOf(node, "In") === null ? null : expressionIn(reading, node, "In"),
    span: spanOf(node),
  };
}

function outputOf(reading: Reading, node: SyntaxNode, head: Head): OutputDeclaration {
  return {
    kind: "output",
    documentation: head.documentation,
    name: nameIn(node),
    type: typeIn(reading, node),
    span: spanOf(node),
  };
}

function constantOf(reading: Reading, node: SyntaxNode, head: Head): ConstantDeclaration | null {
  const definition = letOf(reading, node);
  if (definition.kind === "error") return null;
  const word = node.children[0];
  if (definition.kind === "var") {
    reading.mistakes.push({
      code: "E0117",
      ...spanOf(word),
      message: "at top level stand constants only: `let NAME = value`",
      help: ["keep what changes in a `var` inside a function"],
    });
  }
  if (definition.pattern.kind !== "name") {
    if (definition.pattern.kind !== "error") {
      reading.mistakes.push({
        code: "E0109",
        ...definition.pattern.span,
        message: "while reading a constant: expected one name, found a pattern",
        help: ["for example: `let LIMIT = 20`"],
      });
    }
    return null;
  }
  const { type, value, span } = definition;
  return {
    kind: "constant",
    documentation: head.documentation,
    isPublic: head.isPublic,
    name: definition.pattern.name,
    type,
    value,
    span,
  };
}

function functionOf(reading: Reading, node: SyntaxNode, head: Head): FunctionDeclaration {
  // a keyword is a name behind `.`, where the lexer made it one
  const names = namesOf(node);
  const isMethod = tokenOf(node, "Dot") !== null && names.length > 1;
  const arrow = after(node, "Arrow", isType);
  const nameToken = isMethod ? names[1] : names[0];
  checkCommas(
    reading,
    node.children.filter((child) => isToken(child) || child.kind === "functionParameter"),
    "parameters",
  );
  return {
    kind: "function",
    documentation: head.documentation,
    isPublic: head.isPublic,
    owner: isMethod ? nameOf(names[0]) : null,
    name: nameToken === undefined ? missingName(node) : nameOf(nameToken),
    ...variablesIn(node),
    parameters: nodesOf(node, "functionParameter")
      .filter(isParameter)
      .map((child) => functionParameterOf(reading, child)),
    result: arrow === null ? null : typeOf(reading, arrow),
    body: blockIn(reading, node),
    span: spanOf(node),
  };
}

/**
 * Not what recovery made of a type that stands where a parameter should: `fn f(x: Int -> Int {`.
 */
function isParameter(node: SyntaxNode): boolean {
  return tokenOf(node, "Colon") !== null || !/^[A-Z]/.test(tokenOf(node, "Name")?.image ?? "");
}

function functionParameterOf(reading: Reading, node: SyntaxNode): FunctionParameter {
  return {
    isVar: tokenOf(node, "Var") !== null,
    name: nameIn(node),
    type: typeIn(reading, node),
    default: tokenOf(node, "Equal") === null ? null : expressionIn(reading, node, "Equal"),
    span: spanOf(node),
  };
}

export interface Variables {
  readonly typeVariables: readonly TypeVariable[];
  readonly unitVariables: readonly Name[];
}

/** `[T: Ord + Show, unit u]` */
function variablesIn(node: SyntaxNode): Variables {
  const typeVariables: { name: Name; bounds: Name[]; span: Span }[] = [];
  const unitVariables: Name[] = [];
  let isUnit = false;
  for (const child of nodeOf(node, "variables")?.children ?? []) {
    if (!isToken(child)) {
      const bound = child.kind === "namedType" ? tokenOf(child, "Name") : null;
      const last = typeVariables.at(-1);
      if (bound === null || last === undefined) continue;
      last.bounds.push(nameOf(bound));
      last.span = { start: last.span.start, end: bound.end };
    } else if (!child.skipped && child.name === "Unit") {
      isUnit = true;
    } else if (!child.skipped && child.name === "Name") {
      const name = nameOf(child);
      if (isUnit) unitVariables.push(name);
      else typeVariables.push({ name, bounds: [], span: name.span });
      isUnit = false;
    }
  }
  return { typeVariables, unitVariables };
}

function recordOf(reading: Reading, node: SyntaxNode, head: Head): RecordDeclaration {
  checkCommas(
    reading,
    node.children.filter((child) => isToken(child) || child.kind === "field"),
    "the fields of a record",
  );
  return {
    kind: "record",
    documentation: head.documentation,
    isPublic: head.isPublic,
    name: nameIn(node),
    ...ownVariables(reading, node, "record"),
    fields: nodesOf(node, "field").map((child) => fieldOf(reading, child)),
    span: spanOf(node),
  };
}

function fieldOf(reading: Reading, node: SyntaxNode): FieldDeclaration {
  return {
    documentation: documentationBefore(reading, firstToken(node), "///"),
    name: nameIn(node),
    type: typeIn(reading, node),
    span: spanOf(node),
  };
}

function unitDeclarationOf(reading: Reading, node: SyntaxNode, head: Head): UnitDeclaration {
  const scale = tokenOf(node, "Number");
  const unit = nodeOf(node, "unitProduct");
  if (unit !== null && firstToken(unit).name === "UnitSuffix") {
    const { start, end } = spanOf(unit);
    reading.mistakes.push({
      code: "E0114",
      start,
      end,
      message: "in the declaration of a unit a space stands between the scale and the unit",
      edits: [{ span: { start, end: start }, replacement: " ", confidence: "certain" }],
    });
  }
  return {
    kind: "unit",
    documentation: head.documentation,
    isPublic: head.isPublic,
    name: nameIn(node),
    scale: scale === null ? null : scale.image.replaceAll("_", ""),
    unit: unit === null ? { kind: "error", span: spanAfter(node) } : unitOf(reading, unit),
    span: spanOf(node),
  };
}

function testOf(reading: Reading, node: SyntaxNode, head: Head): TestDeclaration {
  const name = nodeOf(node, "string");
  const seed = nodeOf(node, "seed");
  const fixed = nodesOf(node, "fixed").map((child) => ({
    name: nameIn(child),
    value: expressionIn(reading, child),
  }));
  checkCommas(
    reading,
    node.children.filter((child) => isToken(child) || child.kind === "fixed"),
    "fixed parameters",
  );
  return {
    kind: "test",
    purpose: tokenOf(node, "Bench") === null ? "test" : "bench",
    documentation: head.documentation,
    name:
      name === null
        ? { kind: "string", parts: [], span: spanAfter(node) }
        : stringOf(reading, name),
    fixed,
    seed: seed === null ? null : { name: nameIn(seed), range: expressionIn(reading, seed, "In") },
    body: blockIn(reading, node),
    span: spanOf(node),
  };
}
