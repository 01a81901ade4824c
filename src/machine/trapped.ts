/**
 * What is thrown when a run traps; caught where the run was started, never seen outside of
 * machine/.
 */

import { trapNameOf, TRAPS, type TrapName } from "./trap.ts";
import { showFloat } from "./values/show.ts";

/**
 * Carries the code of the trap, and what it captured; `text` is the reference of the program's own
 * text.
 */
export class Trapped {
  readonly code: number;
  readonly a: number;
  readonly b: number;
  readonly text: number | null;
  /** The place, where whoever threw knew it. */
  readonly site: number | null;
  /** Whether the runtime threw it: then the fuel cell and the site cell are up to date. */
  readonly isFromRuntime: boolean;
  /** The host's call stack, informative. */
  readonly hostStack: string;

  constructor(
    code: number,
    captured: { readonly a: number; readonly b: number; readonly text?: number },
    origin: {
      readonly site: number | null;
      readonly isFromRuntime: boolean;
      readonly hostStack?: string;
    },
  ) {
    this.code = code;
    this.a = captured.a;
    this.b = captured.b;
    this.text = captured.text ?? null;
    this.site = origin.site;
    this.isFromRuntime = origin.isFromRuntime;
    this.hostStack = origin.hostStack ?? "";
  }
}

/** A trap of the interpreter's loop, whose state knows the place. */
export function trapInline(code: number, a = 0, b = 0, text?: number): Trapped {
  return new Trapped(code, { a, b, text }, { site: null, isFromRuntime: false });
}

/** What a trap captured at its place: two numbers, and the program's own text. */
export interface Captured {
  readonly a: number;
  readonly b: number;
  readonly text: string;
}

/** Those that capture a Float; others capture Ints. */
const FLOAT_TRAPS: ReadonlySet<TrapName> = new Set(["conversion", "rate", "weights"]);

/** The message of a trap: the template of its code with what was captured. */
export function renderTrap(code: number, captured: Captured): string {
  const name = trapNameOf(code);
  return TRAPS[name].message.replaceAll(/\{(a|b|text)\}/g, (_, key: keyof Captured) => {
    const value = captured[key];
    return FLOAT_TRAPS.has(name) && typeof value === "number" ? showFloat(value) : String(value);
  });
}
