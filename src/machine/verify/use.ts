/**
 * What an instruction does with each of its registers: the kind and type each must have, and how it
 * is used.
 *
 * Not here: the states of registers (register-states.ts), the walk over the code (flow.ts).
 */

import type { Instruction, Mnemonic } from "../bytecode/instruction.ts";
import type { Module, ModuleType, Ownership } from "../bytecode/module.ts";
import { operandsOf, valuesOf, type NamedOperand } from "../bytecode/operand-list.ts";
import type { Operand, Signature, TypeRule } from "../bytecode/operand.ts";
import { primitiveSignature } from "../bytecode/primitive-signature.ts";
import type { FunctionCode } from "../bytecode/module.ts";
import { type Kind, registerKind } from "../types/register-kind.ts";
import type { Type } from "../types/type.ts";
import type { Inspection } from "./refusal.ts";
import { childrenOf, type TypeTable } from "./type-table.ts";

export type Mode = "read" | "take" | "change" | "open" | "close" | "write";

export interface Use {
  readonly register: number;
  readonly mode: Mode;
}

/** The function being walked, and all that its uses depend on. */
export interface Surroundings {
  readonly module: Module;
  readonly table: TypeTable;
  readonly fn: FunctionCode;
  readonly inspection: Inspection;
}

/**
 * The registers of an instruction in the order of its operands, after their kinds and types are
 * checked.
 */
export function usesOf(instruction: Instruction, around: Surroundings): readonly Use[] {
  const values = valuesOf(instruction);
  const operands = operandsOf(instruction.op);
  const { container: containerName, isNaming } = subjectOf(instruction.op);
  const container = containerOf(containerName, values, around);
  // what the variables of a signature stand for in its lists
  let variables: Map<string, number> | null = null;
  const uses: Use[] = [];
  for (const { name, operand } of operands) {
    const value = values[name];
    if (operand.role === "immediate") continue;
    if ("signature" in operand) {
      const wanted = wantedOf(instruction, operand.role, operand.signature, container, around);
      variables ??= new Map<string, number>();
      uses.push(...listUses(operand.role, value as readonly number[], wanted, variables, around));
      continue;
    }
    const register = value as number;
    checkKind(register, operand.kind, around);
    // a scalar of a parameter says no type: it is the parameter's all the same
    const rule = operand.type ?? ("parameter" in values ? "parameter" : null);
    if (rule !== null) checkRule(rule, register, instruction, container, around);
    uses.push({ register, mode: modeOf(operand.role) });
  }
  if (isNaming && container !== null) checkNamed(operands, container, around);
  return uses;
}

function modeOf(role: "out" | "in" | "take" | "change" | "open" | "close"): Mode {
  return role === "out" ? "write" : role === "in" ? "read" : role;
}

/** What an instruction speaks of. */
interface Subject {
  /** The operand that is a list, map, record, tuple or enum; null when there is none. */
  readonly container: string | null;
  /** Whether it names the type of what it makes. */
  readonly isNaming: boolean;
}

const subjects = new Map<Mnemonic, Subject>();

/** Worked out when an instruction is met first. */
function subjectOf(op: Mnemonic): Subject {
  let subject = subjects.get(op);
  if (subject === undefined) {
    const operands = operandsOf(op);
    const container = operands.find(({ operand }) => CONTAINERS.has(ruleOf(operand)))?.name ?? null;
    const isNaming = operands.some(({ operand }) => ruleOf(operand) === "named");
    subjects.set(op, (subject = { container, isNaming }));
  }
  return subject;
}

/**
 * The list, map, record or tuple that an instruction speaks of: its own operand, else the type it
 * names.
 */
function containerOf(
  name: string | null,
  values: ReturnType<typeof valuesOf>,
  { module, fn }: Surroundings,
): ModuleType | null {
  if (name !== null) {
    const type = fn.registers[values[name] as number]?.type ?? null;
    return type === null ? null : module.types[type];
  }
  return typeof values["type"] === "number" ? module.types[values["type"]] : null;
}

const CONTAINERS: ReadonlySet<TypeRule | null> = new Set(["list", "record", "enum", "map"]);

