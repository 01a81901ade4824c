/** A file and its declarations, without mistakes. */

import { MISTAKE } from "../../../../grammar/direct-stack.ts";
import { tokenCode } from "../../../../grammar/tokens.ts";
import { kindCode } from "../../../../grammar/tree.ts";
import type { Span } from "../../../source/span.ts";
import type {
  CaseDeclaration,
  ConstantDeclaration,
  Declaration,
  EnumDeclaration,
  FieldDeclaration,
  FunctionDeclaration,
  FunctionParameter,
  ImportDeclaration,
  Name,
  OutputDeclaration,
  ParameterDeclaration,
  RecordDeclaration,
  SourceFile,
  Statement,
  StringLiteral,
  TestDeclaration,
  UnitDeclaration,
  UnitSyntax,
} from "../../ast.ts";
import { documentationBefore, type Head } from "../reading.ts";
import type { Variables } from "../declarations.ts";
import type { OwnVariables } from "../enums.ts";
import {
  beginsLine,
  codeAt,
  demand,
  expressionAt,
  imageAt,
  isNode,
  isToken,
  nameAt,
  listOf,
  NONE,
  separated,
  spanOf,
  type Parts,
  type Readers,
} from "./parts.ts";
import { blockAt } from "./statements.ts";
import { elementsAt, typeAt } from "./types.ts";

const ARROW = tokenCode("Arrow");
const AS = tokenCode("As");
const BENCH = tokenCode("Bench");
const BRACE = tokenCode("LeftBrace");
const COLON = tokenCode("Colon");
const DOT = tokenCode("Dot");
const EQUAL = tokenCode("Equal");
const IN = tokenCode("In");
const NAME = tokenCode("Name");
const NUMBER = tokenCode("Number");
const PUB = tokenCode("Pub");
const UNIT = tokenCode("Unit");
const UNIT_SUFFIX = tokenCode("UnitSuffix");
const VAR = tokenCode("Var");
const CASE = kindCode("enumCase");
const FIELD = kindCode("field");
const FIXED = kindCode("fixed");
const IMPORT = kindCode("import");
const LET = kindCode("let");
const NAMES = kindCode("importNames");
const PARAMETER = kindCode("functionParameter");
const SEED = kindCode("seed");
const TUPLE = kindCode("tupleType");
const VARIABLES = kindCode("variables");

/** What declarations become that may stand at top level; statements are none of these. */
const DECLARATIONS: ReadonlySet<number> = new Set(
  (["public", "parameter", "output", "function", "record", "enum", "unit", "test"] as const).map(
    kindCode,
  ),
);
/** What `pub` opens to other files, besides constants. */
const OPENED: ReadonlySet<number> = new Set(
  (["function", "record", "enum", "unit"] as const).map(kindCode),
);

export const DECLARATION_READERS: Readers = {
  file: fileOf,
  import: importOf,
  importNames: (parts, from, to) => separated<Name>(parts, from, to),
  importName: (parts, from) => nameAt(parts, from),
  public: publicOf,
  parameter: parameterOf,
  output: (parts, from, to): OutputDeclaration => ({
    kind: "output",
    documentation: documentationAt(parts, from),
    name: nameAt(parts, from + 1),
    type: typeAt(parts, from + 3),
    span: spanOf(parts, from, to),
  }),
  function: functionOf,
  functionParameter: functionParameterOf,
  variables: variablesOf,
  record: recordOf,
  field: (parts, from, to): FieldDeclaration => ({
    documentation: documentationAt(parts, from),
    name: nameAt(parts, from),
    type: typeAt(parts, from + 2),
    span: spanOf(parts, from, to),
  }),
  enum: enumOf,
  enumCase: caseOf,
  unit: unitOf,
  test: testOf,
  fixed: (parts, from): Fixed => ({
    name: nameAt(parts, from),
    value: expressionAt(parts, from + 2),
  }),
  seed: (parts, from): Seed => ({
    name: nameAt(parts, from + 1),
    range: expressionAt(parts, from + 3),
  }),
};

type Fixed = TestDeclaration["fixed"][number];
type Seed = NonNullable<TestDeclaration["seed"]>;

export function fileOf(parts: Parts, from: number, to: number): SourceFile {
  const imports: ImportDeclaration[] = [];
  const declarations: Declaration[] = [];
  for (let part = from; part < to; part += 1) {
    const kind = parts.kinds[part];
    if (part > from) demand(beginsLine(parts, part));
    if (kind === IMPORT) imports.push(parts.values[part] as ImportDeclaration);
    else if (kind === LET) declarations.push(constantAt(parts, part, headAt(parts, part)));
    else {
      demand(DECLARATIONS.has(kind));
      declarations.push(parts.values[part] as Declaration);
    }
  }
  return {
    documentation: documentationBefore(parts, { comments: parts.table.commentsBefore(0) }, "//!"),
    imports,
    declarations,
    mentioned: NOTHING,
    suspects: [],
    span: { start: 0, end: parts.text.length },
  };
}

