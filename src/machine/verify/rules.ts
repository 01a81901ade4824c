/**
 * The rules a module must keep to be run, one entry each, with the code of the report when it
 * breaks one.
 *
 * Invariants: every rule has an entry in the catalogue under its code, and a test that fails when
 * the rule is switched off. Not here: how the rules are checked (the passes beside this file).
 */

import type { DiagnosticCode } from "../../source/catalogue/index.ts";

export interface Rule {
  readonly code: DiagnosticCode;
  readonly doc: string;
}

export const RULES = {
  limit: { code: "E0407", doc: "Nothing is larger than the table of limits allows." },
  index: { code: "E0408", doc: "Every index points at something the module has." },
  budget: {
    code: "E0407",
    doc: "The proof needs no more steps than the size of the module allows.",
  },
  name: {
    code: "E0410",
    doc: "Parameters, outputs, fields of a record and cases of an enum have distinct names.",
  },
  unit: { code: "E0411", doc: "A unit is written in its one way." },
  finite: { code: "E0409", doc: "Every type has a value that ends." },
  duplicate: { code: "E0412", doc: "No type and no text stands in its table twice." },
  order: {
    code: "E0413",
    doc: "Types, texts and functions stand in the order of first use, all of them used.",
  },
  erased: {
    code: "E0414",
    doc:
      "Registers and new objects have types without units, parameters and outputs types with " +
      "units.",
  },
  value: {
    code: "E0415",
    doc: "A default fits its type, a range its parameter, a constant its range.",
  },
  main: { code: "E0416", doc: "`main` takes nothing and gives nothing." },
  signature: {
    code: "E0417",
    doc:
      "A function's first registers are its parameters; references alone have types and " +
      "ownership; inout parameters are the first results.",
  },
  enter: { code: "E0418", doc: "`enter` stands first in a function and nowhere else." },
  nesting: {
    code: "E0419",
    doc: "Every structure is closed by its own `end`; `else` divides an `if` once.",
  },
  unreachable: {
    code: "E0420",
    doc: "Where no path arrives stands `else`, `end` or the end of the function.",
  },
  fall: { code: "E0421", doc: "No path runs past the last instruction of a function." },
  label: {
    code: "E0422",
    doc: "A label counts structures that are open; `continue` names a loop.",
  },
  arity: {
    code: "E0423",
    doc: "A list of registers is as long as the signature, record or function asks.",
  },
  kind: { code: "E0424", doc: "Every register has the kind its place asks for." },
  type: { code: "E0425", doc: "Every reference has the static type its place asks for." },
  assigned: { code: "E0426", doc: "A register is read only where every path has written it." },
  empty: { code: "E0427", doc: "A reference is read only where it holds an object." },
  owned: { code: "E0428", doc: "Only an owned reference is given away, changed or opened." },
  overwrite: { code: "E0429", doc: "A reference is written only into an empty register." },
  open: {
    code: "E0430",
    doc: "An open container cannot be read; it is only closed, at the place where it was opened.",
  },
  locked: { code: "E0431", doc: "The index register of an open list is not written." },
  join: {
    code: "E0432",
    doc: "Where paths meet, and around a loop, every reference is in one state.",
  },
  leak: { code: "E0433", doc: "A function leaves no owned reference behind." },
  alias: {
    code: "E0434",
    doc: "A register that an instruction takes, changes or writes stands in it once.",
  },
  charge: { code: "E0435", doc: "Every region pays for its dearest path, exactly." },
  key: { code: "E0437", doc: "No Float is part of the keys of a map." },
  debug: {
    code: "E0436",
    doc: "Names, places and documentation are as many as what they speak of.",
  },
} as const satisfies Readonly<Record<string, Rule>>;

export type RuleName = keyof typeof RULES;
