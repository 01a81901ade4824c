/**
 * What other files can see of a file, as a text: equal texts mean that whatever was checked against
 * one holds against the other, but for the places that reports point at.
 *
 * Bodies of functions and tests are left out, and documentation. Private declarations stay, because
 * reports speak of them, and types that are public may hold private ones.
 */

import type * as ast from "../ast.ts";
import { printTree } from "../print-tree.ts";
import type { CaseInfo, RecordField } from "./record.ts";
import type { Callable, CallableParameter, Layer } from "./session.ts";
import type { Place } from "./typed.ts";

/** The declarations of a file without what is behind them. Cost: linear in the declarations. */
export function interfaceText(file: ast.SourceFile): string {
  return printTree({
    ...file,
    documentation: "",
    declarations: file.declarations.filter(({ kind }) => kind !== "test").map(withoutBody),
  });
}

function withoutBody(declaration: ast.Declaration): ast.Declaration {
  const bare = { ...declaration, documentation: "" };
  if (bare.kind !== "function") return bare;
  return { ...bare, body: { statements: [], span: bare.span } };
}

type Changeable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/**
 * Moves what a layer declares to where it stands now: other files hold on to what they saw of it.
 *
 * @param now the same declarations, checked again
 */
export function renewPlaces(kept: Layer, now: Layer): void {
  for (const [name, info] of kept.records) {
    const other = now.records.get(name)!;
    move(info, other);
    moveAll(info.fields, other.fields);
  }
  for (const [name, info] of kept.enums) {
    const other = now.enums.get(name)!;
    move(info, other);
    moveAll(info.cases, other.cases);
    for (const [index, each] of info.cases.entries())
      moveAll(each.fields, other.cases[index].fields);
  }
  for (const [name, callable] of kept.functions) moveFunction(callable, now.functions.get(name)!);
  redeclare(kept.constants, now.constants);
  redeclare(kept.units, now.units);
  redeclare(kept.parameters, now.parameters);
  redeclare(kept.outputs, now.outputs);
}

function move(kept: { readonly place: Place }, now: { readonly place: Place }): void {
  (kept as Changeable<typeof kept>).place = now.place;
}

type Placed = RecordField | CaseInfo | CallableParameter;

function moveAll(kept: readonly Placed[], now: readonly Placed[]): void {
  for (const [index, each] of kept.entries()) {
    (each as Changeable<Placed>).place = now[index].place;
  }
}

function moveFunction(kept: Callable, now: Callable): void {
  moveAll(kept.parameters, now.parameters);
  (kept.source as Changeable<NonNullable<Callable["source"]>>).declaration =
    now.source!.declaration;
}

function redeclare<Declared extends { readonly declaration: unknown }>(
  kept: ReadonlyMap<string, Declared>,
  now: ReadonlyMap<string, Declared>,
): void {
  for (const [name, each] of kept) {
    (each as Changeable<Declared>).declaration = now.get(name)!.declaration;
  }
}
