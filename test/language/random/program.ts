/**
 * Random well-typed programs, as text: every type, statement and expression of the language, calls
 * of the library, and values that may trap.
 *
 * Invariants: the same seed gives the same program; loops are short, so every program ends.
 */

import { chanceOf, type Chance } from "../../machine/fuzz/chance.ts";
import { change } from "./changes.ts";
import { statements, stopping } from "./statements.ts";
import { anyType, holdsFunction, type Records } from "./types.ts";
import { declared, expression, type Variable, type Writing } from "./writing.ts";

const NAMES_OF_KIT = (
  "Item, Box, Pair, Gauge, Shade, Tree, Op, chosen, through, held, one_of, repeated, " +
  "shown, fixed, first_of, second_of, none, nothing_of, failed, whole, ratio, first_some, both, " +
  "checked, twice_checked, level, negated, adder, scaler, after, size, mapped, chain, " +
  "wound, few, bowl, flip"
).split(", ");

const RECORDS_OF_KIT: Records = new Map([
  [
    "Item",
    [
      ["n", "Int"],
      ["x", "Float[s]"],
      ["on", "Bool"],
      ["s", "String"],
      ["xs", "List[Int]"],
    ],
  ],
  [
    "Box",
    [
      ["item", "Item"],
      ["items", "List[Item]"],
      ["pair", "(Int, String)"],
      ["table", "Map[String, Int]"],
      ["z", "Complex"],
    ],
  ],
  [
    "Complex",
    [
      ["re", "Float"],
      ["im", "Float"],
    ],
  ],
  ["Op", [["run", "fn(Int) -> Int"]]],
  ["Gauge[m]", [["value", "Float[m]"]]],
]);

/** The text of a program. */
export function randomProgram(seed: number): string {
  const chance = chanceOf(seed);
  const { texts, names, records, own } = ownTypes(chance);
  const types = [
    "Int",
    ...Array.from({ length: 5 + chance.below(4) }, () => anyType(chance, names)),
  ];
  const palette = [...types, chance.pick(["Bool", "Float", "String"])];
  const inputs = inputsOf(chance);
  const outputs = OUTPUTS.filter(() => chance.hit(0.15)).map((type, index) =>
    input(`o${index}`, type),
  );
  const writing: Writing = {
    chance,
    risk: chance.hit(0.7) ? 0 : 1 / (10 + chance.below(60)),
    depth: chance.hit(0.8) ? 1 : 2,
    isWide: chance.hit(0.12),
    palette,
    records: new Map([...RECORDS_OF_KIT, ...records]),
    own,
    outputs,
    functions: [],
    variables: inputs.variables,
    names: 0,
    loops: 0,
    result: "",
    isNaming: false,
    change,
  };
  const parts = [
    ...texts,
    ...inputs.texts,
    ...outputs.map(({ name, type }) => `output ${name}: ${type}`),
  ];
  for (let index = chance.pick([0, 0, 1, 1, 2]); index > 0; index -= 1) {
    parts.push(functionText(writing, inputs.variables));
  }
  parts.push(mainText(writing, inputs.variables));
  const text = `${parts.join("\n\n")}\n`;
  const words = new Set(text.match(/\w+/gu));
  const used = NAMES_OF_KIT.filter((name) => words.has(name));
  return used.length === 0 ? text : `import "kit" { ${used.join(", ")} }\n\n${text}`;
}

function mainText(writing: Writing, inputs: Variable[]): string {
  const { chance } = writing;
  writing.variables = inputs;
  writing.result = "";
  const before = statements(writing, 2, 2);
  writing.loops = 1;
  const stop = chance.hit(0.15) ? `${stopping(writing)}\n` : "";
  const body = `${statements(writing, 3, 2)}${stop}${statements(writing, 1, 1)}`;
  return `fn main() {\n${before}for _ in 0..${1 + chance.below(90)} {\n${body}}\n}`;
}

function input(name: string, type: string): Variable {
  return { name, type, isVar: false };
}

const OUTPUTS = [
  ..."Int Float Bool String Float[m] Item Complex List[Int] List[Float] List[List[Bool]]".split(
    " ",
  ),
  ..."Option[Float[m]] Shade Tree".split(" "),
  "Pair[Int, Bool]",
  "(Int, String)",
  "Result[Float[s], String]",
];

const INPUTS: readonly (readonly [type: string, text: string])[] = [
  ["Int", "Int = 3 in 0..=10"],
  ["Float", "Float = 1.5 in 0..10"],
  ["Bool", "Bool = true"],
  ["String", 'String = "given"'],
  ["List[Float]", "List[Float] = [0.5, 1.5]"],
  ["Float[m]", "Float[m] = 2[m]"],
  ["List[Int]", "List[Int] = [1, 2, 3]"],
  ["Option[Float[m]]", "Option[Float[m]] = Some(2[m])"],
  ["Option[Int]", "Option[Int] = None"],
  ["(Int, Float[s])", "(Int, Float[s]) = (1, 2s)"],
  ["Result[Float[m], String]", 'Result[Float[m], String] = Err("why")'],
];

