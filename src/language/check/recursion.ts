/**
 * Types that hold themselves: through lists, Options and cases of enums they may, as long as some
 * of their values end and their arguments do not grow from one to the next.
 */

import type { EnumType, Type } from "../../machine/types/type.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import type * as ast from "../ast.ts";
import type { FileSite } from "./collect.ts";
import {
  enumInfo,
  enumOf,
  type EnumInfo,
  numberOfDeclaration,
  type RecordField,
  recordInfo,
  type RecordInfo,
  recordOf,
} from "./record.ts";
import { unitVariable } from "../../machine/types/unit-algebra.ts";
import { complain } from "./session.ts";
import { showType } from "./show.ts";
import { ERROR, newSolver } from "./solver.ts";

type Info = RecordInfo | EnumInfo;
type Named = Type & { kind: "record" | "enum" };

/** The rules typeIsRegular and recordIsFinite, when all types of a file have their parts. */
export function checkRecursion(site: FileSite, file: ast.SourceFile): void {
  const infos = file.declarations.flatMap((declaration): Info[] => {
    if (declaration.kind !== "record" && declaration.kind !== "enum") return [];
    const { text, span } = declaration.name;
    const info =
      declaration.kind === "record" ? site.layer.records.get(text) : site.layer.enums.get(text);
    return info?.place.span === span ? [info] : [];
  });
  checkRegular(site, infos);
  checkFinite(site, infos);
}

/** What a record, or each case of an enum, holds. */
function waysOf(info: Info): readonly (readonly RecordField[])[] {
  return "cases" in info ? info.cases.map(({ fields }) => fields) : [info.fields];
}

function infoOf(type: Named): Info {
  return type.kind === "record" ? recordInfo(type.record) : enumInfo(type.enum);
}

/** The name and the arguments of a record or enum. */
function argumentsOf(type: Named): Pick<EnumType, "name" | "typeArguments" | "unitArguments"> {
  return type.kind === "record" ? type.record : type.enum;
}

/** A variable of a declaration, and what it becomes a part of. */
interface Flow {
  readonly to: string;
  /** It becomes a part of something larger on the way. */
  readonly grows: boolean;
  readonly field: RecordField;
  readonly held: Named;
}

/** The rule typeIsRegular: a variable never comes back to its place as a part of something. */
function checkRegular(site: FileSite, infos: readonly Info[]): void {
  if (infos.every((info) => variablesOf(info).length === 0)) return;
  const names = new Map<Info, number>();
  const slot = (info: Info, index: number): string => {
    if (!names.has(info)) names.set(info, names.size);
    return `${names.get(info)} ${index}`;
  };
  const flows = new Map<string, Flow[]>();
  const waiting = [...infos];
  const seen = new Set(waiting);
  for (let info = waiting.pop(); info !== undefined; info = waiting.pop()) {
    for (const field of waysOf(info).flat()) {
      for (const held of namedIn(field.type)) {
        const target = infoOf(held);
        if (!seen.has(target)) waiting.push(target);
        seen.add(target);
        for (const { variable, argument, grows } of flowsInto(info, held)) {
          const from = slot(info, variable);
          const list = flows.get(from) ?? [];
          flows.set(from, list);
          list.push({ to: slot(target, argument), grows, field, held });
        }
      }
    }
  }
  for (const info of infos) {
    const count = variablesOf(info).length;
    const growing = Array.from({ length: count }, (_, index) => slot(info, index)).flatMap((from) =>
      (flows.get(from) ?? []).filter((flow) => flow.grows && reaches(flows, flow.to, from)),
    );
    if (growing.length > 0) irregular(site, info, growing[0]);
  }
}

function variablesOf(info: Info): readonly string[] {
  return [...info.typeVariables, ...info.unitVariables];
}

/** All records and enums that a type speaks of, those in arguments too. */
function namedIn(type: Type): readonly Named[] {
  switch (type.kind) {
    case "list":
      return namedIn(type.element);
    case "map":
      return [...namedIn(type.key), ...namedIn(type.value)];
    case "tuple":
      return type.elements.flatMap(namedIn);
    case "function":
      return [...type.parameters, type.result].flatMap(namedIn);
    case "record":
    case "enum":
      return [type, ...argumentsOf(type).typeArguments.flatMap(namedIn)];
    default:
      return [];
  }
}

