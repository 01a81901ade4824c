/** Renders the reference chapter of the primitives from their tables. */

import type { Type } from "../types/type.ts";
import { isDimensionless, showUnit } from "../types/unit-algebra.ts";
import { TRAPS } from "../trap.ts";
import { PRIMITIVE_FAMILIES } from "./index.ts";
import type { Primitive } from "./primitive.ts";

/** Where the chapter stands. */
export const PRIMITIVES_PATH = "src/machine/primitives/reference.md";

/** The whole text of the chapter. */
export function renderPrimitives(): string {
  const parts = [
    "# Primitives",
    "Derived from the tables in `src/machine/primitives/` by `npm run derive`: do not edit.",
  ];
  for (const { title, primitives } of PRIMITIVE_FAMILIES) {
    parts.push(`## ${title}`, ...primitives.map(renderPrimitive));
  }
  return `${parts.join("\n\n")}\n`;
}

function renderPrimitive(primitive: Primitive): string {
  const { name, doc, cost, fuel, traps, source, example } = primitive;
  const lines = [`### ${name}`, "", `\`${showSignature(primitive)}\``, "", doc, ""];
  lines.push(`* cost: ${cost}; ${fuel} fuel for the call`);
  if (traps.length > 0) {
    lines.push(`* traps: ${traps.map((trap) => `${trap} (${TRAPS[trap].code})`).join(", ")}`);
  }
  if (source !== "") lines.push(`* source: ${source}`);
  lines.push("", "```reso", example.code, "```", "", `prints \`${example.prints}\``);
  return lines.join("\n");
}

/** `fn List.push[T](var xs: List[T], x: T)` */
export function showSignature(primitive: Primitive): string {
  const { unitVariables, typeVariables, bounds, parameters, result } = primitive.signature;
  const bounded = typeVariables.map((name, index) => [name, ...bounds[index]].join(": "));
  const variables = [...bounded, ...unitVariables.map((name) => `unit ${name}`)];
  const generics = variables.length === 0 ? "" : `[${variables.join(", ")}]`;
  const list = parameters
    .map(({ name, type, isVar }) => `${isVar ? "var " : ""}${name}: ${showType(type)}`)
    .join(", ");
  const arrow = result.kind === "nothing" ? "" : ` -> ${showType(result)}`;
  return `fn ${primitive.name}${generics}(${list})${arrow}`;
}

/** A type as a program writes it. */
export function showType(type: Type): string {
  switch (type.kind) {
    case "nothing":
      return "()";
    case "never":
      return "Never";
    case "bool":
      return "Bool";
    case "int":
      return "Int";
    case "string":
      return "String";
    case "float":
      return isDimensionless(type.unit) ? "Float" : `Float[${showUnit(type.unit)}]`;
    case "list":
      return `List[${showType(type.element)}]`;
    case "map":
      return `Map[${showType(type.key)}, ${showType(type.value)}]`;
    case "tuple":
      return `(${type.elements.map(showType).join(", ")})`;
    case "function": {
      const result = type.result.kind === "nothing" ? "" : ` -> ${showType(type.result)}`;
      return `fn(${type.parameters.map(showType).join(", ")})${result}`;
    }
    case "variable":
      return type.name;
    case "record":
    case "enum": {
      const { name, typeArguments, unitArguments } =
        type.kind === "record" ? type.record : type.enum;
      const given = [...typeArguments.map(showType), ...unitArguments.map(showUnit)];
      return given.length === 0 ? name : `${name}[${given.join(", ")}]`;
    }
  }
}
