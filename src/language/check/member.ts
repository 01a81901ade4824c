/** What belongs to something else: names of imported files, and functions of types. */

import type { Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { declarationOf, type EnumInfo, type RecordInfo } from "./record.ts";
import {
  complain,
  enqueue,
  findFunction,
  findInLayers,
  findVariable,
  type Body,
  type Callable,
  type Layer,
  type Namespace,
  type Session,
} from "./session.ts";
import { didYouMean } from "./suggestion.ts";

/** Whether what stands before a dot may name a file or a type: a name, or two, and no variable. */
export function mayQualify(body: Body, expression: ast.Expression): boolean {
  if (expression.kind === "name") return findVariable(body, expression.name) === null;
  return expression.kind === "field" && expression.receiver.kind === "name";
}

/** The imported file of this name, unless a variable hides it. */
export function namespaceOf(body: Body, expression: ast.Expression): Namespace | null {
  if (expression.kind !== "name" || findVariable(body, expression.name) !== null) return null;
  return findInLayers(body.layer, "namespaces", expression.name);
}

/** A name, or `ring.Ring` as one name; null for anything else. */
export function qualifiedName(body: Body, expression: ast.Expression): ast.Name | null {
  const { kind, span } = expression;
  if (kind === "name") return { text: expression.name, span };
  if (kind !== "field" || namespaceOf(body, expression.receiver) === null) return null;
  const { name } = expression.receiver as ast.Expression & { kind: "name" };
  return { text: `${name}.${expression.field.text}`, span };
}

/** The part of a dotted name behind the dot. */
function memberOf({ text, span }: ast.Name): ast.Name {
  const member = text.slice(text.lastIndexOf(".") + 1);
  return { text: member, span: { start: span.end - member.length, end: span.end } };
}

/** The file before the dot of a dotted name; null for a plain name. */
function namespaceBefore(layer: Layer, name: string): Namespace | null {
  const dot = name.indexOf(".");
  if (dot < 0) return null;
  return findInLayers(layer, "namespaces", name.slice(0, dot));
}

/** The names of the file that declares a type; null for types of the language. */
export function homeOf(session: Session, info: RecordInfo | EnumInfo | null): Layer | null {
  const home = info === null ? undefined : session.layers.get(info.place.path);
  if (info === null || home === undefined) return null;
  const isThere = home.records.get(info.name) === info || home.enums.get(info.name) === info;
  return isThere ? home : null;
}

/** The type of this name. */
export function findTypeInfo(layer: Layer, name: string): RecordInfo | EnumInfo | null {
  return findInLayers(layer, "records", name) ?? findInLayers(layer, "enums", name);
}

/** `Ring.build`: a function of the type that is called so here. The rule nameIsPublic. */
export function findAssociatedFunction(body: Body, type: string, field: ast.Name): Callable | null {
  return functionOfType(body, findTypeInfo(body.layer, type), type, field);
}

/** `x.build`: a function of the type of `x`. The rule nameIsPublic. */
export function findMethodOf(
  body: Body,
  type: Type,
  head: string,
  field: ast.Name,
): Callable | null {
  return functionOfType(body, declarationOf(type), head, field);
}

function functionOfType(
  body: Body,
  info: RecordInfo | EnumInfo | null,
  head: string,
  field: ast.Name,
): Callable | null {
  const { session, layer } = body;
  const home = homeOf(session, info);
  if (home === null || info === null) {
    // A type of the program may have the name of one of the prelude, which then is none of its own.
    const isHidden = info !== null && findTypeInfo(layer, head) !== info;
    return findFunction(session, isHidden ? session.prelude : layer, `${head}.${field.text}`);
  }
  const callable = home.functions.get(`${info.name}.${field.text}`) ?? null;
  if (callable === null) return null;
  enqueue(session, callable);
  const { declaration, path } = callable.source!;
  if (home !== layer && !declaration.isPublic) {
    notPublic(body, field, `\`${callable.name}\``, { span: declaration.name.span, path });
  }
  return callable;
}

/** The functions of a type, without its name in front. */
export function functionsOfType(
  body: Body,
  info: RecordInfo | EnumInfo | null,
  head: string,
  known: readonly string[],
): string[] {
  const home = homeOf(body.session, info);
  const isSeen = (callable: Callable): boolean =>
    home === body.layer || callable.source!.declaration.isPublic;
  const names =
    home === null || info === null
      ? known.filter((name) => name.startsWith(`${head}.`))
      : [...home.functions.values()]
          .filter((each) => each.name.startsWith(`${info.name}.`) && isSeen(each))
          .map(({ name }) => name);
  return names.map((name) => name.slice(name.lastIndexOf(".") + 1));
}

/** The rule nameIsPublic, for the fields of a record that is private to its file. */
export function checkFieldIsPublic(body: Body, type: Type, field: ast.Name): void {
  const info = declarationOf(type);
  const home = homeOf(body.session, info);
  if (info === null || home === null || home === body.layer || info.isPublic) return;
  notPublic(body, field, `the record \`${info.name}\` with its fields`, info.place);
}

/** The names that other files may use. */
export function publicNames({ records, enums, constants, functions, units }: Layer): string[] {
  return [
    ...[...records.values(), ...enums.values()].filter((each) => each.isPublic),
    ...[...functions.values()].filter((each) => each.source!.declaration.isPublic),
  ]
    .map(({ name }) => name)
    .filter((name) => !name.includes("."))
    .concat(
      [...constants.values(), ...units.values()]
        .filter((each) => each.declaration.isPublic)
        .map((each) => each.declaration.name.text),
    );
}

/** The rules importedNameIsDeclared and nameIsPublic: a name that a file does not give away. */
export function unknownMember(
  site: Pick<Body, "session" | "path">,
  { layer, written, isBroken }: Namespace,
  name: ast.Name,
  known: readonly string[],
): void {
  if (layer === null) return;
  const hidden = declaredIn(layer, name.text);
  if (hidden !== null) {
    notPublic(site, name, `\`${name.text}\``, hidden);
    return;
  }
  if (isBroken) return;
  const isPassedOn = layer.below !== null && isImported(layer.below, name.text);
  complain(
    site,
    "importedNameIsDeclared",
    name.span,
    `\`${written}\` has no \`${name.text}\``,
    isPassedOn
      ? { help: [`\`${written}\` imports it: import it from where it is declared`] }
      : didYouMean(name.text, name.span, known),
  );
}

/** Reports on `ring.Rnig`, and on names whose import has been reported: whether it did. */
export function unknownQualified(
  site: Pick<Body, "session" | "path" | "layer">,
  name: ast.Name,
): boolean {
  if (isLost(site, name.text)) return true;
  const namespace = namespaceBefore(site.layer, name.text);
  if (namespace === null || namespace.layer === null) return false;
  unknownMember(site, namespace, memberOf(name), publicNames(namespace.layer));
  return true;
}

function isImported(imports: Layer, name: string): boolean {
  const { records, enums, constants, functions, units } = imports;
  return [records, enums, constants, functions, units].some((names) => names.has(name));
}

/** Where a file declares a name, whether it is public or not. */
function declaredIn(layer: Layer, name: string): RecordInfo["place"] | null {
  const type = layer.records.get(name) ?? layer.enums.get(name);
  if (type !== undefined) return type.place;
  const source = layer.functions.get(name)?.source;
  const other = layer.constants.get(name) ?? layer.units.get(name) ?? source;
  if (other === undefined || other === null) return null;
  return { path: other.path, span: other.declaration.name.span };
}

/** The rule nameIsPublic. */
function notPublic(
  site: Pick<Body, "session" | "path">,
  name: ast.Name,
  what: string,
  { span, path }: RecordInfo["place"],
): void {
  complain(site, "nameIsPublic", name.span, `${what} is private to its file`, {
    labels: [{ span, path, text: "declared here, without `pub`" }],
    help: ["write `pub` before the declaration"],
  });
}

/** Whether a report about the import of a name stands for everything about it. */
export function isLost(body: Pick<Body, "layer">, name: string): boolean {
  for (let layer: Layer | null = body.layer; layer !== null; layer = layer.below) {
    if (layer.lost.has(name)) return true;
  }
  return namespaceBefore(body.layer, name)?.layer === null;
}
