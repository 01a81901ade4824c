/**
 * What an instruction does with each of its registers: the kind and type each must have, and how it
 * is used.
 *
 * Not here: kinds and types of single registers (register-type.ts), the states of registers
 * (register-states.ts), the walk over the code (flow.ts).
 */

import type { Instruction, Mnemonic } from "../bytecode/instruction.ts";
import type { ModuleType, Ownership } from "../bytecode/module.ts";
import { operandsOf, valuesOf, type NamedOperand } from "../bytecode/operand-list.ts";
import type { Operand, Signature, TypeRule } from "../bytecode/operand.ts";
import { primitiveSignature } from "../bytecode/primitive-signature.ts";
import { type Kind, registerKind } from "../types/register-kind.ts";
import type { Type } from "../types/type.ts";
import { checkKind, checkPart, checkRule, checkType, type Surroundings } from "./register-type.ts";

export type Mode = "read" | "take" | "change" | "open" | "close" | "write";

/** The registers of one instruction in the order of its operands: the next one's replace them. */
export class Uses {
  count = 0;
  readonly registers: number[] = [];
  readonly modes: Mode[] = [];
  /** What the variables of a signature stand for in the lists of the instruction. */
  readonly variables = new Map<string, number>();

  clear(): void {
    this.count = 0;
    if (this.variables.size > 0) this.variables.clear();
  }

  add(register: number, mode: Mode): void {
    this.registers[this.count] = register;
    this.modes[this.count] = mode;
    this.count += 1;
  }
}

/** Finds the uses of an instruction, after the kinds and types of its registers are checked. */
export function findUses(instruction: Instruction, around: Surroundings, uses: Uses): void {
  uses.clear();
  const values = valuesOf(instruction);
  const plan = planOf(instruction.op);
  const { registers } = plan;
  const container = containerOf(plan, values, around);
  for (let at = 0; at < registers.length; at += 1) {
    const { name, mode, kind, rule, list } = registers[at];
    const value = values[name];
    if (list !== null) {
      const wanted = wantedOf(instruction, list, container, around);
      findListUses(list.role, value as readonly number[], wanted, around, uses);
      continue;
    }
    const register = value as number;
    checkKind(register, kind!, around);
    if (rule !== null) checkRule(rule, register, values, container, around);
    uses.add(register, mode);
  }
  if (plan.isNaming && container !== null) checkNamed(plan.operands, container, around);
}

/** What is checked of a register, or of a list of them. */
interface PlannedRegister {
  readonly name: string;
  readonly mode: Mode;
  readonly kind: Kind | null;
  readonly rule: TypeRule | null;
  /** Null for a single register. */
  readonly list: Extract<Operand, { readonly signature: Signature }> | null;
}

/** What an instruction speaks of. */
interface Plan {
  readonly operands: readonly NamedOperand[];
  readonly registers: readonly PlannedRegister[];
  /** The operand that is a list, map, record, tuple or enum; null when there is none. */
  readonly container: string | null;
  /** Whether it has a type among its operands. */
  readonly hasType: boolean;
  /** Whether it names the type of what it makes. */
  readonly isNaming: boolean;
}

const plans = new Map<Mnemonic, Plan>();

/** Worked out when an instruction is met first. */
function planOf(op: Mnemonic): Plan {
  let plan = plans.get(op);
  if (plan === undefined) {
    const operands = operandsOf(op);
    // a scalar of a parameter says no type: it is the parameter's all the same
    const otherwise = operands.some(({ what }) => what === "parameter") ? "parameter" : null;
    plan = {
      operands,
      registers: operands.flatMap((operand) => plannedRegister(operand, otherwise)),
      container: operands.find(({ operand }) => CONTAINERS.has(ruleOf(operand)))?.name ?? null,
      hasType: operands.some(({ name }) => name === "type"),
      isNaming: operands.some(({ operand }) => ruleOf(operand) === "named"),
    };
    plans.set(op, plan);
  }
  return plan;
}

function plannedRegister(
  { name, operand }: NamedOperand,
  otherwise: TypeRule | null,
): readonly PlannedRegister[] {
  if (operand.role === "immediate") return [];
  if ("signature" in operand)
    return [{ name, mode: "read", kind: null, rule: null, list: operand }];
  const { kind, type, role } = operand;
  const mode = role === "out" ? "write" : role === "in" ? "read" : role;
  return [{ name, mode, kind, rule: type ?? otherwise, list: null }];
}

