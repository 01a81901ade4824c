/** What `run --health` found, beside the lines it is about. */

import {
  examine,
  type HealthFinding,
  type Limits,
  type ModuleValue,
  positionAt,
} from "../../src/index.ts";
import type { LoadedProgram } from "../program.ts";
import type { Stream } from "../shell.ts";
import { sourceOf } from "../trap-place.ts";
import { textFinder } from "./diagnostics.ts";
import { grouped } from "./grouped.ts";
import { paletteOf } from "./palette.ts";

const SHOWN = 10;

/** A finding with its place in the source. */
export interface ShownFinding {
  /** `file:line:column`; null without debug section. */
  readonly place: string | null;
  /** What was computed there, as it is written. */
  readonly source: string | null;
  readonly kind: HealthFinding["kind"];
  readonly message: string;
}

/**
 * What a run does to its numbers, worst first: what is not finite, then sums by how little they
 * kept.
 */
export function examined(
  program: LoadedProgram,
  parameters: readonly ModuleValue[],
  limits: Limits,
): readonly ShownFinding[] {
  const findings = examine(program.verified, parameters, limits);
  const badness = (finding: HealthFinding): number =>
    finding.kind === "notFinite" ? -1 : finding.keptBits;
  return findings
    .toSorted((a, b) => badness(a) - badness(b))
    .map((finding) => ({
      ...placeOf(program, finding),
      kind: finding.kind,
      message: say(finding),
    }));
}

function say(finding: HealthFinding): string {
  const { runs, times } = finding;
  const often = times === runs && runs === 1 ? "" : `, ${grouped(times)} of ${grouped(runs)} times`;
  if (finding.kind === "notFinite") return `finite numbers give ${finding.value} here${often}`;
  const { keptBits } = finding;
  return `the terms cancel: ${keptBits} of 53 bits are left at worst${often}`;
}

function placeOf(
  { verified, texts }: LoadedProgram,
  finding: HealthFinding,
): Pick<ShownFinding, "place" | "source"> {
  const found = sourceOf(verified.module, finding);
  const content = found === null ? null : textFinder(texts)(found.path);
  if (found === null || content === null) return { place: null, source: null };
  const { line, column } = positionAt(content, found.span.start);
  return {
    place: `${found.path}:${line}:${column}`,
    source: content.content.slice(found.span.start, found.span.end).replaceAll(/\s+/gu, " "),
  };
}

/** @param hasTrapped whether the run stopped before its end */
export function writeHealth(
  stream: Stream,
  findings: readonly ShownFinding[],
  hasTrapped: boolean,
): void {
  const { warning, good, faint, code } = paletteOf(stream);
  if (findings.length === 0) {
    const until = hasTrapped ? " until it stopped" : "";
    const said = `no sum lost its digits${until}, and every number stayed finite`;
    stream.write(`${good("healthy")}: ${said}\n`);
    return;
  }
  for (const { place, source, message } of findings.slice(0, SHOWN)) {
    const where = place === null ? "" : faint(`  ${place}`);
    stream.write(`${warning("health")}: ${message}${where}\n`);
    if (source !== null) stream.write(`  ${code(source)}\n`);
  }
  const more = findings.length - SHOWN;
  if (more > 0) stream.write(`and ${more} other places\n`);
  if (findings.some(({ kind }) => kind === "cancellation")) {
    stream.write(
      faint(
        "Cancelled digits matter where the difference is a result, not where it ends a search.",
      ) + "\n",
    );
  }
}
