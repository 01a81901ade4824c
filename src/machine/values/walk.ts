/**
 * Walks through values and all that they hold, on a stack of their own: a value may nest as deep as
 * memory lets it.
 *
 * Not here: what is done on the way (encode.ts, show.ts, heap.ts).
 */

import type { ModuleType, ModuleValue } from "../types/module-type.ts";

/** A type whose values may hold others. */
export type ContainerType = Extract<
  ModuleType,
  { kind: "list" | "map" | "tuple" | "record" | "enum" }
>;

/** A type whose values hold no others. */
export type LeafType = Exclude<ModuleType, ContainerType>;

const CONTAINERS: ReadonlySet<ModuleType["kind"]> = new Set([
  "list",
  "map",
  "tuple",
  "record",
  "enum",
]);

/** Whether values of the type may hold others. */
export function isContainer(type: ModuleType): type is ContainerType {
  return CONTAINERS.has(type.kind);
}

/**
 * The types of what a container holds, in order: one for all elements of a list, else a list, over
 * and over for a map.
 *
 * @param tag the case of an enum
 */
export function partTypes(type: ContainerType, tag: number): number | readonly number[] {
  switch (type.kind) {
    case "list":
      return type.element;
    case "map":
      return [type.key, type.value];
    case "tuple":
      return type.elements;
    case "record":
      return type.fields.map((field) => field.type);
    case "enum":
      return type.cases[tag].fields.map((field) => field.type);
  }
}

/** The type of part `index`. */
function partAt(parts: number | readonly number[], index: number): number {
  return typeof parts === "number" ? parts : parts[index % parts.length];
}

/** What happens on the way through a value. */
export interface Visitor {
  leaf(type: LeafType, value: ModuleValue, typeIndex: number): void;
  /** Before the parts of a container: its elements or fields, for an enum behind its case. */
  enter(type: ContainerType, value: readonly ModuleValue[]): void;
  /** Before part `index`. */
  part?(type: ContainerType, value: readonly ModuleValue[], index: number): void;
  leave?(type: ContainerType, value: readonly ModuleValue[], typeIndex: number): void;
}

interface Frame {
  readonly type: ContainerType;
  readonly typeIndex: number;
  readonly value: readonly ModuleValue[];
  readonly parts: number | readonly number[];
  /** Where the parts start in the value. */
  readonly start: number;
  readonly count: number;
  next: number;
}

function frameOf(type: ContainerType, typeIndex: number, value: readonly ModuleValue[]): Frame {
  const start = type.kind === "enum" ? 1 : 0;
  const parts = partTypes(type, type.kind === "enum" ? (value[0] as number) : 0);
  return { type, typeIndex, value, parts, start, count: value.length - start, next: 0 };
}

/** Visits a value that fits its type, each container before and after what it holds. */
export function walkValue(
  types: readonly ModuleType[],
  typeIndex: number,
  value: ModuleValue,
  visitor: Visitor,
): void {
  const stack: Frame[] = [];
  const meet = (index: number, met: ModuleValue): void => {
    const type = types[index];
    if (!isContainer(type)) {
      visitor.leaf(type, met, index);
      return;
    }
    const held = met as readonly ModuleValue[];
    visitor.enter(type, held);
    stack.push(frameOf(type, index, held));
  };
  meet(typeIndex, value);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const { type, parts, start, count, next } = frame;
    if (next === count) {
      stack.pop();
      visitor.leave?.(type, frame.value, frame.typeIndex);
      continue;
    }
    frame.next += 1;
    visitor.part?.(type, frame.value, next);
    meet(partAt(parts, next), frame.value[start + next]);
  }
}

/** A container that is being put together. */
interface Building<Made> {
  readonly type: ContainerType;
  readonly opened: Opened;
  readonly parts: number | readonly number[];
  readonly made: Made[];
}

/** How many parts come now, and of which case of an enum they are. */
export interface Opened {
  readonly tag: number;
  readonly count: number;
}

/** How a value is put together from its leaves. */
export interface Builder<Made> {
  leaf(type: LeafType): Made;
  open(type: ContainerType): Opened;
  close(type: ContainerType, tag: number, parts: readonly Made[]): Made;
}

/** Makes a value of a type, the parts of a container in order and then the container. */
export function buildValue<Made>(
  types: readonly ModuleType[],
  typeIndex: number,
  builder: Builder<Made>,
): Made {
  const stack: Building<Made>[] = [];
  const whole: Made[] = [];
  const begin = (type: ModuleType): void => {
    if (isContainer(type)) {
      const opened = builder.open(type);
      stack.push({ type, opened, parts: partTypes(type, opened.tag), made: [] });
    } else (stack.at(-1)?.made ?? whole).push(builder.leaf(type));
  };
  begin(types[typeIndex]);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const { type, opened, parts, made } = top;
    if (made.length === opened.count) {
      stack.pop();
      (stack.at(-1)?.made ?? whole).push(builder.close(type, opened.tag, made));
    } else begin(types[partAt(parts, made.length)]);
  }
  return whole[0];
}