/**
 * The list, map, record or tuple that an instruction speaks of: its own operand, else the type it
 * names.
 */
function containerOf(
  { container, hasType }: Plan,
  values: ReturnType<typeof valuesOf>,
  { module, fn }: Surroundings,
): ModuleType | null {
  if (container !== null) {
    const type = fn.registers[values[container] as number]?.type ?? null;
    return type === null ? null : module.types[type];
  }
  return hasType ? module.types[values["type"] as number] : null;
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

/**
 * What a register of an operand list must be: by type index, by a primitive's type, or by kind
 * alone.
 */
interface Wanted {
  readonly kind: Kind;
  readonly type: number | Type | null;
  /** Of what is written, none. */
  readonly ownership?: Ownership | null;
}

/**
 * What the list of an instruction asks for: of each register, or of all of them this type; null
 * when that is not known.
 */
type WantedList = readonly Wanted[] | number | null;

function wantedOf(
  instruction: Instruction,
  { role, signature }: Extract<Operand, { readonly signature: Signature }>,
  container: ModuleType | null,
  { module, table, fn, inspection }: Surroundings,
): WantedList {
  switch (signature) {
    case "function": {
      const callee = module.functions[(instruction as { readonly function: number }).function];
      return role === "ins" ? callee.parameters : callee.results;
    }
    case "primitive": {
      const { primitive } = instruction as { readonly primitive: number };
      return wantedOfPrimitive(primitive, role === "ins" ? inputs : outputs, role);
    }
    case "results":
      return fn.results;
    case "elements":
      return container?.kind === "list" ? container.element : null;
    case "fields":
      return container?.kind === "record" || container?.kind === "tuple"
        ? table.partsOf(container)
        : null;
    case "case": {
      if (container?.kind !== "enum") return null;
      const tag = (instruction as { readonly case: number }).case;
      const found = container.cases[tag];
      if (found === undefined) {
        inspection.refuse(
          "index",
          `case ${tag} does not exist, there are ${container.cases.length}`,
        );
        return null;
      }
      return table.partsOf(found);
    }
  }
}

const inputs = new Map<number, readonly Wanted[]>();
const outputs = new Map<number, readonly Wanted[]>();

function wantedOfPrimitive(
  id: number,
  known: Map<number, readonly Wanted[]>,
  role: string,
): readonly Wanted[] | null {
  let found = known.get(id);
  if (found === undefined) {
    const callee = primitiveSignature(id);
    if (callee === null) return null;
    found =
      role === "ins"
        ? callee.parameters.map(({ type, ownership }) => {
            return { kind: registerKind(type), type, ownership };
          })
        : callee.results.map((type) => ({ kind: registerKind(type), type }));
    known.set(id, found);
  }
  return found;
}

function findListUses(
  role: "ins" | "outs",
  registers: readonly number[],
  wanted: WantedList,
  around: Surroundings,
  uses: Uses,
): void {
  const mode: Mode = role === "outs" ? "write" : "take";
  if (typeof wanted === "number") {
    const each = registerKind(around.module.types[wanted]) === "r" ? mode : "read";
    for (let position = 0; position < registers.length; position += 1) {
      checkPart(registers[position], wanted, around);
      uses.add(registers[position], each);
    }
    return;
  }
  if (wanted !== null && registers.length !== wanted.length) {
    around.inspection.refuse(
      "arity",
      `${registers.length} registers where ${wanted.length} are needed`,
    );
  }
  for (let position = 0; position < registers.length; position += 1) {
    const register = registers[position];
    const one = wanted?.[position];
    if (one === undefined) {
      uses.add(register, "read");
      continue;
    }
    checkWanted(register, one, around, uses.variables);
    const isRead = role === "ins" && (one.kind !== "r" || one.ownership === "borrow");
    uses.add(register, isRead ? "read" : mode);
  }
}

function checkWanted(
  register: number,
  { kind, type }: Wanted,
  around: Surroundings,
  variables: Map<string, number>,
): void {
  checkKind(register, kind, around);
  if (typeof type === "number") checkType(register, type, around);
  else if (type !== null && kind === "r") {
    const { fn, table, inspection } = around;
    const found = fn.registers[register]?.type ?? -1;
    if (table.matches(found, type, variables)) return;
    inspection.refuse(
      "type",
      `register ${register} is ${table.show(found)}, which the primitive does not take`,
    );
  }
}