/** Which variables of a declaration are in which arguments of a type that it holds. */
function flowsInto(
  info: Info,
  held: Named,
): { readonly variable: number; readonly argument: number; readonly grows: boolean }[] {
  const variables = variablesOf(info);
  const { typeArguments, unitArguments } = argumentsOf(held);
  const given = [
    ...typeArguments.map((type) => ({
      inside: variablesIn(type),
      isBare: type.kind === "variable",
    })),
    ...unitArguments.map((unit) => ({
      inside: new Set(unit.variables.keys()),
      isBare: isBare(unit),
    })),
  ];
  return given.flatMap(({ inside, isBare: isAlone }, argument) =>
    [...inside].flatMap((name) => {
      const variable = variables.indexOf(name);
      return variable < 0 ? [] : [{ variable, argument, grows: !isAlone }];
    }),
  );
}

function variablesIn(type: Type): ReadonlySet<string> {
  switch (type.kind) {
    case "variable":
      return new Set([type.name]);
    case "float":
      return new Set(type.unit.variables.keys());
    case "list":
      return variablesIn(type.element);
    case "map":
      return new Set([...variablesIn(type.key), ...variablesIn(type.value)]);
    case "tuple":
      return new Set(type.elements.flatMap((each) => [...variablesIn(each)]));
    case "function":
      return new Set([...type.parameters, type.result].flatMap((each) => [...variablesIn(each)]));
    case "record":
    case "enum": {
      const { typeArguments, unitArguments } = argumentsOf(type);
      return new Set([
        ...typeArguments.flatMap((each) => [...variablesIn(each)]),
        ...unitArguments.flatMap((unit) => [...unit.variables.keys()]),
      ]);
    }
    default:
      return new Set();
  }
}

function isBare(unit: UnitTerm): boolean {
  const exponents = [...unit.variables.values()];
  return (
    unit.base.size === 0 &&
    exponents.length === 1 &&
    exponents[0].numerator === 1 &&
    exponents[0].denominator === 1
  );
}

function reaches(flows: ReadonlyMap<string, readonly Flow[]>, from: string, to: string): boolean {
  const seen = new Set([from]);
  const open = [from];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === to) return true;
    for (const flow of flows.get(next) ?? []) {
      if (!seen.has(flow.to)) open.push(flow.to);
      seen.add(flow.to);
    }
  }
  return false;
}

/** The rule typeIsRegular; what is reported holds nothing from then on. */
function irregular(site: FileSite, info: Info, flow: Flow): void {
  const shown = showType(newSolver(), flow.held);
  const own = `${info.name}[${variablesOf(info).join(", ")}]`;
  complain(
    site,
    "typeIsRegular",
    flow.field.place.span,
    `\`${own}\` holds \`${shown}\`, and so types that grow without an end`,
    {
      notes: ["each of them would be a type of its own, and a program has as many as it names"],
      help: [`inside of itself a type has the arguments that it was given: \`${own}\``],
    },
  );
  const without = (fields: readonly RecordField[]): readonly RecordField[] =>
    fields.map((field) => (field === flow.field ? { ...field, type: ERROR } : field));
  if (!("cases" in info)) info.fields = without(info.fields);
  else info.cases = info.cases.map((each) => ({ ...each, fields: without(each.fields) }));
}

/** A type, what each way to make a value of it needs, and whether a value that ends is known. */
interface Node {
  readonly type: Named;
  readonly ways: readonly (readonly Need[])[];
  isFinite: boolean;
}

interface Need {
  readonly field: RecordField;
  readonly key: string;
}

/** So many types are looked at; beyond these, values count as finite. */
const MOST_NODES = 20_000;

/** The rule recordIsFinite. */
function checkFinite(site: FileSite, infos: readonly Info[]): void {
  const nodes = reachable(infos.map(plainType));
  // what is held stands behind what holds it: mostly one round is enough
  const order = [...nodes.values()].toReversed();
  let isChanged = true;
  while (isChanged) {
    isChanged = false;
    for (const node of order) {
      if (node.isFinite) continue;
      node.isFinite = node.ways.some((way) =>
        way.every(({ key }) => nodes.get(key)?.isFinite ?? true),
      );
      isChanged ||= node.isFinite;
    }
  }
  const told = new Set<Info>();
  for (const isMember of [true, false]) {
    for (const info of infos) {
      const circle = circleFrom(nodes, keyOf(plainType(info)));
      const members = circle.map(({ type }) => infoOf(type));
      if (members.length === 0 || members.some((each) => told.has(each))) continue;
      if (isMember && members[0] !== info) continue;
      for (const member of members) told.add(member);
      endless(site, circle);
    }
  }
}

