/** The type of the prelude's graphs, which files give as edges and not as fields. */

import type { Module, ModuleType } from "../../src/index.ts";

/** The type of the weights of a `Graph`; null for any other type. */
export function weightOfGraph({ types }: Module, typeIndex: number): ModuleType | null {
  const type = types[typeIndex];
  if (type.kind !== "record" || type.name !== "Graph") return null;
  if (type.fields.map(({ name }) => name).join(" ") !== "starts columns weights") return null;
  const weights = types[type.fields[2].type];
  return weights.kind === "list" && types[weights.element].kind === "float"
    ? types[weights.element]
    : null;
}