function ruleOf(operand: Operand): TypeRule | null {
  return "type" in operand ? operand.type : null;
}

/**
 * A named type is a list, a map, an enum, or a record or tuple, as the instruction makes one of
 * them.
 */
function checkNamed(
  operands: readonly NamedOperand[],
  container: ModuleType,
  { inspection }: Surroundings,
): void {
  const makes = (signature: Signature): boolean =>
    operands.some(({ operand }) => operand.role === "ins" && operand.signature === signature);
  const isList = makes("elements") || operands.some(({ operand }) => ruleOf(operand) === "element");
  const wanted: readonly ModuleType["kind"][] = makes("fields")
    ? ["record", "tuple"]
    : [makes("case") ? "enum" : isList ? "list" : "map"];
  inspection.require(
    wanted.includes(container.kind),
    "type",
    () => `the named type is no ${wanted.join(" or ")}`,
  );
}

function checkKind(register: number, kind: Kind, { fn, inspection }: Surroundings): void {
  const found = fn.registers[register]?.kind;
  inspection.require(
    found === kind,
    "kind",
    () => `register ${register} is of kind \`${found}\`, and \`${kind}\` is needed`,
  );
}

/** Checks a register against a type by index. */
function checkType(register: number, type: number, { fn, table, inspection }: Surroundings): void {
  const found = fn.registers[register]?.type ?? -1;
  inspection.require(
    found === type,
    "type",
    () => `register ${register} is ${table.show(found)}, and ${table.show(type)} is needed`,
  );
}

/**
 * Checks a register against a type that stands inside of another, or is a parameter's or an
 * output's.
 */
function checkPart(register: number, type: number, around: Surroundings): void {
  const { fn, module, inspection } = around;
  const kind = fn.registers[register]?.kind;
  const wanted = registerKind(module.types[type]);
  inspection.require(
    kind === wanted,
    "type",
    () => `register ${register} is of kind \`${kind}\`, and \`${wanted}\` is needed`,
  );
  if (kind === "r" && wanted === "r") checkType(register, type, around);
}

function checkRule(
  rule: TypeRule,
  register: number,
  instruction: Instruction,
  container: ModuleType | null,
  around: Surroundings,
): void {
  const { module, fn, inspection } = around;
  const values = valuesOf(instruction);
  const type = fn.registers[register]?.type ?? null;
  const isKind = (...kinds: readonly ModuleType["kind"][]) =>
    inspection.require(
      type !== null && kinds.includes(module.types[type].kind),
      "type",
      () => `register ${register} is no ${kinds.join(" or ")}`,
    );
  switch (rule) {
    case "any":
      return;
    case "string":
      isKind("string");
      return;
    case "list":
      isKind("list");
      return;
    case "map":
      isKind("map");
      return;
    case "key":
      if (container?.kind === "map") checkPart(register, container.key, around);
      return;
    case "value":
      if (container?.kind === "map") checkPart(register, container.value, around);
      return;
    case "record":
      isKind("record", "tuple");
      return;
    case "enum":
      isKind("enum");
      return;
    case "same":
      checkType(register, fn.registers[values["a"] as number]?.type ?? -1, around);
      return;
    case "named":
      checkType(register, values["type"] as number, around);
      return;
    case "element":
      if (container?.kind === "list") checkPart(register, container.element, around);
      return;
    case "field":
      checkField(register, values["slot"] as number, container, around);
      return;
    case "parameter":
      checkDeclared(register, module.parameters[values["parameter"] as number].type, around);
      return;
    case "output":
      checkDeclared(register, module.outputs[values["output"] as number].type, around);
  }
}

function checkField(
  register: number,
  slot: number,
  container: ModuleType | null,
  around: Surroundings,
): void {
  if (container?.kind !== "record" && container?.kind !== "tuple") return;
  const parts = childrenOf(container);
  around.inspection.require(
    parts[slot] !== undefined,
    "index",
    () => `slot ${slot} does not exist, there are ${parts.length}`,
  );
  if (parts[slot] !== undefined) checkPart(register, parts[slot], around);
}

