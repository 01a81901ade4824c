/**
 * A module's types as the bytes that the runtime reads them from, and where the heap starts behind
 * them.
 *
 * In memory: cells · the artefact's static data · these bytes at DESCRIPTOR_BASE (descriptors,
 * names, the first frames of walks, the output buffer) · the heap. The layout is that of
 * kernel/assembly/descriptor.ts.
 */

import { STATIC_DATA_LIMIT } from "../../engine/kernel.ts";
import type { ModuleType } from "../types/module-type.ts";
import { termUnits } from "../types/number-record.ts";
import { slotTypes } from "./value.ts";

/** Where the bytes go: the first address that is never the artefact's. */
export const DESCRIPTOR_BASE = STATIC_DATA_LIMIT;

const HEADER_BYTES = 32;
const DESCRIPTOR_BYTES = 16;
const SLOT_BYTES = 8;
/** The first frames of walks (kernel/assembly/walk-stack.ts): deeper ones lie on the heap. */
const WALK_STACK_BYTES = 1024;
const OUTPUT_BUFFER_BYTES = 4096;

const KIND_CODES: Readonly<Record<ModuleType["kind"], number>> = {
  int: 0,
  float: 1,
  bool: 2,
  string: 3,
  list: 4,
  tuple: 5,
  record: 6,
  enum: 7,
  map: 9,
};

/** The kind of what the heap holds for an enum: a record of what one case carries. */
const CASE_KIND = 8;

export interface TypeDescription {
  /** To be written at {@link DESCRIPTOR_BASE}. */
  readonly bytes: Uint8Array;
  /** First address of the heap, a multiple of 16. */
  readonly regionStart: number;
  /** The module's types, and after them those that the runtime makes itself. */
  readonly types: readonly ModuleType[];
}

/** The types that the runtime makes values of, whatever the module: their places in the header. */
interface OwnTypes {
  readonly string: number;
  readonly floatList: number;
  readonly intList: number;
  readonly stringList: number;
}

/** A case of an enum as an object of the heap has it: its number, and the fields it carries. */
interface CaseRecord {
  readonly type: Extract<ModuleType, { kind: "record" }>;
  readonly index: number;
}

/**
 * The type in the header of an object of this case: the cases of all enums stand behind the
 * module's own types, in order. Cost: constant, but for the first time linear in the number of
 * types.
 */
export function caseType(
  types: readonly ModuleType[],
  enumIndex: number,
  caseIndex: number,
): number {
  let starts = caseStarts.get(types);
  if (starts === undefined) {
    // the types the runtime adds, and the cases themselves, stand behind all enums
    let count = moduleTypeCount(types);
    starts = types.map((type) => {
      const start = count;
      if (type.kind === "enum") count += type.cases.length;
      return start;
    });
    caseStarts.set(types, starts);
  }
  return starts[enumIndex] + caseIndex;
}

/** For each type of a module, where the cases of it and of the ones behind it start. */
const caseStarts = new WeakMap<readonly ModuleType[], readonly number[]>();

const moduleTypeCounts = new WeakMap<readonly ModuleType[], number>();

/** How many of the types are the module's own. */
function moduleTypeCount(types: readonly ModuleType[]): number {
  return moduleTypeCounts.get(types) ?? types.length;
}

function casesOf(types: readonly ModuleType[]): readonly CaseRecord[] {
  return types.flatMap((type) =>
    type.kind !== "enum"
      ? []
      : type.cases.map(({ name, fields }, index): CaseRecord => {
          return { type: { kind: "record", name, fields }, index };
        }),
  );
}

