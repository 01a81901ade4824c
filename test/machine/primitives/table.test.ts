/** The tables of primitives agree with the artefact, with the traps, and with themselves. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createKernel, createKernelMemory } from "../../../src/engine/kernel.ts";
import { INSTRUCTIONS } from "../../../src/machine/bytecode/instruction.ts";
import {
  PRIMITIVE_FAMILIES,
  PRIMITIVES,
  primitiveByName,
  signatureOf,
} from "../../../src/machine/primitives/index.ts";
import { TRAPS } from "../../../src/machine/trap.ts";
import { registerKind } from "../../../src/machine/types/register-kind.ts";

const refuse = (): never => {
  throw new Error("the host is not called");
};
const names = ["trap_here", "output", "output_end", "log", "world", "team"];
const host = Object.fromEntries(names.map((name) => [name, refuse]));
const kernel = createKernel(createKernelMemory(), { host });

test("names and ids are unique, and names lead to their entry", () => {
  for (const primitive of PRIMITIVES) expect(primitiveByName(primitive.name)).toBe(primitive);
  expect(primitiveByName("none")).toBeNull();
  expect(new Set(PRIMITIVES.map(({ id }) => id)).size).toBe(PRIMITIVES.length);
});

test.for(PRIMITIVE_FAMILIES)("ids of $title lie in the block of the family", (family) => {
  const later = PRIMITIVE_FAMILIES.map(({ firstId }) => firstId).filter(
    (id) => id > family.firstId,
  );
  const outside = family.primitives.filter(
    ({ id }) => id < family.firstId || id >= Math.min(...later),
  );
  expect(outside.map(({ name, id }) => `${name} ${id}`)).toEqual([]);
});

test("every primitive has an export of the artefact or an instruction behind it", () => {
  for (const primitive of PRIMITIVES) {
    const { implementation, signature } = primitive;
    if (implementation.kind === "kernel") {
      expect([primitive.name, kernel[implementation.export]?.length]).toEqual([
        primitive.name,
        signature.parameters.length,
      ]);
    } else {
      const { kindOf } = implementation;
      const bounds = signature.bounds[signature.typeVariables.indexOf(kindOf ?? "")] ?? [];
      const kinds = ["_int", "_float", "_bool", "_ref"].filter(
        (kind) => kind !== "_float" || !bounds.includes("Hash"),
      );
      for (const kind of kindOf === null ? [""] : kinds)
        expect(INSTRUCTIONS).toHaveProperty(implementation.mnemonic + kind);
    }
  }
});

test("variables are declared and used, and only the first parameter is a place", () => {
  for (const { name, signature } of PRIMITIVES) {
    const { parameters, typeVariables, unitVariables, result } = signature;
    const used = JSON.stringify([parameters, result], (_, value: unknown) =>
      value instanceof Map ? [...value.keys()] : value,
    );
    for (const variable of [...typeVariables, ...unitVariables]) {
      expect([name, used.includes(`"${variable}"`)]).toEqual([name, true]);
    }
    expect(parameters.slice(1).every(({ isVar }) => !isVar)).toBe(true);
  }
});

test("signatures of kernels say registers and ownership", () => {
  const evolve = signatureOf(primitiveByName("population_evolve")!)!;
  expect(evolve.export).toBe("population_evolve");
  expect(evolve.parameters.map(({ ownership }) => ownership)).toEqual(["inout", null, null, null]);
  expect(evolve.results.map(registerKind)).toEqual(["r"]);
  const order = signatureOf(primitiveByName("order_parameter")!)!;
  expect(order.parameters.map(({ ownership }) => ownership)).toEqual(["borrow"]);
  expect(order.results.map(registerKind)).toEqual(["f", "f"]);
  expect(signatureOf(primitiveByName("sqrt")!)).toBeNull();
});

test("the trap codes of the runtime are those of the table", () => {
  const source = readFileSync(
    new URL("../../../src/engine/kernel/assembly/trap.ts", import.meta.url),
    "utf8",
  );
  const codes = [...source.matchAll(/TRAP_(\w+): i32 = (\d+)/gu)];
  expect(codes.length).toBeGreaterThan(10);
  for (const [, name, code] of codes) {
    const key = name.toLowerCase().replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());
    expect([key, TRAPS[key as keyof typeof TRAPS].code]).toEqual([key, Number(code)]);
  }
});
