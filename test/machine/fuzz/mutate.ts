/**
 * Damages modules and their bytes, so that every pass of the decoder and the verifier gets work.
 */

import { withCharges } from "../charged.ts";
import {
  entryOf,
  MNEMONICS,
  type Instruction,
  type Mnemonic,
} from "../../../src/machine/bytecode/instruction.ts";
import {
  OWNERSHIPS,
  type FunctionCode,
  type Module,
  type ModuleDebug,
  type ModuleType,
} from "../../../src/machine/bytecode/module.ts";
import { operandsOf, valuesOf } from "../../../src/machine/bytecode/operand-list.ts";
import { KINDS } from "../../../src/machine/types/register-kind.ts";
import { anyFloat, anyInt, type Chance } from "./chance.ts";

/** One to four changes of bytes: flips, cuts, insertions, copies. */
export function mutateBytes(chance: Chance, bytes: Uint8Array, from: number): Uint8Array {
  const changed = [...bytes];
  for (let count = chance.below(4) + 1; count > 0; count -= 1) {
    const at = from + chance.below(Math.max(1, changed.length - from));
    switch (chance.below(6)) {
      case 0:
        changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
        break;
      case 1:
        changed[at] = chance.below(256);
        break;
      case 2:
        changed.splice(at, chance.below(8) + 1);
        break;
      case 3:
        changed.splice(
          at,
          0,
          ...Array.from({ length: chance.below(8) + 1 }, () => chance.below(256)),
        );
        break;
      case 4:
        changed.splice(at, 0, ...changed.slice(at, at + chance.below(20)));
        break;
      default:
        if (chance.hit(0.2)) changed.length = at;
        else changed[at] = ((changed[at] ?? 0) + chance.pick([1, 255])) % 256;
    }
  }
  return Uint8Array.from(changed);
}

type Mutation = (chance: Chance, module: Module) => Module;

/** One to three changes of a module, mostly of its code; charges are often made right again. */
export function mutateModule(chance: Chance, module: Module): Module {
  let changed = module;
  for (let count = chance.below(3) + 1; count > 0; count -= 1) {
    const mutation = chance.hit(0.75) ? mutateCode : chance.pick(TABLE_MUTATIONS);
    changed = mutation(chance, changed);
  }
  return chance.hit(0.85) ? repair(changed) : changed;
}

/** Right charges, where the code has any. */
function repair(module: Module): Module {
  try {
    const functions = module.functions.map((fn) => ({ ...fn, code: withCharges(fn.code) }));
    return { ...module, functions };
  } catch {
    // badly nested code has no charges
    return module;
  }
}

function replaced<Item>(items: readonly Item[], index: number, item: Item): Item[] {
  return items.map((old, position) => (position === index ? item : old));
}

function mutateFunction(
  chance: Chance,
  module: Module,
  change: (fn: FunctionCode) => FunctionCode,
): Module {
  if (module.functions.length === 0) return module;
  const index = chance.below(module.functions.length);
  return {
    ...module,
    functions: replaced(module.functions, index, change(module.functions[index])),
  };
}

const mutateCode: Mutation = (chance, module) =>
  mutateFunction(chance, module, (fn) => {
    const code = [...fn.code];
    const at = chance.below(code.length + 1);
    switch (chance.below(8)) {
      case 0:
        code.splice(at, 1);
        break;
      case 1:
        code.splice(at, 0, ...code.slice(at, at + 1));
        break;
      case 2:
        if (at + 1 < code.length) [code[at], code[at + 1]] = [code[at + 1], code[at]];
        break;
      case 3:
        code.splice(at, 0, code[chance.below(code.length)] ?? { op: "block" });
        break;
      case 4: {
        const old = code[at];
        if (old !== undefined) code[at] = withTwin(chance, old);
        break;
      }
      default: {
        const old = code[at];
        if (old !== undefined) code[at] = withOperand(chance, module, fn, old);
      }
    }
    return { ...fn, code };
  });

/** Another instruction with operands of the same names, and constants of the same sort. */
function withTwin(chance: Chance, instruction: Instruction): Instruction {
  const form = formOf(instruction.op);
  const twins = MNEMONICS.filter((op) => formOf(op) === form && op !== instruction.op);
  return twins.length === 0
    ? instruction
    : ({ ...instruction, op: chance.pick(twins) } as Instruction);
}

