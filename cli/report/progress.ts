/** How far a run has come, in words: time, work, rate, and when its fuel ends at the latest. */

/** Takes back what stands on the last line of a terminal. */
export const ERASE_LINE = "\r\u001B[K";

export interface Progress {
  readonly seconds: number;
  /** Steps of fuel that are used; 0 where nobody knows. */
  readonly fuel: number;
  /** Whether that is a guess from how fast the run was before. */
  readonly isGuessed: boolean;
  /** The fuel limit of the run. */
  readonly limit: number;
}

/** `12 s, 3.4 billion steps`. */
export function doneText({ seconds, fuel, isGuessed }: Progress): string {
  if (fuel === 0) return timeText(seconds);
  return `${timeText(seconds)}, ${isGuessed ? "about " : ""}${shortNumber(fuel)} steps`;
}

/** `12 s, 3.4 billion steps, 283.3 million a second, fuel for 57 min more`. */
export function progressText(progress: Progress): string {
  const { seconds, fuel, limit } = progress;
  if (fuel === 0 || seconds === 0) return doneText(progress);
  const rate = fuel / seconds;
  const rest = timeText((limit - fuel) / rate);
  return `${doneText(progress)}, ${shortNumber(rate)} a second, fuel for ${rest} more`;
}

const TIMES = [
  { unit: "s", seconds: 1, upTo: 120 },
  { unit: "min", seconds: 60, upTo: 120 * 60 },
  { unit: "h", seconds: 3600, upTo: 48 * 3600 },
  { unit: "days", seconds: 24 * 3600, upTo: Number.POSITIVE_INFINITY },
] as const;

function timeText(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const { unit, seconds: size } = TIMES.find(({ upTo }) => seconds < upTo) ?? TIMES[3];
  return `${Math.round(seconds / size)} ${unit}`;
}

const SIZES = [
  [1e15, "e15"],
  [1e12, " trillion"],
  [1e9, " billion"],
  [1e6, " million"],
] as const;

function shortNumber(count: number): string {
  const size = SIZES.find(([least]) => count >= least);
  return size === undefined ? String(Math.round(count)) : (count / size[0]).toFixed(1) + size[1];
}
