/**
 * Links functions into a module: exactly what `main` reaches, in the order in which it is first
 * reached.
 *
 * Order: depth first from `main`, the callees of a function in the order of their first call.
 * Tables are filled in the order: parameters, outputs, then function by function. Not here: the
 * code of a function (function.ts), sizes (sizes.ts).
 */

import type { Instruction } from "../../machine/bytecode/instruction.ts";
import type {
  FunctionCode,
  Module,
  ModuleDebug,
  ModuleParameter,
  ModuleValue,
  SignatureParameter,
} from "../../machine/bytecode/module.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import type { ConstantValue, TypedFunction, TypedOutput, TypedParameter } from "../check/typed.ts";
import { Builder, type DraftInstruction } from "./builder.ts";
import { compileFunction, type Draft, newContext } from "./function.ts";
import { Instances } from "./instances.ts";
import { type Numberings, newNumberings } from "./numbering.ts";
import type { DraftSlot } from "./registers.ts";
import { Tables } from "./tables.ts";
import { traitsOf } from "./traits.ts";

/** What becomes a module. */
export interface Root {
  readonly main: TypedFunction;
  /** In the order in which they are declared; null: those the code reaches. */
  readonly parameters: readonly TypedParameter[] | null;
  readonly outputs: readonly TypedOutput[] | null;
  /** Stands for the one parameter that `main` has in a test with seeds. */
  readonly seed: TypedParameter | null;
  /** Values that take the place of defaults, by parameter. */
  readonly fixed: ReadonlyMap<number, ConstantValue>;
}

/** A module with the drafts its functions come from, by index. */
export interface Linked {
  readonly module: Module;
  readonly drafts: readonly Draft[];
  readonly parameters: readonly TypedParameter[];
  /** Why there are not all instances of generic functions; the module is of no use then. */
  readonly problems: readonly Diagnostic[];
}

export function link(root: Root): Linked {
  const numbers = newNumberings();
  const instances = new Instances(numbers.type);
  const drafts = reach(root, numbers, instances);
  const parameters = root.parameters ?? reached(drafts, "parameter", numbers.parameter.items);
  const outputs = root.outputs ?? reached(drafts, "output", numbers.output.items);
  const { place } = root.main;
  instances.families.finish();
  const tables = new Tables(numbers, (type) => instances.families.enumOf(type, place));
  const linking: Linking = {
    tables,
    numbers,
    instances,
    functions: new Map(drafts.map((draft, index) => [draft.source, index])),
    parameters: new Map(parameters.map((parameter, index) => [parameter, index])),
    outputs: new Map(outputs.map((output, index) => [output, index])),
  };
  const moduleParameters = parameters.map((parameter) => linkParameter(tables, parameter, root));
  const moduleOutputs = outputs.map((output) => ({
    name: output.name,
    type: tables.keptIndex(output.type),
  }));
  const functions = drafts.map((draft) => linkFunction(linking, draft));
  const module: Module = {
    types: tables.types,
    texts: tables.texts,
    parameters: moduleParameters,
    outputs: moduleOutputs,
    functions,
    main: 0,
    debug: debugOf(drafts, parameters, outputs),
  };
  return { module, drafts, parameters, problems: instances.problems };
}

/** The drafts of everything reachable, in first-reach order. */
function reach(root: Root, numbers: Numberings, instances: Instances): Draft[] {
  const { families } = instances;
  const context = newContext(new Builder(numbers), (callee) => instances.enter(callee));
  const drafts = new Map<TypedFunction, Draft>();
  const { place } = root.main;
  const main = instances.of(root.main, { types: [], closures: [], place }, null);
  const callers = new Map<TypedFunction, number>();
  const waiting = [main];
  const compileInto = (source: TypedFunction): void => {
    const seed = source === main ? root.seed : null;
    const draft = compileFunction(context, source, seed);
    drafts.set(source, draft);
    pushCallees(waiting, numbers, instances, draft);
  };
  while (waiting.length > 0) {
    for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
      if (drafts.has(source) || callers.has(source)) continue;
      if (families.sizeFor(source) !== null) {
        callers.set(source, -1);
        continue;
      }
      compileInto(source);
    }
    // what calls function values comes last, when it is known which there are
    for (const [caller, size] of callers) {
      const now = families.sizeFor(caller)!;
      if (now === size) continue;
      callers.set(caller, now);
      families.fill(caller);
      compileInto(caller);
    }
  }
  return callers.size === 0 ? [...drafts.values()] : inOrder(main, numbers, instances, drafts);
}

/** The callee of the first call is the next one. */
function pushCallees(
  waiting: TypedFunction[],
  numbers: Numberings,
  instances: Instances,
  { written: { naming } }: Draft,
): void {
  for (let index = naming.length - 1; index >= 0; index -= 1) {
    const instruction = naming[index];
    if (instruction.op !== "call") continue;
    waiting.push(instances.known(numbers.function.items[instruction.function as number]));
  }
}