/** The type of a declaration with its own variables as arguments. */
function plainType(info: Info): Named {
  const units = info.unitVariables.map((name) => unitVariable(name));
  const types = info.typeVariables.map((name): Type => ({ kind: "variable", name }));
  if (!("cases" in info)) return recordOf(info, types, units);
  return enumOf(info, types, units);
}

function reachable(starts: readonly Named[]): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  const waiting = [...starts].reverse();
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    const key = keyOf(type);
    if (nodes.has(key) || nodes.size >= MOST_NODES) continue;
    const declared = waysOf(infoOf(type));
    const held =
      type.kind === "record" ? [type.record.fields] : type.enum.cases.map((c) => c.fields);
    const ways = held.map((fields, way) =>
      fields.flatMap((field, index) =>
        neededBy(field.type).map((needed) => {
          waiting.push(needed);
          return { field: declared[way][index], key: keyOf(needed) };
        }),
      ),
    );
    nodes.set(key, { type, ways, isFinite: ways.length === 0 });
  }
  return nodes;
}

/** The records and enums that every value of a type holds; a list or a map may be empty. */
function neededBy(type: Type): readonly Named[] {
  if (type.kind === "tuple") return type.elements.flatMap(neededBy);
  return type.kind === "record" || type.kind === "enum" ? [type] : [];
}

/** Equal for one declaration with the same types in it; units do not matter here. */
function keyOf(type: Type): string {
  switch (type.kind) {
    case "list":
      return `[${keyOf(type.element)}]`;
    case "map":
      return `{${keyOf(type.key)}:${keyOf(type.value)}}`;
    case "tuple":
      return `(${type.elements.map(keyOf).join()})`;
    case "function":
      return `fn(${type.parameters.map(keyOf).join()})${keyOf(type.result)}`;
    case "record":
    case "enum": {
      const { typeArguments } = argumentsOf(type);
      return `${numberOfDeclaration(type)}<${typeArguments.map(keyOf).join()}>`;
    }
    case "variable":
      return `variable ${type.name}`;
    default:
      return type.kind;
  }
}

interface Hop extends Need {
  readonly type: Named;
}

/** The circle that a type without finite values ends up in; none when it has finite ones. */
function circleFrom(nodes: ReadonlyMap<string, Node>, start: string): readonly Hop[] {
  const path: Hop[] = [];
  const seen = new Map<string, number>();
  let key = start;
  while (!seen.has(key)) {
    const node = nodes.get(key);
    if (node === undefined || node.isFinite) return [];
    seen.set(key, path.length);
    const endlessNeed = (each: Need): boolean => nodes.get(each.key)?.isFinite === false;
    const need = node.ways[0].find(endlessNeed)!;
    path.push({ ...need, type: node.type });
    key = need.key;
  }
  return path.slice(seen.get(key));
}

/** The rule recordIsFinite. */
function endless(site: FileSite, circle: readonly Hop[]): void {
  const solver = newSolver();
  const shown = circle.map(({ type }) => `\`${showType(solver, type)}\``);
  const after = (index: number): string => shown[(index + 1) % shown.length];
  const [{ field, type }] = circle;
  const chain = shown.map((_, index) => `${index === 0 ? "" : "which holds "}some ${after(index)}`);
  const written = showType(solver, field.type);
  const wrap =
    field.name === "" ? (text: string) => text : (text: string) => `${field.name}: ${text}`;
  const way = `\`${wrap(`Option[${written}]`)}\` or \`${wrap(`List[${written}]`)}\``;
  const ending = type.kind === "enum" ? "add a case that holds no other, or write " : "write ";
  complain(
    site,
    "recordIsFinite",
    field.place.span,
    `every ${shown[0]} would hold ${chain.join(", ")}, and so on without an end`,
    {
      labels: circle.flatMap((hop, index) =>
        index > 0 && hop.field.place.path === field.place.path
          ? [
              {
                span: hop.field.place.span,
                text: `every ${shown[index]} holds some ${after(index)}`,
              },
            ]
          : [],
      ),
      help: [`let it end somewhere: ${ending}${way}`],
    },
  );
}