const NOTHING: ReadonlySet<string> = new Set();

/** What stands before the declaration that begins at a part, or before its `pub`. */
function headAt(parts: Parts, part: number): Head {
  const isPublic = part > 0 && isToken(parts, part - 1, PUB);
  return { documentation: documentationAt(parts, isPublic ? part - 1 : part), isPublic };
}

function documentationAt(parts: Parts, part: number): string {
  const comments = parts.table.commentsBefore(parts.firsts[part]);
  return documentationBefore(parts, { comments }, "///");
}

function publicOf(parts: Parts, from: number, to: number): Declaration {
  const inner = from + 1;
  demand(to === inner + 1);
  if (parts.kinds[inner] === LET) return constantAt(parts, inner, headAt(parts, inner));
  demand(OPENED.has(parts.kinds[inner]));
  return parts.values[inner] as Declaration;
}

function constantAt(parts: Parts, part: number, head: Head): ConstantDeclaration {
  const definition = parts.values[part] as Statement;
  if (definition.kind !== "let" || definition.pattern.kind !== "name") throw MISTAKE;
  const { pattern, type, value, span } = definition;
  const { documentation, isPublic } = head;
  return { kind: "constant", documentation, isPublic, name: pattern.name, type, value, span };
}

function importOf(parts: Parts, from: number, to: number): ImportDeclaration {
  const { parts: pieces, span } = parts.values[from + 1] as StringLiteral;
  const texts = pieces.map((piece) => {
    if (piece.kind === "hole") throw MISTAKE;
    return piece.text;
  });
  const alias = to > from + 2 && isToken(parts, from + 2, AS) ? nameAt(parts, from + 3) : null;
  const names = parts.kinds[to - 1] === NAMES ? (parts.values[to - 1] as Name[]) : null;
  demand(alias === null || names === null);
  return { path: { text: texts.join(""), span }, alias, names, span: spanOf(parts, from, to) };
}

function parameterOf(parts: Parts, from: number, to: number): ParameterDeclaration {
  const given = to > from + 4 && isToken(parts, from + 4, EQUAL) ? from + 6 : from + 4;
  return {
    kind: "parameter",
    documentation: documentationAt(parts, from),
    name: nameAt(parts, from + 1),
    type: typeAt(parts, from + 3),
    default: given > from + 4 ? expressionAt(parts, from + 5) : null,
    range: to > given && isToken(parts, given, IN) ? expressionAt(parts, given + 1) : null,
    span: spanOf(parts, from, to),
  };
}

function functionOf(parts: Parts, from: number, to: number): FunctionDeclaration {
  const { documentation, isPublic } = headAt(parts, from);
  const isMethod = isToken(parts, from + 2, DOT);
  const variables = from + (isMethod ? 4 : 2);
  const { typeVariables, unitVariables } =
    parts.kinds[variables] === VARIABLES ? (parts.values[variables] as Variables) : NO_VARIABLES;
  return {
    kind: "function",
    documentation,
    isPublic,
    owner: isMethod ? nameAt(parts, from + 1) : null,
    name: nameAt(parts, variables - 1),
    typeVariables,
    unitVariables,
    parameters: membersAmong(parts, variables + 1, to, PARAMETER) as readonly FunctionParameter[],
    result: isToken(parts, to - 3, ARROW) ? typeAt(parts, to - 2) : null,
    body: blockAt(parts, to - 1),
    span: spanOf(parts, from, to),
  };
}

const NO_VARIABLES: Variables = { typeVariables: NONE, unitVariables: NONE };

function functionParameterOf(parts: Parts, from: number, to: number): FunctionParameter {
  const isVar = isToken(parts, from, VAR);
  const name = isVar ? from + 1 : from;
  return {
    isVar,
    name: nameAt(parts, name),
    type: typeAt(parts, name + 2),
    default: to > name + 3 ? expressionAt(parts, name + 4) : null,
    span: spanOf(parts, from, to),
  };
}

