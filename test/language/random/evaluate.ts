/**
 * A slow, obvious evaluator of typed programs: what the compiled code must print.
 *
 * Values are immutable here, so an update makes a new value along its path, and nothing can alias.
 * It knows every statement and expression, and of the primitives those of lists, maps and strings.
 */

import type {
  TypedBlock,
  TypedExpression,
  TypedFunction,
  TypedPattern,
  TypedPlace,
  TypedProgram,
  TypedStatement,
} from "../../../src/language/check/typed.ts";
import { elementOf, mapPrimitive, placeOf, valueAt, withEntry } from "./evaluated-map.ts";
import { changed, compare, negated, operate, power, primitive } from "./evaluated-operations.ts";
import { bind, constant, fits, type Frame } from "./evaluated-pattern.ts";
import { Stopped, Unknown } from "./evaluated-ways.ts";
import { shown, type FunctionValue, type Value } from "./evaluated-value.ts";

/** A way out that is not the end: `break`, `continue`, `return`. */
interface Way {
  readonly way: "break" | "continue" | "return";
  readonly value: Value;
}

export interface Evaluated {
  /** The lines that the program prints. */
  readonly log: readonly string[];
  readonly isTrapped: boolean;
}

/** The function of the kit that shows a value of any type. */
const SHOWN = "shown";

/** What the parameters of the program are. */
let inputs: readonly Value[] = [];

/**
 * Runs a program without limits.
 *
 * @throws {Unknown} when it uses what the evaluator does not know
 */
export function evaluate(program: TypedProgram, parameters: readonly Value[]): Evaluated {
  const log: string[] = [];
  inputs = parameters;
  try {
    if (program.main !== null) call(program.main, [], log);
    return { log, isTrapped: false };
  } catch (thrown) {
    if (thrown instanceof Stopped) return { log, isTrapped: true };
    throw thrown;
  }
}

function call(source: TypedFunction, values: readonly Value[], log: string[]): [Value, Frame] {
  const frame: Frame = new Map(source.parameters.map((local, index) => [local, values[index]]));
  return [returned(source.body, frame, log), frame];
}

function returned(body: TypedBlock, frame: Frame, log: string[]): Value {
  try {
    return block(body, frame, log);
  } catch (thrown) {
    if (isWay(thrown) && thrown.way === "return") return thrown.value;
    throw thrown;
  }
}

function functionValue(
  { parameters, body }: Extract<TypedExpression, { kind: "lambda" }>,
  frame: Frame,
  log: string[],
): FunctionValue {
  const captured = [...frame];
  return {
    apply: (values) => {
      const own = parameters.map((local, index) => [local, values[index]] as const);
      return returned(body, new Map([...captured, ...own]), log);
    },
  };
}

function isWay(thrown: unknown): thrown is Way {
  return typeof thrown === "object" && thrown !== null && "way" in thrown;
}

function block(body: TypedBlock, frame: Frame, log: string[]): Value {
  for (const each of body.statements) statement(each, frame, log);
  return body.value === null ? [] : value(body.value, frame, log);
}

function leave(way: Way["way"], result: Value = []): never {
  const out: Way = { way, value: result };
  // oxlint-disable-next-line no-throw-literal, only-throw-error
  throw out;
}

