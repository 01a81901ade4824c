/** The largest function that a module may have is within what engines of WebAssembly take. */
import { expect, test } from "vitest";
import type { Instruction } from "../../../src/machine/bytecode/instruction.ts";
import { MODULE_LIMITS } from "../../../src/machine/bytecode/limits.ts";
import type { FunctionCode, VerifiedModule } from "../../../src/machine/bytecode/module.ts";
import { emitModule } from "../../../src/machine/wasm/emit-module.ts";

/** Bytes of one function's body in V8, the smallest such limit of the common engines. */
const ENGINE_LIMIT_BYTES = 7_654_321;

const MOST = MODULE_LIMITS.instructions.maximum;

/** Registers as many as may be, the last three a list of references, an index and a reference. */
const registers = Array.from({ length: MODULE_LIMITS.registers.maximum }, (_, index) =>
  index === MODULE_LIMITS.registers.maximum - 2
    ? ({ kind: "i", type: null } as const)
    : ({ kind: "r", type: 0 } as const),
);
const last = registers.length - 1;

function functionOf(middle: Instruction): FunctionCode {
  const code: Instruction[] = Array.from({ length: MOST - 2 }, () => middle);
  const enter: Instruction = { op: "enter", charge: 2 * MOST };
  return {
    parameters: [],
    results: [],
    registers,
    code: [enter, ...code, { op: "return", values: [] }],
  };
}

test("a function of the longest emission only, at the most distant sites", () => {
  const longest = functionOf({ op: "list_set_ref", a: last - 2, index: last - 1, b: last });
  const shortest = functionOf({ op: "ref_drop", a: last });
  const module = {
    types: [{ kind: "string" }],
    texts: [],
    parameters: [],
    outputs: [],
    functions: [shortest, longest],
    main: 0,
    debug: null,
  } as const;
  const { bytes, places } = emitModule({ module } as unknown as VerifiedModule);
  const { starts } = places[1];
  // sites may take one byte more than here, three times in an instruction
  const most = starts[starts.length - 1] - starts[0] + 3 * MOST;
  expect(most).toBeLessThan(ENGINE_LIMIT_BYTES);
  expect(WebAssembly.validate(bytes)).toBe(true);
});
