/**
 * Reads the text form of a module, which disassemble.ts describes.
 *
 * A charge may be written `_`, and is then what the cost table demands. Nothing is checked but the
 * form, so that every invalid module can be written down. Not here: whether the module makes sense
 * (verify/).
 */

import { type Kind, KINDS } from "../types/register-kind.ts";
import { BASE_UNITS, type BaseUnit } from "../types/unit.ts";
import { chargesOf } from "./charge.ts";
import { INSTRUCTIONS, type Instruction, type Mnemonic } from "./instruction.ts";
import {
  OWNERSHIPS,
  type FunctionCode,
  type Module,
  type ModuleCase,
  type ModuleOutput,
  type ModuleParameter,
  type ModuleType,
  type ModuleUnit,
  type ModuleValue,
  type Ownership,
  type SignatureParameter,
} from "./module.ts";
import { operandsOf, type NamedOperand, type OperandData } from "./operand-list.ts";

/** Why a text is no module; lines from 1. */
export interface AssembleProblem {
  readonly line: number;
  readonly message: string;
}

export type Assembled = { readonly module: Module } | { readonly problem: AssembleProblem };

/** Thrown inside of this file only. */
class Unreadable extends Error {}

/** A charge that the assembler works out. */
const CHARGE_TO_FIND = -1;

const TOKEN = /\s*(?:(;.*)|("(?:[^"\\]|\\.)*")|(->|[[\](),])|([^\s"[\](),;]+))/uy;

/** The tokens of one line, taken from the front. */
class Line {
  readonly #tokens: readonly string[];
  #next = 0;

  constructor(text: string) {
    const tokens: string[] = [];
    TOKEN.lastIndex = 0;
    for (let at = 0; at < text.trimEnd().length; at = TOKEN.lastIndex) {
      const match = TOKEN.exec(text);
      if (match === null) throw new Unreadable(`\`${text.slice(at).trim()}\` cannot be read`);
      if (match[1] === undefined) tokens.push(match[2] ?? match[3] ?? match[4]);
    }
    this.#tokens = tokens;
  }

  get isDone(): boolean {
    return this.#next >= this.#tokens.length;
  }

  peek(): string | undefined {
    return this.#tokens[this.#next];
  }

  word(what: string): string {
    const token = this.#tokens[this.#next];
    if (token === undefined) throw new Unreadable(`${what} is missing`);
    this.#next += 1;
    return token;
  }

  /** Takes the token if it is the next one. */
  accept(token: string): boolean {
    if (this.peek() !== token) return false;
    this.#next += 1;
    return true;
  }

  expect(token: string): void {
    if (!this.accept(token)) throw new Unreadable(`\`${token}\` is missing`);
  }

  text(what: string): string {
    const token = this.word(what);
    try {
      const value: unknown = JSON.parse(token);
      if (typeof value === "string") return value;
    } catch {
      // said below
    }
    throw new Unreadable(`${what} is a text in quotes, not \`${token}\``);
  }

  number(what: string): number {
    const token = this.word(what);
    const value = Number(token);
    if (Number.isNaN(value) && token !== "NaN") {
      throw new Unreadable(`${what} is a number, not \`${token}\``);
    }
    return value;
  }

  /** A number that an index, label or charge can be. */
  count(what: string): number {
    const value = this.number(what);
    if (Number.isSafeInteger(value) && value >= 0) return value;
    throw new Unreadable(`${what} is a whole number, not \`${value}\``);
  }

  register(): number {
    const token = this.word("a register");
    const digits = /^%(\d+)$/u.exec(token)?.[1];
    if (digits === undefined) throw new Unreadable(`a register is \`%0\`, not \`${token}\``);
    return Number(digits);
  }

  /** What stands up to the closing bracket. */
  until<Item>(close: string, read: () => Item): Item[] {
    const items: Item[] = [];
    while (!this.accept(close)) items.push(read());
    return items;
  }

