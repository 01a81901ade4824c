/**
 * A document that knows where it may break: what the formatter builds and print.ts lays out.
 *
 * A group is printed on one line if it fits and nothing in it forces a break; otherwise each of its
 * own lines breaks. Source of the scheme: Wadler, "A prettier printer" (2003).
 */

export type Document =
  | string
  | readonly Document[]
  | {
      readonly kind: "line";
      readonly flat: string;
      readonly hard: boolean;
      readonly blank: boolean;
    }
  | { readonly kind: "group"; readonly body: Document; readonly broken: boolean }
  | { readonly kind: "indent"; readonly body: Document }
  /** Text that is there only when the group is broken. */
  | { readonly kind: "whenBroken"; readonly text: string }
  /** A comment that moves to the end of its line. */
  | { readonly kind: "suffix"; readonly text: string }
  /** A space and more on the same line if it fits there, otherwise on the next. */
  | { readonly kind: "fill"; readonly body: Document }
  /** A line end, unless the line is still empty. */
  | { readonly kind: "fresh" };

/** A space, or a line end in a broken group. */
export const LINE: Document = { kind: "line", flat: " ", hard: false, blank: false };
/** Nothing, or a line end in a broken group. */
export const SOFT_LINE: Document = { kind: "line", flat: "", hard: false, blank: false };
/** A line end; breaks every group around it. */
export const HARD_LINE: Document = { kind: "line", flat: "", hard: true, blank: false };
/** A line end and an empty line. */
export const BLANK_LINE: Document = { kind: "line", flat: "", hard: true, blank: true };
export const FRESH: Document = { kind: "fresh" };

/** A space or a line end, with an empty line before it in a broken group. */
export const LINE_WITH_BLANK: Document = { kind: "line", flat: " ", hard: false, blank: true };

export function indent(body: Document): Document {
  return { kind: "indent", body };
}

/** A group; `broken` breaks it whatever its length. */
export function group(body: Document, broken = false): Document {
  return { kind: "group", body, broken: broken || forcesBreak(body) };
}

export function whenBroken(text: string): Document {
  return { kind: "whenBroken", text };
}

export function fill(body: Document): Document {
  return { kind: "fill", body };
}

export function suffix(text: string): Document {
  return { kind: "suffix", text };
}

/** A comment breaks what it stands in, unless it stands at the very end. */
function forcesBreak(document: Document): boolean {
  if (typeof document === "string") return false;
  if (isSequence(document)) {
    const end = document.findLastIndex((part) => !isEmpty(part));
    return document.some((part, at) => forcesBreak(part) || (at < end && endsInSuffix(part)));
  }
  switch (document.kind) {
    case "line":
      return document.hard;
    case "group":
      return document.broken;
    case "indent":
    case "fill":
      return forcesBreak(document.body) || endsInSuffix(document.body);
    case "fresh":
      return true;
    case "suffix":
    case "whenBroken":
      return false;
  }
}

function endsInSuffix(document: Document): boolean {
  if (typeof document === "string") return false;
  if (isSequence(document)) {
    const last = document.findLast((part) => !isEmpty(part));
    return last !== undefined && endsInSuffix(last);
  }
  if (document.kind === "group" || document.kind === "indent") return endsInSuffix(document.body);
  return document.kind === "suffix";
}

function isEmpty(document: Document): boolean {
  return document === "" || (isSequence(document) && document.every(isEmpty));
}

export function isSequence(document: Document): document is readonly Document[] {
  return Array.isArray(document);
}
