/** A run as one JSON object of schema `resolang.run/1`. */

import {
  KERNEL_SHA256,
  type Module,
  type ModuleCase,
  type ModuleValue,
  optionType,
  walkValue,
} from "../../src/index.ts";
import type { Outcome } from "../outcome.ts";
import type { ShownFinding } from "./health.ts";
import { type Column, outputTables } from "./columns.ts";

const { rawJSON } = JSON as unknown as { rawJSON: (text: string) => unknown };
const NEGATIVE_ZERO = rawJSON("-0");

/**
 * The object that `run --json` prints; floats that JSON cannot carry are "NaN", "Infinity",
 * "-Infinity".
 *
 * @param health what `--health` found; null where nobody asked
 */
export function outcomeObject(
  outcome: Outcome,
  health: readonly ShownFinding[] | null = null,
): Record<string, unknown> {
  const { module, result } = outcome;
  const parameters = module.parameters.map(({ name, type }, index) => [
    name,
    plain(module, type, outcome.parameters[index]),
  ]);
  return {
    schema: "resolang.run/1",
    program: outcome.program.id,
    engine: KERNEL_SHA256,
    status: result.status,
    trap: outcome.trap,
    fuel: result.fuelUsed,
    parameters: Object.fromEntries(parameters) as Record<string, unknown>,
    outputs: outputsObject(outcome),
    log: result.log,
    result: outcome.root,
    ...(health === null ? {} : { health }),
  };
}

function outputsObject({ module, result }: Outcome): Record<string, unknown> {
  const entries = outputTables(module, result.outputs).map((table) => {
    const columns = table.columns.map((column) => [column.name, columnObject(module, column)]);
    const shown = table.isRecord
      ? { type: table.type, columns: Object.fromEntries(columns) as Record<string, unknown> }
      : columns[0][1];
    return [table.name, shown];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

function columnObject(module: Module, column: Column): Record<string, unknown> {
  const values = column.values.map((value) =>
    value === null ? null : plain(module, column.typeIndex, value),
  );
  return { type: column.typeText, unit: column.baseUnit, values };
}

/**
 * The value as JSON carries it: records as objects by field name, an `Option` as what it holds or
 * null, a case by its name and, where it carries something, as `{"Disc": 2}`.
 */
function plain(module: Module, typeIndex: number, value: ModuleValue): unknown {
  // what is made and not yet held by something else
  const made: unknown[] = [];
  walkValue(module.types, typeIndex, value, {
    leaf: (type, leaf) => made.push(type.kind === "float" ? floatOf(leaf as number) : leaf),
    enter: () => undefined,
    leave: (type, held, index) => {
      const parts = made.splice(made.length - (held.length - (type.kind === "enum" ? 1 : 0)));
      if (type.kind === "enum") {
        const isOption = optionType(module.types, index) !== null;
        made.push(isOption ? (parts[0] ?? null) : caseObject(type.cases[held[0] as number], parts));
        return;
      }
      if (type.kind === "map") {
        // pairs: an object of JSON has no order, and nothing but text for keys
        made.push(
          Array.from({ length: parts.length / 2 }, (_, k) => parts.slice(2 * k, 2 * k + 2)),
        );
        return;
      }
      made.push(type.kind === "record" ? fieldsObject(type.fields, parts) : parts);
    },
  });
  return made[0];
}

/** `"Dot"`, `{"Disc": 2}`, `{"Node": [1, 2]}` or `{"Box": {"width": 1}}`. */
function caseObject({ name, fields }: ModuleCase, parts: readonly unknown[]): unknown {
  if (fields.length === 0) return name;
  if (fields[0].name !== "") return { [name]: fieldsObject(fields, parts) };
  return { [name]: parts.length === 1 ? parts[0] : parts };
}

function fieldsObject(
  fields: ModuleCase["fields"],
  parts: readonly unknown[],
): Record<string, unknown> {
  return Object.fromEntries(fields.map((field, slot) => [field.name, parts[slot]]));
}

/**
 * Names stand for what JSON has no number for; −0 keeps its sign, which `JSON.stringify` would
 * drop.
 */
function floatOf(value: number): unknown {
  if (Object.is(value, -0)) return NEGATIVE_ZERO;
  return Number.isFinite(value) ? value : String(value);
}