  end(): void {
    if (!this.isDone) throw new Unreadable(`\`${this.peek()}\` is too much`);
  }
}

interface FunctionDraft {
  readonly parameters: readonly SignatureParameter[];
  readonly results: FunctionCode["results"];
  registers: FunctionCode["registers"];
  readonly code: Instruction[];
}

interface Draft {
  readonly types: ModuleType[];
  readonly texts: string[];
  readonly parameters: ModuleParameter[];
  readonly outputs: ModuleOutput[];
  readonly functions: FunctionDraft[];
  main: number;
}

/** The module that a text describes, or the first line that describes nothing. */
export function assemble(text: string): Assembled {
  const draft: Draft = {
    types: [],
    texts: [],
    parameters: [],
    outputs: [],
    functions: [],
    main: 0,
  };
  let number = 0;
  try {
    for (const lineText of text.split("\n")) {
      number += 1;
      const line = new Line(lineText);
      if (!line.isDone) readLine(line, draft);
      line.end();
    }
    const functions = draft.functions.map((fn) => ({ ...fn, code: withFoundCharges(fn.code) }));
    return { module: { ...draft, functions, debug: null } };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { problem: { line: number, message: error.message } };
  }
}

function withFoundCharges(code: readonly Instruction[]): readonly Instruction[] {
  const isToFind = (instruction: Instruction) =>
    "charge" in instruction && instruction.charge === CHARGE_TO_FIND;
  if (!code.some(isToFind)) return code;
  let charges: ReadonlyMap<number, number>;
  try {
    charges = new Map(chargesOf(code));
  } catch {
    // badly nested code has no charges; the verifier refuses it for its nesting
    charges = new Map();
  }
  return code.map((instruction, index) =>
    isToFind(instruction)
      ? ({ ...instruction, charge: charges.get(index) ?? 0 } as Instruction)
      : instruction,
  );
}

function readLine(line: Line, draft: Draft): void {
  const word = line.word("a line");
  switch (word) {
    case "type":
      readIndex(line, draft.types.length);
      draft.types.push(readType(line));
      return;
    case "text":
      readIndex(line, draft.texts.length);
      draft.texts.push(line.text("a text"));
      return;
    case "parameter":
      draft.parameters.push(readParameter(line));
      return;
    case "output":
      draft.outputs.push({ name: line.text("a name"), type: line.count("a type") });
      return;
    case "main":
      draft.main = line.count("the index of `main`");
      return;
    case "function":
      readIndex(line, draft.functions.length);
      draft.functions.push(readSignature(line));
      return;
    default:
      readInFunction(line, word, draft.functions[draft.functions.length - 1]);
  }
}

function readIndex(line: Line, wanted: number): void {
  const index = line.count("an index");
  if (index !== wanted) throw new Unreadable(`the index is ${wanted}, not ${index}`);
}

function readType(line: Line): ModuleType {
  const kind = line.word("a type");
  switch (kind) {
    case "int":
    case "bool":
    case "string":
      return { kind };
    case "float":
      return { kind, unit: line.accept("[") ? readUnit(line) : null };
    case "list":
      return { kind, element: line.count("a type") };
    case "map":
      return { kind, key: line.count("a type"), value: line.count("a type") };
    case "tuple": {
      const elements: number[] = [];
      while (!line.isDone) elements.push(line.count("a type"));
      return { kind, elements };
    }
    case "record": {
      const name = line.text("a name");
      const fields: { name: string; type: number }[] = [];
      while (!line.isDone) fields.push({ name: line.text("a field"), type: line.count("a type") });
      return { kind, name, fields };
    }
    case "enum": {
      const name = line.text("a name");
      const cases: ModuleCase[] = [];
      while (!line.isDone) {
        const caseName = line.text("a case");
        line.expect("[");
        const fields = line.until("]", () => ({
          name: line.text("a field"),
          type: line.count("a type"),
        }));
        cases.push({ name: caseName, fields });
      }
      return { kind, name, cases };
    }
    default:
      throw new Unreadable(`\`${kind}\` is no type`);
  }
}

