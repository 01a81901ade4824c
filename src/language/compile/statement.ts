/** Statements and blocks, and the ways out of them. */

import { unreachable } from "../../fault.ts";
import { registerKind } from "../../machine/types/register-kind.ts";
import type { Type } from "../../machine/types/type.ts";
import type {
  Local,
  TypedBlock,
  TypedExpression,
  TypedPattern,
  TypedStatement,
} from "../check/typed.ts";
import { assertion } from "./assertion.ts";
import { type Leaf, lentLeaf, NO_VALUE, temporaryLeaf, type Value } from "./leaf.ts";
import { boxed } from "./boxing.ts";
import { at, type Context, copied, only, part, registersOf } from "./context.ts";
import { isWhole, mnemonics, slotsOf } from "./layout.ts";
import { combined, isListArithmetic } from "./elementwise.ts";
import { forList, forRange, leaveLoop, loopForever, whileLoop } from "./loop.ts";
import { concatenated } from "./joining.ts";
import { namedFunction } from "./lowering.ts";
import { apply } from "./operation.ts";
import { bindParts } from "./pattern.ts";
import { change, finish, prepare, store } from "./place.ts";

type Of<Kind extends TypedStatement["kind"]> = Extract<TypedStatement, { kind: Kind }>;

/** A block's statements and value; the block's locals are dropped, its value lives on. */
export function compileBlock(context: Context, block: TypedBlock): Value {
  const outer = openScope(context);
  const { statements } = block;
  for (let index = 0; index < statements.length; index += 1) {
    compileStatement(context, statements[index]);
  }
  const value = block.value === null ? NO_VALUE : context.value(block.value);
  const outliving = movedOut(context, value);
  at(context, block.span);
  dropScope(context, outliving);
  leaveScope(context, outer);
  if (block.type.kind !== "nothing") return outliving;
  context.builder.release(outliving);
  return NO_VALUE;
}

/** Begins a scope; {@link leaveScope} needs what this gives. */
export function openScope(context: Context): number {
  const outer = context.scopeStart;
  context.scopeStart = context.scoped.length;
  return outer;
}

/** Goes back to the scope around the innermost one. */
export function leaveScope(context: Context, outer: number): void {
  const { scoped } = context;
  while (scoped.length > context.scopeStart) scoped.pop();
  context.scopeStart = outer;
}

/** The value with references of the innermost scope moved out of their locals. */
export function movedOut(context: Context, value: Value): Value {
  let isMoving = false;
  for (let index = 0; index < value.length; index += 1) {
    if (isScoped(context, value[index])) isMoving = true;
  }
  if (!isMoving) return value;
  const moved = new Set<number>();
  return value.flatMap((leaf): readonly Leaf[] => {
    if (!isScoped(context, leaf)) return leaf.alone;
    if (moved.has(leaf.register)) return copied(context, leaf.alone);
    moved.add(leaf.register);
    return temporaryLeaf(leaf.register).alone;
  });
}

/** Whether it is what a local of the innermost scope owns. */
function isScoped({ builder, scoped, scopeStart }: Context, leaf: Leaf): boolean {
  const { register, temporary } = leaf;
  return !temporary && builder.isOwned(register) && scoped.includes(register, scopeStart);
}

/** Drops what the locals of the innermost scope own, the youngest first. */
function dropScope(context: Context, kept: Value): void {
  const { builder, scoped, scopeStart } = context;
  for (let index = scoped.length - 1; index >= scopeStart; index -= 1) {
    const register = scoped[index];
    if (!builder.isOwned(register) || kept.some((leaf) => leaf.register === register)) continue;
    builder.emit({ op: "ref_drop", a: register });
  }
}

/** Runs `body` with a scope of its own around it. */
export function scoped(context: Context, body: () => void): void {
  const outer = openScope(context);
  body();
  dropScope(context, NO_VALUE);
  leaveScope(context, outer);
}

export function compileStatement(context: Context, statement: TypedStatement): void {
  at(context, statement.span);
  switch (statement.kind) {
    case "let":
      compileLet(context, statement);
      break;
    case "assign":
      assign(context, statement);
      break;
    case "update":
      update(context, statement);
      break;
    case "expression":
      context.builder.release(context.value(statement.expression));
      break;
    case "while":
      whileLoop(context, statement);
      break;
    case "loop":
      loopForever(context, statement);
      break;
    case "for-range":
      forRange(context, statement);
      break;
    case "for-list":
      forList(context, statement, bind, scoped);
      break;
    case "break":
    case "continue":
      leaveLoop(context, statement.kind);
      break;
    case "return":
      leaveFunction(context, statement.value === null ? [] : context.value(statement.value));
      break;
    case "emit":
      emitRow(context, statement);
      break;
    case "print": {
      const text = context.value(statement.value);
      at(context, statement.span);
      context.builder.emit({ op: "print", a: only(text) });
      context.builder.release(text);
      break;
    }
    case "assert":
      assertion(context, statement);
      break;
    default:
      unreachable(statement);
  }
}

function compileLet(context: Context, statement: Of<"let">): void {
  const { environment } = context;
  const named = environment === null ? null : namedFunction(environment, statement);
  const { pattern, value } = named ?? statement;
  bind(context, pattern, value.type, context.value(value));
}

