/**
 * Puts a module into its one form: what `main` reaches, in the order of first use, with the charges
 * the code costs.
 */

import { withCharges } from "../charged.ts";
import type { Instruction } from "../../../src/machine/bytecode/instruction.ts";
import type { FunctionCode, Module, ModuleType } from "../../../src/machine/bytecode/module.ts";
import { childrenOf } from "../../../src/machine/verify/type-table.ts";

/** New numbers for old ones, given out in the order in which they are asked for. */
class Renumbering {
  readonly order: number[] = [];
  readonly #numbers = new Map<number, number>();

  /** The new number, and whether it was given out just now. */
  meet(old: number): boolean {
    if (this.#numbers.has(old)) return false;
    this.#numbers.set(old, this.order.length);
    this.order.push(old);
    return true;
  }

  of(old: number): number {
    return this.#numbers.get(old) ?? old;
  }
}

/** Every index of the module has to exist. The debug section is left out. */
export function arrange(module: Module): Module {
  const functions = new Renumbering();
  const waiting = [module.main];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (!functions.meet(index)) continue;
    const callees = module.functions[index].code.flatMap((instruction) =>
      instruction.op === "call" ? [instruction.function] : [],
    );
    waiting.push(...callees.reverse());
  }
  const reached = functions.order.map((index) => module.functions[index]);
  const types = new Renumbering();
  const texts = new Renumbering();
  const meetType = (type: number | null): void => {
    if (type !== null && types.meet(type)) childrenOf(module.types[type]).forEach(meetType);
  };
  for (const { type } of [...module.parameters, ...module.outputs]) meetType(type);
  for (const fn of reached) {
    for (const { type } of [...fn.parameters, ...fn.results, ...fn.registers]) meetType(type);
    for (const instruction of fn.code) {
      if ("type" in instruction) meetType(instruction.type);
      if (instruction.op === "text_const") texts.meet(instruction.text);
    }
  }
  const numbers: Numbers = { functions, types, texts };
  return {
    types: types.order.map((index) => renumberType(module.types[index], types)),
    texts: texts.order.map((index) => module.texts[index]),
    parameters: module.parameters.map((item) => ({ ...item, type: types.of(item.type) })),
    outputs: module.outputs.map((item) => ({ ...item, type: types.of(item.type) })),
    functions: reached.map((fn) => renumberFunction(fn, numbers)),
    main: 0,
    debug: null,
  };
}

interface Numbers {
  readonly functions: Renumbering;
  readonly types: Renumbering;
  readonly texts: Renumbering;
}

function renumberType(type: ModuleType, types: Renumbering): ModuleType {
  switch (type.kind) {
    case "list":
      return { kind: "list", element: types.of(type.element) };
    case "map":
      return { kind: "map", key: types.of(type.key), value: types.of(type.value) };
    case "tuple":
      return { kind: "tuple", elements: type.elements.map((element) => types.of(element)) };
    case "record":
      return {
        ...type,
        fields: type.fields.map((field) => ({ ...field, type: types.of(field.type) })),
      };
    case "enum":
      return {
        ...type,
        cases: type.cases.map(({ name, fields }) => ({
          name,
          fields: fields.map((field) => ({ ...field, type: types.of(field.type) })),
        })),
      };
    default:
      return type;
  }
}

function renumberFunction(fn: FunctionCode, numbers: Numbers): FunctionCode {
  const retyped = <Item extends { readonly type: number | null }>(items: readonly Item[]): Item[] =>
    items.map((item) => ({
      ...item,
      type: item.type === null ? null : numbers.types.of(item.type),
    }));
  return {
    parameters: retyped(fn.parameters),
    results: retyped(fn.results),
    registers: retyped(fn.registers),
    code: withCharges(fn.code.map((instruction) => renumber(instruction, numbers))),
  };
}

function renumber(instruction: Instruction, { functions, types, texts }: Numbers): Instruction {
  if (instruction.op === "call") {
    return { ...instruction, function: functions.of(instruction.function) };
  }
  if (instruction.op === "text_const") return { ...instruction, text: texts.of(instruction.text) };
  if ("type" in instruction) return { ...instruction, type: types.of(instruction.type) };
  return instruction;
}