function formOf(op: Mnemonic): string {
  const names = operandsOf(op).map(({ name, operand }) =>
    operand.role === "immediate" ? `${name} ${operand.what}` : name,
  );
  return names.join(",");
}

/** The same instruction with another operand. */
function withOperand(
  chance: Chance,
  module: Module,
  fn: FunctionCode,
  instruction: Instruction,
): Instruction {
  const operands = operandsOf(instruction.op);
  if (operands.length === 0) return instruction;
  const { name, operand } = chance.pick(operands);
  const old = valuesOf(instruction)[name];
  const register = () => chance.below(fn.registers.length + (chance.hit(0.03) ? 2 : 0));
  if (typeof old === "object") {
    const list = [...old];
    const at = chance.below(list.length + 1);
    if (chance.hit(0.3)) list.splice(at, chance.below(2), register());
    else list[Math.min(at, Math.max(0, list.length - 1))] = register();
    return { ...instruction, [name]: list };
  }
  const value = (): number | boolean => {
    if (operand.role !== "immediate") return register();
    switch (operand.what) {
      case "bool":
        return chance.hit(0.5);
      case "int":
        return anyInt(chance);
      case "float":
        return anyFloat(chance);
      case "type":
        return chance.below(module.types.length + 1);
      case "function":
        return chance.below(module.functions.length + 1);
      default:
        return Math.max(0, Number(old) + chance.pick([-2, -1, 1, 2, 40]));
    }
  };
  return { ...instruction, [name]: value() };
}

/** Defaults are written by type, so they go when the types change. */
function withoutDefaults(module: Module): Module {
  const parameters = module.parameters.map((parameter) => ({ ...parameter, default: null }));
  return { ...module, parameters };
}

const TABLE_MUTATIONS: readonly Mutation[] = [
  // another type somewhere
  (chance, module) => {
    if (module.types.length === 0) return module;
    const index = chance.below(module.types.length);
    const types = replaced(module.types, index, otherType(chance, module, index));
    return withoutDefaults({ ...module, types });
  },
  // two types change places
  (chance, module) => {
    if (module.types.length < 2) return module;
    const [a, b] = [chance.below(module.types.length), chance.below(module.types.length)];
    const types = replaced(replaced(module.types, a, module.types[b]), b, module.types[a]);
    return withoutDefaults({ ...module, types });
  },
  (_, module) => ({ ...module, types: [...module.types, { kind: "list", element: 0 }] }),
  // texts: one too many, one twice
  (chance, module) => ({ ...module, texts: [...module.texts, chance.pick(["x", "y"])] }),
  (chance, module) => ({
    ...module,
    texts: module.texts.map(() => chance.pick([...module.texts])),
  }),
  // parameters and outputs
  (chance, module) => ({
    ...module,
    parameters: [
      ...module.parameters,
      {
        name: chance.pick(["p0", "p9", ""]),
        type: chance.below(module.types.length + 1),
        default: null,
        range: chance.hit(0.5) ? null : { minimum: 1, maximum: 0, maximumExclusive: true },
      },
    ],
  }),
  (chance, module) => ({
    ...module,
    outputs: [
      ...module.outputs,
      { name: chance.pick(["o0", "o9"]), type: chance.below(module.types.length + 1) },
    ],
  }),
  (chance, module) => ({ ...module, main: chance.below(module.functions.length + 1) }),
  // a function nobody calls, or a copy of one
  (chance, module) => ({
    ...module,
    functions: [...module.functions, chance.pick(module.functions)],
  }),
  (chance, module) => mutateFunction(chance, module, (fn) => otherSignature(chance, module, fn)),
  (chance, module) => mutateFunction(chance, module, (fn) => otherRegister(chance, module, fn)),
  // nested deeper than is allowed, or nearly
  (chance, module) =>
    mutateFunction(chance, module, (fn) => {
      const depth = chance.below(300);
      const open = Array.from({ length: depth }, (): Instruction => ({ op: "block" }));
      const close = open.map((): Instruction => ({ op: "end" }));
      const last = fn.code.slice(-1);
      const isPlain = last.length > 0 && entryOf(last[0].op).flow === "leave";
      return isPlain ? { ...fn, code: [...fn.code.slice(0, -1), ...open, ...close, ...last] } : fn;
    }),
  (chance, module) => ({ ...module, debug: someDebug(chance, module) }),
];

