/** Units as written in declarations and types, to units. */

import { unitVariable } from "../../machine/types/unit-algebra.ts";
import { DIMENSIONLESS } from "../../machine/types/unit.ts";
import type * as ast from "../ast.ts";
import { EXACT_ONE, exactFromText, multiplyExact } from "../units/exact.ts";
import {
  findUnit,
  prefixedUnits,
  unitInWords,
  unitsInOtherCase,
  type UnitValue,
} from "../units/find.ts";
import { readUnit, type UnitProblem } from "../units/read.ts";
import { UNITS } from "../units/table.ts";
import { isLost } from "./member.ts";
import {
  complain,
  findInLayers,
  namesInLayers,
  type DeclaredUnit,
  type Layer,
  type Session,
  type TypeVariables,
} from "./session.ts";
import { didYouMean, exactly, surely } from "./suggestion.ts";
import { writtenAt } from "./written.ts";

/** Where a type stands: its file, its layer and the unit variables in sight. */
export interface TypeScope {
  readonly session: Session;
  readonly layer: Layer;
  readonly path: string;
  readonly unitVariables: readonly string[];
  readonly typeVariables?: TypeVariables;
  /** The function whose signature this is, and the letters in it that have been reported. */
  readonly signature?: { readonly name: ast.Name; readonly reported: string[] };
}

/** The value of a unit as written; null after a report. */
export function readUnitIn(scope: TypeScope, syntax: ast.UnitSyntax): UnitValue | null {
  const known = syntax.kind === "name" ? findUnitIn(scope, syntax.name) : null;
  if (known !== null) return known;
  const problems: UnitProblem[] = [];
  const value = readUnit(syntax, (name) => findUnitIn(scope, name), problems);
  for (const problem of problems) {
    if (problem.kind === "unknown") unknownUnit(scope, problem);
    else inexactUnit(scope, problem);
  }
  return problems.length === 0 && !isUnread(syntax) ? value : null;
}

/** Whether the parser has reported something inside of the unit. */
function isUnread(syntax: ast.UnitSyntax): boolean {
  switch (syntax.kind) {
    case "error":
      return true;
    case "multiply":
    case "divide":
      return isUnread(syntax.left) || isUnread(syntax.right);
    case "power":
      return isUnread(syntax.operand);
    default:
      return false;
  }
}

export function findUnitIn(scope: TypeScope, name: string): UnitValue | null {
  if (scope.unitVariables.includes(name)) return { term: unitVariable(name), scale: EXACT_ONE };
  const declared = findInLayers(scope.layer, "units", name);
  return declared === null ? findUnit(name) : valueOfDeclaredUnit(scope, declared);
}

/** The value of `unit MVA = 1e6 W`, worked out on first use. */
export function valueOfDeclaredUnit(scope: TypeScope, unit: DeclaredUnit): UnitValue | null {
  if (unit.state === "running") {
    complain(
      { session: scope.session, path: unit.path },
      "constantIsNotCircular",
      unit.declaration.name.span,
      `the unit \`${unit.declaration.name.text}\` is defined by itself`,
    );
    return { term: DIMENSIONLESS, scale: EXACT_ONE };
  }
  if (unit.state === "done") return unit.value;
  unit.state = "running";
  const { scale, unit: syntax } = unit.declaration;
  const value = readUnitIn({ ...scope, path: unit.path, unitVariables: [] }, syntax);
  let factor = scale === null ? EXACT_ONE : exactFromText(scale);
  if (factor.numerator === 0n) {
    complain(
      { session: scope.session, path: unit.path },
      "numberIsInRange",
      unit.declaration.span,
      "the scale of a unit is not 0",
    );
    factor = EXACT_ONE;
  }
  // After a report the unit is still a known name, so that its uses are not reported as well.
  unit.value =
    value === null
      ? { term: DIMENSIONLESS, scale: EXACT_ONE }
      : { term: value.term, scale: multiplyExact(factor, value.scale) };
  unit.state = "done";
  return unit.value;
}

/** Short forms of quotients. */
const QUOTIENTS: Readonly<Record<string, string>> = {
  kmh: "km/h",
  kph: "km/h",
  mps: "m/s",
  rps: "cycle/s",
  rpm: "cycle/min",
  bpm: "cycle/min",
};

/** The rule unitIsDeclared. */
function unknownUnit(scope: TypeScope, problem: UnitProblem): void {
  if (isLost(scope, problem.name)) return;
  const message = `there is no unit \`${problem.name}\``;
  const alike = unitsInOtherCase(problem.name);
  if (alike.length > 1) {
    const list = alike.map((name) => `\`${name}\``).join(" or ");
    complain(scope, "unitIsDeclared", problem.span, message, { help: [`did you mean ${list}?`] });
    return;
  }
  const before = writtenAt(scope, { start: problem.span.start - 1, end: problem.span.start });
  const isSuffix = before !== null && /[\d.]/.test(before);
  if (problem.name === "j" && isSuffix) {
    complain(scope, "unitIsDeclared", problem.span, message, {
      ...surely("i", problem.span),
      help: ["the imaginary unit is `i`: `1i`"],
    });
    return;
  }
  if (Object.hasOwn(QUOTIENTS, problem.name.toLowerCase())) {
    const quotient = QUOTIENTS[problem.name.toLowerCase()];
    const written = isSuffix ? `[${quotient}]` : quotient;
    complain(scope, "unitIsDeclared", problem.span, message, surely(written, problem.span));
    return;
  }
  if (/^[a-z]$/.test(problem.name)) {
    if (scope.session.unitLetters.has(problem.name)) return;
    scope.session.unitLetters.add(problem.name);
    const declare = `a unit that differs from call to call is declared: \`[unit ${problem.name}]\``;
    const help = [`${declare} behind the name, as in \`fn f[unit ${problem.name}](…)\``];
    complain(scope, "unitIsDeclared", problem.span, message, { help });
    return;
  }
  const reactive = /^([kMG]?)var$/.exec(problem.name);
  if (reactive !== null) {
    const scale = { k: "1e3", M: "1e6", G: "1e9" }[reactive[1]] ?? "1";
    const help = [`declare it: \`unit ${problem.name} = ${scale} VA\``];
    complain(scope, "unitIsDeclared", problem.span, message, { help });
    return;
  }
  const meant = unitInWords(problem.name) ?? alike[0] ?? null;
  const known = [
    ...Object.keys(UNITS),
    ...prefixedUnits(),
    ...namesInLayers(scope.layer, "units"),
    ...scope.unitVariables,
  ];
  const extras =
    meant === null ? didYouMean(problem.name, problem.span, known) : exactly(meant, problem.span);
  complain(scope, "unitIsDeclared", problem.span, message, extras);
}

/** The rule unitScaleIsExact. */
function inexactUnit(scope: TypeScope, problem: UnitProblem): void {
  const isRoot = problem.kind === "root";
  const message = isRoot
    ? `the scale of \`${problem.name}\` has no exact root`
    : "this unit is too large to be worked out";
  const help = isRoot
    ? "take the root of a unit without prefix, such as `s^(1/2)`"
    : "exponents of units go up to 100";
  complain(scope, "unitScaleIsExact", problem.span, message, { help: [help] });
}
