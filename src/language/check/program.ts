/** Inputs and results of a program: `param` and `output`. */

import type { Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import type { FileSite } from "./collect.ts";
import { constantValue } from "./constant.ts";
import { readType } from "./read-type.ts";
import { RULES } from "./rules.ts";
import { complain, placeAt, type DeclaredOutput, type DeclaredParameter } from "./session.ts";
import { showType } from "./show.ts";
import { isError, newSolver } from "./solver.ts";
import type { ConstantValue, TypedOutput, TypedParameter } from "./typed.ts";

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
type Bounds = NonNullable<TypedParameter["range"]>;

/** Types, defaults and ranges of the parameters, and types of the outputs. */
export function readProgram(site: FileSite): void {
  for (const parameter of site.layer.parameters.values()) readProgramParameter(site, parameter);
  for (const output of site.layer.outputs.values()) readOutput(site, output);
}

function readOutput(site: FileSite, output: DeclaredOutput): void {
  const { declaration } = output;
  const type = readType({ ...site, unitVariables: [] }, declaration.type);
  checkData(site, declaration.type, type, "an output");
  (output.typed as Mutable<TypedOutput>).type = type;
}

function readProgramParameter(site: FileSite, parameter: DeclaredParameter): void {
  const { declaration } = parameter;
  const typed = parameter.typed as Mutable<TypedParameter>;
  typed.type = readType({ ...site, unitVariables: [] }, declaration.type);
  checkData(site, declaration.type, typed.type, "a parameter");
  const reason = {
    text: "the parameter is declared here",
    place: placeAt(site, declaration.type.span),
  };
  const before = site.session.problems.list.length;
  if (declaration.default !== null) {
    typed.default = constantValue(site, declaration.default, typed.type, reason).value;
  }
  if (declaration.range !== null) typed.range = readRange(site, declaration.range, typed.type);
  joinUnitReports(site, before);
  if (typed.default !== null && typed.range !== null) {
    checkInRange(site, declaration.default!, typed, typed.default);
  }
}

/** One cause, one report: a unit that the default and the bounds of a parameter lack together. */
function joinUnitReports({ session: { problems } }: FileSite, from: number): void {
  const [first, ...others] = problems.list.slice(from);
  const isSame = others.every(
    ({ message, edits }) => message === first.message && edits.length > 0,
  );
  if (others.length === 0 || first.code !== RULES.unitsAgree || !isSame) return;
  const all = [first, ...others];
  const numbers = all.map(({ help }) => /`.*`/.exec(help[0])?.[0] ?? "");
  problems.list.splice(from, all.length, {
    ...first,
    labels: [...first.labels, ...others.map(({ span }) => ({ span, text: "and here" }))],
    help: [`give the numbers their unit: ${numbers.join(", ")}`],
    edits: all.flatMap(({ edits }) => edits),
  });
}

/** The rule declaredTypeIsData. */
function checkData(site: FileSite, syntax: ast.TypeSyntax, type: Type, what: string): void {
  const wrong = type.kind === "nothing" ? type : notData(type);
  if (wrong === null) return;
  const shown = showType(newSolver(), wrong);
  complain(site, "declaredTypeIsData", syntax.span, `${what} cannot hold \`${shown}\``, {
    notes: ["numbers, texts, and what is made of them can be given and recorded"],
  });
}

/** What is in a type and no data; null where all of it is. */
function notData(whole: Type): Type | null {
  const seen = new Set<object>();
  const open = [whole];
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    switch (type.kind) {
      case "list":
        open.push(type.element);
        break;
      case "map":
        open.push(type.value, type.key);
        break;
      case "tuple":
        open.push(...type.elements);
        break;
      case "record":
        if (!seen.has(type.record)) open.push(...type.record.fields.map((field) => field.type));
        seen.add(type.record);
        break;
      case "enum": {
        const fields = type.enum.cases.flatMap((each) => each.fields);
        if (!seen.has(type.enum)) open.push(...fields.map((field) => field.type));
        seen.add(type.enum);
        break;
      }
      case "function":
      case "never":
        return type;
      default:
        break;
    }
  }
  return null;
}

/** The bounds of `in a..=b`; the rule parameterValueIsInRange. */
function readRange(site: FileSite, syntax: ast.Expression, type: Type): Bounds | null {
  if (isError(type) || syntax.kind === "error") return null;
  if (syntax.kind !== "range") {
    complain(
      site,
      "parameterValueIsInRange",
      syntax.span,
      "behind `in` stands a range, such as `0..=100`",
    );
    return null;
  }
  if (type.kind !== "int" && type.kind !== "float") {
    complain(
      site,
      "parameterValueIsInRange",
      syntax.span,
      `a range bounds numbers, and the parameter is \`${showType(newSolver(), type)}\``,
    );
    return null;
  }
  const reason = { text: "", place: null };
  const minimum = numberOf(constantValue(site, syntax.from, type, reason).value);
  const maximum = numberOf(constantValue(site, syntax.to, type, reason).value);
  if (minimum === null || maximum === null) return null;
  const maximumExclusive = !syntax.inclusive;
  if (minimum > maximum || (minimum === maximum && maximumExclusive)) {
    complain(site, "parameterValueIsInRange", syntax.span, "no value lies in this range");
    return null;
  }
  return { minimum, maximum, maximumExclusive };
}

function numberOf(value: ConstantValue | null): number | null {
  return value !== null && (value.kind === "int" || value.kind === "float") ? value.value : null;
}

/** The rule parameterValueIsInRange, for a default or a value that a test fixes. */
export function checkInRange(
  site: Pick<FileSite, "session" | "path">,
  written: ast.Expression,
  parameter: Pick<TypedParameter, "name" | "range">,
  value: ConstantValue,
): void {
  const number = numberOf(value);
  const { range, name } = parameter;
  if (range === null || number === null) return;
  const isInside =
    number >= range.minimum! &&
    (range.maximumExclusive ? number < range.maximum! : number <= range.maximum!);
  if (isInside) return;
  const bounds = `${range.minimum}${range.maximumExclusive ? ".." : "..="}${range.maximum}`;
  complain(
    site,
    "parameterValueIsInRange",
    written.span,
    `${number} is outside of the range of \`${name}\``,
    {
      notes: [`in base units the range is ${bounds}`],
    },
  );
}
