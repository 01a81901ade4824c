/** The names a file declares: all of them are known before any type is read. */

import { NUMBER_RECORDS } from "../../machine/types/number-record.ts";
import { NOTHING } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { UNITS } from "../units/table.ts";
import { isLowerCase, isPascalCase, isUpperCase, wrongCase } from "./case.ts";
import { RANGE } from "../prelude/mentions.ts";
import { BUILT_IN_TYPES } from "./read-type.ts";
import { complain, placeAt, type Callable, type Layer, type Session } from "./session.ts";
import { ERROR } from "./solver.ts";
import type { Place, TypedFunction } from "./typed.ts";

/** A file and the layer its names go to. */
export interface FileSite {
  readonly session: Session;
  readonly layer: Layer;
  readonly path: string;
  /** Where each name of the layer's value space and type space stands. */
  readonly declared: Map<string, Place>;
}

export function newLayer(below: Layer | null): Layer {
  return {
    below,
    records: new Map(),
    enums: new Map(),
    cases: { enumCount: 0, byName: new Map() },
    units: new Map(),
    parameters: new Map(),
    outputs: new Map(),
    constants: new Map(),
    functions: new Map(),
    namespaces: new Map(),
    lost: new Set(),
  };
}

/** Declares every name of the file; the second of two equal names is reported and dropped. */
export function collectNames(site: FileSite, file: ast.SourceFile): void {
  for (const declaration of file.declarations) collectName(site, declaration);
}

function collectName(site: FileSite, declaration: ast.Declaration): void {
  const { layer, path } = site;
  if (declaration.kind !== "test" && declaration.name.text === "") {
    site.session.isTreeBroken = true;
    return;
  }
  switch (declaration.kind) {
    case "record":
      collectRecord(site, declaration);
      return;
    case "enum":
      collectEnum(site, declaration);
      return;
    case "function":
      collectFunction(site, declaration);
      return;
    case "test":
      return;
    case "unit":
      if (isNewUnit(site, declaration.name)) {
        layer.units.set(declaration.name.text, { declaration, path, state: "new", value: null });
      }
      return;
    case "constant":
      if (!isUpperCase(declaration.name.text))
        wrongCase(site, declaration.name, "a constant", "UPPER_CASE");
      if (isNew(site, "constant", declaration.name, declaration.name.text)) {
        layer.constants.set(declaration.name.text, {
          declaration,
          path,
          state: "new",
          type: ERROR,
          value: null,
          isUsed: false,
        });
      }
      return;
    case "parameter":
      collectParameter(site, declaration);
      return;
    case "output":
      collectOutput(site, declaration);
      return;
  }
}

function collectParameter(site: FileSite, declaration: ast.ParameterDeclaration): void {
  const { name, documentation } = declaration;
  if (!isLowerCase(name.text)) wrongCase(site, name, "a parameter", "snake_case");
  if (!isNew(site, "parameter", name, name.text)) return;
  const index = site.layer.parameters.size;
  const place = placeAt(site, name.span);
  const typed = {
    index,
    name: name.text,
    type: ERROR,
    documentation,
    default: null,
    range: null,
    place,
  };
  site.layer.parameters.set(name.text, { declaration, typed, isUsed: false });
}

function collectOutput(site: FileSite, declaration: ast.OutputDeclaration): void {
  const { name, documentation } = declaration;
  if (!isLowerCase(name.text)) wrongCase(site, name, "an output", "snake_case");
  if (!isNew(site, "output", name, `output ${name.text}`)) return;
  const index = site.layer.outputs.size;
  const place = placeAt(site, name.span);
  const typed = { index, name: name.text, type: ERROR, documentation, place };
  site.layer.outputs.set(name.text, { declaration, typed, isEmitted: false });
}

function collectRecord(site: FileSite, declaration: ast.RecordDeclaration): void {
  const { name, typeVariables, unitVariables } = declaration;
  if (!isNewType(site, "record", name)) return;
  site.layer.records.set(name.text, {
    name: name.text,
    isPublic: declaration.isPublic,
    typeVariables: typeVariables.map(({ text }) => text),
    unitVariables: unitVariables.map(({ text }) => text),
    fields: [],
    place: placeAt(site, name.span),
    plain: null,
  });
}

function isNewType(site: FileSite, what: string, name: ast.Name): boolean {
  if (!isPascalCase(name.text)) wrongCase(site, name, "a type", "PascalCase");
  const isTaken =
    BUILT_IN_TYPES.has(name.text) ||
    (site.layer !== site.session.prelude && TYPES_WITH_FORMS.has(name.text));
  if (isTaken) typeIsTaken(site, name);
  return !isTaken && isNew(site, what, name, `type ${name.text}`);
}

