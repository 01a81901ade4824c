/**
 * Refuses programs that are larger than a module may be: the limits of bytecode/limits.ts as
 * reports about the source.
 *
 * Not here: the limit of all bytes together, which only the encoder sees and the decoder refuses.
 */

import { entryOf, type Mnemonic } from "../../machine/bytecode/instruction.ts";
import {
  MODULE_LIMITS,
  type ModuleLimitName,
  valueNesting,
} from "../../machine/bytecode/limits.ts";
import type { FunctionCode, Module } from "../../machine/bytecode/module.ts";
import { operandsOf, valuesOf } from "../../machine/bytecode/operand-list.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { report } from "../../source/report.ts";
import type { Place } from "../check/typed.ts";
import type { Linked } from "./link.ts";

/** One count that a limit speaks of, and where in the program it is made. */
interface Count {
  readonly limit: ModuleLimitName;
  readonly count: number;
  readonly of: string;
  readonly place: Place;
}

/** A report for every limit that the program passes, each once, where it is passed first. */
export function checkSizes(linked: Linked): Diagnostic[] {
  const seen = new Set<ModuleLimitName>();
  const reports: Diagnostic[] = [];
  for (const { limit, count, of, place } of countsOf(linked)) {
    const { maximum } = MODULE_LIMITS[limit];
    if (count <= maximum || seen.has(limit)) continue;
    seen.add(limit);
    const message = `${of} would be ${count}, and a module holds at most ${maximum}`;
    reports.push(report("E0501", place.path, place.span, message));
  }
  return reports;
}

function* countsOf({ module, drafts, parameters }: Linked): Generator<Count> {
  const { place } = drafts[0].source;
  for (const limit of ["types", "texts", "parameters", "outputs", "functions"] as const) {
    yield { limit, count: module[limit].length, of: limit, place };
  }
  yield* tableCounts(module, place);
  for (const [index, { name, default: value }] of module.parameters.entries()) {
    const at = parameters[index].place;
    yield { limit: "nameBytes", count: utf8Length(name), of: "bytes of a name", place: at };
    const count = valueNesting(value);
    yield { limit: "valueNesting", count, of: "values inside of each other", place: at };
  }
  for (const [index, fn] of module.functions.entries()) {
    const { source } = drafts[index];
    yield* functionCounts(fn, source.name, source.place);
  }
}

function* tableCounts(module: Module, place: Place): Generator<Count> {
  for (const type of module.types) {
    if (type.kind === "record") {
      const of = `fields of \`${type.name}\``;
      yield { limit: "fields", count: type.fields.length, of, place };
      for (const { name } of [type, ...type.fields]) {
        yield { limit: "nameBytes", count: utf8Length(name), of: "bytes of a name", place };
      }
    } else if (type.kind === "enum") {
      yield { limit: "cases", count: type.cases.length, of: `cases of \`${type.name}\``, place };
      for (const { name, fields } of type.cases) {
        yield { limit: "fields", count: fields.length, of: `parts of \`${name}\``, place };
        for (const each of [name, ...fields.map((field) => field.name)]) {
          yield { limit: "nameBytes", count: utf8Length(each), of: "bytes of a name", place };
        }
      }
    } else if (type.kind === "tuple") {
      const count = type.elements.length;
      yield { limit: "fields", count, of: "elements of a tuple", place };
    }
  }
  for (const text of module.texts) {
    yield { limit: "textBytes", count: utf8Length(text), of: "bytes of a text", place };
  }
  for (const { name } of module.outputs) {
    yield { limit: "nameBytes", count: utf8Length(name), of: "bytes of a name", place };
  }
}

function* functionCounts(fn: FunctionCode, name: string, place: Place): Generator<Count> {
  const of = (what: string): string => `${what} of \`${name}\``;
  const signature = Math.max(fn.parameters.length, fn.results.length);
  yield { limit: "signature", count: signature, of: of("registers of parameters"), place };
  yield { limit: "registers", count: fn.registers.length, of: of("registers"), place };
  yield { limit: "instructions", count: fn.code.length, of: of("instructions"), place };
  const { deepest, longest, size } = measured(fn);
  yield { limit: "nesting", count: deepest, of: of("nested structures"), place };
  yield { limit: "operands", count: longest, of: of("operands of an instruction"), place };
  yield { limit: "functionSize", count: size, of: of("instructions with operands"), place };
}

/** The deepest nesting of structures, the longest list of registers, and all of these together. */
function measured(fn: FunctionCode): { deepest: number; longest: number; size: number } {
  let depth = 0;
  let deepest = 0;
  let longest = 0;
  let size = fn.code.length;
  for (const instruction of fn.code) {
    const { flow } = entryOf(instruction.op);
    if (flow === "open") depth += 1;
    else if (flow === "end") depth -= 1;
    if (depth > deepest) deepest = depth;
    for (const name of listsOf(instruction.op)) {
      const { length } = valuesOf(instruction)[name] as readonly number[];
      if (length > longest) longest = length;
      size += length;
    }
  }
  return { deepest, longest, size };
}

const LISTS = new Map<Mnemonic, readonly string[]>();

/** The operands of an instruction that are lists of registers. */
function listsOf(op: Mnemonic): readonly string[] {
  let names = LISTS.get(op);
  if (names === undefined) {
    names = operandsOf(op).flatMap(({ name, operand }) => ("signature" in operand ? [name] : []));
    LISTS.set(op, names);
  }
  return names;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
