/** A half-open range of UTF-16 offsets in one source text. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The smallest span that covers both. */
export function join(first: Span, second: Span): Span {
  return { start: Math.min(first.start, second.start), end: Math.max(first.end, second.end) };
}