/** `[T: Ord + Show, unit u]` */
function variablesOf(parts: Parts, from: number, to: number): Variables {
  const typeVariables: { name: Name; bounds: Name[]; span: Span }[] = [];
  const unitVariables: Name[] = [];
  for (let part = from + 1; part < to - 1; part += 1) {
    const next = parts.tokenCodes[parts.lasts[part] + 1];
    if (isNode(parts, part)) {
      demand(next !== NAME);
      const bound = parts.values[part] as { kind: string; name: Name; arguments: unknown[] };
      const isPlain = bound.kind === "named" && bound.arguments.length === 0;
      demand(isPlain && !bound.name.text.includes("."));
      const last = typeVariables[typeVariables.length - 1];
      last.bounds.push(bound.name);
      last.span = { start: last.span.start, end: bound.name.span.end };
    } else if (isToken(parts, part, UNIT)) {
      part += 1;
      unitVariables.push(nameAt(parts, part));
      demand(!isToken(parts, part + 1, COLON));
    } else if (isToken(parts, part, NAME)) {
      demand(next !== NAME);
      const name = nameAt(parts, part);
      typeVariables.push({ name, bounds: [], span: name.span });
    }
  }
  return { typeVariables, unitVariables };
}

/** The variables of a type that are a part, if they are: they have no bounds. */
function ownVariablesAt(parts: Parts, part: number): OwnVariables {
  if (parts.kinds[part] !== VARIABLES) return { typeVariables: NONE, unitVariables: NONE };
  const { typeVariables, unitVariables } = parts.values[part] as Variables;
  demand(typeVariables.every(({ bounds }) => bounds.length === 0));
  return { typeVariables: typeVariables.map(({ name }) => name), unitVariables };
}

function recordOf(parts: Parts, from: number, to: number): RecordDeclaration {
  const { documentation, isPublic } = headAt(parts, from);
  return {
    kind: "record",
    documentation,
    isPublic,
    name: nameAt(parts, from + 1),
    ...ownVariablesAt(parts, from + 2),
    fields: membersAmong(parts, from, to, FIELD) as readonly FieldDeclaration[],
    span: spanOf(parts, from, to),
  };
}

function enumOf(parts: Parts, from: number, to: number): EnumDeclaration {
  const { documentation, isPublic } = headAt(parts, from);
  return {
    kind: "enum",
    documentation,
    isPublic,
    name: nameAt(parts, from + 1),
    ...ownVariablesAt(parts, from + 2),
    cases: membersAmong(parts, from, to, CASE) as readonly CaseDeclaration[],
    span: spanOf(parts, from, to),
  };
}

/** The nodes of a kind, between which there are commas. */
function membersAmong(parts: Parts, from: number, to: number, kind: number): readonly unknown[] {
  const { row } = parts;
  let count = 0;
  for (let part = from; part < to; part += 1) {
    if (parts.kinds[part] !== kind) continue;
    demand(parts.kinds[part + 1] !== kind);
    row[count] = parts.values[part];
    count += 1;
  }
  return listOf(row, count);
}

function caseOf(parts: Parts, from: number, to: number): CaseDeclaration {
  const documentation = documentationAt(parts, from);
  const name = nameAt(parts, from);
  const span = spanOf(parts, from, to);
  if (to === from + 1) return { documentation, name, payload: { kind: "nothing" }, span };
  if (parts.kinds[from + 1] === TUPLE) {
    const types = elementsAt(parts, from + 1);
    return { documentation, name, payload: { kind: "positional", types }, span };
  }
  demand(isToken(parts, from + 1, BRACE));
  const fields = membersAmong(parts, from, to, FIELD) as readonly FieldDeclaration[];
  return { documentation, name, payload: { kind: "named", fields }, span };
}

function unitOf(parts: Parts, from: number, to: number): UnitDeclaration {
  const { documentation, isPublic } = headAt(parts, from);
  const isScaled = isToken(parts, from + 3, NUMBER);
  demand(codeAt(parts, to - 1) !== UNIT_SUFFIX);
  return {
    kind: "unit",
    documentation,
    isPublic,
    name: nameAt(parts, from + 1),
    scale: isScaled ? imageAt(parts, from + 3).replaceAll("_", "") : null,
    unit: parts.values[to - 1] as UnitSyntax,
    span: spanOf(parts, from, to),
  };
}

function testOf(parts: Parts, from: number, to: number): TestDeclaration {
  const isSeeded = parts.kinds[to - 2] === SEED;
  return {
    kind: "test",
    purpose: isToken(parts, from, BENCH) ? "bench" : "test",
    documentation: documentationAt(parts, from),
    name: parts.values[from + 1] as StringLiteral,
    fixed: membersAmong(parts, from, to, FIXED) as readonly Fixed[],
    seed: isSeeded ? (parts.values[to - 2] as Seed) : null,
    body: blockAt(parts, to - 1),
    span: spanOf(parts, from, to),
  };
}