function statement(each: TypedStatement, frame: Frame, log: string[]): void {
  switch (each.kind) {
    case "let":
      bind(each.pattern, value(each.value, frame, log), frame);
      return;
    case "assign": {
      const indices = indicesOf(each.target, frame, log);
      const assigned = value(each.value, frame, log);
      put(each.target, indices, frame, () => assigned, true);
      return;
    }
    case "update": {
      const indices = indicesOf(each.target, frame, log);
      const operand = value(each.value, frame, log);
      put(each.target, indices, frame, (old) => operate(each.operator, old, operand));
      return;
    }
    case "expression":
      value(each.expression, frame, log);
      return;
    case "for-range": {
      const pattern: TypedPattern =
        each.local === null ? { kind: "ignore" } : { kind: "local", local: each.local };
      repeat(rangeOf(each, frame, log), pattern, each.body);
      return;
    }
    case "for-list":
      repeat(value(each.list, frame, log) as readonly Value[], each.pattern, each.body);
      return;
    case "while":
    case "loop":
      loop(each, frame, log);
      return;
    case "break":
    case "continue":
      leave(each.kind);
      return;
    case "return":
      leave("return", each.value === null ? [] : value(each.value, frame, log));
      return;
    case "print":
      log.push(value(each.value, frame, log) as string);
      return;
    case "assert":
      if (value(each.condition, frame, log) === true) return;
      if (each.message !== null) value(each.message, frame, log);
      throw new Stopped("assertion");
    case "emit":
      value(each.value, frame, log);
      return;
  }

  function repeat(items: Iterable<Value>, pattern: TypedPattern, body: TypedBlock): void {
    for (const item of items) {
      bind(pattern, item, frame);
      try {
        block(body, frame, log);
      } catch (thrown) {
        if (!isWay(thrown) || thrown.way === "return") throw thrown;
        if (thrown.way === "break") return;
      }
    }
  }
}

/** The numbers of a range, which may be more than a list can hold. */
function* rangeOf(
  { from, to, inclusive }: Extract<TypedStatement, { kind: "for-range" }>,
  frame: Frame,
  log: string[],
): Generator<number> {
  const first = value(from, frame, log) as number;
  const last = value(to, frame, log) as number;
  for (let number = first; inclusive ? number <= last : number < last; number += 1) yield number;
}

function loop(
  each: Extract<TypedStatement, { kind: "while" | "loop" }>,
  frame: Frame,
  log: string[],
): void {
  while (each.kind === "loop" || value(each.condition, frame, log) === true) {
    try {
      block(each.body, frame, log);
    } catch (thrown) {
      if (!isWay(thrown) || thrown.way === "return") throw thrown;
      if (thrown.way === "break") return;
    }
  }
}

function indicesOf(place: TypedPlace, frame: Frame, log: string[]): Value[] {
  return place.path.map((step) =>
    step.kind === "field" ? step.slot : value(step.index, frame, log),
  );
}

function put(
  place: TypedPlace,
  indices: readonly Value[],
  frame: Frame,
  change: (old: Value) => Value,
  isAssigned = false,
): void {
  const renew = (old: Value, depth: number): Value => {
    if (depth === indices.length) return change(old);
    const container = depth === 0 ? place.local.type : place.path[depth - 1].type;
    if (container.kind === "map") {
      const key = indices[depth];
      const isNew = isAssigned && depth === indices.length - 1 && placeOf(old, key) < 0;
      return withEntry(old, key, renew(isNew ? [] : valueAt(old, key), depth + 1));
    }
    const parts = old as readonly Value[];
    const index = indices[depth] as number;
    if (!(index in parts)) throw new Stopped("bounds");
    return parts.with(index, renew(parts[index], depth + 1));
  };
  frame.set(place.local, renew(frame.get(place.local)!, 0));
}

