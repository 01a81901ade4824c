/**
 * `[f(x) for x in xs if c]`, `sum(f(x) for x in xs)`: lists that are made from others, and what is
 * asked of them at once.
 *
 * In: a `for` between brackets. Out: the calls that are written here, and no edit where the kind
 * of the list or of its values is not sure.
 */

import type { TokenName } from "../tokens.ts";
import { closerOf, endsOperand, findOnLine, operandStart, textOf, type Site } from "./line.ts";
import { type Phrase, phrase } from "./phrase.ts";
import { rewritten } from "./rewrite.ts";
import { countingLoop } from "./typed-names.ts";

const MADE = "a list is made from another one with `xs.map(|x| …)`";

/** What a comprehension is made of, as it is written here. */
interface Parts {
  readonly value: string;
  /** Whether the value is a comparison, which is true or false. */
  readonly holds: boolean;
  /** The names that the value is made from, as a function value has them. */
  readonly parameter: string;
  /** What is gone through, as it stands and so that a call can follow. */
  readonly source: string;
  readonly whole: string;
  readonly isRange: boolean;
  /** Whether the source is a name that a range may have. */
  readonly mayBeRange: boolean;
  readonly guard: string | null;
}

/** Where a comprehension stands, between its brackets. */
interface Place {
  readonly open: number;
  readonly within: number;
  readonly guard: number;
  readonly close: number;
}

/** `[f(x) for x in xs if c]` */
export function comprehension(site: Site): Phrase | null {
  const { tokens, index, opener } = site;
  const loop = tokens[index + 1].name === "LeftParenthesis" ? countingLoop(site) : null;
  if (loop !== null) return loop;
  const isCall = isGenerator(site);
  if (opener?.name !== "LeftBracket" && !isCall) return null;
  if (!endsOperand(tokens[index - 1])) return null;
  const open = opener!.index;
  const close = closerOf(site, open);
  const within = findOnLine(site, index, ({ name }) => name === "In");
  // brackets of other kinds may have closed it before
  if (within < 0 || close < within) return null;
  const [from, to] = isCall ? [open + 1, close] : [open, close + 1];
  const range = { from, to, at: index };
  const guard = findOnLine(site, within, ({ name }) => name === "If");
  const parts = partsOf(site, { open, within, guard, close });
  if (parts === null) return phrase(site, range, MADE, null);
  const changed = changedIn(site.text, parts.value);
  if (changed !== null && (isCall || guard >= 0)) return phrase(site, range, MADE, null);
  if (changed !== null) return filledList(site, range, changed, parts);
  // `any([x > 0 for x in xs])` asks what `any(x > 0 for x in xs)` does
  const isOnly = tokens[from - 1]?.name === "LeftParenthesis";
  const isArgument = isOnly && tokens[to].name === "RightParenthesis";
  const called = isArgument ? calledFunction(site, from - 1) : null;
  const asked = called === null ? null : askedOf(called, parts);
  if (asked === null) return phrase(site, range, MADE, listOf(parts));
  const call = { from: from - 2, to: to + 1, at: index };
  return phrase(site, call, asked.message, asked.written);
}

/** The parts; null where they are none of ours. */
function partsOf(site: Site, { open, within, guard, close }: Place): Parts | null {
  const { index } = site;
  const end = guard < 0 ? close : guard;
  const isNamed = (...names: readonly TokenName[]) => {
    return ({ name }: { readonly name: TokenName }) => names.includes(name);
  };
  if (findOnLine(site, within + 1, isNamed("For", "Comma")) >= 0) return null;
  const value = valueOf(site, open + 1);
  if (value === null) return null;
  const name = textOf(site, index + 1, within);
  const written = textOf(site, within + 1, end);
  const source = written.replace(JULIA_RANGE, "$1..=$2");
  const count = /^range\(((?:[^,()]|\([^()]*\))+)\)$/.exec(source)?.[1];
  if (count === undefined && source.startsWith("range(")) return null;
  const dots = findOnLine(site, within + 1, isNamed("DotDot", "DotDotEqual"));
  const isRange = source !== written || (dots >= 0 && dots < end);
  const counted = count === undefined ? source : `0..${count}`;
  const isOperand = counted === written && operandStart(site, end) === within + 1;
  const comparison = findOnLine(site, open + 1, isNamed(...COMPARISONS));
  return {
    value,
    holds: comparison >= 0 && comparison < index && !value.startsWith("if "),
    parameter: name.includes(",") && !name.startsWith("(") ? `(${name})` : name,
    source: counted,
    whole: isOperand ? source : `(${counted})`,
    isRange: isRange || count !== undefined,
    mayBeRange: isNamedRange(site, source),
    guard: guard < 0 ? null : textOf(site, guard + 1, close),
  };
}

const COMPARISONS: readonly TokenName[] = [
  "Less",
  "LessEqual",
  "Greater",
  "GreaterEqual",
  "EqualEqual",
  "BangEqual",
];

/** The value, with `a if c else b` as a choice; null where that has more than two ways. */
function valueOf(site: Site, from: number): string | null {
  const { index } = site;
  const condition = findOnLine(site, from, ({ name }) => name === "If");
  if (condition < 0 || condition > index) return rewritten(textOf(site, from, index));
  const otherwise = findOnLine(site, condition, ({ name }) => name === "Else");
  const second = findOnLine(site, condition + 1, ({ name }) => name === "If");
  const isPlain = condition > from && otherwise > condition && otherwise < index;
  if (!isPlain || (second >= 0 && second < index)) return null;
  const [then, asked] = [textOf(site, from, condition), textOf(site, condition + 1, otherwise)];
  return rewritten(`if ${asked} { ${then} } else { ${textOf(site, otherwise + 1, index)} }`);
}

