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

/** What a count is of: `registers`, or `registers` of the function with this name. */
interface Counted {
  readonly what: string;
  readonly owner?: string;
  readonly place: Place;
}

/** Reports a count that passes its limit. */
type Expect = (limit: ModuleLimitName, count: number, of: Counted) => void;

/** A report for every limit that the program passes, each once, where it is passed first. */
export function checkSizes({ module, drafts, parameters }: Linked): Diagnostic[] {
  const found = new Map<ModuleLimitName, Diagnostic>();
  const expect: Expect = (limit, count, { what, owner, place }) => {
    const { maximum } = MODULE_LIMITS[limit];
    if (count <= maximum || found.has(limit)) return;
    const of = owner === undefined ? what : `${what} of \`${owner}\``;
    const message = `${of} would be ${count}, and a module holds at most ${maximum}`;
    found.set(limit, report("E0501", place.path, place.span, message));
  };
  const { place } = drafts[0].source;
  for (const limit of ["types", "texts", "parameters", "outputs", "functions"] as const) {
    expect(limit, module[limit].length, { what: limit, place });
  }
  expectTables(expect, module, place);
  for (const [index, { name, default: value }] of module.parameters.entries()) {
    const at = parameters[index].place;
    expectName(expect, name, at);
    expect("valueNesting", valueNesting(value), { what: "values inside of each other", place: at });
  }
  for (const [index, fn] of module.functions.entries()) expectFunction(expect, fn, drafts[index]);
  return [...found.values()];
}

function expectTables(expect: Expect, module: Module, place: Place): void {
  for (const type of module.types) {
    if (type.kind === "record") {
      expect("fields", type.fields.length, { what: "fields", owner: type.name, place });
      for (const { name } of [type, ...type.fields]) expectName(expect, name, place);
    } else if (type.kind === "enum") {
      expect("cases", type.cases.length, { what: "cases", owner: type.name, place });
      for (const { name, fields } of type.cases) {
        expect("fields", fields.length, { what: "parts", owner: name, place });
        for (const each of [{ name }, ...fields]) expectName(expect, each.name, place);
      }
    } else if (type.kind === "tuple") {
      expect("fields", type.elements.length, { what: "elements of a tuple", place });
    }
  }
  for (const text of module.texts) {
    expect("textBytes", utf8Length(text), { what: "bytes of a text", place });
  }
  for (const { name } of module.outputs) expectName(expect, name, place);
}

function expectName(expect: Expect, name: string, place: Place): void {
  expect("nameBytes", utf8Length(name), { what: "bytes of a name", place });
}

function expectFunction(expect: Expect, fn: FunctionCode, { source, size }: Draft): void {
  const { name: owner, place } = source;
  const signature = Math.max(fn.parameters.length, fn.results.length);
  expect("signature", signature, { what: "registers of parameters", owner, place });
  expect("registers", fn.registers.length, { what: "registers", owner, place });
  expect("instructions", fn.code.length, { what: "instructions", owner, place });
  expect("nesting", size.deepest, { what: "nested structures", owner, place });
  expect("operands", size.longestList, { what: "operands of an instruction", owner, place });
  const all = fn.code.length + size.listed;
  expect("functionSize", all, { what: "instructions with operands", owner, place });
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