function checkDeclared(register: number, declared: number, around: Surroundings): void {
  const { fn, module, table, inspection } = around;
  const { kind, type } = fn.registers[register] ?? { kind: null, type: null };
  const fits =
    type === null
      ? kind === registerKind(module.types[declared])
      : table.isErasureOf(type, declared);
  inspection.require(
    fits,
    "type",
    () => `register ${register} is not the program's ${table.show(declared)} without units`,
  );
}

/**
 * What a register of an operand list must be: by type index, by a primitive's type, or by kind
 * alone.
 */
interface Wanted {
  readonly kind: Kind;
  readonly type: number | Type | null;
  readonly ownership: Ownership | null;
}

/**
 * What the list of an instruction asks for, or null when the list must be as long as it likes: a
 * list's elements.
 */
type WantedList =
  | { readonly each: readonly Wanted[] }
  | { readonly all: number }
  | { readonly unknown: true };

function wantedOf(
  instruction: Instruction,
  role: "ins" | "outs",
  signature: Signature,
  container: ModuleType | null,
  { module, fn, inspection }: Surroundings,
): WantedList {
  const owned = (type: number): Wanted => {
    const kind = registerKind(module.types[type]);
    return { kind, type: kind === "r" ? type : null, ownership: "own" };
  };
  switch (signature) {
    case "function": {
      const callee = module.functions[(instruction as { readonly function: number }).function];
      return {
        each:
          role === "ins"
            ? callee.parameters
            : callee.results.map((result) => ({ ...result, ownership: null })),
      };
    }
    case "primitive": {
      const callee = primitiveSignature((instruction as { readonly primitive: number }).primitive);
      if (callee === null) return { unknown: true };
      const each = role === "ins" ? callee.parameters : callee.results.map(unowned);
      return {
        each: each.map(({ type, ownership }) => ({ kind: registerKind(type), type, ownership })),
      };
    }
    case "results":
      return { each: fn.results.map((result) => ({ ...result, ownership: "own" })) };
    case "elements":
      return container?.kind === "list" ? { all: container.element } : { unknown: true };
    case "fields":
      return container?.kind === "record" || container?.kind === "tuple"
        ? { each: childrenOf(container).map(owned) }
        : { unknown: true };
    case "case": {
      if (container?.kind !== "enum") return { unknown: true };
      const tag = (instruction as { readonly case: number }).case;
      const found = container.cases[tag];
      inspection.require(
        found !== undefined,
        "index",
        () => `case ${tag} does not exist, there are ${container.cases.length}`,
      );
      return found === undefined
        ? { unknown: true }
        : { each: found.fields.map((field) => owned(field.type)) };
    }
  }
}

const unowned = (type: Type) => ({ type, ownership: null });

function listUses(
  role: "ins" | "outs",
  registers: readonly number[],
  wanted: WantedList,
  variables: Map<string, number>,
  around: Surroundings,
): readonly Use[] {
  const { module, fn, table, inspection } = around;
  if ("each" in wanted) {
    inspection.require(
      registers.length === wanted.each.length,
      "arity",
      () => `${registers.length} registers where ${wanted.each.length} are needed`,
    );
  }
  return registers.map((register, position): Use => {
    const mode: Mode = role === "outs" ? "write" : "take";
    if ("all" in wanted) {
      checkPart(register, wanted.all, around);
      return { register, mode: registerKind(module.types[wanted.all]) === "r" ? mode : "read" };
    }
    const one = "each" in wanted ? wanted.each[position] : undefined;
    if (one === undefined) return { register, mode: "read" };
    checkKind(register, one.kind, around);
    if (typeof one.type === "number") checkType(register, one.type, around);
    else if (one.type !== null && one.kind === "r") {
      const type = fn.registers[register]?.type ?? -1;
      const shape = one.type;
      inspection.require(
        table.matches(type, shape, variables),
        "type",
        () => `register ${register} is ${table.show(type)}, which the primitive does not take`,
      );
    }
    if (role === "outs") return { register, mode };
    return { register, mode: one.kind === "r" && one.ownership !== "borrow" ? "take" : "read" };
  });
}