const COMPLEX_CONSTANTS = ["2.0 - 3i", "Complex(1, 2) / 3i", "-(0.5 + 1i)^3", "2 / (1 - 1i)"];

/** Some parameters, and constants. */
function inputsOf(chance: Chance): { texts: string[]; variables: Variable[] } {
  const texts = [
    `let LIMIT = ${chance.below(20)}`,
    `let TURN = ${chance.pick(COMPLEX_CONSTANTS)}`,
    `let PLACES = ${chance.below(4)}..=LIMIT`,
  ];
  const variables = [input("LIMIT", "Int"), input("TURN", "Complex"), input("PLACES", "Range")];
  for (const [index, [type, text]] of INPUTS.entries()) {
    if (!chance.hit(0.2)) continue;
    texts.push(`param p${index}: ${text}`);
    variables.push(input(`p${index}`, type));
  }
  return { texts, variables };
}

interface OwnTypes {
  readonly texts: string[];
  readonly names: string[];
  readonly records: Map<string, [string, string][]>;
  readonly own: { literals: Record<string, string[]>; forms: Record<string, string[]> };
}

/** A record and an enum of random fields, which hold no functions. */
function ownTypes(chance: Chance): OwnTypes {
  const types: OwnTypes = {
    texts: [],
    names: [],
    records: new Map(),
    own: { literals: {}, forms: {} },
  };
  if (chance.hit(0.6)) addRecord(chance, types);
  if (chance.hit(0.6)) addEnum(chance, types);
  return types;
}

function plainType(chance: Chance, names: readonly string[]): string {
  for (;;) {
    const type = anyType(chance, names);
    if (!holdsFunction(type)) return type;
  }
}

function addRecord(chance: Chance, { texts, names, records, own }: OwnTypes): void {
  const fields = Array.from({ length: 1 + chance.below(6) }, (_, index): [string, string] => [
    `a${index}`,
    plainType(chance, names),
  ]);
  const listed = (hole: (type: string) => string): string =>
    fields.map(([name, type]) => `${name}: ${hole(type)}`).join(", ");
  texts.push(`record Own { ${listed((type) => type)} }`);
  own.literals["Own"] = [`(Own { ${listed((type) => `⟨${type}!⟩`)} })`];
  const updated = fields.map(([name, type]) => `(Own { ..⟨Own⟩, ${name}: ⟨${type}⟩ })`);
  own.forms["Own"] = [`(Own { ${listed((type) => `⟨${type}⟩`)} })`, ...updated];
  for (const [name, type] of fields) addForm(own.forms, type, `⟨Own⟩.${name}`);
  records.set("Own", fields);
  names.push("Own");
}

function addEnum(chance: Chance, { texts, names, own }: OwnTypes): void {
  const cases = Array.from({ length: 1 + chance.below(3) }, () =>
    Array.from({ length: 1 + chance.below(3) }, () => plainType(chance, names)),
  );
  const written = cases.map((types, index) => `Case${index}(${types.join(", ")})`);
  texts.push(`enum Way { Still, ${written.join(", ")} }`);
  const made = (mark: string): string[] =>
    cases.map(
      (types, index) => `Way.Case${index}(${types.map((type) => `⟨${type}${mark}⟩`).join(", ")})`,
    );
  own.literals["Way"] = ["Way.Still", ...made("!")];
  own.forms["Way"] = made("");
  for (const [index, types] of cases.entries()) {
    for (const [at, type] of types.entries()) {
      const names = types.map((_, place) => (place === at ? `⟨new ${type}⟩` : "_"));
      const taken = `Case${index}(${names.join(", ")}) => ⟨${type}⟩⟨end⟩`;
      addForm(own.forms, type, `(match ⟨Way⟩ { ${taken}, _ => ⟨${type}⟩ })`);
    }
  }
  names.push("Way");
}

function addForm(forms: Record<string, string[]>, type: string, form: string): void {
  (forms[type] ??= []).push(form);
}

function functionText(writing: Writing, inputs: readonly Variable[]): string {
  const { chance, palette, functions } = writing;
  const name = `f${functions.length}`;
  const isChanging = chance.hit(0.5);
  const types = Array.from({ length: 1 + chance.below(3) }, () => chance.pick(palette));
  const result = chance.pick(palette);
  writing.variables = [...inputs];
  writing.result = result;
  writing.loops = 0;
  const parameters = types.map((type, index) => {
    const isVar = isChanging && index === 0;
    return `${isVar ? "var " : ""}${declared(writing, type, isVar)}: ${type}`;
  });
  const body = statements(writing, 2, 2);
  const value = expression(writing, result, 2);
  // Only functions that stand before are called, so calls end.
  functions.push({ name, isChanging, parameters: types, result });
  return `fn ${name}(${parameters.join(", ")}) -> ${result} {\n${body}${value}\n}`;
}