function readUnit(line: Line): ModuleUnit {
  const exponents = line.until("]", () => {
    const base = line.word("a base unit");
    if (!(BASE_UNITS as readonly string[]).includes(base)) {
      throw new Unreadable(`\`${base}\` is no base unit`);
    }
    const [numerator, denominator] = line.word("an exponent").split("/");
    return {
      base: base as BaseUnit,
      exponent: { numerator: Number(numerator), denominator: Number(denominator ?? 1) },
    };
  });
  if (!line.accept("shown")) return { exponents, display: null };
  return { exponents, display: { text: line.text("a unit"), scale: line.number("a scale") } };
}

function readParameter(line: Line): ModuleParameter {
  const name = line.text("a name");
  const type = line.count("a type");
  const value = line.accept("default") ? readValue(line) : null;
  if (line.isDone) return { name, type, default: value, range: null };
  line.accept("range");
  const minimum = line.accept("minimum") ? line.number("a minimum") : null;
  const maximum = line.accept("maximum") ? line.number("a maximum") : null;
  const maximumExclusive = line.accept("exclusive");
  return { name, type, default: value, range: { minimum, maximum, maximumExclusive } };
}

function readValue(line: Line): ModuleValue {
  if (line.accept("[")) return line.until("]", () => readValue(line));
  if (line.accept("true")) return true;
  if (line.accept("false")) return false;
  return line.peek()?.startsWith('"') === true ? line.text("a text") : line.number("a value");
}

function readRegister(line: Line): { kind: Kind; type: number | null } {
  const word = line.word("a register");
  const match = /^(?:([ifb])|r(\d+))$/u.exec(word);
  if (match === null) throw new Unreadable(`\`${word}\` is no kind of register`);
  const kind = KINDS.find((letter) => letter === match[1]) ?? "r";
  return { kind, type: kind === "r" ? Number(match[2]) : null };
}

function readSignature(line: Line): FunctionDraft {
  line.expect("(");
  const parameters = line.until(")", (): SignatureParameter => {
    const ownership = OWNERSHIPS.find((word): word is Ownership => line.accept(word)) ?? null;
    const register = readRegister(line);
    line.accept(",");
    return { ...register, ownership };
  });
  line.expect("->");
  line.expect("(");
  const results = line.until(")", () => {
    const register = readRegister(line);
    line.accept(",");
    return register;
  });
  const registers = parameters.map(({ kind, type }) => ({ kind, type }));
  return { parameters, results, registers, code: [] };
}

function readInFunction(line: Line, word: string, fn: FunctionDraft | undefined): void {
  if (fn === undefined) throw new Unreadable(`\`${word}\` stands outside of a function`);
  if (word === "registers") {
    const locals: { kind: Kind; type: number | null }[] = [];
    while (!line.isDone) locals.push(readRegister(line));
    fn.registers = [...fn.registers, ...locals];
    return;
  }
  if (!Object.hasOwn(INSTRUCTIONS, word)) throw new Unreadable(`\`${word}\` is no instruction`);
  const op = word as Mnemonic;
  const instruction: Record<string, unknown> = { op };
  for (const operand of operandsOf(op)) instruction[operand.name] = readOperand(line, operand);
  fn.code.push(instruction as unknown as Instruction);
}

function readOperand(line: Line, { name, operand }: NamedOperand): OperandData {
  if ("signature" in operand) {
    line.expect("[");
    return line.until("]", () => line.register());
  }
  if (operand.role !== "immediate") return line.register();
  switch (operand.what) {
    case "bool": {
      const word = line.word(name);
      if (word !== "true" && word !== "false") throw new Unreadable(`\`${word}\` is no Bool`);
      return word === "true";
    }
    case "int":
    case "float":
      return line.number(name);
    case "charge":
      return line.accept("_") ? CHARGE_TO_FIND : line.count(name);
    default:
      return line.count(name);
  }
}
