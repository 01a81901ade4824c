/** `Option` and `Result` of the prelude: what may be missing or have failed. */

import type { Type } from "../../machine/types/type.ts";
import type { Span } from "../../source/span.ts";
import { enumInfo } from "./record.ts";
import type { Body } from "./session.ts";
import { resolved } from "./solver.ts";
import { writtenAt } from "./written.ts";

export type EnumKind = Type & { readonly kind: "enum" };

/** Whether a type is the prelude's Option or Result. */
export function isOutcome(body: Body, type: Type): type is EnumKind {
  const known = resolved(body.solver, type);
  if (known.kind !== "enum") return false;
  const info = enumInfo(known.enum);
  const { enums } = body.session.prelude;
  return info === enums.get("Option") || info === enums.get("Result");
}

/** How to take out what an `Option` or a `Result` holds, for the one at this place. */
export function outcomeHelp(body: Body, span: Span, found: EnumKind): string[] {
  if (!isOutcome(body, found)) return ["take it out with `match` or `if let`"];
  const value = writtenAt(body, span) ?? "…";
  const isOption = found.enum.name === "Option";
  const other = isOption ? "None" : "Err(e)";
  const arms = `${isOption ? "Some(x)" : "Ok(x)"} => x, ${other} => …`;
  const when = isOption ? "nothing is there" : "it has failed";
  const known = plainValue(resolved(body.solver, found.enum.typeArguments[0]));
  const help = [
    ...(known === null ? [] : [`\`${value}.value_or(${known})\` is \`${known}\` when ${when}`]),
    `take it out: \`match ${value} { ${arms} }\`, where \`…\` is the value for \`${other}\``,
  ];
  const isHandedOn = isOutcome(body, body.result) && body.result.enum.name === found.enum.name;
  return isHandedOn ? [...help, "or hand on what is missing with `?` behind it"] : help;
}

/** A value of a type, as an example. */
function plainValue({ kind }: Type): string | null {
  const plain: Partial<Record<Type["kind"], string>> = { int: "0", float: "0.0", string: '""' };
  return plain[kind] ?? null;
}