function collectEnum(site: FileSite, declaration: ast.EnumDeclaration): void {
  const { name, typeVariables, unitVariables, cases } = declaration;
  if (!isNewType(site, "enum", name)) return;
  const seen = new Map<string, ast.Name>();
  for (const { name: caseName } of cases) {
    if (!isPascalCase(caseName.text)) wrongCase(site, caseName, "a case", "PascalCase");
    const before = seen.get(caseName.text);
    if (before === undefined) seen.set(caseName.text, caseName);
    else caseTwice(site, caseName, before);
  }
  site.layer.enums.set(name.text, {
    name: name.text,
    isPublic: declaration.isPublic,
    typeVariables: typeVariables.map(({ text }) => text),
    unitVariables: unitVariables.map(({ text }) => text),
    caseNames: cases.map((each) => each.name.text),
    cases: [],
    place: placeAt(site, name.span),
    plain: null,
  });
}

/** The rule nameIsDeclaredOnce, for cases. */
function caseTwice(site: FileSite, name: ast.Name, before: ast.Name): void {
  complain(site, "nameIsDeclaredOnce", name.span, `case \`${name.text}\` is declared twice`, {
    labels: [{ span: before.span, text: "first declared here" }],
  });
}

/** The rule nameIsDeclaredOnce, for units: those of the language stay what they are. */
function isNewUnit(site: FileSite, name: ast.Name): boolean {
  if (!Object.hasOwn(UNITS, name.text)) return isNew(site, "unit", name, `unit ${name.text}`);
  const message = `the language has a unit \`${name.text}\` already`;
  complain(site, "nameIsDeclaredOnce", name.span, message, { help: ["take another name"] });
  return false;
}

/**
 * Types of the prelude that have forms of their own in the language: `?`, `3 - 4i`, `a..b`. Every
 * other type of the prelude gives way to one of the program, as its functions do.
 */
const TYPES_WITH_FORMS: ReadonlySet<string> = new Set([
  "Option",
  "Result",
  RANGE,
  ...NUMBER_RECORDS,
]);

/** The rule nameIsDeclaredOnce, for types of the language. */
function typeIsTaken(site: FileSite, name: ast.Name): void {
  complain(
    site,
    "nameIsDeclaredOnce",
    name.span,
    `the language has a type \`${name.text}\` already`,
    {
      help: ["take another name"],
    },
  );
}

const NO_NAMES: readonly string[] = [];

function collectFunction(site: FileSite, declaration: ast.FunctionDeclaration): void {
  const { name, owner, typeVariables, unitVariables } = declaration;
  const isUser = site.layer === site.session.user;
  const isConstructor = !isUser && owner === null && isPascalCase(name.text);
  if (!isLowerCase(name.text) && !isConstructor) wrongCase(site, name, "a function", "snake_case");
  const fullName = owner === null ? name.text : `${owner.text}.${name.text}`;
  const key = isConstructor ? `function ${fullName}` : fullName;
  if (!isNew(site, "function", name, key)) return;
  const place = site.declared.get(key)!;
  const typeNames =
    typeVariables.length === 0 ? NO_NAMES : typeVariables.map((each) => each.name.text);
  const typed: TypedFunction = {
    name: fullName,
    typeVariables: typeNames,
    parameters: [],
    takesPlace: declaration.parameters[0]?.isVar ?? false,
    result: NOTHING,
    body: { statements: [], value: null, type: NOTHING, span: place.span },
    isPlain: false,
    place,
  };
  const callable: Callable = {
    name: fullName,
    unitVariables: unitVariables.length === 0 ? NO_NAMES : unitVariables.map(({ text }) => text),
    typeVariables: typeNames,
    bounds: typeVariables.map(({ bounds }) => bounds.map(({ text }) => text)),
    parameters: [],
    result: NOTHING,
    source: { declaration, layer: site.layer, path: site.path, typed },
    isQueued: false,
    uses: [],
  };
  site.layer.functions.set(fullName, callable);
}

/** The rule nameIsDeclaredOnce, for declarations. */
function isNew(site: FileSite, what: string, name: ast.Name, key: string): boolean {
  const before = site.declared.get(key);
  if (before === undefined) {
    site.declared.set(key, placeAt(site, name.span));
    return true;
  }
  complain(site, "nameIsDeclaredOnce", name.span, `\`${name.text}\` is declared twice`, {
    labels: before.path === site.path ? [{ span: before.span, text: "first declared here" }] : [],
    notes: before.path === site.path ? [] : [`first declared in ${before.path}`],
    help: [`take another name for this ${what}`],
  });
  return false;
}
