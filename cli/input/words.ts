/**
 * The words behind FILE on a command line: which are parameters of the program, which options of
 * the command.
 *
 * In: `--n 500 --lines=@lines.csv --set n=500 --json`. Not here: what the texts mean
 * (parameters.ts).
 */

import { Fault, type Module, suggest } from "../../src/index.ts";
import type { OptionEntry } from "../command.ts";
import { exampleText } from "../report/show-quantity.ts";

/** `half_width` is written `--half-width`. */
export function optionName(parameter: string): string {
  return `--${parameter.replaceAll("_", "-")}`;
}

/** What the command line says: texts by parameter name, and the command's own options. */
export interface ProgramWords {
  readonly texts: ReadonlyMap<string, string>;
  readonly options: Readonly<Record<string, string | boolean>>;
}

/** Takes words one by one. */
interface Reader {
  readonly words: readonly string[];
  at: number;
  /** Of the program and the command: none of them is a value. */
  readonly optionNames: ReadonlySet<string>;
}

/**
 * Tells parameters from options of the command; where both have the name, the parameter wins.
 *
 * @param set texts of `--set name=value` that stood before FILE
 * @throws {Fault} `parameter/unknown`, `parameter/missing` for one without its value,
 *   `parameter/value` for
 *   one given twice, `usage/command`
 */
export function readWords(
  module: Module,
  words: readonly string[],
  set: readonly string[],
  entries: readonly OptionEntry[],
): ProgramWords {
  const parameters = new Map(module.parameters.map((each) => [optionName(each.name), each]));
  const texts = new Map<string, string>();
  const options: Record<string, string | boolean> = {};
  const give = (name: string, text: string): void => {
    if (texts.has(name)) throw new Fault("parameter/value", `${optionName(name)} is given twice`);
    texts.set(name, text);
  };
  for (const text of set) give(...splitSetting(text));
  const optionNames = new Set([...parameters.keys(), ...entries.flatMap(namesOf)]);
  const reader: Reader = { words, at: 0, optionNames };
  while (reader.at < words.length) {
    const word = words[reader.at];
    reader.at += 1;
    const [name, attached] = splitAtFirst(word);
    const parameter = parameters.get(name);
    if (parameter !== undefined) {
      const isFlag =
        module.types[parameter.type].kind === "bool" &&
        !/^(?:true|false)(?:,|$)/u.test(next(reader) ?? "");
      if (isFlag && attached === null) give(parameter.name, "true");
      else {
        const missing = `${name} needs a value, such as ${name} ${exampleText(module, parameter)}`;
        give(parameter.name, attached ?? take(reader, new Fault("parameter/missing", missing)));
      }
      continue;
    }
    const entry = entries.find((each) => namesOf(each).includes(name));
    if (entry === undefined) throw unknownWord(word, [...parameters.keys()], entries);
    const needed = new Fault("usage/command", `${name} needs a value`);
    const long = /--(?<long>[a-z-]+)/u.exec(entry.flags)?.groups?.["long"] ?? name;
    if (long === "set") give(...splitSetting(attached ?? take(reader, needed)));
    else if (long in options) throw new Fault("usage/command", `--${long} is given twice`);
    else options[long] = entry.flags.includes("<") ? (attached ?? take(reader, needed)) : true;
  }
  return { texts, options };
}

function next({ words, at }: Reader): string | undefined {
  return words[at];
}

/** `-h` and `--help` of `-h, --help`. */
function namesOf({ flags }: OptionEntry): readonly string[] {
  return flags.split(/[ ,]+/u).filter((part) => part.startsWith("-"));
}

/** The value of an option; a word that is an option itself is given as `--name=--json`. */
function take(reader: Reader, missing: Fault): string {
  const word = next(reader);
  if (word === undefined || reader.optionNames.has(splitAtFirst(word)[0])) throw missing;
  reader.at += 1;
  return word;
}

/** `--name=value` in two; null where there is no `=`. */
function splitAtFirst(word: string): readonly [string, string | null] {
  const at = word.indexOf("=");
  return at < 0 ? [word, null] : [word.slice(0, at), word.slice(at + 1)];
}

function splitSetting(text: string): readonly [string, string] {
  const [name, value] = splitAtFirst(text);
  if (value !== null && name !== "") return [name, value];
  throw new Fault("usage/command", `--set takes name=value, not ${JSON.stringify(text)}`);
}

function unknownWord(
  word: string,
  parameters: readonly string[],
  entries: readonly OptionEntry[],
): Fault {
  const [name] = splitAtFirst(word);
  if (!name.startsWith("-")) {
    return new Fault(
      "usage/command",
      `${JSON.stringify(word)} is one word too many: parameters are given as --name value`,
    );
  }
  const own = entries.flatMap(namesOf).filter((each) => each.startsWith("--"));
  return unknownParameter(name, parameters, own);
}

/** What to say about a parameter that the program does not have. */
export function unknownParameter(
  name: string,
  parameters: readonly string[],
  others: readonly string[] = [],
): Fault {
  const near = suggest(name, [...parameters, ...others]);
  const known = parameters.length === 0 ? "it has none" : `it has ${parameters.join(", ")}`;
  const hint = near === null ? known : `did you mean ${near}?`;
  return new Fault("parameter/unknown", `the program has no parameter ${name}: ${hint}`);
}
