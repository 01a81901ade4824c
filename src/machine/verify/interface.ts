/**
 * Pass over what a program takes and gives: parameters with defaults and ranges, outputs, `main`.
 */

import type { Module, ModuleParameter } from "../bytecode/module.ts";
import { fits } from "../values/value.ts";
import type { Inspection } from "./refusal.ts";
import type { TypeTable } from "./type-table.ts";

export function checkInterface(module: Module, table: TypeTable, inspection: Inspection): void {
  for (const [what, items] of [
    ["parameter", module.parameters],
    ["output", module.outputs],
  ] as const) {
    const names = new Set<string>();
    for (const { name, type } of items) {
      const isNew = name !== "" && !names.has(name);
      inspection.require(
        isNew,
        "name",
        () => `two ${what}s are named \`${name}\`, or one is unnamed`,
      );
      names.add(name);
      const exists = module.types[type] !== undefined;
      inspection.require(
        exists,
        "index",
        () => `${what} \`${name}\` has type ${type}, which is none`,
      );
      inspection.require(
        !exists || table.isDeclared(type),
        "erased",
        () => `${what} \`${name}\` has a Float without its unit`,
      );
    }
  }
  for (const parameter of module.parameters) checkParameter(module, parameter, inspection);
  const main = module.functions[module.main];
  inspection.require(
    main !== undefined,
    "index",
    () => `\`main\` is function ${module.main}, which is none`,
  );
  inspection.require(
    main === undefined || (main.parameters.length === 0 && main.results.length === 0),
    "main",
    () => "`main` has parameters or results",
  );
}

function checkParameter(module: Module, parameter: ModuleParameter, inspection: Inspection): void {
  const { name, default: value, range } = parameter;
  const type = module.types[parameter.type];
  if (type === undefined) return;
  inspection.require(
    value === null || fits(module.types, parameter.type, value),
    "value",
    () => `the default of \`${name}\` is no value of its type`,
  );
  if (range === null) return;
  const isNumber = type.kind === "int" || type.kind === "float";
  inspection.require(isNumber, "value", () => `\`${name}\` has a range and is no number`);
  const bounds = [range.minimum, range.maximum].filter((bound) => bound !== null);
  inspection.require(
    bounds.length > 0 &&
      bounds.every((bound) => (type.kind === "int" ? isInt(bound) : Number.isFinite(bound))) &&
      (range.maximum !== null || !range.maximumExclusive),
    "value",
    () => `the range of \`${name}\` has a bound that is no value of its type, or none`,
  );
  const inside = (number: number) =>
    !(number < (range.minimum ?? -Infinity)) &&
    !(number > (range.maximum ?? Infinity)) &&
    !(range.maximumExclusive && number === range.maximum) &&
    !Number.isNaN(number);
  inspection.require(
    inside(range.minimum ?? range.maximum ?? 0) || range.minimum === null,
    "value",
    () => `the range of \`${name}\` is empty`,
  );
  inspection.require(
    typeof value !== "number" || inside(value),
    "value",
    () => `the default of \`${name}\` is outside of its range`,
  );
}

/** An exact integer, and not −0, which no Int is. */
export function isInt(value: unknown): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0);
}
