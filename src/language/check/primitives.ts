/** Primitives as callables: their records are the prelude's. */

import { PRIMITIVES, primitiveByName } from "../../machine/primitives/index.ts";
import type { Primitive } from "../../machine/primitives/primitive.ts";
import type { Type } from "../../machine/types/type.ts";
import { recordOf, type RecordInfo } from "./record.ts";
import type { Callable } from "./session.ts";
import { ERROR } from "./solver.ts";

/** The primitives as callables: a program uses few, and each is made when it is asked for. */
export interface PrimitiveTable {
  readonly records: ReadonlyMap<string, RecordInfo>;
  readonly made: Map<string, Callable>;
}

export function newPrimitiveTable(records: PrimitiveTable["records"]): PrimitiveTable {
  return { records, made: new Map() };
}

/** The primitive of this name, when the records of the prelude are known; null if there is none. */
export function findPrimitive({ records, made }: PrimitiveTable, name: string): Callable | null {
  const known = made.get(name);
  if (known !== undefined) return known;
  const primitive = primitiveByName(name);
  if (primitive === null) return null;
  const callable = callableOf(primitive, records);
  made.set(name, callable);
  return callable;
}

export function primitiveNames(): string[] {
  return PRIMITIVES.map(({ name }) => name);
}

function callableOf({ name, signature }: Primitive, records: PrimitiveTable["records"]): Callable {
  return {
    name,
    unitVariables: signature.unitVariables,
    typeVariables: signature.typeVariables,
    bounds: signature.bounds,
    parameters: signature.parameters.map((parameter) => ({
      name: parameter.name,
      type: adopted(parameter.type, records),
      isVar: parameter.isVar,
      default: parameter.default,
      place: null,
    })),
    result: adopted(signature.result, records),
    source: null,
    isQueued: true,
    uses: [],
  };
}

/** The type with the prelude's records for those of the signature, which have the same names. */
function adopted(type: Type, records: ReadonlyMap<string, RecordInfo>): Type {
  switch (type.kind) {
    case "list":
      return { kind: "list", element: adopted(type.element, records) };
    case "map":
      return {
        kind: "map",
        key: adopted(type.key, records),
        value: adopted(type.value, records),
      };
    case "tuple":
      return { kind: "tuple", elements: type.elements.map((element) => adopted(element, records)) };
    case "record": {
      const info = records.get(type.record.name);
      if (info === undefined) return ERROR;
      return recordOf(info, [], type.record.unitArguments);
    }
    default:
      return type;
  }
}
