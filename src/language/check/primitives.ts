/** Primitives as callables: their records are the prelude's. */

import { PRIMITIVES } from "../../machine/primitives/index.ts";
import type { Type } from "../../machine/types/type.ts";
import { recordOf, type RecordInfo } from "./record.ts";
import type { Callable } from "./session.ts";
import { ERROR } from "./solver.ts";

/** All primitives by name. */
export function callablePrimitives(
  records: ReadonlyMap<string, RecordInfo>,
): Map<string, Callable> {
  const callables = new Map<string, Callable>();
  for (const { name, signature } of PRIMITIVES) {
    callables.set(name, {
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
    });
  }
  return callables;
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
