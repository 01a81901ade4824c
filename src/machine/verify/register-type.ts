/**
 * Checks the kind and the static type of one register against what its place asks for.
 *
 * Not here: which places an instruction has (use.ts).
 */

import type { FunctionCode, Module, ModuleType } from "../bytecode/module.ts";
import type { OperandData } from "../bytecode/operand-list.ts";
import type { TypeRule } from "../bytecode/operand.ts";
import { type Kind, registerKind } from "../types/register-kind.ts";
import type { Inspection } from "./refusal.ts";
import { childrenOf, type TypeTable } from "./type-table.ts";

/** The function being walked, and all that its uses depend on. */
export interface Surroundings {
  readonly module: Module;
  readonly table: TypeTable;
  readonly fn: FunctionCode;
  readonly inspection: Inspection;
}

/** Checks the kind of a register. */
export function checkKind(register: number, kind: Kind, { fn, inspection }: Surroundings): void {
  const found = fn.registers[register]?.kind;
  if (found === kind) return;
  inspection.refuse(
    "kind",
    `register ${register} is of kind \`${found}\`, and \`${kind}\` is needed`,
  );
}

/** Checks a register against a type by index. */
export function checkType(
  register: number,
  type: number,
  { fn, table, inspection }: Surroundings,
): void {
  const found = fn.registers[register]?.type ?? -1;
  if (found === type) return;
  inspection.refuse(
    "type",
    `register ${register} is ${table.show(found)}, and ${table.show(type)} is needed`,
  );
}

/**
 * Checks a register against a type that stands inside of another, or is a parameter's or an
 * output's.
 */
export function checkPart(register: number, type: number, around: Surroundings): void {
  const { fn, module, inspection } = around;
  const kind = fn.registers[register]?.kind;
  const wanted = registerKind(module.types[type]);
  if (kind !== wanted) {
    inspection.refuse(
      "type",
      `register ${register} is of kind \`${kind}\`, and \`${wanted}\` is needed`,
    );
  }
  if (kind === "r" && wanted === "r") checkType(register, type, around);
}

/** Checks a register against what an operand says of its type. */
export function checkRule(
  rule: TypeRule,
  register: number,
  values: Readonly<Record<string, OperandData>>,
  container: ModuleType | null,
  around: Surroundings,
): void {
  const { module, fn } = around;
  switch (rule) {
    case "any":
      return;
    case "string":
    case "list":
    case "map":
    case "enum":
      checkObject(register, rule, null, around);
      return;
    case "record":
      checkObject(register, "record", "tuple", around);
      return;
    case "key":
      if (container?.kind === "map") checkPart(register, container.key, around);
      return;
    case "value":
      if (container?.kind === "map") checkPart(register, container.value, around);
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

/** Checks that the object in a register is of this kind, or of the other one. */
function checkObject(
  register: number,
  wanted: ModuleType["kind"],
  other: ModuleType["kind"] | null,
  { module, fn, inspection }: Surroundings,
): void {
  const type = fn.registers[register]?.type ?? null;
  const kind = type === null ? null : module.types[type].kind;
  if (kind !== null && (kind === wanted || kind === other)) return;
  const kinds = other === null ? wanted : `${wanted} or ${other}`;
  inspection.refuse("type", `register ${register} is no ${kinds}`);
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
