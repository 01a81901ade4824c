/**
 * Refuses programs that are larger than a module may be: the limits of bytecode/limits.ts as
 * reports about the source.
 *
 * Not here: the limit of all bytes together, which only the encoder sees; the decoder refuses it.
 */

import { entryOf } from "../../machine/bytecode/instruction.ts";
import { MODULE_LIMITS, type ModuleLimitName } from "../../machine/bytecode/limits.ts";
import type { FunctionCode } from "../../machine/bytecode/module.ts";
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

function* countsOf({ module, drafts }: Linked): Generator<Count> {
  const root = drafts[0].source.place;
  yield { limit: "types", count: module.types.length, of: "types", place: root };
  yield { limit: "texts", count: module.texts.length, of: "texts", place: root };
  yield { limit: "parameters", count: module.parameters.length, of: "parameters", place: root };
  yield { limit: "outputs", count: module.outputs.length, of: "outputs", place: root };
  yield { limit: "functions", count: module.functions.length, of: "functions", place: root };
  for (const type of module.types) {
    if (type.kind === "record") {
      yield {
        limit: "fields",
        count: type.fields.length,
        of: `fields of \`${type.name}\``,
        place: root,
      };
    } else if (type.kind === "tuple") {
      yield {
        limit: "fields",
        count: type.elements.length,
        of: "elements of a tuple",
        place: root,
      };
    }
  }
  for (const text of module.texts) {
    const count = text.length * 3 <= MODULE_LIMITS.textBytes.maximum ? 0 : utf8Length(text);
    yield { limit: "textBytes", count, of: "bytes of a text", place: root };
  }
  for (const [index, fn] of module.functions.entries()) {
    const { name, place } = drafts[index].source;
    yield* functionCounts(fn, name, place);
  }
}

function* functionCounts(fn: FunctionCode, name: string, place: Place): Generator<Count> {
  const of = (what: string): string => `${what} of \`${name}\``;
  const signature = Math.max(fn.parameters.length, fn.results.length);
  yield { limit: "signature", count: signature, of: of("registers of parameters"), place };
  yield { limit: "registers", count: fn.registers.length, of: of("registers"), place };
  yield { limit: "instructions", count: fn.code.length, of: of("instructions"), place };
  yield { limit: "nesting", count: deepest(fn), of: of("nested structures"), place };
}

function deepest(fn: FunctionCode): number {
  let depth = 0;
  let most = 0;
  for (const instruction of fn.code) {
    const { flow } = entryOf(instruction.op);
    if (flow === "open") depth += 1;
    else if (flow === "end") depth -= 1;
    if (depth > most) most = depth;
  }
  return most;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
