/**
 * The values that one parameter takes in a sweep, as the texts that a run would be given:
 * `0..=4:0.25`, `1..20`, `1,2,5`.
 *
 * Numbers without a unit are in that of the end: `0..=4/s:0.25`. Steps are counted in decimals, so
 * that a point has the text, and with it the bits and the kept result, of the same value given by
 * hand: `0..=1:0.1` holds 0.3.
 */

import { Fault, type ModuleType } from "../../src/index.ts";

/** A sweep has so many points at most, along one axis and in all. */
export const MOST_POINTS = 10_000;

const SWEPT_KINDS: ReadonlySet<ModuleType["kind"]> = new Set([
  "int",
  "float",
  "bool",
  "string",
  "enum",
]);
const NUMBER = /^(?<number>[+-]?\d[\d_]*(?:\.\d[\d_]*)?(?:e[+-]?\d{1,3})?)(?<unit>[^\d.,:].*)?$/u;

/**
 * The values as texts; null where there is one value only, which is not swept.
 *
 * @param option as it is written, `--half-width`
 * @param unit what numbers of the parameter end in, `/s`; empty for plain ones
 * @throws {Fault} `parameter/value` for a range that has no values, or too many
 */
export function axisTexts(
  option: string,
  kind: ModuleType["kind"],
  text: string,
  unit = "",
): readonly string[] | null {
  if (!SWEPT_KINDS.has(kind) || (text.startsWith("@") && kind !== "string")) return null;
  const isNumber = kind === "int" || kind === "float";
  if (isNumber && text.includes("..")) return rangeTexts(option, kind, text, unit);
  if (isNumber) refuseColons(option, kind, text, unit);
  if (!text.includes(",")) return null;
  const parts = partsOf(kind, text);
  if (parts.length === 1 && parts[0] === text) return null;
  const texts = parts.map((each) => each.trim());
  if (texts.includes("")) {
    throw refusal(option, `a value is missing between the commas of ${JSON.stringify(text)}`);
  }
  if (kind !== "float") return texts;
  const last = texts[texts.length - 1];
  if (unit !== "" && partOf(last)?.unit === "") throw needsUnit(option, text, `${text}${unit}`);
  return withUnit(texts);
}

/**
 * Whether a text that is no single value of its parameter may stand for several: `1,2`, `0..4:1`,
 * and `0:1:0.5` as other languages write it.
 */
export function asksForSeveral(kind: ModuleType["kind"], text: string): boolean {
  if (kind === "int" || kind === "float") return /^[+-]?\.?\d.*?(?:\.\.|[,:])./u.test(text);
  return (kind === "bool" || kind === "enum") && partsOf(kind, text).length > 1;
}

/**
 * `0:1:0.5` and `1:3`, ranges of other languages, are told as they are written here. Some of those
 * have the step in the middle, `0:0.5:1`.
 */
function refuseColons(
  option: string,
  kind: ModuleType["kind"],
  text: string,
  unitOfNumbers: string,
): void {
  const parts = text.split(":").map((part) => NUMBER.exec(part.trim())?.groups);
  if (parts.length < 2 || parts.length > 3 || parts.includes(undefined)) return;
  const [start, second, third = kind === "int" ? null : "0.25"] = parts.map(
    (part) => part!["number"],
  );
  // From 0 to 0.5 there is no step of 1.
  const strides = (Number(second) - Number(start)) / Number(third ?? 1);
  const [end, step] = parts.length < 3 || strides >= 1 ? [second, third] : [third, second];
  const unit = parts.findLast((part) => part!["unit"] !== undefined)?.["unit"] ?? unitOfNumbers;
  const form = `${start}..=${end}${unit}${step === null ? "" : `:${step}`}`;
  throw refusal(option, `${text} is no range here: write ${form}`);
}

/** What commas part; `\,` is a comma in a text. */
function partsOf(kind: ModuleType["kind"], text: string): readonly string[] {
  if (kind === "enum") return casesIn(text);
  if (kind !== "string") return text.split(",");
  return text.split(/(?<!\\),/u).map((part) => part.replaceAll("\\,", ","));
}

/** `Dot, Box(1, 2)` in its cases: commas in brackets belong to one. */
function casesIn(text: string): readonly string[] {
  const cases = [""];
  let depth = 0;
  for (const character of text) {
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    if (character === "," && depth === 0) cases.push("");
    else cases[cases.length - 1] += character;
  }
  return cases;
}

