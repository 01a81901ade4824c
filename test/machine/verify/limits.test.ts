/** Every limit of a module: the largest is accepted, one more is refused. */

import { expect, test } from "vitest";
import { decodeModule } from "../../../src/machine/bytecode/decode.ts";
import { encodeModule } from "../../../src/machine/bytecode/encode.ts";
import { MODULE_LIMITS, type ModuleLimitName } from "../../../src/machine/bytecode/limits.ts";
import type { Module } from "../../../src/machine/bytecode/module.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { moduleOf } from "../bytecode/module-text.ts";

/** `count` lines or words made from their numbers. */
const each = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("");

const MAIN = "function 0 () -> ()\nenter _\nreturn []\n";
const name = (bytes: number) => JSON.stringify("é".repeat(bytes / 2) + "e".repeat(bytes % 2));

/** A module whose size in one respect is the given one, all else small. */
const MODULES: Readonly<Record<Exclude<ModuleLimitName, "bytes">, (size: number) => string>> = {
  types: (size) => {
    const records = each(size - 2, (index) => `type ${index + 2} record "R${index}"\n`);
    const registers = each(size - 2, (index) => ` r${index + 2}`);
    const front = `type 0 list 1\ntype 1 int\n${records}output "x" 0\n`;
    return `${front}function 0 () -> ()\nregisters${registers}\nenter _\nreturn []\n`;
  },
  fields: (size) => `type 0 tuple${" 1".repeat(size)}\ntype 1 int\noutput "x" 0\n${MAIN}`,
  cases: (size) =>
    `type 0 enum "E"${each(size, (index) => ` "C${index}" []`)}\noutput "x" 0\n${MAIN}`,
  texts: (size) =>
    `type 0 string\n${each(size, (index) => `text ${index} "${index}"\n`)}${textUsers(size)}`,
  textBytes: (size) =>
    `type 0 string\ntext 0 ${name(size)}\nfunction 0 () -> ()\nregisters r0\nenter _\n` +
    "text_const %0 0\nref_drop %0\nreturn []\n",
  nameBytes: (size) => `type 0 int\noutput ${name(size)} 0\n${MAIN}`,
  parameters: (size) => `type 0 int\n${each(size, (index) => `parameter "p${index}" 0\n`)}${MAIN}`,
  outputs: (size) => `type 0 int\n${each(size, (index) => `output "p${index}" 0\n`)}${MAIN}`,
  valueNesting: (size) =>
    'type 0 list 0\nparameter "p" 0 default ' +
    `${"[".repeat(size + 1)}${"]".repeat(size + 1)}\n${MAIN}`,
  functions: (size) =>
    "function 0 () -> ()\nenter _\n" +
    `${each(size - 1, (index) => `call [] ${index + 1} []\n`)}return []\n` +
    each(size - 1, (index) => `function ${index + 1} () -> ()\nenter _\nreturn []\n`),
  signature: (size) =>
    "function 0 () -> ()\nregisters i\nenter _\nint_const %0 1\n" +
    `call [] 1 [${"%0 ".repeat(size)}]\nreturn []\n` +
    `function 1 (${"i, ".repeat(size)}) -> ()\nenter _\nreturn []\n`,
  registers: (size) => `function 0 () -> ()\nregisters${" i".repeat(size)}\nenter _\nreturn []\n`,
  instructions: (size) =>
    `function 0 () -> ()\nregisters i\nenter _\n${"int_const %0 1\n".repeat(size - 2)}return []\n`,
  functionSize: (size) =>
    "type 0 list 1\ntype 1 int\nfunction 0 () -> ()\nregisters r0 i\nenter _\nint_const %1 1\n" +
    each(16, () => `list_new %0 0 [${"%1 ".repeat(8000)}]\nref_drop %0\n`) +
    `list_new %0 0 [${"%1 ".repeat(size - 8000 * 16 - 16 * 2 - 5)}]\nref_drop %0\nreturn []\n`,
  operands: (size) =>
    "type 0 list 1\ntype 1 int\nfunction 0 () -> ()\nregisters r0 i\nenter _\nint_const %1 1\n" +
    `list_new %0 0 [${"%1 ".repeat(size)}]\nref_drop %0\nreturn []\n`,
  nesting: (size) =>
    `function 0 () -> ()\nenter _\n${"block\n".repeat(size)}${"end\n".repeat(size)}return []\n`,
};

/** Functions that use every text once, in order, and few enough instructions each. */
function textUsers(count: number): string {
  const perFunction = 20_000;
  const functions = Math.ceil(count / perFunction);
  const use = (text: number) => `text_const %0 ${text}\nref_drop %0\n`;
  const first = Math.min(count, perFunction);
  const calls = each(functions - 1, (index) => `call [] ${index + 1} []\n`);
  const start = (index: number) => `function ${index} () -> ()\nregisters r0\nenter _\n`;
  const rest = each(functions - 1, (index) => {
    const from = (index + 1) * perFunction;
    const here = Math.min(perFunction, count - from);
    return `${start(index + 1)}${each(here, (offset) => use(from + offset))}return []\n`;
  });
  return `${start(0)}${each(first, use)}${calls}return []\n${rest}`;
}

function codeOf(module: Module): string {
  const verdict = verify(module);
  return "verified" in verdict ? "ok" : verdict.refusal.code;
}

for (const [limit, make] of Object.entries(MODULES)) {
  const { maximum } = MODULE_LIMITS[limit as ModuleLimitName];
  test(`${limit}: ${maximum} are accepted, one more is not`, () => {
    const largest = moduleOf(make(maximum));
    expect(codeOf(largest)).toBe("ok");
    const decoded = decodeModule(encodeModule(largest));
    expect("module" in decoded).toBe(true);
    expect(codeOf(moduleOf(make(maximum + 1)))).toBe("E0407");
  });
}

test("bytes: a file of the largest size is read, one byte more is not", () => {
  const { maximum } = MODULE_LIMITS.bytes;
  const code = (size: number) => {
    const decoded = decodeModule(new Uint8Array(size));
    return "problem" in decoded ? decoded.problem.code : "ok";
  };
  expect(code(maximum)).toBe("E0401");
  expect(code(maximum + 1)).toBe("E0407");
});

test("the decoder refuses a table that is too large before it reads it", () => {
  const bytes = encodeModule(moduleOf(MODULES.parameters(MODULE_LIMITS.parameters.maximum + 1)));
  const decoded = decodeModule(bytes);
  expect("problem" in decoded && decoded.problem.code).toBe("E0407");
});
