/** Bodies of functions and tests. */

import { INT } from "../../machine/types/type.ts";
import type { Edit } from "../../source/diagnostic.ts";
import type * as ast from "../ast.ts";
import { checkStatements } from "./block.ts";
import { finishBody, newBody } from "./body.ts";
import type { FileSite } from "./collect.ts";
import { constantValue } from "./constant.ts";
import { newTrapExpectations, withCounter } from "./expected-trap.ts";
import { lintVariables } from "./lint.ts";
import { declare } from "./pattern.ts";
import { checkInRange } from "./program.ts";
import {
  complain,
  placeAt,
  typeVariablesOf,
  type Body,
  type Callable,
  type Session,
  type Variable,
  openScope,
  bind,
} from "./session.ts";
import { showType } from "./show.ts";
import { isError } from "./solver.ts";
import { resultReason } from "./statement.ts";
import { didYouMean } from "./suggestion.ts";
import type { ConstantValue, Local, TypedBlock, TypedFunction, TypedTest } from "./typed.ts";

/** Checks the body of a function and fills it in. */
export function checkFunction(session: Session, callable: Callable): void {
  const { declaration, layer, path, typed } = callable.source!;
  const body = newBody({
    session,
    layer,
    path,
    name: callable.name,
    result: callable.result,
    resultPlace: declaration.result === null ? null : { path, span: declaration.result.span },
    unitVariables: callable.unitVariables,
    typeVariables: typeVariablesOf(callable),
  });
  openScope(body);
  for (let index = 0; index < typed.parameters.length; index += 1) {
    bindParameter(body, typed.parameters[index], declaration.parameters[index]);
  }
  typed.body = checkBody(body, declaration.body);
  finishBody(body);
  typed.isPlain = isPlain(body, typed);
}

function isPlain(body: Body, { typeVariables, parameters }: TypedFunction): boolean {
  if (body.contents.hasInstances || typeVariables.length > 0) return false;
  return parameters.every(({ type }) => type.kind !== "function");
}

function bindParameter(body: Body, local: Local, declaration: ast.FunctionParameter): void {
  const isUsed = declaration.isVar;
  const variable: Variable = {
    local,
    origin: "parameter",
    keyword: null,
    isUsed,
    isChanged: false,
  };
  if (body.scope.names?.has(local.name) !== true) bind(body, local.name, variable);
}

/** The rule valueIsReturned, for a body that ends without the value it owes. */
function checkBody(body: Body, block: ast.Block): TypedBlock {
  const isEffect = body.result.kind === "nothing";
  const wanted = isEffect
    ? ({ kind: "effect" } as const)
    : ({ kind: "value", type: body.result, reason: resultReason(body) } as const);
  const checked = checkStatements(body, block, wanted);
  lintVariables(body, body.scope);
  const last = block.statements.at(-1);
  const isBroken = last?.kind === "error" || last?.kind === "expression";
  if (!isEffect && !isBroken && checked.type.kind === "nothing" && !isError(body.result))
    missingValue(body, block);
  return checked;
}