/** Numbers without a unit are in that of the last one: `0.5,1,2/s`. */
function withUnit(texts: readonly string[]): readonly string[] {
  const unit = partOf(texts[texts.length - 1])?.unit ?? "";
  return texts.map((text) => (partOf(text)?.unit === "" ? `${text}${unit}` : text));
}

/** A decimal number: `digits` · 10^−`places`. */
interface Decimal {
  readonly digits: bigint;
  readonly places: number;
}

interface Part extends Decimal {
  readonly unit: string;
}

function rangeTexts(
  option: string,
  kind: ModuleType["kind"],
  text: string,
  unitOfNumbers: string,
): readonly string[] {
  const [ends, stepText, ...more] = text.split(":");
  const [firstText, endText, ...others] = ends.split(/\.\.=?/u);
  if (more.length > 0 || others.length > 0) throw wrongRange(option, text);
  const parts = [firstText, endText, stepText ?? "1"].map((part) => partOf(part.trim()));
  const [first, end, step] = parts;
  if (first === null || end === null || step === null) throw wrongRange(option, text);
  if (unitOfNumbers !== "" && end.unit === "") {
    throw needsUnit(option, text, `${ends}${unitOfNumbers}:${stepText ?? "0.25"}`);
  }
  if (stepText === undefined && kind === "float") {
    throw refusal(option, `${text} needs its step: ${text}:0.25`);
  }
  const unit = end.unit;
  if ([first, step].some((part) => part.unit !== "" && part.unit !== unit)) {
    throw refusal(option, `the parts of ${text} are in different units`);
  }
  const places = Math.max(first.places, end.places, step.places, 0);
  const [from, to, by] = [first, end, step].map((part) => scaled(part, places));
  const count = countOf(from, to, by, ends.includes("..="));
  if (count === 0) throw refusal(option, `${text} has no values${whyNone(from, to, by)}`);
  if (count > MOST_POINTS) {
    const found = Number.isFinite(count) ? `${count}` : "too many";
    throw refusal(option, `${text} has ${found} values, and ${MOST_POINTS} are the most`);
  }
  return Array.from(
    { length: count },
    (_, index) => `${decimalText(from + BigInt(index) * by, places)}${unit}`,
  );
}

function partOf(text: string): Part | null {
  const parts = NUMBER.exec(text)?.groups;
  if (parts === undefined) return null;
  const [mantissa, exponent = "0"] = parts["number"].replaceAll("_", "").split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  return {
    digits: BigInt(`${whole}${fraction}`.replace("+", "")),
    places: fraction.length - Number(exponent),
    unit: parts["unit"] ?? "",
  };
}

function scaled({ digits, places }: Decimal, to: number): bigint {
  return digits * 10n ** BigInt(to - places);
}

/** How many steps lead from one end to the other, the first value included. */
function countOf(from: bigint, to: bigint, by: bigint, isClosed: boolean): number {
  if (by === 0n) return 0;
  const way = by > 0n ? to - from : from - to;
  const length = by > 0n ? by : -by;
  if (way < 0n || (way === 0n && !isClosed)) return 0;
  return Number(isClosed ? way / length + 1n : (way + length - 1n) / length);
}

function whyNone(from: bigint, to: bigint, by: bigint): string {
  if (by === 0n) return ": its step is 0";
  if (from === to) return ": `..` leaves out its end, `..=` does not";
  return by > 0n ? ": a falling range has a negative step" : ": a rising range has a positive step";
}

/** Without zeros at its end. */
function decimalText(digits: bigint, places: number): string {
  const sign = digits < 0n ? "-" : "";
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, "0");
  const fraction = text.slice(text.length - places).replace(/0+$/u, "");
  const whole = text.slice(0, text.length - places);
  return places === 0 || fraction === "" ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

function needsUnit(option: string, text: string, corrected: string): Fault {
  return refusal(option, `${text} needs a unit at its end, such as ${corrected}`);
}

function wrongRange(option: string, text: string): Fault {
  return refusal(option, `expected a range such as 0..=4:0.25, found ${JSON.stringify(text)}`);
}

function refusal(option: string, reason: string): Fault {
  return new Fault("parameter/value", `${option}: ${reason}`);
}
