/** What a sweep runs: the axes, and the parameters of each of its points. */

import { Fault, type Module, type ModuleValue } from "../../src/index.ts";
import { readParameter, readParameters } from "../input/parameters.ts";
import { optionName } from "../input/words.ts";
import { quantityText } from "../report/written.ts";
import type { Shell } from "../shell.ts";
import { axisTexts, MOST_POINTS } from "./axis.ts";

/** A parameter that takes several values. */
export interface Axis {
  /** Its place among the parameters of the module. */
  readonly parameter: number;
  readonly values: readonly ModuleValue[];
}

export interface Plan {
  /** In the order of the module's parameters; the last one varies fastest. */
  readonly axes: readonly Axis[];
  /** All parameters of each point. */
  readonly points: readonly (readonly ModuleValue[])[];
}

/**
 * The points that the texts of a command line ask for.
 *
 * @param texts by parameter name, as `run` takes them, with ranges and lists
 * @throws {Fault} `parameter/…`, `data/…`, `file/…`; `usage/command` where nothing is swept
 */
export function planOf(shell: Shell, module: Module, texts: ReadonlyMap<string, string>): Plan {
  const swept = new Map<string, readonly string[]>();
  for (const { name, type } of module.parameters) {
    const text = texts.get(name);
    const found = module.types[type];
    const unit = found.kind === "float" ? quantityText("", found.unit) : "";
    const values = text === undefined ? null : axisTexts(optionName(name), found.kind, text, unit);
    if (values !== null) swept.set(name, values);
  }
  if (swept.size === 0) throw nothingSwept(module);
  const firsts = [...swept].map(([name, values]) => [name, values[0]] as const);
  // Files are read once, and not for every point.
  const base = readParameters(shell, module, new Map([...texts, ...firsts]));
  const axes = module.parameters.flatMap((parameter, index) => {
    const values = swept.get(parameter.name);
    if (values === undefined) return [];
    const read = values.map((text) => readParameter(shell, module, parameter, text));
    return [{ parameter: index, values: read }];
  });
  return { axes, points: pointsOf(axes, base) };
}

function pointsOf(axes: readonly Axis[], base: readonly ModuleValue[]): Plan["points"] {
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count > MOST_POINTS) {
    const reason = `the sweep has ${count} points, and ${MOST_POINTS} are the most`;
    throw new Fault("usage/command", reason);
  }
  return axes.reduce<Plan["points"]>(
    (points, { parameter, values }) =>
      points.flatMap((point) => values.map((value) => point.with(parameter, value))),
    [base],
  );
}

function nothingSwept({ parameters, types }: Module): Fault {
  const examples = parameters.flatMap(({ name, type }) => {
    const kind = types[type];
    const option = optionName(name);
    if (kind.kind === "int") return [`${option} 1,2,5 or ${option} 1..=5`];
    if (kind.kind !== "float") return [];
    const [last, end] = ["5", "1"].map((number) => quantityText(number, kind.unit));
    return [`${option} 1,2,${last} or ${option} 0..=${end}:0.5`];
  });
  const reason =
    examples.length === 0
      ? "the program has no parameter that is a number"
      : `give a parameter several values, such as ${examples[0]}`;
  return new Fault("usage/command", `there is nothing to sweep: ${reason}`);
}
