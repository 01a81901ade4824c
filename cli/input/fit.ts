/**
 * Text of one cell or one option as a value of a parameter's type.
 *
 * Out: the value in base units, or a reason that says what was expected; whoever called adds the
 * place.
 */

import {
  equalUnits,
  type ModuleType,
  type ModuleUnit,
  type ModuleValue,
  parseQuantity,
  showDisplayUnit,
  showUnit,
  unitTermOf,
} from "../../src/index.ts";
import { quantityText } from "../report/written.ts";

export type Fitted =
  | { readonly fits: true; readonly value: ModuleValue }
  /** `missingUnit` is what a bare number lacks. */
  | { readonly fits: false; readonly reason: string; readonly missingUnit?: string };

const INTEGER = /^[+-]?\d+(?:_\d+)*$/u;
const DIGITS = String.raw`\d+(?:_\d+)*`;
const NUMBER = new RegExp(
  `^[+-]?(?:${DIGITS}(?:\\.${DIGITS})?|\\.${DIGITS})(?:[eE][+-]?\\d+)?$`,
  "u",
);
const LONGEST_QUOTE = 40;

/** Numbers that have no digits, as JSON of ours writes them. */
export const NUMBERS_BY_NAME: ReadonlyMap<string, number> = new Map([
  ["NaN", NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
]);

/**
 * @param columnUnit the unit of the whole column, `MW` of `load[MW]`; a cell then carries none
 */
export function fitText(type: ModuleType, text: string, columnUnit: string | null = null): Fitted {
  switch (type.kind) {
    case "int":
      return fitInteger(text);
    case "bool":
      return text === "true" || text === "false"
        ? { fits: true, value: text === "true" }
        : refuse(`expected \`true\` or \`false\`, found ${quoted(text)}`);
    case "string":
      return text.isWellFormed()
        ? { fits: true, value: text }
        : refuse("expected text without lone surrogates");
    case "float":
      return fitFloat(type.unit, text, columnUnit);
    default:
      return refuse(`a ${type.kind} is no single value`);
  }
}

function fitInteger(text: string): Fitted {
  if (!INTEGER.test(text)) return refuse(`expected an Int such as 500, found ${quoted(text)}`);
  const value = Number(text.replaceAll("_", ""));
  if (!Number.isSafeInteger(value)) {
    return refuse(`${text} is outside of Int, which runs from −(2⁵³−1) to 2⁵³−1`);
  }
  // −0 is no Int.
  return { fits: true, value: value + 0 };
}

function fitFloat(unit: ModuleUnit | null, text: string, columnUnit: string | null): Fitted {
  const named = NUMBERS_BY_NAME.get(text);
  if (named !== undefined) return { fits: true, value: named };
  const reading = parseQuantity(columnUnit === null ? text : `${text}[${columnUnit}]`);
  if (columnUnit !== null && !NUMBER.test(text)) {
    return refuse(`expected a number such as 0.5, found ${quoted(text)}`);
  }
  if (!reading.ok) {
    const isNumber = NUMBER.test(/^[+-]?[\d.]*/u.exec(text)?.[0] ?? "");
    const example = quantityText("0.5", unit);
    return refuse(
      isNumber ? reading.sentence : `expected a number such as ${example}, found ${quoted(text)}`,
    );
  }
  const { value, unit: given, unitText } = reading.value;
  if (!Number.isFinite(value)) return refuse(`${text} is larger than every Float`);
  const isBareZero = value === 0 && unitText === "";
  // A bare 14 for degrees would be 14 radians, so it needs its unit although the dimensions agree.
  const isAmbiguous = unitText === "" && (unit?.display?.scale ?? 1) !== 1;
  const isEqual = equalUnits(given.term, termOf(unit));
  if (isBareZero || (isEqual && !isAmbiguous)) return { fits: true, value };
  const wanted = unit === null ? "1" : showDisplayUnit(unit);
  if (unitText === "") {
    const reason = `a unit is needed, ${wanted}: write ${quantityText(text, unit)}`;
    return { fits: false, reason, missingUnit: wanted };
  }
  const found = withBaseUnits(unitText, given.term);
  if (unit === null || unit.exponents.length === 0) {
    return refuse(`expected a number without unit, found ${found}`);
  }
  const expected = `expected ${withBaseUnits(wanted, termOf(unit))}, found ${found}`;
  return refuse(`${expected}${turnsHint(showUnit(given.term), unit, value)}`);
}

/** A lost 2π: cycles where radians are meant. */
function turnsHint(found: string, unit: ModuleUnit, value: number): string {
  if (found.replace(/\bcycle\b/u, "1").replace(/^1\*/u, "") !== showUnit(termOf(unit))) return "";
  const scale = unit.display?.scale ?? 1;
  const turned = Number(((value * 2 * Math.PI) / scale).toPrecision(12));
  return `; one cycle is TAU, so that would be ${quantityText(`${turned}`, unit)}`;
}

/** What a unit measures; a plain number without one. */
export function termOf(unit: ModuleUnit | null): ReturnType<typeof unitTermOf> {
  return unitTermOf(unit ?? { exponents: [], display: null });
}

/** `MW (kg*m^2/s^3)`, and `1/s` alone. */
function withBaseUnits(text: string, term: ReturnType<typeof unitTermOf>): string {
  const base = showUnit(term);
  return text === base ? text : `${text} (${base})`;
}

export function refuse(reason: string): Fitted {
  return { fits: false, reason };
}

/** The text as a person can recognise it, cut where it is long. */
export function quoted(text: string): string {
  if (text === "") return "nothing";
  const shown = text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
  return text.startsWith('"') ? shown : JSON.stringify(shown);
}
