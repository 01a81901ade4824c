/**
 * A slow, obvious evaluator of typed programs: what the compiled code must print.
 *
 * Values are immutable here, so an update makes a new value along its path, and nothing can alias.
 * It knows what random programs use: Ints, Floats, Bools, Strings, lists, records, Complex numbers,
 * tuples, enums, maps, function values.
 */

import type {
  ConstantValue,
  Local,
  TypedBlock,
  TypedExpression,
  TypedFunction,
  TypedOperator,
  TypedPattern,
  TypedPlace,
  TypedProgram,
  TypedStatement,
} from "../../../src/language/check/typed.ts";
import { elementOf, mapPrimitive, placeOf, valueAt, withEntry } from "./evaluated-map.ts";
import { isEqual, shown, type FunctionValue, type Value } from "./evaluated-value.ts";

type Frame = Map<Local, Value>;

/** A way out that is not the end: `break`, `continue`, `return`. */
interface Way {
  readonly way: "break" | "continue" | "return";
  readonly value: Value;
}

/** The lines a program prints. Throws a text for a trap. */
export function evaluate(program: TypedProgram): string[] {
  const log: string[] = [];
  if (program.main !== null) call(program.main, [], log);
  return log;
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
      const from = value(each.from, frame, log) as number;
      const to = value(each.to, frame, log) as number;
      const count = Math.max(0, to - from + (each.inclusive ? 1 : 0));
      const pattern: TypedPattern =
        each.local === null ? { kind: "ignore" } : { kind: "local", local: each.local };
      repeat(
        Array.from({ length: count }, (_, index) => from + index),
        pattern,
        each.body,
      );
      return;
    }
    case "for-list":
      repeat(value(each.list, frame, log) as readonly Value[], each.pattern, each.body);
      return;
    case "while":
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
      if (value(each.condition, frame, log) !== true) throw new Error("assertion");
      return;
    default:
      throw new Error(`random programs have no ${each.kind}`);
  }

  function repeat(items: readonly Value[], pattern: TypedPattern, body: TypedBlock): void {
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

function loop(
  { condition, body }: Extract<TypedStatement, { kind: "while" }>,
  frame: Frame,
  log: string[],
): void {
  while (value(condition, frame, log) === true) {
    try {
      block(body, frame, log);
    } catch (thrown) {
      if (!isWay(thrown) || thrown.way === "return") throw thrown;
      if (thrown.way === "break") return;
    }
  }
}

function bind(pattern: TypedPattern, bound: Value, frame: Frame): void {
  if (pattern.kind === "local") frame.set(pattern.local, bound);
  if (pattern.kind !== "tuple") return;
  for (const [index, element] of pattern.elements.entries()) {
    bind(element, (bound as readonly Value[])[index], frame);
  }
}

/** Whether the pattern fits; its names are bound as it goes. */
function fits(pattern: TypedPattern, taken: Value, frame: Frame): boolean {
  const parts = taken as readonly Value[];
  switch (pattern.kind) {
    case "constant":
      return isEqual(constant(pattern.value), taken);
    case "case":
      return (
        parts[0] === pattern.index &&
        pattern.fields.every((field) => fits(field.pattern, parts[field.slot + 1], frame))
      );
    case "record":
      return pattern.fields.every((field) => fits(field.pattern, parts[field.slot], frame));
    case "tuple":
      return pattern.elements.every((element, index) => fits(element, parts[index], frame));
    case "alternatives":
      return pattern.alternatives.some((each) => fits(each, taken, frame));
    default:
      bind(pattern, taken, frame);
      return true;
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
    if (!(index in parts)) throw new Error("bounds");
    return parts.with(index, renew(parts[index], depth + 1));
  };
  frame.set(place.local, renew(frame.get(place.local)!, 0));
}

function operate(operator: TypedOperator, left: Value, right: Value): Value {
  const [a, b] = [left as number, right as number];
  switch (operator) {
    case "int +":
      return a + b;
    case "int -":
      return a - b;
    case "int *":
      return a * b;
    case "int %":
      return a - b * Math.floor(a / b);
    case "float +":
      return a + b;
    case "float -":
      return a - b;
    case "float *":
      return a * b;
    case "float /":
      return a / b;
    case "string ++":
      return (left as string) + (right as string);
    case "list ++":
      return [...(left as readonly Value[]), ...(right as readonly Value[])];
    default:
      throw new Error(`random programs have no ${operator}`);
  }
}

function constant(known: ConstantValue): Value {
  if (known.kind === "enum") return [known.index, ...known.values.map(constant)];
  return "values" in known ? known.values.map(constant) : known.value;
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
      return -(of(each.operand) as number);
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
    case "interpolation": {
      const parts = each.parts.map((part) =>
        part.kind === "text" ? part.text : shown(of(part.value), part.value.type, true),
      );
      return parts.join("");
    }
    case "index":
      return elementOf(of(each.receiver), of(each.index), each.receiver.type);
    case "lambda":
      return functionValue(each, frame, log);
    case "value-call":
      return (of(each.value) as FunctionValue).apply(each.arguments.map(of));
    case "call":
    case "primitive":
      return called(each, frame, log);
    default:
      throw new Error(`random programs have no ${each.kind}`);
  }
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
  const indices = self === null ? [] : indicesOf(self, frame, log);
  const values = each.arguments.map((argument) => value(argument, frame, log));
  let result: Value = [];
  if (self === null) {
    if (each.kind === "call") return call(each.callee, values, log)[0];
    const ofMap = mapPrimitive(each.primitive, values);
    if (ofMap !== null) return ofMap;
    if (each.primitive === "List.length") return (values[0] as readonly Value[]).length;
    return Array.from({ length: values[0] as number }, () => values[1]);
  }
  put(self, indices, frame, (old) => {
    if (each.kind === "primitive" && each.primitive === "map_remove_at") {
      return (old as readonly Value[]).toSpliced(values[0] as number, 1);
    }
    if (each.kind === "primitive") return [...(old as readonly Value[]), values[0]];
    const [given, inner] = call(each.callee, [old, ...values], log);
    result = given;
    return inner.get(each.callee.parameters[0])!;
  });
  return result;
}

function compare(comparison: string, left: Value, right: Value): boolean {
  switch (comparison) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "==":
      return isEqual(left, right);
    default:
      return !isEqual(left, right);
  }
}