/** Gives names to a value: temporaries become the locals themselves. */
export function bind(context: Context, pattern: TypedPattern, type: Type, value: Value): void {
  const { builder } = context;
  if (pattern.kind === "ignore") {
    builder.release(value);
    return;
  }
  if (pattern.kind === "tuple") {
    let start = 0;
    const elements = type.kind === "tuple" ? type.elements : [];
    for (let slot = 0; slot < pattern.elements.length; slot += 1) {
      const elementType = elements[slot] ?? type;
      const count = slotsOf(elementType).length;
      bind(context, pattern.elements[slot], elementType, part(value, start, count));
      start += count;
    }
    return;
  }
  if (pattern.kind !== "local") {
    bindParts(context, { pattern, type, value }, bind);
    return;
  }
  const { local } = pattern;
  const own = copied(context, value);
  if (isWhole(local.type) && own.length === 1) {
    context.locals.set(local, heldPart(context, local, own[0].register, local.name).alone);
    return;
  }
  const slots = slotsOf(local.type);
  const leaves = slots.map((slot, index) => {
    const name = slots.length === 1 ? local.name : `${local.name}.${index}`;
    // where control cannot come the value may be missing, and it is a new one
    const register = own[index]?.register ?? context.builder.named(slot, name);
    return heldPart(context, local, register, name);
  });
  context.locals.set(local, leaves);
}

/** A register of a local's value. */
function heldPart(context: Context, local: Local, register: number, name: string): Leaf {
  const { builder } = context;
  builder.adopt(register, name);
  context.scoped.push(register);
  if (local.isVar) builder.change(register);
  return lentLeaf(register);
}

/** Expressions whose last instruction alone writes the result, after everything is read. */
const WRITES_LAST: ReadonlySet<TypedExpression["kind"]> = new Set([
  "constant",
  "operation",
  "negate",
  "not",
  "int-to-float",
  "field",
  "index",
]);

function assign(context: Context, statement: Of<"assign">): void {
  const { target: written, value: expression } = statement;
  const place = prepare(context, written, [expression]);
  const register = place.registers[0] ?? 0;
  const isLocal = place.steps.length === 0 && place.registers.length === 1;
  const isReference = context.builder.isReference(register);
  if (isLocal && isReference && expression.kind === "operation") {
    context.movable = written.path.length === 0 ? written.local : null;
  }
  const into = isLocal && !isReference && WRITES_LAST.has(expression.kind) ? register : null;
  const value = context.value(expression, into);
  context.movable = null;
  at(context, statement.span);
  if (value.length > 0) store(context, place, value);
  finish(context, place);
}

function update(context: Context, statement: Of<"update">): void {
  const { operator, target: written } = statement;
  const place = prepare(context, written, [statement.value]);
  const value = context.value(statement.value);
  const operand = value.some((leaf) => place.registers.includes(leaf.register))
    ? copied(context, value)
    : value;
  change(context, place, (old) => {
    at(context, statement.span);
    if (operator === "string ++" || operator === "list ++") {
      return concatenated(context, written, old, operand);
    }
    if (isListArithmetic(operator)) {
      return combined(context, operator, [written, statement.value], [old, operand]);
    }
    return apply(context, operator, old, operand, written, only(old));
  });
  finish(context, place);
}

const EMIT = mnemonics("emit");

function emitRow(context: Context, statement: Of<"emit">): void {
  const { builder } = context;
  const { output, value: expression } = statement;
  const value = context.value(expression);
  at(context, statement.span);
  const row = boxed(context, expression.type, value);
  builder.emit({
    op: EMIT[registerKind(output.type)],
    output: builder.numbers.output.of(output),
    a: only(row),
  });
  builder.release(row);
}

/** Returns: the place of a `var` parameter first, then the value; everything else is dropped. */
export function leaveFunction(context: Context, value: Value): void {
  const { builder, returnedPlace } = context;
  let results: number[];
  if (returnedPlace === null) results = returnables(context, value, []);
  else {
    const { local } = returnedPlace;
    const place = registersOf(context.locals.get(local) ?? []);
    const given = returnables(context, value, place);
    const parts = place.map(temporaryLeaf);
    results = [...registersOf(boxed(context, local.type, parts)), ...given];
  }
  builder.dropAllBut(results);
  builder.emit({ op: "return", values: results });
}

/** The registers in which a value may be given away beside what else is given. */
function returnables(context: Context, value: Value, others: readonly number[]): number[] {
  if (others.length === 0 && value.length === 1) return [returnable(context, value[0], others)];
  const needed = others.slice();
  for (const leaf of value) needed.push(returnable(context, leaf, needed));
  return others.length === 0 ? needed : needed.slice(others.length);
}

/**
 * The register of a result that may be given away: an owned one itself, unless something else that
 * is returned needs it; then a further count of it.
 */
function returnable(context: Context, leaf: Leaf, needed: readonly number[]): number {
  const { builder } = context;
  const { register } = leaf;
  if (!builder.isReference(register)) return register;
  if (builder.isOwned(register) && !needed.includes(register)) return register;
  const copy = builder.like(register);
  builder.emit({ op: "ref_dup", d: copy.register, a: register });
  return copy.register;
}
