/** Functions of values in other languages that need other words here, or none. */

import type { ReportExtras } from "../../source/report.ts";
import type * as ast from "../ast.ts";
import type { Body } from "./session.ts";
import { writtenAt } from "./written.ts";

type CallSyntax = ast.Expression & { kind: "call" };

const LISTS = "a list is gone through as it is";
const MAPS = "a map is gone through as it is, with `for (key, value) in map`";
const VALUES = "every value is a copy of its own";

/** Calls that are left out here, and why. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  iter: LISTS,
  iter_mut: LISTS,
  into_iter: LISTS,
  collect: LISTS,
  items: MAPS,
  clone: VALUES,
  copy: VALUES,
  deepcopy: VALUES,
  to_owned: VALUES,
  to_vec: VALUES,
};

/** What is meant by `xs.iter()` and `x.unwrap()`; null for other calls. */
export function methodHelp(
  body: Body,
  call: CallSyntax,
  { receiver, field }: ast.Expression & { kind: "field" },
  known: readonly string[],
): ReportExtras | null {
  if (call.arguments.length > 0) return null;
  const { text, span } = field;
  if (Object.hasOwn(LEFT_OUT, text)) {
    const value = writtenAt(body, receiver.span) ?? "…";
    const rest = { start: receiver.span.end, end: call.span.end };
    return {
      help: [`${LEFT_OUT[text]}: write \`${value}\``],
      edits: [{ span: rest, replacement: "", confidence: "likely" }],
    };
  }
  if (text !== "unwrap" || !known.includes("expect")) return null;
  const whole = { start: span.start, end: call.span.end };
  return {
    help: ['write `expect("…")`, with what to say when nothing is there; or `value_or(…)`'],
    edits: [{ span: whole, replacement: 'expect("nothing is there")', confidence: "likely" }],
  };
}
