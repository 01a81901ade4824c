/** Places: a `var` and a path of fields and indices below it, which something may change. */

import { changesCapture, isCaptured } from "./capture.ts";
import type { ReportExtras } from "../../source/report.ts";
import { placeEdits } from "./own-declaration.ts";
import { complain, finishing, type Body, type Variable, findVariable } from "./session.ts";
import { showType } from "./show.ts";
import { isError } from "./solver.ts";
import type { PathStep, TypedExpression, TypedPlace } from "./typed.ts";

/** Who wants to change the place: a function by name, or an assignment. */
export interface Changer {
  readonly name: string | null;
}

const NO_STEPS: readonly PathStep[] = [];

/** The place that an expression stands for, if it may be changed; else the report says why not. */
export function changeablePlace(
  body: Body,
  value: TypedExpression,
  changer: Changer,
): TypedPlace | null {
  if (isError(value.type)) return null;
  const steps: PathStep[] = [];
  let current = value;
  while (current.kind === "field" || current.kind === "index") {
    const { type, span } = current;
    const step: PathStep =
      current.kind === "field"
        ? { kind: "field", slot: current.slot, type, span }
        : { kind: "index", index: current.index, type, span };
    steps.push(finishing(body, step));
    current = current.receiver;
  }
  if (isError(current.type)) return null;
  if (current.kind !== "local") {
    notAPlace(body, current, changer);
    return null;
  }
  const variable = findVariable(body, current.local.name)!;
  variable.isChanged = true;
  if (isCaptured(body, variable)) {
    changesCapture(body, variable, value.span);
    return null;
  }
  variable.lastChange = value.span;
  if (!current.local.isVar) {
    cannotChange(body, value, variable, changer);
    return null;
  }
  return finishing(body, {
    local: current.local,
    path: steps.length === 0 ? NO_STEPS : steps.toReversed(),
    type: value.type,
    span: value.span,
  });
}

/** The rule letIsNotChanged: names the `let` to change, with the edit. */
function cannotChange(
  body: Body,
  value: TypedExpression,
  variable: Variable,
  changer: Changer,
): void {
  const { name, span } = variable.local;
  const act = changer.name === null ? "changed" : `changed by \`${changer.name}\``;
  complain(
    body,
    "letIsNotChanged",
    value.span,
    `\`${name}\` cannot be ${act}: ${ORIGINS[variable.origin]}`,
    {
      labels: [{ span, text: `\`${name}\` is declared here` }],
      ...remedy(body, variable),
    },
  );
}

const ORIGINS: Readonly<Record<Variable["origin"], string>> = {
  let: "it is a `let`",
  var: "it is a `var`",
  parameter: "it is a parameter",
  loop: "it belongs to the `for`",
  match: "it belongs to a pattern",
  seed: "it is the seed of the test",
};

function remedy(body: Body, variable: Variable): ReportExtras {
  const { name } = variable.local;
  if (variable.keyword !== null) {
    return {
      help: [`declare it with \`var\`: \`var ${name} = …\``],
      edits: [{ span: variable.keyword, replacement: "var", confidence: "certain" }],
    };
  }
  const copy = `copy it into a variable first: \`var changed_${name} = ${name}\``;
  if (variable.origin !== "parameter") return { help: [copy] };
  const type = showType(body.solver, variable.local.type);
  const caller =
    `to change what the caller has, take it as a place: \`var ${name}: ${type}\`; ` +
    "calls stay as they are";
  // Without a result, the change is what the function is for, and a copy would lose it.
  const isForItsEffect = body.name !== null && body.resultPlace === null;
  return {
    help: isForItsEffect ? [caller] : [caller, copy],
    edits: isForItsEffect ? placeEdits(body, name) : [],
  };
}

/** The rule placeIsAssignable. */
function notAPlace(body: Body, value: TypedExpression, changer: Changer): void {
  const subject = changer.name === null ? "an assignment" : `\`${changer.name}\``;
  const what = WHAT[value.kind] ?? "this is a computed value";
  complain(body, "placeIsAssignable", value.span, `${subject} changes a variable, and ${what}`, {
    help: ["store it first: `var x = …`"],
  });
}

const WHAT: Readonly<Record<string, string>> = {
  parameter: "this is a parameter of the program",
  constant: "this is a constant",
  call: "this is the result of a call",
  primitive: "this is the result of a call",
};
