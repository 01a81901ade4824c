/** A trap for people: what stopped the run, the source around it, and the open calls. */

import { excerpt, type LimitName, LIMITS } from "../../src/index.ts";
import type { Outcome } from "../outcome.ts";
import { sourceOf } from "../trap-place.ts";
import type { Stream } from "../shell.ts";
import { textFinder } from "./diagnostics.ts";
import { grouped } from "./grouped.ts";
import { paletteOf } from "./palette.ts";

const SHOWN_FRAMES = 10;
/** A run tells its innermost calls; from here on there may be more. */
const MOST_FRAMES = 60;

/**
 * Writes what a run's trap says, where it happened and how it came there; nothing when there is
 * none.
 */
export function writeTrap(err: Stream, { module, program, trap, result, limits }: Outcome): void {
  if (trap === null || result.trap === null) return;
  const palette = paletteOf(err);
  if (err.isTerminal) err.write("\n");
  err.write(`${palette.error(`trap[${trap.code}]`)}: ${palette.strong(trap.message)}\n`);
  const source = sourceOf(module, result.trap);
  const text = source === null ? null : textFinder(program.texts)(source.path);
  const gutter = text === null ? 0 : (trap.place?.split(":").at(-2) ?? "").length;
  const place = trap.place ?? trap.stack[0];
  err.write(`${" ".repeat(gutter)} ${palette.faint(text === null ? "=" : "┌─")} ${place}\n`);
  if (source !== null && text !== null) {
    const marks = [{ span: source.span, text: "", isMain: true }];
    const colours = { mark: palette.error, frame: palette.faint, note: palette.code };
    err.write(`${excerpt(text, marks, gutter, colours).join("\n")}\n`);
  }
  const margin = " ".repeat(gutter + 1);
  for (const line of callerLines(trap.stack.slice(1))) {
    err.write(`${margin}${palette.faint("=")} ${line}\n`);
  }
  if (Object.hasOwn(LIMITS, trap.code)) {
    const name = trap.code as LimitName;
    const amount = grouped(limits[name]);
    const raise = `limit ${amount}; raise it with \`${LIMITS[name].option}\``;
    err.write(`${margin}${palette.faint("=")} ${raise}\n`);
  }
  err.write(`${margin}${palette.faint("=")} more: resolang explain ${trap.code}\n`);
}

/** The open calls; one that stands in itself many times is told once. */
function callerLines(callers: readonly string[]): readonly string[] {
  const lines: string[] = [];
  let from = 0;
  while (from < callers.length) {
    let to = from + 1;
    while (callers[to] === callers[from]) to += 1;
    const times = to - from === 1 ? "" : `, ${to - from} times`;
    lines.push(`called from ${callers[from]}${times}`);
    from = to;
  }
  const shown = lines.slice(0, SHOWN_FRAMES);
  const isCut = lines.length > SHOWN_FRAMES || callers.length >= MOST_FRAMES;
  return isCut ? [...shown, "and further calls"] : shown;
}
