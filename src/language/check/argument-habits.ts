/** Arguments as other libraries take them: functions first, a value to count, a seed for chance. */

import type { Type } from "../../machine/types/type.ts";
import type { ReportExtras } from "../../source/report.ts";
import { headOf } from "./head.ts";
import { findFunction, type Body, type Callable, type Reason } from "./session.ts";
import { resolved } from "./solver.ts";
import type { TypedExpression } from "./typed.ts";
import { writtenAt } from "./written.ts";

/** What to write for an argument of another type; null where nothing is known. */
export function argumentMeant(
  body: Body,
  value: TypedExpression,
  [found, wanted]: readonly [Type, Type],
  { callable }: Reason,
): ReportExtras | null {
  if (callable === undefined) return null;
  if (headOf(wanted) === "Random" && (found.kind === "int" || found.kind === "float")) {
    return { help: ["what is drawn comes from a stream: `var random = Random(seed: 42)`"] };
  }
  if (found.kind === "function" && wanted.kind !== "function") return orderHelp(callable);
  if (callable.name === "String.join" && found.kind === "string" && wanted.kind === "list") {
    return {
      help: [`the list comes first: \`String.join(xs, ${writtenAt(body, value.span) ?? "…"})\``],
    };
  }
  const isSought = wanted.kind === "function" && wanted.parameters.length === 1;
  if (!isSought || resolved(body.solver, wanted.result).kind !== "bool") return null;
  if (
    found.kind === "function" ||
    headOf(found) !== headOf(resolved(body.solver, wanted.parameters[0]))
  )
    return null;
  const written = writtenAt(body, value.span);
  const test = `|x| x == ${written ?? "…"}`;
  const edits =
    written === null
      ? []
      : [{ span: value.span, replacement: test, confidence: "likely" as const }];
  return { help: [`what is asked of each is a function: \`${test}\``], edits };
}

/** `rk4(f, x, t)`: the order of the arguments, where a function comes later. */
function orderHelp({ name, parameters }: Callable): ReportExtras | null {
  if (!parameters.some(({ type }) => type.kind === "function")) return null;
  const order = `${name}(${parameters.map((parameter) => parameter.name).join(", ")})`;
  return { help: [`the arguments are, in this order, \`${order}\``] };
}

/** `Int.abs` for `abs`, where the value is of another type than the function takes; else null. */
export function namesake(
  body: Body,
  { name }: Callable,
  value: TypedExpression,
  needed: Type,
): string | null {
  const head = name.includes(".") ? null : headOf(resolved(body.solver, value.type));
  if (head === headOf(resolved(body.solver, needed))) return null;
  const own = `${head}.${name}`;
  return findFunction(body.session, body.layer, own) === null ? null : own;
}

/** The same as help. */
export function namesakeHelp(
  body: Body,
  callable: Callable,
  value: TypedExpression,
  needed: Type,
): ReportExtras | null {
  const own = namesake(body, callable, value, needed);
  if (own === null) return null;
  return { help: [`write \`${own}(${writtenAt(body, value.span) ?? "…"})\``], edits: [] };
}
