/** A trap for people: what stopped the run, the source around it, and the open calls. */

import { excerpt, type LimitName, LIMITS, type Module, type RunTrap } from "../../src/index.ts";
import type { Outcome } from "../outcome.ts";
import type { LoadedProgram } from "../program.ts";
import { sourceOf } from "../trap-place.ts";
import type { Stream } from "../shell.ts";
import { textFinder } from "./diagnostics.ts";
import { grouped } from "./grouped.ts";
import { paletteOf } from "./palette.ts";
import { trapHelp } from "./trap-help.ts";

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
  const shown = shownFrame(module, program, result.trap);
  const source = sourceOf(module, result.trap.stack[shown] ?? result.trap);
  const text = source === null ? null : textFinder(program.texts)(source.path);
  const place = shown === 0 ? (trap.place ?? trap.stack[0]) : placeOf(trap.stack[shown]);
  const gutter = text === null ? 0 : (place.split(":").at(-2) ?? "").length;
  err.write(`${" ".repeat(gutter)} ${palette.faint(text === null ? "=" : "┌─")} ${place}\n`);
  if (source !== null && text !== null) {
    const marks = [{ span: source.span, text: "", isMain: true }];
    const colours = { mark: palette.error, frame: palette.faint, note: palette.code };
    err.write(`${excerpt(text, marks, gutter, colours).join("\n")}\n`);
  }
  const margin = " ".repeat(gutter + 1);
  if (shown > 0) err.write(`${margin}${palette.faint("=")} in ${trap.stack[0]}\n`);
  for (const line of callerLines(trap.stack.slice(1))) {
    err.write(`${margin}${palette.faint("=")} ${line}\n`);
  }
  if (Object.hasOwn(LIMITS, trap.code)) {
    const name = trap.code as LimitName;
    const amount = grouped(limits[name]);
    const raise = `limit ${amount}; raise it with \`${LIMITS[name].option}\``;
    err.write(`${margin}${palette.faint("=")} ${raise}\n`);
  }
  const help = trapHelp(trap.code, trap.message);
  if (help !== null) err.write(`${margin}${palette.faint("=")} help: ${help}\n`);
  err.write(`${margin}${palette.faint("=")} more: resolang explain ${trap.code}\n`);
}

/**
 * The innermost open call that stands in the program's own files, for there it can be changed; the
 * very place of the trap where none does.
 */
function shownFrame(module: Module, { texts }: LoadedProgram, { stack }: RunTrap): number {
  const own = stack.findIndex((frame) => {
    const source = sourceOf(module, frame);
    return source !== null && texts.some(({ path }) => path === source.path);
  });
  return Math.max(own, 0);
}

/** `file:line:column` of `measured (file:line:column)`. */
function placeOf(frame: string): string {
  return frame.slice(frame.lastIndexOf("(") + 1, -1);
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
