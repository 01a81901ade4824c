/** Patterns as one instance has them: their locals have the types of the instance. */

import type { TypedFieldPattern, TypedPattern } from "../check/typed.ts";
import { type Environment, localIn } from "./environment.ts";

/** The same pattern when all of its locals stay what they are. */
export function patternIn(environment: Environment, pattern: TypedPattern): TypedPattern {
  if (environment.types === null) return pattern;
  switch (pattern.kind) {
    case "local": {
      const local = localIn(environment, pattern.local);
      return local === pattern.local ? pattern : { kind: "local", local };
    }
    case "tuple":
      return { ...pattern, elements: patternsIn(environment, pattern.elements) };
    case "record":
      return { ...pattern, fields: fieldsIn(environment, pattern.fields) };
    case "case":
      return { ...pattern, fields: fieldsIn(environment, pattern.fields) };
    case "list": {
      const { before, rest, after } = pattern;
      return {
        kind: "list",
        before: patternsIn(environment, before),
        rest: rest?.local ? { local: localIn(environment, rest.local) } : rest,
        after: patternsIn(environment, after),
      };
    }
    default:
      // nothing else binds a name
      return pattern;
  }
}

function patternsIn(
  environment: Environment,
  patterns: readonly TypedPattern[],
): readonly TypedPattern[] {
  return patterns.map((each) => patternIn(environment, each));
}

function fieldsIn(
  environment: Environment,
  fields: readonly TypedFieldPattern[],
): readonly TypedFieldPattern[] {
  return fields.map(({ slot, pattern }) => ({ slot, pattern: patternIn(environment, pattern) }));
}
