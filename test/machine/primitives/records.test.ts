/**
 * The records that kernels know are those that the prelude declares: names, fields, order and
 * units.
 */
import { expect, test } from "vitest";
import { checkProgram } from "../../../src/pipeline.ts";
import {
  graphOf,
  PER_SECOND,
  POPULATION,
  QUATERNION_FIELD,
} from "../../../src/machine/primitives/records.ts";
import { showType } from "../../../src/machine/primitives/reference.ts";

test.for([
  ["Population", "Population", POPULATION],
  ["Graph", "Graph[1/s]", graphOf(PER_SECOND)],
  ["QuaternionField", "QuaternionField", QUATERNION_FIELD],
] as const)("%s", ([name, type, record]) => {
  const fields = record.fields.map(
    (field) => `    let ${field.name}: ${showType(field.type)} = value.${field.name}`,
  );
  const built = record.fields.map((field) => field.name).join(", ");
  const text = [
    `fn probe(value: ${type}) -> ${type} {`,
    ...fields,
    `    ${name} { ${built} }`,
    "}",
    "fn main() { }",
  ].join("\n");
  const { diagnostics } = checkProgram({ path: "probe.reso", text });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});
