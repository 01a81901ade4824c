/**
 * Refuses programs that are larger than a module may be: the limits of bytecode/limits.ts as
 * reports about the source.
 *
 * Not here: the limit of all bytes together, which only the encoder sees and the decoder refuses.
 */

import {
  MODULE_LIMITS,
  type ModuleLimitName,
  valueNesting,
} from "../../machine/bytecode/limits.ts";
import type { FunctionCode, Module } from "../../machine/bytecode/module.ts";
import type { Diagnostic } from "../../source/diagnostic.ts";
import { report } from "../../source/report.ts";
import type { Place } from "../check/typed.ts";
import type { Draft } from "./function.ts";
import type { Linked } from "./link.ts";

/**
 * Reports a count that passes its limit: of `what`, or of `what` of the function or type `owner`.
 */
type Expect = (
  limit: ModuleLimitName,
  count: number,
  place: Place,
  what: string,
  owner?: string,
) => void;

/** A report for every limit that the program passes, each once, where it is passed first. */
export function checkSizes({ module, drafts, parameters }: Linked): Diagnostic[] {
  const found = new Map<ModuleLimitName, Diagnostic>();
  const expect: Expect = (limit, count, place, what, owner) => {
    const { maximum } = MODULE_LIMITS[limit];
    if (count <= maximum || found.has(limit)) return;
    const of = owner === undefined ? what : `${what} of \`${owner}\``;
    const message = `${of} would be ${count}, and a module holds at most ${maximum}`;
    found.set(limit, report("E0501", place.path, place.span, message));
  };
  const { place } = drafts[0].source;
  for (const limit of ["types", "texts", "parameters", "outputs", "functions"] as const) {
    expect(limit, module[limit].length, place, limit);
  }
  expectTables(expect, module, place);
  for (const [index, { name, default: value }] of module.parameters.entries()) {
    const at = parameters[index].place;
    expectName(expect, name, at);
    expect("valueNesting", valueNesting(value), at, "values inside of each other");
  }
  for (let index = 0; index < drafts.length; index += 1) {
    expectFunction(expect, module.functions[index], drafts[index]);
  }
  return [...found.values()];
}

function expectTables(expect: Expect, module: Module, place: Place): void {
  for (const type of module.types) {
    if (type.kind === "record") {
      expect("fields", type.fields.length, place, "fields", type.name);
      expectName(expect, type.name, place);
      for (const { name } of type.fields) expectName(expect, name, place);
    } else if (type.kind === "enum") {
      expect("cases", type.cases.length, place, "cases", type.name);
      for (const { name, fields } of type.cases) {
        expect("fields", fields.length, place, "parts", name);
        expectName(expect, name, place);
        for (const each of fields) expectName(expect, each.name, place);
      }
    } else if (type.kind === "tuple") {
      expect("fields", type.elements.length, place, "elements of a tuple");
    }
  }
  for (const text of module.texts) expectBytes(expect, "textBytes", text, place, "bytes of a text");
  for (const { name } of module.outputs) expectName(expect, name, place);
}

function expectName(expect: Expect, name: string, place: Place): void {
  expectBytes(expect, "nameBytes", name, place, "bytes of a name");
}

/** The bytes of a text in UTF-8, which are three for each of its units at the most. */
function expectBytes(
  expect: Expect,
  limit: ModuleLimitName,
  text: string,
  place: Place,
  what: string,
): void {
  if (3 * text.length <= MODULE_LIMITS[limit].maximum) return;
  expect(limit, utf8Length(text), place, what);
}

function expectFunction(expect: Expect, fn: FunctionCode, { source, written }: Draft): void {
  const { size } = written;
  const { name: owner, place } = source;
  const signature = Math.max(fn.parameters.length, fn.results.length);
  expect("signature", signature, place, "registers of parameters", owner);
  expect("registers", fn.registers.length, place, "registers", owner);
  expect("instructions", fn.code.length, place, "instructions", owner);
  expect("nesting", size.deepest, place, "nested structures", owner);
  expect("operands", size.longestList, place, "operands of an instruction", owner);
  const all = fn.code.length + size.listed;
  expect("functionSize", all, place, "instructions with operands", owner);
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
