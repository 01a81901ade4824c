/** Declared types: fields of records, parameters and results of functions. */

import { NOTHING, type Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { isLowerCase, isPascalCase, wrongCase } from "./case.ts";
import type { FileSite } from "./collect.ts";
import { constantValue } from "./constant.ts";
import { BUILT_IN_TYPES, readType } from "./read-type.ts";
import type { TypeScope } from "./read-unit.ts";
import type { EnumInfo, RecordInfo } from "./record.ts";
import {
  complain,
  placeAt,
  typeVariablesOf,
  type Callable,
  type CallableParameter,
} from "./session.ts";
import { findTypeInfo, homeOf } from "./member.ts";
import { checkTypeVariables } from "./type-variable.ts";
import type { Local, TypedFunction } from "./typed.ts";

/** Gives the records of a file their fields. */
export function readRecords(site: FileSite, file: ast.SourceFile): void {
  for (const declaration of file.declarations) {
    if (declaration.kind !== "record") continue;
    const info = site.layer.records.get(declaration.name.text);
    if (info === undefined || info.place.span !== declaration.name.span) continue;
    info.fields = readFields(site, declaration);
  }
}

/** Gives the enums of a file what their cases carry. */
export function readEnums(site: FileSite, file: ast.SourceFile): void {
  for (const declaration of file.declarations) {
    if (declaration.kind !== "enum") continue;
    const info = site.layer.enums.get(declaration.name.text);
    if (info === undefined || info.place.span !== declaration.name.span) continue;
    checkVariables(site, declaration);
    const scope: TypeScope = {
      ...site,
      unitVariables: info.unitVariables,
      typeVariables: new Map(info.typeVariables.map((name) => [name, []])),
    };
    info.cases = declaration.cases.map((each) => ({
      name: each.name.text,
      fields: readPayload(scope, site, each),
      place: placeAt(site, each.name.span),
    }));
  }
}

function checkVariables(
  site: FileSite,
  declaration: ast.EnumDeclaration | ast.RecordDeclaration,
): void {
  if (declaration.typeVariables.length + declaration.unitVariables.length === 0) return;
  checkUnitVariables(site, [...declaration.typeVariables, ...declaration.unitVariables]);
  for (const name of declaration.typeVariables) {
    if (!isPascalCase(name.text)) wrongCase(site, name, "a type variable", "PascalCase");
  }
}

function readPayload(
  scope: TypeScope,
  site: FileSite,
  { payload }: ast.CaseDeclaration,
): RecordInfo["fields"] {
  switch (payload.kind) {
    case "nothing":
      return [];
    case "positional":
      return payload.types.map((syntax) => ({
        name: "",
        type: readType(scope, syntax),
        place: placeAt(site, syntax.span),
      }));
    case "named":
      return readFieldList(scope, site, payload.fields);
  }
}

function readFields(site: FileSite, declaration: ast.RecordDeclaration): RecordInfo["fields"] {
  const scope: TypeScope = {
    ...site,
    unitVariables: declaration.unitVariables.map(({ text }) => text),
    typeVariables: new Map(declaration.typeVariables.map(({ text }) => [text, []])),
  };
  checkVariables(site, declaration);
  return readFieldList(scope, site, declaration.fields);
}

function readFieldList(
  scope: TypeScope,
  site: FileSite,
  fields: readonly ast.FieldDeclaration[],
): RecordInfo["fields"] {
  return fields.map((field, index) => {
    const { name } = field;
    if (!isLowerCase(name.text)) wrongCase(site, name, "a field", "snake_case");
    const before = firstOfName(fields, index);
    if (before !== null) twice(site, "field", name, before);
    return { name: name.text, type: readType(scope, field.type), place: placeAt(site, name.span) };
  });
}

/** The first of the declarations before one that has its name; null if there is none. */
function firstOfName(
  declared: readonly { readonly name: ast.Name }[],
  at: number,
): ast.Name | null {
  const { text } = declared[at].name;
  for (let index = 0; index < at; index += 1) {
    if (declared[index].name.text === text) return declared[index].name;
  }
  return null;
}

function checkUnitVariables(site: FileSite, variables: readonly ast.Name[]): void {
  for (let index = 1; index < variables.length; index += 1) {
    const name = variables[index];
    const before = variables.slice(0, index).find(({ text }) => text === name.text);
    if (before !== undefined) twice(site, "variable", name, before);
  }
}

/** The rule nameIsDeclaredOnce, within one declaration. */
export function twice(site: FileSite, what: string, name: ast.Name, before: ast.Name): void {
  complain(site, "nameIsDeclaredOnce", name.span, `${what} \`${name.text}\` is declared twice`, {
    labels: [{ span: before.span, text: "first declared here" }],
  });
}

/** Gives the functions of a file their signatures. */
export function readSignatures(site: FileSite): void {
  for (const callable of site.layer.functions.values()) {
    const { source } = callable;
    if (source?.path === site.path) readSignature(site, callable, source.declaration);
  }
}

function readSignature(
  site: FileSite,
  callable: Callable,
  declaration: ast.FunctionDeclaration,
): void {
  const { unitVariables } = callable;
  const { session, layer, path } = site;
  const signature = { name: declaration.name, reported: [] };
  const typeVariables = typeVariablesOf(callable);
  const scope: TypeScope = { session, layer, path, unitVariables, typeVariables, signature };
  checkUnitVariables(site, declaration.unitVariables);
  checkTypeVariables(site, declaration.typeVariables);
  if (declaration.owner !== null) checkOwner(scope, declaration.owner);
  callable.parameters = declaration.parameters.map((parameter, index) => {
    const { name } = parameter;
    if (!isLowerCase(name.text)) wrongCase(site, name, "a parameter", "snake_case");
    const before = firstOfName(declaration.parameters, index);
    if (before !== null) twice(site, "parameter", name, before);
    if (parameter.isVar && index > 0) onlyFirst(site, parameter);
    return readParameter(scope, parameter);
  });
  callable.result = declaration.result === null ? NOTHING : readType(scope, declaration.result);
  fillTyped(callable);
  if (callable.name === "main") checkMain(site, callable, declaration);
}

function readParameter(scope: TypeScope, parameter: ast.FunctionParameter): CallableParameter {
  const type = readType(scope, parameter.type);
  const place = placeAt(scope, parameter.name.span);
  const fallback = parameter.default === null ? null : readDefault(scope, parameter, type);
  return { name: parameter.name.text, type, isVar: parameter.isVar, default: fallback, place };
}

function readDefault(
  scope: TypeScope,
  parameter: ast.FunctionParameter,
  type: Type,
): CallableParameter["default"] {
  const place = placeAt(scope, parameter.type.span);
  const reason = { text: "the parameter is declared here", place };
  return constantValue(scope, parameter.default!, type, reason).value;
}

/** The typed function is referred to before its body is checked, so it is filled in place. */
function fillTyped(callable: Callable): void {
  const typed = callable.source!.typed as {
    -readonly [Key in keyof TypedFunction]: TypedFunction[Key];
  };
  typed.result = callable.result;
  typed.parameters = callable.parameters.map(({ name, type, isVar, place }): Local => ({
    name,
    type,
    isVar,
    span: place!.span,
  }));
  typed.takesPlace = callable.parameters[0]?.isVar ?? false;
}

/** The rule typeIsDeclared, for the type a function belongs to. */
function checkOwner(scope: TypeScope, owner: ast.Name): void {
  if (BUILT_IN_TYPES.has(owner.text)) return;
  const info = findTypeInfo(scope.layer, owner.text);
  if (info !== null) {
    const home = homeOf(scope.session, info);
    if (home !== null && home !== scope.layer) standsElsewhere(scope, owner, info);
    return;
  }
  readType(scope, { kind: "named", name: owner, arguments: [], span: owner.span });
}

/** The rule functionStandsWithType. */
function standsElsewhere(scope: TypeScope, owner: ast.Name, info: RecordInfo | EnumInfo): void {
  complain(
    scope,
    "functionStandsWithType",
    owner.span,
    `\`${owner.text}\` is a type of another file, and its functions stand there`,
    {
      labels: [{ ...info.place, text: "declared here" }],
      help: ["a free function does: `fn f(x: T)` is called `x.f()` as well"],
    },
  );
}

/** The rule onlyFirstParameterIsVar. */
function onlyFirst(site: FileSite, parameter: ast.FunctionParameter): void {
  complain(
    site,
    "onlyFirstParameterIsVar",
    parameter.span,
    "only the first parameter may be `var`",
    {
      help: ["put it first, or return the changed value"],
    },
  );
}

/** The rule mainIsPlain. */
function checkMain(site: FileSite, callable: Callable, declaration: ast.FunctionDeclaration): void {
  const { parameters, result } = declaration;
  if (parameters.length > 0) {
    complain(site, "mainIsPlain", parameters[0].span, "`main` takes no parameters", {
      help: ["what a program is given stands in a `param`: `param n: Int = 100`"],
    });
  } else if (result !== null && callable.result.kind !== "nothing") {
    complain(site, "mainIsPlain", result.span, "`main` returns nothing", {
      help: ["what a program yields goes to an `output`: `emit curve = …`"],
    });
  } else if (callable.unitVariables.length + callable.typeVariables.length > 0) {
    const { span } = [...declaration.typeVariables, ...declaration.unitVariables][0];
    complain(site, "mainIsPlain", span, "`main` has no variables for types and units");
  }
}