/** The drafts in the order in which calls reach them. */
function inOrder(
  main: TypedFunction,
  numbers: Numberings,
  instances: Instances,
  drafts: ReadonlyMap<TypedFunction, Draft>,
): Draft[] {
  const met = new Set<TypedFunction>();
  const waiting = [main];
  for (let source = waiting.pop(); source !== undefined; source = waiting.pop()) {
    if (met.has(source)) continue;
    met.add(source);
    pushCallees(waiting, numbers, instances, drafts.get(source)!);
  }
  return [...met].map((source) => drafts.get(source)!);
}

/** The parameters or outputs that some instruction names, as they are declared. */
function reached<Item extends { readonly index: number }>(
  drafts: readonly Draft[],
  name: "parameter" | "output",
  items: readonly Item[],
): Item[] {
  const found = new Set<Item>();
  for (const { written } of drafts) {
    for (const instruction of written.naming) {
      if (traitsOf(instruction.op).names === name) found.add(items[instruction[name] as number]);
    }
  }
  return [...found].toSorted((a, b) => a.index - b.index);
}

interface Linking {
  readonly tables: Tables;
  readonly numbers: Numberings;
  readonly instances: Instances;
  readonly functions: ReadonlyMap<TypedFunction, number>;
  readonly parameters: ReadonlyMap<TypedParameter, number>;
  readonly outputs: ReadonlyMap<TypedOutput, number>;
}

/** Types find their places in the order of parameters, results and registers. */
function linkFunction(linking: Linking, draft: Draft): FunctionCode {
  const { source, parameterCount, results, written } = draft;
  const { registers, naming } = written;
  const parameters = registers.slice(0, parameterCount).map((slot, index): SignatureParameter => {
    const { kind, type } = linkSlot(linking, slot);
    const isInout = index === 0 && source.takesPlace;
    return { kind, type, ownership: kind !== "r" ? null : isInout ? "inout" : "borrow" };
  });
  for (let index = 0; index < results.length; index += 1) linkSlot(linking, results[index]);
  for (let index = 0; index < registers.length; index += 1) linkSlot(linking, registers[index]);
  for (let index = 0; index < naming.length; index += 1) putIndex(linking, naming[index]);
  // what the code names has indices now
  const code = written.code as unknown as readonly Instruction[];
  return { parameters, results, registers, code };
}

/** Puts the place of the type of what registers hold into the place of its number. */
function linkSlot({ tables }: Linking, slot: DraftSlot): DraftSlot {
  if (slot.type !== null && slot.type < 0) slot.type = tables.erasedIndex(-1 - slot.type);
  return slot;
}

/** Puts the index of what an instruction names into the place of its number. */
function putIndex(linking: Linking, instruction: DraftInstruction): void {
  const { tables, numbers, instances } = linking;
  switch (traitsOf(instruction.op).names) {
    case "type":
      instruction.type = tables.erasedIndex(instruction.type as number);
      break;
    case "text":
      instruction.text = tables.textIndex(instruction.text as number);
      break;
    case "function": {
      const callee = numbers.function.items[instruction.function as number];
      instruction.function = linking.functions.get(instances.known(callee))!;
      break;
    }
    case "parameter": {
      const parameter = numbers.parameter.items[instruction.parameter as number];
      instruction.parameter = linking.parameters.get(parameter)!;
      break;
    }
    case "output": {
      const output = numbers.output.items[instruction.output as number];
      instruction.output = linking.outputs.get(output)!;
      break;
    }
    case null:
      break;
  }
}

function linkParameter(tables: Tables, parameter: TypedParameter, root: Root): ModuleParameter {
  const value = root.fixed.get(parameter.index) ?? parameter.default;
  return {
    name: parameter.name,
    type: tables.keptIndex(parameter.type),
    default: value === null ? null : moduleValue(value),
    range: parameter.range,
  };
}

/** A constant as a module carries it. */
export function moduleValue(value: ConstantValue): ModuleValue {
  switch (value.kind) {
    case "int":
    case "float":
    case "bool":
    case "string":
      return value.value;
    case "list":
    case "tuple":
    case "record":
      return value.values.map(moduleValue);
    case "enum":
      return [value.index, ...value.values.map(moduleValue)];
  }
}

function debugOf(
  drafts: readonly Draft[],
  parameters: readonly TypedParameter[],
  outputs: readonly TypedOutput[],
): ModuleDebug {
  const paths = [...new Set(drafts.map((draft) => draft.source.place.path))];
  return {
    paths,
    functions: drafts.map((draft) => ({
      name: draft.source.name,
      path: paths.indexOf(draft.source.place.path),
      registers: draft.written.names,
      spans: draft.written.spans,
    })),
    documentation: {
      parameters: parameters.map((parameter) => parameter.documentation),
      outputs: outputs.map((output) => output.documentation),
    },
  };
}
