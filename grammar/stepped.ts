/**
 * Numbers with a step, as they are written here: `(0..10).step_by(2)`, and
 * `linspace(0, 1, count: 11)` where they are no whole numbers.
 */

/** Where they begin and end and how far apart they are, as somebody wrote it. */
export interface Stepped {
  readonly from: string;
  readonly to: string;
  readonly step: string;
  /** Whether `to` is one of them where the steps meet it. */
  readonly isInclusive: boolean;
}

export interface SteppedText {
  /** What stands for them here; null where that is not known. */
  readonly written: string | null;
  /** Whether it stands for exactly these numbers. */
  readonly isSure: boolean;
  readonly message: string;
}

const NUMBER = /^(-?\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)([\p{L}[].*)?$/u;
const WHOLE = /^-?\d{1,9}$/;
const SIMPLE = /^-?[\p{L}\d_.]+(?:\(\))?$/u;
/** Of more points than this nobody wants to read the count. */
const MOST_POINTS = 1e6;

const OF_FLOATS = "numbers with a step are";
const OF_INTS = "a range counts by one; with a step it is";

const UNKNOWN =
  "numbers with a step are `linspace(0, 1, count: 11)`, and whole ones `(0..10).step_by(2)`";

/** What to write for numbers with a step. */
export function steppedText(numbers: Stepped): SteppedText {
  const bounds = [numbers.from, numbers.to, numbers.step];
  if (bounds.every((bound) => WHOLE.test(bound))) return wholeSteps(numbers);
  const points = evenPoints(numbers);
  if (points !== null) {
    return { written: points, isSure: true, message: `${OF_FLOATS} \`${points}\`` };
  }
  const isCounting = /^[1-9]\d*$/.test(numbers.step);
  if (isCounting && bounds.every((bound) => SIMPLE.test(bound) && !isFraction(bound))) {
    const written = rangeText(numbers);
    return { written, isSure: false, message: `${OF_INTS} \`${written}\`` };
  }
  return { written: null, isSure: false, message: UNKNOWN };
}

function isFraction(bound: string): boolean {
  return /^-?\d[\d_]*[.eE]/.test(bound);
}

function rangeText({ from, to, step, isInclusive }: Stepped): string {
  return `(${from}${isInclusive ? "..=" : ".."}${to}).step_by(${step})`;
}

/** All three are whole numbers. */
function wholeSteps(numbers: Stepped): SteppedText {
  const [from, to, step] = [numbers.from, numbers.to, numbers.step].map(Number);
  if (step > 0) {
    const written = rangeText(numbers);
    return { written, isSure: true, message: `${OF_INTS} \`${written}\`` };
  }
  if (step === 0) return { written: null, isSure: false, message: "a step is not 0" };
  const last = numbers.isInclusive ? to : to + 1;
  const count = Math.max(0, Math.floor((from - last) / -step) + 1);
  const written =
    step === -1
      ? `(${last}..=${from}).reversed()`
      : `(0..${count}).map(|i| ${from} - ${-step} * i)`;
  return { written, isSure: true, message: `a range counts up; downwards it is \`${written}\`` };
}

/** `linspace(0s, 1s, count: 11)`; null where the numbers or their units are not known. */
function evenPoints({ from, to, step, isInclusive }: Stepped): string | null {
  const read = [from, to, step].map((bound) => NUMBER.exec(bound));
  if (read.some((match) => match === null)) return null;
  const [first, end, by] = read.map((match) => Number(match![1].replaceAll("_", "")));
  const units = read.map((match) => match![2] ?? "");
  const unit = units[2];
  // a bare 0 fits every unit
  if (units[1] !== unit || (units[0] !== unit && !(units[0] === "" && first === 0))) return null;
  const steps = (end - first) / by;
  const count = isInclusive ? Math.floor(steps + 1e-9) + 1 : Math.ceil(steps - 1e-9);
  if (!(count >= 2 && count <= MOST_POINTS)) return null;
  const last = Number((first + (count - 1) * by).toPrecision(12));
  return `linspace(${from}, ${last}${unit}, count: ${count})`;
}