function missingValue(body: Body, block: ast.Block): void {
  const end = { start: Math.max(block.span.start, block.span.end - 1), end: block.span.end };
  const shown = showType(body.solver, body.result);
  const yielded = valueToYield(block);
  complain(
    body,
    "valueIsReturned",
    end,
    `\`${body.name}\` returns \`${shown}\`, and its body ends without a value`,
    {
      labels:
        body.resultPlace === null ? [] : [{ span: body.resultPlace.span, text: "declared here" }],
      help: [
        `a block yields its last expression${yielded === null ? "" : `: end with \`${yielded}\``}`,
      ],
      edits: yieldEdits(body, block, yielded),
    },
  );
}

/** What the last line names, when it is a `let` or an assignment. */
function valueToYield(block: ast.Block): string | null {
  const last = block.statements.at(-1);
  if (last?.kind === "let" || last?.kind === "var")
    return last.pattern.kind === "name" ? last.pattern.name.text : null;
  return last?.kind === "assign" && last.place.kind === "name" ? last.place.name : null;
}

/** A line of its own behind the last one. */
function yieldEdits({ session }: Body, block: ast.Block, yielded: string | null): Edit[] {
  const last = block.statements.at(-1)?.span;
  if (yielded === null || last === undefined || session.text === null) return [];
  const lines = session.text.slice(0, last.start).split(/\r\n?|\n/);
  const indentation = /^[ \t]*$/.test(lines[lines.length - 1]) ? lines[lines.length - 1] : "  ";
  const span = { start: last.end, end: last.end };
  return [{ span, replacement: `\n${indentation}${yielded}`, confidence: "likely" }];
}

/** A test: its body as a function, the parameters it fixes and its seeds. */
export function checkTest(site: FileSite, test: ast.TestDeclaration): TypedTest {
  const { session, layer, path } = site;
  const place = placeAt(site, test.span);
  const expectations = newTrapExpectations(place, {
    // The seed comes in behind the parameters of the program.
    parameter: layer.parameters.size + 1,
    output: layer.outputs.size,
  });
  const isBench = test.purpose === "bench";
  if (isBench && test.seed !== null) seedsInBench(site, test.seed.range);
  const forTest = isBench ? {} : { expectations };
  const body = newBody({ session, layer, path, ...forTest });
  openScope(body);
  const seeds = test.seed === null ? null : readSeeds(site, test.seed.range);
  const parameters =
    test.seed === null
      ? []
      : [declare(body, test.seed.name, INT, { origin: "seed", keyword: null })];
  const fixed = readFixed(site, test);
  const typed: TypedFunction = {
    name: `test ${nameOf(test)}`,
    typeVariables: [],
    parameters,
    takesPlace: false,
    result: body.result,
    body: withCounter(checkBody(body, test.body), expectations),
    place,
  };
  finishBody(body);
  return { name: nameOf(test), purpose: test.purpose, body: typed, fixed, seeds, place };
}

/** The rule benchHasNoSeeds. */
function seedsInBench(site: FileSite, { span }: ast.Expression): void {
  complain(site, "benchHasNoSeeds", span, "a bench has no seeds", {
    help: ["fix a seed in its body: `var random = Random(seed: 1)`"],
  });
}

function nameOf(test: ast.TestDeclaration): string {
  return test.name.parts.map((part) => (part.kind === "text" ? part.text : "")).join("");
}

/** The rule iteratedIsIterable, for seeds: they are whole numbers known here. */
function readSeeds(site: FileSite, range: ast.Expression): TypedTest["seeds"] {
  if (range.kind !== "range") {
    complain(site, "iteratedIsIterable", range.span, "seeds are a range, such as `0..100`");
    return null;
  }
  const reason = { text: "seeds are Ints", place: null };
  const from = intOf(constantValue(site, range.from, INT, reason).value);
  const to = intOf(constantValue(site, range.to, INT, reason).value);
  if (from === null || to === null) return null;
  const end = range.inclusive ? to + 1 : to;
  if (from < end) return { from, to: end };
  complain(site, "parameterValueIsInRange", range.span, "no seed lies in this range");
  return null;
}

function intOf(value: ConstantValue | null): number | null {
  return value?.kind === "int" ? value.value : null;
}

function readFixed(site: FileSite, test: ast.TestDeclaration): ReadonlyMap<number, ConstantValue> {
  const fixed = new Map<number, ConstantValue>();
  for (const { name, value: written } of test.fixed) {
    const parameter = site.layer.parameters.get(name.text);
    if (parameter === undefined) {
      unknownParameter(site, name);
      continue;
    }
    const { typed } = parameter;
    const reason = { text: `parameter \`${name.text}\` is declared here`, place: typed.place };
    const { value } = constantValue(site, written, typed.type, reason);
    if (value === null) continue;
    checkInRange(site, written, typed, value);
    if (fixed.has(typed.index)) fixedTwice(site, name);
    fixed.set(typed.index, value);
  }
  checkRequired(site, test, fixed);
  return fixed;
}

/** The rule parameterInTestIsDeclared. */
function unknownParameter(site: FileSite, name: ast.Name): void {
  complain(
    site,
    "parameterInTestIsDeclared",
    name.span,
    `the program has no parameter \`${name.text}\``,
    didYouMean(name.text, name.span, site.layer.parameters.keys()),
  );
}

/** The rule nameIsDeclaredOnce, for `with`. */
function fixedTwice(site: FileSite, name: ast.Name): void {
  complain(site, "nameIsDeclaredOnce", name.span, `\`${name.text}\` is given twice`);
}

/** The rule testParameterIsGiven. */
function checkRequired(
  site: FileSite,
  test: ast.TestDeclaration,
  fixed: ReadonlyMap<number, ConstantValue>,
): void {
  const named = new Set(test.fixed.map(({ name }) => name.text));
  const missing = [...site.layer.parameters.values()].filter(
    ({ declaration, typed }) =>
      declaration.default === null && !fixed.has(typed.index) && !named.has(declaration.name.text),
  );
  if (missing.length === 0) return;
  const list = missing.map(({ declaration }) => `\`${declaration.name.text}\``).join(", ");
  complain(
    site,
    "testParameterIsGiven",
    test.name.span,
    `this test does not give ${list}, which has no default`,
    {
      help: [`add \`with ${missing[0].declaration.name.text} = …\``],
    },
  );
}
