/** `"{time} h"`: a unit in the text behind a number that is printed in base units. */

import { unitAt } from "../parse/loose-unit.ts";
import type * as ast from "../ast.ts";
import { nearestDouble } from "../units/exact.ts";
import { shapeOf } from "./number-shape.ts";
import { readUnitIn } from "./read-unit.ts";
import { complain, type Body } from "./session.ts";
import { showBaseUnit, showFriendlyUnit } from "./show.ts";
import type { TypedExpression } from "./typed.ts";

type Hole = ast.StringPart & { kind: "hole" };

/** The lint printedUnitIsItsOwn, for a hole without a unit. */
export function lintPrintedUnit(body: Body, hole: Hole, value: TypedExpression): void {
  const { text, user } = body.session;
  const shape = shapeOf(body.solver, value.type);
  if (text === null || body.layer !== user || shape === null) return;
  const own = showBaseUnit(body.solver, shape.unit);
  const brace = text.indexOf("}", hole.value.span.end);
  const start = text[brace + 1] === " " ? brace + 2 : brace + 1;
  const found = brace < 0 || own === "1" || own.includes("_") ? null : unitAt(text, start);
  const unit = found === null ? null : readUnitIn(body, found.unit);
  if (found === null || unit === null || nearestDouble(unit.scale) === 1) return;
  if (showBaseUnit(body.solver, unit.term) !== own) return;
  const { written } = found;
  const base = showFriendlyUnit(body.solver, shape.unit);
  const colon = hole.digits === null ? ":" : "";
  const shown = text.slice(hole.value.span.start, brace);
  const { end } = found.unit.span;
  complain(
    body,
    "printedUnitIsItsOwn",
    { start, end },
    `the number before \`${text.slice(start, end)}\` is printed in \`${base}\``,
    {
      help: [`to print it in \`${written}\` write \`{${shown}${colon}[${written}]}\``],
      edits: [
        {
          span: { start: brace, end },
          replacement: `${colon}[${written}]}`,
          confidence: "likely",
        },
      ],
    },
  );
}