function otherType(chance: Chance, module: Module, index: number): ModuleType {
  const any = () => chance.below(module.types.length + (chance.hit(0.05) ? 1 : 0));
  const old = module.types[index];
  switch (chance.below(8)) {
    case 0:
      return { kind: "list", element: any() };
    case 1:
      return { kind: "tuple", elements: [any(), any()] };
    case 2:
      return { kind: "record", name: chance.pick(["A", ""]), fields: [{ name: "x", type: any() }] };
    case 3:
      return chance.pick([{ kind: "int" }, { kind: "bool" }, { kind: "string" }] as const);
    case 4: {
      const exponent = { numerator: chance.below(5) - 2, denominator: chance.below(3) + 1 };
      const exponents = [{ base: chance.pick(["m", "s"] as const), exponent }];
      return { kind: "float", unit: chance.hit(0.5) ? null : { exponents, display: null } };
    }
    case 5: {
      const fields = [{ name: chance.pick(["", "x"]), type: any() }];
      const second = { name: chance.pick(["A", "B", ""]), fields: [...fields, ...fields] };
      return { kind: "enum", name: "E", cases: [{ name: "A", fields }, second] };
    }
    default:
      if (old.kind !== "record" || old.fields.length === 0) return old;
      return {
        ...old,
        fields: chance.hit(0.5)
          ? [...old.fields, chance.pick(old.fields)]
          : replaced(old.fields, chance.below(old.fields.length), { name: "z", type: any() }),
      };
  }
}

function otherSignature(chance: Chance, module: Module, fn: FunctionCode): FunctionCode {
  const kind = chance.pick(KINDS);
  const type = kind === "r" ? chance.below(module.types.length) : null;
  const ownership = chance.hit(0.9) === (kind === "r") ? chance.pick(OWNERSHIPS) : null;
  switch (chance.below(4)) {
    case 0:
      return { ...fn, results: [...fn.results, { kind, type }] };
    case 1:
      return { ...fn, results: fn.results.slice(1) };
    case 2:
      return {
        ...fn,
        parameters: [
          ...fn.parameters,
          { kind, type, ownership: kind === "r" ? (ownership ?? "own") : null },
        ],
        registers: [
          ...fn.registers.slice(0, fn.parameters.length),
          { kind, type },
          ...fn.registers.slice(fn.parameters.length),
        ],
      };
    default:
      return {
        ...fn,
        parameters: fn.parameters.map((parameter) =>
          parameter.kind === "r" ? { ...parameter, ownership: chance.pick(OWNERSHIPS) } : parameter,
        ),
      };
  }
}

/** A local register of another kind or type. */
function otherRegister(chance: Chance, module: Module, fn: FunctionCode): FunctionCode {
  const locals = fn.registers.length - fn.parameters.length;
  if (locals === 0) return fn;
  const index = fn.parameters.length + chance.below(locals);
  const old = fn.registers[index];
  const kind = chance.hit(0.7) ? old.kind : chance.pick(KINDS);
  const type = kind === "r" ? chance.below(module.types.length + 1) : null;
  return { ...fn, registers: replaced(fn.registers, index, { kind, type }) };
}

/** Names and places that fit the module, or nearly. */
function someDebug(chance: Chance, module: Module): ModuleDebug {
  const few = (count: number): number => (chance.hit(0.05) ? Math.max(0, count - 1) : count);
  const many = <Item>(count: number, item: Item): Item[] =>
    Array.from({ length: few(count) }, () => item);
  return {
    paths: ["main.reso"],
    functions: module.functions.map((fn) => ({
      name: "f",
      path: chance.hit(0.02) ? 1 : 0,
      registers: many(fn.registers.length, "x"),
      spans: many(fn.code.length, { start: 1, end: 4 }),
    })),
    documentation: {
      parameters: many(module.parameters.length, "p"),
      outputs: many(module.outputs.length, "o"),
    },
  };
}