function value(each: TypedExpression, frame: Frame, log: string[]): Value {
  const of = (part: TypedExpression): Value => value(part, frame, log);
  switch (each.kind) {
    case "constant":
      return constant(each.value);
    case "local":
      return frame.get(each.local)!;
    case "operation": {
      const left = of(each.left);
      return operate(each.operator, left, of(each.right));
    }
    case "negate":
      return negated(of(each.operand), each.type.kind === "int");
    case "parameter":
      return inputs[each.parameter.index];
    case "power":
      return power(of(each.operand) as number, each);
    case "int-to-float":
      return of(each.operand);
    case "not":
      return of(each.operand) !== true;
    case "and":
      return of(each.left) === true ? of(each.right) : false;
    case "or":
      return of(each.left) === true ? true : of(each.right);
    case "comparison": {
      let left = of(each.operands[0]);
      for (const [index, comparison] of each.comparisons.entries()) {
        const right = of(each.operands[index + 1]);
        if (!compare(comparison, left, right)) return false;
        left = right;
      }
      return true;
    }
    case "if":
      if (of(each.condition) === true) return block(each.then, frame, log);
      return each.else === null ? [] : block(each.else, frame, log);
    case "block":
      return block(each.block, frame, log);
    case "list":
    case "tuple":
      return each.elements.map(of);
    case "record": {
      const made = each.base === null ? [] : [...(of(each.base) as readonly Value[])];
      for (const { slot, value: part } of each.fields) made[slot] = of(part);
      return made;
    }
    case "enum":
    case "match":
    case "try":
      return ofEnum(each, frame, log);
    case "field":
      return (of(each.receiver) as readonly Value[])[each.slot];
    case "interpolation":
      return interpolated(each, of);
    case "index":
      return elementOf(of(each.receiver), of(each.index), each.receiver.type);
    case "lambda":
      return functionValue(each, frame, log);
    case "value-call":
      return (of(each.value) as FunctionValue).apply(each.arguments.map(of));
    case "call":
    case "primitive":
      return called(each, frame, log);
  }
}

function interpolated(
  { parts }: Extract<TypedExpression, { kind: "interpolation" }>,
  of: (part: TypedExpression) => Value,
): string {
  const texts = parts.map((part) => {
    if (part.kind === "text") return part.text;
    if (part.digits !== null || part.unit !== null) throw new Unknown("digits");
    return shown(of(part.value), part.value.type, true);
  });
  return texts.join("");
}

function ofEnum(
  each: Extract<TypedExpression, { kind: "enum" | "match" | "try" }>,
  frame: Frame,
  log: string[],
): Value {
  const of = (part: TypedExpression): Value => value(part, frame, log);
  if (each.kind === "enum") {
    const parts: Value[] = [];
    for (const { slot, value: part } of each.fields) parts[slot] = of(part);
    return [each.index, ...parts];
  }
  if (each.kind === "try") {
    const tried = of(each.operand) as readonly Value[];
    return tried[0] === each.success ? tried[1] : leave("return", tried);
  }
  const taken = of(each.value);
  for (const { pattern, guard, body } of each.arms) {
    if (!fits(pattern, taken, frame)) continue;
    if (guard === null || of(guard) === true) return block(body, frame, log);
  }
  throw new Error("no pattern fits");
}

function called(
  each: Extract<TypedExpression, { kind: "call" | "primitive" }>,
  frame: Frame,
  log: string[],
): Value {
  const { self } = each;
  if (each.kind === "call" && each.callee.name === SHOWN) {
    // Inside of a generic function nobody knows how its value is shown.
    const [argument] = each.arguments;
    return shown(value(argument, frame, log), argument.type, true);
  }
  const indices = self === null ? [] : indicesOf(self, frame, log);
  const values = inWrittenOrder(each, frame, log);
  let result: Value = [];
  if (self === null) {
    if (each.kind === "call") return call(each.callee, values, log)[0];
    return mapPrimitive(each.primitive, values) ?? primitive(each.primitive, values);
  }
  put(self, indices, frame, (old) => {
    if (each.kind === "primitive") return changed(each.primitive, old as readonly Value[], values);
    const [given, inner] = call(each.callee, [old, ...values], log);
    result = given;
    return inner.get(each.callee.parameters[0])!;
  });
  return result;
}

/** The arguments in the order of the parameters, found out in the order in which they stand. */
function inWrittenOrder(
  each: Extract<TypedExpression, { kind: "call" | "primitive" }>,
  frame: Frame,
  log: string[],
): Value[] {
  const values: Value[] = [];
  const order = each.evaluationOrder ?? each.arguments.keys();
  for (const index of order) values[index] = value(each.arguments[index], frame, log);
  return values;
}
