/** Imports, records and enums of the AST's text: declarations that hold no expressions. */

import type {
  CaseDeclaration,
  EnumDeclaration,
  ImportDeclaration,
  RecordDeclaration,
} from "./ast.ts";
import {
  flag,
  leaf,
  named,
  nameShape,
  node,
  optional,
  typeShape,
  type Shape,
} from "./print-shape.ts";

export function documentationShape(documentation: string): Shape | null {
  return documentation === "" ? null : named("doc", leaf(JSON.stringify(documentation)));
}

export function importShape({ path, alias, names }: ImportDeclaration): Shape {
  return node("Import", [
    leaf(JSON.stringify(path.text)),
    named("as", optional(alias, nameShape)),
    names === null ? null : node("Names", names.map(nameShape)),
  ]);
}

export function recordShape(declaration: RecordDeclaration): Shape {
  const doc = documentationShape(declaration.documentation);
  return node("Record", [
    doc,
    flag("pub", declaration.isPublic),
    nameShape(declaration.name),
    ...declaration.typeVariables.map((name) => leaf(`type ${name.text}`)),
    ...declaration.unitVariables.map((name) => leaf(`unit ${name.text}`)),
    ...declaration.fields.map((field) =>
      node("Field", [
        documentationShape(field.documentation),
        nameShape(field.name),
        typeShape(field.type),
      ]),
    ),
  ]);
}

export function enumShape(declaration: EnumDeclaration): Shape {
  const doc = documentationShape(declaration.documentation);
  return node("Enum", [
    doc,
    flag("pub", declaration.isPublic),
    nameShape(declaration.name),
    ...declaration.typeVariables.map((name) => leaf(`type ${name.text}`)),
    ...declaration.unitVariables.map((name) => leaf(`unit ${name.text}`)),
    ...declaration.cases.map(caseShape),
  ]);
}

function caseShape({ documentation, name, payload }: CaseDeclaration): Shape {
  const parts =
    payload.kind === "positional"
      ? payload.types.map(typeShape)
      : payload.kind === "named"
        ? payload.fields.map((field) =>
            node("Field", [nameShape(field.name), typeShape(field.type)]),
          )
        : [];
  return node("Case", [documentationShape(documentation), nameShape(name), ...parts]);
}