/** `1:10` */
const JULIA_RANGE = /^(\w+):(\w+)$/;

/** Whether a variable or a parameter of this name may be a range somewhere in the text. */
function isNamedRange({ text }: Site, source: string): boolean {
  if (!/^\w+$/.test(source)) return false;
  return new RegExp(`\\b${source}\\s*(?::\\s*Range\\b|=[^\\n]*\\.\\.)`).test(text);
}

/** The list that a comprehension makes. */
function listOf(parts: Parts): string {
  const { value, parameter, source, isRange, mayBeRange, guard } = parts;
  const kept = keptOf(parts);
  if (value === parameter && (guard !== null || !mayBeRange)) {
    return isRange && guard === null ? `${kept}.to_list()` : kept;
  }
  const count = /^0 ?\.\. ?(\w+|\w+\.length\(\))$/.exec(source)?.[1];
  return count !== undefined && guard === null
    ? `List.generated(${count}, |${parameter}| ${value})`
    : `${kept}.map(|${parameter}| ${value})`;
}

/** What the guard leaves of the source. */
function keptOf({ whole, parameter, guard }: Parts): string {
  return guard === null ? whole : `${whole}.filter(|${parameter}| ${guard})`;
}

/** `sum(f(x) for x in xs)`: the only argument of a call. */
function isGenerator(site: Site): boolean {
  const { tokens, index, opener } = site;
  if (opener?.name !== "LeftParenthesis" || opener.index < 1) return false;
  const before = tokens[opener.index - 1];
  if (before.end !== opener.start || !endsOperand(before)) return false;
  const comma = findOnLine(site, opener.index + 1, ({ name }) => name === "Comma");
  return comma < 0 || comma > index;
}

/** The function that is called, where it is none that the text declares; null for others. */
function calledFunction({ text, tokens }: Site, open: number): string | null {
  const [before, called] = [tokens[open - 2], tokens[open - 1]];
  if (called?.name !== "Name" || called.end !== tokens[open].start) return null;
  if (before?.name === "Dot") return null;
  const { image } = called;
  return new RegExp(`\\bfn ${image}\\b`).test(text) ? null : image;
}

/** What a call asks of a list, where that is no call of its own here; null for other calls. */
function askedOf(
  called: string,
  parts: Parts,
): { readonly message: string; readonly written: string } | null {
  const { value, holds, parameter, guard } = parts;
  switch (called) {
    case "any":
    case "all":
      return {
        message: `a list is asked with \`xs.${called}(|x| …)\``,
        written: `${keptOf(parts)}.${called}(|${parameter}| ${value})`,
      };
    case "max":
    case "min": {
      const name = `${called}imum`;
      return { message: `of a list it is \`${name}(xs)\``, written: `${name}(${listOf(parts)})` };
    }
    case "list":
      return { message: MADE, written: listOf(parts) };
    case "sum": {
      if (isWhole(parts)) {
        const message = "whole numbers are added with `Int.sum(xs)`";
        return { message, written: `Int.sum(${listOf(parts)})` };
      }
      if (value !== "1" && !holds) return null;
      const message = "what holds in a list is counted with `xs.count(|x| …)`";
      if (holds) return { message, written: `${keptOf(parts)}.count(|${parameter}| ${value})` };
      const written = guard === null ? "length()" : `count(|${parameter}| ${guard})`;
      return { message, written: `${parts.whole}.${written}` };
    }
    default:
      return null;
  }
}

/** Whether the values are Ints: sums, differences and products of what a range counts. */
function isWhole({ value, parameter, isRange, holds }: Parts): boolean {
  if (!isRange || holds || !/^(?:[\w\s+*()-]|\^\d)+$/.test(value)) return false;
  const words: readonly string[] = value.match(/\w+/g) ?? [];
  return (
    words.includes(parameter) && words.every((word) => word === parameter || /^\d+$/.test(word))
  );
}

/** A variable that a value may change, such as a `var random` in `random.uniform()`. */
function changedIn(text: string, value: string): string | null {
  const called = [...value.matchAll(/\b([a-z]\w*)(?=\.\w+\()/g)].map(([, name]) => name);
  return called.find((name) => new RegExp(`\\bvar ${name}\\b`).test(text)) ?? null;
}

/** A comprehension whose values change something: function values cannot, a loop can. */
function filledList(
  site: Site,
  range: { readonly from: number; readonly to: number; readonly at: number },
  changed: string,
  { parameter, value, source }: Parts,
): Phrase {
  const list = /\bmade\b/.test(site.text) ? "made_here" : "made";
  const variable = new RegExp(`\\b${parameter}\\b`).test(value) ? parameter : "_";
  const loop = `for ${variable} in ${source} { ${list}.push(${value}) }`;
  const written = `{\n    var ${list} = []\n    ${loop}\n    ${list}\n  }`;
  const message = `a list whose values change \`${changed}\` is filled in a loop`;
  const found = phrase(site, range, message, written);
  return { ...found, mistake: { ...found.mistake, help: [`write \`${loop}\``] } };
}
