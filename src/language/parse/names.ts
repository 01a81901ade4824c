/** Names that say which file they belong to: `ring.Ring` is one name. */

import { isUpper } from "../../../grammar/gates.ts";
import type { Name } from "../ast.ts";
import { nameOf, type WrittenToken } from "./reading.ts";

/** `ring.Ring` as one name: names of other files keep the name of the file in front. */
export function joinedName(tokens: readonly WrittenToken[]): Name {
  if (tokens.length === 1) return nameOf(tokens[0]);
  return {
    text: tokens.map(({ image }) => image).join("."),
    span: { start: tokens[0].start, end: tokens[tokens.length - 1].end },
  };
}

/**
 * The names of a literal or a pattern: `Point`, `Shape.Dot`, `ring.Point`, `ring.Shape.Dot`; the
 * last one with the file, and the enum before it.
 */
export function ownerAndName(tokens: readonly WrittenToken[]): { owner: Name | null; name: Name } {
  if (tokens.length === 1) return { owner: null, name: nameOf(tokens[0]) };
  const isQualified = !isUpper(tokens[0].image.charCodeAt(0));
  const ownerLength = isQualified ? 2 : 1;
  if (tokens.length <= ownerLength) return { owner: null, name: joinedName(tokens) };
  return {
    owner: joinedName(tokens.slice(0, ownerLength)),
    name: joinedName(tokens.slice(ownerLength)),
  };
}