/** Describes the types of a module. Cost: linear in their number. */
export function describeTypes(moduleTypes: readonly ModuleType[]): TypeDescription {
  const cases = casesOf(moduleTypes);
  const caseRecords = new Map(cases.map((each, index) => [moduleTypes.length + index, each]));
  const types = [...moduleTypes, ...cases.map(({ type }) => type)];
  moduleTypeCounts.set(types, moduleTypes.length);
  const own = addOwnTypes(types);
  const slotsOf = slotFinder(types, own.string);
  const names = new NameTable();
  const slotsStart = DESCRIPTOR_BASE + HEADER_BYTES + DESCRIPTOR_BYTES * types.length;
  const slotCount = types.reduce((sum, type) => sum + slotsOf(type).length, 0) + cases.length;
  const namesStart = slotsStart + SLOT_BYTES * slotCount;
  const words: number[] = [];
  const slotWords: number[] = [];
  for (const [typeIndex, type] of types.entries()) {
    const caseRecord = caseRecords.get(typeIndex);
    if (caseRecord !== undefined) {
      const isPositional = caseRecord.type.fields.every((field) => field.name === "");
      slotWords.push(caseRecord.index, isPositional ? 1 : 0);
    }
    words.push(caseRecord === undefined ? KIND_CODES[type.kind] : CASE_KIND);
    words.push(type.kind === "list" ? type.element : slotsOf(type).length);
    words.push(slotsStart + 4 * slotWords.length);
    const terms =
      type.kind === "record" && caseRecord === undefined ? termUnits(types, type) : null;
    const isNamed = type.kind === "record" && terms === null;
    words.push(isNamed ? namesStart + names.offsetOf(type.name) : 0);
    for (const [index, slot] of slotsOf(type).entries()) {
      const name = type.kind === "record" ? (terms?.[index] ?? type.fields[index].name) : null;
      slotWords.push(slot, name === null ? 0 : namesStart + names.offsetOf(name));
    }
  }
  const nameBytes = names.finish();
  const stackStart = align(namesStart + nameBytes.length);
  const outputStart = stackStart + WALK_STACK_BYTES;
  const regionStart = outputStart + OUTPUT_BUFFER_BYTES;
  const header = [types.length, own.string, own.floatList, own.intList, own.stringList];
  header.push(stackStart, outputStart, 0);
  const bytes = new Uint8Array(stackStart - DESCRIPTOR_BASE);
  const view = new DataView(bytes.buffer);
  for (const [index, word] of [...header, ...words, ...slotWords].entries()) {
    view.setUint32(4 * index, word, true);
  }
  bytes.set(nameBytes, namesStart - DESCRIPTOR_BASE);
  return { bytes, regionStart, types };
}

/** The types of the slots of an object; a map has lists of its keys and values, and its table. */
type SlotsOf = (type: ModuleType) => readonly number[];

/** Adds the lists that maps are made of where they are missing. */
function slotFinder(types: ModuleType[], string: number): SlotsOf {
  const lists = new Map<number, number>();
  for (const [index, type] of types.entries()) {
    if (type.kind === "list") lists.set(type.element, index);
  }
  const parts = types.flatMap((type) => (type.kind === "map" ? [type.key, type.value] : []));
  for (const element of parts) {
    if (!lists.has(element)) lists.set(element, types.push({ kind: "list", element }) - 1);
  }
  return (type) => {
    if (type.kind === "map") return [lists.get(type.key)!, lists.get(type.value)!, string];
    return type.kind === "tuple" || type.kind === "record" ? slotTypes(type) : [];
  };
}

function align(address: number): number {
  return Math.ceil(address / 16) * 16;
}

/** Finds the types that the runtime itself makes values of, or adds them. */
function addOwnTypes(types: ModuleType[]): OwnTypes {
  const find = (matches: (type: ModuleType) => boolean, missing: ModuleType): number => {
    const index = types.findIndex(matches);
    return index < 0 ? types.push(missing) - 1 : index;
  };
  const float = (type: ModuleType): boolean => type.kind === "float" && type.unit === null;
  const listOf = (matches: (type: ModuleType) => boolean, element: number): number =>
    find((type) => type.kind === "list" && matches(types[type.element]), { kind: "list", element });
  const string = find((type) => type.kind === "string", { kind: "string" });
  const floatIndex = find(float, { kind: "float", unit: null });
  const intIndex = find((type) => type.kind === "int", { kind: "int" });
  return {
    string,
    floatList: listOf(float, floatIndex),
    intList: listOf((type) => type.kind === "int", intIndex),
    stringList: listOf((type) => type.kind === "string", string),
  };
}

/** Names once each, as their length u32 and their UTF-8. */
class NameTable {
  readonly #offsets = new Map<string, number>();
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  offsetOf(name: string): number {
    const known = this.#offsets.get(name);
    if (known !== undefined) return known;
    const offset = this.#length;
    const text = new TextEncoder().encode(name);
    const piece = new Uint8Array(align(4 + text.length));
    new DataView(piece.buffer).setUint32(0, text.length, true);
    piece.set(text, 4);
    this.#offsets.set(name, offset);
    this.#pieces.push(piece);
    this.#length += piece.length;
    return offset;
  }

  finish(): Uint8Array {
    const bytes = new Uint8Array(this.#length);
    let offset = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, offset);
      offset += piece.length;
    }
    return bytes;
  }
}
