/**
 * Modules of the right form that mean nothing: every instruction with any operands, derived from
 * the tables.
 */

import { entryOf, MNEMONICS, type Instruction } from "../../../src/machine/bytecode/instruction.ts";
import {
  OWNERSHIPS,
  type FunctionCode,
  type Module,
  type ModuleType,
  type ModuleValue,
} from "../../../src/machine/bytecode/module.ts";
import { type Operand } from "../../../src/machine/bytecode/operand.ts";
import { KINDS } from "../../../src/machine/types/register-kind.ts";
import { BASE_UNITS } from "../../../src/machine/types/unit.ts";
import { slotTypes } from "../../../src/machine/values/value.ts";
import { anyFloat, anyInt, type Chance } from "../fuzz/chance.ts";

const TEXTS = ["", "a", "ω → π", "\u0000", '"\\', "x; y", "𝄞", "line\nbreak"];

export function nonsenseModule(chance: Chance): Module {
  const several = <Item>(make: () => Item, most = 4): Item[] =>
    Array.from({ length: chance.below(most + 1) }, make);
  const types = several(() => nonsenseType(chance), 8);
  const functions = several(() => nonsenseFunction(chance), 3);
  const parameters = types.length === 0 ? [] : several(() => nonsenseParameter(chance, types), 3);
  const outputs = several(() => ({ name: chance.pick(TEXTS), type: chance.below(300) }), 3);
  return {
    types,
    texts: several(() => chance.pick(TEXTS)),
    parameters,
    outputs,
    functions,
    main: chance.below(300),
    debug: chance.hit(0.5) ? null : nonsenseDebug(chance, several),
  };
}

function nonsenseDebug(
  chance: Chance,
  several: <Item>(make: () => Item) => Item[],
): Module["debug"] {
  return {
    paths: several(() => chance.pick(TEXTS)),
    functions: several(() => ({
      name: chance.pick(TEXTS),
      path: chance.below(200),
      registers: several(() => chance.pick(TEXTS)),
      spans: several(() => {
        const start = chance.below(1000);
        return { start, end: start + chance.below(300) };
      }),
    })),
    documentation: {
      parameters: several(() => chance.pick(TEXTS)),
      outputs: several(() => chance.pick(TEXTS)),
    },
  };
}

function nonsenseType(chance: Chance): ModuleType {
  const kind = chance.pick([
    "int",
    "bool",
    "string",
    "float",
    "list",
    "map",
    "tuple",
    "record",
    "enum",
  ] as const);
  const some = () => Array.from({ length: chance.below(4) }, () => chance.below(300));
  switch (kind) {
    case "list":
      return { kind, element: chance.below(8) };
    case "map":
      return { kind, key: chance.below(8), value: chance.below(8) };
    case "tuple":
      return { kind, elements: some() };
    case "record":
      return {
        kind,
        name: chance.pick(TEXTS),
        fields: some().map((type) => ({ name: chance.pick(TEXTS), type })),
      };
    case "enum": {
      const fields = () => some().map((type) => ({ name: chance.pick(TEXTS), type }));
      const cases = some().map(() => ({ name: chance.pick(TEXTS), fields: fields() }));
      return { kind, name: chance.pick(TEXTS), cases };
    }
    case "float": {
      if (chance.hit(0.5)) return { kind, unit: null };
      const exponents = some().map(() => ({
        base: chance.pick(BASE_UNITS),
        exponent: { numerator: anyInt(chance), denominator: chance.below(500) },
      }));
      const display = chance.hit(0.5) ? null : { text: "MW", scale: anyFloat(chance) };
      return { kind, unit: { exponents, display } };
    }
    default:
      return { kind };
  }
}

function nonsenseParameter(chance: Chance, types: readonly ModuleType[]): Module["parameters"][0] {
  const type = chance.below(types.length);
  const bound = () => (chance.hit(0.3) ? null : anyFloat(chance));
  return {
    name: chance.pick(TEXTS),
    type,
    default: nonsenseValue(chance, types, type, 4),
    range: chance.hit(0.5)
      ? null
      : { minimum: bound(), maximum: bound(), maximumExclusive: chance.hit(0.5) },
  };
}

/** A value of the type, or null when the type cannot have one that is small. */
function nonsenseValue(
  chance: Chance,
  types: readonly ModuleType[],
  index: number,
  depth: number,
): ModuleValue | null {
  const type = types[index];
  if (type === undefined || depth === 0) return null;
  const parts = (indices: readonly number[]): ModuleValue | null => {
    const values = indices.map((part) => nonsenseValue(chance, types, part, depth - 1));
    return values.every((value) => value !== null) ? values : null;
  };
  switch (type.kind) {
    case "int":
      return anyInt(chance);
    case "float":
      return anyFloat(chance);
    case "bool":
      return chance.hit(0.5);
    case "string":
      return chance.pick(TEXTS);
    case "list":
      return parts(Array.from({ length: chance.below(3) }, () => type.element));
    case "map": {
      const length = 2 * chance.below(3);
      return parts(Array.from({ length }, (_, index) => (index % 2 ? type.value : type.key)));
    }
    case "enum": {
      const tag = chance.below(Math.max(1, type.cases.length));
      const values = parts(type.cases[tag]?.fields.map((field) => field.type) ?? []);
      return type.cases.length === 0 || values === null
        ? null
        : [tag, ...(values as readonly ModuleValue[])];
    }
    default:
      return parts(slotTypes(type));
  }
}

function nonsenseFunction(chance: Chance): FunctionCode {
  const register = () => {
    const kind = chance.pick(KINDS);
    return { kind, type: kind === "r" ? chance.below(300) : null };
  };
  const several = (most: number) => Array.from({ length: chance.below(most + 1) }, register);
  const parameters = several(4).map((parameter) => ({
    ...parameter,
    ownership: parameter.kind === "r" ? chance.pick(OWNERSHIPS) : null,
  }));
  const registers = [...parameters.map(({ kind, type }) => ({ kind, type })), ...several(9)];
  const code = Array.from({ length: chance.below(40) }, () => nonsenseInstruction(chance));
  return { parameters, results: several(3), registers, code };
}

function nonsenseInstruction(chance: Chance): Instruction {
  const op = chance.pick(MNEMONICS);
  const operands = Object.entries(entryOf(op).operands).map(([name, operand]) => [
    name,
    nonsenseOperand(chance, operand),
  ]);
  return { op, ...Object.fromEntries(operands) } as Instruction;
}

function nonsenseOperand(chance: Chance, operand: Operand): number | boolean | readonly number[] {
  if ("signature" in operand) {
    return Array.from({ length: chance.below(5) }, () => chance.below(300));
  }
  if (operand.role === "immediate") {
    if (operand.what === "bool") return chance.hit(0.5);
    if (operand.what === "float") return anyFloat(chance);
    if (operand.what === "int") return anyInt(chance);
  }
  return chance.hit(0.1) ? chance.bits() : chance.below(200);
}
